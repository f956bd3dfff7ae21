"""A thousand invented pages of each mirror system: how many become the right article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from imports.made_mirrors import FOREIGN, MadePage, make_archive, make_channels
from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract_entry
from mirrorpress.imports import ImportedArticle, layout_of, read_archive_page, read_channels_page
from mirrorpress.model import FeedEntry
from mirrorpress.model.blocks import Rule
from mirrorpress.model.plain import plain_text
from mirrorpress.model.walk import figure_images

COUNT = 1000
FLOOR = 0.99  # of the usable pages; not lowered


@pytest.mark.parametrize(
    ("layout", "make", "reader"),
    [
        ("channels", make_channels, read_channels_page),
        ("archive", make_archive, read_archive_page),
    ],
)
def test_a_thousand_pages(
    layout: str,
    make: Callable[[int], Iterator[MadePage]],
    reader: Callable[[str, bytes], ImportedArticle],
) -> None:
    pages = list(make(COUNT))
    assert layout_of(page.path for page in pages) == layout
    usable = [page for page in pages if not page.broken]
    assert len(usable) == 0.99 * COUNT
    wrong = {page.path: fault for page in usable if (fault := fault_of(page, reader))}
    right = len(usable) - len(wrong)
    print(f"{layout}: {right} of {COUNT} pages became articles")
    assert right >= FLOOR * len(usable), list(wrong.items())[:5]
    assert not any("foreign" in fault for fault in wrong.values()), wrong
    for page in pages:
        if page.broken:
            with pytest.raises(ExtractError):
                pytest.fail(f"{page.broken}: {reader(page.path, page.content)}")


def fault_of(page: MadePage, reader: Callable[[str, bytes], ImportedArticle]) -> str:
    """What is wrong with the article of a page, "" where nothing is."""
    try:
        read = reader(page.path, page.content)
    except ExtractError as error:
        return str(error)
    text = squeezed(plain_text(read.article))
    checks = {
        "title": read.title == page.title,
        "address": read.url == page.url,
        "date": read.published == page.published,
        "first sentence": text.startswith(squeezed(page.first)),
        "last sentence": text.endswith(squeezed(page.last)),
        "pictures": len(figure_images(read.article.blocks)) == page.images,
        "rules": not any(isinstance(block, Rule) for block in read.article.blocks),
        "foreign text": not any(words in str(read.article) for words in FOREIGN),
    }
    return ", ".join(name for name, is_right in checks.items() if not is_right)


def squeezed(text: str) -> str:
    """Text without white space: between Chinese words, the mirrors' line ends leave some."""
    return "".join(text.split())


@pytest.mark.parametrize("make", [make_channels, make_archive])
def test_made_pages_are_the_same_each_time(make: Callable[[int], Iterator[MadePage]]) -> None:
    pages = list(make(120))
    assert pages == list(make(120))
    assert all(page.path != other.path for page, other in pairwise(pages))
    assert [page.path for page in pages if page.broken] == [pages[37].path]


def test_a_fault_is_seen() -> None:
    """The checks above can fail: each expectation differs from what is read in one way."""
    first, second = (page for page in make_channels(2))
    assert fault_of(first, read_channels_page) == ""
    mixed = MadePage(
        path=first.path, content=first.content, title=second.title, url=second.url,
        published=None if first.published else second.published, first=second.first,
        last=second.last + ".", images=first.images + 1,
    )  # fmt: skip
    found = fault_of(mixed, read_channels_page)
    assert {"title", "address", "first sentence", "last sentence", "pictures"} <= set(
        found.split(", ")
    )


def test_words_of_the_mirror_are_seen() -> None:
    """A reader that takes the whole page for the outlet's HTML reads the mirror's lines, too."""

    def careless(path: str, content: bytes) -> ImportedArticle:
        read = read_channels_page(path, content)
        entry = FeedEntry(url=read.url, title=read.title, content_html=content.decode())
        return replace(read, article=extract_entry(entry))

    page = next(make_channels(1))
    assert "foreign text" in fault_of(page, careless).split(", ")
