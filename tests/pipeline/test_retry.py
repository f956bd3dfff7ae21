"""When what failed is tried again: tables of values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mirrorpress.pipeline import retry

NOW = datetime(2031, 5, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(1, 0), (2, 2), (3, 4), (4, 8), (9, 256), (10, 360), (10_000, 360)]
)
def test_the_pause_doubles_up_to_six_hours(failures: int, minutes: int) -> None:
    assert retry.next_try(failures, NOW) == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("kind", "days", "over"),
    [("entry", 29, False), ("entry", 31, True), ("picture", 15, True), ("index", 9_999, False)],
)
def test_failures_expire_by_time(kind: retry.Kind, days: int, over: bool) -> None:
    assert retry.given_up(kind, NOW - timedelta(days=days), NOW) is over


def test_a_host_is_left_alone_after_three_failures() -> None:
    assert [retry.closed_until(failures, NOW) for failures in (1, 2)] == [None, None]
    assert retry.closed_until(3, NOW) == NOW + timedelta(minutes=2)
    assert retry.closed_until(99, NOW) == NOW + timedelta(hours=6)


@pytest.mark.parametrize(
    ("seconds", "expected"), [(3000, 3000), (-5, 0), (1e300, 86_400), (float("inf"), 86_400)]
)
def test_a_host_can_ask_for_a_day_at_most(seconds: float, expected: int) -> None:
    assert retry.held_until(seconds, NOW) == NOW + timedelta(seconds=expected)
