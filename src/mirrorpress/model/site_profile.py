"""What was learned of a site from its earlier pages: a value, kept between rounds.

It holds no text of a page, only hashes by which a line is known when it comes again.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

VERSION: Final = 2  # of what the records mean; a profile of another version is not used
MAX_PAGES: Final = 20  # of a profile
MAX_DAYS: Final = 30  # for which a page is remembered: those of a former design teach nothing
MAX_LINES: Final = 400  # of a page
MAX_PLACES: Final = 40  # of a page


class LineRecord(NamedTuple):
    """A line of text that was found in the body of a page."""

    path: int  # hash of the names of its element and of those around it, 32 bits
    text: int  # hash of its letters, each number and name of a writer as 0, 48 bits
    letters: int  # how many


class Field(IntEnum):
    """What a line beside a headline can say of the article."""

    BYLINES = 0
    PUBLISHED = 1


class PlaceRecord(NamedTuple):
    """A line beside the headline that says who wrote an article, or when it was published."""

    field: Field
    path: int  # hash of the names of its element and of those around it, 32 bits
    agrees: bool  # with what is known of the article


class PageRecord(NamedTuple):
    """What is remembered of a page."""

    page: int  # hash of its address, 48 bits
    title: int  # hash of the letters of its title, 48 bits
    lines: tuple[LineRecord, ...]  # of its body as found without a profile, in document order
    places: tuple[PlaceRecord, ...] = ()


def is_sound(record: PageRecord) -> bool:
    """Whether a record that comes from a worker is within its bounds."""
    groups = ((record.page, record.title), *record.lines, *record.places)
    within = (0 <= number < 1 << 48 for group in groups for number in group)
    is_short = len(record.lines) <= MAX_LINES and len(record.places) <= MAX_PLACES
    return is_short and all(within)


class SiteProfile(NamedTuple):
    """The newest pages of a site, each with the day on which it was read."""

    pages: tuple[tuple[int, PageRecord], ...] = ()
    version: int = VERSION
