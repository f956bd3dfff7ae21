"""`mirrorpress import`: what it prints, its exit status, and what the next round publishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commands import Result, run
from imports.made_mirrors import make_channels, write_pages
from mirrorpress.errors import RunError

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
