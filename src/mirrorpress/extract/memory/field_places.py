"""Where the pages of a site print the names of writers and the date.

    <div class="meta-a">Ada Stone</div>     the writer, as JSON-LD or the feed say of three pages:
    <div class="meta-b">4 May 2031</div>    so it is of a page of which nothing says it

A place is the path of an element that is alone at it beside the headline. It is believed where it
held the value of the article on three other pages, and never another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from mirrorpress.extract.fields.date_texts import found_date
from mirrorpress.extract.fields.metadata import Metadata
from mirrorpress.extract.fields.names import is_person, is_team, names_of
from mirrorpress.extract.fields.titles import loose, place_of
from mirrorpress.extract.memory.page_lines import path_of
from mirrorpress.extract.page.tree import Element
from mirrorpress.model.site_profile import MAX_PLACES, Field, PageRecord, PlaceRecord

_PAGES = 3  # on which a place held the value of its article
_BEFORE, _AFTER = 30, 60  # elements around the headline that are beside it
_SHORTEST, _LONGEST = 4, 80  # characters of a line
_MOST_NAMES = 4
_Value = TypeVar("_Value")


def places_of(elements: Sequence[Element], meta: Metadata) -> tuple[PlaceRecord, ...]:
    """The places of a page that hold what JSON-LD, the head or the feed say, or another value.

    Args:
        elements: of the page, in document order.
        meta: its metadata, as found without a profile.
    """
    if not (meta.says_who or meta.says_when):
        return ()
    found: list[PlaceRecord] = []
    names = _keys(meta.bylines) if meta.says_who else frozenset()
    day = meta.published.date() if meta.says_when and meta.published else None
    for path, text in _beside(elements, meta):
        if day is not None and (date := _date_in(text, meta)) is not None:
            found.append(PlaceRecord(Field.PUBLISHED, path, date.date() == day))
        if names and (printed := _names_in(text)):
            found.append(PlaceRecord(Field.BYLINES, path, _keys(printed) == names))
    return tuple(found[:MAX_PLACES])


def with_remembered_fields(
    meta: Metadata, elements: Sequence[Element], others: Sequence[PageRecord]
) -> Metadata:
    """The metadata with what a page prints where others of the site print it.

    What JSON-LD, the head or the feed say is left as it is, but for a byline of the outlet.

    Args:
        meta: as found without a profile.
        elements: of the page, in document order.
        others: what is remembered of other articles of the site.
    """
    is_named, is_dated = meta.says_who and _names_people(meta), meta.says_when
    if is_named and is_dated:  # as most pages are
        return meta
    texts = [*_beside(elements, meta)]
    if not is_named:
        names = _first(_names_in, texts, _trusted(Field.BYLINES, others))
        meta = replace(meta, bylines=names or meta.bylines)
    if not is_dated:
        date = _first(lambda text: _date_in(text, meta), texts, _trusted(Field.PUBLISHED, others))
        if date is not None and not _is_day_of(meta.published, date):
            meta = replace(meta, published=date)
    return meta


def _names_people(meta: Metadata) -> bool:
    """Whether the bylines name more than the outlet."""
    site = loose(meta.publisher)
    return any(loose(name) != site and not is_team(name) for name in meta.bylines)


def _is_day_of(known: datetime | None, date: datetime) -> bool:
    """Whether a date is known, maybe with the time of day."""
    return known is not None and known.date() == date.date()


def _trusted(field: Field, pages: Sequence[PageRecord]) -> frozenset[int]:
    """The places that held the value of the article on enough pages, and on none another."""
    places = [place for page in pages for place in page.places if place.field == field]
    right = Counter(place.path for place in places if place.agrees)
    wrong = {place.path for place in places if not place.agrees}
    return frozenset(path for path, times in right.items() if times >= _PAGES) - wrong


def _first(
    read: Callable[[str], _Value | None], texts: Sequence[tuple[int, str]], paths: frozenset[int]
) -> _Value | None:
    values = (read(text) for path, text in texts if path in paths)
    return next(filter(None, values), None)


def _beside(elements: Sequence[Element], meta: Metadata) -> Iterator[tuple[int, str]]:
    """The short lines beside the headline, each with its path, which no other of them has."""
    at = place_of(elements, meta.title)
    near = elements[max(at - _BEFORE, 1) : at + _AFTER] if at else elements[1 : _BEFORE + _AFTER]
    found: list[tuple[int, str]] = []
    for element in near:
        if _SHORTEST <= element.size <= _LONGEST and _is_line(element):
            found.append((path_of(element), element.text()))
    times = Counter(path for path, _ in found)
    return (line for line in found if times[line[0]] == 1)


def _is_line(element: Element) -> bool:
    """Whether an element is a line, or a part of one, and no headline."""
    return element.tag not in ("h1", "title") and all(e.inline for e in element.elements())


def _names_in(text: str) -> tuple[str, ...]:
    """The names of people that a line is; a word alone is a label more often than a name."""
    if text.isascii() and " " not in text:
        return ()
    names = names_of(text)
    if not 1 <= len(names) <= _MOST_NAMES or not all(map(is_person, names)):
        return ()
    return names


def _date_in(text: str, meta: Metadata) -> datetime | None:
    return found_date(text, language=meta.language)


def _keys(names: Sequence[str]) -> frozenset[str]:
    return frozenset(map(loose, names))
