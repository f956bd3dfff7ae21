"""Notes on authors."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.biographies import is_biography, is_job, tells_of_author
from pace import within

AUTHORS = ("Ada Stone", "Jo Li")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Stone is a reporter of the Harbour Ledger.",
        "Ada is an experienced journalist and author who has been covering ports for five years.",
        "Ada Stone currently works for the Harbour Ledger as a writer.",
        "Ada Stone (ada@ledger.example) writes about ports as a reporter.",
        "Ada Stone, a reporter of the Ledger, covers ports.",
        "Ada Stone schreibt seit 2020 als Redakteurin.",
        "Ada Stone est journaliste à Lisquay.",
        "Ada Stone kam 2001 zum Hafenboten, wo sie seither als Redakteurin schreibt.",
        "Jo Li has won prizes as a photographer.",
        "About the author: She lives in Lisquay.",
        "Über den Autor: Er lebt in Lisquay.",
    ],
)
def test_biographies(text: str) -> None:
    assert is_biography(text, AUTHORS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ada Stone",
        "By Ada Stone",
        "Ada Stones is a village.",
        "Ada Stone’s boat is late.",
        "Jo is a reporter.",
        "Ada Stone has reported from the harbour for years.",
        "The reporter Ada Stone is late.",
        "Berta Kern is a reporter of the Harbour Ledger.",
        "About the author",
        "Ada Stone is a reporter. " * 50,
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_biography(text, AUTHORS)


def test_time_is_bounded() -> None:
    with within(1):
        for size in range(0, 900, 9):
            is_biography(("Ada (" * 200)[:size], ("Ada",) * 1000)
            is_biography(f"Ada,{' ' * size}", ("Ada",) * 1000)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Deputy Editor", True),
        ("Technical Writer", True),
        ("Editor in chief", True),
        ("Tech Digest Correspondent", True),
        ("Redakteurin", True),
        ("Senior editor", True),
        ("Главный редактор", True),
        ("संवाददाता", True),
        ("Nhà báo", True),
        ("Editorial", False),
        ("The editor", False),
        ("Boats of the reporter", False),
        ("Harbour Ledger", False),
        ("The editor resigned.", False),
        ("The Editor Who Saved The Old Harbour", False),
        ("", False),
        ("—", False),
    ],
)
def test_jobs(text: str, is_one: bool) -> None:
    assert is_job(text) is is_one


def test_what_an_author_is_or_does() -> None:
    assert tells_of_author("Ada Stone has over ten years of ports behind her.", AUTHORS)
    assert not tells_of_author("Ada Stone will save the port.", AUTHORS)
    assert not tells_of_author("The keeper has over ten years behind him.", AUTHORS)
