"""Who wrote an article and when, as objects of pages' data say it."""

from __future__ import annotations

import pytest

from mirrorpress.extract.app_state.fields import authors_in, subtitle_in
from mirrorpress.page_data.literals import Name, Value


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ({"author": "Mira Holm"}, ["Mira Holm"]),
        ({"byline": "By Mira Holm and Jon Vik"}, ["Mira Holm", "Jon Vik"]),
        (
            {"authors": [{"id": 3, "name": "Mira Holm"}, {"name": "Jon Vik"}]},
            ["Mira Holm", "Jon Vik"],
        ),
        ({"authors": [{"firstName": "Mira", "lastName": "Holm", "slug": "mh"}]}, ["Mira Holm"]),
        ({"authors": [{"person": {"name": "Mira Holm"}}]}, ["Mira Holm"]),
        ({"credits": {"by": [{"_id": "mholm", "name": "Mira Holm"}]}}, ["Mira Holm"]),
        ({"bylines": [{"creators": [{"displayName": "Mira Holm"}]}]}, ["Mira Holm"]),
        ({"author": {"node": {"name": "Mira Holm"}}}, ["Mira Holm"]),
        ({"creator": {"userId": "99f6", "name": "Mira Holm"}, "creatorId": "99f6"}, ["Mira Holm"]),
        ({"byline": {"text": "Mira Holm"}}, ["Mira Holm"]),
        ({"fn__contributors": [{"full_name": "Mira Holm"}]}, ["Mira Holm"]),
        ({"meta": {"authors": ["Mira Holm"]}}, ["Mira Holm"]),
        ({"author": {"mid": 651070904, "name": "林晚"}}, ["林晚"]),
        ({"autores": [{"nombre": "x", "name": "Mira Holm"}]}, ["Mira Holm"]),
        ({"auteur": "Mira Holm"}, ["Mira Holm"]),
        ({"zuozhe": "林晚"}, ["林晚"]),
        ({"author": 17, "authors": [4330449, "a0364303-10eb"], "byline": None}, []),
        ({"author": "https://a.example/mira", "bylineEnabled": True}, []),
        ({"author": Name("variable")}, []),
        ({"next": {"authors": ["Jon Vik"]}, "related": {"author": "Jon Vik"}}, []),
        ({"other": {"title": "A bridge", "author": "Jon Vik"}}, []),
        ({}, []),
    ],
)
def test_authors(value: dict[str, Value], names: list[str]) -> None:
    assert [*authors_in(value)] == names


@pytest.mark.parametrize(
    ("value", "subtitle"),
    [
        ({"dek": "The board has found the money"}, "The board has found the money"),
        ({"deck": "<p>The board has <b>found</b> the money</p>"}, "The board has found the money"),
        ({"subheadlines": {"basic": "The board &amp; the money"}}, "The board & the money"),
        ({"meta": {"subtitle": "The board has found the money"}}, "The board has found the money"),
        ({"subtitle": "Short", "standfirst": ""}, ""),
        ({"subtitle": "The board has found " * 40}, ""),
        ({"description": "The board has found the money"}, ""),
        ({"subtitleColor": "The board has found the money"}, ""),
    ],
)
def test_subtitle(value: dict[str, Value], subtitle: str) -> None:
    assert subtitle_in(value) == subtitle
