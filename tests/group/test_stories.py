"""Which reports are put together, and which are not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from group.reports import EVENTS, NOON, report
from mirrorpress.group import WINDOW, GroupCandidate, OpenStories, Window, assign, stories
from mirrorpress.group.stories import MOST

BACKGROUND = [report(event, which, hours=-1) for event in EVENTS for which in (0, 1)]


def others(*events: str) -> list[GroupCandidate]:
    """What else is in the window: without it, nothing is rare."""
    return [one for one in BACKGROUND if one.id.partition("-")[0] not in events]


def test_an_empty_window_has_no_stories() -> None:
    assert assign([]) == {}
    assert assign([], [report("ferry")]) == {}


def test_an_article_alone_is_in_no_story() -> None:
    assert assign([report("ferry")]) == {"ferry-hans": None}
    assert assign([report("ferry")], others("ferry")) == {"ferry-hans": None}


@pytest.mark.parametrize("event", ["ferry", "library", "strike"])
def test_one_event_in_other_words_is_one_story(event: str) -> None:
    """Among them simplified and traditional Chinese."""
    first, second = report(event, 0), report(event, 1, hours=5)
    found = assign([first, second], others(event))
    assert found == {first.id: first.id, second.id: first.id}


def test_different_events_are_different_stories() -> None:
    reports = [report(event, which, hours=which) for which in (0, 1) for event in EVENTS]
    found = assign(reports)
    assert found == {
        **{f"ferry-{one}": "ferry-hans" for one in ("hans", "hant")},
        **{f"library-{one}": "library-one" for one in ("one", "two")},
        **{f"strike-{one}": "strike-one" for one in ("one", "two")},
        "observatory-hans": None,
        "observatory-ar": None,
    }


def test_an_earlier_report_that_was_alone_is_found_and_named() -> None:
    earlier, new = report("strike", 0), report("strike", 1, hours=5)
    found = assign([new], [*others("strike"), earlier])
    assert found == {new.id: earlier.id, earlier.id: earlier.id}


def test_a_story_keeps_its_name_when_another_report_joins() -> None:
    earlier = report("strike", 0, story="the-first-of-all")
    new = report("strike", 1, hours=5)
    assert assign([new], [*others("strike"), earlier])[new.id] == "the-first-of-all"


def test_a_third_report_joins_the_two() -> None:
    first, second = report("strike", 0), report("strike", 1, hours=5)
    third = replace(second, id="third", published=NOON + timedelta(hours=9))
    found = assign([first, second, third], others("strike"))
    assert set(found.values()) == {first.id}


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        (timedelta(0), True),
        (WINDOW, True),
        (-WINDOW, True),
        (WINDOW + timedelta(seconds=1), False),
        (-WINDOW - timedelta(seconds=1), False),
    ],
)
def test_reports_are_put_together_within_the_window_only(apart: timedelta, together: bool) -> None:
    first, second = report("library", 0), report("library", 1)
    later = replace(second, published=first.published + apart)
    found = assign([later], [*others("library"), first])
    story = min((first, later), key=lambda one: one.published).id
    assert found[later.id] == (story if together else None)


def test_a_story_that_is_too_large_to_be_looked_at_again_stays_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    earlier = [
        replace(report("strike", at % 2, hours=at, story="strike"), id=f"strike-{at}")
        for at in range(6)
    ]
    window = Window([*others("strike"), *earlier])
    monkeypatch.setattr(stories, "_MOST_RELATED", 3)
    monkeypatch.setattr(stories, "_MOST_OF_EACH", 0)
    new = replace(report("strike", 0, hours=7), id="new")
    assert OpenStories(window).add([new]) == {"new": None}
    monkeypatch.setattr(stories, "_MOST_OF_EACH", 6)
    newer = replace(report("strike", 1, hours=8), id="newer")
    found = OpenStories(window).add([newer])
    assert found["newer"] == "strike"


def test_two_short_titles_that_share_a_word_are_not_one_event() -> None:
    titles = ["Weather today", "Weather tomorrow", "天气", "天气"]
    reports = [
        GroupCandidate(id=f"r{number}", published=NOON, title=title)
        for number, title in enumerate(titles)
    ]
    assert set(assign(reports, BACKGROUND).values()) == {None}


def test_reports_without_words_stand_alone() -> None:
    reports = [
        GroupCandidate(id=f"r{n}", published=NOON, title=title) for n, title in enumerate("…?! ")
    ]
    assert set(assign(reports).values()) == {None}


def test_the_same_reports_give_the_same_stories() -> None:
    new = [report(event, 1, hours=3) for event in EVENTS]
    earlier = [report(event, 0) for event in EVENTS]
    found = assign(new, earlier)
    assert assign(list(new), iter(earlier)) == found
    assert list(assign(new, earlier)) == list(found)


# Whatever is reported

words = st.sampled_from(
    ("渡轮", "搁浅", "渡輪", "擱淺", "乘客", "ferry", "aground", "tide", "40,000", "مذنب", "\ud83d")
)
texts = st.lists(words, max_size=8).map(" ".join)


@st.composite
def windows(draw: st.DrawFn) -> tuple[list[GroupCandidate], list[GroupCandidate]]:
    """New reports and earlier ones, in order of publication."""
    hours = draw(st.lists(st.integers(0, 200), max_size=12))
    reports = [
        GroupCandidate(
            id=f"r{number}",
            published=NOON + timedelta(hours=hour),
            title=draw(texts),
            text=draw(texts),
        )
        for number, hour in enumerate(sorted(hours))
    ]
    split = draw(st.integers(0, len(reports)))
    stories = st.none() | st.sampled_from([one.id for one in reports[:split]] or ["r0"])
    earlier = [replace(one, story=draw(stories)) for one in reports[:split]]
    return reports[split:], earlier


@given(windows())
def test_every_new_report_gets_an_answer_from_what_is_known(
    window: tuple[list[GroupCandidate], list[GroupCandidate]],
) -> None:
    new, earlier = window
    found = assign(new, earlier)
    known = {one.id: one for one in (*earlier, *new)}
    assert {one.id for one in new} <= set(found) <= set(known)
    for one in earlier:
        assert found.get(one.id, "") != one.story  # an earlier one is told of where it changes
    for story in set(found.values()) - {None}:
        members = [one.id for one in known.values() if found.get(one.id, one.story) == story]
        assert story in known
        assert len(members) > 1
    assert assign(new, earlier) == found


def test_a_story_of_two_events_is_divided_when_more_reports_tell_them_apart() -> None:
    """The larger part keeps the story's id; the other has that of its first report."""
    reports = [report("strike", 0, story="s"), report("library", 0, story="s")]
    more = [report("strike", 1, hours=2), report("library", 1, hours=3)]
    more += [replace(report("library", 1, hours=4), id="library-three")]
    found = assign(more, [*others("strike", "library"), *reports])
    assert {name: story for name, story in found.items() if name.startswith("library")} == {
        "library-two": "s",
        "library-three": "s",
    }
    assert {name: story for name, story in found.items() if name.startswith("strike")} == {
        "strike-one": "strike-one",
        "strike-two": "strike-one",
    }


def test_two_stories_are_joined_under_the_id_that_more_reports_have() -> None:
    first = [replace(report("strike", 0, story="s"), id=name) for name in ("a", "b")]
    other = report("strike", 1, hours=1, story="t")
    new = replace(report("strike", 1, hours=2), id="new")
    assert assign([new], [*others("strike"), *first, other]) == {"new": "s", other.id: "s"}


def test_a_report_that_fits_no_longer_leaves_its_story() -> None:
    wrong = report("library", 0, story="s")
    right = [replace(report("strike", 0, story="s"), id=name) for name in ("a", "b")]
    new = report("strike", 1, hours=2)
    found = assign([new], [*others("strike", "library"), *right, wrong])
    assert found == {new.id: "s", wrong.id: None}


def test_a_story_has_at_most_so_many_reports() -> None:
    reports = [
        replace(report("strike", n % 2), id=f"r{n:03}", source=f"o{n}") for n in range(MOST + 20)
    ]
    found = assign(reports, others("strike"))
    sizes = Counter(found.values())
    assert max(sizes.values()) <= MOST
    assert None not in sizes


def test_pages_of_one_outlet_that_share_its_template_are_no_story() -> None:
    """A feed of a thousand items with one text is a thousand articles, and no story."""
    reports = [
        replace(report("strike", 0), id=f"r{n:04}", source="one", title=f"Item {n}")
        for n in range(1000)
    ]
    assert set(assign(reports, others("strike")).values()) == {None}


def test_copies_are_one_report_when_a_cluster_is_judged() -> None:
    """An agency's text in five papers does not outweigh those who wrote their own."""
    copies = [
        replace(report("library", 0, hours=n), id=f"copy{n}", source=f"paper{n}") for n in range(5)
    ]
    own = report("library", 1, hours=6)
    found = assign([*copies, own], others("library"))
    assert set(found.values()) == {"copy0"}
