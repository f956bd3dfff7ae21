"""What two reports of one event have in common, across scripts."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.group.features import TEXT, VERSION, Features, features, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("搁浅", {"搁浅"}),
        ("渡轮搁浅", {"渡轮", "轮搁", "搁浅"}),
        ("轮", set()),  # one character says little
        ("渡輪擱淺", {"渡轮", "轮搁", "搁浅"}),
        ("３１２ ABC ａｂｃ", {"312", "abc"}),
        ("40,000 volumes at 12:30", {"40000", "12:30", "volumes"}),
        ("The Straße d’Or of it", {"the", "strasse", "d’or"}),
        ("مذنب جديد", {"مذنب", "جديد"}),
        ("フェリー", {"フェリー"}),
        ("… — ?!", set()),
        ("渡輪\0擱淺\ud83d乘客", {"渡轮", "搁浅", "乘客"}),
    ],
)
def test_features_of_a_text(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_simplified_and_traditional_show_the_same() -> None:
    assert features("渡轮于白鹭湾搁浅，乘客获救") == features("渡輪於白鷺灣擱淺，乘客獲救")
    assert features("渡轮于白鹭湾搁浅") != features("渡轮离开白鹭湾")


@given(st.text(st.characters()))
def test_no_text_is_too_strange(text: str) -> None:
    assert len(features(text)) <= len(names(text))
    assert features(text) == features(text)


@given(st.text(max_size=400), st.text(max_size=400))
def test_features_there_and_back(title: str, text: str) -> None:
    found = Features.of(title, text)
    assert set(found.title) == features(title)
    assert set(found.text) == features(text[:TEXT]) - features(title)
    assert Features.unpacked(found.packed()) == found


@pytest.mark.parametrize("data", [b"", b"abc", b"\x05\0\0\0" + b"abcd"])
def test_damaged_features_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Features.unpacked(data)


def test_stored_features_are_those_of_this_version() -> None:
    """What else is found needs another `VERSION`, or mirrors compare what cannot be compared."""
    found = Features.of("Ferry 海燕號 runs aground", "At 9:30 the ferry ran aground near 白鷺灣.")
    assert (VERSION, hashlib.sha256(found.packed()).hexdigest()[:16]) == (1, "2db20754e3a9f84c")
