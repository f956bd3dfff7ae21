"""Lists have the numbers that the page gives them."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.model.blocks import Block, ListBlock
from mirrorpress.model.plain import block_text
from trees import first, tree_of


def read(markup: str) -> tuple[Block, ...]:
    body = first(tree_of(f"<body>{markup}</body>"), "body")
    return blocks_of(body.children, "https://a.example/x")


@pytest.mark.parametrize(
    ("markup", "start"),
    [
        ("<ol><li>a<li>b</ol>", 1),
        ("<ol start=3><li>a<li>b</ol>", 3),
        ("<ol start=-3><li>a<li>b</ol>", -3),
        ("<ol start=x><li>a<li>b</ol>", 1),
        ("<ol><li value=7>a<li>b</ol>", 7),
        ("<ol start=2><li value=7>a<li value=8>b</ol>", 7),
        ("<ol><li value=99999999>a<li>b</ol>", 1),
        ("<ol><li> <li>a<li>b</ol>", 1),
        ("<ol type=a><li>a<li>b</ol>", 1),
    ],
)
def test_numbers_that_go_up_by_one(markup: str, start: int) -> None:
    (found,) = read(markup)
    assert isinstance(found, ListBlock)
    assert (found.ordered, found.start, block_text(found)) == (True, start, "a\nb")


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2. b\n1. c"),
        ("<ol reversed start=10><li>a<li>b</ol>", "10. a\n9. b"),
        ("<ol><li value=3>a<li value=2>b</ol>", "3. a\n2. b"),
        ("<ol><li>a<li value=5>b<li>c</ol>", "1. a\n5. b\n6. c"),
        ("<ol reversed><li><h3>a</h3><p>b</p><li><b>c</b> d</ol>", "2.\na\nb\n1. c d"),
    ],
)
def test_other_numbers_are_text(markup: str, lines: str) -> None:
    (found,) = read(markup)
    assert isinstance(found, ListBlock)
    assert not found.ordered
    assert block_text(found) == lines


def test_a_list_without_order_has_no_numbers() -> None:
    assert read("<ul start=3><li value=7>a</ul>") == read("<ul><li>a</ul>")


def test_entries_of_a_live_blog_are_no_list() -> None:
    entries = "<ol><li><article><p>12:05</p><p>a</p></article><li><article><p>b</p></article></ol>"
    assert [block_text(block) for block in read(entries)] == ["12:05", "a", "b"]
    (found,) = read("<ol><li><article><p>a</p></article><li>b</ol>")
    assert isinstance(found, ListBlock)
