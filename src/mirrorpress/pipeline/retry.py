"""When something that failed is tried again, and when it is given up. Pure.

    failure 1          at the next round: most failures are over by then
    failure 2, 3, …    after 2, 4, 8, … minutes, at most 6 hours
    after `GIVE_UP`    not again, unless its index lists it again

Rounds are no measure of time: one mirror runs every five minutes, another once a day.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

BASE = timedelta(minutes=2)
MOST = timedelta(hours=6)  # four tries a day cost nobody anything
GIVE_UP = {
    "index": timedelta.max,  # never: an operator takes a source out that is gone
    "entry": timedelta(days=30),
    "picture": timedelta(days=14),
}
OPENS_AT = 3  # failures of a host or source in a row, after which it is left alone for a while
LONGEST_HOLD = timedelta(hours=24)  # that a host can ask for

Kind = Literal["index", "entry", "picture"]


def next_try(failures: int, now: datetime) -> datetime:
    """When to try again after so many failures in a row."""
    return now if failures <= 1 else now + _backoff(failures - 2)


def given_up(kind: Kind, since: datetime, now: datetime) -> bool:
    """Whether something that has failed since then is not tried again."""
    return now - since > GIVE_UP[kind]


def closed_until(failures: int, now: datetime) -> datetime | None:
    """Until when a host is left alone that failed so often in a row; None: it is not."""
    return None if failures < OPENS_AT else now + _backoff(failures - OPENS_AT)


def held_until(seconds: float, now: datetime) -> datetime:
    """Until when a host asked to be left alone (Retry-After), within reason."""
    return now + min(timedelta(seconds=min(max(seconds, 0.0), 1e9)), LONGEST_HOLD)


def _backoff(doublings: int) -> timedelta:
    return min(BASE * int(2 ** min(doublings, 20)), MOST)
