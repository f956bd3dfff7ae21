"""Hostile markup of 50 kB is read in bounded time: no level, no sibling costs all the others."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from mirrorpress.errors import NotAnArticle
from mirrorpress.extract import extract
from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.extract.page.images import picture_of
from mirrorpress.model import Article
from mirrorpress.model.blocks import Figure
from pace import within
from trees import first, tree_of

PROSE = "<p>The keeper lit the lamp before the rain came in from the sea, and went home.</p>" * 3
PICTURE = "<img src=/p.png width=640 height=480>"
SIZE = 50_000  # bytes of each shape
LEVELS = 30  # read twice a level, the innermost would be read a thousand million times
MOST = 12.0  # seconds of processor time; the slowest takes 7, credits read in pairs some 19

NESTED = [
    "figure", "figure picture", "figure figcaption", "picture", "noscript", "table tr td",
    "table tr th", "ul li table tr td", "blockquote", "details", "aside", "a", "a span", "span",
    "div", "dl dd", "dl dt", "iframe", "ul li", "ul", "sub", "h2", "pre", "ruby", "section figure",
    "article", "small", "video", "object", "main", "form",
    "div class=caption", "div class=pullquote", "div class=gallery", "b class=subhead",
]  # fmt: skip
BESIDE = {
    "credits": (f"<figure>{PICTURE}<figcaption>The quay.", "<small>xy</small>", "</figure>"),
    "credits of no caption": (f"<figure>{PICTURE}", "<small>xy</small>", "</figure>"),
    "credits in spans": (f"<figure>{PICTURE}<figcaption>x", "<span><cite>xy</cite></span>", ""),
    "captions": (f"<figure>{PICTURE}", "<div class=caption></div>", "</figure>"),
    "figures": ("<figure>", f"<figure>{PICTURE}</figure>", "</figure>"),
    "lists": ("<ul><li>a</li>", "<ul>x</ul>", "</ul>"),
    "breaks": ("<p>", "x<br>", "</p>"),
    "cells": ("<table><tr><th>x", "<td>x", "</table>"),
    "comments": ("", "<div class=comments>x</div>", ""),
}


def tags(shape: str) -> tuple[str, str]:
    """Start and end tags of "figure picture" or "div class=caption"."""
    if "=" in shape:
        return f"<{shape}>", f"</{shape.split()[0]}>"
    names = shape.split()
    return "".join(f"<{n}>" for n in names), "".join(f"</{n}>" for n in reversed(names))


def read(markup: str) -> Article | None:
    with within(MOST):
        try:
            return extract(PROSE + markup + PROSE, "https://a.example/x")
        except NotAnArticle:
            return None  # no article is an answer as well


@pytest.mark.parametrize("shape", NESTED)
@pytest.mark.parametrize("leaf", ["words that are meant", PICTURE], ids=["words", "picture"])
def test_nested_elements_cost_little(shape: str, leaf: str) -> None:
    opening, closing = tags(shape)
    times = SIZE // len(opening + closing)
    some = opening * LEVELS + leaf + closing * LEVELS
    read(opening * times + leaf + closing * times)
    read(some * (SIZE // len(some)))
    read(opening * LEVELS + (opening + leaf + closing) * times + closing * LEVELS)
    read((opening + leaf) * (SIZE // len(opening + leaf)))


@pytest.mark.parametrize("shape", BESIDE)
def test_elements_side_by_side_cost_little(shape: str) -> None:
    before, each, after = BESIDE[shape]
    read(before + each * (2 * SIZE // len(each)) + after)


@pytest.mark.parametrize("shape", ["table tr th", "ul li table tr th", "blockquote table tr th"])
def test_each_picture_in_nested_tables_is_looked_at_once(shape: str) -> None:
    opening, closing = tags(shape)
    times = 60
    body = first(tree_of((opening + PICTURE) * times + closing * times), "body")
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code is picture_of.__code__

    sys.setprofile(count)
    try:
        blocks_of(body.children, "https://a.example/x")
    finally:
        sys.setprofile(None)
    assert 0 < calls <= times


def pictures(depth: int) -> list[str]:
    """The pictures that are found of a nest with one in each of its three innermost figures."""
    inner = "<figure><img src=/quay.png width=640 height=480></figure>"
    inner += "<figure><img src=/lamp.png width=640 height=480></figure>"
    inner += "<figure><img src=/rain.png width=640 height=480><figcaption>C</figcaption></figure>"
    article = extract(
        PROSE + "<figure>" * depth + inner + "</figure>" * depth + PROSE, "https://a.example/x"
    )
    return [
        image.url for block in article.blocks if isinstance(block, Figure) for image in block.images
    ]


@pytest.mark.parametrize("depth", [1, 30, 100])
def test_the_innermost_pictures_are_found_once_each(depth: int) -> None:
    assert pictures(depth) == [f"https://a.example/{name}.png" for name in ("quay", "lamp", "rain")]
