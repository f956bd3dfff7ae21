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
from dataclasses import dataclass
from itertools import chain, pairwise

from mirrorpress.extract.blocks.inlines import tidy
from mirrorpress.model.blocks import (
    Block,
    Break,
    Emphasis,
    Heading,
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
from mirrorpress.text.months import opens_with_month

_NUMBER = re.compile(
    r"\s*(?:[\[(]\s?(\d{1,3})\s?[\])][.:]?|0?(\d{1,3})\s?[.):](?![\d.)]))\s*(?=\S|$)"
)
_ONLY_NUMBER = re.compile(r"\s*[\[(]?\s?(\d{1,3})\s?[\])]?[.:]?\s*")
_BULLETS = "•·●▪‣◦∙■□►▶✓✔✅➤➢⁃"
_BULLET = re.compile(rf"\s*([{_BULLETS}])\s*(?=\S)")
_BEGINNINGS = frozenset(f"[({_BULLETS}")  # of a mark, beside digits and white space
_FEWEST = 2
_SURE = 3  # items of a list that does not begin with 1
_MOST_OF_NOTE = 6  # blocks that a note goes on for
_BULLETED = 0  # what a paragraph with a bullet has for a number
_SPANS = (Link, Superscript, Strong, Emphasis)


def with_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, in which typed lists are lists."""
    found: list[Block] = []
    run: list[tuple[int, Paragraph, tuple[Inline, ...]]] = []
    if not any(map(_may_hold_marks, blocks)):
        return tuple(blocks)
    blocks = _with_notes(blocks)
    for block in chain.from_iterable(map(_lines, blocks, [*blocks[1:], None])):
        marked = _marked(block) if isinstance(block, Paragraph) else None
        if run and (marked is None or marked[0] != _next_of(run[-1][0])):
            found += _list_of(run)
            run = []
        if marked is None or not isinstance(block, Paragraph):
            found.append(_without_numbers(block) if isinstance(block, ListBlock) else block)
        else:
            run.append((marked[0], block, marked[1]))
    return (*found, *_list_of(run))


def _may_hold_marks(block: Block) -> bool:
    """Whether a block may have a number or a bullet; most begin with a letter and have none."""
    if isinstance(block, (Paragraph, Heading)):
        return not _begins_with_text(block.children) or _has_break(block.children)
    if not isinstance(block, ListBlock) or not block.items or not block.items[0].children:
        return False
    first = block.items[0].children[0]
    return isinstance(first, Paragraph) and not _begins_with_text(first.children)


def _begins_with_text(children: tuple[Inline, ...]) -> bool:
    """Whether inlines begin with a letter or a sign that is of no mark."""
    while children:
        first = children[0]
        if isinstance(first, Text):
            start = first.text[:1]
            return start != "" and not (
                start.isspace() or start.isdecimal() or start in _BEGINNINGS
            )
        if not isinstance(first, _SPANS):
            return False
        children = first.children
    return False


def _has_break(children: tuple[Inline, ...]) -> bool:
    for child in children:  # noqa: SIM110 - a generator takes longer than what it reads
        if isinstance(child, Break):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Note:
    """Where a note begins."""

    place: int  # of its first block
    number: int
    first: Paragraph  # without the number
    following: int  # place of the block behind it


def _with_notes(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, in which notes of several blocks or under their numbers are a list.

    Their numbers are set apart: raised, bold, links, or in lines of their own.
    """
    notes = [note for place in range(len(blocks)) if (note := _note_at(blocks, place))]
    found: list[Block] = []
    done = 0
    while notes:
        run = _run_of(notes, blocks)
        notes = notes[max(len(run), 1) :]
        last = run[-1] if run else None
        if last is None or len(run) < _FEWEST or last.following - run[0].place == len(run):
            continue  # none, or as many paragraphs: those are found as other lists are
        ends = [*(note.place for note in run[1:]), last.following]
        items = tuple(
            ListItem((note.first, *blocks[note.following : end]))
            for note, end in zip(run, ends, strict=True)
        )
        found += [*blocks[done : run[0].place], ListBlock(True, items)]
        done = last.following
    return [*found, *blocks[done:]] if found else blocks


def _run_of(notes: Sequence[_Note], blocks: Sequence[Block]) -> list[_Note]:
    """The notes from the first on that follow each other as 1, 2, 3, a few blocks apart."""
    run: list[_Note] = []
    for note in notes:
        if note.number != len(run) + 1:
            break
        if run and (
            note.place < run[-1].following
            or note.place - run[-1].following > _MOST_OF_NOTE
            or any(isinstance(b, Heading) for b in blocks[run[-1].following : note.place])
        ):
            break
        run.append(note)
    return run


def _note_at(blocks: Sequence[Block], place: int) -> _Note | None:
    """The note that begins with a block."""
    block = blocks[place]
    if not isinstance(block, (Paragraph, Heading)):
        return None
    if _begins_with_text(block.children):
        return None
    first, *others = block.children or (Text(""),)
    text = inline_text(block.children)
    if found := _ONLY_NUMBER.fullmatch(text):
        if text.lstrip()[:1] not in ("(", "[") and not isinstance(first, Superscript):
            return None  # a number of a part
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if not isinstance(following, Paragraph):
            return None
        return _Note(place, int(found[1]), following, place + 2)
    if isinstance(block, Heading) or not isinstance(first, _SPANS):
        return None
    if not (found := _ONLY_NUMBER.fullmatch(inline_text((first,)))):
        return None
    rest = _numbered((first, *others))
    return None if rest is None else _Note(place, rest[0], Paragraph(rest[1]), place + 1)


def _lines(block: Block, following: Block | None) -> Sequence[Block]:
    """The lines of a paragraph that ends in a list, each a paragraph; else the block.

    Args:
        following: the next block, on which the list can go on.
    """
    if not isinstance(block, Paragraph) or not _has_break(block.children):
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
    ahead = marks[start:]
    behind = _marked(following) if isinstance(following, Paragraph) else None
    if ahead and behind is not None:
        ahead.append(behind[0])
    if len(ahead) < _FEWEST or any(
        mark is None or after != _next_of(mark) for mark, after in pairwise(ahead)
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
    if _begins_with_text(children):
        return None
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
    if not rest or number < 1 or opens_with_month(fold(inline_text(rest))):
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
