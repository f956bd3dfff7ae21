"""Stories: articles put together when they share enough of what is rare.

1. Each report becomes a set of features, those of its title counted three times (`features`).
2. A feature weighs as much as it is rare among the reports at hand (inverse document frequency).
3. A report joins the story of the most similar earlier report published within the window, if
   their weighted cosine passes a threshold; otherwise it stands alone until another joins it.

Reports are looked up by their rarest features, the latest few of each, so that the time for one
report does not grow with the window. A report takes some hundred bytes.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from mirrorpress.group.features import Features
from mirrorpress.model import GroupCandidate

WINDOW = timedelta(days=3)
# Cosine. Measured on Chinese full texts, Chinese titles and the English ECB+ corpus: see
# docs/grouping.md for what other values give.
THRESHOLD = 0.15
MIN_SHARED = 3  # features; two reports that share fewer are never put together
TITLE_WEIGHT = 3.0  # of a feature in the title; 1 elsewhere
LOOKED_UP = 60  # rarest features of a report that find others
LATEST = 100  # reports of each feature that are found
COMPARED = 60  # reports that share the most of these, compared in full


def assign(
    new: Sequence[GroupCandidate], earlier: Iterable[GroupCandidate] = ()
) -> dict[str, str | None]:
    """The story of each new report, and of earlier ones that were alone until now.

    Args:
        new: reports without a story, in order of publication.
        earlier: reports that were assigned before, in order of publication.

    Returns:
        By report id: the story's id (the id of its first report), or None for a report alone.
    """
    known = tuple(earlier)
    window = _Window(known, new)
    for report in known:
        window.add(report.id)
    found: dict[str, str | None] = {}
    for report in new:
        partner = window.nearest(report.id)
        if partner is None:
            found[report.id] = None
        else:
            story = found.get(partner.id) or partner.story or partner.id
            found[partner.id] = found[report.id] = story
        window.add(report.id)
    return found


def features_of(report: GroupCandidate) -> Features:
    """What a report is compared by: as it was stored, or found now."""
    if report.features:
        return Features.unpacked(report.features)
    return Features.of(report.title, report.text)


@dataclass(frozen=True, slots=True)
class _Card:
    """A report and its features."""

    report: GroupCandidate
    title: array[int]
    text: array[int]

    def weights(self) -> dict[int, float]:
        return {**dict.fromkeys(self.text, 1.0), **dict.fromkeys(self.title, TITLE_WEIGHT)}


class _Squares(dict[int, float]):
    """The square of how much each feature weighs: the rarer the more (IDF)."""

    def __init__(self, counts: Counter[int], reports: int) -> None:
        super().__init__()
        self._counts = counts
        self._reports = reports

    def __missing__(self, feature: int) -> float:
        weight = math.log(1 + self._reports / self._counts[feature]) ** 2
        self[feature] = weight
        return weight


class _Window:
    """Reports that can be found by what is rare in them."""

    def __init__(self, known: Iterable[GroupCandidate], new: Iterable[GroupCandidate]) -> None:
        self._cards = {report.id: _card(report) for report in known}
        added = {report.id: _card(report) for report in new}
        self._cards |= added
        self._norms: dict[str, float] = {}
        self._counts: Counter[int] = Counter()
        for card in self._cards.values():
            self._counts.update(card.title)
            self._counts.update(card.text)
        self._squares = _Squares(self._counts, len(self._cards))
        self._latest: dict[int, deque[str]] = defaultdict(lambda: deque(maxlen=LATEST))
        self._rare = {report_id: self._rarest(card) for report_id, card in added.items()}
        # Nothing but these features is ever looked up: of most reports nothing else is needed.
        self._wanted = {feature for rare in self._rare.values() for feature in rare}

    def add(self, report_id: str) -> None:
        """Let a report be found from now on."""
        card = self._cards[report_id]
        if self._wanted.isdisjoint(card.title) and self._wanted.isdisjoint(card.text):
            return
        for feature in self._rare.get(report_id) or self._rarest(card):
            if feature in self._wanted:
                self._latest[feature].append(report_id)

    def nearest(self, report_id: str) -> GroupCandidate | None:
        """The most similar report within the window, if it is similar enough."""
        card = self._cards[report_id]
        shared: Counter[str] = Counter()
        for feature in self._rare[report_id]:
            shared.update(self._latest.get(feature, ()))
        weights = {one: weight * self._squares[one] for one, weight in card.weights().items()}
        norm = self._norm(report_id)
        best, best_score = None, THRESHOLD
        for other_id in sorted(shared, key=lambda one: (-shared[one], one))[:COMPARED]:
            other = self._cards[other_id]
            if abs(card.report.published - other.report.published) > WINDOW:
                continue
            score = _shared_weight(weights, other) / (norm * self._norm(other_id))
            if score > best_score:
                best, best_score = other.report, score
        return best

    def _rarest(self, card: _Card) -> list[int]:
        """Those of a report's features that find others: rare, but not its own alone."""
        found = [one for one in (*card.title, *card.text) if self._counts[one] > 1]
        return sorted(found, key=lambda one: (self._counts[one], one))[:LOOKED_UP]

    def _norm(self, report_id: str) -> float:
        known = self._norms.get(report_id)
        if known is None:
            known = self._norms[report_id] = self._norm_of(self._cards[report_id])
        return known

    def _norm_of(self, card: _Card) -> float:
        title = sum(map(self._squares.__getitem__, card.title))
        text = sum(map(self._squares.__getitem__, card.text))
        return math.sqrt(TITLE_WEIGHT**2 * title + text) or 1.0


def _shared_weight(weights: dict[int, float], other: _Card) -> float:
    """The sum over shared features; 0 where they are too few."""
    title = [weights[one] for one in other.title if one in weights]
    text = [weights[one] for one in other.text if one in weights]
    if len(title) + len(text) < MIN_SHARED:
        return 0.0
    return TITLE_WEIGHT * sum(title) + sum(text)


def _card(report: GroupCandidate) -> _Card:
    found = features_of(report)
    return _Card(report, found.title, found.text)
