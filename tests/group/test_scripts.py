"""Reports of two events, in the scripts of India and in scripts that part no words.

`events_by_script.jsonl` has two reports of a new harbour (a) and two of a flood (b) per language.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mirrorpress.group import GroupCandidate, assign

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
ROWS = [
    json.loads(line)
    for line in Path(__file__)
    .with_name("events_by_script.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def test_events_told_in_six_languages() -> None:
    reports = [
        GroupCandidate(
            id=row["id"],
            published=NOON + timedelta(minutes=number),
            title=row["title"],
            text=row["text"],
            source=row["id"],
            language=row["lang"],
        )
        for number, row in enumerate(ROWS)
    ]
    stories = assign(reports)
    together: dict[str | None, set[str]] = {}
    for name, story in stories.items():
        together.setdefault(story, set()).add(name[:-1])
    assert {frozenset(events) for events in together.values()} == {
        frozenset([row["id"][:-1]]) for row in ROWS
    }
