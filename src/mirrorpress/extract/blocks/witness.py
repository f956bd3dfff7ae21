"""The text that a page gives to machines, as a witness of where its article ends.

Outlets write their articles into JSON-LD (`articleBody`) for search engines, from their own
database: without the newsletter box, the author's biography and the licence line that their
template puts around it. Where that text and the body are the same but for blocks at the end,
those blocks are the template's.

The witness only removes blocks, only behind the last one that it has, and only where it is
complete. Many outlets cut it short, or leave out the dek, headings, lists and pull quotes: blocks
before or within the text are never judged by it (on pages with an `articleBody` that lost more
real paragraphs than it removed boilerplate).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mirrorpress.extract.fields.titles import loose
from mirrorpress.model.blocks import Block, Heading, ListBlock, Paragraph, Quote, Table
from mirrorpress.model.plain import block_text

_MARKUP = re.compile(r"<[^<>]{1,500}>")
_LONGEST = 200_000  # letters; a longer witness is not used
_MOST_LINES = 1_000  # nor is it for a body of more
_KNOWN = 0.7  # share of the body's text that the witness must have
_COVERED = 0.9  # share of the witness that the body must have
_ENDING = 20  # letters at the end of the witness that must end a line of the body
_TEXTS = (Paragraph, Heading, Quote, ListBlock, Table)


def without_unconfirmed_end(blocks: Sequence[Block], said: str | None) -> tuple[Block, ...]:
    """The body without the blocks of text at its end that the page's own text does not have.

    Args:
        blocks: the body.
        said: the article's text as the page gives it to machines; may hold markup.
    """
    end = _end(blocks, _key(said))
    if end is None:
        return tuple(blocks)
    rest = (block for block in blocks[end:] if not isinstance(block, _TEXTS))
    return (*blocks[:end], *rest)


def letters_of(said: str) -> str:
    """The letters of a text that may hold markup."""
    return loose(_MARKUP.sub(" ", said) if "<" in said else said)


def _key(said: str | None) -> str:
    """The letters of a witness; "" where it is too long to be compared."""
    if said is None or len(said) > 2 * _LONGEST:
        return ""
    key = letters_of(said)
    return key if len(key) <= _LONGEST else ""


def _end(blocks: Sequence[Block], witness: str) -> int | None:
    """The place behind the last block that the witness has; None where it is not to be trusted."""
    if not witness:
        return None
    sizes: list[int] = []  # letters of each block
    known: list[int] = []  # of them, those of lines that the witness has
    is_complete = False
    count = 0
    for block in blocks:
        lines = [loose(line) for line in block_text(block).splitlines()]
        count += len(lines)
        if count > _MOST_LINES:
            return None
        shared = [line for line in lines if line in witness]
        sizes.append(sum(map(len, lines)))
        known.append(sum(map(len, shared)))
        is_complete = is_complete or any(line.endswith(witness[-_ENDING:]) for line in shared)
    if not is_complete or sum(known) < max(_KNOWN * sum(sizes), _COVERED * len(witness)):
        return None
    pairs = zip(known, sizes, strict=True)
    return max(
        (i for i, (letters, all_) in enumerate(pairs, 1) if letters > 0.5 * all_), default=None
    )
