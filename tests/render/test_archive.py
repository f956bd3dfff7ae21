"""Layout `archive`: what is on its pages."""

from __future__ import annotations

import re
from dataclasses import replace

from mirrorpress.model import ListPage
from mirrorpress.render.archive import FRONT, NEWEST, Archive, outlet
from render import samples

ARCHIVE = Archive()


def test_an_article_opens_with_its_time_and_its_linked_title() -> None:
    (output,) = ARCHIVE.article(samples.at(ARCHIVE, samples.PAGES[0]), samples.SITE_DATA)
    assert output.content is not None
    page = output.content.decode("utf-8")
    milliseconds = round(samples.PAGES[0].revision.published.timestamp() * 1000)
    assert page.startswith(f"<!--{milliseconds}-->\n")
    assert f"\n# [{samples.ZH.title}]({samples.ZH.url})\n" in page
    assert "2026-03-04 07:20 (UTC+08:00)" in page


def test_a_source_shows_its_newest_and_the_months_behind_which_all_are() -> None:
    shown = outlet("yuanshan")
    assert (shown.limit, shown.page_size, shown.parts) == (NEWEST, NEWEST, "month")
    page = next(one for one in samples.lists_in(ARCHIVE) if one.article_list == shown)
    (output,) = ARCHIVE.list_page(samples.at(ARCHIVE, page), samples.SITE_DATA)
    assert output.path == "lists/yuanshan.md"
    assert output.content is not None
    lines = output.content.decode("utf-8").splitlines()
    short = [line for line in lines if re.match(r"- \d+-\d+ \[", line)]
    assert [line.split(" [")[0] for line in short] == ["- 3-4", "- 2-27"]
    assert "- [2026-03](yuanshan/2026-03.md) · 1 篇" in lines


def test_a_line_says_that_the_outlet_took_the_article_down() -> None:
    gone = replace(samples.EN, withdrawn=samples.EN.published)
    page = ListPage(article_list=outlet("harbour-ledger"), summaries=(gone,))
    (output,) = ARCHIVE.list_page(samples.at(ARCHIVE, page), samples.in_words_of("en"))
    assert output.content is not None
    assert "· *taken down by the outlet*" in output.content.decode("utf-8")


def test_a_mirror_without_articles_says_so() -> None:
    (output,) = ARCHIVE.list_page(ListPage(article_list=FRONT), samples.in_words_of("en"))
    assert output.content is not None
    assert (output.path, b"Nothing here yet." in output.content) == ("README.md", True)
