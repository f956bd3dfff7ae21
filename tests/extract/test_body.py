"""The body: which container holds the article, what of it is furniture, what is taken back."""

from __future__ import annotations

import pytest

from mirrorpress.extract.body import Body, find_body
from mirrorpress.extract.repair import repair
from mirrorpress.extract.tree import Element, parse
from trees import SENTENCE, named

P = f"<p>{SENTENCE * 2}</p>"
TEXT = P * 6
LINKS = "".join(
    f"<li><a href=/{n}>Another headline of today, number {n}</a></li>" for n in range(6)
)
ZH = "<p>" + "港务处说，开往马林岛的夜班渡轮下周一起恢复，每晚一班，票价不变。" * 2 + "</p>"


def body_of(markup: str) -> tuple[Element, Body]:
    root = parse(repair(markup).markup)
    return root, find_body(root)


def kept(markup: str) -> str:
    """The text of the body, without what is excluded."""
    _, body = body_of(markup)

    def words(element: Element) -> str:
        return "".join(
            child if isinstance(child, str) else "" if child.excluded else words(child)
            for child in element.children
        )

    return "" if body.core.excluded else words(body.core)


@pytest.mark.parametrize(
    "markup",
    [
        f"<div id=core>{TEXT}</div>",
        f"<div class=sidebar>{TEXT * 3}</div><div id=core>{TEXT * 2}</div>",
        f"<nav>{TEXT * 2}</nav><article id=core>{TEXT}</article>",
        f"<div class=comments>{TEXT * 3}</div><div id=core class=article-body>{TEXT}</div>",
        f"<div hidden>{TEXT * 3}</div><div id=core>{TEXT * 2}</div>",
        f"<ul>{LINKS * 9}</ul><main><div id=core>{TEXT}</div></main>",
        f"<article>{TEXT}</article><article id=core itemprop=articleBody>{TEXT}</article>",
        f"<div id=core>{ZH * 4}</div><div>{ZH}<a href=/>{ZH * 4}</a></div>",
    ],
)
def test_the_container_with_the_text(markup: str) -> None:
    root, body = body_of(markup)
    assert body.core is named(root, "core")
    assert body.prose > 0
    assert body.elements[0] is root


def test_chinese_weighs_like_latin_text() -> None:
    _, body = body_of(f"<div>{ZH * 4}</div>")
    assert body.scale > 1


@pytest.mark.parametrize(
    "markup",
    [
        f"<div id=core><div>{P * 3}</div><div>{P * 3}</div></div>",
        f"<div id=core><p class=lead>{SENTENCE * 2}</p><div>{TEXT}</div></div>",
        f"<div id=core><div>{P * 3}</div><div class=ad>x</div><section>{P}</section></div>",
        f"<div id=core>{SENTENCE * 3}<div>{P * 3}</div></div>",
    ],
)
def test_a_body_over_several_siblings(markup: str) -> None:
    root, body = body_of(f"<main>{markup}</main>")
    assert body.core is named(root, "core")


@pytest.mark.parametrize(
    "other",
    [
        f"<aside>{P}</aside>",
        f"<article>{P}</article>",
        f"<div class=related>{P}</div>",
        f"<div><h3><a href=/y>Another headline</a></h3>{P}</div>",
        f"<div>{SENTENCE}<a href=/y>{SENTENCE}</a></div>",
        "<p>Short.</p>",
    ],
)
def test_what_is_another_article_does_not_widen_the_body(other: str) -> None:
    root, body = body_of(f"<div><div id=core>{TEXT}</div>{other}</div>")
    assert body.core is named(root, "core")


@pytest.mark.parametrize(
    "box",
    [
        f"<ul>{LINKS}</ul>",
        "<div><a href=/1>Harbour</a> <a href=/2>Ferry</a> ZZZ</div>",
        "<aside><h3>ZZZ</h3><a href=/1>Read the whole story of the quay here</a></aside>",
        "<aside>ZZZ</aside>",
        "<form>ZZZ <input></form>",
        "<div><h4>See also</h4><a href=/1>Another headline</a> and ZZZ words behind it</div>",
        "<div><h3><a href=/1>Another headline of today</a></h3><p>ZZZ words</p></div>",
        "<table><tr><td><a href=/1>Another headline of today ZZZ</a></table>",
        "<div class=newsletter>ZZZ</div>",
        "<div style='display:none'>ZZZ</div>",
        "<ul>"
        + "<li><a href=/1>Another headline of today, far longer</a> ZZZ words</li>" * 4
        + "</ul>",
        "<footer>ZZZ</footer>",
        "<table><tr><td>" + "<a href=/1>Another headline of today ZZZ</a><td>" * 9 + "</table>",
    ],
)
def test_furniture_inside_the_body_is_excluded(box: str) -> None:
    text = kept(f"<article>{P * 3}{box}{P * 3}</article>")
    assert text.count(SENTENCE) == 12
    assert "ZZZ" not in text
    assert "Another headline" not in text


@pytest.mark.parametrize(
    "box",
    [
        "<ul><li>ZZZ one</li><li>two</li></ul>",
        "<ul><li>See <a href=/1>the map</a> of ZZZ and what else there is to see</li></ul>",
        f"<div>{SENTENCE}ZZZ <a href=/1>here</a></div>",
        "<table><tr><td>ZZZ<td>4<tr><td>Boats<td><a href=/1>7</a></table>",
        "<blockquote><a href=/1>ZZZ</a></blockquote>",
        "<p><a href=/1>ZZZ</a></p>",
        "<h2><a href=/1>ZZZ</a></h2>",
        f"<aside>{SENTENCE * 2}ZZZ</aside>",
        "<aside class=pull-quote>ZZZ</aside>",
        "<div><div>ZZZ</div></div>",
        "<pre>ZZZ</pre>",
    ],
)
def test_what_only_looks_like_furniture_is_kept(box: str) -> None:
    assert "ZZZ" in kept(f"<article>{P * 3}{box}{P * 3}</article>")


@pytest.mark.parametrize(
    ("box", "keeps"),
    [
        ("<div id=x><img src=/p.jpg></div>", True),
        ("<div id=x><video-player></video-player></div>", True),
        ("<div id=x><iframe></iframe></div>", True),
        ("<div id=x><i></i></div>", False),
        ("<div id=x><div></div></div>", False),
    ],
)
def test_boxes_without_words(box: str, keeps: bool) -> None:
    root, _ = body_of(f"<article>{P * 3}{box}{P * 3}</article>")
    assert named(root, "x").excluded is not keeps


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=sidebar>{TEXT}</div>",
        f"<div class=subscribe-wrap><div>{TEXT}</div></div>",
        f"<div class=popup><h1>Ferry</h1>{TEXT}</div><div>{TEXT}</div>",
        f"<div class=tags>{P * 3}</div><div class=tags>{P * 3}</div>",
        f"<div hidden>{TEXT}</div>",
        f"<article><div class=related>{TEXT}</div><p>{SENTENCE}</p></article>",
    ],
)
def test_an_article_whose_name_is_of_furniture_is_taken_back(markup: str) -> None:
    assert kept(markup).count(SENTENCE) >= 12


@pytest.mark.parametrize(("headline", "taken"), [("<h1>Ferry</h1>", True), ("", False)])
def test_the_headline_takes_its_box_back_beside_much_text(headline: str, taken: bool) -> None:
    root, _ = body_of(f"<div id=x class=popup>{headline}{TEXT}</div><main>{TEXT * 2}</main>")
    assert named(root, "x").excluded is not taken


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=comments>{TEXT}</div>",
        f"<div id=disqus_thread><div class=sidebar>{TEXT}</div></div>",
        f"<footer><div class=sidebar>{TEXT}</div></footer>",
        f"<nav>{TEXT}</nav>",
        f"<dialog>{TEXT}</dialog>",
        f"<div class=sidebar>{P}</div>",
    ],
)
def test_what_readers_wrote_and_menus_are_never_taken_back(markup: str) -> None:
    assert SENTENCE not in kept(markup)


@pytest.mark.parametrize(
    "markup",
    ["", "<body>", "plain", "<p>", "<div>" * 500, "<table>" * 300, "<a href=x>" * 500,
     "<p class='" + "x" * 50_000 + "'>", "\x00", "<article></article><main></main>"],
)  # fmt: skip
def test_pages_without_text_have_a_core(markup: str) -> None:
    _, body = body_of(markup)
    assert body.prose == 0
    assert isinstance(body.core, Element)
