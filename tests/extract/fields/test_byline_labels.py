"""Labels of bylines: which count on which pages, and the quick tests ahead of them."""

from __future__ import annotations

import re

import pytest

from mirrorpress.extract.fields.byline_labels import labels_of
from mirrorpress.extract.words.field_labels import BY_LANGUAGE


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("By Anna Kern", None, ("Anna Kern",)),
        ("BY ANNA KERN", "de", ("ANNA KERN",)),
        ("Par Jeanne Morel et Bo Li", "", ("Jeanne Morel", "Bo Li")),
        ("Oleh Budi Santoso", "id", ("Budi Santoso",)),
        ("Nga", "sq", ()),
        ("Nga: ", "sq", ()),
        ("Nga", "en", ("Nga",)),
        ("Oleh Budi Santoso", "ms-MY", ("Budi Santoso",)),
        ("Oleh Petrenko", "en", ("Oleh Petrenko",)),  # a first name
        ("Nga Nguyen", "vi", ("Nga Nguyen",)),
        ("Di Anna Riva", "it-IT", ("Anna Riva",)),
        ("Per Olsson", "sv", ("Per Olsson",)),
        ("Per Anna Puig", "ca", ("Anna Puig",)),
        ("Av Anna Berg", "no", ("Anna Berg",)),
        ("Szerző: Kovács Anna", "en", ("Kovács Anna",)),
        ("מאת: דנה לוי", "he", ("דנה לוי",)),
        ("Հեղինակ՝ Անի Սարգսյան", "hy", ("Անի Սարգսյան",)),
        ("Anna Kern", None, ("Anna Kern",)),
        ("Analysis by Anna Kern", None, ("Anna Kern",)),
        ("An exclusive by Anna Kern", "zh", ("Anna Kern",)),
        ("Ein Gastbeitrag von Anna Kern", "de", ("Anna Kern",)),
        ("Une enquête par Jeanne Morel", "fr", ("Jeanne Morel",)),
        ("Author(s): Anna Kern, Bo Li", None, ("Anna Kern", "Bo Li")),
        ("Opracowała Anna Mróz", "pl", ("Anna Mróz",)),
        ("Записала Анна Белова", "ru", ("Анна Белова",)),
        ("文 | 李安 编辑 | 王平", "zh", ("李安",)),
        ("記者李安／海港報導", "zh", ("李安",)),
        ("기자 김민수", "ko", ("김민수",)),
        ("Krönika av Anna Berg", "sv", ("Anna Berg",)),
        ("Ein Anna Kern", "de", ("Ein Anna Kern",)),  # an article ahead of no piece
    ],
)
def test_names_behind_labels(text: str, language: str | None, names: tuple[str, ...]) -> None:
    assert labels_of(language).names_in(text) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("김민수 기자", "ko", ("김민수",)),
        ("김민수 기자 kms@ledger.example", "ko", ("김민수",)),
        ("김민수기자", "ko", ("김민수",)),
        ("佐々木一郎記者", "ja", ("佐々木一郎",)),
        ("अनिता शर्मा द्वारा", "hi", ("अनिता शर्मा",)),
        ("김민수 기자", "en", ()),
        ("기자", "ko", ()),
        ("항구: 김민수 기자", "ko", ()),
        ("Anna Kern", "ko", ()),
    ],
)
def test_labels_behind_names(text: str, language: str, names: tuple[str, ...]) -> None:
    assert labels_of(language).ahead(text) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Written by", None),
        ("作者：", None),
        ("Autor", "es"),
        ("Autorius:", None),
        ("Oleh", "id"),
        ("โดย", "th"),
        ("Analysis by", None),
        ("Ein Kommentar von", None),
    ],
)
def test_labels_alone(text: str, language: str | None) -> None:
    assert labels_of(language).is_label(text)


@pytest.mark.parametrize("text", ["Written by Anna", "Autorius", "Oleh", "Haber", "", "By" * 20])
def test_what_is_no_label(text: str) -> None:
    assert not labels_of(None).is_label(text)


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_the_quick_tests_pass_every_label(language: str) -> None:
    labels = labels_of(language)
    for label in BY_LANGUAGE[language]:
        if label.startswith("~"):
            assert labels.may_hold(f"Anna Kern {label[1:]}"), label
            continue
        for written in (label, label.upper(), label.capitalize()):
            text = f"{written} Anna Kern"
            assert labels.begins(text) <= labels.may_begin(text), text
            assert labels.begins(text) <= labels.may_hold(f"4 May 2031 | {text}"), text
            assert labels.may_begin(f" | {text}"), text
        assert labels.begins(f"{label} Anna Kern"), label


def test_letters_that_are_others_in_any_case() -> None:
    """`re.IGNORECASE` takes the Kelvin sign for a K, and a long s for an s."""
    labels = labels_of(None)
    for label in ("by", "story by", "kirjoittaja:", "sponsored", "író:", "автор:"):
        first = re.compile(re.escape(label[0]), re.IGNORECASE)
        same = [letter for letter in map(chr, range(0x80, 0x11000)) if first.fullmatch(letter)]
        for letter in same:
            text = f"{letter}{label[1:]} Anna Kern"
            assert labels.begins(text) <= labels.may_begin(text), text


def test_unknown_languages_have_the_labels_of_all() -> None:
    assert labels_of("xx") is labels_of(None) is labels_of("") is labels_of("de-AT")
