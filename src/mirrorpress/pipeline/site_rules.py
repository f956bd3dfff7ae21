"""The folder of rules of sites: one small file for each site.

news.example.toml      our format; used before the next two
news.example.txt       ftr-site-config
.news.example.txt      the same
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from mirrorpress.errors import RunError
from mirrorpress.extract.site_rules import read_ftr_config, read_rules
from mirrorpress.model.site_rules import MAX_BYTES, MAX_FILES, RulesProblem, SiteRules

MAX_NOTES: Final = 20  # mistakes in files of rules that a round reports
_READERS = {".toml": read_rules, ".txt": read_ftr_config}


@dataclass(frozen=True, slots=True)
class RulesFolder:
    """The rules in a folder, and what is wrong in its files."""

    rules: dict[str, SiteRules]  # by host
    files: dict[str, SiteRules]  # by the name of their file
    problems: tuple[RulesProblem, ...]


@dataclass(frozen=True, slots=True)
class MirrorRules:
    """The rules with which a mirror reads pages, and what is wrong in their files."""

    by_host: Mapping[str, SiteRules]  # without tests
    notes: tuple[str, ...]  # for the operator


def read_mirror_rules(folder: Path | None) -> MirrorRules:
    """The rules in the folder of a mirror; none where it has no folder, or one that is unreadable.

    Args:
        folder: `rules` of `[extract]` in its settings.
    """
    if folder is None:
        return MirrorRules({}, ())
    try:
        found = read_rules_folder(folder)
    except RunError as error:
        return MirrorRules({}, (f"{error}; pages are read without them",))
    notes = [f"{folder.name}/{problem}" for problem in islice(found.problems, MAX_NOTES)]
    if more := len(found.problems) - len(notes):
        notes.append(f"and {more} more mistakes; `mirrorpress rules check` shows them all")
    by_host = {host: replace(rules, tests=()) for host, rules in found.rules.items()}
    return MirrorRules(by_host, tuple(notes))


def read_rules_folder(folder: Path, *, most: int = MAX_FILES) -> RulesFolder:
    """Read all files of rules in a folder, in order. A bad one is reported and skipped.

    Args:
        folder: of the files.
        most: files that are read.

    Raises:
        RunError: the folder cannot be read.
    """
    try:
        paths = sorted(filter(_is_rules, folder.iterdir()), key=_order)
    except OSError as error:
        raise RunError(f"the rules in {folder} cannot be read ({error.strerror})") from error
    problems: list[RulesProblem] = []
    if len(paths) > most:
        problem = f"the folder has more than {most} files; this and later ones are not read"
        problems.append(RulesProblem(paths[most].name, 1, problem))
    files: dict[str, SiteRules] = {}
    for path in paths[:most]:
        rules, found = _file(path)
        problems += found
        if rules is not None:
            files[path.name] = rules
    by_host = {rules.host: rules for rules in reversed(files.values())}  # the first of a host
    return RulesFolder(by_host, files, tuple(problems))


def _is_rules(path: Path) -> bool:
    return path.suffix in _READERS


def _order(path: Path) -> tuple[str, bool, str]:
    """Files in our format first, then those without a dot before the host."""
    return path.suffix, path.name.startswith("."), path.name


def _file(path: Path) -> tuple[SiteRules | None, tuple[RulesProblem, ...]]:
    try:
        if not path.is_file():
            return None, (RulesProblem(path.name, 1, "it is not a file; remove or rename it"),)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        problem = f"it cannot be read ({error.strerror}); correct its permissions"
        return None, (RulesProblem(path.name, 1, problem),)
    return _READERS[path.suffix](path.name, data)
