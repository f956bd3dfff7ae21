"""The picture or film at the head of an article, where it stands outside of the body's container."""

from __future__ import annotations

from mirrorpress.extract.blocks import blocks_of
from mirrorpress.extract.metadata import loose
from mirrorpress.extract.tree import Element
from mirrorpress.model.blocks import Block, Embed, Figure

_MEDIA = ("figure", "img", "picture", "video", "iframe", "amp-img")
_ROOM = 2500  # characters of text between headline and body; more means that they are strangers


def hero_of(root: Element, core: Element, title: str, base: str | None) -> tuple[Block, ...]:
    """The figures and players between the headline and the body, or beside the headline.

    Args:
        root: the page.
        core: the container of the body.
        title: of the article, to know its headline by.
        base: address against which pictures are resolved.
    """
    top, headline = _common(root, core, loose(title))
    if top is None:
        return ()
    found: list[Block] = []
    for element in _before(top, core, headline):
        blocks = [b for b in blocks_of([element], base) if isinstance(b, (Figure, Embed))]
        if blocks:
            found.append(blocks[0])
        if len(found) == 2:
            break
    return tuple(found[:1])


def _common(root: Element, core: Element, title: str) -> tuple[Element | None, Element | None]:
    """The nearest ancestor of the core that also holds the headline, and the headline."""
    if any(loose(h.text()) == title for h in core.find("h1", "h2")):
        return None, None
    for parent in core.ancestors():
        for heading in parent.find("h1", "h2"):
            if heading.size and loose(heading.text()) == title:
                return parent, heading
        if parent.tag == "body":
            break
    return None, None


def _before(top: Element, core: Element, headline: Element | None) -> list[Element]:
    """The outermost media elements in `top` ahead of the core, dead parts left out."""
    found: list[Element] = []
    stack = [top]
    seen_headline = False
    while stack:
        element = stack.pop()
        if element is core:
            break
        if element is headline:
            seen_headline = True
            continue
        if element.dead and element is not top:
            continue
        if element.tag in _MEDIA:
            found.append(element)
            continue
        stack.extend(child for child in reversed(element.children) if not isinstance(child, str))
    return found if seen_headline else []
