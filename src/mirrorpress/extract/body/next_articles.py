"""The articles that a page without end shows below its own, each with a head of its own.

    <div class=story><h1>The page's title</h1><p class=byline>…</div>
    <div class=story><h1>Another title</h1><p class=byline>…</div>

An h1 alone does not tell: sections of one article may have one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from mirrorpress.extract.body.revive import shows_title
from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.tree import Element, kind_of

_OF_HEAD = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|date|dateline|time|timestamp|published|posted|posted-on|"
    r"meta|info)(?:$|[\s_-])"
)
_MOST_HEADLINES = 20
_MOST_IN_HEAD = 30  # elements behind a headline among which the rest of its head is
_LONGEST = 200  # characters of a line of a head


def exclude_next_articles(elements: Sequence[Element], titles: Iterable[str]) -> None:
    """Mark excluded the siblings of the page's article that have a headline and a byline or date.

    Args:
        elements: of the page, measured, in document order.
        titles: what the head of the page calls its article.
    """
    found = (e for e in elements if e.tag == "h1" and e.size)
    headlines = [e for e in islice(found, _MOST_HEADLINES) if not e.is_left_out()]
    if len(headlines) < 2:  # as most
        return
    keys = [loose(title) for title in titles]
    own = [headline for headline in headlines if shows_title(headline, keys)]
    if len(own) != 1:
        return
    levels = {id(parent): parent for parent in own[0].ancestors()}
    children = {id(parent.parent): parent for parent in levels.values()}
    for other in headlines:
        if other is own[0]:
            continue
        box = other
        while box.parent is not None and id(box.parent) not in levels:
            box = box.parent
        story = children.get(id(box.parent))
        if (
            story is not None
            and kind_of(box) == kind_of(story)
            and box is not other
            and _has_head(box, other)
            and _has_head(story, own[0])
        ):
            box.leave_out()


def _has_head(story: Element, headline: Element) -> bool:
    """Whether a date or a byline stands right behind a headline."""
    inside = story.walk()
    place = next((place for place, element in enumerate(inside) if element is headline), 0)
    return any(
        element.tag == "time"
        or (element.hint != "" and element.size < _LONGEST and _OF_HEAD.search(element.hint))
        for element in inside[place + 1 : place + _MOST_IN_HEAD]
    )
