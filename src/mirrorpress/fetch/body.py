"""Answers: what kind they are, and their bytes, unpacked within bounds.

Limits are on unpacked bytes, checked while they are unpacked, so that a small response cannot
become a large one (RELIABILITY: page 10 MiB, feed and picture 20 MiB, robots 512 KiB).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import AsyncIterable, Iterator
from typing import Protocol

from mirrorpress.errors import ResponseRefused
from mirrorpress.model import Purpose

LIMITS = {
    Purpose.INDEX: 20 * 1024 * 1024,
    Purpose.PAGE: 10 * 1024 * 1024,
    Purpose.PICTURE: 20 * 1024 * 1024,
    Purpose.FILE: 128 * 1024 * 1024,
}
ACCEPT = {
    Purpose.INDEX: "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5",
    Purpose.PAGE: "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
    Purpose.PICTURE: "image/webp, image/jpeg, image/png, image/gif, image/*;q=0.8, */*;q=0.5",
    Purpose.FILE: "*/*",
}
ACCEPT_ENCODING = "gzip, deflate"

MAX_MEMBERS = 1_000  # of one gzip stream
_STEP = 256 * 1024  # bytes unpacked at a time
_BINARY = re.compile(
    r"(?:image|audio|video|font|model)/"
    r"|application/(?:pdf|zip|x-(?:tar|rar|7z|msdownload|bzip|shockwave)\S*|msword|ogg|wasm|epub\S*"
    r"|vnd\.(?:ms-|openxml|oasis|android|apple)\S*|java-archive|x-mpegurl|dash\+xml)"
)
_MEDIA_TYPE = re.compile(r"[\w.+\-]+/[\w.+\-]+", re.ASCII)
# No parser of RFC 2231 is used: some of its malformed parameters make the library's raise.
_CHARSET = re.compile(
    r""";\s*charset\s*=\s*(["']?)\s*([\w.:+\-]{1,40})\s*\1\s*(?:;|$)""", re.IGNORECASE | re.ASCII
)
_OPAQUE = frozenset(
    {"application/octet-stream", "binary/octet-stream", "application/x-octet-stream"}
)


class _Unpacker(Protocol):
    def unpack(self, packed: bytes) -> Iterator[bytes]:
        """What can be unpacked so far, in steps of bounded size."""

    def ended(self) -> bool:
        """Whether the packed stream came to its end."""


async def read_body(stream: AsyncIterable[bytes], coding: str, limit: int, *, url: str) -> bytes:
    """The bytes of a response, unpacked.

    Args:
        stream: packed bytes as they come.
        coding: the Content-Encoding header.
        limit: unpacked bytes that are let in.

    Raises:
        ResponseRefused: too much, damaged, cut off, or packed in a way we did not ask for.
    """
    body, whole = await read_up_to(stream, coding, limit, url=url)
    if not whole:
        raise ResponseRefused(f"the response is larger than {limit} bytes", url=url)
    return body


async def read_up_to(
    stream: AsyncIterable[bytes], coding: str, limit: int, *, url: str
) -> tuple[bytes, bool]:
    """Like `read_body`, but too much is cut at the limit; and whether it is whole."""
    unpacker = _unpacker(coding, url)
    pieces: list[bytes] = []
    size = 0
    try:
        async for packed in stream:
            for piece in unpacker.unpack(packed):
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    return b"".join(pieces)[:limit], False
    except zlib.error as error:
        raise ResponseRefused(f"the response is damaged: {error}", url=url) from error
    if not unpacker.ended():
        raise ResponseRefused("the response is cut off", url=url)
    return b"".join(pieces), True


def content_type(header: str | None) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header, in lower case."""
    media_type, semicolon, parameters = (header or "").partition(";")
    media_type = media_type.strip().lower()
    charset = _CHARSET.search(semicolon + parameters)
    return (
        media_type if _MEDIA_TYPE.fullmatch(media_type) else None,
        charset[2].lower() if charset else None,
    )


def check_type(media_type: str | None, purpose: Purpose, *, url: str) -> None:
    """Refuses what is plainly of another kind than what was asked for.

    Raises:
        ResponseRefused: a page instead of a picture, a film instead of a page.
    """
    if media_type is None or media_type in _OPAQUE or purpose is Purpose.FILE:
        return
    if purpose is Purpose.PICTURE:
        if not media_type.startswith("image/"):
            raise ResponseRefused(f"{media_type} came instead of a picture", url=url)
    elif _BINARY.match(media_type):
        raise ResponseRefused(f"{media_type} came instead of text", url=url)


def _unpacker(coding: str, url: str) -> _Unpacker:
    match coding.strip().lower():
        case "" | "identity" | "none":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Zlib(zlib.MAX_WBITS | 16)
        case "deflate":
            return _Deflate()
        case other:
            raise ResponseRefused(f"the response is packed as {other[:40]!r}", url=url)


class _Plain:
    def unpack(self, packed: bytes) -> Iterator[bytes]:
        yield packed

    def ended(self) -> bool:
        return True


class _Zlib:
    """gzip (several members in a row as well, RFC 1952, 2.2) and zlib."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._inflater = zlib.decompressobj(wbits)
        self._started = False
        self._members = 1

    def unpack(self, packed: bytes) -> Iterator[bytes]:
        more = bool(packed)
        while more:
            if self._inflater.eof:
                if not packed.startswith(b"\x1f"):
                    return  # padding after the end is no part of the response
                self._next_member()
            self._started = True
            piece = self._inflater.decompress(packed, _STEP)
            yield piece
            packed = self._inflater.unconsumed_tail or self._inflater.unused_data
            more = bool(packed) or len(piece) == _STEP  # a full step may have left some inside

    def _next_member(self) -> None:
        self._members += 1
        if self._members > MAX_MEMBERS:
            raise zlib.error(f"more than {MAX_MEMBERS} gzip members")
        self._inflater = zlib.decompressobj(self._wbits)

    def ended(self) -> bool:
        return self._inflater.eof or not self._started


class _Deflate:
    """zlib by the standard (RFC 9110, 8.4.1.2), raw deflate by some servers."""

    def __init__(self) -> None:
        self._inner: _Zlib | None = None

    def unpack(self, packed: bytes) -> Iterator[bytes]:
        if not packed:
            return
        if self._inner is None:  # RFC 1950, 2.2: the low four bits of the first byte are 8
            zlibbed = packed[0] & 0x0F == 8
            self._inner = _Zlib(zlib.MAX_WBITS if zlibbed else -zlib.MAX_WBITS)
        yield from self._inner.unpack(packed)

    def ended(self) -> bool:
        return self._inner is None or self._inner.ended()
