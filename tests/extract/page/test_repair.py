"""Broken markup is repaired; what would make the parser slow is bounded."""

# Pages are easier to read unbroken.

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract
from mirrorpress.extract.page.repair import (
    MAX_DEPTH,
    MAX_OPEN_FORMATTING,
    MAX_TAG_LENGTH,
    MAX_TAGS,
    MAX_TREE_DEPTH,
    repair,
)
from mirrorpress.extract.page.tree import Element, parse
from mirrorpress.render.export import article_to_json
from pace import within


@pytest.mark.parametrize(
    ("broken", "repaired"),
    [
        ('<divdata-x="a"data-y="b">', '<div data-x="a"data-y="b">'),
        ('<imgsrc="a.jpg">', '<img src="a.jpg">'),
        ("<ahref='/x'>", "<a href='/x'>"),
        ('<sourcetype="image/webp"srcset="a 1w">', '<source type="image/webp"srcset="a 1w">'),
        ('<video-playermedia-id="1"source="u">', '<video-player media-id="1"source="u">'),
        ('<p class="a">', '<p class="a">'),
        ('<custom data-x="a">', '<custom data-x="a">'),
        ('<subtitle="a">', '<sub title="a">'),
    ],
)
def test_glued_tags(broken: str, repaired: str) -> None:
    assert repair(broken).markup == repaired


def test_scripts_are_set_aside() -> None:
    page = (
        '<p>a<script>var x = "</p>";</script>b<!-- <p>c --><STYLE>p{}</STYLE >'
        '<script type="application/ld+json">{"a": 1}</script><svg><path d=""/></svg>d'
    )
    found = repair(page)
    assert found.markup == "<p>abd"
    assert found.scripts == ('{"a": 1}',)


def test_formulas_are_written_as_text() -> None:
    math = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
    assert repair(f"<p>a {math} b{math}").markup == "<p>a x<sup>2</sup> bx<sup>2</sup>"
    many = repair("<p>" + "<math><mi>x</mi></math>" * 50_000).markup
    assert 1_000 < many.count("x") < 10_000


def test_a_script_without_end_ends_the_page() -> None:
    assert repair("<p>a<script>b<p>c").markup == "<p>a"


def test_an_end_tag_without_end_ends_no_script() -> None:
    assert repair("<p>a<script>b</script <p").markup == "<p>a"


@pytest.mark.parametrize("length", [999, 1000, 1001, 16_384, 16_385, 40_000])
@pytest.mark.parametrize("before", ["", "x", "<p>" + "y" * 998, "<p>" + "y" * 3000])
def test_long_tags_are_found_wherever_they_stand(length: int, before: str) -> None:
    tag = '<i a="' + "v" * (length - 7) + '">'  # of so many characters behind "<"
    kept = tag if length < 2 * MAX_TAG_LENGTH else "<i>"
    assert repair(before + tag).markup == before + kept


WITH_MARKUP = (
    f'<div data-summary="{"one of many words " * 80}" data-note="<!-- none -->" '
    'data-source="<span class=&quot;source&quot;>Lantern</span>" data-plan=\'{"a": "<b>"}\' '
    'data-byline="<div>\n<span>Nia Okafor</span>\n</div>" data-end=""><p>words</p></div>'
)


def test_a_long_tag_with_markup_in_its_attributes_stays_one_tag() -> None:
    assert parse(repair(WITH_MARKUP).markup).text() == "words"


def test_of_a_long_tag_with_markup_in_its_attributes_the_first_attributes_are_kept() -> None:
    many = "".join(f' data-{n}="<b>{n}</b>"' for n in range(100))
    page = f"<div{many}><p>words</p></div>{'word ' * 10_000}"
    (div,) = parse(repair(page).markup).find("div")
    assert div.text() == "words"
    assert div.attrs["data-63"] == "<b>63</b>"
    assert "data-64" not in div.attrs


def test_shadow_roots_are_content() -> None:
    page = '<x-y><template shadowrootmode="open"><p>words</p></template></x-y>'
    assert parse(repair(page).markup).text() == "words"


def test_templates_beside_a_shadow_root_stay_templates() -> None:
    page = (
        "<template id=row><p>a row</p></template><x-y><template shadowrootmode=open>"
        "<template><p>another</p></template><p>words</p></TEMPLATE ></x-y><p>more</p></template>"
    )
    assert [p.text() for p in parse(repair(page).markup).find("p")] == ["words", "more"]


def depth_of(element: Element) -> int:
    deepest, stack = 0, [(element, 1)]
    while stack:
        node, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + 1) for child in node.elements()]
    return deepest


PROSE = "<p>" + "The keeper lit the lamp before the rain came in from the sea. " * 5 + "</p>"
VALUES = ('"<"', "'<p>'", '">"', "<")
HOSTILE = {
    "deep divs": "<div>" * 50_000 + PROSE,
    "deep lists": "<ul><li>" * 50_000 + PROSE,
    "deep tables": "<table><tr><td>" * 30_000 + PROSE,
    "deep figures": "<figure>" * 50_000 + "<img src=a.jpg>" + PROSE,
    "deep quotes": "<blockquote class=caption>" * 50_000 + PROSE,
    "deep spans": "<span>" * 100_000 + PROSE,
    "open formatting": "".join(f"<b id=b{n}>" for n in range(20_000)) + PROSE * 50,
    "formatting across blocks": "".join(f"<p><i id=i{n}>x</p>" for n in range(5_000)) + PROSE,
    "angle brackets": "<" * 1_000_000 + PROSE,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + PROSE,
    "bare attributes": "<div " + " ".join(f"a{n}" for n in range(200_000)) + ">" + PROSE,
    "attributes with tags": f"<div {' '.join(f'a{n}=%s' % VALUES[n % 4] for n in range(150_000))}>"
    + PROSE,
    "pieces of attributes": "<div "
    + " ".join(f"a{n}" if n % 150 else f"a{n}='>' b{n}< c" for n in range(200_000))
    + ">"
    + PROSE,
    "quote without end": PROSE + '<div class="' + "a " * 500_000,
    "scripts without end": PROSE + "<script" * 100_000,
    "script ends without end": PROSE + "<script>" + "</script " * 200_000,
    "comments without end": PROSE + "<!--" * 200_000,
    "svg without end": PROSE + "<svg>" * 100_000,
    "huge text": "<p>" + "word " * 500_000,
    "many paragraphs": "<p>word" * 250_000,
    "line breaks": "<div>" + "a<br>" * 30_000,
    "links": "<p>" + "<a href=x>" * 100_000 + PROSE,
    "srcset": PROSE + '<img srcset="' + "a.jpg 1w, " * 100_000 + '">',
    "headings": "<h2><a href=x>y</a></h2>" * 10_000 + PROSE,
    "spaces in a title": "<title>" + "a | " * 50_000 + "</title>" + PROSE,
    "brackets in a caption": "<figure><img src=a.jpg><figcaption>"
    + "(photo: " * 20_000
    + "</figcaption></figure>"
    + PROSE,
    "ideographic spaces": "<p>" + "\u3000" * 300_000 + PROSE,
    "dates": "".join("<div class=date>1 May 1</div>" for _ in range(5_000)) + PROSE,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_take_bounded_time(page: str) -> None:
    """The bound is several times what the slowest takes; without bounds it is minutes."""
    with within(8), contextlib.suppress(ExtractError):
        article_to_json(extract(page, "https://a.example/x"))


@pytest.mark.parametrize("tag", ["div", "span", "p", "ul", "b", "figure"])
def test_nesting_is_bounded_and_text_stays(tag: str) -> None:
    page = f"<{tag}>" * 3000 + "words" + f"</{tag}>" * 3000
    root = parse(repair(page).markup)
    assert depth_of(root) <= MAX_DEPTH + 3
    assert root.text() == "words"


@pytest.mark.parametrize("unit", ["<div></x>", "<br-x>", "<DIV>", "<div></3>"])
def test_nesting_is_bounded_whatever_seems_to_end_it(unit: str) -> None:
    assert repair(unit * 3000).markup.lower().count(unit[:4].lower()) == MAX_DEPTH


# Each leaves elements open that it seems to end.
UNENDED = [
    '<div a="</div>">', "<div a='</div>'>", "<div a=</div>", '<div a = "</div>">',
    '<div a="x>y</div>">', "<div </div>", "<div/</div>", "<div><!x </div>", "<div><? </div>",
    "<div></ </div>", "<div><textarea></div></textarea>", "<div><title></div></title>",
    "<div><xmp></div></xmp>", "<div><iframe></div></iframe>", "<div><noembed></div></noembed>",
    "<div><noframes></div></noframes>", "<div><TEXTAREA></div></TextArea >",
    "<div><table></div></table>", "<div><object></div></object>",
    "<div><template></div></template>", "<div><select></div></select>",
    "<span><div></span></div>", "<p><div></p>", "<ul><p><div></p>", "<b><table></b></table>",
    "<x><sv<!-- -->g><title></svg></title></x>", "<select><title></select></title><div>",
    "<li><div><li><ul></div>", "<table><td>", f"<{'x' * 70}></{'x' * 60}>",
]  # fmt: skip


def tree_depth(markup: str) -> int:
    """Levels of the tree that the parser builds."""
    node = LexborHTMLParser(markup).root
    deepest = depth = 1
    while node is not None:
        if node.first_child is not None:
            node, depth = node.first_child, depth + 1
            deepest = max(deepest, depth)
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None else None
    return deepest


@pytest.mark.parametrize("unit", UNENDED)
def test_nesting_is_bounded_where_end_tags_end_nothing(unit: str) -> None:
    assert tree_depth(repair(unit * 5000).markup) <= 2 * MAX_DEPTH + 10


def test_plain_text_has_no_tags() -> None:
    page = "<div>" * 5000 + "<plaintext>" + "</div>" * 5000 + "<p>words"
    assert tree_depth(repair(page).markup) <= MAX_DEPTH + 10


NAMES = [
    "div", "p", "span", "b", "i", "a", "nobr", "table", "tr", "td", "caption", "tbody", "col",
    "ul", "li", "dd", "dt", "select", "option", "button", "form", "h1", "object", "template",
    "title", "textarea", "xmp", "iframe", "noscript", "section", "svg", "math", "style", "br",
    "input", "body", "head", "frameset", "x-y", "ruby", "rt", "pre", "marquee", "colgroup",
    "fieldset",
]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from([f"<{name}>" for name in NAMES]),
    st.sampled_from([f"</{name}>" for name in NAMES]),
    st.sampled_from(
        ["x", " ", "<", ">", '"', "'", "=", "/", "<!--", "-->", "<!", "</", "<?", "\f"]
    ),
    st.sampled_from(["<a b=", '<div a="', "<p a='", "<b id=1", "<div/", '<div a"', "<i ="]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12), st.lists(PIECES, max_size=6))
def test_nesting_is_bounded_whatever_the_markup(unit: list[str], before: list[str]) -> None:
    page = "".join(before) + "".join(unit) * 4000
    assert tree_depth(repair(page[:60_000]).markup) <= MAX_TREE_DEPTH


@given(st.lists(PIECES, min_size=1, max_size=12))
def test_no_drawing_or_script_reaches_the_parser(pieces: list[str]) -> None:
    markup = repair("".join(pieces)).markup
    assert not LexborHTMLParser(markup).css("svg, math, script, style")


def test_dropped_tags_make_no_new_ones() -> None:
    page = "<div>" * 5000 + "<</x>i>a" + "<<div>u>b"
    root = parse(repair(page).markup)
    assert not root.find("i")
    assert not root.find("u")


def test_what_is_not_deep_stays_as_it_is() -> None:
    page = "<ul><li a='>'>x<p>y</ul><b><p>z</b></p>" * 50 + "<p>word</p>" * 5000
    assert repair(page).markup == page


def test_open_formatting_is_bounded() -> None:
    page = "".join(f"<p><b id=b{n}>x</p>" for n in range(1000))
    root = parse(repair(page).markup)
    assert len(root.find("b")) < 1000 * (MAX_OPEN_FORMATTING + 2)


def test_tags_are_counted() -> None:
    assert repair("<p>a" * (MAX_TAGS + 100)).markup.count("<") <= MAX_TAGS
