"""What the tests give workers to do; a module that another process can import."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import stat
import struct
import subprocess
import time
import zoneinfo
from pathlib import Path

from mirrorpress.errors import AccessBlocked, HttpStatus


def double(number: int) -> int:
    return 2 * number


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def hang() -> None:
    time.sleep(60)


def devour() -> int:
    return len(bytearray(8 << 30))


def refuse() -> None:
    raise AccessBlocked("a login", "form with a password", url="https://a.example/")


def refuse_with_status() -> None:
    raise HttpStatus(503, url="https://a.example/", retry_after=3.0)


def process() -> int:
    return os.getpid()


def stumble() -> None:
    raise IndexError("a fault of ours")


class _Plant:
    """Unpickled, it makes a file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path(self.path),)


def answer_with_a_pickle(path: str) -> None:
    """What a parser that was taken over would answer, in the place of a result."""
    _framed(pickle.dumps((True, _Plant(path))))


def answer_with_an_error_that_is_a_pickle(path: str) -> None:
    _framed(b"-" + pickle.dumps(_Plant(path)))


def answer_with_garbage() -> None:
    _framed(b"+\xff{]")


def answer_without_end() -> None:
    _write(struct.pack("!iQ", -1, 1 << 40))


def answer_by_half() -> None:
    _write(struct.pack("!i", 1_000) + b"+1")
    time.sleep(60)


def answer_with_an_unknown_error() -> None:
    _framed(b'-{"kind": "SystemExit", "message": "1", "attributes": {}}')


def _framed(data: bytes) -> None:
    _write(struct.pack("!i", len(data)) + data)


def _write(data: bytes) -> None:
    """Straight into the worker's pipe, past the code that encodes answers."""
    for descriptor in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.write(descriptor, data)
        except OSError:
            continue


def read_file(path: str) -> str:
    return Path(path).read_text()


def list_folder(path: str) -> list[str]:
    return [entry.name for entry in Path(path).iterdir()]


def write_file(path: str) -> None:
    Path(path).write_text("planted")


def connect(port: int) -> None:
    socket.create_connection(("127.0.0.1", port), timeout=5).close()


def listen(_port: int) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))


def signal_the_parent() -> None:
    os.kill(os.getppid(), 0)


def start_a_program() -> None:
    subprocess.run(["/bin/true"], check=True)


def load_late() -> list[str]:
    """Packages that read their own files when they are first used."""
    import opencc
    import py3langid

    text = "The ferry left the harbour at dawn, for the first time in three weeks."
    zone = zoneinfo.ZoneInfo("Asia/Kathmandu")
    return [
        opencc.OpenCC("t2s").convert("漢字"),
        py3langid.classify(text)[0],
        zone.key,
    ]
