"""What two reports of one event have in common: names, numbers and words, across scripts."""

from __future__ import annotations

import re
import sys
import unicodedata
import zlib
from array import array
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"  # numbers, times
    r"|[\u3400-\u9fff]+"  # Han
    r"|[\u3040-\u30ff]+|[\uac00-\ud7af]+"  # kana, hangul
    r"|[^\W\d_]+(?:[-'’][^\W\d_]+)*"  # words of other scripts
)
_HAN = re.compile(r"[\u3400-\u9fff]")
VERSION = 1  # of what `features` finds; another one makes stored features worthless
TEXT = 280  # characters of a body that are read
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


@dataclass(frozen=True, slots=True)
class Features:
    """What a report is compared by: features of its title, and those of its text alone; sorted."""

    title: array[int]
    text: array[int]

    @classmethod
    def of(cls, title: str, text: str) -> Features:
        """The features of a report by its title and the beginning of its body."""
        of_title = features(title)
        of_text = features(text[:TEXT]) - of_title
        return cls(array("I", sorted(of_title)), array("I", sorted(of_text)))

    def packed(self) -> bytes:
        """As bytes, 32 bits a number, little-endian: how many are of the title, then all."""
        return _little(array("I", [len(self.title), *self.title, *self.text])).tobytes()

    @classmethod
    def unpacked(cls, data: bytes) -> Features:
        """The reverse of `packed`. Raises ValueError: these are no packed features."""
        numbers = array("I")
        numbers.frombytes(data)
        if not numbers:
            raise ValueError("no features")
        count, *_ = _little(numbers)[:1]
        whole = _little(numbers)[1:]
        if count > len(whole):
            raise ValueError("features are cut off")
        return cls(whole[:count], whole[count:])


def _little(numbers: array[int]) -> array[int]:
    """Numbers in this machine's order of bytes, or from it, in little-endian order."""
    if sys.byteorder == "little":
        return numbers
    swapped = array("I", numbers)
    swapped.byteswap()
    return swapped
