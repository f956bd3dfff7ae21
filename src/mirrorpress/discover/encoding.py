"""Bytes of a feed to characters, by what is so rather than by what is declared.

In this order, the first that decodes without an error is taken:

    1. the byte order mark
    2. the shape of UTF-16, UTF-32 and EBCDIC declarations (XML 1.0, appendix F)
    3. UTF-8, where a one-byte encoding is declared: nothing else looks like UTF-8 by accident
    4. the charset of the Content-Type header (RFC 7303, 3)
    5. the XML declaration
    6. UTF-8, GB18030
    7. what statistics say

One-byte encodings accept any bytes, hence the third step. Labels are read as browsers read them
(`charsets`).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import cchardet

from mirrorpress.charsets import codec

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHAPES = (  # of "<" or "<?xm" without a mark
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][\w.:\-]{0,60})["']""")
_STATISTICS = 200_000  # bytes that are enough to guess from


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and what had to be done to get them."""

    text: str
    encoding: str  # Python's name
    problem: str | None = None


def decode(body: bytes, charset: str | None = None) -> Decoded:
    """The characters of a feed; never fails.

    Args:
        body: the bytes as fetched.
        charset: from the Content-Type header.
    """
    declared = [found for found in (codec(charset), codec(_declaration(body))) if found is not None]
    for encoding in _candidates(body, declared):
        try:
            return Decoded(
                _without_mark(body.decode(encoding)), encoding, _told(encoding, declared)
            )
        except (UnicodeError, ValueError):
            continue
    return _guessed(body, declared)


def _candidates(body: bytes, declared: list[str]) -> list[str]:
    certain = [name for mark, name in _MARKS if body.startswith(mark)]
    certain += [name for shape, name in _SHAPES if body.startswith(shape)]
    if certain:
        return [*certain[:1], "utf-8"]
    if not declared or _one_byte(declared[0]):
        declared = ["utf-8", *declared]
    # A declaration that can be read as ASCII shows that the document is not UTF-16.
    narrow = [name for name in declared if not name.startswith(("utf-16", "utf-32"))]
    return [*narrow, "utf-8", "gb18030"] if not any(map(_one_byte, narrow)) else narrow


def _one_byte(encoding: str) -> bool:
    return encoding.startswith(("cp125", "iso8859", "koi8", "mac", "cp874", "latin", "cp8"))


def _declaration(body: bytes) -> str | None:
    found = _DECLARED.search(body, 0, 1024)
    return found[1].decode("ascii") if found else None


def _guessed(body: bytes, declared: list[str]) -> Decoded:
    """The declared encoding with its errors marked, else the likeliest."""
    if declared:
        encoding = declared[0]
    elif body.startswith(codecs.BOM_UTF8):
        encoding = "utf-8"
    else:
        found = cchardet.detect(body[:_STATISTICS]).get("encoding")
        encoding = codec(found) or "utf-8"
    text = _without_mark(body.decode(encoding, errors="replace"))
    return Decoded(
        text, encoding, f"Some bytes are not {encoding}; they were marked as unreadable."
    )


def _told(encoding: str, declared: list[str]) -> str | None:
    if (
        declared
        and encoding != declared[0]
        and not (encoding == "utf-8" and _one_byte(declared[0]))
    ):
        return f"The feed is declared as {declared[0]} and was read as {encoding}."
    return None


def _without_mark(text: str) -> str:
    return text.removeprefix("\ufeff")
