"""Feeds of any kind, distinguished by what they are, never by their declared media type alone.

    1. bytes → characters          text.encodings
    2. "{" first: JSON Feed        jsonfeed
    3. else: characters → document     xmltree
    4. document → entries              xmlfeed, with parts, markup and dates

Time and memory are bounded: by size, number of tags, nesting and number of entries. Nothing is
opened, no entity is expanded, no declaration is obeyed.
"""

from __future__ import annotations

from dataclasses import replace

from mirrorpress.discover import jsonfeed, xmlfeed, xmltree
from mirrorpress.errors import ReadError
from mirrorpress.model import Index, Page, Source
from mirrorpress.text.encodings import decode

MAX_BYTES = 20 * 1024 * 1024


def read(page: Page, source: Source) -> Index:
    """What a feed says; ill-formed ones as far as they go, with the slips in `Index.problems`.

    Raises:
        ReadError: the bytes are no feed at all, or more than a feed may be.
    """
    if len(page.body) > MAX_BYTES:
        raise ReadError(f"the feed is larger than {MAX_BYTES >> 20} MiB", url=page.url)
    decoded = decode(page.body, page.charset)
    text = decoded.text.lstrip()
    if not text:
        raise ReadError("the feed is empty", url=page.url)
    index = _read(text, page.url)
    if index is None:
        raise ReadError(_what_it_is(text), url=page.url)
    if decoded.problem is None:
        return index
    return replace(index, problems=(decoded.problem, *index.problems))


def _read(text: str, url: str) -> Index | None:
    if text.startswith("{"):
        return jsonfeed.read(text, url)
    document = xmltree.parse(text, url)
    return xmlfeed.read(document) if document is not None else None


def _what_it_is(text: str) -> str:
    head = text[:2000].lower()
    if "<html" in head or "<!doctype html" in head:
        return "this is a web page, not a feed; look for the feed's own address on it"
    return "this is neither RSS nor Atom nor JSON Feed"
