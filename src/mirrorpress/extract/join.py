"""Articles that are cut into several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mirrorpress.extract.blocks.media_once import media_once
from mirrorpress.model import Article, Block
from mirrorpress.model.blocks import Embed, Quote
from mirrorpress.model.plain import block_text

_SHORT = 20  # characters; short lines ("* * *", "No.") may occur twice for a reason


def join(parts: Sequence[Article]) -> Article:
    """The parts of a multi-page article, in order, as one.

    What each page repeats of the former ones (a lead, a first paragraph, the picture, a player)
    is dropped; everything but the blocks is of the first part.

    Raises:
        ValueError: there is no part.
    """
    if not parts:
        raise ValueError("there is no part to join")
    seen: set[str] = set()
    blocks: list[Block] = []
    for part in parts:
        fresh = [block for block in part.blocks if _key(block) not in seen]
        seen.update(key for block in part.blocks if (key := _key(block)))
        blocks.extend(fresh)
    return replace(parts[0], blocks=media_once(blocks), next_page=None)


def _key(block: Block) -> str:
    """What a block is known by: its address or its words; "" where it may occur twice."""
    match block:
        case Embed(url=url) | Quote((*_, Embed(kind="post", url=url))):
            return url
    words = " ".join(block_text(block).split())
    return words if len(words) >= _SHORT else ""
