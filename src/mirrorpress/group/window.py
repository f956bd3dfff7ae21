"""The reports of some days, which can be found by what is rare in them, and compared.

A term weighs the more the rarer it is among the reports of the window (inverse document
frequency). A term that most reports of one outlet have is of its template, and weighs nothing
there. Two reports are as similar as the mean of three cosines (title and lead, whole text, names)
says, less for the time between them: on one day hardly, after two days by far.

Reports are looked up by the terms that say most of them, the latest few of each, so that the time
for one report does not grow with the window. Each pair is compared once.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import NamedTuple

from mirrorpress.group.across import Across, language_of
from mirrorpress.group.features import Features
from mirrorpress.group.near_duplicates import COPY, containment
from mirrorpress.model import GroupCandidate

EVIDENCE = 5.0  # weight of the terms that two reports share; with less they are not put together
SHARE_OF_LEAD, SHARE_OF_TEXT, SHARE_OF_NAMES = 0.4, 0.4, 0.2  # in the similarity
# Days after which similarity counts 1/e: most reports of an event are of one day (a bell curve),
# some are days later.
FADING, FADING_LATER = 0.8, 4.0
OF_LATER = 0.4  # share of the latter
FARTHEST = 3.0  # days; reports that are farther apart are not of one event
OF_COPIES = 0.1  # how alike two reports are that can be copies, whatever the time between them
OF_ONE_OUTLET = 0.2  # if they are of one outlet
# Reports in a language of which a report in another one must be near to some, and to how many.
FEWEST_IN_LANGUAGE, SHARE_KNOWN = 4, 0.25
OF_ANOTHER_LANGUAGE = 0.5  # what words count that two reports in different languages share
UNDATED = 0.33  # what similarity counts where a time is not known
# By 40 / (reports + 10), the threefold among ten, by a fifth among 200.
_RAISED, _FEW = 40, 10
WEAKEST = 0.008  # similarity that counts at all
_EPOCH, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


class Near(NamedTuple):
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
    # What words count where few reports of the window are in their language, or in different ones.
    of_few: float
    across: float  # what their figures and names say, where they are in different languages
    shared: Mapping[int, float]  # terms of both: what each adds to `alike`

    @property
    def alike(self) -> float:
        """How similar the two would be if they were of the same hour."""
        return max(self._of_words, self.across)

    @property
    def faded(self) -> float:
        """The same, less for the time between them, however long."""
        return self.alike * faded(self.days)

    @property
    def similarity(self) -> float:
        """What counts: 0 where the two are too far apart, or share too little."""
        if self.days is not None and self.days > FARTHEST:
            return 0.0
        of_words = self._of_words if self.evidence >= EVIDENCE else 0.0
        return max(of_words, self.across) * faded(self.days)

    @property
    def _of_words(self) -> float:
        alike = SHARE_OF_LEAD * self.lead + SHARE_OF_TEXT * self.text + SHARE_OF_NAMES * self.names
        return alike * self.of_few


def raised(among: int) -> float:
    """How much more similar reports are among so few: all that they share is less rare."""
    return 1 + _RAISED / (among + _FEW)


def faded(days: float | None) -> float:
    """What similarity counts after some days; None: the time is not known."""
    if days is None:
        return UNDATED
    soon, later = math.exp(-((days / FADING) ** 2)), math.exp(-days / FADING_LATER)
    return (1 - OF_LATER) * soon + OF_LATER * later


class Window:
    """The reports of some days.

    Args:
        reports: in order of publication; ids are unique.
    """

    def __init__(self, reports: Iterable[GroupCandidate] = ()) -> None:
        # It loads numpy, for which commands that compare nothing need not wait.
        from mirrorpress.group.index import Index

        self.reports: dict[str, GroupCandidate] = {}
        self._index = Index()
        self._across = Across()
        self._times: dict[str, int | None] = {}  # in microseconds; None where it is not known
        self._stories: dict[str, set[str]] = {}
        self._near: dict[str, dict[str, Near]] = defaultdict(dict)
        self._compared: set[str] = set()  # reports whose near ones were looked for
        self.add(reports)

    def add(self, reports: Iterable[GroupCandidate]) -> None:
        """Let reports be found from now on."""
        added = [report for report in reports if report.id not in self.reports]
        for report in added:
            found = features_of(report)
            language = language_of(report)
            self._index.add(report.id, report.source, found, language or "")
            self._across.add(report.id, language, found.codes)
            self.reports[report.id] = replace(report, features=b"", title="", text="")
            since = (report.published - _EPOCH) // _MICROSECOND
            self._times[report.id] = since if report.dated else None
            if report.story is not None:
                self._stories.setdefault(report.story, set()).add(report.id)
        self._index.find_by_terms([report.id for report in added])

    def drop(self, before: datetime) -> None:
        """Forget the reports that were published before a time."""
        old = [report.id for report in self.reports.values() if report.published < before]
        for name in old:
            for other in self._near.pop(name, ()):
                self._near[other].pop(name, None)
            self._compared.discard(name)
            self.move(name, None)
            del self.reports[name], self._times[name]
        self._index.drop(old)
        self._across.drop(old)

    def move(self, name: str, story: str | None) -> None:
        """Note the story that a report is in now."""
        report = self.reports[name]
        if report.story is not None:
            members = self._stories[report.story]
            members.remove(name)
            if not members:
                del self._stories[report.story]
        if story is not None:
            self._stories.setdefault(story, set()).add(name)
        self.reports[name] = replace(report, story=story)

    def order(self, name: str) -> tuple[datetime, str]:
        """What reports are sorted by: their time, and their id where it is the same."""
        return self.reports[name].published, name

    def stories(self) -> Collection[str]:
        """The stories of which reports are in the window."""
        return self._stories.keys()

    def of_story(self, story: str | None) -> Sequence[str]:
        """The reports that are in a story."""
        return () if story is None else sorted(self._stories.get(story, ()))

    def near(self, name: str) -> Mapping[str, Near]:
        """The reports that are similar to one, which are looked for when it is first asked."""
        if name not in self._compared:
            self._compared.add(name)
            found = (*self._index.candidates(name), *self._across.candidates(name))
            self._compare(name, dict.fromkeys(found))
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
        return self._index.looked_up(name, self.of_story(story))

    def similarities(self, name: str, others: Iterable[str]) -> dict[str, float]:
        """How similar a report is to each of some others, 0 to 1."""
        found = dict.fromkeys(others, 0.0)
        fading = self._fading(name, found)
        for other, alike in self.alike(name, [*fading]).items():
            found[other] = alike * fading[other]
        return found

    def alike(self, name: str, others: Sequence[str]) -> dict[str, float]:
        """How similar a report would be to each of some others if all were of the same hour."""
        if not others:
            return {}
        shared = self._index.shared(name, others)
        alike = (
            SHARE_OF_LEAD * shared.lead
            + SHARE_OF_TEXT * shared.text
            + SHARE_OF_NAMES * shared.names
        )
        alike[shared.in_language] *= self._of_few(name, name)
        alike[~shared.in_language] *= OF_ANOTHER_LANGUAGE
        alike[shared.evidence < EVIDENCE] = 0.0
        found = dict(zip(others, alike.tolist(), strict=True))
        for other, value in self._across.similarities(name, others).items():
            found[other] = max(found[other], value)
        return found

    def _of_few(self, name: str, other: str) -> float:
        """What similarity of words counts where the window has few reports in their language.

        And where they are in different ones, which have names and some words in common.
        """
        among = self._index.among(name, other)
        if among is None:
            return OF_ANOTHER_LANGUAGE
        return raised(len(self.reports)) / raised(among)

    def unknown_pairs(self, names: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each two of some reports in different languages of which little can be said.

        They share nothing, but one of the two shares something with enough of the reports in the
        language of the other, or these are few. In both orders.
        """
        known, every = Counter[tuple[str, str | None]](), Counter[tuple[str, str | None]]()
        language = self._across.language
        pairs = [pair for pair in permutations(names, 2) if self._across.differ(*pair)]
        for one, other in pairs:
            every[one, language(other)] += 1
            known[one, language(other)] += other in self._near[one]
        enough = {
            way
            for way, count in every.items()
            if count < FEWEST_IN_LANGUAGE or known[way] >= SHARE_KNOWN * count
        }
        for one, other in pairs:
            ways = {(one, language(other)), (other, language(one))}
            if other not in self._near[one] and ways <= enough:
                yield one, other

    def compared(self, name: str, other: str) -> Comparison:
        """Two reports compared, with all that their similarity is made of."""
        both = self._index.shared_terms(name, other)
        parts = zip(both.terms, both.lead, both.text, both.names, strict=True)
        of_few = self._of_few(name, other)
        found = Comparison(
            lead=sum(both.lead),
            text=sum(both.text),
            names=sum(both.names),
            evidence=sum(both.weights),
            days=self.days_between(name, other),
            contained=containment(self.features(name).sketch, self.features(other).sketch),
            is_copy=False,
            of_few=of_few,
            across=self._across.similarities(name, [other]).get(other, 0.0),
            shared={
                term: of_few
                * (SHARE_OF_LEAD * lead + SHARE_OF_TEXT * text + SHARE_OF_NAMES * names)
                for term, lead, text, names in parts
            },
        )
        is_copy = self._are_copies(name, other, found.similarity, faded(found.days))
        return replace(found, is_copy=is_copy)

    def days_between(self, name: str, other: str) -> float | None:
        """Days between two reports; None where a time is not known."""
        one, two = self._times[name], self._times[other]
        return None if one is None or two is None else abs(one - two) / 10**6 / 86_400

    def weight(self, term: int) -> float:
        """How much a term weighs among all reports: the rarer the more."""
        return self._index.weight_of_all(term)

    def features(self, name: str) -> Features:
        """The features of a report."""
        return self._index.features(name)

    def _compare(self, name: str, others: Iterable[str]) -> None:
        """Compare a report with others, and note for both which are near."""
        known = self._near[name]  # found when those were compared
        fading = self._fading(name, [other for other in others if other not in known])
        for other, alike in self.alike(name, [*fading]).items():
            similarity = alike * fading[other]
            if similarity >= WEAKEST:
                is_copy = self._are_copies(name, other, similarity, fading[other])
                known[other] = self._near[other][name] = Near(similarity, is_copy)

    def _fading(self, name: str, others: Iterable[str]) -> dict[str, float]:
        """What similarity with a report counts for the time between, by others not too far."""
        days = {other: self.days_between(name, other) for other in others}
        return {
            other: faded(apart)
            for other, apart in days.items()
            if apart is None or apart <= FARTHEST
        }

    def _are_copies(self, name: str, other: str, similarity: float, fading: float) -> bool:
        """Whether one report holds most of the text of the other.

        They must be similar besides; pages of one outlet, which share its template, more so.
        """
        if similarity < OF_COPIES * fading:
            return False
        one, two = self.reports[name], self.reports[other]
        if one.source and one.source == two.source and similarity < OF_ONE_OUTLET * fading:
            return False
        return containment(self.features(name).sketch, self.features(other).sketch) >= COPY


def features_of(report: GroupCandidate) -> Features:
    """What a report is compared by: as it was stored, or found now."""
    if report.features:
        return Features.unpacked(report.features)
    return Features.of(report.title, report.text)


def length(vector: Mapping[int, float]) -> float:
    """The length of a vector of weights; 1 for an empty one, so that it can be divided by."""
    return math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
