"""Dates as feeds write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.discover.dates import parse

TABLE = """
Wed, 04 Mar 2026 10:00:00 +0800     | 2026-03-04T10:00:00+08:00
Wed, 04 Mar 2026 10:00:00 GMT       | 2026-03-04T10:00:00+00:00
Wed, 04 Mar 2026 10:00:00 Z         | 2026-03-04T10:00:00+00:00
Wed, 04 Mar 2026 10:00:00 -0000     | 2026-03-04T10:00:00+00:00
Wed, 04 Mar 2026 10:00 EST          | 2026-03-04T10:00:00-05:00
Wed, 04 Mar 2026 10:00:00 PDT       | 2026-03-04T10:00:00-07:00
Wed, 4 Mar 2026 10:00:00 +08:00     | 2026-03-04T10:00:00+08:00
Wed, 4 Mar 2026 10:00:00 GMT+8      | 2026-03-04T10:00:00+08:00
Wed,04 Mar 2026 10:00:00 +0000      | 2026-03-04T10:00:00+00:00
Wednesday, 04-Mar-26 10:00:00 GMT   | 2026-03-04T10:00:00+00:00
04 Mar 2026 10:00:00 +0100          | 2026-03-04T10:00:00+01:00
4 Mar 26 10:00:00 CET               | 2026-03-04T10:00:00+01:00
04 Mar 99 10:00 GMT                 | 1999-03-04T10:00:00+00:00
Wed, 04 March 2026 10:00:00 GMT     | 2026-03-04T10:00:00+00:00
Wed, 04 Mar 2026 10:00:00           | 2026-03-04T10:00:00
Wed, 04 Mar 2026 10:00:00 NOWHERE   | 2026-03-04T10:00:00
Wed, 04 Mar 2026 24:00:00 GMT       | 2026-03-05T00:00:00+00:00
Wed, 04 Mar 2026 23:59:60 GMT       | 2026-03-04T23:59:59+00:00
Thu, 04 Mar 2026 10:00:00 GMT       | 2026-03-04T10:00:00+00:00
Wed, 04 Mar 2026                    | 2026-03-04T00:00:00
2026-03-04T10:00:00Z                | 2026-03-04T10:00:00+00:00
2026-03-04T10:00:00.123456789Z      | 2026-03-04T10:00:00+00:00
2026-03-04T10:00:00,5+05:30         | 2026-03-04T10:00:00+05:30
2026-03-04T10:00-03:00              | 2026-03-04T10:00:00-03:00
2026-03-04T10:00:00                 | 2026-03-04T10:00:00
2026-03-04 10:00:00 +0800           | 2026-03-04T10:00:00+08:00
2026-03-04 10:00                    | 2026-03-04T10:00:00
2026-03-04                          | 2026-03-04T00:00:00
2026-03                             | 2026-03-01T00:00:00
2026                                | 2026-01-01T00:00:00
20260304                            | 2026-03-04T00:00:00
20260304T100000Z                    | 2026-03-04T10:00:00+00:00
2026-063                            | 2026-03-04T00:00:00
2026-3-4 9:05                       | 2026-03-04T09:05:00
Wed Mar  4 10:00:00 2026            | 2026-03-04T10:00:00
Wed Mar 04 10:00:00 GMT 2026        | 2026-03-04T10:00:00+00:00
Wed Mar 04 10:00:00 +0800 2026      | 2026-03-04T10:00:00+08:00
March 4, 2026 10:00 PM EST          | 2026-03-04T22:00:00-05:00
Mar 4, 2026, 12:30 am               | 2026-03-04T00:30:00
Mar. 4th, 2026                      | 2026-03-04T00:00:00
4 mars 2026 10:00                   | 2026-03-04T10:00:00
mercredi 4 février 2026 à 10h05     | 2026-02-04T10:05:00
1er août 2026                       | 2026-08-01T00:00:00
4 de marzo de 2026                  | 2026-03-04T00:00:00
4. März 2026, 10:00                 | 2026-03-04T10:00:00
4 марта 2026 10:00                  | 2026-03-04T10:00:00
Τετ, 04 Μαρ 2026 10:00:00 +0200     | 2026-03-04T10:00:00+02:00
2026年3月4日                         | 2026-03-04T00:00:00
2026年03月04日 10:05                  | 2026-03-04T10:05:00
2026年3月4日 星期三 10时05分06秒       | 2026-03-04T10:05:06
2026년 3월 4일 10:05                 | 2026-03-04T10:05:00
2026/03/04 10:05:06                 | 2026-03-04T10:05:06
04.03.2026 10:05                    | 2026-03-04T10:05:00
04/03/2026                          | 2026-03-04T00:00:00
31 Feb 2026 10:00:00 GMT            |
2026-02-30T00:00:00Z                |
2026-13-01                          |
Wed, 04 Mar 0026 10:00:00 GMT       |
0001-01-01T00:00:00Z                |
9999-12-31T23:59:59Z                |
Wed, 04 Abc 2026 10:00:00 GMT       |
yesterday                           |
12                                  |
2026-03-04T25:00:00Z                |
"""
CASES = [tuple(map(str.strip, line.split("|"))) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("written", "meant"), CASES)
def test_dates(written: str, meant: str) -> None:
    found = parse(written)
    assert (found.isoformat() if found else "") == meant


@pytest.mark.parametrize("written", [None, "", " ", "\x00", "1" * 101, "Wed, " * 20, "٤ مارس"])
def test_no_dates(written: str | None) -> None:
    assert parse(written) is None


MOMENTS = st.datetimes(
    datetime(1971, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
).map(lambda moment: moment.replace(microsecond=0))


@given(MOMENTS)
def test_there_and_back(moment: datetime) -> None:
    assert parse(moment.isoformat()) == moment
    assert parse(format_datetime(moment)) == moment
    assert parse(format_datetime(moment.astimezone(UTC), usegmt=True)) == moment


@given(st.text(max_size=100) | st.from_regex(re.compile(r"[\dA-Za-z ,:+\-年月日]{0,60}")))
def test_no_text_raises(text: str) -> None:
    parse(text)
