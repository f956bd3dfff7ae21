"""A worker's life, inside its process."""

from __future__ import annotations

import gc
import resource
from contextlib import suppress
from itertools import count
from multiprocessing.connection import Connection

from mirrorpress.workers.answers import answer

MEMORY = 2 << 30  # bytes of address space for one worker
COLLECT_EVERY = 50  # items


def serve(descriptor: int) -> None:
    """One item after the other until the pipe closes, however the other process ended."""
    pipe = Connection(descriptor)
    for limit, value in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # some systems know no limit of address space
            resource.setrlimit(limit, (value, value))
    gc.disable()  # trees of a page come and go whole: a third of the time was spent looking
    for number in count(1):
        if number % COLLECT_EVERY == 0:
            gc.collect()
        try:
            function, encode, args, kwargs = (
                pipe.recv()
            )  # a pickle, from the process that trusts us
            pipe.send_bytes(answer(function, encode, args, kwargs))
        except (EOFError, OSError):
            return
