"""Walks over an article's blocks."""

from __future__ import annotations

from collections.abc import Iterator

from mirrorpress.model.article import Article
from mirrorpress.model.blocks import Block, Embed, Figure, Image, ListBlock, ListItem, Quote


def images(article: Article) -> tuple[Image, ...]:
    """Every picture of an article in reading order, posters of embeds too; each address once."""
    found: dict[str, Image] = {}
    for image in _images(article.blocks):
        found.setdefault(image.url, image)
    return tuple(found.values())


def _images(blocks: tuple[Block | ListItem, ...]) -> Iterator[Image]:
    for block in blocks:
        match block:
            case Figure(images=images):
                yield from images
            case Embed(poster=Image() as poster):
                yield poster
            case ListBlock(items=items):
                yield from _images(items)
            case Quote(children=children) | ListItem(children=children):
                yield from _images(children)
            case _:
                pass
