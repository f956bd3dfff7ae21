"""Step 3 for one page: what the index says of an article of its own site, and of another's."""

import asyncio

import pytest

from mirrorpress.model import FeedEntry, Page, Source
from mirrorpress.model.plain import plain_text
from mirrorpress.pipeline.extract_page import extract_page
from mirrorpress.pipeline.site_memory import SiteMemory, day_of
from pipeline.rounds import Round
from pipeline.runners import InProcess
from store.samples import NOON

SHOWN = [
    f"The reservoir of Oberau holds water for {days} days, said {who}, and nobody in the valley "
    f"has been told yet what will happen when the {what} above the dam has to be closed."
    for days, who, what in (
        (40, "the keeper", "road"),
        (35, "a farmer", "mill"),
        (30, "the county", "quarry"),
        (22, "a surveyor", "tunnel"),
    )
]
REST = [
    f"In {year} the same happened for {weeks} weeks: trucks brought water to {place}, each "
    f"household paid {cost} crowns a day, and the baths and the two car washes stayed shut."
    for year, weeks, place, cost in (
        (1976, "six", "the upper farms", "nine"),
        (1991, "four", "the school", "twelve"),
        (2003, "eleven", "all of the left bank", "twenty"),
    )
]


@pytest.mark.parametrize(
    ("source", "is_full"),
    [
        (Source(name="own", title="Own", url="https://feeds.valley.example/all.xml"), True),
        (Source(name="own", title="Own", site="https://valley.example/"), True),
        (Source(name="other", title="Other", url="https://digest.example/all.xml"), False),
        (Source(name="gone", title="No longer in the settings"), False),
    ],
    ids=["its feed", "its site", "a feed of another site", "no site"],
)
def test_the_full_text_of_a_feed_completes_pages_of_its_own_site_only(
    source: Source, is_full: bool
) -> None:
    lines = "".join(f"<p>{text}</p>" for text in SHOWN)
    url = "https://www.valley.example/water"
    page = Page(
        body=f"<article><h1>Water for forty days</h1>{lines}</article>".encode(),
        url=url,
        requested=url,
        charset="utf-8",
        fetched=NOON,
    )
    memory = SiteMemory(Round(()).store.site_profiles, day_of(NOON), {})
    entry = FeedEntry(content="\n".join([*SHOWN, *REST]))
    article, _ = asyncio.run(extract_page(InProcess(), memory, source, page, entry))
    assert plain_text(article) == "\n".join([*SHOWN, *REST] if is_full else SHOWN)
