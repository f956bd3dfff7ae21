"""How long something may take on this machine, and how much is tried.

Limits of time are only for what would take minutes or hours if it were wrong: work that grows with
the square of a hostile text. How fast the rest is, benchmarks show.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = 0.035  # seconds of the processor for `_work` where the limits were set


def many(usual: int, thorough: int) -> int:
    """How many examples are tried: `thorough` with `THOROUGH=1 make test`, else `usual`."""
    return thorough if os.environ.get("THOROUGH") else usual


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails where what is inside takes longer, in time of the processor.

    Args:
        seconds: on a machine as fast as the one where limits were set. A slower one gets more.
    """
    start = time.process_time()
    yield
    taken = time.process_time() - start
    if taken >= seconds:
        assert taken < seconds * _slowness()


def _slowness() -> float:
    """How many times as long the same work takes here and now; at least 1."""
    return max(1.0, _work() / _USUAL)


def _work() -> float:
    start = time.process_time()
    total = 0
    for number in range(300_000):
        total += number * number % 7
    return time.process_time() - start
