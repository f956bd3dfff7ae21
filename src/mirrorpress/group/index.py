"""The terms of the reports of a window: what they weigh, which reports have them, what two share.

All reports that one is compared with are weighed at once, as arrays. Sums are added up in the
order of the terms, so that they do not depend on the machine or on the version of numpy.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mirrorpress.group.features import MOST_TIMES, NAME, Features
from mirrorpress.group.latest import Latest

LOOKED_UP = 60  # terms of a report that find others, those with the most weight
LATEST = 60  # reports of each term that are found
COMPARED = 30  # reports that share the most of these, compared in full
LEAST_SHARED = 0.03  # of the weight of these terms, in reports that are compared
OF_NAME = 1.5  # how much more a term weighs in the text that is written like a name
FEW_IN_LANGUAGE = 100  # reports, of which it is hard to say what is rare in it
_OUTLET_FEWEST = 8  # reports of one outlet, from which on what they share is its template
_OUTLET_LATEST = 40  # reports of an outlet that are looked at for it,
_OUTLET_EACH = 20  # each time that there are so many more
_OF_TEMPLATE = 0.5  # share of them that have a term of the template
_NO_TEMPLATE: frozenset[int] = frozenset()
_LOW = 0xFFFF  # the bits of a term by which most of those are passed over that a report has not

Floats = NDArray[np.float64]
Terms = NDArray[np.uintc]  # as `array("I")` has them
Places = NDArray[np.intp]

# What a byte of `Features.lead` and `Features.text` says, by its value.
_BYTES = range(256)
_TIMES = np.array([1 + math.log(times) if (times := byte & MOST_TIMES) else 0.0 for byte in _BYTES])
_IS_NAME = np.array([byte >= NAME for byte in _BYTES], np.float64)
_OF_NAME = np.array([OF_NAME if byte >= NAME else 1.0 for byte in _BYTES])


@dataclass(frozen=True, slots=True)
class Shared:
    """What each of some reports shares with one."""

    evidence: Floats  # weight of the terms that both have
    lead: Floats  # cosine of title and lead
    text: Floats  # cosine of the whole text
    names: Floats  # cosine of the names
    in_language: NDArray[np.bool_]  # whether both are in one language


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


@dataclass(frozen=True, slots=True)
class _Telling:
    """The terms by which a report is found, those with the most weight first."""

    terms: Terms
    weights: Floats


_NONE_TELLING = _Telling(np.array([], np.uintc), np.array([], np.float64))


@dataclass(slots=True)
class _Known:
    """A report of the window."""

    features: Features
    language: str
    outlet: _Outlet | None
    number: int = -1  # in the order in which reports were added; lower ones were added before
    telling: _Telling = _NONE_TELLING
    # While the window is about as large:
    weights: Floats | None = None  # of all its terms
    lengths: tuple[float, float, float] | None = None

    @property
    def template(self) -> frozenset[int]:
        """The terms that weigh nothing in it."""
        return self.outlet.template if self.outlet else _NO_TEMPLATE


class _Weights(dict[int, float]):
    """What terms weigh in a language, each found when it is first asked for."""

    def __init__(self, weigh: Callable[[int], float]) -> None:
        self._weigh = weigh

    def __missing__(self, term: int) -> float:
        weight = self[term] = self._weigh(term)
        return weight


class Index:
    """The terms of reports, by the ids of these."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._in_language: Counter[str] = Counter()  # reports
        self._counts: Counter[int] = Counter()
        self._outlets: dict[str, _Outlet] = defaultdict(_Outlet)
        self._ids: dict[int, str] = {}  # by number
        self._found_by = Latest(2 * LATEST)
        # Of a term by language, while the window is about as large.
        self._weights: dict[str, _Weights] = {}
        self._weighed_among = 0  # reports
        self._came_and_went = 0  # reports, since
        self._following = 0  # number

    def add(self, name: str, source: str, features: Features, language: str = "") -> None:
        """Count the terms of a report. It is found when `find_by_terms` was called."""
        outlet = self._outlets[source] if source else None
        self._known[name] = _Known(features, language, outlet)
        self._in_language[language] += 1
        self._came_and_went += 1
        self._counts.update(features.terms)
        if outlet is not None:
            outlet.add(features.terms)

    def find_by_terms(self, names: Sequence[str]) -> None:
        """Let reports be found from now on by the terms that say most of them."""
        self._age()
        for name in names:
            known = self._known[name]
            mine = self._weighed(known)
            known.number = self._following
            self._ids[known.number] = name
            self._following += 1
            known.lengths = mine.lengths()
            known.telling = self._most_telling(mine, known.lengths)
            self._found_by.add(known.number, known.telling.terms.tolist())

    def drop(self, names: Collection[str]) -> None:
        """Forget reports."""
        for name in names:
            known = self._known.pop(name)
            self._counts.subtract(known.features.terms)
            self._in_language[known.language] -= 1
            self._found_by.drop(known.number, known.telling.terms.tolist())
            del self._ids[known.number]
        if names:
            self._came_and_went += len(names)
            self._counts = +self._counts

    def features(self, name: str) -> Features:
        """The features of a report."""
        return self._known[name].features

    def weight(self, term: int, language: str = "") -> float:
        """How much a term weighs: the rarer among reports in the language the more."""
        return self._weights_in(language)[term]

    def weight_of_all(self, term: int) -> float:
        """How much a term weighs among reports in all languages."""
        return math.log(1 + len(self._known) / max(self._counts[term], 1))

    def among(self, name: str, other: str) -> int | None:
        """How many reports are in the language of two; None: they are in different ones."""
        language = self._known[name].language
        return self._among(language) if language == self._known[other].language else None

    def _among(self, language: str) -> int:
        """Reports in a language; where these are few, with others, up to `FEW_IN_LANGUAGE`."""
        return max(self._in_language[language], min(len(self._known), FEW_IN_LANGUAGE))

    def candidates(self, name: str) -> list[str]:
        """The reports that share the most telling terms with one, the nearest first."""
        telling = self._known[name].telling
        least = LEAST_SHARED * _total(telling.weights)
        return self._sharing(telling, LATEST, least, {name})

    def looked_up(self, name: str, apart: Collection[str]) -> list[str]:
        """The same, but without some reports, and with those that share little."""
        return self._sharing(self._known[name].telling, 2 * LATEST, 0.0, {name, *apart})

    def shared(self, name: str, others: Sequence[str]) -> Shared:
        """What each of some other reports shares with one."""
        mine, theirs = self._known[name], [self._known[other] for other in others]
        common = self._common(mine, theirs)
        lengths = self._lengths_of(mine)
        of_theirs = np.array([self._lengths_of(one) for one in theirs]).reshape(-1, 3)
        lead, text, names = (
            np.bincount(common.rows, values, len(theirs)) / (lengths[which] * of_theirs[:, which])
            for which, values in enumerate((common.lead, common.text, common.names))
        )
        evidence = np.bincount(common.rows, common.weights, len(theirs))
        return Shared(
            evidence.astype(np.float64, copy=False),
            lead,
            text,
            names,
            np.array([one.language == mine.language for one in theirs], np.bool_),
        )

    def shared_terms(self, name: str, other: str) -> SharedTerms:
        """What two reports share, term by term."""
        one, two = self._known[name], self._known[other]
        common = self._common(one, [two])
        mine, theirs = self._lengths_of(one), self._lengths_of(two)
        lead, text, names = (
            (values / (mine[which] * theirs[which])).tolist()
            for which, values in enumerate((common.lead, common.text, common.names))
        )
        return SharedTerms(common.terms.tolist(), common.weights.tolist(), lead, text, names)

    def _common(self, report: _Known, others: Sequence[_Known]) -> _Common:
        """The terms that a report has in common with some others, but for those of templates."""
        mine = self._weighed(report)
        found = [other.features for other in others]
        terms = np.frombuffer(b"".join([one.terms for one in found]), np.uintc)
        at, places = mine.find(terms)
        ends = np.cumsum([len(one.terms) for one in found])
        rows = np.searchsorted(ends, at, "right")
        templates = [other.template for other in others]
        if any(templates):
            pairs = zip(rows.tolist(), terms[at].tolist(), strict=True)
            kept = np.array([term not in templates[row] for row, term in pairs], np.bool_)
            at, places, rows = at[kept], places[kept], rows[kept]
        in_lead = np.frombuffer(b"".join([one.lead for one in found]), np.uint8)[at]
        in_text = np.frombuffer(b"".join([one.text for one in found]), np.uint8)[at]
        weights = mine.weights[places]
        values = weights * _TIMES[in_text]
        return _Common(
            rows=rows,
            terms=mine.terms[places],
            weights=weights,
            lead=mine.lead[places] * weights * _TIMES[in_lead],
            text=mine.text[places] * (values * _OF_NAME[in_text]),
            names=mine.names[places] * (values * _IS_NAME[in_text]),
        )

    def _age(self) -> None:
        """Forget what terms weigh where a tenth of the window has come or gone."""
        if self._came_and_went > 0.1 * self._weighed_among:
            self._weights.clear()
            for known in self._known.values():
                known.weights = known.lengths = None
            self._weighed_among = len(self._known)
            self._came_and_went = 0

    def _sharing(
        self, telling: _Telling, latest: int, least: float, apart: Collection[str]
    ) -> list[str]:
        """The reports that share most of some terms, of the latest that have each of them."""
        found = self._found_by.of(telling.terms.tolist(), latest)
        numbers = np.frombuffer(b"".join(found), np.uintc)
        if not len(numbers):
            return []
        lowest = int(numbers.min())
        weights = np.repeat(telling.weights, [len(one) // numbers.itemsize for one in found])
        places = numbers - lowest
        shared = np.bincount(places, weights)
        hidden = (self._known[one].number - lowest for one in apart)
        shared[[at for at in hidden if 0 <= at < len(shared)]] = 0.0
        of_places = shared[places]
        enough = np.unique(places[(of_places >= least) & (of_places > 0.0)])
        if len(enough) > COMPARED:
            least = np.partition(shared[enough], -COMPARED)[-COMPARED]
            enough = enough[shared[enough] >= least]
        ranked = sorted((-shared[at], self._ids[lowest + at]) for at in enough.tolist())
        return [name for _, name in ranked[:COMPARED]]

    def _most_telling(self, mine: _Weighed, lengths: tuple[float, float, float]) -> _Telling:
        """The terms that say most of a report, with their weights: it is looked up by these.

        A term that no other report has yet is left out, unless it is in the title.
        """
        counts = np.fromiter(map(self._counts.__getitem__, mine.terms.tolist()), np.intp)
        told = (counts > 1) | (mine.lead > mine.weights)  # more than once in title and lead
        weights = (mine.text / lengths[1] + mine.lead / lengths[0])[told]
        terms = mine.terms[told]
        first = np.lexsort((terms, -weights))[:LOOKED_UP]
        return _Telling(terms[first], weights[first])

    def _weighed(self, known: _Known) -> _Weighed:
        """The terms of a report with their weights; none of its outlet's template."""
        found, template = known.features, known.template
        if known.weights is None:
            weights = self._weights_in(known.language)
            known.weights = np.fromiter(map(weights.__getitem__, found.terms), np.float64)
        if not template:
            return _Weighed.of(found, known.weights, None)
        kept = np.array([term not in template for term in found.terms], np.bool_)
        return _Weighed.of(found, known.weights, kept)

    def _weights_in(self, language: str) -> _Weights:
        weights = self._weights.get(language)
        if weights is None:
            weights = self._weights[language] = _Weights(partial(self._weigh, language))
        return weights

    def _weigh(self, language: str, term: int) -> float:
        return math.log(1 + self._among(language) / max(self._counts[term], 1))

    def _lengths_of(self, known: _Known) -> tuple[float, float, float]:
        if known.lengths is None:
            known.lengths = self._weighed(known).lengths()
        return known.lengths


@dataclass(frozen=True, slots=True)
class SharedTerms:
    """The terms that two reports share, in order; what each weighs and adds to the cosines."""

    terms: list[int]
    weights: list[float]
    lead: list[float]
    text: list[float]
    names: list[float]


@dataclass(frozen=True, slots=True)
class _Common:
    """Terms that a report has in common with others, by other and term."""

    rows: Places  # which of the others
    terms: Terms
    weights: Floats
    lead: Floats  # products of the weights in both
    text: Floats
    names: Floats


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A report's terms, sorted, with their weights: in title and lead, in the text, of names."""

    terms: Terms
    weights: Floats  # of the terms themselves
    lead: Floats
    text: Floats
    names: Floats

    @classmethod
    def of(cls, found: Features, weights: Floats, kept: NDArray[np.bool_] | None) -> _Weighed:
        """The terms of a report, or those of them that are kept."""
        terms = np.frombuffer(found.terms, np.uintc)
        in_lead, in_text = np.frombuffer(found.lead, np.uint8), np.frombuffer(found.text, np.uint8)
        if kept is not None:
            terms, weights = terms[kept], weights[kept]
            in_lead, in_text = in_lead[kept], in_text[kept]
        values = weights * _TIMES[in_text]
        return cls(
            terms,
            weights,
            weights * _TIMES[in_lead],
            values * _OF_NAME[in_text],
            values * _IS_NAME[in_text],
        )

    def lengths(self) -> tuple[float, float, float]:
        """The lengths of the three vectors; 1 for an empty one, so that it can be divided by."""
        lead, text, names = (
            math.sqrt(_total(values * values)) or 1.0
            for values in (self.lead, self.text, self.names)
        )
        return lead, text, names

    def find(self, terms: Terms) -> tuple[Places, Places]:
        """At which places of other terms are those that this has, too, and where this has them."""
        seen = np.zeros(_LOW + 1, np.bool_)
        seen[self.terms & _LOW] = True
        at = np.flatnonzero(seen[terms & _LOW])
        places = np.searchsorted(self.terms, terms[at])
        places[places == len(self.terms)] = 0
        right = self.terms[places] == terms[at]
        return at[right], places[right]


def _total(values: Floats) -> float:
    """The sum of numbers in their order, which `sum` of numpy does not keep to."""
    return float(np.cumsum(values)[-1]) if len(values) else 0.0
