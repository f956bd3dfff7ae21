"""Boilerplate inside the body: what is excluded, and what only looks like it."""

from __future__ import annotations

import pytest

from extract import bodies
from mirrorpress.extract.body.boilerplate import names_in_hosts, shows_others
from mirrorpress.extract.page.tree import Element
from pace import within
from trees import SENTENCE, named, tree_of

P = f"<p>{SENTENCE * 2}</p>"
LINKS = "".join(
    f"<li><a href=/{n}>Another headline of today, number {n}</a></li>" for n in range(6)
)
URL = "https://www.ledger.example/quay"


def body_of(markup: str) -> tuple[Element, Element]:
    """The root and the container of the body."""
    root, body = bodies.body_of(markup, URL)
    return root, body.core


def kept(markup: str) -> str:
    """The text of the body, without what is excluded."""
    return bodies.kept(markup, URL)


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
def test_boilerplate_inside_the_body_is_excluded(box: str) -> None:
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
def test_what_only_looks_like_boilerplate_is_kept(box: str) -> None:
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


CARD = f"<article><h3><a href=/p/{{0}}>Boat number {{0}}</a></h3><p>{SENTENCE * 2}</p></article>"
CARDS = "".join(map(CARD.format, range(4)))
SHOP = "<div class=offer><a href=https://shop.example/7>Lantern, brass, ZZZ</a></div>"
GIST = (
    "<ul>" + "<li><a href=https://harbour.example/3>Timetable ZZZ of pier 3</a></li>" * 3 + "</ul>"
)


@pytest.mark.parametrize("box", [SHOP, GIST, CARDS.replace("number", "ZZZ")])
def test_boxes_in_the_midst_of_the_text_that_are_of_it(box: str) -> None:
    """Links to other sites, and a row of cards with text of their own: a list of picks."""
    assert "ZZZ" in kept(f"<article>{P * 3}{box}{P * 3}</article>")


@pytest.mark.parametrize("box", [SHOP, GIST, CARDS.replace("number", "ZZZ")])
@pytest.mark.parametrize(
    "page", [f"<article>{P * 6}{{}}</article>", f"<article>{{}}{P * 6}</article>"]
)
def test_the_same_boxes_at_either_end_are_boilerplate(box: str, page: str) -> None:
    assert "ZZZ" not in kept(f"<article>{page.format(box)}</article>")


@pytest.mark.parametrize(
    "box",
    [
        CARD.format("ZZZ"),  # one card alone
        "<ul>" + "<li><a href=//www.facebook.com/share?u=3>Share ZZZ</a></li>" * 3 + "</ul>",
        "<ul>" + "<li><a href=https://m.ledger.example/3>Pier 3, ZZZ</a></li>" * 3 + "</ul>",
    ],
)
def test_boxes_in_the_midst_that_are_none_of_the_text(box: str) -> None:
    assert "ZZZ" not in kept(f"<article>{P * 3}{box}{P * 3}</article>")


TEASER = (
    "<div><div><a href=/p/{0}>The ferry sails again</a></div><p>4 May 2031</p>"
    "<a href={1}><img src=/{0}.jpg></a><div>ZZZ, a captain said on the old quay in the morning."
    " There was fog, and nobody on the pier saw it. </div></div>"
)


@pytest.mark.parametrize(("number", "behind"), [(3, ""), (1, P * 6)])
def test_a_title_and_a_picture_that_lead_to_one_page_are_a_teaser(number: int, behind: str) -> None:
    """Without a heading, and with more text than links."""
    cards = "".join(TEASER.format(n, f"/p/{n}") for n in range(number))
    assert "ZZZ" not in kept(f"<article>{P * 6}{cards}{behind}</article>")


def test_titles_in_chinese_are_as_long_as_in_english() -> None:
    teaser = TEASER.format(1, "/p/1").replace("The ferry sails again", "渡轮今日复航")
    assert "ZZZ" not in kept(f"<article>{P * 6}{teaser}</article>")
    assert "ZZZ" in kept(f"<article>{P * 6}{teaser.replace('渡轮今日复航', '渡轮')}</article>")
    items = "".join(
        f"<li><a href=/{n}>ZZZ渡轮停航九周之后今日复航</a>：岛上又有面包了。" for n in range(5)
    )
    assert "ZZZ" not in kept(f"<article>{P * 6}<ul>{items}</ul></article>")


SUMMARY = f"<div><h4>The ferry sails again ZZZ</h4><p>{SENTENCE * 2}<a href=/p/7>{{}}</a></p></div>"


def test_a_heading_with_words_and_a_link_to_more_is_of_another_article() -> None:
    assert "ZZZ" not in kept(f"<article>{P * 6}{SUMMARY.format('Read more') * 3}</article>")
    assert "ZZZ" in kept(f"<article>{P * 6}{SUMMARY.format('The timetable') * 3}</article>")
    midst = f"{P * 3}{SUMMARY.format('Read more') * 3}{P * 3}"
    assert "ZZZ" in kept(f"<article>{midst}</article>")  # items of the text


@pytest.mark.parametrize(
    "box",
    [
        TEASER.format(1, "/large/1"),  # the picture leads elsewhere
        TEASER.format(1, "/p/1.jpg").replace("/p/1>", "/p/1.jpg>"),
        TEASER.format(1, "/p/1").replace("<div><a", "<div>See: <a"),
        TEASER.format(1, "/p/1").replace("The ferry sails again", "The ferry"),
        TEASER.format(1, "/p/1").replace("ZZZ, a", "<a href=/ZZZ>ZZZ</a>, a"),
    ],
)
def test_near_misses_of_such_a_teaser_stay(box: str) -> None:
    assert "ZZZ" in kept(f"<article>{P * 6}{box}</article>")


PLACE = (
    "<article><h2><a href=https://{1}/{0}>Lamp ZZZ {0}</a></h2><figure><img src=/{0}.jpg></figure>"
    f"<p>{SENTENCE * 2}</p></article>"
)
PLACES = "".join(PLACE.format(n, "harbour.example") for n in range(5))
OUTRO = f"<p>{SENTENCE * 2}</p>"


def test_a_list_of_places_may_end_with_a_few_words() -> None:
    text = kept(f"<main>{P}{PLACES}{OUTRO}</main>")
    assert text.count("ZZZ") == 5
    assert text.count(SENTENCE) == 14


@pytest.mark.parametrize(
    "page",
    [
        P + PLACES,  # no words behind the list
        P + PLACES + "<p>The end.</p>",
        P * 3 + PLACE.format(1, "harbour.example") + OUTRO,  # no row
        P * 3 + "".join(PLACE.format(n, "m.ledger.example") for n in range(5)) + OUTRO,
        P * 3 + PLACES.replace(SENTENCE * 2, "In a few words.") + OUTRO,
    ],
)
def test_near_misses_of_a_list_of_places(page: str) -> None:
    assert "ZZZ" not in kept(f"<main>{page}</main>")


def test_a_card_with_a_text_of_its_own_stays_at_the_end() -> None:
    card = f"<article><h3><a href=/p/1>Boat ZZZ</a></h3>{P * 3}</article>"
    assert "ZZZ" in kept(f"<article>{P * 9}{card}</article>")


BIO = f"<div class=author>ZZZ {SENTENCE}</div>"


@pytest.mark.parametrize("page", [P * 9 + BIO, BIO + P * 9])
def test_a_named_box_at_either_end_goes(page: str) -> None:
    assert "ZZZ" not in kept(f"<article>{page}</article>")


@pytest.mark.parametrize(
    "page",
    [
        P * 6 + BIO + P * 6,  # in the midst of the text
        P * 2 + BIO,  # a large part of the text
        P * 9 + f"<div class=author><img src=/p.jpg>ZZZ {SENTENCE}</div>",
        P * 9 + f"<p class=author>ZZZ {SENTENCE}</p>",
    ],
)
def test_near_misses_of_a_named_box_stay(page: str) -> None:
    assert "ZZZ" in kept(f"<article>{page}</article>")


def test_a_table_of_links_with_headers_stays() -> None:
    table = "<table><tr><th>Pier<tr><td><a href=/3>Pier ZZZ</a><tr><td><a href=/4>4</a></table>"
    assert "ZZZ" in kept(f"<article>{P * 3}{table}{P * 3}</article>")


@pytest.mark.parametrize(
    "address", ["http://[", "//[::1", "https://a]b/", "http://@", "//", "http://\ud800/", " //x.y"]
)
def test_links_that_are_no_addresses_lead_nowhere(address: str) -> None:
    box = f"<div class=offer><a href='{address}'>Lantern, brass</a></div>"
    assert SENTENCE in kept(f"<article>{P * 3}{box}{P * 3}</article>")


def test_a_long_row_of_cards_takes_bounded_work() -> None:
    cards = "".join(map(CARD.format, range(10_000)))
    with within(8):
        assert "Boat number 7" in kept(f"<article>{P * 3}{cards}{P * 3}</article>")


def test_names_in_hosts() -> None:
    names = names_in_hosts([URL, "https://news.quay.co.example/x", None])
    assert {"ledger", "quay"} <= names
    assert names.isdisjoint({"www", "news", "co", "example"})
    assert "facebook" in names_in_hosts([])


@pytest.mark.parametrize(
    ("box", "shows"),
    [
        ("<h3><a href=/1>Another headline</a></h3>", True),
        ("<a href=/1><h3>Another headline</h3></a>", True),
        ("<h3>A heading with <a href=/1>one</a> link in it</h3>", False),
        ("<p><a href=/1>A link</a></p>", False),
    ],
)
def test_headings_that_are_links(box: str, shows: bool) -> None:
    assert shows_others(named(tree_of(f"<div id=x>{box}</div>"), "x")) is shows


@pytest.mark.parametrize(
    ("box", "is_kept"),
    [
        ("<div class=scroll>{}</div>", True),
        ("<div class=scroll><div>{}</div></div>", True),
        (f"<div class=scroll><ul>{LINKS}</ul>{{}}</div>", False),
        ("<div class=scroll><h4>See also</h4>{}</div>", False),
    ],
)
def test_a_box_for_a_table_of_links_with_headers(box: str, is_kept: bool) -> None:
    row = "<tr><td>ZZZ<td><a href=/1>harbour-model</a><td><a href=/2>ferry-model</a>"
    table = f"<table><tr><th>Size<th>First<th>Second{row * 3}</table>"
    assert ("ZZZ" in kept(f"<article>{P * 5}{box.format(table)}</article>")) is is_kept


SAID = "The council named them on Monday, one after the other:"
OWN = "<ul>" + "<li><a href=/{n}>Pier {n} ZZZ</a></li>" * 3 + "</ul>"
FAR = "<ul>" + "<li><a href=https://harbour.example/3>Timetable ZZZ of the old pier</a></li>" * 3


@pytest.mark.parametrize(
    "page",
    [
        f"{P * 3}<p>{SAID}</p>{OWN}",
        f"{P * 3}<p>{SAID}</p><div class=ulist>{OWN}</div>",
        f"{P * 3}<p>{SAID}</p>{FAR}</ul>",
        f"{P * 3}<p>{SAID}</p>{FAR}</ul>{P * 3}",
    ],
)
def test_a_list_that_a_sentence_announces_is_of_the_text(page: str) -> None:
    assert kept(f"<article>{page}</article>").count("ZZZ") == 3


@pytest.mark.parametrize(
    "page",
    [
        f"{P * 3}<p>{SAID[:-1]}.</p>{OWN}",
        f"{P * 3}<p>{SAID}</p><h3>Boats</h3>{OWN}",
        f"{P * 3}<p>{SAID}</p><ul>{LINKS.replace('of today', 'ZZZ of today')}</ul>",
        f"{P * 3}<p>More:</p>{OWN}",
        f"{P * 3}<p>You may also like these stories from the port:</p><p>x</p>{OWN}",
        OWN,
    ],
)
def test_near_misses_of_an_announced_list(page: str) -> None:
    assert "ZZZ" not in kept(f"<article>{page}{P if page == OWN else ''}</article>")


def test_a_list_whose_items_say_more_than_their_links_is_of_the_text() -> None:
    items = "<li>Boats, pier: <a href=/{n}>ZZZ {n}, the old ferry line</a></li>" * 3
    several = "<li>See also <a href=/1>ZZZ of the north of it</a>, <a href=/2>ZZZ south</a>" * 3
    for inside in (items.replace(", the old ferry line", ""), several):
        assert "ZZZ" in kept(f"<article>{P * 3}<ul>{inside}</ul>{P * 3}</article>")
    assert "ZZZ" not in kept(f"<article>{P * 6}<ul>{several}</ul></article>")
    labelled = f"<article>{P * 3}<ul>{items}</ul>{P * 3}</article>"
    assert "ZZZ" not in kept(labelled)  # a label before a title


OFFER = (
    "<div class=offer><h3>{0}</h3><p>The lantern of {0} is of brass, and was made by the keeper of "
    "the old lighthouse in his last winter.</p>{1}</div>"
)
BUY = "<h4><a href=/buy>Read how to buy the lantern here, today</a></h4>"


def test_a_box_goes_on_with_the_boxes_of_its_name() -> None:
    sure, doubtful = OFFER.format("Marrin", ""), OFFER.format("ZZZ", BUY)
    assert "ZZZ" in kept(f"<article>{P * 3}<div>{sure * 2}{doubtful}</div></article>")
    assert "ZZZ" not in kept(f"<article>{P * 3}<div>{doubtful}</div></article>")
    assert "ZZZ" not in kept(f"<article>{P * 3}<div>{sure}{doubtful * 3}</div></article>")
    other = doubtful.replace("class=offer", "class=teasers")
    assert "ZZZ" not in kept(f"<article>{P * 3}<div>{sure * 2}{other}</div></article>")


CONTENTS = "<ul>" + "".join(f"<li><a href=#p{n}>Pier {n}, ZZZ</a></li>" for n in range(4)) + "</ul>"


def test_a_table_of_contents_in_the_midst_of_the_text_is_of_it() -> None:
    assert "ZZZ" in kept(f"<article>{P * 3}<div>{CONTENTS}</div>{P * 3}</article>")
    assert "ZZZ" not in kept(f"<article>{CONTENTS}{P * 6}</article>")
    elsewhere = CONTENTS.replace("href=#p", "href=/p")
    assert "ZZZ" not in kept(f"<article>{P * 3}<div>{elsewhere}</div>{P * 3}</article>")


def test_a_card_with_a_long_text_in_the_midst_need_not_stand_in_a_row() -> None:
    long = f"<article><h3><a href=/p/1>Boat ZZZ</a></h3><p>{SENTENCE * 4}</p></article>"
    assert "ZZZ" in kept(f"<article>{P * 3}<div><div>{long}</div></div>{P * 3}</article>")
    short = long.replace(SENTENCE * 4, SENTENCE * 2)
    assert "ZZZ" not in kept(f"<article>{P * 3}<div><div>{short}</div></div>{P * 3}</article>")


TITLES = "".join(
    f"<div><a href=/p/{n}>Boat number {n} is back in the old harbour, ZZZ</a></div>"
    for n in range(3)
)


@pytest.mark.parametrize(
    ("inside", "stays"),
    [
        (f"<p>{SENTENCE * 2}</p><div>{TITLES}</div>", True),
        (f"<div>{TITLES}</div><p>{SENTENCE * 2}</p>", True),
        (f"<h3><a href=/p/1>Boat number 1 is back, ZZZ</a></h3><p>{SENTENCE}</p>", False),
        ("<p>Read on:</p><div>" + TITLES + "</div>", False),
    ],
)
def test_an_entry_of_the_text_into_which_titles_were_set(inside: str, stays: bool) -> None:
    page = f"<main>{P * 6}<div id=entry>{inside}</div></main>"
    assert named(body_of(page)[0], "entry").is_left_out() is not stays
    assert "ZZZ" not in kept(page)
