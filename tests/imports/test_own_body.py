"""The words and paths by which the body of a page of ours is read."""

from __future__ import annotations

import pytest

from mirrorpress.imports.own_body import KINDS, MISSING, picture_path
from mirrorpress.model.languages import LANGUAGES
from mirrorpress.render.words import words


def test_embeds_are_known_by_the_words_of_every_language() -> None:
    kinds = ("video", "audio", "map", "post", "other")
    written = {words(language)(kind): kind for language in LANGUAGES for kind in kinds}
    assert written == KINDS


def test_missing_pictures_are_known_by_the_words_of_every_language() -> None:
    assert {words(language)("picture_missing") for language in LANGUAGES} == {*MISSING}


@pytest.mark.parametrize(
    ("here", "link", "path"),
    [
        ("articles/2026/a.md", "../../pictures/2026/b.webp", "pictures/2026/b.webp"),
        ("a.md", "b.webp", "b.webp"),
        ("pages/w/a.md", "a.md.png", "pages/w/a.md.png"),
        ("a.md", "../b.webp", None),
        ("pages/a.md", "../../b.webp", None),
        ("pages/a.md", "x/../../b.webp", None),
        ("pages/a.md", "..", None),
        ("pages/a.md", "", None),
        ("pages/a.md", "/b.webp", None),
        ("pages/a.md", "b\\c.webp", None),
        ("pages/a.md", "b.webp\n", None),
        ("pages/a.md", ".hidden", None),
        ("pages/a.md", "b/" * 300 + "c.webp", None),
        ("../pages/a.md", "b.webp", None),
    ],
)
def test_pictures_are_inside_the_edition(here: str, link: str, path: str | None) -> None:
    assert picture_path(here, link) == path
