"""Stored pages are read again as rounds read them, and what differs is named."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import ParamSpec, TypeVar

import pytest

from mirrorpress import urls
from mirrorpress.errors import ItemError, WorkerFailed
from mirrorpress.extract import extract
from mirrorpress.fetch.recorded import RecordedFetcher
from mirrorpress.model import Article, FeedEntry, Image, Page, Revision, Source
from mirrorpress.model.blocks import Figure, Heading, Paragraph, Text
from mirrorpress.pipeline import reextract as step
from mirrorpress.pipeline.apply_reextraction import Correction, CorrectionWriter
from mirrorpress.pipeline.reextract import (
    Part,
    Reextraction,
    Reread,
    Result,
    differences,
    reextract,
)
from mirrorpress.progress import Silent
from mirrorpress.store import Store
from mirrorpress.store.pages import pack
from mirrorpress.workers import Job, Runner, Workers
from pipeline.rounds import TEXT, Round, page, rss
from pipeline.runners import InProcess
from store.samples import NOON, keep

P = ParamSpec("P")
T = TypeVar("T")

FEED = "https://gazette.example/feed"
GAZETTE = Source(name="gazette", title="The Gazette", url=FEED)
A = "https://gazette.example/a"
A2 = "https://gazette.example/a?page=2"
B = "https://gazette.example/b"
NEXT = f'<link rel="next" href="{A2}">'
MORE = "<p>The geese were sold on arrival, and the captain kept one.</p>"
LIMIT = 1_000_000
PIER = Image(url="https://gazette.example/pier.jpg", caption=(Text("The pier"),))
BODY = (Paragraph((Text(TEXT),)), Figure((PIER,)))
ARTICLE = Article(title="Ferry", blocks=BODY, language="en", bylines=("A. Reed",), published=NOON)


class Crashing:
    """A `Runner` that does something else first."""

    def __init__(self, first: Callable[[], None]) -> None:
        self._first = first

    async def run(self, job: Job[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self._first()
        return await InProcess().run(job, *args, **kwargs)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    found = Workers(1)
    yield found
    found.close()


def again(
    mirror: Round,
    runner: Runner | None = None,
    *,
    source: str | None = None,
    limit: int | None = None,
    apply: bool = False,
) -> tuple[Reextraction, list[Reread]]:
    summary, heard = Reextraction(), list[Reread]()
    corrections = CorrectionWriter(mirror.store, mirror.components.settings) if apply else None
    work = reextract(
        mirror.store,
        mirror.components.settings,
        runner or InProcess(),
        Silent(),
        summary,
        heard.append,
        NOON,
        source=source,
        limit=limit,
        corrections=corrections,
    )
    asyncio.run(work)
    return summary, heard


def revision_of(article: Article, url: str = A, source: str = "gazette") -> Revision:
    return Revision(
        id=urls.article_id(url),
        number=1,
        source=source,
        url=url,
        fetched=NOON,
        published=article.published or NOON,
        article=article,
    )


def store_pages(
    store: Store, article: Article, *pages: Page, entry: FeedEntry | None = None
) -> None:
    """An article that an earlier extractor made of its pages."""
    with store.transaction():
        kept = keep(store, revision_of(article, pages[0].url))
        packed = [pack(pages[0], entry or FeedEntry()), *map(pack, pages[1:])]
        store.pages.keep(kept, packed, limit=LIMIT)


def in_no_language(url: str) -> Page:
    """A page that neither names its language nor lets it be recognised."""
    words = "".join(f"<p>{'42 17 365, 88 1901. ' * 20}</p>" for _ in range(3))
    body = f"<title>Qev</title><article><h1>Qev</h1>{words}</article>".encode()
    return replace(page(url), body=body)


def extracted(one: Page) -> Article:
    return extract(one.body, one.url)


@pytest.mark.parametrize(
    ("after", "parts"),
    [
        (ARTICLE, []),
        (replace(ARTICLE, url=B, modified=NOON, lead=PIER, next_page=A2), []),
        (replace(ARTICLE, subtitle=""), []),
        (replace(ARTICLE, title="The ferry"), [Part.TITLE]),
        (replace(ARTICLE, subtitle="At dawn"), [Part.SUBTITLE]),
        (replace(ARTICLE, blocks=BODY[1:]), [Part.TEXT]),
        (replace(ARTICLE, blocks=BODY[:1]), [Part.PICTURES]),
        (
            replace(ARTICLE, blocks=(BODY[0], Figure((replace(PIER, caption=()),)))),
            [Part.PICTURES],
        ),
        (
            replace(
                ARTICLE,
                blocks=(BODY[0], Figure((replace(PIER, url="https://cdn.example/pier.jpg?w=9"),))),
            ),
            [],
        ),
        (replace(ARTICLE, published=NOON - timedelta(hours=3)), [Part.DATE]),
        (replace(ARTICLE, published=None), []),  # the known time stays
        (replace(ARTICLE, published=datetime(1970, 1, 1, tzinfo=UTC)), []),  # not believed
        (replace(ARTICLE, bylines=()), [Part.AUTHORS]),
        (replace(ARTICLE, section="Harbour"), [Part.OTHER]),
        (replace(ARTICLE, blocks=(Heading(2, (Text(TEXT),)), BODY[1])), [Part.OTHER]),
        (replace(ARTICLE, title="T", bylines=(), section="S"), [Part.TITLE, Part.AUTHORS]),
    ],
)
def test_differences(after: Article, parts: list[Part]) -> None:
    assert differences(revision_of(ARTICLE), after, FeedEntry(), GAZETTE) == parts


def test_a_zone_that_was_set_later_is_no_difference() -> None:
    naive = replace(ARTICLE, published=NOON.replace(tzinfo=None))
    before = replace(revision_of(naive), published=NOON)
    east = replace(GAZETTE, timezone="Asia/Shanghai")
    assert differences(before, naive, FeedEntry(), east) == []


def test_what_a_round_stored_is_the_same(workers: Workers) -> None:
    french = replace(GAZETTE, language="fr")
    mirror, first = Round((french,)), page(A, more=NEXT)
    answers = {FEED: rss(FEED, (A, B), title="Ferry"), A: first, B: in_no_language(B)}
    assert mirror.run(RecordedFetcher({**answers, A2: page(A2, more=MORE)})).new == 2
    assert len(mirror.store.pages.of(urls.article_id(A))) == 2
    assert mirror.store.articles.revision(urls.article_id(B)).article.language == "fr"
    change = mirror.store.changes.current()
    summary, heard = again(mirror, workers)
    assert (dict(summary.results), heard) == ({Result.SAME: 2}, [])
    assert (summary.without_page, summary.stopped, summary.faults) == (0, False, 0)
    assert mirror.store.changes.current() == change


def test_what_differs_is_named_and_nothing_is_stored() -> None:
    mirror, one, other = Round((GAZETTE,)), page(A), page(B)
    old = replace(extracted(one), title="Menu", bylines=("Share",))
    store_pages(mirror.store, old, one)
    store_pages(mirror.store, extracted(other), other)
    change = mirror.store.changes.current()
    summary, heard = again(mirror)
    found = Reread(source="gazette", url=A, result=Result.CHANGED, parts=(Part.TITLE, Part.AUTHORS))
    assert heard == [found]
    assert summary.results == {Result.SAME: 1, Result.CHANGED: 1}
    assert summary.parts == {Part.TITLE: 1, Part.AUTHORS: 1}
    kept = mirror.store.articles.revision(urls.article_id(A))
    assert (kept.number, kept.article, mirror.store.changes.current()) == (1, old, change)


def test_the_entry_counts_as_in_a_round() -> None:
    mirror, one, other = Round((GAZETTE,)), page(A), page(B)
    entry = FeedEntry(authors=("A. Reed",))
    store_pages(mirror.store, extract(one.body, one.url, entry=entry), one, entry=entry)
    store_pages(mirror.store, extracted(other), other, entry=entry)
    summary, heard = again(mirror)
    assert summary.results == {Result.SAME: 1, Result.CHANGED: 1}
    assert [(found.url, found.parts) for found in heard] == [(B, (Part.AUTHORS,))]


@pytest.mark.parametrize(
    "second", [page(A2, more=MORE), replace(page(A2, more=MORE), url="https://gazette.example/a/2")]
)
def test_further_pages_are_joined(second: Page) -> None:
    mirror, first = Round((GAZETTE,)), page(A, more=NEXT)
    store_pages(mirror.store, extracted(first), first, second)
    assert again(mirror)[1][0].parts == (Part.TEXT,)


@pytest.mark.parametrize(
    ("more", "second"),
    [
        ("", page(A2, more=MORE)),  # nothing leads there now
        (f'<link rel="next" href="{A}">', page(A2, more=MORE)),
        ('<link rel="next" href="https://gazette.example/other">', page(A2, more=MORE)),
        (NEXT, replace(page(A2), body=b"<p>404</p>")),
    ],
)
def test_pages_that_a_round_would_not_join_are_left_out(more: str, second: Page) -> None:
    mirror, first = Round((GAZETTE,)), page(A, more=more)
    store_pages(mirror.store, extracted(first), first, second)
    assert again(mirror)[0].results == {Result.SAME: 1}


def test_a_text_that_is_gone_or_refused_is_worse() -> None:
    mirror, short, empty = Round((GAZETTE,)), page(A), replace(page(B), body=b"<p>404</p>")
    long = Paragraph((Text(TEXT * 9),))
    store_pages(mirror.store, replace(extracted(short), blocks=(long,)), short)
    store_pages(mirror.store, ARTICLE, empty)
    summary, heard = again(mirror)
    assert summary.results == {Result.WORSE: 2}
    assert summary.parts == {}
    reasons = {one.url: one.reason for one in heard}
    assert reasons[A].startswith("most of the text is gone")
    assert reasons[B]


def test_a_damaged_page_fails_alone() -> None:
    mirror, one, other = Round((GAZETTE,)), page(A), page(B)
    store_pages(mirror.store, extracted(other), other)
    store_pages(mirror.store, extracted(one), one)
    with mirror.store.transaction():
        damaged = replace(pack(one), content=b"no zlib")
        mirror.store.pages.keep(urls.article_id(A), [damaged], limit=LIMIT)
    summary, heard = again(mirror)
    assert summary.results == {Result.SAME: 1, Result.FAILED: 1}
    assert [(one.url, one.reason) for one in heard] == [(A, "its stored page is damaged")]
    assert summary.faults == 0


@pytest.mark.parametrize(
    ("error", "faults"), [(WorkerFailed("the worker process crashed"), 0), (KeyError("x"), 1)]
)
def test_a_worker_that_fails(error: Exception, faults: int) -> None:
    def fail() -> None:
        raise error

    mirror, one = Round((GAZETTE,)), page(A)
    store_pages(mirror.store, extracted(one), one)
    summary, heard = again(mirror, Crashing(fail))
    assert (summary.results, summary.faults) == ({Result.FAILED: 1}, faults)
    assert heard[0].reason


def test_articles_of_one_source_and_those_without_a_page() -> None:
    mirror, one, other = Round((GAZETTE,)), page(A), page(B)
    store_pages(mirror.store, extracted(one), one)
    with mirror.store.transaction():
        keep(mirror.store, revision_of(extracted(other), B, "courier"))
    summary, _ = again(mirror)
    assert (summary.results, summary.without_page) == ({Result.SAME: 1}, 1)
    summary, _ = again(mirror, source="gazette")
    assert (summary.results, summary.without_page) == ({Result.SAME: 1}, 0)
    summary, _ = again(mirror, source="courier")
    assert (summary.results, summary.without_page) == ({}, 1)


def test_a_source_that_is_no_longer_in_the_settings() -> None:
    mirror, one = Round(()), in_no_language(A)
    store_pages(mirror.store, replace(extracted(one), language="fr"), one)
    assert again(mirror)[0].results == {Result.SAME: 1}


def test_many_articles_are_read_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step, "IDS", 3)
    monkeypatch.setattr(step, "BATCH", 2)
    mirror = Round((GAZETTE,))
    for number in range(8):
        one = page(f"{A}{number}")
        store_pages(mirror.store, replace(extracted(one), title="Menu"), one)
    summary, heard = again(mirror)
    assert summary.results == {Result.CHANGED: 8}
    ids = [urls.article_id(one.url) for one in heard]
    assert ids == sorted(ids)
    assert again(mirror, limit=5)[1] == heard[:5]


def test_what_was_read_before_a_stop_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step, "BATCH", 1)
    mirror, read = Round((GAZETTE,)), list[int]()
    for url in (A, B):
        store_pages(mirror.store, extracted(page(url)), page(url))

    def stop() -> None:
        read.append(1)
        if len(read) == 2:
            raise KeyboardInterrupt

    summary = Reextraction()
    settings = mirror.components.settings
    work = reextract(mirror.store, settings, Crashing(stop), Silent(), summary, print, NOON)
    with pytest.raises(KeyboardInterrupt):
        asyncio.run(work)
    assert (summary.results, summary.stopped) == ({Result.SAME: 1}, True)


def test_what_changed_is_applied_once() -> None:
    mirror = Round((GAZETTE,))
    first = page(A, more=f'{NEXT}<img src="/pier.jpg" width="640" height="480">')
    other, dated = page(B), page(f"{A}/dated")
    store_pages(mirror.store, replace(extracted(first), title="Menu"), first, page(A2, more=MORE))
    store_pages(mirror.store, replace(extracted(other), bylines=("Share",)), other)
    entry = FeedEntry(published=NOON - timedelta(days=1))
    store_pages(mirror.store, replace(extracted(dated), published=NOON), dated, entry=entry)
    said, heard = again(mirror)
    summary, applied = again(mirror, apply=True)
    assert (said.applied, summary.applied, summary.results) == (0, 3, {Result.CHANGED: 3})
    assert applied == [replace(one, applied=True) for one in heard]
    kept = mirror.store.articles.revision(urls.article_id(dated.url))
    assert (kept.published, kept.fetched, kept.number) == (entry.published, NOON, 1)
    change = mirror.store.changes.current()
    summary, heard = again(mirror, apply=True)
    assert (summary.applied, summary.results, heard) == (0, {Result.SAME: 3}, [])
    assert mirror.store.changes.current() == change


def test_a_round_takes_a_corrected_article_for_unchanged(workers: Workers) -> None:
    mirror = Round((GAZETTE,))
    mirror.run(RecordedFetcher({FEED: rss(FEED, (A,), title="Ferry"), A: page(A)}))
    store = mirror.store.articles
    before, known = store.revision(urls.article_id(A)), store.known(urls.article_id(A))
    wrong = replace(before, article=replace(before.article, title="Menu"))
    store.correct(wrong, summary="", sha256="of another article")
    assert again(mirror, workers, apply=True)[0].applied == 1
    assert (store.revision(before.id), store.known(before.id)) == (before, known)


def test_what_is_worse_or_fails_is_not_applied() -> None:
    mirror, short, broken = Round((GAZETTE,)), page(A), page(B)
    refused = replace(page(f"{A}/refused"), body=b"<p>404</p>")
    long = Paragraph((Text(TEXT * 9),))
    for one in (short, refused, broken):
        store_pages(mirror.store, Article(title="Menu", blocks=(long,)), one)
    with mirror.store.transaction():
        damaged = replace(pack(broken), content=b"no zlib")
        mirror.store.pages.keep(urls.article_id(B), [damaged], limit=LIMIT)
    change = mirror.store.changes.current()
    summary, _ = again(mirror, apply=True)
    assert summary.results == {Result.WORSE: 2, Result.FAILED: 1}
    assert (summary.applied, mirror.store.changes.current()) == (0, change)


def test_one_source_and_a_limit_bound_what_is_applied() -> None:
    mirror = Round((GAZETTE,))
    for number in range(3):
        one = page(f"{A}{number}")
        store_pages(mirror.store, replace(extracted(one), title="Menu"), one)
    assert again(mirror, source="courier", apply=True)[0].applied == 0
    assert again(mirror, source="gazette", limit=2, apply=True)[0].applied == 2
    assert again(mirror)[0].results == {Result.SAME: 2, Result.CHANGED: 1}


def test_a_correction_that_cannot_be_stored_fails_alone() -> None:
    mirror = Round((GAZETTE,))
    for url in (A, B):
        store_pages(mirror.store, replace(extracted(page(url)), title="Menu"), page(url))

    class Failing(CorrectionWriter):
        def keep(self, corrections: Sequence[Correction]) -> dict[str, ItemError]:
            outdated = [
                replace(one, before=replace(one.before, number=7)) if one.before.url == A else one
                for one in corrections
            ]
            return super().keep(outdated)

    settings, summary, heard = mirror.components.settings, Reextraction(), list[Reread]()
    writer = Failing(mirror.store, settings)
    run = (mirror.store, settings, InProcess(), Silent(), summary, heard.append, NOON)
    asyncio.run(reextract(*run, corrections=writer))
    assert {one.url: (one.result, one.applied) for one in heard} == {
        A: (Result.FAILED, False),
        B: (Result.CHANGED, True),
    }
    assert (summary.applied, summary.faults, summary.parts) == (1, 1, {Part.TITLE: 1})


def test_what_is_counted_before_a_stop_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step, "BATCH", 1)
    mirror, read = Round((GAZETTE,)), list[int]()
    for number in range(3):
        one = page(f"{A}{number}")
        store_pages(mirror.store, replace(extracted(one), title="Menu"), one)

    def stop() -> None:
        read.append(1)
        if len(read) == 3:
            raise KeyboardInterrupt

    settings, summary = mirror.components.settings, Reextraction()
    run = (mirror.store, settings, Crashing(stop), Silent(), summary, print, NOON)
    with pytest.raises(KeyboardInterrupt):
        asyncio.run(reextract(*run, corrections=CorrectionWriter(mirror.store, settings)))
    assert (summary.applied, summary.stopped) == (2, True)
    assert again(mirror)[0].results == {Result.SAME: 2, Result.CHANGED: 1}
    assert again(mirror, apply=True)[0].applied == 1


def test_no_token_is_shown() -> None:
    one = Reread(source="gazette", url="https://a:secret@gazette.example/", result=Result.FAILED)
    assert "secret" not in one.url
