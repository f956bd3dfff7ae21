"""What a report is compared by, and how it is stored."""

from __future__ import annotations

import hashlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.group.features import MOST_TERMS, VERSION, Features

TITLE = "Tram drivers vote"
TEXT = "Drivers in Port Selwyn voted on Monday. The drivers want Monday off, said Selwyn."


def place(features: Features, term: str) -> int:
    return features.terms.index(zlib.crc32(term.encode()))


def test_terms_of_title_and_lead_count_as_such() -> None:
    found = Features.of(TITLE, "x " * 150 + TEXT)
    assert found.lead[place(found, "tram")] == 2
    assert found.lead[place(found, "monda")] == 0
    assert found.text[place(found, "drive")] == 3


def test_names_are_written_with_a_capital_letter_everywhere() -> None:
    found = Features.of(TITLE, TEXT)
    names = [
        term for term in ("selwy", "monda", "drive", "want") if found.is_name(place(found, term))
    ]
    assert names == ["selwy", "monda"]


def test_the_first_line_is_the_title_where_there_is_none() -> None:
    assert Features.of("", f"{TITLE}\n{TEXT}").lead == Features.of(TITLE, TEXT).lead
    assert Features.of(" ", "").terms == Features.of("", "").terms


def test_a_long_text_has_a_bounded_number_of_terms() -> None:
    found = Features.of(TITLE, " ".join(f"word{number:x}z" for number in range(100_000)))
    assert len(found.terms) <= MOST_TERMS
    assert len(found.packed()) < 8_000


@given(st.text(max_size=400), st.text(max_size=400))
def test_features_there_and_back(title: str, text: str) -> None:
    found = Features.of(title, text)
    assert Features.unpacked(found.packed()) == found


@pytest.mark.parametrize(
    "data", [b"", b"abc", b"\x05\0\0\0" + b"abcd", b"\xff\xff\xff\xff" + b"a" * 12]
)
def test_damaged_features_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Features.unpacked(data)


# Reports in several scripts and of strange characters: title, text, hash of the packed features.
PACKED = {
    "two scripts": (
        "Ferry 海燕號 runs aground",
        "At 9:30 the ferry ran aground near 白鷺灣.",
        "8b8a16580a2ab924",
    ),
    "English": (TITLE, TEXT, "21945b3f63cd39c5"),
    "no title": ("", f"{TITLE}\n{TEXT}", "5a4d1476b996d625"),
    "Chinese": (
        "奧斯特雷河水位上漲",
        "布兰诺克·斯特拉说，1.14万人撤离，水深７.82米。" * 100,
        "d6dede4909c55c85",
    ),
    "Russian": (
        "Вода у Остри",
        "Марен Толвик сказала: 11 400 человек покинули Лиски в 12:30.",
        "459f3cf7f575211e",
    ),
    "Arabic": ("أوستري", "قالت مارين تولفيك إن 11400 شخص غادروا وأوستري.", "64210e3724b5dca2"),
    "French": (
        "Le fleuve d’Ostrey",
        "L’e\u0301tude du fleuve : 11.400 habitants, 31,6 °C, 1.234.567,89 €.",
        "ac76214517369941",
    ),
    "kana and hangul": (
        "フェリー 페리",
        "ｱｳﾛﾗ号が白鷺湾で座礁した。오스트레이 강 ﬁn 𝐁𝐨𝐥𝐝 😀",
        "925e4186a82316b8",
    ),
    "half pairs": (
        "half \ud83d a pair",
        "渡輪\0擱淺\udc00乘客 Sch-Tsch O’Brien",
        "a4c123b72d9c81ec",
    ),
    "two runs": ("a" * 5_000, "9" * 30_000, "4c3dd6341cef10ba"),
    "nothing": ("", "", "15ec7bf0b50732b4"),
    "many names": ("Many", " ".join(f"Brannock{at:x}z" for at in range(9_000)), "62fe3ccef87ef49d"),
    "a word on the lead's end": (
        "Gate",
        "Brannock " * 21 + "conversations ended",
        "e514a50a12ae8bb3",
    ),
}


@pytest.mark.parametrize("name", PACKED)
def test_stored_features_are_those_of_this_version(name: str) -> None:
    """What else is found needs another `VERSION`, or mirrors compare what cannot be compared."""
    title, text, expected = PACKED[name]
    packed = Features.of(title, text).packed()
    assert (VERSION, hashlib.sha256(packed).hexdigest()[:16]) == (8, expected)
