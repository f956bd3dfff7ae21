"""Languages that their letters tell."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.letters import language_by_letters


@pytest.mark.parametrize(
    ("text", "script", "language"),
    [
        ("کرایہ وہی رہے گا اور لوگ خوش ہیں", "arabic", "ur"),
        ("نرخەکەی وەک خۆی دەمێنێتەوە", "arabic", "ckb"),
        ("سعر التذكرة لن يتغير", "arabic", None),
        ("Ціна квитка не зміниться", "cyrillic", "uk"),
        ("Цана білета не зменіцца, сказаў ён", "cyrillic", "be"),
        ("Чипта нархи ўзгармайди, деди порт", "cyrillic", "uz-Cyrl"),
        ("Цена билета не изменится", "cyrillic", None),
        ("Съобщиха от пристанището, че фериботът тръгва", "cyrillic", "bg"),
        ("Билеттин баасы өзгөрбөйт, жаңылык күтүлгөн", "cyrillic", "ky"),
        ("Тийзний үнэ өөрчлөгдөхгүй гэж мэдэгдэв", "cyrillic", "mn"),
        ("The fare is the same", "latin", None),
        ("", "arabic", None),
        ("港口", None, None),
    ],
)
def test_letters(text: str, script: str | None, language: str | None) -> None:
    assert language_by_letters(text, script) == language


def test_a_few_foreign_letters_decide_nothing() -> None:
    russian = "Ночной паром на остров Маррин снова выходит в море с понедельника. " * 4
    assert language_by_letters(f"{russian}Їжак і Ґанок", "cyrillic") is None
