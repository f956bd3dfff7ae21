"""What stands ahead of the signs of social networks."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.controls import is_control
from mirrorpress.extract.words.follow_labels import LABELS, TABLE
from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.text.tables import labels_in, rows_of

ROWS = [*rows_of(TABLE)]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_each_language_has_both_kinds(row: list[str]) -> None:
    assert len(row) == 3
    assert all(labels_in(column) for column in row[1:])


def test_languages_are_in_order_and_once() -> None:
    languages = [row[0] for row in ROWS]
    assert languages == sorted(set(languages))


@pytest.mark.parametrize("label", sorted(LABELS))
def test_labels(label: str) -> None:
    assert is_control(in_one_case(label))
    assert is_control(in_one_case(f", {label.capitalize()}: …"))


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on the quay at ten, the guide said.",
        "She has followed us on every trip.",
        "Join us on deck",
        "Teilen auf dem Markt",
    ],
)
def test_sentences_stay(line: str) -> None:
    assert not is_control(in_one_case(line))
