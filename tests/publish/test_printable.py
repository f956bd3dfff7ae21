import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.publish.printable import MAX_TEXT, escaped, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Harbour 港口 ميناء", "Harbour 港口 ميناء"),
        ("a\nb\r\x1b[2J\x9b", "a\\nb\\r\\x1b[2J\\x9b"),
        ("\u202e\u2066\u200f\u061c\ufeff", "\\u202e\\u2066\\u200f\\u061c\\ufeff"),
        ("\u2028\u2029\x85", "\\u2028\\u2029\\x85"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_is_not_visible_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == printable(text) == shown


@given(st.text(max_size=50))
def test_a_line_stays_a_line(text: str) -> None:
    shown = printable(text * 100)
    assert shown.isprintable()
    assert len(shown) <= MAX_TEXT + 20
    assert escaped(escaped(text)) == escaped(text)


def test_what_was_cut_is_said() -> None:
    assert printable("x" * 9, 5) == "xxxxx… (4 more)"
    assert printable("x" * 9, 9) == "x" * 9
