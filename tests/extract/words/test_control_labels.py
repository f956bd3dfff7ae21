"""Labels on buttons in further languages, as pages decorate them."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.control_labels import LABELS, TABLE
from mirrorpress.extract.words.controls import is_control
from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.text.tables import labels_in, rows_of

ROWS = [*rows_of(TABLE)]
KINDS = 6


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_each_language_has_every_kind_of_label(row: list[str]) -> None:
    assert len(row) == 1 + KINDS
    assert all(labels_in(column) for column in row[1:])


def test_languages_are_in_order_and_once() -> None:
    languages = [row[0] for row in ROWS]
    assert languages == sorted(set(languages))


@pytest.mark.parametrize("label", LABELS)
def test_labels(label: str) -> None:
    line = label.replace("#", "12")
    assert is_control(in_one_case(line))
    assert is_control(in_one_case(f"» {line.upper()} …"))


@pytest.mark.parametrize(
    "line",
    [
        "زمان مطالعه: ۵ دقیقه",
        "পড়ার সময়: ৪ মিনিট",
        "Skaitymo laikas: 3 min.",
        "Dibaca 1.204 kali",
        "Čas čítania: 4 minút",
        "[ Kopiraj link ]",
        "→ Következő cikk",
        "შემდეგი სტატია ›",
        "Lượt xem: 3.204",
    ],
)
def test_as_pages_print_them(line: str) -> None:
    assert is_control(in_one_case(line))


@pytest.mark.parametrize(
    "line",
    [
        "Následujúci článok ústavy sa mení takto",
        "Slušaj, rekao je ministar, i otišao iz dvorane",
        "Tisztviselők nyomtatása nélkül nem működik",
        "Сактоо жана кайра иштетүү",  # storage: a heading
        "Úvod",
        "Начало",
        "12 minuta",
        "Kirish",
    ],
)
def test_lines_of_articles(line: str) -> None:
    assert not is_control(in_one_case(line))
