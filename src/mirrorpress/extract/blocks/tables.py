"""Tables: those that show rows of data, and those that only lay the page out.

<table><caption>Ships</caption><tr><th>Year<td>210</table>     a table with a caption
<table><tr><td><p>The quay was closed …</table>                 layout: its cells are read as boxes
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from mirrorpress.extract.blocks.inlines import spans, tidy
from mirrorpress.extract.page.tree import Element, Node
from mirrorpress.extract.words.vocabulary import CAPTION
from mirrorpress.model.blocks import (
    Block,
    Break,
    Cell,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Row,
    Table,
)

Read: TypeAlias = Callable[[Iterable[Node], str | None], tuple[Block, ...]]
_MAX_SPAN = 1000  # HTML standard, §4.9.11: the limit of colspan


def table_of(element: Element, base: str | None, read: Read) -> list[Block]:
    """The table, then the pictures in its cells; nothing where no cell has text.

    Args:
        element: the table.
        base: address against which links and pictures are resolved.
        read: makes blocks of what a cell holds.
    """
    figures: list[Figure] = []
    rows = tuple(
        row
        for row in (_row(found, base, read, figures) for found in _own_rows(element))
        if any(cell.children for cell in row.cells)
    )
    named = next(iter(element.find("caption")), None)
    title = spans(named.children, base) if named is not None else ()
    return [*([Table(rows, title)] if rows else ()), *figures]


def is_layout(table: Element) -> bool:
    """Tables for layout: a single column, a single cell a row, or running text in the cells."""
    if table.get("role") in ("presentation", "none") or _holds_tables(table):
        return True
    if table.has("th", "caption", "thead"):
        return False
    if table.has("table", "figure", "iframe", "h1", "h2", "h3"):
        return True
    rows = [[e for e in row.elements() if e.tag in ("td", "th")] for row in table.find("tr")]
    if not rows or max(len(row) for row in rows) <= 1:
        return True
    cells = [cell for row in rows for cell in row]
    if len(rows) == 1 and len(cells) <= 3:
        return True
    return max(cell.size for cell in cells) > 800 and len(cells) < 12


def _holds_tables(table: Element) -> bool:
    """Whether cells are there to put tables side by side, perhaps under a title of theirs."""
    if not table.has("table"):
        return False
    cells = [cell for row in _own_rows(table) for cell in row.elements() if cell.tag == "td"]
    full = [cell for cell in cells if cell.size]
    return bool(full) and all(_is_table_alone(cell) for cell in full)


def _is_table_alone(cell: Element) -> bool:
    tables = [table.text() for table in cell.outermost("table")]
    return bool(tables) and " ".join(tables) == cell.text()


def cell_contents(table: Element) -> Iterable[Node]:
    """What the cells hold, each in a container of its own; excluded parts are left out."""
    stack = table.elements()[::-1]
    while stack:
        found = stack.pop()
        if found.excluded:
            continue
        if found.tag not in ("td", "th"):
            stack += found.elements()[::-1]
        else:
            named = {"class": found.attrs.get("class")} if CAPTION.search(found.hint) else {}
            holder = Element("div", named, found.parent)
            holder.children = found.children
            holder.size, holder.prose = found.size, found.prose
            yield holder


def _own_rows(table: Element) -> list[Element]:
    """The rows of a table; those of tables in its cells are read with their cells, once."""
    return table.outermost("tr", within="table")


def _row(element: Element, base: str | None, read: Read, figures: list[Figure]) -> Row:
    """A row of text; the pictures of its cells are added to `figures`."""
    return Row(
        tuple(
            Cell(
                _cell_spans(cell, base, read, figures),
                cell.tag == "th",
                _span(cell.get("colspan")),
                _span(cell.get("rowspan")),
            )
            for cell in element.elements()
            if cell.tag in ("td", "th")
        )
    )


def _cell_spans(
    cell: Element, base: str | None, read: Read, figures: list[Figure]
) -> tuple[Inline, ...]:
    """The text of a cell; its blocks are parted by breaks."""
    blocks = read(cell.children, base)
    figures += _figures_in(blocks)
    return tidy(_inlines_of(blocks))


def _figures_in(blocks: Iterable[Block]) -> Iterable[Figure]:
    """The figures of a cell, those in its lists and quotes too; tables put theirs behind them."""
    for block in blocks:
        match block:
            case Figure():
                yield block
            case ListBlock(_, items):
                for item in items:
                    yield from _figures_in(item.children)
            case Quote(children):
                yield from _figures_in(children)


def _inlines_of(blocks: Iterable[Block]) -> list[Inline]:
    found: list[Inline] = []
    for block in blocks:
        inner: list[Inline]
        match block:
            case Paragraph(children) | Heading(_, children):
                inner = list(children)
            case ListBlock(_, items):
                inner = [span for item in items for span in [*_inlines_of(item.children), Break()]]
            case Quote(children):
                inner = _inlines_of(children)
            case Table(rows, caption):
                lines = [caption, *(cell.children for row in rows for cell in row.cells)]
                inner = [span for line in lines if line for span in (*line, Break())]
            case _:
                continue
        if found and inner:
            found.append(Break())
        found.extend(inner)
    return found


def _span(text: str) -> int:
    return min(int(text), _MAX_SPAN) if re.fullmatch(r"[1-9]\d{0,3}", text.strip()) else 1
