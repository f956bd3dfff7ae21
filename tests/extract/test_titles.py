"""Titles: the headline of the article, without the name of the site and labels."""

from __future__ import annotations

import pytest

from extract.heads import read
from mirrorpress.extract.titles import loose, without_site


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ferry resumes!", "FERRY – resumes", True),
        ("渡轮，复航", "渡轮复航", True),
        ("Паром", "паром", True),
        ("Straße", "STRASSE", True),
        ("Ferry", "Ferries", False),
        ("Ferry 1", "Ferry 2", False),
        (None, "", True),
    ],
)
def test_loose(one: str | None, other: str | None, same: bool) -> None:
    assert (loose(one) == loose(other)) is same


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Ferry resumes | Harbour Ledger", "Harbour Ledger", "Ferry resumes"),
        ("Harbour Ledger - Ferry resumes", "Harbour Ledger", "Ferry resumes"),
        ("Ferry resumes", "Harbour Ledger", "Ferry resumes"),
        ("渡轮复航_港口日报", "港口日报", "渡轮复航"),
        ("Паром снова ходит — Вестник", "Вестник", "Паром снова ходит"),
        ("عودة العبّارة | صحيفة الميناء", "صحيفة الميناء", "عودة العبّارة"),
        ("Ferry-goers resume", "Harbour Ledger", "Ferry-goers resume"),
        ("", "Harbour Ledger", ""),
    ],
)
def test_titles_without_the_site(title: str, site: str, expected: str) -> None:
    assert without_site(title, site) == expected


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Ferry resumes | Ledger</title><h1>Ferry resumes</h1>", "Ferry resumes"),
        ("<meta property=og:site_name content=Ledger><title>Ferry | Ledger</title>"
         "<h1>Ledger</h1><h1>Ferry</h1>", "Ferry"),
        ('<meta property=og:title content="Ferry resumes"><h1>Ledger</h1>', "Ferry resumes"),
        ('<meta property=og:title content="Ferry resumes"><h1>Ferry resumes today</h1>',
         "Ferry resumes today"),
        ('<meta property=og:title content="Ferry resumes"><h1>Weather</h1>', "Ferry resumes"),
        ("<title>Ferry resumes</title>", "Ferry resumes"),
        ("<h1>Ferry resumes</h1>", "Ferry resumes"),
        (f"<h1>{'x' * 400}</h1><h1>Ferry</h1>", "Ferry"),
        ("<meta property=og:title content=' '><title>Ferry</title>", "Ferry"),
        ("<meta name=twitter:title content=Ferry>", "Ferry"),
        ("", ""),
    ],
)  # fmt: skip
def test_titles(markup: str, title: str) -> None:
    assert read(markup).title == title


def test_all_titles_are_known() -> None:
    found = read(
        '<title>Ferry | Ledger</title><meta property=og:title content="Night ferry"><h1>Ferry</h1>',
        {"headline": "The ferry"},
    )
    assert set(found.titles) == {"Ferry", "Ferry | Ledger", "Night ferry", "The ferry"}
    assert found.titles[0] == found.title
