"""What forms for comments say, in many languages."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.form_notes import BEGINNINGS, TABLE
from mirrorpress.extract.words.small_print import is_small_print
from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.text.tables import labels_in, rows_of

ROWS = [*rows_of(TABLE)]


def test_the_table() -> None:
    assert all(len(row) == 3 and all(map(labels_in, row[1:])) for row in ROWS)
    languages = [row[0] for row in ROWS]
    assert languages == sorted(set(languages))


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_beginnings(beginning: str) -> None:
    assert is_small_print(in_one_case(f"{beginning.capitalize()} *"))


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_both_in_one_paragraph(row: list[str]) -> None:
    first, second = (labels_in(column)[0] for column in row[1:])
    assert is_small_print(in_one_case(f"{first}. {second} *"))


@pytest.mark.parametrize(
    "line",
    [
        "Az e-mail címet a rendőrség szerint egy ismeretlen férfi adta meg a szerverteremben.",
        "Ваша адреса је промењена, рекао је поштар и отишао према луци.",
        "El. pašto adresas, kuriuo rašė direktorius, jau nebeveikia.",
    ],
)
def test_sentences_of_articles(line: str) -> None:
    assert not is_small_print(in_one_case(line))
