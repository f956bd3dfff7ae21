"""The head of a page: its meta and link elements and its title element."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from mirrorpress.extract.page.tree import Element, squeezed

LONGEST_TITLE = 500  # characters
_OF_HEAD = frozenset(["meta", "link", "title"])
_ESCAPED = re.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_NAMES = ("property", "name", "itemprop")  # attributes


class PageHead:
    """The meta and link elements of a page, by name."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, str] = {}
        self.title = ""
        for element in [element for element in elements if element.tag in _OF_HEAD]:
            if element.tag == "meta":
                self._add_meta(element)
            elif element.tag == "link":
                rels, address = element.get("rel"), element.get("href")
                for rel in rels.lower().split() if address else ():
                    self.links.setdefault(rel, address)
            elif element.tag == "title" and not self.title:
                self.title = element.text()[:LONGEST_TITLE]

    def _add_meta(self, element: Element) -> None:
        attrs = element.attrs
        content = squeezed(attrs.get("content") or "")
        if not content:
            return
        if "&" in content and _ESCAPED.search(content):  # escaped twice
            content = squeezed(html.unescape(content))
        keys = _NAMES if "itemprop" not in attrs or not _is_of_list(element) else _NAMES[:-1]
        for name in {value.strip().lower() for key in keys if (value := attrs.get(key))}:
            self.meta.setdefault(name, []).append(content)

    @property
    def description(self) -> str | None:
        """What the page says of itself to search engines and previews."""
        return self.first("og:description", "description", "twitter:description")

    def first(self, *names: str) -> str | None:
        """The first value under any of the names, in the order of the names."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def all(self, *names: str) -> list[str]:
        """The values under the first of the names that has any."""
        return next((self.meta[name] for name in names if name in self.meta), [])


def _is_of_list(element: Element) -> bool:
    """Whether it is in an item of a list, as other articles are: what it says is of that.

    Several authors can be a list as well.
    """
    return element.get("itemprop") != "author" and any(
        (parent.tag == "li" and _is_one_of_several(parent))
        or "itemlistelement" in parent.get("itemprop").lower()
        for parent in element.ancestors()
    )


def _is_one_of_several(item: Element) -> bool:
    around = item.parent
    return around is not None and any(
        isinstance(child, Element) and child.tag == "li" and child is not item
        for child in around.children
    )
