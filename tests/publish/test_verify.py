import dataclasses
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mirrorpress.errors import VerifyError
from mirrorpress.publish import checksums, manifest
from mirrorpress.publish.gitfiles import Bounds
from mirrorpress.publish.readers import Exhausted
from mirrorpress.publish.verify import (
    Copy,
    FolderCopy,
    GitCopy,
    RemoteCopy,
    Trust,
    VerifyResult,
    verify,
)
from mirrorpress.render.context import RenderContext
from publish.edition import KEY, START, STRANGER, digest, first_edition, sealed
from publish.places import git, without_the_rights_of_root, write_files
from render.samples import SITE_DATA

PAGE = "articles/2026/03/09/port-a.md"
CHECKSUMS = "articles/2026/03/09/SHA256SUMS"


@contextmanager
def as_folder(files: dict[str, bytes], place: Path) -> Iterator[Copy]:
    write_files(place, files)
    yield FolderCopy(place)


@contextmanager
def as_git(files: dict[str, bytes], place: Path) -> Iterator[Copy]:
    write_files(place, files)
    git(place, "init", "--quiet", "-b", "main")
    git(place, "add", "--all", "--force")
    git(place, "commit", "--quiet", "--message", "A copy")
    with GitCopy(place) as copy:
        yield copy


@contextmanager
def as_remote(files: dict[str, bytes], place: Path) -> Iterator[Copy]:
    yield RemoteCopy(files.get)


FORMS = (as_folder, as_git, as_remote)
any_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
listed_form = pytest.mark.parametrize("form", FORMS[:2], ids=lambda form: form.__name__)
Form = Callable[[dict[str, bytes], Path], "contextmanager[Copy]"]  # type: ignore[type-arg]


def check(
    form: Form, files: dict[str, bytes], place: Path, key: object = KEY.public
) -> VerifyResult:
    with form(files, place) as copy:
        return verify(copy, key)


@any_form
def test_a_true_copy(form: Form, tmp_path: Path) -> None:
    files = first_edition().contents
    report = check(form, files, tmp_path)
    assert report.ok
    assert report.trust is Trust.GOOD
    assert report.key == KEY.public.name
    assert report.checked == len(files) - 2  # the root checksum file and its signature
    assert report.listed is (form is not as_remote)
    assert report.descriptor is not None
    assert report.descriptor.mirror == "Harbour mirror 港口"
    assert report.descriptor.sequence == 1
    assert (report.descriptor.time - START).total_seconds() == 3600


@any_form
def test_without_a_key_the_copys_own_is_used_and_that_is_said(form: Form, tmp_path: Path) -> None:
    report = check(form, first_edition().contents, tmp_path, None)
    assert report.ok
    assert report.trust is Trust.FIRST_USE
    assert "first use" in report.trust.value


def _facts(report: VerifyResult) -> dict[str, tuple[str, ...]]:
    found = {name: getattr(report, name) for name in ("changed", "missing", "added", "unproven")}
    return {name: paths for name, paths in found.items() if paths}


@any_form
def test_one_flipped_bit_in_a_page(form: Form, tmp_path: Path) -> None:
    files = dict(first_edition().contents)
    files[PAGE] = bytes([files[PAGE][0] ^ 1]) + files[PAGE][1:]
    report = check(form, files, tmp_path)
    assert not report.ok
    assert report.trust is Trust.GOOD
    assert _facts(report) == {"changed": (PAGE,)}


@any_form
def test_a_missing_page(form: Form, tmp_path: Path) -> None:
    files = dict(first_edition().contents)
    del files[PAGE]
    assert _facts(check(form, files, tmp_path)) == {"missing": (PAGE,)}


@listed_form
def test_an_added_page(form: Form, tmp_path: Path) -> None:
    files = {**first_edition().contents, "articles/fake.md": b"# Fake\n"}
    assert _facts(check(form, files, tmp_path)) == {"added": ("articles/fake.md",)}


@any_form
def test_a_changed_listing_proves_nothing_of_its_folder(form: Form, tmp_path: Path) -> None:
    files = dict(first_edition().contents)
    files[PAGE] = b"# Fake\n"
    files[CHECKSUMS] = checksums.written([("port-a.md", digest(files[PAGE]))])
    report = check(form, files, tmp_path)
    assert _facts(report) == {"changed": (CHECKSUMS,), "unproven": ("articles/2026/03/09",)}


@any_form
def test_a_missing_listing(form: Form, tmp_path: Path) -> None:
    files = dict(first_edition().contents)
    del files[CHECKSUMS]
    report = check(form, files, tmp_path)
    assert _facts(report) == {"missing": (CHECKSUMS,), "unproven": ("articles/2026/03/09",)}


@any_form
def test_a_copy_that_a_stranger_sealed(form: Form, tmp_path: Path) -> None:
    files = sealed({"README.md": b"# Fake\n"}, key=STRANGER)
    report = check(form, files, tmp_path)
    assert report.trust is Trust.STRANGER
    assert report.key == STRANGER.public.name
    assert report.intact
    assert not report.ok
    assert check(form, files, tmp_path / "again", None).trust is Trust.FIRST_USE


@any_form
def test_an_unsigned_copy(form: Form, tmp_path: Path) -> None:
    report = check(form, sealed({"README.md": b"# Page\n"}, key=None), tmp_path)
    assert report.trust is Trust.UNSIGNED
    assert report.intact
    assert not report.ok


@any_form
@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: b"",
        lambda text: b"\xff" * 100,
        lambda text: b"x\n" * 1_000_000,
        lambda text: text.replace(b"sequence:1", b"sequence:9"),
        lambda text: KEY.sign(b"another listing", "mirror:x"),
    ],
)
def test_a_signature_that_does_not_fit(
    form: Form, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    files = dict(first_edition().contents)
    files[checksums.SIGNATURE] = spoil(files[checksums.SIGNATURE])
    report = check(form, files, tmp_path)
    assert report.trust is Trust.BAD
    assert report.intact


def test_a_root_listing_made_anew_does_not_fit_the_signature(tmp_path: Path) -> None:
    files = {**first_edition().contents}
    forged = sealed({"README.md": b"# Fake\n"}, key=None)
    forged[checksums.SIGNATURE] = files[checksums.SIGNATURE]
    assert check(as_folder, forged, tmp_path).trust is Trust.BAD


def test_a_damaged_public_key_in_the_copy_is_just_one_changed_file(tmp_path: Path) -> None:
    files = {**first_edition().contents, manifest.PUBLIC_KEY: b"RW broken\n"}
    report = check(as_folder, files, tmp_path, None)
    assert report.trust is Trust.FIRST_USE
    assert _facts(report) == {"changed": (manifest.PUBLIC_KEY,)}


def test_a_comment_that_says_something_else_than_mirror_json(tmp_path: Path) -> None:
    files = dict(first_edition().contents)
    comment = "mirror:Harbour edition:git sequence:99 time:2026-03-09T05:05:06Z"
    files[checksums.SIGNATURE] = KEY.sign(files[checksums.FILE], comment)
    report = check(as_folder, files, tmp_path)
    assert not report.ok
    assert "sequence:99" in report.problems[0]


def test_what_the_signed_comment_says_is_known_without_mirror_json(tmp_path: Path) -> None:
    files = dict(first_edition().contents)
    del files[manifest.DESCRIPTOR]
    report = check(as_folder, files, tmp_path)
    assert report.descriptor is not None
    assert report.descriptor.sequence == 1


@any_form
def test_without_a_seal_there_is_nothing_to_check(form: Form, tmp_path: Path) -> None:
    with pytest.raises(VerifyError, match="no SHA256SUMS"):
        check(form, {"README.md": b"# Page\n"}, tmp_path)


def test_no_folder_and_no_repository_are_told(tmp_path: Path) -> None:
    with pytest.raises(VerifyError, match="cannot be read"):
        FolderCopy(tmp_path / "nowhere")
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(VerifyError, match="no git commit"):
            GitCopy(place)


def test_links_are_not_followed(tmp_path: Path) -> None:
    files = dict(first_edition().contents)
    outside, copy = tmp_path / "outside", tmp_path / "copy"
    write_files(copy, files)
    shutil.move(copy / PAGE, outside)
    (copy / PAGE).symlink_to(outside)
    shutil.move(copy / "pictures", tmp_path / "pictures")
    (copy / "pictures").symlink_to(tmp_path / "pictures")
    (copy / "loop").symlink_to(copy)
    os.mkfifo(copy / "pipe")
    report = verify(FolderCopy(copy), KEY.public)
    assert _facts(report) == {
        "changed": (PAGE, "pictures/SHA256SUMS"),
        "added": ("loop", "pictures", "pipe"),
        "unproven": ("pictures",),
    }


def test_links_in_git_are_not_files(tmp_path: Path) -> None:
    files = dict(first_edition().contents)
    target = files[PAGE].decode()
    write_files(tmp_path, files)
    (tmp_path / PAGE).unlink()
    (tmp_path / PAGE).symlink_to(target)  # a link whose own bytes are the page's
    with as_git({}, tmp_path) as copy:
        assert _facts(verify(copy, KEY.public)) == {"changed": (PAGE,)}


def test_the_repository_of_a_folder_is_no_part_of_the_copy(tmp_path: Path) -> None:
    with as_git(first_edition().contents, tmp_path):
        assert verify(FolderCopy(tmp_path), KEY.public).ok


def test_an_edition_below_a_prefix_and_at_an_older_commit(tmp_path: Path) -> None:
    files = {f"web/{path}": body for path, body in first_edition().contents.items()}
    with as_git({**files, "other/file": b"x"}, tmp_path):
        git(tmp_path, "rm", "-r", "--quiet", "web")
        git(tmp_path, "commit", "--quiet", "--message", "Gone")
    for prefix in ("web/", "web"):
        with GitCopy(tmp_path, "HEAD~1", prefix=prefix) as copy:
            assert verify(copy, KEY.public).ok
    with GitCopy(tmp_path, prefix="web/") as copy, pytest.raises(VerifyError):
        verify(copy, KEY.public)


@pytest.mark.parametrize("revision", ["--help", "-h", "no such branch", "HEAD:README.md", ""])
def test_revisions_are_no_options(tmp_path: Path, revision: str) -> None:
    with as_git(first_edition().contents, tmp_path), pytest.raises(VerifyError):
        GitCopy(tmp_path, revision)


def test_a_repository_that_lost_a_file_is_reported(tmp_path: Path) -> None:
    with as_git(first_edition().contents, tmp_path):
        lost = git(tmp_path, "rev-parse", f"HEAD:{PAGE}")
        (tmp_path / ".git/objects" / lost[:2] / lost[2:]).unlink()
    with GitCopy(tmp_path) as copy:
        assert _facts(verify(copy, KEY.public)) == {"changed": (PAGE,)}


def test_a_hostile_repository_runs_nothing(tmp_path: Path) -> None:
    with as_git(first_edition().contents, tmp_path):
        lost = git(tmp_path, "rev-parse", f"HEAD:{PAGE}")
        (tmp_path / ".git/objects" / lost[:2] / lost[2:]).unlink()
    with (tmp_path / ".git/config").open("a") as config:
        config.write(
            f"[core]\n fsmonitor = touch {tmp_path}/pwned\n pager = touch {tmp_path}/pwned\n"
            f" sshCommand = touch {tmp_path}/pwned\n"
            '[extensions]\n partialClone = evil\n[remote "evil"]\n promisor = true\n'
            f" url = ssh://nobody@127.0.0.1/x\n uploadpack = touch {tmp_path}/pwned\n"
        )
    with GitCopy(tmp_path) as copy:
        assert not verify(copy, KEY.public).ok
    assert not (tmp_path / "pwned").exists()


def _signed(sums: bytes) -> dict[str, bytes]:
    comment = "mirror:m edition:e sequence:1 time:2026-03-09T05:05:06Z"
    return {checksums.FILE: sums, checksums.SIGNATURE: KEY.sign(sums, comment)}


HASH = "ab" * 32
OUTSIDE = b"not part of the copy\n"


@any_form
@pytest.mark.parametrize(
    "name", ["../outside", "/etc/passwd", "a/../../outside", "../outside/SHA256SUMS", "a\\b"]
)
def test_a_signed_listing_cannot_lead_out(form: Form, tmp_path: Path, name: str) -> None:
    (tmp_path / "outside").write_bytes(OUTSIDE)
    files = _signed(f"{digest(OUTSIDE)}  {name}\n".encode())
    report = check(form, files, tmp_path / "copy")
    assert report.unproven == (".",)
    assert not report.intact
    assert report.checked == 0


@any_form
def test_broken_listings_are_reported(form: Form, tmp_path: Path) -> None:
    report = check(form, _signed(b"hello\n" * 10), tmp_path)
    assert "line 1" in report.problems[0]


def test_a_listing_of_endless_lines_is_refused(tmp_path: Path) -> None:
    report = check(as_remote, _signed(HASH.encode() + b"  " + b"a" * 2_000_000 + b"\n"), tmp_path)
    assert report.unproven == (".",)


def test_a_chain_of_folders_without_end_is_cut(tmp_path: Path) -> None:
    files, sums = {}, b""
    for depth in range(200, 0, -1):
        files["/".join(["d"] * depth) + "/SHA256SUMS"] = sums
        sums = f"{digest(sums)}  d/SHA256SUMS\n".encode()
    report = check(as_remote, {**files, **_signed(sums)}, tmp_path)
    assert report.checked <= checksums.MAX_DEPTH + 1
    assert any("deeper" in problem for problem in report.problems)


def test_a_tree_that_unfolds_without_end_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sums = b""
    by_name = dict[str, bytes]()
    for depth in range(30, 0, -1):
        by_name[str(depth)] = sums
        hashed = digest(sums)
        sums = f"{hashed}  a/SHA256SUMS\n{hashed}  b/SHA256SUMS\n".encode()
    root = _signed(sums)

    def read(path: str) -> bytes | None:
        return root.get(path) or by_name.get(str(path.count("/")))

    report = verify(RemoteCopy(read), KEY.public, most=1000)
    assert report.checked == 1000
    assert "the rest is left" in report.problems[0]


def test_deep_folders_on_disk_are_reported_not_entered(tmp_path: Path) -> None:
    files = first_edition().contents
    write_files(tmp_path, {**files, "/".join(["d"] * 40) + "/x": b"x"})
    report = verify(FolderCopy(tmp_path), KEY.public)
    assert len(report.added) == 1
    assert report.added[0].count("/") == checksums.MAX_DEPTH


@pytest.mark.parametrize("rights", [0o000, 0o100, 0o300], ids=oct)
def test_a_folder_that_cannot_be_read_proves_nothing(tmp_path: Path, rights: int) -> None:
    files = {**first_edition().contents, "hidden/below/fake.md": b"# Fake\n"}
    write_files(tmp_path, files)
    tmp_path.chmod(0o755)
    (tmp_path / "hidden").chmod(rights)
    copy = FolderCopy(tmp_path)
    with without_the_rights_of_root():
        report = verify(copy, KEY.public)
    (tmp_path / "hidden").chmod(0o755)
    assert not report.ok
    assert _facts(report) == {"unproven": ("hidden",)}


def test_names_in_reports_are_fit_for_a_terminal(tmp_path: Path) -> None:
    write_files(tmp_path, first_edition().contents)
    (tmp_path / "red \033[31m\nname").touch()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/not utf-8 \xff")).touch()
    report = verify(FolderCopy(tmp_path), KEY.public)
    assert report.added == ("not utf-8 \\udcff", "red \\x1b[31m\\nname")


edits = st.tuples(
    st.sampled_from(sorted(first_edition().contents)),
    st.none() | st.binary(max_size=80),
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(edits, min_size=1, max_size=4), st.sampled_from([KEY.public, None]))
def test_no_damage_passes_and_none_crashes(
    damage: list[tuple[str, bytes | None]], key: object
) -> None:
    whole = first_edition().contents
    files = dict(whole)
    for path, body in damage:
        if body is None:
            files.pop(path, None)
        else:
            files[path] = body
    try:
        report = verify(RemoteCopy(files.get), key)
    except VerifyError:
        assert checksums.FILE not in files
        return
    assert report.ok is (files == whole)


@pytest.mark.skipif(shutil.which("minisign") is None, reason="needs minisign")
def test_minisign_and_sha256sum_agree(tmp_path: Path) -> None:
    write_files(tmp_path, first_edition().contents)
    subprocess.run(["minisign", "-Vqm", "SHA256SUMS", "-p", "mirror.pub"], cwd=tmp_path, check=True)
    by_hand = commands_by_hand()["context"]
    assert subprocess.run(by_hand, shell=True, cwd=tmp_path, capture_output=True).stdout == b""
    assert verify(FolderCopy(tmp_path), KEY.public).ok
    (tmp_path / PAGE).write_bytes(b"# Fake\n")
    said = subprocess.run(by_hand, shell=True, cwd=tmp_path, capture_output=True).stdout
    assert b"port-a.md: FAILED" in said
    assert not verify(FolderCopy(tmp_path), KEY.public).ok


def commands_by_hand() -> dict[str, str]:
    """The check without mirrorpress, in each place where readers find it."""
    root = Path(__file__).parents[2]
    site = replace(SITE_DATA, public_key=KEY.public.line)
    texts = {
        "README": (root / "README.md").read_text("utf-8"),
        "manifest": (root / "docs/manifest.md").read_text("utf-8"),
        "context": RenderContext(site).check or "",
    }
    found = {place: re.findall(r"^find \. .*", text, re.M) for place, text in texts.items()}
    assert all(len(lines) == 1 for lines in found.values()), found
    return {place: line for place, (line,) in found.items()}


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs sha256sum")
@pytest.mark.parametrize("place", ["README", "manifest", "context"])
def test_the_check_by_hand_ends_as_it_found(tmp_path: Path, place: str) -> None:
    command = commands_by_hand()[place]
    files = first_edition().contents
    write_files(tmp_path, files)

    def status() -> int:
        return subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True).returncode

    assert status() == 0
    for path in (PAGE, CHECKSUMS, "README.md", "pictures/SHA256SUMS"):
        (tmp_path / path).write_bytes(files[path][:-1])
        assert status() != 0, f"{path} is damaged"
        (tmp_path / path).unlink()
        assert status() != 0, f"{path} is missing"
        (tmp_path / path).write_bytes(files[path])
    assert status() == 0


def bomb(place: Path, levels: int, *, pages: bool = True) -> None:
    """A repository of a few kilobytes whose commit unfolds into ten times more at each level."""
    git(place, "init", "--quiet", "-b", "main")
    blob = git(place, "hash-object", "-w", "--stdin", given=b"x")
    page = f"100644 blob {blob}\tpage\n".encode()
    tree = git(place, "mktree", given=page if pages else b"")
    for _ in range(levels):
        entries = "".join(f"040000 tree {tree}\t{name}\n" for name in range(10))
        tree = git(place, "mktree", given=entries.encode())
    sums = git(place, "hash-object", "-w", "--stdin", given=b"")
    root = f"100644 blob {sums}\t{checksums.FILE}\n040000 tree {tree}\tz\n"
    tree = git(place, "mktree", given=root.encode())
    commit = git(place, "commit-tree", "-m", "A bomb", tree)
    git(place, "update-ref", "refs/heads/main", commit)


@pytest.mark.parametrize("pages", [True, False], ids=["pages", "empty folders"])
def test_a_commit_that_unfolds_without_end_is_not_listed_to_its_end(
    tmp_path: Path, pages: bool
) -> None:
    bomb(tmp_path, 14, pages=pages)
    objects = [path for path in (tmp_path / ".git/objects").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in objects) < 24_000
    program = (
        "import resource, sys; from mirrorpress.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_AS, (900 * 2**20, 900 * 2**20)); main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "verify", "--git", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2, done.stderr
    assert "more than 1000000 files and folders" in done.stderr


@pytest.mark.parametrize(
    ("bounds", "why"),
    [
        (Bounds(entries=50), "more than 50 files and folders"),
        (Bounds(size=500), "names longer than 500 bytes"),
        (Bounds(seconds=0.0), "took longer"),
    ],
)
def test_each_bound_of_a_listing_holds(tmp_path: Path, bounds: Bounds, why: str) -> None:
    bomb(tmp_path, 12)
    with pytest.raises(VerifyError, match=why):
        GitCopy(tmp_path, bounds=bounds)


def test_a_name_without_end_is_refused(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "-b", "main")
    blob = git(tmp_path, "hash-object", "-w", "--stdin", given=b"x")
    tree = git(tmp_path, "mktree", given=f"100644 blob {blob}\t{'n' * 200_000}\n".encode())
    commit = git(tmp_path, "commit-tree", "-m", "A long name", tree)
    with pytest.raises(VerifyError, match="a name longer"):
        GitCopy(tmp_path, commit)


def test_a_path_that_a_commit_has_twice_is_no_file(tmp_path: Path) -> None:
    with as_git(first_edition().contents, tmp_path):
        entries = git(tmp_path, "cat-file", "-p", "HEAD^{tree}").splitlines()
    fake = git(tmp_path, "hash-object", "-w", "--stdin", given=b"# Fake\n")
    raw = b""
    for line in (f"100644 blob {fake}\tREADME.md", *entries):
        head, name = line.split("\t")
        mode, _, identity = head.split()
        raw += f"{mode.lstrip('0')} {name}\0".encode() + bytes.fromhex(identity)
    tree = git(tmp_path, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=raw)
    commit = git(tmp_path, "commit-tree", "-m", "Twice", tree)
    with GitCopy(tmp_path, commit) as copy:
        assert _facts(verify(copy, KEY.public)) == {"changed": ("README.md",)}


def test_a_limit_ends_the_check_with_a_report(tmp_path: Path) -> None:
    files = {**first_edition().contents, "README.md": b"# Fake\n"}
    asked = list[str]()

    def read(path: str) -> bytes | None:
        asked.append(path)
        if len(asked) > 9:
            raise Exhausted("more than 9 files were asked for")
        return files.get(path)

    report = verify(RemoteCopy(read), KEY.public)
    assert not report.ok
    assert report.changed == ("README.md",)
    assert report.problems[0].startswith("more than 9 files were asked for; the rest is left")
    assert report.descriptor is not None, "of the signed comment"
    assert report.checked < len(files) - 2


def test_as_many_files_as_are_followed_are_no_more(tmp_path: Path) -> None:
    files = first_edition().contents
    named = len(files) - 2
    assert verify(RemoteCopy(files.get), KEY.public, most=named).ok
    for most in range(1, named):
        assert not verify(RemoteCopy(files.get), KEY.public, most=most).ok, most


EXTRAS = ("LICENSE", ".github/")


def with_extras(files: dict[str, bytes], beside: dict[str, bytes]) -> dict[str, bytes]:
    described = manifest.descriptor(
        dataclasses.replace(manifest.parse_descriptor(files[manifest.DESCRIPTOR]), extras=EXTRAS)
    )
    files = {**files, manifest.DESCRIPTOR: described}
    names = checksums.parse(files["SHA256SUMS"]) | {manifest.DESCRIPTOR: digest(described)}
    files["SHA256SUMS"] = checksums.written(names.items())
    comment = manifest.trusted_comment(manifest.parse_descriptor(described))
    files[checksums.SIGNATURE] = KEY.sign(files["SHA256SUMS"], comment)
    return {**files, **beside}


@listed_form
def test_extras_are_not_added(form: Form, tmp_path: Path) -> None:
    fine = {"LICENSE": b"x", ".github/workflows/a.yml": b"x"}
    report = check(form, with_extras(first_edition().contents, fine), tmp_path / "fine")
    assert report.ok, report
    assert "leaves to others were not checked: 2" in "".join(report.notes)
    odd = {"LICENSE.md": b"x", ".github-x": b"x", "articles/LICENSE": b"x", "licence/a": b"x"}
    report = check(form, with_extras(first_edition().contents, {**fine, **odd}), tmp_path / "odd")
    assert report.added == tuple(sorted(odd))


@listed_form
def test_extras_of_a_forged_descriptor_count_for_nothing(form: Form, tmp_path: Path) -> None:
    true = first_edition().contents
    forged = with_extras(true, {"LICENSE": b"x"})
    files = {**true, "LICENSE": b"x", manifest.DESCRIPTOR: forged[manifest.DESCRIPTOR]}
    assert check(form, files, tmp_path).added == ("LICENSE",)
