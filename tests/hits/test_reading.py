"""Files of page counts, from their bytes to a `HitsFile`; hostile ones too."""

from __future__ import annotations

import gzip
import io
import json
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mirrorpress.errors import ReadError
from mirrorpress.hits import tally
from mirrorpress.hits.formats import FORMATS
from mirrorpress.hits.pieces import MAX_LINE
from mirrorpress.hits.reading import MAX_DOCUMENT, read_hits
from mirrorpress.hits.tally import HitsFile

EXAMPLES = Path(__file__).parent / "examples"
LINE = b'192.0.2.1 - - [10/May/2031:13:55:36 +0000] "GET /a.md HTTP/1.1" 200 7\n'
SECRETS = (
    "192.0.2.",
    "2001:db8",
    "198.51.100",
    "alice",
    "Mozilla",
    "Bot/",
    "search.example",
    "utm",
)


def read(body: bytes, format: str | None = None, zone: tzinfo = UTC, **more: int) -> HitsFile:
    return read_hits(io.BytesIO(body), format, zone=zone, **more)


def shown(found: HitsFile) -> dict[str, Any]:
    """A result as the stored ones are written."""
    return {
        "format": found.format,
        "counts": [[day, path, count] for (day, path), count in found.counts.items()],
        "lines": found.lines,
        "bots": found.bots,
        "others": found.others,
        "bad": [str(note) for note in found.first_bad],
    }


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir()))
def test_an_example(name: str) -> None:
    """The expected results in examples.json were checked by a person."""
    expected = json.loads((EXAMPLES.parent / "examples.json").read_text("utf-8"))[name]
    body = (EXAMPLES / name).read_bytes()
    found = read(body)
    assert shown(found) == expected
    assert read(gzip.compress(body)) == found
    assert read(b"\xef\xbb\xbf" + body.replace(b"\n", b"\r\n")) == found
    if name != "views.csv":
        assert read(body, found.format) == found
    assert not [secret for secret in SECRETS if secret in repr(found)]


# ---------------------------------------------------------------- time zones, limits


def test_days_are_in_the_zone_that_the_caller_names() -> None:
    line = LINE.replace(b"13:55:36 +0000", b"17:30:00 +0000")
    assert set(read(line).counts) == {("2031-05-10", "a.md")}
    assert set(read(line, zone=ZoneInfo("Asia/Shanghai")).counts) == {("2031-05-11", "a.md")}


def test_every_line_is_in_one_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "MAX_KEYS", 3)
    lines = [LINE.replace(b"a.md", b"%d.md" % number) for number in (1, 2, 1, 3, 4, 5, 3)]
    found = read(b"".join(lines) + b"\n" + b"x\n" * 7)
    assert dict(found.counts) == {
        ("2031-05-10", "1.md"): 2, ("2031-05-10", "2.md"): 1, ("2031-05-10", "3.md"): 2
    }  # fmt: skip
    assert (found.lines, found.counted, found.bad, found.others, found.beyond) == (15, 5, 7, 1, 2)
    assert [note.number for note in found.first_bad] == [9, 10, 11, 12, 13]
    assert found.problems == (
        "Lines that cannot be read: 7 (" + "; ".join(map(str, found.first_bad)) + "; …).",
        "Page views left out: 2. The file has more than 3 pairs of page and day; split it by day.",
    )


def test_an_empty_file_counts_nothing() -> None:
    for body in (b"", b"\n \n", gzip.compress(b"")):
        found = read(body)
        assert (found.format, dict(found.counts), found.lines, found.problems) == ("", {}, 0, ())


def test_a_reader_may_return_less_than_it_is_asked_for() -> None:
    class Pipe(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(7, size or 7))

    assert read_hits(Pipe(LINE * 50)) == read(LINE * 50)
    assert read_hits(Pipe(gzip.compress(LINE * 50))) == read(LINE * 50)


# ---------------------------------------------------------------- rankings


def test_positions_become_counts_that_fall() -> None:
    found = read(b"path,title\n/c.md,C\n/a.md,A\n\n/b.md,B\n/style.css,x\n")
    assert (found.format, dict(found.counts)) == (
        "ranking", {(None, "c.md"): 3, (None, "a.md"): 2, (None, "b.md"): 1}
    )  # fmt: skip


def test_a_ranking_that_repeats_a_few_paths_is_one() -> None:
    paths = [*range(30), 3, 4]
    found = read("".join(f"/{path}.md,Title\n" for path in paths).encode())
    assert (found.format, found.counts[None, "0.md"], found.counts[None, "29.md"]) == (
        "ranking", 30, 1
    )  # fmt: skip


def test_the_caller_says_what_a_list_of_paths_and_titles_is() -> None:
    body = b"/a.md,A\n/b.md,B\n/a.md,A\n"
    assert dict(read(body).counts) == {(None, "a.md"): 2, (None, "b.md"): 1}
    assert dict(read(body, "views").counts) == {(None, "a.md"): 2, (None, "b.md"): 1}
    assert dict(read(body * 2, "ranking").counts) == {(None, "a.md"): 2, (None, "b.md"): 1}
    assert dict(read(b"/a.md,A\n/b.md,B\n", "views").counts) == {
        (None, "a.md"): 1, (None, "b.md"): 1
    }  # fmt: skip


# ---------------------------------------------------------------- refused files


@pytest.mark.parametrize(
    ("body", "format", "words"),
    [
        (b"Once upon a time.\nIn a town, far away.\n", None, "name one of access, jsonlines"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, None, "not recognised"),
        (LINE, "apache", "no such format"),
        (LINE, "jsonlines", r"no line .* \(line 1: this is not valid JSON\)"),
        (LINE, "github", "neither a JSON list"),
        (LINE, "goatcounter", "does not have the columns"),
        (b"path,title\n/a,b\n", "counts", "does not have the columns"),
        (b"3Path,Title,Event,Bot,Date\n", None, "version 3"),
        (b"2Path,Title,Event,Date\n", None, "no column Date, Event or Bot"),
        (b'{"count":9,"uniques":3,"views":[]}', None, "traffic/popular/paths"),
        (b'{\n  "count":9,\n  "uniques":3,\n  "clones":[]\n}', None, "traffic/popular/paths"),
        (b'[{"referrer":"x.example","count":4}]', None, "it names no path"),
        (b'{"a":1}', "github", "no JSON list"),
        (b"[" * 100_000, "github", "neither a JSON list"),
        (b"[ " + b"{}," * (MAX_DOCUMENT // 2), None, "more than 4194304 bytes"),
        ("/a,1\n".encode("utf-16"), None, "UTF-16"),
        (b" " * 70_000 + LINE, None, "are empty"),
        (gzip.compress(LINE * 99, mtime=0)[:-9], None, "end too early"),
        (gzip.compress(LINE, mtime=0) + b"\0\0garbage", None, "broken"),
        (b"\x1f\x8b\x08garbage", None, "broken"),
        (gzip.compress(gzip.compress(LINE, mtime=0), mtime=0), None, "unpack it first"),
        (b"PK\x03\x04" + LINE, None, "unpack it first"),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_file_that_is_refused(body: bytes, format: str | None, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read(body, format)
    assert "192.0.2" not in str(caught.value)
    assert "x.example" not in str(caught.value)


def test_a_gzip_file_is_unpacked_up_to_a_limit() -> None:
    packed = gzip.compress(LINE * 1000)
    assert read(packed, max_unpacked=1000 * len(LINE)).counted == 1000
    with pytest.raises(ReadError, match="too large"):
        read(packed, max_unpacked=1000 * len(LINE) - 1)


# ---------------------------------------------------------------- hostile lines


@pytest.mark.parametrize(
    "line",
    [
        b"x" * (MAX_LINE + 1),
        b"x" * (5 * MAX_LINE),
        b'"' * MAX_LINE,
        b"[" * MAX_LINE,
        b"," * MAX_LINE,
        b"\\" * MAX_LINE,
        b"\0\xff\xfe\x1f\x8b",
        LINE[:-1].replace(b"2031", b"9999"),
        LINE[:-1].replace(b"2031", b"0001"),
        LINE[:-1].replace(b"13:55", b"99:99"),
        LINE[:-1].replace(b"+0000", b"-9999"),
        LINE[:-1].replace(b"a.md", b"\\x00.md"),
        LINE[:-1].replace(b"a.md", b"%00.md"),
        LINE[:-1].replace(b"a.md", b"a" * 2001),
        LINE[:-1].replace(b"a.md", b"a/" * 101),
        LINE[:-1].replace(b"GET /", b"GET ?"),
        LINE[:-1].replace(b"GET", b"G\xc9T"),
        b"[10/May/2031:13:55:36 +0000] " * 2000,
    ],
    ids=lambda line: f"{line[:24]!r}…{len(line)}",
)
def test_a_hostile_line_of_a_log_is_only_itself_bad(line: bytes) -> None:
    found = read(LINE + line + b"\n" + LINE)
    assert dict(found.counts)["2031-05-10", "a.md"] == 2
    assert (found.bad, found.first_bad[0].number) == (1, 2)


@pytest.mark.parametrize(
    "line",
    [
        b'{"path":' * 8000,
        b"[" * 60_000,
        b'{"path": "/\\ud800.md"}',
        b'{"path": ["/a", "/b"]}',
        b'{"path": 7}',
        b'{"path": ""}',
        b'"text"',
        b"null",
        b'{"path": "/b", "status": "ok"}',
        b'{"path": "/b", "status": 1e999}',
        b'{"path": "/b", "time": 1e18, "count": 1e300}',
        b'{"path": "/b", "time": -5}',
        b'{"path": "/b", "time": "never"}',
        b'{"path": "/b", "time": true}',
        b'{"path": "/b", "time": 99999999999999999999}',
        b'{"path": "/b", "count": -1}',
        b'{"path": "/b", "count": 1000000000001}',
        b'{"path": "/b", "count": ' + b"9" * 5000 + b"}",
        b'{"path": "/%zz%c3"}',
    ],
    ids=lambda line: f"{line[:45]!r}…{len(line)}",
)
def test_a_hostile_object_is_only_itself_bad(line: bytes) -> None:
    good = b'{"path": "/a.md", "time": "2031-05-10"}\n'
    found = read(good + line + b"\n" + good)
    assert dict(found.counts) == {("2031-05-10", "a.md"): 2}
    assert (found.bad, found.first_bad[0].number) == (1, 2)


@pytest.mark.parametrize(
    "line",
    [
        b"," * MAX_LINE,
        b"/b.md," + b'"' * 999,
        b'"/b.md,1',
        b'"/b.md,1\n/c"d,e',
        b"/b.md," + b"9" * 9999,
        b"/b.md,-1",
        b"/b.md",
        b",1",
        b"/b.md,\xd9\xa1",
        b"/\xff.md,1",
    ],
    ids=lambda line: f"{line[:20]!r}…{len(line)}",
)
def test_a_hostile_record_is_only_itself_bad(line: bytes) -> None:
    found = read(b"/a.md,1\n" * 9 + line + b"\n/a.md,1\n")
    assert found.counts[None, "a.md"] == 10
    assert found.first_bad[0].number == 10


def test_counts_do_not_grow_without_limit() -> None:
    found = read(b"/a.md,1000000000000\n" * 3)
    assert dict(found.counts) == {(None, "a.md"): 10**12}


def test_long_paths_have_a_limit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "MAX_TEXT", 10)
    found = read(b"/abcde,1\n/xyz,2\n/four,1\n/abcde,1\n/\xe5\xb1\xb1,1\n")
    assert dict(found.counts) == {(None, "abcde"): 2, (None, "xyz"): 2}
    assert found.beyond == 2


# ---------------------------------------------------------------- any bytes


PARTS = (
    LINE, b'{"path": "/a.md", "time": 1936180536}\n', b"/a.md,1\n", b"/a.md,Title\n", b'"', b"[",
    b"2Path,Event,Bot,Date\n", b"path,count,date\n", b"/a,false,0,2031-05-10\n", b'[{"path":"/a"}]',
    b"\n", b",", b"{", b"\\", b"%e5", b"[10/May/2031:13:55:36 +0000]", b'" 200 7', b"\x1f\x8b",
)  # fmt: skip
ANY = st.one_of(st.sampled_from(PARTS), st.binary(max_size=40))
STORED = [path.read_bytes() for path in sorted(EXAMPLES.iterdir())]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A stored example in which a few bytes are replaced by others."""
    body = draw(st.sampled_from(STORED))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        body = body[:start] + draw(ANY) + body[start + draw(st.integers(0, 9)) :]
    return body


BODIES = st.one_of(st.lists(ANY, max_size=12).map(b"".join), damaged())


@given(BODIES, st.sampled_from((None, *FORMATS)), st.booleans())
@example(gzip.compress(LINE, mtime=0)[:20], None, False)
@example(b"/a.md,7\x1e\n", None, False)
def test_no_bytes_raise_anything_else(body: bytes, format: str | None, packed: bool) -> None:
    try:
        found = read(gzip.compress(body) if packed else body, format)
    except ReadError:
        return
    numbers = (found.counted, found.bad, found.bots, found.others, found.beyond)
    assert found.lines == sum(numbers)
    assert found.format in (*FORMATS, "")
    for (day, path), count in found.counts.items():
        assert day is None or len(day) == 10
        assert path == path.strip("/")
        assert path.encode("utf-8").isascii() or path
        assert count > 0


def test_the_examples_do_not_only_fail() -> None:
    """The property above says nothing if every body is refused."""
    assert read(b"".join(PARTS[:1]) * 3).counted == 3
    assert read(b"".join((PARTS[6], PARTS[8]))).counted == 1
