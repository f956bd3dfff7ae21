"""What is rendered and where it goes: editions, the values that pages show, outputs, targets.

A page is rendered from one value that holds all it shows: an `ArticlePage` for an article, a
`ListPage` (see `lists`) for a page of a list. Both come whole from the store, so that printing
needs nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from mirrorpress.model.article import Revision, RevisionChange
from mirrorpress.model.asset import Asset
from mirrorpress.model.lists import ArticleSummary
from mirrorpress.model.source import Channel, Source

# Counts one more path in a series, such as a folder, of an edition: 1 for its first, then 2, …
# A path that is not assigned in the end is not counted.
PathCounter: TypeAlias = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of an operator's file that cannot be used."""

    file: str
    line: int  # from 1
    cause: str  # a clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is rendered: a format, a layout, a selection."""

    name: str  # key, [a-z0-9-]
    format: str  # markdown | web
    layout: str  # name of a layout of that format: almanac | archive | site
    pictures: bool = True
    options: object | None = None  # what its layout declares; None: nothing, or the defaults


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where editions go."""

    name: str  # key, [a-z0-9-]
    kind: str  # name of a target kind: folder | git
    url: str  # folder: a path; git: anything `git push` takes
    editions: tuple[str, ...]
    options: object | None = None  # what its kind declares; None: nothing, or the defaults


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page of an edition shares."""

    name: str
    languages: tuple[str, ...]  # of the pages' own words, first is the default; BCP 47
    timezone: str  # IANA name
    contact: str | None
    sources: tuple[Source, ...]
    public_key: str | None = None  # minisign public key, one line
    addresses: tuple[str, ...] = ()  # where else this mirror lives
    channels: tuple[Channel, ...] = ()  # in the order in which they are listed

    def channel(self, source: str) -> Channel:
        """The channel of a source; one that left the settings is a channel of its own."""
        for channel in self.channels:
            if source in channel.sources:
                return channel
        return Channel(name=source, title=self.source(source).title, sources=(source,))

    def source(self, name: str) -> Source:
        """The source of that name; one that left the settings is known by its name alone."""
        for source in self.sources:
            if source.name == name:
                return source
        return Source(name=name, title=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An asset with its path inside the edition."""

    asset: Asset
    path: str  # "pictures/2026/03/04/0123456789abcdef.webp"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """All that an article's page is rendered from."""

    summary: ArticleSummary
    revision: Revision
    pictures: Mapping[str, Picture] = field(
        default_factory=dict
    )  # by `Image.url`; no entry: not had
    also: tuple[
        ArticleSummary, ...
    ] = ()  # reports of other outlets on the same event, oldest first; a dozen
    copies: Mapping[str, str] = field(default_factory=dict)  # paths of articles to which it links
    changes: tuple[RevisionChange, ...] = ()  # of what it says, the newest first
    follows: str | None = None  # id of an earlier story, where its event is in no story itself
    within: frozenset[str] | None = None  # keys of tracked lists that it is in; None: none tracked


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file of an edition: its own bytes, or those of an asset."""

    path: str  # relative, "/" between parts, NFC, each part at most 100 bytes of UTF-8
    content: bytes | None = None
    asset: str | None = None  # id of an `Asset`, where `content` is None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputInfo:
    """What the store knows of an output without reading its bytes."""

    path: str
    sha256: str  # hex
    size: int  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishResult:
    """What a target did with what it was given."""

    target: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    revision: str | None = None  # git: commit id; folder: SHA-256 of the root checksum file
    error: str | None = None
    refused: bool = False  # with `error`: the target holds more than the store knows
