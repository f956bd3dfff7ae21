"""Packages of others for tests: modules with kinds, registered like those of an installed one."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from mirrorpress import plugins

_numbers = itertools.count()
Install = Callable[[str, Mapping[str, str]], str]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a module: its text, and by "group name" what in it is registered there."""

    def make(text: str, kinds: Mapping[str, str]) -> str:
        module = f"kinds_of_others_{next(_numbers)}"
        folder = tmp_path / module
        info = folder / f"{module}-1.dist-info"
        info.mkdir(parents=True)
        (folder / f"{module}.py").write_text(text, encoding="utf-8")
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1\n")
        points = (
            f"[mirrorpress.{group}]\n{name} = {module}:{kind}\n"
            for (group, name), kind in ((key.split(" ", 1), kind) for key, kind in kinds.items())
        )
        (info / "entry_points.txt").write_text("".join(points))
        monkeypatch.syspath_prepend(str(folder))
        plugins.points.cache_clear()
        return module

    yield make
    monkeypatch.undo()
    plugins.points.cache_clear()
