"""Bytes become characters in one order for feeds and pages; wrong declarations are overruled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.text.encodings import codec_of, decode, read_again

FEED = "<rss><title>港口报：é 渡轮恢复</title></rss>"
CHINESE_FEED = "<rss><title>渡轮今日恢复航行，港务局说</title></rss>"
FRENCH_FEED = "<rss><title>L’été revient à l’estran</title></rss>"

CHINESE = "渡口的老船工把灯挂在桅杆上，等最后一班客人。第二天清晨，镇上的人都来送行。"
JAPANESE = "港の灯台守は、毎晩同じ時刻に鐘を鳴らします。町の人はその音で戸を閉めます。"
KOREAN = (
    "항구의 등대지기는 매일 밤 같은 시각에 종을 울린다. 마을 사람들은 그 소리를 듣고 문을 닫는다."
)
FRENCH = "Le phare de l’île a été rallumé à l’aube, après un été très agité."
RUSSIAN = "Смотритель маяка каждую ночь звонит в колокол, и город закрывает ставни."


def xml(encoding: str, text: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>{text}'


@pytest.mark.parametrize(
    ("body", "charset", "expected"),
    [
        (FEED.encode(), None, FEED),
        (FEED.encode("utf-8-sig"), None, FEED),
        (FEED.encode("utf-8-sig"), "gb2312", FEED),
        (FEED.encode("utf-16"), None, FEED),
        (FEED.encode("utf-16"), "utf-8", FEED),
        (FEED.encode("utf-16-le"), None, FEED),
        (FEED.encode("utf-16-be"), None, FEED),
        (FEED.encode("utf-32"), None, FEED),
        (FEED.encode("utf-32-le"), None, FEED),
        (FEED.encode("utf-32-be"), None, FEED),
        ("{}".encode("utf-16-le"), "utf-16", "{}"),
        (xml("cp037", "<t>quay</t>").encode("cp037"), None, xml("cp037", "<t>quay</t>")),
        (CHINESE_FEED.encode("gb18030"), "gb2312", CHINESE_FEED),
        (CHINESE_FEED.encode("gb18030"), None, CHINESE_FEED),
        (CHINESE_FEED.encode("gb18030"), "utf-8", CHINESE_FEED),
        (CHINESE_FEED.encode("gb18030"), "x-unknown", CHINESE_FEED),
        (xml("gb2312", CHINESE_FEED).encode("gb18030"), None, xml("gb2312", CHINESE_FEED)),
        (xml("gbk", CHINESE_FEED).encode(), None, xml("gbk", CHINESE_FEED)),
        (xml("utf-8", CHINESE_FEED).encode("gb18030"), None, xml("utf-8", CHINESE_FEED)),
        (xml("utf-16", FEED).encode(), None, xml("utf-16", FEED)),
        (FEED.encode(), "utf-16", FEED),
        (b"<rss><title>quay</title></rss>", "utf-16", "<rss><title>quay</title></rss>"),
        (FRENCH_FEED.encode("cp1252"), "iso-8859-1", FRENCH_FEED),
        (xml("iso-8859-1", FRENCH_FEED).encode("cp1252"), None, xml("iso-8859-1", FRENCH_FEED)),
        (FRENCH_FEED.encode(), "iso-8859-1", FRENCH_FEED),
        (xml("iso-8859-1", FRENCH_FEED).encode(), None, xml("iso-8859-1", FRENCH_FEED)),
        (FRENCH_FEED.encode(), "us-ascii", FRENCH_FEED),
        ("<t>渡輪恢復</t>".encode("big5"), "big5", "<t>渡輪恢復</t>"),
        ("<t>배가 다시</t>".encode("euc-kr"), "euc-kr", "<t>배가 다시</t>"),
        ("<t>船が戻る</t>".encode("shift_jis"), "Shift_JIS", "<t>船が戻る</t>"),
        ("<t>عاد المركب</t>".encode("cp1256"), "windows-1256", "<t>عاد المركب</t>"),
        (b"", None, ""),
    ],
)
def test_decode(body: bytes, charset: str | None, expected: str) -> None:
    assert decode(body, charset).text == expected


@pytest.mark.parametrize(
    ("encoding", "label", "text"),
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
def test_declared(encoding: str, label: str, text: str, place: str) -> None:
    head = {
        "http": "",
        "meta": f'<meta charset="{label}">',
        "http-equiv": f'<meta http-equiv=Content-Type content="text/html; charset={label}">',
        "xml": f'<?xml version="1.0" encoding="{label}"?>',
    }[place]
    page = f"{head}<p>{text}</p>"
    decoded = decode(page.encode(encoding), label if place == "http" else None)
    assert decoded.text == page
    assert decoded.problem is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_marks_and_wide_characters(encoding: str) -> None:
    page = f"<!doctype html><p>{CHINESE}</p>"
    assert decode(page.encode(encoding)).text == page


@pytest.mark.parametrize(
    ("encoding", "declared", "text"),
    [
        ("utf-8", "iso-8859-1", FRENCH),
        ("utf-8", "gb2312", CHINESE),
        ("gb18030", "utf-8", CHINESE),
        ("utf-8", "utf-16", FRENCH),
        ("utf-8", "no-such-label", FRENCH),
    ],
)
def test_wrong_declarations(encoding: str, declared: str, text: str) -> None:
    page = f'<meta charset="{declared}"><p>{text * 5}</p>'.encode(encoding)
    assert text in decode(page).text


def test_the_header_counts_before_the_declaration_inside() -> None:
    page = f'<meta charset="windows-1251"><p>{FRENCH}</p>'
    assert decode(page.encode("cp1252"), "iso-8859-1").text == page


LATIN_1 = '<?xml version="1.0" encoding="iso-8859-1"?>'
CYRILLIC = '<meta charset="windows-1251">'


@pytest.mark.parametrize(
    ("document", "encoding"),
    [
        (f"{LATIN_1}<html>{CYRILLIC}{RUSSIAN}", "cp1251"),
        (f"{LATIN_1}<!DOCTYPE  html>{CYRILLIC}{RUSSIAN}", "cp1251"),
        (f"{LATIN_1}<rss><t>{CYRILLIC}{FRENCH}</t></rss>", "cp1252"),
    ],
)
def test_of_two_declarations_the_one_of_the_kind_of_document_counts(
    document: str, encoding: str
) -> None:
    assert decode(document.encode(encoding)).text == document


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp1252"])
def test_a_wrong_declaration_of_utf_8_is_overruled_by_statistics(encoding: str) -> None:
    text = (FRENCH if encoding == "cp1252" else RUSSIAN) * 3
    assert decode(text.encode(encoding), "utf-8").text == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Un café".encode("cp1252"), "Un café"),
        ("渡轮今日恢复航行".encode("gb18030"), "渡轮今日恢复航行"),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        (KOREAN.encode("cp949"), KOREAN),
        (JAPANESE.encode("cp932"), JAPANESE),
        ((CHINESE * 5).encode("gb18030")[:-1], (CHINESE * 5)[:-1] + "\ufffd"),
        ((CHINESE * 5).encode()[:-1], (CHINESE * 5)[:-1] + "\ufffd"),
    ],
)
def test_what_is_not_declared_is_read_by_its_content(content: bytes, text: str) -> None:
    assert decode(content).text == text


def test_a_document_cut_within_a_character_keeps_its_encoding() -> None:
    body = xml("utf-8", CHINESE * 5).encode()[:-1]
    assert decode(body).text == xml("utf-8", CHINESE * 5)[:-1] + "\ufffd"
    assert decode(body.removeprefix(xml("utf-8", "").encode())).encoding == "utf-8"


def test_one_damaged_byte_does_not_change_the_encoding() -> None:
    page = f'<meta charset="utf-8"><p>{CHINESE * 20}'.encode() + b"\xff</p>"
    decoded = decode(page)
    assert CHINESE in decoded.text
    assert decoded.encoding == "utf-8"
    assert decoded.problem


def test_what_cannot_be_read_is_marked_and_told() -> None:
    decoded = decode(xml("utf-8", "ok").encode() + b"\xff\xff", None)
    assert decoded.text.startswith("<?xml")
    assert "\ufffd" in decoded.text
    assert decoded.problem


def test_a_wrong_declaration_is_told() -> None:
    assert decode(CHINESE_FEED.encode("gb18030"), "utf-8").problem
    assert decode(CHINESE_FEED.encode(), "utf-8").problem is None
    assert decode(FRENCH_FEED.encode(), "iso-8859-1").problem is None


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
        ("zip", None),
        ("hex", None),
        ("base64", None),
        ("no such", None),
        ("a\x00b", None),
        ("é", None),
        ("", None),
        (None, None),
    ],
)
def test_labels(label: str | None, expected: str | None) -> None:
    assert codec_of(label) == expected


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH_FEED, "utf-8"),
        (CHINESE_FEED, "utf-8"),
        (CHINESE_FEED * 20, "gb18030"),
        ("<title>" + "도선이 다시 운항한다. " * 20, "euc_kr"),
    ],
)
def test_what_was_read_as_latin_1_is_read_again(text: str, encoding: str) -> None:
    assert read_again(text.encode(encoding).decode("latin-1")) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain ferry",
        FRENCH_FEED,
        CHINESE_FEED,
        "Überfahrt über Nacht: Fähre fährt täglich. " * 30,
        "Straße ÄÖ ÜÄ " * 30,
        "Le bac à vapeur, déjà né à l’été " * 30,
        "\xc3\xa9",  # two characters prove nothing
        "港口" + "\xc3\xa9" * 100,
    ],
)
def test_what_was_read_right_stays(text: str) -> None:
    assert read_again(text) == text


@given(st.text(st.characters(max_codepoint=255), max_size=200))
def test_no_characters_raise(text: str) -> None:
    read_again(text)


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_no_bytes_raise(content: bytes, charset: str | None) -> None:
    decode(content, charset)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_utf_8_there_and_back(text: str) -> None:
    assert decode(f"<t>{text}</t>".encode()).text == f"<t>{text}</t>"
