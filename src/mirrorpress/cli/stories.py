"""The command that says why reports are together: explain-story.

story k7abcdefghij: 2 reports (34 articles of these days compared; mean similarity needed: 0.120)

[1] Flooded library in Maple Hollow opens its doors again
    gazette, 2031-05-04 12:00 UTC, k7abcdefghij
    nearest: [2], similarity 0.412, 3 hours apart
      shared names: Odette, Varga, Maple, Hollow
      shared numbers: 40000
      shared words: librarian, dried, volunteers
      numbers only in [1]: 1998
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Any

import click

from mirrorpress import config
from mirrorpress.cli.mirror import in_mirror
from mirrorpress.group import Reason, StoryExplanation
from mirrorpress.group.explanation import (
    ExplainedPair,
    ExplainedReport,
    LeftOut,
    Words,
)
from mirrorpress.group.stories import MOST
from mirrorpress.group.window import EVIDENCE, FARTHEST, Comparison, faded
from mirrorpress.press import explain_stored_story
from mirrorpress.publish.printable import printable
from mirrorpress.redact import without_secrets

_MAX_TITLE = 90  # characters
_MOST_LEFT_OUT = 5  # nearest reports not in the story; --json has `LEFT_OUT`
_MIN_FADED = 0.8  # what similarity counts after a time that is worth a word


@click.command("explain-story")
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@in_mirror
def explain_story(id: str, directory: Path, as_json: bool) -> int:
    """Show why the reports of a story are together, and why the nearest others are not.

    ID is the id of a story (the name of its page's file), or the id or address of an article: then
    the story that it is in. An article in no story is explained, too. Nothing is changed, and a
    round may run meanwhile.
    """
    found = explain_stored_story(config.load(directory), id)
    if as_json:
        click.echo(without_secrets(json.dumps(_data(found), ensure_ascii=False)))
    else:
        for line in lines_of(found):
            click.echo(printable(without_secrets(line)))
    return 0


def lines_of(found: StoryExplanation) -> Iterator[str]:
    """An explanation as lines for people."""
    known = (*found.reports, *(one.report for one in found.left_out))
    printer = _Printer(
        {report.id: f"[{at}]" for at, report in enumerate(known, 1)}, found.threshold
    )
    yield _head(found)
    if found.follows:
        title = " ".join(found.follows.title.split())[:_MAX_TITLE]
        yield f"it follows story {found.follows.id}: {title}"
    if found.is_roundup:
        yield "its title says that it reports many events: it is compared with no other report"
    for report in found.reports:
        yield ""
        yield from printer.report(report)
    yield ""
    yield "The nearest reports that are not in it:" if found.story else "The nearest reports:"
    if not found.left_out:
        yield "    none: no other report of these days shares a word that says much of it"
    for one in found.left_out[:_MOST_LEFT_OUT]:
        yield ""
        yield from printer.report(one.report, _why(one, found))
    if (more := len(found.left_out) - _MOST_LEFT_OUT) > 0:
        yield ""
        yield f"… and {more} more, less similar ones; --json has them"


def _head(found: StoryExplanation) -> str:
    among = f"{found.among} article{'s' if found.among > 1 else ''} of these days compared"
    needed = f"mean similarity needed: {found.threshold:.3f}"
    if found.story is None:
        return f"in no story ({among}; {needed})"
    shown = f", {len(found.reports)} of them shown" if len(found.reports) < found.size else ""
    return f"story {found.story}: {found.size} reports{shown} ({among}; {needed})"


class _Printer:
    """Makes the lines of reports; what two reports share is written once.

    Args:
        numbers: what the lines call a report, by its id.
        threshold: the similarity that is needed.
    """

    def __init__(self, numbers: dict[str, str], threshold: float) -> None:
        self._numbers = numbers
        self._threshold = threshold
        self._described: set[frozenset[str]] = set()

    def report(self, report: ExplainedReport, why_not: str = "") -> Iterator[str]:
        """A report, those that are nearest to it, and why it is not in the story."""
        title = " ".join(report.title.split())
        title = title if len(title) <= _MAX_TITLE else title[:_MAX_TITLE] + "…"
        yield f"{self._numbers[report.id]} {title}"
        time = f"{report.published.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        yield f"    {report.source}, {time}, {report.id}"
        for place, pair in enumerate(report.nearest):
            word = "then" if place else "nearest"
            yield f"    {word}: {self._name(pair.other)}, {_near(pair.compared)}"
            if why_not:
                yield f"    why not: {why_not}"
            if not place:
                yield from self._words(report, pair)

    def _name(self, name: str) -> str:
        """The number of a report, or its id where it is not shown."""
        return self._numbers.get(name, name)

    def _words(self, report: ExplainedReport, pair: ExplainedPair) -> Iterator[str]:
        """What two reports share, and what speaks against it."""
        both = frozenset((report.id, pair.other))
        if both in self._described:
            return
        self._described.add(both)
        shared, one, other = pair.shared, pair.only_one, pair.only_other
        if pair.compared.is_copy:  # they share most of the text
            shared = Words()
        mine, theirs = self._name(report.id), self._name(pair.other)
        for what, words in (
            ("shared in both languages", pair.across),
            ("shared names", shared.names),
            ("shared numbers", shared.numbers),
            ("shared words", shared.others),
            (f"names only in {mine}", one.names),
            (f"names only in {theirs}", other.names),
            (f"numbers only in {mine}", one.numbers),
            (f"numbers only in {theirs}", other.numbers),
        ):
            if words:
                yield f"      {what}: {', '.join(words)}"
        compared = pair.compared
        if faded(compared.days) < _MIN_FADED and compared.alike >= self._threshold:
            alike = f"{compared.alike:.3f}"
            yield f"      without the time between them, the similarity would be {alike}"


def _near(compared: Comparison) -> str:
    said = f"similarity {compared.similarity:.3f}, {_apart(compared.days)}"
    if compared.is_copy:
        said += f"; copies: {_percent(compared)} of the shorter text is in the longer one"
    return said


def _percent(compared: Comparison) -> str:
    return f"{100 * compared.contained:.0f} %"


def _apart(days: float | None) -> str:
    if days is None:
        return "time not known"
    hours = days * 24
    if hours >= 48:
        return f"{days:.1f} days apart"
    if hours < 1:
        return "less than an hour apart"
    return f"{hours:.0f} hour{'' if round(hours) == 1 else 's'} apart"


def _why(one: LeftOut, found: StoryExplanation) -> str:
    """Why a report is not in the story, as a clause."""
    (pair,) = one.report.nearest
    match one.reason:
        case Reason.NOT_GROUPED:
            return "not grouped so far; the next `mirrorpress build` or `run` does it"
        case Reason.TOO_FAR:
            return f"more than {FARTHEST:.0f} days apart"
        case Reason.LITTLE:
            return (
                f"both share too little to decide (weight {pair.compared.evidence:.1f}, "
                f"{EVIDENCE:.0f} is needed)"
            )
        case Reason.BELOW:
            far = pair.compared.days is not None and pair.compared.days > FARTHEST
            return f"similarity below {found.threshold:.3f}{', and too far apart' if far else ''}"
        case Reason.FULL:
            return f"the story would have more than {MOST} reports"
        case Reason.MEAN:
            here = "this story" if found.story else "this report"
            both = f"its story and {here}" if one.report.story else f"it and {here}"
            return f"near to one report only; mean similarity of {both}: {one.mean or 0:.3f}"
        case Reason.DIVIDED:
            return "two events that look alike: the reports fall into two halves"
        case Reason.SEVERAL:
            return "one of the two is near to several stories that have nothing in common"
        case Reason.LATER:
            return "similar enough now; when it was grouped, it was compared with other reports"


def _data(found: StoryExplanation) -> dict[str, Any]:
    """The object that `explain-story --json` prints."""
    return {
        "story": found.story,
        "size": found.size,
        "threshold": round(found.threshold, 4),
        "compared": found.among,
        "follows": found.follows and found.follows.id,
        "roundup": found.is_roundup,
        "reports": [
            {**_report(report), "nearest": [_pair(pair) for pair in report.nearest]}
            for report in found.reports
        ],
        "left_out": [
            {
                **_report(one.report),
                "story": one.report.story,
                "reason": one.reason.value,
                "mean": None if one.mean is None else round(one.mean, 4),
                "nearest": [_pair(pair) for pair in one.report.nearest],
            }
            for one in found.left_out
        ],
    }


def _report(report: ExplainedReport) -> dict[str, Any]:
    return {
        "id": report.id,
        "source": report.source,
        "url": report.url,
        "title": report.title,
        "published": report.published.isoformat(),
    }


def _pair(pair: ExplainedPair) -> dict[str, Any]:
    compared = pair.compared
    return {
        "id": pair.other,
        "similarity": round(compared.similarity, 4),
        "without_time": round(compared.alike, 4),
        "cosines": {
            "lead": round(compared.lead, 4),
            "text": round(compared.text, 4),
            "names": round(compared.names, 4),
        },
        "evidence": round(compared.evidence, 2),
        "hours": None if compared.days is None else round(compared.days * 24, 2),
        "copies": compared.is_copy,
        "contained": round(compared.contained, 3),
        "shared": _kinds(pair.shared),
        "across": [*pair.across],
        "only_here": _kinds(pair.only_one),
        "only_there": _kinds(pair.only_other),
    }


def _kinds(words: Words) -> dict[str, list[str]]:
    return {"names": [*words.names], "numbers": [*words.numbers], "words": [*words.others]}
