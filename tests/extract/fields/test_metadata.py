"""Metadata: addresses, the lead picture and what else a page says of its article."""

from __future__ import annotations

import pytest

from extract.heads import URL, read
from pace import within
from trees import SENTENCE


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
    assert found.languages == (None, None, "fa", "ar_EG")
    assert (found.section, found.kind, found.tags) == ("بندر", "article", ("a", "b"))
    linked = read("<html lang=fa>", {"inLanguage": "ru", "articleSection": "Порт", "keywords": "x"})
    assert linked.languages == (None, "ru", "fa", None)
    assert (linked.section, linked.tags) == ("Порт", ("x",))


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        (f"<main lang=de><article lang=fr><h1>Le bac</h1></article><p>{SENTENCE}</p></main>", "fr"),
        (f"<main lang=de><h1>Le bac</h1><p lang=fr>{SENTENCE * 9}</p></main>", "de"),
        (f"<h1>Le bac</h1><div lang=fr><p>{SENTENCE * 9}</p></div><p>{SENTENCE}</p>", "fr"),
        (
            f"<h1>Le bac</h1><div lang=de><div lang=fr>{SENTENCE * 9}</div></div><p>{SENTENCE}</p>",
            "fr",
        ),
        (f"<h1>Le bac</h1><div lang=fr>{SENTENCE}</div><p>{SENTENCE * 9}</p>", None),
        (f"<title>Le bac</title><ul><li lang=fr>Le bac</ul><p>{SENTENCE * 9}</p>", None),
        (f"<article xml:lang=fr><h1>Le bac</h1><p>{SENTENCE}</p></article>", "fr"),
        (f"<article lang=''><h1>Le bac</h1><p>{SENTENCE}</p></article>", None),
    ],
)
def test_the_language_around_the_article_goes_before_that_of_the_page(
    markup: str, language: str | None
) -> None:
    page = f"<html lang=en><title>Le bac</title>{markup}"
    assert read(page, {"inLanguage": "es"}).languages == (language, "es", "en", None)


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
