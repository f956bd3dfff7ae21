"""What a perfect extraction of each report says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from mirrorpress.demo.addresses import media_url
from mirrorpress.demo.markup import plain
from mirrorpress.demo.model import (
    Block,
    Credit,
    DemoArticle,
    Figure,
    Gallery,
    Heading,
    Item,
    Items,
    Notice,
    Outlet,
    Paragraph,
    Picture,
    PullQuote,
    Quote,
    Table,
    Truth,
    TruthEmbed,
    TruthImage,
    Video,
)


def truth_of(report: DemoArticle) -> Truth:
    """The truth of one report, as it is in its round."""
    return Truth(
        url=report.url,
        outlet=report.outlet.name,
        language=report.outlet.language,
        title=report.title,
        subtitle=report.subtitle,
        bylines=report.bylines,
        published=report.published,
        modified=report.modified,
        section=report.section,
        tags=report.tags,
        event=report.event,
        copy_of=report.copy_of,
        lines=tuple(line for block in report.blocks for line in _lines(block)),
        images=tuple(_image(report.outlet, picture) for picture in pictures_of(report)),
        embeds=tuple(_embed(b) for b in report.blocks if isinstance(b, Video)),
        pages=len(report.pages),
    )


def pictures_of(report: DemoArticle) -> Iterator[Picture]:
    """The pictures of a report, the lead first."""
    if report.lead:
        yield report.lead
    for block in report.blocks:
        if isinstance(block, Figure):
            yield block.picture
        elif isinstance(block, Gallery):
            yield from block.pictures


def _lines(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph(text):
            yield "paragraph", plain(text)
        case Heading(text):
            yield "heading", plain(text)
        case Quote(text):
            yield "quote", plain(text)
        case PullQuote(text):
            yield "pullquote", plain(text)
        case Credit(text):
            yield "credit", plain(text)
        case Notice(text):
            yield "notice", plain(text)
        case Items(items):
            yield from _item_lines(items)
        case Table(header, rows):
            yield from (("row", " | ".join(map(plain, row))) for row in (header, *rows))
        case Figure() | Gallery() | Video():
            pass


def _item_lines(items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    for item in items:
        yield "item", plain(item.text)
        yield from _item_lines(item.children)


def _image(outlet: Outlet, picture: Picture) -> TruthImage:
    url = media_url(outlet, picture)
    return TruthImage(url, picture.alt, picture.caption, picture.credit)


def _embed(video: Video) -> TruthEmbed:
    return TruthEmbed(urlsplit(video.url).hostname or "", video.url)
