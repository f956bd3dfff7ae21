"""Languages: declarations are believed where the letters allow it; the letters decide the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.fields.language import language_of, normal_tag, script_of
from tsv import rows

EN = "The night ferry to Marrin sails again from Monday, the port said. Every boat has a pilot."
FR = (
    "Le bac de nuit vers Marrin reprend lundi, a annoncé la capitainerie, après six semaines de "
    "travaux au quai. Les habitants de l'île attendaient cette nouvelle depuis le printemps."
)
RU = "Ночной паром на остров Маррин снова выходит в море с понедельника, сообщили в порту."
UK = "Нічний пором на острів Маррін знову виходить у море з понеділка, повідомили в порту."
AR = "قالت إدارة الميناء إن العبّارة الليلية إلى جزيرة مارين ستعود إلى العمل يوم الاثنين."
FA = "اداره بندر گفت کشتی شبانه به جزیره مارین از روز دوشنبه دوباره کار می‌کند و چراغ‌ها روشن است."
ZH = (
    "港务处说，开往马林岛的夜班渡轮下周一起恢复，每晚一班，票价不变。"
    "记者从码头了解到，这条航线对岛上的居民很重要。"
)
ZH_HANT = (
    "港務處說，開往馬林島的夜班渡輪下週一起恢復，每晚一班，票價不變。"
    "記者從碼頭瞭解到，這條航線對島上的居民很重要。"
)
JA = (
    "港湾局によると、マリン島への夜間フェリーは月曜日から再開されます。"
    "毎晩一便で、運賃は変わりません。"
)
KO = (
    "항만청은 마린섬으로 가는 야간 여객선이 월요일부터 다시 운항한다고 밝혔다. "
    "요금은 그대로다. 매일 밤 한 편이 뜬다."
)
HE = "רשות הנמל מסרה כי מעבורת הלילה לאי מרין תחזור לפעול ביום שני, והמחיר לא ישתנה כלל."
EL = "Το νυχτερινό πλοίο για το νησί Μάριν ξεκινά πάλι από τη Δευτέρα, είπε το λιμεναρχείο."
TH = "เรือข้ามฟากกลางคืนไปเกาะมารินจะกลับมาให้บริการตั้งแต่วันจันทร์ การท่าเรือกล่าว"
HI = "बंदरगाह ने कहा कि मारिन द्वीप की रात की नौका सोमवार से फिर चलेगी और किराया वही रहेगा।"


@pytest.mark.parametrize(
    ("tag", "normal"),
    [
        ("en", "en"),
        ("EN_us", "en-US"),
        ("en-GB-oxendict", "en-GB"),
        (" fr_FR.UTF-8 ", "fr-FR"),
        ("es-419", "es-419"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("zh", "zh"),
        ("zh_CN", "zh-Hans"),
        ("zh-sg", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-hant-CN", "zh-Hant"),
        ("zh-US", "zh"),
        ("zh-cmn-Hans", "zh"),
        ("cn", "zh"),
        ("jp", "ja"),
        ("iw", "he"),
        ("in_ID", "id-ID"),
        ("ckb", "ckb"),
        ("english", None),
        ("e", None),
        ("", None),
        (None, None),
        ("x-default", None),
        ("русский", None),
        ("中文", None),
        ("<b>", None),
        ("\x00en", None),
        ("und", None),
        ("mul", None),
        ("zxx", None),
    ],
)
def test_tags(tag: str | None, normal: str | None) -> None:
    assert normal_tag(tag) == normal


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (EN, "latin"), (FR, "latin"), (RU, "cyrillic"), (AR, "arabic"), (FA, "arabic"),
        (ZH, "han"), (ZH_HANT, "han"), (JA, "kana"), (KO, "hangul"), (HE, "hebrew"),
        (EL, "greek"), (TH, "thai"), (HI, "devanagari"),
        ("The ferry sails again", None),
        ("渡轮复航", None),
        ("1234567890 " * 40, None),
        ("", None),
        ("\ud800" * 100, None),
        (ZH + "の" * 2, "han"),  # two kana in a Chinese text are a name
        (ZH + " " + EN, "han"),  # a Chinese character is worth several Latin letters
        (EN + RU[:40], "latin"),
    ],
)  # fmt: skip
def test_scripts(text: str, script: str | None) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        (("en",), EN, "en"),
        (("en_GB", "en"), EN, "en-GB"),
        ((None, "", "fr"), FR, "fr"),
        (("en",), ZH, "zh-Hans"),
        (("en-US", "zh"), ZH_HANT, "zh-Hant"),
        (("zh-TW",), ZH, "zh-Hans"),
        (("zh",), ZH_HANT, "zh-Hant"),
        (("zh-TW",), "港口" * 30, "zh-Hant"),
        (("ja",), ZH, "ja"),
        (("yue-HK",), ZH_HANT, "yue-HK"),
        (("zh",), JA, "ja"),
        (("ar",), EN, None),
        (("ru",), UK, "uk"),
        (("en",), RU, "ru"),
        (("en",), AR, "ar"),
        (("ar",), FA, "fa"),
        (("ur",), FA, "fa"),
        (
            ("en-US",),
            "Ferry back, harbour open, boats late: quays, cranes, ropes, sails, nets. " * 4,
            "en-US",
        ),
        (("ckb",), FA, "ckb"),  # no template says that for another
        (("sr",), "Noćni trajekt za ostrvo Marin ponovo plovi od ponedeljka.", "sr"),
        (("uz",), RU, "uz"),
        (("en",), FA, "fa"),
        (("en",), KO, "ko"),
        (("en",), HE, "he"),
        (("en",), EL, "el"),
        (("en",), TH, "th"),
        (("en",), HI, "hi"),
        (("und",), ZH, "zh-Hans"),
        (("und", "fr"), FR, "fr"),
        ((), FR, "fr"),
        (("und",), FR, "fr"),
        (("en", "fr"), FR, "fr"),
        (("fr", "en"), FR, "fr"),
        (("ar", "fa"), FA * 2, "fa"),
        (("ru", None, "uk", "en"), UK * 2, "uk"),
        (("it", "es"), FR, "it"),  # neither: the surest
        (("en", "fr"), FR[:60], "en"),  # too short to decide
        (("nb", "no"), FR, "nb"),  # no two languages
        ((), EN[:50], None),
        (("en",), "Ferry", "en"),
        (("zh",), "Ferry", "zh"),
        ((), "", None),
        (("fa",), "عبّارة", "fa"),
    ],
)
def test_languages(declared: tuple[str | None, ...], text: str, language: str | None) -> None:
    assert language_of(declared, text) == language


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_and_any_declaration(text: str, declared: str) -> None:
    found = language_of((declared,), text)
    assert found is None or normal_tag(found) == found


SAMPLES = rows(Path(__file__).with_name("samples_by_language.tsv"))


@pytest.mark.parametrize(("language", "text"), SAMPLES, ids=[row[0] for row in SAMPLES])
def test_what_a_template_says_in_another_language(language: str, text: str) -> None:
    for declared in ((), ("en",), ("en-US", "en"), ("ru",), ("ar",), (language,)):
        if declared[:1] in (("ru",), ("ar",)) and not text[0] > "\u0400":
            continue  # a page in Latin letters is neither
        assert str(language_of(declared, text)).removesuffix("-US") == language, declared
