"""Options of layout `channels`: what is accepted, and what is a mistake."""

from __future__ import annotations

import pytest

from mirrorpress.render.channels.options import ChannelsOptions, is_pattern, is_prefix


@pytest.mark.parametrize(
    ("address", "accepted"),
    [
        ("https://git.example/me/news/blob/main/", True),
        ("https://git.example/me/news", False),
        ("git.example/me/", False),
        ("javascript:alert(1)/", False),
        ("https://git.example/新闻/", False),
        ("https://git.example/" + "a" * 190 + "/", False),
    ],
)
def test_what_addresses_of_pages_may_begin_with(address: str, accepted: bool) -> None:
    assert is_prefix(address) == accepted


@pytest.mark.parametrize(
    ("pattern", "accepted"), [("直播$", True), ("(", False), ("*", False), ("(" * 9999, False)]
)
def test_what_a_pattern_is(pattern: str, accepted: bool) -> None:
    assert is_pattern(pattern) == accepted


def test_files_are_named_in_one_place() -> None:
    assert ChannelsOptions().file_names() == ()
    options = ChannelsOptions(picks="a.csv", sticky="b.csv", links="c.csv", front="d.md")
    assert options.file_names() == ("a.csv", "b.csv", "c.csv", "d.md")
