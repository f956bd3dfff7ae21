"""How a run looks: bars on a terminal, plain lines in a pipe, and the summary at the end."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from mirrorpress.progress import Reporter, Silent, Summary
from mirrorpress.publish.printable import printable
from mirrorpress.redact import without_secrets

FAULT = 4  # exit status after an error that is a bug in mirrorpress
REFUSED = 2  # exit status of a run that would have lost what a target holds
MAX_LINE = 4000  # characters of one line of a complaint
LINE_EVERY = 5.0  # seconds between two lines of a step in a pipe
TITLES = {
    "clone": "Repositories cloned",
    "import": "Pages taken over",
    "discover": "Sources looked at",
    "fetch": "Articles fetched",
    "group": "Articles grouped",
    "render": "Pages rendered",
    "publish": "Targets published",
    "hits": "Megabytes read",
    "reextract": "Articles read again",
    "learn": "Pages read again",
}


def complain(text: str) -> None:
    """Say on standard error why something did not work. Lines stay lines."""
    shown = "\n".join(printable(line, most=MAX_LINE) for line in text.split("\n"))
    click.echo(click.style("mirrorpress: ", fg="red") + shown, err=True)


class Bars(Silent):
    """A progress bar for each step, on a terminal."""

    def __init__(self, progress: Progress, *, verbose: bool) -> None:
        self._progress = progress
        self._verbose = verbose
        self._tasks: dict[str, TaskID] = {}  # by step

    def start(self, step: str, total: int) -> None:
        self._tasks[step] = self._progress.add_task(TITLES[step], total=total or None)

    def expect(self, step: str, count: int) -> None:
        self._progress.update(self._tasks[step], total=(self._bar(step).total or 0) + count)

    def advance(self, step: str, count: int = 1) -> None:
        self._progress.advance(self._tasks[step], count)

    def finish(self, step: str) -> None:
        bar = self._bar(step)
        total = max(bar.total or 0, bar.completed)  # what failed is not done: "2 of 3"
        self._progress.update(
            self._tasks[step], total=total or 1, completed=bar.completed, visible=total > 0
        )

    def _bar(self, step: str) -> Task:
        return self._progress.tasks[self._progress.task_ids.index(self._tasks[step])]

    def note(self, text: str) -> None:
        if self._verbose:
            self._progress.console.print(
                printable(text), markup=False, highlight=False, soft_wrap=True
            )


class Lines(Silent):
    """A line now and then for each step, for pipes and logs."""

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._done: dict[str, int] = {}
        self._total: dict[str, int] = {}
        self._said: dict[str, float] = {}

    def start(self, step: str, total: int) -> None:
        self._done[step], self._total[step] = 0, total
        self._said[step] = time.monotonic()

    def expect(self, step: str, count: int) -> None:
        self._total[step] += count

    def advance(self, step: str, count: int = 1) -> None:
        self._done[step] += count
        if time.monotonic() - self._said[step] >= LINE_EVERY:
            self._say(step)

    def finish(self, step: str) -> None:
        if self._done[step] or self._total[step]:
            self._say(step)

    def note(self, text: str) -> None:
        if self._verbose:
            click.echo(printable(text), err=True)

    def _say(self, step: str) -> None:
        self._said[step] = time.monotonic()
        click.echo(f"{TITLES[step]}: {self._done[step]} of {self._total[step]}", err=True)


@contextmanager
def reporting(*, quiet: bool, verbose: bool) -> Iterator[Reporter]:
    """What listens to a run: bars, lines or nothing."""
    if quiet:
        yield Silent()
    elif sys.stderr.isatty():
        columns = (TextColumn("{task.description:18}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as progress:
            yield Bars(progress, verbose=verbose)
    else:
        yield Lines(verbose=verbose)


def conclude(
    summary: Summary,
    *,
    as_json: bool,
    quiet: bool,
    reported: bool,
    signed: bool,
    wanted: frozenset[str] | None = None,
) -> int:
    """Print what a round did; the exit status that says it.

    Args:
        reported: failures were printed when they happened (`-v`), and are not printed again.
        wanted: addresses that were asked for; a failure of anything else does not change the
            exit status. None: everything was asked for.
    """
    if as_json:
        click.echo(json.dumps(summary.to_json(), ensure_ascii=False))
    else:
        if not quiet:
            click.echo(headline(summary))
            _print_targets(summary)
        if not reported:
            _print_failures(summary)
    for note in () if quiet else _notes(summary, signed=signed):
        complain(note)
    return _exit_status(summary, wanted)


def _notes(summary: Summary, *, signed: bool) -> Iterator[str]:
    """What an operator should know besides."""
    yield from summary.notes
    if not signed:
        yield "the copies are not signed: `sign = false` in [seal]"
    if summary.again:
        yield f"{summary.again} pictures could not be fetched, as before; they are tried later"
    if summary.quarantined:
        yield (
            f"{len(summary.quarantined)} of the failed items are quarantined; "
            "`mirrorpress status` says what that means for each"
        )


def _exit_status(summary: Summary, wanted: frozenset[str] | None) -> int:
    if summary.faults:
        return FAULT
    if any(result.refused for result in summary.targets):
        return REFUSED
    if wanted is None:
        return 0 if summary.clean else 1
    lost = any(failure.url in wanted for failure in summary.failed)
    return 1 if lost or any(result.error is not None for result in summary.targets) else 0


def headline(summary: Summary) -> str:
    """A round in one line."""
    return (
        f"{summary.new} new, {summary.changed} changed, {summary.unchanged} unchanged, "
        f"{summary.withdrawn} withdrawn, {len(summary.failed)} failed "
        f"in {summary.seconds:.1f} s"
    )


def _print_targets(summary: Summary) -> None:
    for result in summary.targets:
        if result.error is None:
            click.echo(
                f"  {result.target}: {result.added} added, {result.changed} changed, "
                f"{result.removed} removed"
                + (f", now at {result.revision[:12]}" if result.revision else "")
            )


def _print_failures(summary: Summary) -> None:
    for result in summary.targets:
        if result.error is not None:
            text = without_secrets(f"target {result.target}: {result.error}")
            click.echo(f"  failed: {printable(text)}", err=True)
    for failure in summary.failed:
        text = f"{failure.source}: {failure.url}: {failure.error}"
        click.echo(f"  failed: {printable(text)}", err=True)


def invoked() -> str:
    """How this program was called, for commands that a user is to type next."""
    called = Path(sys.argv[0])
    on_path = shutil.which(called.name)
    if on_path is not None and Path(on_path).resolve() == called.resolve():
        return called.name
    return shown(called) if called.name == "mirrorpress" else "python -m mirrorpress"


def shown(path: Path) -> str:
    """A path as a user would type it: relative to where they are, where that is shorter."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
