"""CSV tables: counts, views, rankings, and the export of GoatCounter.

    path,count            "/a.md",12          the count of each page; also with a day
    path,title            /a.md,A title       a ranking, or one view a line (`formats.py`)
    date,path             2031-05-10,/a.md    one view a line
    2Path,Title,Event,UserAgent,Browser,System,Session,Bot,Referrer,…,Date      GoatCounter

A header names the columns in any order and case; without one they are path and count, or path and
title. GoatCounter's columns are documented at https://www.goatcounter.com/help/export: its header
begins with the version of the export, `Event` is true for what is no page, and `Bot` is a number
of https://pkg.go.dev/zgo.at/isbot, where 0 and 1 are people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from mirrorpress.errors import ReadError
from mirrorpress.hits import days
from mirrorpress.hits.cells import cells
from mirrorpress.hits.numbers import count_of
from mirrorpress.hits.outcome import BadLine, Hit, LineReader, Skip
from mirrorpress.hits.paths import normal_path
from mirrorpress.hits.requests import is_bot, is_page

# Names of columns, as `_folded` writes them.
_NAMES = {
    "path": ("path", "page", "pagepath", "url", "uri", "address", "link"),
    "count": ("count", "counts", "hits", "views", "pageviews", "requests", "visits"),
    "day": ("date", "day", "datetime", "time", "timestamp"),
    "title": ("title", "pagetitle", "name"),
}
_GOATCOUNTER = re.compile(r"([0-9]{1,9})path")
_VERSIONS = ("1", "2")  # of GoatCounter's export, that are documented
_PEOPLE = ("", "0", "1")  # not known as a bot; looks like none
_PUNCTUATION = dict.fromkeys(map(ord, "_-. "))
# "/any thing", "a/b", "https://…", "a.md"; prose has white space ahead of its first comma.
_LIKE_A_PATH = re.compile(r"/.*|[^\s/]{1,200}/\S*|\S{1,200}\.[A-Za-z0-9]{1,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where in a record the cells are; None where there is no such column."""

    path: int
    count: int | None = None
    day: int | None = None
    title: int | None = None
    event: int | None = None
    bot: int | None = None
    agent: int | None = None


WITH_COUNT = Columns(path=0, count=1)  # without a header
WITH_TITLE = Columns(path=0, title=1)


def header(line: bytes) -> Columns | None:
    """The columns that a first line names; None where it is no header.

    Raises:
        ReadError: it is the header of an export of GoatCounter that is not known.
    """
    names = [_folded(cell) for cell in _cells(line) or ()]
    if names and (found := _GOATCOUNTER.fullmatch(names[0])):
        return _goatcounter(found[1], names[1:])
    at = {kind: _index(names, known) for kind, known in _NAMES.items()}
    path = at.pop("path")
    if path is None or all(index is None for index in at.values()):
        return None
    return Columns(path=path, **at)


def _goatcounter(version: str, names: list[str]) -> Columns:
    if version not in _VERSIONS:
        raise ReadError(
            f"this export of GoatCounter has version {version}; known are "
            f"{' and '.join(_VERSIONS)}; a newer mirrorpress may read it"
        )
    names.insert(0, "path")
    day, event, bot = (_index(names, (name,)) for name in ("date", "event", "bot"))
    if day is None or event is None or bot is None:
        raise ReadError("this export of GoatCounter has no column Date, Event or Bot")
    return Columns(path=0, day=day, event=event, bot=bot, agent=_index(names, ("useragent",)))


def looks_like(line: bytes) -> Columns | None:
    """The columns of a line without a header: a path, and a count or a title; else None."""
    found = _cells(line)
    if found is None or len(found) < 2:
        return None
    if not _LIKE_A_PATH.fullmatch(found[0]):
        return None
    try:
        count_of(found[1])
    except BadLine:
        return WITH_TITLE
    return WITH_COUNT


def reader(columns: Columns, zone: tzinfo) -> LineReader:
    """A reader of records.

    Args:
        columns: of the table. Without a count, a record counts one view.
        zone: of the days.
    """

    def read(line: bytes) -> Hit | Skip:
        if not line.strip() or line.startswith(b"#"):
            return Skip.OTHER
        found = _cells(line)
        if found is None:
            raise BadLine("a quote is not closed")
        path = normal_path(_cell(found, columns.path))
        if _is_event(found, columns) or not is_page(path):
            return Skip.OTHER
        if _is_bot(found, columns):
            return Skip.BOT
        number = 1 if columns.count is None else count_of(_cell(found, columns.count))
        day = None if columns.day is None else days.of_value(_cell(found, columns.day), zone)
        return Hit(path, day, number) if number else Skip.OTHER

    return read


def _is_event(found: list[str], columns: Columns) -> bool:
    return columns.event is not None and _cell(found, columns.event).lower() == "true"


def _is_bot(found: list[str], columns: Columns) -> bool:
    if columns.bot is not None and _cell(found, columns.bot) not in _PEOPLE:
        return True
    agent = "" if columns.agent is None else _cell(found, columns.agent)
    return bool(agent) and is_bot(agent)


def _cells(line: bytes) -> list[str] | None:
    """Bytes that are not UTF-8 spoil only the cell that they are in."""
    return cells(line.decode("utf-8", "surrogateescape"))


def _cell(found: list[str], at: int) -> str:
    if at >= len(found):
        raise BadLine("it has too few cells")
    return found[at].strip()


def _index(names: Sequence[str], known: tuple[str, ...]) -> int | None:
    """Where the first of the known names is."""
    return next((names.index(name) for name in known if name in names), None)


def _folded(name: str) -> str:
    return name.strip().lower().translate(_PUNCTUATION)
