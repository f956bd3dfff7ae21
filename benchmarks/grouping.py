"""How many articles a second are grouped, against a window of many.

    python -m benchmarks.grouping              100,000 articles in the window, 1,000 new ones
    python -m benchmarks.grouping 10000 500

The articles are invented: reports of three days by 300 outlets in four languages, four of each
event on average, with words as frequent as in real text (`words`). New ones come in batches of a
hundred, as in a round. Processor time of one core: reading of the texts, the stories, and which
story each follows.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from benchmarks.figures import Figure
from benchmarks.words import ARABIC, CHINESE, ENGLISH, FRENCH
from mirrorpress.group import GroupCandidate, OpenStories, Window

REPORTS, NEW, BATCH = 100_000, 1_000, 100
OUTLETS, OF_EVENT = 300, 4
TOPIC, BYTES = 25, 1_500  # words of an event; size of a text
DAYS = 3


def reports(count: int) -> Iterator[GroupCandidate]:
    """Reports of three days, in order of publication."""
    chance = Random(3)
    start = datetime(2031, 5, 4, tzinfo=UTC)
    languages = (CHINESE, ENGLISH, FRENCH, ARABIC)
    events: list[tuple[int, list[str]]] = []
    for number in range(count):
        if not events or chance.random() < 1 / OF_EVENT:
            which = number % len(languages)
            events.append((which, languages[which].pick(chance, TOPIC)))
        which, topic = chance.choice(events[-200:])
        yield GroupCandidate(
            id=f"r{number}",
            published=start + number * timedelta(days=DAYS) / count,
            title=languages[which].title(chance, topic),
            text=languages[which].paragraph(chance, topic, BYTES),
            source=f"outlet{chance.randrange(OUTLETS)}",
        )


def measure(count: int = REPORTS, more: int = NEW) -> Iterator[Figure]:
    """Articles per second of processor time, and memory of the window."""
    known = list(reports(count + more))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    window = Window(known[:count])
    loaded = time.process_time() - begun
    stories = OpenStories(window)
    begun = time.process_time()
    for at in range(count, count + more, BATCH):
        stories.followed(stories.add(known[at : at + BATCH]))
    spent = time.process_time() - begun
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    told = f"window of {count}"
    yield Figure(name="grouping.articles", value=more / spent, unit="a CPU second", note=told)
    yield Figure(name="grouping.window", value=count / loaded, unit="a CPU second", note="loaded")
    yield Figure(name="grouping.memory", value=memory, unit="MiB", less=True, note=told)


if __name__ == "__main__":
    for figure in measure(*map(int, sys.argv[1:])):
        print(figure.line())
