"""Labels of encodings, read as browsers read them.

The WHATWG Encoding Standard (4.2, https://encoding.spec.whatwg.org) widens what pages declare to
what they really use: "gb2312" means GB18030, "iso-8859-1" means Windows-1252.
"""

from __future__ import annotations

import codecs

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
# Codecs that Python counts among text encodings and that no page may choose.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape", "undefined"}
    | {"raw_unicode_escape", "mbcs", "oem", "utf-7"}
)


def codec(label: str | None) -> str | None:
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
