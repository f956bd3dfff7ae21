"""A block and its text, as the rules for boilerplate read them, and the links in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from mirrorpress.extract.page.measure import weight_of
from mirrorpress.extract.words.promotions import LONGEST
from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.model.blocks import (
    Block,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Styled,
    Text,
)
from mirrorpress.model.plain import block_text, inline_text

LINES: Final = frozenset([Heading, Paragraph])
ONLY_LINK: Final = 0.85  # of the characters of a line that is a link stand in links


@dataclass(slots=True, eq=False)
class BlockText:
    """A block and its text, which every rule reads."""

    block: Block
    whole: str
    text: str  # without white space at the ends
    beginning: str  # of the text, in one case: all of it if it is not longer than `LONGEST`

    def weight(self) -> float:
        """At least the length of the whole text; to be counted only where that does not tell."""
        return weight_of(self.whole)


def with_text(block: Block) -> BlockText:
    """A block with its text."""
    whole = block_text(block)
    text = whole.strip()
    return BlockText(block, whole, text, in_one_case(text[:LONGEST]))


def linked(children: Iterable[Inline]) -> int:
    """Characters inside links."""
    count = 0
    for child in children:
        if child.__class__ is Text:  # as most are
            continue
        if isinstance(child, Link):
            count += len(inline_text(child.children))
        elif isinstance(child, Styled):
            count += linked(child.children)
    return count


def links_in(children: Iterable[Inline]) -> int:
    """How many links stand directly in a line."""
    return sum(type(child) is Link for child in children)


def link_share(block: Block) -> float:
    """The share of the characters of a line that stand in links; of a list, on average."""
    match block:
        case Paragraph(children) | Heading(_, children):
            return linked(children) / max(len(inline_text(children)), 1)
        case ListBlock(_, items):
            shares = [link_share(child) for item in items for child in item.children]
            return sum(shares) / max(len(shares), 1)
        case _:
            return 0.0
