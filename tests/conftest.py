"""What holds for every test."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

_numbers = count()


@pytest.fixture(autouse=True)
def state_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of its own, made when it is written to: no test touches the user's."""
    folder = tmp_path_factory.getbasetemp() / f"state-{next(_numbers)}"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder
