"""The container of the text, by where other pages of a site have theirs.

A page can hold more text beside a short article than in it. Where the text of three other pages
stands in elements with the same names (div.story-text / p), and none of this page's body does, the
body is what holds the lines that do, unless it says much less: a list can have an introduction in
the place of a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mirrorpress.extract.memory.element_paths import key_of
from mirrorpress.extract.memory.page_lines import PageLine, lines_of
from mirrorpress.extract.page.tree import Element, common_holder
from mirrorpress.model.site_profile import LineRecord, PageRecord

_PAGES = 3  # on which a path holds text
_OF_PAGES = 0.6  # the same, of all
_LONG = 50  # letters of a line of text
_MOST = 0.8  # of the letters of those pages, what such paths hold
_HARDLY = 0.05  # of the letters of a body, what they hold in the wrong one
_LEAST = 0.5  # of these letters, what is found by them
_DENSE = 0.6  # of the letters of its container
_WHOLE = frozenset(["html", "body"])


def voted_container(
    root: Element, parts: Sequence[Element], others: Sequence[PageRecord]
) -> Element | None:
    """The element that holds the text, where other pages say that a body does not; else None.

    Args:
        root: of the page, measured.
        parts: the elements that hold the body.
        others: what is remembered of other articles of the site.
    """
    paths = text_paths([page.lines for page in others])
    body = lines_of(parts) if paths else []
    if not body or _share_at(paths, body) >= _HARDLY:
        return None
    lines = [line for line in lines_of((root,)) if line.record.path in paths]
    if _letters(lines) < _LEAST * _letters(body):
        return None
    holder = common_holder([line.element for line in lines])
    if holder is None or holder.tag in _WHOLE or _share_at(paths, lines_of((holder,))) < _DENSE:
        return None
    return holder


def text_paths(pages: Sequence[Sequence[LineRecord]]) -> frozenset[int]:
    """The paths of the running text of a site; none where its pages have it in other places."""
    seen = Counter(key for page in pages for key in {key_of(record) for record in page})
    own = [[record for record in page if seen[key_of(record)] < 2] for page in pages]
    pages_with = Counter(
        path for page in own for path in {r.path for r in page if r.letters >= _LONG}
    )
    least = max(_PAGES, _OF_PAGES * len(pages))
    paths = frozenset(path for path, times in pages_with.items() if times >= least)
    letters = sum(record.letters for page in own for record in page)
    inside = sum(record.letters for page in own for record in page if record.path in paths)
    return paths if inside >= _MOST * letters else frozenset()


def _share_at(paths: frozenset[int], lines: Sequence[PageLine]) -> float:
    """The share of the letters of lines that stand at some paths."""
    inside = _letters(line for line in lines if line.record.path in paths)
    return inside / max(_letters(lines), 1)


def _letters(lines: Iterable[PageLine]) -> int:
    return sum(line.record.letters for line in lines)
