"""Cells of CSV records."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.hits.cells import MAX_CELLS, cells, is_open
from pace import within


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ("", [""]),
        ("a,b", ["a", "b"]),
        ("a,,", ["a", "", ""]),
        ('"a","b"', ["a", "b"]),
        ('"a,b",c', ["a,b", "c"]),
        ('"a ""b""",c', ['a "b"', "c"]),
        ('"",c', ["", "c"]),
        ('a "b",c', ['a "b"', "c"]),
        ('"a"b,c', ["a", "c"]),
        ('"a",', ["a", ""]),
        ('"a\nb",c', ["a\nb", "c"]),
        ('"a', None),
        ('a,"b', None),
        ('"a""', None),
    ],
)
def test_cells(record: str, found: list[str] | None) -> None:
    assert cells(record) == found
    assert is_open(record.encode()) is (found is None)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r")), min_size=1))
def test_what_is_written_is_read(row: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="", quoting=csv.QUOTE_ALL).writerow(row)
    assert cells(out.getvalue()) == row[:MAX_CELLS]


@pytest.mark.parametrize("record", ["," * 60_000, '"' * 59_999, '"a",' * 15_000, '",' * 29_999])
def test_a_hostile_record_takes_no_time(record: str) -> None:
    with within(0.2):
        found = cells(record)
        assert found is None or len(found) <= MAX_CELLS
