"""Layout `archive`: names that sort newest first and that every file system takes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import ListPage
from mirrorpress.render.archive import FIRST, FRONT, NEWEST, Archive, file_name, outlet
from render import samples

ARCHIVE = Archive()


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


def test_an_article_opens_with_its_time_and_its_linked_title() -> None:
    (output,) = ARCHIVE.article(samples.at(ARCHIVE, samples.PAGES[0]), samples.SITE_DATA)
    assert output.content is not None
    page = output.content.decode("utf-8")
    milliseconds = round(samples.PAGES[0].revision.published.timestamp() * 1000)
    assert page.startswith(f"<!--{milliseconds}-->\n")
    assert f"\n# [{samples.ZH.title}]({samples.ZH.url})\n" in page
    assert "2026-03-04 07:20 (UTC+08:00)" in page


def test_a_source_shows_its_newest_and_the_months_behind_which_all_are() -> None:
    shown = outlet("yuanshan")
    assert (shown.limit, shown.page_size, shown.parts) == (NEWEST, NEWEST, "month")
    page = next(one for one in samples.lists_in(ARCHIVE) if one.article_list == shown)
    (output,) = ARCHIVE.list_page(samples.at(ARCHIVE, page), samples.SITE_DATA)
    assert output.path == "lists/yuanshan.md"
    assert output.content is not None
    lines = output.content.decode("utf-8").splitlines()
    short = [line for line in lines if re.match(r"- \d+-\d+ \[", line)]
    assert [line.split(" [")[0] for line in short] == ["- 3-4", "- 2-27"]
    assert "- [2026-03](yuanshan/2026-03.md) · 1 篇" in lines


def test_a_line_says_that_the_outlet_took_the_article_down() -> None:
    gone = replace(samples.EN, withdrawn=samples.EN.published)
    page = ListPage(article_list=outlet("harbour-ledger"), summaries=(gone,))
    (output,) = ARCHIVE.list_page(samples.at(ARCHIVE, page), samples.in_words_of("en"))
    assert output.content is not None
    assert "· *taken down by the outlet*" in output.content.decode("utf-8")


def test_a_mirror_without_articles_says_so() -> None:
    (output,) = ARCHIVE.list_page(ListPage(article_list=FRONT), samples.in_words_of("en"))
    assert output.content is not None
    assert (output.path, b"Nothing here yet." in output.content) == ("README.md", True)
