"""Kinds by name: source kinds, layouts and target kinds, ours and those of other packages.

A package registers one under an entry point group, as `pyproject.toml` does for our own:

    [project.entry-points."mirrorpress.targets"]
    ftp = "my_package:FtpTarget"
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import Any

SOURCES = "mirrorpress.sources"
LAYOUTS = "mirrorpress.layouts"  # named "<format>.<layout>"
TARGETS = "mirrorpress.targets"


@cache
def names(group: str) -> tuple[str, ...]:
    """The names registered in a group, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=group)}))


def load(group: str, name: str) -> Any:
    """What is registered under a name.

    Raises:
        LookupError: nothing is.
    """
    for point in entry_points(group=group, name=name):
        return point.load()
    raise LookupError(f"{name!r} is not registered in {group}")
