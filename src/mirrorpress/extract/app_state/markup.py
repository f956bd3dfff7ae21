"""The part of a page's data that is the article's text, as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from mirrorpress.extract.app_state.blocks import (
    MAX_LEVELS,
    Weights,
    attributes_of,
    blocks_in,
    children_of,
    has_markup,
    is_element,
    kinds_of,
    markup_parts,
    tag_of,
)
from mirrorpress.extract.app_state.media import (
    PICTURES,
    PLAYERS,
    figure_of,
    frame_of,
    picture_beside,
)
from mirrorpress.page_data.literals import Name, Value

MAX_CHARACTERS: Final = 1_000_000  # of the markup
_HEADINGS = frozenset(("heading", "header", "headline", "subhead", "subheadline", "subheading"))
_PARAGRAPHS = frozenset(("p", "paragraph", "unstyled", "normal"))
_TEXTS = frozenset(("text", "html", "markup", "body", "block", "content"))
_LISTS = frozenset(("ul", "ol", "list"))
_ITEMS = frozenset(("item", "uli", "oli"))
_QUOTES = frozenset(("quote", "blockquote", "pullquote", "bq"))
_BREAKS = frozenset(("br", "linebreak", "break"))  # "hardBreak" has two words
_RAW = frozenset(("raw", "html"))
_ITEM_LISTS = ("items", "listItems", "list_items", "children", "content", "blocks")
_CAPTION_KEYS = ("caption", "captionText", "description", "subtitle", "title", "alt", "altText")
_ENTITY = re.compile(r"&#?\w{2,8};")
_HEADING_NAME = re.compile(r"h([1-6])$")
_BLANK_LINES = re.compile(r"\n\s*\n")
_ENDS = frozenset(".!?…。!?।۔")  # of sentences; paragraphs can have a space behind
_END_OF_LINE = re.compile(r"[.!?…:。!?»”\"’।۔]\n")
_KEPT = frozenset(("href", "src", "srcSet", "alt", "title", "colSpan", "rowSpan", "dateTime"))
_VOID = frozenset(("br", "hr", "img"))
_MOST_LEVELS = 4  # of objects around a part of a line


def markup_of(value: Value, weights: Weights) -> str:
    """A value as HTML, at most `MAX_CHARACTERS` long."""
    return _Renderer(weights).blocks(value, 0)


class _Renderer:
    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._left = MAX_CHARACTERS

    def blocks(self, value: Value, level: int) -> str:
        """A value as paragraphs and other blocks."""
        if isinstance(value, str):
            return "" if isinstance(value, Name) else self._string(value)
        if level > MAX_LEVELS or not isinstance(value, (dict, list)):
            return ""
        if isinstance(value, dict):
            return self._object(value, level)
        if is_element(value):
            return self._element(value, level, is_inline=False)
        if self._is_line(value, level):
            return f"<p>{self.line(value, level)}</p>"
        blocks = (self.blocks(each, level + 1) for each in value)
        return "".join(
            f"<ul>{''.join(group)}</ul>" if is_list else "".join(group)
            for is_list, group in groupby(blocks, lambda block: block.startswith("<li>"))
        )

    def line(self, value: Value, level: int) -> str:
        """A value as text within a line."""
        if isinstance(value, Name):
            return ""
        if isinstance(value, str):
            is_html = has_markup(value) or _ENTITY.search(value)
            return self._counted(value if is_html else html.escape(value, quote=False))
        if level > MAX_LEVELS or not isinstance(value, (dict, list)):
            return ""
        if isinstance(value, list):
            if is_element(value):
                return self._element(value, level, is_inline=True)
            return "".join(self.line(each, level + 1) for each in value)
        kinds = kinds_of(value)
        if not _BREAKS.isdisjoint(kinds):
            return "<br>"
        text = self.line(self._weights.child(value), level + 1)
        address = _address_of_link(value)
        if address and not has_markup(text):
            return f'<a href="{html.escape(address)}">{text}</a>'
        return text

    def _counted(self, text: str) -> str:
        self._left -= len(text)
        return text if self._left >= 0 else ""

    def _string(self, text: str) -> str:
        if blocks_in(text):
            return self._counted(text)
        if has_markup(text) or _ENTITY.search(text):
            return self._counted(f"<p>{text}</p>")
        parts = _BLANK_LINES.split(text)
        if len(parts) == 1 and 2 * len(_END_OF_LINE.findall(text)) >= text.strip().count("\n"):
            parts = text.split("\n")  # its lines end as paragraphs do
        lines = (line.strip() for line in parts)
        return self._counted(
            "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)
        )

    def _object(self, value: Mapping[str, Value], level: int) -> str:
        kinds = kinds_of(value)
        if not PLAYERS.isdisjoint(kinds) and (frame := frame_of(value)):
            return self._counted(frame)
        if level and self._weights.is_other(value):
            return ""
        child = self._weights.child(value)
        if not PICTURES.isdisjoint(kinds):
            return self._figure(value, level)
        if not _RAW.isdisjoint(kinds) and isinstance(child, str):
            return self._counted(child) if has_markup(child) else self._string(child)
        if not _QUOTES.isdisjoint(kinds):
            return f"<blockquote>{self.blocks(child, level + 1)}</blockquote>"
        rank = _rank(value, kinds)
        if rank:
            return f"<h{rank}>{self.line(child, level + 1)}</h{rank}>"
        if not _ITEMS.isdisjoint(kinds) or value.get("listItem"):
            return f"<li>{self._inner(child, level)}</li>"
        if not _LISTS.isdisjoint(kinds):
            return self._list(value, kinds, level)
        if "table" in kinds:
            return self._table(child, level + 1)
        if not _PARAGRAPHS.isdisjoint(kinds) and not (isinstance(child, str) and blocks_in(child)):
            return f"<p>{self.line(child, level + 1)}</p>"
        return self._titled(value, child, level)

    def _titled(self, value: Mapping[str, Value], child: Value, level: int) -> str:
        """An object of no known kind: its text, below its title where it has one."""
        if level and _TEXTS.isdisjoint(kinds_of(value)) and not self._weights.running(value):
            return ""
        title = value.get("title") or value.get("heading") if level else None
        head = ""
        if title and title is not child and self._weights.all_of(title) < 200:
            head = f"<h2>{self.line(title, level + 1)}</h2>"
        beside = picture_beside(value) if level else None
        picture = self._figure(beside, level + 1) if beside else ""
        parts = markup_parts(value)
        if not parts:
            return head + picture + self.blocks(child, level + 1)
        first, *others = map(self._string, parts)
        return "".join((head, first, picture, *others))

    def _inner(self, child: Value, level: int) -> str:
        if isinstance(child, str) or self._is_line(child, level):
            return self.line(child, level + 1)
        return self.blocks(child, level + 1)

    def _list(self, value: Mapping[str, Value], kinds: Sequence[str], level: int) -> str:
        items = next((value[key] for key in _ITEM_LISTS if isinstance(value.get(key), list)), None)
        if items is None:
            items = self._weights.child(value)
        if isinstance(items, dict):
            items = next((each for each in items.values() if isinstance(each, list)), None)
        if not isinstance(items, list):
            return self.blocks(items, level + 1)
        name = "ol" if "ordered" in kinds or "ol" in kinds else "ul"
        inner = "".join(self._item(each, level + 1) for each in items)
        return f"<{name}>{inner}</{name}>"

    def _item(self, value: Value, level: int) -> str:
        if isinstance(value, dict) and "item" in kinds_of(value):
            return self.blocks(value, level)
        if isinstance(value, list) and is_element(value):
            return self.blocks(value, level)
        child = self._weights.child(value) if isinstance(value, dict) else value
        return f"<li>{self._inner(child, level)}</li>"

    def _figure(self, value: Mapping[str, Value], level: int) -> str:
        said = next((value[key] for key in _CAPTION_KEYS if value.get(key)), "")
        return figure_of(value, self.line(said, level + 1))

    def _table(self, value: Value, level: int) -> str:
        """Rows of cells; each is a list, or an object with one."""
        rows = [cells for row in _list_in(value) if (cells := _list_in(row))]
        inner = "".join(
            f"<tr>{''.join(f'<td>{self.line(cell, level + 2)}</td>' for cell in row)}</tr>"
            for row in rows
        )
        return f"<table>{inner}</table>" if inner else ""

    def _element(self, element: Sequence[Value], level: int, *, is_inline: bool) -> str:
        tag = tag_of(element)
        inner = children_of(element)
        if not tag and not self._weights.running(inner):
            return ""
        if not tag:
            return self.line(inner, level + 1) if is_inline else self.blocks(inner, level + 1)
        attributes = "".join(
            f' {key.lower()}="{html.escape(each)}"'
            for key, each in attributes_of(element).items()
            if key in _KEPT and isinstance(each, str)
        )
        if tag in _VOID:
            return f"<{tag}{attributes}>"
        return f"<{tag}{attributes}>{self._mixed(inner, level + 1)}</{tag}>"

    def _mixed(self, value: Value, level: int) -> str:
        """What is in an element: strings are text, elements are elements."""
        if isinstance(value, list) and not is_element(value):
            return "".join(self._mixed(each, level + 1) for each in value)
        if isinstance(value, list):
            return self._element(value, level, is_inline=True)
        return self.line(value, level) if isinstance(value, str) else self.blocks(value, level)

    def _is_line(self, value: Value, level: int) -> bool:
        """Whether the parts of a list are of one line: some begin or end within a sentence."""
        if not isinstance(value, list) or len(value) < 2 or level > MAX_LEVELS:
            return False
        texts = [self._first_string(each, 0) for each in value[:40]]
        if not all(texts):
            return False
        pairs = [*pairwise(texts)]
        broken = (
            (before[-1:].isspace() and before.rstrip()[-1:] not in _ENDS)
            or after[:1].isspace()
            or after[:1] in ",.;:)’”"
            for before, after in pairs
        )
        return 2 * sum(broken) >= len(pairs)

    def _first_string(self, value: Value, level: int) -> str:
        """The text of a part of a line; "" where it is no such part."""
        while isinstance(value, dict) and level < _MOST_LEVELS:
            if not _PARAGRAPHS.isdisjoint(kinds_of(value)):
                return ""
            value, level = self._weights.child(value), level + 1
        return value if isinstance(value, str) and not blocks_in(value) else ""


def _rank(value: Mapping[str, Value], kinds: Sequence[str]) -> int:
    """The level of a heading; 0 where an object is none."""
    named = (value.get(key) for key in ("tag", "tagName", "element", "style", "type", "_type"))
    for name in named:
        found = _HEADING_NAME.match(name.lower()) if isinstance(name, str) else None
        if found is not None:
            return max(2, int(found[1]))
    if _HEADINGS.isdisjoint(kinds):
        return 0
    return 2


def _list_in(value: Value) -> list[Value]:
    """A list, or the longest in an object."""
    if isinstance(value, dict):
        lists = [each for each in value.values() if isinstance(each, list)]
        return max(lists, key=len, default=[])
    return value if isinstance(value, list) else []


def _address_of_link(value: Mapping[str, Value]) -> str:
    for holder in (value, value.get("data"), value.get("attrs"), value.get("reference")):
        if isinstance(holder, dict):
            for key in ("href", "url", "uri"):
                address = holder.get(key)
                if isinstance(address, str) and address:
                    return address
    return ""
