"""Markup of any depth gives an article with all of its text."""

from __future__ import annotations

import pytest

from mirrorpress.extract import extract, extract_entry, join
from mirrorpress.model import FeedEntry
from mirrorpress.model.plain import plain_text
from mirrorpress.render.export import article_to_json

PROSE = "<p>The keeper lit the lamp before the rain came in from the sea, and went home.</p>" * 3
DEEP = 10_000
SHAPES = [
    "ul li", "ol li", "blockquote", "sub", "sub sup", "em strong", "a", "span", "div", "p span",
    "table tr td", "table tr th", "dl dd", "details", "aside", "section", "article", "font", "q",
    "pre", "x-y", "ul", "ul li table tr td", "fieldset",
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_deep_markup_is_read_to_the_bottom(shape: str) -> None:
    tags = shape.split()
    times = DEEP // len(tags)
    opening = "".join(f"<{tag}>" for tag in tags) * times
    closing = "".join(f"</{tag}>" for tag in reversed(tags)) * times
    deep = f"{opening}innermost words, as far down as it goes.{closing}"
    article = extract(PROSE + deep + PROSE, "https://a.example/x")
    entry = extract_entry(FeedEntry(title="t", content_html=PROSE + deep + PROSE))
    for each in (article, entry, join([article, entry])):
        assert "innermost words" in plain_text(each)
        assert "innermost words" in str(article_to_json(each)["html"])


def test_words_that_stand_in_a_list_without_an_item_are_an_item() -> None:
    article = extract(f"{PROSE}<ul>loose words<li>an item</ul>{PROSE}", "https://a.example/x")
    assert "loose words" in plain_text(article)
