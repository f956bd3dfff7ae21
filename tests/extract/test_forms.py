"""The stored pages in other forms give the same article: a text over several containers, in a form,
in a shadow root, below another name.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from extract import forms
from extract.forms import in_form
from extract.markup import lines_of, page_of
from extract.scoring import names
from mirrorpress.extract import extract
from mirrorpress.model.blocks import Figure
from mirrorpress.model.plain import inline_text

FORMS: list[Callable[[HtmlElement], None]] = [
    forms.two_parts,
    forms.three_named_parts,
    forms.boxed_paragraphs,
    forms.in_a_form,
    forms.in_a_shadow_root,
    forms.in_a_sidebar,
    forms.in_headings,
    forms.twice,
    forms.twice_by_width,
]
# What does change.
KNOWN = {
    # A call for comments goes, too.
    "boxtext-app-promo-zh-hant": {"in_a_sidebar", "twice_by_width"},
    "digest-below-summary-zh-hans": {"in_headings"},  # the news of the day are longer
    "font-tables-1999-en": {"boxed_paragraphs"},  # the date ahead of the text comes along
    "fusion-blocks-en": {"in_headings"},  # a link to another article is a heading then
    # What is hidden paragraph by paragraph is known among siblings.
    "hidden-paragraphs-firmas-es": {
        *("boxed_paragraphs", "in_headings", "three_named_parts", "two_parts"),
    },
    # A link to another article is a heading then; a note on the column goes, too.
    "opinion-column-uk": {"in_headings", "twice"},
    "service-boxes-beside-text-de": {"boxed_paragraphs"},  # the boxes are nearer than the text
    # The beginning of the text, too; an address comes along.
    "split-opening-opaque-en": {"in_headings", "twice"},
    "wechat-sections-zh-hans": {"in_headings"},  # what readers wrote goes, too
    # What goes from the text, as it stands at its end or beginning, stays in the copy.
    "header-charset-ru": {"twice"},
    "named-boxes-correction-en": {"twice"},
    "nextjs-island-ko": {"twice"},
    "printed-byline-appeal-en": {"twice"},
    # A line on the outlet goes, too; below a heading of its own, it is no paragraph.
    "wire-copy-dateline-en": {"boxed_paragraphs", "in_headings"},
}
OTHER_CAPTIONS = frozenset(
    [
        "amp-interview-es",  # the credit is part of the caption
        "lazy-gallery-slider-de",  # renditions of one picture, each in a container of its own
        "microdata-box-hi",  # the lead picture is not known
        "paywall-markup-fr",  # a container that is hidden from screen readers
    ]
)


@pytest.mark.parametrize("name", names())
def test_a_page_in_another_form_gives_the_same_article(name: str) -> None:
    page, url = page_of(name)
    lines = lines_of(in_form(page, None), url)
    changed = {form.__name__ for form in FORMS if lines_of(in_form(page, form), url) != lines}
    assert changed == KNOWN.get(name, set())


@pytest.mark.parametrize("name", names())
def test_captions_of_plain_containers(name: str) -> None:
    page, url = page_of(name)
    changed = captions_of(in_form(page, forms.plain_figures), url) != captions_of(
        in_form(page, None), url
    )
    assert changed is (name in OTHER_CAPTIONS)


def captions_of(page: str, url: str) -> list[tuple[str, str, str | None]]:
    article = extract(page, url)
    return [
        (image.url, inline_text(image.caption), image.credit)
        for block in article.blocks
        if isinstance(block, Figure)
        for image in block.images
    ]
