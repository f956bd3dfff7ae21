"""Reports of one event beside one another: copies folded, and what only one of them says.

1. Reports of which one holds most of the sentences of the other are copies; the fullest stands for
   all, and of each other one it is told what it added and what it cut.
2. A sentence is said by one report only where no sentence of another one in its language shares
   much of its terms, and the others together do not have most of them.
3. Figures are compared by their value, in any language; quotations by their words.

Everything is bounded: `MOST_VERSIONS` texts, `MOST_SENTENCES` of each, `LOOKED_UP` terms of a
sentence, `LATEST` sentences of each term.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mirrorpress.compare.figures import figures
from mirrorpress.compare.sentences import quotations, sentences
from mirrorpress.text.words import normalized, terms

MOST_REPORTS = 40  # of an event that are read
MOST_VERSIONS = 12  # texts that are compared
MOST_SENTENCES = 120  # of a text
MOST_READ = 20_000  # characters of a text
MOST_SHOWN = 3  # sentences that only one report has, or that a copy added or cut
LONGEST_SHOWN = 240  # characters of one
MOST_SAID = 8  # figures, and quotations
COPY = 0.65  # share of the shorter text's sentences that the longer one has
SAME = 0.6  # share of a sentence's terms in one sentence of another text: it says the same
COVERED = 0.75  # share of its terms in the whole of the other texts: they say the same somewhere
SHORTEST_QUOTATION, SHORTEST_HAN = 12, 8  # characters of a quotation; less is a name or a term
FEWEST_TERMS = 6  # of a sentence that says something
LOOKED_UP = 40  # terms of a sentence
LATEST = 48  # sentences of each term
_NO_LETTER = re.compile(r"[\W_]+")
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
    folded = _folded(texts)
    leading = [group[0] for group in folded]
    only = _only(leading[:MOST_VERSIONS])
    versions = tuple(
        Version(
            id=full.report.id,
            copies=tuple(_copy(full, copy) for copy in copies),
            only=only.get(full.report.id, ()),
        )
        for full, *copies in folded
    )
    shown = leading[:MOST_VERSIONS]
    return Comparison(versions, _figures(shown), _quotations(shown))


class _Text:
    """A report, read."""

    def __init__(self, report: ReportText) -> None:
        self.report = report
        self.sentences = sentences(report.text[:MOST_READ])[:MOST_SENTENCES]
        self.keys = [_key(one) for one in self.sentences]
        self.has = frozenset(key for key in self.keys if key)
        self.language = _language(report)

    @property
    def read(self) -> str:
        """The part of its text that is compared."""
        return self.report.text[:MOST_READ]


def _key(sentence: str) -> str:
    """Equal for sentences that differ in marks, script, width and case only."""
    return _NO_LETTER.sub("", normalized(sentence)).casefold()


def _language(report: ReportText) -> str:
    """The primary language, so that only texts in one are compared by their words."""
    if report.language:
        return report.language.partition("-")[0].casefold()
    sample = report.text[:500]
    return "zh" if len(_HAN.findall(sample)) * 4 > len(sample) else ""


# Copies


def _folded(texts: Sequence[_Text]) -> list[list[_Text]]:
    """Texts that are copies of one another together: the fullest first, then the oldest.

    A text is looked up by its sentences, so that each pair is met only where it shares one.
    """
    groups = {at: [at] for at in range(len(texts))}
    having: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        shared = Counter(other for key in text.has for other in having[key])
        for other, count in sorted(shared.items()):
            fewest = min(len(text.has), len(texts[other].has))
            if count >= COPY * fewest and groups[at] is not groups[other]:
                groups[other].extend(groups[at])
                groups.update((each, groups[other]) for each in groups[at])
        for key in text.has:
            having[key].append(at)
    found = []
    for members in {id(group): group for group in groups.values()}.values():
        fullest = min(members, key=lambda at: (-len(texts[at].has), at))
        rest = [at for at in sorted(members) if at != fullest]
        found.append((min(members), [texts[fullest], *(texts[at] for at in rest)]))
    return [group for _, group in sorted(found, key=lambda item: item[0])]


def _copy(full: _Text, copy: _Text) -> Copy:
    return Copy(copy.report.id, added=_beyond(copy, full), cut=_beyond(full, copy))


def _beyond(one: _Text, other: _Text) -> tuple[str, ...]:
    """The sentences of a text that another one does not have, those that say most."""
    missing = [
        (sentence, len(key))
        for sentence, key in zip(one.sentences, one.keys, strict=True)
        if key and key not in other.has
    ]
    return _strongest(missing)


def _strongest(found: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """The `MOST_SHOWN` sentences with the highest weight, in the order of the text."""
    places = sorted(range(len(found)), key=lambda at: (-found[at][1], at))[:MOST_SHOWN]
    return tuple(_shortened(found[at][0]) for at in sorted(places))


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SHOWN else f"{sentence[: LONGEST_SHOWN - 1]}…"


# What only one says


def _only(texts: Sequence[_Text]) -> dict[str, tuple[str, ...]]:
    """By id of a report: the sentences that no other one in its language says."""
    found: dict[str, tuple[str, ...]] = {}
    for language in {text.language for text in texts}:
        peers = [text for text in texts if text.language == language]
        if len(peers) > 1 and language:
            found |= _only_among(peers)
    return found


def _only_among(texts: Sequence[_Text]) -> dict[str, tuple[str, ...]]:
    of_text = [[_terms(sentence) for sentence in text.sentences] for text in texts]
    using: dict[str, list[int]] = defaultdict(list)  # by term: the texts that have it
    found_by: dict[str, list[tuple[int, int]]] = defaultdict(list)  # by term: text and sentence
    for at, lines in enumerate(of_text):
        for place, line in enumerate(lines):
            for term in line:
                if not using[term] or using[term][-1] != at:
                    using[term].append(at)
                found_by[term].append((at, place))
    found: dict[str, tuple[str, ...]] = {}
    for at, text in enumerate(texts):
        alone: list[tuple[str, float]] = []
        for sentence, line in zip(text.sentences, of_text[at], strict=True):
            own = sum(1 for term in line if using[term] == [at])
            if (
                len(line) >= FEWEST_TERMS
                and own > (1 - COVERED) * len(line)
                and not _is_said(at, line, found_by)
            ):
                alone.append((sentence, own))
        found[text.report.id] = _strongest(alone)
    return found


def _is_said(at: int, line: frozenset[str], found_by: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether a sentence of another text has most of the terms of this one."""
    shared: Counter[tuple[int, int]] = Counter()
    for term in sorted(line, key=lambda one: (len(found_by[one]), one))[:LOOKED_UP]:
        shared.update(found_by[term][:LATEST])
    least = SAME * min(len(line), LOOKED_UP)
    return any(count >= least for (other, _), count in shared.items() if other != at)


def _terms(sentence: str) -> frozenset[str]:
    return frozenset(term for term, _ in terms(normalized(sentence)))


# Figures and quotations


def _figures(texts: Sequence[_Text]) -> tuple[Said, ...]:
    return _said(
        (one.value, one.shown, text.report.id) for text in texts for one in figures(text.read)
    )


def _quotations(texts: Sequence[_Text]) -> tuple[Said, ...]:
    return _said(
        (_key(one), one.strip(" ,，、"), text.report.id)
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
    """What has the same key together, `MOST_SAID` of what most reports have."""
    shown: dict[str, str] = {}
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    for key, text, name in found:
        shown.setdefault(key, text)
        ids[key][name] = None
    most = sorted(ids, key=lambda key: -len(ids[key]))[:MOST_SAID]
    return tuple(Said(shown[key], tuple(ids[key])) for key in most)
