"""Work in batches, and side by side, a few at a time, without a task for everything that waits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in their order, at most `size` at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


async def side_by_side(
    work: Callable[[T], Awaitable[None]], items: Iterable[T], count: int
) -> None:
    """Do the work for each item, at most `count` at a time, begun in the items' order.

    Raises the first error of any, after the others were cancelled.
    """
    waiting = iter(items)
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(count):
                group.create_task(_hand(work, waiting))
    except BaseExceptionGroup as errors:
        raise _first(errors) from errors


async def _hand(work: Callable[[T], Awaitable[None]], waiting: Iterator[T]) -> None:
    for item in waiting:
        await work(item)


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
