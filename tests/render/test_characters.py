"""Characters made fit to print, and the direction of what is read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.render.characters import (
    balanced,
    clean,
    clean_lines,
    direction,
    direction_of,
    reading_direction,
)

CLEANED = [
    ("plain", "plain"),
    ("a  b\n\tc\u2028d", "a b c d"),
    ("a\u202egnp.exe", "agnp.exe"),
    ("a\u206c1\u206e2", "a12"),
    ("\u2067abc", "\u2067abc\u2069"),
    ("abc\u2069", "abc"),
    ("\u202aa\u2067b\u202c", "\u202aa\u2067b\u2069\u202c"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
    ("\ud800x\ufdd0\ufeff\x00\x9f", "x"),
]


@pytest.mark.parametrize(("value", "expected"), CLEANED, ids=range(len(CLEANED)))
def test_clean(value: str, expected: str) -> None:
    assert clean(value) == expected


texts = st.text(st.characters(exclude_categories=[]), max_size=30)
marked = st.text(st.sampled_from("ab \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


@given(st.one_of(texts, marked))
def test_cleaning_twice_is_cleaning_once(value: str) -> None:
    once = clean(value)
    assert clean(once) == once
    once.encode("utf-8")


@given(texts)
def test_nothing_that_is_seen_is_lost(value: str) -> None:
    def seen(text: str) -> str:
        return "".join(c for c in text if unicodedata.category(c)[0] not in "CZ")

    assert seen(clean(value)) == seen(value.replace("\ufffe", "").replace("\uffff", ""))


@given(marked)
def test_marks_are_paired(value: str) -> None:
    stack: list[str] = []
    for character in balanced(value.replace("\u202d", "").replace("\u202e", "")):
        if character in "\u202a\u202b":
            stack.append("\u202c")
        elif character in "\u2066\u2067\u2068":
            stack.append("\u2069")
        elif character in "\u202c\u2069":
            assert stack.pop() == character
    assert stack == []


def test_code_keeps_its_lines_and_spaces() -> None:
    assert clean_lines("a\r\n  b\tc\rd\x00") == "a\n  b\tc\nd"


LANGUAGES = [("ar", "rtl"), ("fa-IR", "rtl"), ("ar-Latn", "ltr"), ("pa-Arab-PK", "rtl"),
             ("zh-Hans", "ltr"), ("fr", "ltr"), (None, None), ("", None)]  # fmt: skip


@pytest.mark.parametrize(("language", "expected"), LANGUAGES)
def test_direction_of_a_language(language: str | None, expected: str | None) -> None:
    assert direction(language) == expected


def test_direction_of_a_line() -> None:
    assert direction_of("12 — قنديل abc") == "rtl"
    assert direction_of("“abc” قنديل") == "ltr"
    assert direction_of("123", "ar") == "rtl"
    assert reading_direction(None, "قنديل") == "rtl"
    assert reading_direction("en", "قنديل") == "ltr"
