"""Tables of words: rows that go on in further lines, columns and labels."""

from __future__ import annotations

import re

from mirrorpress.text.tables import (
    all_labels,
    any_of,
    folded,
    folded_labels,
    labels_in,
    primary_of,
    rows_of,
)


def test_rows_and_labels() -> None:
    table = """
hu | írta; szerző: | közzétéve;
   megjelent | frissítve
zh | | 发布 |
"""
    assert rows_of(table) == [
        ["hu", "írta; szerző:", "közzétéve; megjelent", "frissítve"],
        ["zh", "", "发布", ""],
    ]
    assert labels_in(" írta;  szerző: ;") == ["írta", "szerző:"]
    assert labels_in("") == []


def test_labels_of_all_columns() -> None:
    assert all_labels("fr | à; dès | Hier\nzh | | 今天") == ["à", "dès", "Hier", "今天"]


def test_labels_without_case_and_marks() -> None:
    assert folded("Aujourd’hui À") == "aujourd'hui a"
    assert folded_labels("À; a; Dès") == {"a", "des"}


def test_a_pattern_of_many_texts() -> None:
    pattern = re.compile(any_of(["by", "by-line", "a.b", "von"]))
    assert [pattern.match(text) and pattern.match(text)[0] for text in ("by-lines", "bys")] == [
        "by-line",
        "by",
    ]
    assert pattern.fullmatch("a.b")
    assert not pattern.match("axb")
    assert any_of([]) == ""


def test_languages_of_tags() -> None:
    tags = ("pt-BR", "no", "NN_no", "iw", "zh-Hant-HK", None, "")
    assert [*map(primary_of, tags)] == ["pt", "nb", "nb", "he", "zh", "", ""]
