"""Whatever comes in: an article or a typed error, and nothing in it that a browser would run."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract, extract_and_record, extract_entry, learn
from mirrorpress.model import Article, FeedEntry
from mirrorpress.model.codec import article_from_data, article_to_data
from mirrorpress.model.plain import plain_text
from mirrorpress.render.export import article_to_json

PROSE = "<p>The keeper lit the lamp before the rain came in from the sea, and went home.</p>"
URLS = st.sampled_from(
    [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//a.example/x",
        "/x.jpg",
        "https://a.example/x?a=1&b=\"'<>",
        "http:\\\\a.example",
        "mailto:a@b.example",
        "https://a.example:99999/",
        "",
    ]
)
NAMES = st.sampled_from(
    [
        "div",
        "p",
        "a",
        "img",
        "figure",
        "figcaption",
        "iframe",
        "video",
        "source",
        "picture",
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "blockquote",
        "pre",
        "code",
        "ruby",
        "rt",
        "sub",
        "em",
        "b",
        "br",
        "hr",
        "script",
        "style",
        "svg",
        "noscript",
        "template",
        "object",
        "embed",
        "video-player",
        "section",
        "article",
        "aside",
        "main",
        "nav",
        "footer",
        "form",
        "math",
        "title",
        "meta",
        "base",
        "link",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "href",
        "src",
        "data-src",
        "srcset",
        "poster",
        "class",
        "id",
        "style",
        "onclick",
        "title",
        "alt",
        "content",
        "property",
        "itemprop",
        "hidden",
        "source",
        "width",
        "colspan",
        "start",
        "lang",
        "datetime",
    ]
)
VALUES = (
    URLS | st.text(max_size=10) | st.sampled_from(["article-body", "ad", "caption", "og:title"])
)


@st.composite
def tags(draw: st.DrawFn) -> str:
    name = draw(NAMES)
    attributes = draw(st.lists(st.tuples(ATTRIBUTES, VALUES), max_size=3))
    quoted = " ".join(f'{key}="{value}"' for key, value in attributes)
    return draw(st.sampled_from([f"<{name} {quoted}>", f"</{name}>", f"<{name}{quoted}>"]))


PAGES = st.lists(tags() | st.text(max_size=30) | st.just(PROSE), max_size=25).map("".join)


class Runs(HTMLParser):
    """What a browser would run or fetch from a page: elements and addresses."""

    allowed = frozenset(
        [
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "cite",
            "table",
            "caption",
            "tr",
            "td",
            "th",
            "figure",
            "figcaption",
            "img",
            "small",
            "pre",
            "code",
            "iframe",
            "video",
            "audio",
            "hr",
            "a",
            "em",
            "strong",
            "sub",
            "sup",
            "ruby",
            "rt",
            "br",
        ]
    )

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.allowed:
            self.bad.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.bad.append(name)
            if name in ("href", "src", "poster") and not (value or "").startswith(
                ("http://", "https://", "mailto:")
            ):
                self.bad.append(f"{name}={value}")


def check(article: Article) -> None:
    data = article_to_json(article)
    json.dumps(data)
    parser = Runs()
    parser.feed(str(data["html"]))
    assert parser.bad == []
    assert article_from_data(json.loads(json.dumps(article_to_data(article)))) == article
    assert plain_text(article) == data["text"]
    for image in (article.lead,):
        assert image is None or image.url.startswith(("http://", "https://"))


@settings(max_examples=300)
@given(PAGES, st.sampled_from([None, "https://a.example/dir/page"]))
def test_any_markup(html: str, url: str | None) -> None:
    try:
        article = extract(html + PROSE, url)
    except ExtractError:
        return
    check(article)


@settings(max_examples=150)
@given(st.binary(max_size=300), st.none() | st.sampled_from(["utf-8", "gbk", "utf-16", "?"]))
def test_any_bytes(content: bytes, charset: str | None) -> None:
    try:
        article = extract(content, charset=charset)
    except ExtractError:
        return
    check(article)


@settings(max_examples=100)
@given(PAGES)
def test_any_feed_content(html: str) -> None:
    try:
        article = extract_entry(FeedEntry(title="t", url="https://a.example/", content_html=html))
    except ExtractError:
        return
    check(article)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_json_ld(script: str) -> None:
    page = f'<script type="application/ld+json">{script}</script><h1>Lamp</h1>{PROSE * 2}'
    try:
        extract(page, "https://a.example/")
    except ExtractError:
        return


@settings(max_examples=60)
@given(PAGES)
def test_the_same_page_gives_the_same_article(html: str) -> None:
    def once() -> object:
        try:
            return article_to_json(extract(html + PROSE, "https://a.example/"))
        except ExtractError as error:
            return str(error)

    assert once() == once()


@settings(max_examples=60)
@given(st.lists(PAGES, min_size=2, max_size=4))
def test_a_profile_of_any_pages_makes_no_page_fail(pages: list[str]) -> None:
    found = []
    for number, html in enumerate(pages):
        try:
            found.append(extract_and_record(html + PROSE, f"https://a.example/{number}"))
        except ExtractError:
            continue
    profile = learn(None, [record for _, record in found], day=1)
    for article, record in found:
        number = (article.url or "").rpartition("/")[2]
        if number.isdigit():
            html = pages[int(number)] + PROSE
            again, same = extract_and_record(html, article.url, profile=profile)
            check(again)
            assert same == record
