"""When a stored article is checked again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mirrorpress.pipeline.recheck import (
    confirmed,
    doubtful,
    good_since,
    next_check,
    next_check_unconfirmed,
    next_check_withdrawn,
    signs_since,
)
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


@pytest.mark.parametrize(
    ("gone", "good", "is_doubtful"),
    [
        (1, 0, False),
        (3, 0, False),
        (4, 0, True),
        (4, 7, True),
        (4, 8, False),  # a third
        (20, 40, False),
        (21, 40, True),
    ],
)
def test_whether_a_site_may_not_work(gone: int, good: int, is_doubtful: bool) -> None:
    for first in (NOON - HOUR, NOON - 7 * DAY + HOUR):
        assert doubtful(first, NOON, gone=gone, good=good) is is_doubtful
    assert not doubtful(NOON - 7 * DAY, NOON, gone=gone, good=good)


def test_which_answers_are_compared() -> None:
    assert (good_since(NOON), signs_since(NOON, NOON)) == (NOON - HOUR, NOON - DAY)
    assert signs_since(NOON - 2 * DAY, NOON) == NOON - 2 * DAY - HOUR


@pytest.mark.parametrize(
    ("age", "after"),
    [(0 * DAY, 2 * HOUR), (2 * DAY, 12 * HOUR), (20 * DAY, 12 * HOUR), (99 * DAY, 12 * HOUR)],
)
def test_an_article_that_may_be_gone_is_soon_asked_again(age: timedelta, after: timedelta) -> None:
    assert next_check_unconfirmed(NOON - age, NOON) == NOON + after
