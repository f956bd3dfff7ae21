"""What the tests give workers to do; a module that another process can import."""

from __future__ import annotations

import os
import signal
import time

from mirrorpress.errors import HttpStatus, Walled


def double(number: int) -> int:
    return 2 * number


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def hang() -> None:
    time.sleep(60)


def devour() -> int:
    return len(bytearray(8 << 30))


def refuse() -> None:
    raise Walled("a login", "form with a password", url="https://a.example/")


def refuse_with_status() -> None:
    raise HttpStatus(503, url="https://a.example/", retry_after=3.0)


def process() -> int:
    return os.getpid()


def stumble() -> None:
    raise IndexError("a fault of ours")
