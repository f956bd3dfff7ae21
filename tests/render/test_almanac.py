"""Markdown pages as git hosts show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.model import Image, ListPage
from mirrorpress.model.blocks import Figure, Text
from mirrorpress.render import lists
from mirrorpress.render.almanac import Almanac
from render import samples
from render.hosts import HOSTS, Host, found_in

ALMANAC = Almanac()


def page(page: samples.ArticlePage, language: str = "zh-Hans") -> str:
    (output,) = ALMANAC.article(samples.at(ALMANAC, page), samples.in_words_of(language))
    assert output.content is not None
    return output.content.decode("utf-8")


hosts = pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)


@hosts
def test_every_kind_of_block_is_shown(host: Host) -> None:
    shown = LexborHTMLParser(host.show(page(samples.PAGES[0])))
    assert [node.text() for node in shown.css("h1")] == [samples.ZH.title]
    assert [node.text() for node in shown.css("h2, h3")] == ["各街道水位", "# 转移须知"]
    assert [node.attributes["alt"] for node in shown.css("img")] == [
        samples.BRIDGE.alt, samples.MARKET.alt, samples.MARKET.alt
    ]  # fmt: skip
    assert len(shown.css("blockquote")) == 2
    assert [len(row.css("td, th")) for row in shown.css("tr")] == [3, 3, 3]
    assert shown.css_first("ol").attributes["start"] == "3"
    assert len(shown.css("ol > li")) == 3
    assert len(shown.css("li li")) == 2
    for tag in ("ruby rt", "sub", "sup", "code", "em", "strong", "hr", "small", "br"):
        assert shown.css(tag), tag


@hosts
def test_links_are_those_of_the_article_and_of_the_mirror(host: Host) -> None:
    shown = LexborHTMLParser(host.show(page(samples.PAGES[0])))
    links = [node.attributes["href"] or "" for node in shown.css("a")]
    assert [link for link in links if ":" in link] == [
        "https://yuanshan.example/data?a=1&copy=2",
        "https://video.example/watch?v=1_a*b",
        samples.ZH.url,
        *samples.SITE_DATA.addresses,
    ]
    assert links[:3] == links[-3:], "navigation above and below"


@hosts
def test_an_arabic_article_is_read_from_the_right(host: Host) -> None:
    shown = LexborHTMLParser(host.show(page(samples.PAGES[1])))
    frame = shown.css_first("h1").parent
    assert frame is not None
    assert (frame.tag, frame.attributes) == ("div", {"dir": "rtl", "lang": "ar"})
    assert [cell.attributes.get("colspan") for cell in frame.css("th")] == [None, "2"]
    assert shown.css_first("hr").parent is not frame


@hosts
def test_the_words_of_a_persian_mirror_are_read_from_the_right(host: Host) -> None:
    shown = LexborHTMLParser(host.show(page(samples.PAGES[2], "fa")))
    frames = [(node.attributes["dir"], node.attributes["lang"]) for node in shown.css("div")]
    assert frames == [("rtl", "fa"), ("ltr", "en"), ("rtl", "fa"), ("rtl", "fa")]


@hosts
@pytest.mark.parametrize("list_page", samples.list_pages(), ids=lambda page: page.article_list.kind)
def test_nothing_is_left_unescaped(host: Host, list_page: ListPage) -> None:
    for output in ALMANAC.list_page(samples.at(ALMANAC, list_page), samples.SITE_DATA):
        assert output.content is not None
        html = host.show(output.content.decode("utf-8"))
        text = LexborHTMLParser(html).body.text()
        assert found_in(html) == []
        assert not [
            mark for mark in ("](", "**", "\\", "<", "|") if mark in text.split("minisign")[0]
        ]


def test_an_article_that_was_taken_down_says_so() -> None:
    assert "**原媒体已撤下此文（发现于 2026-03-06）。**" in page(samples.PAGES[3]).replace(
        "<strong>", "**"
    ).replace("</strong>", "**")
    assert "原媒体" not in page(samples.PAGES[0])


def test_times_are_told_with_their_offset() -> None:
    assert "2026-03-04 07:20 (UTC+08:00) · 修改于 2026-03-04 09:05 (UTC+08:00)" in page(
        samples.PAGES[0]
    )
    assert "修改于 2026-03-04 12:00\n" in page(samples.PAGES[2]), "the page names no zone"
    in_utc = replace(samples.SITE_DATA, timezone="UTC")
    (output,) = ALMANAC.article(samples.at(ALMANAC, samples.PAGES[0]), in_utc)
    assert output.content is not None
    assert "2026-03-03 23:20 (UTC)" in output.content.decode("utf-8")


def test_a_date_is_not_turned_round_among_arabic_words() -> None:
    assert "ليلى حداد · \u20682026-03-04 10:05 (UTC+08:00)\u2069\n" in page(samples.PAGES[1])
    assert "در \u20682026-03-06\u2069 دیده شد" in page(samples.PAGES[3], "fa")
    assert "\u2068" not in page(replace(samples.PAGES[0], also=()))


def test_a_change_before_publication_is_not_told() -> None:
    early = samples.page(samples.ZH, (), modified=samples.ZH.published)
    assert "修改于" not in page(early)


def test_a_change_on_the_day_of_publication_without_a_time_is_not_told() -> None:
    day = samples.ZH.published.replace(hour=0, minute=0, tzinfo=None)
    assert "修改于" not in page(samples.page(samples.ZH, (), modified=day))
    assert "修改于" in page(samples.page(samples.ZH, (), modified=day + timedelta(days=1)))


def test_the_text_of_a_missing_picture_is_told_once() -> None:
    told = Image(url="https://yuanshan.example/img/x.jpg", alt="石桥", caption=(Text("石桥"),))
    shown = page(samples.page(samples.ZH, (Figure((told,)),)))
    assert "本副本没有这张图片" in shown
    assert shown.count("石桥") == 1


def test_pictures_are_those_of_the_edition() -> None:
    shown = page(samples.PAGES[0])
    assert samples.BRIDGE.url not in shown
    bare = replace(samples.PAGES[0], pictures={})
    assert "![" not in page(bare)
    assert f"本副本没有这张图片 · {samples.BRIDGE.alt}" in page(bare)


def test_an_empty_mirror_has_a_front_page() -> None:
    bare = replace(samples.SITE_DATA, sources=(), public_key=None, addresses=(), contact=None)
    (front,) = ALMANAC.list_page(ListPage(article_list=lists.FRONT), bare)
    assert front.path == "README.md"
    assert front.content == "# 远山镜报\n\n暂无内容。\n".encode()


def test_an_outlet_without_articles_is_named_and_not_linked() -> None:
    (front,) = ALMANAC.list_page(samples.at(ALMANAC, samples.list_pages()[0]), samples.SITE_DATA)
    assert front.content is not None
    assert "- Quiet Gazette · 0 篇" in front.content.decode("utf-8")
