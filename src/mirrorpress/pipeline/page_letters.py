"""Whether an outlet changed its page, or only our reading of the page changed.

An extractor of another version, or what was learned of the site meanwhile, may take another part of
a page for the article. That must not be shown as a change by the outlet: what was cut must be gone
from the page itself, and what was added must not have been there before.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from mirrorpress.compare import Change
from mirrorpress.model import Page
from mirrorpress.text.encodings import decode
from mirrorpress.text.words import letters

MOST_READ = 5_000_000  # characters of a page
_TAG = re.compile(r"<[^<>]*>")


def kinds_on_pages(found: Change, before: Sequence[Page], after: Sequence[Page]) -> frozenset[str]:
    """The kinds of a change that the pages themselves show; none where only their reading differs.

    Args:
        found: what differs between the two readings.
        before: the pages of the article as they were; empty: they are not kept, and the readings
            are believed.
        after: the pages as they are.
    """
    if not (before and after):
        return found.kinds
    was, now = _letters_of(before), _letters_of(after)
    real = {
        "headline": found.headline is not None
        and _differs(found.headline[0], found.headline[1], was, now),
        "cut": any(letters(one) not in now for one in found.cut),
        "added": any(letters(one) not in was for one in found.added),
    }
    edited = any(_differs(one.before, one.after, was, now) for one in found.edited)
    if not edited and not any(real.values()):
        return frozenset()
    return frozenset(kind for kind in found.kinds if real.get(kind, True))


def _differs(old: str, new: str, was: str, now: str) -> bool:
    """Whether a text is gone from the page, or another is new on it."""
    return letters(old) not in now or letters(new) not in was


def _letters_of(pages: Iterable[Page]) -> str:
    """The letters and digits of pages, without their tags."""
    texts = (decode(page.body, page.charset).text[:MOST_READ] for page in pages)
    return "\n".join(letters(html.unescape(_TAG.sub("", text))) for text in texts)
