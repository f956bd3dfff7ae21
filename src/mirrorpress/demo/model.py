"""The values of the demo newsroom: outlets, reports with typed blocks, answers and truths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One invented news outlet, as a reader of `mirror.toml` would describe it."""

    name: str  # key, [a-z0-9-]
    title: str
    language: str  # BCP 47
    direction: str  # ltr | rtl
    host: str
    media_host: str  # where its pictures are; may be the same host
    kind: str  # feed | listing
    feed: str  # rss | atom | json | none
    feed_text: str  # how much of the article the feed carries: full | part | summary | none
    index_url: str
    channel: str
    tagline: str
    path: str  # format of an article's path, from `slug` and `published`
    encoding: str  # of the bytes on the wire
    declared: str  # what the pages say their encoding is


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with what the outlet prints beside it."""

    name: str  # file name; its stem seeds the drawing
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; like all text of blocks, with inline markup (`*em*`, `**strong**`, links)."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A subheading."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation: words that stand nowhere else in the article."""

    text: str


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A sentence of the article, shown a second time in large type."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with the items nested under it."""

    text: str
    children: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one row of header cells, then the rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture inside the body."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Gallery:
    """Several pictures shown as one."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Video:
    """A player: the address of a foreign frame, or of a file of our own with a poster."""

    url: str
    title: str
    poster: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who reported and edited; belongs to the article and must be kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The outlet's own notice under an article; must be kept."""

    text: str


Block = (
    Paragraph
    | Heading
    | Quote
    | PullQuote
    | Items
    | Table
    | Figure
    | Gallery
    | Video
    | Credit
    | Notice
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoArticle:
    """One article as its outlet wrote it, in one round."""

    outlet: Outlet
    slug: str
    url: str  # canonical
    title: str
    subtitle: str
    bylines: tuple[str, ...]
    published: datetime
    modified: datetime | None
    section: str
    tags: tuple[str, ...]
    event: str | None
    copy_of: str | None  # "outlet/slug" of the text this one repeats
    link: str  # how its index links to it: plain | redirect | amp
    steady: bool  # the same in all rounds; only these are in "most read" boxes
    lead: Picture | None
    pages: tuple[tuple[Block, ...], ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, page after page."""
        return tuple(block for page in self.pages for block in page)

    @property
    def changed(self) -> datetime:
        """When the text last changed."""
        return self.modified or self.published


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """What a request gets: status, headers as sent, and the bytes."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class TruthImage:
    """One picture of an article, at the largest size its page offers."""

    url: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class TruthEmbed:
    """One player of an article."""

    provider: str  # host name of the address
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a perfect extraction of one article says."""

    url: str
    outlet: str
    language: str
    title: str
    subtitle: str
    bylines: tuple[str, ...]
    published: datetime  # aware, in the outlet's own zone
    modified: datetime | None
    section: str
    tags: tuple[str, ...]
    event: str | None
    copy_of: str | None  # "outlet/slug" of the text this one repeats nearly word for word
    lines: tuple[tuple[str, str], ...]  # (kind of block, plain text), in reading order
    images: tuple[TruthImage, ...]  # the lead first
    embeds: tuple[TruthEmbed, ...]
    pages: int  # how many pages the article is cut into

    @property
    def text(self) -> tuple[str, ...]:
        """The lines a reader reads once: everything but pull quotes, which repeat a sentence."""
        return tuple(text for kind, text in self.lines if kind != "pullquote")
