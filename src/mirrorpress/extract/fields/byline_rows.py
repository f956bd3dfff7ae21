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
from mirrorpress.extract.fields.dateline import is_date_alone
from mirrorpress.extract.fields.names import BY, is_full_name, is_label, is_person, names_of
from mirrorpress.extract.page.tree import Element, squeezed

_LONGEST_ROW = 120  # characters
_WORDS = range(2, 5)  # of a name that no label announces
_MOST_PARTS = 12
_HEADINGS = ("h1", "h2", "h3", "p", "a")  # not in a row: with a link beside a date begin lists
_BETWEEN = re.compile(r"\s*[|·•‧∙●\n]\s*|\s+[/–—-]{1,2}\s+|\s*//\s*|[,;]?\s*\Z")
_AROUND = " ,;:|·•/–—-"
_BY_WITHIN = re.compile(
    r"[\s,](?=(?:by|von|par|por|door|da|di|av|af|przez|автор:|作者[:：]|بقلم)\s)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d")


def names_in_row(element: Element) -> tuple[str, ...]:
    """The names in a short box or line that also holds a date, or the job of who is named."""
    if not 8 < element.size <= _LONGEST_ROW or element.links or element.has(*_HEADINGS):
        return ()
    parts = _parts(element)
    if not 1 < len(parts) <= _MOST_PARTS:
        return ()
    dated = [is_date_alone(part) for part in parts]
    if any(dated):
        for place, part in enumerate(parts):
            if BY.match(part) or (place and is_label(parts[place - 1])):
                return tuple(name for name in names_of(part)[:4] if is_person(name))
    for place, part in enumerate(parts):
        if not _is_name(part):
            continue
        around = range(max(0, place - 1), min(place + 2, len(parts)))
        if any(dated[other] for other in around if other != place) or (
            place + 1 < len(parts) and is_job(parts[place + 1])
        ):
            return () if element.is_left_out() else names_of(part)
    return ()


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
            if _is_name(name) and is_date_alone(date):
                yield from (before, after)
                return
    yield part


def _is_name(part: str) -> bool:
    """Whether a part is a name alone, in a script that has small letters."""
    if not part[0].isupper() or not is_full_name(part) or is_job(part):
        return False
    return names_of(part) == (part,)  # no label in it: "Last Updated"
