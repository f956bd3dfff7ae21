"""What two reports of one event have in common: names, numbers and words, across scripts."""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import cache

from opencc import OpenCC

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"  # numbers, times
    r"|[\u3400-\u9fff]+"  # Han
    r"|[\u3040-\u30ff]+|[\uac00-\ud7af]+"  # kana, hangul
    r"|[^\W\d_]+(?:[-'’][^\W\d_]+)*"  # words of other scripts
)
_HAN = re.compile(r"[\u3400-\u9fff]")
SHORTEST_WORD = 3  # characters; shorter words of alphabetic scripts say little


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


def features(text: str) -> frozenset[int]:
    """Numbers, words (alphabetic scripts) and pairs of characters (Han), hashed to 32 bits.

    Traditional characters are read as simplified ones, full width as half width, and case is put
    aside, so that one event told in two scripts shows the same features.
    """
    return frozenset(zlib.crc32(name.encode("utf-8", "replace")) for name in names(text))


def names(text: str) -> frozenset[str]:
    """The features of a text before they are hashed."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if _HAN.search(folded):
        whole = folded.encode("utf-8", "replace").decode("utf-8")  # no half surrogate pairs
        folded = _to_simplified().convert(whole)
    found: set[str] = set()
    for token in _TOKEN.findall(folded):
        if _HAN.match(token):
            found.update(token[at : at + 2] for at in range(len(token) - 1))
        elif token[0].isdigit():
            found.add(token.replace(",", ""))
        elif len(token) >= SHORTEST_WORD:
            found.add(token)
    return frozenset(found)
