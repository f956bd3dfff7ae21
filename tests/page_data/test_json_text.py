"""JSON as pages write it."""

from __future__ import annotations

import pytest

from mirrorpress.page_data.json_text import decoded, decoded_at
from mirrorpress.page_data.literals import Value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, "b"]}', {"a": [1, "b"]}),
        ('["one\nline"]', ["one\nline"]),
        (' "text" ', "text"),
        ("{a: 1}", None),
        ('{"a": 1}; run()', None),
        ("[" * 100_000, None),
        ("", None),
    ],
)
def test_decoded(text: str, value: Value) -> None:
    assert decoded(text) == value


def test_decoded_at_a_place() -> None:
    assert decoded_at('state = {"a": 1}; run()', 8) == ({"a": 1}, 16)
    assert decoded_at("state = {a: 1}", 8) is None
    assert decoded_at("x = " + "[" * 100_000, 4) is None
