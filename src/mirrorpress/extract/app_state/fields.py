"""Who wrote an article, when, and what stands below its title, as the object that holds it says.

{"title": …, "authors": [{"name": "Mira Holm"}], "publishedAt": "2031-05-04T08:30:00Z"}
{"headlines": …, "credits": {"by": [{"name": "Mira Holm"}]}, "first_publish_date": …}
{"title": …, "author": {"mid": 12, "name": "…"}, "publish_time": 1935045000}
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice

from mirrorpress.extract.app_state.blocks import TITLES
from mirrorpress.extract.app_state.literals import Name, Value
from mirrorpress.extract.fields.date_texts import found_date
from mirrorpress.extract.fields.names import names_of, unique
from mirrorpress.extract.page.tree import squeezed

# Of keys without marks between their words and in lower case. What the first one finds counts.
_AUTHORS = tuple(
    map(
        re.compile,
        (
            r"^(?:display)?authors?$|^bylines?$|^authornames?$",
            r"(?:authors?|bylines?|writers?|creators?|contributors?|reporters?)(?:list|line)?$",
            r"^credits$",
        ),
    )
)
_SUBTITLES = tuple(
    map(
        re.compile,
        (r"^(?:dek|deck|standfirst|strapline|chapo|sapo)$", r"^sub(?:title|headlines?|heads?)$"),
    )
)
_PUBLISHED = tuple(
    map(
        re.compile,
        (
            r"first.*publi|original.*publi|publi.*first",
            r"publi[sc].*(?:date|at|time|on|iso)$|date(?:of)?publi|dateposted|posted(?:at|on|date)$",
            r"^published$|^pub(?:date|time)$|^displaydate$",
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
_NAMES = ("name", "displayname", "fullname", "title", "text", "displaytext", "signature")
_WITHIN = ("by", "person", "node", "nodes", "creators", "author", "authors", "items", "data")
_TAG = re.compile(r"<[^<>]*>")
_SHORTEST_SUBTITLE, _LONGEST_SUBTITLE = 15, 600  # characters
_LONGEST_NAME = 100  # characters
_LEVELS = 4  # of objects in which a name stands
_MOST_PARTS = 50  # of a list that are read
_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC).timestamp()
_LATEST = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
_MILLI = 1000


def authors_in(value: Mapping[str, Value]) -> tuple[str, ...]:
    """The names of the writers; empty where the object does not say them."""
    for each in _with_parts(value):
        for text in _values_at(_AUTHORS, each):
            names = unique(name for said in _texts(text, 0) for name in names_of(said))
            if names:
                return names
    return ()


def subtitle_in(value: Mapping[str, Value]) -> str:
    """What stands below the title; "" where the object does not say it."""
    for each in _with_parts(value):
        for said in _values_at(_SUBTITLES, each):
            if isinstance(said, dict):
                said = next((text for text in said.values() if isinstance(text, str)), "")
            if isinstance(said, str):
                text = squeezed(html.unescape(_TAG.sub(" ", said)))
                if _SHORTEST_SUBTITLE <= len(text) <= _LONGEST_SUBTITLE:
                    return text
    return ""


def published_in(value: Mapping[str, Value], language: str | None) -> datetime | None:
    """When the article was published; None where the object does not say it.

    Args:
        value: the object.
        language: the tag of the language in which dates may be written.
    """
    for each in _with_parts(value):
        for said in _values_at(_PUBLISHED, each):
            moment = _moment(said, language)
            if moment is not None:
                return moment
    return None


def _values_at(patterns: Sequence[re.Pattern[str]], value: Mapping[str, Value]) -> Iterator[Value]:
    """What an object has under keys of the first pattern, then of the next."""
    keys = [(key, each) for key, each in _by_plain_key(value).items() if each]
    for pattern in patterns:
        for key, each in keys:
            if pattern.search(key) and not _NOT_PUBLISHED.search(key):
                yield each


def _with_parts(value: Mapping[str, Value]) -> Iterator[Mapping[str, Value]]:
    """An object and those in it that say more of it: that have no title and are no other thing."""
    yield value
    for key, each in islice(value.items(), _MOST_PARTS):
        if (
            isinstance(each, dict)
            and not any(map(each.get, TITLES))
            and _OTHER_THING.search(key) is None
        ):
            yield each


def _by_plain_key(value: Mapping[str, Value]) -> dict[str, Value]:
    return {"".join(filter(str.isalnum, key)).lower(): each for key, each in value.items()}


def _texts(value: Value, level: int) -> Iterator[str]:
    """The names in a value, whatever it is: a string, an object that has one, a list of these."""
    if isinstance(value, str):
        if not isinstance(value, Name) and _may_be_name(value):
            yield value
    elif level > _LEVELS:
        return
    elif isinstance(value, list):
        for each in value[:_MOST_PARTS]:
            yield from _texts(each, level + 1)
    elif isinstance(value, dict):
        yield from _texts_of(_by_plain_key(value), level)


def _texts_of(keys: Mapping[str, Value], level: int) -> Iterator[str]:
    for key in _NAMES:
        name = keys.get(key)
        if isinstance(name, str) and _may_be_name(name):
            yield name
            return
    parts: Sequence[Value] = [keys.get("firstname"), keys.get("lastname")]
    if any(isinstance(part, str) and part for part in parts):
        yield " ".join(part for part in parts if isinstance(part, str))
        return
    for key in _WITHIN:
        if isinstance(keys.get(key), (dict, list)):
            yield from _texts(keys[key], level + 1)
            return


def _may_be_name(text: str) -> bool:
    """Whether a string can be a name: no number, address or identifier."""
    if not 2 <= len(text) <= _LONGEST_NAME or "/" in text or "$" in text:
        return False
    return any(map(str.isalpha, text)) and not (" " not in text and any(map(str.isdigit, text)))


def _moment(value: Value, language: str | None) -> datetime | None:
    if isinstance(value, dict):
        inner = (_moment(each, language) for each in value.values() if not isinstance(each, dict))
        return next((moment for moment in inner if moment is not None), None)
    if isinstance(value, str):
        if value.isdecimal():
            return _moment(int(value), language) if len(value) in (10, 13) else None
        return found_date(value, language=language) if len(value) <= _LONGEST_NAME else None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    seconds = value / _MILLI if value > _LATEST else value
    if not _EARLIEST <= seconds <= _LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC)
