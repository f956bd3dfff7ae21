"""Pictures, tables and embeds of our own Markdown put together with their captions.

picture, small                    a picture with its caption and credit
picture, small, picture, small, small    a gallery: the last caption is of all
picture, embed                    an embed with its poster
small, table                      a table with its caption
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from mirrorpress.imports.own.inline import SEPARATOR
from mirrorpress.model.blocks import Block, Embed, Figure, Image, Inline, Paragraph, Table, Text

_MAX_CREDIT = 200  # characters; more is a caption


@dataclass(frozen=True, slots=True)
class Small:
    """A line in small letters: a caption."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A line that is a picture; None where the edition has not got it."""

    image: Image | None


Piece: TypeAlias = Block | Small | Shown
_Run: TypeAlias = Sequence[tuple[Image | None, tuple[Inline, ...]]]  # pictures and captions


def with_captions(pieces: Sequence[Piece]) -> Iterator[Block]:
    """The blocks of pieces: pictures with their captions, tables and embeds with theirs."""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if isinstance(piece, Shown):
            end, found = _figures(pieces, at)
            yield from found
            at = end
            continue
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if not isinstance(piece, Small):
            yield piece
        elif isinstance(following, Table) and not following.caption:
            yield replace(following, caption=piece.children)
            at += 1
        elif piece.children:
            yield Paragraph(piece.children)
        at += 1


def _figures(pieces: Sequence[Piece], at: int) -> tuple[int, list[Block]]:
    """The figures of pictures that stand together, and the index behind them.

    Two captions below a picture: the second is of the gallery that ends there.
    """
    run: list[tuple[Image | None, tuple[Inline, ...]]] = []
    while at < len(pieces) and isinstance(shown := pieces[at], Shown):
        captions = _captions(pieces, at + 1)
        run.append((shown.image, captions[0] if captions else ()))
        at += 1 + len(captions)
        if len(captions) == 2:
            return at, _gallery(run, captions[1])
    image, caption = run[-1]
    if image and not caption and at < len(pieces) and isinstance(embed := pieces[at], Embed):
        return at + 1, [*_each(run[:-1]), replace(embed, poster=image)]
    return at, _each(run)


def _captions(pieces: Sequence[Piece], at: int) -> list[tuple[Inline, ...]]:
    """The captions, two at most, from an index; the caption of a table is not one of them."""
    found: list[tuple[Inline, ...]] = []
    while at < len(pieces) and len(found) < 2 and isinstance(small := pieces[at], Small):
        if found and at + 1 < len(pieces) and isinstance(pieces[at + 1], Table):
            break
        found.append(small.children)
        at += 1
    return found


def _each(run: _Run) -> list[Block]:
    """A figure for each picture; of one that the edition has not, the caption is left."""
    found: list[Block] = []
    for image, caption in run:
        if image is not None:
            found.append(Figure((_captioned(image, caption),)))
        elif caption:
            found.append(Paragraph(caption))
    return found


def _gallery(run: _Run, caption: tuple[Inline, ...]) -> list[Block]:
    images = tuple(_captioned(image, own) for image, own in run if image is not None)
    if not images:
        return [*_each(run), Paragraph(caption)]
    lost = [Paragraph(own) for image, own in run if image is None and own]
    return [Figure(images, caption), *lost]


def _captioned(image: Image, caption: tuple[Inline, ...]) -> Image:
    """The picture with its caption, and the credit that a dot parts from that."""
    if caption and isinstance(last := caption[-1], Text):
        text, mark, credit = last.text.rpartition(SEPARATOR)
        if mark and credit and len(credit) <= _MAX_CREDIT:
            rest = (*caption[:-1], Text(text)) if text else caption[:-1]
            return replace(image, caption=rest, credit=credit) if rest else image
    return replace(image, caption=caption)
