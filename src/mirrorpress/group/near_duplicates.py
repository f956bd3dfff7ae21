"""Copies: one text in two reports, whole or inside of a longer one.

A text is sketched by the hashes of its runs of five letters that end in so many zero bits that no
more than `MOST` are kept. The share of a short text's runs that a long one has is estimated from
those that both sketches would keep at the coarser of their two levels (sampling by hash value:
Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mirrorpress.text.words import letters_of, normalized

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN = 5  # letters
_BYTES = 4 * RUN  # of a run, in UTF-32
MOST = 512  # hashes of a sketch
_FEWEST = 12  # hashes that decide anything
MOST_READ = 20_000  # characters
LOOKED_UP = 64  # hashes by which a text is found
LATEST = 60  # texts of each hash that are compared
COPY = 0.65  # share of the shorter text that is in the longer one


@dataclass(frozen=True, slots=True)
class Sketch:
    """Some of the hashes of a text's runs, sorted: those that end in `level` zero bits."""

    hashes: array[int]
    level: int

    @classmethod
    def of(cls, text: str) -> Sketch:
        """The sketch of a text; of one with too few letters it tells nothing."""
        return cls.of_normalized(normalized(text[:MOST_READ]))

    @classmethod
    def of_normalized(cls, text: str) -> Sketch:
        """The sketch of a text whose first `MOST_READ` characters are normalized."""
        hashes = _of_runs(letters_of(text))
        level = 0
        while len(hashes) > MOST:
            level += 1
            hashes = hashes[hashes & _zeros(level) == 0]
        return cls(array("I", hashes.tobytes()), level)

    def at(self, level: int) -> NDArray[np.uintc]:
        """The hashes that a coarser level keeps, sorted."""
        import numpy as np

        hashes = np.frombuffer(self.hashes, np.uintc)
        return hashes if level == self.level else hashes[hashes & _zeros(level) == 0]

    def coarsest(self) -> list[int]:
        """The hashes that the coarsest levels keep: texts that share a part share some of them."""
        return sorted(self.hashes, key=lambda one: (-(one & -one), one))[:LOOKED_UP]


def containment(one: Sketch, other: Sketch) -> float:
    """The share of the shorter of two texts that is in the longer one, from their sketches.

    0 where there is too little to tell.
    """
    import numpy as np

    level = max(one.level, other.level)
    mine, theirs = one.at(level), other.at(level)
    fewest = min(len(mine), len(theirs))
    if fewest < _FEWEST:
        return 0.0
    both = np.concatenate((mine, theirs))
    both.sort()  # each has a hash once, so that one that stands twice is in both
    return int(np.count_nonzero(both[1:] == both[:-1])) / fewest


def near_duplicates(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The ids of each two texts of which one holds most of the other, the earlier first.

    Texts are looked up by those of their hashes that the coarsest levels keep; the latest `LATEST`
    texts of each are compared, so that a thousand copies of one text do not give a million pairs.

    Args:
        texts: ids, which are unique, and texts.
    """
    sketches: dict[str, Sketch] = {}
    found_by: dict[int, list[str]] = defaultdict(list)
    for name, text in texts:
        sketch = Sketch.of(text)
        telling = sketch.coarsest()
        others = dict.fromkeys(other for one in telling for other in found_by[one])
        for other in others:
            if containment(sketches[other], sketch) >= COPY:
                yield other, name
        sketches[name] = sketch
        for one in telling:
            found_by[one] = [*found_by[one][1 - LATEST :], name]


def _of_runs(text: str) -> NDArray[np.uint32]:
    """The CRC-32 of each run of letters, sorted, each once.

    All runs are hashed at once: the CRC-32 of a run is that of zeros, XOR what each of its bytes
    adds at its place.
    """
    import numpy as np  # for which commands that compare nothing need not wait

    encoded = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint8)
    hashes = np.full(max(len(text) - RUN + 1, 0), zlib.crc32(bytes(_BYTES)), np.uint32)
    for place, added in enumerate(_added()):
        hashes ^= added[encoded[place::4][: len(hashes)]]
    hashes.sort()
    is_new = np.ones(len(hashes), np.bool_)
    is_new[1:] = hashes[1:] != hashes[:-1]
    return hashes[is_new]


@cache
def _added() -> NDArray[np.uint32]:
    """What a byte adds to the CRC-32 of a run, by its place in the run."""
    import numpy as np

    none = zlib.crc32(bytes(_BYTES))
    alone = bytearray(_BYTES)
    added = np.zeros((_BYTES, 256), np.uint32)
    for place in range(_BYTES):
        for byte in range(256):
            alone[place] = byte
            added[place, byte] = zlib.crc32(alone) ^ none
        alone[place] = 0
    return added


def _zeros(level: int) -> int:
    return (1 << level) - 1
