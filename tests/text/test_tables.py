"""Tables of words: rows that go on in further lines, columns and labels."""

from __future__ import annotations

from mirrorpress.text.tables import labels_in, rows_of


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
