"""Steps 1 to 4 on recorded pages: what fails, fails alone."""

from __future__ import annotations

from datetime import timedelta

from mirrorpress.discover import feed
from mirrorpress.errors import WorkerFailed
from mirrorpress.model import FeedEntry, Index, Page, Source, Validators
from mirrorpress.pipeline.store import StoreStep
from mirrorpress.store import DueEntry
from pipeline.rounds import Round, Stumbling, page, rss

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
    step = StoreStep(mirror.parts)
    late = WorkerFailed("it took longer than 20 seconds")
    assert step.failed(GAZETTE, due, late).held == ()
    assert step.failed(GAZETTE, due, late).held == ((A, late),)


def stumble_on_gazette(page: Page, source: Source) -> Index:
    """A reader with a fault; module-level, so that a worker can run it."""
    if source.name == "gazette":
        raise KeyError("nobody expected this")
    return feed.read(page, source)
