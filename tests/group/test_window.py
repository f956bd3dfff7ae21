"""Which reports are near to one another, and how the window is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from group.reports import EVENTS, NOON, report
from mirrorpress.group import OpenStories
from mirrorpress.group.index import LATEST
from mirrorpress.group.window import FARTHEST, OF_ANOTHER_LANGUAGE, Near, Window
from mirrorpress.model import GroupCandidate

EVERYTHING = [report(event, which, hours=which) for event in EVENTS for which in (0, 1)]


def similarity(window: Window, one: str, other: str) -> float:
    near = window.near(one).get(other)
    assert window.near(other).get(one) == near  # both know
    return near.similarity if near else 0.0


def test_reports_of_one_event_are_nearer_than_others() -> None:
    window = Window(EVERYTHING)
    assert similarity(window, "strike-one", "strike-two") > 0.3
    assert similarity(window, "ferry-hans", "ferry-hant") > 0.3
    assert similarity(window, "strike-one", "library-one") < 0.1


def test_time_makes_reports_less_near() -> None:
    found = []
    for hours in (1, 24, 24 * FARTHEST + 1):
        later = replace(report("strike", 1, hours=hours), id="later")
        found.append(similarity(Window([*EVERYTHING, later]), "strike-one", "later"))
    assert found[0] > found[1] > found[2] == 0.0


def test_reports_of_unknown_time_are_less_near() -> None:
    dated, undated = (replace(report("strike", 1), id="x", dated=dated) for dated in (True, False))
    sure, unsure = (
        similarity(Window([*EVERYTHING, one]), "strike-one", "x") for one in (dated, undated)
    )
    assert 0 < unsure < 0.6 * sure


def test_words_count_half_between_two_languages() -> None:
    """As many are the same in German and English, or look the same."""
    one, other = report("strike", 0, hours=0), report("strike", 1, hours=1)
    window = Window([*EVERYTHING[2:], replace(one, language="en"), replace(other, language="de")])
    compared = window.compared(one.id, other.id)
    assert compared.of_few == OF_ANOTHER_LANGUAGE
    assert 0 < sum(compared.shared.values()) < compared.lead + compared.text + compared.names
    assert compared.similarity == pytest.approx(similarity(window, one.id, other.id))


@pytest.mark.parametrize(
    ("count", "near", "unknown"),
    [(3, 0, 3), (5, 0, 0), (5, 1, 0), (5, 2, 3), (9, 2, 0), (9, 3, 6)],
)
def test_of_reports_in_another_language_little_can_be_said_where_some_are_near(
    count: int, near: int, unknown: int
) -> None:
    many = [replace(report("ferry"), id=f"zh{at}", language="zh") for at in range(count)]
    window = Window([*many, replace(report("strike"), id="en", language="en")])
    window.near_all([one.id for one in many])
    for one in many[:near]:
        window._near["en"][one.id] = window._near[one.id]["en"] = Near(0.1, False)
    pairs = list(window.unknown_pairs(["en", *(one.id for one in many)]))
    assert {pair for pair in pairs if pair[0] == "en"} == {
        ("en", one.id) for one in many[near:] if unknown
    }
    assert len(pairs) == 2 * unknown


def test_little_in_common_is_no_evidence() -> None:
    short = [
        GroupCandidate(id=name, published=NOON, title="It came in", text="Summary of the day.")
        for name in ("a", "b")
    ]
    assert window_of_few(short) == {}
    assert window_of_few([replace(one, text=EVENTS["strike"][0][2]) for one in short]) != {}


def window_of_few(reports: list[GroupCandidate]) -> dict[str, float]:
    return {name: near.similarity for name, near in Window(reports).near("a").items()}


def test_what_most_pages_of_an_outlet_have_counts_for_nothing() -> None:
    template = "Subscribe to the Selwyn Courier letter, published daily from Harbour Street"
    pages = [
        GroupCandidate(
            id=f"p{number}",
            published=NOON,
            source="courier",
            title=f"Item{number} alpha{number}",
            text=f"{template}. beta{number} gamma{number} delta{number}",
        )
        for number in range(20)
    ]
    assert not any(Window(pages).near(page.id) for page in pages)
    others = [replace(page, source=f"outlet{number}") for number, page in enumerate(pages)]
    assert any(Window([*EVERYTHING, *others]).near(page.id) for page in others)


def test_a_copy_is_told_from_a_report_in_other_words() -> None:
    copy = replace(report("strike", 0, hours=2), id="copy", source="agency")
    near = Window([*EVERYTHING, copy]).near("strike-one")
    assert near["copy"].is_copy
    assert not near["strike-two"].is_copy


def test_what_is_dropped_is_not_found_and_what_stays_is() -> None:
    old = replace(report("strike", 0, hours=-200), id="old", story="s")
    window = Window([old, *EVERYTHING])
    before = Window(EVERYTHING)
    window.near("old")
    window.drop(NOON - timedelta(hours=100))
    assert "old" not in window.reports
    assert list(window.of_story("s")) == []
    for one in EVERYTHING:
        assert set(window.near(one.id)) == set(before.near(one.id))
    window.add([old])
    assert "old" in window.reports


def test_so_many_reports_of_one_term_are_found_only() -> None:
    many = [
        replace(report("strike", number % 2), id=f"r{number}", source=f"o{number}")
        for number in range(3 * LATEST)
    ]
    window = Window(many)
    assert len(window.near("r0")) <= LATEST


@pytest.mark.parametrize("size", [1, 3])
def test_batches_come_to_the_same_stories(size: int) -> None:
    """So does a mirror that looked every hour, and one that looked once a day."""
    reports = sorted(EVERYTHING, key=lambda one: (one.published, one.id))
    whole = OpenStories(Window())
    whole.add(reports)
    pieces = OpenStories(Window())
    for at in range(0, len(reports), size):
        pieces.add(reports[at : at + size])
    assert stories(whole, reports) == stories(pieces, reports)


def stories(found: OpenStories, reports: list[GroupCandidate]) -> set[frozenset[str]]:
    by_story: dict[str, set[str]] = {}
    for one in reports:
        story = found.story_of(one.id)
        by_story.setdefault(story or one.id, set()).add(one.id)
    return {frozenset(names) for names in by_story.values()}
