"""Pages of a site with its profile and without: what goes, what stays."""

from collections.abc import Sequence

import pytest

from mirrorpress.extract import extract, extract_and_record, learn
from mirrorpress.model.plain import plain_text
from mirrorpress.model.site_profile import PageRecord, SiteProfile

SITE = "https://varnhagen.example"
STORIES = {
    "Old bridge closed for lorries": (
        "The council voted on Tuesday to close the old bridge for lorries until the spring.",
        "Drivers will have to use the ring road, which adds about nine kilometres to the way.",
        "Divers found cracks in two of the piers when they looked at them in the autumn.",
    ),
    "School kitchen wins a prize": (
        "A kitchen that cooks for four schools has won the prize of the farmers' association.",
        "The cooks buy nearly all vegetables from gardens within an hour of the school yard.",
        "Pupils decide once a month which dish comes back, and which one they never want again.",
    ),
    "Ferry runs at night from May": (
        "The ferry across the lower lake will run until two in the morning from the first of May.",
        "The operator has hired six more sailors and had the lights at both piers replaced.",
        "Tickets after midnight cost one crown more, and children travel without a ticket.",
    ),
}
PROMO = "Our morning letter brings the news of the county to your desk before breakfast."
LABEL = "What happens next"


def page(title: str, paragraphs: Sequence[str], *, extra: str = "", promo: str = PROMO) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<html><head><title>{title}</title></head><body>
    <article><h1>{title}</h1><div class="story-text">{text}{extra}
    <p class="letter">{promo}</p></div></article></body></html>"""


def address(title: str) -> str:
    return f"{SITE}/{title.lower().replace(' ', '-')}"


def learned(pages: dict[str, str]) -> SiteProfile:
    records = [extract_and_record(html, address(title))[1] for title, html in pages.items()]
    return learn(None, records, day=1)


def texts(title: str, html: str, profile: SiteProfile | None) -> list[str]:
    return plain_text(extract(html, address(title), profile=profile)).splitlines()


@pytest.fixture
def site() -> dict[str, str]:
    return {title: page(title, paragraphs) for title, paragraphs in STORIES.items()}


def test_a_line_at_the_end_of_every_page_goes(site: dict[str, str]) -> None:
    profile = learned(site)
    for title, html in site.items():
        assert texts(title, html, None) == [*STORIES[title], PROMO]
        assert texts(title, html, profile) == [*STORIES[title]]


def test_a_line_with_the_name_of_each_writer_goes() -> None:
    writers = ("Ada Stone", "Ben Varga", "Carla Muir")
    pages = {
        title: page(
            title, [*parts, f"{name} keeps a list of open questions about the lake and its towns."]
        )
        .replace("<head>", f"<head><meta name=author content='{name}'>")
        .replace(f'<p class="letter">{PROMO}</p>', "")
        for (title, parts), name in zip(STORIES.items(), writers, strict=True)
    }
    profile = learned(pages)
    for title, html in pages.items():
        assert len(texts(title, html, None)) == 4
        assert texts(title, html, profile) == [*STORIES[title]]


def test_a_page_is_no_evidence_against_itself(site: dict[str, str]) -> None:
    title, html = next(iter(site.items()))
    assert texts(title, html, learned({title: html})) == [*STORIES[title], PROMO]


def test_the_record_of_a_page_does_not_depend_on_the_profile(site: dict[str, str]) -> None:
    profile = learned(site)
    for title, html in site.items():
        first: PageRecord = extract_and_record(html, address(title))[1]
        assert extract_and_record(html, address(title), profile=profile)[1] == first


def test_a_label_within_the_text_of_several_pages_stays() -> None:
    pages = {
        title: page(title, [*parts[:2], LABEL, *parts[2:]]) for title, parts in STORIES.items()
    }
    profile = learned(pages)
    for title, html in pages.items():
        assert LABEL in texts(title, html, profile)
        assert PROMO not in texts(title, html, profile)


def test_two_reports_of_one_event_keep_what_they_share() -> None:
    (first, parts), (second, others), *_ = STORIES.items()
    pages = {first: page(first, parts), second: page(second, [*parts, *others])}
    profile = learned(pages)
    assert texts(second, pages[second], profile)[:3] == [*parts]


def test_a_credit_stays() -> None:
    credit = "This report was first published by the Lower Lake Courier."
    pages = {title: page(title, parts, promo=credit) for title, parts in STORIES.items()}
    profile = learned(pages)
    for title, html in pages.items():
        assert texts(title, html, profile) == [*STORIES[title], credit]


def test_text_beside_blocks_goes_and_the_blocks_stay() -> None:
    title, *_ = STORIES
    pages = {
        title: page(title, parts)
        .replace('class="letter">', 'class="letter">')
        .replace(
            f'<p class="letter">{PROMO}</p>', f'<div class="c">{PROMO}<p>{parts[0][:60]}.</p></div>'
        )
        for title, parts in STORIES.items()
    }
    profile = learned(pages)
    for title, html in pages.items():
        assert texts(title, html, profile) == [*STORIES[title], f"{STORIES[title][0][:60]}."]


def test_a_profile_that_would_remove_much_of_a_page_removes_nothing() -> None:
    long = " ".join([PROMO] * 6)
    pages = {title: page(title, parts, promo=long) for title, parts in STORIES.items()}
    profile = learned(pages)
    for title, html in pages.items():
        assert texts(title, html, profile) == [*STORIES[title], long]


def test_background_that_few_of_many_reports_share_stays() -> None:
    background = "The bridge was built in 1931 and has been repaired four times since the flood."
    words = ("first", "second", "third", "fourth", "fifth", "sixth")
    pages = {
        f"{title}: {word}": page(
            f"{title}: {word}",
            [
                f"{part[:-1]}, as the {word} report of {word} hands in {word} words said."
                for part in parts
            ]
            + [background] * (word == "first"),
            promo="",
        )
        for word in words
        for title, parts in STORIES.items()
    }
    profile = learned(pages)
    for title, html in pages.items():
        if title.endswith("first"):
            assert texts(title, html, profile)[-1] == background
