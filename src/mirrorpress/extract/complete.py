"""What a page lacks of its article, from its feed, its JSON-LD and the data of its scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from mirrorpress.extract.app_state.article_text import state_article
from mirrorpress.extract.app_state.texts import SHORTEST
from mirrorpress.extract.blocks.media_once import media_once
from mirrorpress.extract.blocks.trim import Known
from mirrorpress.extract.confidence import confidence_of
from mirrorpress.extract.fields.metadata import Metadata
from mirrorpress.extract.full_text import line_blocks, markup_blocks, text_blocks, with_full_text
from mirrorpress.extract.page.images import picture_key
from mirrorpress.extract.page.measure import weight_of
from mirrorpress.extract.refuse import SCANT
from mirrorpress.extract.words.sentences import ends_sentence
from mirrorpress.model import Block, FeedEntry
from mirrorpress.model.blocks import Figure
from mirrorpress.model.plain import block_text
from mirrorpress.page_data.continuation import that_goes_on
from mirrorpress.page_data.scripts import has_script, may_hold_text

LONGEST_TEASER: Final = 2_800  # Latin characters; a page that shows more shows its article
MOST_OF_A_TEASER: Final = 0.6  # of the text
LEAST_PROSE: Final = 0.5  # of the text in data; of a menu or a program's settings less is
LONG_LINE: Final = 150.0  # Latin characters; no label of a menu has so many
SURE: Final = 0.8  # of a text from elsewhere, that takes the place of one that is not
SAME_IN_DATA: Final = 0.4  # share of a teaser that the data have; a page can show a summary, too


def with_fields(meta: Metadata, entry: FeedEntry | None) -> Metadata:
    """The page's metadata, with the feed's where it lacks a value."""
    if entry is None:
        return meta
    return replace(
        meta,
        title=meta.title or entry.title or "",
        titles=(*meta.titles, *([entry.title] if entry.title else [])),
        bylines=meta.bylines or entry.authors,
        published=meta.published or entry.published,
        says_who=meta.says_who or (bool(entry.authors) and not meta.bylines),
        says_when=meta.says_when or (entry.published is not None and not meta.published),
        tags=meta.tags or entry.tags,
        languages=(*meta.languages, entry.language),
    )


def fields_of_feed(meta: Metadata, entry: FeedEntry) -> Metadata:
    """The metadata where the page shows next to no text: it may say nothing of the article."""
    return replace(
        meta,
        title=entry.title or meta.title,
        bylines=entry.authors or meta.bylines,
        published=entry.published or meta.published,
    )


def known_of(meta: Metadata) -> Known:
    """What an article has as fields, for its text not to repeat it."""
    return Known(titles=meta.titles, subtitle=meta.subtitle, bylines=meta.bylines)


def with_text(
    shown: tuple[Block, ...], meta: Metadata, entry: FeedEntry | None, base: str | None
) -> tuple[Block, ...]:
    """The blocks of the page with what the feed or the page's data have beyond them."""
    blocks = shown
    for full in _full_texts(meta, entry, base):
        blocks = with_full_text(blocks, full)
    return shown if blocks == shown else media_once(blocks)


def surer_text(
    shown: tuple[Block, ...], meta: Metadata, entry: FeedEntry | None, base: str | None
) -> tuple[Block, ...]:
    """A full text in the place of one that is rather not that of the article.

    It must surely be the article's by its sentences, and by title and description. Of the page
    stays the picture that it names; others may be of what was taken for the article. The blocks
    as they are where there is no such text.
    """
    unread = entry and replace(entry, content=None, content_html=None)
    for full in _full_texts(meta, entry, base):
        texts = [*map(block_text, full)]
        if sum(map(weight_of, texts)) < SCANT:
            continue
        if confidence_of(texts, replace(meta, body=None), unread, None) >= SURE:
            return media_once((*_lead_of(shown, meta), *full))
    return shown


def _full_texts(
    meta: Metadata, entry: FeedEntry | None, base: str | None
) -> Iterator[tuple[Block, ...]]:
    """The texts that the feed and JSON-LD give, of which either may be a teaser."""
    known = known_of(meta)
    if entry is not None and entry.content_html:
        yield markup_blocks(entry.content_html, base, known)
    elif entry is not None and entry.content:
        yield line_blocks(entry.content, known)
    if meta.body and meta.is_free:
        yield text_blocks(meta.body, base, known)


def _lead_of(blocks: Sequence[Block], meta: Metadata) -> list[Figure]:
    """The figures with the picture that the page names."""
    key = meta.lead and picture_key(meta.lead.url)
    figures = (block for block in blocks if isinstance(block, Figure))
    return [f for f in figures if key in [picture_key(image.url) for image in f.images]]


def with_state(
    shown: tuple[Block, ...],
    size: float,
    text: str,
    meta: Metadata,
    base: str | None,
    url: str | None,
) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks and fields of a page that shows a teaser or nothing, with what scripts would draw.

    Args:
        shown: the blocks of the page.
        size: of their text, in Latin characters.
        text: the page as it came, with its scripts.
        meta: what the page says of its article.
        base: address against which others are resolved.
        url: the address of the page.
    """
    if size > LONGEST_TEASER or not meta.is_free:
        return shown, meta
    may_hold: Callable[[str], bool] = may_hold_text
    if size >= SCANT:
        missing = size / MOST_OF_A_TEASER - size  # at least
        may_hold = that_goes_on(block_text(shown[-1]), missing)
        if not has_script(text, may_hold):
            return shown, meta
    state = state_article(text, meta.titles, meta.language, url, may_hold)
    if state is None:
        return shown, meta
    described = replace(
        meta,
        title=state.title or meta.title,
        titles=(*meta.titles, *filter(None, [state.title])),
        subtitle=meta.subtitle or state.subtitle or None,
        bylines=meta.bylines or state.authors,
        published=meta.published or state.published,
    )
    full = markup_blocks(state.markup, base, known_of(described))
    if not _is_prose(full):
        return shown, meta
    if size > MOST_OF_A_TEASER * sum(weight_of(block_text(block)) for block in full):
        return shown, meta
    blocks = with_full_text(shown, full, least=SHORTEST, same=SAME_IN_DATA)
    return (shown, meta) if blocks == shown else (media_once(blocks), described)


def _is_prose(blocks: Sequence[Block]) -> bool:
    """Whether most of a text is sentences, and not of cookies.

    Data also hold the words of menus, footers and the tools that ask for consent.
    """
    texts = [*map(block_text, blocks)]
    weights = [*map(weight_of, texts)]
    prose = sum(
        weight
        for text, weight in zip(texts, weights, strict=True)
        if (weight >= LONG_LINE or ends_sentence(text)) and "cookie" not in text.casefold()
    )
    return prose >= LEAST_PROSE * sum(weights)
