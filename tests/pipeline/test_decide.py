"""What shall be done: tables of values."""

from __future__ import annotations

from dataclasses import field, make_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.discover.addresses import UrlsOptions
from mirrorpress.errors import (
    AccessBlocked,
    AddressRefused,
    ConnectionFailed,
    EmptyShell,
    Gone,
    HttpStatus,
    ItemError,
    NotAnArticle,
    PictureError,
    ReadError,
    ResponseRefused,
    RobotsDenied,
    SuspiciousRevision,
    WorkerFailed,
)
from mirrorpress.model import Article, FeedEntry, Image, Source
from mirrorpress.model.blocks import Cell, Embed, Figure, Link, ListBlock, ListItem, Paragraph, Text
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.decide import EARLIEST, SUMMARY, Step

NOW = datetime(2031, 5, 4, 12, tzinfo=UTC)
BEIJING = timezone(timedelta(hours=8))
SOURCE = Source(name="gazette", title="The Gazette")


@pytest.mark.parametrize(
    ("known", "read", "step"),
    [(None, "a", Step.NEW), ("a", "a", Step.SAME), ("a", "b", Step.CHANGED)],
)
def test_what_a_reading_is(known: str | None, read: str, step: Step) -> None:
    assert decide.step(known, read) is step


# Fingerprints


def with_picture(url: str, **more: Any) -> Article:
    return Article(title="Tide", blocks=(Figure((Image(url=url, **more),)),))


ARTICLE = Article(
    title="涨潮",
    blocks=(
        Paragraph((Text("潮水"), Link("https://gazette.example/x?page=1", (Text("来了"),)))),
        ListBlock(False, (ListItem((Figure((Image(url="https://a.example/p.jpg?k=1"),)),)),)),
        Embed(
            kind="video",
            provider="film.example",
            url="https://film.example/watch?v=1",
            poster=Image(url="https://cdn1.film.example/still.jpg?t=1"),
        ),
    ),
    url="https://gazette.example/tide",
    bylines=("Lin Wei",),
    published=NOW,
)


@pytest.mark.parametrize(
    "same",
    [
        replace(ARTICLE, modified=NOW),
        replace(ARTICLE, url="https://gazette.example/tide?from=feed"),
        replace(ARTICLE, lead=Image(url="https://a.example/p.jpg?k=2")),
        replace(ARTICLE, next_page="https://gazette.example/tide/2"),
        replace(
            ARTICLE,
            blocks=(
                ARTICLE.blocks[0],
                ListBlock(
                    False, (ListItem((Figure((Image(url="http://b.example/p.jpg?k=2#x"),)),)),)
                ),
                replace(ARTICLE.blocks[2], poster=Image(url="https://cdn2.film.example/still.jpg")),  # type: ignore[type-var]
            ),
        ),
        replace(ARTICLE, confidence=0.4),
    ],
)
def test_what_pages_change_without_saying_anything_new(same: Article) -> None:
    assert decide.fingerprint(same) == decide.fingerprint(ARTICLE)


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, title="退潮"),
        replace(ARTICLE, subtitle="早晨"),
        replace(ARTICLE, bylines=()),
        replace(ARTICLE, published=NOW + timedelta(seconds=1)),
        replace(ARTICLE, blocks=ARTICLE.blocks[:2]),
        replace(ARTICLE, blocks=ARTICLE.blocks[::-1]),
        replace(ARTICLE, blocks=(Paragraph((Text("潮水来了"),)), *ARTICLE.blocks[1:])),
        replace(
            ARTICLE,
            blocks=(
                Paragraph(
                    (Text("潮水"), Link("https://gazette.example/x?page=2", (Text("来了"),)))
                ),
                *ARTICLE.blocks[1:],
            ),
        ),
        replace(
            ARTICLE,
            blocks=(
                *ARTICLE.blocks[:2],
                replace(ARTICLE.blocks[2], url="https://film.example/watch?v=2"),  # type: ignore[type-var]
            ),
        ),
    ],
)
def test_what_an_article_says_counts(other: Article) -> None:
    assert decide.fingerprint(other) != decide.fingerprint(ARTICLE)


@pytest.mark.parametrize("more", [{}, {"alt": "The pier"}, {"width": 640, "credit": "Lin Wei"}])
def test_hosts_and_tokens_of_pictures_do_not_count(more: dict[str, Any]) -> None:
    first = decide.fingerprint(with_picture("https://cdn1.example/2031/pier.jpg?token=1", **more))
    assert first == decide.fingerprint(with_picture("http://cdn2.example/2031/pier.jpg", **more))
    assert first != decide.fingerprint(with_picture("https://cdn1.example/2031/quay.jpg", **more))
    assert first != decide.fingerprint(
        with_picture("https://cdn1.example/2031/pier.jpg", alt="Other")
    )


LATER = make_dataclass(
    "Cell",
    [
        ("children", tuple[Text, ...]),
        ("header", bool, field(default=False)),
        ("colspan", int, field(default=1)),
        ("rowspan", int, field(default=1)),
        ("scope", str, field(default="")),  # new
    ],
    frozen=True,
)


def test_a_field_that_is_added_later_makes_no_article_another() -> None:
    text = (Text("潮水"),)
    before = decide._facts(Cell(text, header=True))
    assert decide._facts(LATER(text, True)) == before
    assert decide._facts(LATER(text, True, scope="row")) != before


def test_a_fingerprint_stays_what_it_was() -> None:
    """Another one would make every article of every mirror a new revision."""
    assert (
        decide.fingerprint(ARTICLE)
        == "463d3f5f71016d0c924c6e4e3b5b1c49d9854595f00ce3e3ef1c5346554957ae"
    )


def test_half_a_character_has_a_fingerprint() -> None:
    one, two = (replace(ARTICLE, title=title) for title in ("cut \ud83d", "cut \ud83c"))
    assert decide.fingerprint(one) != decide.fingerprint(two)


# Dates


def published(
    page: datetime | None = None,
    *,
    feed: datetime | None = None,
    updated: datetime | None = None,
    zone: str | None = None,
    known: datetime | None = None,
) -> datetime:
    return decide.published(
        Article(title="Tide", blocks=(), published=page),
        FeedEntry(published=feed, updated=updated),
        replace(SOURCE, timezone=zone),
        NOW,
        known,
    )


MORNING = datetime(2031, 5, 4, 7, 30, tzinfo=BEIJING)
EVENING = datetime(2031, 5, 3, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"page": MORNING, "feed": EVENING}, MORNING),
        ({"feed": EVENING, "updated": NOW}, EVENING),
        ({"updated": EVENING}, EVENING),
        ({"known": EVENING}, EVENING),
        ({"page": MORNING, "known": EVENING}, MORNING),
        ({}, NOW),
        # a zone is read where none is named
        ({"page": datetime(2031, 5, 4, 7, 30), "zone": "Asia/Shanghai"}, MORNING),
        (
            {"page": datetime(2031, 5, 4, 7, 30)},
            datetime(2031, 5, 4, 7, 30, tzinfo=UTC),
        ),
        ({"page": MORNING, "zone": "Europe/Paris"}, MORNING),
        # what cannot be is not believed
        ({"page": datetime(1970, 1, 1, tzinfo=UTC), "feed": EVENING}, EVENING),
        ({"page": EARLIEST - timedelta(seconds=1), "feed": EVENING}, EVENING),
        ({"page": EARLIEST}, EARLIEST),
        ({"page": NOW + timedelta(days=1, seconds=1), "feed": EVENING}, EVENING),
        ({"page": NOW + timedelta(hours=23)}, NOW + timedelta(hours=23)),
        ({"page": datetime(2099, 1, 1), "feed": datetime(1900, 1, 1), "known": EVENING}, EVENING),
        ({"page": datetime.max, "zone": "Asia/Shanghai"}, NOW),
        ({"page": datetime.min, "zone": "America/New_York"}, NOW),
        ({"page": datetime.min.replace(tzinfo=BEIJING)}, NOW),
        ({"page": datetime.max.replace(tzinfo=BEIJING)}, NOW),
    ],
)
def test_when_an_article_was_published(said: dict[str, Any], expected: datetime) -> None:
    found = published(**said)
    assert found == expected
    assert found.utcoffset() == expected.utcoffset()


def test_the_time_is_told_to_the_second() -> None:
    assert published(MORNING.replace(microsecond=999_999)) == MORNING
    assert (
        decide.published(
            Article(title="Tide", blocks=()), FeedEntry(), SOURCE, NOW.replace(microsecond=5), None
        )
        == NOW
    )


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", "2031-05-03"), ("Asia/Shanghai", "2031-05-04"), ("America/New_York", "2031-05-03")],
)
def test_a_day_is_that_of_the_mirrors_zone(zone: str, day: str) -> None:
    assert decide.day(datetime(2031, 5, 3, 23, 30, tzinfo=UTC), zone) == day


# Errors


@pytest.mark.parametrize(
    ("error", "recheck", "withdrawn"),
    [
        (Gone(404), True, True),
        (Gone(404), False, False),
        (Gone(410), True, True),
        (Gone(410), False, True),
        (HttpStatus(403), True, False),
        (HttpStatus(500), True, False),
        (ConnectionFailed("no response"), True, False),
        (NotAnArticle("no text"), True, False),
        (RobotsDenied("closed"), True, False),
    ],
)
def test_when_an_article_is_taken_as_withdrawn(
    error: ItemError, recheck: bool, withdrawn: bool
) -> None:
    assert decide.withdrawn(error, recheck=recheck) is withdrawn


@pytest.mark.parametrize(
    ("error", "final"),
    [
        (Gone(410), True),
        (Gone(404), False),
        (HttpStatus(403), False),
        (HttpStatus(503), False),
        (ConnectionFailed("no response"), False),
        (ResponseRefused("cut off"), False),
        (RobotsDenied("closed"), False),
        (AddressRefused("private"), False),
        (AccessBlocked("a bot challenge", "a challenge"), False),
        (NotAnArticle("no text"), True),
        (EmptyShell("a script"), True),
        (PictureError("no picture"), True),
        (ReadError("no index"), False),
        (WorkerFailed("it crashed"), False),
    ],
)
def test_when_another_try_is_without_hope(error: ItemError, final: bool) -> None:
    assert decide.final(error) is final


# Summaries

CHINESE = "港口管理处星期一说，渡轮将在清晨恢复航行。"  # 21 characters
ENGLISH = "The harbour office said on Monday that ferries will sail again. "
ARABIC = "هل تعود العبارات إلى الإبحار صباح الاثنين بعد العاصفة؟ "
URDU = "بندرگاہ کے دفتر نے کہا کہ کشتیاں دوبارہ چلیں گی۔ "


@pytest.mark.parametrize("sentence", [CHINESE, ENGLISH, ARABIC, URDU])
def test_a_summary_is_made_of_whole_sentences(sentence: str) -> None:
    summary = decide.summary(sentence * 20)
    assert SUMMARY - len(sentence) <= len(summary) <= SUMMARY
    count = (len(summary) + 1) // len(sentence)
    assert summary == (sentence * count).strip()


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("", ""),
        ("  渡轮\n\n恢复\t航行。 ", "渡轮 恢复 航行。"),
        ("x" * SUMMARY, "x" * SUMMARY),
        ("x" * (SUMMARY + 1), "x" * (SUMMARY - 1) + "…"),
        ("渡轮" * SUMMARY, ("渡轮" * SUMMARY)[: SUMMARY - 1] + "…"),
        ("Short. " + "x" * SUMMARY, ("Short. " + "x" * SUMMARY)[: SUMMARY - 1] + "…"),
        ("sail " * 100, ("sail " * 56).strip() + "…"),
        ("Version 2.5 of it " + "and more " * 60, None),
    ],
)
def test_where_no_sentence_ends_it_is_cut(text: str, summary: str | None) -> None:
    found = decide.summary(text)
    if summary is None:
        assert found.endswith("…")
        assert text.startswith(found[:-1] + " ")
    else:
        assert found == summary


@given(st.text(st.sampled_from("渡轮。！？ a.!?\u061f\u06d4\nb"), max_size=700) | st.text())
def test_a_summary_is_a_beginning_within_its_bound(text: str) -> None:
    line = " ".join(text.split())
    summary = decide.summary(text)
    assert len(summary) <= SUMMARY
    assert line.startswith(summary.removesuffix("…"))
    assert decide.summary(summary) == summary


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("http://gazette.example/picture.png", True),
        ("http://gazette.example:8080/picture.png", True),
        ("http://pictures.gazette.example/1.png", True),  # named in [fetch.resolve]
        ("http://10.0.0.1/admin", False),
        ("http://127.0.0.1/admin", False),
        ("http://localhost/admin", False),
    ],
)
def test_local_speaks_for_the_own_hosts_of_a_source(url: str, allowed: bool) -> None:
    source = Source(
        name="gazette", title="G", url="http://gazette.example:8000/feed.xml", local=True
    )
    resolve = {"pictures.gazette.example": "127.0.0.1:8080"}
    assert decide.local(source, url, resolve) is allowed
    assert not decide.local(replace(source, local=False), url, resolve)


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("http://127.0.0.1:9000/a", True),
        ("http://localhost:9000/a", True),
        ("http://[::1]:9000/a", True),
        ("http://127.0.0.2/a", False),
        ("http://192.168.1.1/a", False),
    ],
)
def test_a_source_on_this_machine_may_use_its_other_ports(url: str, allowed: bool) -> None:
    source = Source(name="g", title="G", url="http://127.0.0.1:8000/feed.xml", local=True)
    assert decide.local(source, url, {}) is allowed


@pytest.mark.parametrize(
    ("link", "further"),
    [
        ("http://gazette.example/2026/flood.html?page=2", True),
        ("http://gazette.example/2026/flood_2.html", True),
        ("http://gazette.example/2026/flood-2.html", True),
        ("http://gazette.example/2026/flood/2", True),
        ("http://gazette.example/2026/flood/page/2/", True),
        ("http://www.gazette.example/2026/flood_page2.html", True),
        ("http://gazette.example/2026/drought.html", False),
        ("http://gazette.example/2026/", False),
        ("http://elsewhere.example/2026/flood_2.html", False),
    ],
)
def test_a_further_page_has_the_address_of_its_article(link: str, further: bool) -> None:
    assert decide.further_page("http://gazette.example/2026/flood.html", link) is further


# Whose word an article is


def of(url: str, site: str | None = None) -> Source:
    return Source(name="a", title="A", url=url, site=site)


def named(*addresses: str, site: str | None = None) -> Source:
    options = UrlsOptions(urls=addresses)
    return Source(name="a", title="A", kind="urls", options=options, site=site, local=True)


def test_local_speaks_for_the_hosts_of_articles_that_a_source_names() -> None:
    source = named("http://a.example:8000/1", "http://b.example/2")
    assert decide.local(source, "http://b.example:81/picture.png", {})
    assert not decide.local(source, "http://c.example/picture.png", {})
    assert decide.named(source) == ("http://a.example:8000/1", "http://b.example/2")
    assert decide.named(of("https://a.example/")) == ()


@pytest.mark.parametrize(
    ("source", "url", "own"),
    [
        (Source(name="a", title="A", url="https://www.a.example/rss"), "https://a.example/1", True),
        (
            Source(name="a", title="A", url="https://feeds.a.example/"),
            "https://www.a.example/",
            True,
        ),
        (Source(name="a", title="A", url="https://a.example/rss"), "https://blog.a.example/", True),
        (Source(name="a", title="A", url="https://a.example/rss"), "https://b.example/1", False),
        (
            Source(name="a", title="A", url="https://a.pages.example/"),
            "https://b.pages.example/",
            False,
        ),
        (Source(name="a", title="A", url="https://rss.co.uk/"), "https://bank.co.uk/", False),
        (Source(name="a", title="A", url="https://a.example/"), "https://evil-a.example/", False),
        (of("https://burner.example/a", "https://a.example/"), "https://www.a.example/1", True),
        (of("https://burner.example/a", "https://a.example/"), "https://burner.example/1", False),
        (Source(name="a", title="A", path="list.txt", kind="urls"), "https://b.example/1", True),
        (named("https://a.example/1"), "https://a.example/2", True),
        (named("https://a.example/1"), "https://b.example/1", False),
        (named("https://a.example/1", site="https://c.example/"), "https://c.example/1", True),
        (named("https://a.example/1", site="https://c.example/"), "https://a.example/1", False),
    ],
)
def test_a_source_speaks_for_its_own_site(source: Source, url: str, own: bool) -> None:
    assert decide.own(source, url) is own


# Versions that cannot be meant

ENGLISH = "The ferry Halcyon left the harbour of Port Amber at dawn, at last. " * 6
FRENCH = (
    "Le bac « Alcyon » a quitté le port à l’aube, après trois semaines d’arrêt forcé : été gâché. "
    * 5
)
RUSSIAN = "Паром «Алкион» на рассвете вышел из гавани, сообщил капитан порта. " * 6
CHINESE = "渡轮哈尔西恩号黎明时驶离琥珀港，三周来首次复航。港务长说新舵由潜水员连夜装好。" * 7
REWRITTEN = "Ships may sail again: by night, passengers crossed the strait on Sunday. " * 6
CHINESE_ANEW = "港务长昨日宣布，渡轮将于黎明复航；潜水员已装好新舵，旅客可驶往琥珀港外各岛。" * 5


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (ENGLISH, ENGLISH + "One goose is still missing.", None),
        (ENGLISH, REWRITTEN, None),
        (ENGLISH, ENGLISH[: len(ENGLISH) // 2], None),
        (FRENCH, FRENCH.replace("aube", "aurore"), None),
        (CHINESE, CHINESE_ANEW, None),
        ("Ferry sails.", "", None),
        (ENGLISH, "Loading …", "most of the text is gone"),
        (CHINESE, CHINESE[:40], "most of the text is gone"),
        (FRENCH, FRENCH.encode().decode("cp1252", "replace"), "does not decode"),
        (FRENCH, FRENCH.encode("cp1252", "replace").decode("utf-8", "replace"), "does not decode"),
        (RUSSIAN, RUSSIAN.encode("cp1251").decode("latin-1"), "does not decode"),
        (
            RUSSIAN,
            RUSSIAN.encode("koi8-r", "ignore").decode("cp1253", "ignore"),
            "another script",
        ),
        (RUSSIAN, RUSSIAN.encode().decode("latin-1"), "does not decode"),
        (CHINESE, CHINESE.encode("gbk").decode("latin-1"), "does not decode"),
        (CHINESE, CHINESE.encode("gbk").decode("big5", "replace"), "does not decode"),
        (CHINESE, CHINESE.encode("gbk").decode("utf-8", "replace"), "does not decode"),
    ],
)
def test_a_version_that_cannot_be_meant_is_suspicious(
    before: str, after: str, why: str | None
) -> None:
    said = decide.suspicious(before, after)
    assert said is None if why is None else why in str(said)


TIDE = "https://gazette.example/news/2031/tide"


@pytest.mark.parametrize(
    ("requested", "final", "known", "is_front"),
    [
        (TIDE, "https://gazette.example/", None, True),
        (TIDE, "https://gazette.example", TIDE, True),
        (TIDE, "https://parked.example/", None, True),
        (TIDE, TIDE, TIDE, False),
        (TIDE, "https://gazette.example/news/", TIDE, True),
        (TIDE, "https://www.gazette.example/news", TIDE, True),
        (TIDE, "https://gazette.example/news/", None, False),  # a new one: it may be a short form
        (TIDE, "https://gazette.example/news/?id=7", TIDE, False),
        (TIDE, "https://gazette.example/sport/", TIDE, False),
        (TIDE, "https://gazette.example/news/2031/", TIDE, False),
        (TIDE, "https://gazette.example/new", TIDE, False),
        (TIDE, "https://other.example/news/", TIDE, False),
        ("https://gazette.example/tide/amp", "https://gazette.example/tide", None, False),
        (
            "https://gazette.example/tide/amp",
            "https://gazette.example/tide/",
            "https://gazette.example/tide",
            False,
        ),
        ("https://gazette.example/", "https://gazette.example/", None, False),
        (TIDE, "https://gazette.example/?p=7", TIDE, False),
        (TIDE, "https://gazette.example/index.html", None, True),
        (TIDE, "https://gazette.example/index.php", None, True),
        (TIDE, "https://gazette.example/index.php?p=7", None, False),
        (TIDE, "https://gazette.example/Default.aspx", None, True),
        (TIDE, "https://gazette.example/home", None, True),
        (TIDE, "https://gazette.example/home/", None, True),
        (TIDE, "https://gazette.example/homes", None, False),
        (TIDE, "https://gazette.example/home/tide", None, False),
        (TIDE, "https://gazette.example/en", None, True),
        (TIDE, "https://gazette.example/en/", None, True),
        (TIDE, "https://gazette.example/zh-hans/", None, True),
        (TIDE, "https://gazette.example/zh_Hant_HK/", None, True),
        (TIDE, "https://gazette.example/zh-hans/index.html", None, True),
        (TIDE, "https://gazette.example/en/tide", None, False),
        (TIDE, "https://gazette.example/fog", None, False),
        ("https://gazette.example/en/", "https://gazette.example/", None, False),
    ],
)
def test_which_redirect_leads_to_a_front_page(
    requested: str, final: str, known: str | None, is_front: bool
) -> None:
    assert decide.front(requested, final, known) is is_front


GARBLED = SuspiciousRevision("the text does not decode")
CUT = SuspiciousRevision(str(decide.suspicious("a" * 3000, "a")))


@pytest.mark.parametrize(
    ("error", "final", "sign"),
    [
        (Gone(404), None, "missing"),
        (Gone(410), None, "missing"),
        (HttpStatus(403), None, None),
        (HttpStatus(451), None, None),
        (HttpStatus(500), None, None),
        (ConnectionFailed("no answer"), None, None),
        (ResponseRefused("too slow"), None, None),
        (CUT, TIDE, "emptied"),
        (NotAnArticle("no text"), TIDE, "emptied"),
        (NotAnArticle("no text"), "https://gazette.example/login", None),
        (CUT, "https://gazette.example/error", None),
        (GARBLED, TIDE, None),
        (AccessBlocked("a bot challenge", "title"), TIDE, None),
        (EmptyShell("a script"), TIDE, None),
        (NotAnArticle("front"), "https://gazette.example/", "front"),
        (NotAnArticle("front"), "https://gazette.example/news", "front"),
        (NotAnArticle("front"), "https://parked.example/", None),
    ],
)
def test_what_an_error_says_of_an_article_that_is_held(
    error: ItemError, final: str | None, sign: str | None
) -> None:
    assert decide.sign(error, TIDE, final, TIDE) == sign
