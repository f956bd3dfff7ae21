"""Typed lists."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.extract.blocks.typed_lists import with_lists
from mirrorpress.model.blocks import Block, ListBlock, Paragraph
from mirrorpress.model.plain import block_text
from pace import within
from trees import first, tree_of


def read(markup: str) -> tuple[Block, ...]:
    return with_lists(blocks_of(first(tree_of(markup), "body").children, "https://a.example/"))


def items(markup: str) -> list[str]:
    (block,) = read(markup)
    assert isinstance(block, ListBlock)
    return [" ".join(map(block_text, item.children)) for item in block.items]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>1. The quay</p><p>2. The lock</p>",
        "<p>1) The quay</p><p>2) The lock</p>",
        "<p>[1] The quay</p><p>[2] The lock</p>",
        "<p>01. The quay</p><p>02.The lock</p>",
        "<p>1. The quay<br>2. The lock</p>",
        "<p><b>1.</b> The quay</p><p><b>2.</b> The lock</p>",
        "<p><a href=#a><sup>1</sup></a> The quay</p><p><a href=#b><sup>2</sup></a> The lock</p>",
        "<p><sup>1</sup>The quay</p><p><sup>2</sup>The lock</p>",
        "<ul><li>1. The quay</li><li>2. The lock</li></ul>",
        "<ol><li><span>[1]</span> The quay</li><li><span>[2]</span> The lock</li></ol>",
        "<p>• The quay</p><p>• The lock</p>",
        "<p>•The quay<br>•The lock</p>",
        "<ul><li>The quay</li><li>The lock</li></ul>",
    ],
)
def test_lists(markup: str) -> None:
    assert items(markup) == ["The quay", "The lock"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>1. The quay</p>",
        "<p>1. The quay</p><p>The lock</p>",
        "<p>1. The quay</p><p>3. The lock</p>",
        "<p>1.5 million boats</p><p>2.5 million piers</p>",
        "<p>1 The quay</p><p>2 The lock</p>",
        "<p>2031. The quay</p><p>2032. The lock</p>",
        "<p>7. The quay</p><p>8. The lock</p>",
        "<p>1. Mai: The quay</p><p>2. Mai: The lock</p>",
        "<p>— No, said the pilot.</p><p>— Yes, said the keeper.</p>",
        "<p>1.</p><p>2.</p>",
        "<p>•</p><p>•</p>",
        "<p>1. The quay</p><h2>Piers</h2><p>2. The lock</p>",
    ],
)
def test_what_is_no_list(markup: str) -> None:
    assert not any(isinstance(block, ListBlock) for block in read(markup))
    assert read(markup) == blocks_of(first(tree_of(markup), "body").children, None)


def test_a_list_goes_on_from_another_number() -> None:
    (block,) = read("<p>7. The quay</p><p>8. The lock</p><p>9. The pier</p>")
    assert isinstance(block, ListBlock)
    assert (block.ordered, block.start, len(block.items)) == (True, 7, 3)


def test_paragraphs_around_a_list_stay() -> None:
    found = read("<p>a</p><p>1. The quay</p><p>2. The lock</p><p>b</p><p>1. x</p><p>c</p>")
    kinds = [type(block) for block in found]
    assert kinds == [Paragraph, ListBlock, Paragraph, Paragraph, Paragraph]


def test_bold_text_behind_a_number_stays_bold() -> None:
    (block,) = read("<p><b>1. The quay</b> is shut</p><p><b>2. The lock</b> is open</p>")
    assert isinstance(block, ListBlock)
    (paragraph,) = block.items[0].children
    assert paragraph == read("<p><b>The quay</b> is shut</p>")[0]


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li>1. The quay</li><li>The lock</li></ul>",
        "<ul><li>1. The quay</li><li>3. The lock</li></ul>",
        "<ul><li>1. The quay</li></ul>",
        "<ul><li>2. The lock</li><li>1. The quay</li></ul>",
    ],
)
def test_numbers_in_items_that_are_not_those_of_the_list(markup: str) -> None:
    assert items(markup)[0][1] == "."


def test_time_is_bounded() -> None:
    with within(4):
        with_lists(blocks_of(first(tree_of("<p><sup>1</sup> x" * 20_000), "body").children, None))
        numbers = "".join(f"<p><sup>{n}</sup> x<p>y" for n in range(1, 999))
        with_lists(blocks_of(first(tree_of(numbers * 5), "body").children, None))
        with_lists(blocks_of(first(tree_of("<p>1. x" * 20_000), "body").children, None))
        with_lists(blocks_of(first(tree_of("<p>" + "[" * 90_000), "body").children, None))
        with_lists(blocks_of(first(tree_of("<p>1" + " " * 90_000 + "x"), "body").children, None))


NOTES = {
    "bold numbers": "<p><b>1</b> The quay:</p><ul><li>a</li></ul><p><b>2</b> The lock</p>",
    "raised numbers": "<p><sup>1</sup> The quay:</p><p>a</p><p><sup>2</sup> The lock</p>",
    "numbers above": "<h5>(1)</h5><p>The quay:</p><p>a</p><h5>(2)</h5><p>The lock</p>",
    "raised above": "<p><sup>1</sup></p><p>The quay:</p><p>a</p><p><sup>2</sup></p><p>The lock</p>",
}


@pytest.mark.parametrize("markup", NOTES.values(), ids=NOTES)
def test_notes_of_several_blocks(markup: str) -> None:
    before, block, after = read(f"<p>Text</p>{markup}<p>More</p>")
    assert (block_text(before), block_text(after)) == ("Text", "More")
    assert isinstance(block, ListBlock)
    texts = [[block_text(child) for child in item.children] for item in block.items]
    assert texts == [["The quay:", "a"], ["The lock"]]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>01</p><p>The quay</p><p>02</p><p>The lock</p>",
        "<p><sup>1</sup> The quay</p><h2>Piers</h2><p><sup>2</sup> The lock</p>",
        "<p><sup>1</sup> The quay</p>" + "<p>a</p>" * 7 + "<p><sup>2</sup> The lock</p>",
        "<p><sup>1</sup> The quay</p><p>a</p><p><sup>3</sup> The lock</p>",
        "<p><sup>1</sup> The quay</p><p>a</p>",
        "<p>(1)</p>",
    ],
)
def test_what_are_no_notes(markup: str) -> None:
    assert not any(isinstance(block, ListBlock) for block in read(markup))
