"""Whether a text that is given as the subtitle is one, or the title in other words.

Outlets write a second headline for search engines and social networks, and declare it as the
alternative one (`alternativeHeadline`, https://schema.org/alternativeHeadline):

    Ferry stays in port after storm        title
    Storm keeps the ferry in port          the same for a search engine: no subtitle
"""

from __future__ import annotations

import re

from mirrorpress.extract.fields.titles import loose

_WORD = re.compile(r"[^\W_]{3,}")
_MOST_SHARED = 0.6  # of the words of the shorter of the two
_MOST_OF_TITLE = 0.7  # letters of a title that is in a longer text, or the other way round


def repeats_title(text: str, title: str) -> bool:
    """Whether a text is the title, or one of them is most of the other."""
    letters, wanted = loose(text), loose(title)
    shorter, longer = sorted((letters, wanted), key=len)
    return shorter in longer and len(shorter) >= _MOST_OF_TITLE * len(longer)


def own_subtitle(text: str | None, title: str) -> str | None:
    """A second headline if it says more than the title; None where it says the same."""
    if not text or repeats_title(text, title):
        return None
    words, others = (set(_WORD.findall(each.casefold())) for each in (text, title))
    shared, fewer = len(words & others), min(len(words), len(others))
    return None if shared > _MOST_SHARED * fewer else text
