"""Lists that are typed, not marked up: paragraphs that begin with numbers or bullets in a row.

    1. The quay is closed.      2. The ferry sails from the north.      a list of two
    • Bread  • Water                                                    a list of two
    [1] See the report.  [2] The same, page 12.                         notes: a list of two
    1. Mai 2031: …  2. Mai 2031: …                                      days: no list
    — No, said the pilot.  — Yes, said the keeper.                      speech: no list

The numbers of a list that types them into its items, too, are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from mirrorpress.extract.inlines import tidy
from mirrorpress.model.blocks import (
    Block,
    Break,
    Emphasis,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Strong,
    Superscript,
    Text,
)
from mirrorpress.model.plain import inline_text
from mirrorpress.text.folding import fold
from mirrorpress.text.months import NAMES

_NUMBER = re.compile(
    r"\s*(?:[\[(]\s?(\d{1,3})\s?[\])][.:]?|0?(\d{1,3})\s?[.):](?![\d.)]))\s*(?=\S|$)"
)
_ONLY_NUMBER = re.compile(r"\s*[\[(]?\s?(\d{1,3})\s?[\])]?[.:]?\s*")
_BULLET = re.compile(r"\s*([•·●▪‣◦∙■□►▶✓✔✅➤➢⁃])\s*(?=\S)")
_MONTH = re.compile(rf"(?:{NAMES})(?![^\W\d_])", re.IGNORECASE)
_FEWEST = 2
_SURE = 3  # items of a list that does not begin with 1
_BULLETED = 0  # what a paragraph with a bullet has for a number
_SPANS = (Link, Superscript, Strong, Emphasis)


def with_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, in which typed lists are lists."""
    found: list[Block] = []
    run: list[tuple[int, Paragraph, tuple[Inline, ...]]] = []
    for block in chain.from_iterable(map(_lines, blocks)):
        marked = _marked(block) if isinstance(block, Paragraph) else None
        if run and (marked is None or marked[0] != _next_of(run[-1][0])):
            found += _list_of(run)
            run = []
        if marked is None or not isinstance(block, Paragraph):
            found.append(_without_numbers(block) if isinstance(block, ListBlock) else block)
        else:
            run.append((marked[0], block, marked[1]))
    return (*found, *_list_of(run))


def _lines(block: Block) -> Sequence[Block]:
    """The lines of a paragraph that ends in a list, each a paragraph; else the block."""
    if not isinstance(block, Paragraph) or Break() not in block.children:
        return (block,)
    lines: list[list[Inline]] = [[]]
    for child in block.children:
        if isinstance(child, Break):
            lines.append([])
        else:
            lines[-1].append(child)
    paragraphs = [Paragraph(children) for line in lines if (children := tidy(line))]
    marks = [marked and marked[0] for marked in map(_marked, paragraphs)]
    start = next((place for place, mark in enumerate(marks) if mark is not None), len(marks))
    ahead, numbers = marks[start:], marks[start + 1 :]
    if len(ahead) < _FEWEST or any(
        mark is None or following != _next_of(mark)
        for mark, following in zip(ahead, numbers, strict=False)
    ):
        return (block,)
    before = tidy([span for line in paragraphs[:start] for span in (*line.children, Break())])
    return (*([Paragraph(before)] if before else []), *paragraphs[start:])


def _next_of(number: int) -> int:
    return number + 1 if number != _BULLETED else _BULLETED


def _list_of(run: Sequence[tuple[int, Paragraph, tuple[Inline, ...]]]) -> Iterable[Block]:
    """A list of paragraphs that follow each other; the paragraphs where they make up none."""
    if not run:
        return ()
    start = run[0][0]
    if len(run) < (_FEWEST if start in (_BULLETED, 1) else _SURE):
        return [paragraph for _, paragraph, _ in run]
    items = tuple(ListItem((Paragraph(rest),)) for _, _, rest in run)
    return [ListBlock(start != _BULLETED, items, max(start, 1))]


def _marked(paragraph: Paragraph) -> tuple[int, tuple[Inline, ...]] | None:
    """The number at the beginning of a paragraph, and the rest; None where there is none."""
    children = paragraph.children
    if children and isinstance(children[0], Text) and (found := _BULLET.match(children[0].text)):
        rest = tidy((Text(children[0].text[found.end() :]), *children[1:]))
        return (_BULLETED, rest) if rest else None
    return _numbered(children)


def _numbered(children: tuple[Inline, ...]) -> tuple[int, tuple[Inline, ...]] | None:
    if not children:
        return None
    first, *others = children
    rest: tuple[Inline, ...]
    if isinstance(first, Text):
        found = _NUMBER.match(first.text)
        if found is None:
            return None
        number = int(found[1] or found[2])
        rest = tidy((Text(first.text[found.end() :]), *others))
    elif isinstance(first, _SPANS):
        text = inline_text((first,))
        if found := _ONLY_NUMBER.fullmatch(text):
            number, rest = int(found[1]), tidy(others)
            if rest and isinstance(rest[0], Text):
                rest = tidy((Text(rest[0].text.lstrip(" .:)]")), *rest[1:]))
        else:
            inner = _numbered(first.children) if not isinstance(first, Link) else None
            if inner is None:
                return None
            number, rest = inner[0], tidy((_again(first, inner[1]), *others))
    else:
        return None
    if not rest or number < 1 or _MONTH.match(fold(inline_text(rest)).casefold()):
        return None
    return number, rest


def _again(span: Inline, children: tuple[Inline, ...]) -> Inline:
    """A span of the same kind around other text."""
    if isinstance(span, (Superscript, Strong, Emphasis)):
        return type(span)(children)
    return span


def _without_numbers(block: ListBlock) -> ListBlock:
    """A list whose items do not begin with their own numbers."""
    read: list[tuple[int, tuple[Inline, ...]]] = []
    for item in block.items:
        first = item.children[0] if item.children else None
        numbered = _numbered(first.children) if isinstance(first, Paragraph) else None
        if numbered is None or (read and numbered[0] <= read[-1][0]):
            return block
        read.append(numbered)
    if len(read) < _FEWEST or read[-1][0] - read[0][0] != len(read) - 1:
        return block
    items = tuple(
        ListItem((Paragraph(rest), *item.children[1:]))
        for item, (_, rest) in zip(block.items, read, strict=True)
    )
    return ListBlock(True, items, read[0][0])
