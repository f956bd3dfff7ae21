"""What a file of page counts says: `HitsFile`, and the tally that becomes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mirrorpress.hits.numbers import MAX_COUNT
from mirrorpress.hits.outcome import Hit, Skip

MAX_KEYS = 200_000  # pairs of day and path
MAX_TEXT = 32 * 2**20  # bytes of all paths together
MAX_BAD = 5  # bad lines that are described

Key = tuple[str | None, str]  # (day "YYYY-MM-DD" or None, path)


@dataclass(frozen=True, slots=True)
class BadLineNote:
    """A line that could not be read."""

    number: int  # of the line, from 1; in a JSON list, of the item
    cause: str  # a clause that contains nothing of the line

    def __str__(self) -> str:
        return f"line {self.number}: {self.cause}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HitsFile:
    """How often pages were read, by one file. Each line is in exactly one of the numbers:
    `lines == counted + bad + bots + others + beyond`.
    """

    format: str  # one of `formats.FORMATS`; "" for an empty file
    counts: Mapping[Key, int]
    lines: int  # lines that were read; a CSV record of several lines is one
    counted: int
    bad: int  # lines that could not be read
    first_bad: tuple[BadLineNote, ...]
    bots: int
    others: int  # lines that are no page read: assets, errors, other methods, headers, empty lines
    beyond: int  # lines left out because the file has too many different pages and days

    @property
    def problems(self) -> tuple[str, ...]:
        """What a person should know about the file: sentences."""
        said = []
        if self.bad:
            first = "; ".join(map(str, self.first_bad))
            more = "; …" if self.bad > len(self.first_bad) else ""
            said.append(f"Lines that cannot be read: {self.bad} ({first}{more}).")
        if self.beyond:
            said.append(
                f"Page views left out: {self.beyond}. The file has more than {len(self.counts)} "
                "pairs of page and day; split it by day."
            )
        return tuple(said)


class Tally:
    """Adds up the lines of one file, in bounded memory."""

    def __init__(self) -> None:
        self.counts: dict[Key, int] = {}
        self.counted = self.beyond = self.bad = 0
        self.first_bad: list[BadLineNote] = []
        self._skipped = dict.fromkeys(Skip, 0)
        self._paths: dict[str, str] = {}  # one object a path, however many days
        self._room = MAX_TEXT

    def add(self, found: Hit | Skip) -> None:
        """Count what a line says."""
        if isinstance(found, Skip):
            self._skipped[found] += 1
            return
        key = (found.day, found.path)
        if key in self.counts or self._fits(found.path):
            self.counted += 1
            if key not in self.counts:
                key = (found.day, self._paths[found.path])
            self.counts[key] = min(MAX_COUNT, self.counts.get(key, 0) + found.count)
        else:
            self.beyond += 1

    def _fits(self, path: str) -> bool:
        """Whether there is room for another key; takes it."""
        if len(self.counts) >= MAX_KEYS:
            return False
        if path not in self._paths:
            size = len(path) if path.isascii() else 4 * len(path)
            if size > self._room:
                return False
            self._room -= size
            self._paths[path] = path
        return True

    def note(self, number: int, cause: str) -> None:
        """Count a bad line."""
        self.bad += 1
        if len(self.first_bad) < MAX_BAD:
            self.first_bad.append(BadLineNote(number, cause))

    @property
    def understood(self) -> int:
        """Lines that could be read, whether they count or not."""
        return self.counted + self.beyond + sum(self._skipped.values())

    def result(self, format: str, counts: Mapping[Key, int]) -> HitsFile:
        """The file's numbers, with counts that may be those of the tally or made from them."""
        return HitsFile(
            format=format,
            counts=MappingProxyType(counts),
            lines=self.understood + self.bad,
            counted=self.counted,
            bad=self.bad,
            first_bad=tuple(self.first_bad),
            bots=self._skipped[Skip.BOT],
            others=self._skipped[Skip.OTHER],
            beyond=self.beyond,
        )
