"""A worker reads what it needs to work, and nothing that belongs to the operator."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mirrorpress.confine import confinement, landlock_abi
from mirrorpress.errors import InternalError
from mirrorpress.workers import Job, Workers, plain
from worker_items import (
    connect,
    list_folder,
    listen,
    load_late,
    read_file,
    signal_the_parent,
    start_a_program,
    write_file,
)

HERE = Path(__file__).parent
ABI = landlock_abi()
landlock = pytest.mark.skipif(ABI < 1, reason="this kernel has no Landlock")
READS_A_KEY = """
import asyncio, json, os, sys
from mirrorpress.workers import Workers, plain
from worker_items import list_folder, read_file

async def main():
    workers = Workers(1, modules=("worker_items",))
    for job, path in ((read_file, "mirror.key"), (list_folder, ".")):
        try:
            print(await workers.run(plain(job), os.path.abspath(path)))
        except Exception as error:
            print(error)
    workers.close()

print(json.dumps([sys.prefix, sys.path[0]]))
asyncio.run(main())
"""


def run(job: Job[..., Any], *args: object) -> Any:
    async def work() -> Any:
        workers = Workers(1, modules=("worker_items",))
        try:
            return await workers.run(job, *args)
        finally:
            workers.close()

    return asyncio.run(work())


def refused(job: Callable[..., Any], *args: object) -> None:
    with pytest.raises(InternalError, match="PermissionError"):
        run(plain(job), *args)


@landlock
def test_the_key_cannot_be_read(tmp_path: Path) -> None:
    key = tmp_path / "mirror.key"
    key.write_text("secret")
    refused(read_file, str(key))
    refused(list_folder, str(tmp_path))


@landlock
def test_the_key_cannot_be_read_through_another_process(tmp_path: Path) -> None:
    (tmp_path / "mirror.key").write_text("secret")
    with (tmp_path / "mirror.key").open():
        refused(read_file, f"/proc/{os.getpid()}/environ")
        refused(read_file, f"/proc/self/root{tmp_path}/mirror.key")


@landlock
def test_the_key_cannot_be_read_where_the_mirror_is_the_environment(tmp_path: Path) -> None:
    """Python's prefix, the current folder and an entry of the search path are all the mirror's."""
    venv.create(tmp_path, symlinks=True)
    (tmp_path / "mirror.key").write_text("secret")
    (tmp_path / "start.py").write_text(READS_A_KEY)
    paths = [str(tmp_path), str(HERE), *filter(None, sys.path)]
    ran = subprocess.run(
        [str(tmp_path / "bin" / "python"), "-m", "start"],
        env={"PYTHONPATH": os.pathsep.join(paths)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    first, key, folder = ran.stdout.splitlines()
    assert json.loads(first) == [str(tmp_path), str(tmp_path)]
    assert "PermissionError" in key
    assert "PermissionError" in folder


@landlock
def test_nothing_is_written(tmp_path: Path) -> None:
    refused(write_file, str(tmp_path / "planted"))
    refused(write_file, str(HERE / "planted"))
    assert not (tmp_path / "planted").exists()


@pytest.mark.skipif(ABI < 4, reason="this kernel's Landlock does not know TCP")
@pytest.mark.parametrize("job", [connect, listen])
def test_there_is_no_tcp(job: Callable[[int], None]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        refused(job, server.getsockname()[1])


@landlock
def test_no_program_is_started() -> None:
    with pytest.raises(InternalError, match=r"PermissionError|BlockingIOError"):
        run(plain(start_a_program))


@pytest.mark.skipif(ABI < 6, reason="this kernel's Landlock does not know signals")
def test_no_signal_reaches_the_process_that_asks() -> None:
    refused(signal_the_parent)


def test_what_is_loaded_late_still_loads() -> None:
    assert run(plain(load_late)) == ["汉字", "en", "Asia/Kathmandu"]


def test_it_says_what_is_in_force() -> None:
    assert confinement() == "none"  # of this process
    said = run(plain(confinement))
    assert said.endswith("resource limits")
    assert said.startswith(f"Landlock ABI {ABI} (files") == (ABI > 0)
