"""Bodies of bounded depth: what is deeper than `MAX_DEPTH` moves up to that level.

Everything that walks over a body calls itself once a level, so a body without bound would end
with RecursionError in whatever reads it next. No text and no picture is lost; lists, quotations
and spans that stand too deep lose their frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from mirrorpress.model.blocks import (
    Block,
    Embed,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Styled,
    Table,
    Text,
)

# Levels of lists and quotations, and of spans. Real articles have under ten; printing takes up to
# six calls a level, and Python allows a thousand.
MAX_DEPTH = 64

_Span: TypeAlias = Link | Styled


def shallow_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, none nested deeper than `MAX_DEPTH` and no span in them either."""
    return _blocks(blocks, MAX_DEPTH) if _is_deep(blocks) else blocks


def shallow_image(image: Image) -> Image:
    """The picture with no span of its caption nested deeper than `MAX_DEPTH`."""
    return replace(image, caption=_spans(image.caption)) if _has_deep(image.caption) else image


def _is_deep(blocks: Iterable[Block]) -> bool:
    level = list(blocks)
    for _ in range(MAX_DEPTH):
        holders: list[Block] = []
        for block in level:
            if type(block) is Paragraph or type(block) is Heading:
                if _has_deep(block.children):
                    return True
            elif any(map(_has_deep, _lines(block))):
                return True
            else:
                holders.append(block)
        level = [inner for block in holders for inner in _nested(block)]
        if not level:
            return False
    return True


def _has_deep(children: Sequence[Inline]) -> bool:
    if len(children) == 1 and type(children[0]) is Text:
        return False
    level = [child for child in children if isinstance(child, _Span)]
    for _ in range(MAX_DEPTH):
        if not level:
            return False
        level = [inner for child in level for inner in child.children if isinstance(inner, _Span)]
    return bool(level)


def _nested(block: Block) -> Iterator[Block]:
    match block:
        case ListBlock(items=items):
            for item in items:
                yield from item.children
        case Quote(children=children):
            yield from children


def _lines(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Every text of a block that holds spans."""
    match block:
        case Paragraph(children) | Heading(_, children):
            yield children
        case Table(rows, caption):
            yield caption
            for row in rows:
                for cell in row.cells:
                    yield cell.children
        case Figure(images, caption):
            yield caption
            for image in images:
                yield image.caption
        case Embed(poster=Image() as poster):
            yield poster.caption


def _blocks(blocks: Iterable[Block], room: int) -> tuple[Block, ...]:
    return tuple(_block(block, room) for block in (blocks if room else _leaves(blocks)))


def _block(block: Block, room: int) -> Block:
    match block:
        case ListBlock(items=items):
            inner = tuple(ListItem(_blocks(item.children, room - 1)) for item in items)
            return replace(block, items=inner)
        case Quote(children=children):
            return replace(block, children=_blocks(children, room - 1))
        case Paragraph(children) | Heading(_, children):
            return replace(block, children=_spans(children))
        case Table(rows, caption):
            rows = tuple(map(_row, rows))
            return Table(rows, _spans(caption))
        case Figure(images, caption):
            return Figure(tuple(map(shallow_image, images)), _spans(caption))
        case Embed(poster=Image() as poster):
            return replace(block, poster=shallow_image(poster))
        case _:
            return block


def _row(row: Row) -> Row:
    return Row(tuple(replace(cell, children=_spans(cell.children)) for cell in row.cells))


def _leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with lists and quotations replaced by what is in them, however deep."""
    stack = list(blocks)[::-1]
    while stack:
        block = stack.pop()
        match block:
            case ListBlock():
                stack += list(_nested(block))[::-1]
            case Quote(children=children, credit=credit):
                if credit:
                    stack.append(Paragraph((Text(credit),)))
                stack += children[::-1]
            case _:
                yield block


def _spans(children: Iterable[Inline], room: int = MAX_DEPTH) -> tuple[Inline, ...]:
    if room == 0:
        return tuple(_unspanned(children))
    return tuple(
        replace(child, children=_spans(child.children, room - 1))
        if isinstance(child, _Span)
        else child
        for child in children
    )


def _unspanned(children: Iterable[Inline]) -> Iterator[Inline]:
    """The children, with spans replaced by what is in them, however deep."""
    stack = list(children)[::-1]
    while stack:
        child = stack.pop()
        if isinstance(child, _Span):
            stack += child.children[::-1]
        else:
            yield child
