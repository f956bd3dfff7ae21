"""How times and days are shown to readers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from mirrorpress.render.context import RenderContext, is_day, offset
from mirrorpress.render.line_views import TimeView
from render import samples

SHANGHAI = RenderContext(replace(samples.SITE_DATA, timezone="Asia/Shanghai"))
NEW_YORK = RenderContext(replace(samples.SITE_DATA, timezone="America/New_York"))
EVENING = datetime(2026, 3, 4, 18, 20, tzinfo=UTC)
DAY = datetime(2026, 3, 4, tzinfo=UTC)


def test_a_time_in_the_zone_of_the_mirror() -> None:
    assert SHANGHAI.stamp(EVENING) == "2026-03-05 02:20 (UTC+08:00)"
    assert SHANGHAI.clock(EVENING) == "02:20"
    assert SHANGHAI.date(EVENING) == "2026-03-05"
    assert NEW_YORK.stamp(EVENING) == "2026-03-04 13:20 (UTC-05:00)"


@pytest.mark.parametrize("context", [SHANGHAI, NEW_YORK])
@pytest.mark.parametrize("hours", [0, 8, -5])
def test_a_day_without_a_time_is_that_of_its_outlet(context: RenderContext, hours: int) -> None:
    day = DAY.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert is_day(day)
    assert context.stamp(day) == context.clock(day) == context.date(day) == "2026-03-04"


def test_midnight_in_the_mirror_is_a_time() -> None:
    moment = datetime(2026, 3, 4, 16, 0, tzinfo=UTC)
    assert not is_day(moment)
    assert SHANGHAI.stamp(moment) == "2026-03-05 00:00 (UTC+08:00)"


def test_times_for_machines() -> None:
    assert TimeView(EVENING, "").machine == "2026-03-04T18:20+00:00"
    assert TimeView(DAY, "", is_day=True).machine == "2026-03-04"


def test_offsets() -> None:
    assert offset(EVENING) == " (UTC)"
    assert (
        offset(EVENING.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))) == " (UTC+05:30)"
    )
    assert offset(EVENING.replace(tzinfo=None)) == ""
