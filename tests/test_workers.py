"""Workers: one bad item costs that item only."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from mirrorpress.errors import HttpStatus, InternalError, ItemError, Walled, WorkerFailed
from mirrorpress.workers import Workers
from worker_items import (
    crash,
    devour,
    double,
    hang,
    process,
    refuse,
    refuse_with_status,
    stumble,
)

T = TypeVar("T")
HERE = Path(__file__).parent
STARTS_A_WORKER = """
import asyncio, time
from mirrorpress.workers import Workers
from worker_items import process

async def main():
    print(await Workers(1).run(process), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


def run(work: Callable[[Workers], Awaitable[T]], *, count: int = 2, seconds: float = 20.0) -> T:
    async def inner() -> T:
        workers = Workers(count, seconds=seconds)
        try:
            return await work(workers)
        finally:
            workers.close()

    return asyncio.run(inner())


def test_many_items_in_few_processes() -> None:
    async def work(workers: Workers) -> tuple[list[int], set[int]]:
        results = await asyncio.gather(*(workers.run(double, n) for n in range(20)))
        processes = await asyncio.gather(*(workers.run(process) for _ in range(8)))
        return results, set(processes)

    results, processes = run(work)
    assert results == [2 * n for n in range(20)]
    assert 1 <= len(processes) <= 2
    assert os.getpid() not in processes


@pytest.mark.parametrize(
    ("bad", "kind", "said"),
    [
        (crash, WorkerFailed, "crashed"),
        (devour, WorkerFailed, "memory"),
        (hang, WorkerFailed, "longer than"),
        (stumble, InternalError, "IndexError: a fault of ours"),
    ],
)
def test_a_bad_item_fails_only_itself(
    bad: Callable[[], None], kind: type[ItemError], said: str
) -> None:
    async def work(workers: Workers) -> int:
        with pytest.raises(kind, match=said):
            await workers.run(bad)
        return await workers.run(double, 21)

    patience = 5.0 if bad is hang else 60.0
    assert run(work, count=1, seconds=patience) == 42


def test_errors_come_back_whole() -> None:
    async def work(workers: Workers) -> None:
        with pytest.raises(Walled) as walled:
            await workers.run(refuse)
        assert (walled.value.wall, walled.value.url) == ("a login", "https://a.example/")
        with pytest.raises(HttpStatus) as status:
            await workers.run(refuse_with_status)
        assert (status.value.status, status.value.retry_after) == (503, 3.0)

    run(work)


def test_workers_end_with_the_process_that_started_them() -> None:
    """Killed outright, it leaves no process behind."""
    parent = subprocess.Popen(
        [sys.executable, "-c", STARTS_A_WORKER], stdout=subprocess.PIPE, text=True, cwd=HERE
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and _alive(worker):
        time.sleep(0.05)
    parent.stdout.close()
    assert not _alive(worker)


def _alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process_id}/stat").read_text()
    return stat.rpartition(")")[2].split()[0] != "Z"
