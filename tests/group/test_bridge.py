"""Figures and names have one code in every language and script."""

from __future__ import annotations

import pytest

from mirrorpress.group.bridge import FEWEST_CONSONANTS, MOST_CODES, codes, is_figure
from mirrorpress.text.words import normalized


def names(text: str) -> set[str]:
    return {code for code in codes(normalized(text)) if not is_figure(code)}


def figures(text: str) -> set[str]:
    return {code for code in codes(normalized(text)) if is_figure(code)}


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        (
            "STL",
            ["The river at Ostrey", "У Остри поднялась вода", "عند أوستري", "河水漫到奥斯特雷"],
        ),
        ("PLNK", ["the Brannock dam", "на плотине Браннок", "布兰诺克大坝", "布蘭諾克大壩"]),
        ("TLFK", ["said Maren Tolvik", "Марен Толвик", "مارين تولفيك"]),
        ("LSK", ["from Lisquay", "из Лиски приехал", "利斯奎的居民"]),
        ("SLNSK", ["President Zelenski spoke", "总统泽连斯基说", "президент Зеленский"]),
    ],
)
def test_a_name_has_one_code_however_it_is_written(code: str, texts: list[str]) -> None:
    for text in texts:
        assert code in {one[: len(code)] for one in names(text)}, text


@pytest.mark.parametrize(
    "text",
    [
        *("11,400 people", "1.14万人", "11 400 habitants", "11.400 Menschen", "11400 شخص"),
        *("١١٬٤٠٠ شخص", "۱۱٬۴۰۰ نفر", "११,४०० लोग"),
    ],
)
def test_a_figure_has_one_code_however_it_is_written(text: str) -> None:
    assert figures(text) == {"11400"}


def test_decimals_have_a_point_and_small_counts_years_and_times_no_code() -> None:
    assert figures("7,82 m; 7.82米") == {"7.82"}
    assert figures("on 12 May 2026 at 4:10, 3 of 5 gates, 31 days, 1999") == set()
    assert figures("32 ships, 148毫米") == {"32", "148"}


def test_round_figures_have_no_code_unless_they_are_large() -> None:
    assert figures("50 trams, 100 homes, 3,000 people, 40,000 books, 2,300 houses") == {
        "40000",
        "2300",
    }


def test_common_words_and_short_names_have_no_code() -> None:
    assert names("The gate was stuck. Gate three of the dam. We left.") == set()
    assert names("Rio and Oslo") == set()
    assert all(len(one) >= FEWEST_CONSONANTS for one in names("Anna Berg met Carlo Dupont in Ulm"))
    assert names("今天天气晴朗，市民出门散步。") == set()


def test_codes_are_bounded() -> None:
    many = " ".join(f"Brannock{chr(97 + at % 26)}b {at * 1000}" for at in range(900))
    assert len(codes(many)) == MOST_CODES
    assert len(codes("斯特拉" * 50_000)) <= MOST_CODES
    assert codes("") == []
