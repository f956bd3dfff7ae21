"""The article that a page's data holds: its text as markup, who wrote it, when it was published."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.choose import text_in
from mirrorpress.extract.app_state.fields import authors_in, subtitle_in
from mirrorpress.extract.app_state.markup import markup_of
from mirrorpress.extract.page.tree import squeezed
from mirrorpress.page_data.objects import published_in
from mirrorpress.page_data.scripts import may_hold_text, values_of


@dataclass(frozen=True, slots=True, kw_only=True)
class StateArticle:
    """What a page's data says of its article."""

    markup: str  # of the text
    title: str  # "" where the page's own is right
    subtitle: str  # "" where there is none
    authors: tuple[str, ...]
    published: datetime | None


def state_article(
    page: str,
    titles: Sequence[str],
    language: str | None = None,
    url: str | None = None,
    may_hold: Callable[[str], bool] = may_hold_text,
) -> StateArticle | None:
    """The article that a page's scripts would draw; None where there is none.

    Args:
        page: as it came, with its scripts.
        titles: what the page calls its article.
        language: the tag of the language in which dates may be written.
        url: its address, which can name the article in the data.
        may_hold: whether a script can have the article; others are not read.
    """
    weights = Weights()
    found = text_in([*values_of(page, may_hold)], titles, weights, url)
    if found is None:
        return None
    objects = [each for each in found.objects if isinstance(each, dict)]
    return StateArticle(
        markup=markup_of(found.text, weights),
        title=squeezed(html.unescape(found.title)),
        subtitle=next(filter(None, map(subtitle_in, objects)), ""),
        authors=next(filter(None, map(authors_in, objects)), ()),
        published=next(
            (moment for each in objects if (moment := published_in(each, language))), None
        ),
    )
