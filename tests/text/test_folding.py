"""Characters that look alike or differ in marks are made equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.text.folding import fold, is_of_word


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain ASCII\t", "plain ASCII\t"),
        ("２０３１／０５：，（Ａ）", "2031/05:,(A)"),
        ("٢٠٣١ ۱۴۱۰ २०३१", "2031 1410 2031"),
        ("août", "aout"),
        ("aou\u0302t", "aout"),
        ("mayıs HAZİRAN", "mayis HAZIRAN"),
        ("أبريل", "ابريل"),
        ("مساءً", "مساء"),
        ("ارديبهشت", fold("اردیبهشت")),
        ("4\u00a0May\u30002031\u200f", "4 May 2031"),
        ("2031\u201105\u221204", "2031-05-04"),
        ("년 월 일 渡轮", "년 월 일 渡轮"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_characters_of_words() -> None:
    assert all(map(is_of_word, "aZ9éй中あ가" + "संवाददाता" + "ผู้"))
    assert not any(map(is_of_word, " .,-_’\u200b"))
    assert not is_of_word("")
