"""Bytes of feeds, pages and lists to characters, in one order for all of them.

    1. the byte order mark, or zero bytes that show UTF-16 or UTF-32    certain
    2. the charset of the Content-Type header                            if all bytes are of it
    3. the declaration inside: <?xml encoding>, <meta charset>           if all bytes are of it
    4. UTF-8                                                             if all bytes are of it
    5. header, declaration, UTF-8                                        but for a few bytes
    6. what statistics say, GB18030                                      if all bytes are of it
    7. the same                                                          but for a few bytes
    8. header, declaration, UTF-8                                        the least damaged of them

In 2 and 3, bytes beyond ASCII that are UTF-8 throughout are read as UTF-8 whatever is declared:
that does not happen by chance, and templates often declare another encoding. Two
declarations inside count in the order of the kind of document: XML's first in XML, <meta> first in
HTML.

Labels are read as browsers read them (https://encoding.spec.whatwg.org, 4.2): "gb2312" means
GB18030, "iso-8859-1" means Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import cchardet

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # ahead of UTF-16's, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of ASCII characters in wide encodings, and of "<?xm" in EBCDIC (XML 1.0, F).
_SHAPES = (
    (re.compile(rb"\0\0\0[^\0]"), "utf-32-be"),
    (re.compile(rb"[^\0]\0\0\0"), "utf-32-le"),
    (re.compile(rb"(?:\0[^\0]){2}"), "utf-16-be"),
    (re.compile(rb"(?:[^\0]\0){2}"), "utf-16-le"),
    (re.compile(rb"\x4c\x6f\xa7\x94"), "cp037"),
)
_PRESCAN = 4096  # bytes; HTML asks for 1024, many pages declare later
_XML = re.compile(
    rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,60})["']""", re.IGNORECASE
)
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,60})""", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+)?html", re.IGNORECASE)
_STATISTICS = 200_000  # bytes that are enough to guess from
_NEGLIGIBLE = 0.02  # unreadable bytes for each character beyond ASCII that was read
_PAIRS = re.compile(rb"(?:[\0-\x7f]++|[\xa1-\xf7][\xa1-\xfe])*+")  # GB 2312 in EUC
_MANY = 64  # bytes beyond ASCII; with fewer in pairs, GB 2312 is likelier than what statistics say
_ENOUGH = 3  # bytes beyond ASCII from which statistics may overrule a declaration

# Labels that Python does not know, or reads otherwise than the standard.
_LABELS = {
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "chinese": "gb18030",
    "ansi": "cp1252",
    "x-x-big5": "big5hkscs",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-mac-roman": "mac_roman",
    "unicode": "utf-16-le",
    "utf-16": "utf-16-le",
}
# The wider encoding that is meant by one of Python's names.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "euc_kr": "cp949",
    "johab": "cp949",
    "shift_jis": "cp932",
}
# Codecs that Python counts among text encodings and that no document may choose.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape", "undefined"}
    | {"raw_unicode_escape", "mbcs", "oem", "utf-7"}
)
_ONE_BYTE = ("cp125", "iso8859", "koi8", "mac", "cp874", "latin", "cp8")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and what had to be done to get them."""

    text: str
    encoding: str  # Python's name
    problem: str | None = None  # a sentence, where a declaration is wrong or bytes are unreadable


def codec_of(label: str | None) -> str | None:
    """Python's name of the encoding that a label means; None where it means none."""
    named = (label or "").strip(" \t\r\n'\"").lower()
    if not named:
        return None
    try:
        found = codecs.lookup(_LABELS.get(named, named))
    except (LookupError, ValueError):
        return None
    if found.name in _NO_CHARSETS or not getattr(found, "_is_text_encoding", True):
        return None
    return _WIDER.get(found.name, found.name)


def decode(content: bytes, charset: str | None = None) -> Decoded:
    """The characters of a document; never fails.

    Args:
        content: its bytes.
        charset: the label in the Content-Type header, where it has one.
    """
    if (certain := _certain(content)) is not None:
        return _marked(content, certain)
    declared = _declared(content, charset)
    named = [*declared, "utf-8"]
    found = _first_fit(content, named, declared)
    if found is None:
        found = _first_fit(content, _guesses(content, declared), declared)
    return found or min((_marked(content, encoding) for encoding in named), key=_damage)


def read_again(text: str) -> str:
    """A document that was read as Latin-1 and is not, read as what it is; else as it was.

    HTTP libraries read so what comes without a charset in its header. UTF-8, or 64 characters of
    which all stand in pairs as in Chinese and Korean encodings, do not come about by chance.

    Args:
        text: all of the document, since one letter that is no Latin-1 proves the reading right.
    """
    if text.isascii():
        return text
    try:
        content = text.encode("latin-1")
    except UnicodeEncodeError:
        return text
    evidence = _beyond_ascii(content)
    is_other = (evidence >= _ENOUGH and _is_utf8(content)) or (
        evidence >= _MANY and _PAIRS.fullmatch(content) is not None
    )
    return decode(content).text if is_other else text


def _certain(content: bytes) -> str | None:
    """The encoding that the first bytes show beyond doubt."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    return next((encoding for shape, encoding in _SHAPES if shape.match(content)), None)


def _declared(content: bytes, charset: str | None) -> list[str]:
    """The encodings that header and document name, in the order in which they count."""
    head = content[:_PRESCAN]
    inside = [_XML.match(head), _META.search(head)]
    if _HTML.search(head):
        inside.reverse()
    labels = [charset, *(found[1].decode("ascii", "replace") for found in inside if found)]
    named = [encoding for label in labels if (encoding := codec_of(label)) is not None]
    # Without a zero byte among the first, no document with markup is in a wide encoding; a
    # declaration of one that can be read as ASCII stands for UTF-8 (HTML, 13.2.3.2).
    return ["utf-8" if name.startswith(("utf-16", "utf-32")) else name for name in named]


def _first_fit(content: bytes, encodings: list[str], declared: list[str]) -> Decoded | None:
    """The first encoding of all bytes, else the first of all but a few; None where none is."""
    for encoding in encodings:
        if (text := _whole(content, encoding)) is not None:
            return Decoded(text, encoding, _contradiction(encoding, declared))
    attempts = (_marked(content, encoding) for encoding in encodings)
    return next(filter(_is_hardly_damaged, attempts), None)


def _guesses(content: bytes, declared: list[str]) -> list[str]:
    """What bytes may be that are not as declared, or not declared, the likeliest first."""
    guessed = codec_of(cchardet.detect(content[:_STATISTICS]).get("encoding"))
    evidence = _beyond_ascii(content)
    if guessed is None or (declared and evidence < _ENOUGH):
        return ["gb18030"]
    if evidence < _MANY and _PAIRS.fullmatch(content):
        return ["gb18030", guessed]
    return [guessed, "gb18030"]


def _beyond_ascii(content: bytes) -> int:
    return len(content.translate(None, bytes(range(128))))


def _whole(content: bytes, encoding: str) -> str | None:
    """The text if all bytes are of an encoding, and it is not UTF-8 under another name."""
    if encoding != "utf-8" and _is_utf8(content):
        return None
    try:
        text = content.decode(encoding)
    except (UnicodeError, ValueError):
        return None
    return text if "\0" not in text[:_PRESCAN] else None


def _is_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with characters beyond ASCII."""
    if content.isascii():
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _contradiction(encoding: str, declared: list[str]) -> str | None:
    """What to say of a wrong declaration; UTF-8 under a name of one byte is too common to tell."""
    if not declared or encoding == declared[0]:
        return None
    if encoding == "utf-8" and declared[0].startswith(_ONE_BYTE):
        return None
    return f"The document is declared as {declared[0]} and was read as {encoding}."


def _damage(decoded: Decoded) -> int:
    """The number of marks that stand for unreadable bytes."""
    return decoded.text.count("\ufffd")


def _is_hardly_damaged(decoded: Decoded) -> bool:
    ascii_characters = len(decoded.text.encode("ascii", "ignore"))
    beyond = len(decoded.text) - ascii_characters - _damage(decoded)
    return _damage(decoded) <= _NEGLIGIBLE * beyond


def _marked(content: bytes, encoding: str) -> Decoded:
    """The text in an encoding, with a mark for each byte that is not of it."""
    text = content.decode(encoding, "replace")
    damaged = "\ufffd" in text
    problem = f"Some bytes are not {encoding}; they were marked as unreadable." if damaged else None
    return Decoded(text.removeprefix("\ufeff"), encoding, problem)
