"""Days that a text names."""

from __future__ import annotations

from datetime import datetime

import pytest

from mirrorpress.extract.fields.date_texts import first_date, found_date, is_day

MAY = datetime(2031, 5, 4)


@pytest.mark.parametrize(
    ("text", "language", "moment"),
    [
        ("4 May 2031", "en", MAY),
        ("4 พ.ค. 2574", "th", MAY),
        ("May", "en", None),
        ("", "en", None),
        (None, "en", None),
        ("x" * 100_000 + " 4 May 2031", "en", None),
    ],
)
def test_the_first_date_of_a_text(
    text: str | None, language: str | None, moment: datetime | None
) -> None:
    assert found_date(text, language=language) == moment


def test_the_first_text_with_a_date() -> None:
    assert first_date([None, "soon", "4 May 2031", "5 May 2031"], "en") == MAY
    assert first_date([], "en") is None


def test_a_day_has_no_time() -> None:
    assert is_day(MAY)
    assert not is_day(datetime(2031, 5, 4, 9))
