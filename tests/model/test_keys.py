"""Keys: what can be used in paths and addresses on every system."""

from __future__ import annotations

import pytest

from mirrorpress.model.keys import is_key


@pytest.mark.parametrize("key", ["a", "0", "rfi", "prog-202", "a" * 40, "console", "com10"])
def test_what_is_a_key(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize(
    "text",
    ["", "-a", "a-", "A", "新闻", "a b", "a/b", "a.b", "a\n", "a" * 41, "con", "lpt0"],
)
def test_what_is_none(text: str) -> None:
    assert not is_key(text)
