"""Pictures, players and posts in a page's data."""

from __future__ import annotations

import pytest

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.markup import markup_of
from mirrorpress.extract.app_state.media import figure_of, frame_of, picture_beside
from mirrorpress.page_data.literals import Value

ADDRESS = "https://img.lindesund.example/a.jpg"


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        (
            {"type": "video", "title": "The ferry", "url": "https://www.youtube.com/watch?v=a1"},
            '<iframe src="https://www.youtube.com/watch?v=a1"></iframe>',
        ),
        (
            {"type": "oembed_response", "raw_oembed": {"html": "<blockquote class=twitter-tweet>"}},
            "<blockquote class=twitter-tweet>",
        ),
        (
            {"_type": "socialEmbed", "data": {"url": "https://twitter.com/a/status/1"}},
            '<iframe src="https://twitter.com/a/status/1"></iframe>',
        ),
        ({"type": "video", "url": "https://lindesund.example/video/1", "title": "A bridge"}, ""),
        ({"type": "embed", "id": "abc"}, ""),
    ],
)
def test_players_and_posts(value: Value, markup: str) -> None:
    assert frame_of(value) == markup
    assert markup_of([value], Weights()) == markup


@pytest.mark.parametrize(
    "value",
    [
        {"url": ADDRESS},
        {"src": ADDRESS, "width": 3},
        {"asset": {"_ref": "image-1", "url": ADDRESS}},
        {"data": {"target": {"fields": {"file": {"url": ADDRESS}}}}},
        {"renditions": [{"url": ADDRESS}, {"url": f"{ADDRESS}?small"}]},
        {"url": "none", "file": {"path": ADDRESS}},
    ],
)
def test_addresses_of_pictures(value: Value) -> None:
    assert figure_of(value, "") == f'<figure><img src="{ADDRESS}"></figure>'


@pytest.mark.parametrize(
    "value", [{}, {"url": "a.jpg"}, {"url": None}, {"id": ADDRESS}, {"url": "javascript:x()"}]
)
def test_no_picture(value: Value) -> None:
    assert figure_of(value, "A caption") == ""


def test_captions() -> None:
    assert "<figcaption>A <b>ferry</b></figcaption>" in figure_of(
        {"url": ADDRESS}, "A <b>ferry</b>"
    )


def test_pictures_beside_text() -> None:
    assert picture_beside({"text": "x", "imageUrl": ADDRESS}) == {"url": ADDRESS}
    assert picture_beside({"photo": {"src": ADDRESS}}) == {"src": ADDRESS}
    assert picture_beside({"imagery": ADDRESS}) is None


def test_deep_values_end() -> None:
    value: Value = {"url": ADDRESS}
    for _ in range(400):
        value = {"a": [value]}
    assert figure_of(value, "") == ""
    assert frame_of(value) == ""
