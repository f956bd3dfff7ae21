"""Characters of a line that a page shows as pictures: emoji and formulas.

    <img class="wp-smiley" alt="🎉">         🎉
    <img class="latex" alt="x^2">            x^2, as code
    <span class="katex-html">x2</span>       nothing: the formula itself stands before it

As pictures they would cut the line in two, or be left out of it.
"""

from __future__ import annotations

import re

from mirrorpress.extract.page.tree import Element, Page

_OF_SIGNS = ("emoji", "smiley")  # in the names or the address of a picture
_SIGNS = re.compile(r"[^\w\x00-\x7f]{1,12}")  # one emoji has up to ten code points
_LONGEST = 500  # characters of a formula
_NEAR = 4  # nodes of an element that holds a formula twice


def write_drawn_text(page: Page) -> None:
    """Put characters in the place of the pictures that stand for them.

    Args:
        page: changed in place, before it is measured.
    """
    gone: set[int] = set()
    for element in page.order:
        if element.tag == "img":
            _write(element)
        elif (
            "katex-html" in element.hint and id(element) not in gone and _is_written_beside(element)
        ):
            gone |= {id(inner) for inner in element.walk()}
    if gone:
        for element in page.walk():
            element.children = [
                child
                for child in element.children
                if isinstance(child, str) or id(child) not in gone
            ]
        page.order[:] = [element for element in page.order if id(element) not in gone]


def _write(img: Element) -> None:
    """Make a picture that stands for characters the element that holds them."""
    text = img.get("alt").strip()
    if not text:
        return
    if _SIGNS.fullmatch(text):
        if any(name in img.hint or name in img.get("src") for name in _OF_SIGNS):
            _become(img, "span", text)
    elif "latex" in img.hint.split():
        _become(img, "code", text[:_LONGEST])


def _is_written_beside(drawn: Element) -> bool:
    """Whether the formula stands as text right beside what draws it."""
    beside = drawn.parent.children[:_NEAR] if drawn.parent is not None else []
    return any(
        isinstance(other, Element) and "katex-mathml" in other.hint and other.text() != ""
        for other in beside
    )


def _become(img: Element, tag: str, text: str) -> None:
    img.tag = tag
    img.attrs = {}
    img.hint = ""
    img.children = [text]
