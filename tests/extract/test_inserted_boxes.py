"""Boxes of other kinds than the text, set into the stored pages, change no article.

`boxes/<language>.html` holds boxes as outlets print them, each below a comment that names it. Their
classes say nothing: what they are shows in their words and their form alone.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from extract.markup import key, key_of, lines_of, page_of
from extract.scoring import names

BOXES = Path(__file__).parent / "boxes"
# Set behind the last paragraph of a page; the others are set before the one in the middle.
AT_THE_END = frozenset(["comments", "tags", "copyright", "offer", "share"])
# What does change. A box that was set into a small part of the page, which holds a note, an entry
# or one paragraph, can take it along.
KNOWN = {
    "accordion-explainer-fr": {"offer", "share"},  # into the notes
    "boxtext-app-promo-zh-hant": {"offer"},  # the line in a box that asks for comments
    "drupal-encadre-fr": {"most-read", "related"},  # into a box beside the text
    "interview-dl-de": {"consent"},  # the link to the recording, kept below the text
    "listicle-article-cards-en": {"related"},  # items of the article look the same
    "register-wall-inline-fr": {"consent"},  # longer than half of the text that is shown
    "sections-named-by-heading-en": {"most-read"},  # into a section with the id "sharing-…"
    "service-boxes-beside-text-de": {"share", "tags"},  # into the part with the last paragraph
    "substack-captioned-pt": {"offer"},  # into the notes
    "timetable-of-links-en": {"consent"},  # longer than half of the text
}
FEWEST = 4  # paragraphs of a page in which the middle and the end are of the text
# Pages whose lines are no paragraphs of their own.
NO_PARAGRAPHS = frozenset(
    [
        "br-text-nodes-ko",
        "brbr-windows1251-ru",
        "font-tables-1999-en",
        "ruby-news-ja",
        "tables-shift-jis-ja",
        "wechat-sections-zh-hans",
        "windows1256-sports-ar",
        "wire-copy-dateline-en",
    ]
)

_BOX = re.compile(r"<!-- ([\w-]+) -->\n(.*?)(?=\n<!-- |\Z)", re.DOTALL)
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL | re.IGNORECASE)


@cache
def boxes_of(name: str) -> dict[str, str]:
    """The boxes in the language of a stored page, by their kind."""
    parts = name.split("-")
    for language in ("-".join(parts[-2:]), parts[-1]):
        path = BOXES / f"{language}.html"
        if path.exists():
            return dict(_BOX.findall(path.read_text("utf-8")))
    return {}


def places_of(page: str, lines: list[str]) -> list[tuple[int, int]]:
    """Where the paragraphs of the article begin and end in the page, those of quotations apart."""
    known = {key(line) for line in lines if len(key(line)) > 12}
    return [
        found.span()
        for found in _PARAGRAPH.finditer(page)
        if key_of(found[1]) in known
        and page.count("<blockquote", 0, found.start())
        == page.count("</blockquote", 0, found.end())
    ]


@pytest.mark.parametrize(
    "name",
    [name for name in names() if boxes_of(name) and name not in NO_PARAGRAPHS],
)
def test_what_is_set_into_a_page_changes_no_article(name: str) -> None:
    page, url = page_of(name)
    lines = lines_of(page, url)
    places = places_of(page, lines)
    assert len(places) >= FEWEST
    changed = set()
    for kind, box in boxes_of(name).items():
        at = places[-1][1] if kind in AT_THE_END else places[len(places) // 2][0]
        if lines_of(page[:at] + box + page[at:], url) != lines:
            changed.add(kind)
    assert changed == KNOWN.get(name, set())
