"""Blocks to HTML, once for every document: markup in which each character of a block is escaped.

`web_body` makes the bodies of web pages from it, `export` the clean HTML of `mirrorpress extract`,
and Markdown the tables that GFM cannot express. Markup is made of literals and `Markup` values
put together, never from a bare string: what is not `Markup` is escaped when it is added.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, assert_never

from markupsafe import Markup, escape

from mirrorpress.model.blocks import (
    Block,
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
    Paragraph,
    Quote,
    Row,
    Ruby,
    Rule,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Table,
    Text,
)
from mirrorpress.render.characters import clean
from mirrorpress.render.inlines import SCHEMES, merged
from mirrorpress.urls import safe

_NAMES = (
    "bdi", "caption", "code", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6",
    "li", "p", "s", "small", "strong", "sub", "sup", "tbody", "thead", "tr",
)  # fmt: skip
_OPEN = {name: Markup("<{}>").format(name) for name in _NAMES}
_CLOSE = {name: Markup("</{}>").format(name) for name in _NAMES}
NOTHING = Markup("")


def characters(text: str) -> Markup:
    """Characters as they are, escaped."""
    return escape(clean(text))


def element(name: str, content: Markup) -> Markup:
    """An element around part of a line; white space stays as it is."""
    return content if _is_blank(content) else _OPEN[name] + content + _CLOSE[name]


def block_element(name: str, content: Markup) -> Markup:
    """An element around whole lines; nothing around white space."""
    return NOTHING if _is_blank(content) else _OPEN[name] + content + _CLOSE[name]


def _is_blank(content: Markup) -> bool:
    return not content or content.isspace()


def attribute(name: str, value: object) -> Markup:
    """An attribute with the space before it."""
    return Markup(" ") + name + Markup('="') + str(value) + Markup('"')


def bdi(text: str) -> Markup:
    """Foreign words, set apart from the direction of the words around them."""
    return element("bdi", characters(text))


def address(url: str) -> str | None:
    """An address that may be linked to, or None."""
    return safe(url, schemes=SCHEMES)


def outward(target: str, label: Markup, *, attributes: Markup = NOTHING) -> Markup:
    """A link that leads out of the mirror; `target` is checked."""
    return (
        Markup('<a href="')
        + target
        + Markup('" rel="noopener noreferrer nofollow"')
        + attributes
        + Markup(">")
        + label
        + Markup("</a>")
    )


def checked_link(url: str, label: Markup) -> Markup:
    """A link that leads out of the mirror; the label alone where the address is refused."""
    target = address(url)
    if target is None or _is_blank(label):
        return label
    return outward(target, label)


def link_to_copy(copies: Mapping[str, str], url: str, label: Markup) -> Markup:
    """A link to our copy of what is at an address, by the links to these; else to the address."""
    copy = copies.get(url)
    if copy is None or _is_blank(label):
        return checked_link(url, label)
    return Markup('<a href="') + copy + Markup('">') + label + Markup("</a>")


def ruby_with_parentheses(base: Markup, reading: Markup) -> Markup:
    """Ruby that is "base(reading)" to a browser that does not know it."""
    return (
        Markup("<ruby>")
        + base
        + Markup("<rp>(</rp><rt>")
        + reading
        + Markup("</rt><rp>)</rp></ruby>")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineWriter:
    """Inlines as markup. What differs between documents is a field."""

    text: Callable[[str], Markup] = characters  # escapes characters
    link: Callable[[str, Markup], Markup] = checked_link  # of an address and a label
    ruby: Callable[[Markup, Markup], Markup] = ruby_with_parentheses  # of a base and a reading
    prepare: Callable[[Iterable[Inline]], Iterable[Inline]] = merged  # what is done first

    def __call__(self, children: Iterable[Inline]) -> Markup:
        """The children as markup."""
        return NOTHING.join([self._inline(child) for child in self.prepare(children)])

    def _inline(self, child: Inline) -> Markup:
        match child:
            case Text(text):
                return self.text(text)
            case Link(url, children):
                return self.link(url, self(children))
            case Emphasis(children):
                return element("em", self(children))
            case Strong(children):
                return element("strong", self(children))
            case Struck(children):
                return element("s", self(children))
            case Code(text):
                return element("code", self.text(text))
            case Subscript(children):
                return element("sub", self(children))
            case Superscript(children):
                return element("sup", self(children))
            case Ruby(base, reading):
                return self.ruby(self.text(base), self.text(reading))
            case Break():
                return Markup("<br>")
            case _:
                assert_never(child)


def table(block: Table, inline: InlineWriter, *, sections: bool = True) -> Markup:
    """A table with all its spans; "" without a cell.

    Args:
        block: the table.
        inline: prints the text of cells and caption.
        sections: whether there are `thead` and `tbody`, and a `scope` in header cells.
    """
    rows = [row for row in block.rows if row.cells]
    if not rows:
        return NOTHING
    head = 1 if len(rows) > 1 and all(cell.header for cell in rows[0].cells) else 0
    content = (
        element("thead", _rows(rows[:head], inline, "col"))
        + element("tbody", _rows(rows[head:], inline, "row"))
        if sections
        else _rows(rows, inline, None)
    )
    caption = block_element("caption", inline(block.caption))
    return Markup("<table>") + caption + content + Markup("</table>")


def _rows(rows: list[Row], inline: InlineWriter, scope: str | None) -> Markup:
    return NOTHING.join(
        element("tr", NOTHING.join(_cell(cell, inline, scope) for cell in row.cells))
        for row in rows
    )


def _cell(cell: Cell, inline: InlineWriter, scope: str | None) -> Markup:
    content = inline(cell.children)
    # Limits of the HTML standard (4.9.11): browsers read larger spans as these.
    spans = _span("colspan", min(cell.colspan, 1000)) + _span("rowspan", min(cell.rowspan, 65534))
    if cell.header:
        named = attribute("scope", scope) if scope else NOTHING
        return Markup("<th") + named + spans + Markup(">") + content + Markup("</th>")
    return Markup("<td") + spans + Markup(">") + content + Markup("</td>")


def _span(name: str, count: int) -> Markup:
    return attribute(name, count) if count > 1 else NOTHING


class BlockWriter(ABC):
    """Blocks as markup. A subclass says how a document shows what is not running text.

    That is where pictures are, whether something may be loaded from elsewhere, and what a page
    adds for its readers (frames that scroll, classes of its style sheet).
    """

    __slots__ = ()

    inline: InlineWriter
    between: ClassVar[Markup] = Markup("\n")  # blocks of one list item or quotation

    def body(self, blocks: Iterable[Block]) -> Markup:
        """The blocks as markup, one below the other."""
        return Markup("\n").join([self._block(block) for block in blocks])

    @abstractmethod
    def opens_bare(self, rest: Sequence[Block]) -> bool:
        """Whether a paragraph that opens a list item, before `rest`, needs no element."""

    @abstractmethod
    def quote(self, block: Quote, content: Markup) -> Markup:
        """A quotation around its content."""

    @abstractmethod
    def table(self, block: Table) -> Markup:
        """A table."""

    @abstractmethod
    def figure(self, block: Figure) -> Markup:
        """A picture or several, with their captions."""

    @abstractmethod
    def code(self, text: str) -> Markup:
        """Lines of code."""

    def code_block(self, block: CodeBlock) -> Markup:
        """Lines of code in a language, for documents that name it."""
        return self.code(block.text)

    @abstractmethod
    def embed(self, block: Embed) -> Markup:
        """What plays or shows elsewhere."""

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph(children):
                return block_element("p", self.inline(children))
            case Heading(level, children):
                return block_element(f"h{min(max(level, 2), 6)}", self.inline(children))
            case ListBlock():
                return self._list(block)
            case Quote(children):
                return self.quote(block, self._inside(children))
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case CodeBlock():
                return self.code_block(block)
            case Embed():
                return self.embed(block)
            case Rule():
                return Markup("<hr>")
            case _:
                assert_never(block)

    def _inside(self, blocks: Iterable[Block]) -> Markup:
        return self.between.join([self._block(block) for block in blocks])

    def _list(self, block: ListBlock) -> Markup:
        items = NOTHING.join(
            Markup("<li>") + self._item(item.children) + Markup("</li>") for item in block.items
        )
        if not block.ordered:
            return Markup("<ul>") + items + Markup("</ul>")
        start = attribute("start", block.start) if block.start != 1 else NOTHING
        return Markup("<ol") + start + Markup(">") + items + Markup("</ol>")

    def _item(self, blocks: tuple[Block, ...]) -> Markup:
        match blocks:
            case (Paragraph(children), *rest) if self.opens_bare(rest):
                return self.inline(children) + self._inside(rest)
            case _:
                return self._inside(blocks)
