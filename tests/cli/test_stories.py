"""`mirrorpress explain-story`: what it prints, and its errors."""

from __future__ import annotations

import json
import re
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cli.commands import run
from mirrorpress.cli.stories import lines_of
from mirrorpress.config import load
from mirrorpress.errors import RunError
from mirrorpress.group import Reason
from mirrorpress.press import explain_stored_story
from mirrorpress.store import open_store
from store.samples import NOON, address, id_of, keep, revision

TOML = '[mirror]\nname = "M"\n[[source]]\nname = "gazette"\nurl = "https://gazette.example/f"\n'
REPORTS = (  # name, source, hours, title, text
    (
        "tide",
        "gazette",
        0,
        "Tram drivers in Port Selwyn vote for a two-day strike",
        "Drivers of the Port Selwyn tramway will stop work on Wednesday over 31 night shifts, "
        "their union said after a ballot in which 1,240 took part.",
    ),
    (
        "flood",
        "courier",
        5,
        "Port Selwyn\u3000trams stand still: drivers vote to strike",
        "A ballot of 1 240 tramway drivers had a clear result. Port Selwyn has no trams on "
        "Wednesday, the union said to Ida Brask, because of unpaid night shifts.",
    ),
    (
        "fog",
        "gazette",
        8,
        "Maple Hollow library \x1b[31mopens again",
        "Volunteers who dried 40,000 books were there on Wednesday.",
    ),
)


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A mirror with a story of two reports, and another report."""
    (tmp_path / "mirror.toml").write_text(TOML)
    with closing(open_store(tmp_path / "state")) as store, store.transaction():
        for name, source, hours, title, text in REPORTS:
            published = NOON + timedelta(hours=hours)
            keep(store, revision(name, source=source, published=published, title=title, text=text))
        store.stories.grouped([(id_of("tide"), id_of("tide")), (id_of("flood"), id_of("tide"))])
        for name, *_ in REPORTS:
            store.stories.mark_grouped(id_of(name))
    return tmp_path


def test_the_story_before_is_named(mirror: Path) -> None:
    with closing(open_store(mirror / "state")) as store, store.transaction():
        store.stories.chains.follow([(id_of("fog"), id_of("flood"))])
    lines = run("explain-story", id_of("fog"), "-C", str(mirror)).output.decode().splitlines()
    assert lines[1] == f"it follows story {id_of('tide')}: {REPORTS[0][3]}"
    shown = json.loads(run("explain-story", id_of("fog"), "--json", "-C", str(mirror)).output)
    assert shown["follows"] == id_of("tide")
    shown = json.loads(run("explain-story", id_of("tide"), "--json", "-C", str(mirror)).output)
    assert shown["follows"] is None


def test_a_round_up_is_said_to_be_one(mirror: Path) -> None:
    title = "Morning briefing: trams in Port Selwyn, a library"
    with closing(open_store(mirror / "state")) as store, store.transaction():
        keep(store, revision("fog", source="gazette", number=2, title=title, published=NOON))
    lines = run("explain-story", id_of("fog"), "-C", str(mirror)).output.decode().splitlines()
    assert lines[1] == (
        "its title says that it reports many events: it is compared with no other report"
    )
    assert lines[-1].strip().startswith("none: ")
    shown = json.loads(run("explain-story", id_of("fog"), "--json", "-C", str(mirror)).output)
    assert shown["roundup"] is True


def test_a_story_for_people(mirror: Path) -> None:
    result = run("explain-story", id_of("tide"), "-C", str(mirror))
    lines = result.output.decode().splitlines()
    assert result.status == 0
    assert lines[0].startswith(f"story {id_of('tide')}: 2 reports (3 articles of these days ")
    assert lines[2:4] == [
        "[1] Tram drivers in Port Selwyn vote for a two-day strike",
        f"    gazette, 2031-05-04 12:00 UTC, {id_of('tide')}",
    ]
    assert lines[4].startswith("    nearest: [2], similarity 0.")
    assert lines[4].endswith(", 5 hours apart")
    assert "      shared numbers: 1240" in lines
    assert "      names only in [2]: Ida, Brask" in lines
    assert "      numbers only in [1]: 31" in lines
    assert "[2] Port Selwyn trams stand still: drivers vote to strike" in lines
    assert len([line for line in lines if "shared names: " in line]) == 2  # not twice for a pair
    assert "The nearest reports that are not in it:" in lines
    assert "[3] Maple Hollow library \\x1b[31mopens again" in lines
    assert any(line.startswith("    why not: both share too little ") for line in lines)


def test_a_story_for_programs(mirror: Path) -> None:
    (data,) = run("explain-story", address("flood"), "--json", "-C", str(mirror)).lines
    assert (data["story"], data["size"], data["compared"]) == (id_of("tide"), 2, 3)
    first, second = data["reports"]
    assert (first["id"], second["url"]) == (id_of("tide"), address("flood"))
    (pair,) = second["nearest"]
    assert pair["id"] == id_of("tide")
    assert (pair["hours"], pair["copies"]) == (5.0, False)
    assert pair["shared"]["numbers"] == ["1240"]
    assert pair["only_here"]["names"] == ["Ida", "Brask"]
    (left,) = data["left_out"]
    assert (left["id"], left["story"], left["reason"]) == (
        id_of("fog"),
        None,
        "little evidence",
    )


def test_an_article_in_no_story(mirror: Path) -> None:
    result = run("explain-story", id_of("fog"), "-C", str(mirror))
    lines = result.output.decode().splitlines()
    assert lines[0].startswith("in no story (3 articles")
    assert "The nearest reports:" in lines


def test_a_copy_is_said_to_be_one(mirror: Path) -> None:
    with closing(open_store(mirror / "state")) as store, store.transaction():
        copied = store.articles.revision(id_of("tide"))
        copy = replace(copied, id=id_of("copy"), url=address("copy"), source="courier")
        keep(store, copy)
        store.stories.grouped([(copy.id, id_of("tide"))])
        store.stories.mark_grouped(copy.id)
    output = run("explain-story", id_of("copy"), "-C", str(mirror)).output.decode()
    assert "less than an hour apart; copies: 100 % of the shorter text is in the longer" in output


def test_an_article_that_waits_is_said_to(mirror: Path) -> None:
    with closing(open_store(mirror / "state")) as store, store.transaction():
        keep(store, revision("new", title=REPORTS[0][3], text=REPORTS[0][4]))
    output = run("explain-story", id_of("new"), "-C", str(mirror)).output.decode()
    assert "why not: not grouped so far; the next `mirrorpress build` or `run` does it" in output


def test_an_unknown_id_is_an_error(mirror: Path) -> None:
    with pytest.raises(RunError, match="no story and no article 'nosuch'"):
        run("explain-story", "nosuch", "-C", str(mirror))


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason.NOT_GROUPED, "not grouped so far"),
        (Reason.TOO_FAR, "more than 3 days apart"),
        (Reason.LITTLE, "both share too little"),
        (Reason.BELOW, "similarity below 0."),
        (Reason.FULL, "more than 200 reports"),
        (Reason.MEAN, "mean similarity of it and this story: 0.012"),
        (Reason.DIVIDED, "two halves"),
        (Reason.SEVERAL, "several stories that have nothing in common"),
        (Reason.LATER, "similar enough now"),
    ],
)
def test_each_reason_is_a_clause(mirror: Path, reason: Reason, said: str) -> None:
    found = explain_stored_story(load(mirror), id_of("tide"))
    (left,) = found.left_out
    found = replace(found, left_out=(replace(left, reason=reason, mean=0.012),))
    assert [line for line in lines_of(found) if line.startswith("    why not: ") and said in line]
    assert {one.value for one in Reason} == {*_reasons_of_the_manual()}


def _reasons_of_the_manual() -> list[str]:
    text = (Path(__file__).parents[2] / "docs" / "grouping.md").read_text("utf-8")
    return re.findall(r"^\| `([^`]+)` \|", text, re.M)


def test_json_is_one_line(mirror: Path) -> None:
    output = run("explain-story", id_of("tide"), "--json", "-C", str(mirror)).output
    assert output.count(b"\n") == 1
    assert json.loads(output)["reports"]
