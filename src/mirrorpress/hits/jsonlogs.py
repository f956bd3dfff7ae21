"""JSON objects that say what was read: a line each, as servers log, or a list of them.

    {"time": "2031-05-10T13:55:36+02:00", "request": "GET /a.md HTTP/1.1", "status": 200}
    {"ts": 1936180536.1, "request": {"method": "GET", "uri": "/a.md",
     "headers": {"User-Agent": ["…"]}}, "status": 200}                           (Caddy)
    [{"path": "/owner/repo/blob/main/a.md", "title": "…", "count": 7, "uniques": 5}]
                                            (GitHub, GET /repos/…/traffic/popular/paths)

Names of members are compared without case and punctuation: `requestUri` is `request_uri`. Members
of the request, of its headers and of the response count like those of the object. An object that
has neither a status nor a method is taken for a page view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import tzinfo
from functools import lru_cache
from typing import Any

import msgspec

from mirrorpress.errors import ReadError
from mirrorpress.hits import days
from mirrorpress.hits.numbers import count_of
from mirrorpress.hits.outcome import BadLine, Hit, LineReader, Skip
from mirrorpress.hits.paths import normal_path
from mirrorpress.hits.requests import SUCCESS, is_bot, is_page

MAX_NAME = 40  # characters of the name of a member that matters

# Names of members, most telling first, as `_folded` writes them.
_REQUEST_LINE = ("request", "requestline")
_PATHS = ("requesturi", "uri", "path", "url", "requestpath", "requesturl", "pathname", "page",
          "clientrequesturi", "clientrequestpath", "csuristem", "documenturi")  # fmt: skip
_METHODS = ("method", "requestmethod", "httpmethod", "verb", "csmethod", "clientrequestmethod")
_STATUSES = ("status", "statuscode", "responsestatus", "responsecode", "scstatus",
             "edgeresponsestatus", "downstreamstatus")  # fmt: skip
_AGENTS = ("useragent", "httpuseragent", "agent", "requestuseragent", "clientrequestuseragent",
           "csuseragent", "ua")  # fmt: skip
_TIMES = ("time", "timestamp", "ts", "datetime", "date", "day", "timeiso8601", "timelocal",
          "msec", "starttime", "startutc", "edgestarttimestamp")  # fmt: skip
_COUNTS = ("count", "views", "pageviews", "hits")
_REQUESTS = ("request", "req", "httprequest")
_NESTED = (*_REQUESTS, "response", "res")
_PUNCTUATION = dict.fromkeys(map(ord, "_-.@() "))
_LINE = re.compile(r"([A-Z]+) (\S+)(?: HTTP/[0-9.]+)?")

_WITHOUT_PATHS = (
    "this is GitHub's traffic by day (traffic/views or traffic/clones), which does not say what "
    "was read; use the answer of traffic/popular/paths"
)


def reader(zone: tzinfo) -> LineReader:
    """A reader of lines that are objects.

    Args:
        zone: of the days.
    """

    def read(line: bytes) -> Hit | Skip:
        if not line.strip():
            return Skip.OTHER
        try:
            found = msgspec.json.decode(line)
        except (ValueError, RecursionError):
            raise BadLine("this is not valid JSON") from None
        return read_object(found, zone)

    return read


def items(document: bytes) -> Iterator[Any]:
    """The items of a JSON list.

    Raises:
        ReadError: the document is not valid JSON, no list, or traffic of GitHub without paths.
    """
    try:
        found = msgspec.json.decode(document)
    except (ValueError, RecursionError):
        raise ReadError("this is neither a JSON list nor one JSON object a line") from None
    if isinstance(found, dict) and "uniques" in found:
        raise ReadError(_WITHOUT_PATHS)
    if not isinstance(found, list):
        raise ReadError("this is no JSON list of pages; each page is an object with path and count")
    yield from found


def read_object(found: Any, zone: tzinfo) -> Hit | Skip:
    """What an object counts.

    Raises:
        BadLine: it is no object, names no path, or has a member that cannot be read.
    """
    if not isinstance(found, dict):
        raise BadLine("this is no JSON object")
    members = _members(found)
    method, target = _request(members)
    status = _first(members, _STATUSES)
    if method not in (None, "GET") or (status is not None and _status(status) not in SUCCESS):
        return Skip.OTHER
    path = normal_path(target)
    if not is_page(path):
        return Skip.OTHER
    agent = _first(members, _AGENTS)
    if isinstance(agent, str) and is_bot(agent):
        return Skip.BOT
    time = _first(members, _TIMES)
    count = None if status or method else _first(members, _COUNTS)
    number = 1 if count is None else count_of(count)
    day = None if time is None else days.of_value(time, zone)
    return Hit(path, day, number) if number else Skip.OTHER


def _members(found: dict[str, Any]) -> dict[str, Any]:
    """The members that matter, those of nested objects too, under folded names."""
    members = _folded(found)
    for name in _NESTED:
        if isinstance(nested := members.get(name), dict):
            members |= _folded(nested)
            headers = nested.get("headers")
            if name in _REQUESTS and isinstance(headers, dict):
                members |= _agent_in(headers)
    return members


def _agent_in(headers: dict[str, Any]) -> dict[str, Any]:
    """The user agent among the headers of a request; the others are what the reader likes."""
    value = _folded(headers).get(_AGENTS[0])
    if isinstance(value, list):
        value = value[0] if value else None
    return {_AGENTS[0]: value} if isinstance(value, str) else {}


def _folded(found: dict[str, Any]) -> dict[str, Any]:
    return {_fold(name): value for name, value in found.items() if len(name) <= MAX_NAME}


@lru_cache(maxsize=1024)
def _fold(name: str) -> str:
    return name.lower().translate(_PUNCTUATION)


def _first(members: dict[str, Any], names: tuple[str, ...]) -> Any:
    """The first member that is there, the only value of a list being the value; else None."""
    for name in names:
        value = members.get(name)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, str | int | float):
            return value
    return None


def _request(members: dict[str, Any]) -> tuple[str | None, str]:
    """Method, where one is named, and target.

    Raises BadLine where no target is named.
    """
    method = _first(members, _METHODS)
    method = method.upper() if isinstance(method, str) else None
    line = _first(members, _REQUEST_LINE)
    if isinstance(line, str):
        if found := _LINE.fullmatch(line):
            return found[1], found[2]
        if line.startswith(("/", "http://", "https://")):
            return method, line
    target = _first(members, _PATHS)
    if not isinstance(target, str):
        raise BadLine("it names no path")
    return method, target


def _status(value: str | int | float) -> int:
    if isinstance(value, str) and len(value) == 3 and value.isascii() and value.isdigit():
        return int(value)
    if isinstance(value, int):
        return value
    raise BadLine("the status is no number")
