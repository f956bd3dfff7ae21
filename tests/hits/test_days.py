"""Days from times of logs and tables."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from mirrorpress.hits import days
from mirrorpress.hits.outcome import BadLine

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("minute", "offset", "utc", "shanghai"),
    [
        (b"10/May/2031:13:55", b"+0000", "2031-05-10", "2031-05-10"),
        (b"10/May/2031:23:55", b"+0000", "2031-05-10", "2031-05-11"),
        (b"11/May/2031:00:30", b"+0200", "2031-05-10", "2031-05-11"),
        (b"10/May/2031:23:30", b"-0330", "2031-05-11", "2031-05-11"),
        (b"29/Feb/2032:00:00", b"+0000", "2032-02-29", "2032-02-29"),
        (b"31/Dec/2031:23:59", b"-0700", "2032-01-01", "2032-01-01"),
    ],
)
def test_a_time_of_a_log(minute: bytes, offset: bytes, utc: str, shanghai: str) -> None:
    assert days.of_log(minute, offset, UTC) == utc
    assert days.of_log(minute, offset, SHANGHAI) == shanghai


@pytest.mark.parametrize(
    ("minute", "offset"),
    [
        (b"31/Feb/2031:13:55", b"+0000"),
        (b"00/May/2031:13:55", b"+0000"),
        (b"10/Mai/2031:13:55", b"+0000"),
        (b"10/May/2031:24:00", b"+0000"),
        (b"10/May/2031:13:60", b"+0000"),
        (b"10/May/2031:13:55", b"+1500"),
        (b"10/May/2031:13:55", b"+0060"),
        (b"10/May/0000:13:55", b"+0000"),
        (b"01/Jan/0001:00:00", b"+1400"),
        (b"31/Dec/9999:23:59", b"-1400"),
        (b"31/Dec/1989:23:59", b"+0000"),
    ],
)
def test_no_time_of_a_log(minute: bytes, offset: bytes) -> None:
    with pytest.raises(BadLine, match="does not exist or is out of range"):
        days.of_log(minute, offset, UTC)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-05-10", "2031-05-10"),
        ("2031-05-10T17:30:00Z", "2031-05-11"),
        ("2031-05-10T17:30:00.123456789+00:00", "2031-05-11"),
        ("2031-05-10T17:30:00+0000", "2031-05-11"),
        ("2031-05-10T17:30+00", "2031-05-11"),
        ("2031-05-10 19:30:00,5 +02:00", "2031-05-11"),
        (" 20310510 ", "2031-05-10"),
        ("2031-05-10 17:30:00", "2031-05-10"),  # no zone: as it is written
        ("10/May/2031:17:30:00 +0000", "2031-05-11"),
        (1936180536, "2031-05-10"),
        (1936180536.5, "2031-05-10"),
        ("1936180536.123", "2031-05-10"),
        (1936180536123, "2031-05-10"),
        ("1936180536123456", "2031-05-10"),
        (1936180536123456789, "2031-05-10"),
        (1936202400, "2031-05-11"),
    ],
)
def test_a_value(value: object, day: str) -> None:
    assert days.of_value(value, SHANGHAI) == day


@pytest.mark.parametrize(
    "value",
    ["", "soon", "2031-02-31", "x" * 5000, None, True, [], -1, 0, 5, 10**19, 10**400, float("nan"),
     float("inf"), "99999999999", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00",
     "9" * 19, "9" * 4000, "٢٠٣١-05-10", "2031-05-10T25:00Z", "10/Mai/2031:13:55:36 +0000",
     "2031-05-10T10:00:00+99:99", "\ud800", "10 May 2031"],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_no_value(value: object) -> None:
    with pytest.raises(BadLine, match="date"):
        days.of_value(value, UTC)
