"""The whole pipeline: from feeds on a local server to pages in a folder, articles per second."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import jobs
from benchmarks.figures import Figure
from benchmarks.measure import Cost
from benchmarks.newsroom import Plan
from benchmarks.server import serving

EVERY = 2  # articles to a photograph


def measure(articles: int, work: Path) -> Iterator[Figure]:
    """Text only, with pictures, and everything that mirrorpress makes."""
    with serving(Plan(articles)) as server:
        mirror = jobs.Mirror(work / "text", server, pictures=False)
        mirror.prepare()
        ours = mirror.first_round(articles)
        theirs = jobs.loop(server, work / "text-loop", articles, pictures=0)
        yield from _figures("pipeline.text", articles, ours, theirs)
    photographs = -(-articles // EVERY)
    with serving(Plan(articles, pictures=EVERY)) as server:
        mirror = jobs.Mirror(work / "pictures", server)
        mirror.prepare()
        ours = mirror.first_round(articles)
        theirs = jobs.loop(server, work / "pictures-loop", articles, pictures=photographs)
        yield from _figures("pipeline.pictures", articles, ours, theirs)
        yield Figure(
            name="pipeline.pictures.size",
            value=_size(work / "pictures" / "public" / "pictures", "*.webp") / photographs / 1000,
            unit="kB a picture",
            peer=_size(work / "pictures-loop", "*.jpg") / photographs / 1000,
            less=True,
            note=f"{photographs} pictures; ours scaled and encoded anew, the loop's as they came",
        )
        mirror = jobs.Mirror(work / "whole", server, whole=True)
        mirror.prepare()
        yield from _figures("pipeline.whole", articles, mirror.first_round(articles), theirs)


def _size(folder: Path, pattern: str) -> int:
    """Bytes of all files of a pattern in a folder."""
    return sum(path.stat().st_size for path in folder.rglob(pattern))


def _figures(name: str, articles: int, ours: Cost, theirs: Cost) -> Iterator[Figure]:
    note = f"{articles} articles"
    yield Figure(
        name=f"{name}.wall",
        value=articles / ours.wall,
        unit="articles/s",
        peer=articles / theirs.wall,
        note=note,
    )
    yield Figure(
        name=f"{name}.cpu",
        value=articles / ours.cpu,
        unit="articles/CPU s",
        peer=articles / theirs.cpu,
        note=note,
    )
