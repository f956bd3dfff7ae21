"""Reports of one event beside one another: copies folded, and what only one of them says.

1. Two sentences in one language are alike if one has most of the other's terms.
2. Texts are copies if most sentences of the shorter have their like in the longer. The fullest
   stands for all, and of each other one it is told what it added and what it cut.
3. A report says alone what has no like in any other, unless the others together have most of its
   terms.
4. Figures are compared by their value, in any language; quotations by their words.

Everything is bounded: `MOST_REPORTS` texts, `MOST_SENTENCES` of each, `LOOKED_UP` terms of a
sentence, `LATEST` sentences of each term.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mirrorpress.compare.figures import figures
from mirrorpress.compare.sentences import quotations, sentences
from mirrorpress.text.words import letters, normalized, terms

MOST_REPORTS = 24  # of an event that are read
MOST_VERSIONS = 12  # texts that are compared
MOST_SENTENCES = 80  # of a text
MOST_READ = 20_000  # characters of a text
MOST_SHOWN = 3  # sentences that only one report has, or that a copy added or cut
LONGEST_SHOWN = 240  # characters of one
MOST_SAID = 8  # figures, and quotations
MOST_ALONE = 4  # of these, that only one report has
COPY = 0.75  # share of the shorter text's sentences that have their like in the longer one
SAME = 0.6  # share of a sentence's terms in one sentence of another text: it says the same
COVERED = 0.75  # share of its terms in the whole of the other texts: they say the same somewhere
SHORTEST_QUOTATION, SHORTEST_HAN = 12, 8  # characters of a quotation; less is a name or a term
FEWEST_TERMS = 6  # of a sentence that says something
LOOKED_UP = 24  # terms of a sentence, the rarest
LATEST = 24  # sentences of each term
_BRACKETS = ("(", "（", "[", "【")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as it is compared."""

    id: str
    language: str | None  # BCP 47; None: what its letters tell
    text: str  # blocks are lines


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that has most of a version's text."""

    id: str
    added: tuple[str, ...]  # sentences that the version does not have, `MOST_SHOWN` at most
    cut: tuple[str, ...]  # sentences of the version that it does not have


@dataclass(frozen=True, slots=True)
class Version:
    """A text that one outlet wrote, or several published."""

    id: str  # of the report with the fullest text
    copies: tuple[Copy, ...]  # other reports with it, oldest first
    only: tuple[str, ...]  # sentences that no other report says, `MOST_SHOWN` at most


@dataclass(frozen=True, slots=True)
class Said:
    """A figure or a quotation, and who has it."""

    text: str  # as the first of these reports writes it
    ids: tuple[str, ...]  # of versions


@dataclass(frozen=True, slots=True)
class Comparison:
    """Reports of an event beside one another."""

    versions: tuple[Version, ...]  # in the order of the oldest report of each
    figures: tuple[Said, ...]  # those that most have first
    quotations: tuple[Said, ...]


def compared(reports: Sequence[ReportText]) -> Comparison:
    """Compare the reports of an event, the first `MOST_REPORTS` of them.

    Args:
        reports: the oldest first.
    """
    texts = [_Text(report) for report in reports[:MOST_REPORTS]]
    matches = _Matches(texts)
    folded = _folded(texts, matches)
    shown = [group[0] for group in folded][:MOST_VERSIONS]
    several = {language for language, count in _languages(texts, shown).items() if count > 1}
    versions = tuple(
        Version(
            id=texts[full].report.id,
            copies=tuple(
                Copy(
                    texts[copy].report.id,
                    added=matches.beyond(copy, full),
                    cut=matches.beyond(full, copy),
                )
                for copy in copies
            ),
            only=(
                matches.only(full, shown)
                if full in shown and texts[full].language in several
                else ()
            ),
        )
        for full, *copies in folded
    )
    told = [texts[at] for at in shown]
    return Comparison(versions, _figures(told), _quotations(told))


class _Text:
    """A report, read."""

    def __init__(self, report: ReportText) -> None:
        self.report = report
        found = sentences(report.text[:MOST_READ])[:MOST_SENTENCES]
        self.sentences = [one for one in found if not one.startswith(_BRACKETS)]  # credits
        self.terms = [_terms(one) for one in self.sentences]
        self.language = _language(report)

    @property
    def read(self) -> str:
        """The part of its text that is compared."""
        return self.report.text[:MOST_READ]


def _terms(sentence: str) -> frozenset[str]:
    return frozenset(term for term, _ in terms(normalized(sentence)))


def _language(report: ReportText) -> str:
    """The primary language, so that only texts in one are compared by their words."""
    if report.language:
        return report.language.partition("-")[0].casefold()
    sample = report.text[:500]
    return "zh" if len(_HAN.findall(sample)) * 4 > len(sample) else ""


def _languages(texts: Sequence[_Text], shown: Iterable[int]) -> Counter[str]:
    return Counter(texts[at].language for at in shown)


class _Matches:
    """Which sentences of texts have their like in which other texts of their language."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._texts = texts
        self._using: dict[str, set[int]] = defaultdict(set)  # by term: the texts that have it
        self._found_by: dict[str, list[tuple[int, int]]] = defaultdict(list)  # text and sentence
        for at, text in enumerate(texts):
            for place, line in enumerate(text.terms):
                for term in line:
                    self._using[term].add(at)
                    self._found_by[term].append((at, place))
        self._said_in = [
            [self._others(at, line) for line in text.terms] for at, text in enumerate(texts)
        ]

    def _others(self, at: int, line: frozenset[str]) -> frozenset[int]:
        """The other texts of which a sentence has most of the terms of this one."""
        if not line:
            return frozenset()
        shared: Counter[tuple[int, int]] = Counter()
        rarest = sorted(line, key=lambda one: (len(self._found_by[one]), one))[:LOOKED_UP]
        for term in rarest:
            shared.update(self._found_by[term][:LATEST])
        least = SAME * len(rarest)
        mine = self._texts[at].language
        return frozenset(
            other
            for (other, _), count in shared.items()
            if count >= least and other != at and self._texts[other].language == mine
        )

    def share(self, at: int, other: int) -> float:
        """The share of a text's sentences that have their like in another."""
        said = self._said_in[at]
        return sum(other in one for one in said) / len(said) if said else 0.0

    def beyond(self, at: int, other: int) -> tuple[str, ...]:
        """The sentences of a text that have no like in another, those that say most."""
        text = self._texts[at]
        return _strongest(
            [
                (sentence, len(line))
                for sentence, line, said in zip(
                    text.sentences, text.terms, self._said_in[at], strict=True
                )
                if len(line) >= FEWEST_TERMS and other not in said
            ]
        )

    def only(self, at: int, shown: Sequence[int]) -> tuple[str, ...]:
        """The sentences of a text that have no like in any other one that is shown.

        Nor do the others together have most of their terms.
        """
        text, others = self._texts[at], set(shown) - {at}
        alone: list[tuple[str, float]] = []
        for sentence, line, said in zip(text.sentences, text.terms, self._said_in[at], strict=True):
            own = sum(1 for term in line if not self._using[term] & others)
            if len(line) >= FEWEST_TERMS and own > (1 - COVERED) * len(line) and not said & others:
                alone.append((sentence, own))
        return _strongest(alone)


def _folded(texts: Sequence[_Text], matches: _Matches) -> list[list[int]]:
    """Texts that are copies of one another together: the fullest first, then the oldest."""
    groups = {at: [at] for at in range(len(texts))}
    for at in range(len(texts)):
        for other in range(at):
            long = max(at, other, key=lambda one: (len(texts[one].sentences), -one))
            short = other if long == at else at
            if matches.share(short, long) >= COPY and groups[at] is not groups[other]:
                groups[other].extend(groups[at])
                groups.update((each, groups[other]) for each in groups[at])
    found = []
    for members in {id(group): sorted(group) for group in groups.values()}.values():
        fullest = max(members, key=lambda at: (len(texts[at].sentences), -at))
        found.append([fullest, *(at for at in members if at != fullest)])
    return sorted(found, key=min)


def _strongest(found: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """The `MOST_SHOWN` sentences with the highest weight, in the order of the text."""
    places = sorted(range(len(found)), key=lambda at: (-found[at][1], at))[:MOST_SHOWN]
    return tuple(_shortened(found[at][0]) for at in sorted(places))


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SHOWN else f"{sentence[: LONGEST_SHOWN - 1]}…"


# Figures and quotations


def _figures(texts: Sequence[_Text]) -> tuple[Said, ...]:
    return _said(
        (one.value, one.shown, text.report.id)
        for text in texts
        for one in figures(text.read)
        if not one.shown.replace(".", "").replace(",", "").isdigit()
    )


def _quotations(texts: Sequence[_Text]) -> tuple[Said, ...]:
    return _said(
        (letters(one), one.strip(" ,，、"), text.report.id)
        for text in texts
        for one in quotations(text.read)
        if _is_said_by_somebody(one)
    )


def _is_said_by_somebody(quoted: str) -> bool:
    """Whether a passage in quotation marks is more than a name or a term."""
    if _HAN.search(quoted):
        return len(quoted) >= SHORTEST_HAN or quoted.endswith(("。", "！", "？"))
    return " " in quoted and len(quoted) >= SHORTEST_QUOTATION


def _said(found: Iterable[tuple[str, str, str]]) -> tuple[Said, ...]:
    """What has the same key together: first what most reports have."""
    shown: dict[str, str] = {}
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    for key, text, name in found:
        shown.setdefault(key, text)
        ids[key][name] = None
    several = sorted((key for key in ids if len(ids[key]) > 1), key=lambda key: -len(ids[key]))
    alone = [key for key in ids if len(ids[key]) == 1]
    most = [*several[:MOST_SAID], *alone[:MOST_ALONE]][:MOST_SAID]
    return tuple(Said(shown[key], tuple(ids[key])) for key in most)
