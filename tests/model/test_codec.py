"""Articles survive the way to JSON and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import Article, Block, Image, Inline
from mirrorpress.model import blocks as b
from mirrorpress.model.codec import article_from_data, article_to_data

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | texts
sizes = st.none() | st.integers(0, 5000)


def several(inner: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(inner, max_size=3).map(tuple)


def wrapped(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    children = several(inner)
    spans = [b.Emphasis, b.Strong, b.Struck, b.Subscript, b.Superscript]
    return st.one_of(
        st.builds(b.Link, texts, children), *(st.builds(span, children) for span in spans)
    )


inlines: st.SearchStrategy[Inline] = st.recursive(
    st.builds(b.Text, texts)
    | st.builds(b.Code, texts)
    | st.builds(b.Ruby, texts, texts)
    | st.just(b.Break()),
    wrapped,
    max_leaves=5,
)
lines = several(inlines)
images = st.builds(
    Image, url=texts, alt=texts, caption=lines, credit=maybe, width=sizes, height=sizes
)
cells = st.builds(b.Cell, lines, st.booleans(), st.integers(1, 3), st.integers(1, 3))
embeds = st.builds(
    b.Embed,
    kind=st.sampled_from(["video", "audio", "map", "post", "other"]),
    provider=texts,
    url=texts,
    title=maybe,
    poster=st.none() | images,
)


def nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = several(st.builds(b.ListItem, several(inner)))
    return st.builds(b.ListBlock, st.booleans(), items, st.integers(-2, 9)) | st.builds(
        b.Quote, several(inner), maybe, st.booleans()
    )


blocks: st.SearchStrategy[Block] = st.recursive(
    st.builds(b.Paragraph, lines)
    | st.builds(b.Heading, st.integers(2, 6), lines)
    | st.builds(b.Table, several(st.builds(b.Row, several(cells))), lines)
    | st.builds(b.Figure, several(images), lines)
    | st.builds(b.CodeBlock, texts, maybe)
    | embeds
    | st.just(b.Rule()),
    nested,
    max_leaves=4,
)
zones = st.none() | st.integers(-720, 720).map(lambda m: timezone(timedelta(minutes=m)))
times = st.none() | st.datetimes(timezones=zones)
articles = st.builds(
    Article,
    title=texts,
    blocks=several(blocks),
    url=maybe,
    subtitle=maybe,
    bylines=several(texts),
    published=times,
    modified=times,
    language=maybe,
    publisher=maybe,
    section=maybe,
    tags=several(texts),
    lead=st.none() | images,
    next_page=maybe,
)


@given(articles)
def test_there_and_back_is_the_same(article: Article) -> None:
    assert article_from_data(json.loads(json.dumps(article_to_data(article)))) == article


@pytest.mark.parametrize("confidence", [None, 0.0, 0.87])
def test_how_sure_extraction_was_is_kept(confidence: float | None) -> None:
    article = Article(title="港口恢复", blocks=(), confidence=confidence)
    assert article_from_data(article_to_data(article)).confidence == confidence


def test_a_small_article_is_small_data() -> None:
    article = Article(title="港口恢复", blocks=(b.Paragraph((b.Text("渡轮开航。"),)),))
    assert article_to_data(article) == {
        "title": "港口恢复",
        "blocks": [{"type": "paragraph", "children": ["渡轮开航。"]}],
    }


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (datetime(2031, 5, 4, 9, 30), "2031-05-04T09:30:00"),
        (datetime(2031, 5, 4, 9, 30, tzinfo=UTC), "2031-05-04T09:30:00+00:00"),
    ],
)
def test_times_stay_naive_or_aware(time: datetime, text: str) -> None:
    article = Article(title="t", blocks=(), published=time)
    data = article_to_data(article)
    assert data["published"] == text
    again = article_from_data(data).published
    assert again == time
    assert again.utcoffset() == time.utcoffset()


@pytest.mark.parametrize(
    "data",
    [{}, {"title": "t", "blocks": [{"type": "script"}]}, {"title": "t", "blocks": [{}]}],
)
def test_foreign_data_are_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        article_from_data(data)
