"""What `explain-story` reads from a store."""

from __future__ import annotations

import pytest

from mirrorpress.errors import RunError
from mirrorpress.group import Reason
from mirrorpress.group.explanation import SHOWN, EarlierStory
from mirrorpress.pipeline import explain_story as module
from mirrorpress.pipeline import group_articles
from mirrorpress.pipeline.explain_story import explain_story
from mirrorpress.progress import Summary
from pipeline.memory_mirror import MemoryMirror
from store.samples import address, id_of

FERRY = {"title": "白鹭湾渡轮搁浅乘客获救", "text": "渡轮海燕号在白鹭湾灯塔附近搁浅。"}
FERRY_TOO = {"title": "海燕號渡輪白鷺灣擱淺", "text": "渡輪海燕號於白鷺灣燈塔附近擱淺，乘客獲救。"}

INQUIRY = {"title": "海燕号渡轮搁浅 海事局开始问询", "text": "白鹭湾渡轮船长将在周五作证。"}


@pytest.fixture
def ferry(mirror: MemoryMirror) -> MemoryMirror:
    """Two reports of one event, and one of another."""
    mirror.keep("tide", **FERRY)  # type: ignore[arg-type]
    mirror.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    mirror.keep("fog", title="青岭天文台发现一颗新彗星", text="灯塔附近也能看见。")
    group_articles(mirror.components, Summary())
    return mirror


@pytest.mark.parametrize("name", [id_of("tide"), id_of("flood"), address("flood")])
def test_a_story_is_found_by_its_id_and_by_its_articles(ferry: MemoryMirror, name: str) -> None:
    found = explain_story(ferry.store, name)
    assert (found.story, found.size, found.among) == (id_of("tide"), 2, 3)
    assert [report.id for report in found.reports] == [id_of("tide"), id_of("flood")]
    (pair,) = found.reports[0].nearest
    assert set(pair.shared.others) == {"乘客获救", "渡轮海燕号", "白鹭湾灯塔附近搁浅"}
    assert found.reports[1].title == FERRY_TOO["title"]
    assert found.reports[1].url == address("flood")


def test_an_article_in_no_story_is_explained(ferry: MemoryMirror) -> None:
    found = explain_story(ferry.store, id_of("fog"))
    assert (found.story, found.size) == (None, 1)
    assert id_of("tide") in {one.report.id for one in found.left_out}


def test_the_story_that_an_event_follows_is_named(ferry: MemoryMirror) -> None:
    ferry.keep("ice", source="courier", hours=62, **INQUIRY)  # type: ignore[arg-type]
    group_articles(ferry.components, Summary())
    found = explain_story(ferry.store, id_of("ice"))
    assert found.story is None
    assert found.follows == EarlierStory(id_of("tide"), FERRY["title"])
    assert explain_story(ferry.store, id_of("tide")).follows is None


def test_nothing_is_stored(mirror: MemoryMirror) -> None:
    mirror.keep("tide", **FERRY)  # type: ignore[arg-type]
    mirror.keep("flood", source="courier", hours=3, **FERRY_TOO)  # type: ignore[arg-type]
    change = mirror.store.changes.current()
    found = explain_story(mirror.store, id_of("tide"))
    assert [one.reason for one in found.left_out] == [Reason.NOT_GROUPED]
    assert mirror.store.changes.current() == change
    times = [mirror.store.articles.published(id_of("tide"))] * 2
    assert [one.features for one in mirror.store.stories.candidates(*times, 4)] == [b""]


def test_the_same_event_later_than_any_report_around_is_found(ferry: MemoryMirror) -> None:
    ferry.keep("ice", hours=3 + 24 * 4, **FERRY)  # type: ignore[arg-type]
    group_articles(ferry.components, Summary())
    found = explain_story(ferry.store, id_of("tide"))
    assert {one.report.id: one.reason for one in found.left_out}[id_of("ice")] is Reason.TOO_FAR


def test_a_large_story_is_shown_around_the_article_that_was_asked_for(
    mirror: MemoryMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_AROUND", SHOWN + 2)
    names = [f"n{number:02}" for number in range(40)]
    for at, name in enumerate(names):
        mirror.keep(name, source=f"s{at}", hours=at / 10, **FERRY)  # type: ignore[arg-type]
    group_articles(mirror.components, Summary())
    whole = explain_story(mirror.store, id_of("n00"))
    assert (whole.size, len(whole.reports)) == (40, SHOWN)
    around = explain_story(mirror.store, id_of("n30"))
    assert (around.size, around.among) == (40, SHOWN + 2)
    assert id_of("n30") in {report.id for report in around.reports}
    assert id_of("n00") not in {report.id for report in around.reports}
    assert around.left_out == ()


@pytest.mark.parametrize("name", ["nosuch", "https://gazette.example/none", "", "http://[", "a b"])
def test_an_unknown_id_is_an_error_with_its_fix(ferry: MemoryMirror, name: str) -> None:
    with pytest.raises(RunError, match="give the address of an article"):
        explain_story(ferry.store, name)
