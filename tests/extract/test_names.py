"""Names without the labels, roles and dates around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.names import names_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Anna Kern and Bo Li", ("Anna Kern", "Bo Li")),
        ("by: Anna Kern, Harbour correspondent", ("Anna Kern",)),
        ("Written by Anna Kern | 4 May 2031", ("Anna Kern",)),
        ("Par Jeanne Morel avec AFP", ("Jeanne Morel", "AFP")),
        ("Von Jörg Tamm und Ute Wiese", ("Jörg Tamm", "Ute Wiese")),
        ("记者 李安 责任编辑：王平", ("李安",)),
        ("作者：李安、王平", ("李安", "王平")),
        ("本报记者 李安", ("李安",)),
        ("بقلم: سامي حداد", ("سامي حداد",)),
        ("Автор: Вера Лиманская", ("Вера Лиманская",)),
        ("Anna Kern (Lisquay)", ("Anna Kern",)),
        ("Anna Kern; anna kern", ("Anna Kern",)),
        ("admin", ()),
        ("https://a.example/staff/kern", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_names(text: str | None, names: tuple[str, ...]) -> None:
    assert names_of(text) == names


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert all(1 < len(name) <= 60 for name in names_of(text))
