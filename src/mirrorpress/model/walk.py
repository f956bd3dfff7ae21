"""Walks over an article's blocks, in reading order, into lists and quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mirrorpress.model.article import Article
from mirrorpress.model.blocks import (
    Block,
    Embed,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Styled,
)


def images(article: Article) -> tuple[Image, ...]:
    """Every picture of an article, posters of embeds too; each address once."""
    found: dict[str, Image] = {}
    for block in _flattened(article.blocks):
        match block:
            case Figure(images=shown):
                for image in shown:
                    found.setdefault(image.url, image)
            case Embed(poster=Image() as poster):
                found.setdefault(poster.url, poster)
            case _:
                pass
    return tuple(found.values())


def with_addresses(article: Article, addresses: Mapping[str, str]) -> Article:
    """The article whose pictures have other addresses; those that `addresses` lacks stay."""
    blocks = tuple(_with_addresses(block, addresses) for block in article.blocks)
    lead = None if article.lead is None else _renamed(article.lead, addresses)
    return replace(article, blocks=blocks, lead=lead)


def _with_addresses(block: Block, addresses: Mapping[str, str]) -> Block:
    match block:
        case Figure(images=shown):
            return replace(block, images=tuple(_renamed(image, addresses) for image in shown))
        case Embed(poster=Image() as poster):
            return replace(block, poster=_renamed(poster, addresses))
        case ListBlock(items=items):
            return replace(block, items=tuple(_item(item, addresses) for item in items))
        case Quote(children=children):
            inner = tuple(_with_addresses(child, addresses) for child in children)
            return replace(block, children=inner)
        case _:
            return block


def _item(item: ListItem, addresses: Mapping[str, str]) -> ListItem:
    return ListItem(tuple(_with_addresses(child, addresses) for child in item.children))


def _renamed(image: Image, addresses: Mapping[str, str]) -> Image:
    return replace(image, url=addresses.get(image.url, image.url))


def figure_images(blocks: Iterable[Block]) -> tuple[Image, ...]:
    """The pictures of figures, as often as they are shown; no posters."""
    figures = (block for block in _flattened(blocks) if isinstance(block, Figure))
    return tuple(image for figure in figures for image in figure.images)


def embeds(blocks: Iterable[Block]) -> tuple[Embed, ...]:
    """The embeds."""
    return tuple(block for block in _flattened(blocks) if isinstance(block, Embed))


def link_addresses(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The addresses to which the text links, each once; those of tables are left out."""
    found = (url for block in _flattened(blocks) for url in _linked(_inlines(block)))
    return tuple(dict.fromkeys(found))


def _inlines(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph(children=children) | Heading(children=children):
            yield from children
        case Figure(images=shown, caption=caption):
            for image in shown:
                yield from image.caption
            yield from caption
        case _:
            pass


def _linked(children: Iterable[Inline]) -> Iterator[str]:
    for child in children:
        if isinstance(child, Link):
            yield child.url
        elif isinstance(child, Styled):
            yield from _linked(child.children)


def _flattened(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with lists and quotations replaced by the blocks in them."""
    for block in blocks:
        match block:
            case ListBlock(items=items):
                for item in items:
                    yield from _flattened(item.children)
            case Quote(children=children):
                yield from _flattened(children)
            case _:
                yield block
