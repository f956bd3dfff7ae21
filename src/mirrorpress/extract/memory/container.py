"""The container of the text, by where other pages of a site have theirs.

A page can hold more text beside a short article than in it. Where the text of three other pages
stands in elements with the same names (div.story-text / p), and none of this page's body does, the
body is what holds the lines that do, unless it says much less: a list can have an introduction in
the place of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mirrorpress.extract.memory.page_lines import PageLine, lines_of
from mirrorpress.extract.page.tree import Element, common_holder

_HARDLY = 0.05  # of the letters of a body, what paths of the text hold in the wrong one
_LEAST = 0.5  # of these letters, what is found by such paths
_DENSE = 0.6  # of the letters of its container
_WHOLE = frozenset(["html", "body"])


def voted_container(
    root: Element, body: Sequence[PageLine], paths: frozenset[int]
) -> Element | None:
    """The element that holds the text, where other pages say that a body does not; else None.

    Args:
        root: of the page, measured.
        body: its lines, as found without a profile.
        paths: of the running text of the site.
    """
    if not paths or not body or share_at(paths, body) >= _HARDLY:
        return None
    lines = [line for line in lines_of((root,)) if line.record.path in paths]
    if _letters(lines) < _LEAST * _letters(body):
        return None
    holder = common_holder([line.element for line in lines])
    if holder is None or holder.tag in _WHOLE or share_at(paths, lines_of((holder,))) < _DENSE:
        return None
    return holder


def share_at(paths: frozenset[int], lines: Sequence[PageLine]) -> float:
    """The share of the letters of lines that stand at some paths."""
    inside = _letters(line for line in lines if line.record.path in paths)
    return inside / max(_letters(lines), 1)


def _letters(lines: Iterable[PageLine]) -> int:
    return sum(line.record.letters for line in lines)
