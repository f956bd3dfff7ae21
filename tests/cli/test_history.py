"""`mirrorpress history`: what it prints, and its errors."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cli.commands import run
from mirrorpress.cli.history import FINDINGS, WORDS, data_of, lines_of
from mirrorpress.compare import KINDS, Difference
from mirrorpress.errors import RunError
from mirrorpress.pipeline.article_history import (
    MOST_REVISIONS,
    Differences,
    LaterRevision,
    Verdict,
    Withdrawn,
    read_history,
)
from mirrorpress.store import Quarantined, open_store
from mirrorpress.store.evidence import MAX_ROWS, Finding
from store.samples import NOON, address, id_of, keep, revision

TOML = '[mirror]\nname = "M"\n[[source]]\nname = "gazette"\nurl = "https://gazette.example/f"\n'
TIDE = id_of("tide")
HOUR = timedelta(hours=1)
CAME = Finding(
    time=NOON + HOUR, kind="changed", status=200, url=address("tide") + "?a=1", sha256="ab" * 32
)
GONE = Finding(time=NOON + 2 * HOUR, kind="missing", status=404, url=address("tide"))


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A mirror of one article that its outlet changed."""
    (tmp_path / "mirror.toml").write_text(TOML)
    before = "The ferry carried 12 people, says Ida Brask. “We waited for an hour,” she said."
    after = "The \x1b[31mferry carried 14 people, says Tom Varga."
    with closing(open_store(tmp_path / "state")) as store, store.transaction():
        keep(store, revision("tide", title="Ferry sails", text=before))
        new = revision("tide", number=2, title="Ferry sank", text=after, fetched=NOON + HOUR)
        keep(store, new, ("headline", "names", "numbers", "quotes", "wording"))
        store.evidence.add(TIDE, CAME)
    return tmp_path


def printed(mirror: Path) -> list[str]:
    result = run("history", TIDE, "-C", str(mirror))
    assert result.status == 0
    return result.output.decode().splitlines()


def test_a_history_for_people(mirror: Path) -> None:
    lines = printed(mirror)
    assert lines[:4] == [
        "Ferry sank",
        f"    gazette, {TIDE}, {address('tide')}",
        "    2 revisions; changed by its outlet once: 2031-05-04 13:00:00 UTC",
        "",
    ]
    assert lines[4:12] == [
        "2031-05-04 12:00:00 UTC  first seen: Ferry sails",
        "2031-05-04 13:00:00 UTC  check: another version came (HTTP 200)",
        f"    from {address('tide')}?a=1",
        f"    SHA-256 {'ab' * 32}",
        "2031-05-04 13:00:00 UTC  revision 2: headline, numbers, names, quotations, wording",
        "    headline before: Ferry sails",
        "    headline now: Ferry sank",
        "    numbers cut: 12 people",
    ]
    assert "    names cut: Ida Brask" in lines
    assert "    names added: Tom Varga" in lines
    assert "    quotation cut: We waited for an hour," in lines
    assert any("[-12-]{+14+} people" in line for line in lines)
    assert any("\\x1b[31m" in line for line in lines)


def test_a_history_for_programs(mirror: Path) -> None:
    (data,) = run("history", address("tide"), "--json", "-C", str(mirror)).lines
    assert (data["id"], data["source"], data["url"]) == (TIDE, "gazette", address("tide"))
    assert (data["revisions"], data["revisions_left_out"]) == (2, 0)
    time = "2031-05-04T13:00:00+00:00"
    assert data["changed"] == {"times": 1, "first": time, "last": time}
    assert (data["withdrawn"], data["seems_gone"], data["quarantined"]) == (None, None, [])
    first, check, later = data["events"]
    assert first == {
        "time": "2031-05-04T12:00:00+00:00",
        "event": "first seen",
        "headline": "Ferry sails",
    }
    assert check == {
        "time": time,
        "event": "check",
        "found": "changed",
        "status": 200,
        "url": address("tide") + "?a=1",
        "sha256": "ab" * 32,
        "detail": "",
    }
    assert (later["event"], later["number"], later["verdict"]) == ("revision", 2, "changed")
    assert later["kinds"] == ["headline", "numbers", "names", "quotes", "wording"]
    assert later["headline"] == {"before": "Ferry sails", "now": "Ferry sank"}
    assert later["names"] == {"cut": ["Ida Brask"], "added": ["Tom Varga"]}
    assert {"kind": "cut", "text": "12"} in later["paragraphs"]["changed"][0]
    assert later["paragraphs"]["left_out"] == 0


def test_json_is_one_line(mirror: Path) -> None:
    output = run("history", TIDE, "--json", "-C", str(mirror)).output
    assert output.count(b"\n") == 1
    assert json.loads(output)["events"]


def test_an_unknown_id_is_an_error(mirror: Path) -> None:
    with pytest.raises(RunError, match="there is no article 'nosuch'"):
        run("history", "nosuch", "-C", str(mirror))


def test_a_withdrawn_article(mirror: Path) -> None:
    with closing(open_store(mirror / "state")) as store, store.transaction():
        store.evidence.add(TIDE, replace(GONE, detail="the server answered 404"))
    lines = printed(mirror)
    assert "seems gone since 2031-05-04 14:00:00 UTC, which is not confirmed so far" in lines[2]
    assert lines[-3:] == [
        "2031-05-04 14:00:00 UTC  check: the page is gone (HTTP 404)",
        f"    from {address('tide')}",
        "    the server answered 404",
    ]
    with closing(open_store(mirror / "state")) as store, store.transaction():
        store.evidence.add(TIDE, replace(GONE, time=NOON + 3 * HOUR, kind="front", status=200))
        store.articles.withdraw(TIDE, NOON + 3 * HOUR)
        data = data_of(read_history(store, TIDE))
    lines = printed(mirror)
    assert lines[2].endswith("; withdrawn since 2031-05-04 15:00:00 UTC")
    why = "2 checks in a row found it gone, the first 2031-05-04 14:00:00 UTC"
    assert lines[-1] == f"2031-05-04 15:00:00 UTC  marked as withdrawn: {why}"
    assert data["withdrawn"] == {"since": "2031-05-04T15:00:00+00:00", "why": why}
    assert data["events"][-1]["event"] == "withdrawn"


@pytest.mark.parametrize(
    ("signs", "why"),
    [
        ((), "no check that found it is kept; it may come from another mirror"),
        ((replace(GONE, status=410),), "the server says that it was removed (HTTP 410)"),
        ((GONE,), "the page is gone, and its index no longer lists it"),
        ((GONE, GONE, GONE), "3 checks in a row found it gone, the first 2031-05-04 14:00"),
    ],
)
def test_each_cause_of_a_withdrawal_is_said(
    mirror: Path, signs: tuple[Finding, ...], why: str
) -> None:
    with closing(open_store(mirror / "state")) as store:
        found = read_history(store, TIDE)
    mark = Withdrawn(time=GONE.time, signs=signs)
    (line,) = (line for line in lines_of(replace(found, events=(mark,))) if "marked" in line)
    assert why in line


@pytest.mark.parametrize(
    ("verdict", "kinds", "said"),
    [
        ("changed", KINDS, ", ".join(WORDS.values())),
        ("noise", (), "noise: the text says the same (marks, a picture, a time or the like"),
        ("reading", (), "the page says the same; what was read from it differs"),
        ("not compared", ("cut",), "not compared when it came; compared now: paragraphs cut"),
        ("not compared", (), "not compared when it came; compared now: noise"),
        ("unreadable", (), "is damaged in the store"),
    ],
)
def test_each_verdict_is_in_plain_words(
    mirror: Path, verdict: Verdict, kinds: tuple[str, ...], said: str
) -> None:
    with closing(open_store(mirror / "state")) as store:
        found = read_history(store, TIDE)
    one = LaterRevision(
        time=NOON, number=2, verdict=verdict, kinds=kinds, differences=Differences()
    )
    assert said in [*lines_of(replace(found, events=(one,)))][-1]


def test_much_of_a_kind_is_cut_off(mirror: Path) -> None:
    with closing(open_store(mirror / "state")) as store:
        found = read_history(store, TIDE)
    differences = Differences(
        names=Difference(added=tuple(f"Name{number}" for number in range(30))),
        cut=tuple(f"{number} " + "x" * 999 for number in range(9)),
        left_out=4,
    )
    one = LaterRevision(
        time=NOON, number=2, verdict="changed", kinds=("cut",), differences=differences
    )
    lines = [*lines_of(replace(found, events=(one,)))][4:]
    assert lines[1].endswith(", Name11, …")
    assert [line[:10] for line in lines[2:7]] == [f"    cut: {number}" for number in range(5)]
    assert max(map(len, lines)) < 320
    assert lines[7:] == [
        "    cut: 4 more; --json has them",
        "    at least 4 more paragraphs, which --json has not either",
    ]


def test_what_is_not_shown_is_said(mirror: Path) -> None:
    with closing(open_store(mirror / "state")) as store, store.transaction():
        for number in range(3, MOST_REVISIONS + 10):
            keep(store, revision("tide", number=number, text=f"{number} geese"), ("numbers",))
        for _ in range(MAX_ROWS):
            store.evidence.add(TIDE, GONE)
        held = Quarantined(
            kind="revision",
            source="gazette",
            subject=TIDE,
            url="",
            cause="the text is nearly gone",
            version="1",
            since=NOON,
        )
        store.quarantine.put(held, at_once=True)
    lines = printed(mirror)
    cause = "a new version was refused: the text is nearly gone"
    assert f"    quarantined 2031-05-04 12:00:00 UTC, {cause}" in lines
    shown = f"and the first and the last {MOST_REVISIONS} are shown"
    assert f"… 8 revisions not shown: there are {MOST_REVISIONS + 9}, {shown}" in lines
    assert lines[-1] == "… the first finding of a check and the latest 49 are kept, no others"


def test_every_kind_of_finding_has_words() -> None:
    assert set(FINDINGS) == {"changed", "missing", "front", "emptied", "back"}


def test_the_help_says_what_the_marks_mean() -> None:
    assert b"[-cut-] and {+added+}" in run("history", "--help").output
