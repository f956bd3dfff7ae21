"""A store in memory, of real SQLite."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mirrorpress.store import Store, open_store


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(None)
    yield opened
    opened.close()
