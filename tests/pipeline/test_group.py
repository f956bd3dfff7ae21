"""Step 5: the story of each article."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import permutations

import pytest

from mirrorpress.group import VERSION
from mirrorpress.group.features import Features
from mirrorpress.pipeline import group_articles
from mirrorpress.progress import Summary
from pipeline.memory_mirror import MemoryMirror, later
from store.samples import id_of

FERRY = {"title": "白鹭湾渡轮搁浅乘客获救", "text": "渡轮海燕号在白鹭湾灯塔附近搁浅。"}
FERRY_TOO = {"title": "海燕號渡輪白鷺灣擱淺", "text": "渡輪海燕號於白鷺灣燈塔附近擱淺，乘客獲救。"}

INQUIRY = {"title": "海燕号渡轮搁浅 海事局开始问询", "text": "白鹭湾渡轮船长将在周五作证。"}


def story(mirror: MemoryMirror, name: str) -> str | None:
    return mirror.store.articles.summary(id_of(name)).story


def test_nothing_waits_after_it(mirror: MemoryMirror) -> None:
    group_articles(mirror.components, Summary())
    for name in ("tide", "fog"):
        mirror.keep(name)
    group_articles(mirror.components, Summary())
    assert mirror.store.stories.ungrouped() == ()
    change = mirror.store.changes.current()
    group_articles(mirror.components, Summary())
    assert mirror.store.changes.current() == change


def test_reports_of_one_event_become_a_story_named_after_the_first(mirror: MemoryMirror) -> None:
    mirror.keep("tide", **FERRY)  # type: ignore[arg-type]
    mirror.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    mirror.keep("fog", title="青岭天文台发现一颗新彗星", text="预计九月肉眼可见。")
    group_articles(mirror.components, Summary())
    assert (story(mirror, "tide"), story(mirror, "flood")) == (id_of("tide"), id_of("tide"))
    assert story(mirror, "fog") is None


def test_a_report_that_comes_later_finds_the_one_that_was_alone(mirror: MemoryMirror) -> None:
    mirror.keep("fog", title="青岭天文台发现一颗新彗星", text="预计九月肉眼可见。")
    mirror.keep("tide", **FERRY)  # type: ignore[arg-type]
    group_articles(mirror.components, Summary())
    assert story(mirror, "tide") is None
    change = mirror.store.changes.current()
    mirror.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    group_articles(mirror.components, Summary())
    assert (story(mirror, "tide"), story(mirror, "flood")) == (id_of("tide"), id_of("tide"))
    changed = set(mirror.store.articles.changed_since(change))
    assert changed == {id_of("tide"), id_of("flood")}


@pytest.mark.parametrize("order", list(permutations(("ice", "tide", "flood"))))
def test_far_apart_and_in_any_order_of_arrival(
    mirror: MemoryMirror, order: tuple[str, ...]
) -> None:
    """Months lie between the first and the others, which are one event."""
    articles = {
        "ice": {"hours": -24 * 60, **FERRY},
        "tide": {"hours": 0, **FERRY},
        "flood": {"hours": 3, **FERRY_TOO},
    }
    for name in order:
        mirror.keep(name, **articles[name])  # type: ignore[arg-type]
    group_articles(mirror.components, Summary())
    found = {name: story(mirror, name) for name in articles}
    assert found == {"ice": None, "tide": id_of("tide"), "flood": id_of("tide")}


def test_a_later_event_follows_the_story(mirror: MemoryMirror) -> None:
    mirror.keep("tide", **FERRY)  # type: ignore[arg-type]
    mirror.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    mirror.keep("inquiry", source="courier", hours=62, **INQUIRY)  # type: ignore[arg-type]
    group_articles(mirror.components, Summary())
    assert story(mirror, "inquiry") is None
    assert mirror.store.lists.story_before(id_of("inquiry")) == id_of("tide")
    assert mirror.store.lists.story_before(id_of("tide")) is None


def test_the_whole_text_is_compared(mirror: MemoryMirror) -> None:
    """Not the beginning that lists show."""
    text = "".join(f"渡轮海燕号第{number}次在白鹭湾搁浅。" for number in range(60))
    mirror.keep("tide", title="白鹭湾", text=text)
    group_articles(mirror.components, Summary())
    (stored,) = mirror.store.stories.candidates(later(-1), later(1), VERSION)
    assert stored.features == Features.of("白鹭湾", text).packed()


def test_what_is_compared_is_read_once(mirror: MemoryMirror) -> None:
    """Texts of the window are not read again: what they are compared by is stored."""
    mirror.keep("tide", **FERRY)  # type: ignore[arg-type]
    group_articles(mirror.components, Summary())
    span = later(-1), later(1)
    (stored,) = mirror.store.stories.candidates(*span, VERSION)
    assert (stored.title, stored.text) == ("", "")
    assert stored.features
    mirror.keep("flood", source="courier", hours=1, **FERRY_TOO)  # type: ignore[arg-type]
    group_articles(mirror.components, Summary())
    assert story(mirror, "flood") == id_of("tide")


def test_a_revision_keeps_its_story(mirror: MemoryMirror) -> None:
    mirror.keep("tide", **FERRY)  # type: ignore[arg-type]
    mirror.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    group_articles(mirror.components, Summary())
    before = mirror.store.articles.summary(id_of("flood"))
    mirror.keep("flood", source="courier", hours=30, title="青岭天文台发现一颗新彗星")
    group_articles(mirror.components, Summary())
    after = mirror.store.articles.summary(id_of("flood"))
    assert after.story == before.story


def test_cut_off_nothing_is_grouped(mirror: MemoryMirror) -> None:
    class Stopping:
        """A reporter that stops the work at the second article."""

        def __init__(self) -> None:
            self.left = 2

        def start(self, step: str, total: int) -> None: ...
        def expect(self, step: str, count: int) -> None: ...
        def finish(self, step: str) -> None: ...
        def note(self, text: str) -> None: ...

        def advance(self, step: str, count: int = 1) -> None:
            self.left -= 1
            if not self.left:
                raise KeyboardInterrupt

    for name in ("tide", "fog", "rain"):
        mirror.keep(name)
    with pytest.raises(KeyboardInterrupt):
        group_articles(replace(mirror.components, reporter=Stopping()), Summary())
    assert len(mirror.store.stories.ungrouped()) == 3
    group_articles(mirror.components, Summary())
    with closing(MemoryMirror()) as other:
        for name in ("tide", "fog", "rain"):
            other.keep(name)
        group_articles(other.components, Summary())
        for name in ("tide", "fog", "rain"):
            assert story(mirror, name) == story(other, name)


def test_a_day_is_counted_in_the_mirrors_zone(mirror: MemoryMirror) -> None:
    mirror.keep("tide", hours=5)  # 17:00 UTC, past midnight in Shanghai
    group_articles(mirror.components, Summary())
    assert mirror.store.articles.summary(id_of("tide")).day == "2031-05-05"
    mirror.change(timezone="UTC")
    group_articles(mirror.components, Summary())
    assert mirror.store.articles.summary(id_of("tide")).day == "2031-05-04"
