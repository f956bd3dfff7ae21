"""Bytes become text in the order browsers decide, and wrong declarations are overruled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.charsets import codec as codec_of
from mirrorpress.extract.decode import decode

CHINESE = "渡口的老船工把灯挂在桅杆上，等最后一班客人。第二天清晨，镇上的人都来送行。"
JAPANESE = "港の灯台守は、毎晩同じ時刻に鐘を鳴らします。町の人はその音で戸を閉めます。"
KOREAN = (
    "항구의 등대지기는 매일 밤 같은 시각에 종을 울린다. 마을 사람들은 그 소리를 듣고 문을 닫는다."
)
FRENCH = "Le phare de l’île a été rallumé à l’aube, après un été très agité."
RUSSIAN = "Смотритель маяка каждую ночь звонит в колокол, и город закрывает ставни."


@pytest.mark.parametrize(
    ("codec", "label", "text"),
    [
        ("utf-8", "utf-8", CHINESE),
        ("gb18030", "gb2312", CHINESE),
        ("gb18030", "GBK", CHINESE),
        ("big5", "big5", "渡口的老船工把燈掛在桅杆上，等最後一班客人。"),
        ("cp932", "shift_jis", JAPANESE),
        ("euc-jp", "euc-jp", JAPANESE),
        ("cp949", "euc-kr", KOREAN),
        ("cp1252", "iso-8859-1", FRENCH),
        ("cp1251", "windows-1251", RUSSIAN),
        ("koi8-r", "koi8-r", RUSSIAN),
    ],
)
@pytest.mark.parametrize("place", ["http", "meta", "http-equiv", "xml"])
def test_declared(codec: str, label: str, text: str, place: str) -> None:
    head = {
        "http": "",
        "meta": f'<meta charset="{label}">',
        "http-equiv": f'<meta http-equiv=Content-Type content="text/html; charset={label}">',
        "xml": f'<?xml version="1.0" encoding="{label}"?>',
    }[place]
    page = f"{head}<p>{text}</p>"
    assert text in decode(page.encode(codec), label if place == "http" else None)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_marks_and_wide_characters(codec: str) -> None:
    page = f"<!doctype html><p>{CHINESE}</p>"
    assert decode(page.encode(codec)) == page


@pytest.mark.parametrize(
    ("codec", "declared", "text"),
    [
        ("utf-8", "iso-8859-1", FRENCH),
        ("utf-8", "gb2312", CHINESE),
        ("gb18030", "utf-8", CHINESE),
        ("utf-8", "utf-16", FRENCH),
        ("utf-8", "no-such-label", FRENCH),
    ],
)
def test_wrong_declarations(codec: str, declared: str, text: str) -> None:
    page = f'<meta charset="{declared}"><p>{text * 5}</p>'.encode(codec)
    assert text in decode(page)


def test_one_damaged_byte_does_not_change_the_encoding() -> None:
    page = f'<meta charset="utf-8"><p>{CHINESE * 20}'.encode() + b"\xff</p>"
    assert CHINESE in decode(page)


@pytest.mark.parametrize("label", ["idna", "punycode", "hex", "rot13", "", None, "zip"])
def test_labels_that_are_no_encodings(label: str | None) -> None:
    assert codec_of(label) is None


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_any_bytes_become_text(content: bytes, charset: str | None) -> None:
    assert isinstance(decode(content, charset), str)
