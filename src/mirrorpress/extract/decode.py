"""Bytes become text, in the order browsers decide on the encoding of a page.

    byte order mark → HTTP charset → <meta> in the first 4096 bytes → what the bytes look like

A declaration is believed as long as the bytes decode by it without damage; a wrong one (a page
that says latin-1 and holds UTF-8, a template that still says gb2312) is overruled by the bytes.
Labels are read as browsers read them (`charsets`).
"""

from __future__ import annotations

import re

import cchardet

from mirrorpress import charsets

_PRESCAN = 4096  # bytes; the HTML standard asks for 1024, many pages declare later
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_MANY = 0.002  # share of characters that may be damaged before a declaration is doubted


def decode(content: bytes, charset: str | None = None) -> str:
    """The text of a page.

    Args:
        content: its bytes.
        charset: the label of the HTTP header, where it has one.
    """
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    declared = [codec for codec in (charsets.codec(charset), _declared(content)) if codec]
    for codec in [*declared, *_guesses(content)]:
        text = _strictly(content, codec)
        if text is not None:
            return text
    return _least_damaged(content, [*declared, "utf-8", "gb18030", "cp1252"])


def _declared(content: bytes) -> str | None:
    head = content[:_PRESCAN]
    if (looks := _wide(head)) is not None:
        return looks
    found = _META.search(head) or _XML.search(head)
    codec = charsets.codec(found[1].decode("ascii", "replace")) if found else None
    # A meta tag that could be read cannot be in UTF-16 (HTML standard, "prescan a byte stream").
    return "utf-8" if codec and codec.startswith("utf-16") else codec


def _wide(head: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of the markup is zero."""
    if head[1:8:2] == b"\0\0\0\0" and b"\0" not in head[:8:2]:
        return "utf-16-le"
    if head[:8:2] == b"\0\0\0\0" and b"\0" not in head[1:8:2]:
        return "utf-16-be"
    return None


def _guesses(content: bytes) -> list[str]:
    """What undeclared bytes may be, the surest first."""
    guessed = charsets.codec(cchardet.detect(content).get("encoding"))
    return ["utf-8", *([guessed] if guessed else []), "gb18030"]


def _strictly(content: bytes, codec: str) -> str | None:
    """The text if the bytes are whole in this codec, and not UTF-8 by another name."""
    if codec not in ("utf-8", "ascii") and _is_utf8(content):
        return None
    try:
        text = content.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return None
    return text if "\x00" not in text[:_PRESCAN] else None


def _is_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with characters beyond ASCII: that does not happen by chance."""
    if content.isascii() or b"\x00" in content[:64]:
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _least_damaged(content: bytes, codecs_: list[str]) -> str:
    """The first decoding with hardly any damage, else the one with the least."""
    best, fewest = "", len(content) + 1
    for codec in codecs_:
        text = content.decode(codec, "replace")
        damage = text.count("\ufffd")
        if damage <= _MANY * len(text):
            return text
        if damage < fewest:
            best, fewest = text, damage
    return best
