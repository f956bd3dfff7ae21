"""The reports of some days, which can be found by what is rare in them, and compared.

A term weighs the more the rarer it is among the reports of the window (inverse document
frequency). A term that most reports of one outlet have is of its template, and weighs nothing
there. Two reports are as similar as the mean of three cosines (title and lead, whole text, names)
says, less for each hour between them.

Reports are looked up by their rarest terms, the latest few of each, so that the time for one
report does not grow with the window.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mirrorpress.group.features import Features
from mirrorpress.group.near_duplicates import COPY, containment
from mirrorpress.model import GroupCandidate

LOOKED_UP = 60  # terms of a report that find others, those with the most weight
LATEST = 100  # reports of each term that are found
COMPARED = 60  # reports that share the most of these, compared in full
EVIDENCE = 5.0  # weight of the terms that two reports share; with less they are not put together
SHARE_OF_LEAD, SHARE_OF_TEXT, SHARE_OF_NAMES = 0.4, 0.4, 0.2  # in the similarity
OF_NAME = 1.5  # how much more a term weighs in the text that is written like a name
FADING = 3.0  # days after which similarity counts 1/e
FARTHEST = 3.0  # days; reports that are farther apart are not of one event
OF_ONE_OUTLET = 0.2  # similarity of two reports of one outlet that can be copies
UNDATED = 0.45  # what similarity counts where a time is not known
_OUTLET_REPORTS = 8  # of one outlet, from which on what they share is its template
_OF_TEMPLATE = 0.5  # share of them that have a term of the template


@dataclass(frozen=True, slots=True)
class Vector:
    """A report's weighted terms, each part of length 1."""

    lead: dict[int, float]
    text: dict[int, float]
    names: dict[int, float]


class Window:
    """The reports of some days.

    Args:
        reports: in order of publication; ids are unique.
    """

    def __init__(self, reports: Iterable[GroupCandidate]) -> None:
        self.reports = {report.id: report for report in reports}
        self._stories: dict[str, list[str]] = defaultdict(list)
        for report in self.reports.values():
            if report.story is not None:
                self._stories[report.story].append(report.id)
        self.order = {report.id: (report.published, report.id) for report in self.reports.values()}
        self._features = {report.id: features_of(report) for report in self.reports.values()}
        self._counts: Counter[int] = Counter()
        of_outlet: dict[str, Counter[int]] = defaultdict(Counter)
        sizes = Counter(report.source for report in self.reports.values() if report.source)
        for name, found in self._features.items():
            self._counts.update(found.terms)
            outlet = self.reports[name].source
            if sizes[outlet] >= _OUTLET_REPORTS:
                of_outlet[outlet].update(found.terms)
        self._template = {
            outlet: frozenset(
                term for term, count in counts.items() if count > _OF_TEMPLATE * sizes[outlet]
            )
            for outlet, counts in of_outlet.items()
        }
        self._weights: dict[int, float] = {}
        self._vectors: dict[str, Vector] = {}
        self._found_by: dict[int, deque[str]] = defaultdict(lambda: deque(maxlen=LATEST))
        self._telling = {name: self._most_telling(name) for name in self.reports}
        for name, telling in self._telling.items():
            for term, _ in telling:
                self._found_by[term].append(name)

    def candidates(self, name: str) -> list[str]:
        """The reports that share the most rare terms with one, the nearest first."""
        shared: dict[str, float] = defaultdict(float)
        for term, weight in self._telling[name]:
            for other in self._found_by[term]:
                shared[other] += weight
        shared.pop(name, None)
        return heapq.nsmallest(COMPARED, shared, key=lambda one: (-shared[one], one))

    def of_story(self, story: str | None) -> Sequence[str]:
        """The reports that were in a story before."""
        return () if story is None else self._stories.get(story, ())

    def similarity(self, name: str, other: str) -> float:
        """How likely two reports are of one event, 0 to 1."""
        days = self.days_between(name, other)
        if days is not None and days > FARTHEST:
            return 0.0
        one, two = self._vector(name), self._vector(other)
        fewer, more = sorted((one.text, two.text), key=len)
        if sum(self.weight(term) for term in fewer if term in more) < EVIDENCE:
            return 0.0
        alike = (
            SHARE_OF_LEAD * _cosine(one.lead, two.lead)
            + SHARE_OF_TEXT * _cosine(one.text, two.text)
            + SHARE_OF_NAMES * _cosine(one.names, two.names)
        )
        return alike * (UNDATED if days is None else math.exp(-days / FADING))

    def are_copies(self, name: str, other: str, *, similarity: float) -> bool:
        """Whether one report holds most of the text of the other.

        They must be similar besides; pages of one outlet, which share its template, more so.
        """
        one, two = self.reports[name], self.reports[other]
        least = OF_ONE_OUTLET if one.source and one.source == two.source else 0.0
        if similarity <= least:
            return False
        return containment(self._features[name].sketch, self._features[other].sketch) >= COPY

    def days_between(self, name: str, other: str) -> float | None:
        """Days between two reports; None where a time is not known."""
        one, two = self.reports[name], self.reports[other]
        if not (one.dated and two.dated):
            return None
        return abs((one.published - two.published).total_seconds()) / 86_400

    def weight(self, term: int) -> float:
        """How much a term weighs: the rarer the more."""
        known = self._weights.get(term)
        if known is None:
            known = math.log(1 + len(self.reports) / max(self._counts[term], 1))
            self._weights[term] = known
        return known

    def features(self, name: str) -> Features:
        """The features of a report."""
        return self._features[name]

    def _most_telling(self, name: str) -> list[tuple[int, float]]:
        """The terms that say most of a report and that others have, too, with their weights."""
        vector = self._weighted(name)
        weights = {
            term: weight + vector.lead.get(term, 0.0)
            for term, weight in vector.text.items()
            if self._counts[term] > 1
        }
        return heapq.nsmallest(LOOKED_UP, weights.items(), key=lambda item: (-item[1], item[0]))

    def _vector(self, name: str) -> Vector:
        known = self._vectors.get(name)
        if known is None:
            known = self._vectors[name] = self._weighted(name)
        return known

    def _weighted(self, name: str) -> Vector:
        found = self._features[name]
        template = self._template.get(self.reports[name].source, frozenset())
        lead: dict[int, float] = {}
        text: dict[int, float] = {}
        names: dict[int, float] = {}
        for place, term in enumerate(found.terms):
            if term in template:
                continue
            weight = self.weight(term)
            if found.lead[place]:
                lead[term] = weight * (1 + math.log(found.lead[place]))
            of_text = weight * (1 + math.log(found.times(place)))
            if found.is_name(place):
                names[term] = of_text
                of_text *= OF_NAME
            text[term] = of_text
        return Vector(_unit(lead), _unit(text), _unit(names))


def features_of(report: GroupCandidate) -> Features:
    """What a report is compared by: as it was stored, or found now."""
    if report.features:
        return Features.unpacked(report.features)
    return Features.of(report.title, report.text)


def _unit(vector: dict[int, float]) -> dict[int, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}


def _cosine(one: dict[int, float], other: dict[int, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)
