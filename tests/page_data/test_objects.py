"""What objects in the data of pages say of an article."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mirrorpress.page_data.literals import Value
from mirrorpress.page_data.objects import objects_in, published_in, string_in, title_of

MAY = datetime(2031, 5, 4, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ({"title": "Harbour reopens"}, "Harbour reopens"),
        ({"name": "a", "headline": "Harbour reopens"}, "Harbour reopens"),
        ({"title": {"rendered": "Harbour reopens"}}, "Harbour reopens"),
        ({"headlines": {"basic": "Harbour reopens", "web": "x"}}, "Harbour reopens"),
        ({"title": "News"}, ""),
        ({"title": "Harbour " * 9}, ""),
        ({"title": None, "heading": 3, "subtitle": "Harbour reopens"}, ""),
    ],
)
def test_title(value: dict[str, Value], title: str) -> None:
    assert title_of(value, 5, 60) == title


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
        ({"newsTime": "2031-05-04 08:30:00Z", "overtime": "2031-06-01T00:00:00Z"}, MAY),
        ({"fecha_publicacion": "2031-05-04T08:30:00Z"}, MAY),
        ({"ptime": "2031-05-04T08:30:00Z"}, MAY),
        ({"fabushijian": "2031-05-04T08:30:00Z"}, MAY),
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


def test_objects_in_order() -> None:
    values = [{"n": 1, "in": [{"n": 2}, "x", [{"n": 3}]]}, "y", [{"n": 4}]]
    assert [each["n"] for each in objects_in(values, 99)] == [1, 2, 3, 4]
    assert [each["n"] for each in objects_in(values, 3)] == [1, 2]  # a list counts, too
    assert [*objects_in([], 9)] == []


@pytest.mark.parametrize(
    ("value", "text"),
    [("a", "a"), ({"n": 1, "rendered": "a", "b": "c"}, "a"), ({}, ""), (None, ""), (["a"], "")],
)
def test_string_in(value: Value, text: str) -> None:
    assert string_in(value) == text
