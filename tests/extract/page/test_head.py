"""The head of a page by name: the first value, all values, links."""

from __future__ import annotations

from mirrorpress.extract.page.head import PageHead
from trees import tree_of


def test_meta_by_name() -> None:
    head = PageHead(
        tree_of(
            "<meta name=Author content='Anna Kern'><meta property=author content='Bo Li'>"
            "<meta name=empty content=' '><link rel='nofollow next' href=/y><title>Ferry</title>"
            "<title>Other</title>"
        ).walk()
    )
    assert head.all("creator", "author") == ["Anna Kern", "Bo Li"]
    assert head.first("creator", "author") == "Anna Kern"
    assert head.first("empty") is None
    assert head.links == {"nofollow": "/y", "next": "/y"}
    assert head.title == "Ferry"
