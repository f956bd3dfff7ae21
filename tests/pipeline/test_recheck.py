"""When a stored article is checked again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mirrorpress.pipeline.recheck import confirmed, next_check, next_check_withdrawn
from store.samples import NOON

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("age", "after"),
    [
        (-DAY, 2 * HOUR),  # a date that is still to come
        (0 * HOUR, 2 * HOUR),
        (5 * HOUR, 2 * HOUR),
        (6 * HOUR, 6 * HOUR),
        (23 * HOUR, 6 * HOUR),
        (1 * DAY, 1 * DAY),
        (2 * DAY, 1 * DAY),
        (3 * DAY, 4 * DAY),
        (13 * DAY, 4 * DAY),
        (14 * DAY, 30 * DAY),
        (89 * DAY, 30 * DAY),
        (90 * DAY, None),
        (9000 * DAY, None),
    ],
)
def test_the_next_check_by_age(age: timedelta, after: timedelta | None) -> None:
    assert next_check(NOON - age, NOON) == (None if after is None else NOON + after)


def test_all_checks_of_an_article() -> None:
    times, now = [], next_check(NOON, NOON)
    while now is not None:
        times.append(now)
        now = next_check(NOON, now)
    hours = [round((time - NOON) / HOUR) for time in times]
    assert hours[:8] == [2, 4, 6, 12, 18, 24, 48, 72]
    assert len(hours) == 14


def test_a_withdrawn_article_is_looked_for_twice() -> None:
    first = next_check_withdrawn(NOON, NOON)
    assert first == NOON + 7 * DAY
    assert next_check_withdrawn(NOON, first) == NOON + 30 * DAY
    assert next_check_withdrawn(NOON, NOON + 30 * DAY) is None


@pytest.mark.parametrize(
    ("first", "is_confirmed"),
    [
        (None, False),
        (NOON, False),
        (NOON - timedelta(minutes=49), False),
        (NOON - timedelta(minutes=50), True),
        (NOON - 40 * DAY, True),
    ],
)
def test_a_sign_confirms_an_earlier_one(first: datetime | None, is_confirmed: bool) -> None:
    assert confirmed(first, NOON) is is_confirmed
