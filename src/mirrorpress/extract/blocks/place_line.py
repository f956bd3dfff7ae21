"""The place and the source of a report, on a line of their own ahead of it.

    <div><span>Lindesund</span> <span>Courier</span> — </div>
    <p>The night ferry returns on Monday.</p>

Such a line is the beginning of the first paragraph, as readers see it.
"""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.model.blocks import Block, Figure, Paragraph, Text
from mirrorpress.model.plain import block_text

_DASHES = ("—", "–")
_LONGEST = 60  # characters of the line
_SHORTEST = 40  # of the paragraph behind it


def with_place_joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, the first paragraph with the line of its place ahead of it, if it has one."""
    at = next((n for n, block in enumerate(blocks) if not isinstance(block, Figure)), None)
    if at is None or at + 1 >= len(blocks):
        return tuple(blocks)
    line, paragraph = blocks[at], blocks[at + 1]
    if not (isinstance(line, Paragraph) and isinstance(paragraph, Paragraph)):
        return tuple(blocks)
    text = block_text(line).strip()
    if not (1 < len(text) <= _LONGEST and text.endswith(_DASHES)):
        return tuple(blocks)
    if len(block_text(paragraph)) < _SHORTEST:
        return tuple(blocks)
    joined = Paragraph((*line.children, Text(" "), *paragraph.children))
    return (*blocks[:at], joined, *blocks[at + 2 :])
