"""Portraits of the authors beside their names, which are no pictures of the article.

<img src="/people/kern.jpg" alt="Anna Kern"> By Anna Kern
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.images import picture_key
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Figure
from mirrorpress.model.plain import inline_text

_LONGEST_LABEL = 15  # letters beside the name: "Portrait of Anna Kern"
_MOST_NAMES = 10


def without_portraits(
    blocks: Iterable[Block], bylines: Sequence[str], lead: Image | None
) -> tuple[Block, ...]:
    """The blocks without pictures that only the name of an author describes.

    A picture with a caption of its own is of the article, and so is the `lead` that the page names:
    opinions have the portraits of those who hold them.
    """
    shown = picture_key(lead.url) if lead is not None else None
    names = [loose(name) for name in bylines[:_MOST_NAMES] if " " in name]
    if not names:
        return tuple(blocks)
    kept: list[Block] = []
    for block in blocks:
        if not isinstance(block, Figure):
            kept.append(block)
            continue
        images = tuple(
            image
            for image in block.images
            if not _is_of(image, names) or picture_key(image.url) == shown
        )
        if images:
            kept.append(block if images == block.images else replace(block, images=images))
    return tuple(kept)


def _is_of(image: Image, names: Sequence[str]) -> bool:
    alt, caption = loose(image.alt), loose(inline_text(image.caption))
    return any(
        name in alt and len(alt) - len(name) <= _LONGEST_LABEL and caption in ("", name, alt)
        for name in names
    )
