"""Pictures, players and posts in a page's data."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from mirrorpress.extract.blocks.embed_hosts import kind_of
from mirrorpress.extract.page.players import frame_with
from mirrorpress.page_data.literals import Value

PICTURES = frozenset(("image", "img", "picture", "photo", "figure"))  # kinds of objects
_PLAYERS_NAMES = """
    video audio podcast embed oembed iframe player map social youtube vimeo twitter tweet instagram
    facebook tiktok telegram
"""
PLAYERS = frozenset(_PLAYERS_NAMES.split())
_PICTURE_KEY = re.compile(r"(?:image|img|photo|picture)_?(?:url|src)?\Z", re.IGNORECASE)
_ADDRESS_KEYS = ("url", "src", "originalUrl", "original", "source", "href", "file", "path")
_PICTURE_ADDRESS = re.compile(r"(?:https?:)?/[^\s\"'<>]{3,1000}\Z")
_EMBEDDED = re.compile(r"<(?:iframe|blockquote|video|audio)\b", re.IGNORECASE)
_LEVELS = 4  # of objects in which an address stands
_MOST_STRINGS = 200  # of an embed that are looked at
_MOST_PARTS = 20  # of a list of renditions


def frame_of(value: Mapping[str, Value]) -> str:
    """A player or a post from elsewhere: its own markup, or a frame with its address; or ""."""
    strings = [*islice(_strings_in(value, 0), _MOST_STRINGS)]
    markup = next((text for text in strings if _EMBEDDED.search(text)), "")
    if markup:
        return markup
    address = next((text for text in strings if _is_player(text)), "")
    return frame_with(address) if address else ""


def figure_of(value: Mapping[str, Value], caption: str) -> str:
    """A picture with its caption, which is HTML; "" where the object has no address of one."""
    address = _address_in(value, 0)
    if not address:
        return ""
    under = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{html.escape(address)}">{under}</figure>'


def picture_beside(value: Mapping[str, Value]) -> Mapping[str, Value] | None:
    """The picture of a part of the text, as parts of slide shows have."""
    found = next((value[key] for key in value if _PICTURE_KEY.match(key)), None)
    if isinstance(found, str):
        return {"url": found}
    return found if isinstance(found, dict) else None


def _strings_in(value: Value, level: int) -> Iterator[str]:
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, str):
            yield each
        elif isinstance(each, (dict, list)) and level < _LEVELS:
            yield from _strings_in(each, level + 1)


def _is_player(text: str) -> bool:
    return text.startswith(("https://", "http://", "//")) and kind_of(text) is not None


def _address_in(value: Value, level: int) -> str:
    """The first address of a picture in an object, or in what it holds."""
    if level > _LEVELS or not isinstance(value, (dict, list)):
        return ""
    if isinstance(value, list):
        inner = [each for each in value[:_MOST_PARTS] if isinstance(each, (dict, list))]
    else:
        for key in _ADDRESS_KEYS:
            address = value.get(key)
            if isinstance(address, str) and _PICTURE_ADDRESS.match(address):
                return address
        inner = [each for each in value.values() if isinstance(each, (dict, list))]
    return next(filter(None, (_address_in(each, level + 1) for each in inner)), "")
