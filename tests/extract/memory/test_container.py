"""The container of the text, by where other pages of the site have theirs."""

from __future__ import annotations

import pytest

from extract.memory.test_use import STORIES
from mirrorpress.extract import extract, extract_and_record, learn
from mirrorpress.model.plain import plain_text
from mirrorpress.model.site_profile import SiteProfile

POEM = (
    *("Fog on the lower lake", "No bell, no boat, no gull", "The pier is a thought"),
    *("A rope hangs in the grey", "Nobody calls our names", "The lamp burns at noon"),
    *("We wait, and we wait on", "A plank creaks somewhere", "The water says nothing"),
    *("Then a bell, far away", "Or was it the church?", "We are called by it"),
)
COLUMN = (
    "My neighbour keeps hens on the roof of his garage, and in spring he brings me eggs.",
    "This year they came late, because the winter had been long and the hens had slept.",
    "I asked him whether he would move them to the country, but he only laughed at it.",
)


def page(title: str, lines: tuple[str, ...], *, name: str = "story-text") -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    column = "".join(f"<p>{line}</p>" for line in COLUMN)
    return (
        f"<title>{title} - Ledger</title><div class=left><b>{title}</b>"
        f"<div class=body><div class={name}>{text}</div></div></div>"
        f"<div class=right><div class=inner><div class=columnist>{column}</div></div></div>"
    )


def profile(pages: int = 3, *, name: str = "story-text") -> SiteProfile:
    stories = list(STORIES.items())[:pages]
    records = [
        extract_and_record(page(title, lines * 2, name=name), f"https://a.example/{number}")[1]
        for number, (title, lines) in enumerate(stories)
    ]
    return learn(None, records, day=1)


def text(html: str, known: SiteProfile | None) -> str:
    return plain_text(extract(html, "https://a.example/fog", profile=known))


def test_the_body_is_where_other_pages_have_theirs() -> None:
    html = page("Fog", POEM)
    assert text(html, None).startswith("My neighbour")
    assert text(html, profile()).splitlines() == [*POEM]


@pytest.mark.parametrize(
    ("html", "known"),
    [
        (page("Fog", POEM), profile(2)),  # two pages tell nothing
        (page("Fog", POEM), profile(name="article-text")),  # of another design
        (page("Fog", POEM[:2]), profile()),  # an introduction, it may be
    ],
)
def test_the_body_stays_where_it_is(html: str, known: SiteProfile) -> None:
    assert text(html, known) == text(html, None)


def test_a_body_that_stands_where_others_do_stays() -> None:
    title, lines = next(iter(STORIES.items()))
    known = profile()
    assert text(page(title, lines), known) == text(page(title, lines), None)
