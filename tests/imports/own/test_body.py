"""Bodies of pages of ours: whatever an article holds, and the words and paths in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.own.pages import LAYOUTS, read
from mirrorpress.imports.own.body import KINDS, MISSING, picture_path
from mirrorpress.model import Article
from mirrorpress.model import blocks as b
from mirrorpress.model.languages import LANGUAGES
from mirrorpress.model.plain import plain_text
from mirrorpress.protocols import Layout
from mirrorpress.render.characters import clean
from mirrorpress.render.words import words
from render import hostile, samples
from render.samples import p, text


def test_embeds_are_known_by_the_words_of_every_language() -> None:
    kinds = ("video", "audio", "map", "post", "other")
    written = {words(language)(kind): kind for language in LANGUAGES for kind in kinds}
    assert written == KINDS


def test_missing_pictures_are_known_by_the_words_of_every_language() -> None:
    assert {words(language)("picture_missing") for language in LANGUAGES} == {*MISSING}


@pytest.mark.parametrize(
    ("here", "link", "path"),
    [
        ("articles/2026/a.md", "../../pictures/2026/b.webp", "pictures/2026/b.webp"),
        ("a.md", "b.webp", "b.webp"),
        ("pages/w/a.md", "a.md.png", "pages/w/a.md.png"),
        ("a.md", "../b.webp", None),
        ("pages/a.md", "../../b.webp", None),
        ("pages/a.md", "x/../../b.webp", None),
        ("pages/a.md", "..", None),
        ("pages/a.md", "", None),
        ("pages/a.md", "/b.webp", None),
        ("pages/a.md", "b\\c.webp", None),
        ("pages/a.md", "b.webp\n", None),
        ("pages/a.md", ".hidden", None),
        ("pages/a.md", "b/" * 300 + "c.webp", None),
        ("../pages/a.md", "b.webp", None),
    ],
)
def test_pictures_are_inside_the_edition(here: str, link: str, path: str | None) -> None:
    assert picture_path(here, link) == path


HOSTILE = tuple(dict.fromkeys(clean(one).strip() for one in hostile.STRINGS))


@pytest.mark.parametrize("layout", [LAYOUTS["almanac"], LAYOUTS["channels"]])
def test_hostile_texts_are_the_same_again(layout: Layout) -> None:
    blocks = tuple(
        block
        for one in filter(None, HOSTILE)
        for block in (
            p(one),
            b.Heading(3, text(one)),
            b.Quote((p(one),), credit=one),
            b.ListBlock(False, (b.ListItem((p(one),)),)),
            b.Table((samples.row(one, "x", header=True), samples.row("y", one)), text(one)),
            b.Table((b.Row((b.Cell(text(one), colspan=2),)),), text(one)),
            p("a", b.Strong(text(one)), "b", b.Emphasis(text(one)), b.Ruby(one, one)),
            b.Embed(kind="video", provider="a.example", url="https://a.example/", title=one),
        )
    )
    assert len(blocks) > 1000
    assert read(layout, samples.page(samples.EN, blocks)).article.blocks == blocks


TEXTS = st.sampled_from(HOSTILE) | st.text("ab 河*_<>[]!`\\.·— ", max_size=12)
LEAVES = (
    TEXTS.map(b.Text) | TEXTS.map(b.Code) | st.builds(b.Ruby, TEXTS, TEXTS) | st.just(b.Break())
)


def lines(spans: st.SearchStrategy[b.Inline]) -> st.SearchStrategy[tuple[b.Inline, ...]]:
    return st.lists(spans, max_size=4).map(tuple)


INLINES = lines(
    st.recursive(
        LEAVES | lines(LEAVES).map(lambda children: b.Link("https://a.example/_(x)", children)),
        lambda inner: st.one_of(
            lines(inner).map(b.Strong),
            lines(inner).map(b.Struck),
            lines(inner).map(b.Emphasis),
            lines(inner).map(b.Subscript),
        ),
        max_leaves=6,
    )
)
CELLS = st.lists(st.builds(b.Cell, INLINES, st.booleans(), st.integers(1, 2)), max_size=3)
BLOCKS = st.recursive(
    st.one_of(
        INLINES.map(b.Paragraph),
        st.builds(b.Heading, st.integers(2, 4), INLINES),
        st.lists(CELLS.map(tuple).map(b.Row), max_size=3).map(tuple).map(b.Table),
        TEXTS.map(b.CodeBlock),
        st.just(b.Rule()),
    ),
    lambda inner: st.one_of(
        st.builds(b.Quote, st.lists(inner, max_size=3).map(tuple)),
        st.builds(
            b.ListBlock,
            st.booleans(),
            st.lists(st.lists(inner, max_size=3).map(tuple).map(b.ListItem), max_size=3).map(tuple),
        ),
    ),
    max_leaves=6,
)


@given(blocks=st.lists(BLOCKS, min_size=1, max_size=4).map(tuple))
@settings(max_examples=25, deadline=None)
def test_no_text_is_lost_and_what_was_read_is_the_same_again(blocks: tuple[b.Block, ...]) -> None:
    layout, head = LAYOUTS["channels"], p("Head.")
    first = read(layout, samples.page(samples.EN, (head, *blocks))).article
    written = Article(title="t", blocks=(head, *blocks))
    assert "".join(plain_text(first).split()) == "".join(clean(plain_text(written)).split())
    assert read(layout, samples.page(samples.EN, first.blocks)).article.blocks == first.blocks
