"""Bytes of feeds to characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.charsets import codec
from mirrorpress.discover.encoding import decode

TEXT = "<rss><title>港口报：é 渡轮恢复</title></rss>"
CHINESE = "<rss><title>渡轮今日恢复航行，港务局说</title></rss>"
FRENCH = "<rss><title>L’été revient à l’estran</title></rss>"


def declared(encoding: str, text: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>{text}'


@pytest.mark.parametrize(
    ("body", "charset", "expected"),
    [
        (TEXT.encode(), None, TEXT),
        (TEXT.encode("utf-8-sig"), None, TEXT),
        (TEXT.encode("utf-8-sig"), "gb2312", TEXT),
        (TEXT.encode("utf-16"), None, TEXT),
        (TEXT.encode("utf-16"), "utf-8", TEXT),
        (TEXT.encode("utf-16-le"), None, TEXT),
        (TEXT.encode("utf-16-be"), None, TEXT),
        (TEXT.encode("utf-32"), None, TEXT),
        (TEXT.encode("utf-32-be"), None, TEXT),
        (CHINESE.encode("gb18030"), "gb2312", CHINESE),
        (CHINESE.encode("gb18030"), None, CHINESE),
        (CHINESE.encode("gb18030"), "utf-8", CHINESE),
        (CHINESE.encode("gb18030"), "x-unknown", CHINESE),
        (declared("gb2312", CHINESE).encode("gb18030"), None, declared("gb2312", CHINESE)),
        (declared("gbk", CHINESE).encode(), None, declared("gbk", CHINESE)),
        (declared("utf-8", CHINESE).encode("gb18030"), None, declared("utf-8", CHINESE)),
        (declared("utf-16", TEXT).encode(), None, declared("utf-16", TEXT)),
        (FRENCH.encode("cp1252"), "iso-8859-1", FRENCH),
        (declared("iso-8859-1", FRENCH).encode("cp1252"), None, declared("iso-8859-1", FRENCH)),
        (FRENCH.encode(), "iso-8859-1", FRENCH),
        (declared("iso-8859-1", FRENCH).encode(), None, declared("iso-8859-1", FRENCH)),
        (FRENCH.encode(), "us-ascii", FRENCH),
        ("<t>渡輪恢復</t>".encode("big5"), "big5", "<t>渡輪恢復</t>"),
        ("<t>배가 다시</t>".encode("euc-kr"), "euc-kr", "<t>배가 다시</t>"),
        ("<t>船が戻る</t>".encode("shift_jis"), "Shift_JIS", "<t>船が戻る</t>"),
        ("<t>عاد المركب</t>".encode("cp1256"), "windows-1256", "<t>عاد المركب</t>"),
        (b"", None, ""),
    ],
)
def test_decode(body: bytes, charset: str | None, expected: str) -> None:
    assert decode(body, charset).text == expected


def test_what_cannot_be_read_is_marked_and_told() -> None:
    decoded = decode(declared("utf-8", "ok").encode() + b"\xff\xff", None)
    assert decoded.text.startswith("<?xml")
    assert "\ufffd" in decoded.text
    assert decoded.problem


def test_a_wrong_declaration_is_told() -> None:
    assert decode(CHINESE.encode("gb18030"), "utf-8").problem
    assert decode(CHINESE.encode(), "utf-8").problem is None
    assert decode(FRENCH.encode(), "iso-8859-1").problem is None


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("GB2312", "gb18030"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("utf8", "utf-8"),
        ("'utf-8'", "utf-8"),
        ("punycode", None),
        ("idna", None),
        ("unicode_escape", None),
        ("utf-7", None),
        ("rot13", None),
        ("zlib", None),
        ("base64", None),
        ("no such", None),
        ("a\x00b", None),
        ("é", None),
        ("", None),
        (None, None),
    ],
)
def test_codec(label: str | None, expected: str | None) -> None:
    assert codec(label) == expected


@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
def test_no_bytes_raise(body: bytes, charset: str | None) -> None:
    decode(body, charset)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_utf_8_there_and_back(text: str) -> None:
    body = f"<t>{text}</t>".encode()
    assert decode(body, None).text == f"<t>{text}</t>"
