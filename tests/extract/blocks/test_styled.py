"""Text that the page struck out, set bold or in italics, by whatever means."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.extract.blocks.styled import style_lines, styles_of
from mirrorpress.extract.page.measure import measure
from mirrorpress.extract.page.tree import Element
from mirrorpress.model.blocks import (
    Emphasis,
    Heading,
    Inline,
    Link,
    Paragraph,
    Strong,
    Struck,
    Text,
)
from trees import first, tree_of

A, B = Text("a"), Text("b")


def read(markup: str) -> list[tuple[Inline, ...]]:
    root = tree_of(f"<div>{markup}</div>")
    measure(root, 1.0)
    blocks = blocks_of([first(root, "div")], "https://a.example/")
    return [block.children for block in blocks if isinstance(block, (Heading, Paragraph))]


@pytest.mark.parametrize(
    ("markup", "struck"),
    [
        ("<s>a</s>", True),
        ("<strike>a</strike>", True),
        ("<del datetime=2026-03-04>a</del>", True),
        ("<ins>a</ins>", False),
        ("<b style='color: red; text-decoration: line-through'>a</b>", True),
        ("<b style='TEXT-DECORATION-LINE:underline LINE-THROUGH'>a</b>", True),
        ("<b style='text-decoration-line:underline line-through'>a</b>", True),
        ("<b style='text-decoration: none; color: line-through'>a</b>", False),
        ("<b style>a</b>", False),
    ],
)
def test_is_struck(markup: str, struck: bool) -> None:
    (element,) = first(tree_of(markup), "body").elements()
    assert ("s" in styles_of(element)) is struck


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<del><p>a</p><p>b</p></del>", [(Struck((A,)),), (Struck((B,)),)]),
        ("<p style='text-decoration:line-through'>a</p><p>b</p>", [(Struck((A,)),), (B,)]),
        ("<s><h2>a</h2><div><p>b</p></div></s>", [(Struck((A,)),), (Struck((B,)),)]),
        ("<del><del><p>a</p></del></del>", [(Struck((A,)),)]),
        ("<del><p><s>a</s></p></del>b", [(Struck((A,)),), (B,)]),
        (
            "<del><p><a href=/b>a</a> b</p></del>",
            [(Struck((Link("https://a.example/b", (A,)), Text(" b"))),)],
        ),
    ],
)
def test_blocks_inside_struck_out_text(markup: str, lines: list[tuple[Inline, ...]]) -> None:
    assert read(markup) == lines


def test_lines_are_struck_once_however_many_elements_are_around_them() -> None:
    root = tree_of("<del><del><p>a</p></del></del>")
    measure(root, 1.0)
    outer = first(root, "del")
    style_lines(outer, ("s",))
    assert not any(each.tag == "del" for each in outer.walk())
    style_lines(outer, ("s",))
    assert [each.tag for each in first(outer, "p").walk()] == ["p", "s"]


def test_a_deep_page_of_struck_out_blocks_is_read() -> None:
    root = tree_of("<del><div>" * 100 + "<p>a</p>" * 1_000)
    measure(root, 1.0)
    body: list[Element] = first(root, "body").elements()
    assert len(blocks_of(body, None)) == 1_000


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<b>a</b>", ("b",)),
        ("<em>a</em>", ("i",)),
        ("<span>a</span>", ()),
        ("<span style='font-weight: 700;'>a</span>", ("b",)),
        ("<span style='color:red;FONT-WEIGHT:BOLD'>a</span>", ("b",)),
        ("<span style='font-weight: 400'>a</span>", ()),
        ("<span style='font-style: italic; font-weight: 600'>a</span>", ("b", "i")),
        ("<span style='font: italic bold 12px/30px Georgia'>a</span>", ("b", "i")),
        ("<span style='font: 12px/30px Georgia'>a</span>", ()),
        ("<span style='font-family: Open Sans Bold; font-size: 700px'>a</span>", ()),
        ("<span class='lead font-bold'>a</span>", ("b",)),
        ("<span class='italic'>a</span>", ("i",)),
        ("<span class='bolder-box italics-list'>a</span>", ()),
        ("<b style='font-weight:normal'>a</b>", ()),
        ("<i style='font-style: normal'>a</i>", ()),
        ("<del style='font-weight:bold'>a</del>", ("s", "b")),
    ],
)
def test_styles_of_an_element(markup: str, names: tuple[str, ...]) -> None:
    (element,) = first(tree_of(markup), "body").elements()
    assert styles_of(element) == names


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p><span style='font-weight:700'>a</span></p><p>b</p>", [(Strong((A,)),), (B,)]),
        ("<p style='font-weight:bold'>a</p><p>b</p>", [(Strong((A,)),), (B,)]),
        ("<div class=bold>a<p>b</p></div>", [(Strong((A,)),), (B,)]),
        ("<h2 style='font-weight:bold'>a</h2>", [(A,)]),
        ("<b style='font-weight:normal'><p>a</p><p>b</p></b>", [(A,), (B,)]),
        ("<p><b><span class=bold>a</span></b></p>", [(Strong((A,)),)]),
        ("<p class=italic><i>a</i></p>", [(Emphasis((A,)),)]),
        ("<p><i class=bold>a</i></p>", [(Strong((Emphasis((A,)),)),)]),
    ],
)
def test_styled_lines(markup: str, lines: list[tuple[Inline, ...]]) -> None:
    assert read(markup) == lines
