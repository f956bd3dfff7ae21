"""Every shape and fault that real sites have is really served."""

import json
import re
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree

import pytest

from mirrorpress.demo import Newsroom, Truth

from .conftest import Get, Page

Read = Callable[[str], Page]
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def articles(room: Newsroom, outlet: str) -> list[Truth]:
    return [truth for truth in room.truth().values() if truth.outlet == outlet]


def one(room: Newsroom, part: str) -> Truth:
    return next(truth for url, truth in room.truth().items() if part in url)


def test_every_page_shows_its_truth(first: Newsroom, page: Read) -> None:
    for url, truth in first.truth().items():
        texts = [
            page(url).text,
            *(page(f"{url}?page={n + 2}").text for n in range(truth.pages - 1)),
        ]
        shown = "".join(" ".join(texts).split())
        for _, line in truth.lines:
            for cell in line.split(" | "):
                assert "".join(cell.split()) in shown, (url, cell)
        assert "".join(truth.title.split()) in shown
        assert all("".join(name.split()) in shown for name in truth.bylines)


def test_every_page_carries_its_pictures_and_players(first: Newsroom, page: Read) -> None:
    for url, truth in first.truth().items():
        html = unescape("".join(page(f"{url}?page={n + 1}").html for n in range(truth.pages)))
        assert all(image.url in html for image in truth.images), url
        assert all(image.caption in html for image in truth.images), url
        assert all(embed.url in html for embed in truth.embeds), url


def test_every_page_has_furniture_around_it(first: Newsroom, page: Read) -> None:
    for url in first.truth():
        html = page(url).html
        assert re.search(r'<button title="[^"]+"[^>]*><svg ', html), url
        assert html.count("<svg") >= 3
        assert html.count("<a ") > 15


@pytest.mark.parametrize(
    ("outlet", "kind", "text"),
    [
        ("harbour-ledger", "rss", "part"),
        ("sarel-wire", "rss", "full"),
        ("yunting", "rss", ""),
        ("pristan", "rss", ""),
    ],
)
def test_rss(first: Newsroom, get: Get, outlet: str, kind: str, text: str) -> None:
    found = next(o for o in first.outlets if o.name == outlet)
    assert found.feed == kind
    body = get(first, found.index_url).body.decode(found.encoding)
    items = ElementTree.fromstring(body.partition("?>")[2]).findall("channel/item")
    truths = {t.title: t for t in articles(first, outlet)}
    assert {item.findtext("title") for item in items} == set(truths)
    for item in items:
        truth, html = truths[str(item.findtext("title"))], item.findtext(CONTENT) or ""
        last = [line for kind, line in truth.lines if kind == "paragraph"][-1]
        assert bool(html) == bool(text)
        assert (last.split("<")[0] in html) == (text == "full")


def test_atom(first: Newsroom, get: Get) -> None:
    answer = get(first, "http://www.langang.example/feeds/world.atom")
    entries = ElementTree.fromstring(answer.body).findall(f"{ATOM}entry")
    links = {entry.find(f"{ATOM}link[@rel='alternate']").get("href") for entry in entries}
    assert links == {t.url for t in articles(first, "langang")}


def test_json_feed(first: Newsroom, get: Get) -> None:
    feed = json.loads(get(first, "http://www.estran-du-soir.example/flux.json").body)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {item["url"] for item in feed["items"]} == {t.url for t in articles(first, "estran")}
    assert all("tallyhouse" in item["content_html"] for item in feed["items"])


def test_listing_mixes_articles_with_other_links(first: Newsroom, page: Read) -> None:
    links = [a["href"] for a in page("http://www.qandil.example/akhbar/").all("a")]
    paths = {t.url.removeprefix("http://www.qandil.example") for t in articles(first, "qandil")}
    assert paths <= set(links)
    assert any("ads.tallyhouse.example" in link for link in links)
    assert any("/sponsored/" in link for link in links)
    assert "alternate" not in page("http://www.qandil.example/akhbar/").html


def test_sitemap(first: Newsroom, get: Get) -> None:
    tree = ElementTree.fromstring(get(first, "http://www.langang.example/sitemap-news.xml").body)
    places = {e.text for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert places == {t.url for t in articles(first, "langang")}


def test_simplified_chinese_comes_in_gb18030_that_says_gb2312(first: Newsroom, get: Get) -> None:
    bodies = []
    for truth in articles(first, "yunting"):
        answer = get(first, truth.url)
        assert answer.headers["Content-Type"] == "text/html"
        assert b"charset=gb2312" in answer.body
        bodies.append(answer.body)
    feed = get(first, "http://news.yunting.example/rss/guoji.xml").body
    assert feed.startswith(b'<?xml version="1.0" encoding="gb2312"?>')
    for body in (b"".join(bodies), feed):
        assert "沈䶮" in body.decode("gb18030")
        with pytest.raises(UnicodeDecodeError):
            body.decode("utf-8")
    with pytest.raises(UnicodeDecodeError):
        b"".join(bodies).decode("gbk")


def test_russian_comes_in_windows_1251_that_only_the_header_tells(
    first: Newsroom, get: Get, page: Read
) -> None:
    for truth in articles(first, "pristan"):
        assert get(first, truth.url).headers["Content-Type"] == "text/html; charset=windows-1251"
        assert "charset" not in page(truth.url).html
        small, large = page(truth.url).all("img")[0]["src"], truth.images[0].url
        assert small != large and page(truth.url).all("a", href=large)


def test_json_ld_alone_and_in_a_graph(first: Newsroom, page: Read) -> None:
    for outlet in ("harbour-ledger", "qandil"):
        for truth in articles(first, outlet):
            source = re.search(r'ld\+json">(.*?)</script>', page(truth.url).html, re.S)
            assert source
            data = json.loads(source[1])
            article = data["@graph"][1] if outlet == "qandil" else data
            assert article["@type"] == "NewsArticle"
            assert article["headline"] == truth.title
            assert article["datePublished"] == truth.published.isoformat()


def test_open_graph_alone(first: Newsroom, page: Read) -> None:
    for truth in articles(first, "langang"):
        shown = page(truth.url)
        assert shown.meta("og:title") == truth.title
        assert shown.meta("article:published_time") == truth.published.isoformat()
        assert "ld+json" not in shown.html and "itemprop" not in shown.html


def test_microdata(first: Newsroom, page: Read) -> None:
    for truth in articles(first, "estran"):
        shown = page(truth.url)
        dates = shown.all("time", itemprop="datePublished")
        assert [d["datetime"] for d in dates] == [truth.published.isoformat()]
        assert "og:title" not in shown.html and "ld+json" not in shown.html


def test_visible_text_and_time_alone(first: Newsroom, page: Read) -> None:
    for truth in articles(first, "yunting"):
        shown = page(truth.url)
        assert shown.all("time", datetime=truth.published.isoformat())
        for mark in ("og:", "ld+json", "itemprop", "canonical", 'name="author"'):
            assert mark not in shown.html


def test_paragraphs_parted_by_breaks(first: Newsroom, page: Read) -> None:
    for truth in articles(first, "sarel-wire"):
        body = page(truth.url).html.split('class="story-text"')[1].split('class="sharebar"')[0]
        assert "<p>" not in body and body.count("<br /><br />") >= 4


def test_lazy_pictures(first: Newsroom, page: Read) -> None:
    html = "".join(page(truth.url).html for truth in articles(first, "langang"))
    for mark in ("data-src=", "data-original=", "data-srcset=", "<noscript><img", "<source "):
        assert mark in html
    assert 'src="data:image/gif;base64,' in html
    assert not re.search(r'<img[^>]*class="lazyload[^>]* src="http', html)


def test_a_careless_minifier_breaks_the_french_tags(first: Newsroom, page: Read) -> None:
    html = "".join(page(truth.url).html for truth in articles(first, "estran"))
    for mark in ('<divdata-ad-type="box"data-ad-status=', "<imgsrc=", '<sourcetype="image/webp"'):
        assert mark in html
    assert '<video-playermedia-id="' in html
    assert '"loading="lazy"/>' in html


def test_the_french_lead_is_given_twice(first: Newsroom, page: Read) -> None:
    for truth in articles(first, "estran"):
        stem = truth.images[0].url.rpartition("/")[2]
        outside, inside = page(truth.url).html.split('itemprop="articleBody"')
        assert stem in outside and stem in inside


def test_players(first: Newsroom, page: Read) -> None:
    for part in ("ostrey-lift", "c1042790"):
        frames = page(one(first, part).url).all("iframe")
        assert frames[0]["src"].startswith("http://player.videohost.example/embed/")
    truth = next(t for t in articles(first, "qandil") if t.embeds)
    film = page(truth.url).all("video")[0]
    assert film["poster"].endswith("metro-qandil-poster.jpg")
    assert truth.embeds[0].provider == "www.qandil.example"


def test_kinds_of_blocks(first: Newsroom) -> None:
    kinds = {kind for truth in first.truth().values() for kind, _ in truth.lines}
    assert kinds == {
        *("paragraph", "heading", "quote", "pullquote", "item", "row", "credit", "notice"),
    }


def test_structures_in_the_pages(first: Newsroom, page: Read) -> None:
    html = "".join(page(url).html for url in first.truth())
    for mark in (
        *('<th scope="col">', "wp-block-pullquote", "<blockquote>", "wp-block-gallery"),
        *('<span class="credit">', "<em>", "<strong>", "<h2>", "<li>", 'class="picinfo"'),
        *("（记者", "责任编辑：", "(Reporting by", "editing by", "free to republish", "声明："),
    ):
        assert mark in html, mark
    assert re.search(r"<li>[^<]+\s*<ul>\s*<li>", html), "no nested list"


def test_pictures_and_authors_may_be_missing(first: Newsroom) -> None:
    truths = first.truth().values()
    assert any(not truth.images for truth in truths)
    assert any(not truth.bylines for truth in truths)
    assert any(len(truth.bylines) == 2 for truth in truths)
    assert any(len(truth.images) >= 3 for truth in truths)
    assert all(t.text == tuple(x for k, x in t.lines if k != "pullquote") for t in truths)


def test_an_article_of_three_pages(first: Newsroom, page: Read, get: Get) -> None:
    truth = one(first, "how-the-third-gate-failed")
    assert truth.pages == 3
    pages = [page(truth.url), page(f"{truth.url}?page=2"), page(f"{truth.url}?page=3")]
    following = [p.all("a", rel="next") for p in pages]
    assert [links[0]["href"] if links else None for links in following] == [
        f"{truth.url}?page=2",
        f"{truth.url}?page=3",
        None,
    ]
    assert all(p.all("link", rel="canonical")[0]["href"] == truth.url for p in pages)
    assert get(first, f"{truth.url}?page=4").status == 404


def test_feed_links_are_counted_redirected_and_amp(first: Newsroom, get: Get, page: Read) -> None:
    ledger = get(first, "http://www.harbourledger.example/feed/").body.decode()
    links = re.findall(r"<link>(.*?)</link>", ledger)[1:]
    assert sum("utm_source=feed&amp;" in link for link in links) == len(links) - 1
    moved = get(first, next(link for link in links if "utm_" not in link))
    assert moved.status == 301
    assert moved.headers["Location"] == one(first, "library-ship").url
    counted = next(link for link in links if "utm_" in link).replace("&amp;", "&")
    assert get(first, counted).status == 200
    wire = get(first, "http://sarelwire.example/rss/all.xml").body.decode()
    amp = next(link for link in re.findall(r"<link>(.*?)</link>", wire) if "/amp/" in link)
    reef = one(first, "glass-sponge-reef")
    assert page(amp).all("link", rel="canonical")[0]["href"] == reef.url
    assert page(reef.url).all("link", rel="amphtml")[0]["href"] == amp


def test_the_title_element_carries_the_name_of_the_site(first: Newsroom, page: Read) -> None:
    truth = one(first, "library-ship")
    assert f"<title>{truth.title} | The Harbour Ledger</title>" in page(truth.url).html


def test_arabic_runs_from_right_to_left(first: Newsroom, page: Read) -> None:
    for truth in articles(first, "qandil"):
        assert page(truth.url).all("html", lang="ar", dir="rtl")
        assert "%D" in truth.url


def test_counting_pixels_stand_in_pages_and_feeds(first: Newsroom, page: Read, get: Get) -> None:
    pixel = "http://metrics.tallyhouse.example/p.gif"
    assert pixel in page(one(first, "library-ship").url).html
    assert pixel in get(first, "http://www.harbourledger.example/feed/").body.decode()
    assert get(first, pixel).headers["Content-Type"] == "image/gif"
