"""How sure extraction is of a text, and what it takes instead of one that is not sure."""

from __future__ import annotations

import json

import pytest

from extract.memory.test_container import POEM, profile
from extract.memory.test_container import page as page_of_site
from mirrorpress.extract import extract
from mirrorpress.model import Article, FeedEntry
from mirrorpress.model.article import UNSURE
from mirrorpress.model.blocks import Figure
from mirrorpress.model.plain import plain_text

TITLE = "Ferry stops at noon because of fog"
ABOUT = "Fog on the lower lake keeps pilots from seeing buoys; passengers take the bus."
STORY = (
    "The ferry between Calder Bay and Saltmere stops at noon because of the fog on the lower lake.",
    "The company says that the pilots could no longer see the buoys, and that a radar is broken.",
    "Passengers who want to cross take the bus around the lake, which leaves every hour.",
    "On Tuesday the fog had kept both boats in the harbour until the evening.",
    "The council wants to know why the new radar, paid for in March, is still in its box.",
    "The harbour master said that no boat without a radar would leave before the fog lifts.",
    "Some four hundred people spent the day in the waiting room, where soup was given out.",
    "If the wind turns as forecast, the first boat will leave on Thursday at six in the morning.",
    "The company has two boats, of which the older was built in 1961 and has no second engine.",
)
CLUB = (
    "Members of our club get the printed paper on Saturdays, and a letter from the editor.",
    "Your card opens the reading room on Quay Street, where every volume since 1903 stands.",
    "Members pay half at the concerts of the choir and a third less in the house of rowers.",
    "Whoever brings a new member gets the almanac, with the moon and the dates of all markets.",
    "The club was founded in 1951 by two printers who wanted the paper to be of its people.",
    "Each spring it meets in the old print shop, and the minutes are sent to all who paid.",
    "New members are proposed by two others, and nobody remembers that one was ever refused.",
    "Last year the roof was mended with what the raffle brought, and a bell was bought as well.",
    "The room is closed in July, when the librarian visits her sister on the other coast.",
)
SCORES = tuple(f"Saltmere {n} Calder Bay {n + 2} Lisquay {n + 1} Holm {n + 3}" for n in range(30))


def page(lines: tuple[str, ...], *, full: tuple[str, ...] = (), **more: object) -> str:
    """A page that shows some lines; `full` is what its JSON-LD has."""
    linked = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(full), **more}
    text = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><head><title>{TITLE}</title><meta name=description content='{ABOUT}'>"
        f"<script type=application/ld+json>{json.dumps(linked)}</script></head>"
        f"<h1>{TITLE}</h1><div class=column>{text}</div>"
    )


def read(html: str, entry: FeedEntry | None = None) -> Article:
    return extract(html, "https://a.example/fog", entry=entry)


def sure(article: Article) -> float:
    assert article.confidence is not None
    return article.confidence


def test_a_text_with_which_everything_agrees() -> None:
    assert sure(read(page(STORY))) == 1.0
    assert sure(read(page(STORY, full=STORY))) == 1.0


def test_a_text_about_something_else() -> None:
    assert sure(read(page(CLUB))) <= UNSURE


def test_lines_that_are_no_sentences() -> None:
    assert sure(read(page(SCORES))) < 0.2


def test_a_title_of_few_words_says_nothing() -> None:
    html = "<title>Fog</title><h1>Fog</h1>" + "".join(f"<p>{line}</p>" for line in CLUB)
    assert sure(read(html)) == 1.0


@pytest.mark.parametrize(
    ("full", "least", "most"),
    [
        (STORY[:4], 1.0, 1.0),  # many outlets cut it short
        ((STORY[0][:90],), 1.0, 1.0),  # a teaser says nothing
        (CLUB[:4], 0.5, 0.6),
        ((*STORY[:3], *CLUB[:3]), 0.7, 0.9),
    ],
)
def test_json_ld_agrees_or_not(full: tuple[str, ...], least: float, most: float) -> None:
    assert least <= sure(read(page(STORY, full=full))) <= most


def test_the_feed_agrees_or_not() -> None:
    entry = FeedEntry(content_html="".join(f"<p>{line}</p>" for line in STORY[:4]))
    assert sure(read(page(STORY), entry)) == 1.0
    other = FeedEntry(content_html="".join(f"<p>{line}</p>" for line in CLUB[:4]))
    assert sure(read(page(STORY), other)) == pytest.approx(0.5, abs=0.05)


def test_one_of_two_texts_that_agrees_is_enough() -> None:
    other = FeedEntry(content="\n".join(CLUB[:4]))
    assert sure(read(page(STORY, full=STORY), other)) == 1.0


def test_where_other_pages_of_the_site_have_their_text() -> None:
    html = page_of_site("Fog", POEM[:2])  # too short to be believed instead of the column
    alone = sure(extract(html, "https://a.example/fog"))
    assert sure(extract(html, "https://a.example/fog", profile=profile())) < alone
    usual = page_of_site("Fog", STORY)  # the column stays with it
    assert sure(extract(usual, "https://a.example/fog", profile=profile())) > 0.8


def test_a_full_text_takes_the_place_of_a_text_about_something_else() -> None:
    article = read(page(CLUB, full=STORY))
    assert plain_text(article).splitlines() == [*STORY]
    assert sure(article) == 1.0
    entry = FeedEntry(content_html="".join(f"<p>{line}</p>" for line in STORY))
    assert plain_text(read(page(CLUB), entry)).splitlines() == [*STORY]


@pytest.mark.parametrize(
    "html",
    [
        page(CLUB, full=STORY[:2]),  # too short to be the whole
        page(CLUB, full=SCORES),
        page(CLUB, full=STORY, isAccessibleForFree=False),
    ],
)
def test_a_full_text_that_is_not_surely_the_article_does_not(html: str) -> None:
    assert plain_text(read(html)).splitlines() == [*CLUB]


def test_a_text_that_is_sure_stays_whatever_its_json_ld_has() -> None:
    assert plain_text(read(page(STORY, full=CLUB))).splitlines() == [*STORY]


def test_with_a_full_text_stays_the_picture_that_the_page_names() -> None:
    pictures = [
        f'<figure><img src="/{name}.jpg" width=800 height=500></figure>' for name in ("fog", "club")
    ]
    html = page(CLUB, full=STORY).replace("<div class=column>", "<div class=column>" + pictures[0])
    html = html.replace(f"<p>{CLUB[3]}", pictures[1] + f"<p>{CLUB[3]}")
    shown = read(html.replace("<h1>", "<meta property=og:image content=/fog.jpg><h1>"))
    images = [
        image.url for block in shown.blocks if isinstance(block, Figure) for image in block.images
    ]
    assert images == ["https://a.example/fog.jpg"]
