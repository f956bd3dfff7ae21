"""Bodies of any depth become articles of bounded depth, with their text and pictures."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from mirrorpress.model import Article, Block, Image, Inline
from mirrorpress.model import blocks as b
from mirrorpress.model.codec import article_from_data, article_to_data
from mirrorpress.model.depth import MAX_DEPTH

INNERMOST = (b.Text("innermost"),)
FAR = 5_000

BLOCKS: list[Callable[[Block], Block]] = [
    lambda block: b.ListBlock(False, (b.ListItem((block,)),)),
    lambda block: b.Quote((block,)),
]
SPANS: list[Callable[[Inline], Inline]] = [
    lambda span: b.Subscript((span,)),
    lambda span: b.Emphasis((b.Text("a"), span)),
    lambda span: b.Link("https://a.example/", (span, b.Break())),
]
HOLDERS: list[Callable[[tuple[Inline, ...]], Block]] = [
    b.Paragraph,
    lambda line: b.Heading(2, line),
    lambda line: b.Table((b.Row((b.Cell(line),)),)),
    lambda line: b.Table((), line),
    lambda line: b.Figure((), line),
    lambda line: b.Figure((Image(url="https://a.example/p.png", caption=line),)),
    lambda line: b.Embed(
        kind="video",
        provider="a.example",
        url="https://a.example/",
        poster=Image(url="https://a.example/p.png", caption=line),
    ),
]


def deep_block(wrap: Callable[[Block], Block], inner: Block, levels: int) -> Block:
    for _ in range(levels):
        inner = wrap(inner)
    return inner


def deep_span(wrap: Callable[[Inline], Inline], levels: int) -> Inline:
    span: Inline = b.Text("innermost")
    for _ in range(levels):
        span = wrap(span)
    return span


def as_json(article: Article) -> str:
    return json.dumps(article_to_data(article))


@pytest.mark.parametrize("wrap", BLOCKS)
def test_blocks_that_are_too_deep_move_up(wrap: Callable[[Block], Block]) -> None:
    most = deep_block(wrap, b.Paragraph(INNERMOST), MAX_DEPTH)
    article = Article(title="t", blocks=(most,))
    assert article.blocks == (most,)
    for levels in (MAX_DEPTH + 1, FAR):
        deep = deep_block(wrap, b.Paragraph(INNERMOST), levels)
        assert Article(title="t", blocks=(deep,)) == article


@pytest.mark.parametrize("wrap", SPANS)
@pytest.mark.parametrize("holder", HOLDERS)
def test_spans_that_are_too_deep_move_up(
    wrap: Callable[[Inline], Inline], holder: Callable[[tuple[Inline, ...]], Block]
) -> None:
    most = holder((deep_span(wrap, MAX_DEPTH),))
    assert Article(title="t", blocks=(most,)).blocks == (most,)
    deep = holder((deep_span(wrap, FAR),))
    article = Article(title="t", blocks=(deep_block(BLOCKS[0], deep, FAR),))
    assert as_json(article).count("innermost") == 1
    assert article_from_data(json.loads(as_json(article))) == article


def test_order_credits_and_pictures_are_kept() -> None:
    figure = b.Figure((Image(url="https://a.example/p.png"),))
    last = b.Paragraph((b.Text("last"),))
    inner = b.Quote((b.Paragraph(INNERMOST), figure, last), "A. Kern")
    article = Article(title="t", blocks=(deep_block(BLOCKS[1], inner, MAX_DEPTH + 9),))
    block = article.blocks[0]
    for _ in range(MAX_DEPTH - 1):
        assert isinstance(block, b.Quote)
        block = block.children[0]
    credit = b.Paragraph((b.Text("A. Kern"),))
    assert block == b.Quote((b.Paragraph(INNERMOST), figure, last, credit))


def test_the_caption_of_the_lead_is_bounded() -> None:
    deep = Image(url="https://a.example/p.png", caption=(deep_span(SPANS[0], FAR),))
    most = Image(url="https://a.example/p.png", caption=(deep_span(SPANS[0], MAX_DEPTH),))
    assert Article(title="t", blocks=(), lead=deep).lead == most


def deep_data(levels: int, kind: str) -> object:
    span: object = "innermost"
    for _ in range(levels):
        span = {"type": "subscript", "children": [span]}
    block: object = {"type": "paragraph", "children": [span]}
    for _ in range(levels):
        inside = {"items": [[block]], "ordered": False} if kind == "list" else {"children": [block]}
        block = {"type": kind, **inside}
    return block


@pytest.mark.parametrize("kind", ["list", "quote"])
def test_data_of_deeper_articles_are_read_as_shallow_ones(kind: str) -> None:
    read = [
        article_from_data({"title": "t", "blocks": [deep_data(levels, kind)]})
        for levels in (MAX_DEPTH, MAX_DEPTH + 1, 244, FAR)
    ]
    assert read[0] == read[1] == read[2] == read[3]
    assert as_json(read[0]).count("innermost") == 1
