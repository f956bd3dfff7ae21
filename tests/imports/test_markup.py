"""What mirrors did to text and HTML, undone."""

from __future__ import annotations

import pytest

from mirrorpress.errors import ExtractError
from mirrorpress.imports import markup
from mirrorpress.imports.markup import lines_of, pieces, plain_title, with_links, without_line_ends


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", [""]),
        (b"\xef\xbb\xbfone\r\ntwo\rthree\n", ["one", "two", "three", ""]),
        ("河水上涨".encode().decode("latin-1").encode(), ["河水上涨"]),
        ("“Øre”".encode("utf-16"), ["“Øre”"]),
        ("â€œRiverâ€\x9d".encode(), ["“River”"]),  # Windows-1252
        ("Река".encode().decode("cp1252").encode(), ["Река"]),
        ("dÃ©jÃ\xa0 vu".encode(), ["déjà vu"]),
        ("河水上涨".encode().decode("latin-1").encode() + " 河".encode(), None),  # mixed: as it is
        ("CAFÉ» «Ã» São".encode(), ["CAFÉ» «Ã» São"]),
    ],
)
def test_lines_of(content: bytes, lines: list[str] | None) -> None:
    assert lines_of(content) == (lines or [content.decode()])


def test_a_page_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_BYTES", 100)
    assert lines_of(b"x" * 100) == ["x" * 100]
    with pytest.raises(ExtractError, match="101 bytes; 100 are read at most"):
        lines_of(b"x" * 101)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<ok href="/a">A</ok> b', '<a href="/a">A</a> b'),
        ('<span href="/a">A <span class="x">b</span></span> <span>c</span>',
         '<a href="/a">A <span class="x">b</span></a> <span>c</span>'),
        ('<span>c <span href="/a">A</span></span>', '<span>c <a href="/a">A</a></span>'),
        ('<a class="x" href="/a">A</span> <span>b</span>',
         '<a class="x" href="/a">A</a> <span>b</span>'),
        ('<a class="x" href="/a">A</ok>', '<a class="x" href="/a">A</a>'),
        ("a</span></ok>b", "a</span></a>b"),
        ('<SPAN HREF="/a">A</SPAN>', '<a HREF="/a">A</a>'),
        ("<okay>a</okay> <spanner>", "<okay>a</okay> <spanner>"),
    ],
)  # fmt: skip
def test_with_links(html: str, expected: str) -> None:
    assert with_links(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('河\n <a\nhref="/x">\n  水\n </a>\n <b>\n  上\n </b>\n 涨',
         '河<a\nhref="/x">水</a><b>上</b>涨'),
        ("（陈舟）\n <b>\n “河水", "（陈舟）<b>“河水"),
        ("河水 <b>上涨</b>\n\n两米", "河水 <b>上涨</b>两米"),
        ("the\n <b>\n  quay\n </b>", "the\n <b>\n  quay\n </b>"),
        ("강물\n <b>\n  상승", "강물\n <b>\n  상승"),
        ("在\n <b>\n  A7\n </b>\n 桥", "在\n <b>\n  A7\n </b>\n 桥"),
        ("河水\n</p>\n<p>\n上涨", "河水\n</p>\n<p>\n上涨"),
    ],
)  # fmt: skip
def test_without_line_ends(html: str, expected: str) -> None:
    assert without_line_ends(html) == expected


def test_pieces() -> None:
    assert pieces("<p>\n One &amp; two\n</p> three<br/>\n \n<img/>four") == [
        "One & two", "three", "four",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (r"\"Gull\" \[video\]", '"Gull" [video]'),
        (r"中国“\“囚鸟\“”", "中国““囚鸟“”"),
        ("A &amp; B  &quot;C&quot;", 'A & B "C"'),
        (r"C:\new\\x", r"C:\new\x"),
        ("", ""),
    ],
)
def test_plain_title(text: str, title: str) -> None:
    assert plain_title(text) == title
