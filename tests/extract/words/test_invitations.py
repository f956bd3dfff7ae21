"""Invitations in sixty-five languages, and sentences that say what happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirrorpress.extract.words import invitations
from mirrorpress.extract.words.promotions import is_promotion
from mirrorpress.extract.words.vocabulary import in_one_case
from tsv import rows

ROWS = rows(Path(__file__).with_name("invitations_by_language.tsv"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_sentence_that_asks_readers_to_follow_or_subscribe(row: list[str]) -> None:
    for sentence in row[1:]:
        assert is_promotion(sentence)
        assert is_promotion(sentence.upper())
        assert not is_promotion(f"{sentence} " + "The ferry came back to the old quay. " * 3)


@pytest.mark.parametrize(
    "sentence",
    [
        "Klubas sekė balsavimą „Telegram“ kanale.",  # lt
        "Клубът последва новината в Telegram.",  # bg
        "Klub je pratio glasanje na Telegramu.",  # hr
        "Klubi ndoqi votimin në Telegram.",  # sq
        "Klubul a urmărit votul pe Telegram.",  # ro
        "Klub səsverməni Telegram kanalında izlədi.",  # az
        "Klub ovoz berishni Telegram kanalida kuzatdi.",  # uz
        "Клуб дауыс беруді Telegram арнасынан қарады.",  # kk
        "המועדון עקב אחרי ההצבעה בטלגרם.",  # he
        "कलब ने टेलीग्राम पर मतदान देखा।",  # hi
        "클럽은 텔레그램에서 투표를 지켜봤다.",  # ko
        "Prati se na mesto i pasoš.",  # sr: no channel
        "Telli laev jäi hiljaks.",  # et: no channel
    ],
)
def test_what_happened_is_no_invitation(sentence: str) -> None:
    assert not is_promotion(sentence)


def test_endings_are_two_characters_of_text_in_one_case() -> None:
    assert all(len(end) == 2 and in_one_case(end) == end for end in invitations.LAST_TWO)
