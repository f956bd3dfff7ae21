"""Imported articles come back from bytes as they were; anything else is refused."""

from __future__ import annotations

import pytest

from imports.made_mirrors import make_archive, make_channels
from mirrorpress.errors import ExtractError
from mirrorpress.imports import ImportedArticle, Layout, layout_of_page, read_page
from mirrorpress.imports.wire import imported_from_bytes, imported_to_bytes


def pages(layout: Layout) -> list[ImportedArticle]:
    """Sixty articles, of Chinese and Korean pages, with and without a date."""
    found = []
    for page in (make_channels if layout == "channels" else make_archive)(60):
        try:
            found.append(read_page(layout, page.path, page.content))
        except ExtractError:
            assert page.broken
    return found


@pytest.mark.parametrize("layout", ["channels", "archive"])
def test_an_imported_article_comes_back_as_it_was(layout: Layout) -> None:
    made = pages(layout)
    assert len(made) == 59
    assert {page.published is None for page in made} == {True, False}
    assert [imported_from_bytes(imported_to_bytes(page)) for page in made] == made
    assert {layout_of_page(page.path) for page in made} == {layout}


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"https://tidepost.example", b"javascript:tidepost"),
        (b"pages/", b"../pages/"),
        (b'"published": "2031', b'"published": "soon'),
        (b"+00:00", b""),  # of the time: it is naive then
        (b'"url"', b'"site"'),
        (b"\n{", b"\n["),
        (b"\n", b""),
    ],
)
def test_bytes_of_another_shape_are_refused(there: bytes, instead: bytes) -> None:
    dated = (page for page in pages("channels") if b"+00:00" in imported_to_bytes(page))
    data = imported_to_bytes(next(dated))
    assert there in data
    with pytest.raises((ValueError, ExtractError)):
        imported_from_bytes(data.replace(there, instead, 1))
