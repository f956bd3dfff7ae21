"""Where the pages of a site print writers and date."""

from __future__ import annotations

from datetime import datetime

import pytest

from extract.memory.test_use import SITE, STORIES, address
from mirrorpress.extract import extract, extract_and_record, learn
from mirrorpress.model import Article, FeedEntry
from mirrorpress.model.plain import plain_text
from mirrorpress.model.site_profile import MAX_PLACES, Field, SiteProfile
from mirrorpress.model.site_rules import SiteRules

WRITERS = ("Ada Stone", "Ben Varga", "Carla Muir")
TEXT = (
    "The ferry stops at noon because of the fog on the lower lake, the company says.",
    "Whoever wants to cross takes the bus around the lake, which leaves every hour.",
    "If the wind turns as forecast, the first boat will leave on Thursday at six.",
)


def page(
    title: str, lines: tuple[str, ...], writer: str, day: int, *, said: bool, more: str = ""
) -> str:
    """A page that prints who wrote it and when; with `said`, it tells machines as well."""
    text = "".join(f"<p>{line}</p>" for line in lines)
    head = (
        f"<meta name=author content='{writer}'>"
        f"<meta property=article:published_time content=2031-05-{day:02}>"
    )
    return (
        f"<html><head><title>{title}</title>{head * said}</head><h1>{title}</h1>"
        f"<div class=top><div class=m-a>{writer}</div>"
        f"{more}</div>"
        f"<div class=story-text>{text}</div></html>"
    )


def learned(*, pages: int = 3, said: bool = True, more: str = "", wrong: str = "") -> SiteProfile:
    records = []
    for day, (title, lines) in enumerate([*STORIES.items()][:pages], 1):
        html = page(title, lines, WRITERS[day - 1], day, said=said, more=more)
        if wrong and day == 1:
            html = html.replace(f"<div class=m-a>{WRITERS[0]}", f"<div class=m-a>{wrong}")
        records.append(extract_and_record(html, address(title))[1])
    return learn(None, records, day=1)


def read(profile: SiteProfile | None, *, more: str = "", writer: str = "Dora Quist") -> Article:
    html = page("Ferry stops at noon", TEXT, writer, 9, said=False, more=more)
    return extract(html, f"{SITE}/ferry", profile=profile)


def test_a_page_that_says_it_nowhere_else() -> None:
    assert read(None).bylines == ()
    article = read(learned())
    assert article.bylines == ("Dora Quist",)
    assert plain_text(article).splitlines() == [*TEXT]


def test_the_date_where_another_stands_before_it() -> None:
    dates = "<div class=m-c>{}.05.2031</div><div class=m-d>{}.05.2031</div>"
    records = [
        extract_and_record(
            page(title, lines, "", day, said=True, more=dates.format(21, f"{day:02}")),
            address(title),
        )[1]
        for day, (title, lines) in enumerate(STORIES.items(), 1)
    ]
    profile = learn(None, records, day=1)
    more = dates.format(22, "09")
    assert read(None, more=more).published == datetime(2031, 5, 22)
    assert read(profile, more=more).published == datetime(2031, 5, 9)
    said = page("Ferry stops at noon", TEXT, "", 19, said=True, more=more)
    assert extract(said, f"{SITE}/ferry", profile=profile).published == datetime(2031, 5, 19)


@pytest.mark.parametrize(
    "profile",
    [
        learned(pages=2),  # two pages tell nothing
        learned(wrong="Emil Nord"),  # another name stood there once
        learned(said=False),  # nothing confirms it
    ],
)
def test_a_place_that_is_not_to_be_trusted(profile: SiteProfile) -> None:
    assert read(profile).bylines == ()


def test_a_place_of_several_lines_is_none() -> None:
    assert read(learned(), more="<div class=m-a>Emil Nord</div>").bylines == ()
    assert read(learned(more="<div class=m-a>Emil Nord</div>")).bylines == ()


@pytest.mark.parametrize(
    "text", ["In our series on the lake", "x", "Politics", "Ferry company", "9 May"]
)
def test_what_is_no_name_is_not_read(text: str) -> None:
    assert read(learned(), writer=text).bylines in ((), ("Ferry company",))


def test_what_a_page_says_is_believed_first() -> None:
    html = page("Ferry stops at noon", TEXT, "Dora Quist", 9, said=True)
    html = html.replace("<div class=m-a>Dora Quist", "<div class=m-a>Emil Nord")
    assert extract(html, f"{SITE}/ferry", profile=learned()).bylines == ("Dora Quist",)


def test_the_feed_confirms_a_place() -> None:
    records = [
        extract_and_record(
            page(title, lines, WRITERS[day], day + 1, said=False),
            address(title),
            entry=FeedEntry(title=title, authors=(WRITERS[day],)),
        )[1]
        for day, (title, lines) in enumerate(STORIES.items())
    ]
    assert read(learn(None, records, day=1)).bylines == ("Dora Quist",)


def test_places_are_bounded() -> None:
    more = "".join(
        f"<div class=n{chr(97 + n % 26)}{chr(97 + n // 26)}>Emil Nord</div>" for n in range(99)
    )
    html = page("Ferry stops at noon", TEXT, "Dora Quist", 9, said=True, more=more)
    record = extract_and_record(html, f"{SITE}/ferry")[1]
    assert len(record.places) == MAX_PLACES
    assert {place.field for place in record.places} == {Field.BYLINES}


def test_a_rule_is_believed_first() -> None:
    rules = SiteRules(host="varnhagen.example", authors=("div.m-e",))
    more = "<div class=m-e>Emil Nord</div>"
    html = page("Ferry stops at noon", TEXT, "Dora Quist", 9, said=False, more=more)
    article = extract(html, f"{SITE}/ferry", profile=learned(), rules=rules)
    assert article.bylines == ("Emil Nord",)
