"""What a page says of its article, and where: what bylines and dates are read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mirrorpress.extract.fields.cards import Cards
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.jsonld import Linked
from mirrorpress.extract.page.tree import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The head, the data and the elements of a page whose headline is known."""

    elements: Sequence[Element]  # of the page, measured, in document order
    head: PageHead  # its meta elements
    linked: Linked  # its JSON-LD
    cards: Cards  # what shows other articles
    at: int  # the place of the headline among the elements; 0 where none shows the title
    language: str | None  # the tag of its language, where that is known
    publisher: str | None  # the name of the site
    url: str | None  # its address
