"""Text that the page struck out: a price, a name or a line that no longer holds.

    The fare is <s>10</s> 20 crowns.
    <del><p>The ferry leaves at noon.</p></del>
    <span style="text-decoration: line-through">noon</span>

Shown like the rest it would say what the source took back.
"""

from __future__ import annotations

import re

from mirrorpress.extract.page.tree import Element, Node

_TAGS = frozenset({"s", "strike", "del"})
_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through", re.IGNORECASE)


def is_struck(element: Element) -> bool:
    """Whether the element itself strikes its text out, by its name or its style."""
    if element.tag in _TAGS:
        return True
    style = element.get("style")
    return style != "" and _STYLE.search(style) is not None


def strike_lines(element: Element) -> None:
    """Put each line of text inside a struck-out block into an `s` of its own.

    The blocks themselves are struck out no longer, so that each line is looked at once however
    many of them are around it.
    """
    for block in element.walk():
        if block.inline:
            continue
        if is_struck(block):
            block.tag = "span" if block.tag in _TAGS else block.tag
            block.attrs = {name: block.attrs[name] for name in block.attrs if name != "style"}
        if any(map(_is_line, block.children)):
            block.children = _with_lines_struck(block)


def _with_lines_struck(block: Element) -> list[Node]:
    """The children with each run of text inside an `s`."""
    children: list[Node] = []
    line: Element | None = None
    for child in block.children:
        if _is_line(child) or (line is not None and _is_inline(child)):
            if line is None:
                line = Element("s", {}, block)
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
    return child.inline and not child.excluded and child.tag not in _TAGS and bool(child.children)


def _is_inline(child: Node) -> bool:
    return isinstance(child, str) or child.inline
