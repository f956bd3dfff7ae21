from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirrorpress.compare.alignment import MOST_DIFFERENCES, align, tokens


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The ferry sank.", "The old ferry sank.",
         [("The ", "same"), ("old ", "added"), ("ferry sank.", "same")]),
        ("12 people died", "14 people died",
         [("12", "cut"), ("14", "added"), (" people died", "same")]),
        ("市长不同意方案", "市长同意方案", [("市长", "same"), ("不", "cut"), ("同意方案", "same")]),
        ("早上大雨的路上", "夜里大雪的桥上",
         [("早上大雨的路", "cut"), ("夜里大雪的桥", "added"), ("上", "same")]),
        ("same", "same", [("same", "same")]),
        ("", "new", [("new", "added")]),
    ],
)  # fmt: skip
def test_pieces(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert [(piece.text, piece.kind) for piece in align(before, after)] == expected


TEXTS = st.text(alphabet="ab 不是。1,", max_size=60)


@settings(max_examples=50)
@given(before=TEXTS, after=TEXTS, most=st.integers(0, 30))
def test_pieces_give_both_versions(before: str, after: str, most: int) -> None:
    pieces = align(before, after, most=most)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "cut") == after
    assert all(piece.text for piece in pieces)


@settings(max_examples=50)
@given(text=st.text(max_size=200))
def test_tokens_are_all_of_a_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_too_many_differences_are_one() -> None:
    before = " ".join(f"a{'b' * number}" for number in range(MOST_DIFFERENCES))
    after = before.replace("a", "c")
    assert [piece.kind for piece in align(before, after)] == ["cut", "added"]
