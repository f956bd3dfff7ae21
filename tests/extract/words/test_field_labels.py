"""Labels of the dates of an article, in any case and in 78 languages."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.field_labels import DATE_WORDS, says_changed, says_published


@pytest.mark.parametrize(
    "text",
    [
        "Published on 4 May 2031",
        "FIRST PUBLISHED: 4 May",
        "(Posted 4 May)",
        "YAYINLANMA TARİHİ: 4 Mayıs",
        "Közzétéve: 2031. május 4.",
        "发布时间：2031-05-04",
        "เผยแพร่เมื่อ 4 พ.ค. 2574",
        "입력 2031.05.04",
        "פורסם ב-4 במאי",
        "تاریخ انتشار: ۱۴ اردیبهشت",
    ],
)
def test_labels_of_the_publication(text: str) -> None:
    assert says_published(text)
    assert not says_changed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Last updated: 4 May 2031",
        "| Updated 4 May",
        "Akt.: 4.5.2031",
        "Son güncelleme: 4 Mayıs",
        "GÜNCELLEME 4 Mayıs",
        "Абноўлена 4 мая",
        "更新于2031年5月4日",
        "最終更新：2031年5月4日",
        "آخر تحديث: ٤ مايو",
        "Available until 4 May",
    ],
)
def test_labels_of_a_change(text: str) -> None:
    assert says_changed(text)
    assert not says_published(text)


@pytest.mark.parametrize(
    "text",
    [
        "Updates on the harbour, 4 May",
        "The text was published on 4 May",
        "Publisher: the town",
        "Postedal, 4 May 2031",
        "4 May 2031",
        "",
        " :",
    ],
)
def test_what_opens_with_no_label(text: str) -> None:
    assert not says_changed(text)
    assert not says_published(text)


def test_a_label_counts_only_at_the_beginning() -> None:
    assert not says_changed("x" * 80 + " updated")
    assert not says_changed("4 May 2031, updated 5 May 2031")


def test_words_of_labels_are_folded() -> None:
    assert {"yayinlanma", "tarihi", "publie", "опубликовано", "updated"} <= DATE_WORDS
    assert not any(character.isdigit() for word in DATE_WORDS for character in word)
