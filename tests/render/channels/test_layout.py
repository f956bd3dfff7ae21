"""Layout `channels` as a whole: which lists there are, and what changes which pages."""

from __future__ import annotations

from dataclasses import replace

from mirrorpress.model import PICKS, Channel
from render import samples

SITE = samples.SITE_DATA
ONE = {"picks.csv": "https://a.example/1,One\n", "sticky.csv": "", "links.csv": ""}


def test_every_channel_has_a_list_even_without_articles() -> None:
    keys = [one.key for one in samples.channels().standing_lists(SITE)]
    assert keys == [
        "front:",
        "hot:",
        "channel:recommended",
        "channel:yuanshan",
        "channel:world",
        "channel:quiet",
        "changed:",
        "withdrawn:",
    ]


def test_a_titled_channel_of_picks_is_one_channel() -> None:
    site = replace(SITE, channels=(Channel(name="recommended", title="精选"), *SITE.channels))
    layout = samples.channels()
    assert len(layout.standing_lists(site)) == 8
    picked = replace(samples.EN, source=PICKS)
    assert layout.path(picked, site, samples.first) == "pages/recommended/eeee4444ffff.md"
    assert layout.lists(picked, site)[2] in layout.standing_lists(site)


def test_picks_change_lists_and_links_change_every_page() -> None:
    before, more = samples.channels(ONE), samples.channels({**ONE, "picks.csv": ""})
    assert before.version == more.version
    assert before.standing_lists(SITE) != more.standing_lists(SITE)
    linked = samples.channels({**ONE, "links.csv": "https://a.example/2,Two\n"})
    assert linked.version != before.version
    assert linked.standing_lists(SITE) == before.standing_lists(SITE)


def test_a_pick_under_another_title_changes_the_front_page_and_the_list() -> None:
    before = samples.channels(ONE).standing_lists(SITE)
    after = samples.channels({**ONE, "picks.csv": "https://a.example/1,Uno\n"}).standing_lists(SITE)
    assert [one == other for one, other in zip(before, after, strict=True)] == [
        False, True, False, True, True, True, True, True,
    ]  # fmt: skip


def test_what_cannot_be_used_is_reported() -> None:
    files = {
        "picks.csv": "nonsense,One\n",
        "sticky.csv": "https://a.example/1\n",
        "links.csv": "/indexes/world.md,World\n/pages/world/x.md,Page\n",
    }
    found = samples.channels(files).problems(SITE)
    assert [(one.file, one.line) for one in found] == [
        ("picks.csv", 1),
        ("sticky.csv", 1),
        ("links.csv", 2),
    ]
    assert "is not a list of this mirror" in found[2].cause


def test_addresses_to_fetch_are_those_outside() -> None:
    files = {**ONE, "picks.csv": "/pages/world/x.md,X\nhttps://a.example/1,One\n"}
    assert samples.channels(files).picked() == ("https://a.example/1",)
