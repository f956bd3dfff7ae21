import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mirrorpress.errors import PublishError, TargetAhead
from mirrorpress.model import OutputInfo, PublishResult, Target
from mirrorpress.protocols import Check, TargetState
from mirrorpress.publish.folder import FolderTarget
from publish.edition import (
    STRANGER,
    MemoryEdition,
    digest,
    first_edition,
    next_edition,
    sealed,
)
from publish.places import files_in, write_files

TARGET = Target(name="shelf", kind="folder", url="public", editions=("git",))
LISTING = "SHA256SUMS"


def publish(
    root: Path, *editions: MemoryEdition, since: dict[str, TargetState] | None = None
) -> PublishResult:
    return FolderTarget(TARGET, root).publish(editions, since or {})


def delivered(result: PublishResult, *editions: MemoryEdition) -> dict[str, TargetState]:
    return {
        item.edition: TargetState(sequence=item.sequence, revision=result.revision)
        for item in editions
    }


def inodes(root: Path) -> dict[str, tuple[int, int]]:
    """Which file is where: an untouched one keeps its inode and time of writing."""
    return {
        str(path.relative_to(root)): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_first_edition_is_written_whole(tmp_path: Path) -> None:
    edition = first_edition()
    result = publish(tmp_path, edition)
    assert files_in(tmp_path / "public") == edition.contents
    assert result == PublishResult(
        target="shelf", added=5, revision=digest(edition.contents[LISTING])
    )


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    before = inodes(tmp_path / "public")
    result = publish(tmp_path, next_edition(edition), since=since)
    after = inodes(tmp_path / "public")
    assert files_in(tmp_path / "public") == edition.contents
    assert (result.added, result.changed, result.removed) == (3, 2, 1)
    kept = {path for path in before if after.get(path) == before[path]}
    assert {"indexes/要闻.md", "mirror.pub", "pictures/SHA256SUMS"} <= kept
    assert not (tmp_path / "public/articles/2026/03/08").exists()


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    before = inodes(tmp_path / "public")
    for known in (since, {}):
        result = publish(tmp_path, edition, since=known)
        assert (result.added, result.changed, result.removed) == (0, 0, 0)
        assert result.revision == since["git"].revision
    assert inodes(tmp_path / "public") == before


def test_files_of_the_operators_are_left_alone(tmp_path: Path) -> None:
    own = {"CNAME": b"mirror.example\n", "articles/note.txt": b"mine\n", ".git/HEAD": b"ref\n"}
    write_files(tmp_path / "public", own)
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    next_edition(edition)
    publish(tmp_path, edition, since=since)
    publish(tmp_path, edition)
    assert (tmp_path / "public/.git/HEAD").read_bytes() == b"ref\n"
    del own[".git/HEAD"]
    assert files_in(tmp_path / "public") == {**edition.contents, **own}


def test_a_file_in_the_place_of_ours_becomes_ours(tmp_path: Path) -> None:
    write_files(tmp_path / "public", {"README.md": b"hello\n"})
    result = publish(tmp_path, first_edition())
    assert (result.added, result.changed) == (4, 1)


@pytest.mark.parametrize("damage", ["README.md", LISTING, "articles/2026/SHA256SUMS"])
def test_a_folder_that_is_not_as_delivered_is_mended(tmp_path: Path, damage: str) -> None:
    edition = first_edition()
    publish(tmp_path, edition)
    (tmp_path / "public" / damage).write_bytes(b"vandalised\n")
    (tmp_path / "public/pictures/2026/03/09/0123456789abcdef.webp").unlink()
    since = {"git": TargetState(sequence=1, revision="0" * 64)}
    publish(tmp_path, edition, since=since)
    assert files_in(tmp_path / "public") == edition.contents


def test_a_store_that_was_lost_changes_nothing_unless_forced(tmp_path: Path) -> None:
    before = next_edition(first_edition())
    publish(tmp_path, before)
    anew = MemoryEdition().change({"README.md": b"# Begun anew\n"})
    with pytest.raises(TargetAhead, match=r"holds number 2 .* --force"):
        publish(tmp_path, anew)
    assert files_in(tmp_path / "public") == before.contents
    anew.forced = True
    result = publish(tmp_path, anew)
    assert files_in(tmp_path / "public") == anew.contents
    assert (result.changed, result.removed) == (1, 6)


def test_a_store_older_than_its_delivery_changes_nothing_unless_forced(tmp_path: Path) -> None:
    newer = next_edition(first_edition())
    since = delivered(publish(tmp_path, newer), newer)
    older = first_edition()
    with pytest.raises(TargetAhead, match="the store only 1"):
        publish(tmp_path, older, since=since)
    assert files_in(tmp_path / "public") == newer.contents
    older.forced = True
    publish(tmp_path, older, since=since)
    assert files_in(tmp_path / "public") == older.contents


def test_a_target_put_back_from_an_older_copy_is_caught_up(tmp_path: Path) -> None:
    edition = first_edition()
    publish(tmp_path, edition)
    shutil.copytree(tmp_path / "public", tmp_path / "older")
    for number in range(3):
        edition.change({"more.md": b"%d" % number})
    since = delivered(publish(tmp_path, edition, since={"git": TargetState(1, None)}), edition)
    shutil.rmtree(tmp_path / "public")
    (tmp_path / "older").rename(tmp_path / "public")
    publish(tmp_path, edition, since=since)
    assert files_in(tmp_path / "public") == edition.contents


@pytest.mark.parametrize("prefix", ["", "pages/"])
def test_the_folder_of_another_mirror_is_left_as_it_is(tmp_path: Path, prefix: str) -> None:
    theirs = {prefix + path: body for path, body in sealed({"a.md": b"a"}, key=STRANGER).items()}
    write_files(tmp_path / "public", {**theirs, "CNAME": b"mirror.example\n"})
    before = files_in(tmp_path / "public")
    with pytest.raises(PublishError, match="signed with another key; restore the key"):
        publish(tmp_path, first_edition("web", "site/"), first_edition("git", prefix))
    assert files_in(tmp_path / "public") == before


def test_checksums_of_somebody_else_are_no_list_of_ours(tmp_path: Path) -> None:
    theirs = {"disk.iso": b"an image\n"}
    sums = f"{digest(theirs['disk.iso'])}  disk.iso\n".encode()
    write_files(tmp_path / "public", {**theirs, LISTING: sums})
    publish(tmp_path, first_edition())
    assert (tmp_path / "public/disk.iso").read_bytes() == b"an image\n"


def test_a_killed_runs_leavings_are_cleaned(tmp_path: Path) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    left = {
        "articles/2026/03/10/.mirrorpress-0123": b"hal",
        ".mirrorpress-4567": b"f",
        "articles/2026/03/08/.mirrorpress-89ab": b"",
    }
    write_files(tmp_path / "public", left)
    publish(tmp_path, next_edition(edition), since=since)
    assert files_in(tmp_path / "public") == edition.contents
    write_files(tmp_path / "public", {"somewhere/.mirrorpress-0": b"x"})
    publish(tmp_path, edition)
    assert files_in(tmp_path / "public") == edition.contents
    assert not (tmp_path / "public/somewhere").exists()


def test_several_editions_share_a_folder(tmp_path: Path) -> None:
    pages, site = first_edition("git", "pages/"), first_edition("web", "site/")
    both = (pages, site)
    since = delivered(publish(tmp_path, *both), *both)
    before = inodes(tmp_path / "public")
    next_edition(site)
    result = publish(tmp_path, *both, since=since)
    assert (result.added, result.changed, result.removed) == (3, 2, 1)
    assert result.revision != since["web"].revision
    for edition in both:
        assert files_in(tmp_path / "public" / edition.prefix) == edition.contents
    after = inodes(tmp_path / "public")
    assert all(after[path] == before[path] for path in before if path.startswith("pages/"))


def test_an_edition_that_joins_later_is_written_whole(tmp_path: Path) -> None:
    pages, site = first_edition("git", "pages/"), first_edition("web", "site/")
    since = delivered(publish(tmp_path, pages), pages)
    before = inodes(tmp_path / "public")
    result = publish(tmp_path, pages, site, since=since)
    assert result.added == 5
    after = inodes(tmp_path / "public")
    assert all(after[path] == before[path] for path in before)


def test_a_page_may_become_a_folder_and_back(tmp_path: Path) -> None:
    edition = MemoryEdition().change({"a": b"page", "b/c/d": b"page"})
    since = delivered(publish(tmp_path, edition), edition)
    edition.change({"a/x": b"below", "b": b"page"}, remove=("a", "b/c/d"))
    since = delivered(publish(tmp_path, edition, since=since), edition)
    assert files_in(tmp_path / "public") == edition.contents
    edition.change({"a": b"page"}, remove=("a/x",))
    publish(tmp_path, edition)
    assert files_in(tmp_path / "public") == edition.contents


@pytest.mark.parametrize("link", ["articles", "articles/2026/03"])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    place = tmp_path / "public" / link
    place.parent.mkdir(parents=True)
    place.symlink_to(outside, target_is_directory=True)
    with pytest.raises(PublishError, match="symbolic link") as caught:
        publish(tmp_path, first_edition())
    assert link in str(caught.value)
    assert list(outside.iterdir()) == []


def test_a_link_in_the_place_of_a_page_is_replaced_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("not the mirror's")
    (tmp_path / "public").mkdir()
    (tmp_path / "public/README.md").symlink_to(outside)
    edition = first_edition()
    publish(tmp_path, edition)
    assert outside.read_text() == "not the mirror's"
    assert files_in(tmp_path / "public") == edition.contents


class _Outside(MemoryEdition):
    """An edition that names a path it must not name."""

    path: str = ""

    def files(self):
        yield OutputInfo(path=self.path, sha256=digest(b"x"), size=1)

    def content(self, path: str) -> bytes:
        return b"x"


@pytest.mark.parametrize("path", ["../outside.md", "/tmp/outside.md", ".git/config", "a/../../b"])
def test_no_path_leaves_the_folder(tmp_path: Path, path: str) -> None:
    edition = _Outside()
    edition.path = path
    with pytest.raises(PublishError, match="refused"):
        publish(tmp_path, edition)
    assert files_in(tmp_path) == {}


def test_content_that_is_not_what_the_manifest_says_is_not_published(tmp_path: Path) -> None:
    edition = first_edition()
    listed = tuple(edition.files())
    edition.contents["README.md"] = b"# Rotten\n"
    edition.files = lambda: iter(listed)  # type: ignore[method-assign]
    with pytest.raises(PublishError, match=r"README\.md is not what the manifest says"):
        publish(tmp_path, edition)


def test_a_place_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("a file")
    with pytest.raises(PublishError, match="a file stands where a folder is needed") as caught:
        publish(tmp_path, first_edition())
    assert caught.value.target == "shelf"


def test_a_folder_in_the_place_of_a_page_is_told(tmp_path: Path) -> None:
    write_files(tmp_path / "public", {"README.md/mine.txt": b"x"})
    with pytest.raises(PublishError, match="a folder stands where a file is to be written"):
        publish(tmp_path, first_edition())


def test_two_publications_at_once_are_one_too_many(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    held = os.open(tmp_path / "public", os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(PublishError, match="another publication"):
            publish(tmp_path, first_edition())
    finally:
        os.close(held)
    assert publish(tmp_path, first_edition()).added == 5


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kB, where making one is allowed."""
    place = tmp_path / "public"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k,mode=0755", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("needs to mount a file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told_and_leaves_whole_files(small_disk: Path, tmp_path: Path) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    edition.change({f"pictures/{n}.webp": bytes([n]) * 40_000 for n in range(9)})
    with pytest.raises(PublishError, match="the disk is full; free some space"):
        publish(tmp_path, edition, since=since)
    assert all(
        edition.contents[path] == body
        for path, body in files_in(small_disk).items()
        if not path.endswith(LISTING) and path not in ("mirror.json", "SHA256SUMS.minisig")
    )
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    publish(tmp_path, edition, since=since)
    assert files_in(small_disk) == edition.contents


# Damage in what was published before


@pytest.mark.parametrize(
    ("check", "damage", "repaired"),
    [
        (Check.CHANGES, "missing", False),
        (Check.SIZES, "missing", True),
        (Check.SIZES, "cut", True),
        (Check.SIZES, "link", True),
        (Check.SIZES, "byte", False),
        (Check.BYTES, "byte", True),
        (Check.BYTES, "missing", True),
    ],
)
def test_damage_is_repaired_as_far_as_it_is_looked_for(
    tmp_path: Path, check: Check, damage: str, repaired: bool
) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    path = max((path for path in edition.pages()), key=lambda path: len(edition.contents[path]))
    file, content = tmp_path / "public" / path, edition.contents[path]
    match damage:
        case "missing":
            file.unlink()
        case "cut":
            file.write_bytes(content[:-1])
        case "byte":
            file.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        case _:
            file.rename(tmp_path / "elsewhere")
            file.symlink_to(tmp_path / "elsewhere")
    edition.check = check
    publish(tmp_path, edition, since=since)
    whole = files_in(tmp_path / "public") == edition.contents and not file.is_symlink()
    assert whole is repaired
