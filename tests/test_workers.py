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

from mirrorpress.errors import AccessBlocked, HttpStatus, InternalError, ItemError, WorkerFailed
from mirrorpress.workers import Workers, plain
from worker_items import (
    answer_by_half,
    answer_with_a_pickle,
    answer_with_an_error_that_is_a_pickle,
    answer_with_an_unknown_error,
    answer_with_garbage,
    answer_without_end,
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
from mirrorpress.workers import Workers, plain
from worker_items import process

async def main():
    workers = Workers(1, modules=("worker_items",))
    print(await workers.run(plain(process)), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


def run(work: Callable[[Workers], Awaitable[T]], *, count: int = 2, seconds: float = 20.0) -> T:
    async def inner() -> T:
        workers = Workers(count, seconds=seconds, modules=("worker_items",))
        try:
            return await work(workers)
        finally:
            workers.close()

    return asyncio.run(inner())


def test_many_items_in_few_processes() -> None:
    async def work(workers: Workers) -> tuple[list[int], set[int]]:
        results = await asyncio.gather(*(workers.run(plain(double), n) for n in range(20)))
        processes = await asyncio.gather(*(workers.run(plain(process)) for _ in range(8)))
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
            await workers.run(plain(bad))
        return await workers.run(plain(double), 21)

    patience = 5.0 if bad is hang else 60.0
    assert run(work, count=1, seconds=patience) == 42


def test_errors_come_back_whole() -> None:
    async def work(workers: Workers) -> None:
        with pytest.raises(AccessBlocked) as blocked:
            await workers.run(plain(refuse))
        assert (blocked.value.blocker, blocked.value.url) == ("a login", "https://a.example/")
        with pytest.raises(HttpStatus) as status:
            await workers.run(plain(refuse_with_status))
        assert (status.value.status, status.value.retry_after) == (503, 3.0)

    run(work)


@pytest.mark.parametrize("attack", [answer_with_a_pickle, answer_with_an_error_that_is_a_pickle])
def test_an_answer_runs_no_code(attack: Callable[[str], None], tmp_path: Path) -> None:
    """A worker that a page took over writes a pickle where its answer should be."""
    planted = tmp_path / "planted"

    async def work(workers: Workers) -> int:
        with pytest.raises(WorkerFailed, match="answer"):
            await workers.run(plain(attack), str(planted))
        return await workers.run(plain(double), 21)

    assert run(work, count=1) == 42
    assert not planted.exists()


@pytest.mark.parametrize(
    ("attack", "kind", "said"),
    [
        (answer_with_garbage, WorkerFailed, "answer"),
        (answer_without_end, WorkerFailed, "more than"),
        (answer_by_half, WorkerFailed, "longer than"),
    ],
)
def test_an_answer_that_is_none_fails_its_item(
    attack: Callable[[], None], kind: type[ItemError], said: str
) -> None:
    async def work(workers: Workers) -> tuple[int, int, int]:
        before = await workers.run(plain(process))
        with pytest.raises(kind, match=said):
            await workers.run(plain(attack))
        return before, await workers.run(plain(process)), await workers.run(plain(double), 21)

    before, after, result = run(work, count=1, seconds=3.0 if attack is answer_by_half else 20.0)
    assert result == 42
    assert before != after  # it was replaced


def test_an_error_is_one_of_ours() -> None:
    async def work(workers: Workers) -> None:
        with pytest.raises(InternalError, match="unknown kind, 'SystemExit'"):
            await workers.run(plain(answer_with_an_unknown_error))

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
