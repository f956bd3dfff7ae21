"""What checks of stored articles found, with a bound for each article."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from mirrorpress.store import Store, open_store
from mirrorpress.store.evidence import MAX_ASKED, MAX_DETAIL, MAX_ROWS, Counts, Finding
from mirrorpress.store.schema import MIGRATIONS
from mirrorpress.store.store import FILE
from store.samples import NOON, address, entry, id_of, keep, revision

BEFORE = next(at for at, text in enumerate(MIGRATIONS) if "TABLE evidence" in text)
TIDE = id_of("tide")
GONE = Finding(time=NOON, kind="missing", status=404, url="https://gazette.example/tide")


def minutes(number: int) -> Finding:
    return replace(GONE, time=NOON + timedelta(minutes=number))


def test_findings_come_back_as_they_were_kept(store: Store) -> None:
    emptied = replace(GONE, kind="emptied", status=200, sha256="ab" * 32, detail="no text")
    store.evidence.add(TIDE, GONE)
    store.evidence.add(TIDE, emptied)
    assert store.evidence.of(TIDE) == (GONE, emptied)
    assert store.evidence.of(id_of("fog")) == ()


def test_the_first_and_the_latest_stay(store: Store) -> None:
    for number in range(MAX_ROWS + 20):
        store.evidence.add(TIDE, minutes(number))
        store.evidence.add(id_of("fog"), minutes(number))
    kept = store.evidence.of(TIDE)
    assert len(kept) == MAX_ROWS
    assert kept[0] == minutes(0)
    assert kept[1:] == tuple(minutes(number) for number in range(21, MAX_ROWS + 20))
    assert store.evidence.of(id_of("fog")) == kept


def test_the_addresses_at_which_an_article_is_asked_for(store: Store) -> None:
    assert store.evidence.asked("gazette", TIDE) == ()
    names = [f"tide-{number}" for number in range(MAX_ASKED + 2)]
    store.entries.listed("gazette", [entry(name) for name in (*names, "fog")], NOON)
    for key in store.entries.due("gazette", NOON):
        due = store.entries.get("gazette", key)
        kept = id_of("fog") if due.url == address("fog") else TIDE
        store.entries.kept(due, kept, due.validators, None)
    assert store.evidence.asked("gazette", TIDE) == tuple(map(address, names[:MAX_ASKED]))
    assert store.evidence.asked("gazette", id_of("fog")) == (address("fog"),)
    assert store.evidence.asked("courier", TIDE) == ()


def test_a_detail_is_cut(store: Store) -> None:
    store.evidence.add(TIDE, replace(GONE, detail="x" * 9999))
    assert store.evidence.of(TIDE)[0].detail == "x" * MAX_DETAIL


def test_signs_count_from_the_last_good_answer_on(store: Store) -> None:
    assert store.evidence.first_sign(TIDE) is None
    store.evidence.add(TIDE, replace(minutes(0), kind="changed"))
    assert store.evidence.first_sign(TIDE) is None
    store.evidence.add(TIDE, minutes(1))
    store.evidence.add(TIDE, replace(minutes(2), kind="front"))
    assert store.evidence.first_sign(TIDE) == NOON + timedelta(minutes=1)
    store.evidence.add(TIDE, replace(minutes(3), kind="back"))
    assert store.evidence.first_sign(TIDE) is None
    store.evidence.add(TIDE, replace(minutes(4), kind="emptied"))
    assert store.evidence.first_sign(TIDE) == NOON + timedelta(minutes=4)


def test_the_evidence_of_a_dropped_article_goes(store: Store) -> None:
    keep(store, revision("tide"))
    store.evidence.add(TIDE, GONE)
    store.articles.forget(TIDE)
    assert store.evidence.of(TIDE) == ()


def test_an_older_store_checks_its_recent_articles_soon(tmp_path: Path) -> None:
    now = int(time.time())
    with closing(sqlite3.connect(tmp_path / FILE)) as old:
        old.create_function("inflated", 1, lambda data: None)
        old.executescript(";".join(MIGRATIONS[:BEFORE]) + f"; PRAGMA user_version = {BEFORE};")
        for name, days in (("tide", 13), ("fog", 15)):
            old.execute(
                "INSERT INTO articles (id, source, url, day, published, shown, title, summary, "
                "revision, sha256, change) VALUES (?, 'gazette', 'u', '2031-05-04', ?, "
                "'2031-05-04T00:00:00+00:00', 'T', '', 1, '', 1)",
                (id_of(name), now - days * 86_400),
            )
            old.execute(
                "INSERT INTO entries (source, key, url, entry, fingerprint, position, listed, "
                "state, article, first_seen) VALUES ('gazette', ?, 'u', '{}', '', 0, 1, 'kept', "
                "?, 0)",
                (name, id_of(name)),
            )
        old.commit()
    with closing(open_store(tmp_path)) as store:
        assert store.entries.due("gazette", NOON) == ("tide",)
        assert store.entries.get("gazette", "tide").scheduled


def test_articles_that_are_not_what_they_were_are_counted(store: Store) -> None:
    assert store.evidence.counts() == Counts(withdrawn=0, changed=0)
    for name in ("tide", "fog", "rain"):
        keep(store, revision(name))
    for name, kinds in (("tide", {"headline"}), ("fog", {"numbers"}), ("rain", ())):
        keep(store, revision(name, number=2, title="Another"), kinds)
    store.articles.withdraw(TIDE, NOON)
    assert store.evidence.counts() == Counts(withdrawn=1, changed=2)
    store.articles.restore(TIDE)
    assert store.evidence.counts() == Counts(withdrawn=0, changed=2)
