"""Step 5: the story of each article, and the path that it keeps for good."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import permutations

import pytest

from mirrorpress.pipeline import group_articles
from mirrorpress.progress import Summary
from mirrorpress.store import Store
from mirrorpress.store.folders import MOST_FILES
from pipeline.desk import Desk
from store.samples import id_of

PIER, QUAY = "https://img.example/pier.jpg", "https://img.example/quay.jpg"
FERRY = {"title": "白鹭湾渡轮搁浅乘客获救", "text": "渡轮海燕号在白鹭湾灯塔附近搁浅。"}
FERRY_TOO = {"title": "海燕號渡輪白鷺灣擱淺", "text": "渡輪海燕號於白鷺灣燈塔附近擱淺，乘客獲救。"}


def path(desk: Desk, name: str) -> str:
    return desk.store.articles.summary(id_of(name)).path


def story(desk: Desk, name: str) -> str | None:
    return desk.store.articles.summary(id_of(name)).story


def path_of(store: Store, url: str) -> str | None:
    return store.pictures.of([url])[url][1]


def test_nothing_waits_after_it(desk: Desk) -> None:
    group_articles(desk.parts, Summary())
    for name in ("tide", "fog"):
        desk.keep(name)
    group_articles(desk.parts, Summary())
    assert desk.store.articles.ungrouped() == ()
    assert path(desk, "tide") == f"articles/2031/05/04/gazette-{id_of('tide')}"
    change = desk.store.articles.change()
    group_articles(desk.parts, Summary())
    assert desk.store.articles.change() == change


def test_reports_of_one_event_become_a_story_named_after_the_first(desk: Desk) -> None:
    desk.keep("tide", **FERRY)  # type: ignore[arg-type]
    desk.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    desk.keep("fog", title="青岭天文台发现一颗新彗星", text="预计九月肉眼可见。")
    group_articles(desk.parts, Summary())
    assert (story(desk, "tide"), story(desk, "flood")) == (id_of("tide"), id_of("tide"))
    assert story(desk, "fog") is None


def test_a_report_that_comes_later_finds_the_one_that_was_alone(desk: Desk) -> None:
    desk.keep("fog", title="青岭天文台发现一颗新彗星", text="预计九月肉眼可见。")
    desk.keep("tide", **FERRY)  # type: ignore[arg-type]
    group_articles(desk.parts, Summary())
    assert story(desk, "tide") is None
    change = desk.store.articles.change()
    desk.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    group_articles(desk.parts, Summary())
    assert (story(desk, "tide"), story(desk, "flood")) == (id_of("tide"), id_of("tide"))
    changed = set(desk.store.articles.changed_since(change))
    assert changed == {id_of("tide"), id_of("flood")}


@pytest.mark.parametrize("order", list(permutations(("ice", "tide", "flood"))))
def test_far_apart_and_in_any_order_of_arrival(desk: Desk, order: tuple[str, ...]) -> None:
    """Months lie between the first and the others, which are one event."""
    articles = {
        "ice": {"hours": -24 * 60, **FERRY},
        "tide": {"hours": 0, **FERRY},
        "flood": {"hours": 3, **FERRY_TOO},
    }
    for name in order:
        desk.keep(name, **articles[name])  # type: ignore[arg-type]
    group_articles(desk.parts, Summary())
    found = {name: story(desk, name) for name in articles}
    assert found == {"ice": None, "tide": id_of("tide"), "flood": id_of("tide")}


def test_a_revision_keeps_its_place_and_story(desk: Desk) -> None:
    desk.keep("tide", **FERRY)  # type: ignore[arg-type]
    desk.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    group_articles(desk.parts, Summary())
    before = desk.store.articles.summary(id_of("flood"))
    desk.keep("flood", source="courier", hours=30, title="青岭天文台发现一颗新彗星")
    group_articles(desk.parts, Summary())
    after = desk.store.articles.summary(id_of("flood"))
    assert (after.path, after.story) == (before.path, before.story)


def test_a_full_day_goes_on_in_another_folder_the_oldest_first(desk: Desk) -> None:
    """In order of publication, whatever came first."""
    with desk.store.transaction():
        for number in reversed(range(MOST_FILES + 1)):
            desk.keep(f"report-{number}", hours=-number / 1000, title=f"{number}", text="")
    group_articles(desk.parts, Summary())
    assert path(desk, "report-0").startswith("articles/2031/05/04-2/")
    assert path(desk, "report-1").startswith("articles/2031/05/04/")


def test_pictures_stand_where_they_were_first_shown(desk: Desk) -> None:
    desk.keep("tide", pictures=(PIER,))
    desk.had(PIER, id_of("tide"))
    group_articles(desk.parts, Summary())
    first = path_of(desk.store, PIER)
    assert first is not None
    assert first.startswith("pictures/2031/05/04/")
    desk.keep("fog", hours=72, pictures=(PIER, QUAY))
    desk.had(QUAY, id_of("fog"))
    group_articles(desk.parts, Summary())
    assert path_of(desk.store, PIER) == first
    assert str(path_of(desk.store, QUAY)).startswith("pictures/2031/05/07/")


def test_a_late_picture_gets_its_path(desk: Desk) -> None:
    article = desk.keep("tide", pictures=(PIER,))
    group_articles(desk.parts, Summary())
    desk.had(PIER, article)
    assert path_of(desk.store, PIER) is None
    group_articles(desk.parts, Summary())
    assert path_of(desk.store, PIER) is not None


def test_cut_off_nothing_is_settled(desk: Desk) -> None:
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
        desk.keep(name)
    with pytest.raises(KeyboardInterrupt):
        group_articles(replace(desk.parts, reporter=Stopping()), Summary())
    assert len(desk.store.articles.ungrouped()) == 3
    group_articles(desk.parts, Summary())
    with closing(Desk()) as other:
        for name in ("tide", "fog", "rain"):
            other.keep(name)
        group_articles(other.parts, Summary())
        for name in ("tide", "fog", "rain"):
            assert path(desk, name) == path(other, name)


def test_a_day_is_counted_in_the_mirrors_zone(desk: Desk) -> None:
    desk.keep("tide", hours=5)  # 17:00 UTC, past midnight in Shanghai
    group_articles(desk.parts, Summary())
    assert desk.store.articles.day(id_of("tide")).isoformat() == "2031-05-05"
    desk.change(timezone="UTC")
    group_articles(desk.parts, Summary())
    assert desk.store.articles.day(id_of("tide")).isoformat() == "2031-05-04"
    assert path(desk, "tide").startswith("articles/2031/05/05/")
