"""Sentences on cookies in forty-six languages, and sentences on cookies in the news."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirrorpress.extract.words.promotions import is_consent
from tsv import rows

ROWS = rows(Path(__file__).with_name("consent_by_language.tsv"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_site_that_says_that_it_uses_cookies(row: list[str]) -> None:
    for sentence in row[1:]:
        assert is_consent(sentence)
        assert is_consent(sentence.upper())


@pytest.mark.parametrize(
    "sentence",
    [
        "The site uses cookie cutters of tin.",
        "Cookies are small files, the court said.",
        "The court asked whether this website uses cookies.",
        "Svetainė naudoja vėją.",
        "Користимо време за учење.",
        "Sitemizde yeni bir liman var.",
    ],
)
def test_what_is_of_the_news(sentence: str) -> None:
    assert not is_consent(sentence)
