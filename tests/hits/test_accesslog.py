"""Lines of access logs."""

from __future__ import annotations

from datetime import UTC

import pytest

from mirrorpress.hits import accesslog
from mirrorpress.hits.outcome import BadLine, Hit, Skip

AHEAD = "192.0.2.1 - - [10/May/2031:13:55:36 +0000]"
DAY = "2031-05-10"


def read(line: str) -> Hit | Skip:
    return accesslog.reader(UTC)(line.encode("latin-1"))


@pytest.mark.parametrize(
    "ahead",
    [
        "192.0.2.1 - -", "2001:db8::1 - -", "host.example - -", "unix: - -", "- - -",
        "mirror.example 192.0.2.1 - -", "mirror.example:443 192.0.2.1 - -",
        "[2001:db8::1]:443 192.0.2.1 - -", "[2001:db8::1] - -", "192.0.2.1 - user name",
        '192.0.2.1 - "user [name"', "192.0.2.1", "192.0.2.1, 198.51.100.7 - -",
    ],
)  # fmt: skip
def test_what_is_ahead_of_the_time_is_passed_over(ahead: str) -> None:
    line = f'{ahead} [10/May/2031:13:55:36 +0000] "GET /a.md HTTP/1.1" 200 7'
    assert read(line) == Hit("a.md", DAY)


@pytest.mark.parametrize(
    ("request_line", "path"),
    [
        ("GET /a.md HTTP/1.1", "a.md"),
        ("GET /a.md HTTP/2.0", "a.md"),
        ("GET /a.md", "a.md"),
        ("GET http://mirror.example/a.md HTTP/1.1", "a.md"),
        (r"GET /\xE5\xB1\xB1.md HTTP/1.1", "山.md"),
        ("GET /\xe5\xb1\xb1.md HTTP/1.1", "山.md"),
        (r"GET /a\"b.md HTTP/1.1", 'a"b.md'),
        (r"GET /a\x22b.md HTTP/1.1", 'a"b.md'),
        (r"GET /a\\b.md HTTP/1.1", "a\\b.md"),
        (r"GET /a\\x41.md HTTP/1.1", "a\\x41.md"),
    ],
)
def test_a_request(request_line: str, path: str) -> None:
    assert read(f'{AHEAD} "{request_line}" 200 7') == Hit(path, DAY)


@pytest.mark.parametrize("status", [200, 206, 304])
def test_success_counts(status: int) -> None:
    assert read(f'{AHEAD} "GET /a.md HTTP/1.1" {status} -') == Hit("a.md", DAY)


@pytest.mark.parametrize(
    "rest",
    [
        '"GET /a.md HTTP/1.1" 404 7', '"GET /a.md HTTP/1.1" 301 7', '"GET /a.md HTTP/1.1" 500 -',
        '"HEAD /a.md HTTP/1.1" 200 0', '"POST /a.md HTTP/1.1" 200 7', '"OPTIONS * HTTP/1.1" 200 7',
        '"-" 408 0', r'"\x16\x03\x01" 400 157', '"GET /a.png HTTP/1.1" 200 7',
    ],
)  # fmt: skip
def test_what_is_no_page_read(rest: str) -> None:
    assert read(f"{AHEAD} {rest}") is Skip.OTHER


@pytest.mark.parametrize(
    ("rest", "outcome"),
    [
        ('"-" "Mozilla/5.0"', Hit("a.md", DAY)),
        ('"https://b.example/" "Mozilla/5.0 \\"x\\" y"', Hit("a.md", DAY)),
        ('"https://b.example/\\"bot" "Mozilla/5.0" "bot"', Hit("a.md", DAY)),
        ('"-" "Mozilla/5.0" 0.004 "-"', Hit("a.md", DAY)),
        ("0.004", Hit("a.md", DAY)),
        ('"-" "a \\"bot\\""', Skip.BOT),
        ('"-" "b\xf6t crawler"', Skip.BOT),
        ('"-" "-"', Skip.BOT),
        ('"-" ""', Skip.BOT),
    ],
)
def test_what_follows_the_size(rest: str, outcome: Hit | Skip) -> None:
    assert read(f'{AHEAD} "GET /a.md HTTP/1.1" 200 7 {rest}') == outcome


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("hello", "no line of an access log"),
        (f'{AHEAD} "GET /a.md HTTP/1.1" 200', "no line of an access log"),
        (f'{AHEAD} "GET /a"b.md HTTP/1.1" 200 7', "no line of an access log"),
        (f'{AHEAD} "GET /a.md HTTP/1.1" 200 7x', "no line of an access log"),
        (f'{AHEAD} "GET /a.md HTTP/1.1" 2000 7', "no line of an access log"),
        (f'{AHEAD} "GET /a b.md HTTP/1.1" 200 7', "request cannot be read"),
        (f'{AHEAD} "GET a.md HTTP/1.1" 200 7', "request cannot be read"),
        (f'{AHEAD} "-" 200 7', "request cannot be read"),
        (f'{AHEAD} "GET /\xff.md HTTP/1.1" 200 7', "not valid UTF-8"),
        (f'{AHEAD} "GET /\\xFF.md HTTP/1.1" 200 7', "not valid UTF-8"),
        (f'{AHEAD} "GET /a\\nb.md HTTP/1.1" 200 7', "control characters"),
        (AHEAD.replace("10/", "32/") + ' "GET /a HTTP/1.1" 200 7', "out of range"),
    ],
)
def test_a_bad_line(line: str, cause: str) -> None:
    with pytest.raises(BadLine, match=cause) as caught:
        read(line)
    assert "192.0.2" not in str(caught.value)
