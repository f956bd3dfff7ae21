"""A mirror in memory, with real SQLite."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.desk import Desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.close()
