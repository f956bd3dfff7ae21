"""Names of layout `archive`: they sort newest first, and every file system takes them."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.render.archive_names import FIRST, count_of, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("River rises two metres", "1048575_River-rises-two-metres.md"),
        ("云津河一夜上涨两米，三千人转移", "1048575_云津河一夜上涨两米-三千人转移.md"),
        ("می‌خواهم بروم", "1048575_میخواهم-بروم.md"),
        ("पुल टूटा: क्या हुआ?", "1048575_पुल-टूटा-क्या-हुआ.md"),
        ("À l’aube", "1048575_À-l-aube.md"),
        ('a<b>c:d"e/f\\g|h?i*j', "1048575_a-b-c-d-e-f-g-h-i-j.md"),
        ("../../etc/passwd", "1048575_etc-passwd.md"),
        ("Budget 2.5%", "1048575_Budget-2.5.md"),
        ("snake_case", "1048575_snake-case.md"),
        ("…", "1048575.md"),
        ("", "1048575.md"),
    ],
)
def test_a_name_has_the_words_of_the_title(title: str, name: str) -> None:
    assert file_name(title, 1) == name


@given(st.text(max_size=300), st.integers(1, FIRST + 1))
def test_every_file_system_takes_a_name(title: str, number: int) -> None:
    name = file_name(title, number)
    assert len(name.encode("utf-8")) <= 100
    assert re.fullmatch(r"\d{7}(_.+)?\.md", name, re.DOTALL)
    assert not set(name) & set('<>:"/\\|?*#%& ')
    assert all(unicodedata.category(one)[0] in "LMN" or one in "_-." for one in name)
    assert unicodedata.normalize("NFC", name) == name


def test_names_sort_the_newest_first() -> None:
    numbers = [1, 2, 10, 48_576, 48_577, 1_000_000, FIRST + 1]
    names = [file_name(f"Report {number}", number) for number in numbers]
    assert sorted(names) == names[::-1]


@pytest.mark.parametrize("number", [0, FIRST + 2])
def test_a_number_that_is_used_up_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="at most 1048576 articles"):
        file_name("Report", number)


@given(st.integers(1, FIRST + 1))
def test_the_count_of_a_number_is_the_number_of_a_count(count: int) -> None:
    assert count_of(int(file_name("", count).removesuffix(".md"))) == count


@pytest.mark.parametrize("number", [-1, FIRST + 1])
def test_a_number_of_no_article_has_no_count(number: int) -> None:
    with pytest.raises(ValueError, match="is not one of the numbers"):
        count_of(number)
