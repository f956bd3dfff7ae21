"""Credits of pictures in sixty languages, as captions end with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirrorpress.extract.blocks.figures import split_credit
from mirrorpress.extract.words.credit_lines import is_credit_line
from tsv import each, rows

ROWS = rows(Path(__file__).with_name("credits_by_language.tsv"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_credit_is_split_from_the_caption(row: list[str]) -> None:
    for word in each(row[1]):
        credit = f"{word}: Harbour Press"
        for text, caption in (
            (f"A ship in the port. {credit}", "A ship in the port."),
            (f"A ship in the port – {credit}", "A ship in the port"),
            (f"A ship in the port ({credit})", "A ship in the port"),
            (credit, ""),
        ):
            assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "The port (virus cases rose)",  # "vir" is a source in Slovene, with a colon
        "The port (viable or not)",
        "The port (sourced abroad)",
        "A font of ink: black",
    ],
)
def test_words_that_only_begin_like_one(text: str) -> None:
    assert split_credit(text) == (text, None)


def test_lines_of_pictures() -> None:
    assert is_credit_line("Nuotr.: Harbour Press")
    assert is_credit_line("사진: Harbour Press")
    assert not is_credit_line("Šaltinis: Harbour Press")  # of the text, not of a picture
