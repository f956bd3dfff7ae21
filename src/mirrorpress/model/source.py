"""Where news comes from: a source, and what its index says of one article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

RECOMMENDED = "recommended"  # key of the channel of articles that the operator picked
PICKS = "picks"  # the source of articles that an operator chose and that belong to no other


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A part of a mirror: the articles of one source, or of several."""

    name: str  # key, [a-z0-9-]; used in addresses
    title: str  # what readers see
    group: str | None = None  # outlet under which a front page lists it; None: no outlet
    sources: tuple[str, ...] = ()  # names


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet, or a part of one, that the mirror follows."""

    name: str  # key, [a-z0-9-]; used in addresses
    title: str  # what readers see
    kind: str = "feed"  # name of a source kind: feed | listing | urls
    url: str | None = None  # of the index; None where the source is a list of addresses
    path: str | None = None  # a local file instead of `url`
    content: str = "page"  # page | feed: whose text is used
    channel: str | None = None  # key of a channel; a source is its own where None
    language: str | None = None  # BCP 47; of articles that do not say theirs
    timezone: str | None = None  # IANA name; of dates that do not say theirs
    local: bool = False  # may be at a private address (tests, intranets)
    delay: float | None = None  # seconds between requests to its hosts; None: the mirror's
    site: str | None = None  # address of the outlet's site, where it is not that of the index
    site_memory: bool = True  # pages of its site teach how the next are extracted
    options: object | None = None  # what its kind declares; None: nothing, or the defaults


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A file that a feed attaches to an entry (enclosure, media:content)."""

    url: str
    type: str | None = None  # media type as declared
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """What an index says of one article. Text fields hold text, never markup."""

    url: str | None = None  # absolute; None where the entry has no link
    id: str | None = None  # guid or atom:id, as given
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None  # aware where the feed names a zone
    updated: datetime | None = None
    summary: str | None = None
    content: str | None = None  # full text as text
    content_html: str | None = None  # full text as the feed's markup: hostile, for `extract` only
    media: tuple[Media, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What a feed or list says, read from its bytes."""

    format: str | None = None  # "rss 2.0", "atom 1.0", "json feed 1.1", "listing", "urls", …
    title: str | None = None
    language: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    problems: tuple[str, ...] = ()  # ill-formed places that were read over, a sentence each
