"""Blocks written by hand, and an article whose fields are known."""

from __future__ import annotations

from mirrorpress.extract.blocks.trim import Known, trim
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Heading, Link, ListBlock, ListItem, Paragraph, Text

KNOWN = Known(
    titles=("The old quay opens again", "Quay"),
    subtitle="Eleven years after the storm",
    bylines=("Ada Stone", "Ines Vela"),
)
RUNNING = (
    "The old quay of Lisquay opened again on Sunday, eleven years after the storm took its wall."
)
SECOND = (
    "Some four hundred people walked down to the water, the mayor said, and most of them stayed."
)


def p(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def h(text: str, level: int = 2) -> Heading:
    return Heading(level, (Text(text),))


def a(text: str) -> Link:
    return Link("https://ledger.example/other", (Text(text),))


def items(*blocks: Block) -> ListBlock:
    return ListBlock(False, tuple(ListItem((block,)) for block in blocks))


def links(*texts: str) -> ListBlock:
    return items(*(Paragraph((a(text),)) for text in texts))


def picture(name: str, caption: str = "", alt: str = "", credit: str | None = None) -> Image:
    spans = (Text(caption),) if caption else ()
    return Image(url=f"https://ledger.example/{name}", caption=spans, alt=alt, credit=credit)


def trimmed(*blocks: Block) -> list[Block]:
    return list(trim(blocks, KNOWN))
