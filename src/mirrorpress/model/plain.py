"""Blocks and inlines as plain text: what a reader reads in the running text, without markup.

    inlines  "Gauge at ", Strong("2.4 m"), Break(), "Next reading"  →  Gauge at 2.4 m⏎Next reading
    block    a paragraph, a heading, a list item, a table row       →  one line each
    article  all blocks                                             →  one block a line

Left out everywhere: captions and credits, titles of embeds, alternative texts, the words of a post
from elsewhere (a quotation that ends in the post), and the reading of ruby annotations (the base
characters stand for the word).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from mirrorpress.model.article import Article
from mirrorpress.model.blocks import (
    Block,
    Break,
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
    Ruby,
    Rule,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Table,
    Text,
)


def inline_text(children: Iterable[Inline], *, line_break: str = "\n") -> str:
    """The characters of inlines, white space as it is.

    Args:
        children: the inlines of one block.
        line_break: the text for a `Break`. A line feed where lines matter (a byline and a date
            parted by a break are two lines); a space where the result is to be one line.
    """
    if type(children) is tuple and len(children) == 1:  # as most are
        return _characters(children[0], line_break)
    return "".join(
        [
            child.text if child.__class__ is Text else _characters(child, line_break)
            for child in children
        ]
    )


def block_text(block: Block) -> str:
    """The lines of a block, with line feeds between them; "" for figures, embeds, posts and rules.

    A `Break` starts a line, too: rules that know a line by its beginning or its end use this.
    """
    if isinstance(block, Paragraph):  # as most are
        children = block.children
        if len(children) == 1 and isinstance(children[0], Text):
            return children[0].text
        return inline_text(children)
    return "\n".join(_lines(block, "\n"))


def post_text(block: Block) -> str:
    """The lines of a quotation that ends in the post of which it has the words; "" of others."""
    match block:
        case Quote((*words, Embed(kind="post"))):
            return "\n".join(line for word in words for line in _lines(word, "\n"))
        case _:
            return ""


def plain_text(article: Article) -> str:
    """The body as running text: one block a line, without title, subtitle and captions.

    List items, rows and the lines of code have a line each. Runs of white space, breaks among
    them, are one space; blank lines are left out.
    """
    lines = (" ".join(line.split()) for block in article.blocks for line in _lines(block, " "))
    return "\n".join(line for line in lines if line)


def _lines(block: Block, line_break: str) -> Iterator[str]:
    match block:
        case Paragraph(children) | Heading(_, children):
            yield inline_text(children, line_break=line_break)
        case ListBlock(_, items):
            for item in items:
                for child in item.children:
                    yield from _lines(child, line_break)
        case Quote((*_, Embed(kind="post"))):
            return
        case Quote(children):
            for child in children:
                yield from _lines(child, line_break)
        case Table(rows, _):
            for row in rows:
                cells = [inline_text(cell.children, line_break=line_break) for cell in row.cells]
                yield " ".join(cells)
        case CodeBlock(text):
            yield from text.splitlines()
        case Figure() | Embed() | Rule():
            return
        case _:
            assert_never(block)


def _characters(child: Inline, line_break: str) -> str:
    if child.__class__ is Text:  # as most are
        return child.text
    match child:
        case Text(text) | Code(text):
            return text
        case Ruby(base, _):
            return base
        case Break():
            return line_break
        case (
            Link(children=children)
            | Emphasis(children)
            | Strong(children)
            | Struck(children)
            | Subscript(children)
            | Superscript(children)
        ):
            return inline_text(children, line_break=line_break)
        case _:
            assert_never(child)
