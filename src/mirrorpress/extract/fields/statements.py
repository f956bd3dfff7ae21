"""What a page says of its article, and where: what bylines and dates are read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from mirrorpress.extract.fields.cards import Cards
from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.jsonld import Linked
from mirrorpress.extract.page.tree import Element

# Endings of hosts that are a country's by name, but not in use; and that of the USA.
_NO_COUNTRY: Final = frozenset(
    ["us", "io", "ai", "co", "me", "tv", "fm", "gg", "ly", "to", "so", "sh"]
)


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

    @property
    def host_letters(self) -> str:
        """The host of the address, letters and digits alone: a byline can be that."""
        return loose((urlsplit(self.url or "").hostname or "").removeprefix("www."))

    @property
    def language_of_dates(self) -> str | None:
        """The language by which days and months are told apart.

        English of no region is that of the USA, where 3/4/2031 is a day of March, unless the
        host is of another country. Pages in British English mostly say so.
        """
        language, url = self.language, self.url
        if language is None or language.lower() != "en" or not url:
            return language
        ending = (urlsplit(url).hostname or "").rpartition(".")[2]
        return "en-US" if len(ending) > 2 or ending in _NO_COUNTRY else language
