"""`mirrorpress hits`: files of page counts in, and what is read most out."""

from __future__ import annotations

import json
import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.commands import Result, run
from mirrorpress.errors import BusyError
from mirrorpress.press import clock
from mirrorpress.store import hold, open_store
from store.samples import NOON, id_of, keep, revision

TOML = '[mirror]\nname = "M"\n[[source]]\nname = "gazette"\nurl = "https://gazette.example/f"\n'
READER = "192.0.2.77"


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mirror with two articles, on the day after they came."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp()) + 86_400))
    folder = tmp_path / "mirror"
    folder.mkdir()
    (folder / "mirror.toml").write_text(TOML)
    with closing(open_store(folder / "state")) as store, store.transaction():
        store.editions.begin("web", "fingerprint")
        for name in ("tide", "fog"):
            keep(store, revision(name))
            store.paths.assign("web", id_of(name), f"articles/{name}.html")
    return folder


def hits(mirror: Path, *words: str, given: bytes = b"") -> Result:
    return run("hits", *words, "-C", str(mirror), given=given)


def lines_of(path: str, count: int) -> str:
    return "".join(
        f'{READER} - - [04/May/2031:12:00:{second:02} +0000] "GET {path} HTTP/1.1" 200 1 "-" '
        '"Mozilla/5.0 Firefox/140.0"\n'
        for second in range(count)
    )


def log(mirror: Path, *parts: str, name: str = "access.log") -> str:
    path = mirror.parent / name
    path.write_text("".join(parts))
    return str(path)


def test_a_log_is_imported_and_listed(mirror: Path) -> None:
    parts = (lines_of("/articles/tide.html", 7), lines_of("/articles/fog", 4), lines_of("/", 2))
    file = log(mirror, *parts)
    done = hits(mirror, "import", file)
    assert (done.status, done.said) == (0, "")
    assert done.output.decode().splitlines() == [
        f"{file}: 13 lines, format access",
        "  counted: 11 views of 2 articles",
        "  not counted: 2 views of pages that are not an article",
        "The next `mirrorpress build` or `run` renders what these counts change.",
    ]
    shown = hits(mirror).output.decode()
    assert shown == hits(mirror, "list").output.decode()
    assert shown.splitlines() == [
        "views from 2031-04-28 to 2031-05-04",
        "        7  About tide (gazette: https://gazette.example/tide)",
    ]
    assert "        4  About fog" in hits(mirror, "--all").output.decode()
    again = hits(mirror, "import", file).output.decode()
    assert "imported before, nothing is new" in again
    assert "build" not in again


def test_json(mirror: Path) -> None:
    good = log(mirror, lines_of("/articles/tide.html", 9), "nonsense\n")
    done = hits(mirror, "import", "--json", good, str(mirror / "none.log"))
    (data,) = done.lines
    first, second = data["files"]
    assert done.status == 1
    assert (first["views"], first["articles"], first["bad"], data["changed"]) == (9, 1, 1, 1)
    assert first["first_bad"] == [{"line": 10, "cause": "this is no line of an access log"}]
    assert second["error"] == "it could not be opened (No such file or directory)"
    (listed,) = hits(mirror, "--json").lines
    assert (listed["first"], listed["last"], listed["least"]) == ("2031-04-28", "2031-05-04", 5)
    assert [(one["id"], one["views"]) for one in listed["articles"]] == [(id_of("tide"), 9)]


@pytest.mark.parametrize(("bad", "status"), [(0, 0), (1, 0), (2, 1)])
def test_more_than_a_tenth_of_bad_lines_is_a_failure(mirror: Path, bad: int, status: int) -> None:
    file = log(mirror, lines_of("/articles/tide.html", 10 - bad), "nonsense\n" * bad)
    done = hits(mirror, "import", "-q", file)
    assert (done.status, done.output) == (status, b"")
    assert done.said == (f"  failed: {file}: {bad} of 10 lines cannot be read\n" if status else "")


def test_standard_input(mirror: Path) -> None:
    given = json.dumps([{"path": "/o/r/blob/main/articles/fog.html", "title": "F", "count": 8}])
    assert hits(mirror, "import", "-", given=given.encode()).status == 0
    (listed,) = hits(mirror, "--json").lines
    assert [(one["id"], one["views"]) for one in listed["articles"]] == [(id_of("fog"), 8)]
    assert listed["last"] == clock().date().isoformat() == "2031-05-05"


def test_counts_without_a_day_are_of_the_day_of_the_file(mirror: Path) -> None:
    file = log(mirror, "path,count\n/articles/fog.html,8\n", name="counts.csv")
    time = datetime(2031, 5, 2, 9, tzinfo=UTC).timestamp()
    os.utime(file, (time, time))
    assert hits(mirror, "import", file).status == 0
    assert hits(mirror, "--json").lines[0]["last"] == "2031-05-02"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(mirror: Path) -> None:
    unknown = log(mirror, "what is this\n", name="notes\x1b[31m.txt")
    file = log(mirror, lines_of("/articles/tide.html", 6))
    done = hits(mirror, "import", unknown, str(mirror), file)
    assert done.status == 1
    assert "\x1b" not in done.said
    assert "not recognised" in done.said
    assert "could not be opened (Is a directory)" in done.said
    assert "6 views of 1 articles" in done.output.decode()


def test_a_named_format_is_used(mirror: Path) -> None:
    file = log(mirror, "/articles/tide.html,Tide\n/articles/fog.html,Fog\n", name="hot.csv")
    assert "format ranking" in hits(mirror, "import", file).output.decode()
    done = hits(mirror, "import", "--format", "views", file)
    assert "counted: 2 views of 2 articles" in done.output.decode()


def test_nothing_about_a_reader_is_printed(mirror: Path) -> None:
    bad = lines_of("/articles/tide.html", 1).replace(":12:00", ":99:00")
    done = hits(mirror, "import", log(mirror, lines_of("/secret-word", 1), bad))
    assert "line 2: " in done.output.decode()
    for text in (done.output.decode(), done.said):
        assert READER not in text
        assert "secret-word" not in text
        assert "Firefox" not in text


def test_without_counts_the_list_says_how_to_get_them(mirror: Path) -> None:
    done = hits(mirror)
    assert done.status == 0
    assert b"`mirrorpress hits import FILE` brings counts" in done.output
    (listed,) = hits(mirror, "--json").lines
    assert listed == {"first": None, "last": None, "least": 5, "articles": []}


def test_another_run_is_not_disturbed(mirror: Path) -> None:
    file = log(mirror, lines_of("/articles/tide.html", 6))
    with hold(mirror / "state"), pytest.raises(BusyError):
        hits(mirror, "import", file)
    assert b"no counts" in hits(mirror).output


def test_help_is_of_the_group_or_of_the_command() -> None:
    assert b"  import " in run("hits", "--help").output
    assert b"hits list [OPTIONS]" in run("hits", "--json", "--help").output
    assert b"GoatCounter" in run("hits", "import", "--help").output
