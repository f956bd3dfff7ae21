"""An article read from a page of an existing mirror, and what both layouts need to make one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from mirrorpress.errors import ExtractError, NotAnArticle
from mirrorpress.extract import extract_entry
from mirrorpress.imports.layout import PagePath
from mirrorpress.model import Article, Block, FeedEntry, Image
from mirrorpress.model.blocks import Figure, Text
from mirrorpress.model.plain import inline_text
from mirrorpress.urls import safe

_SHORT = 60  # characters of a bad address that an error shows
_CREDIT = re.compile(r"[（(]([^（）()]{2,100})[）)]$")
_SENTENCE_END = ("。", "！", "？", ".", "!", "?", "”", "」", '"')


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedArticle:
    """An article of an existing mirror."""

    path: str  # of the page, relative to the root of the repository
    channel: str  # folder of the page: key of the channel or the source
    id: str  # last part of the path without its ending
    title: str
    url: str  # original address, as `urls.safe` gives it
    published: datetime | None  # aware; None where the page states none
    article: Article  # of our own pages: pictures are named by their paths in the mirror
    withdrawn: datetime | None = None  # aware: since when it is gone at its source


def imported(
    path: str,
    parts: PagePath,
    *,
    title: str,
    url: str,
    published: datetime | None,
    html: str,
    bylines: tuple[str, ...] = (),
) -> ImportedArticle:
    """The article of a page that was taken apart.

    Args:
        path: of the page.
        parts: what the path says.
        title: plain text.
        url: original address, as the page has it.
        published: aware.
        html: the outlet's markup: hostile.
        bylines: names.

    Raises:
        ExtractError: the title is empty, or the address is not one of the web.
        NotAnArticle: the markup has no text.
    """
    if not title:
        raise ExtractError(f"{path!r} has no title")
    checked = safe(url)
    if checked is None:
        shown = f": {url[:_SHORT]!r} is no web address" if url else ""
        raise ExtractError(f"{path!r} has no original address{shown}")
    entry = FeedEntry(url=checked, title=title, content_html=html, published=published)
    try:
        article = extract_entry(entry)
    except NotAnArticle as error:
        raise NotAnArticle(f"{path!r} has no text", url=checked) from error
    article = _completed(article, bylines)
    return ImportedArticle(
        path=path,
        channel=parts.channel,
        id=parts.id,
        title=article.title,
        url=checked,
        published=published,
        article=article,
    )


def _completed(article: Article, bylines: tuple[str, ...]) -> Article:
    """The article with its bylines, and credits apart from captions where brackets hold them.

    The bylines are not in the feed entry, or a line with reporter and editor would be left out.
    """
    blocks = tuple(_credited(block) for block in article.blocks)
    lead = first_picture(blocks) or article.lead
    return replace(article, blocks=blocks, lead=lead, bylines=bylines)


def first_picture(blocks: Iterable[Block]) -> Image | None:
    """The first picture of the figures among some blocks, which stands for the article in lists."""
    shown = (image for block in blocks if isinstance(block, Figure) for image in block.images)
    return next(shown, None)


def _credited(block: Block) -> Block:
    if not isinstance(block, Figure):
        return block
    return replace(block, images=tuple(map(_with_credit, block.images)))


def _with_credit(image: Image) -> Image:
    """The credit of "The quay. (A. Kern/Tidewater)" taken off; "The quay (left)" has none."""
    text = inline_text(image.caption, line_break=" ").strip()
    found = _CREDIT.search(text[-110:])
    if image.credit is not None or found is None:
        return image
    caption = text[: -len(found[0])].rstrip()
    if not caption.endswith(_SENTENCE_END):
        return image
    return replace(image, caption=(Text(caption),), credit=found[1].strip())
