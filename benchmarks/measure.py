"""Commands run as processes of their own, and what they cost.

Processor time is that of the whole tree, as the kernel adds it up for who waits (wait4). Memory is
the kernel's own high-water mark of each process (VmHWM, resident), read every twentieth of a
second, because the one that wait4 gives tells neither the main process from its workers nor a
worker from the process it was forked from.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

EVERY = 0.05  # seconds between two looks at memory


class BenchmarkFailed(Exception):
    """A measured command did not do its work; its figures would mean nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost, and what it said."""

    wall: float  # seconds
    cpu: float  # seconds, user and system, of the whole process tree
    main_memory: int  # bytes, peak, of the process itself
    worker_memory: int  # bytes, peak, of its largest worker; 0: it has none
    output: str


@dataclass(slots=True)
class _Watch:
    """Follows the memory of a process and of those below it, in a thread."""

    root: int
    main: int = 0
    worker: int = 0
    _over: threading.Event = field(default_factory=threading.Event)

    def follow(self) -> None:
        while not self._over.wait(EVERY):
            for process in _session(self.root):
                peak = _high_water(process)
                if process == self.root:
                    self.main = max(self.main, peak)
                elif _is_worker(process):
                    self.worker = max(self.worker, peak)

    def stop(self) -> None:
        self._over.set()


def run(
    command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None
) -> Cost:
    """Run a command in a session of its own and measure it.

    Raises:
        BenchmarkFailed: it ended with another status than 0, or did not end in time.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
        )
        watch, late = _Watch(process.pid), threading.Event()
        follower = threading.Thread(target=watch.follow)
        alarm = threading.Timer(seconds, _end, (process.pid, late))
        follower.start()
        alarm.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - start
        except BaseException:
            _end(process.pid, late)
            raise
        finally:
            alarm.cancel()
            watch.stop()
            follower.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            reason = f"took longer than {seconds:g} s" if late.is_set() else _tail(errors, out)
            raise BenchmarkFailed(f"{' '.join(command)}\n  {reason}")
        out.seek(0)
        cpu = usage.ru_utime + usage.ru_stime
        return Cost(wall, cpu, watch.main, watch.worker, out.read().decode())


def _end(process: int, late: threading.Event) -> None:
    late.set()
    os.killpg(process, signal.SIGKILL)  # its session is its own, and so is its group


def _tail(*files: IO[bytes]) -> str:
    """The end of what a command said."""
    texts = []
    for file in files:
        file.seek(0)
        texts.append(file.read().decode(errors="replace"))
    return "\n".join(texts).strip()[-2000:]


def _session(root: int) -> list[int]:
    """The processes of a session."""
    found = []
    for process in (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()):
        try:
            if os.getsid(process) == root:
                found.append(process)
        except OSError:  # it ended meanwhile
            continue
    return found


def _high_water(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def _is_worker(process: int) -> bool:
    """Whether this is a worker, and no longer the copy it was forked from."""
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
    return b"mirrorpress.workers" in command
