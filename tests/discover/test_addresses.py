"""Plain lists of addresses."""

from __future__ import annotations

import pytest

import malformed
from discover.pages import SOURCE, page
from mirrorpress.discover import addresses
from mirrorpress.errors import ReadError
from mirrorpress.model import Index


def read(body: str | bytes) -> Index:
    return addresses.read(page(body, url="https://ledger.example/picks.csv"), SOURCE)


@pytest.mark.parametrize(
    ("body", "entries"),
    [
        ("https://a.example/1", [("https://a.example/1", None)]),
        ("\ufeff# picks\n\nhttps://a.example/1\r\n", [("https://a.example/1", None)]),
        ("https://a.example/1,One, two", [("https://a.example/1", "One, two")]),
        ("https://a.example/1\t渡轮恢复", [("https://a.example/1", "渡轮恢复")]),
        ("https://a.example/1?a=b,c\tOne", [("https://a.example/1?a=b,c", "One")]),
        ('"https://a.example/1,2","One, ""two"""', [("https://a.example/1,2", 'One, "two"')]),
        ('https://a.example/1,"One"', [("https://a.example/1", "One")]),
        ("url,title\nhttps://a.example/1,One", [("https://a.example/1", "One")]),
        ("https://a.example/1\nhttps://a.example/1,Again", [("https://a.example/1", None)]),
        (
            "https://b.example/\nhttp://a.example/",
            [("https://b.example/", None), ("http://a.example/", None)],
        ),
        ("", []),
        ("# nothing yet\n", []),
    ],
)  # fmt: skip
def test_lists(body: str, entries: list[tuple[str, str | None]]) -> None:
    index = read(body)
    assert [(entry.url, entry.title) for entry in index.entries] == entries
    assert (index.format, index.problems) == ("urls", ())


def test_gbk_lists() -> None:
    entry = read("https://a.example/1,渡轮今日恢复航行".encode("gb18030")).entries[0]
    assert entry.title == "渡轮今日恢复航行"


def test_bad_lines_are_told_by_number() -> None:
    index = read("https://a.example/1\nnot one\njavascript:alert(1)\n/local/page")
    assert len(index.entries) == 1
    assert [problem.split(" is")[0] for problem in index.problems] == ["Line 2", "Line 3", "Line 4"]


def test_very_many_bad_lines_are_counted() -> None:
    index = read("https://a.example/1\n" + "no\n" * 1000)
    assert len(index.problems) == addresses.MAX_PROBLEMS + 1
    assert "980" in index.problems[-1]


@pytest.mark.parametrize("body", ["<html><p>hello", "no address\nnone here", b"\x00\xff\xfe\x80"])
def test_what_is_no_list_is_an_error(body: str | bytes) -> None:
    with pytest.raises(ReadError):
        read(body)


@pytest.mark.parametrize("line", [*malformed.ADDRESSES, '"https://a.example/' + "x" * 200_000])
def test_a_malformed_line_is_a_problem_and_nothing_more(line: str) -> None:
    assert [entry.url for entry in read(f"{line}\nhttps://a.example/1").entries][-1:] == [
        "https://a.example/1"
    ]
