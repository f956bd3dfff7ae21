"""What is asked of the network, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Purpose(Enum):
    """What the bytes are for: decides size limits and accepted media types."""

    INDEX = "index"
    PAGE = "page"
    PICTURE = "picture"
    FILE = "file"  # of a copy that is being checked: any type, asked by no crawler but its operator


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask again only if something changed (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None  # as the server wrote it

    def __bool__(self) -> bool:
        return self.etag is not None or self.last_modified is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One GET."""

    url: str
    purpose: Purpose
    validators: Validators = Validators()
    referer: str | None = None  # only for pictures behind hotlink protection, same origin
    local: bool = False  # private addresses allowed: the source is marked so
    delay: float | None = None  # seconds between requests to this host; None: the default
    source: str = ""  # name of the `Source` that asks; "" where there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An answer with a body: of a feed, an article's page or a picture."""

    url: str  # where the bytes came from, after redirects
    requested: str
    body: bytes  # content-decoded (gzip and the like), not character-decoded
    media_type: str | None = None  # lower case, without parameters
    charset: str | None = None  # from the Content-Type header
    validators: Validators = Validators()
    fetched: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """304: what we have is what is there."""

    url: str
    fetched: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsFile:
    """What an origin answered when it was asked for its robots.txt (RFC 9309)."""

    body: bytes | None = None  # None: there is none, or it could not be read
    closed: str | None = None  # why everything is closed; None: `body` says what is
    expires: datetime  # UTC; asked for again from then on
