"""A short box or line that holds a name, a date and little else, without a class that says so.

4 May 2031 | Anna Kern | 3 comments             Anna Kern, next to the date
Anna Kern, 4 May 2031, 10:15                    the same
Anna Kern<br>Harbour reporter                   next to a job
Anna Kern, Harbour reporter                     the same
Posted on 4 May 2031 by akern                   akern, behind a label
Climate | 4 May 2031                            nobody: one word is no name without a label
"""

from __future__ import annotations

from itertools import islice

from mirrorpress.extract.fields.biographies import is_job
from mirrorpress.extract.fields.byline_labels import BylineLabels
from mirrorpress.extract.fields.dateline import is_date_alone, is_label_of_date
from mirrorpress.extract.fields.names import is_full_name, is_person
from mirrorpress.extract.fields.rows import is_apart, name_in, pieces_of
from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.words.jobs import JOB

_SHORTEST_ROW = 8  # characters
_LONGEST_BYLINE = 60  # characters of one part
_MOST_NAMES = 4
_MOST_WITHOUT_DATE = 4  # pieces of a row that has no date
_BLOCKS = ("h1", "h2", "h3", "p")  # not in a row
_MOST_WORDS = 3  # of a link that can be a name or a section
_MOST_WORDS_OF_JOB = 5
_LEVELS = 4  # above a line in a quotation


def said_in_row(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    """The names behind a label in a short box or line that holds other pieces, too."""
    if not _may_hold_label(element, labels) or (
        element.links and any(map(_is_title, element.find("a")))
    ):
        return ()
    parts = _pieces(element, labels)
    for place, part in enumerate(parts):
        if len(part) > _LONGEST_BYLINE or part.endswith("."):
            continue
        if labels.begins(part) or (place and labels.is_label(parts[place - 1])):
            names = tuple(name for name in labels.names_in(part)[:_MOST_NAMES] if is_person(name))
            if any(map(is_date_alone, parts)):
                return names
            if len(parts) > _MOST_WITHOUT_DATE or not part.endswith(names[-1:]):
                return ()  # a sentence with links: its strings are pieces, too
            return names if all(map(is_full_name, names)) else ()
        if names := labels.ahead(part):
            return names
    return ()


def _may_hold_label(element: Element, labels: BylineLabels) -> bool:
    """Whether it has a word of a label: a quick test that most lines fail.

    An element that is alone in another is asked itself.
    """
    children = element.children
    if len(children) > 1:
        return labels.may_hold(" ".join(element.strings()))
    return isinstance(children[0], str) and labels.may_hold(children[0])


def beside_date_in_row(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    """The name in a short box or line that stands beside a date, or before a job."""
    if element.links:  # lists begin with a link beside a date
        return ()
    if name := ahead_of_job(element):
        return () if is_apart(element) else (name,)
    parts = _pieces(element, labels)
    dated = [is_date_alone(part) for part in parts]
    for place, part in enumerate(parts):
        if name := name_in(part):
            following = parts[place + 1 : place + 2]
            if any(dated[max(0, place - 1) : place + 2]) or any(map(is_job, following)):
                return () if is_apart(element) else (name,)
    return ()


def first_in_row(element: Element) -> str:
    """The name in a line named like a byline that begins it, or follows the date that does.

    Anna Kern | Marrin | 4 May 2031
    4 May 2031 | Anna Kern | Marrin
    """
    pieces = pieces_of(element)
    dated = [*map(is_date_alone, pieces)]
    if not any(dated):
        return ""
    first = pieces[1] if dated[0] and len(pieces) > 1 else pieces[0]
    return first if is_full_name(first) and not is_label_of_date(first) else ""


def ahead_of_job(element: Element) -> str:
    """The name in a line that only says whose it is: a name, then a job.

    Anna Kern, Harbour editor
    <b>Anna Kern</b> Harbour editor
    """
    if element.size > _LONGEST_BYLINE:
        return ""
    text = element.text()
    name, _, job = text.partition(", ")
    inner = element.elements()
    if not job and inner:
        name = inner[0].text()
        job = text.removeprefix(name).strip() if name else ""
    if not is_full_name(name) or is_job(name) or len(job.split()) > _MOST_WORDS_OF_JOB:
        return ""
    if element.has("blockquote") or any(
        parent.tag == "blockquote" for parent in islice(element.ancestors(), _LEVELS)
    ):
        return ""  # whose words they are
    return name if JOB.search(job) else ""


def _pieces(element: Element, labels: BylineLabels) -> list[str]:
    """The parts of what can be a row, without labels of dates; none of what is no row."""
    if element.size <= _SHORTEST_ROW or element.has(*_BLOCKS):
        return []
    parts = [p for p in pieces_of(element) if labels.is_label(p) or not is_label_of_date(p)]
    return parts if len(parts) > 1 else []


def _is_title(link: Element) -> bool:
    return len(link.text().split()) > _MOST_WORDS
