"""Lines that other pages of the site have, too: what the template puts into the body.

    Sign up for our newsletter…   at the end of each page            removed
    Advertisement                 in an element that holds only that  removed
    Pros                          a heading in the midst of tests     kept

A line is known again by its place (names of the elements around it) and its letters. One that
comes again in the midst of the text may be a label or a paragraph that an outlet repeats for its
readers; it is removed only where its element holds nothing else on any page, or where it is a
sentence that pages about other subjects have, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice

from mirrorpress.extract.memory.page_lines import PageLine
from mirrorpress.extract.tree import Element
from mirrorpress.extract.vocabulary import END_OF_ARTICLE, FOLLOWED_BY_OTHERS
from mirrorpress.model.site_profile import LineRecord, PageRecord

_EDGE = 0.08  # of the letters that only this page has; lines before or behind are at an edge
_SENTENCE = 60  # letters; what is longer is no label
_KIN = 0.35  # of the letters of either; pages that have more in common are about one event
_MOST = 0.35  # of the letters; more is never removed
_ENOUGH = 0.2  # of the other pages; fewer do not make a line in a paragraph's place the template's
_OFTEN = 3  # times on one page; what stands there more often is a label
_LONGEST = 400  # characters
_CREDIT = re.compile(
    r"©|ⓒ|\(c\)|copyright|저작권|版权|版權|(?:first|originally|previously) published|"
    r"(?:adapted|translated|republished) (?:from|by)|erstmals (?:erschienen|veröffentlicht)",
    re.IGNORECASE,
)
_LABELS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "table", "li", "dl"])


def lines_of_the_template(
    lines: Sequence[PageLine], others: Iterable[PageRecord]
) -> list[PageLine]:
    """The lines of a body that are its site's.

    Args:
        lines: of the body, in document order.
        others: what is remembered of other articles of the site.
    """
    pages = [page for page in others if not _are_kin([line.record for line in lines], page.lines)]
    seen: Counter[tuple[int, int]] = Counter()
    for page in pages:
        seen.update({_key(record) for record in page.lines})
    if not seen or not lines:
        return []
    shared = _shared_places(lines, pages, seen)
    edges = _at_edges(lines, seen)
    here = Counter(_key(line.record) for line in lines)
    found = [
        line
        for line, is_at_edge in zip(lines, edges, strict=True)
        if (times := seen[_key(line.record)])
        and here[_key(line.record)] <= _OFTEN
        and _is_of_template(line, times, len(pages), shared, is_at_edge=is_at_edge)
        and not _is_kept(line.element)
    ]
    letters = sum(line.record.letters for line in found)
    return found if letters < _MOST * sum(line.record.letters for line in lines) else []


def _is_of_template(
    line: PageLine, times: int, pages: int, shared: frozenset[int], *, is_at_edge: bool
) -> bool:
    """Whether a line that so many of the other pages have is no text of the article."""
    if line.record.place in shared and (is_at_edge or not _is_label(line.element)):
        return True
    if times < _ENOUGH * pages:  # a paragraph of background in reports of a long event
        return False
    return is_at_edge or (times > 1 and line.record.letters >= _SENTENCE)


def _is_kept(element: Element) -> bool:
    """Whether it is a credit, or a line that tells what follows it."""
    text = element.text()[:_LONGEST]
    return any(words.search(text) for words in (_CREDIT, END_OF_ARTICLE, FOLLOWED_BY_OTHERS))


def _is_label(element: Element) -> bool:
    """Whether it names what stands below or beside it, in a list or a table."""
    return any(e.tag in _LABELS for e in (element, *islice(element.ancestors(), 3)))


def _key(record: LineRecord) -> tuple[int, int]:
    return record.place, record.text


def _are_kin(first: Sequence[LineRecord], second: Sequence[LineRecord]) -> bool:
    """Whether one page repeats much of the other: two reports of one event, two versions."""
    sentences = {_key(record) for record in first if record.letters >= _SENTENCE}
    shared = sum(record.letters for record in second if _key(record) in sentences)
    sizes = (sum(record.letters for record in lines) for lines in (first, second))
    return shared > _KIN * min(sizes)


def _shared_places(
    lines: Sequence[PageLine], pages: Sequence[PageRecord], seen: Counter[tuple[int, int]]
) -> frozenset[int]:
    """The places whose lines all come on more than one page."""
    here = {_key(line.record) for line in lines}
    every = here.union(*({_key(record) for record in page.lines} for page in pages))
    alone = {key[0] for key in every if seen[key] + (key in here) < 2}
    return frozenset(key[0] for key in every) - alone


def _at_edges(lines: Sequence[PageLine], seen: Counter[tuple[int, int]]) -> list[bool]:
    """Whether each line has hardly any text before or behind it that only this page has."""
    own = [0 if seen[_key(line.record)] else line.record.letters for line in lines]
    before = list(accumulate(own))
    most = _EDGE * before[-1]
    return [passed <= most or before[-1] - passed <= most for passed in before]
