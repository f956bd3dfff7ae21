"""What both layouts say of where a text is from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mirrorpress import urls
from mirrorpress.model import ArticlePage
from mirrorpress.protocols import Layout
from mirrorpress.render.almanac import Almanac
from mirrorpress.render.views import quoted
from mirrorpress.render.web import WebSite
from mirrorpress.render.words import LANGUAGES, words
from render import samples

OWN = samples.PAGES[1]
QUOTED = replace(
    OWN, summary=replace(OWN.summary, id=urls.quoted_id(OWN.summary.source, OWN.revision.url))
)


def page(layout: Layout, page: ArticlePage, language: str) -> str:
    content = layout.article(samples.at(layout, page), samples.in_words_of(language)).content
    assert content is not None
    return content.decode("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", [Almanac(), WebSite()], ids=["almanac", "web"])
def test_text_of_a_foreign_feed_is_labelled_as_such(layout: Layout, language: str) -> None:
    assert (quoted(QUOTED), quoted(OWN)) == (True, False)
    label = str(words(language).catalogue["quoted"]).rpartition("}")[2].strip()
    assert len(label) > 8
    assert label in page(layout, QUOTED, language)
    assert label not in page(layout, OWN, language)
