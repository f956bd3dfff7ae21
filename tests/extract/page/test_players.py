"""Where boxes have the address of a player that is not loaded yet."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.players import player_addresses
from mirrorpress.extract.page.tree import parse
from trees import first


@pytest.mark.parametrize(
    ("attributes", "addresses"),
    [
        ("data-src=/a", ["/a"]),
        ("class=x data-embed-url=/a", ["/a"]),
        ("data-iframe-src=/b data-src=/a", ["/a", "/b"]),
        ("data-src", []),
        ("data-url=/a", []),
        ("src=/a class=player", []),
        ("", []),
    ],
)
def test_addresses(attributes: str, addresses: list[str]) -> None:
    assert player_addresses(first(parse(f"<div {attributes}>"), "div")) == addresses
