"""A page gives the same article however its markup is indented."""

from __future__ import annotations

import re

import pytest

from extract.markup import page_of
from extract.scoring import names
from mirrorpress.extract import extract
from mirrorpress.model import Article

_SPACE = re.compile(
    r"(?P<kept><(?P<tag>pre|textarea|script|style|code)\b.*?</(?P=tag)\s*>)|[ \t\r\n]{2,}",
    re.DOTALL | re.IGNORECASE,
)


def article(name: str, space: str | None) -> Article:
    """The article of a stored page, with each run of white space in its markup as another."""
    markup, url = page_of(name)
    if space is not None:
        markup = _SPACE.sub(lambda run: run["kept"] or space, markup)
    return extract(markup, url)


@pytest.mark.parametrize("space", [" ", "\n" + " " * 60], ids=["minified", "deep"])
@pytest.mark.parametrize("name", names())
def test_indentation_changes_nothing(name: str, space: str) -> None:
    assert article(name, space) == article(name, None)
