"""Stories and near duplicates of labelled articles, where their folder is beside the checkout."""

from __future__ import annotations

import importlib.util
import json
from datetime import datetime
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from cli.commands import run
from mirrorpress.group import assign
from mirrorpress.model import GroupCandidate

DATA = Path(__file__).parents[3] / "shared" / "grouping-dev"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the labelled articles are not there")

# B-cubed F1, F1 of pairs: never lowered.
FLOORS = {
    "zh_events_dev": (0.920, 0.915),
    "zh_titles_dev": (0.950, 0.910),
    "en_ecbplus_dev": (0.935, 0.925),
}


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", DATA / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labelled(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", FLOORS)
def test_stories_are_those_of_the_labels(name: str, scorer: ModuleType) -> None:
    result = run("group", str(DATA / f"{name}.jsonl"))
    (stories,) = result.lines
    gold = {row["id"]: row["event"] for row in labelled(name) if row["event"] is not None}
    found = scorer.score(gold, {name: stories[name] for name in gold})
    assert found["bcubed"]["f1"] >= FLOORS[name][0]
    assert found["pairwise"]["f1"] >= FLOORS[name][1]


@pytest.mark.parametrize("name", ["zh_events_dev", "zh_titles_dev"])
def test_articles_in_another_language_change_nothing(name: str, scorer: ModuleType) -> None:
    """English articles in one window with Chinese ones, at times drawn from these."""
    chance, rows = Random(5), labelled(name)
    times = [row["published"] for row in rows]
    others = [
        {**row, "id": f"other-{row['id']}", "published": chance.choice(times)}
        for row in labelled("en_ecbplus_dev")
    ]
    found = assign(
        [
            GroupCandidate(
                id=row["id"],
                published=datetime.fromisoformat(row["published"]),
                title=row["title"],
                text=row["text"] or "",
                source=row["outlet"] or "",
            )
            for row in sorted([*rows, *others], key=lambda row: (row["published"], row["id"]))
        ]
    )
    gold = {row["id"]: row["event"] for row in rows if row["event"] is not None}
    score = scorer.score(gold, {one: found[one] or one for one in gold})
    assert score["bcubed"]["f1"] >= FLOORS[name][0]
    assert score["pairwise"]["f1"] >= FLOORS[name][1]


def test_near_duplicates_are_those_of_the_labels(scorer: ModuleType) -> None:
    result = run("group", "--near-duplicates", str(DATA / "zh_events_dev.jsonl"))
    found = scorer.score_neardup(labelled("zh_neardup_dev"), result.lines[0])
    assert found["p"] >= 0.98
    assert found["r"] >= 0.97
