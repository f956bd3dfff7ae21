"""Blocks to HTML is one conversion: what web pages and exports have in common, and what not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.model import Article, Block, Inline
from mirrorpress.model.blocks import (
    Break,
    Cell,
    Code,
    CodeBlock,
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
    Struck,
    Table,
    Text,
)
from mirrorpress.model.plain import plain_text
from mirrorpress.render.export import blocks_to_html
from mirrorpress.render.html import InlineWriter, table
from mirrorpress.render.web_body import BodyWriter
from mirrorpress.render.words import words

A, B = Text("a"), Text("b")
PA, PB = Paragraph((A,)), Paragraph((B,))


def web(*blocks: Block) -> str:
    return str(BodyWriter("x.html", {}, words("en")).body(blocks))


@pytest.mark.parametrize(
    ("block", "exported", "page"),
    [
        (Paragraph((Link("https://a.example/", (A,)),)),
         '<p><a href="https://a.example/">a</a></p>',
         '<p><a href="https://a.example/" rel="noopener noreferrer nofollow">a</a></p>'),
        (Paragraph((Ruby("漢", "かん"),)),
         "<p><ruby>漢<rt>かん</rt></ruby></p>",
         "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>"),
        (ListBlock(False, (ListItem((PA, PB)),)),
         "<ul><li>a<p>b</p></li></ul>", "<ul><li><p>a</p>\n<p>b</p></li></ul>"),
        (ListBlock(False, (ListItem((PA, ListBlock(True, (ListItem((PB,)),), 4))),)),
         '<ul><li>a<ol start="4"><li>b</li></ol></li></ul>',
         '<ul><li>a<ol start="4"><li>b</li></ol></li></ul>'),
        (Quote((PA, PB), "c", True),
         "<blockquote><p>a</p><p>b</p><cite>c</cite></blockquote>",
         '<blockquote class="pulled"><p>a</p>\n<p>b</p><footer>— c</footer></blockquote>'),
        (Table((Row((Cell((A,), True),)), Row((Cell((B,)),)))),
         "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>",
         '<div class="wide" tabindex="0"><table><thead><tr><th scope="col">a</th></tr></thead>'
         "<tbody><tr><td>b</td></tr></tbody></table></div>"),
        (CodeBlock("a"), "<pre><code>a</code></pre>",
         '<pre tabindex="0" dir="ltr">\n<code>a</code></pre>'),
        (CodeBlock("a", 'c++" x'), "<pre><code>a</code></pre>",
         '<pre tabindex="0" dir="ltr">\n<code class="language-c++x">a</code></pre>'),
        (Heading(2, (A,)), "<h2>a</h2>", "<h2>a</h2>"),
        (Paragraph((Text("\u202ea"),)), "<p>\u202ea</p>", "<p>a</p>"),
    ],
)  # fmt: skip
def test_what_an_export_and_a_page_make_of_a_block(block: Block, exported: str, page: str) -> None:
    assert blocks_to_html((block,)) == exported
    assert web(block) == page


@pytest.mark.parametrize("sections", [True, False])
def test_a_table_without_a_cell_is_nothing(sections: bool) -> None:
    empty = Table((Row(()),), (A,))
    assert table(empty, InlineWriter(), sections=sections) == ""


def test_each_part_of_an_inline_writer_can_be_another() -> None:
    writer = InlineWriter(
        text=lambda text: escape(text.upper()),
        link=lambda url, label: Markup("<u>{}</u>").format(label),
        ruby=lambda base, reading: base + Markup("/") + reading,
        prepare=reversed,  # type: ignore[arg-type]
    )
    children = (Ruby("<", "c"), Strong((A, B)), Link("javascript:0", (B,)))
    assert writer(children) == "<u>B</u><strong>BA</strong>&lt;/C"


WORDS = st.text(alphabet="ab<&渡 ", min_size=1, max_size=5)
INLINES: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(WORDS.map(Text), WORDS.map(Code), st.just(Break())),
    lambda inner: st.lists(inner, max_size=3).map(tuple).flatmap(
        lambda c: st.sampled_from((Strong(c), Struck(c), Link("https://a.example/", c)))
    ),
    max_leaves=5,
)  # fmt: skip
SPANS = st.lists(INLINES, max_size=3).map(tuple)
CELLS = st.builds(Cell, SPANS, st.booleans(), st.integers(1, 3))
ROWS = st.lists(CELLS, max_size=2).map(tuple).map(Row)
BLOCKS: st.SearchStrategy[Block] = st.recursive(
    st.one_of(
        SPANS.map(Paragraph),
        st.builds(Heading, st.integers(2, 6), SPANS),
        WORDS.map(CodeBlock),
        st.lists(ROWS, max_size=3).map(tuple).map(Table),
        st.just(Rule()),
    ),
    lambda inner: st.lists(inner, max_size=3).map(tuple).flatmap(
        lambda c: st.sampled_from((Quote(c), ListBlock(True, tuple(ListItem((b,)) for b in c))))
    ),
    max_leaves=6,
)  # fmt: skip


def letters(html: str) -> str:
    root = LexborHTMLParser(html).root
    return "".join(root.text().split()) if root else ""


@given(st.lists(BLOCKS, max_size=3).map(tuple))
def test_a_page_and_an_export_say_what_plain_text_says(blocks: tuple[Block, ...]) -> None:
    said = "".join(plain_text(Article(title="t", blocks=blocks)).split())
    assert letters(blocks_to_html(blocks)) == said
    assert letters(web(*blocks)) == said
