"""Articles as Markdown: blocks to pieces, for the file views of git hosts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from mirrorpress.model import Picture
from mirrorpress.model.blocks import (
    Block,
    Break,
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
    ListItem,
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
from mirrorpress.model.plain import inline_text
from mirrorpress.render import html
from mirrorpress.render import markdown as md
from mirrorpress.render.inlines import merged
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.paths import link as relative
from mirrorpress.render.words import Words

_TABLE_CELLS = html.InlineWriter(text=md.parted)


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Prints the text of blocks."""

    copies: Mapping[str, str] = field(default_factory=dict)  # links to pages of ours, by address

    def __call__(self, children: Iterable[Inline], before: str = "", after: str = "") -> Run:
        """The text of a block.

        `before` and `after` are the characters that it will stand between, "" where a line starts
        or ends.
        """
        parts = [
            child if isinstance(child, (Emphasis, Strong)) else self._plain(child)
            for child in merged(children)
        ]
        line = ""
        for at, part in enumerate(parts):
            if isinstance(part, Run):
                line += part
            else:
                line += self._stressed(part, line or before, _beginning(parts[at + 1 :], after))
        return md.run(Run(line))

    def _plain(self, child: Inline) -> Run:
        match child:
            case Text(text):
                return md.text(text)
            case Link(url, children):
                return self._link(url, self(children, "[", "]"))
            case Code(text):
                return md.code(text)
            case Struck(children):
                return md.element("s", self(children, ">", "<"))
            case Subscript(children):
                return md.element("sub", self(children, ">", "<"))
            case Superscript(children):
                return md.element("sup", self(children, ">", "<"))
            case Ruby(base, reading):
                return md.ruby(base, reading)
            case Break():
                return md.line_break()
            case Emphasis() | Strong():
                raise AssertionError("rendered by _stressed, which needs its neighbours")
            case _:
                assert_never(child)

    def _link(self, url: str, label: Run) -> Run:
        """A link to our copy of what is at an address, or to the address."""
        copy = self.copies.get(url)
        return md.page_link(label, copy) if copy and label.strip() else md.link(label, url)

    def _stressed(self, child: Emphasis | Strong, before: str, after: str) -> Run:
        marks: md.Marks = "**" if isinstance(child, Strong) else "*"
        return md.emphasis(marks, self(child.children, "*", "*"), before, after)


def _beginning(parts: Sequence[Run | Emphasis | Strong], after: str) -> str:
    """The first character of what follows; an asterisk where that may be one."""
    for part in parts:
        if not isinstance(part, Run):
            return "*"
        if part:
            return part[0]
    return after


@dataclass(frozen=True, slots=True)
class BodyWriter:
    """Prints the body of one article."""

    here: str  # path of the page
    pictures: Mapping[str, Picture]
    words: Words
    title_level: int = 1  # of the heading above the body
    copies: Mapping[str, str] = field(default_factory=dict)  # links to pages of ours, by address

    @property
    def inline(self) -> InlineWriter:
        """Prints the text of blocks."""
        return InlineWriter(self.copies)

    def body(self, blocks: Iterable[Block]) -> Piece:
        """The blocks as pieces, one below the other."""
        pieces: list[Piece] = []
        lists = 0  # that stand side by side: they need different marks, or they would be one
        for block in blocks:
            lists = lists + 1 if isinstance(block, ListBlock) else 0
            pieces.append(self._block(block, other=lists % 2 == 0 and lists > 0))
        return md.stack(pieces)

    def _block(self, block: Block, *, other: bool) -> Piece:
        match block:
            case Paragraph(children):
                return md.paragraph(self.inline(children))
            case Heading(level, children):
                return md.heading(max(level, 2) + self.title_level - 1, self.inline(children))
            case ListBlock():
                return self._list(block, other=other)
            case Quote():
                return self._quote(block)
            case Table():
                return self._table(block)
            case Figure(images, caption):
                return self._figure(images, self.inline(caption))
            case CodeBlock(text):
                return md.fence(text)
            case Embed():
                return self._embed(block)
            case Rule():
                return md.rule()
            case _:
                assert_never(block)

    def _list(self, block: ListBlock, *, other: bool) -> Piece:
        loose = not all(_is_short(item.children) for item in block.items)
        items = [self._item(item.children, loose=loose) for item in block.items]
        if block.ordered:
            return md.numbered(items, block.start, other=other, loose=loose)
        return md.bullets(items, other=other, loose=loose)

    def _item(self, blocks: tuple[Block, ...], *, loose: bool) -> Piece:
        if loose:
            return self.body(blocks)
        return md.close([self._block(block, other=False) for block in blocks])

    def _quote(self, block: Quote) -> Piece:
        credit = md.paragraph(md.run("— ", block.credit)) if block.credit else Piece("")
        return md.quote(md.stack([self.body(block.children), credit]))

    def _table(self, block: Table) -> Piece:
        rows = [row for row in block.rows if row.cells]
        if not _is_plain(rows):
            return md.html(html.table(block, _TABLE_CELLS))
        cells = [[self.inline(cell.children, " ", " ") for cell in row.cells] for row in rows]
        caption = md.paragraph(md.element("small", self.inline(block.caption)))
        return md.stack([caption, md.table(cells[0], cells[1:])])

    def _figure(self, images: tuple[Image, ...], caption: Run) -> Piece:
        pieces: list[Piece] = []
        for image in images:
            own = self.inline(image.caption, ">", "<")
            shared = caption if len(images) == 1 and caption != own else ""
            is_told = bool(image.alt) and image.alt == inline_text(image.caption).strip()
            pieces += [
                self._picture(image, is_told=is_told),
                _caption(own, shared, image.credit or ""),
            ]
        return md.stack([*pieces, _caption(caption) if len(images) != 1 else Piece("")])

    def _picture(self, image: Image, *, is_told: bool = False) -> Piece:
        """A picture, or what stands for it; its text not twice, where the caption tells it."""
        picture = self.pictures.get(image.url)
        if picture is not None:
            return md.paragraph(md.image(image.alt, relative(self.here, picture.path)))
        told = (self.words("picture_missing"), "" if is_told else image.alt)
        return md.paragraph(md.run("[", md.joined(" · ", told), "]"))

    def _embed(self, block: Embed) -> Piece:
        name = md.link(block.title or block.provider, block.url)
        provider = block.provider if block.title else ""
        line = md.joined(" · ", [self.words(block.kind), name, provider])
        poster = block.poster if block.poster and block.poster.url in self.pictures else None
        return md.stack(
            [self._picture(poster) if poster else Piece(""), md.paragraph(md.run("▸ ", line))]
        )


def _caption(*parts: Run | str) -> Piece:
    return md.paragraph(md.element("small", md.joined(" · ", parts)))


def _is_short(blocks: tuple[Block, ...]) -> bool:
    """Whether a list item needs no blank line: one block, or a line and a list right below it.

    A list can follow a line directly if it is numbered from 1 or not at all, and if its first
    item is not empty (CommonMark 0.31, 5.3).
    """
    match blocks:
        case () | (_,):
            return True
        case (Paragraph(line), ListBlock(ordered, (ListItem((Paragraph(first), *_)), *_), start)):
            return bool(
                inline_text(line).strip()
                and inline_text(first).strip()
                and (start == 1 or not ordered)
            )
        case _:
            return False


def _is_plain(rows: list[Row]) -> bool:
    """Whether GFM has a table for these rows: one header row, no spans, all of one length."""
    if not rows or not all(cell.header for cell in rows[0].cells):
        return False
    return all(
        len(row.cells) == len(rows[0].cells)
        and all(cell.colspan == cell.rowspan == 1 for cell in row.cells)
        and (row is rows[0] or not any(cell.header for cell in row.cells))
        for row in rows
    )
