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
    assert found.lead[place(found, "monday")] == 0
    assert found.text[place(found, "driver")] == 3


def test_names_are_written_with_a_capital_letter_everywhere() -> None:
    found = Features.of(TITLE, TEXT)
    names = [
        term for term in ("selwyn", "monday", "driver", "want") if found.is_name(place(found, term))
    ]
    assert names == ["selwyn", "monday"]


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


def test_stored_features_are_those_of_this_version() -> None:
    """What else is found needs another `VERSION`, or mirrors compare what cannot be compared."""
    found = Features.of("Ferry 海燕號 runs aground", "At 9:30 the ferry ran aground near 白鷺灣.")
    assert (VERSION, hashlib.sha256(found.packed()).hexdigest()[:16]) == (5, "be2bb69c337c0feb")
