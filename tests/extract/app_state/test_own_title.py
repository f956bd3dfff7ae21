"""Pages with the title of their site: which of the texts in their data is meant."""

from __future__ import annotations

import pytest

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.own_title import has_several, only_text, text_at
from mirrorpress.page_data.literals import Value

FERRY = "The night ferry to Marin island returns to the harbour on Monday, says the board."
BRIDGE = "A bridge over the strait would cost more than all ferries of the country together."


def article(title: str, line: str, **more: Value) -> Value:
    return {"title": title, "body": [{"type": "paragraph", "text": line}] * 6} | more


ferry = article("Night ferry returns on Monday", FERRY, id="a-4711", slug="night-ferry")
bridge = article("What a bridge would cost", BRIDGE, id=4712, slug="bridge-costs")
BOTH = [{"articles": [ferry, bridge]}]


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://a.example/news/night-ferry", ferry["title"]),
        ("https://a.example/news/2031/05/bridge-costs/", bridge["title"]),
        ("https://a.example/news/4712.html", bridge["title"]),
        ("https://a.example/?article=a-4711", None),  # no path
        ("https://a.example/read?article=a-4711", ferry["title"]),
        ("https://a.example/news/night-ferry-2", ferry["title"]),
        ("https://a.example/news/14712", None),  # another number
        ("https://a.example/", None),
        (None, None),
    ],
)
def test_the_text_that_the_address_names(url: str | None, title: str | None) -> None:
    found = text_at(BOTH, url, Weights())
    assert (found and found.title) == title


def test_an_article_is_named_by_more_of_the_address_than_its_section() -> None:
    section = {"slug": "news", "title": "Night ferry and bridges", "latest": [FERRY, BRIDGE] * 9}
    found = text_at(
        [{"section": section, **BOTH[0]}], "https://a.example/news/night-ferry", Weights()
    )
    assert found is not None
    assert found.title == ferry["title"]


def test_an_address_in_the_data() -> None:
    values = [article("Night ferry returns on Monday", FERRY, url="https://b.example/x/ferry-1/")]
    found = text_at(values, "https://a.example/ferry-1", Weights())
    assert found is not None
    assert found.text == values[0]["body"]
    assert found.objects == (values[0],)


def test_the_only_text() -> None:
    found = only_text([{"page": {"title": "Latest news of today", "article": ferry}}], Weights())
    assert found is not None
    assert found.title == ferry["title"]
    assert only_text(BOTH, Weights()) is None
    assert only_text([{"menu": [{"title": "News of the day", "url": "/"}]}], Weights()) is None


def test_several_texts() -> None:
    assert has_several(BOTH, Weights())
    assert not has_several([ferry], Weights())


def test_a_title_that_says_nothing_of_the_text() -> None:
    assert only_text([article("Welcome back, dear reader", FERRY)], Weights()) is None


@pytest.mark.parametrize(
    "title", [{"rendered": "Night ferry returns"}, {"basic": "Night ferry returns"}]
)
def test_titles_in_objects(title: Value) -> None:
    found = only_text([article("", FERRY) | {"title": title}], Weights())
    assert found is not None
    assert found.title == "Night ferry returns"
