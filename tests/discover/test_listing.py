"""Section pages: which links are articles."""

from __future__ import annotations

import pytest

import malformed
from discover.pages import SOURCE, page
from mirrorpress.discover import listing
from mirrorpress.errors import ReadError
from mirrorpress.model import Index

HERE = "https://www.ledger.example/world/"


def read(body: str | bytes, **more: str) -> Index:
    return listing.read(page(body, url=HERE, **more), SOURCE)


ENGLISH = """<html lang="en"><head><title>World | The Harbour Ledger</title></head><body>
<header><a href="/">The Harbour Ledger</a></header>
<nav><a href="/world/">World news today</a><a href="/sport/2026/">Sports and games</a></nav>
<main>
<article><a href="/world/2026/03/04/ferry-runs-again"><img src="f.jpg"></a>
<h2><a href="/world/2026/03/04/ferry-runs-again#top">Ferry to Skarne runs again</a></h2>
<time datetime="2026-03-04T10:00:00Z">4 March</time>
<a href="/world/2026/03/04/ferry-runs-again">Read more</a></article>
<article><h3><a href="https://ledger.example/world/2026/03/03/bridge-to-close-in-april?utm_source=x">
Bridge to close in April</a></h3><a href="/tag/bridge">All about bridges</a></article>
<article><h2><a href="https://elsewhere.example/2026/03/04/a-long-slug-elsewhere">
A story elsewhere</a></h2></article>
<div class="ad-box ads"><a href="/world/2026/03/04/buy-this-boat-now-cheap">
Buy this boat today</a></div>
</main>
<aside><a href="/world/2026/03/01/most-read-of-the-week">Most read of the week</a></aside>
<footer><a href="/about-us/2026/terms-of-use-and-more">Terms of use and so on</a></footer>"""

CHINESE = """<html lang="zh-Hans"><head><meta charset="gb2312"><title>国际</title></head><body>
<div class="nav"><a href="/guoji/">国际新闻频道首页</a></div>
<ul class="list"><li><a href="/20260304/100123.html">渡轮今日恢复航行</a><span>03-04</span></li>
<li><a href="/20260303/100122.html">大桥四月关闭维修</a></li>
<li><a href="/guoji/2.html">下一页</a></li>
<li><a href="/live/8.html">直播</a></li></ul></body></html>"""

ARABIC = """<html lang="ar" dir="rtl"><body><section><h3><a href="/akhbar/%D8%B9%D8%A7%D8%AF-17">
عاد المركب إلى العمل اليوم</a></h3></section>
<div class="card"><a href="/akhbar/الجسر-يغلق-في-نيسان">الجسر يغلق في نيسان للصيانة</a></div>"""

FRENCH = """<base href="https://ledger.example/monde/"><body><ul>
<li><a href="article/2026/03/04/le-bac-repart_612345_3210.html">
<h2>Le bac repart enfin</h2></a></li>
<li><a href="article.php?id=61234">Le pont fermera en avril prochain</a></li>
<li><a href="javascript:void(0)">Le pont fermera en avril prochain</a></li>
<li><a href="mailto:a@ledger.example">Écrivez à la rédaction du journal</a></li></ul></body>"""


@pytest.mark.parametrize(
    ("body", "entries"),
    [
        (
            ENGLISH,
            [
                ("https://www.ledger.example/world/2026/03/04/ferry-runs-again",
                 "Ferry to Skarne runs again"),
                ("https://ledger.example/world/2026/03/03/bridge-to-close-in-april?utm_source=x",
                 "Bridge to close in April"),
            ],
        ),
        (
            CHINESE.encode("gb18030"),
            [
                ("https://www.ledger.example/20260304/100123.html", "渡轮今日恢复航行"),
                ("https://www.ledger.example/20260303/100122.html", "大桥四月关闭维修"),
            ],
        ),
        (
            ARABIC,
            [
                ("https://www.ledger.example/akhbar/%D8%B9%D8%A7%D8%AF-17",
                 "عاد المركب إلى العمل اليوم"),
                ("https://www.ledger.example/akhbar/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1-"
                 "%D9%8A%D8%BA%D9%84%D9%82-%D9%81%D9%8A-%D9%86%D9%8A%D8%B3%D8%A7%D9%86",
                 "الجسر يغلق في نيسان للصيانة"),
            ],
        ),
        (
            FRENCH,
            [
                ("https://ledger.example/monde/article/2026/03/04/le-bac-repart_612345_3210.html",
                 "Le bac repart enfin"),
                ("https://ledger.example/monde/article.php?id=61234",
                 "Le pont fermera en avril prochain"),
            ],
        ),
    ],
    ids=["english", "chinese", "arabic", "french"],
)  # fmt: skip
def test_articles_are_found_in_page_order(
    body: str | bytes, entries: list[tuple[str, str]]
) -> None:
    index = read(body)
    assert [(entry.url, entry.title) for entry in index.entries] == entries
    assert index.problems == ()


def test_what_the_page_says_of_itself_and_of_its_articles() -> None:
    index = read(ENGLISH)
    assert (index.format, index.title, index.language) == (
        "listing",
        "World | The Harbour Ledger",
        "en",
    )
    assert index.entries[0].published is not None
    assert index.entries[0].published.isoformat() == "2026-03-04T10:00:00+00:00"
    assert index.entries[1].published is None


def test_a_page_without_articles_says_so() -> None:
    index = read("<p>Nothing here, <a href='/contact'>write to us</a>.</p>")
    assert index.entries == ()
    assert index.problems


@pytest.mark.parametrize("body", ["", "no markup", b"\x89PNG", "<div>" * 100_000])
def test_what_is_no_page_is_an_error(body: str | bytes) -> None:
    with pytest.raises(ReadError):
        read(body)


def test_items_need_no_end_tags() -> None:
    link = "<li><p><a href='/2026/03/04/{}-a-b-c-d'>A headline of some length</a>"
    assert len(read("<ul>" + "".join(map(link.format, range(400)))).entries) == 400


def test_a_page_of_very_many_links_is_bounded() -> None:
    body = "".join(
        f"<h2><a href='/2026/03/04/{n}-a-b-c-d'>A headline of some length</a></h2>"
        for n in range(30_000)
    )
    assert len(read(body).entries) == listing.MAX_ENTRIES


def test_malformed_links_are_no_articles() -> None:
    links = "".join(
        f"<a href='{address}'>A headline of some length here</a>" for address in malformed.ADDRESSES
    )
    bases = "".join(f"<base href='{address}'>" for address in malformed.ADDRESSES)
    expected = [entry.url for entry in read(ENGLISH).entries]
    assert [entry.url for entry in read(bases + links + ENGLISH).entries] == expected
