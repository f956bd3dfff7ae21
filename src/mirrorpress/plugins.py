"""Kinds by name: source kinds, layouts and target kinds, ours and those of other packages.

A package registers one under an entry point group, as `pyproject.toml` does for our own:

    [project.entry-points."mirrorpress.targets"]
    ftp = "my_package:FtpTarget"
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

SOURCES = "mirrorpress.sources"
LAYOUTS = "mirrorpress.layouts"  # named "<format>.<layout>"
FORMATS = "mirrorpress.formats"  # named "<format>": the layout of editions that name none
TARGETS = "mirrorpress.targets"


@cache
def points(group: str) -> tuple[EntryPoint, ...]:
    """What is registered in a group. Read once: it takes a look at every installed package."""
    return tuple(entry_points(group=group))


def names(group: str) -> tuple[str, ...]:
    """The names registered in a group, sorted."""
    return tuple(sorted({point.name for point in points(group)}))


def formats() -> tuple[str, ...]:
    """The formats that have layouts, sorted."""
    return tuple(sorted({name.partition(".")[0] for name in names(LAYOUTS)}))


def layouts(format_: str) -> tuple[str, ...]:
    """The layouts of a format, sorted."""
    split = (name.partition(".") for name in names(LAYOUTS))
    return tuple(layout for head, _, layout in split if head == format_)


def default_layout(format_: str) -> str:
    """The layout of editions of a format that name none.

    It is what is registered for the format in `FORMATS`, under the name that it has in `LAYOUTS`;
    mirrorpress's own where another package registers one for the same format; else the first.

    Raises:
        LookupError: there is no layout of that format.
    """
    registered = {point.value for point in points(FORMATS) if point.name == format_}
    by_choice = sorted(registered, key=lambda value: (not value.startswith("mirrorpress."), value))
    for value in by_choice:
        for point in points(LAYOUTS):
            head, _, layout = point.name.partition(".")
            if point.value == value and head == format_:
                return layout
    if not (found := layouts(format_)):
        raise LookupError(f"there is no layout of format {format_!r}")
    return found[0]


def load(group: str, name: str) -> Any:
    """What is registered under a name.

    Raises:
        LookupError: nothing is.
    """
    for point in points(group):
        if point.name == name:
            return point.load()
    raise LookupError(f"{name!r} is not registered in {group}")
