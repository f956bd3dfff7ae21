"""When a cluster is two events that look alike."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from mirrorpress.group.contrast import halves
from mirrorpress.group.window import Window
from mirrorpress.model import GroupCandidate

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
TOPIC = [
    "quake",
    "shook",
    "houses",
    "rescuers",
    "search",
    "rubble",
    "aftershock",
    "magnitude",
    "survey",
    "injured",
    "hospital",
]
HERE = [
    "Ardmore",
    "Tuesday",
    "harbour",
    "ferry",
    "Kinloch",
    "pier",
    "fishermen",
    "bridge",
    "Carrick",
    "lighthouse",
]
THERE = [
    "Belmonte",
    "Friday",
    "vineyard",
    "convent",
    "Rossano",
    "monks",
    "cellar",
    "aqueduct",
    "Sella",
    "olive",
]


def reports(
    places: list[str], count: int, start: int, hours: float, *, dated: bool
) -> list[GroupCandidate]:
    """Reports of an earthquake, each with most words of the topic and of its place."""
    chosen = random.Random(start)
    return [
        GroupCandidate(
            id=f"r{start + number:02}",
            published=NOON + timedelta(hours=hours + number / 10),
            dated=dated,
            title="Earthquake",
            text=" ".join(
                [*chosen.sample(TOPIC, 8), *chosen.sample(places, 8), f"own{number}word{start}"]
            ),
        )
        for number in range(count)
    ]


def divided(one: list[GroupCandidate], other: list[GroupCandidate]) -> bool:
    window = Window([*one, *other])
    found = halves(window, [report.id for report in (*one, *other)])
    if found is None:
        return False
    assert sorted(map(sorted, found)) == [[report.id for report in half] for half in (one, other)]
    return True


@pytest.mark.parametrize(
    ("counts", "hours", "dated", "expected"),
    [
        ((6, 6), 0, False, True),  # times are not known
        ((6, 6), 48, True, True),
        ((6, 6), 2, True, False),  # of the same hours
        ((6, 3), 0, False, False),  # three can agree by chance
        ((6, 3), 48, True, True),  # not on another day
        ((4, 2), 48, True, True),
        ((2, 2), 48, True, False),  # too few in all
        ((5, 1), 48, True, False),
    ],
)
def test_two_earthquakes_are_two_events(
    counts: tuple[int, int], hours: float, dated: bool, expected: bool
) -> None:
    one = reports(HERE, counts[0], 0, 0, dated=dated)
    other = reports(THERE, counts[1], 20, hours, dated=dated)
    assert divided(one, other) == expected


@pytest.mark.parametrize("hours", [0.0, 48.0])
def test_one_earthquake_is_one_event(hours: float) -> None:
    everything = reports(HERE, 6, 0, 0, dated=True) + reports(HERE, 6, 20, hours, dated=True)
    assert halves(Window(everything), [report.id for report in everything]) is None


def test_a_report_that_is_like_neither_does_not_hide_two_events() -> None:
    one, other = (
        reports(places, 6, start, 0, dated=False) for places, start in ((HERE, 0), (THERE, 20))
    )
    stray = GroupCandidate(
        id="r40",
        published=NOON,
        dated=False,
        title="Earthquake",
        text="prices of bread boots lamps nails",
    )
    everything = [*one, *other, stray]
    found = halves(Window(everything), [report.id for report in everything])
    assert found is not None
    assert sorted(map(sorted, found)) == [
        [*(report.id for report in one), "r40"],
        [report.id for report in other],
    ]
