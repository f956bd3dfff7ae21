import os
import resource
from pathlib import Path

import pytest

from mirrorpress.publish.checksums import PathRefused
from mirrorpress.publish.safe_folder import NOT_A_FILE, Blocked, SafeFolder
from publish.places import files_in, write_files

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_files_are_written_read_and_removed_with_their_folders(tmp_path: Path) -> None:
    with SafeFolder(tmp_path) as tree:
        tree.write("a/b/c", b"one")
        tree.write("a/b/c", b"three")
        tree.write_unsynced("d", b"")
        assert (tree.size("a/b/c"), tree.read("a/b/c", 2), tree.digest("d")) == (5, b"th", EMPTY)
        assert sorted(tree.walk()) == ["a/b/c", "d"]
        tree.remove("a/b/c")
        tree.remove("a/b/c")
        tree.sync()
        assert list(tree.walk()) == ["d"]
    assert files_in(tmp_path) == {"d": b""}
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("count", [1, 150])
def test_many_files_settle_as_well_as_few(tmp_path: Path, count: int) -> None:
    with SafeFolder(tmp_path) as tree:
        for number in range(count):
            tree.write_unsynced(f"a/{number}", b"x")
        tree.sync()
    assert files_in(tmp_path) == {f"a/{number}": b"x" for number in range(count)}


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    with SafeFolder(tmp_path) as tree:
        for path in ("a", "a/b/c"):
            assert tree.digest(path) is None
            assert tree.size(path) is None
            assert tree.read(path, 10) is None
            assert not tree.holds(path)


def test_links_folders_and_pipes_are_no_files(tmp_path: Path) -> None:
    write_files(tmp_path / "outside", {"x/page": b"secret"})
    root = tmp_path / "root"
    (root / "folder").mkdir(parents=True)
    (root / "link").symlink_to(tmp_path / "outside/x/page")
    (root / "broken").symlink_to("nowhere")
    (root / "out").symlink_to(tmp_path / "outside")
    os.mkfifo(root / "pipe")
    with SafeFolder(root) as tree:
        for path in ("folder", "link", "broken", "pipe", "out/x/page", "link/x"):
            assert tree.digest(path) == NOT_A_FILE
            assert tree.read(path, 10) is None
            assert tree.size(path) is None
        assert tree.holds("broken")
        assert not tree.holds("folder")
        assert sorted(tree.walk()) == ["broken", "link", "out", "pipe"]
        for path in ("out/x/new", "out/new", "link/new"):
            with pytest.raises(Blocked):
                tree.write(path, b"x")
        tree.remove("out/x/page")
    assert files_in(tmp_path / "outside") == {"x/page": b"secret"}


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/x", "", "a//b", ".git/x"])
def test_no_path_leads_out(tmp_path: Path, path: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    with SafeFolder(root) as tree:
        for act in (lambda: tree.write(path, b"x"), lambda: tree.remove(path)):
            with pytest.raises(PathRefused):
                act()
    assert files_in(tmp_path) == {}


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with SafeFolder(tmp_path) as tree, pytest.raises(IsADirectoryError):
        tree.write("a", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_folders_that_hold_something_else_stay(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b/ours": b"x", "a/theirs": b"x"})
    with SafeFolder(tmp_path) as tree:
        tree.remove("a/b/ours")
    assert files_in(tmp_path) == {"a/theirs": b"x"}
    assert not (tmp_path / "a/b").exists()


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b/page": b"x", "page": b"x"})
    unread = list[str]()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with SafeFolder(tmp_path) as tree:
        walk = tree.walk(unread.append)
        assert next(walk) == "page"
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (tree.descriptor + 1, hard))
            assert list(walk) == []
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert unread == ["a"]


def test_no_file_stays_open(tmp_path: Path) -> None:
    descriptors = Path("/proc/self/fd")
    if not descriptors.exists():
        pytest.skip("needs /proc")
    (tmp_path / "link").symlink_to("nowhere")
    before = len(list(descriptors.iterdir()))
    with SafeFolder(tmp_path) as tree:
        for number in range(20):
            tree.write(f"{number}/a/b", b"x")
            tree.digest("link/x")
            tree.digest(f"{number}/a")
            tree.remove(f"{number}/a/b")
        tree.sync()
    assert len(list(descriptors.iterdir())) == before
