"""The folder of rules of sites: one small file for each site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mirrorpress.errors import RunError
from mirrorpress.extract.site_rules import read_rules
from mirrorpress.model.site_rules import MAX_BYTES, MAX_FILES, RulesProblem, SiteRules

_SUFFIXES = (".toml",)


@dataclass(frozen=True, slots=True)
class RulesFolder:
    """The rules in a folder, and what is wrong in its files."""

    rules: dict[str, SiteRules]  # by host
    files: dict[str, SiteRules]  # by the name of their file
    problems: tuple[RulesProblem, ...]


def read_rules_folder(folder: Path, *, most: int = MAX_FILES) -> RulesFolder:
    """Read all files of rules in a folder, sorted by name. A bad one is reported and skipped.

    Args:
        folder: of the files.
        most: files that are read.

    Raises:
        RunError: the folder cannot be read.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES)
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
    return RulesFolder({rules.host: rules for rules in files.values()}, files, tuple(problems))


def _file(path: Path) -> tuple[SiteRules | None, tuple[RulesProblem, ...]]:
    try:
        if not path.is_file():
            return None, (RulesProblem(path.name, 1, "it is not a file; remove or rename it"),)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        problem = f"it cannot be read ({error.strerror}); correct its permissions"
        return None, (RulesProblem(path.name, 1, problem),)
    return read_rules(path.name, data)
