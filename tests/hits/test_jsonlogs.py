"""JSON objects that say what was read."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest

from mirrorpress.errors import ReadError
from mirrorpress.hits import jsonlogs
from mirrorpress.hits.outcome import BadLine, Hit, Skip

DAY = "2031-05-10"


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ({"path": "/a.md"}, Hit("a.md")),
        ({"uri": "/a.md?x", "ts": 1936180536.5}, Hit("a.md", DAY)),
        ({"url": "https://m.example/a.md", "time": "2031-05-10T13:55:36Z"}, Hit("a.md", DAY)),
        ({"requestURI": "/a.md", "@timestamp": "2031-05-10T13:55:36.123Z"}, Hit("a.md", DAY)),
        ({"request-path": "/a.md", "time": 1936180536123}, Hit("a.md", DAY)),
        ({"request": "GET /a.md HTTP/1.1", "status": "200"}, Hit("a.md")),
        ({"request": "HEAD /a.md HTTP/1.1", "status": "200"}, Skip.OTHER),
        ({"request": "/a.md", "path": "/var/log/x.log"}, Hit("a.md")),
        ({"request": "text", "path": "/a.md"}, Hit("a.md")),
        ({"path": "/a.md", "method": "get", "status": 304}, Hit("a.md")),
        ({"path": "/a.md", "method": "POST"}, Skip.OTHER),
        ({"path": "/a.md", "statusCode": 404}, Skip.OTHER),
        ({"path": "/a.md", "status": 0}, Skip.OTHER),
        ({"path": "/a.md", "status": "000"}, Skip.OTHER),
        ({"path": "/a.css"}, Skip.OTHER),
        ({"path": "/a.md", "http_user_agent": "ExampleBot"}, Skip.BOT),
        ({"path": "/a.md", "cs(User-Agent)": "-"}, Skip.BOT),
        ({"path": "/a.md", "user_agent": ""}, Skip.BOT),
        ({"path": "/a.md", "userAgent": None}, Hit("a.md")),
        ({"path": "/a.md", "count": 7}, Hit("a.md", None, 7)),
        ({"path": "/a.md", "views": "7", "date": DAY}, Hit("a.md", DAY, 7)),
        ({"path": "/a.md", "count": 0}, Skip.OTHER),
        ({"path": "/a.md", "count": 7, "status": 200}, Hit("a.md")),
        ({"ClientRequestURI": "/a.md", "ClientRequestMethod": "GET", "EdgeResponseStatus": 200,
          "EdgeStartTimestamp": 1936180536123456789}, Hit("a.md", DAY)),
        ({"RequestPath": "/a.md", "RequestMethod": "GET", "DownstreamStatus": 200,
          "StartUTC": "2031-05-10T13:55:36.123456789Z"}, Hit("a.md", DAY)),
        ({"httpRequest": {"requestMethod": "GET", "requestUrl": "https://m.example/a.md",
          "status": 200, "userAgent": "curl/8"}, "timestamp": "2031-05-10T00:00:00Z"}, Skip.BOT),
        ({"req": {"method": "GET", "url": "/a.md", "headers": {"user-agent": "Mozilla"}},
          "res": {"statusCode": 404}}, Skip.OTHER),
        ({"request": {"uri": "/a.md", "headers": {"Status": "404", "Uri": "/b.md", "Time": "x"}},
          "status": 200, "path": "/c.md"}, Hit("a.md")),
        ({"request": {"uri": "/a.md", "headers": {"User-Agent": ["Wget/1"]}}}, Skip.BOT),
        ({"request": {"uri": "/a.md", "headers": {"user-agent": ["Wget/1", "x"]}}}, Skip.BOT),
        ({"request": {"uri": "/a.md", "headers": {"User-Agent": []}}}, Hit("a.md")),
        ({"request": {"uri": "/a.md", "headers": {}}, "user_agent": "Wget/1"}, Skip.BOT),
        ({"request": {"uri": "/a.md"}, "response": {"headers": {"user-agent": "Wget"}}},
         Hit("a.md")),
        ({"request": {"uri": "/a.md", "headers": []}}, Hit("a.md")),
        ({"path": "/a.md", "x" * 5000: 1}, Hit("a.md")),
    ],
)  # fmt: skip
def test_an_object(found: dict[str, Any], outcome: Hit | Skip) -> None:
    assert jsonlogs.read_object(found, UTC) == outcome


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        ([], "no JSON object"),
        ({}, "names no path"),
        ({"path": None}, "names no path"),
        ({"path": {"a": 1}}, "names no path"),
        ({"request": {"host": "m.example"}}, "names no path"),
        ({"path": "/a", "status": "ok"}, "status is no number"),
        ({"path": "/a", "status": 200.5}, "status is no number"),
        ({"path": "/a", "time": "soon"}, "date cannot be read"),
        ({"path": "/a", "count": 1.5}, "no whole number"),
        ({"path": "/a", "count": -1}, "out of range"),
    ],
)
def test_a_bad_object(found: Any, cause: str) -> None:
    with pytest.raises(BadLine, match=cause):
        jsonlogs.read_object(found, UTC)


def test_lines() -> None:
    read = jsonlogs.reader(UTC)
    assert read(b' {"path": "/a.md"} ') == Hit("a.md")
    assert read(b"  ") is Skip.OTHER
    for line in (b"{", b"\xff", b"[" * 9999, b'{"path": "/a.md"}}'):
        with pytest.raises(BadLine, match="not valid JSON"):
            read(line)


def test_the_items_of_a_list() -> None:
    assert list(jsonlogs.items(b'[{"path": "/a"}, 7]')) == [{"path": "/a"}, 7]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (b'{"count": 1, "uniques": 1, "views": []}', "does not say what was read"),
        (b'{"message": "Not Found", "status": "404"}', "no JSON list of pages"),
        (b"[1", "neither a JSON list"),
        (b"[" * 99_999, "neither a JSON list"),
    ],
)
def test_no_list(document: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        list(jsonlogs.items(document))
