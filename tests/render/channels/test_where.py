"""Paths of layout `channels`, and names after titles that every file system takes."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import PICKS, Channel, PageRef
from mirrorpress.render.channels.where import (
    HOT,
    alias,
    aliases,
    channel_of,
    page_path,
    shared_address,
)
from render import samples

SITE = samples.SITE_DATA


def test_where_lists_are() -> None:
    layout = samples.channels()
    front, hot, recommended, world = (
        layout.lists(samples.EN, SITE)[0],
        HOT,
        layout.standing_lists(SITE)[2],
        layout.lists(samples.EN, SITE)[2],
    )
    assert [page_path(PageRef(one)) for one in (front, hot, recommended, world)] == [
        "README.md",
        "indexes/热点推荐.md",
        "indexes/recommended.md",
        "indexes/world.md",
    ]
    assert page_path(PageRef(world, 2)) == "indexes/world_2.md"


def test_an_article_is_in_the_channel_of_its_source() -> None:
    assert channel_of(samples.EN, SITE).name == "world"
    assert channel_of(replace(samples.EN, source="gone"), SITE).name == "gone"
    assert channel_of(replace(samples.EN, source=PICKS), SITE).name == "recommended"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("国际新闻", "国际新闻"),
        ("A: news / views?", "A-news--views"),
        (" ..hidden ", "hidden"),
        ("../../etc", "etc"),
        ("<script>", "script"),
        ("|", ""),
    ],
)
def test_the_name_after_a_title(title: str, name: str) -> None:
    assert alias(title).replace("--", "-") == name


@given(st.text(max_size=200))
def test_every_file_system_takes_a_name(title: str) -> None:
    name = alias(title)
    assert len(name.encode("utf-8")) <= 90
    assert not set(name) & set('<>:"/\\|?*#%&\n\r\t ')
    assert name == name.strip("-. _")
    assert unicodedata.normalize("NFC", name) == name


def test_two_channels_do_not_share_a_name() -> None:
    titles = ["News", "news", "world", "热点推荐", "NUL", "Views"]
    channels = tuple(Channel(name=f"c{n}", title=title) for n, title in enumerate(titles))
    site = replace(SITE, channels=(*channels, Channel(name="world", title="World")))
    assert aliases(site) == {"c0": "indexes/News.md", "c5": "indexes/Views.md"}


def test_an_address_to_share_is_ascii() -> None:
    assert shared_address("https://git.example/", "indexes/热点推荐.md") == (
        "https://git.example/indexes/%E7%83%AD%E7%82%B9%E6%8E%A8%E8%8D%90.md"
    )
