"""Copies: one text in two reports, whole or inside of a longer one.

A text is sketched by the hashes of its runs of five letters that end in so many zero bits that no
more than `MOST` are kept. The share of a short text's runs that a long one has is estimated from
those that both sketches would keep at the coarser of their two levels (sampling by hash value:
Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import re
import zlib
from array import array

from mirrorpress.group.words import normalized

RUN = 5  # letters
MOST = 512  # hashes of a sketch
_FEWEST = 12  # hashes that decide anything
_MOST_READ = 20_000  # characters
_NO_LETTER = re.compile(r"[\W_]+")
COPY = 0.65  # share of the shorter text that is in the longer one


def sketch_of(text: str) -> array[int]:
    """The sketch of a text, sorted; empty where it has too few letters to tell a copy."""
    letters = _NO_LETTER.sub("", normalized(text[:_MOST_READ]).casefold())
    encoded = letters.encode("utf-32-le", "replace")
    width = 4 * RUN
    hashes = {zlib.crc32(encoded[at : at + width]) for at in range(0, len(encoded) - width + 1, 4)}
    level = 0
    while len(hashes) > MOST:
        level += 1
        zeros = (1 << level) - 1
        hashes = {one for one in hashes if not one & zeros}
    return array("I", sorted(hashes))


def containment(one: array[int], other: array[int]) -> float:
    """The share of the shorter of two texts that is in the longer one, from their sketches.

    0 where there is too little to tell.
    """
    zeros = (1 << max(_level(one), _level(other))) - 1
    mine = {each for each in one if not each & zeros}
    theirs = {each for each in other if not each & zeros}
    fewest = min(len(mine), len(theirs))
    return len(mine & theirs) / fewest if fewest >= _FEWEST else 0.0


def _level(sketch: array[int]) -> int:
    """How many bits are zero in all hashes of a sketch."""
    bits = 0
    for one in sketch:
        bits |= one
    return (bits & -bits).bit_length() - 1 if bits else 0
