"""group: JSON lines in, stories out, and no line that fails the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commands import batch, run
from mirrorpress.errors import RunError

REPORTS = (
    {
        "id": "a",
        "outlet": "gazette",
        "url": "https://gazette.example/a",
        "published": "2031-05-04T07:30:00+08:00",
        "title": "白鹭湾渡轮搁浅乘客获救",
        "text": "渡轮海燕号在白鹭湾灯塔附近搁浅。",
        "language": "zh-Hans",
    },
    {"id": "b", "title": "Comet found above the green hills", "published": None, "text": None},
    {
        "id": "c",
        "outlet": None,
        "url": None,
        "published": "2031-05-04T09:00:00+08:00",
        "title": "海燕號渡輪白鷺灣擱淺",
        "text": "渡輪海燕號於白鷺灣燈塔附近擱淺，乘客獲救。",
    },
    {"id": 7, "title": ""},
)


def test_articles_in_stories_out(tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_text(batch(*REPORTS), "utf-8")
    expected = {"a": "a", "b": "b", "c": "a", "7": "7"}
    for result in (
        run("group", str(tmp_path / "reports.jsonl")),
        run("group", given=batch(*REPORTS)),
        run("group", "-", given=batch(*REPORTS)),
    ):
        assert result.status == 0
        assert result.lines == [expected]
        assert list(result.lines[0]) == list(expected)


def test_events_further_apart_than_the_window_are_two(tmp_path: Path) -> None:
    later = {**REPORTS[2], "published": "2031-05-14T09:00:00+08:00"}
    assert run("group", given=batch(REPORTS[0], later)).lines == [{"a": "a", "c": "c"}]


def test_no_articles_no_stories() -> None:
    assert run("group", given="").output == b"{}\n"
    assert run("group", given="\n\n").output == b"{}\n"


def test_half_a_character_in_a_report_is_no_reason_to_stop() -> None:
    report = {"id": "a", "title": "渡轮 \ud83d", "text": "搁浅 \udf0a"}
    assert run("group", given=batch(report)).lines == [{"a": "a"}]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("{nonsense", ""),
        ("[1]", "it is no JSON object"),
        ("null", "it is no JSON object"),
        ('"text"', "it is no JSON object"),
        ('{"id": "x"}', "it has no title"),
        ('{"id": "x", "title": null}', "it has no title"),
        ('{"title": "x"}', "it has no id"),
        ('{"id": "a", "title": "x"}', "its id, a, came before"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_line_that_is_no_article_is_named_and_skipped(line: str, cause: str) -> None:
    result = run("group", given=batch(REPORTS[0], line, REPORTS[2]))
    assert result.status == 1
    assert result.lines == [{"a": "a", "c": "a"}]
    assert "line 2 is not an article with id and title, skipped: " in result.said
    assert cause in result.said


def test_near_duplicates_are_pairs() -> None:
    text = " ".join(f"word{number}stands{number * 7}here" for number in range(80))
    articles = [
        {"id": "long", "title": "A", "text": f"{text} and more of it", "published": None},
        {"id": "other", "title": "A", "text": text[::-1]},
        {"id": "short", "title": "B", "text": text},
        {"id": "nothing", "title": "A"},
    ]
    result = run("group", "--near-duplicates", given=batch(*articles))
    assert (result.status, result.lines) == (0, [[["long", "short"]]])
    assert run("group", "--near-duplicates", given="").output == b"[]\n"


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(RunError, match=r"nowhere\.jsonl cannot be read"):
        run("group", "nowhere.jsonl")
