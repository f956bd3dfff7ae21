"""`mirrorpress history`: what happened to one article since it was first seen.

Line 4 opens to 230,000 passengers
    harbour-ledger, vpdcwbcmskg6, http://www.harbourledger.example/2026/03/07/line-4/
    2 revisions; changed by its outlet once: 2026-03-07 18:21:41 UTC

2026-03-07 18:21:33 UTC  first seen: Line 4 opens to 210,000 passengers
2026-03-07 18:21:41 UTC  check: another version came (HTTP 200)
    SHA-256 746bc8f305bce7bd74c42bac74f39e7edf635a1cc8c6cebadf5c8cf477a0a54e
2026-03-07 18:21:41 UTC  revision 2: headline, numbers
    headline before: Line 4 opens to 210,000 passengers
    headline now: Line 4 opens to 230,000 passengers
    changed: On its first day the line carried [-210,000-]{+230,000+} passengers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, assert_never

import click

from mirrorpress import config
from mirrorpress.cli.mirror import in_mirror
from mirrorpress.compare import Difference, Piece
from mirrorpress.press import (
    MOST_REVISIONS,
    ArticleHistory,
    Differences,
    Event,
    FirstSeen,
    LaterRevision,
    Withdrawn,
    read_article_history,
)
from mirrorpress.publish.printable import printable
from mirrorpress.redact import without_secrets
from mirrorpress.store.evidence import MAX_ROWS, Finding

WORDS = {  # of the kinds of changes, in their order
    "headline": "headline",
    "numbers": "numbers",
    "names": "names",
    "quotes": "quotations",
    "cut": "paragraphs cut",
    "added": "paragraphs added",
    "wording": "wording",
}
FINDINGS = {
    "changed": "another version came",
    "missing": "the page is gone",
    "front": "redirected to the front page or the top of its section",
    "emptied": "the text is nearly gone from the page",
    "back": "the article is there again",
}
_MOST_TEXTS = 5  # paragraphs of a kind; --json has more
_MOST_WORDS = 12  # numbers, names
_LONGEST = 300  # characters of a text


@click.command()
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@in_mirror
def history(id: str, directory: Path, as_json: bool) -> int:
    """Show what happened to one article since it was first seen.

    ID is the id of an article, which is in the name of its page, or its address at its source.
    Lists in order of time when it was first seen, each later revision and what its outlet changed
    in it ([-cut-] and {+added+} in a paragraph), what checks at its source found, and since when
    and why it is marked as withdrawn. Nothing is changed, and a round may run meanwhile.
    """
    found = read_article_history(config.load(directory), id)
    if as_json:
        click.echo(without_secrets(json.dumps(data_of(found), ensure_ascii=False)))
    else:
        for line in lines_of(found):
            click.echo(printable(without_secrets(line)))
    return 0


def lines_of(found: ArticleHistory) -> Iterator[str]:
    """A history as lines for people."""
    yield _line(found.title)
    yield f"    {found.source}, {found.id}, {found.url}"
    for address in found.asked:
        if address != found.url:
            yield f"    asked for at {address}"
    yield f"    {'; '.join(_state(found))}"
    for item in found.held:
        what = "a new version was refused" if item.kind == "revision" else "it is not shown"
        yield f"    quarantined {_time(item.since)}, {what}: {_line(item.cause)}"
    yield ""
    for event in found.events:
        yield from _event(event)
        if isinstance(event, FirstSeen) and found.revisions_left_out:
            yield (
                f"… {found.revisions_left_out} revisions not shown: there are {found.revisions}, "
                f"and the first and the last {MOST_REVISIONS} are shown"
            )
    if not found.all_findings:
        yield f"… the first finding of a check and the latest {MAX_ROWS - 1} are kept, no others"


def _state(found: ArticleHistory) -> Iterator[str]:
    """How many revisions there are, and what the article is marked as."""
    yield f"{found.revisions} revision{'' if found.revisions == 1 else 's'}"
    if (changed := found.changed) is None:
        yield "no change by its outlet found"
    elif changed.times == 1:
        yield f"changed by its outlet once: {_time(changed.first)}"
    else:
        times = f"{_time(changed.first)}, last {_time(changed.last)}"
        yield f"changed by its outlet {changed.times} times: first {times}"
    if found.withdrawn is not None:
        yield f"withdrawn since {_time(found.withdrawn.time)}"
    elif found.seems_gone:
        yield f"seems gone since {_time(found.seems_gone[0].time)}, which is not confirmed so far"


def _event(event: Event) -> Iterator[str]:
    time = _time(event.time)
    match event:
        case FirstSeen(headline=headline):
            text = "(its text is damaged in the store)" if headline is None else _line(headline)
            yield f"{time}  first seen: {text}"
        case Finding():
            status = "no page was asked for" if event.status is None else f"HTTP {event.status}"
            yield f"{time}  check: {FINDINGS[event.kind]} ({status})"
            if event.url:
                yield f"    from {event.url}"
            if event.sha256:
                yield f"    SHA-256 {event.sha256}"
            if event.detail:
                yield f"    {_line(event.detail)}"
        case LaterRevision():
            yield f"{time}  revision {event.number}: {_verdict(event)}"
            if event.kinds:
                yield from (f"    {line}" for line in _differences(event.differences))
        case Withdrawn():
            yield f"{time}  marked as withdrawn: {_why(event)}"
        case _:
            assert_never(event)


def _verdict(event: LaterRevision) -> str:
    """What was changed, in plain words; else why nothing of it counts."""
    kinds = ", ".join(said for kind, said in WORDS.items() if kind in event.kinds)
    match event.verdict:
        case "changed":
            return kinds
        case "noise":
            same = event.differences == Differences()
            what = "marks, a picture, a time" if same else "typos, a few words"
            return f"noise: the text says the same ({what} or the like differ)"
        case "reading":
            return "the page says the same; what was read from it differs"
        case "not compared":
            return f"not compared when it came; compared now: {kinds or 'noise'}"
        case "unreadable":
            return "its text, or the one before it, is damaged in the store"
        case _:
            assert_never(event.verdict)


def _differences(found: Differences) -> Iterator[str]:
    if found.headline is not None:
        yield f"headline before: {_line(found.headline[0])}"
        yield f"headline now: {_line(found.headline[1])}"
    yield from _words("numbers", found.numbers)
    yield from _words("names", found.names)
    for what, texts in (
        ("quotation cut", found.quotes.cut),
        ("quotation added", found.quotes.added),
        ("cut", found.cut),
        ("added", found.added),
        ("changed", [_marked(pieces) for pieces in found.edited]),
    ):
        yield from (f"{what}: {_line(text)}" for text in texts[:_MOST_TEXTS])
        if (more := len(texts) - _MOST_TEXTS) > 0:
            yield f"{what}: {more} more; --json has them"
    if found.left_out:
        yield f"at least {found.left_out} more paragraphs, which --json has not either"


def _words(what: str, found: Difference) -> Iterator[str]:
    for done, words in (("cut", found.cut), ("added", found.added)):
        if words:
            more = ", …" if len(words) > _MOST_WORDS else ""
            yield f"{what} {done}: {', '.join(map(_line, words[:_MOST_WORDS]))}{more}"


def _marked(pieces: Sequence[Piece]) -> str:
    """A changed paragraph as one text: "The [-old-]{+new+} ferry"."""
    marks = {"same": ("", ""), "cut": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(piece.text.join(marks[piece.kind]) for piece in pieces)


def _why(event: Withdrawn) -> str:
    signs = event.signs
    if not signs:
        return "no check that found it is kept; it may come from another mirror"
    if signs[-1].status == 410:
        return "the server says that it was removed (HTTP 410)"
    if len(signs) == 1:
        return f"{FINDINGS[signs[0].kind]}, and its index no longer lists it"
    return f"{len(signs)} checks in a row found it gone, the first {_time(signs[0].time)}"


def _line(text: str) -> str:
    """A text on one line, shortened."""
    text = " ".join(text[: 2 * _LONGEST].split()) + ("…" if len(text) > 2 * _LONGEST else "")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _time(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def data_of(found: ArticleHistory) -> dict[str, Any]:
    """The object that `history --json` prints."""
    changed, gone = found.changed, found.withdrawn
    return {
        "id": found.id,
        "source": found.source,
        "title": found.title,
        "url": found.url,
        "asked": [*found.asked],
        "published": found.published.isoformat(),
        "revisions": found.revisions,
        "revisions_left_out": found.revisions_left_out,
        "changed": changed
        and {
            "times": changed.times,
            "first": changed.first.isoformat(),
            "last": changed.last.isoformat(),
        },
        "withdrawn": gone and {"since": gone.time.isoformat(), "why": _why(gone)},
        "seems_gone": found.seems_gone[0].time.isoformat() if found.seems_gone else None,
        "quarantined": [
            {"kind": item.kind, "since": item.since.isoformat(), "cause": item.cause}
            for item in found.held
        ],
        "all_findings": found.all_findings,
        "events": [
            {"time": event.time.isoformat(), **_event_data(event)} for event in found.events
        ],
    }


def _event_data(event: Event) -> dict[str, Any]:
    match event:
        case FirstSeen(headline=headline):
            return {"event": "first seen", "headline": headline}
        case Finding():
            return {
                "event": "check",
                "found": event.kind,
                "status": event.status,
                "url": event.url,
                "sha256": event.sha256,
                "detail": event.detail,
            }
        case LaterRevision():
            return {
                "event": "revision",
                "number": event.number,
                "verdict": event.verdict,
                "kinds": [kind for kind in WORDS if kind in event.kinds],
                **_differences_data(event.differences),
            }
        case Withdrawn():
            return {"event": "withdrawn", "why": _why(event)}
        case _:
            assert_never(event)


def _differences_data(found: Differences) -> dict[str, Any]:
    before, now = found.headline or (None, None)
    return {
        "headline": found.headline and {"before": before, "now": now},
        "numbers": _difference_data(found.numbers),
        "names": _difference_data(found.names),
        "quotes": _difference_data(found.quotes),
        "paragraphs": {
            "cut": [*found.cut],
            "added": [*found.added],
            "changed": [
                [{"kind": piece.kind, "text": piece.text} for piece in pieces]
                for pieces in found.edited
            ],
            "left_out": found.left_out,
        },
    }


def _difference_data(found: Difference) -> dict[str, Any]:
    return {"cut": [*found.cut], "added": [*found.added]}
