"""Broken markup is repaired; what would make the parser slow is bounded."""

# Pages are easier to read unbroken.

from __future__ import annotations

import contextlib

import pytest

from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract
from mirrorpress.extract.repair import MAX_DEPTH, MAX_OPEN_FORMATTING, MAX_TAGS, repair
from mirrorpress.extract.tree import Element, parse
from mirrorpress.render.export import article_to_json
from pace import within


@pytest.mark.parametrize(
    ("broken", "repaired"),
    [
        ('<divdata-x="a"data-y="b">', '<div data-x="a"data-y="b">'),
        ('<imgsrc="a.jpg">', '<img src="a.jpg">'),
        ("<ahref='/x'>", "<a href='/x'>"),
        ('<sourcetype="image/webp"srcset="a 1w">', '<source type="image/webp"srcset="a 1w">'),
        ('<video-playermedia-id="1"source="u">', '<video-player media-id="1"source="u">'),
        ('<p class="a">', '<p class="a">'),
        ('<custom data-x="a">', '<custom data-x="a">'),
        ('<subtitle="a">', '<sub title="a">'),
    ],
)
def test_glued_tags(broken: str, repaired: str) -> None:
    assert repair(broken).markup == repaired


def test_scripts_are_set_aside() -> None:
    page = (
        '<p>a<script>var x = "</p>";</script>b<!-- <p>c --><STYLE>p{}</STYLE >'
        '<script type="application/ld+json">{"a": 1}</script><svg><path d=""/></svg>d'
    )
    found = repair(page)
    assert found.markup == "<p>abd"
    assert found.scripts == ('{"a": 1}',)


def test_a_script_without_end_ends_the_page() -> None:
    assert repair("<p>a<script>b<p>c").markup == "<p>a"


def test_shadow_roots_are_content() -> None:
    page = '<x-y><template shadowrootmode="open"><p>words</p></template></x-y>'
    assert parse(repair(page).markup).text() == "words"


def depth_of(element: Element) -> int:
    deepest, stack = 0, [(element, 1)]
    while stack:
        node, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + 1) for child in node.elements()]
    return deepest


PROSE = "<p>" + "The keeper lit the lamp before the rain came in from the sea. " * 5 + "</p>"
HOSTILE = {
    "deep divs": "<div>" * 50_000 + PROSE,
    "deep lists": "<ul><li>" * 50_000 + PROSE,
    "deep tables": "<table><tr><td>" * 30_000 + PROSE,
    "deep figures": "<figure>" * 50_000 + "<img src=a.jpg>" + PROSE,
    "deep quotes": "<blockquote class=caption>" * 50_000 + PROSE,
    "deep spans": "<span>" * 100_000 + PROSE,
    "open formatting": "".join(f"<b id=b{n}>" for n in range(20_000)) + PROSE * 50,
    "formatting across blocks": "".join(f"<p><i id=i{n}>x</p>" for n in range(5_000)) + PROSE,
    "angle brackets": "<" * 1_000_000 + PROSE,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + PROSE,
    "bare attributes": "<div " + " ".join(f"a{n}" for n in range(200_000)) + ">" + PROSE,
    "quote without end": PROSE + '<div class="' + "a " * 500_000,
    "scripts without end": PROSE + "<script" * 100_000,
    "comments without end": PROSE + "<!--" * 200_000,
    "svg without end": PROSE + "<svg>" * 100_000,
    "huge text": "<p>" + "word " * 500_000,
    "many paragraphs": "<p>word" * 250_000,
    "line breaks": "<div>" + "a<br>" * 30_000,
    "links": "<p>" + "<a href=x>" * 100_000 + PROSE,
    "srcset": PROSE + '<img srcset="' + "a.jpg 1w, " * 100_000 + '">',
    "headings": "<h2><a href=x>y</a></h2>" * 10_000 + PROSE,
    "spaces in a title": "<title>" + "a | " * 50_000 + "</title>" + PROSE,
    "brackets in a caption": "<figure><img src=a.jpg><figcaption>"
    + "(photo: " * 20_000
    + "</figcaption></figure>"
    + PROSE,
    "ideographic spaces": "<p>" + "\u3000" * 300_000 + PROSE,
    "dates": "".join("<div class=date>1 May 1</div>" for _ in range(5_000)) + PROSE,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_take_bounded_time(page: str) -> None:
    """The bound is several times what the slowest takes; without bounds it is minutes."""
    with within(8), contextlib.suppress(ExtractError):
        article_to_json(extract(page, "https://a.example/x"))


@pytest.mark.parametrize("tag", ["div", "span", "p", "ul", "b", "figure"])
def test_nesting_is_bounded_and_text_stays(tag: str) -> None:
    page = f"<{tag}>" * 3000 + "words" + f"</{tag}>" * 3000
    root = parse(repair(page).markup)
    assert depth_of(root) <= MAX_DEPTH + 3
    assert root.text() == "words"


@pytest.mark.parametrize("unit", ["<div></x>", "<br-x>", "<DIV>", "<div></3>"])
def test_nesting_is_bounded_whatever_seems_to_end_it(unit: str) -> None:
    assert repair(unit * 3000).markup.lower().count(unit[:4].lower()) == MAX_DEPTH


def test_open_formatting_is_bounded() -> None:
    page = "".join(f"<p><b id=b{n}>x</p>" for n in range(1000))
    root = parse(repair(page).markup)
    assert len(root.find("b")) < 1000 * (MAX_OPEN_FORMATTING + 2)


def test_tags_are_counted() -> None:
    assert repair("<p>a" * (MAX_TAGS + 100)).markup.count("<") <= MAX_TAGS
