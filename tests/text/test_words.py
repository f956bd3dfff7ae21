"""The terms of a text, across scripts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.text.words import kept_by_word, normalized, terms


def names(text: str) -> list[str]:
    return [term for term, _ in terms(normalized(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("搁浅", ["搁浅"]),
        ("渡轮搁浅", ["渡轮", "轮搁", "搁浅"]),
        ("轮", []),  # one character says little
        ("渡輪擱淺", ["渡轮", "轮搁", "搁浅"]),
        ("３１２ ABC ａｂｃ", ["312", "abc", "abc"]),
        ("40,000 volumes at 12:30", ["40000", "volum", "12:30"]),
        ("The Straße d’Or of it", ["the", "stras", "d’or"]),
        ("مذنب جديد", ["مذنب", "جديد"]),
        ("फेरी चट्टान पर चढ़ी", ["फेरी", "चट्टा", "चढ़ी"]),
        ("কলকাতায় ফেরি", ["কলকাত", "ফেরি"]),
        ("துறைமுகம் திறப்பு", ["துறைம", "திறப்"]),
        ("เรือเกยตื้น", ["เรือ", "อเก", "เกย", "ยตื้", "ตื้น"]),
        ("ท่าเรือ 312 คน", ["ท่าเรื", "เรือ", "312", "คน"]),
        ("သင်္ဘော", ["သင်ဘော"]),
        ("កំពង់ផែ", ["កំព", "ពង់", "ង់ផែ"]),
        ("གྲུ་ཁ་གསར་པ", ["གྲུཁ", "ཁགསར", "གསརཔ"]),
        ("フェリー", ["フェリー"]),
        ("… — ?!", []),
        ("渡輪\0擱淺\ud83d乘客", ["渡轮", "搁浅", "乘客"]),
    ],
)
def test_terms_of_a_text(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11,400 people", "11400"),
        ("11 400 habitants", "11400"),
        ("11.400 Menschen", "11400"),
        ("1.14万人", "11400"),
        ("１．１４萬人", "11400"),
        ("2,000万元", "20000000"),
        ("3.5 亿元", "350000000"),
        ("0.5万人", "5000"),
        ("1.23456万人", "1.23456"),  # more decimals than zeros
        ("١١٬٤٠٠ شخص", "11400"),
        ("۷٫۸۲ متر", "7.82"),
        ("၂၃၀၀ အိမ်", "2300"),
        ("११,४०० लोग", "11400"),
        ("31,6 °C", "31.6"),
        ("31.6 degrees", "31.6"),
        ("1,234,567.89", "1234567.89"),
        ("1.234.567,89", "1234567.89"),
        ("at 12:30", "12:30"),
        ("in 2031 400 left", "2031"),
    ],
)
def test_numbers_are_read_in_full(text: str, expected: str) -> None:
    assert next(name for name in names(text) if name[0].isdigit()) == expected


@pytest.mark.parametrize("text", ["1" * 20_000, "1," * 10_000, "1 111" * 4_000, "1.1" * 7_000])
def test_a_flood_of_digits_is_read(text: str) -> None:
    assert names(f"{text}万")


@pytest.mark.parametrize(
    "words", ["vote voted voting votes", "drivers driver’s driver", "closed closes close"]
)
def test_endings_of_english_words_do_not_matter(words: str) -> None:
    assert len(set(names(words))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "наводнение наводнения наводнению",  # Russian
        "evakuierte evakuierten evakuiert",  # German
        "mahkeme mahkemesi mahkemenin mahkemeye",  # Turkish
        "powodzią powodzie powodziowy",  # Polish
        "الفيضان بالفيضان للفيضان فيضان فيضانات",  # Arabic: the article, and what is before it
    ],
)
def test_endings_in_other_languages_do_not_matter(words: str) -> None:
    assert len({term for term, _ in terms(words)}) == 1


def test_short_words_keep_their_endings() -> None:
    assert names("gas bus his ring red") == ["gas", "bus", "his", "ring", "red"]


def test_a_capital_letter_is_noted() -> None:
    found = terms("Drivers of Port Selwyn met 白鹭 at 9")
    assert [term for term, is_capital in found if is_capital] == ["drive", "port", "selwy"]


def test_simplified_and_traditional_show_the_same() -> None:
    assert names("渡轮于白鹭湾搁浅，乘客获救") == names("渡輪於白鷺灣擱淺，乘客獲救")
    assert names("渡轮于白鹭湾搁浅") != names("渡轮离开白鹭湾")


@given(st.text("，：；！？（）\u3000…\u0301\u0338\uff9eａＡａ́가\u11a8 x="))
def test_the_marks_of_chinese_texts_are_normalized_like_all_else(text: str) -> None:
    assert normalized(text) == unicodedata.normalize("NFKC", text)


@given(st.text(st.characters()))
def test_no_text_is_too_strange(text: str) -> None:
    assert names(text) == names(text)


def test_what_is_found_for_a_word_is_kept_and_not_for_a_flood() -> None:
    asked = []

    @kept_by_word
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    flood = "a" * 100_000
    assert [length(word) for word in ("tram", "tram", flood, flood)] == [4, 4, 100_000, 100_000]
    assert asked == ["tram", flood, flood]
