"""Memory of a first round, and the cost of a round with nothing new, by size of the archive."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import jobs
from benchmarks.figures import Figure
from benchmarks.measure import BenchmarkFailed, Cost
from benchmarks.newsroom import Plan
from benchmarks.server import serving

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Archive:
    """What one size of archive cost: the first round, the next, and the peer's."""

    articles: int
    first: Cost
    idle: Cost
    requests: int  # of the idle round
    touched: int  # files and git refs that the idle round changed
    loop: Cost
    loop_requests: int


def measure(sizes: tuple[int, ...], work: Path) -> Iterator[Figure]:
    """Figures of each size, then how memory grew from the first to the last."""
    archives = [_archive(articles, work / str(articles)) for articles in sizes]
    for archive in archives:
        yield from _memory(archive)
    if len(archives) > 1:
        yield from _growth(archives[0], archives[-1])
    for archive in archives:
        yield from _idle(archive)


def _archive(articles: int, work: Path) -> Archive:
    with serving(Plan(articles, small=True)) as server:
        mirror = jobs.Mirror(work / "mirror", server, pictures=False, whole=True)
        mirror.prepare()
        first = mirror.first_round(articles)
        before, asked = _state(mirror.directory), server.requests()
        idle, summary = mirror.round()
        if summary["new"] or summary["changed"] or summary["failed"]:
            raise BenchmarkFailed(f"nothing was to be new, but: {summary}")
        requests, after = server.requests() - asked, _state(mirror.directory)
        asked = server.requests()
        loop = jobs.loop(server, work / "loop", articles, pictures=0)
        return Archive(
            articles=articles,
            first=first,
            idle=idle,
            requests=requests,
            touched=len(before.items() ^ after.items()),
            loop=loop,
            loop_requests=server.requests() - asked,
        )


def _state(directory: Path) -> dict[str, str]:
    """What readers see: every file with its time and bytes, every ref of the remote."""
    public = directory / "public"
    state = {
        path.relative_to(public).as_posix(): f"{path.stat().st_mtime_ns} "
        + hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(public.rglob("*"))
        if path.is_file()
    }
    command = ["git", "-C", str(directory / "remote.git"), "for-each-ref"]
    refs = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if not state or not refs:
        raise BenchmarkFailed("the first round published nothing")
    return state | {"refs": refs}


def _memory(archive: Archive) -> Iterator[Figure]:
    yield Figure(
        name=f"memory.main.{archive.articles}",
        value=archive.first.main_memory / MIB,
        unit="MiB peak",
        peer=archive.loop.main_memory / MIB,
        less=True,
        note=f"first round: {archive.articles / archive.first.wall:.1f} articles/s wall, "
        f"{archive.articles / archive.first.cpu:.1f} per CPU s",
    )
    yield Figure(
        name=f"memory.worker.{archive.articles}",
        value=archive.first.worker_memory / MIB,
        unit="MiB peak",
        note="the largest",
    )


def _growth(small: Archive, large: Archive) -> Iterator[Figure]:
    times = f"{small.articles} to {large.articles} articles"
    for part in ("main", "worker"):
        first = getattr(small.first, f"{part}_memory")
        last = getattr(large.first, f"{part}_memory")
        yield Figure(
            name=f"memory.{part}.growth",
            value=last / first,
            unit="times",
            peer=large.loop.main_memory / small.loop.main_memory if part == "main" else None,
            less=True,
            note=times,
        )


def _idle(archive: Archive) -> Iterator[Figure]:
    name = f"idle.{archive.articles}"
    yield Figure(
        name=f"{name}.wall",
        value=archive.idle.wall,
        unit="s",
        peer=archive.loop.wall,
        less=True,
        note=f"{archive.touched} files or git refs touched",
    )
    yield Figure(
        name=f"{name}.cpu", value=archive.idle.cpu, unit="CPU s", peer=archive.loop.cpu, less=True
    )
    yield Figure(
        name=f"{name}.requests",
        value=archive.requests,
        unit="requests",
        peer=archive.loop_requests,
        less=True,
        note="feeds; robots.txt is kept for a day",
    )
