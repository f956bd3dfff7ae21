"""The options that a kind declares, read from the table of mirror.toml that chooses the kind.

Kinds may be of other packages: whatever is wrong with one is a mistake at the key that names it.
"""

from __future__ import annotations

import math
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mirrorpress import plugins
from mirrorpress.config.table import Table
from mirrorpress.errors import Mistake, RunError
from mirrorpress.model import Target
from mirrorpress.options import Option, options_in, options_type

_MAX_WHOLE = 2**63 - 1  # TOML 1.0: a 64-bit integer
_MAX_FILE = 4 << 20  # bytes of a file that an operator writes
_UPDATE = "update or remove the package that it is of"


@dataclass(frozen=True, slots=True)
class Group:
    """The kinds of one sort."""

    entry_points: str  # where they are registered
    key: str  # that names one in a table
    phrase: str  # "a {} target": how a mistake speaks of one


SOURCES = Group(plugins.SOURCES, "kind", "a {} source")
LAYOUTS = Group(plugins.LAYOUTS, "layout", "layout {}")
TARGETS = Group(plugins.TARGETS, "kind", "a {} target")


def read_options(table: Table, group: Group, name: str) -> object | None:
    """The options of a kind, from a table of which every other key was asked for.

    None where the kind has none, or where they cannot be made; mistakes are noted in the table.
    """
    if any(table.is_wrong(key) for key in ("format", group.key)):  # no such kind: who knows?
        for key, _ in _of_other_kinds(table.unasked(), group, name, also_named=True):
            table.skip(key)
        return None
    options = _made(table, group, name)
    for key, other in _of_other_kinds(table.unasked(), group, name):
        table.skip(key)
        remedy = f'leave it out, or write {group.key} = "{other}"'
        table.wrong(key, f"is for {group.phrase.format(other)}", remedy)
    return options


def check_together(table: Table, group: Group, options: object | None, of: object) -> None:
    """Note what the options' own method `mistakes` finds wrong with a source, edition or target."""
    find = getattr(options, "mistakes", None)
    if find is None:
        return
    try:
        found: Iterable[Mistake] = tuple(find(of))
    except Exception as error:  # a package of others
        table.wrong(group.key, f"its options cannot be checked: {_said(error)}", _UPDATE)
        return
    for mistake in found:
        table.wrong(mistake.key, mistake.problem, mistake.remedy)


def check_files(table: Table, options: object | None, directory: Path) -> None:
    """Note which files that the options name, by their method `file_names`, cannot be read."""
    names = getattr(options, "file_names", None)
    for name in names() if names else ():
        try:
            read_own_file(directory / name)
        except RunError as error:
            (key, *_) = (*table.keys_of(name), "layout")
            table.wrong(key, str(error), "make the file, or correct the path")


def read_own_file(path: Path, most: int = _MAX_FILE) -> bytes:
    """The bytes of a file that the operator wrote: a regular one (a FIFO would wait for ever).

    Args:
        most: bytes that it may have; a multiple of 1 MiB.

    Raises:
        RunError: it cannot be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise RunError(f"{path} is not a regular file")
            content = file.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero character in the path
        why = error.strerror if isinstance(error, OSError) else error
        raise RunError(f"{path} cannot be read ({why})") from error
    if len(content) > most:
        raise RunError(f"{path} is larger than {most >> 20} MiB")
    return content


def overlaps(targets: tuple[Target, ...], root: Path) -> Iterator[tuple[int, str]]:
    """Number (from 1) of each target whose place an earlier one has, and the name of that one.

    The kind knows, by its function `overlap(one, other, root)`; kinds without it are not compared.
    """
    for number, target in enumerate(targets, 1):
        for other in targets[: number - 1]:
            if target.kind == other.kind and _overlap(target, other, root):
                yield number, other.name
                break


def _overlap(target: Target, other: Target, root: Path) -> bool:
    try:
        overlap = getattr(plugins.load(plugins.TARGETS, target.kind), "overlap", None)
        return overlap is not None and bool(overlap(target, other, root))
    except Exception:  # a package of others: what is wrong with it was noted where it was chosen
        return False


def _made(table: Table, group: Group, name: str) -> object | None:
    try:
        declared = options_type(plugins.load(group.entry_points, name))
    except Exception as error:  # a package of others, being imported
        table.wrong(group.key, f"{name!r} cannot be used: {_said(error)}", _UPDATE)
        return None
    if declared is None:
        return None
    options = options_in(declared)
    for option in options:
        if table.knows(option.name):
            problem = f"{name!r} cannot be used: its option {option.name!r} is a key of every one"
            table.wrong(group.key, problem, _UPDATE)
            return None
    values = {option.name: _value(table, option) for option in options}
    if any(option.required and table.is_wrong(option.name) for option in options):
        return None
    try:
        made: object = declared(**values)
    except Exception as error:  # of its own `__post_init__`
        table.wrong(
            group.key, f"the options of {name!r} cannot be used: {_said(error)}", "fix them"
        )
        return None
    return made


def _value(table: Table, option: Option) -> Any:
    """The value of an option; its default where there is none that can be used."""
    value = _typed(table, option)
    if option.required and not table.has(option.name):
        meaning = f": {option.rule.help}" if option.rule.help else ""
        table.wrong(option.name, "is missing", f"write {option.name} = …{meaning}")
    if option.rule.check is None or table.is_wrong(option.name) or not table.has(option.name):
        return value
    for item in value if isinstance(value, tuple) else (value,):
        if not _holds(option.rule.check, item):
            shown = repr(item[:80]) if isinstance(item, str) else repr(item)
            table.wrong(option.name, f"{shown} {option.rule.problem}", option.rule.remedy)
    return option.default if table.is_wrong(option.name) else value


def _holds(check: Callable[[Any], bool], value: object) -> bool:
    try:
        return bool(check(value))
    except Exception:  # a package of others: what its check fails on is not right either
        return False


def _typed(table: Table, option: Option) -> Any:
    name, default = option.name, option.default
    if option.type is bool:
        return table.flag(name, default or False)
    if option.type is int:
        return table.whole(name, default or 0, -_MAX_WHOLE - 1, _MAX_WHOLE)
    if option.type is float:
        return table.number(name, default or 0.0, -math.inf, math.inf)
    if option.type == tuple[str, ...]:
        return table.texts(name, default or ())
    text = table.text(name, "")
    return text if table.has(name) and text else default


def _of_other_kinds(
    keys: list[str], group: Group, name: str, *, also_named: bool = False
) -> Iterator[tuple[str, str]]:
    """Which of some keys are options of another kind than the named one, and of which.

    Of layouts ("<format>.<layout>"), those of the same format count.
    """
    format_, _, own = name.rpartition(".")
    known: dict[str, str] = {}
    for other in plugins.names(group.entry_points) if keys else ():
        its_format, _, short = other.rpartition(".")
        if its_format == format_ and (also_named or short != own):
            known.update(dict.fromkeys(_names(group, other), short))
    yield from ((key, known[key]) for key in keys if key in known)


def _names(group: Group, kind: str) -> tuple[str, ...]:
    """The names of a kind's options; none where it cannot be used, which nobody asked for."""
    try:
        declared = options_type(plugins.load(group.entry_points, kind))
    except Exception:  # a package of others, being imported
        return ()
    return tuple(option.name for option in options_in(declared)) if declared else ()


def _said(error: Exception) -> str:
    """An error of a package of others in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
