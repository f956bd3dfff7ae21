"""Thai years are those of the common calendar, and short months are written in full."""

from __future__ import annotations

from datetime import datetime

import pytest

from mirrorpress.text.dates import find_date, parse_date
from mirrorpress.text.thai import in_common_years


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("4 พ.ค. 2574", "th"),
        ("4 พ.ค. พ.ศ. 2574", None),
        ("๔ พฤษภาคม ๒๕๗๔", None),
        ("4 May 2574", "th"),
        ("4 พฤษภาคม 2031", "th"),
        ("4 พ.ค. ค.ศ. 2031", "th-TH"),
    ],
)
def test_dates(text: str, language: str | None) -> None:
    assert find_date(text, language=language) == datetime(2031, 5, 4)
    assert parse_date(text, language=language) == datetime(2031, 5, 4)


@pytest.mark.parametrize(
    ("text", "month"), [("4 ม.ค. 2574", 1), ("4 มี.ค. 2574", 3), ("4 มิ.ย. 2574", 6)]
)
def test_months_that_differ_in_a_mark_only(text: str, month: int) -> None:
    assert find_date(text) == datetime(2031, month, 4)


def test_years_elsewhere_stay() -> None:
    assert in_common_years("4 May 2574", "en") == "4 May 2574"
    assert in_common_years("in 1999", "th") == "in 1999"
    assert in_common_years("12574", "th") == "12574"
