"""A mirror in memory, with real SQLite."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.memory_mirror import MemoryMirror


@pytest.fixture
def mirror() -> Iterator[MemoryMirror]:
    made = MemoryMirror()
    yield made
    made.close()
