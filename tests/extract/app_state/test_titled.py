"""Texts beside the title that the page has."""

from __future__ import annotations

import pytest

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.titled import texts_beside
from mirrorpress.page_data.literals import Value

TITLE = "Night ferry to Marin returns on Monday"
LINE = "The night ferry to Marin island returns to the harbour on Monday, says the board."
BODY = [{"type": "paragraph", "text": LINE} for _ in range(6)]


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        TITLE.upper(),
        f"{TITLE} | The Lindesund Courier",
        "Marin: Night ferry to Marin returns on Monday",
        "Night ferry to Marin returns",
        {"rendered": TITLE},
    ],
)
def test_titles(title: Value) -> None:
    (found, *_) = texts_beside([{"title": title, "body": BODY}], [TITLE], Weights())
    assert found.text == BODY


@pytest.mark.parametrize("title", ["Night ferry", "A bridge to Marin", "", None, 7, [TITLE]])
def test_other_titles(title: Value) -> None:
    assert texts_beside([{"title": title, "body": BODY}], [TITLE], Weights()) == []


def test_the_objects_around_a_text() -> None:
    page = {"meta": {"headline": TITLE}, "content": {"blocks": BODY}}
    (found, *_) = texts_beside([page], [TITLE], Weights())
    assert found.text == BODY
    assert found.objects == (page, page["meta"])


def test_a_text_too_far_above_is_none() -> None:
    deep: Value = {"headline": TITLE}
    for _ in range(5):
        deep = {"a": deep}
    assert texts_beside([{"b": deep, "body": BODY}], [TITLE], Weights()) == []


def test_without_titles_there_is_nothing_beside_one() -> None:
    assert texts_beside([{"title": "", "body": BODY}], ["", "Ferry"], Weights()) == []
