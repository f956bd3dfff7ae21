"""The characters of a text, made fit to print, and the direction in which they are read.

What a source sends may hold characters that no reader sees but that change what is seen around
them. `clean` takes those away that have no business in a text, and closes what was left open:

    "a\\u202egnp.exe"       "agnp.exe"         overrides turn text round: taken away
    "\\u2067abc"            "\\u2067abc\\u2069"  an isolate left open is closed
    "abc\\u2069"            "abc"              a closing mark that closes nothing
    "می\\u200cخواهم"        as it is           joiners belong to the spelling
    "a\\x00b \\n c"          "ab c"             control characters; white space is one space

See UAX #9 (the bidirectional algorithm) and Unicode 23.7 (noncharacters).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

Direction: TypeAlias = Literal["ltr", "rtl"]

_SPACES = re.compile(r"[ \t\n\r\f\v\u0085\u2028\u2029]+")
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 without white space
    "\u202d\u202e"  # bidirectional overrides
    "\u206a-\u206f"  # deprecated: they change the shapes of letters and digits that follow
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"  # noncharacters, BOM, interlinear marks
    "\U000e0001]"  # language tag, deprecated
    "|[\ud800-\udfff]"  # halves of characters: cannot be encoded
)
_ORDINARY = re.compile("[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufdd0-\ufdef\ud800-\udfff"
                       "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001]*")  # fmt: skip
_DOUBLE_SPACE = "  "
_BIDI = re.compile("[\u202a-\u202c\u2066-\u2069]")
_EMBEDDING, _ISOLATE = "\u202a\u202b", "\u2066\u2067\u2068"
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"

# Languages written from right to left (CLDR, layout/orientation of each locale).
_RTL_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
_RTL_SCRIPTS = frozenset({"arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"})


def clean(text: str) -> str:
    """The text of a line: runs of white space are one space, nothing invisible is left astray."""
    if _ORDINARY.fullmatch(text) and _DOUBLE_SPACE not in text:
        return text
    return _SPACES.sub(" ", balanced(_UNFIT.sub("", text)))


def clean_lines(text: str) -> str:
    """The text of a block of code: white space and lines as they are, ended by a line feed each."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(balanced(_UNFIT.sub("", line)) for line in text.split("\n"))


def balanced(text: str) -> str:
    """The text with each bidirectional mark paired within it (UAX #9, BD9 to BD13)."""
    if not _BIDI.search(text):
        return text
    kept: list[str] = []
    still_open: list[str] = []  # the marks that will close, innermost last
    for character in text:
        if character in _EMBEDDING:
            still_open.append(_POP_EMBEDDING)
        elif character in _ISOLATE:
            still_open.append(_POP_ISOLATE)
        elif character in (_POP_EMBEDDING, _POP_ISOLATE):
            if not still_open or still_open[-1] != character:
                continue
            still_open.pop()
        kept.append(character)
    return "".join(kept) + "".join(reversed(still_open))


@lru_cache(maxsize=256)
def direction(language: str | None) -> Direction | None:
    """How a language is written; None where no language is known."""
    if not language:
        return None
    subtags = language.lower().split("-")
    if any(subtag in _RTL_SCRIPTS for subtag in subtags[1:]):
        return "rtl"
    if len(subtags) > 1 and len(subtags[1]) == 4:  # another script, named: "ar-Latn"
        return "ltr"
    return "rtl" if subtags[0] in _RTL_LANGUAGES else "ltr"


def direction_of(text: str, language: str | None = None) -> Direction:
    """How a line is written: by its first strong character (UAX #9, P2), else by its language."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return direction(language) or "ltr"


def reading_direction(language: str | None, sample: str) -> Direction:
    """How an article is written: by its language, else as a sample of it is."""
    return direction(language) or direction_of(sample)
