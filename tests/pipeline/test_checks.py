"""Stored articles are checked again by schedule, with a clock that moves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from mirrorpress import urls
from mirrorpress.config import FetchOptions
from mirrorpress.errors import (
    ConnectionFailed,
    FetchError,
    Gone,
    HttpStatus,
    RobotsDenied,
)
from mirrorpress.fetch.http_fetcher import HttpFetcher
from mirrorpress.fetch.recorded import RecordedFetcher, RecordedResponse
from mirrorpress.fetch.settings import FetchSettings
from mirrorpress.model import Page, Source, Validators
from mirrorpress.pipeline.budget import Pauses
from mirrorpress.progress import Summary
from mirrorpress.store.entries import CHECKS
from pipeline.rounds import Round, page, rss
from store.samples import NOON

GAZETTE = Source(name="gazette", title="The Gazette", url="https://gazette.example/feed")
FRONT = "https://gazette.example/"
SECTION = "https://gazette.example/news/"
A = "https://gazette.example/news/2031/tide"
ID = urls.article_id(A)
TAGGED = replace(page(A), validators=Validators(etag='"tide-1"'))
PICTURE = '<img src="https://gazette.example/p.jpg" width="640" height="480">'
EMPTIED = replace(page(A), body=b"<html><body><article><h1>The ferry</h1></article></body></html>")
SHORTENED = replace(page(A), body=page(A).body[: page(A).body.index(b"<p>About")])
CHANGED = page(A, more="<p>The geese were sold on arrival, says the harbour master.</p>")
SIGNS = {
    "missing": Gone(404, url=A),
    "front": replace(page(FRONT), requested=A),
    "emptied": EMPTIED,
}


@dataclass
class Mirror:
    """A mirror of one article, kept at noon."""

    first: Page = TAGGED
    round: Round = field(default_factory=lambda: Round((GAZETTE,)))

    def __post_init__(self) -> None:
        assert self.at(0, self.first).new == 1

    def at(self, hours: float, answer: RecordedResponse, **fetch: bool) -> Summary:
        """A round so many hours after noon, in which the article's address gives an answer."""
        self.round.now = NOON + timedelta(hours=hours)
        self.fetcher = RecordedFetcher({A: answer, str(GAZETTE.url): rss(str(GAZETTE.url), (A,))})
        return self.round.run(self.fetcher, fetch=FetchOptions(**fetch))

    @property
    def asked(self) -> list[str]:
        """What the last round asked for, besides the index."""
        return [one.url for one in self.fetcher.requests if one.url != GAZETTE.url]

    @property
    def evidence(self) -> list[str]:
        return [one.kind for one in self.round.store.evidence.of(ID)]

    @property
    def withdrawn(self) -> datetime | None:
        return self.round.store.articles.summary(ID).withdrawn

    @property
    def revision(self) -> int:
        return self.round.store.articles.revision(ID).number


def test_a_check_is_a_conditional_request() -> None:
    mirror = Mirror()
    assert mirror.at(1.9, TAGGED).unchanged == 1
    assert mirror.asked == []
    assert mirror.at(2, TAGGED).unchanged == 1, "it is counted once"
    assert mirror.asked == [A]
    assert mirror.fetcher.requests[-1].validators == TAGGED.validators
    mirror.at(3.9, TAGGED)
    assert mirror.asked == []
    mirror.at(4, TAGGED)
    assert mirror.asked == [A]
    assert (mirror.evidence, mirror.revision) == ([], 1)


def test_an_old_article_is_never_checked() -> None:
    old = page(A, more='<time datetime="2030-05-04T10:00:00Z">4 May 2030</time>')
    body = old.body.replace(
        b"<head>",
        b'<head><meta property="article:published_time" content="2030-05-04T10:00:00Z">',
    )
    mirror = Mirror(replace(old, body=body))
    assert mirror.round.store.articles.published(ID).year == 2030
    mirror.at(9999, page(A))
    assert mirror.asked == []


def test_the_setting_turns_checks_off() -> None:
    mirror = Mirror()
    mirror.at(3, TAGGED, recheck=False)
    assert mirror.asked == []
    mirror.at(3, TAGGED)
    assert mirror.asked == [A]


def test_a_change_is_a_new_revision_with_evidence() -> None:
    mirror = Mirror()
    assert mirror.at(2, CHANGED).changed == 1
    assert mirror.revision == 2
    (found,) = mirror.round.store.evidence.of(ID)
    assert (found.kind, found.status, found.url) == ("changed", 200, A)
    assert found.sha256 == hashlib.sha256(CHANGED.body).hexdigest()
    assert found.time == NOON + timedelta(hours=2)


def test_pictures_are_asked_for_where_something_changed_only() -> None:
    with_picture = page(A, more=PICTURE)
    mirror = Mirror(with_picture)
    assert len(mirror.asked) == 2
    mirror.round.store._database.run("DELETE FROM pictures")
    mirror.at(2, with_picture)
    assert mirror.asked == [A]
    mirror.at(4, page(A, "Another title", PICTURE))
    assert mirror.asked == [A, "https://gazette.example/p.jpg"]


@pytest.mark.parametrize(
    "error",
    [
        HttpStatus(403, url=A),
        HttpStatus(500, url=A),
        ConnectionFailed("no answer", url=A),
        RobotsDenied("closed", url=A),
    ],
)
def test_a_failed_check_is_silent_and_says_nothing_of_the_article(error: FetchError) -> None:
    mirror = Mirror()
    for hours in (2, 4, 6, 12):
        summary = mirror.at(hours, error)
        assert mirror.asked == [A]
        assert (summary.failed, summary.withdrawn, summary.unchanged) == ([], 0, 1)
    assert (mirror.evidence, mirror.withdrawn) == ([], None)
    mirror.at(17.9, TAGGED)
    assert mirror.asked == []
    mirror.at(18, TAGGED)
    assert mirror.asked == [A]


@pytest.mark.parametrize("first", SIGNS)
@pytest.mark.parametrize("second", SIGNS)
def test_two_signs_an_hour_apart_withdraw(first: str, second: str) -> None:
    mirror = Mirror()
    summary = mirror.at(2, SIGNS[first])
    assert (summary.failed, summary.withdrawn, mirror.withdrawn) == ([], 0, None)
    mirror.at(2.9, SIGNS[second])
    assert mirror.asked == []
    assert mirror.at(3, SIGNS[second]).withdrawn == 1
    assert mirror.withdrawn == NOON + timedelta(hours=3)
    assert mirror.evidence == [first, second]
    assert mirror.revision == 1, "its text stays"


def test_the_evidence_names_what_was_answered() -> None:
    mirror = Mirror()
    for hours, answer in ((2, SIGNS["front"]), (3, Gone(410, url=A))):
        mirror.at(hours, answer)
    front, missing = mirror.round.store.evidence.of(ID)
    assert (front.status, front.url) == (200, FRONT)
    assert front.sha256 == hashlib.sha256(page(FRONT).body).hexdigest()
    assert (missing.status, missing.url, missing.sha256) == (410, A, None)


def test_a_good_answer_between_begins_the_count_again() -> None:
    mirror = Mirror()
    mirror.at(2, Gone(404, url=A))
    mirror.at(3, TAGGED)
    assert mirror.evidence == ["missing", "back"]
    assert mirror.at(5, Gone(404, url=A)).withdrawn == 0
    assert mirror.at(6, Gone(404, url=A)).withdrawn == 1


def test_a_failure_between_confirms_nothing_and_resets_nothing() -> None:
    mirror = Mirror()
    mirror.at(2, Gone(404, url=A))
    mirror.at(3, HttpStatus(500, url=A))
    assert mirror.withdrawn is None
    assert mirror.at(5, Gone(404, url=A)).withdrawn == 1


def published_on(day: str) -> Page:
    """The article, with a day of publication."""
    meta = f'<head><meta property="article:published_time" content="{day}T13:00:00Z">'
    return replace(page(A), body=page(A).body.replace(b"<head>", meta.encode()))


def test_a_failed_check_of_an_old_article_that_seems_gone_comes_again() -> None:
    mirror, month = Mirror(published_on("2031-02-04")), 30 * 24  # 89 days old, then 119
    mirror.at(month, Gone(404, url=A))
    for hours, asked in ((1, [A]), (1.1, [A]), (1.12, []), (1.2, [A]), (1.22, []), (1.3, [A])):
        mirror.at(month + hours, HttpStatus(500, url=A))
        assert mirror.asked == asked, hours
    mirror.at(month + 40 * 24, ConnectionFailed("no answer", url=A))
    mirror.at(9999, TAGGED)
    assert mirror.asked == [], "it is given up in the end"
    assert (mirror.evidence, mirror.withdrawn) == (["missing"], None)


def test_a_failed_check_comes_again_until_it_confirms() -> None:
    mirror, month = Mirror(published_on("2031-02-04")), 30 * 24
    mirror.at(month, Gone(404, url=A))
    mirror.at(month + 1, ConnectionFailed("no answer", url=A))
    assert mirror.at(month + 2, Gone(404, url=A)).withdrawn == 1
    assert mirror.round.store.retries.count("entry", "gazette") == 0


def test_a_check_that_is_left_for_a_later_round_is_counted() -> None:
    mirror = Mirror()

    def fail(pauses: Pauses) -> None:
        for _ in range(10):
            pauses.failed("pages", "gazette", "no answer")

    mirror.round.pauses(fail)
    (note,) = mirror.at(2, TAGGED).notes
    assert note.startswith("gazette: 1 items are left for a later round: gazette is left alone")
    assert mirror.asked == []


@pytest.mark.parametrize("days", [7, 30])
def test_a_withdrawn_article_that_is_back_is_restored(days: int) -> None:
    mirror = Mirror()
    mirror.at(2, Gone(404, url=A))
    mirror.at(3, Gone(404, url=A))
    mirror.at(3 + 7 * 24 - 1, TAGGED)
    assert mirror.asked == []
    mirror.at(3 + 7 * 24, TAGGED if days == 7 else Gone(404, url=A))
    assert mirror.asked == [A]
    if days == 30:
        assert mirror.withdrawn is not None
        mirror.at(3 + 30 * 24, TAGGED)
    assert mirror.withdrawn is None
    assert mirror.evidence[-1] == "back"
    mirror.at(3 + (days + 4) * 24, TAGGED)
    assert mirror.asked == ([A] if days == 7 else []), "it is checked by its age again"


def test_a_withdrawn_article_is_looked_for_no_more_in_the_end() -> None:
    mirror = Mirror()
    for hours in (2, 3, 3 + 7 * 24, 3 + 30 * 24, 9999):
        mirror.at(hours, Gone(404, url=A))
    assert mirror.asked == []
    assert mirror.withdrawn == NOON + timedelta(hours=3)


def test_a_shortened_text_replaces_nothing() -> None:
    mirror = Mirror(page(A, more="<p>A very long story of the harbour.</p>" * 60))
    summary = mirror.at(2, SHORTENED)
    assert (summary.failed, mirror.evidence, mirror.revision) == ([], ["emptied"], 1)
    (item,) = mirror.round.store.quarantine.items()
    assert item.kind == "revision"
    mirror.at(3, mirror.first)
    assert mirror.evidence == ["emptied", "back"]
    assert mirror.round.store.quarantine.items() == ()


def test_a_page_that_is_as_it_was_clears_a_refused_text() -> None:
    mirror = Mirror(replace(TAGGED, body=page(A, more="<p>A very long story.</p>" * 90).body))
    mirror.at(2, SHORTENED)
    assert len(mirror.round.store.quarantine.items()) == 1
    mirror.at(3, mirror.first)
    assert mirror.fetcher.requests[-1].validators == TAGGED.validators
    assert mirror.evidence == ["emptied", "back"]
    assert mirror.round.store.evidence.of(ID)[-1].status == 304
    assert mirror.round.store.quarantine.items() == ()


@pytest.mark.parametrize("to", [FRONT, SECTION, SECTION.rstrip("/")])
def test_a_front_page_never_becomes_a_revision(to: str) -> None:
    mirror = Mirror()
    summary = mirror.at(2, replace(page(to, "News of today", "<p>A storm.</p>"), requested=A))
    assert (summary.changed, mirror.revision, mirror.evidence) == (0, 1, ["front"])


def test_another_sites_front_page_is_no_sign() -> None:
    mirror = Mirror()
    mirror.at(2, replace(page("https://parked.example/"), requested=A))
    assert (mirror.revision, mirror.evidence) == (1, [])


def test_a_source_has_so_many_checks_in_a_round() -> None:
    many = [f"https://gazette.example/n{number}" for number in range(CHECKS + 5)]
    feed = rss(str(GAZETTE.url), tuple(many))
    answers: dict[str, RecordedResponse] = {one: page(one) for one in many}
    mirror, asked = Round((GAZETTE,)), []
    for hours in (0, 2, 2.1, 2.2):
        mirror.now = NOON + timedelta(hours=hours)
        fetcher = RecordedFetcher({**answers, str(GAZETTE.url): feed})
        mirror.run(fetcher)
        asked.append(len(fetcher.requests) - 1)
    assert asked == [CHECKS + 5, CHECKS, 5, 0]


# Many articles seem gone at once

MANY = tuple(f"https://gazette.example/n{number}" for number in range(12))
NOTE = (
    "gazette: {} of 12 articles that were checked seem to be gone; none is marked as withdrawn "
    "before the site works again"
)


def tagged(url: str) -> Page:
    return replace(page(url), validators=Validators(etag='"1"'))


def to_front(url: str) -> Page:
    return replace(page(FRONT, "We will be back soon"), requested=url)


def missing(url: str) -> Gone:
    return Gone(404, url=url)


def removed(url: str) -> Gone:
    return Gone(410, url=url)


def emptied(url: str) -> Page:
    return replace(EMPTIED, url=url, requested=url)


@dataclass
class ManyArticles:
    """A mirror of some articles of one source, kept at noon."""

    urls: tuple[str, ...] = MANY
    round: Round = field(default_factory=lambda: Round((GAZETTE,)))

    def __post_init__(self) -> None:
        assert self.at(0).new == len(self.urls)

    def at(
        self,
        hours: float,
        sign: Callable[[str], RecordedResponse] = tagged,
        gone: int = 12,
        listed: tuple[str, ...] | None = None,
    ) -> Summary:
        """A round so many hours after noon, in which the first articles show a sign."""
        self.round.now = NOON + timedelta(hours=hours)
        answers: dict[str, RecordedResponse] = {
            url: sign(url) if place < gone else tagged(url) for place, url in enumerate(self.urls)
        }
        links = self.urls if listed is None else listed
        answers[str(GAZETTE.url)] = rss(str(GAZETTE.url), links, version=str(len(links)))
        return self.round.run(RecordedFetcher(answers))

    @property
    def withdrawn(self) -> int:
        return self.round.store.evidence.counts().withdrawn


@pytest.mark.parametrize("sign", [to_front, missing, emptied])
def test_a_site_that_does_not_work_withdraws_nothing(
    sign: Callable[[str], RecordedResponse],
) -> None:
    mirror = ManyArticles()
    assert mirror.at(2, sign).notes == []
    for hours in (3, 15, 46):
        summary = mirror.at(hours, sign)
        assert (summary.withdrawn, summary.notes) == (0, [NOTE.format(12)]), hours
    assert mirror.at(59).notes == []
    assert mirror.withdrawn == 0
    kinds = [one.kind for one in mirror.round.store.evidence.of(urls.article_id(MANY[0]))]
    assert kinds[-1] == "back"


@pytest.mark.parametrize(("gone", "withdrawn"), [(3, 3), (4, 4), (5, 0), (12, 0)])
def test_how_many_articles_may_be_withdrawn_at_once(gone: int, withdrawn: int) -> None:
    mirror = ManyArticles()
    mirror.at(2, missing, gone)
    summary = mirror.at(3, missing, gone)
    assert summary.withdrawn == mirror.withdrawn == withdrawn
    assert summary.notes == ([] if withdrawn else [NOTE.format(gone)])


def test_a_few_articles_of_a_small_source_may_be_gone() -> None:
    mirror = ManyArticles(MANY[:3])
    mirror.at(2, missing)
    assert mirror.at(3, missing).withdrawn == 3


def test_a_server_that_says_that_articles_were_removed_is_believed() -> None:
    mirror = ManyArticles()
    mirror.at(2, removed)
    assert mirror.at(3, removed).withdrawn == 12


def test_after_a_week_of_signs_articles_are_withdrawn_however_many_they_are() -> None:
    mirror = ManyArticles()
    for hours in (2, 3, 99, 150):
        assert mirror.at(hours, to_front).withdrawn == 0
    assert mirror.at(2 + 7 * 24, to_front).withdrawn == 12


def test_a_site_that_works_again_confirms_what_is_really_gone() -> None:
    mirror = ManyArticles()
    mirror.at(2, to_front)
    mirror.at(3, to_front)
    for hours in (5, 18, 31):
        mirror.at(hours, missing, 1)
    assert mirror.withdrawn == 1


def test_a_daily_round_withdraws_nothing_of_a_site_that_does_not_work() -> None:
    mirror = ManyArticles()
    for days in (1, 2, 3):
        assert mirror.at(days * 24 + days / 60, to_front).withdrawn == 0


def test_articles_that_left_their_index_are_not_withdrawn_by_the_dozen() -> None:
    fog = "https://gazette.example/fog"
    old = page(fog).body.replace(
        b"<head>",
        b'<head><meta property="article:published_time" content="2031-04-04T10:00:00Z">',
    )
    mirror = ManyArticles()
    mirror.urls, former = (fog, *MANY), tagged(fog)
    mirror.round.now = NOON + timedelta(minutes=1)
    feed = rss(str(GAZETTE.url), mirror.urls, version="2")
    mirror.round.run(RecordedFetcher({fog: replace(former, body=old), str(GAZETTE.url): feed}))
    summary = mirror.at(0.1, missing, 13, listed=(fog,))
    assert (summary.withdrawn, mirror.withdrawn) == (3, 3), "until there are too many"
    (note,) = summary.notes
    assert note.startswith("gazette: 12 of 12 articles")
    for hours in (1, 100):
        assert mirror.at(hours, missing, 13, listed=(fog,)).withdrawn == 0
    for hours in (7 * 24 + 1, 7 * 24 + 8):
        mirror.at(hours, missing, 13, listed=(fog,))
    assert mirror.withdrawn >= 12


# Over HTTP


@dataclass
class Site:
    """An outlet on this machine."""

    address: str = ""
    mode: str = "there"
    requests: list[tuple[str, str | None]] = field(default_factory=list)  # path, If-None-Match


@contextmanager
def outlet() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            tag = self.headers.get("If-None-Match")
            site.requests.append((self.path, tag))
            body, headers, status = b"", {}, 200
            if self.path == "/feed":
                body = rss("", (f"{site.address}/news/tide",)).body
            elif self.path == "/":
                body = page("/", "The front page").body
            elif self.path != "/news/tide" or site.mode == "missing":
                status = 404
            elif site.mode == "front":
                status, headers = 302, {"Location": "/"}
            elif tag == '"1"':
                status = 304
            else:
                body, headers = page("/news/tide").body, {"ETag": '"1"'}
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def test_an_article_that_leads_to_the_front_page_over_http() -> None:
    with outlet() as site:
        source = Source(name="gazette", title="G", url=f"{site.address}/feed", local=True)
        mirror, article = Round((source,)), urls.article_id(f"{site.address}/news/tide")
        withdrawn = []
        for hours, mode in ((0, "there"), (2, "there"), (4, "front"), (5, "missing")):
            site.mode, mirror.now = mode, NOON + timedelta(hours=hours)
            fetcher = HttpFetcher(FetchSettings(delay=0.0), now=lambda: mirror.now)
            withdrawn.append(mirror.run(fetcher).withdrawn)
        assert withdrawn == [0, 0, 0, 1]
        tags = [tag for path, tag in site.requests if path == "/news/tide"]
        assert tags == [None, '"1"', '"1"', '"1"']
        found = mirror.store.evidence.of(article)
        assert [(one.kind, one.status, one.url) for one in found] == [
            ("front", 200, f"{site.address}/"),
            ("missing", 404, f"{site.address}/news/tide"),
        ]
        assert mirror.titles() == ["The ferry sails again"]
