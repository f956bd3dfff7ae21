"""Tables that our Markdown writes as HTML, because Markdown has none with such cells.

    <table><caption>…</caption><thead><tr><th scope="col" colspan="2">…</th></tr></thead>…</table>

All on one line, made of these elements and of those of `inline`; other tags are text.
"""

from __future__ import annotations

import re
from html import unescape

from mirrorpress.imports.own.inline import INLINE_TAGS, LineBuilder
from mirrorpress.model.blocks import Cell, Inline, Row, Table

_TAG = re.compile(
    rf"<(/?)(table|caption|thead|tbody|tr|th|td|a|{INLINE_TAGS}|br|wbr)"
    r"((?: [a-z]+=\"[^\"<>]*\")*)>"
)
_ATTRIBUTE = re.compile(r" ([a-z]+)=\"([^\"<>]*)\"")
_MAX_COLUMNS, _MAX_ROWS = 1000, 65534  # of a cell: limits of the HTML standard (4.9.11)


def html_table(html: str) -> Table:
    """The table of a line of HTML; without rows where it has none."""
    reader = _TableReader()
    at = 0
    for tag in _TAG.finditer(html):
        reader.text(html[at : tag.start()])
        reader.tag(tag)
        at = tag.end()
    reader.text(html[at:])
    return reader.table()


class _TableReader:
    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []
        self._caption: tuple[Inline, ...] = ()
        self._line: LineBuilder | None = None  # of the open cell or caption
        self._cell: Cell | None = None  # the open one, without its text

    def text(self, html: str) -> None:
        if html and self._line:
            self._line.text(unescape(html))

    def tag(self, tag: re.Match[str]) -> None:
        closes, name, attributes = tag[1], tag[2], dict(_ATTRIBUTE.findall(tag[3]))
        match name:
            case "table" | "thead" | "tbody" | "tr" | "caption" | "td" | "th":
                self._end_line()
                if not closes:
                    self._begin(name, attributes)
            case "a" if self._line and not closes:
                self._line.open("a", unescape(attributes.get("href", "")))
            case _ if self._line:
                self._line.tag(f"<{closes}{name}>")

    def table(self) -> Table:
        self._end_line()
        rows = tuple(Row(tuple(cells)) for cells in self._rows if cells)
        return Table(rows, self._caption)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tr":
            self._rows.append([])
        elif name == "caption":
            self._line = LineBuilder()
        elif name in ("td", "th") and self._rows:
            self._line = LineBuilder()
            self._cell = Cell(
                (),
                header=name == "th",
                colspan=_span(attributes.get("colspan"), _MAX_COLUMNS),
                rowspan=_span(attributes.get("rowspan"), _MAX_ROWS),
            )

    def _end_line(self) -> None:
        if self._line is None:
            return
        children = self._line.done()
        if self._cell is None:
            self._caption = children
        else:
            cell = self._cell
            self._rows[-1].append(Cell(children, cell.header, cell.colspan, cell.rowspan))
        self._line = self._cell = None


def _span(value: str | None, most: int) -> int:
    """A span of 1 to `most` columns or rows."""
    if value is None or not value.isascii() or not value.isdigit() or len(value) > 5:
        return 1
    return min(max(int(value), 1), most)
