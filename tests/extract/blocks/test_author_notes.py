"""Notes on the authors behind a text, below their names."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.author_notes import note_at
from trees import SENTENCE

TEXT = [SENTENCE * 3] * 4
KERN = "Anna Kern is a reporter of the Harbour Ledger."
LI = "Bo Li writes about ports."
NAMES = ("Anna Kern", "Bo Li")


def rest(*behind: str, text: list[str] = TEXT) -> list[str]:
    texts = [*text, *behind]
    return texts[note_at(texts, [True] * len(texts), NAMES) :]


@pytest.mark.parametrize(
    "behind",
    [
        ["Anna Kern", KERN],
        ["About Anna Kern", "Kern has been at sea for ten years."],
        ["ANNA KERN", KERN, "She lives in Lisquay."],
        ["Anna Kern", KERN, "Bo Li", LI],
        ["Anna Kern", KERN, "Anna Kern", KERN, "Bo Li", LI],
    ],
)
def test_notes(behind: list[str]) -> None:
    assert rest(*behind) == behind


@pytest.mark.parametrize(
    "behind",
    [
        ["Anna Kern"],
        [KERN],
        ["Anna Kern", "The keeper went home."],
        ["Jo Mund", "Jo Mund is a reporter."],
        ["The mayor spoke with Anna Kern", KERN],
        ["Anna Kern", KERN * 30],
        ["Anna Kern", KERN, "x", "y", "z"],
    ],
)
def test_what_is_no_note(behind: list[str]) -> None:
    assert rest(*behind) == []


def test_a_note_is_short_beside_the_text() -> None:
    assert rest("Anna Kern", KERN, text=["The quay is open."]) == []
    assert note_at(["Anna Kern", KERN], [True, True], NAMES) == 2
    assert note_at([], [], NAMES) == 0


def test_a_name_stands_in_a_line() -> None:
    texts = [*TEXT, "Anna Kern", KERN]
    assert note_at(texts, [True, True, True, True, False, True], NAMES) == len(texts)
    assert note_at(texts, [True] * 6, ()) == len(texts)
