"""CSV tables of page counts."""

from __future__ import annotations

from datetime import UTC

import pytest

from mirrorpress.errors import ReadError
from mirrorpress.hits import tables
from mirrorpress.hits.outcome import BadLine, Hit, Skip
from mirrorpress.hits.tables import WITH_COUNT, WITH_TITLE, Columns

DATED = Columns(path=1, count=2, day=0)
GOATCOUNTER = Columns(path=0, event=1, bot=2, agent=3, day=4)


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        (b"path,count", Columns(path=0, count=1)),
        (b'"Path","Count"', Columns(path=0, count=1)),
        (b"path,title", Columns(path=0, title=1)),
        (b"Date,Page path,Page title,Views", Columns(path=1, title=2, count=3, day=0)),
        (b"url,page_views,time", Columns(path=0, count=1, day=2)),
        (b" PATH , Hits , x", Columns(path=0, count=1)),
        (b"1Path,Title,Event,Bot,Date", Columns(path=0, event=2, bot=3, day=4)),
        (b"path", None),
        (b"count,title", None),
        (b"/a.md,7", None),
        (b'"path,count', None),
        (b"\xff,\xfe", None),
    ],
)
def test_a_header(line: bytes, columns: Columns | None) -> None:
    assert tables.header(line) == columns


@pytest.mark.parametrize("line", [b"0Path,Bot", b"3Path,Title,Event,Bot,Date", b"2Path,Title"])
def test_an_export_that_is_not_known(line: bytes) -> None:
    with pytest.raises(ReadError, match="export of GoatCounter"):
        tables.header(line)


@pytest.mark.parametrize(
    ("columns", "line", "outcome"),
    [
        (WITH_COUNT, b"/a.md,7", Hit("a.md", None, 7)),
        (WITH_COUNT, b' "/a.md",7', Hit('"/a.md"', None, 7)),
        (WITH_COUNT, b'"/a,b.md"," 7 ",more', Hit("a,b.md", None, 7)),
        (WITH_COUNT, b"/a.md,7\x1e", Hit("a.md", None, 7)),
        (WITH_COUNT, b"/a.md,0", Skip.OTHER),
        (WITH_COUNT, b"/a.css,7", Skip.OTHER),
        (WITH_COUNT, b"# /a.md,7", Skip.OTHER),
        (WITH_COUNT, b" ", Skip.OTHER),
        (WITH_TITLE, b"/a.md,\xff\xfe", Hit("a.md")),
        (WITH_TITLE, b"/a.md", Hit("a.md")),
        (DATED, b"2031-05-10,/a.md,7", Hit("a.md", "2031-05-10", 7)),
        (GOATCOUNTER, b"/a,false,0,,2031-05-10T13:55:36Z", Hit("a", "2031-05-10")),
        (GOATCOUNTER, b"/a,false,1,Mozilla/5.0,2031-05-10T13:55:36Z", Hit("a", "2031-05-10")),
        (GOATCOUNTER, b"/a,false,2,,2031-05-10T13:55:36Z", Skip.BOT),
        (GOATCOUNTER, b"/a,false,150,,2031-05-10T13:55:36Z", Skip.BOT),
        (GOATCOUNTER, b"/a,false,0,ExampleBot,2031-05-10T13:55:36Z", Skip.BOT),
        (GOATCOUNTER, b"click,true,0,,2031-05-10T13:55:36Z", Skip.OTHER),
    ],
)
def test_a_record(columns: Columns, line: bytes, outcome: Hit | Skip) -> None:
    assert tables.reader(columns, UTC)(line) == outcome


@pytest.mark.parametrize(
    ("columns", "line", "cause"),
    [
        (WITH_COUNT, b"/a.md", "too few cells"),
        (WITH_COUNT, b"/a.md,", "no whole number"),
        (WITH_COUNT, b"/a.md,1e3", "no whole number"),
        (WITH_COUNT, b"/a.md,9999999999999", "out of range"),
        (WITH_COUNT, b",7", "names no path"),
        (WITH_COUNT, b'"/a.md,7', "quote is not closed"),
        (WITH_COUNT, b"/\xff.md,7", "not valid UTF-8"),
        (DATED, b"10 May,/a.md,7", "date cannot be read"),
        (DATED, b"2031-02-31,/a.md,7", "out of range"),
    ],
)
def test_a_bad_record(columns: Columns, line: bytes, cause: str) -> None:
    with pytest.raises(BadLine, match=cause):
        tables.reader(columns, UTC)(line)
