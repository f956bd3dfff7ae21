"""What the paths of lines hold on the pages of a site: a path is an element by its names.

p.story-text        paragraphs of the article: each other on each page
p.newsletter        the same line on each page
div.byline          a short line at the beginning of each body
p.read-also         a short line or a few, wherever it stands, another on each page
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mirrorpress.model.site_profile import LineRecord

_PAGES = 3  # on which a path must have been seen before its kind is known
_HEAD = 3  # lines at the beginning of a body
_SHORT = 60  # letters of a line there; a longer one may be a dek
_TITLE = 120  # letters of a title
_TITLES = 5  # of other articles that stand in one body
_OF_PAGES = 0.6  # of all pages, on which the path of the text holds text
_LONG = 50  # letters of a line of text
_MOST = 0.8  # of the letters of the pages, what paths of the text hold
_FEW = 8  # lines of a body; in one of fewer, the first are as likely the text


def shared_paths(pages: Sequence[Sequence[LineRecord]]) -> frozenset[int]:
    """The paths whose lines all come on more than one page."""
    seen = times_seen(pages)
    alone = {path for (path, _), times in seen.items() if times < 2}
    return frozenset(path for path, _ in seen) - alone


def head_paths(pages: Sequence[Sequence[LineRecord]]) -> frozenset[int]:
    """The paths that hold a short line at the beginning of a body and nothing else.

    Those are bylines, dates and labels. A line at the end may be the credit of an agency.
    """
    pages_with: Counter[int] = Counter()
    others: set[int] = set()
    for page in pages:
        pages_with.update({record.path for record in page})
        within = page[_HEAD:] if len(page) >= _FEW else page
        others |= {record.path for record in within}
        others |= {record.path for record in page if record.letters > _SHORT}
    return frozenset(path for path, n in pages_with.items() if n >= _PAGES) - others


def title_paths(pages: Sequence[Sequence[LineRecord]]) -> frozenset[int]:
    """The paths that hold a few lines of a body, each no longer than a title."""
    pages_with: Counter[int] = Counter()
    others: set[int] = set()
    for page in pages:
        times = Counter(record.path for record in page)
        pages_with.update(times.keys())
        others |= {path for path, n in times.items() if n > _TITLES}
        others |= {record.path for record in page if record.letters > _TITLE}
    return frozenset(path for path, n in pages_with.items() if n >= _PAGES) - others


def text_paths(pages: Sequence[Sequence[LineRecord]]) -> frozenset[int]:
    """The paths of the running text of a site; none where its pages have it in other places."""
    seen = times_seen(pages)
    own = [[record for record in page if seen[key_of(record)] < 2] for page in pages]
    pages_with = Counter(
        path for page in own for path in {r.path for r in page if r.letters >= _LONG}
    )
    least = max(_PAGES, _OF_PAGES * len(pages))
    paths = frozenset(path for path, times in pages_with.items() if times >= least)
    letters = sum(record.letters for page in own for record in page)
    inside = sum(record.letters for page in own for record in page if record.path in paths)
    return paths if inside >= _MOST * letters else frozenset()


def times_seen(pages: Iterable[Sequence[LineRecord]]) -> Counter[tuple[int, int]]:
    """On how many pages each line is."""
    return Counter(key for page in pages for key in {key_of(record) for record in page})


def key_of(record: LineRecord) -> tuple[int, int]:
    """What makes a line the same on two pages."""
    return record.path, record.text
