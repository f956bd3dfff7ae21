"""A worker's life, inside its process."""

from __future__ import annotations

import gc
import importlib
import io
import resource
import tempfile
from contextlib import suppress
from itertools import count
from multiprocessing.connection import Connection
from typing import IO, Any

from mirrorpress.confine import confine
from mirrorpress.workers.answers import answer

MEMORY = 2 << 30  # bytes of address space for one worker
COLLECT_EVERY = 50  # items


def serve(descriptor: int, modules: tuple[str, ...] = ()) -> None:
    """One item after the other until the pipe closes, however the other process ended.

    Args:
        descriptor: of the pipe.
        modules: imported before rights are given up, and readable from then on.
    """
    pipe = Connection(descriptor)
    for module in modules:
        importlib.import_module(module)
    with suppress(ValueError, OSError):  # some systems know no limit of address space
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # There is no folder to write to any more. py3langid unpacks its model into such a file.
    tempfile.TemporaryFile = _file_in_memory  # type: ignore[assignment]
    confine(modules)
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


def _file_in_memory(mode: str = "w+b", *_: object, **__: object) -> IO[Any]:
    return io.BytesIO() if "b" in mode else io.StringIO()
