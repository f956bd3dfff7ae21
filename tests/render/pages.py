"""Pages taken apart for comparison: what elements there are, what text, what leads where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SPACES = re.compile(r"[ \t\n\r]+")
# Frames that a layout puts around what blocks hold, and elements that show nothing of their own.
_EDGE = "<edge>"
_FRAMES = frozenset({"wbr", "small", "div", "thead", "tbody"})
_INLINE = frozenset({"a", "b", "bdi", "code", "em", "small", "strong", "sub", "sup", "ruby", "rt",
                     "rp", "span", "wbr", "img", "time", "q"})  # fmt: skip


def elements(html: str) -> Iterator[LexborNode]:
    """Every element below the body."""
    body = LexborHTMLParser(html).body
    assert body is not None
    for node in body.traverse():
        if node.tag != "body":
            yield node


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element of the whole page with the names of its attributes; `wbr` left out."""
    root = LexborHTMLParser(html).root
    assert root is not None
    return [
        (node.tag, tuple(sorted(node.attributes))) for node in root.traverse() if node.tag != "wbr"
    ]


def outline(html: str) -> list[str]:
    """Blocks, elements and text in order, as two ways of printing the same blocks share them.

    White space at the edges of blocks and beside line breaks shows nothing and is left out, and
    so is the paragraph of a list item that has but one line.
    """
    body = LexborHTMLParser(html).body
    assert body is not None
    return [event for event in _joined(list(_events(body))) if event]


def _events(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield "=" + _SPACES.sub(" ", child.text_content or "")
        elif child.tag in _FRAMES:
            yield from _events(child)
        elif child.tag == "p" and node.tag == "li":
            yield from (_EDGE, *_events(child), _EDGE)
        elif child.tag == "pre":
            yield "<pre>" + (child.text() or "").rstrip("\n")
        else:
            yield f"<{child.tag}{_told(child)}>"
            yield from _events(child)
            yield f"</{child.tag}>"


def _told(node: LexborNode) -> str:
    names = ("href", "src", "alt", "start", "colspan", "rowspan")
    found = [f" {name}={node.attributes[name]}" for name in names if name in node.attributes]
    return "".join(found)


def _joined(events: list[str]) -> list[str]:
    """Neighbouring text made one, and stripped where it meets the edge of a block or a break."""
    merged: list[str] = []
    for event in events:
        if event.startswith("=") and merged and merged[-1].startswith("="):
            merged[-1] = _SPACES.sub(" ", merged[-1] + event[1:])
        else:
            merged.append(event)
    edges = [_EDGE, *merged, _EDGE]
    for at in range(1, len(edges) - 1):
        if edges[at].startswith("="):
            if not _is_inline(edges[at - 1]):
                edges[at] = "=" + edges[at][1:].lstrip()
            if not _is_inline(edges[at + 1]):
                edges[at] = "=" + edges[at][1:].rstrip()
    return [event for event in edges if event not in ("=", _EDGE)]


def _is_inline(event: str) -> bool:
    found = re.match(r"</?(\w+)", event)
    return found is not None and found[1] in _INLINE


def shown(html: str) -> str:
    """The characters that a page shows; without the parentheses for browsers that know no ruby."""
    body = LexborHTMLParser(html).body
    assert body is not None
    for node in body.css("rp"):
        node.decompose()
    return _SPACES.sub(" ", body.text()).strip()
