"""Pages of articles and lists: what stands where, and what the operator adds."""

from __future__ import annotations

import csv
from dataclasses import replace

from mirrorpress.images.qr import qr_png
from mirrorpress.model import ArticleSummary, ListPage, Site
from mirrorpress.render.channels.layout import Channels
from render import samples

SITE = samples.in_words_of("en")
LAYOUT = samples.channels()


def article(layout: Channels = LAYOUT, site: Site = SITE, number: int = 0) -> str:
    (output, *_) = layout.article(samples.at(layout, samples.PAGES[number], site), site)
    assert output.content is not None
    return output.content.decode("utf-8")


def of_world(**changes: object) -> ListPage:
    shown = LAYOUT.lists(samples.EN, SITE)[2]
    heads = (replace(samples.EN, **changes), samples.AR, samples.FR)  # type: ignore[arg-type]
    return samples.at(LAYOUT, ListPage(article_list=shown, summaries=heads))


def test_an_article_has_its_parts_in_the_order_of_the_reference() -> None:
    text = article()
    parts = [
        "\n### 云津河一夜上涨两米，三千人转移\n",
        "](../../README.md)",
        "](../../indexes/yuanshan.md)",
        "[Tools for readers](https://tools.example/)",
        "2026-03-04 07:20 (UTC+08:00)",
        "![清晨的石桥",
        "___",
        "**Links chosen by the operator of this mirror**",
        "远山市三月四日清晨宣布",
        "To share this page",
        "](https://git.example/me/news/blob/main/pages/yuanshan/aaaa2222bbbb.md)",
        "**Original address**",
        "(may be blocked where you are)",
        "**Other reports of this event**",
        "](../../README.md)",
    ]
    at, start = [], 0
    for part in parts:
        start = text.find(part, start)
        at.append(start)
        assert start != -1, part
    assert text.count("](../../README.md)") == 2


def test_links_are_drawn_by_the_page() -> None:
    drawn = [{f"Book {n}" for n in range(1, 10) if f"[Book {n}]" in article(number=at)}
             for at in range(5)]  # fmt: skip
    assert {len(one) for one in drawn} == {3}
    assert len({frozenset(one) for one in drawn}) > 1
    assert article() == article(samples.channels())


def test_without_files_there_are_no_links_of_the_operator() -> None:
    text = article(samples.channels(picks=None, sticky=None, links=None, share=None))
    assert "operator" not in text and "To share" not in text


def test_links_may_be_marked_with_the_page_they_are_on() -> None:
    text = article(samples.channels(mark_links=True))
    assert "](../../README.md?aaaa2222bbbb)" in text
    assert "](../../indexes/yuanshan.md?aaaa2222bbbb)" in text
    assert (
        "![清晨的石桥，桥下是上涨的河水](../../pictures/2026/03/04/a1b2a1b2a1b2a1b2.webp)" in text
    )
    assert "?aaaa" not in article()


def test_a_channel_comes_as_page_table_and_alias() -> None:
    page, table, alias = LAYOUT.list_page(of_world(), SITE)
    assert (page.path, table.path, alias.path) == (
        "indexes/world.md",
        "indexes/world.csv",
        "indexes/国际新闻.md",
    )
    assert page.content == alias.content
    further = replace(of_world(), number=3)
    assert [one.path for one in LAYOUT.list_page(further, SITE)] == [
        "indexes/world_3.md",
        "indexes/world_3.csv",
    ]


def test_a_table_is_csv_that_no_spreadsheet_calculates() -> None:
    title = '=HYPERLINK("https://evil.example","a, b")'
    _, table, _ = LAYOUT.list_page(of_world(title=title), SITE)
    assert table.content is not None
    rows = list(csv.reader(table.content.decode("utf-8").splitlines(), strict=True))
    assert rows[0] == ["path", "title", "published", "outlet", "address"]
    assert rows[1] == [
        "/pages/world/eeee4444ffff.md",
        f"'{title}",
        "2026-03-04T11:40:00+08:00",
        "The Harbour Ledger",
        "https://harbour-ledger.example/eeee4444ffff",
    ]
    assert [row[0] for row in rows[2:]] == [
        "/pages/world/cccc3333dddd.md",
        "/pages/world/gggg5555hhhh.md",
    ]


def test_picks_come_first_in_their_order_and_under_their_titles() -> None:
    shown = LAYOUT.standing_lists(SITE)[2]
    found = {one.url: one for one in (samples.EN, samples.ZH)}
    page = samples.at(LAYOUT, ListPage(article_list=shown, summaries=(samples.ZH, samples.OLD),
                                       found=found))  # fmt: skip
    output, *_ = LAYOUT.list_page(page, SITE)
    assert output.content is not None
    lines = [line for line in output.content.decode("utf-8").splitlines() if line[:2] == "- "]
    assert len(lines) == 3
    assert '3-4 [A river, and "3,000" people](../pages/world/eeee4444ffff.md)' in lines[0]
    assert "(../pages/yuanshan/aaaa2222bbbb.md)" in lines[1]
    assert "(../pages/yuanshan/iiii6666jjjj.md)" in lines[2]


def test_a_list_says_that_the_outlet_took_an_article_down() -> None:
    output, *_ = LAYOUT.list_page(of_world(withdrawn=samples.EN.published), SITE)
    assert output.content is not None
    assert output.content.decode("utf-8").count("*taken down by the outlet*") == 2


def page_within(*keys: str, **options: object) -> dict[str, bytes]:
    layout = samples.channels(**options)
    page = replace(samples.at(layout, samples.PAGES[0], SITE), within=frozenset(keys))
    return {one.path: one.content or b"" for one in layout.article(page, SITE)}


CODE = "pages/yuanshan/aaaa2222bbbb.md.png"
PAGE = "pages/yuanshan/aaaa2222bbbb.md"


def test_a_page_with_a_code_shows_it_and_links_to_its_address() -> None:
    files = page_within("kept:yuanshan", "coded:yuanshan")
    assert files.keys() == {PAGE, CODE}
    share = "https://git.example/me/news/blob/main/pages/yuanshan/aaaa2222bbbb.md"
    assert files[CODE] == qr_png(share)
    text = files[PAGE].decode("utf-8")
    assert f"[![QR code of this address](aaaa2222bbbb.md.png)]({share})" in text


def test_a_page_that_is_not_of_the_newest_has_no_code() -> None:
    files = page_within("kept:yuanshan")
    assert files.keys() == {PAGE}
    assert "![QR code" not in files[PAGE].decode("utf-8")


def test_an_article_that_is_not_kept_leaves_a_note_with_its_address() -> None:
    for files in (page_within(), page_within("coded:yuanshan")):
        assert files.keys() == {PAGE}
        text = files[PAGE].decode("utf-8")
        assert f"### {samples.ZH.title}" in text
        assert "This article is no longer kept here." in text
        assert f"]({samples.ZH.url})" in text and "](../../indexes/yuanshan.md)" in text
        assert len(text) < 800 and "水位在十二小时内" not in text


def test_picked_and_hot_articles_are_kept_and_all_where_nothing_is_removed() -> None:
    for files in (
        page_within("kept-as-hot:"),
        page_within("channel:recommended"),
        page_within(keep=0),
    ):
        assert "水位在十二小时内" in files[PAGE].decode("utf-8")


def test_which_lists_a_page_depends_on() -> None:
    def keys(summary: ArticleSummary | None, **options: object) -> list[tuple[str, bool]]:
        found = samples.channels(**options).tracked(summary, SITE)
        return [(one.article_list.key, one.forever) for one in found]

    shared = [("channel:recommended", False), ("kept-as-hot:", False)]
    assert keys(None) == shared
    assert keys(samples.EN) == [*shared, ("kept:world", False), ("coded:world", True)]
    assert keys(samples.EN, keep=0) == [("coded:world", True)]
    assert keys(samples.EN, keep=0, share=None) == keys(samples.EN, keep=0, qr=0) == []
