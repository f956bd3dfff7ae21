"""`mirrorpress status`: what an operator sees of a mirror in trouble."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cli.commands import run
from mirrorpress.cli.status import Status, lines
from mirrorpress.config import Settings
from mirrorpress.model import Edition, Source, Target, Validators
from mirrorpress.store import Quarantined, Store, open_store
from mirrorpress.store.retries import Pause, Retry
from mirrorpress.store.usage import Used
from store.samples import NOON, entry, id_of, keep, revision

LATER = NOON + timedelta(hours=2)
SETTINGS = Settings(
    directory=Path("mirror"),
    name="Harbour mirror",
    sources=(
        Source(name="gazette", title="The Gazette", url="https://gazette.example/feed"),
        Source(name="courier", title="The Courier", url="https://courier.example/feed"),
    ),
    editions=(Edition(name="web", format="web", layout="site"),),
    targets=(Target(name="disk", kind="folder", url="public", editions=("web",)),),
)


@pytest.fixture
def store() -> Iterator[Store]:
    store = open_store(None)
    yield store
    store.close()


def test_a_new_mirror_says_how_to_begin(store: Store) -> None:
    data = Status(SETTINGS, store, NOON).data()
    assert data["last_round"] is None
    said = list(lines(data))
    assert said[0] == "Harbour mirror: 0 articles"
    assert said[1] == "no round yet; start one with `mirrorpress run`"
    assert "  gazette: 0 articles, read never" in said
    assert "  disk: up to date never" in said


def test_everything_that_is_in_trouble_is_named(store: Store) -> None:
    with store.transaction():
        keep(store, revision("tide"))
        store.entries.listed("gazette", [entry("fog"), entry("rain")], NOON)
        key = store.entries.due("gazette", NOON)[0]
        store.entries.failed(store.entries.get("gazette", key), "no text was found", final=True)
        store.entries.source_failed("courier", "the server answered 503", NOON)
        store.retries.put(
            "index",
            "courier",
            "https://courier.example/feed",
            Retry(failures=4, since=NOON, next_try=LATER),
        )
        store.retries.keep_pause(
            Pause(kind="host", name="courier.example", failures=3, until=LATER, error="no response")
        )
        store.retries.keep_pause(
            Pause(kind="pages", name="gazette", failures=3, until=LATER, error="no response")
        )
        store.quarantine.put(
            Quarantined(
                kind="entry",
                source="gazette",
                subject="gazette.example/hail",
                url="https://gazette.example/hail",
                cause="mirrorpress failed on it (KeyError)",
                version="1.0",
                since=NOON,
            ),
            at_once=True,
        )
        store.usage.add("gazette", Used(5_000, 1.5), NOON)
        counts = {"new": 1, "changed": 0, "withdrawn": 0, "failed": 2, "seconds": 3.21}
        store.history.add_round(NOON, counts)
        store.history.target_published("disk", NOON)
        store.history.target_failed("disk", "the disk is full", LATER)
    data = json.loads(json.dumps(Status(SETTINGS, store, NOON).data()))
    gazette, courier = data["sources"]
    assert (gazette["articles"], gazette["waiting"], gazette["abandoned"]) == (1, 1, 1)
    assert (gazette["bytes_today"], gazette["paused_until"]) == (5_000, LATER.isoformat())
    assert (courier["failures"], courier["next_try"]) == (1, LATER.isoformat())
    assert [host["host"] for host in data["paused"]] == ["courier.example"]
    assert data["targets"] == [
        {
            "target": "disk",
            "last_success": NOON.isoformat(),
            "last_failure": LATER.isoformat(),
            "error": "the disk is full",
        }
    ]
    assert [item["url"] for item in data["quarantined"]] == ["https://gazette.example/hail"]
    assert [item["error"] for item in data["abandoned"]] == ["no text was found"]
    text = "\n".join(lines(data))
    for part in (
        "last round 2031-05-04 12:00 UTC: 1 new",
        "the server answered 503; next try 2031-05-04 14:00 UTC",
        "host courier.example is left alone until 2031-05-04 14:00 UTC: no response",
        "failed 2031-05-04 14:00 UTC: the disk is full",
        "quarantined: 1 items",
        "entry: https://gazette.example/hail: mirrorpress failed on it (KeyError)",
        "given up",
    ):
        assert part in text


def test_texts_of_which_extraction_is_not_sure_are_named(store: Store) -> None:
    with store.transaction():
        for name, confidence in (("tide", 0.31), ("fog", 0.97)):
            one = revision(name)
            keep(store, replace(one, article=replace(one.article, confidence=confidence)))
    data = json.loads(json.dumps(Status(SETTINGS, store, NOON).data()))
    assert [source["unsure"] for source in data["sources"]] == [1, 0]
    (unsure,) = data["unsure"]
    assert (unsure["source"], unsure["confidence"]) == ("gazette", 0.31)
    said = list(lines(data))
    assert f"  gazette: {unsure['url']}: confidence 0.31" in said
    assert any("1 with a text that may not be theirs" in line for line in said)


def test_a_success_clears_the_failure_of_a_target(store: Store) -> None:
    with store.transaction():
        store.history.target_failed("disk", "the disk is full", NOON)
        store.history.target_published("disk", LATER)
    (target,) = Status(SETTINGS, store, LATER).data()["targets"]
    assert (target["error"], target["last_success"]) == (None, LATER.isoformat())


def test_as_many_rounds_are_kept_as_are_shown_to_anybody(store: Store) -> None:
    with store.transaction():
        for number in range(150):
            store.history.add_round(NOON + timedelta(minutes=number), {"new": number})
    last = store.history.last_round()
    assert last is not None
    assert last.counts == {"new": 149}
    assert store._database.row("SELECT count(*) FROM rounds") == (100,)


def test_what_changed_or_is_gone_is_counted(store: Store) -> None:
    with store.transaction():
        store.entries.listed("gazette", [entry(name) for name in ("tide", "fog", "rain")], NOON)
        for key in store.entries.due("gazette", NOON):
            due = store.entries.get("gazette", key)
            kept = keep(store, revision(due.url.rpartition("/")[2]))
            store.entries.kept(due, kept, Validators(), LATER)
        keep(store, revision("fog", number=2, title="Another"), {"headline"})
        store.articles.withdraw(id_of("tide"), NOON)
        store.articles.withdraw(id_of("fog"), NOON)
    data = Status(SETTINGS, store, LATER).data()
    assert (data["withdrawn"], data["changed"], data["checks_due"]) == (2, 1, 3)
    assert next(lines(data)) == (
        "Harbour mirror: 3 articles; 2 withdrawn by their outlets; 1 changed by their outlets; "
        "3 to be checked in the next rounds"
    )
    assert Status(SETTINGS, store, NOON).data()["checks_due"] == 0
    off = replace(SETTINGS, fetch=replace(SETTINGS.fetch, recheck=False))
    assert Status(off, store, LATER).data()["checks_due"] == 0


def test_another_mirrors_sources_are_not_named(store: Store) -> None:
    alone = replace(SETTINGS, sources=SETTINGS.sources[:1])
    assert [one["source"] for one in Status(alone, store, NOON).data()["sources"]] == ["gazette"]


def test_no_password_or_token_is_shown(tmp_path: Path) -> None:
    toml = '[mirror]\nname = "M"\n[[source]]\nname = "gazette"\nurl = "https://gazette.example/f"\n'
    (tmp_path / "mirror.toml").write_text(toml)
    store = open_store(tmp_path / "state")
    with store.transaction():
        url = "https://gazette.example/fog?token=hidden"
        store.entries.listed("gazette", [replace(entry("fog"), url=url)], NOON)
        (key,) = store.entries.due("gazette", NOON)
        said = "https://wen:secret@gazette.example/ did not answer"
        store.entries.failed(store.entries.get("gazette", key), said, final=True)
    store.close()
    for words in (("status",), ("status", "--json")):
        shown = run(*words, "-C", str(tmp_path)).output.decode()
        assert "gazette.example/fog" in shown
        assert "secret" not in shown
        assert "hidden" not in shown
