"""Reports in other languages that tell the same: found by the figures and names that they share.

A report in another language shares few words with one, but its figures and the consonants of its
names (`bridge`). Two such reports are as similar as the cosine of their codes says, weighted by how
rare each is, if they share `FEWEST` codes (`FEWEST_IN_ONE_SCRIPT`) and enough of their weight.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mirrorpress.group.latest import Latest
from mirrorpress.model import GroupCandidate

FEWEST = 3  # codes that two reports share; with fewer they are not put together
# The same of two languages in one script: names are the same words there, which are compared, too,
# and the codes of others that are only alike.
FEWEST_IN_ONE_SCRIPT = 6
EVIDENCE = 2.2  # weight that these have together, in weights of the rarest code there is
LEAST = 0.1  # cosine
OF_FIGURE = 1.5  # how much more a figure weighs than a name
SHARE = 0.6  # of the cosine, in the similarity of two reports
# Languages by the letters of their script, and the share of these from which on it is one.
_SCRIPTS = {
    "ja": (re.compile(r"[\u3040-\u30ff]"), 0.2),
    "zh": (re.compile(r"[\u3400-\u9fff]"), 0.5),
    "ko": (re.compile(r"[\uac00-\ud7af]"), 0.5),
    "ar": (re.compile(r"[\u0600-\u06ff]"), 0.5),
    "ru": (re.compile(r"[\u0400-\u04ff]"), 0.5),
    "und-latn": (re.compile(r"[A-Za-z\u00c0-\u024f]"), 0.5),
}
# The scripts of languages that are not in Latin letters; any other is taken for one that is.
_WRITTEN = {
    **dict.fromkeys(
        ("ba", "be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"), "Cyrl"
    ),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), "Arab"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "Deva"),
    **dict.fromkeys(("as", "bn"), "Beng"),
    **dict.fromkeys(("am", "ti"), "Ethi"),
    **dict.fromkeys(("he", "yi"), "Hebr"),
    **{
        one: one for one in ("bo", "dv", "el", "gu", "hy", "ja", "ka", "km", "kn", "ko", "lo", "ml")
    },
    **{one: one for one in ("my", "or", "pa", "si", "ta", "te", "th", "zh")},
}
LATEST = 60  # reports of each code that are found
COMPARED = 12  # reports that share the most codes


def language_of(report: GroupCandidate) -> str | None:
    """The primary language of a report; where it is not stated, its script tells some.

    "und-latn" is the Latin script, which many languages share.
    """
    if report.language:
        return report.language.partition("-")[0].casefold()
    letters = "".join(filter(str.isalpha, f"{report.title}{report.text[:200]}"))
    for language, (pattern, least) in _SCRIPTS.items():
        if len(pattern.findall(letters)) > least * len(letters):
            return language
    return None


@dataclass(frozen=True, slots=True)
class _Coded:
    """A report with the codes that others are found by."""

    name: str
    language: str
    codes: array[int]  # sorted, each once
    number: int  # in the order in which reports were added


class Across:
    """The codes of reports, by which those in other languages are found."""

    def __init__(self) -> None:
        self._known: dict[str, _Coded] = {}
        self._by_number: dict[int, _Coded] = {}
        self._counts: Counter[int] = Counter()
        self._found_by = Latest(2 * LATEST)
        self._following = 0  # number

    def add(self, name: str, language: str | None, codes: Iterable[int]) -> None:
        """Let a report be found; one whose language is not known is not compared with others.

        Args:
            name: its id.
            language: see `language_of`.
            codes: see `Features.codes`.
        """
        if language is None:
            return
        found = array("I", sorted(frozenset(codes)))
        added = _Coded(name, language, found, self._following)
        self._known[name] = self._by_number[added.number] = added
        self._following += 1
        self._counts.update(found)
        self._found_by.add(added.number, found)

    def drop(self, names: Iterable[str]) -> None:
        """Forget reports."""
        for name in names:
            dropped = self._known.pop(name, None)
            if dropped is not None:
                del self._by_number[dropped.number]
                self._counts.subtract(dropped.codes)
                self._found_by.drop(dropped.number, dropped.codes)
        self._counts = +self._counts

    def candidates(self, name: str) -> list[str]:
        """The reports in other languages that share the most with one, the nearest first."""
        import numpy as np  # for which commands that compare nothing need not wait

        mine = self._known.get(name)
        if mine is None:
            return []
        found = np.frombuffer(b"".join(self._found_by.of(mine.codes, LATEST)), np.uintc)
        numbers, counts = np.unique(found, return_counts=True)
        enough = np.flatnonzero(counts >= FEWEST)
        ranked = sorted(
            (-count, other.name)
            for number, count in zip(numbers[enough].tolist(), counts[enough].tolist(), strict=True)
            if (other := self._by_number[number]).language != mine.language
        )
        return [other for _, other in ranked[:COMPARED]]

    def similarities(self, name: str, others: Sequence[str]) -> dict[str, float]:
        """How similar a report is to each of some in other languages, 0 to `SHARE`; else left out.

        The time between them is left to the caller.
        """
        mine, found = self._known.get(name), dict[str, float]()
        if mine is None or not mine.codes:
            return found
        codes = frozenset(mine.codes)
        for other in others:
            theirs = self._known.get(other)
            if theirs is not None and theirs.language != mine.language:
                in_one = _script(theirs.language) == _script(mine.language)
                fewest = FEWEST_IN_ONE_SCRIPT if in_one else FEWEST
                similarity = self._similarity(codes, theirs.codes, fewest)
                if similarity:
                    found[other] = similarity
        return found

    def differ(self, name: str, other: str) -> bool:
        """Whether two reports are in different languages, as far as that is known."""
        one, two = self.language(name), self.language(other)
        return one is not None and two is not None and one != two

    def language(self, name: str) -> str | None:
        """The language of a report, as far as it is known: see `language_of`."""
        known = self._known.get(name)
        return None if known is None else known.language

    def _similarity(self, mine: frozenset[int], theirs: array[int], fewest: int) -> float:
        shared = mine.intersection(theirs)
        if len(shared) < fewest:
            return 0.0
        weights = [self._weight(code) for code in sorted(shared)]
        if sum(weights) < EVIDENCE * math.log(1 + len(self._known)):
            return 0.0
        cosine = sum(weight * weight for weight in weights) / (
            self._length(mine) * self._length(theirs)
        )
        return SHARE * cosine if cosine >= LEAST else 0.0

    def _length(self, codes: Iterable[int]) -> float:
        return math.sqrt(sum(self._weight(code) ** 2 for code in sorted(codes))) or 1.0

    def _weight(self, code: int) -> float:
        """How much a code weighs: the rarer the more."""
        rare = math.log(1 + len(self._known) / max(self._counts[code], 1))
        return rare * OF_FIGURE if code & 1 else rare


def _script(language: str) -> str:
    return _WRITTEN.get(language, "Latn")
