"""Feeds of like items: they must not cost more than as many items that are not alike.

Once a feed of similar pages became one story whose pages named each other: 3,600 articles, 4 GB.
What is measured here is work, never time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import product
from random import Random

import pytest

from mirrorpress.group.stories import _MOST_RELATED, MOST
from mirrorpress.group.window import Window
from mirrorpress.model import ArticleList, Source
from mirrorpress.protocols import Layout
from mirrorpress.publish import manifest
from mirrorpress.render.almanac import Almanac
from mirrorpress.render.web import WebSite
from pipeline.memory_mirror import GIT, SETTINGS, WEB, MemoryMirror
from store.samples import NOON, keep, revision

COUNT = 300  # articles of a feed
LENGTH = 700  # characters of a text
FACTOR = 1.6  # of bytes and pages: a page of a story has two reports or more, and adds to both
SHARE_OF_STORIES = 0.35  # of all bytes: what pages of stories may add
LARGEST = 200_000  # bytes of a page
COMPARISONS = 60  # of an item: those that it finds, and half of those that it is clustered with
CHANGED = 2 * MOST  # pages that one more item may change: those of two stories, not of the feed
EDITIONS = (WEB, GIT)


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a feed."""

    source: str
    title: str
    text: str


Feed = Callable[[int], Item]  # by number

_CONSONANTS, _VOWELS = "bdfghklmnprstv", "aeiou"
_SYLLABLES = ["".join(pair) for pair in product(_CONSONANTS, _VOWELS)]
_WORDS = ["".join(three) for three in product(_SYLLABLES, repeat=3)]


def _prose(chance: Random, length: int = LENGTH) -> str:
    """Sentences of eight invented words."""
    sentences: list[str] = []
    while sum(map(len, sentences)) < length:
        words = chance.choices(_WORDS, k=8)
        sentences.append(f"{words[0].capitalize()} {' '.join(words[1:])}. ")
    return "".join(sentences)[:length]


def different(number: int) -> Item:
    """One source; nothing is alike."""
    chance = Random(number)
    return Item("s0", " ".join(chance.choices(_WORDS, k=5)), _prose(chance))


def different_of_many(number: int) -> Item:
    """As many sources as articles; nothing is alike."""
    return replace(different(number), source=f"s{number}")


def one_text(_number: int) -> Item:
    """One source, one text."""
    return different(0)


def one_template(number: int) -> Item:
    """One source, one text in which the numbers differ."""
    lines = (
        f"Gauge {at} of the quay stood at {number * 13 + at * 7} millimetres, {number + at} more. "
        for at in range(10)
    )
    return Item("s0", f"Tide tables, reading {number}", "".join(lines)[:LENGTH])


def two_that_copy(number: int) -> Item:
    """Two sources that copy one text from one another, over and over."""
    return replace(different(0), source=f"s{number % 2}")


def each_copied(number: int) -> Item:
    """Two sources: each text of the one is a text of the other a minute later."""
    return replace(different(number // 2), source=f"s{number % 2}")


def one_event(number: int) -> Item:
    """As many sources as articles: an agency's report, to which each adds as much of its own."""
    report = _prose(Random(0), LENGTH // 2)
    return Item(f"s{number}", different(0).title, report + _prose(Random(number), LENGTH // 2))


@dataclass(frozen=True, slots=True)
class Cost:
    """What a feed costs in one edition."""

    bytes: int
    pages: int  # of articles and lists
    lists: int  # pages of lists
    largest: int  # bytes of a page
    of_stories: int  # bytes of all pages of stories


@dataclass(frozen=True, slots=True)
class Run:
    """What a feed costs, and one article more of it."""

    costs: dict[str, Cost]  # by edition
    comparisons: int
    stories: dict[str, int]  # how many reports each has
    changed: dict[str, int]  # pages of each edition that the one more changed
    comparisons_of_one: int

    @property
    def largest_story(self) -> int:
        """Reports of it."""
        return max(self.stories.values(), default=0)


class FeedMirror:
    """A mirror of a feed, with the layouts that readers see."""

    def __init__(self, feed: Feed, count: int) -> None:
        self._feed = feed
        names = sorted({feed(number).source for number in range(count + 1)})
        sources = tuple(Source(name=name, title=f"Outlet {name}") for name in names)
        self.mirror = MemoryMirror(replace(SETTINGS, sources=sources, editions=EDITIONS))
        layouts: dict[str, Layout] = {WEB.name: WebSite(), GIT.name: Almanac()}
        self.mirror.components = replace(self.mirror.components, layouts=layouts)
        with self.mirror.store.transaction():
            for number in range(count):
                self.add(number)

    def add(self, number: int) -> None:
        """An article of the feed, a minute after the one before."""
        item = self._feed(number)
        new = revision(
            f"{number}",
            source=item.source,
            title=item.title,
            text=item.text,
            published=NOON + timedelta(minutes=number),
        )
        keep(self.mirror.store, new)

    def cost(self, edition: str) -> Cost:
        """What is rendered now."""
        sizes = {path: len(page) for path, page in self.mirror.pages(edition).items()}
        lists = [path for path in sizes if not path.startswith("articles/")]
        return Cost(
            bytes=sum(sizes.values()),
            pages=len(sizes),
            lists=len(lists),
            largest=max(sizes.values()),
            of_stories=sum(sizes[path] for path in lists if path.startswith("stories/")),
        )

    def stories(self) -> dict[str, int]:
        """How many reports each story has."""
        lists = self.mirror.store.lists
        ids = [article_id for article_id, _ in lists.lines(ArticleList(kind="all"))]
        found = (summary.story for summary in lists.summaries("", ids))
        return Counter(story for story in found if story is not None)

    def sequences(self) -> dict[str, int]:
        """How often each edition changed."""
        return {one.name: self.mirror.store.editions.state(one.name).sequence for one in EDITIONS}

    def changed_since(self, edition: str, sequence: int) -> int:
        """How many pages of an edition changed."""
        files = self.mirror.store.editions.changed_since(edition, sequence)
        return sum(not manifest.is_own(one.path) for one in files)


def run(feed: Feed, count: int = COUNT) -> Run:
    """Group and render a feed, and once more when it has one article more."""
    calls = [0]
    alike = Window.alike

    def counted(self: Window, name: str, others: Sequence[str]) -> dict[str, float]:
        calls[0] += len(others)
        return alike(self, name, others)

    rendered = FeedMirror(feed, count)
    with closing(rendered.mirror) as mirror, pytest.MonkeyPatch.context() as patch:
        patch.setattr(Window, "alike", counted)
        mirror.render()
        comparisons, stories, before = calls[0], rendered.stories(), rendered.sequences()
        costs = {edition.name: rendered.cost(edition.name) for edition in EDITIONS}
        rendered.add(count)
        mirror.render()
        return Run(
            costs=costs,
            comparisons=comparisons,
            stories=stories,
            changed={name: rendered.changed_since(name, at) for name, at in before.items()},
            comparisons_of_one=calls[0] - comparisons,
        )


@pytest.fixture(scope="module")
def ran() -> Callable[[Feed], Run]:
    """The run of a feed, made once."""
    return cache(run)


HOSTILE: dict[Feed, Feed] = {  # each with as many items of as many sources that are not alike
    one_text: different,
    one_template: different,
    two_that_copy: different,
    each_copied: different,
    one_event: different_of_many,
}
each_hostile = pytest.mark.parametrize("feed", HOSTILE, ids=lambda feed: feed.__name__)


@each_hostile
def test_like_items_cost_what_other_items_cost(feed: Feed, ran: Callable[[Feed], Run]) -> None:
    """In both editions. Pages of stories come on top: they name each report once."""
    for name, cost in ran(feed).costs.items():
        other = ran(HOSTILE[feed]).costs[name]
        assert cost.bytes <= FACTOR * other.bytes
        assert cost.pages <= FACTOR * other.pages
        assert cost.lists - other.lists <= COUNT / 2  # a story has two reports
        assert cost.of_stories <= SHARE_OF_STORIES * other.bytes
        assert cost.largest <= LARGEST


@each_hostile
def test_the_work_of_comparing_like_items_is_bounded(
    feed: Feed, ran: Callable[[Feed], Run]
) -> None:
    found = ran(feed)
    assert found.comparisons <= COMPARISONS * COUNT
    assert found.comparisons_of_one <= COMPARISONS * (_MOST_RELATED + 1)
    assert found.largest_story <= MOST


@each_hostile
def test_one_like_item_more_changes_few_pages(feed: Feed, ran: Callable[[Feed], Run]) -> None:
    assert max(ran(feed).changed.values()) <= CHANGED


def test_what_is_compared_is_what_it_is_called(ran: Callable[[Feed], Run]) -> None:
    """Items that are not alike are no stories, and like ones are larger ones."""
    assert ran(different).stories == ran(different_of_many).stories == {}
    assert ran(one_event).comparisons > COUNT  # they are counted at all
    assert ran(one_template).largest_story > MOST / 10
    assert ran(one_event).largest_story > MOST / 10
    assert len(ran(each_copied).stories) == COUNT / 2
