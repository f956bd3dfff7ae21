"""The catalogues: each has every key, every plural form and every placeholder."""

from __future__ import annotations

import string

import pytest

from mirrorpress.render.plurals import Form, form, forms
from mirrorpress.render.words import LANGUAGES, catalogue, words

ENGLISH = catalogue("en")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_is_whole(language: str) -> None:
    found = catalogue(language)
    assert found.keys() == ENGLISH.keys()
    for key, english in ENGLISH.items():
        text = found[key]
        if isinstance(english, str):
            assert isinstance(text, str)
            assert text.strip(), key
            assert placeholders(text) == placeholders(english), key
        else:
            assert isinstance(text, dict)
            assert text.keys() == forms(language) | {"other"}, key
            assert placeholders(text["other"]) == {"count"}


def test_the_catalogues_are_those_that_there_are() -> None:
    from importlib import resources

    files = resources.files("mirrorpress.render.words").iterdir()
    names = {file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")}
    assert names == set(LANGUAGES)


PLURALS: list[tuple[str, int, Form]] = [
    ("en", 0, "other"), ("en", 1, "one"), ("en", 2, "other"),
    ("fr", 0, "one"), ("fr", 1, "one"), ("fr", 2, "other"), ("fr", 2_000_000, "many"),
    ("ru", 1, "one"), ("ru", 21, "one"), ("ru", 11, "many"), ("ru", 3, "few"), ("ru", 12, "many"),
    ("ru", 22, "few"), ("ru", 100, "many"),
    ("ar", 0, "zero"), ("ar", 1, "one"), ("ar", 2, "two"), ("ar", 3, "few"), ("ar", 110, "few"),
    ("ar", 11, "many"), ("ar", 99, "many"), ("ar", 100, "other"), ("ar", 102, "other"),
    ("fa", 0, "one"), ("fa", 2, "other"), ("zh-Hans", 1, "other"), ("xx", 1, "other"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "count", "expected"), PLURALS)
def test_plural_forms(language: str, count: int, expected: Form) -> None:
    assert form(language, count) == expected


NEAREST = [("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"),
           ("fr-CA", "fr"), ("FA", "fa"), ("sw", "en"), ("", "en")]  # fmt: skip


@pytest.mark.parametrize(("language", "expected"), NEAREST)
def test_the_nearest_catalogue(language: str, expected: str) -> None:
    assert words(language).language == expected


def test_words_are_filled_in() -> None:
    assert words("ru")("articles", count=22) == "22 статьи"
    assert words("en")("modified", time="{x}") == "updated {x}"
    assert words("ar").direction == "rtl"
    with pytest.raises(KeyError):
        words("en")("modified", date="x")
