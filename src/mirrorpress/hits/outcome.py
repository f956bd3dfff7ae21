"""What reading one line of a file gives: a `Hit`, a `Skip`, or the exception `BadLine`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Hit:
    """What a line counts."""

    path: str  # as `paths.normal_path` returns it
    day: str | None = None  # "YYYY-MM-DD"
    count: int = 1


class Skip(Enum):
    """Why a line that was read is not counted."""

    BOT = "bot"
    OTHER = "no page"  # another method or status, an asset, a header, an empty line


class BadLine(Exception):
    """A line (or item) that cannot be read.

    The text is a clause of our own: it contains nothing of the line.
    """


LineReader = Callable[[bytes], Hit | Skip]  # may raise BadLine
