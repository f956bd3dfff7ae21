"""Boxes that show other articles, told from the lines of this one."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields import cards
from mirrorpress.extract.fields.cards import Cards
from mirrorpress.extract.page.tree import Element
from trees import SENTENCE, first, named, tree_of

SPAN = "<span id=x>By Anna Kern</span>"


def held(markup: str) -> bool:
    root = tree_of(f"<body><h1>Port: The ferry is back</h1>{markup}")
    return Cards(first(root, "h1"), "The ferry is back").hold(named(root, "x"))


@pytest.mark.parametrize(
    "markup",
    [
        # A heading that is a link, around or inside.
        f"<div><h3><a href=/tram>The tram is back</a></h3>{SPAN}</div>",
        f"<div><a href=/tram><h3>The tram is back</h3></a>{SPAN}</div>",
        f"<a href=/tram><h3>The tram is back</h3>{SPAN}</a>",
        f"<div><h4><b><a href=/tram>The tram is back</a></b></h4><div><p>{SPAN}</p></div></div>",
        f"<div><div><h3><a href=/tram>The tram is back</a></h3></div><div>{SPAN}</div></div>",
        f"<div><h3><a href=/tram>渡轮今天上午重新开放通行</a></h3>{SPAN}</div>",
        # One of several that are alike.
        f"<ol><li><a href=/tram>The tram is back</a> {SPAN}</li>"
        "<li><a href=/baker>The baker who sings</a> Bo Li</li></ol>",
        f"<div><a href=/a>渡轮今天上午重新开放</a>{SPAN}</div>"
        "<div><a href=/b>老码头的面包师在唱歌</a></div>",
    ],
)
def test_boxes_of_other_articles(markup: str) -> None:
    assert held(markup)


@pytest.mark.parametrize(
    "markup",
    [
        SPAN,
        f"<div><a href=/port>Port</a> {SPAN}</div>",
        f"<div><a href=/port>All of our reports from the port</a> {SPAN}</div>",
        f"<div><h3>The tram is back</h3>{SPAN}</div>",
        f"<div><h3><a href=#tram>The tram is back</a></h3>{SPAN}</div>",
        f"<div><h3><a href=/tram>The tram</a></h3>{SPAN}</div>",
        f"<div><h3><a href=mailto:tram@a.example>Write to us of trams</a></h3>{SPAN}</div>",
        # This article in a list of the latest.
        f"<div><h3><a href=/ferry>The ferry is back</a></h3>{SPAN}</div>",
        # Who wrote this one.
        f"<div><h4><a href=/anna>Anna Maria Kern</a></h4>{SPAN}</div>",
        f"<div><h4><a href=/authors/kern>Anna Kern, reporter at sea</a></h4>{SPAN}</div>",
        f"<div><h4><a href=/kern>By Anna Kern and Bo Li</a></h4>{SPAN}</div>",
        f"<ul><li><a href=/people/anna>Anna Kern of the desk</a>{SPAN}</li>"
        "<li><a href=/people/bo>Bo Li of the desk</a></li></ul>",
        # With a text of its own, or more beside the link.
        f"<div><h3><a href=/tram>The tram is back</a></h3><p>{SENTENCE * 4}</p>{SPAN}</div>",
        f"<ol><li><a href=/tram>The tram is back</a> and {SENTENCE} {SPAN}</li>"
        f"<li><a href=/baker>The baker who sings</a> and {SENTENCE}</li></ol>",
        f"<div><a href=/tram>The tram is back</a> {SPAN}</div>"
        "<p><a href=/baker>The baker who sings</a></p>",
    ],
)
def test_lines_of_this_article(markup: str) -> None:
    assert not held(markup)


def test_what_holds_the_headline_is_of_this_article() -> None:
    root = tree_of(f"<div><h2><a href=/ferry>Port: ferry is back</a></h2>{SPAN}</div>")
    cards = Cards(first(root, "h2"), "The ferry")
    assert not cards.hold(named(root, "x"))
    assert not cards.hold(first(root, "a"))


@pytest.mark.parametrize(("title", "answer"), [("The ferry", True), ("The tram is back", False)])
def test_without_a_headline_the_title_tells(title: str, answer: bool) -> None:
    root = tree_of(f"<div><h3><a href=/tram>The tram is back</a></h3>{SPAN}</div>")
    assert Cards(None, title).hold(named(root, "x")) is answer


def test_the_number_of_boxes_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Element] = []
    whole = cards._shows_article
    monkeypatch.setattr(
        cards, "_shows_article", lambda box, title: looked.append(box) or whole(box, title)
    )
    rows = "<li><a href=/tram>The tram is back</a> <time>4 May</time></li>" * 2_000
    root = tree_of(f"<h1>Ferry</h1><ol>{rows}</ol>")
    found = Cards(first(root, "h1"), "Ferry")
    held = [found.hold(element) for element in root.find("time")]
    assert held[0]
    assert not held[-1]
    assert len(looked) == cards._MOST_BOXES
