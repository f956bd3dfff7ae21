"""Metadata: which of a page's many claims about its article is believed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from mirrorpress.extract.metadata import Metadata, loose, read_metadata, without_site
from pace import within
from trees import SENTENCE, tree_of

URL = "https://a.example/news/x"


def read(markup: str, linked: dict[str, Any] | None = None, url: str | None = URL) -> Metadata:
    scripts = (json.dumps({"@type": "NewsArticle", **linked}),) if linked is not None else ()
    return read_metadata(tree_of(markup).walk(), scripts, url)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ferry resumes!", "FERRY – resumes", True),
        ("渡轮，复航", "渡轮复航", True),
        ("Паром", "паром", True),
        ("Straße", "STRASSE", True),
        ("Ferry", "Ferries", False),
        ("Ferry 1", "Ferry 2", False),
        (None, "", True),
    ],
)
def test_loose(one: str | None, other: str | None, same: bool) -> None:
    assert (loose(one) == loose(other)) is same


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Ferry resumes | Harbour Ledger", "Harbour Ledger", "Ferry resumes"),
        ("Harbour Ledger - Ferry resumes", "Harbour Ledger", "Ferry resumes"),
        ("Ferry resumes", "Harbour Ledger", "Ferry resumes"),
        ("渡轮复航_港口日报", "港口日报", "渡轮复航"),
        ("Паром снова ходит — Вестник", "Вестник", "Паром снова ходит"),
        ("عودة العبّارة | صحيفة الميناء", "صحيفة الميناء", "عودة العبّارة"),
        ("Ferry-goers resume", "Harbour Ledger", "Ferry-goers resume"),
        ("", "Harbour Ledger", ""),
    ],
)
def test_titles_without_the_site(title: str, site: str, expected: str) -> None:
    assert without_site(title, site) == expected


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Ferry resumes | Ledger</title><h1>Ferry resumes</h1>", "Ferry resumes"),
        ("<meta property=og:site_name content=Ledger><title>Ferry | Ledger</title>"
         "<h1>Ledger</h1><h1>Ferry</h1>", "Ferry"),
        ('<meta property=og:title content="Ferry resumes"><h1>Ledger</h1>', "Ferry resumes"),
        ('<meta property=og:title content="Ferry resumes"><h1>Ferry resumes today</h1>',
         "Ferry resumes today"),
        ('<meta property=og:title content="Ferry resumes"><h1>Weather</h1>', "Ferry resumes"),
        ("<title>Ferry resumes</title>", "Ferry resumes"),
        ("<h1>Ferry resumes</h1>", "Ferry resumes"),
        (f"<h1>{'x' * 400}</h1><h1>Ferry</h1>", "Ferry"),
        ("<meta property=og:title content=' '><title>Ferry</title>", "Ferry"),
        ("<meta name=twitter:title content=Ferry>", "Ferry"),
        ("", ""),
    ],
)  # fmt: skip
def test_titles(markup: str, title: str) -> None:
    assert read(markup).title == title


def test_all_titles_are_known() -> None:
    found = read(
        '<title>Ferry | Ledger</title><meta property=og:title content="Night ferry"><h1>Ferry</h1>',
        {"headline": "The ferry"},
    )
    assert set(found.titles) == {"Ferry", "Ferry | Ledger", "Night ferry", "The ferry"}
    assert found.titles[0] == found.title


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<meta name=author content='Anna Kern'>", ("Anna Kern",)),
        ("<meta name=author content='Anna Kern'><meta name=author content='Bo Li'>",
         ("Anna Kern", "Bo Li")),
        ("<meta property=article:author content='https://a.example/kern'>"
         "<a rel=author href=/k>Anna Kern</a>", ("Anna Kern",)),
        ("<span itemprop=author><span itemprop=name>Anna Kern</span>, desk</span>",
         ("Anna Kern",)),
        ("<div class=byline>By Anna Kern</div>", ("Anna Kern",)),
        ("<div class=author-name>李安</div>", ("李安",)),
        ("<div class=authority>Anna Kern</div>", ()),
        ("<p>By Anna Kern</p>", ("Anna Kern",)),
        ("<p>Von Anna Kern</p>", ("Anna Kern",)),
        ("<p>Par Jeanne Morel</p>", ("Jeanne Morel",)),
        ("<p>Author: Anna Kern</p>", ("Anna Kern",)),
        ("<p>作者：李安</p>", ("李安",)),
        ("<p>记者李安</p>", ("李安",)),
        ("<p>بقلم سامي حداد</p>", ("سامي حداد",)),
        ("<p>By the sea it rained.</p>", ()),
        ("<p>Paris</p>", ()),
        ("<span>Portugal</span>", ()),
        ("<span>Bypass opens</span>", ()),
        ("<h4>Vonovia AG</h4>", ()),
        ("<div>Porto</div>", ()),
        ("<nav><p>By Anna Kern</p></nav>", ()),
        ("<td>By Anna Kern</td>", ()),
        (f"<p>By {'x' * 80}</p>", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_bylines(markup: str, names: tuple[str, ...]) -> None:
    assert read(markup).bylines == names


def test_a_person_is_believed_before_the_name_of_the_site() -> None:
    site = "<meta property=og:site_name content='Harbour Ledger'>"
    meta = "<meta name=author content='Harbour Ledger'>"
    assert read(site + meta + "<p>By Anna Kern</p>").bylines == ("Anna Kern",)
    assert read(site + meta).bylines == ("Harbour Ledger",)
    assert read(meta, {"author": {"name": "Bo Li"}}).bylines == ("Bo Li",)


MAY = datetime(2031, 5, 4)


@pytest.mark.parametrize(
    ("markup", "linked", "url", "moment"),
    [
        ("", {"datePublished": "2031-05-04T18:20:00Z"}, URL,
         datetime(2031, 5, 4, 18, 20, tzinfo=UTC)),
        ("<meta property=article:published_time content='2031-05-04T18:20:00Z'>",
         {"datePublished": "2030-01-01T10:00:00Z"}, URL, datetime(2030, 1, 1, 10, tzinfo=UTC)),
        ("<meta property=article:published_time content=2031-05-04>", None, URL, MAY),
        ("<meta name=pubdate content=nonsense><time datetime=2031-05-04>today</time>", None, URL,
         MAY),
        ("<time>2031-05-04</time>", None, URL, MAY),
        ("<p itemprop=datePublished content=2031-05-04>today</p>", None, URL, MAY),
        ("<div class=date>4 May 2031</div>", None, URL, MAY),
        ("<p>4 May 2031</p>", None, URL, MAY),
        (f"<p>{SENTENCE * 2} 4 May 2031</p>", None, URL, None),
        ("", None, "https://a.example/2031/05/04/ferry", MAY),
        ("", None, "https://a.example/20310504/ferry", MAY),
        ("", None, "https://a.example/2031/13/04/ferry", None),
        ("", None, "https://a.example/12031/05/04/ferry", None),
        ("", None, None, None),
        ("<meta name=lastmodifieddate content=2031-05-04>", None, URL, MAY),
        ("<meta name=lastmodifieddate content=2031-05-05>", None, "https://a.example/2031/05/04/x",
         MAY),
    ],
)  # fmt: skip
def test_dates(
    markup: str, linked: dict[str, Any] | None, url: str | None, moment: datetime | None
) -> None:
    assert read(markup, linked, url).published == moment


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel=canonical href=https://a.example/y>", "https://a.example/y"),
        ("<link rel=canonical href=/y>", "https://a.example/y"),
        ("<link rel=canonical href=https://www.a.example/y>", "https://www.a.example/y"),
        ("<link rel=canonical href=https://evil.example/y>", URL),
        ("<link rel=canonical href='javascript:alert(1)'>", URL),
        ("<link rel=canonical href=https://a.example/>", URL),
        ("<link rel=canonical href=''>", URL),
        ("<link rel=alternate href=/y>", URL),
        ("<meta property=og:url content=https://a.example/z>", "https://a.example/z"),
        ("<link rel=canonical href=https://evil.example/y>"
         "<meta property=og:url content=https://a.example/z>", "https://a.example/z"),
        ("", URL),
    ],
)  # fmt: skip
def test_addresses(head: str, url: str) -> None:
    assert read(head).url == url


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("<meta property=og:image content=/port.jpg>", "https://a.example/port.jpg"),
        ("<meta name=twitter:image content=https://b.example/p.jpg>", "https://b.example/p.jpg"),
        ("<meta property=og:image content=/site-logo.png>", None),
        ("<meta property=og:image content=/logo/port.png>", "https://a.example/logo/port.png"),
        ("<meta property=og:image content=/default.jpg>", None),
        ("<meta property=og:image content='javascript:x'>", None),
        ("<meta property=og:image content='data:image/png;base64,AA'>", None),
        ("", None),
    ],
)
def test_leads(head: str, lead: str | None) -> None:
    found = read(head).lead
    assert (found.url if found else None) == lead
    if lead is None:
        found = read(head, {"image": "/tower.jpg"}).lead
        assert found is not None
        assert found.url == "https://a.example/tower.jpg"


def test_next_pages_are_of_the_same_site() -> None:
    assert read("<link rel=next href='/x?page=2'>").next_page == "https://a.example/x?page=2"
    assert read("<link rel='nofollow next' href=/y>").next_page == "https://a.example/y"
    assert read("<link rel=next href=https://evil.example/x>").next_page is None
    assert read("<link rel=next href='javascript:x'>").next_page is None


def test_the_rest() -> None:
    found = read(
        "<html lang=fa><meta property=og:locale content=ar_EG>"
        "<meta property=article:section content=بندر><meta property=og:type content=article>"
        "<meta property=article:tag content=a><meta property=article:tag content=b>"
        "<meta property=article:tag content=a>"
    )
    assert found.languages == (None, "fa", "ar_EG")
    assert (found.section, found.kind, found.tags) == ("بندر", "article", ("a", "b"))
    linked = read("<html lang=fa>", {"inLanguage": "ru", "articleSection": "Порт", "keywords": "x"})
    assert linked.languages == ("ru", "fa", None)
    assert (linked.section, linked.tags) == ("Порт", ("x",))


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<meta>" * 1000,
        "<meta name content>",
        "<meta name=author content='" + "x" * 100_000 + "'>",
        "<meta name=author content='" + "a, " * 30_000 + "'>",
        "<title>" + "a | " * 50_000 + "</title>",
        "<h1>" + "a - " * 90 + "</h1>" * 2,
        "<div class=byline>By </div>" * 3_000,
        "<meta property=og:url content='https://[x/'>",
        "<time datetime='" + "9" * 10_000 + "'>",
        "<h1>\x00\x01</h1>",
    ],
)
def test_hostile_heads_take_bounded_time(markup: str) -> None:
    with within(3):
        found = read(markup)
    assert len(found.title) <= 500
    assert len(found.bylines) <= 50
