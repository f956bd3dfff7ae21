"""What both layouts read off a sheet before they print it."""

from __future__ import annotations

from datetime import datetime

from mirrorpress import urls
from mirrorpress.model import Sheet
from mirrorpress.model.blocks import Heading, Paragraph
from mirrorpress.render.characters import Direction, reading_direction
from mirrorpress.render.imprint import Imprint
from mirrorpress.render.inlines import plain


def language(sheet: Sheet) -> str | None:
    """The language that the article says it is in, else that of its source."""
    return sheet.revision.article.language or sheet.head.language


def direction(sheet: Sheet) -> Direction:
    """How the article is written; without a known language, as its first words are."""
    article = sheet.revision.article
    first = next(
        (block for block in article.blocks if isinstance(block, Paragraph | Heading)), None
    )
    sample = f"{article.title} {plain(first.children) if first else ''}"
    return reading_direction(language(sheet), sample)


def modified(sheet: Sheet) -> datetime | None:
    """When the outlet changed the article, where it names a time after publication."""
    told, published = sheet.revision.article.modified, sheet.revision.published
    if told is None or (told.tzinfo is not None and told <= published):
        return None
    return told


def withdrawn(sheet: Sheet) -> datetime | None:
    """When the article was found to be gone at its source."""
    return sheet.revision.withdrawn or sheet.head.withdrawn


def quoted(sheet: Sheet) -> bool:
    """Whether the text is what a source's feed says of a page at another site."""
    url = sheet.revision.url
    return urls.safe(url) is not None and (sheet.head.id == urls.quoted_id(sheet.head.source, url))


def copied(sheet: Sheet, imprint: Imprint) -> str:
    """The sentence that says whose copy this is and whose text."""
    outlet = imprint.isolated(imprint.outlet(sheet.head.source))
    key = "quoted" if quoted(sheet) else "copy"
    return imprint.words(key, mirror=imprint.isolated(imprint.name), outlet=outlet)
