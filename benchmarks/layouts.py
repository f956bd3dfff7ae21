"""Layouts of git hosts: what all pages cost, and one more article, by size of the archive.

    layouts.channels.render.10000   articles rendered and signed by second of the processor
    layouts.channels.memory.10000   peak of the process
    layouts.channels.push.10000     bytes of an article in a first push, QR codes included
    layouts.channels.more.100000    files and milliseconds of one more article
    layouts.channels.more-push.…    bytes that one more article pushes

The articles are in 30 channels, have about 2 kB of text and no pictures, and each is its own event.
What a push sends is the pack that `git push` makes: what the remote lacks, as deltas of what it
has. Beside each layout stands `almanac`, measured in the same run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.measure import Cost, run

LAYOUTS = ("almanac", "channels", "archive")
TIMES = 5  # articles that are added one by one
SECONDS = 3_600.0  # until a job is given up
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Measured:
    """What a layout cost at one size."""

    render: float  # articles by second of the processor
    memory: int  # bytes
    push: float  # bytes by article
    files: int
    milliseconds: float
    more_push: float  # bytes by article


def measure(sizes: tuple[int, ...], work: Path) -> Iterator[Figure]:
    """Figures of each layout and size; of the first, all pages, of each, one more article."""
    for articles in sizes:
        peer: Measured | None = None
        for layout in LAYOUTS:
            found = _measured(layout, articles, work / f"{layout}-{articles}")
            peer = peer or found
            yield from _figures(f"layouts.{layout}", articles, found, peer)


def _measured(layout: str, articles: int, directory: Path) -> Measured:
    _job("fill", str(directory), str(articles), layout)
    render = _job("render", str(directory))
    first = _published(directory)
    more = json.loads(_job("more", str(directory), str(TIMES)).output)
    pushed = _pushed(directory, first)
    more_push = _pushed(directory, _published(directory), first)
    shutil.rmtree(directory)
    return Measured(
        render=articles / json.loads(render.output)["cpu"],
        memory=render.main_memory,
        push=pushed / articles,
        files=more["files"],
        milliseconds=more["milliseconds"],
        more_push=more_push / TIMES,
    )


def _figures(name: str, articles: int, found: Measured, peer: Measured) -> Iterator[Figure]:
    def figure(what: str, value: float, beside: float, unit: str, *, less: bool) -> Figure:
        return Figure(
            name=f"{name}.{what}.{articles}",
            value=value,
            unit=unit,
            peer=None if found is peer else beside,
            peer_name="almanac",
            less=less,
        )

    yield figure("render", found.render, peer.render, "articles/CPU s", less=False)
    yield figure("memory", found.memory / MIB, peer.memory / MIB, "MiB peak", less=True)
    yield figure("push", found.push, peer.push, "bytes/article", less=True)
    yield figure("more-files", found.files, peer.files, "files", less=True)
    yield figure("more", found.milliseconds, peer.milliseconds, "ms", less=True)
    yield figure("more-push", found.more_push, peer.more_push, "bytes/article", less=True)


def _job(*words: str) -> Cost:
    return run([sys.executable, "-m", "benchmarks.layout_job", *words], seconds=SECONDS)


def _published(directory: Path) -> str:
    """Publish what is rendered; the commit."""
    command = [sys.executable, "-m", "mirrorpress", "publish", "-q", "-C", str(directory)]
    run(command, seconds=SECONDS)
    found = _git(directory, "for-each-ref", "--format=%(objectname)", "refs/heads")
    return found.decode().strip()


def _pushed(directory: Path, commit: str, before: str | None = None) -> int:
    """Bytes of the pack with which `git push` sends a commit, to who has the one before."""
    wanted = f"{commit}\n" + (f"^{before}\n" if before else "")
    command = ("pack-objects", "--quiet", "--revs", "--thin", "--delta-base-offset", "--stdout")
    return len(_git(directory, *command, given=wanted.encode()))


def _git(directory: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says about the remote repository."""
    command = ["git", "-C", str(directory / "remote.git"), *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, check=True, timeout=SECONDS
    ).stdout
