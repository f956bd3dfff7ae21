"""The article of a page: the six stages in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto

from mirrorpress.errors import ExtractError, NotAnArticle
from mirrorpress.extract.blocks.lead_media import lead_media, named_media
from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.extract.blocks.media_once import media_once
from mirrorpress.extract.blocks.place_line import with_place_joined
from mirrorpress.extract.blocks.portraits import without_portraits
from mirrorpress.extract.blocks.trim import Known, trim
from mirrorpress.extract.blocks.typed_lists import with_lists
from mirrorpress.extract.blocks.witness import without_unconfirmed_end
from mirrorpress.extract.body.find import Body, at_container, find_body
from mirrorpress.extract.body.headline import (
    bare_subtitle,
    headline_of,
    silence_above,
    subtitle_after,
)
from mirrorpress.extract.body.opening import is_subtitle, living, opening_of
from mirrorpress.extract.complete import (
    fields_of_feed,
    known_of,
    surer_text,
    with_fields,
    with_state,
    with_text,
)
from mirrorpress.extract.confidence import confidence_of
from mirrorpress.extract.fields.language import language_of
from mirrorpress.extract.fields.metadata import Metadata, read_metadata
from mirrorpress.extract.full_text import line_blocks, markup_blocks
from mirrorpress.extract.memory import OtherPages, lines_of, places_of, record_of
from mirrorpress.extract.page.drawn_text import write_drawn_text
from mirrorpress.extract.page.images import picture_key
from mirrorpress.extract.page.measure import weight_of
from mirrorpress.extract.page.repair import RepairedMarkup, repair
from mirrorpress.extract.page.tree import Element, Page, parse, release, uncollected
from mirrorpress.extract.refuse import LEAST, SCANT, file_refusal, refusal
from mirrorpress.extract.site_rules.apply_rules import UsedRules, use_rules
from mirrorpress.model import Article, Block, FeedEntry, Image
from mirrorpress.model.article import UNSURE
from mirrorpress.model.blocks import Embed, Figure, Paragraph, Text
from mirrorpress.model.plain import block_text
from mirrorpress.model.site_profile import PageRecord, SiteProfile
from mirrorpress.model.site_rules import SiteRules
from mirrorpress.text.encodings import decode, read_again
from mirrorpress.urls import safe

# Characters and counts, far above what outlets print: what is longer is an accident or an attack.
LONGEST_TITLE, LONGEST_SUBTITLE, LONGEST_NAME = 500, 2_000, 200
MOST_NAMES, MOST_TAGS = 50, 100


class Stage(Enum):
    """What was done last when an observer is called, in this order."""

    BODY = auto()  # elements: names and states, the container, boilerplate in it
    OPENING = auto()  # elements: where the text begins outside of the container
    MEMORY = auto()  # elements: the site's template
    ABOVE_HEADLINE = auto()  # elements
    SUBTITLE = auto()  # elements
    BLOCKS = auto()  # blocks: made of what is left of the body
    TRIM = auto()  # blocks
    WITNESS = auto()  # blocks
    PICTURES = auto()  # blocks: with the lead picture, each picture once
    FULL_TEXT = auto()  # blocks: with what the page does not show


class Observer:
    """Follows a page through the stages; this one does nothing.

    A page that gives no article with a site's profile or rules begins again with `Stage.BODY`,
    without them.
    """

    def elements(self, stage: Stage, body: Body) -> None:
        """A stage has marked elements excluded, which may be looked at only during this call."""

    def rules(self, used: UsedRules) -> None:
        """Behind `Stage.BODY`: the rules of the site were used. Elements as above."""

    def blocks(self, stage: Stage, blocks: tuple[Block, ...]) -> None:
        """A stage has made blocks, or has left some out."""


_UNOBSERVED = Observer()
_NO_RECORD = PageRecord(0, 0, ())


def extract(
    html: str | bytes,
    url: str | None = None,
    *,
    charset: str | None = None,
    entry: FeedEntry | None = None,
    profile: SiteProfile | None = None,
    rules: SiteRules | None = None,
) -> Article:
    """The article that a page holds.

    Args:
        html: the page; bytes are decoded in the order browsers do it. A string that was read as
            Latin-1 by mistake is read again.
        url: where it came from; relative addresses are resolved against it. One that is no web
            address is as none.
        charset: of the HTTP header.
        entry: what the feed says of the page: a witness, and the source of what the page lacks.
        profile: what earlier pages of the site taught, as `learn` gives it.
        rules: what an operator says of the site, as `read_rules` gives it.

    Raises:
        NotAnArticle: no body of text was found, or the file is no page (a PDF document, a feed).
        AccessBlocked: a bot challenge, login or consent page came instead.
        EmptyShell: a script would fetch the text in a browser.
    """
    text = read_again(html) if isinstance(html, str) else decode(html, charset).text
    article, _ = extract_observed(
        text, safe(url), entry, profile, _UNOBSERVED, rules=rules, remember=False
    )
    return article


def extract_and_record(
    html: str | bytes,
    url: str | None = None,
    *,
    charset: str | None = None,
    entry: FeedEntry | None = None,
    profile: SiteProfile | None = None,
    rules: SiteRules | None = None,
) -> tuple[Article, PageRecord]:
    """The article that a page holds, and what is to be remembered of the page.

    Args and errors are those of `extract`. Neither a profile nor rules make a page fail.
    """
    text = read_again(html) if isinstance(html, str) else decode(html, charset).text
    return extract_observed(text, safe(url), entry, profile, _UNOBSERVED, rules=rules)


def extract_observed(
    text: str,
    url: str | None,
    entry: FeedEntry | None,
    profile: SiteProfile | None,
    observer: Observer,
    *,
    rules: SiteRules | None = None,
    remember: bool = True,
) -> tuple[Article, PageRecord]:
    """As `extract_and_record`, of decoded text and a safe address; `observer` follows it.

    Without `remember` the record may be empty: it takes up to a tenth of the time.
    """
    error = file_refusal(text, url)
    if error is not None:
        raise error
    *others, last = _attempts(profile, rules)
    with uncollected():
        for known in others:
            with suppress(ExtractError):
                return _extracted(text, url, entry, *known, observer, remember=remember)
        return _extracted(text, url, entry, *last, observer, remember=remember)


def _attempts(
    profile: SiteProfile | None, rules: SiteRules | None
) -> Iterator[tuple[SiteProfile | None, SiteRules | None]]:
    """With what a page is extracted, until it gives an article: at last with nothing."""
    yield profile, rules
    if profile is not None and rules is not None:
        yield None, rules
        yield profile, None
    if profile is not None or rules is not None:
        yield None, None


@dataclass(frozen=True, slots=True)
class _Input:
    """What an article is made of."""

    text: str  # the page as it came
    repaired: RepairedMarkup
    url: str | None
    entry: FeedEntry | None


@dataclass(frozen=True, slots=True)
class _Found:
    """The elements of an article, and what is said of it."""

    body: Body
    headline: Element | None
    meta: Metadata
    is_named: bool = False  # a rule of the site names the body
    at_site: float | None = None  # share of the text that is where other pages have theirs


def _extracted(
    text: str,
    url: str | None,
    entry: FeedEntry | None,
    profile: SiteProfile | None,
    rules: SiteRules | None,
    observer: Observer,
    *,
    remember: bool,
) -> tuple[Article, PageRecord]:
    given = _Input(text, repair(text), url, entry)
    root = parse(given.repaired.markup)
    write_drawn_text(root)
    found = _found(root, given, rules, observer)
    record = _NO_RECORD
    if remember or profile is not None:
        found, record = _remembered(root, found, profile)
    observer.elements(Stage.MEMORY, found.body)
    base = _base(found.body.elements, url)
    body, meta = _with_subtitle(found, observer)
    shown = _blocks(body, meta, base, observer)
    release(body.elements)
    return _completed(shown, replace(found, body=body, meta=meta), given, base, observer), record


def _found(root: Page, given: _Input, rules: SiteRules | None, observer: Observer) -> _Found:
    """The body of the article on a page, its headline, and what is said of it."""
    url = given.url
    body = find_body(root, url)
    observer.elements(Stage.BODY, body)
    scripts = given.repaired.scripts
    meta = with_fields(read_metadata(body.elements, body.head, scripts, url), given.entry)
    is_named = False
    if rules is not None:
        used = use_rules(body, meta, rules)
        body, meta, is_named = used.body, used.meta, used.named is not None
        observer.rules(used)
    headline = headline_of(body.elements, body.core, meta.title)
    body = body if is_named else _with_opening(body, headline, meta)
    observer.elements(Stage.OPENING, body)
    return _Found(body, headline, meta, is_named)


def _remembered(
    root: Element, found: _Found, profile: SiteProfile | None
) -> tuple[_Found, PageRecord]:
    """What is found with a profile of the site, and what is to be remembered of the page."""
    body, headline, meta = found.body, found.headline, found.meta
    lines = lines_of((*body.opening, body.core), meta.bylines)
    record = record_of(meta.url, meta.title, lines, places_of(body.elements, meta))
    if profile is None:
        return found, record
    others = OtherPages(profile, record)
    meta = others.with_fields(meta, body.elements)
    container = None if found.is_named else others.container(root, lines)
    if container is not None:  # as hardly ever
        body, headline = _moved(body, container, meta)
        lines = lines_of((*body.opening, body.core), meta.bylines)
    at_site = others.share_of_text(lines)
    others.exclude_template(lines)
    return _Found(body, headline, meta, found.is_named, at_site), record


def _completed(
    shown: tuple[Block, ...], found: _Found, given: _Input, base: str | None, observer: Observer
) -> Article:
    """The article of the blocks that a page shows, with what it does not show.

    Raises:
        ExtractError: it is no article.
    """
    meta, entry = found.meta, given.entry
    blocks = full = with_text(shown, meta, entry, base)
    texts = [*map(block_text, shown)]
    size = sum(map(weight_of, texts))
    if full == shown:
        blocks, meta = with_state(shown, size, given.text, meta, base, given.url)
    confidence = confidence_of(texts, meta, entry, found.at_site)
    if blocks == shown and confidence < UNSURE and not found.is_named:
        blocks = full = surer_text(shown, meta, entry, base)
    is_full, is_drawn = blocks != shown, blocks != full
    if size < LEAST and meta.subtitle and not is_full:  # the subtitle is all the text there is
        blocks = shown = (Paragraph((Text(meta.subtitle),)), *shown)
        texts.insert(0, meta.subtitle)
        size += weight_of(meta.subtitle)
        meta = replace(meta, subtitle=None)
    observer.blocks(Stage.FULL_TEXT, blocks)
    if not is_drawn:  # what stands before an article does not carry it
        _refuse(given, meta, shown, size, is_full=is_full)
    if is_full:
        texts = [*map(block_text, blocks)]
        if entry is not None and size < SCANT:
            meta = fields_of_feed(meta, entry)
        confidence = confidence_of(texts, meta, entry, None)
    return _article(meta, blocks, "\n".join(texts), confidence)


def _with_opening(body: Body, headline: Element | None, meta: Metadata) -> Body:
    return body if headline is None else replace(body, opening=opening_of(body, headline, meta))


def _moved(body: Body, container: Element, meta: Metadata) -> tuple[Body, Element | None]:
    """The body in another container, and its headline there."""
    body = at_container(body, container, meta.url)
    headline = headline_of(body.elements, container, meta.title)
    return _with_opening(body, headline, meta), headline


def extract_entry(entry: FeedEntry, url: str | None = None) -> Article:
    """The article that a feed carries whole, from `entry.content_html` (or its text).

    Raises:
        NotAnArticle: the entry carries no text.
    """
    where = safe(url or entry.url)
    known = Known(titles=(entry.title or "",), bylines=entry.authors)
    blocks = markup_blocks(entry.content_html or "", where, known)
    if not blocks and entry.content:
        blocks = line_blocks(entry.content, known)
    if not any(block_text(block).strip() for block in blocks):
        raise NotAnArticle("the feed entry carries no text", url=where or "")
    text = "\n".join(map(block_text, blocks))
    lead = next(
        (image for block in blocks if isinstance(block, Figure) for image in block.images), None
    )
    return Article(
        title=_title(entry.title, text),
        blocks=blocks,
        url=where,
        bylines=tuple(cut(name, LONGEST_NAME) for name in entry.authors[:MOST_NAMES]),
        published=entry.published,
        modified=entry.updated,
        language=language_of((entry.language,), f"{entry.title or ''}\n{text}"),
        tags=tuple(cut(tag, LONGEST_NAME) for tag in entry.tags[:MOST_TAGS]),
        lead=lead,
    )


def _base(elements: Iterable[Element], url: str | None) -> str | None:
    """The address against which others are resolved: the page's base element has a say."""
    bases = (safe(e.get("href"), base=url) for e in elements if e.tag == "base")
    return next((named for named in bases if named is not None), url)


def _with_subtitle(found: _Found, observer: Observer) -> tuple[Body, Metadata]:
    """The subtitle that stands under the headline, taken out of the body."""
    body, headline, meta = found.body, found.headline, found.meta
    if headline is None:
        return body, meta
    silence_above(body.core, headline)
    observer.elements(Stage.ABOVE_HEADLINE, body)
    element = subtitle_after(body, headline, meta)
    if element is not None:
        element.excluded = True
    opening = living(body.opening)
    if element is None and is_subtitle(opening):
        element, opening = opening[0], ()
        element.excluded = True
    if element is not None:
        observer.elements(Stage.SUBTITLE, body)
        meta = replace(meta, subtitle=bare_subtitle(element.text(), meta))
    return replace(body, opening=opening), meta


def _blocks(body: Body, meta: Metadata, base: str | None, observer: Observer) -> tuple[Block, ...]:
    """The blocks of the body, the picture at the head of the article before them."""
    known = known_of(meta)
    lead = lead_media(body.elements, body.core, meta.title, base)
    blocks = (*blocks_of(body.opening, base), *blocks_of(body.core.children, base))
    blocks = with_lists(with_place_joined(blocks))
    if not any(isinstance(block, Embed) for block in lead):
        lead = named_media(body.elements, body.core, base, meta.lead, (*lead, *blocks)) or lead
    observer.blocks(Stage.BLOCKS, blocks)
    blocks = trim(without_portraits(blocks, meta.bylines, meta.lead), known)
    observer.blocks(Stage.TRIM, blocks)
    blocks = without_unconfirmed_end(blocks, meta.body)
    observer.blocks(Stage.WITNESS, blocks)
    lead = without_portraits(lead, meta.bylines, meta.lead)
    blocks = media_once((*lead, *blocks))
    observer.blocks(Stage.PICTURES, blocks)
    return blocks


def _refuse(
    given: _Input, meta: Metadata, blocks: tuple[Block, ...], size: float, *, is_full: bool
) -> None:
    repaired = given.repaired
    error = refusal(
        markup=given.text,
        title=meta.title,
        size=size,
        markup_size=len(repaired.markup),
        media=sum(isinstance(block, (Figure, Embed)) for block in blocks),
        script_characters=repaired.script_characters,
        is_full=is_full,
        is_free=meta.is_free,
        url=given.url,
    )
    if error is not None:
        raise error


def _article(meta: Metadata, blocks: tuple[Block, ...], text: str, confidence: float) -> Article:
    declared = meta.languages if any(meta.languages) else (meta.language,)
    return Article(
        title=_title(meta.title, text),
        blocks=blocks,
        url=meta.url,
        subtitle=meta.subtitle and cut(meta.subtitle, LONGEST_SUBTITLE),
        bylines=tuple(cut(name, LONGEST_NAME) for name in meta.bylines[:MOST_NAMES]),
        published=meta.published,
        modified=meta.modified,
        language=language_of(declared, f"{meta.title}\n{text}"),
        publisher=meta.publisher,
        section=meta.section and cut(meta.section, LONGEST_NAME),
        tags=tuple(cut(tag, LONGEST_NAME) for tag in meta.tags[:MOST_TAGS]),
        lead=_lead(meta.lead, blocks),
        next_page=meta.next_page,
        confidence=confidence,
    )


def _title(named: str | None, text: str) -> str:
    """The title, or the beginning of an untitled text."""
    return cut(named, LONGEST_TITLE) if named else cut(text.strip().partition("\n")[0], 100)


def cut(text: str, most: int) -> str:
    """A text that is no longer than so many characters; a list of a thousand shows each title."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _lead(named: Image | None, blocks: Iterable[Block]) -> Image | None:
    """The picture that the page names, as the body shows it; else the body's first."""
    shown = [image for block in blocks if isinstance(block, Figure) for image in block.images]
    if named is not None:
        key = picture_key(named.url)
        return next((image for image in shown if picture_key(image.url) == key), named)
    return shown[0] if shown else None
