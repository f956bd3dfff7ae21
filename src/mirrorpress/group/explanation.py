"""Why reports are in one story, and why the nearest others are not.

Grouping keeps hashes of terms only. So it is done in two stages: `outline` compares the reports,
`explain` finds the words again in the texts of those that are shown.

The reasons are those of the window as it is now. A story was made when fewer reports were there,
and is looked at again only when a new report is similar to it.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import pairwise

from mirrorpress.group.bridge import is_figure, written
from mirrorpress.group.contrast import halves
from mirrorpress.group.features import LEAD, NAME, TEXT, TITLE, Features
from mirrorpress.group.roundups import is_roundup
from mirrorpress.group.several_events import tells_of_several
from mirrorpress.group.stories import MOST, threshold_among
from mirrorpress.group.window import EVIDENCE, FARTHEST, WEAKEST, Comparison, Window
from mirrorpress.model import GroupCandidate
from mirrorpress.text.words import normalized, terms

SHOWN = 24  # reports of a story
NEAREST = 2  # of its others, for each report
LEFT_OUT = 12  # nearest reports that are not in the story
FEWEST_LEFT_OUT = 3  # of them, even if they are hardly similar
WORDS = 8  # of a kind
_LONGEST = 12  # Han characters of one word
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Reason(Enum):
    """Why a report is not in a story; a report that is in another story is judged with that."""

    NOT_GROUPED = "not grouped so far"
    TOO_FAR = "too many days apart"
    LITTLE = "little evidence"  # what both share is too little to decide anything
    BELOW = "below the threshold"
    FULL = "story full"
    MEAN = "mean below the threshold"  # near to one report, but not to the story as a whole
    DIVIDED = "divided by contrast"  # two events that look alike
    SEVERAL = "reports several events"  # near to stories that have nothing in common
    LATER = "decided earlier"  # similar enough now; other reports were there when it was grouped


@dataclass(frozen=True, slots=True)
class Pair:
    """A report and another one to which it is near."""

    name: str
    other: str
    compared: Comparison


@dataclass(frozen=True, slots=True)
class LeftOutPair:
    """A report that is not in the story, with the report of the story to which it is nearest."""

    pair: Pair  # `name` is of the story
    reason: Reason
    mean: float | None  # similarity to the whole story, where that was compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What there is to explain: which reports are near to one another."""

    story: str | None  # None: a report that is in no story
    size: int  # reports of the story
    reports: Mapping[str, GroupCandidate]  # those that are shown, and those left out
    shown: tuple[str, ...]  # in order of publication
    nearest: tuple[Pair, ...]  # by report, the nearest first
    left_out: tuple[LeftOutPair, ...]  # the nearest first
    threshold: float  # from which on reports are put together
    among: int  # reports in the window
    features: Mapping[str, Features]


@dataclass(frozen=True, slots=True)
class ReportText:
    """The text of a report that is shown."""

    title: str
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report by kind, those that say most first."""

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedPair:
    """Why two reports are near, and what speaks against it."""

    other: str  # id
    compared: Comparison
    shared: Words
    across: tuple[str, ...]  # figures and names that both have, where their languages differ
    only_one: Words  # names and numbers of title and lead that only this report has anywhere
    only_other: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedReport:
    """A report, and those to which it is nearest."""

    id: str
    source: str
    published: datetime
    title: str
    url: str
    story: str | None
    nearest: tuple[ExplainedPair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A report that is not in the story, and why."""

    report: ExplainedReport  # its `nearest` is one report of the story
    reason: Reason
    mean: float | None


@dataclass(frozen=True, slots=True)
class EarlierStory:
    """The story that an event follows in a running story."""

    id: str
    title: str  # of its first report


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryExplanation:
    """Why the reports of a story are together; `story` is None for a report that is in none."""

    story: str | None
    size: int  # reports of the story; some may not be shown
    threshold: float
    among: int  # reports that were compared
    reports: tuple[ExplainedReport, ...]
    left_out: tuple[LeftOut, ...]
    follows: EarlierStory | None = None
    is_roundup: bool = False  # the title of a report alone says so: it is compared with none


def outline(
    shown: Sequence[str],
    around: Iterable[GroupCandidate],
    *,
    size: int,
    waiting: Collection[str] = (),
    beyond: Iterable[GroupCandidate] = (),
) -> Outline:
    """Compare the reports of a story, or a report alone, with each other and with those around.

    Args:
        shown: ids of `SHOWN` reports of one story at most, or of one that is in none.
        around: the reports of the days around these, and these, in order of publication.
        size: reports of the whole story.
        waiting: ids of those that have not been grouped so far.
        beyond: reports that are farther away than any of one event can be.
    """
    window = Window(around)
    threshold, among = threshold_among(len(window.reports)), len(window.reports)
    story = window.reports[shown[0]].story
    shown = sorted(shown, key=window.order)
    judge = _Judge(window, shown, story, size, threshold, waiting)
    nearest = tuple(pair for name in shown for pair in _nearest(window, name, story))
    window.add(beyond)
    left_out = tuple(judge.of(pair) for pair in _outside(window, shown, story))
    names = {*shown, *(pair.other for pair in nearest), *(one.pair.other for one in left_out)}
    return Outline(
        story=story,
        size=size,
        reports={name: window.reports[name] for name in names},
        shown=tuple(shown),
        nearest=nearest,
        left_out=left_out,
        threshold=threshold,
        among=among,
        features={name: window.features(name) for name in names},
    )


def _nearest(window: Window, name: str, story: str | None) -> list[Pair]:
    """The nearest others of a report's story."""
    others = [other for other in window.of_story(story) if other != name]
    found = window.similarities(name, others)
    nearest = sorted(others, key=lambda other: (-found[other], other))[:NEAREST]
    return [Pair(name, other, window.compared(name, other)) for other in nearest]


def _outside(window: Window, shown: Iterable[str], story: str | None) -> list[Pair]:
    """The nearest reports of no story or another, each with the report to which it is nearest."""
    best: dict[str, Pair] = {}
    for name in shown:
        for other in window.looked_up(name, story):
            pair = Pair(name, other, window.compared(name, other))
            if other not in best or _order(pair) < _order(best[other]):
                best[other] = pair
    pairs = sorted(best.values(), key=lambda pair: (-pair.compared.faded, pair.other))[:LEFT_OUT]
    return [
        pair
        for place, pair in enumerate(pairs)
        if pair.compared.faded >= WEAKEST or place < FEWEST_LEFT_OUT
    ]


def _order(pair: Pair) -> tuple[float, float, str]:
    return -pair.compared.similarity, -pair.compared.faded, pair.other


class _Judge:
    """Says why reports are not in a story."""

    def __init__(
        self,
        window: Window,
        shown: Sequence[str],
        story: str | None,
        size: int,
        threshold: float,
        waiting: Collection[str],
    ) -> None:
        self._window = window
        self._story = story
        self._size = size
        self._threshold = threshold
        self._waiting = waiting
        self._items = self._without_copies(shown)

    def of(self, pair: Pair) -> LeftOutPair:
        """Why the other report of a pair is not in the story of the first."""
        reason, mean = self._reason(pair)
        return LeftOutPair(pair, reason, mean)

    def _reason(self, pair: Pair) -> tuple[Reason, float | None]:
        compared, window = pair.compared, self._window
        if pair.other in self._waiting or pair.name in self._waiting:
            return Reason.NOT_GROUPED, None
        if compared.days is not None and compared.days > FARTHEST:
            alike = compared.alike >= self._threshold
            return (Reason.TOO_FAR if alike else Reason.BELOW), None
        if compared.evidence < EVIDENCE and not compared.across:
            return Reason.LITTLE, None
        if compared.similarity < self._threshold and not compared.is_copy:
            return Reason.BELOW, None
        theirs = window.reports[pair.other].story
        group = [*window.of_story(theirs)] if theirs else [pair.other]
        if len(group) + self._size > MOST:
            return Reason.FULL, None
        if compared.is_copy:  # copies are together whatever else is similar
            return Reason.LATER, None
        items = self._without_copies(_around(group, pair.other))
        mean = self._mean(items)
        if mean < self._threshold:
            return Reason.MEAN, mean
        firsts = sorted((item[0] for item in (*self._items, *items)), key=window.order)
        if halves(window, firsts) is not None:
            return Reason.DIVIDED, mean
        if self._tells_of_several(pair):
            return Reason.SEVERAL, mean
        return Reason.LATER, mean

    def _tells_of_several(self, pair: Pair) -> bool:
        """Whether one of the two is in no story, and near to those of several events."""
        window = self._window
        for name, other in ((pair.name, pair.other), (pair.other, pair.name)):
            story = window.reports[other].story
            near = Counter(window.reports[one].story for one in window.near(name))
            others = [window.of_story(one) for one in near if one not in (None, story)]
            own = window.of_story(story) or [other]
            if window.reports[name].story is None and tells_of_several(
                window, name, own, others, self._threshold
            ):
                return True
        return False

    def _without_copies(self, names: Sequence[str]) -> list[list[str]]:
        """Reports, those together of which one is a copy of the other."""
        items: list[list[str]] = []
        for name in names:
            near = self._window.near(name)
            copied = [
                item
                for item in items
                if any(other in near and near[other].is_copy for other in item)
            ]
            items = [item for item in items if item not in copied]
            items.append([*(one for item in copied for one in item), name])
        return items

    def _mean(self, items: Sequence[Sequence[str]]) -> float:
        """The mean similarity of some reports and the story; copies count as one report."""
        found = {
            name: self._window.similarities(name, [one for item in self._items for one in item])
            for item in items
            for name in item
        }
        values = [
            max(found[name][other] for name in item for other in mine)
            for item in items
            for mine in self._items
        ]
        return sum(value for value in values if value >= WEAKEST) / max(len(values), 1)


def _around(group: Sequence[str], name: str) -> list[str]:
    """At most `SHOWN` reports of a group, and a certain one among them."""
    return [name, *(one for one in group if one != name)][:SHOWN]


def explain(found: Outline, texts: Mapping[str, ReportText]) -> StoryExplanation:
    """An outline with the words that reports share, from the texts of `found.reports`."""
    readings = {name: _Reading(texts[name], found.features[name]) for name in found.reports}

    def report(name: str, pairs: Iterable[Pair]) -> ExplainedReport:
        about, text = found.reports[name], texts[name]
        return ExplainedReport(
            id=name,
            source=about.source,
            published=about.published,
            title=text.title,
            url=text.url,
            story=about.story,
            nearest=tuple(_explained(pair, readings) for pair in pairs),
        )

    return StoryExplanation(
        story=found.story,
        size=found.size,
        threshold=found.threshold,
        among=found.among,
        reports=tuple(
            report(name, (pair for pair in found.nearest if pair.name == name))
            for name in found.shown
        ),
        left_out=tuple(
            LeftOut(
                report=report(one.pair.other, [_reversed(one.pair)]),
                reason=one.reason,
                mean=one.mean,
            )
            for one in found.left_out
        ),
        is_roundup=found.story is None and is_roundup(normalized(texts[found.shown[0]].title)),
    )


def _reversed(pair: Pair) -> Pair:
    return Pair(pair.other, pair.name, pair.compared)


def _explained(pair: Pair, readings: Mapping[str, _Reading]) -> ExplainedPair:
    one, other = readings[pair.name], readings[pair.other]
    return ExplainedPair(
        other=pair.other,
        compared=pair.compared,
        shared=_shared(pair.compared.shared, one, other),
        across=_shared_across(one, other) if pair.compared.across else (),
        only_one=one.lacking_in(other),
        only_other=other.lacking_in(one),
    )


class _Reading:
    """The words of a text, by the hashes that grouping kept of it."""

    def __init__(self, text: ReportText, features: Features) -> None:
        title, body = text.title, text.text
        if not title.strip():
            title, _, body = body.strip().partition("\n")
        title, body = normalized(title[:TITLE]), normalized(body[:TEXT])
        self.text = f"{title}\n{body}"
        self.terms = frozenset(features.terms)
        self.names = {term for at, term in enumerate(features.terms) if features.text[at] >= NAME}
        self.words = _by_hash(self.text)
        self._head = list(_by_hash(f"{title}\n{body[:LEAD]}"))

    def lacking_in(self, other: _Reading) -> Words:
        """Names and numbers of title and lead that the other text does not have anywhere."""
        only = [term for term in self._head if term in self.terms - other.terms]
        return Words(
            names=tuple(self.words[term] for term in only if term in self.names)[:WORDS],
            numbers=tuple(self.words[term] for term in only if self.words[term][0].isdigit())[
                :WORDS
            ],
        )


def _by_hash(text: str) -> dict[int, str]:
    """The terms of a normalized text as they are written, by their hashes."""
    found = {_hash(term): term for term, _ in terms(text)}
    for word in _WORD.findall(text):
        alone = terms(word)
        if len(alone) == 1 and (key := _hash(alone[0][0])) in found:
            found[key] = word
    return found


def _hash(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "replace"))


def _shared(weights: Mapping[int, float], one: _Reading, other: _Reading) -> Words:
    """The words that two texts share, those with the most weight first."""
    kinds: tuple[dict[str, float], ...] = {}, {}, {}
    for term, weight in weights.items():
        word = one.words.get(term, "")
        if not word or _HAN.match(word):
            continue
        kind = 1 if word[0].isdigit() else 0 if term in one.names & other.names else 2
        kinds[kind][word] = weight
    kinds[2].update(_han_words(weights, one.text, other.text))
    names, numbers, others = (
        tuple(sorted(words, key=lambda word: (-words[word], word))[:WORDS]) for words in kinds
    )
    return Words(names, numbers, others)


def _shared_across(one: _Reading, other: _Reading) -> tuple[str, ...]:
    """Figures, and names as either text writes them: "Ostrey / 奥斯特雷"; the longest names first.

    A part of a name that is shown is left out.
    """
    mine, theirs = written(one.text), written(other.text)
    shared = [code for code in mine if code in theirs]
    found: dict[str, str] = {code: code for code in shared if is_figure(code)}
    for code in sorted(shared, key=lambda each: (-len(each), each)):
        if not any(code in known for known in found):
            found[code] = f"{mine[code]} / {theirs[code]}"
    return tuple(found.values())[:WORDS]


def _han_words(weights: Mapping[int, float], text: str, other: str) -> dict[str, float]:
    """Strings of Han characters that both texts have, joined from the pairs that they share.

    Each pair counts for the first string that has it. A string that is a part of another is left
    out, and counts for that.
    """
    found: dict[str, float] = {}
    counted: set[int] = set()
    for run in _HAN.findall(text):
        for word in _common(run, other):
            pairs = {_hash(a + b) for a, b in pairwise(word)} & weights.keys()
            if pairs - counted:
                found[word] = sum(weights[pair] for pair in sorted(pairs - counted))
                counted |= pairs
    whole: dict[str, float] = {}
    for word in sorted(found, key=lambda word: (-len(word), word)):
        longer = next((one for one in whole if word in one), word)
        whole[longer] = whole.get(longer, 0.0) + found[word]
    return whole


def _common(run: str, other: str) -> Iterable[str]:
    """The longest strings of a run that another text has, one after the other."""
    start = 0
    while start < len(run) - 1:
        end = start + 2
        if run[start:end] not in other:
            start += 1
            continue
        while end < min(len(run), start + _LONGEST) and run[start : end + 1] in other:
            end += 1
        yield run[start:end]
        start = end - 1 if end < len(run) else end
