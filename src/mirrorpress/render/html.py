"""Articles as HTML: blocks to markup in which every character of theirs is escaped.

Used by the web site for whole bodies, and by Markdown for tables that GFM cannot express. Markup
is made of literals and `Markup` values put together, never from a bare string: what is not
`Markup` is escaped when it is added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup, escape

from mirrorpress.model import Picture
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
    Image,
    Inline,
    Link,
    ListBlock,
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
from mirrorpress.render.characters import clean, clean_lines
from mirrorpress.render.inlines import SCHEMES, merged
from mirrorpress.render.paths import link as relative
from mirrorpress.render.words import Words
from mirrorpress.urls import safe

_NAMES = (
    "bdi", "caption", "code", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6",
    "li", "p", "small", "strong", "sub", "sup", "tbody", "thead", "tr",
)  # fmt: skip
_OPEN = {name: Markup("<{}>").format(name) for name in _NAMES}
_CLOSE = {name: Markup("</{}>").format(name) for name in _NAMES}
_NOTHING = Markup("")


def characters(text: str) -> Markup:
    """Characters as they are, escaped."""
    return escape(clean(text))


def element(name: str, content: Markup) -> Markup:
    """An element around part of a line; white space stays as it is."""
    return content if _is_blank(content) else _OPEN[name] + content + _CLOSE[name]


def block_element(name: str, content: Markup) -> Markup:
    """An element around whole lines; nothing around white space."""
    return _NOTHING if _is_blank(content) else _OPEN[name] + content + _CLOSE[name]


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


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Prints the text of blocks. `text` escapes characters."""

    text: Callable[[str], Markup] = characters

    def __call__(self, children: Iterable[Inline]) -> Markup:
        """The children as markup."""
        return _NOTHING.join([self._inline(child) for child in merged(children)])

    def _inline(self, child: Inline) -> Markup:
        match child:
            case Text(text):
                return self.text(text)
            case Link(url, children):
                return self._link(url, self(children))
            case Emphasis(children):
                return element("em", self(children))
            case Strong(children):
                return element("strong", self(children))
            case Code(text):
                return element("code", self.text(text))
            case Subscript(children):
                return element("sub", self(children))
            case Superscript(children):
                return element("sup", self(children))
            case Ruby(base, reading):
                return self._ruby(self.text(base), self.text(reading))
            case Break():
                return Markup("<br>")
            case _:
                assert_never(child)

    def _link(self, url: str, label: Markup) -> Markup:
        target = address(url)
        if target is None or _is_blank(label):
            return label
        return outward(target, label)

    def _ruby(self, base: Markup, reading: Markup) -> Markup:
        return (
            Markup("<ruby>")
            + base
            + Markup("<rp>(</rp><rt>")
            + reading
            + Markup("</rt><rp>)</rp></ruby>")
        )


def outward(target: str, label: Markup) -> Markup:
    """A link that leads out of the mirror; `target` is checked."""
    return (
        Markup('<a href="')
        + target
        + Markup('" rel="noopener noreferrer nofollow">')
        + label
        + Markup("</a>")
    )


def table(block: Table, inline: InlineWriter) -> Markup:
    """A table with all its spans."""
    rows = [row for row in block.rows if row.cells]
    if not rows:
        return _NOTHING
    head = 1 if len(rows) > 1 and all(cell.header for cell in rows[0].cells) else 0
    return (
        Markup("<table>")
        + block_element("caption", inline(block.caption))
        + element("thead", _rows(rows[:head], inline, "col"))
        + element("tbody", _rows(rows[head:], inline, "row"))
        + Markup("</table>")
    )


def _rows(rows: list[Row], inline: InlineWriter, scope: str) -> Markup:
    return _NOTHING.join(
        element("tr", _NOTHING.join(_cell(cell, inline, scope) for cell in row.cells))
        for row in rows
    )


def _cell(cell: Cell, inline: InlineWriter, scope: str) -> Markup:
    content = inline(cell.children)
    # Limits of the HTML standard (4.9.11): browsers read larger spans as these.
    spans = _span("colspan", min(cell.colspan, 1000)) + _span("rowspan", min(cell.rowspan, 65534))
    if cell.header:
        named = attribute("scope", scope)
        return Markup("<th") + named + spans + Markup(">") + content + Markup("</th>")
    return Markup("<td") + spans + Markup(">") + content + Markup("</td>")


def _span(name: str, count: int) -> Markup:
    return attribute(name, count) if count > 1 else _NOTHING


@dataclass(slots=True)
class BodyWriter:
    """Prints the body of one article."""

    here: str  # path of the page
    pictures: Mapping[str, Picture]
    words: Words
    inline: InlineWriter = field(default_factory=InlineWriter)
    _shown: int = 0  # pictures so far: the first one is loaded at once

    def body(self, blocks: Iterable[Block]) -> Markup:
        """The blocks as markup, one below the other."""
        return Markup("\n").join([self._block(block) for block in blocks])

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph(children):
                return block_element("p", self.inline(children))
            case Heading(level, children):
                return block_element(f"h{min(max(level, 2), 6)}", self.inline(children))
            case ListBlock():
                return self._list(block)
            case Quote():
                return self._quote(block)
            case Table():
                return self._table(block)
            case Figure(images, caption):
                return self._figure(images, self.inline(caption))
            case CodeBlock(text):
                # A line feed right after <pre> is dropped by parsers (HTML standard, 13.1.2.5).
                opening = Markup('<pre tabindex="0" dir="ltr">\n<code>')
                return opening + clean_lines(text) + Markup("</code></pre>")
            case Embed():
                return self._embed(block)
            case Rule():
                return Markup("<hr>")
            case _:
                assert_never(block)

    def _list(self, block: ListBlock) -> Markup:
        items = _NOTHING.join(
            Markup("<li>") + self._item(item.children) + Markup("</li>") for item in block.items
        )
        if not block.ordered:
            return Markup("<ul>") + items + Markup("</ul>")
        start = attribute("start", block.start) if block.start != 1 else _NOTHING
        return Markup("<ol") + start + Markup(">") + items + Markup("</ol>")

    def _item(self, blocks: tuple[Block, ...]) -> Markup:
        """A list item; the line of an item that has but one needs no element of its own."""
        match blocks:
            case (Paragraph(children), *rest) if all(
                isinstance(block, ListBlock) for block in rest
            ):
                return self.inline(children) + self.body(rest)
            case _:
                return self.body(blocks)

    def _quote(self, block: Quote) -> Markup:
        kind = attribute("class", "pulled") if block.pulled else _NOTHING
        credit = _NOTHING
        if block.credit:
            credit = Markup("<footer>— ") + characters(block.credit) + Markup("</footer>")
        opening = Markup("<blockquote") + kind + Markup(">")
        return opening + self.body(block.children) + credit + Markup("</blockquote>")

    def _table(self, block: Table) -> Markup:
        """A table in a frame of its own: a wide one scrolls by itself, from the keyboard too."""
        whole = table(block, self.inline)
        frame = Markup('<div class="wide" tabindex="0">')
        return frame + whole + Markup("</div>") if whole else whole

    def _figure(self, images: tuple[Image, ...], caption: Markup) -> Markup:
        if len(images) == 1:
            return self._picture(images[0], caption)
        shown = _NOTHING.join(self._picture(image, _NOTHING) for image in images)
        return (
            Markup('<figure class="gallery">')
            + shown
            + block_element("figcaption", caption)
            + Markup("</figure>")
        )

    def _picture(self, image: Image, shared: Markup) -> Markup:
        """A picture with its caption, that of its figure where that is another, and its credit."""
        own = self.inline(image.caption)
        credit = element("small", characters(image.credit or ""))
        parts = (own, shared if shared != own else _NOTHING, credit)
        caption = block_element("figcaption", Markup(" ").join(filter(None, parts)))
        return block_element("figure", self._img(image) + caption)

    def _img(self, image: Image) -> Markup:
        picture = self.pictures.get(image.url)
        if picture is None:
            return self._missing(image.alt)
        self._shown += 1
        return (
            Markup("<img")
            + attribute("src", relative(self.here, picture.path))
            + attribute("alt", clean(image.alt))
            + attribute("width", picture.asset.width)
            + attribute("height", picture.asset.height)
            + (attribute("loading", "lazy") if self._shown > 1 else _NOTHING)
            + Markup(">")
        )

    def _missing(self, alt: str) -> Markup:
        """What stands for a picture that could not be had: what it shows, and that it is not here.

        The address of the original is not printed: it would make the reader's device ask for it.
        """
        told = Markup("<span") + attribute("lang", self.words.language) + Markup(">")
        told += self.words("picture_missing") + Markup("</span>")
        shows = Markup("<br>") + characters(alt) if alt else _NOTHING
        return Markup('<p class="missing">') + told + shows + Markup("</p>")

    def _embed(self, block: Embed) -> Markup:
        """A card that names what plays elsewhere and links to it; nothing of it is loaded."""
        target = address(block.url)
        title = characters(block.title or block.provider)
        poster = block.poster if block.poster and block.poster.url in self.pictures else None
        return (
            Markup('<aside class="embed">')
            + (self._img(poster) if poster else _NOTHING)
            + Markup("<p><small><span")
            + attribute("lang", self.words.language)
            + Markup(">")
            + self.words(block.kind)
            + Markup("</span>")
            + (Markup(" · ") + bdi(block.provider) if block.title else _NOTHING)
            + Markup("</small><br>")
            + (outward(target, title) if target else title)
            + Markup("</p></aside>")
        )
