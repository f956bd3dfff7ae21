"""Datelines: lines of names, dates and labels, and the sentences that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.fields.dateline import (
    PLAIN_SIGNS,
    is_dateline,
    is_labelled_date,
    is_line_of_fields,
    opens_report,
    without_other_fields,
)
from mirrorpress.text.folding import fold
from pace import within

NAMES = ("Ada Stone", "李安", "سامي حداد")


@pytest.mark.parametrize(
    "line",
    [
        "4 May 2031",
        "Published on 4 May 2031 at 9:30 p.m.",
        "By Ada Stone, Harbour Ledger",
        "BY ADA STONE",
        "Ada Stone · 4 May 2031",
        "4 May 2031, Lisquay",
        "Veröffentlicht am 4. Mai 2031 um 9:30 Uhr",
        "Publié le 4 mai 2031 à 9h30",
        "Опубликовано 4 мая 2031 г.",
        "نشر في 4 مايو 2031",
        "2031年5月4日 来源：李安",
        "记者 李安",
        "بقلم سامي حداد",
        "05/10/2031 - Publicado por: Clara Borba - Categoria: Saúde - Tags: fumaça porto",
        "Veröffentlicht am 4. Mai 2031 von Ada Stone in Lisquay | Kommentare deaktiviert",
        "4 May 2031 | Category: Harbour | No comments",
        "4 мая 2031 | Рубрика: Порт | Комментарии отключены",
        "By Ada Stone, Executive Editor of the Lower Lake Review of Boats and Weather",
        "Reviewed by Bo Li, MD, Editor in Chief of the Review; Contributor",
        "Medically reviewed by Bo Li, MD",
        "Fact checked by Bo Li",
    ],
)
def test_datelines(line: str) -> None:
    assert is_dateline(line, NAMES)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Harbour Ledger",
        "Published",
        "By Bo Li, Harbour Ledger",
        "On 4 May 2031 he died.",
        "Ada Stone left.",
        "Ada Stone went to the quay before the rain came",
        "On 4 May 2031 the old mayor of the town died",
        "李安说，渡轮复航了。",
        "2031年5月4日，渡轮复航。",
        "4 мая 2031 года паром вышел в море.",
        "وصل سامي حداد.",
        "Category: five hurricanes | on 4 May 2031 the storm came.",
        "4 May 2031 - the day on which the ferry stopped - Tags: fog",
        "Tags: ferry, fog - Category: Harbour",
        "By Ada Stone the quay was called a ruin, and nobody said a word.",
        "Reviewed by the council, the plan came back in May",
        "Reviewed by Bo Li in May, the plan was shelved.",
        "No comments",
        "4 May 2031 " * 19,
    ],
)
def test_sentences_and_other_lines(line: str) -> None:
    assert not is_dateline(line, NAMES)


def test_the_bounds_of_what_may_stand_beside() -> None:
    assert is_dateline("4 May 2031, " + "q" * 12, ())
    assert not is_dateline("4 May 2031, " + "q" * 13, ())
    assert is_dateline("Ada Stone, " + "q" * 25, NAMES)
    assert not is_dateline("Ada Stone, " + "q" * 26, NAMES)


@pytest.mark.parametrize("line", ["\x00", "\ud800 4 May 2031", "9" * 200, " " * 200, "(" * 200])
def test_hostile_lines_take_bounded_time(line: str) -> None:
    with within(1):
        assert isinstance(is_dateline(line, NAMES), bool)


def test_a_name_beside_a_date_leaves_room_for_words_of_any_language() -> None:
    line = "लेखक: सरोज पंवार, विशेष संवाददाता, प्रकाशित: बुध, 09 जुलाई 2031 09:15 AM"
    assert is_dateline(line, ["सरोज पंवार"])
    assert not is_dateline(line, [])


@pytest.mark.parametrize(
    "line",
    [
        "来源：港口日报 作者：王平 时间：2031-05-04 09:30 浏览：33",
        "发布日期：2031-05-04 责任编辑：王平",
        "作者:haigang 阅读(1660) 评论(5) 编辑 发表于:2031-05-04 12:30",
        "發佈時間：2031-05-04 來源：港口日報",
    ],
)
def test_lines_of_fields(line: str) -> None:
    assert is_line_of_fields(line)
    assert is_dateline(line, ())


@pytest.mark.parametrize(
    "line",
    [
        "",
        "来源：港口日报",  # one: a credit
        "来源：港口日报 作者：王平",  # neither a date nor a count
        "时间：周一上午九点，地点：老码头。作者：王平 将为读者签名，欢迎所有人前来参加。",
        "会议时间：九点 发布日期：2031-05-04 之前的规定同时废止，各单位应当执行",
    ],
)
def test_near_misses_of_a_line_of_fields(line: str) -> None:
    assert not is_line_of_fields(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Updated on 4 May 2031", True),
        ("Aktualisiert am 17.01.2031.", True),
        ("Rendez-vous, 03.01.2031, 12:30 Uhr", True),
        ("4 May 2031", False),
        ("2031年5月4日", False),
        ("The ferry left on 4 May 2031, and came back.", False),
        ("By Ada Stone", False),
    ],
)
def test_dates_with_their_labels(text: str, expected: bool) -> None:
    assert is_labelled_date(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 days ago", True),
        ("Published 20 hours ago", True),
        ("Updated: an hour ago", True),
        ("Оновлено: 3 години тому", True),
        ("3 saat önce", True),
        ("منذ ساعتين", True),
        ("12분 전", True),
        ("3 min read", True),
        ("Vor 3 Stunden", True),
        ("il y a 2 jours", True),
        ("5 часов назад", True),
        ("3小时前", True),
        ("Three boats left an hour ago", False),
        ("The ferry sank 3 years ago", False),
        ("A year ago", True),
    ],
)
def test_how_long_ago(text: str, expected: bool) -> None:
    assert is_dateline(text, ()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港務通信 3/9(木) 18:45配信", True),
        ("最終更新:3/9(木) 18:45", True),
        ("3/9（木）18:45", True),
        ("渡し船は3/9(木) 18:45に戻る。", False),
        ("会議は3/9(木) 18:45から港の会館で開かれる", False),
        ("港の古い橋を渡るための新しい市営バスの始発時刻は毎週木曜日の3/9(木) 18:45", False),
        ("A score of 3/9 at 18:45", False),
    ],
)
def test_days_without_a_year(text: str, expected: bool) -> None:
    assert is_dateline(text, ()) is expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Abgelegt unter: Hafen | 4. Mai 2031", "4. Mai 2031"),
        ("Classé dans : Port | 4 mai 2031", "4 mai 2031"),
    ],
)
def test_where_an_article_is_filed(text: str, rest: str) -> None:
    assert without_other_fields(text) == rest


@given(st.text(st.sampled_from([*PLAIN_SIGNS, *map(chr, range(128))])))
def test_plain_signs_are_left_as_they_are(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize("line", ["An hour ago", "ONE DAY AGO", "vor einer Stunde", "3 min read"])
def test_how_long_ago_needs_no_figures(line: str) -> None:
    assert is_dateline(line, ())


@pytest.mark.parametrize(
    "text",
    [
        "SPRINGHAVEN, Ill. (AP) — It was the dog that was stuck on the silo.",
        "LISQUAY — The mayor of Lisquay said on Monday that the quay is safe.",
        "PORT MARIN, 4 mai (Reuters) - Le bac reprend lundi.",
        "Lisquay (dpa) - Die Fähre fährt wieder.",
        "Lisquay (dpa/hl) – Die Fähre fährt wieder.",
        "МАРИН, 4 мая. /ТАСС/. Паром снова ходит.",
        "港务社马林5月4日电（记者李安）渡轮周一复航。",
        "（中港社記者李安馬林4日電）渡輪週一復航。",
    ],
)
def test_how_reports_open(text: str) -> None:
    assert opens_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor — and nobody else — may close the quay.",
        "NATO and the port sign a treaty, the mayor says",
        "Lisquay (population 400) - a town by the sea",
        "Seven storms — a diary",
        "KI-gestützte Fähren – ein Versuch",
        "What the mayor said, and why it matters",
        "港务社说，渡轮4日复航。",
        "",
    ],
)
def test_what_opens_no_report(text: str) -> None:
    assert not opens_report(text)
