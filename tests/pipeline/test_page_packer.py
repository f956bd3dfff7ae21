"""The pages of an article are packed, all of them or none."""

from __future__ import annotations

import asyncio
import random

from mirrorpress.model import FeedEntry, Page
from mirrorpress.pipeline.page_packer import PagePacker
from mirrorpress.store.pages import MAX_SIZE, PackedPage, unpack
from store.samples import NOON, address, entry


def page(name: str, body: bytes) -> Page:
    return Page(url=address(name), requested=address(name), body=body, fetched=NOON)


def packed(*pages: Page, keep: bool = True) -> tuple[PackedPage, ...]:
    """What a packer has after it was given the pages, the first of them with an entry."""
    packer = PagePacker(keep=keep)

    async def add() -> None:
        for number, one in enumerate(pages):
            await packer.add(one, None if number else entry("tide"))

    asyncio.run(add())
    return packer.pages


def test_pages_are_packed_in_their_order() -> None:
    first, second = page("tide", b"<p>One</p>" * 100), page("tide_2", b"<p>Two</p>")
    found = packed(first, second)
    assert [unpack(one) for one in found] == [(first, entry("tide")), (second, FeedEntry())]
    assert found[0].size < len(first.body)
    assert [one.entry is None for one in found] == [False, True]


def test_nothing_is_packed_where_nothing_is_kept() -> None:
    assert packed(page("tide", b"<p>One</p>"), keep=False) == ()


def test_pages_that_are_too_large_together_are_all_left_out() -> None:
    half = random.Random(3).randbytes(MAX_SIZE // 2)
    last = page("tide_3", b"<p>The end</p>")
    assert len(packed(page("tide", half))) == 1
    assert packed(page("tide", half), page("tide_2", half), last) == ()
    assert packed(page("tide", half + half)) == ()
