"""Plain text of inlines, blocks and articles: one rule each, and no words of captions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import Article, Block, Image, Inline
from mirrorpress.model.blocks import (
    Break,
    Cell,
    Code,
    CodeBlock,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Ruby,
    Rule,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)
from mirrorpress.model.plain import block_text, inline_text, plain_text

A, B = Text("a"), Text("b")
PA, PB = Paragraph((A,)), Paragraph((B,))
LINES = Paragraph((A, Break(), B))
QUAY = Image(url="https://a.example/q.jpg", alt="no", caption=(Text("no"),), credit="no")
FIGURE = Figure((QUAY,), (Text("no"),))
VIDEO = Embed(kind="video", provider="no.example", url="https://no.example/1", title="no")

POST = Embed(kind="post", provider="no.example", url="https://no.example/1")


def article(*blocks: Block) -> Article:
    return Article(title="no", subtitle="no", blocks=blocks, lead=QUAY)


@pytest.mark.parametrize(
    ("children", "text"),
    [
        ((), ""),
        ((A, B), "ab"),
        ((A, Break(), B), "a\nb"),
        ((Text(" a  "), Text("b ")), " a  b "),
        ((Emphasis((A,)), Strong((B,))), "ab"),
        ((Subscript((A,)), Superscript((B,))), "ab"),
        ((Code("<a>"),), "<a>"),
        ((Ruby("漢", "かん"), A), "漢a"),
        ((Link("https://a.example/", (Strong((B, Break(), Code("c"))),)), A), "b\nca"),
    ],
)
def test_inlines(children: tuple[Inline, ...], text: str) -> None:
    assert inline_text(children) == text
    assert inline_text(children, line_break="\n") == text


def test_a_break_at_any_depth_is_what_the_caller_says() -> None:
    children = (A, Break(), Link("https://a.example/", (Strong((B, Break(), A)),)))
    assert inline_text(children, line_break=" ") == "a b a"
    assert inline_text(children, line_break=" / ") == "a / b / a"


BLOCKS: list[tuple[Block, str, str]] = [  # block, its lines, the same in an article's text
    (PA, "a", "a"),
    (LINES, "a\nb", "a b"),
    (Paragraph((Text(" a \n a "),)), " a \n a ", "a a"),
    (Heading(3, (A,)), "a", "a"),
    (ListBlock(False, (ListItem((PA,)), ListItem((LINES,)))), "a\na\nb", "a\na b"),
    (ListBlock(True, (ListItem((PA, ListBlock(False, (ListItem((PB,)),)))),)), "a\nb", "a\nb"),
    (Quote((PA, PB), "no"), "a\nb", "a\nb"),
    (Table((Row((Cell((A,), True, 2, 3), Cell((B,)))), Row((Cell((B,)),))), (Text("no"),)),
     "a b\nb", "a b\nb"),
    (Table((Row((Cell((A, Break(), B)), Cell((B,)))),)), "a\nb b", "a b b"),
    (CodeBlock("a\n  <b>", "no"), "a\n  <b>", "a\n<b>"),
    (FIGURE, "", ""),
    (VIDEO, "", ""),
    (Rule(), "", ""),
    (Quote((FIGURE, PA)), "a", "a"),
    (Quote((Paragraph((Text("no"),)), POST)), "", ""),
    (Quote((PA, VIDEO)), "a", "a"),
    (ListBlock(False, (ListItem((FIGURE,)), ListItem((PA,)), ListItem((VIDEO, PB)))),
     "a\nb", "a\nb"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "lines", "text"), BLOCKS)
def test_blocks(block: Block, lines: str, text: str) -> None:
    assert block_text(block) == lines
    assert plain_text(article(block)) == text


def test_an_article_is_one_block_a_line_without_blank_ones() -> None:
    blank = Paragraph((Text(" "),))
    assert plain_text(article(PA, Rule(), FIGURE, blank, LINES, VIDEO, PB)) == "a\na b\nb"
    assert plain_text(article()) == ""


def test_words_beside_the_running_text_are_left_out() -> None:
    assert "no" not in plain_text(article(*(block for block, _, _ in BLOCKS)))


WORDS = st.text(alphabet="ab \n\u3000\u2028", max_size=4)
INLINES: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(WORDS.map(Text), WORDS.map(Code), st.just(Break())),
    lambda inner: st.lists(inner, max_size=3).map(tuple).map(Strong),
    max_leaves=6,
)
SPANS = st.lists(INLINES, max_size=3).map(tuple)
ANY: st.SearchStrategy[Block] = st.recursive(
    st.one_of(SPANS.map(Paragraph), WORDS.map(CodeBlock), st.just(FIGURE)),
    lambda inner: st.lists(inner, max_size=3).map(tuple).map(Quote),
    max_leaves=6,
)


@given(st.lists(ANY, max_size=4))
def test_both_texts_have_the_same_words_in_one_order(blocks: list[Block]) -> None:
    text = plain_text(article(*blocks))
    assert text.split() == "\n".join(map(block_text, blocks)).split()
    assert all(line and line == " ".join(line.split()) for line in text.split("\n") if text)
