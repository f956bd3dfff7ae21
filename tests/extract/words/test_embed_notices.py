"""What stands in the place of embeds without consent, in many languages."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.embed_notices import BEGINNINGS, TABLE, is_embed_notice
from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.text.tables import labels_in, rows_of

ROWS = [*rows_of(TABLE)]


def test_the_table() -> None:
    assert all(len(row) == 3 and all(map(labels_in, row[1:])) for row in ROWS)
    languages = [row[0] for row in ROWS]
    assert languages == sorted(set(languages))


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_beginnings(beginning: str) -> None:
    assert is_embed_notice(in_one_case(f"{beginning.capitalize()} tube.example ¶"))


@pytest.mark.parametrize(
    "line",
    [
        "To display the lamp for a day was the keeper's wish.",
        "Third-party content is what the board of the Ledger talked about on Monday.",
        "To view the content of the harbour master's letters, historians waited for years.",
        "Externer Inhaltsprüfer: Die Hafenbehörde stellt zwei Prüfer ein.",
        "Pour voir cette exposition, il faut venir avant lundi.",
        "Чтобы увидеть этот порт, туристы едут издалека.",
    ],
)
def test_sentences_of_articles(line: str) -> None:
    assert not is_embed_notice(in_one_case(line))
