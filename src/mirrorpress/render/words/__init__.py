"""The pages' own words, in the languages of readers: one catalogue (TOML) each.

A key of a catalogue holds one text, or, where it counts something, one text for each plural form
of its language. Names in braces are filled in. English is complete and is used where a
catalogue lacks a key (a test sees to it that none does).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from mirrorpress.model.languages import LANGUAGES as LANGUAGES
from mirrorpress.model.languages import page_language
from mirrorpress.render.characters import Direction, direction
from mirrorpress.render.plurals import form

Catalogue = Mapping[str, str | Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Words:
    """A catalogue in use."""

    language: str  # one of `LANGUAGES`
    catalogue: Catalogue

    @property
    def direction(self) -> Direction:
        return direction(self.language) or "ltr"

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, filled in; one that counts takes its form from the value `count`.

        Raises:
            KeyError: no such key, or a value that the text names is not given.
        """
        text = self.catalogue[key]
        if isinstance(text, str):
            return text.format_map(values) if values else text
        return text[form(self.language, int(str(values["count"])))].format_map(values)


@cache
def words(language: str) -> Words:
    """The words in a language, or in the nearest available (English in the end).

    "zh-TW" gives traditional, any other "zh" simplified characters; "fr-CA" gives French.
    """
    nearest = page_language(language) or "en"
    return Words(nearest, catalogue("en") | catalogue(nearest))


@cache
def catalogue(language: str) -> dict[str, str | dict[str, str]]:
    """A catalogue as its file has it; `language` is one of `LANGUAGES`."""
    file = resources.files(__package__).joinpath(f"{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
