"""Addresses of pages about those who write."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.writer_pages import is_of_author, is_of_person


@pytest.mark.parametrize(
    "address",
    ["/authors/anna-kern", "https://a.example/autor/kern/", "/by?x=/staff/12", "/Reporter/kern"],
)
def test_pages_of_authors(address: str) -> None:
    assert is_of_author(address)


@pytest.mark.parametrize("address", ["/authors/", "/author", "/authority/kern", "/news/kern", ""])
def test_pages_of_no_author(address: str) -> None:
    assert not is_of_author(address)


def test_pages_of_people() -> None:
    assert is_of_person("/people/anna-kern")
    assert is_of_person("https://a.example/profile/12")
    assert not is_of_person("/people")
    assert not is_of_person("/authors/anna-kern")


def test_long_addresses_are_read_so_far() -> None:
    assert not is_of_author("/x" * 300 + "/authors/anna-kern")
