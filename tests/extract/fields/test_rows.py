"""What stands in a short box or line, piece by piece."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.rows import LONGEST_ROW, is_apart, name_in, pieces_of
from trees import first, tree_of


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("4 May 2031 | Anna Kern | 3 comments", ["4 May 2031", "Anna Kern", "3 comments"]),
        ("Anna Kern · <b>Ports</b><br>4 May 2031", ["Anna Kern", "Ports", "4 May 2031"]),
        ("Anna Kern, 4 May 2031, 10:15", ["Anna Kern", "4 May 2031, 10:15"]),
        ("4 May 2031 - 10:15 Anna Kern", ["4 May 2031 - 10:15", "Anna Kern"]),
        ("4 May 2031 - Anna Kern", ["4 May 2031", "Anna Kern"]),
        ("Posted on 4 May 2031 by akern", ["Posted on 4 May 2031", "by akern"]),
        ("4 May 2031 by <a href=/k>Anna Kern</a>", ["4 May 2031", "by", "Anna Kern"]),
        ("Anna-Lena Kern // Ports", ["Anna-Lena Kern", "Ports"]),
        ("Route 66, closed again", ["Route 66, closed again"]),
        (" | | ", []),
        ("x | " * 20, []),
        ("x" * (LONGEST_ROW + 1), []),
    ],
)
def test_pieces(markup: str, pieces: list[str]) -> None:
    assert pieces_of(first(tree_of(f"<div>{markup}</div>"), "div")) == pieces


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("Anna Kern", "Anna Kern"),
        ("Author Anna Kern", "Anna Kern"),
        ("Anna", ""),
        ("Anna Kern says", ""),
        ("Deputy Editor", ""),
        ("Last Updated", ""),
        ("李安 王平", ""),
        ("", ""),
    ],
)
def test_name_in_a_piece(part: str, name: str) -> None:
    assert name_in(part) == name


@pytest.mark.parametrize(
    ("hint", "apart"),
    [("class=post-meta", False), ("class=article-info", False), ("class=sidebar", True),
     ("role=navigation", True), ("", False)],
)  # fmt: skip
def test_boxes_that_are_left_out_may_be_those_below_a_headline(hint: str, apart: bool) -> None:
    page = tree_of(f"<section {hint}><div>Anna Kern | 4 May 2031</div></section>")
    assert is_apart(first(page, "div")) is apart
