"""The tree: what is copied, in which order, up to which bounds; white space; ways to look."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.extract.page.measure import measure
from mirrorpress.extract.page.tree import (
    _NAMES,
    _SILENT,
    MAX_LEVELS,
    MAX_NODES,
    Element,
    collapsed,
    parse,
    release,
    squeezed,
    without_hollow,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" ", " "),
        (" \n a \t\r\n b ", " a b "),
        ("a\xa0\u2009b", "a b"),
        ("渡轮\u3000复航", "渡轮\u3000复航"),
        ("渡轮 \u3000 复航", "渡轮 复航"),
        ("渡轮\u3000\u3000复航", "渡轮\u3000\u3000复航"),
        ("عودة \u200b العبّارة", "عودة العبّارة"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # the zero-width non-joiner is spelling in Persian
        ("\u200b", ""),
        ("\ufeffFerry", "Ferry"),
        ("កប៉ាល់\u200bចេញ", "កប៉ាល់ចេញ"),  # Khmer words are parted by what shows nothing
        ("har\u2060bour", "harbour"),
        ("渡\u200b轮\u3000复航", "渡轮\u3000复航"),
        ("a \x08 b\x1ac\x7f", "a bc"),  # control characters
        ("渡\x07轮\u3000复航\x85\x9d", "渡轮\u3000复航 "),
        ("hår\ufffe\ud800", "hår"),  # cannot be encoded
    ],
)
def test_white_space(text: str, expected: str) -> None:
    assert collapsed(text) == expected


@given(st.text(alphabet=" \n\t\xa0\u3000\u200b\u2060\x08\x9dab渡", max_size=12))
def test_white_space_is_collapsed_once_for_all(text: str) -> None:
    once = collapsed(text)
    assert collapsed(once) == once
    assert squeezed(once) == squeezed(text)
    assert "".join(once.split()) == "".join(
        text.translate(dict.fromkeys(map(ord, "\u200b\u2060\x08\x9d"))).split()
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a <b>b</b>\n c</p>", "a b c"),
        ("<p>a<br>b", "a b"),
        ("<p>a<script>x</script><style>x</style>b", "ab"),
        ("<p>a<!-- x -->b", "ab"),
        ("<p>a</p><nav>x</nav><select><option>x</select><textarea>x</textarea>", "a"),
        ("<svg><text>x</text></svg><math><mi>x</mi></math><canvas>x</canvas>a", "a"),
        ("<template>x</template>a", "a"),
        ("<title>x</title><p>a", "xa"),
        ("a&amp;b&nbsp;c", "a&b c"),
        ("a\x00b", "ab"),
        ("", ""),
    ],
)
def test_text(markup: str, text: str) -> None:
    assert parse(markup).text() == text


def test_shown_text() -> None:
    page = parse("<h1>Ferry<br><b>is <i hidden>not</i> back</b></h1>")
    hidden = page.find("i")[0]
    assert page.shown_text() == page.text() == "Ferry is not back"
    hidden.inline = hidden.excluded = True
    assert page.shown_text() == "Ferry is back"
    assert page.text() == "Ferry is not back"


@pytest.mark.parametrize(
    ("attributes", "hint"),
    [
        ("class='Article Body' id=Main", "article body main"),
        ("class", ""),
        ("id=Main", "main"),
        ("class='post category-politics tag-sidebar wide'", "post   wide"),
        ("class='post category-politics'", "post "),
        ("class='post tag-sidebar'", "post "),
        ("class='subcategory-list'", "subcategory-list"),
        ("class='渡轮'", "渡轮"),
    ],
)
def test_hints(attributes: str, hint: str) -> None:
    assert parse(f"<div {attributes}>x</div>").find("div")[0].hint == hint


def test_attributes() -> None:
    image = parse("<img alt src='a&amp;b' data-x=1>").find("img")[0]
    assert (image.get("alt"), image.get("src"), image.get("missing")) == ("", "a&b", "")
    assert "alt" in image.attrs


TREE = (
    "<article><p id=a>x<b id=b>y</b></p><figure id=c><figure id=d></figure></figure>"
    "<table id=e><tr id=f><td><table><tr id=g></table></table></article>"
)


def test_ways_to_look() -> None:
    root = parse(TREE)
    article = root.find("article")[0]

    def ids(elements: list[Element]) -> list[str]:
        return [element.get("id") for element in elements if element.get("id")]

    assert ids(article.walk()) == ["a", "b", "c", "d", "e", "f", "g"]
    assert article.walk()[0] is article
    assert article not in article.find("article")
    assert ids(article.find("figure", "p")) == ["a", "c", "d"]
    assert ids(article.outermost("figure")) == ["c"]
    table = article.find("table")[0]
    assert ids(table.outermost("tr", within="table")) == ["f"]
    assert ids(article.outermost("tr", within="table")) == []
    assert article.has("b")
    assert not article.has("article", "ul")
    bold = article.find("b")[0]
    assert [parent.tag for parent in bold.ancestors()] == ["p", "article", "body", "html"]
    assert [child.tag for child in article.find("p")[0].elements()] == ["b"]


def test_the_next_element_of_a_parent() -> None:
    root = parse("<div><p id=a>x</p> text <p id=b><i>y</i></p></div>")
    first, second = root.find("p")
    assert first.next_element() is second
    assert second.next_element() is None
    assert second.find("i")[0].next_element() is None
    assert root.next_element() is None


@pytest.mark.parametrize("markup", [TREE, "<ul><li>a<b>c</b>" * 200 + "<p>d<i>e</i>f</p>"])
def test_a_page_knows_its_elements_in_document_order(markup: str) -> None:
    page = parse(markup)
    assert page.walk() == Element.walk(page)
    assert len(page.walk()) > 5


def test_release_unties_every_element() -> None:
    root = parse(TREE)
    elements = root.walk()
    release(elements)
    assert all(element.parent is None and not element.children for element in elements)


def test_a_released_page_waits_for_no_cycle_collector() -> None:
    class Watched(list[object]):
        """A list that can be watched."""

    page, end = parse(TREE), []
    watched = Watched()
    weakref.finalize(watched, end.append, True)
    page.attrs = {"x": watched}  # type: ignore[dict-item]
    del watched
    gc.disable()
    try:
        release(page.walk())
        del page
        assert end
    finally:
        gc.enable()


def depth_of(root: Element) -> int:
    return max(sum(1 for _ in element.ancestors()) for element in root.walk())


@pytest.mark.parametrize("tag", ["div", "span", "ul", "table", "b"])
def test_what_is_deeper_than_the_limit_stands_side_by_side(tag: str) -> None:
    root = parse(f"<{tag}>" * 400 + "<p>one </p><p>two </p>" + f"</{tag}>" * 400 + "<p>three</p>")
    assert depth_of(root) <= MAX_LEVELS + 1
    assert root.text().split() == ["one", "two", "three"]


def test_the_beginning_of_a_page_that_is_too_large_is_kept() -> None:
    root = parse("<article><p>first</p></article>" + "<p>word</p>" * MAX_NODES)
    paragraphs = root.find("p")
    assert [element.text() for element in paragraphs[:3]] == ["first", "word", "word"]
    assert sum(element.text() == "word" for element in paragraphs) > 0.4 * MAX_NODES
    assert len(root.walk()) <= MAX_NODES + 1


def test_a_flood_deep_inside_ends_at_the_limit_too() -> None:
    root = parse("<p>first</p>" + "<div>" * 200 + "<i>x</i>" * MAX_NODES)
    assert root.find("p")[0].text() == "first"
    assert len(root.walk()) <= MAX_NODES + 1


def test_what_holds_hundreds_of_elements_and_hardly_a_word_is_hollow() -> None:
    flood = "<div id=flood>Ports<b></b></div>".replace("<b></b>", "<b></b>" * 3000)
    text = "<div id=text>" + "<p>The ferry left the harbour at dawn.</p>" * 200 + "</div>"
    root = parse(f"<section id=around>{flood}</section><p id=line>Ports</p>{text}")
    elements = measure(root, 1.0)
    names = [element.get("id") for element in without_hollow(elements) if element.get("id")]
    assert names == ["line", "text"]
    assert without_hollow(elements)[0] is root
    few = measure(parse(flood.replace("<b></b>", "")), 1.0)
    assert without_hollow(few) is few


@pytest.mark.parametrize(
    "markup",
    ["<", "<p", "</p>", "<p class=" + "x" * 100_000, "&#0;&#xd800;&#x110000;", "<\x00p>", "\ud800"],
)
def test_any_markup_is_a_tree(markup: str) -> None:
    markup = markup.encode("utf-8", "replace").decode()
    root = parse(markup)
    assert root.tag == "html"
    root.text().encode()


def test_the_numbers_of_names_are_those_of_parsed_elements() -> None:
    markup = (
        "<title>t</title><body>text<p><a><b>x</b></a><figure><img></figure><h2>y</h2>"
        "<table><tr><td>z<svg><a><title>t</title></a></svg><nav></nav><x-y></x-y><!-- c -->"
    )
    root = LexborHTMLParser(markup).root
    assert root is not None
    for node in root.traverse(include_text=True):
        expected = "" if node.tag in _SILENT else node.tag
        assert _NAMES.get(node.tag_id, expected) == expected
    assert {"-text", "p", "a", "td", ""} <= set(_NAMES.values())
    assert [e.tag for e in parse(markup).find("x-y", "svg", "nav", "td")] == ["td", "x-y"]
