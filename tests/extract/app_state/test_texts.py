"""Where the text within a value begins and ends, and what it says."""

from __future__ import annotations

import pytest

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.texts import has_blocks, innermost, is_about
from mirrorpress.page_data.literals import Value

LINE = "The night ferry to Marin island returns to the harbour on Monday, says the board."
BODY = [{"type": "paragraph", "text": LINE} for _ in range(6)]
MARKUP = f"<p>{LINE}</p><p>{LINE}</p>"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": {"b": BODY}}, BODY),
        ([{"menu": ["News"]}, {"page": {"body": BODY}}], BODY),
        ({"html": MARKUP, "id": 3}, MARKUP),
        (["$", "main", None, {"children": BODY}], BODY),
        ([{"text": LINE * 30}, {"text": LINE}], [{"text": LINE * 30}, {"text": LINE}]),
        (LINE, LINE),
    ],
)
def test_innermost(value: Value, text: Value) -> None:
    assert innermost(value, Weights()) == text


def test_the_objects_around() -> None:
    value = {"a": {"b": BODY}}
    holders: list[Value] = []
    innermost(value, Weights(), holders)
    assert holders == [value["a"], value]


@pytest.mark.parametrize(
    ("value", "several"),
    [
        (BODY, True),
        ({"a": {"b": BODY}}, True),
        (MARKUP, True),
        (LINE, False),
        ([LINE], False),
        ({"text": f"<p>{LINE}</p>"}, False),
        (["$", "p", None, {"children": LINE}], False),
        (None, False),
    ],
)
def test_blocks(value: Value, several: bool) -> None:
    assert has_blocks(value, Weights()) is several


def test_what_a_text_is_about() -> None:
    assert is_about(BODY, {"ferry", "harbour", "bridge", "costs"})
    assert is_about(BODY, {"ferry", "bridge", "costs", "more"})
    assert not is_about(BODY, {"ferry", "bridge", "costs", "more", "than"})
    assert is_about(BODY, set())
