"""Boxes below an article that begin with a heading of what is none of it.

<div><h3>Comments</h3><div>…</div><div>…</div></div>      what readers wrote
<div><h4>About us</h4><p>The Ledger was founded …</div>   what the outlet says of itself
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.words.comment_headings import LONGEST
from mirrorpress.extract.words.site_labels import heads_comments, heads_self_portrait

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_PARTS = frozenset(["html", "body", "main", "article"])
_MOST_ABOVE = 8  # levels of a box above its heading
_MOST_HEADED = 20  # such headings that are looked at
_SOME_TEXT = 250.0  # running text outside a box of comments
_LITTLE_TEXT = 60.0  # the same of what an outlet says of itself
_FEWEST = 2  # lines with a time
_LONGEST_LINE = 60  # characters of one
_TIME = re.compile(r"(?<![\d:])\d{1,2}[:.]\d{2}(?![\d.])")


def exclude_headed(elements: Sequence[Element]) -> None:
    """Mark excluded the boxes that begin with such a heading, behind running text.

    More text than stands outside it is of readers where entries have the time of day. A label of
    an opinion ("Comment") stands above a headline.

    Args:
        elements: of the page, measured, in document order.
    """
    short = [e for e in elements if e.tag in _HEADINGS and 0 < e.size <= LONGEST]
    for heading in islice((e for e in short if _heads_others(e.text())), _MOST_HEADED):
        box = _box_below(heading)
        if box is None or box.is_left_out():
            continue
        outside = elements[0].prose - box.prose
        is_portrait = heads_self_portrait(heading.text())
        if (
            outside >= (_LITTLE_TEXT if is_portrait else _SOME_TEXT)
            and (box.prose <= outside or is_portrait or _has_times(box))
            and all(h1 is heading for h1 in box.find("h1"))
        ):
            box.leave_out()


def _heads_others(text: str) -> bool:
    return heads_comments(text) or heads_self_portrait(text)


def _box_below(heading: Element) -> Element | None:
    """The largest box that begins with a heading and holds more."""
    box, child = None, heading
    for parent in islice(heading.ancestors(), _MOST_ABOVE):
        if parent.tag in _PARTS or not _begins_with(parent, child):
            break
        child = parent
        if parent.size > heading.size:
            box = parent
    return box


def _begins_with(parent: Element, first: Element) -> bool:
    """Whether no text stands in an element ahead of one of its children."""
    for child in parent.children:
        if child is first:
            return True
        if child.strip() if isinstance(child, str) else child.size:
            return False
    return False


def _has_times(box: Element) -> bool:
    """Whether at least two short lines in a box have a time of day."""
    lines = (e for e in box.walk() if 4 < e.size <= _LONGEST_LINE and not e.elements())
    return len([*islice((e for e in lines if _TIME.search(e.text())), _FEWEST)]) == _FEWEST
