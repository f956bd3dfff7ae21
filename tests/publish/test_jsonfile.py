"""Small JSON files of ours, whoever wrote them."""

from __future__ import annotations

import pytest

from mirrorpress.publish.jsonfile import fields_of


def test_the_fields_of_a_file_of_the_format() -> None:
    content = b'{"format": "x-1", "a": [1]}'
    assert fields_of(content, format="x-1", most=100) == {"format": "x-1", "a": [1]}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"format": "x-1"}' + b" " * 100, "longer than 100 bytes"),
        (b'{"format": "x-2"}', "not of the format x-1"),
        (b"[]", "not of the format x-1"),
        (b"{", "Expecting"),
        (b"\xff", "decode"),
    ],
)
def test_anything_else_is_no_such_file(content: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        fields_of(content, format="x-1", most=100)


def test_a_file_that_is_nested_too_deeply_is_none() -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        fields_of(b"[" * 100_000, format="x-1", most=200_000)
