"""The whole text of an article that its page shows in part, or not at all.

A page can keep back most of its article: behind a button, until a script fetches it, for readers
with an account. Where the outlet gives the whole text elsewhere, in its feed, to machines in
JSON-LD (`articleBody`) or to the page's own scripts (`app_state`), the article has it:

    the page shows next to nothing      the full text, and the pictures that the page has
    the page shows a part of it         what is missing is put where it belongs

The full text must be of the same article, which shows in what the page and it have in common. A
part that is missing must be long: outlets leave out a line here and there, and so does `trim`,
for a reason. What JSON-LD marks as not free (`isAccessibleForFree`) is not taken from there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.extract.blocks.trim import Known, trim
from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.drawn_text import write_drawn_text
from mirrorpress.extract.page.measure import measure, scale_of, weight_of
from mirrorpress.extract.page.repair import repair
from mirrorpress.extract.page.tree import parse, release
from mirrorpress.extract.refuse import SCANT
from mirrorpress.model.blocks import Block, Embed, Figure, Paragraph, Text
from mirrorpress.model.plain import block_text, inline_text
from mirrorpress.model.walk import figure_images

_ELEMENT = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li|blockquote)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])\s*")
_PARAGRAPH, _LONGEST_PARAGRAPH = 400, 1500  # characters
_MOST_READ = 20_000  # lines of a text; the rest is left out
_LONGEST = 100_000  # letters; a longer text is not compared
_MOST_LINES = 1_000  # nor is one of more lines
SAME = 0.8  # share of what the page shows that the full text has, if both are of one article
_MISSING = 0.08  # share of the full text that the page does not show
_LONG_RUN = 300.0  # Latin characters of blocks in a row that the page does not show
_SHORT_LINE = 20  # letters; a shorter line can stand anywhere
_PIECE = 40  # letters of a line that are looked up together
_KNOWN = 0.3  # share of a line that both texts have, if it does not miss in one


def text_blocks(text: str, base: str | None, known: Known) -> tuple[Block, ...]:
    """The blocks of a text that can be markup or not."""
    if _ELEMENT.search(text):
        return markup_blocks(text, base, known)
    return line_blocks(text, known)


def markup_blocks(markup: str, base: str | None, known: Known) -> tuple[Block, ...]:
    """The blocks of a fragment of HTML, all of which is the article.

    Args:
        markup: as a feed or a script gives it.
        base: address against which others are resolved.
        known: what the article has as fields, for the text not to repeat it.
    """
    root = parse(repair(markup).markup)
    write_drawn_text(root)
    measure(root, scale_of(root))
    blocks = blocks_of(root.children, base)
    release(root.walk())
    return trim(blocks, known)


def line_blocks(text: str, known: Known) -> tuple[Block, ...]:
    """The lines of a text without markup as paragraphs; a very long line as several."""
    lines = islice((" ".join(line.split()) for line in text.splitlines()), _MOST_READ)
    pieces = (
        piece
        for line in lines
        if line
        for piece in _pieces(line)
        if " " in piece or not _ADDRESS.match(piece)
    )
    return trim([Paragraph((Text(piece),)) for piece in pieces], known)


def _pieces(line: str) -> Iterator[str]:
    """A line cut at ends of sentences, where it is longer than any paragraph."""
    start = 0
    while len(line) - start > _LONGEST_PARAGRAPH:
        end = _END_OF_SENTENCE.search(line, start + _PARAGRAPH)
        if end is None:
            break
        yield line[start : end.start()]
        start = end.end()
    yield line[start:]


def with_full_text(
    blocks: Sequence[Block],
    full: Sequence[Block],
    *,
    least: float = SCANT,
    same: float = SAME,
) -> tuple[Block, ...]:
    """The blocks of a page with what a full text of the same article has and they lack.

    Args:
        blocks: the body as the page shows it.
        full: the text of the article as its outlet gives it elsewhere.
        least: Latin characters; what is shorter is no full text, but a teaser.
        same: share of what the page shows that the full text has, if both are of one article.

    Returns:
        The blocks as they are, where the texts are not of one article or nothing long is missing.
    """
    texts, page_texts = [*map(block_text, full)], [*map(block_text, blocks)]
    weight, of_page = sum(map(weight_of, texts)), sum(map(weight_of, page_texts))
    if weight < least:
        return tuple(blocks)
    if of_page < SCANT and 2 * of_page < weight:
        media = [block for block in blocks if isinstance(block, (Figure, Embed))]
        return (*media, *full)
    shown, whole = _Lines.of(blocks, page_texts), _Lines.of(full, texts)
    if shown is None or whole is None or not _is_same(shown, whole, same):
        return tuple(blocks)
    runs = _runs(full, whole, shown)
    if sum(_weight(run) for _, run in runs) < _MISSING * weight:
        return tuple(blocks)
    found: list[Block] = []
    for place, block in enumerate(blocks):
        found += (each for at, run in runs if at == place for each in run)
        found.append(block)
    return (*found, *(each for at, run in runs if at == len(blocks) for each in run))


@dataclass(frozen=True, slots=True)
class _Lines:
    """The letters of the lines of blocks, to look up lines of others."""

    lines: tuple[tuple[str, ...], ...]  # by block
    text: str  # all of them, one behind the other
    ends: tuple[int, ...]  # where the letters of each block end in it
    captions: str  # the letters of what stands under pictures

    @classmethod
    def of(cls, blocks: Sequence[Block], texts: Sequence[str]) -> _Lines | None:
        """The lines of blocks with these texts; None where they are too many or too long."""
        lines: list[tuple[str, ...]] = []
        for text in texts:
            keys = map(loose, text.splitlines())
            lines.append(tuple(key for key in keys if key))
        text = "".join(key for keys in lines for key in keys)
        if len(text) > _LONGEST or sum(map(len, lines)) > _MOST_LINES:
            return None
        ends = tuple(accumulate(sum(map(len, keys)) for keys in lines))
        said = (inline_text(image.caption) for image in figure_images(blocks))
        return cls(tuple(lines), text, ends, loose(" ".join(said))[:_LONGEST])

    def share_of(self, lines: Sequence[str]) -> float:
        """The share of the letters of lines that is in this text, too."""
        return sum(map(self._known, lines)) / max(sum(map(len, lines)), 1)

    def _known(self, line: str) -> int:
        """How many letters of a line are in this text, too."""
        if line in self.text:  # and so are its pieces
            return len(line)
        return known_letters(line, self.text, self.captions)

    def behind(self, line: str) -> int | None:
        """The place behind the block that a line ends in; None where it is not there."""
        at = self.text.find(line)
        return None if at < 0 else bisect_right(self.ends, at + len(line) - 1) + 1


def known_letters(line: str, *texts: str) -> int:
    """How many of some letters are in one of some texts, looked up piece by piece."""
    pieces = (line[at : at + _PIECE] for at in range(0, len(line), _PIECE))
    return sum(len(piece) for piece in pieces if any(piece in text for text in texts))


def _is_same(shown: _Lines, whole: _Lines, least: float) -> bool:
    """Whether the full text has so much of what the page shows."""
    return whole.share_of([line for lines in shown.lines for line in lines]) >= least


def _runs(full: Sequence[Block], whole: _Lines, shown: _Lines) -> list[tuple[int, list[Block]]]:
    """Long runs of blocks that the page does not show, each with its place among the page's."""
    runs: list[tuple[int, list[Block]]] = []
    place = 0
    open_run: list[Block] | None = None
    for block, lines in zip(full, whole.lines, strict=True):
        if not lines:
            if open_run is not None:  # a picture in the run
                open_run.append(block)
        elif shown.share_of(lines) < _KNOWN:
            if open_run is None:
                open_run = []
                runs.append((place, open_run))
            open_run.append(block)
        elif len(lines[-1]) >= _SHORT_LINE:
            open_run = None
            place = max(place, shown.behind(lines[-1][-_PIECE:]) or 0)
    return [(at, run) for at, run in runs if _weight(run) >= _LONG_RUN]


def _weight(blocks: Sequence[Block]) -> float:
    """Letters of text, in Latin characters."""
    return sum(weight_of(block_text(block)) for block in blocks)
