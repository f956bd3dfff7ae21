r"""Lines of access logs: Common and Combined format, of nginx and Apache.

    192.0.2.1 - - [10/May/2031:13:55:36 +0200] "GET /a.md HTTP/1.1" 200 2326
    a.example:443 2001:db8::1 - ann [10/May/2031:13:55:36 +0200] "GET /a.md HTTP/2.0" 200 2326
        "https://b.example/" "Mozilla/5.0 \"x\""                       (Combined, with a host)

What comes ahead of the time (hosts, addresses, names of users) is passed over. Bytes that are not
ASCII, and quotes, are escaped: nginx writes `\x22`, Apache `\"`.
"""

from __future__ import annotations

import re
from datetime import tzinfo

from mirrorpress.hits import days
from mirrorpress.hits.outcome import BadLine, Hit, LineReader, Skip
from mirrorpress.hits.paths import normal_path
from mirrorpress.hits.requests import SUCCESS, is_bot, is_page

_TEXT = rb'"([^"\\]*+(?:\\.[^"\\]*+)*+)"'  # in quotes, which are escaped inside
_LINE = re.compile(
    rb"\[" + days.LOG.pattern + rb"\] " + _TEXT
    + rb" (\d{3}) (?:\d+|-)(?= |$)"
    + rb"(?: " + _TEXT + rb" " + _TEXT + rb")?"
)  # fmt: skip
_REQUEST = re.compile(rb"([A-Z]+) ([^ ]+)(?: HTTP/[0-9.]+)?")
_TARGETS = (b"/", b"http://", b"https://")
_ESCAPE = re.compile(rb"\\(?:x([0-9A-Fa-f]{2})|(.))", re.DOTALL)


def looks_like(line: bytes) -> bool:
    """Whether a line is of an access log."""
    return _LINE.search(line) is not None


def reader(zone: tzinfo) -> LineReader:
    """A reader of lines.

    Args:
        zone: of the days.
    """

    def read(line: bytes) -> Hit | Skip:
        found = _LINE.search(line)
        if found is None:
            if not line.strip():
                return Skip.OTHER
            raise BadLine("this is no line of an access log")
        minute, offset, request, status, _, agent = found.groups()
        if int(status) not in SUCCESS:
            return Skip.OTHER
        target = _target(request)
        if target is None:
            return Skip.OTHER
        path = normal_path(target)
        if not is_page(path):
            return Skip.OTHER
        if agent is not None and is_bot(agent.decode("latin-1")):
            return Skip.BOT
        return Hit(path, days.of_log(minute, offset, zone))

    return read


def _target(request: bytes) -> str | None:
    """What a GET asks for; None for other methods.

    Raises BadLine where it is no request of HTTP, or not UTF-8.
    """
    found = _REQUEST.fullmatch(request)
    if found is not None and found[1] != b"GET":
        return None
    if found is None or not found[2].startswith(_TARGETS):
        raise BadLine("the request cannot be read")
    target = _ESCAPE.sub(_unescaped, found[2]) if b"\\" in found[2] else found[2]
    try:
        return target.decode("utf-8")
    except UnicodeDecodeError:
        raise BadLine("the path is not valid UTF-8") from None


def _unescaped(escape: re.Match[bytes]) -> bytes:
    r"""`\xE4` as `%E4`, so that it is decoded with the rest of the path; `\"` as `%22`."""
    if escape[1]:
        return b"%" + escape[1]
    return b"%0A" if escape[2] in b"bnrtv" else b"%%%02X" % escape[2][0]
