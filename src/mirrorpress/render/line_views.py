"""Links, times and articles as lines of a page: what views are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mirrorpress.render.characters import Direction


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to a page of the edition."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class TimeView:
    """A time, and what a reader sees of it."""

    moment: datetime  # in the mirror's zone; one without a zone as the outlet gave it
    shown: str
    is_day: bool = False  # without a time of day

    @property
    def machine(self) -> str:
        """The time for machines: "2026-03-04T18:20+08:00", of a day "2026-03-04" (ISO 8601)."""
        if self.is_day:
            return self.moment.date().isoformat()
        return self.moment.isoformat("T", "minutes")


@dataclass(frozen=True, slots=True)
class LineView:
    """An article as a list shows it."""

    href: str
    title: str
    language: str | None
    direction: Direction | None  # None: as its first strong character says
    outlet: str | None  # None: the list is of one outlet
    time: TimeView
    teaser: str
    mark: str  # that the outlet took it down; "" where it did not
