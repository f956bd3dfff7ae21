"""Commands that work on a mirror: run, add, build, publish, status."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from mirrorpress import config, urls
from mirrorpress.cli.screen import conclude, reporting
from mirrorpress.config import Settings
from mirrorpress.discover import addresses as address_list
from mirrorpress.model import Page, Source
from mirrorpress.press import Press, clock, make_press
from mirrorpress.progress import Summary
from mirrorpress.store import open_store

PICKS = "picks"  # the source of articles that were added by hand and belong to no other


def in_mirror(function: Callable[..., Any]) -> Callable[..., Any]:
    """The option that says which mirror."""
    return click.option(
        "-C",
        "directory",
        type=click.Path(file_okay=False, path_type=Path),
        default=".",
        help="Folder with mirror.toml.  [default: here]",
    )(function)


def of_a_round(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that is a round, or a part of one."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Tell of each item that failed."),
        click.option("-q", "--quiet", is_flag=True, help="Print failures only."),
        click.option("--json", "as_json", is_flag=True, help="Print the summary as one object."),
        in_mirror,
    ):
        function = option(function)
    return function


@click.command()
@of_a_round
def run(directory: Path, as_json: bool, quiet: bool, verbose: bool) -> int:
    """One round: look at every source, bring what is new to every target.

    Stop it when you like, with Ctrl-C or otherwise; the next run goes on where it was.
    """
    return _round(directory, Press.run, as_json=as_json, quiet=quiet, verbose=verbose)


@click.command()
@of_a_round
def build(directory: Path, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Print the pages that changed, from the store alone."""
    return _round(directory, Press.build, as_json=as_json, quiet=quiet, verbose=verbose)


@click.command()
@of_a_round
def publish(directory: Path, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Bring every target up to date with the store."""
    return _round(directory, Press.publish, as_json=as_json, quiet=quiet, verbose=verbose)


@click.command()
@click.argument("address", nargs=-1, required=True)
@click.option(
    "--source", "name", help="Source to file them under.  [default: the one of that site]"
)
@click.option("--local", is_flag=True, help="The addresses may be private (tests, intranets).")
@of_a_round
def add(
    address: tuple[str, ...],
    name: str | None,
    local: bool,
    directory: Path,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Bring single articles into the mirror.

    ADDRESS is an article's address, or a file that lists them, one a line; - is standard input.
    """
    listed = tuple(url for item in address for url in _addresses(item))
    settings = config.load(directory)

    def work(press: Press) -> Summary:
        return _added(press, settings, listed, name, local=local)

    return _round(directory, work, as_json=as_json, quiet=quiet, verbose=verbose)


def _added(
    press: Press, settings: Settings, listed: tuple[str, ...], name: str | None, *, local: bool
) -> Summary:
    """Add addresses source by source; one summary of all."""
    total = Summary()
    by_source: dict[Source, list[str]] = {}
    for url in listed:
        by_source.setdefault(_source_of(url, settings, name, local=local), []).append(url)
    for source, own in by_source.items():
        summary = press.add(source, tuple(own))
        total.new += summary.new
        total.changed += summary.changed
        total.unchanged += summary.unchanged
        total.failed += summary.failed
        total.targets = summary.targets
        total.seconds += summary.seconds
    return total


def _source_of(url: str, settings: Settings, name: str | None, *, local: bool) -> Source:
    for source in settings.sources:
        if source.name == name or (name is None and source.url and urls.same_site(source.url, url)):
            return source
    if name is not None:
        known = ", ".join(source.name for source in settings.sources)
        raise click.BadParameter(f"there is no source {name!r}; choose of {known}")
    return Source(name=PICKS, title=settings.name, kind="urls", local=local)


def _addresses(item: str) -> tuple[str, ...]:
    if urls.safe(item) is not None:
        return (item,)
    try:
        body = sys.stdin.buffer.read() if item == "-" else Path(item).read_bytes()
    except OSError as error:
        raise click.BadParameter(
            f"{item!r} is neither a web address nor a file that can be read ({error.strerror})"
        ) from error
    page = Page(url="", requested="", body=body, fetched=clock())
    index = address_list.read(page, Source(name=PICKS, title=PICKS))
    return tuple(entry.url for entry in index.entries if entry.url)


@click.command()
@in_mirror
def status(directory: Path) -> int:
    """What the mirror holds, and how its sources do."""
    settings = config.load(directory)
    store = open_store(settings.state)
    try:
        click.echo(f"{settings.name}: {store.articles.count()} articles")
        for source in settings.sources:
            state = store.entries.source(source.name)
            trouble = f", failing for {state.failures} rounds: {state.error}" if state.error else ""
            count = store.shelves.count(source.name)
            click.echo(f"  {source.name}: {count} articles{trouble}")
        for edition in settings.editions:
            printed = store.editions.state(edition.name)
            sealed = f"{printed.sealed:%Y-%m-%d %H:%M} UTC" if printed.sealed else "never"
            click.echo(f"  edition {edition.name}: number {printed.sequence}, {sealed}")
    finally:
        store.close()
    return 0


def _round(
    directory: Path,
    work: Callable[[Press], Summary],
    *,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    settings = config.load(directory)
    with (
        reporting(quiet=quiet or as_json, verbose=verbose) as reporter,
        make_press(settings, reporter) as press,
    ):
        summary = work(press)
        signed = press.parts.key is not None
    return conclude(summary, as_json=as_json, quiet=quiet, signed=signed)
