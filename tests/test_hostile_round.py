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

from servers.misbehaving import (
    AMPLIFIED,
    BUSY,
    GARBAGE,
    HOSTILE_PAGES,
    SILENT_PICTURES,
    Misbehaving,
    Reply,
    article,
    feed,
    forged_feed,
)

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


def test_a_host_that_asks_for_it_is_left_alone_by_the_next_round_too(tmp_path: Path) -> None:
    async def work(server: Misbehaving) -> list[str]:
        server.pages["/hostile.xml"] = feed("http://hostile.example/busy")
        server.pages["/busy"] = BUSY
        folder = tmp_path / "mirror"
        await round_of(folder, settings(server, "hostile.xml"))
        server.seen.clear()
        await round_of(folder, settings(server, "hostile.xml"))
        assert honest_pages(folder) == len(HONEST)
        return server.paths()

    assert on_server(work) == ["/honest.xml"]


def test_pictures_that_never_arrive_are_reported_once(tmp_path: Path) -> None:
    async def work(server: Misbehaving) -> None:
        server.pages["/hostile.xml"] = feed("http://hostile.example/pictures")
        server.pages["/pictures"] = SILENT_PICTURES
        folder = tmp_path / "mirror"
        status, summary, _ = await round_of(folder, settings(server, "hostile.xml"))
        assert (status, len(summary["failed"])) == (1, 3)
        status, summary, _ = await round_of(folder, settings(server, "hostile.xml"))
        assert (status, summary["failed"]) == (0, [])
        assert sum(path.startswith("/silent/") for path in server.paths()) == 3
        assert honest_pages(folder) == len(HONEST)

    on_server(work)


def test_a_page_that_comes_back_as_garbage_does_not_replace_the_good_one(tmp_path: Path) -> None:
    async def work(server: Misbehaving) -> None:
        folder = tmp_path / "mirror"
        await round_of(folder, settings(server, None))
        before = published(folder)
        listed = server.pages["/honest.xml"]
        assert isinstance(listed, Reply)
        listed.body = listed.body.replace(b"<title>http", b"<title>Look again: http")
        server.pages["/rudder"] = GARBAGE
        status, summary, _ = await round_of(folder, settings(server, None))
        assert status == 1
        assert [failure["url"][-7:] for failure in summary["failed"]] == ["/rudder"]
        assert published(folder) == before

    on_server(work)


def test_a_feed_does_not_speak_for_another_outlet(tmp_path: Path) -> None:
    async def work(server: Misbehaving) -> None:
        server.pages["/forged.xml"] = forged_feed("http://honest.example/geese")
        folder = tmp_path / "mirror"
        forged = 'forged.xml"\ncontent = "feed"'
        text = settings(server, "forged.xml").replace('forged.xml"', forged)
        await round_of(folder, text)
        pages = published(folder)
        honest = [page for path, page in pages.items() if "/honest-" in path]
        assert len(honest) == len(HONEST)
        assert all("says nobody" not in page for page in honest)
        (quoted,) = [page for path, page in pages.items() if "/hostile-" in path]
        assert "it was not compared with the original address" in quoted

    on_server(work)


def published(folder: Path) -> dict[str, str]:
    """The article pages of the web edition."""
    root = folder / "public" / "web" / "articles"
    return {str(path): path.read_text("utf-8") for path in sorted(root.rglob("*.html"))}
