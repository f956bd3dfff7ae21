"""Boxes in whose place a script puts a player, once readers have agreed or clicked.

<div data-embed-url="https://tube.example/embed/quay"></div>
"""

from __future__ import annotations

from mirrorpress.extract.page.tree import Element

_NAMES = ("data-src", "data-embed-url", "data-video-url", "data-iframe-src", "data-cmp-src")


def player_addresses(element: Element) -> list[str]:
    """What an element's attributes for such an address hold; a picture can be loaded so, too."""
    attrs = element.attrs
    if not attrs or attrs.keys().isdisjoint(_NAMES):  # as of most
        return []
    return [value for name in _NAMES if (value := attrs.get(name))]
