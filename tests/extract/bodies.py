"""Bodies of short pages, as the tests of `body` find them."""

from __future__ import annotations

from mirrorpress.extract.body.find import Body, find_body
from mirrorpress.extract.page.repair import repair
from mirrorpress.extract.page.tree import Element, parse
from trees import SENTENCE

P = f"<p>{SENTENCE * 2}</p>"
TEXT = P * 6
LINKS = "".join(
    f"<li><a href=/{n}>Another headline of today, number {n}</a></li>" for n in range(6)
)
ABOUT = (
    "<head><title>Harbour ferry returns Monday</title><meta name=description "
    'content="Night ferry to Marin island">'
)
ON_IT = f"<p>The night ferry to Marin island returns to the harbour on Monday. {SENTENCE * 2}</p>"


def body_of(markup: str, url: str | None = None) -> tuple[Element, Body]:
    root = parse(repair(markup).markup)
    return root, find_body(root, url)


def kept(markup: str, url: str | None = None) -> str:
    """The text of the body, without what is excluded."""
    _, body = body_of(markup, url)

    def words(element: Element) -> str:
        return "".join(
            child if isinstance(child, str) else "" if child.excluded else words(child)
            for child in element.children
        )

    return "" if body.core.excluded else words(body.core)
