"""Articles as HTML and JSON: every kind of block, and no markup of the source."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.model import Article, Block, Image
from mirrorpress.model.blocks import (
    Break,
    Cell,
    Code,
    CodeBlock,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Inline,
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
from mirrorpress.model.codec import blocks_from_data
from mirrorpress.render.export import article_to_json, blocks_to_html

EXPORTED = Path(__file__).parent / "exported"
A, B = Text("a"), Text("b")
PA, PB = Paragraph((A,)), Paragraph((B,))
URL = "https://a.example/x?a=1&b=2"
QUAY = Image(
    url="https://a.example/q.jpg", alt='The "quay"', caption=(A,), credit="A. Kern", width=640
)
BARE = Image(url="https://a.example/t.jpg")
VIDEO = Embed(kind="video", provider="a.example", url="https://a.example/v.mp4", poster=BARE)
FRAME = Embed(kind="video", provider="vimeo.com", url="https://vimeo.com/1", title="<b>")
TABLE = Table((Row((Cell((A,), True, 2, 3), Cell((B,)))),), (A,))
NESTED = Quote((ListBlock(False, (ListItem((Figure((QUAY,)), FRAME)),)),))


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (PA, "<p>a</p>"),
        (Paragraph((A, Break(), B)), "<p>a<br>b</p>"),
        (Paragraph((Emphasis((A,)), Strong((B,)))), "<p><em>a</em><strong>b</strong></p>"),
        (Paragraph((Subscript((A,)), Superscript((B,)))), "<p><sub>a</sub><sup>b</sup></p>"),
        (Paragraph((Code("<a>"),)), "<p><code>&lt;a&gt;</code></p>"),
        (Paragraph((Ruby("漢", "<r>"),)), "<p><ruby>漢<rt>&lt;r&gt;</rt></ruby></p>"),
        (Paragraph((Link(URL, (A,)),)),
         '<p><a href="https://a.example/x?a=1&amp;b=2">a</a></p>'),
        (Heading(3, (A,)), "<h3>a</h3>"),
        (ListBlock(False, (ListItem((PA,)), ListItem((PB,)))),
         "<ul><li>a</li><li>b</li></ul>"),
        (ListBlock(True, (ListItem((PA, PB)),)), "<ol><li>a<p>b</p></li></ol>"),
        (ListBlock(True, (ListItem((Heading(2, (A,)),)),), 7),
         '<ol start="7"><li><h2>a</h2></li></ol>'),
        (Quote((PA,), "<x>"), "<blockquote><p>a</p><cite>&lt;x&gt;</cite></blockquote>"),
        (TABLE, '<table><caption>a</caption><tr><th colspan="2" rowspan="3">a</th>'
         "<td>b</td></tr></table>"),
        (CodeBlock("a\n  <b>", "js"), "<pre><code>a\n  &lt;b&gt;</code></pre>"),
        (Figure((BARE,)), '<figure><img src="https://a.example/t.jpg" alt=""></figure>'),
        (Figure((QUAY,)), '<figure><img src="https://a.example/q.jpg" alt="The &#34;quay&#34;"'
         ' width="640"><figcaption>a <small class="credit">A. Kern</small></figcaption></figure>'),
        (Figure((BARE, BARE), (B,)),
         "<figure>" + '<img src="https://a.example/t.jpg" alt="">' * 2
         + "<figcaption>b</figcaption></figure>"),
        (VIDEO, '<video src="https://a.example/v.mp4" poster="https://a.example/t.jpg"></video>'),
        (FRAME, '<iframe src="https://vimeo.com/1" title="&lt;b&gt;"></iframe>'),
        (Rule(), "<hr>"),
    ],
)  # fmt: skip
def test_blocks(block: Block, html: str) -> None:
    assert blocks_to_html((block,)) == html


def test_blocks_are_a_line_each() -> None:
    assert blocks_to_html((PA, PB)) == "<p>a</p>\n<p>b</p>"


def test_json() -> None:
    article = Article(
        title="渡轮", blocks=(PA, NESTED), url=URL, bylines=("李安",), language="zh-Hans",
        published=datetime(2031, 5, 4, 18, 20, tzinfo=UTC), lead=QUAY,
    )  # fmt: skip
    data = json.loads(json.dumps(article_to_json(article)))
    assert data["title"] == "渡轮"
    assert data["published"] == "2031-05-04T18:20:00+00:00"
    assert data["modified"] is None
    assert data["lead"] == "https://a.example/q.jpg"
    assert data["text"] == "a"
    assert data["images"] == [
        {"url": QUAY.url, "alt": 'The "quay"', "caption": "a", "credit": "A. Kern"}
    ]
    assert data["embeds"] == [{"provider": "vimeo.com", "url": FRAME.url, "title": "<b>"}]
    assert len(data["blocks"]) == 2


@pytest.mark.parametrize("path", sorted(EXPORTED.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_printed_of_stored_pages_is_printed_still(path: Path) -> None:
    """Scripts read this format: the bytes of `extract --jsonl` from `mirrorpress` 0.1.0.

    The article is made of the blocks in the file, so that a better extractor changes nothing here.
    """
    data = json.loads(path.read_bytes())
    article = Article(
        title=data["title"],
        blocks=blocks_from_data(data["blocks"]),
        url=data["url"],
        subtitle=data["subtitle"],
        bylines=tuple(data["bylines"]),
        published=data["published"] and datetime.fromisoformat(data["published"]),
        modified=data["modified"] and datetime.fromisoformat(data["modified"]),
        language=data["language"],
        publisher=data["publisher"],
        section=data["section"],
        lead=data["lead"] and Image(url=data["lead"]),
    )
    assert msgspec.json.encode(article_to_json(article)) + b"\n" == path.read_bytes()


NASTY = st.text(alphabet="<>\"'&`=/ \n\x00a", max_size=12) | st.just('"><script>alert(1)</script>')
INLINE: st.SearchStrategy[Inline] = st.one_of(
    NASTY.map(Text),
    NASTY.map(Code),
    NASTY.map(lambda text: Link(text, (Text(text),))),
    NASTY.map(lambda text: Ruby(text, text)),
)
SPANS = st.lists(INLINE, max_size=3).map(tuple)
BLOCK: st.SearchStrategy[Block] = st.one_of(
    SPANS.map(Paragraph),
    st.builds(
        Figure, st.tuples(st.builds(Image, url=NASTY, alt=NASTY, caption=SPANS, credit=NASTY))
    ),
    st.builds(Embed, kind=st.just("video"), provider=NASTY, url=NASTY, title=NASTY),
    st.builds(CodeBlock, NASTY, NASTY),
    st.builds(lambda spans, credit: Quote((Paragraph(spans),), credit), SPANS, NASTY),
)


@given(st.lists(BLOCK, max_size=4))
def test_no_markup_comes_out_of_any_value(blocks: list[Block]) -> None:
    allowed = {
        "p", "a", "code", "ruby", "rt", "figure", "img", "figcaption", "small", "iframe", "video",
        "pre", "blockquote", "cite", "html", "head", "body", "-text",
    }  # fmt: skip
    names = {"src", "alt", "href", "class", "title", "poster"}
    root = LexborHTMLParser(blocks_to_html(blocks)).root
    assert root is not None
    for node in root.traverse(include_text=True):
        assert node.tag in allowed
        assert set(node.attributes) <= names
