"""A `Runner` for tests that need no worker of its own."""

from __future__ import annotations

from typing import ParamSpec, TypeVar

from mirrorpress.workers import Job

P = ParamSpec("P")
T = TypeVar("T")


class InProcess:
    """A `Runner` without processes; its answers pass through bytes all the same."""

    async def run(self, job: Job[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return job.decode(job.encode(job.function(*args, **kwargs)))
