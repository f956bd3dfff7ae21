"""Which reports are of one story, which pages change with it, and where a story went."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mirrorpress.model import GroupCandidate
from mirrorpress.store import Store
from mirrorpress.store.stories import MAX_OTHERS
from store.samples import NOON, id_of, keep, revision

LATER = NOON + timedelta(hours=6)


def changed(store: Store, since: int) -> list[str]:
    return list(store.articles.changed_since(since))


def ids(*names: str) -> set[str]:
    return {id_of(name) for name in names}


def in_one_story(store: Store, *names: str) -> None:
    """Each report by an outlet of its own."""
    for name in names:
        keep(store, revision(name, source=name))
    store.stories.grouped((id_of(name), id_of(names[0])) for name in names)


def test_a_story_changes_the_pages_of_all_its_reports(store: Store) -> None:
    in_one_story(store, "tide", "flood")
    keep(store, revision("fog", source="fog"))
    change = store.changes.current()
    store.stories.grouped([(id_of("fog"), None)])
    assert changed(store, change) == []
    store.stories.grouped([(id_of("fog"), id_of("tide"))])
    assert set(changed(store, change)) == ids("tide", "flood", "fog")
    change = store.changes.current()
    store.stories.grouped([(id_of("fog"), id_of("tide"))])
    assert changed(store, change) == []


def test_reports_of_the_same_outlet_are_not_listed_and_do_not_change(store: Store) -> None:
    """A feed of 10,000 like items costs what 10,000 items cost."""
    for number in range(40):
        keep(store, revision(f"template-{number}", published=NOON + timedelta(hours=number)))
    store.stories.grouped((id_of(f"template-{number}"), "story") for number in range(40))
    change = store.changes.current()
    keep(store, revision("template-3", number=2, title="Another"))
    assert changed(store, change) == [id_of("template-3")]
    assert store.lists.others(store.articles.summary(id_of("template-3"))) == ()


def test_a_page_lists_a_dozen_others_and_changes_with_those_only(store: Store) -> None:
    names = [f"outlet-{number:02}" for number in range(20)]
    for hour, name in enumerate(names):
        keep(store, revision(name, source=name, published=NOON + timedelta(hours=hour)))
    store.stories.grouped((id_of(name), "story") for name in names)
    last = store.articles.summary(id_of(names[-1]))
    assert [summary.source for summary in store.lists.others(last)] == names[:MAX_OTHERS]
    first = store.articles.summary(id_of(names[0]))
    assert [summary.source for summary in store.lists.others(first)] == names[1 : MAX_OTHERS + 1]
    change = store.changes.current()
    hour = timedelta(hours=15)
    late = revision(names[15], source=names[15], number=2, title="Late", published=NOON + hour)
    keep(store, late)
    assert changed(store, change) == [id_of(names[15])]
    change = store.changes.current()
    keep(store, revision(names[3], source=names[3], number=2, title="Early"))
    assert set(changed(store, change)) == ids(*names)


@pytest.mark.parametrize("what", ["title", "withdrawn", "restored"])
def test_what_a_report_shows_of_another_changes_with_it(store: Store, what: str) -> None:
    in_one_story(store, "tide", "flood", "surge")
    keep(store, revision("fog"))
    if what == "restored":
        store.articles.withdraw(id_of("tide"), LATER)
    change = store.changes.current()
    match what:
        case "title":
            keep(store, revision("tide", source="tide", number=2, title="Tide comes in"))
        case "withdrawn":
            store.articles.withdraw(id_of("tide"), LATER)
        case _:
            store.articles.restore(id_of("tide"))
    assert set(changed(store, change)) == ids("tide", "flood", "surge")


def test_a_report_that_leaves_its_story_changes_both(store: Store) -> None:
    in_one_story(store, "tide", "flood")
    in_one_story(store, "fog", "mist")
    change = store.changes.current()
    store.stories.grouped([(id_of("flood"), id_of("fog"))])
    assert set(changed(store, change)) == ids("tide", "flood", "fog", "mist")


def test_reports_are_those_of_a_span_of_time_oldest_first(store: Store) -> None:
    for name, hours in (("rain", 0), ("fog", -5), ("tide", -30), ("wind", 9)):
        keep(store, revision(name, published=NOON + timedelta(hours=hours)))
    store.stories.grouped([(id_of("fog"), "story")])
    found = store.stories.candidates(NOON - timedelta(hours=5), NOON, 1)
    assert [report.id for report in found] == [id_of("fog"), id_of("rain")]
    assert found[0] == GroupCandidate(
        id=id_of("fog"),
        source="gazette",
        published=NOON - timedelta(hours=5),
        title="About fog",
        text="Summary of About fog.",
        language="en",
        story="story",
    )


def test_features_stand_for_a_text_until_its_next_revision(store: Store) -> None:
    article = keep(store, revision("fog"))
    span = NOON - timedelta(hours=1), NOON
    store.stories.keep_features(article, 1, b"features")
    (found,) = store.stories.candidates(*span, 1)
    assert (found.title, found.text, found.features) == ("", "", b"features")
    (other,) = store.stories.candidates(*span, 2)
    assert (other.title, other.features) == ("About fog", b"")
    keep(store, revision("fog", number=2, title="Fog lifts"))
    (changed,) = store.stories.candidates(*span, 1)
    assert (changed.title, changed.features) == ("Fog lifts", b"")


def test_articles_wait_to_be_grouped_in_order_of_publication(store: Store) -> None:
    for name, hours in (("rain", 2), ("tide", 0), ("fog", 1)):
        keep(store, revision(name, published=NOON + timedelta(hours=hours)))
    waiting = tuple(id_of(name) for name in ("tide", "fog", "rain"))
    assert store.stories.ungrouped() == waiting
    store.stories.mark_grouped(id_of("fog"))
    assert store.stories.ungrouped() == (waiting[0], waiting[2])
    keep(store, revision("fog", number=2, text="It lifted."))
    assert store.stories.ungrouped() == (waiting[0], waiting[2])


def test_the_first_report_of_each_outlet_is_listed_before_any_second_one(store: Store) -> None:
    """An outlet that reports every hour does not hide the others."""
    for hour in range(MAX_OTHERS + 3):
        published = NOON + timedelta(hours=hour)
        keep(store, revision(f"live-{hour}", source="courier", published=published))
    for hour, name in ((20, "herald"), (30, "gazette"), (40, "times")):
        keep(store, revision(name, source=name, published=NOON + timedelta(hours=hour)))
    names = [*(f"live-{hour}" for hour in range(MAX_OTHERS + 3)), "herald", "gazette", "times"]
    store.stories.grouped((id_of(name), "story") for name in names)
    listed = [one.id for one in store.lists.others(store.articles.summary(id_of("gazette")))]
    first = ["live-0", "herald", "times"]
    assert listed == [id_of(name) for name in (*first, *(f"live-{hour}" for hour in range(1, 10)))]
    for name, touched in (("times", True), ("live-9", True), ("live-10", False)):
        change = store.changes.current()
        source = "courier" if name.startswith("live") else name
        published = store.articles.published(id_of(name))
        keep(store, revision(name, source=source, number=2, title="New", published=published))
        assert (id_of("gazette") in changed(store, change)) is touched


def had_a_page(store: Store, story: str) -> None:
    store.editions.begin("web", "layout")
    store.editions.note_page("web", f"story:{story}", 0, "digest")


def test_a_story_without_reports_leads_to_where_its_last_ones_are(store: Store) -> None:
    in_one_story(store, "tide", "flood")
    in_one_story(store, "fog", "mist", "rain")
    had_a_page(store, id_of("fog"))
    former = store.lists.former
    assert former(id_of("fog")) == ()
    store.stories.grouped([(id_of("rain"), id_of("tide"))])  # it has two reports left
    assert former(id_of("fog")) == ()
    store.stories.grouped([(id_of("fog"), id_of("tide")), (id_of("mist"), None)])
    assert {article for article, _ in former(id_of("fog"))} == ids("fog", "mist")
    assert store.articles.summary(id_of("mist")).former == (id_of("fog"),)
    assert store.articles.summary(id_of("rain")).former == ()


def test_no_page_leads_on_where_there_was_none(store: Store) -> None:
    in_one_story(store, "fog", "mist")
    store.stories.grouped([(id_of("fog"), None), (id_of("mist"), None)])
    assert store.lists.former(id_of("fog")) == ()
