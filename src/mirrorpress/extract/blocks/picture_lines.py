"""Lines of a picture that stand in the text as paragraphs.

[picture]  "Getty Images"                       credit of the picture right before it
[picture]  "Photo: Bo Li"
[picture, caption "The quay."]  "The quay."     a second copy of the caption, which goes
[picture]  "The quay on Sunday. (Bo Li/Reuters)"    the caption
[picture]  …  "Photo by Bo Li"                  at the end: credit of the only picture
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.words.credit_lines import AGENCIES, is_credit_line, names_picture
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Figure, Paragraph
from mirrorpress.model.plain import block_text, inline_text

_SHORTEST_CAPTION = 20  # letters; shorter lines may be of the text
_BEGINNING = 8  # letters
_LONGEST_CAPTION = 500  # characters
# A credit in brackets at the end of a caption.
_CREDITED = re.compile(
    rf"[(（](?:[^()（）]{{0,80}}(?<![^\W\d_]))?(?:photo|foto|image|courtesy|{AGENCIES})(?![^\W\d_])"
    rf"[^()（）]{{0,60}}[)）]\.?$|[(（][^()（）]{{1,20}}[摄攝撮][影]?[)）]$",
    re.IGNORECASE,
)


def with_picture_lines(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with the lines of pictures in the pictures, or left out."""
    blocks = tuple(blocks)
    figures = [block for block in blocks if type(block) is Figure]
    if not figures:
        return blocks
    captions = {
        key
        for figure in figures
        for image in figure.images
        if len(key := loose(inline_text(image.caption))) >= _SHORTEST_CAPTION
    }
    beginnings = {key[:_BEGINNING] for key in captions}
    kept: list[Block] = []
    for block in blocks:
        before = kept[-1] if kept else None
        figure = before if isinstance(before, Figure) and before.images else None
        if type(block) is Paragraph and (captions or figure is not None):
            text = block_text(block).strip()
            # The beginning tells of most that they are none.
            if loose(text[: 3 * _BEGINNING])[:_BEGINNING] in beginnings and loose(text) in captions:
                continue
            if figure is not None and (shown := _with_line(figure.images[-1], block, text)):
                kept[-1] = replace(figure, images=(*figure.images[:-1], shown))
                continue
        kept.append(block)
    if len(figures) == 1:
        _move_last(kept)
    return tuple(kept)


def _move_last(blocks: list[Block]) -> None:
    """Give the only picture the credit that stands at the end of the text."""
    last = blocks[-1]
    text = block_text(last).strip() if type(last) is Paragraph else ""
    if not names_picture(text):
        return
    at, figure = next((at, block) for at, block in enumerate(blocks) if isinstance(block, Figure))
    if len(figure.images) == 1 and not figure.images[0].credit:
        blocks[at] = replace(figure, images=(replace(figure.images[0], credit=text),))
        blocks.pop()


def _with_line(image: Image, line: Paragraph, text: str) -> Image | None:
    """A picture with the line right behind it, if that is of the picture."""
    if is_credit_line(text):
        return replace(image, credit=image.credit or text)
    if image.caption or len(text) > _LONGEST_CAPTION:
        return None
    return replace(image, caption=line.children) if _CREDITED.search(text) else None
