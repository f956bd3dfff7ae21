"""Round-ups whose titles do not say so are in no story."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from mirrorpress.group import OpenStories, Reason, ReportText, Window, explain, outline
from mirrorpress.group.several_events import of_several_events
from mirrorpress.group.stories import threshold_among
from mirrorpress.model import GroupCandidate

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
EVENTS = {
    "flood": "Brannock dam gate jammed Ardel burst banks Ostrey families left homes water shelters",
    "strike": "Selwyn tram drivers ballot union night shifts depot walkout Wednesday timetable",
    "library": "Hollow Street library reopened volunteers dried books shelves Varga Odette readers",
    "reef": "Marrin sponge reef divers glass survey kilometres seabed Toller biologists sonar",
    "metro": "Lisquay driverless metro airport tunnel passengers Marrow station fares trains",
}
REPORTS = 4  # of each event


def text(chance: random.Random, words: str, count: int) -> str:
    return " ".join(chance.sample(words.split(), count))


def reports() -> list[GroupCandidate]:
    """Reports of five events within a few hours, each with most words of its event."""
    chance = random.Random(4)
    return [
        GroupCandidate(
            id=f"{event}-{at}",
            published=NOON + timedelta(hours=at),
            title=text(chance, words, 5),
            text=text(chance, words, 10),
            source=f"outlet-{at}",
            language="en",
        )
        for event, words in EVENTS.items()
        for at in range(REPORTS)
    ]


def overview(*events: str) -> GroupCandidate:
    """A report that tells a little of each of some events."""
    chance = random.Random(9)
    told = [text(chance, EVENTS[event], 8) for event in events]
    return GroupCandidate(
        id="overview",
        published=NOON + timedelta(hours=5),
        title=f"In short: {told[0]}",
        text=". ".join(told),
        source="ledger",
        language="en",
    )


def stories(more: GroupCandidate) -> OpenStories:
    known = OpenStories(Window())
    known.add([*reports(), more])
    return known


def test_a_report_of_one_event_is_in_its_story() -> None:
    found = stories(overview("flood"))
    assert found.story_of("overview") == found.story_of("flood-0") is not None


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_report_of_several_events_is_in_no_story(count: int) -> None:
    found = stories(overview(*list(EVENTS)[:count]))
    assert found.story_of("overview") is None
    told = {event: {found.story_of(f"{event}-{at}") for at in range(REPORTS)} for event in EVENTS}
    assert all(len(names) == 1 and None not in names for names in told.values())
    assert len({min(map(str, names)) for names in told.values()}) == len(EVENTS)


def test_a_report_near_to_two_events_only_stays() -> None:
    found = stories(overview("flood", "strike"))
    assert found.story_of("overview") in {found.story_of("flood-0"), found.story_of("strike-0")}


def test_stories_that_are_alike_are_one_event_told_by_parts() -> None:
    """Three clusters of one event are no three events."""
    window = Window([*reports(), overview(*EVENTS)])
    threshold = threshold_among(len(window.reports))
    parts = [["flood-0", "overview"], ["flood-1", "flood-2"], ["flood-3", "strike-0"]]
    assert of_several_events(window, parts, threshold) == set()


def test_the_reason_is_told() -> None:
    known = [*reports(), overview(*EVENTS)]
    found = OpenStories(Window())
    found.add(known)
    told = [
        GroupCandidate(
            id=one.id,
            published=one.published,
            title=one.title,
            text=one.text,
            source=one.source,
            language=one.language,
            story=found.story_of(one.id),
        )
        for one in known
    ]
    texts = {one.id: ReportText(one.title, one.text, "https://a.example/") for one in known}
    explained = explain(outline(["overview"], told, size=1), texts)
    assert {one.reason for one in explained.left_out} == {Reason.SEVERAL}
