"""What stands in a short box or line, piece by piece.

4 May 2031 | Anna Kern | 3 comments             4 May 2031 · Anna Kern · 3 comments
Anna Kern, 4 May 2031, 10:15                    Anna Kern · 4 May 2031, 10:15
<td>Posted on 4 May 2031 by akern</td>          Posted on 4 May 2031 · by akern
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mirrorpress.extract.fields.biographies import is_job
from mirrorpress.extract.fields.byline_labels import labels_of
from mirrorpress.extract.fields.dateline import is_date_alone
from mirrorpress.extract.fields.names import is_full_name, names_of
from mirrorpress.extract.page.tree import Element, squeezed

LONGEST_ROW = 200  # characters
_MOST_PIECES = 16
_WORDS = range(2, 5)  # of a name that no label announces
_TIME = r"\d{1,2}[:.h]\d\d\b"  # behind a date and a dash, it is of the date
_BETWEEN = re.compile(rf"\s*[|·•‧∙●\n]\s*|\s+[/–—-]{{1,2}}\s+(?!{_TIME})|\s*//\s*")
_OF_HEAD = re.compile(
    r"(?:^|[\s_-])(?:meta|info|details|dateline|byline|date|posted|published)(?:$|[\s_-])"
)
_AROUND = " ,;:|·•/–—-"
_BY_WITHIN = re.compile(
    r"[\s,](?=(?:by|von|par|por|door|da|di|av|af|przez|автор:|作者[:：]|بقلم)(?:\s|$))",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d")


def is_apart(element: Element) -> bool:
    """Whether it is left out by a name that is not that of lines below a headline."""
    return any(
        holder.excluded and _OF_HEAD.search(holder.hint) is None
        for holder in (element, *element.ancestors())
    )


def pieces_of(element: Element) -> list[str]:
    """What stands in the elements of a row, between its separators, and on each side of its date.

    Empty where it is too long or has too many pieces for a row.
    """
    if element.size > LONGEST_ROW:
        return []
    pieces = [
        piece
        for text in element.strings()
        for between in _BETWEEN.split(text)
        if (part := squeezed(between).strip(_AROUND))
        for piece in _at_date(part)
    ]
    return pieces if len(pieces) <= _MOST_PIECES else []


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
            if name_in(name) and is_date_alone(date):
                yield from (before, after)
                return
    yield part


def name_in(part: str) -> str:
    """The name that a part is, in a script that has small letters: with or without a label."""
    names = names_of(part)
    if len(names) != 1 or not part.endswith(names[0]):
        return ""
    name = names[0]
    label = part.removesuffix(name).strip()
    if not name[0].isupper() or not is_full_name(name) or is_job(name):
        return ""
    return name if not label or labels_of(None).is_label(label) else ""
