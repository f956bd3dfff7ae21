"""`mirrorpress import`: what it prints, its exit status, and what the next round publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.commands import Result, run
from imports.made_mirrors import MadePage, make_archive, make_channels, write_pages
from mirrorpress.errors import RunError
from publish.places import files_at, git, write_files

TOML = """
[mirror]
name = "Harbour mirror"
[[source]]
name = "prog0"
title = "News"
url = "https://tidepost.example/feed"
[[edition]]
name = "old"
format = "markdown"
layout = "{layout}"
[[target]]
name = "repository"
kind = "git"
url = "{url}"
branch = "main"
extras = ["LICENSE"]
editions = ["old"]
"""


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")  # 2033, later than all made pages
    return made_mirror(tmp_path / "mirror", "channels")


def made_mirror(folder: Path, layout: str, url: str = "remote.git") -> Path:
    folder.mkdir()
    text = TOML.format(layout=layout, url=url)
    (folder / "mirror.toml").write_text(text, encoding="utf-8")
    return folder


def import_from(mirror: Path, address: Path | str, *options: str) -> Result:
    return run("import", str(address), "-C", str(mirror), *options)


def test_the_summary_counts_pages_and_lists_what_failed(mirror: Path, tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "copy", make_channels(40))
    done = import_from(mirror, tmp_path / "copy")
    assert done.status == 1
    assert done.output.decode().startswith("39 of 40 pages became articles (39 new) in ")
    (broken,) = (page.path for page in pages if page.broken)
    assert f"  failed: {broken}: " in done.said
    again = import_from(mirror, tmp_path / "copy")
    assert again.output.decode().startswith("39 of 40 pages became articles (0 new) in ")


def test_json_is_one_object(mirror: Path, tmp_path: Path) -> None:
    write_pages(tmp_path / "copy", make_channels(40))
    done = import_from(mirror, tmp_path / "copy", "--json")
    (said,) = done.lines
    assert (said["layout"], said["edition"], said["pages"]) == ("channels", "old", 40)
    assert (said["articles"], said["new"], said["further"]) == (39, 39, 0)
    assert [set(one) for one in said["failed"]] == [{"path", "error"}]
    assert said["unlisted"] == ["prog1", "prog2", "prog3", "prog4", "prog5", "prog6"]
    assert "once a [[source]] has that name" in done.said


@pytest.mark.parametrize(
    ("options", "layout", "words"),
    [
        ((), "archive", "no edition in mirror.toml has it"),
        (("--edition", "new"), "channels", "'new' is not an edition of layout channels"),
    ],
)
def test_an_edition_that_does_not_fit_is_one_sentence(
    tmp_path: Path, options: tuple[str, ...], layout: str, words: str
) -> None:
    write_pages(tmp_path / "copy", make_channels(2))
    folder = made_mirror(tmp_path / "mirror", layout)
    with pytest.raises(RunError, match=words):
        import_from(folder, tmp_path / "copy", *options)


# With the history of the repository


def repository(folder: Path, pages: tuple[MadePage, ...]) -> str:
    """A bare repository of the old mirror, beside a work tree; its newest commit."""
    copy = folder / "copy"
    files = {"README.md": b"# Old", "LICENSE": b"Free", "indexes/old.md": b"# Old list"}
    write_files(copy, files)
    git(copy, "init", "-q", "--initial-branch=main")
    git(copy, "add", "--all")
    git(copy, "commit", "-q", "-m", "update")
    write_pages(copy, pages)
    git(copy, "add", "--all")
    git(copy, "commit", "-q", "-m", "update")
    git(folder, "clone", "-q", "--bare", "copy", "remote.git")
    return git(copy, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("layout", "make"), [("channels", make_channels), ("archive", make_archive)]
)
def test_the_history_of_the_repository_goes_on(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: str,
    make: Callable[[int], Iterator[MadePage]],
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    pages = tuple(page for page in make(30) if "\\" not in page.path)
    old = repository(tmp_path, pages)
    remote = tmp_path / "remote.git"
    mirror = made_mirror(tmp_path / "mirror", layout, str(remote))
    assert import_from(mirror, remote).status == 0
    published = run("publish", "-C", str(mirror))
    assert published.status == 0, published.said
    git(remote, "merge-base", "--is-ancestor", old, "main")
    files = files_at(remote)
    assert [page.path for page in pages if files.get(page.path) in (None, page.content)] == []
    assert files["LICENSE"] == b"Free"
    assert files["README.md"] != b"# Old"
    # Files that are no pages stay until the operator removes them, and are reported until then.
    checked = run("verify", str(remote), "--git", "--revision", "main", "--json", "--no-memory")
    (said,) = checked.lines
    assert (said["added"], said["problems"], said["trust"]) == (["indexes/old.md"], [], "first-use")
    remove(remote, tmp_path / "again", said["added"])
    assert run("publish", "-C", str(mirror)).status == 0
    assert run("verify", str(remote), "--git", "--revision", "main", "--no-memory").status == 0


def remove(remote: Path, work: Path, paths: list[str]) -> None:
    """Remove files as an operator does."""
    git(remote.parent, "clone", "-q", str(remote), str(work))
    git(work, "rm", "-q", "--", *paths)
    git(work, "commit", "-q", "-m", "Remove what the old mirror left")
    git(work, "push", "-q", "origin", "main")
