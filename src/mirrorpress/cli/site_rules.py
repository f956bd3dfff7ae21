"""`mirrorpress rules check`: are the rules of sites right? Needs no mirror."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from mirrorpress.cli.inputs import Unreadable, file_content
from mirrorpress.extract.site_rules.rule_tests import failures
from mirrorpress.model.site_rules import RulesProblem, SiteRules
from mirrorpress.press import read_rules_folder
from mirrorpress.publish.printable import printable


@click.group()
def rules() -> None:
    """Check the rules of sites, with which `extract --rules` reads their pages."""


@rules.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def check(folder: Path) -> int:
    """Run the tests in the files of a folder, and report what is wrong in them.

    FOLDER holds a file HOST.toml, or HOST.txt of ftr-site-config, for each site.
    """
    found = read_rules_folder(folder)
    print_problems(found.problems)
    failed = [_check(folder, name, of_site) for name, of_site in found.files.items()]
    if not found.files and not found.problems:
        click.echo(f"{printable(str(folder))} has no rules", err=True)
    return 1 if found.problems or any(failed) else 0


def print_problems(problems: Iterable[RulesProblem]) -> None:
    """Report what is wrong in files of rules, on standard error."""
    for problem in problems:
        click.echo(printable(str(problem)), err=True)


def _check(folder: Path, name: str, rules: SiteRules) -> bool:
    """Run the tests of a file and print a line about it, and one for each failure; any failure."""
    failed = 0
    lines: list[str] = []
    tests = [test for test in rules.tests if test.page]
    for test in tests:
        try:
            found = failures(rules, test, file_content(str(folder / test.page)))
        except Unreadable as error:
            found = (str(error),)
        failed += bool(found)
        lines += [f"  {test.page}: {failure}" for failure in found]
    count = len(tests)
    result = f"{failed} of {count} failed" if failed else f"{count} passed" if count else "none"
    for line in (f"{name}: tests: {result}", *lines):
        click.echo(printable(line))
    return failed > 0
