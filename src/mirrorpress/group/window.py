"""The reports of some days, which can be found by what is rare in them, and compared.

A term weighs the more the rarer it is among the reports of the window (inverse document
frequency). A term that most reports of one outlet have is of its template, and weighs nothing
there. Two reports are as similar as the mean of three cosines (title and lead, whole text, names)
says, less for each hour between them.

Reports are looked up by the terms that say most of them, the latest few of each, so that the time
for one report does not grow with the window. Each pair is compared once.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mirrorpress.group.features import MOST_TIMES, NAME, Features
from mirrorpress.group.near_duplicates import COPY, containment
from mirrorpress.model import GroupCandidate

LOOKED_UP = 60  # terms of a report that find others, those with the most weight
LATEST = 60  # reports of each term that are found
COMPARED = 30  # reports that share the most of these, compared in full
LEAST_SHARED = 0.03  # of the weight of these terms, in reports that are compared
EVIDENCE = 5.0  # weight of the terms that two reports share; with less they are not put together
SHARE_OF_LEAD, SHARE_OF_TEXT, SHARE_OF_NAMES = 0.4, 0.4, 0.2  # in the similarity
OF_NAME = 1.5  # how much more a term weighs in the text that is written like a name
FADING = 3.0  # days after which similarity counts 1/e
FARTHEST = 3.0  # days; reports that are farther apart are not of one event
OF_COPIES = 0.1  # similarity of two reports that can be copies,
OF_ONE_OUTLET = 0.2  # if they are of one outlet
UNDATED = 0.45  # what similarity counts where a time is not known
WEAKEST = 0.015  # similarity that counts at all
_OUTLET_FEWEST = 8  # reports of one outlet, from which on what they share is its template
_OUTLET_LATEST = 40  # reports of an outlet that are looked at for it,
_OUTLET_EACH = 20  # each time that there are so many more
_OF_TEMPLATE = 0.5  # share of them that have a term of the template
_TIMES = [0.0, *(1 + math.log(times) for times in range(1, 2 * MOST_TIMES + 1))]  # by count


@dataclass(frozen=True, slots=True)
class Near:
    """How another report is near to one."""

    similarity: float
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports compared, with all that their similarity is made of."""

    lead: float  # cosine of title and lead
    text: float  # cosine of the whole text
    names: float  # cosine of the names
    evidence: float  # weight of the terms that both have; with less than `EVIDENCE` nothing counts
    days: float | None  # between them; None where a time is not known
    contained: float  # share of the shorter text that is in the longer one, as sketches say
    is_copy: bool
    shared: Mapping[int, float]  # terms of both: what each adds to `alike`

    @property
    def alike(self) -> float:
        """How similar the two would be if they were of the same hour."""
        return SHARE_OF_LEAD * self.lead + SHARE_OF_TEXT * self.text + SHARE_OF_NAMES * self.names

    @property
    def faded(self) -> float:
        """The same, less for the time between them, however long."""
        return self.alike * faded(self.days)

    @property
    def similarity(self) -> float:
        """What counts: 0 where the two are too far apart, or share too little."""
        too_far = self.days is not None and self.days > FARTHEST
        return 0.0 if too_far or self.evidence < EVIDENCE else self.faded


def faded(days: float | None) -> float:
    """What similarity counts after some days; None: the time is not known."""
    return UNDATED if days is None else math.exp(-days / FADING)


class Window:
    """The reports of some days.

    Args:
        reports: in order of publication; ids are unique.
    """

    def __init__(self, reports: Iterable[GroupCandidate] = ()) -> None:
        self.reports: dict[str, GroupCandidate] = {}
        self._features: dict[str, Features] = {}
        self._counts: Counter[int] = Counter()
        self._outlets: dict[str, _Outlet] = defaultdict(_Outlet)
        self._stories: dict[str, set[str]] = defaultdict(set)
        self._found_by: dict[int, list[str]] = {}
        self._telling: dict[str, dict[int, float]] = {}
        self._near: dict[str, dict[str, Near]] = defaultdict(dict)
        self._compared: set[str] = set()  # reports whose near ones were looked for
        self._weights: dict[int, float] = {}  # of a term, while the window is about as large
        self._lengths: dict[str, tuple[float, float, float]] = {}  # likewise
        self._weighed_among = 0  # reports
        self.add(reports)

    def add(self, reports: Iterable[GroupCandidate]) -> None:
        """Let reports be found from now on."""
        added = [report for report in reports if report.id not in self.reports]
        for report in added:
            found = features_of(report)
            self._features[report.id] = found
            self.reports[report.id] = replace(report, features=b"", title="", text="")
            self._counts.update(found.terms)
            if report.source:
                self._outlets[report.source].add(found.terms)
            if report.story is not None:
                self._stories[report.story].add(report.id)
        self._age()
        for report in added:
            telling = self._telling[report.id] = self._most_telling(report.id)
            for term in telling:
                others = self._found_by.setdefault(term, [])
                others.append(report.id)
                if len(others) > 2 * LATEST:
                    del others[:LATEST]

    def drop(self, before: datetime) -> None:
        """Forget the reports that were published before a time."""
        old = [report.id for report in self.reports.values() if report.published < before]
        for name in old:
            self._counts.subtract(self._features.pop(name).terms)
            for term in self._telling.pop(name):
                self._found_by[term] = [one for one in self._found_by[term] if one != name]
                if not self._found_by[term]:
                    del self._found_by[term]
            for other in self._near.pop(name, ()):
                self._near[other].pop(name, None)
            self._compared.discard(name)
            self._lengths.pop(name, None)
            self.move(name, None)
            del self.reports[name]
        if old:
            self._counts = +self._counts

    def move(self, name: str, story: str | None) -> None:
        """Note the story that a report is in now."""
        report = self.reports[name]
        if report.story is not None:
            self._stories[report.story].discard(name)
        if story is not None:
            self._stories[story].add(name)
        self.reports[name] = replace(report, story=story)

    def order(self, name: str) -> tuple[datetime, str]:
        """What reports are sorted by: their time, and their id where it is the same."""
        return self.reports[name].published, name

    def of_story(self, story: str | None) -> Iterable[str]:
        """The reports that are in a story."""
        return () if story is None else sorted(self._stories.get(story, ()))

    def near(self, name: str) -> Mapping[str, Near]:
        """The reports that are similar to one, which are looked for when it is first asked."""
        if name not in self._compared:
            self._compared.add(name)
            self._compare(name, self._candidates(name))
        return self._near[name]

    def near_all(self, names: Sequence[str]) -> None:
        """Compare each report of a few with each other, also where neither was looked up."""
        for at, name in enumerate(names):
            near = self.near(name)
            others = [other for other in names[at + 1 :] if other not in near]
            if others:
                self._compare(name, others)

    def looked_up(self, name: str, story: str | None) -> list[str]:
        """The reports outside of a story that share the most telling terms with one, most first.

        Those of a large story would leave no room for others.
        """
        apart = {name, *self.of_story(story)}
        shared: dict[str, float] = defaultdict(float)
        for term, weight in self._telling[name].items():
            for other in self._found_by[term]:
                if other not in apart:
                    shared[other] += weight
        return heapq.nsmallest(COMPARED, shared, key=lambda one: (-shared[one], one))

    def similarities(self, name: str, others: Iterable[str]) -> dict[str, float]:
        """How similar a report is to each of some others, 0 to 1."""
        mine = self._weighed(name)
        return {other: self._similarity(name, mine, other) for other in others}

    def compared(self, name: str, other: str) -> Comparison:
        """Two reports compared, with all that their similarity is made of."""
        one, two = self._weighed(name), self._weighed(other)
        long, long_too = self._lengths_of(name), self._lengths_of(other)
        parts = [
            {
                term: weight * theirs[term] / lengths
                for term, weight in mine.items()
                if term in theirs
            }
            for mine, theirs, lengths in (
                (one.lead, two.lead, long[0] * long_too[0]),
                (one.text, two.text, long[1] * long_too[1]),
                (one.names, two.names, long[2] * long_too[2]),
            )
        ]
        shares = SHARE_OF_LEAD, SHARE_OF_TEXT, SHARE_OF_NAMES
        shared = {
            term: sum(
                share * part.get(term, 0.0) for share, part in zip(shares, parts, strict=True)
            )
            for term in parts[1]
        }
        found = Comparison(
            lead=sum(parts[0].values(), 0.0),
            text=sum(parts[1].values(), 0.0),
            names=sum(parts[2].values(), 0.0),
            evidence=sum(map(self.weight, shared)),
            days=self.days_between(name, other),
            contained=containment(self._features[name].sketch, self._features[other].sketch),
            is_copy=False,
            shared=shared,
        )
        is_copy = self._are_copies(name, other, found.similarity)
        return replace(found, is_copy=is_copy)

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

    def _age(self) -> None:
        """Forget what terms weigh where the window has become a tenth larger or smaller."""
        if abs(len(self.reports) - self._weighed_among) > 0.1 * self._weighed_among:
            self._weights.clear()
            self._lengths.clear()
            self._weighed_among = len(self.reports)

    def _compare(self, name: str, others: Iterable[str]) -> None:
        """Compare a report with others, and note for both which are near."""
        mine = self._weighed(name)
        for other in others:
            if other in self._near[name]:  # found when that one was compared
                continue
            similarity = self._similarity(name, mine, other)
            if similarity >= WEAKEST:
                near = Near(similarity, self._are_copies(name, other, similarity))
                self._near[name][other] = self._near[other][name] = near

    def _candidates(self, name: str) -> list[str]:
        """The reports that share the most telling terms with one, the nearest first."""
        shared: dict[str, float] = defaultdict(float)
        for term, weight in self._telling[name].items():
            for other in self._found_by[term][-LATEST:]:
                shared[other] += weight
        shared.pop(name, None)
        least = LEAST_SHARED * sum(self._telling[name].values())
        shared = {other: weight for other, weight in shared.items() if weight >= least}
        return heapq.nsmallest(COMPARED, shared, key=lambda one: (-shared[one], one))

    def _similarity(self, name: str, mine: _Weighed, other: str) -> float:
        """How likely two reports are of one event, 0 to 1."""
        days = self.days_between(name, other)
        if days is not None and days > FARTHEST:
            return 0.0
        found = self._features[other]
        template = self._template_of(other)
        counts_of_lead, counts_of_text = found.lead, found.text
        text, lead, names, weights = mine.text, mine.lead, mine.names, self._weights
        evidence = of_lead = of_text = of_names = 0.0
        for place, term in enumerate(found.terms):
            if term not in text or term in template:
                continue
            weight = weights.get(term) or self.weight(term)
            evidence += weight
            if term in lead:
                of_lead += lead[term] * weight * _TIMES[counts_of_lead[place]]
            count = counts_of_text[place]
            value = weight * _TIMES[count & MOST_TIMES]
            if count >= NAME:
                of_names += names.get(term, 0.0) * value
                value *= OF_NAME
            of_text += text[term] * value
        if evidence < EVIDENCE:
            return 0.0
        one, two = self._lengths_of(name), self._lengths_of(other)
        alike = (
            SHARE_OF_LEAD * of_lead / (one[0] * two[0])
            + SHARE_OF_TEXT * of_text / (one[1] * two[1])
            + SHARE_OF_NAMES * of_names / (one[2] * two[2])
        )
        return alike * faded(days)

    def _are_copies(self, name: str, other: str, similarity: float) -> bool:
        """Whether one report holds most of the text of the other.

        They must be similar besides; pages of one outlet, which share its template, more so.
        """
        one, two = self.reports[name], self.reports[other]
        least = OF_ONE_OUTLET if one.source and one.source == two.source else OF_COPIES
        if similarity < least:
            return False
        return containment(self._features[name].sketch, self._features[other].sketch) >= COPY

    def _most_telling(self, name: str) -> dict[int, float]:
        """The terms that say most of a report, with their weights: it is looked up by these.

        A term that no other report has yet is left out, unless it is in the title.
        """
        mine = self._weighed(name)
        lengths = self._lengths[name] = mine.lengths()
        title = self._features[name].title_terms()
        weights = {
            term: weight / lengths[1] + mine.lead.get(term, 0.0) / lengths[0]
            for term, weight in mine.text.items()
            if self._counts[term] > 1 or term in title
        }
        return dict(
            heapq.nsmallest(LOOKED_UP, weights.items(), key=lambda item: (-item[1], item[0]))
        )

    def _weighed(self, name: str) -> _Weighed:
        """The terms of a report with their weights; none of its outlet's template."""
        found = self._features[name]
        template = self._template_of(name)
        weighed = _Weighed({}, {}, {})
        weights = self._weights
        for term, in_lead, in_text in zip(found.terms, found.lead, found.text, strict=True):
            if term in template:
                continue
            weight = weights.get(term) or self.weight(term)
            if in_lead:
                weighed.lead[term] = weight * _TIMES[in_lead]
            value = weight * _TIMES[in_text & MOST_TIMES]
            if in_text >= NAME:
                weighed.names[term] = value
                value *= OF_NAME
            weighed.text[term] = value
        return weighed

    def _template_of(self, name: str) -> frozenset[int]:
        outlet = self._outlets.get(self.reports[name].source)
        return frozenset() if outlet is None else outlet.template

    def _lengths_of(self, name: str) -> tuple[float, float, float]:
        known = self._lengths.get(name)
        if known is None:
            known = self._lengths[name] = self._weighed(name).lengths()
        return known


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A report's terms with their weights: in title and lead, in the whole text, of names."""

    lead: dict[int, float]
    text: dict[int, float]
    names: dict[int, float]

    def lengths(self) -> tuple[float, float, float]:
        """The lengths of the three vectors; 1 for an empty one."""
        return length(self.lead), length(self.text), length(self.names)


class _Outlet:
    """What the latest reports of an outlet have in common: its template."""

    def __init__(self) -> None:
        self.template: frozenset[int] = frozenset()
        self._latest: deque[array[int]] = deque(maxlen=_OUTLET_LATEST)
        self._count = 0

    def add(self, terms: array[int]) -> None:
        """One report more. The template is looked for when there are enough, and now and then."""
        self._latest.append(terms)
        self._count += 1
        if self._count == _OUTLET_FEWEST or self._count % _OUTLET_EACH == 0:
            counts = Counter(term for each in self._latest for term in each)
            most = _OF_TEMPLATE * len(self._latest)
            self.template = frozenset(term for term, count in counts.items() if count > most)


def features_of(report: GroupCandidate) -> Features:
    """What a report is compared by: as it was stored, or found now."""
    if report.features:
        return Features.unpacked(report.features)
    return Features.of(report.title, report.text)


def length(vector: Mapping[int, float]) -> float:
    """The length of a vector of weights; 1 for an empty one, so that it can be divided by."""
    return math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
