"""Which value of a page's data is the text of its article.

A page's data also holds menus, settings, lists of other articles and often the next articles
whole. The article's text is what is beside, or not far above, the title that the page has; where
no object has that title, what has a title of its own and is named by the page's address; else the
longest text that has words of the title. Where the title says nothing of an article, as that of a
site, the only text with a title of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.own_title import has_several, only_text, text_at
from mirrorpress.extract.app_state.texts import SHORTEST, Found, innermost, is_about
from mirrorpress.extract.app_state.titled import texts_beside
from mirrorpress.extract.body.subject import words_of
from mirrorpress.page_data.literals import Value

_SENTENCES = 0.6  # of all text of an article is in sentences
_FEWEST_WORDS = 3  # of a title that says what an article is about
_MOST_HOLDERS = 4  # objects around a text that say more of it


def text_in(
    values: Sequence[Value], titles: Sequence[str], weights: Weights, url: str | None = None
) -> Found | None:
    """The part of a page's data that is the article's text; None where there is none.

    Args:
        values: what the scripts of the page hold.
        titles: what the page calls its article.
        weights: for these values.
        url: the address of the page.
    """
    words = {word for title in titles for word in words_of(title)}
    beside = texts_beside(values, titles, weights)
    if beside:
        return next((found for found in beside if is_about(found.text, words)), beside[0])
    named = text_at(values, url, weights)
    if named is None and len(words) < _FEWEST_WORDS:  # a title of the site
        named = only_text(values, weights)
        if named is None and has_several(values, weights):
            return None
    return named or _longest(values, words, weights)


def _longest(values: Sequence[Value], words: set[str], weights: Weights) -> Found | None:
    """The longest text, if most of it is sentences and it has some of the words."""
    longest = max(values, key=weights.running, default=None)
    if longest is None or weights.running(longest) < SHORTEST:
        return None
    holders: list[Value] = []
    text = innermost(longest, weights, holders)
    if weights.running(text) < _SENTENCES * weights.all_of(text) or not is_about(text, words):
        return None
    return Found(text, tuple(holders[:_MOST_HOLDERS]))
