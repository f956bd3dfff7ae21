"""Which story an event follows in a running story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mirrorpress.group import OpenStories, Window, stories
from mirrorpress.group.chains import followed
from mirrorpress.group.stories import threshold_among
from mirrorpress.model import GroupCandidate

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
FLOOD = [
    "Dam gate jams above Ostrey, the Ardel bursts its banks and 11,400 people leave their homes",
    "Ostrey under water: 11,400 people leave homes as the Brannock dam gate jams on the Ardel",
]
INQUIRY = "Hearing opens: officials say why the valley below the Brannock dam was warned so late"
LIBRARY = [
    "Hollow Street library opens again after a year of repairs, with 40,000 dried books",
    "After a year of repairs the Hollow Street library shows its 40,000 dried books again",
]
MARKET = "Fish market moves to the old customs house while its roof is mended"


def report(name: str, text: str, hours: float, story: str | None = None) -> GroupCandidate:
    title, _, body = text.partition(" ")
    return GroupCandidate(
        id=name,
        published=NOON + timedelta(hours=hours),
        title=f"{title} {body}",
        text=text,
        source=name,
        language="en",
        story=story,
    )


def others() -> list[GroupCandidate]:
    """Reports of other things, so that words are not all rare."""
    return [
        report(f"other-{at}", f"Stall {at} of the {kind} fair sold {at * 7} tickets by ten", at)
        for at, kind in enumerate(["spring", "harvest", "book", "boat", "lamp", "cheese"] * 5)
    ]


def window() -> Window:
    """A flood and a library, each a story of two reports."""
    told = [
        *(report(f"flood-{at}", text, at, "flood-0") for at, text in enumerate(FLOOD)),
        *(report(f"library-{at}", text, at + 3, "library-0") for at, text in enumerate(LIBRARY)),
        report("inquiry", INQUIRY, 70),
        report("market", MARKET, 60),
        *others(),
    ]
    return Window(sorted(told, key=lambda one: one.published))


def before(names: list[str]) -> str | None:
    known = window()
    return followed(known, names, threshold_among(len(known.reports)))


def test_an_event_follows_the_last_report_of_the_earlier_story() -> None:
    assert before(["inquiry"]) == "flood-1"


def test_an_event_of_something_else_follows_none() -> None:
    assert before(["market"]) is None
    assert before(["library-0", "library-1"]) is None


def test_an_event_follows_none_that_began_later() -> None:
    assert before(["flood-0", "flood-1"]) is None


def test_a_report_alone_is_followed_by_none() -> None:
    lone = Window([*others(), report("gate", FLOOD[0], 0), report("inquiry", INQUIRY, 70)])
    assert followed(lone, ["inquiry"], threshold_among(len(lone.reports))) is None


def test_an_event_follows_none_that_ended_too_long_ago() -> None:
    told = [report(f"flood-{at}", text, at, "flood-0") for at, text in enumerate(FLOOD)]
    late = Window([*told, *others(), report("inquiry", INQUIRY, 24 * 4 + 2)])
    assert followed(late, ["inquiry"], threshold_among(len(late.reports))) is None


def test_what_an_event_follows_is_told_by_its_first_report() -> None:
    known = Window()
    found_in = OpenStories(known)
    told = [report(f"flood-{at}", text, at) for at, text in enumerate(FLOOD)]
    found = found_in.add([*others(), *told, report("inquiry", INQUIRY, 70)])
    assert found["flood-1"] == "flood-0"
    assert found["inquiry"] is None
    assert found_in.followed(["flood-1", "inquiry"]) == {"flood-0": None, "inquiry": "flood-1"}


def test_a_story_whose_first_report_left_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = window()
    for name in ("inquiry", "market"):
        known.move(name, "inquiry")
    divided = [["market"], ["inquiry", "letter"]]
    monkeypatch.setattr(stories, "_Related", lambda *_: Clusters(divided))
    monkeypatch.setattr(stories, "_named", lambda *_: zip(divided, (None, "inquiry"), strict=True))
    found = OpenStories(known)
    changed = found.add([report("letter", INQUIRY, 71)])
    assert changed == {"letter": "inquiry", "market": None}
    assert found.followed(["market"]) == {"market": None, "inquiry": "flood-1"}


class Clusters:
    """Stands in for what is clustered again."""

    def __init__(self, found: list[list[str]]) -> None:
        self._found = found

    def clusters(self) -> list[list[str]]:
        return self._found
