"""A short box or line that holds a name, a date and little else, without a class that says so.

4 May 2031 | Anna Kern | 3 comments             Anna Kern, next to the date
Anna Kern, 4 May 2031, 10:15                    the same
Anna Kern<br>Harbour reporter                   next to a job
Posted on 4 May 2031 by akern                   akern, behind a label
Climate | 4 May 2031                            nobody: one word is no name without a label
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mirrorpress.extract.fields.biographies import is_job
from mirrorpress.extract.fields.dateline import is_date_alone, is_label_of_date
from mirrorpress.extract.fields.names import BY, is_full_name, is_label, is_person, names_of
from mirrorpress.extract.page.tree import Element, squeezed

_LONGEST_ROW = 200  # characters
_WORDS = range(2, 5)  # of a name that no label announces
_LONGEST_BYLINE = 60  # characters of one part
_MOST_PARTS, _MOST_NAMES = 12, 4
_HEADINGS = ("h1", "h2", "h3", "p", "a")  # not in a row: with a link beside a date begin lists
_BETWEEN = re.compile(r"\s*[|·•‧∙●\n]\s*|\s+[/–—-]{1,2}\s+|\s*//\s*|[,;]?\s*\Z")
_AROUND = " ,;:|·•/–—-"
_BY_WITHIN = re.compile(
    r"[\s,](?=(?:by|von|par|por|door|da|di|av|af|przez|автор:|作者[:：]|بقلم)\s)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d")


def said_in_row(element: Element) -> tuple[str, ...]:
    """The names behind a label in a short box or line that holds other pieces, too."""
    parts = _pieces(element)
    for place, part in enumerate(parts):
        if len(part) > _LONGEST_BYLINE or part.endswith("."):
            continue
        if BY.match(part) or (place and is_label(parts[place - 1])):
            names = tuple(name for name in names_of(part)[:_MOST_NAMES] if is_person(name))
            return names if all(map(is_full_name, names)) or any(map(is_date_alone, parts)) else ()
    return ()


def beside_date_in_row(element: Element) -> tuple[str, ...]:
    """The name in a short box or line that stands beside a date, or before a job."""
    parts = _pieces(element)
    dated = [is_date_alone(part) for part in parts]
    for place, part in enumerate(parts):
        if name := _name_in(part):
            following = parts[place + 1 : place + 2]
            if any(dated[max(0, place - 1) : place + 2]) or any(map(is_job, following)):
                return () if element.is_left_out() else (name,)
    return ()


def _pieces(element: Element) -> list[str]:
    """The parts of what can be a row, without labels of dates; none of what is no row."""
    if not 8 < element.size <= _LONGEST_ROW or element.links or element.has(*_HEADINGS):
        return []
    parts = [part for part in _parts(element) if not is_label_of_date(part)]
    return parts if 1 < len(parts) <= _MOST_PARTS else []


def _parts(element: Element) -> list[str]:
    """What stands in a box, piece by piece: in its elements, between its separators, at a date."""
    return [
        piece
        for text in element.strings()
        for between in _BETWEEN.split(text)
        if (part := squeezed(between).strip(_AROUND))
        for piece in _at_date(part)
    ]


def _at_date(part: str) -> Iterator[str]:
    """A part of a row, or the two that it is: a name and a date, with nothing between them."""
    if not _DIGITS.search(part):
        yield part
        return
    if by := _BY_WITHIN.search(part):
        before = part[: by.start()].strip(_AROUND)
        if is_date_alone(before):
            yield from (before, part[by.end() :])
            return
    words = part.split(" ")
    for count in _WORDS:
        for cut in (count, len(words) - count):
            if not 0 < cut < len(words):
                continue
            before, after = (" ".join(side).strip(_AROUND) for side in (words[:cut], words[cut:]))
            name, date = (before, after) if cut == count else (after, before)
            if _name_in(name) and is_date_alone(date):
                yield from (before, after)
                return
    yield part


def _name_in(part: str) -> str:
    """The name that a part is, in a script that has small letters: with or without a label."""
    names = names_of(part)
    if len(names) != 1 or not part.endswith(names[0]):
        return ""
    name = names[0]
    label = part.removesuffix(name).strip()
    if not name[0].isupper() or not is_full_name(name) or is_job(name):
        return ""
    return name if not label or is_label(label) else ""
