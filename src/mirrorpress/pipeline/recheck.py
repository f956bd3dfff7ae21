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
FEW, SHARE = 3, 1 / 3  # of the articles of a source: if more seem gone, its site may not work
SIGNS_WITHIN = timedelta(days=1)  # that count together, though the articles were not asked at once
UNCONFIRMED_AGAIN = timedelta(hours=12)  # at most, until an article is asked again that seems gone
WAIT = timedelta(days=7)  # after this time of signs alone, articles are gone however many they are
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


def signs_since(first_sign: datetime, now: datetime) -> datetime:
    """Since when the signs of other articles count where one article seems gone."""
    return min(good_since(first_sign), now - SIGNS_WITHIN)


def good_since(first_sign: datetime) -> datetime:
    """Since when the good answers of other articles count where one article seems gone.

    Those from before its first sign would say that a site works that has just ceased to.
    """
    return first_sign - CONFIRM_AFTER


def doubtful(first_sign: datetime, now: datetime, *, gone: int, good: int) -> bool:
    """Whether the site of a source may not work, rather than an article of it be gone.

    A maintenance page, or redirects of every address to the front page, look like many articles
    that are withdrawn at once.

    Args:
        first_sign: the first that this article is gone, with no good answer since.
        gone: articles of the source that seem gone, with this one, since `signs_since`.
        good: articles of the source that answered as they should, since `good_since`.
    """
    if now - first_sign >= WAIT:
        return False
    return gone > FEW and gone > (gone + good) * SHARE


def next_check_unconfirmed(published: datetime, now: datetime) -> datetime:
    """When an article is checked again that seems gone, where its site may not work."""
    latest = now + UNCONFIRMED_AGAIN
    return min(next_check(published, now) or latest, latest)
