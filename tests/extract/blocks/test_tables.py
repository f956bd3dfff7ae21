"""Tables of data and tables that only lay the page out."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.model.blocks import (
    Block,
    Break,
    Cell,
    Figure,
    Image,
    Paragraph,
    Row,
    Table,
    Text,
)
from trees import SENTENCE, first, tree_of


def read(markup: str) -> tuple[Block, ...]:
    body = first(tree_of(f"<body>{markup}</body>"), "body")
    return blocks_of(body.children, "https://a.example/x")


A, B, C = (Paragraph((Text(text),)) for text in "abc")
PORT = Figure((Image(url="https://a.example/port.jpg"),))


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(Row(tuple(Cell((Text(t),) if t else ()) for t in row)) for row in rows))


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", (table(("a", "b"), ("c", "d")),)),
        ("<table><tr><td>a<td>b<tr><td><td></table>", (table(("a", "b")),)),
        ("<table><tr><td>a<tr><td>b</table>", (A, B)),
        ("<table><tr><td>a<td>b</table>", (A, B)),
        ("<table role=presentation><tr><td>a<td>b<tr><td>c<td></table>", (A, B, C)),
        ("<table><tr><th>a</table>", (Table((Row((Cell((Text("a"),), True),)),)),)),
        ("<table><caption>T</caption><tr><td>a</table>",
         (Table((Row((Cell((Text("a"),)),)),), (Text("T"),)),)),
        ("<table><tr><td><table><tr><td>a</table></table>", (A,)),
        ("<table><tr><td colspan=2 rowspan=3>a<td>b<tr><td>c</table>",
         (Table((Row((Cell((Text("a"),), False, 2, 3), Cell((Text("b"),)))),
                 Row((Cell((Text("c"),)),)))),)),
        ("<table><tr><th><p>a</p><p>b</p></table>",
         (Table((Row((Cell((Text("a"), Break(), Text("b")), True),)),)),)),
        ("<table><tr><th>a<td><img src=/port.jpg></table>",
         (Table((Row((Cell((Text("a"),), True), Cell(()))),)), PORT)),
        ("<table><tr><th colspan=2>a<tr><td><table><tr><th>b<td>c</table><td></table>",
         (A, Table((Row((Cell((Text("b"),), True), Cell((Text("c"),)))),)))),
        ("<table><tr><th>a<td><table><tr><td>b</table><tr><td>c</table>",
         (Table((Row((Cell((Text("a"),), True), Cell((Text("b"),)))), Row((Cell((Text("c"),)),)))),
          )),
        ("<table></table>", ()),
    ],
)  # fmt: skip
def test_tables(markup: str, blocks: tuple[Block, ...]) -> None:
    assert read(markup) == blocks


@pytest.mark.parametrize(
    ("span", "value"),
    [("2", 2), (" 2 ", 2), ("0", 1), ("-2", 1), ("x", 1), ("", 1), ("1001", 1000), ("99999", 1)],
)
def test_spans_of_cells(span: str, value: int) -> None:
    (found,) = read(f"<table><tr><th colspan='{span}'>a</table>")
    assert isinstance(found, Table)
    assert found.rows[0].cells[0].colspan == value


def test_running_text_in_few_cells_is_no_table() -> None:
    cells = f"<tr><td>{SENTENCE * 12}<td>a<tr><td>b<td>c"
    assert not any(isinstance(block, Table) for block in read(f"<table>{cells}</table>"))
    assert any(isinstance(block, Table) for block in read(f"<table>{cells * 4}</table>"))


def test_the_bound_of_running_text_in_cells() -> None:
    for size, is_table in ((800, True), (801, False)):
        found = read(f"<table><tr><td>{'x' * size}<td>a<tr><td>b<td>c</table>")
        assert any(isinstance(block, Table) for block in found) is is_table
