"""The picture or film at the head of an article, outside of the body's container."""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.extract.blocks import blocks_of
from mirrorpress.extract.metadata import loose
from mirrorpress.extract.tree import Element
from mirrorpress.model.blocks import Block, Embed, Figure

_MEDIA = ("figure", "img", "picture", "video", "iframe", "amp-img")


def lead_media(
    elements: Sequence[Element], core: Element, title: str, base: str | None
) -> tuple[Block, ...]:
    """The figure or player between the headline and the body.

    Args:
        elements: of the page, in document order.
        core: the container of the body.
        title: of the article, to know its headline by.
        base: address against which pictures are resolved.
    """
    key = loose(title)
    headlines = [e for e in elements if e.tag in ("h1", "h2") and e.size and loose(e.text()) == key]
    top, headline = _common(core, headlines)
    if top is None:
        return ()
    for element in _before(top, core, headline):
        for block in blocks_of([element], base):
            if isinstance(block, (Figure, Embed)):
                return (block,)
    return ()


def _common(core: Element, headlines: Sequence[Element]) -> tuple[Element | None, Element | None]:
    """The nearest element that holds both the core and a headline before it, and the headline."""
    around = {id(parent): level for level, parent in enumerate(core.ancestors())}
    best: tuple[int, Element, Element] | None = None
    for headline in headlines:
        for parent in headline.ancestors():
            if parent is core:
                return None, None
            if id(parent) in around:
                level = around[id(parent)]
                if best is None or level < best[0]:
                    best = (level, parent, headline)
                break
    return (best[1], best[2]) if best else (None, None)


def _before(top: Element, core: Element, headline: Element | None) -> list[Element]:
    """The outermost media elements in `top` ahead of the core, excluded parts left out."""
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
        if element.excluded and element is not top:
            continue
        if element.tag in _MEDIA:
            found.append(element)
            continue
        stack += element.elements()[::-1]
    return found if seen_headline else []
