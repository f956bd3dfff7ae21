"""Titles: the headline of the article, without the name of the site and labels."""

from __future__ import annotations

import pytest

from extract.heads import read
from mirrorpress.extract.fields.titles import loose, place_of, without_site
from mirrorpress.extract.page.measure import measure
from pace import within
from trees import SENTENCE, tree_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ferry resumes!", "FERRY – resumes", True),
        ("渡轮，复航", "渡轮复航", True),
        ("Паром", "паром", True),
        ("Straße", "STRASSE", True),
        ("Ferry", "Ferries", False),
        ("Ferry 1", "Ferry 2", False),
        (None, "", True),
    ],
)
def test_loose(one: str | None, other: str | None, same: bool) -> None:
    assert (loose(one) == loose(other)) is same


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Ferry resumes | Harbour Ledger", "Harbour Ledger", "Ferry resumes"),
        ("Harbour Ledger - Ferry resumes", "Harbour Ledger", "Ferry resumes"),
        ("Ferry resumes", "Harbour Ledger", "Ferry resumes"),
        ("渡轮复航_港口日报", "港口日报", "渡轮复航"),
        ("Паром снова ходит — Вестник", "Вестник", "Паром снова ходит"),
        ("عودة العبّارة | صحيفة الميناء", "صحيفة الميناء", "عودة العبّارة"),
        ("Ferry-goers resume", "Harbour Ledger", "Ferry-goers resume"),
        ("Ferry resumes < Port ► Tide", "Tide", "Ferry resumes < Port"),
        (
            "The ferry sails - and the island has bread again - Tide",
            "Harbour Ledger",
            "The ferry sails - and the island has bread again",
        ),
        ("", "Harbour Ledger", ""),
    ],
)
def test_titles_without_the_site(title: str, site: str, expected: str) -> None:
    assert without_site(title, site) == expected


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Ferry resumes | Ledger</title><h1>Ferry resumes</h1>", "Ferry resumes"),
        ("<meta property=og:site_name content=Ledger><title>Ferry | Ledger</title>"
         "<h1>Ledger</h1><h1>Ferry</h1>", "Ferry"),
        ('<meta property=og:title content="Ferry resumes"><h1>Ledger</h1>', "Ferry resumes"),
        ('<meta property=og:title content="Ferry resumes"><h1>Ferry resumes today</h1>',
         "Ferry resumes today"),
        ('<meta property=og:title content="Ferry resumes"><h1>Weather</h1>', "Ferry resumes"),
        ("<title>Ferry resumes</title>", "Ferry resumes"),
        ("<h1>Ferry resumes</h1>", "Ferry resumes"),
        ("<title>Ferry resumes</title><h1>{{page.title}}</h1>", "Ferry resumes"),
        (f"<h1>{'x' * 400}</h1><h1>Ferry</h1>", "Ferry"),
        ("<meta property=og:title content=' '><title>Ferry</title>", "Ferry"),
        ("<meta name=twitter:title content=Ferry>", "Ferry"),
        ("", ""),
    ],
)  # fmt: skip
def test_titles(markup: str, title: str) -> None:
    assert read(markup).title == title


def test_all_titles_are_known() -> None:
    found = read(
        '<title>Ferry | Ledger</title><meta property=og:title content="Night ferry"><h1>Ferry</h1>',
        {"headline": "The ferry"},
    )
    assert set(found.titles) == {"Ferry", "Ferry | Ledger", "Night ferry", "The ferry"}
    assert found.titles[0] == found.title


LEDGER = "<meta property=og:site_name content='Harbour Ledger'>"


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        # The only h1 is the headline, though the head words it otherwise.
        ("<meta property=og:title content='Ferry back after nine weeks'>"
         "<h1>Night ferry returns to Lisquay</h1>", "Night ferry returns to Lisquay"),
        ("<meta property=og:title content='Ferry back after nine weeks'>"
         "<aside><h1>Night ferry returns to Lisquay</h1></aside>", "Ferry back after nine weeks"),
        ("<meta property=og:title content='Ferry back after nine weeks'>"
         "<h1>Our most read stories</h1>", "Ferry back after nine weeks"),
        ("<title>Ferry back after nine weeks | Ledger</title>"
         "<h1>The Ledger, your paper since 1901</h1><h2>Ferry back after nine weeks</h2>",
         "Ferry back after nine weeks"),
        # Links to itself, steps of a path and capitals are not of it.
        ("<title>Ferry back after nine weeks</title>"
         "<h1>Ferry back after nine weeks<a href=#f>¶</a></h1>", "Ferry back after nine weeks"),
        ("<title>Ferry back after nine weeks - Ledger</title>"
         "<h1>Home » Port » Ferry back after nine weeks</h1>", "Ferry back after nine weeks"),
        ("<title>Ferry back - after nine weeks</title>"
         "<h1>Ferry back - after nine weeks</h1>", "Ferry back - after nine weeks"),
        ("<title>Ferry back after nine weeks - Ledger</title>"
         "<h1>FERRY BACK AFTER NINE WEEKS</h1>", "Ferry back after nine weeks"),
        # In something named like boilerplate it has two words of the head.
        ("<title>Ferry back after nine weeks</title><header class=article-banner>"
         "<h1>After storm, the ferry sails again</h1></header>",
         "After storm, the ferry sails again"),
        ("<title>Ferry back after nine weeks</title><header class=article-banner>"
         "<h1>The ferry company and its ships</h1></header>", "Ferry back after nine weeks"),
        # It is long, and stands above most of the text.
        (f"<title>Back after nine weeks</title><main><h1>Lisquay sees a ship at last</h1>"
         f"<p>{SENTENCE * 4}</p></main>", "Lisquay sees a ship at last"),
        (f"<title>Back after nine weeks</title><main><h1>Travel and transport</h1>"
         f"<p>{SENTENCE * 4}</p></main>", "Back after nine weeks"),
        (f"<title>Back after nine weeks</title><div><h1>Lisquay sees a ship at last</h1></div>"
         f"<p>{SENTENCE * 4}</p>", "Back after nine weeks"),
        ("<meta property=og:title content='Ferry back after nine weeks'>"
         "<h1>Night ferry returns</h1><h1>Ferry timetable changes</h1>",
         "Ferry back after nine weeks"),
        # Of several, the only one that has two words of the head.
        ("<meta property=og:title content='Ferry back after nine weeks'>"
         "<h1>Live: the tram of Lisquay</h1><h1>Ferry sails after the storm</h1>",
         "Ferry sails after the storm"),
        ("<meta property=og:title content='Ferry back after nine weeks'>"
         "<h1>Live: the tram after weeks</h1><h1>Ferry sails after the storm</h1>",
         "Ferry back after nine weeks"),
        # The name of the site is none.
        ("<title>Night ferry : Lisquay Notes</title><h1><a href=/>Lisquay Notes</a></h1>",
         "Night ferry"),
        ("<title>Lisquay Notes » Night ferry</title><h1 class=site-title>Lisquay Notes</h1>"
         "<h2>Night ferry</h2>", "Night ferry"),
        ("<meta property=og:title content='Night ferry returns'><h1 class=logo>Night</h1>",
         "Night ferry returns"),
        # Of several that agree, the one that says the same.
        ("<title>Lisquay Trust - detail</title><meta property=og:title content='Ferry vote'>"
         "<h1>detail</h1><h1>Ferry vote</h1>", "Ferry vote"),
        # An h2 that the head repeats.
        ("<meta property=og:title content='Ferry back: nine weeks'><h2>Ferry back, nine weeks</h2>",
         "Ferry back, nine weeks"),
        # What is named a title and is most of the title element, at either end.
        ("<title>Night ferry returns Lisquay Council</title><div class=title>Night ferry returns"
         "</div>", "Night ferry returns"),
        ("<title>渡轮夜班今天起恢复通航 港口办事处</title>"
         "<span class=Title>渡轮夜班今天起恢复通航</span>", "渡轮夜班今天起恢复通航"),
        ("<title>Night ferry returns</title><div class=title>ferry</div>", "Night ferry returns"),
        ("<title>Night ferry returns to the Lisquay Council</title>"
         "<div class=title>Lisquay Council</div>", "Night ferry returns to the Lisquay Council"),
        # What is not named so, where the head says nothing else and a mark or space follows.
        ("<title>Night ferry returns Lisquay Council</title><p>Night ferry returns</p>",
         "Night ferry returns"),
        ("<title>船期预测--渡轮夜班今天起恢复通航</title><td>渡轮夜班今天起恢复通航</td>",
         "渡轮夜班今天起恢复通航"),
        ("<title>渡轮夜班今天起恢复通航，票价不变</title><td>渡轮夜班今天起恢复通航</td>",
         "渡轮夜班今天起恢复通航，票价不变"),
        ("<title>Night ferry returns today</title><meta property=og:title content='Night ferry "
         "returns today'><p>Night ferry returns</p>", "Night ferry returns today"),
        ("<title>Lisquay Harbour Council: ferry</title><a href=/><b>Lisquay Harbour Council</b>",
         "Lisquay Harbour Council: ferry"),
        # Labels are cut, unless the head has them too.
        ("<meta property=og:title content='Ferry returns'><h1><a href=/p>Port | </a>"
         "<span>Ferry returns</span></h1>", "Ferry returns"),
        ("<title>Ferry is back</title><h1><span class=kicker>Port life</span> - "
         "Ferry returns at night</h1>", "Ferry returns at night"),
        ("<meta property=og:title content='Port: Ferry returns'><h1><span class=kicker>Port</span>"
         ": Ferry returns</h1>", "Port: Ferry returns"),
        # A title that the page shows whole is not cut.
        ("<meta property=og:title content='Ferry returns - and stays'><h2>Ferry returns - and "
         "stays</h2>", "Ferry returns - and stays"),
        (f"{LEDGER}<meta property=og:title content='Ferry - and more - Harbour Ledger'>",
         "Ferry - and more"),
        (f"{LEDGER}<title>Ferry returns at night_Port_Harbour Ledger</title>",
         "Ferry returns at night"),
        # A quotation mark that is not escaped cuts the value of an attribute.
        ('<title>The night ferry and its "royal visit"</title>'
         '<meta property=og:title content="The night ferry and its "royal visit"">',
         'The night ferry and its "royal visit"'),
        ('<title>The night ferry "returns"</title><h1>The night ferry</h1>'
         '<meta property=og:title content="The night ferry">', "The night ferry"),
        # Words that stand glued together in the headline stand apart in the head.
        ("<meta property=og:title content='Port Life / Ferry returns'>"
         "<h1><span>Port Life</span>Ferry returns</h1>", "Port Life / Ferry returns"),
        ("<h1>Ferry returns <span class=sr-only>(opens a gallery)</span></h1>", "Ferry returns"),
    ],
)  # fmt: skip
def test_headlines(markup: str, title: str) -> None:
    assert read(markup).title == title


def test_a_label_stays_known_with_its_headline() -> None:
    found = read("<title>Ferry returns</title><h1><b>Port | </b><i>Ferry returns</i></h1>")
    assert found.title == "Ferry returns"
    assert "Port | Ferry returns" in found.titles


def test_headings_in_headings_take_bounded_time() -> None:
    nested = "<h1><div>" * 50 + "The ferry left the harbour at dawn. " * 20_000
    root = tree_of(f"<title>Ferry returns</title>{nested}")
    elements = root.walk()
    measure(root, 1.0)
    with within(1):
        assert place_of(elements, "Ferry returns") == 0


def test_a_headline_in_the_logo_counts_where_no_other_follows() -> None:
    logo = (
        "<div class=logo><h1><i>Ferry returns</i> <a href=/port.html>Harbour Ledger</a></h1></div>"
    )
    elements = measure(tree_of(f"{logo}<h3>Ferry returns</h3><p>{SENTENCE}</p>"), 1)
    assert elements[place_of(elements, "Ferry returns")].tag == "h3"
    elements = measure(tree_of(f"{logo}<p>{SENTENCE}</p>"), 1)
    assert elements[place_of(elements, "Ferry returns")].tag == "h1"


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<p><span class='headline entry-title'>Ferry returns</span>", "Ferry returns"),
        ("<div itemprop=headline>Ferry returns</div>", "Ferry returns"),
        ("<b class=entry-title>Ferry returns</b><b class=entry-title>Bank lends</b>", "News"),
        ("<div class=entry-titles>Ferry returns</div>", "News"),
        ("<h1>Today</h1><b class=entry-title>Ferry returns</b>", "News"),
    ],
)
def test_a_headline_that_is_marked_up_as_one(markup: str, title: str) -> None:
    page = f"<title>News</title>{markup}<p>{SENTENCE * 3}</p>"
    assert read(page).title == title


def test_a_title_that_is_there_twice() -> None:
    said = "Ferry returns to Lisquay"
    assert read(f"<title>{said} {said} | Harbour Ledger</title><p>{SENTENCE}</p>").title == said
    assert read("<title>Bora Bora</title>").title == "Bora Bora"
