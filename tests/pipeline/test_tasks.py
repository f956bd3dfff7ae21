"""Work side by side, a few at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from mirrorpress.errors import StoreError
from mirrorpress.pipeline.tasks import side_by_side


def test_so_many_at_a_time_begun_in_their_order() -> None:
    begun: list[int] = []
    at_work: set[int] = set()
    most = 0

    async def work(item: int) -> None:
        nonlocal most
        begun.append(item)
        at_work.add(item)
        most = max(most, len(at_work))
        for _ in range(item % 3 + 1):
            await asyncio.sleep(0)
        at_work.remove(item)

    asyncio.run(side_by_side(work, range(20), 4))
    assert begun == list(range(20))
    assert most == 4


def test_items_are_asked_for_only_when_a_hand_is_free() -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(6):
            asked.append(number)
            yield number

    async def work(item: int) -> None:
        assert len(asked) <= item + 2
        await asyncio.sleep(0)

    asyncio.run(side_by_side(work, items(), 2))
    assert asked == list(range(6))
    asyncio.run(side_by_side(work, (), 2))


def test_the_first_error_ends_the_others() -> None:
    ended: list[int] = []

    async def work(item: int) -> None:
        if item == 2:
            raise StoreError("the disk is full")
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(item)

    with pytest.raises(StoreError, match="the disk is full"):
        asyncio.run(side_by_side(work, range(9), 3))
    assert sorted(ended) == [0, 1]


def test_work_inside_work_tells_the_innermost_error() -> None:
    async def inner(item: int) -> None:
        raise StoreError(f"item {item}")

    async def outer(_: int) -> None:
        await side_by_side(inner, (7,), 2)

    with pytest.raises(StoreError, match="item 7"):
        asyncio.run(side_by_side(outer, (1,), 2))
