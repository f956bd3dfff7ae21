"""The time in the comment with which pages of layout archive begin: milliseconds since 1970."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

YEARS = range(1990, 2101)  # in which an article may have been published
_LATEST = 10**13  # milliseconds; beyond those years, and within what Python counts


def moment_of(milliseconds: int) -> datetime | None:
    """The moment, UTC; None where it is in none of these years."""
    if milliseconds > _LATEST:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return moment if moment.year in YEARS else None
