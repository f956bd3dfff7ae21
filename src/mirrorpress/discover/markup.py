"""Markup of feed fields to plain text, as a reader would read it aloud.

    line("AT&amp;T <b>falls</b>")          "AT&T falls"
    line("5 < 6")                          "5 < 6"
    paragraphs("<p>One</p><p>Two</p>")     "One\nTwo"

The tree is built by an HTML5 parser, so that what looks like markup to a browser is markup here.
Depth is bounded before it is asked: its time grows with the square of the nesting.
"""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 300  # elements inside one another; beyond it tags are taken out by pattern alone

_BLOCK_NAMES = """
address article aside blockquote body br caption center dd details dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option
p pre section summary table tbody tfoot thead tr ul
"""
_SILENT_NAMES = "head iframe noframes object script select style template title"
_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
_INLINE_NAMES = """
a abbr acronym b big bdi bdo cite code del dfn em font i ins kbd label mark q rp rt ruby s samp
small span strike strong sub sup time tt u var video audio embed
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(_SILENT_NAMES.split())
_VOID = frozenset(_VOID_NAMES.split())
_TAG_NAMES = "|".join(sorted(_BLOCKS | _SILENT | _VOID | set(_INLINE_NAMES.split()), reverse=True))
_MARKUP = re.compile(
    rf"</?(?:{_TAG_NAMES})(?:[\s/][^<>]*)?>|<!--|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*?(/?)>")
_ANY_TAG = re.compile(r"<(?:!--.*?(?:-->|$)|[/!?A-Za-z][^>]*(?:>|$))", re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2028\u2029\u3000]+")
_UNSAYABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)


def looks_like_markup(text: str) -> bool:
    """Whether text has tags or references that HTML knows (RSS does not say which it is)."""
    return _MARKUP.search(text) is not None


def plain(text: str) -> str:
    """Text that is no markup, on one line."""
    return _SPACE.sub(" ", _UNSAYABLE.sub("", text)).strip()


def line(markup: str) -> str:
    """What the markup says, on one line."""
    if "<" not in markup and "&" not in markup:
        return plain(markup)
    return plain(" ".join(_lines(markup)))


def paragraphs(markup: str) -> str:
    """What the markup says, one block a line."""
    if "<" not in markup and "&" not in markup:
        return plain(markup)
    return "\n".join(filter(None, map(plain, _lines(markup))))


def _lines(markup: str) -> list[str]:
    if too_deep(markup):
        return unescape(_ANY_TAG.sub(" ", markup)).splitlines()
    body = LexborHTMLParser(markup).body
    pieces: list[str] = []
    if body is not None:
        _collect(body, pieces)
    return "".join(pieces).split("\n")


def _collect(node: LexborNode, pieces: list[str]) -> None:
    child = node.child
    while child is not None:
        name = child.tag or ""
        if name == "-text":
            pieces.append(_SPACE.sub(" ", child.text_content or ""))
        elif name in _BLOCKS:
            pieces.append("\n")
            _collect(child, pieces)
            pieces.append("\n")
        elif name in ("td", "th"):
            _collect(child, pieces)
            pieces.append(" ")
        elif name not in _SILENT:
            _collect(child, pieces)
        child = child.next


def too_deep(markup: str) -> bool:
    """Whether elements may stand inside one another deeper than a parser should be asked."""
    if markup.count("<") <= MAX_DEPTH:
        return False
    depth = 0
    for closing, name, empty in _TAG.findall(markup):
        if name.lower() in _VOID or empty:
            continue
        depth += -1 if closing else 1
        if depth > MAX_DEPTH:
            return True
    return False
