"""The web site: what every page promises, and what it weighs."""

from __future__ import annotations

import gzip
import posixpath
import re
from dataclasses import replace
from importlib import resources
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.model import Image
from mirrorpress.model.blocks import Figure, Heading, ListBlock, Paragraph, Text
from mirrorpress.render.web import WebSite, dated
from render import samples

SITE = WebSite()
STYLE = resources.files("mirrorpress.render").joinpath("templates/style.css").read_text("utf-8")
PAGES = {
    output.path: output.content.decode("utf-8")
    for output in samples.edition(SITE)
    if output.content is not None and output.path.endswith(".html")
}


def article(page: samples.ArticlePage, language: str = "zh-Hans") -> LexborHTMLParser:
    (output,) = SITE.article(samples.at(SITE, page), samples.in_words_of(language))
    assert output.content is not None
    return LexborHTMLParser(output.content.decode("utf-8"))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_talks_to_its_own_host_alone(path: str) -> None:
    page = LexborHTMLParser(PAGES[path])
    policy = page.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    assert policy == (
        "default-src 'none'; img-src 'self' file:; style-src 'self' file:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert page.css_first("meta[name=referrer]").attributes["content"] == "no-referrer"
    assert not page.css("script, style, iframe, form, [style], [onclick]")
    for link in page.css("a[href]"):
        if ":" in (link.attributes["href"] or ""):
            assert link.attributes["rel"] == "noopener noreferrer nofollow"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_found_around_in(path: str) -> None:
    page = LexborHTMLParser(PAGES[path])
    assert page.css_first("html").attributes == {"lang": "zh-Hans", "dir": "ltr"}
    assert len(page.css("main")) == len(page.css("h1")) == 1
    assert page.css_first("a.skip").attributes["href"] == "#text"
    assert page.css_first("main").attributes["id"] == "text"
    assert page.css_first("title").text()
    assert not [nav for nav in page.css("nav") if not nav.attributes.get("aria-label")]
    labels = [nav.attributes["aria-label"] for nav in page.css("nav")]
    assert len(set(labels)) == len(labels), "two navigations with one name"
    levels = [int(node.tag[1]) for node in page.css("h1, h2, h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_an_article_has_its_own_language_and_direction() -> None:
    page = article(samples.PAGES[1])
    frame = page.css_first("article")
    assert (frame.attributes["lang"], frame.attributes["dir"]) == ("ar", "rtl")
    persian = article(samples.PAGES[2], "fa")
    assert persian.css_first("html").attributes == {"lang": "fa", "dir": "rtl"}
    assert persian.css_first("article").attributes["dir"] == "ltr"


def test_the_original_is_canonical() -> None:
    page = article(samples.PAGES[0])
    assert page.css_first("link[rel=canonical]").attributes["href"] == samples.ZH.url
    assert samples.ZH.url in [node.attributes["href"] for node in page.css("footer a")]


def test_pictures_take_their_room_before_they_come() -> None:
    pictures = article(samples.PAGES[0]).css("img")
    assert [(node.attributes["width"], node.attributes["height"]) for node in pictures] == [
        ("1280", "720"), ("800", "600"), ("800", "600")
    ]  # fmt: skip
    assert [node.attributes.get("loading") for node in pictures] == [None, "lazy", "lazy"]


def test_a_picture_that_is_missing_is_told_and_not_fetched() -> None:
    page = article(replace(samples.PAGES[0], pictures={}))
    assert not page.css("img")
    assert page.css_first(".missing").text().startswith("本副本没有这张图片")
    assert samples.BRIDGE.url not in (page.html or "")


def test_the_text_of_a_missing_picture_is_told_once() -> None:
    told = Image(url="https://yuanshan.example/img/x.jpg", alt="石桥", caption=(Text("石桥"),))
    page = article(samples.page(samples.ZH, (Figure((told,)),)))
    assert page.css_first(".missing").text() == "本副本没有这张图片"
    assert page.css_first("figcaption").text() == "石桥"


def test_times_are_for_machines_too() -> None:
    page = article(samples.PAGES[0])
    time = page.css_first(".origin time")
    assert time.attributes["datetime"] == "2026-03-04T07:20+08:00"
    assert time.text() == "2026-03-04 07:20 (UTC+08:00)"


def test_the_head_says_what_reader_software_asks_for() -> None:
    """OpenGraph and the like, escaped, in place of JSON-LD: a page holds no script element."""
    page = article(samples.PAGES[0])
    said = [
        (node.attributes.get("property") or node.attributes["name"], node.attributes["content"])
        for node in page.css('meta[property], meta[name="author"]')
    ]
    assert said == [
        ("og:type", "article"),
        ("og:title", samples.ZH.title),
        ("og:site_name", "远山日报"),
        ("article:published_time", "2026-03-04T07:20:00+08:00"),
        ("article:modified_time", "2026-03-04T09:05:00+08:00"),
        ("author", "林一舟"),
        ("author", "周采"),
    ]
    section = article(samples.PAGES[1]).css_first('meta[property="article:section"]')
    assert section.attributes["content"] == "محليات"


def test_the_card_of_an_embed_says_what_it_stands_for() -> None:
    card = article(samples.PAGES[0]).css_first("figure.embed")
    assert card.attributes["itemtype"] == "https://schema.org/VideoObject"
    link = card.css_first("a[itemprop=url]")
    assert link.attributes["href"] == "https://video.example/watch?v=1_a*b"
    assert link.css_first("[itemprop=name]").text() == "航拍：云津河两岸"
    untitled = article(samples.PAGES[1]).css_first("figure.embed")
    assert untitled.css_first("a[itemprop=url]").text() == "radio.example"
    assert not untitled.css("[itemprop=name]")


def test_dates_in_sentences_are_marked_and_nothing_else_changes() -> None:
    page = article(samples.PAGES[3], "fr")
    assert page.css_first(".notice .date").text() == "2026-03-06"
    modified = article(samples.PAGES[0]).css_first(".origin .date")
    assert modified.text() == "2026-03-04 09:05 (UTC+08:00)"
    assert modified.parent.text() == "修改于 2026-03-04 09:05 (UTC+08:00)"
    assert dated("<b> 2026-03-06") == '&lt;b&gt; <span class="date">2026-03-06</span>'


@pytest.mark.parametrize("path", PAGES)
def test_every_page_brings_its_icon(path: str) -> None:
    """A browser that is not told of one asks for /favicon.ico, outside the mirror's folder."""
    (icon,) = LexborHTMLParser(PAGES[path]).css("link[rel=icon]")
    href = icon.attributes["href"] or ""
    assert posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) == "favicon.svg"
    assert icon.attributes["type"] == "image/svg+xml"


def test_the_icon_is_a_small_picture_that_asks_for_nothing() -> None:
    files = {output.path: output.content for output in SITE.static_files(samples.SITE_DATA)}
    icon = files["favicon.svg"]
    assert icon is not None
    assert len(icon) < 1000
    names = {node.tag.rpartition("}")[2] for node in ElementTree.fromstring(icon).iter()}
    assert names <= {"svg", "rect", "path"}
    assert b"href" not in icon
    assert b"url(" not in icon


def test_foreign_titles_are_set_apart() -> None:
    page = LexborHTMLParser(PAGES["days/2026/03/04.html"])
    arabic = page.css_first('.lines a[lang="ar"]')
    assert arabic.attributes["dir"] == "rtl"
    assert page.css_first(".lines .outlet").tag == "bdi"


def test_an_article_that_was_taken_down_says_so() -> None:
    notice = article(samples.PAGES[3]).css_first(".notice")
    assert notice.text() == "原媒体已撤下此文（发现于 2026-03-06）。"
    assert not article(samples.PAGES[0]).css(".notice")


def test_a_list_item_of_one_line_has_no_paragraph() -> None:
    page = article(samples.PAGES[0])
    assert not page.css("article li p")
    assert page.css("article li ul li")


def test_a_page_and_its_style_fit_into_the_first_round_trip() -> None:
    """14 kB: what a server sends before it waits for an answer (RFC 6928)."""
    long = tuple(
        block
        for number in range(12)
        for block in (*samples.EN_BLOCKS, *samples.ZH_BLOCKS)
        if isinstance(block, Paragraph | Heading | ListBlock)
        for block in (block, samples.p(f"{number} " + samples.ZH.title * (number + 1)))
    )
    (output,) = SITE.article(samples.at(SITE, samples.page(samples.ZH, long)), samples.SITE_DATA)
    assert output.content is not None
    assert len(output.content) > 30_000
    assert len(gzip.compress(output.content)) + len(gzip.compress(STYLE.encode())) < 14_000


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))


def contrast(first: str, second: str) -> float:
    """WCAG 2.2, contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


LIGHT, DARK = (colours(part) for part in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2])


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", "link", "accent"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_contrast_is_enough(scheme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= 4.5


def test_the_contrast_check_can_fail() -> None:
    assert contrast("#777777", "#888888") < 4.5
    assert round(contrast("#000000", "#ffffff")) == 21
