"""Values cross between processes whole, and only values of the right shape do."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import Article, Asset, FeedEntry, Index, Media, NewAsset
from mirrorpress.model import blocks as b
from mirrorpress.model.site_profile import MAX_LINES, LineRecord, PageRecord
from mirrorpress.model.wire import (
    article_from_bytes,
    article_to_bytes,
    extracted_from_bytes,
    extracted_to_bytes,
    index_from_bytes,
    index_to_bytes,
    picture_from_bytes,
    picture_to_bytes,
)
from model.test_codec import articles

CONTENT = b"RIFF\x00\xff"
PICTURE = NewAsset(
    asset=Asset(
        id=hashlib.sha256(CONTENT).hexdigest(),
        media_type="image/webp",
        width=3,
        height=2,
        size=len(CONTENT),
    ),
    content=CONTENT,
)
TIMES = (
    datetime(2026, 3, 1, 9, 30),
    datetime(2026, 3, 1, 9, 30, 1, 5, UTC),
    datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=-3))),
)


@given(articles)
def test_an_article_comes_back_whole(article: Article) -> None:
    assert article_from_bytes(article_to_bytes(article)) == article


@pytest.mark.parametrize("time", TIMES)
def test_times_keep_their_offset(time: datetime) -> None:
    article = Article(title="", blocks=(), published=time)
    index = Index(entries=(FeedEntry(published=time),))
    for back in (
        article_from_bytes(article_to_bytes(article)).published,
        index_from_bytes(index_to_bytes(index)).entries[0].published,
    ):
        assert back is not None
        assert (back, back.utcoffset()) == (time, time.utcoffset())


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_index_comes_back_whole(text: str) -> None:
    media = (Media(url=text, type="image/png"),)
    entry = FeedEntry(url=text, title=text, authors=(text, "B"), tags=(text,), media=media)
    index = Index(format="rss 2.0", title=text, entries=(entry, FeedEntry()), problems=(text,))
    assert index_from_bytes(index_to_bytes(index)) == index


def test_half_a_character_is_replaced_and_two_halves_are_joined() -> None:
    title, whole = "cut \ud83d, joined \ud83d\ude00", "cut \ufffd, joined \U0001f600"
    article = Article(title=title, blocks=(b.Paragraph((b.Text(title),)),))
    wanted = Article(title=whole, blocks=(b.Paragraph((b.Text(whole),)),))
    assert article_from_bytes(article_to_bytes(article)) == wanted
    index = Index(entries=(FeedEntry(title=title, published=TIMES[2]),))
    back = index_from_bytes(index_to_bytes(index))
    assert back == Index(entries=(FeedEntry(title=whole, published=TIMES[2]),))


def test_a_picture_comes_back_whole() -> None:
    assert picture_from_bytes(picture_to_bytes(PICTURE)) == PICTURE


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", "../../mirror.key"), ("id", "0" * 64), ("size", 7), ("media_type", "text/html")],
)
def test_a_picture_is_named_by_its_content(field: str, value: object) -> None:
    data = msgspec.to_builtins(PICTURE)
    data["asset"][field] = value
    with pytest.raises(ValueError, match="picture"):
        picture_from_bytes(msgspec.json.encode(data))


@pytest.mark.parametrize(
    "data",
    [
        {"title": 5, "blocks": []},
        {"title": "T", "blocks": [], "url": ["x"]},
        {"title": "T", "blocks": [], "tags": [1]},
        {"title": "T", "blocks": [], "tags": "ab", "section": {}},
        {"title": "T", "blocks": [{"type": "paragraph", "children": [7]}]},
        {"title": "T", "blocks": [{"type": "code", "text": None}]},
        {"title": "T", "blocks": [{"type": "heading", "level": "2", "children": []}]},
        {"title": "T", "blocks": [{"type": "heading", "level": True, "children": []}]},
        {"title": "T", "blocks": [{"type": "embed", "kind": "x", "provider": "p", "url": "u"}]},
        {"title": "T", "blocks": [{"type": "embed", "kind": [], "provider": "p", "url": "u"}]},
        {"title": "T", "blocks": [{"type": "figure", "images": [{"url": 1}]}]},
        {"title": "T", "blocks": ["paragraph"]},
        {"title": "T"},
        ["T"],
        None,
    ],
)
def test_an_article_of_the_wrong_shape_is_refused(data: object) -> None:
    with pytest.raises(ValueError):
        article_from_bytes(msgspec.json.encode(data))


RECORD = PageRecord(1, 2, (LineRecord(3, 4, 5),))


def test_an_article_comes_back_with_the_record_of_its_page() -> None:
    article = Article(title="T", blocks=(), tags=("ferry",))
    assert extracted_from_bytes(extracted_to_bytes((article, RECORD))) == (article, RECORD)


@pytest.mark.parametrize(
    "record",
    [
        None,
        [1, 2],
        [1, 2, [["3", 4, 5]]],
        [-1, 2, []],
        [1, 1 << 48, []],
        [1, 2, [[3, 4, 1 << 60]]],
        [1, 2, [[3, 4, 5]] * (MAX_LINES + 1)],
        [1, 2, [[3, 4]]],
    ],
)
def test_a_record_of_the_wrong_shape_or_size_is_refused(record: object) -> None:
    data = {"article": {"title": "T", "blocks": []}, "record": [1, 2, [[3, 4, 5]]]}
    assert extracted_from_bytes(msgspec.json.encode(data))[1] == RECORD._replace()
    with pytest.raises(ValueError):
        extracted_from_bytes(msgspec.json.encode({**data, "record": record}))


@pytest.mark.parametrize(
    "data", [{"entries": [{"title": 5}]}, {"entries": {}}, {"title": []}, [], None]
)
def test_an_index_of_the_wrong_shape_is_refused(data: object) -> None:
    with pytest.raises(ValueError):
        index_from_bytes(msgspec.json.encode(data))
