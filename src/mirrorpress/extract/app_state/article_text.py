"""The markup of the article that a page's data holds."""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.choose import text_in
from mirrorpress.extract.app_state.markup import markup_of
from mirrorpress.extract.app_state.scripts import values_of


def article_markup(page: str, titles: Sequence[str]) -> str:
    """The text of the article that a page's scripts would draw, as HTML; "" where there is none.

    Args:
        page: as it came, with its scripts.
        titles: what the page calls its article.
    """
    values = [*values_of(page)]
    weights = Weights()
    text = text_in(values, titles, weights)
    return "" if text is None else markup_of(text, weights)
