"""When a stored article is checked again at its source. Pure.

first 6 hours   every 2 hours
first day       every 6 hours
until day 3     once a day
until day 14    every 4 days
until day 90    every 30 days
after that      not again
"""

from __future__ import annotations

from datetime import datetime, timedelta

SCHEDULE = (  # age of an article, and how long after a check the next one comes
    (timedelta(hours=6), timedelta(hours=2)),
    (timedelta(days=1), timedelta(hours=6)),
    (timedelta(days=3), timedelta(days=1)),
    (timedelta(days=14), timedelta(days=4)),
    (timedelta(days=90), timedelta(days=30)),
)
CONFIRM_AFTER = timedelta(hours=1)  # a first sign that an article is gone is checked again then
CONFIRM_APART = timedelta(minutes=50)  # a second sign that comes sooner confirms nothing
AFTER_WITHDRAWAL = (timedelta(days=7), timedelta(days=30))


def next_check(published: datetime, now: datetime) -> datetime | None:
    """When an article is checked again that is as it was now; None: never.

    Both times are aware. A time of publication that is still to come counts as now.
    """
    age = now - published
    for until, interval in SCHEDULE:
        if age < until:
            return now + interval
    return None


def next_check_withdrawn(withdrawn: datetime, now: datetime) -> datetime | None:
    """When an article is looked for again that was withdrawn at a time; None: never."""
    times = (withdrawn + after for after in AFTER_WITHDRAWAL)
    return next((time for time in times if time > now), None)


def confirmed(first_sign: datetime | None, now: datetime) -> bool:
    """Whether a sign that comes now confirms an earlier one: the article is gone."""
    return first_sign is not None and now - first_sign >= CONFIRM_APART
