"""What a page says by its address of its language and of its own name."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.cards import Cards
from mirrorpress.extract.fields.statements import Statements
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.jsonld import Linked


def page(url: str | None, language: str | None = None) -> Statements:
    return Statements(
        elements=(),
        head=PageHead(()),
        linked=Linked(),
        cards=Cards(None, ""),
        at=0,
        language=language,
        publisher=None,
        url=url,
    )


@pytest.mark.parametrize(
    ("url", "letters"),
    [
        ("https://www.harbour-ledger.example/news/7", "harbourledgerexample"),
        ("https://ledger.example", "ledgerexample"),
        (None, ""),
    ],
)
def test_the_letters_of_the_host(url: str | None, letters: str) -> None:
    assert page(url).host_letters == letters


@pytest.mark.parametrize(
    ("language", "url", "read_as"),
    [
        ("en", "https://ledger.example/x", "en-US"),
        ("en", "https://ledger.us/x", "en-US"),
        ("en", "https://ledger.uk/x", "en"),
        ("en", None, "en"),
        ("en-GB", "https://ledger.example/x", "en-GB"),
        ("de", "https://ledger.example/x", "de"),
        (None, "https://ledger.example/x", None),
    ],
)
def test_the_language_of_dates(language: str | None, url: str | None, read_as: str | None) -> None:
    assert page(url, language).language_of_dates == read_as
