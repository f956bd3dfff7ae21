"""What objects in the data of pages say of an article: its title, and when it was published.

Systems for editing news name the same things differently:

    {"title": …, "publishedAt": "2031-05-04T08:30:00Z"}
    {"headlines": {"basic": …}, "first_publish_date": …}
    {"title": {"rendered": …}, "publish_time": 1935045000}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from mirrorpress.page_data.literals import Value
from mirrorpress.text.dates import find_date

TITLES: Final = ("title", "headline", "heading", "headlines", "name")
# Of keys without marks between their words and in lower case. What the first one finds counts.
_PUBLISHED = tuple(
    map(
        re.compile,
        (
            r"first.*publi|original.*publi|publi.*first",
            r"publi[sc].*(?:date|at|time|on|iso)$|date(?:of)?publi|dateposted|posted(?:at|on|date)$",
            r"^published$|^pub(?:date|time)$|^displaydate$|"
            r"^(?:news|doc|art|article|p|issue|release|post|show)time$|"
            r"^fecha(?:publicacion|hora)?$|^datum$|^tarih$|^tanggal$|fabu(?:shijian|riqi)|^fbsj$",
            r"^date(?:gmt|time|line)?$|^ctime$|^(?:date)?created?(?:at|date|on)?$|^creationdate$",
        ),
    )
)
_NOT_PUBLISHED = re.compile(
    r"modif|updat|last|latest|unpubli|until|expir|embargo|show|hide|import|end"
)
_OTHER_THING = re.compile(
    r"author|byline|creator|writer|contribut|user|owner|image|media|picture|photo|video|audio|"
    r"parent|section|categor|tag|next|prev|related|comment",
    re.IGNORECASE,
)
_MOST_PARTS = 50  # of an object that are looked at
_LONGEST_DATE = 100  # characters
_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC).timestamp()
_LATEST = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
_MILLI = 1000


def objects_in(values: Iterable[Value], most: int) -> Iterator[Mapping[str, Value]]:
    """The objects in values and in one another, in order, of at most so many lists and objects."""
    stack = [value for value in values if isinstance(value, (dict, list))][::-1]
    while stack and most > 0:
        value = stack.pop()
        most -= 1
        if isinstance(value, dict):
            yield value
        inner = value.values() if isinstance(value, dict) else value
        stack += [each for each in inner if isinstance(each, (dict, list))][::-1]


def string_in(value: Value) -> str:
    """A string, or the first one of an object: {"rendered": …}, {"basic": …}; "" for others."""
    if isinstance(value, dict):
        value = next((each for each in value.values() if isinstance(each, str)), "")
    return value if isinstance(value, str) else ""


def title_of(value: Mapping[str, Value], shortest: int, longest: int) -> str:
    """The title of an object; "" where it has none of a length in characters."""
    for key in TITLES:
        title = string_in(value.get(key))
        if shortest <= len(title) <= longest:
            return title
    return ""


def published_in(value: Mapping[str, Value], language: str | None) -> datetime | None:
    """When the article was published; None where the object does not say it.

    Args:
        value: the object.
        language: the tag of the language in which dates may be written.
    """
    for each in with_parts(value):
        for said in values_at(_PUBLISHED, each):
            moment = _moment(said, language)
            if moment is not None:
                return moment
    return None


def values_at(patterns: Sequence[re.Pattern[str]], value: Mapping[str, Value]) -> Iterator[Value]:
    """What an object has under keys of the first pattern, then of the next."""
    keys = [(key, each) for key, each in by_plain_key(value).items() if each]
    for pattern in patterns:
        for key, each in keys:
            if pattern.search(key) and not _NOT_PUBLISHED.search(key):
                yield each


def with_parts(value: Mapping[str, Value]) -> Iterator[Mapping[str, Value]]:
    """An object and those in it that say more of it: that have no title and are no other thing."""
    yield value
    for key, each in islice(value.items(), _MOST_PARTS):
        if (
            isinstance(each, dict)
            and not any(map(each.get, TITLES))
            and _OTHER_THING.search(key) is None
        ):
            yield each


def by_plain_key(value: Mapping[str, Value]) -> dict[str, Value]:
    """An object with its keys without marks between their words and in lower case."""
    return {"".join(filter(str.isalnum, key)).lower(): each for key, each in value.items()}


def _moment(value: Value, language: str | None) -> datetime | None:
    if isinstance(value, dict):
        inner = (_moment(each, language) for each in value.values() if not isinstance(each, dict))
        return next((moment for moment in inner if moment is not None), None)
    if isinstance(value, str):
        if value.isdecimal():
            return _moment(int(value), language) if len(value) in (10, 13) else None
        return find_date(value, language=language) if len(value) <= _LONGEST_DATE else None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    seconds = value / _MILLI if value > _LATEST else value
    if not _EARLIEST <= seconds <= _LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC)
