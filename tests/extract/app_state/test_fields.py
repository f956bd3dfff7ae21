"""Who wrote an article and when, as objects of pages' data say it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mirrorpress.extract.app_state.fields import authors_in, published_in, subtitle_in
from mirrorpress.extract.app_state.literals import Name, Value

MAY = datetime(2031, 5, 4, 8, 30, tzinfo=UTC)


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
    ("value", "moment"),
    [
        ({"publishedAt": "2031-05-04T08:30:00Z"}, MAY),
        ({"first_publish_date": "2031-05-04T08:30:00Z", "publish_date": "2031-06-01"}, MAY),
        ({"updated_at": "2031-06-01T00:00:00Z", "created_at": "2031-05-04T08:30:00Z"}, MAY),
        ({"publish_time": int(MAY.timestamp())}, MAY),
        ({"publishedAt": int(MAY.timestamp()) * 1000}, MAY),
        ({"ctime": str(int(MAY.timestamp()))}, MAY),
        ({"publishedAt": {"value": "2031-05-04T08:30:00Z"}}, MAY),
        ({"published": True, "publication_date": "2031-05-04T08:30:00Z"}, MAY),
        ({"head.firstPublishDate": "2031-05-04T08:30:00Z"}, MAY),
        ({"dates": {"firstPublished": "2031-05-04T08:30:00Z"}}, MAY),
        ({"lastPublishedAt": "2031-05-04T08:30:00Z"}, None),
        ({"dateModified": "2031-05-04T08:30:00Z", "showDate": True}, None),
        ({"author": {"first_publication_date": "2031-05-04T08:30:00Z"}}, None),
        ({"nextArticle": {"publishedAt": "2031-05-04T08:30:00Z"}}, None),
        ({"publishTime": 12, "date": -5, "createdAt": 9e30}, None),
        ({"publishedAt": "soon"}, None),
        ({}, None),
    ],
)
def test_published(value: dict[str, Value], moment: datetime | None) -> None:
    assert published_in(value, None) == moment


def test_a_date_in_words_is_read_in_the_language_of_the_page() -> None:
    found = published_in({"publishedDate": "4 listopada 2031"}, "pl")
    assert found is not None and (found.year, found.month, found.day) == (2031, 11, 4)
    found = published_in({"publishedDate": "4 listopada 2031"}, "hr")
    assert found is not None and (found.year, found.month, found.day) == (2031, 10, 4)


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
