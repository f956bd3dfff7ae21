"""Whole rounds beside outlets that misbehave: what is honest is published, soon and whole."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import pytest

from servers.misbehaving import AMPLIFIED, HOSTILE_PAGES, Misbehaving, article, feed

T = TypeVar("T")
HONEST = ("harbour", "rudder", "geese")
HEAD = """
[mirror]
name = "Test mirror"
[fetch]
delay = 0
timeout = 1
[fetch.resolve]
"honest.example" = "{place}"
"hostile.example" = "{place}"
"""
SOURCE = """
[[source]]
name = "{name}"
kind = "feed"
url = "http://{host}/{feed}"
local = true
"""


def settings(server: Misbehaving, hostile: str | None) -> str:
    text = HEAD.format(place=server.place)
    if hostile is not None:
        text += SOURCE.format(name="hostile", host="hostile.example", feed=hostile)
    return text + SOURCE.format(name="honest", host="honest.example", feed="honest.xml")


def on_server(work: Callable[[Misbehaving], Awaitable[T]]) -> T:
    async def inner() -> T:
        async with Misbehaving() as server:
            server.pages["/honest.xml"] = feed(*(f"http://honest.example/{n}" for n in HONEST))
            for name in HONEST:
                server.pages[f"/{name}"] = article(f"About {name}")
            for name, reply in HOSTILE_PAGES.items():
                server.pages[f"/{name}"] = reply
            server.pages["/amplified.xml"] = AMPLIFIED
            return await work(server)

    return asyncio.run(inner())


async def round_of(folder: Path, text: str) -> tuple[int, dict[str, Any], float]:
    """Exit status and summary of a round, and how long it took."""
    folder.mkdir(exist_ok=True)
    (folder / "mirror.toml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mirrorpress", "run", "--json", "-C", str(folder)]
    started = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        *command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    async with asyncio.timeout(120):
        out, said = await process.communicate()
    assert process.returncode in (0, 1), said.decode()
    return process.returncode, json.loads(out), time.monotonic() - started


def honest_pages(folder: Path) -> int:
    return len(list((folder / "public" / "web" / "articles").rglob("honest-*.html")))


def test_pages_of_every_hostile_kind_fail_alone(tmp_path: Path) -> None:
    """Twice: what was stored of them does not end a later round either."""
    folder = tmp_path / "mirror"

    async def work(server: Misbehaving) -> None:
        links = [f"http://hostile.example/{name}" for name in HOSTILE_PAGES]
        server.pages["/hostile.xml"] = feed(*links)
        for number in (1, 2):
            status, summary, seconds = await round_of(folder, settings(server, "hostile.xml"))
            failed = (failure["url"].rpartition("/")[2] for failure in summary["failed"])
            lost = {name for name in failed if not name.endswith(".jpg")}
            assert lost <= HOSTILE_PAGES.keys()
            assert status == (1 if summary["failed"] else 0)
            assert number == 2 or {"redirect-to-nowhere", "absurd-retry-after"} <= lost
            assert seconds < 60
            assert honest_pages(folder) == len(HONEST)

    on_server(work)


@pytest.mark.parametrize("count", [40, 10_000])
def test_honest_pages_do_not_wait_for_silent_ones(tmp_path: Path, count: int) -> None:
    """However many there are: a few time-outs of one second, no more."""

    async def work(server: Misbehaving) -> int:
        links = (f"http://hostile.example/silent/{number}" for number in range(count))
        server.pages["/hostile.xml"] = feed(*links)
        folder = tmp_path / "mirror"
        await round_of(folder, settings(server, "hostile.xml"))
        assert honest_pages(folder) == len(HONEST)
        return sum(path.startswith("/silent/") for path in server.paths())

    assert on_server(work) == 3


def test_a_feed_that_inherits_much_fills_no_disk(tmp_path: Path) -> None:
    folder = tmp_path / "mirror"

    async def work(server: Misbehaving) -> None:
        await round_of(folder, settings(server, "amplified.xml"))

    on_server(work)
    with closing(sqlite3.connect(folder / "state" / "mirror.sqlite")) as store:
        (size,) = store.execute("SELECT sum(length(entry)) FROM entries").fetchone()
    assert size < 5_000_000
    assert honest_pages(folder) == len(HONEST)
