"""What two reports of one event have in common: names, numbers and words, across scripts."""

from __future__ import annotations

import re
import unicodedata
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


def features(text: str) -> frozenset[str]:
    """Numbers, words (alphabetic scripts) and pairs of characters (Han) of a text.

    Traditional characters are read as simplified ones, full width as half width, and case is put
    aside, so that one event told in two scripts shows the same features.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    if _HAN.search(folded):
        folded = _to_simplified().convert(folded)
    found: set[str] = set()
    for token in _TOKEN.findall(folded):
        if _HAN.match(token):
            found.update(token[at : at + 2] for at in range(len(token) - 1))
        elif token[0].isdigit():
            found.add(token.replace(",", ""))
        elif len(token) >= SHORTEST_WORD:
            found.add(token)
    return frozenset(found)
