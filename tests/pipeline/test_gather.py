"""Steps 1 to 4 on recorded pages: what fails, fails alone."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mirrorpress import urls
from mirrorpress.config import Settings
from mirrorpress.discover import feed
from mirrorpress.errors import WorkerFailed
from mirrorpress.model import FeedEntry, Index, Page, Source, Validators
from mirrorpress.pipeline.budget import Pauses
from mirrorpress.pipeline.gather import by_source
from mirrorpress.pipeline.source_round import MAX_FILE
from mirrorpress.pipeline.store import StoreStep
from mirrorpress.store import DueEntry
from pipeline.rounds import Round, Stumbling, page, rss
from store.samples import NOON

GAZETTE = Source(name="gazette", title="The Gazette", url="https://gazette.example/feed")
COURIER = Source(name="courier", title="The Courier", url="https://courier.example/feed")
A, B, C = (f"https://gazette.example/{name}" for name in ("a", "b", "c"))
D = "https://courier.example/d"
NONE: frozenset[str] = frozenset()


def answers() -> dict[str, Page]:
    pages = {url: page(url) for url in (A, B, C, D)}
    return {
        **pages,
        str(GAZETTE.url): rss(str(GAZETTE.url), (A, B, C)),
        str(COURIER.url): rss(str(COURIER.url), (D,)),
    }


def test_a_fault_of_ours_at_one_page_quarantines_that_page() -> None:
    mirror = Round((GAZETTE, COURIER))
    summary = mirror.run(Stumbling(answers(), frozenset({B})))
    assert mirror.urls() == [D, A, C]
    assert (summary.new, summary.faults) == (3, 1)
    assert [(one.source, one.url) for one in summary.failed] == [("gazette", B)]
    assert summary.quarantined == summary.failed
    (held,) = mirror.store.quarantine.items()
    assert (held.kind, held.source, held.url) == ("entry", "gazette", B)
    assert "IndexError: nobody expected this" in held.cause
    assert "rounds.py" in held.trace


def test_what_is_quarantined_is_asked_for_again_on_request_only() -> None:
    mirror = Round((GAZETTE,))
    mirror.run(Stumbling(answers(), frozenset({B})))
    again = Stumbling(answers(), NONE)
    assert mirror.run(again).new == 0
    assert B not in [request.url for request in again.requests]
    (held,) = mirror.store.quarantine.items()
    assert mirror.store.quarantine.release(keep_version=held.version) == 0
    assert mirror.store.quarantine.release(keep_version="another") == 1
    assert mirror.run(Stumbling(answers(), NONE)).new == 1
    assert mirror.store.quarantine.items() == ()
    assert mirror.urls() == [A, B, C]


def test_a_fault_at_an_index_leaves_the_source_alone_until_it_changes() -> None:
    mirror = Round((GAZETTE, COURIER))
    readers = dict(mirror.readers)
    mirror.readers["feed"] = stumble_on_gazette
    summary = mirror.run(Stumbling(answers(), NONE))
    assert mirror.urls() == [D]
    assert [one.source for one in summary.quarantined] == ["gazette"]
    mirror.readers = readers
    summary = mirror.run(Stumbling(answers(), NONE))
    assert (summary.new, summary.faults) == (0, 0)
    assert "left alone" in summary.failed[0].error
    mirror.now += timedelta(minutes=5)
    changed = {**answers(), str(GAZETTE.url): rss(str(GAZETTE.url), (A, B, C), version=" 2")}
    assert mirror.run(Stumbling(changed, NONE)).new == 3


def test_a_damaged_row_fails_alone() -> None:
    mirror = Round((GAZETTE,))
    mirror.run(Stumbling(answers(), frozenset({A, B, C})))
    mirror.store.quarantine.release()
    with mirror.store.transaction():
        mirror.store._database.run("UPDATE entries SET entry = '{' WHERE url = ?", B)
    summary = mirror.run(Stumbling(answers(), NONE))
    assert mirror.urls() == [A, C]
    assert [(one.url, summary.faults) for one in summary.failed] == [
        (B.removeprefix("https://"), 1)
    ]


def test_a_page_is_held_at_its_second_time_out() -> None:
    """Once may be a busy machine, twice is the page."""
    mirror = Round((GAZETTE,))
    due = DueEntry(
        source="gazette",
        key="gazette.example/a",
        url=A,
        entry=FeedEntry(url=A),
        recheck=False,
        article=None,
        validators=Validators(),
    )
    step = StoreStep(mirror.components)
    late = WorkerFailed("it took longer than 20 seconds")
    assert step.failed(GAZETTE, due, late).held == ()
    assert step.failed(GAZETTE, due, late).held == ((A, late),)


def stumble_on_gazette(page: Page, source: Source) -> Index:
    """A reader with a fault; module-level, so that a worker can run it."""
    if source.name == "gazette":
        raise KeyError("nobody expected this")
    return feed.read(page, source)


# A source speaks for its own site

FORGER = Source(name="forger", title="Forger", url="https://forger.example/feed", content="feed")
FORGED = (
    '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>'
    f"<title>F</title><item><title>Forged</title><link>{A}</link>"
    f"<c:encoded>&lt;p>{'All of it is a lie, says nobody. ' * 30}&lt;/p></c:encoded>"
    "</item></channel></rss>"
)


def forged() -> dict[str, Page]:
    url = str(FORGER.url)
    body = FORGED.encode()
    return {**answers(), url: Page(url=url, requested=url, body=body, fetched=NOON)}


def test_a_feed_cannot_put_its_words_into_another_outlets_mouth() -> None:
    """Neither before nor after the outlet's own source was read."""
    for sources in ((FORGER,), (GAZETTE,)):
        mirror = Round(sources)
        mirror.run(Stumbling(forged(), NONE))
        mirror.sources = (FORGER, GAZETTE)
        mirror.run(Stumbling(forged(), NONE))
        true = mirror.store.articles.revision(urls.article_id(A))
        assert (true.source, true.article.title) == ("gazette", "The ferry sails again")
        quoted = mirror.store.articles.revision(urls.quoted_id("forger", A))
        assert (quoted.source, quoted.article.title) == ("forger", "Forged")


def test_the_outlets_own_source_takes_over_what_another_listed() -> None:
    forger = replace(FORGER, content="page")
    mirror = Round((forger,))
    mirror.run(Stumbling(forged(), NONE))
    article = urls.article_id(A)
    assert mirror.store.articles.revision(article).source == "forger"
    with mirror.store.transaction():
        mirror.store.stories.mark_grouped(article)
        mirror.store.paths.assign("web", article, "articles/forger-a.html")
    change = mirror.store.changes.current()
    mirror.sources = (forger, GAZETTE)
    summary = mirror.run(Stumbling(forged(), NONE))
    assert mirror.store.articles.revision(article).source == "gazette"
    assert mirror.store.articles.summary(article, "web").path == "articles/forger-a.html"
    (left,) = mirror.store.articles.departed_since(change)
    assert (left.id, left.source) == (article, "forger")
    assert summary.new == 2


WORLD = Source(name="world", title="The Gazette: World", url="https://gazette.example/world")


@pytest.mark.parametrize("sources", [(GAZETTE, WORLD), (WORLD, GAZETTE)])
def test_an_article_that_two_sources_list_is_counted_once(sources: tuple[Source, ...]) -> None:
    recorded = {**answers(), str(WORLD.url): rss(str(WORLD.url), (A, B, C))}
    mirror = Round(sources)
    assert mirror.run(Stumbling(recorded, NONE)).new == 3
    kept = {mirror.store.articles.revision(urls.article_id(url)).source for url in (A, B, C)}
    assert kept == {sources[0].name}


def test_what_a_killed_round_kept_is_counted_when_its_first_source_lists_it() -> None:
    """The killed round reported nothing, so that nothing is counted twice."""
    recorded = {**answers(), str(WORLD.url): rss(str(WORLD.url), (A,))}
    mirror = Round((WORLD,))
    mirror.run(Stumbling(recorded, NONE))
    mirror.sources = (GAZETTE, WORLD)
    assert mirror.run(Stumbling(recorded, NONE)).new == 3


# Versions that cannot be meant


def test_a_page_that_comes_back_as_garbage_leaves_the_last_version() -> None:
    mirror = Round((GAZETTE,))
    mirror.run(Stumbling(answers(), NONE))
    article = urls.article_id(A)
    good = mirror.store.articles.revision(article)
    garbage = replace(page(A), body=page(A).body.replace(b"e", b"\xc3\xa9").replace(b"a", b"\x80"))
    bad = {
        **answers(),
        A: replace(garbage, charset="windows-1252"),
        str(GAZETTE.url): rss(str(GAZETTE.url), (A, B, C), title="Look again"),
    }
    summary = mirror.run(Stumbling(bad, NONE))
    assert mirror.store.articles.revision(article) == good
    assert [one.url for one in summary.quarantined] == [A]
    assert summary.faults == 0
    assert "the last good version stays" in summary.failed[0].error
    (held,) = mirror.store.quarantine.items()
    assert held.kind == "revision"
    mirror.now += timedelta(hours=1)
    repaired = {**bad, A: page(A, title="The ferry sails once more")}
    assert mirror.run(Stumbling(repaired, NONE)).changed == 1
    assert mirror.store.quarantine.items() == ()


def test_somebody_who_asks_for_it_is_given_what_is_there_now() -> None:
    mirror = Round((GAZETTE,))
    mirror.run(Stumbling(answers(), NONE))
    short = "<article><h1>The ferry sails again</h1><p>The yard asked us to take this down.</p>"
    body = f'<html lang="en"><title>T</title><body>{short}{"<p>Sorry. </p>" * 9}</article></html>'
    cut = {**answers(), A: replace(page(A), body=body.encode())}
    summary = mirror.add(Stumbling(cut, NONE), {GAZETTE: (A,)})
    assert (summary.changed, summary.failed) == (1, [])


def test_an_entry_that_cannot_be_queued_fails_alone() -> None:
    """What it says is longer than the store takes."""
    mirror = Round((GAZETTE,))
    mirror.store._database._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 20_000)
    index = rss(str(GAZETTE.url), (A, B, C))
    link = f"{B}</link>".encode()
    body = index.body.replace(link, link + b"<description>" + b"y" * 30_000 + b"</description>")
    answered = {**answers(), str(GAZETTE.url): replace(index, body=body)}
    summary = mirror.run(Stumbling(answered, NONE))
    assert mirror.urls() == [A, C]
    assert [one.url for one in summary.failed] == [B]
    assert summary.faults == 1


@pytest.mark.parametrize("kind", ["fifo", "folder", "missing", "large"])
def test_a_local_index_that_is_no_file_fails_at_once(tmp_path: Path, kind: str) -> None:
    """A pipe that nobody writes to would be waited for for ever."""
    path = tmp_path / "list.txt"
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "large":
            with path.open("wb") as file:
                file.truncate(MAX_FILE + 1)
    picks = Source(name="picks", title="Picks", kind="urls", path=str(path))
    summary = Round((picks, GAZETTE)).run(Stumbling(answers(), NONE))
    assert summary.new == 3
    assert [one.source for one in summary.failed] == ["picks"]
    assert summary.faults == 0


# Single articles


def test_a_host_that_failed_is_asked_for_what_somebody_wants() -> None:
    mirror = Round((GAZETTE,))

    def failed(pauses: Pauses) -> None:
        for _ in range(9):
            pauses.failed("host", "gazette.example", "no response")
            pauses.failed("pages", "gazette", "no response")

    mirror.pauses(failed)
    assert mirror.run(Stumbling(answers(), NONE)).new == 0
    assert mirror.add(Stumbling(answers(), NONE), {GAZETTE: (A,)}).new == 1


def test_what_somebody_wants_and_cannot_have_now_is_named() -> None:
    mirror = Round((GAZETTE,))
    mirror.pauses(lambda pauses: pauses.hold("gazette.example", 600, "the server answered 429"))
    summary = mirror.add(Stumbling(answers(), NONE), {GAZETTE: (A,)})
    assert [one.url for one in summary.failed] == [A]
    assert "is left alone until" in summary.failed[0].error


PICK = "https://elsewhere.example/pick"


def test_picks_are_fetched_once_whatever_their_site() -> None:
    mirror = Round((GAZETTE,), picked=(PICK, A))
    answered = {**answers(), PICK: page(PICK, "Picked by hand")}
    assert mirror.run(Stumbling(answered, NONE)).new == 4
    origins = {url: mirror.store.articles.origin(urls.article_id(url))[0] for url in (PICK, A)}
    assert origins == {PICK: "picks", A: "gazette"}
    quiet = mirror.run(Stumbling({str(GAZETTE.url): answered[str(GAZETTE.url)]}, NONE))
    assert (quiet.new, quiet.failed) == (0, [])


def test_a_pick_that_cannot_be_fetched_fails_alone() -> None:
    mirror = Round((GAZETTE,), picked=(PICK, "https://www.gazette.example/not-in-the-feed"))
    summary = mirror.run(Stumbling(answers(), NONE))
    assert summary.new == 3
    assert sorted((one.source, one.url) for one in summary.failed) == [
        ("gazette", "https://www.gazette.example/not-in-the-feed"),
        ("picks", PICK),
    ]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.gazette.example/1", "gazette"),
        ("https://www.courier.example/1", "courier"),  # its feed is at another site
        ("https://burner.example/1", "picks"),
        ("https://elsewhere.example/1", "picks"),
    ],
)
def test_an_address_is_filed_under_the_source_of_its_site(url: str, name: str) -> None:
    gazette = Source(name="gazette", title="G", url="https://gazette.example/feed")
    courier = Source(
        name="courier", title="C", url="https://burner.example/c", site="https://courier.example/"
    )
    known = Settings(directory=Path(), name="Mirror", sources=(gazette, courier))
    (filed,) = by_source((url,), known, None, local=False)
    assert filed.name == name
