"""What the places of lines hold on the pages of a site: a place is an element by its names.

p.story-text        paragraphs of the article: each other on each page
p.newsletter        the same line on each page
div.byline          a short line at the beginning of each body
aside.infobox p     what outlets leave out of the text that they give to machines
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mirrorpress.model.site_profile import LineRecord

_PAGES = 3  # on which a place must have been seen before its kind is known
_ENDS = 3  # lines at the beginning and at the end of a body
_SHORT = 60  # letters of a line there; a longer one may be a dek
_FEW = 8  # lines of a body; in one of fewer, what is at an end is as likely the text


def shared_places(pages: Sequence[Sequence[LineRecord]]) -> frozenset[int]:
    """The places whose lines all come on more than one page."""
    seen = Counter(key for page in pages for key in {key_of(record) for record in page})
    alone = {place for (place, _), times in seen.items() if times < 2}
    return frozenset(place for place, _ in seen) - alone


def end_places(pages: Sequence[Sequence[LineRecord]]) -> frozenset[int]:
    """The places that hold a short line at the beginning or at the end of a body and nothing else.

    Those are bylines, dates, labels, and what a newsroom signs its texts with.
    """
    pages_with: Counter[int] = Counter()
    others: set[int] = set()
    for page in pages:
        pages_with.update({record.place for record in page})
        is_long = len(page) >= _FEW
        within = page[_ENDS:-_ENDS] if is_long else page
        others |= {record.place for record in within}
        others |= {record.place for record in page if record.letters > _SHORT}
    return frozenset(place for place, n in pages_with.items() if n >= _PAGES) - others


def key_of(record: LineRecord) -> tuple[int, int]:
    """What makes a line the same on two pages."""
    return record.place, record.text
