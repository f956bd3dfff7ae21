"""What a report is compared by: its terms, where they stand, and a sketch of its text.

A report is read once; afterwards its text is not needed. It takes at most 6 kB.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from mirrorpress.group.bridge import codes, is_figure
from mirrorpress.group.near_duplicates import MOST_READ, Sketch
from mirrorpress.group.roundups import is_roundup
from mirrorpress.text.words import normalized, terms

VERSION = 8  # of what `Features.of` finds; another one makes stored features worthless
TITLE = 300  # characters of a title that are read
LEAD = 200  # characters of a body that say most of what it is about
TEXT = 2000  # characters of a body that are read
MOST_TERMS = 600  # of a report, those that stand first
MOST_TIMES = 15  # a term is counted
NAME = 0x80  # in the byte of a term's count in the text


@dataclass(frozen=True, slots=True)
class Features:
    """The terms of a report, hashed to 32 bits, sorted; by term how often it stands where."""

    terms: array[int]
    lead: bytes  # times in title (doubled) and lead, by term
    text: bytes  # times in title and text, by term; the highest bit: it is a name
    sketch: Sketch  # of the whole body
    # Of figures (odd) and names (even) as in any language, hashed; see `bridge`.
    codes: array[int] = field(default_factory=lambda: array("I"))

    @classmethod
    def of(cls, title: str, text: str) -> Features:
        """The features of a report by its title and body; of a round-up none, see `roundups`.

        Where there is no title, the first line of the text is one.
        """
        body = text
        if not title.strip():
            title, _, body = text.strip().partition("\n")
        title, body = normalized(title[:TITLE]), body[:TEXT]
        if is_roundup(title):
            return cls.none()
        whole = normalized(text[:MOST_READ])
        sketch = Sketch.of_normalized(whole)
        body = whole if body == text else normalized(body)
        of_title, of_text = terms(title), terms(body)
        head = Counter(2 * [term for term, _ in of_title])
        head.update([term for term, _ in terms(body[:LEAD])])
        times = Counter([term for term, _ in (*of_title, *of_text)])
        names = _names(of_text)
        in_lead: dict[int, int] = {}
        in_text: dict[int, int] = {}
        for term, count in islice(times.items(), MOST_TERMS):
            key = zlib.crc32(term.encode("utf-8", "replace"))
            in_lead[key] = min(head[term], MOST_TIMES) if term in head else 0
            in_text[key] = min(count, MOST_TIMES) if count > 1 else 1
            if term in names:
                in_text[key] |= NAME
        keys = sorted(in_text)
        return cls(
            array("I", keys),
            bytes(map(in_lead.__getitem__, keys)),
            bytes(map(in_text.__getitem__, keys)),
            sketch,
            array("I", sorted(map(_hashed, codes(f"{title}\n{body}")))),
        )

    @classmethod
    def none(cls) -> Features:
        """Those of a report that is compared with no other."""
        return cls(array("I"), b"", b"", Sketch(array("I"), 0))

    def packed(self) -> bytes:
        """As bytes: how many terms and codes, the sketch's level, all three, the counts.

        Little-endian.
        """
        head = len(self.terms), len(self.codes), self.sketch.level
        numbers = array("I", [*head, *self.terms, *self.codes, *self.sketch.hashes])
        return _little(numbers).tobytes() + self.lead + self.text

    @classmethod
    def unpacked(cls, data: bytes) -> Features:
        """The reverse of `packed`. Raises ValueError: these are no packed features."""
        head = array("I", data[:12])
        if len(head) < 3:
            raise ValueError("no features")
        count, of_codes, level = _little(head)
        numbers = array("I")
        numbers.frombytes(data[12 : max(len(data) - 2 * count, 12)])
        counts = data[len(data) - 2 * count :]
        if count + of_codes > len(numbers) or len(counts) != 2 * count:
            raise ValueError("features are cut off")
        numbers = _little(numbers)
        sketch = Sketch(numbers[count + of_codes :], min(level, 32))
        return cls(
            numbers[:count],
            counts[:count],
            counts[count:],
            sketch,
            numbers[count : count + of_codes],
        )

    def title_terms(self) -> set[int]:
        """The terms of the title, and those that stand twice in the lead."""
        return {term for term, times in zip(self.terms, self.lead, strict=True) if times > 1}

    def is_name(self, place: int) -> bool:
        """Whether the term at a place is written like a name."""
        return self.text[place] >= NAME


def _hashed(code: str) -> int:
    """A code in 32 bits; the lowest one says whether it is of a figure."""
    return zlib.crc32(code.encode("utf-8")) & ~1 | is_figure(code)


def _names(of_text: Iterable[tuple[str, bool]]) -> set[str]:
    """The terms that begin with a capital letter wherever they stand."""
    capital: set[str] = set()
    small: set[str] = set()
    for term, is_capital in of_text:
        (capital if is_capital else small).add(term)
    return capital - small


def _little(numbers: array[int]) -> array[int]:
    """Numbers in this machine's order of bytes, or from it, in little-endian order."""
    if sys.byteorder == "little":
        return numbers
    swapped = array("I", numbers)
    swapped.byteswap()
    return swapped
