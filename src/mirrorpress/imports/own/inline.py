r"""The text of a line of our own Markdown as typed inlines, and the parser that finds the lines.

    *not* alarming: CO<sub>2</sub>             Emphasis, Text, Subscript
    https:/<wbr>/a.example \[x\]               "https://a.example [x]"
    [a report](../04/rfi-abcd2345efgh.md)      "a report": where it was first is not known
    <script>alert(1)</script>                  the same characters

The parser knows CommonMark, and of HTML only the elements that our Markdown layouts write, in the
form in which they write them. What else looks like markup is text, so that nothing is lost and
nothing dangerous is taken over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from mirrorpress.errors import ExtractError
from mirrorpress.model.blocks import (
    Break,
    Code,
    Emphasis,
    Inline,
    Link,
    Ruby,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Text,
)
from mirrorpress.model.plain import inline_text
from mirrorpress.urls import WEB, safe

SEPARATOR = " · "  # between the parts of a line
MAX_LINE = 200_000  # characters of a paragraph; the longest of articles have a tenth
MAX_NESTING = 160  # levels in the parser: two for each list of `model.depth.MAX_DEPTH`, and more
_MAX_SPANS = 256  # open at a time; deeper ones lose their frame
_SCHEMES = WEB | {"mailto"}
INLINE_TAGS: Final = "code|em|s|strong|sub|sup|ruby|rp|rt"  # in lines and in cells of tables
_TAG = re.compile(rf"<(?:(/?)({INLINE_TAGS}|small)|(?:br|wbr))>")
_HTML_LINE = re.compile(
    r'<div dir="(?:ltr|rtl)"(?: lang="[^"<>]*")?>|</div>|<!--\d+-->|<table>.*</table>|<br>'
)
_UNUSED = ("code", "lheading", "reference", "html_block")  # blocks that no layout writes
_UNUSED_INLINE = ("autolink", "backticks", "html_inline", "image")
_MAX_LINKS = 4  # levels of brackets that are looked into; no link holds another
_IMAGE = re.compile(r"!\[((?:[^\\\[\]]|\\.)*+)\]\(([^()\s]*)\)")


class _Parser(MarkdownIt):
    """Leaves addresses as they are written: `urls.safe` checks them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802, the library's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802, the library's name
        return True


@cache
def _block_parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": MAX_NESTING})
    parser.enable("table").disable(_UNUSED)
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.before("fence", "own_html", _html_line)
    return parser


@cache
def _line_parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": _MAX_LINKS}).disable(_UNUSED_INLINE)
    parser.inline.ruler.before("entity", "own_tag", _tag)
    return parser


def _html_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not line.startswith("<") or not _HTML_LINE.fullmatch(line.rstrip(" ")):
        return False
    if not silent:
        state.line = start + 1
        state.push("html_block", "", 0).content = line.rstrip(" ")
    return True


def _tag(state: StateInline, silent: bool) -> bool:
    found = _TAG.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = found[0]
    state.pos = found.end()
    return True


def blocks_of(markdown: str) -> list[Token]:
    """The blocks of a page as flat tokens; the lines in them are not taken apart yet.

    Raises:
        ExtractError: quotations and lists are nested deeper than the parser follows.
    """
    tokens = _block_parser().parse(markdown)
    if any(token.level >= MAX_NESTING - 1 for token in tokens):  # what is deeper was left out
        raise ExtractError("the page has lists or quotations nested too deeply")
    return tokens


def line_of(content: str) -> tuple[Inline, ...]:
    """The inlines of a line of Markdown.

    Raises:
        ExtractError: it has more than `MAX_LINE` characters.
    """
    builder = LineBuilder()
    for token in _tokens_of(content):
        _add(builder, token)
    return builder.done()


def image_of(content: str) -> tuple[str, str] | None:
    """Address and alternative text of the picture that is all of a line; None where it is none.

    Raises:
        ExtractError: it has more than `MAX_LINE` characters.
    """
    found = _IMAGE.fullmatch(content)
    return (found[2], inline_text(line_of(found[1]))) if found else None


def links_of(content: str) -> list[tuple[str, str]]:
    """The links of a line of Markdown: where they lead, unchecked, and their labels.

    Raises:
        ExtractError: it has more than `MAX_LINE` characters.
    """
    found: list[tuple[str, str]] = []
    href: str | None = None
    label: list[str] = []
    for token in _tokens_of(content):
        match token.type:
            case "link_open":
                href, label = str(token.attrGet("href") or ""), []
            case "link_close" if href is not None:
                found.append((href, "".join(label)))
                href = None
            case "text" | "text_special":
                label.append(token.content)
    return found


def _tokens_of(content: str) -> list[Token]:
    if len(content) > MAX_LINE:
        raise ExtractError(f"a line has {len(content)} characters; {MAX_LINE} are read at most")
    tokens: list[Token] = []
    parser = _line_parser()
    parser.inline.parse(content, parser, {}, tokens)
    return tokens


def _add(builder: LineBuilder, token: Token) -> None:
    match token.type:
        case "softbreak":
            builder.text(" ")
        case "hardbreak":
            builder.add(Break())
        case "html_inline":
            builder.tag(token.content)
        case "link_open":
            builder.open("a", str(token.attrGet("href") or ""))
        case "link_close":
            builder.close("a")
        case "em_open" | "strong_open":
            builder.open(token.tag)
        case "em_close" | "strong_close":
            builder.close(token.tag)
        case _:
            builder.text(token.content)


class _Open:
    """An element that is not closed yet."""

    __slots__ = ("children", "name", "reading", "url")

    def __init__(self, name: str, url: str = "") -> None:
        self.name = name
        self.url = url
        self.children: list[Inline] = []
        self.reading: str | None = None  # of ruby


class LineBuilder:
    """Puts inlines together from elements as they are opened and closed, in any order."""

    def __init__(self) -> None:
        self._stack = [_Open("")]

    def text(self, text: str) -> None:
        """Add characters."""
        if text:
            self.add(Text(text))

    def add(self, child: Inline) -> None:
        """Add an inline; neighbouring texts are made one when the line is done."""
        self._stack[-1].children.append(child)

    def tag(self, tag: str) -> None:
        """Add one of the tags that our layouts write, without attributes."""
        name = tag.strip("</>")
        if tag.startswith("</"):
            self.close(name)
        elif name == "br":
            self.add(Break())
        elif name != "wbr":
            self.open(name)

    def open(self, name: str, url: str = "") -> None:
        """Open an element; `url` is where a link leads, unchecked."""
        if len(self._stack) <= _MAX_SPANS:
            self._stack.append(_Open(name, url))

    def close(self, name: str) -> None:
        """Close an element and those in it; nothing where none of the name is open."""
        if all(each.name != name for each in self._stack[1:]):
            return
        while self._close_last() != name:
            pass

    def done(self) -> tuple[Inline, ...]:
        """The inlines; what is still open is closed."""
        while len(self._stack) > 1:
            self._close_last()
        return _merged(self._stack[0].children)

    def _close_last(self) -> str:
        last = self._stack.pop()
        around = self._stack[-1]
        if last.name == "rt" and around.name == "ruby" and around.reading is None:
            around.reading = inline_text(last.children)
        elif last.name != "rp" or around.name != "ruby":
            around.children += _element(last)
        return last.name


def _element(closed: _Open) -> Sequence[Inline]:
    """An element of its children; the children where it is none of the model."""
    children = _merged(closed.children)
    match closed.name:
        case "em":
            return [Emphasis(children)]
        case "strong":
            return [Strong(children)]
        case "s":
            return [Struck(children)]
        case "sub":
            return [Subscript(children)]
        case "sup":
            return [Superscript(children)]
        case "code":
            return [Code(inline_text(children))]
        case "ruby" if closed.reading is not None:
            return [Ruby(inline_text(children), closed.reading)]
        case "a" if url := safe(closed.url, schemes=_SCHEMES):
            return [Link(url, children)]
        case _:
            return children


def _merged(children: Iterable[Inline]) -> tuple[Inline, ...]:
    """The children with neighbouring texts made one."""
    found: list[Inline] = []
    texts: list[str] = []
    for child in children:
        if isinstance(child, Text):
            texts.append(child.text)
            continue
        if texts:
            found.append(Text("".join(texts)))
            texts = []
        found.append(child)
    if texts:
        found.append(Text("".join(texts)))
    return tuple(found)
