"""The settings, as typed values. The note at a field is its entry in docs/settings.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mirrorpress.model import Channel, Edition, Source, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """`[fetch]`"""

    delay: float = 1.0  # seconds between requests to one host
    timeout: float = 30.0  # seconds for one request, in total
    concurrency: int = 32  # hosts at a time
    deadline: float = 300.0  # seconds for one source in a round; the rest is left to the next one
    robots: bool = True  # obey robots.txt (RFC 9309)
    recheck: bool = True  # check stored articles again on a schedule; false: never
    resolve: Mapping[str, str] = field(default_factory=dict)
    # host = "address:port": where a host is found instead of asking DNS


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractOptions:
    """`[extract]`"""

    rules: Path | None = None  # folder of the rules of sites; None: there are none


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOptions:
    """`[pictures]`"""

    keep: bool = True  # false: a mirror of text alone
    max_side: int = 1200  # pixels; larger pictures are scaled down
    max_bytes: int = 60_000  # of one encoded picture


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreOptions:
    """`[store]`"""

    pages: int = 200_000_000  # bytes of the fetched pages that are kept, packed; 0: none are


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `mirror.toml` says, checked and complete."""

    directory: Path  # where mirror.toml is; relative paths start here
    name: str
    languages: tuple[str, ...] = ("en",)  # of the readers' pages, first is the default
    timezone: str = "UTC"  # of the days and times on the pages
    contact: str | None = None  # in the user agent, and on the pages
    addresses: tuple[str, ...] = ()  # where else this mirror lives; pages tell their readers
    state: Path = Path("state")  # where the store lives
    key: Path = Path("mirror.key")  # the signing key
    sign: bool = True  # false: publish unsigned copies
    fetch: FetchOptions = FetchOptions()
    extract: ExtractOptions = ExtractOptions()
    pictures: PictureOptions = PictureOptions()
    store: StoreOptions = StoreOptions()
    sources: tuple[Source, ...] = ()
    channels: tuple[Channel, ...] = ()  # every source is in one
    editions: tuple[Edition, ...] = ()
    targets: tuple[Target, ...] = ()
