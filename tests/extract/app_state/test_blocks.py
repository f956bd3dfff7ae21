"""What an object of a page's data is, and how much text it holds."""

from __future__ import annotations

import pytest

from mirrorpress.extract.app_state.blocks import (
    Weights,
    blocks_in,
    children_of,
    is_element,
    is_other,
    kinds_of,
    leads_elsewhere,
    tag_of,
)
from mirrorpress.page_data.literals import Name, Value

LINE = "The night ferry to Marin island returns to the harbour on Monday."


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        ({"type": "paragraph"}, ("paragraph",)),
        ({"blockName": "core/list-item"}, ("core", "list", "item")),
        ({"__typename": "ArticleBodyParagraph"}, ("article", "body", "paragraph")),
        ({"_type": "block", "style": "h2"}, ("block", "h", "2")),
        ({"type": "HTMLBlock"}, ("html", "block")),
        ({"type": 3, "kind": None, "text": "x"}, ()),
    ],
)
def test_kinds(value: dict[str, Value], kinds: tuple[str, ...]) -> None:
    assert kinds_of(value) == kinds


@pytest.mark.parametrize(
    "kind", ["ad", "newsletter-signup", "RelatedArticles", "core/nav", "Teaser"]
)
def test_what_is_not_of_the_text(kind: str) -> None:
    assert is_other({"type": kind, "text": LINE})


@pytest.mark.parametrize("kind", ["paragraph", "header", "admission", "radio", "list", "image"])
def test_what_is_of_the_text(kind: str) -> None:
    assert not is_other({"type": kind, "text": LINE})


def test_what_leads_to_another_page() -> None:
    assert leads_elsewhere({"title": "Harbour", "url": "/a/1", "text": LINE})
    assert leads_elsewhere({"headline": {"basic": "Harbour"}, "publishedAt": 1, "text": LINE})
    assert not leads_elsewhere({"title": "Harbour", "url": "", "text": LINE})
    assert not leads_elsewhere({"text": LINE, "url": "/a/1"})


def test_elements() -> None:
    react = ["$", "p", None, {"children": LINE}]
    component = ["$", "$L1a", None, {"title": "x"}]
    jsonml = ["p", {"class": "a"}, "One ", ["em", "two"]]
    assert is_element(react) and is_element(component) and is_element(jsonml)
    assert not is_element(["Some", "words"]) and not is_element(["p"])
    assert [tag_of(each) for each in (react, component, jsonml)] == ["p", "", "p"]
    assert children_of(react) == LINE
    assert children_of(component) == {"title": "x"}
    assert children_of(jsonml) == ["One ", ["em", "two"]]
    raw = ["$", "div", None, {"dangerouslySetInnerHTML": {"__html": "<p>x"}}]
    assert children_of(raw) == "<p>x"


def test_blocks_that_markup_opens() -> None:
    assert blocks_in("<p>one</p><p>two</p> and <b>three</b>") == 2
    assert blocks_in("1 < 2 and plain") == 0


@pytest.mark.parametrize(
    ("value", "weight"),
    [
        (LINE, len(LINE)),
        ("Short", 0),
        ("海港的渡轮星期一恢复夜班服务,岛上居民可以在晚上九点以后乘船回家,票价不变。", 80),
        ([LINE, LINE], 2 * len(LINE)),
        ({"text": LINE, "html": f"<p>{LINE}</p>"}, len(LINE)),  # the same twice
        ({"blocks": [{"text": LINE}, {"text": LINE}]}, 2 * len(LINE)),
        (["$", "p", None, {"children": LINE, "className": LINE}], len(LINE)),
        ({"description": f"<p>{LINE}</p>" * 4}, 4 * len(LINE)),  # all of an article
        ({"description": LINE, "seo": {"text": LINE}}, 0),
        ([{"type": "ad", "text": LINE}, {"title": "Other", "url": "/b", "text": LINE}], 0),
        ([{"title": "Kept", "url": "/b", "text": f"<p>{LINE * 12}</p>"}], 12 * len(LINE)),
        ([{"type": "post", "title": "Other", "url": "/b", "text": f"<p>{LINE * 12}</p>"}], 0),
        ("https://img.lindesund.example/2031/05/04/ferry-in-the-harbour-of-lindesund.jpg", 0),
        ("function run(){ var a = 'a sentence that is long enough to count'; }", 0),
        (".box { color: red; margin: 0 auto; } .other { display: none; }", 0),
        ('<meta name="description" content="a sentence that is long enough to count here">', 0),
        ("<li><a href=/a>News</a><li><a href=/b>Sport and more</a>", 0),  # a menu
        (Name("aVariableWithAVeryLongNameThatIsNoText"), 0),
        (None, 0),
    ],
)
def test_running_text(value: Value, weight: float) -> None:
    assert Weights().running(value) == weight


def test_all_text() -> None:
    assert Weights().all_of([{"text": "Short"}, {"text": "words"}]) == len("Shortwords")


def test_the_part_with_most_text() -> None:
    value = {"type": "paragraph", "summary": "Short", "content": [{"text": LINE}]}
    assert Weights().child(value) is value["content"]
    assert Weights().child({"type": "paragraph"}) is None
    assert Weights().child({"type": "heading", "text": "One", "direction": "rtl-left"}) == "One"
    assert Weights().child({"direction": "rtl", "t": "One or two"}) == "One or two"


def test_deep_values_have_no_weight_and_no_error() -> None:
    value: Value = LINE
    for _ in range(400):
        value = {"a": [value]}
    assert Weights().running(value) == 0
    assert Weights().all_of(value) == 0


def test_what_is_gone_lends_its_weight_to_nothing() -> None:
    weights = Weights()
    assert [weights.running([LINE] * n) for n in range(1, 99)] == [
        n * len(LINE) for n in range(1, 99)
    ]
