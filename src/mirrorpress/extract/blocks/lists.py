"""Lists, whose items have the numbers that the page gives them.

<ol start="3"><li>a<li>b</ol>          a numbered list from 3
<ol><li value="7">a<li>b</ol>          a numbered list from 7
<ol reversed><li>a<li>b</ol>           a list of "2. a" and "1. b": no list of ours counts down
"""

from __future__ import annotations

import re
from typing import Final

from mirrorpress.extract.blocks.captioned import is_captioned
from mirrorpress.extract.blocks.inlines import tidy
from mirrorpress.extract.blocks.tables import Read
from mirrorpress.extract.page.tree import Element
from mirrorpress.model.blocks import Block, Figure, ListBlock, ListItem, Paragraph, Text

_NUMBER: Final = re.compile(r"-?\d{1,6}")


def list_of(element: Element, base: str | None, read: Read) -> Block | None:
    """A list; a gallery where its items are pictures alone; None where it shows nothing.

    Args:
        element: the ul, ol or menu element.
        base: address against which links and pictures are resolved.
        read: makes blocks of what an item holds.
    """
    found: list[list[Block]] = []  # an item each
    values: list[int | None] = []  # the numbers that items give themselves
    for child in element.children:
        value = ""
        inside = [child]
        if not isinstance(child, str):
            if child.excluded:
                continue
            if child.tag in ("ul", "ol") and found:
                found[-1] += read([child], base)
                continue
            if child.tag == "li":
                value = child.get("value")
                inside = [child] if is_captioned(child) else child.children
        blocks = read(inside, base)
        if blocks:
            found.append(list(blocks))
            values.append(int(value) if _NUMBER.fullmatch(value) else None)
    if not found:
        return None
    if all(isinstance(block, Figure) for item in found for block in item):
        figures = (block for item in found for block in item if isinstance(block, Figure))
        return Figure(tuple(image for figure in figures for image in figure.images))
    if element.tag != "ol":
        return ListBlock(False, tuple(ListItem(tuple(item)) for item in found))
    return _numbered(element, found, values)


def holds_entries(element: Element) -> bool:
    """Whether the items of a list are entries of a live blog: each has an `article` of its own."""
    items = [item for item in element.elements() if item.tag == "li" and not item.excluded]
    return len(items) > 1 and all(
        any(child.tag == "article" for child in item.elements()) for item in items
    )


def _numbered(element: Element, items: list[list[Block]], values: list[int | None]) -> ListBlock:
    """A numbered list where its numbers go up by one; else they are text."""
    numbers = _numbers(element, values)
    if numbers == [*range(numbers[0], numbers[0] + len(numbers))]:
        return ListBlock(True, tuple(ListItem(tuple(item)) for item in items), numbers[0])
    labelled = (_labelled(item, number) for item, number in zip(items, numbers, strict=True))
    return ListBlock(False, tuple(ListItem(item) for item in labelled))


def _numbers(element: Element, values: list[int | None]) -> list[int]:
    """The numbers of the items (HTML standard, §4.4.5 and §4.4.8)."""
    step = -1 if "reversed" in element.attrs else 1
    start = element.get("start")
    number = int(start) if _NUMBER.fullmatch(start) else len(values) if step < 0 else 1
    found: list[int] = []
    for value in values:
        number = number if value is None else value
        found.append(number)
        number += step
    return found


def _labelled(item: list[Block], number: int) -> tuple[Block, ...]:
    """An item whose text begins with its number."""
    label = f"{number}. "
    match item:
        case [Paragraph(children), *others]:
            return (Paragraph(tidy((Text(label), *children))), *others)
        case _:
            return (Paragraph((Text(label.strip()),)), *item)
