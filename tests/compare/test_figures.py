from __future__ import annotations

import pytest

from mirrorpress.compare.figures import LONGEST_SHOWN, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("约1.14万名观众", [("11400", "1.14万名")]),
        ("saw 11,400 people", [("11400", "11,400 people")]),
        ("11 400 people", [("11400", "11 400 people")]),
        ("rose 5% or 5 per cent", [("5%", "5%"), ("5%", "5 per cent")]),
        ("下降５％，", [("5%", "５％")]),
        ("cost $1.5 million in all", [("1500000", "$1.5 million")]),
        ("投资3.2亿美元", [("320000000", "3.2亿美元")]),
        ("walked 5km and 3.5 km", [("5", "5km"), ("3.5", "3.5 km")]),
        ("It held 12. The mayor left.", [("12", "12")]),
        ("2000人到场", [("2000", "2000人")]),
        ("三十人受伤，两千万元", [("30", "三十人"), ("20000000", "两千万元")]),
        ("三萬兩千人", [("32000", "三萬兩千人")]),
        ("１２人受伤", [("12", "１２人")]),
        ("3,5 Prozent", [("3.5%", "3,5 Prozent")]),
        ("0.125 mm", [("0.125", "0.125 mm")]),
    ],
)
def test_figures(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(figure.value, figure.shown) for figure in figures(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 12 May 2031", "May 12, 2031", "12 de mayo", "am 3. Oktober", "2031年5月4日下午3时20分",
        "at 10:32", "at 10.30am", "at 5 p.m.", "um 14 Uhr", "in 2031", "since 1998", "won 3-1",
        "3比1", "10–12 people", "COVID-19", "G20", "the 5th", "in the 90s", "第5条", "第三人",
        "Article 5", "No. 7", "call +49 30 1234", "555-1234", "case 12345678", "version 1.2.3",
        "https://ferry.example.org/300/ships", "see www.example.org/5", "mail a12@example.org",
        "agent 007", "一名男子", "数十人", "二三十人", "十几人", "千万不要", "三人帮", "周三人多",
        "2个百分点", "1. first", "2、第二", "3亿5000", "1" * 40,
    ],
)  # fmt: skip
def test_dates_names_and_addresses_are_no_figures(text: str) -> None:
    assert [figure.shown for figure in figures(text)] == []


def test_a_figure_is_where_it_is_written() -> None:
    text = "https://x.example/1 The $40 ticket, 三十人, 7,000 incomprehensiblelongwords"
    for figure in figures(text):
        assert text[figure.at :].startswith(figure.shown)
        assert len(figure.shown) <= LONGEST_SHOWN
    assert [figure.value for figure in figures(text)] == ["40", "30", "7000"]


@pytest.mark.parametrize("text", ["1" * 200_000, "1," * 50_000, "一" * 200_000, "1 111" * 20_000])
def test_hostile_numbers_are_bounded(text: str) -> None:
    assert len(figures(text)) <= 1000


def test_figures_are_bounded() -> None:
    assert len(figures("12 boats, " * 5000)) == 1000
