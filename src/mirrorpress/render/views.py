"""What both layouts read off a page before they print it."""

from __future__ import annotations

from datetime import datetime

from mirrorpress import urls
from mirrorpress.model import ArticlePage
from mirrorpress.model.blocks import Heading, Paragraph
from mirrorpress.model.plain import inline_text
from mirrorpress.render.characters import Direction, reading_direction
from mirrorpress.render.context import RenderContext


def language(page: ArticlePage) -> str | None:
    """The language that the article says it is in, else that of its source."""
    return page.revision.article.language or page.summary.language


def direction(page: ArticlePage) -> Direction:
    """How the article is written; without a known language, as its first words are."""
    article = page.revision.article
    first = next(
        (block for block in article.blocks if isinstance(block, Paragraph | Heading)), None
    )
    sample = f"{article.title} {inline_text(first.children) if first else ''}"
    return reading_direction(language(page), sample)


def modified(page: ArticlePage) -> datetime | None:
    """When the outlet changed the article, where it names a time after publication."""
    told, published = page.revision.article.modified, page.revision.published
    if told is None or (told.tzinfo is not None and told <= published):
        return None
    return told


def withdrawn(page: ArticlePage) -> datetime | None:
    """When the article was found to be gone at its source."""
    return page.revision.withdrawn or page.summary.withdrawn


def quoted(page: ArticlePage) -> bool:
    """Whether the text is what a source's feed says of a page at another site."""
    url = page.revision.url
    return urls.safe(url) is not None and (
        page.summary.id == urls.quoted_id(page.summary.source, url)
    )


def copied(page: ArticlePage, context: RenderContext) -> str:
    """The sentence that says whose copy this is and whose text."""
    outlet = context.isolated(context.outlet(page.summary.source))
    key = "quoted" if quoted(page) else "copy"
    return context.words(key, mirror=context.isolated(context.name), outlet=outlet)
