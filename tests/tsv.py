"""Tables that are stored beside tests: a row a line, cells parted by tabs."""

from __future__ import annotations

from pathlib import Path


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def each(cell: str) -> list[str]:
    """What stands in a cell with semicolons between."""
    return [part.strip() for part in cell.split(";")] if cell else []
