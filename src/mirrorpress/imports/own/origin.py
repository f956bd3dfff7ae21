"""What a page of our own Markdown editions says around an article: outlet, authors, times.

    The Gazette · World · A. Kern · 2026-03-04 07:20 (UTC+08:00) · updated 2026-03-04 09:05 …
    **The outlet took this article down; noticed on 2026-03-06.**
    <!--1772578800000-->

Names that run against the direction of the line stand between the characters U+2068 and U+2069.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from mirrorpress.imports.epoch import YEARS, moment_of
from mirrorpress.imports.own.body import Node
from mirrorpress.imports.own.inline import SEPARATOR, line_of, links_of
from mirrorpress.model.blocks import Strong
from mirrorpress.model.plain import inline_text

_MAX_ORIGIN = 10_000  # characters of the line with outlet, authors and times
_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_TIME = re.compile(r"<!--(\d{1,13})-->")
_DAY = re.compile(r"(?a:(\d{4}-\d\d-\d\d))")
_STAMP = re.compile(r"(?a:(\d{4}-\d\d-\d\d \d\d:\d\d)( \(UTC([+-]\d\d:\d\d)?\))?)")
_OUTLET_PAGE = re.compile(r"(?:\.\./)+(?:outlets|lists)/[^/]+\.md")


@dataclass(frozen=True, slots=True)
class Origin:
    """The line with outlet, section, authors and times."""

    outlet: str = ""
    names: tuple[str, ...] = ()
    published: datetime | None = None  # naive where no zone is named, as `modified`
    modified: datetime | None = None


def bold(node: Node) -> str | None:
    """The text of a paragraph that is all in bold; None where it is another."""
    match line_of(node.line) if node.type == "paragraph" else ():
        case (Strong(children),):
            return inline_text(children)
        case _:
            return None


def outlet_of(around: Iterable[Node]) -> str:
    """The outlet as the navigation names it; "" where that has no link to its list."""
    for node in around:
        for url, label in links_of(node.line) if node.type == "paragraph" else ():
            if _OUTLET_PAGE.fullmatch(url):
                return _bare_name(label)
    return ""


def origin_of(node: Node, outlet: str) -> Origin | None:
    """The line "The Gazette · World · A. Kern · 2026-03-04 07:20 (UTC)"; None where it is none."""
    if node.type != "paragraph":
        return None
    line = inline_text(line_of(node.line))
    if len(line) > _MAX_ORIGIN:
        return None
    known, line = _known(line, outlet)
    names = _names(line)
    for at in range(len(names) - 1, max(len(names) - 3, -1), -1):
        if stamp := _STAMP.fullmatch(names[at]):
            later = _STAMP.search(SEPARATOR.join(names[at + 1 :]))
            shown = (*known, *names[:at])
            return Origin(
                outlet=shown[0] if shown else "",
                names=tuple(shown[1:]),
                published=_moment(stamp),
                modified=_moment(later) if later else None,
            )
    return None


def _known(line: str, outlet: str) -> tuple[tuple[str, ...], str]:
    """The known outlet where the line begins with it, and the rest of the line."""
    for start in (outlet, f"{_ISOLATE}{outlet}{_POP_ISOLATE}"):
        if outlet and line.startswith(f"{start}{SEPARATOR}"):
            return (outlet,), line[len(start) + len(SEPARATOR) :]
    return (), line


def _names(line: str) -> list[str]:
    """The parts of a line between separators; one that is set apart may hold separators."""
    found: list[str] = []
    is_open = False
    for part in line.split(SEPARATOR):
        if is_open:
            part = f"{found.pop()}{SEPARATOR}{part}"
        found.append(part)
        is_open = part.startswith(_ISOLATE) and not part.endswith(_POP_ISOLATE)
    return [_bare_name(part) for part in found]


def _bare_name(text: str) -> str:
    """A name or time without the characters that set it apart from the words around it."""
    if text.startswith(_ISOLATE) and text.endswith(_POP_ISOLATE):
        return text[1:-1]
    return text


def _moment(stamp: re.Match[str]) -> datetime | None:
    """The time of a stamp, naive where it names no zone; None where there is no such time."""
    try:
        moment = datetime.strptime(stamp[1], "%Y-%m-%d %H:%M")
        if moment.year not in YEARS:
            return None
        if not stamp[2]:
            return moment
        return moment.replace(tzinfo=datetime.strptime(stamp[3], "%z").tzinfo if stamp[3] else UTC)
    except ValueError:
        return None


def exact_time(comment: str) -> datetime | None:
    """The time in the comment with which a page of archive begins; None where it is another."""
    found = _TIME.fullmatch(comment)
    return moment_of(int(found[1])) if found else None


def withdrawn(around: Iterable[Node], published: datetime | None) -> datetime | None:
    """The start of the day that a notice in bold names, in the zone of publication."""
    for node in around:
        day = _DAY.search(bold(node) or "")
        try:
            found = datetime.fromisoformat(day[1]) if day else None
        except ValueError:
            continue
        if found and found.year in YEARS:
            return found.replace(tzinfo=published.tzinfo if published else UTC)
    return None
