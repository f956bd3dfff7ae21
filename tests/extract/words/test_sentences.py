"""Texts cut into sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.words.sentences import ends_sentence, sentences_of

PIECES = st.sampled_from(
    ["a", "B", ".", "!", "?", "…", "؟", "۔", "।", "።", "。", "။", "！", '"', "”", ")", "*", " "]
)


def test_sentences() -> None:
    text = "It is back. “Is it?” Yes (now)! 渡轮恢复。码头开放"
    assert [*sentences_of(text)] == [
        "It is back.",
        "“Is it?",
        "Yes (now)!",
        "渡轮恢复。",
        "码头开放",
    ]
    assert [*sentences_of("")] == [""]
    assert [*sentences_of("at 3.15 on ledger.example")] == ["at 3.15 on ledger.example"]


@given(st.lists(PIECES, max_size=20).map("".join))
def test_they_end_behind_their_stops_and_quotes(text: str) -> None:
    ends = r"(?<=[.!?…؟۔।።])[\"'”’»)\]*]*\s+|(?<=[。။！？])"
    assert [*sentences_of(text)] == re.split(ends, text)


@pytest.mark.parametrize("text", ["It is back.", "“It is back.”", "渡轮恢复。」", "क्या है?) ", "۔"])
def test_a_text_that_ends_as_a_sentence_does(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "Sport", "News » ", "Ferries (2031)", "at 3.15"])
def test_a_text_that_does_not(text: str) -> None:
    assert not ends_sentence(text)
