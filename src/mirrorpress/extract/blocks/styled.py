"""What the style of an element says of its text: struck out, bold, in italics.

    The fare is <s>10</s> 20 crowns.
    <del><p>The ferry leaves at noon.</p></del>
    <span style="text-decoration: line-through">noon</span>
    <p style="font-weight: bold">Why is the quay closed?</p>
    <b style="font-weight: normal">…                            not bold: Google Docs begins so

Struck out text that is shown like the rest would say what the source took back, and in an
interview only bold type tells who asks.
"""

from __future__ import annotations

import re
from typing import Final

from mirrorpress.extract.page.tree import Element, Node

_TAGS: Final = {
    "s": "s",
    "strike": "s",
    "del": "s",
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "cite": "i",
    "dfn": "i",
    "var": "i",
}
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th"})
_STRUCK: Final = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through", re.IGNORECASE)
_WEIGHT: Final = re.compile(
    r"font(?:-weight)?\s*:[^;]*?\b(?:(?P<bold>bold|bolder|[6-9]00)|normal|lighter|[1-5]00)\b",
    re.IGNORECASE,
)
_SLANT: Final = re.compile(
    r"font(?:-style)?\s*:[^;]*?\b(?:(?P<italic>italic|oblique)|normal)\b", re.IGNORECASE
)
_BOLD_NAMES: Final = frozenset({"bold", "strong", "font-bold", "fw-bold", "text-bold", "txt-bold"})
_ITALIC_NAMES: Final = frozenset({"italic", "italics", "font-italic", "fst-italic", "text-italic"})


def styles_of(element: Element) -> tuple[str, ...]:
    """How the element itself shows its text, by its name, its style and its class.

    Returns:
        "s" (struck out), "b" (bold) and "i" (in italics), those that are so, in this order.
    """
    named = _TAGS.get(element.tag)
    attrs = element.attrs
    if not attrs:  # as most
        return (named,) if named else ()
    style = attrs.get("style") or ""
    tokens = (attrs.get("class") or "").split()
    bold = named == "b" or (len(tokens) > 0 and not _BOLD_NAMES.isdisjoint(tokens))
    italic = named == "i" or (len(tokens) > 0 and not _ITALIC_NAMES.isdisjoint(tokens))
    struck = named == "s"
    if style:
        struck = struck or _STRUCK.search(style) is not None
        weight, slant = _WEIGHT.search(style), _SLANT.search(style)
        bold = weight["bold"] is not None if weight else bold
        italic = slant["italic"] is not None if slant else italic
    return tuple(name for name, is_so in zip("sbi", (struck, bold, italic), strict=True) if is_so)


def style_lines(element: Element, names: tuple[str, ...]) -> None:
    """Put each line of text of a styled block into inline elements that show it so.

    What is struck out is so in all blocks inside. Bold type and italics are put on the element's
    own lines alone: blocks inside have a style of their own, and headings are bold by themselves.

    Args:
        element: a block.
        names: of `styles_of`.
    """
    if "s" in names:
        _strike_lines(element)
    for name in names:
        if name != "s" and element.tag not in _HEADINGS and any(map(_is_line, element.children)):
            element.children = _with_lines_in(name, element)


def _strike_lines(element: Element) -> None:
    """Put each line in an `s`, and strike the blocks out no longer.

    So each line is looked at once, however many blocks are around it.
    """
    for block in element.walk():
        if block.inline:
            continue
        if "s" in styles_of(block):
            block.tag = "span" if _TAGS.get(block.tag) == "s" else block.tag
            block.attrs = {name: block.attrs[name] for name in block.attrs if name != "style"}
        if any(map(_is_line, block.children)):
            block.children = _with_lines_in("s", block)


def _with_lines_in(name: str, block: Element) -> list[Node]:
    """The children with each run of text inside an element of a name."""
    children: list[Node] = []
    line: Element | None = None
    for child in block.children:
        if _is_line(child) or (line is not None and _is_inline(child)):
            if line is None:
                line = Element(name, {}, block)
                line.inline = True
                children.append(line)
            line.children.append(child)
        else:
            line = None
            children.append(child)
    return children


def _is_line(child: Node) -> bool:
    """Whether it is text that no `s` of its own strikes out."""
    if isinstance(child, str):
        return not child.isspace()
    is_text = child.inline and not child.excluded and bool(child.children)
    return is_text and _TAGS.get(child.tag) != "s"


def _is_inline(child: Node) -> bool:
    return isinstance(child, str) or child.inline
