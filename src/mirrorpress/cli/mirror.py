"""Commands that work on a mirror: run, add, build, publish."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from mirrorpress import config, urls
from mirrorpress.cli.output import conclude, reporting
from mirrorpress.discover import addresses as address_list
from mirrorpress.model import PICKS, Page, Source
from mirrorpress.press import Press, by_source, clock, make_press
from mirrorpress.progress import Summary
from mirrorpress.protocols import Check
from mirrorpress.redact import without_secrets


def in_mirror(function: Callable[..., Any]) -> Callable[..., Any]:
    """The option that says which mirror; it may stand before the command's name, too."""
    return click.option(
        "-C",
        "directory",
        type=click.Path(path_type=Path),
        default=lambda: click.get_current_context().find_root().params.get("directory") or Path(),
        help="Folder with mirror.toml.  [default: here]",
    )(function)


def of_a_round(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that is a round, or a part of one."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Report each item that failed."),
        click.option("-q", "--quiet", is_flag=True, help="Print failures only."),
        click.option("--json", "as_json", is_flag=True, help="Print the summary as one object."),
        in_mirror,
    ):
        function = option(function)
    return function


def to_targets(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of commands that publish on purpose."""
    for option in (
        click.option(
            "--force",
            is_flag=True,
            help="Replace what is at the targets, even if the store does not know it.",
        ),
        click.option(
            "--adopt",
            is_flag=True,
            help="Continue what is at the targets: keep its number and its files.",
        ),
    ):
        function = option(function)
    return function


@click.command()
@click.option("--retry-quarantined", "retry", is_flag=True, help="Try quarantined items again.")
@to_targets
@of_a_round
def run(
    directory: Path,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    force: bool,
    adopt: bool,
    retry: bool,
) -> int:
    """Run one round: read every source, publish what is new to every target.

    A round can be stopped at any moment, with Ctrl-C or otherwise; the next run continues it.
    """

    def work(press: Press) -> Summary:
        if retry:
            press.release()
        return press.run()

    return _round(
        directory,
        work,
        as_json=as_json,
        quiet=quiet,
        verbose=verbose,
        force=force,
        adopt=adopt,
    )


@click.command()
@of_a_round
def build(directory: Path, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Render the pages that changed, from the store alone."""
    return _round(directory, Press.build, as_json=as_json, quiet=quiet, verbose=verbose)


@click.command()
@click.option("--repair", is_flag=True, help="Compare every byte of folder targets.")
@to_targets
@of_a_round
def publish(
    directory: Path,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    force: bool,
    adopt: bool,
    repair: bool,
) -> int:
    """Bring every target up to date with the store.

    Files of a folder target that are missing or cut off are written again.
    --repair compares every byte, which takes as long as reading all files.
    """
    return _round(
        directory,
        Press.publish,
        as_json=as_json,
        quiet=quiet,
        verbose=verbose,
        force=force,
        adopt=adopt,
        check=Check.BYTES if repair else Check.SIZES,
    )


@click.command()
@click.argument("address", nargs=-1, required=True)
@click.option(
    "--source", "name", help="Source that the articles belong to.  [default: the one of that site]"
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
    """Add single articles to the mirror.

    ADDRESS is an article's address, or a file that lists them, one a line; - is standard input.
    The page is accepted as it is now, even if a version of it was quarantined as damaged. The exit
    status is 0 if these articles were added, whatever else failed.
    """
    listed = tuple(dict.fromkeys(url for item in address for url in _addresses(item)))
    settings = config.load(directory)
    known = [source.name for source in settings.sources]
    if name is not None and name not in known:
        raise click.BadParameter(f"there is no source {name!r}; choose one of {', '.join(known)}")
    additions = by_source(listed, settings, name, local=local)
    return _round(
        directory,
        lambda press: press.add(additions),
        as_json=as_json,
        quiet=quiet,
        verbose=verbose,
        wanted=frozenset(without_secrets(url) for url in listed),
    )


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


def _round(
    directory: Path,
    work: Callable[[Press], Summary],
    *,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    force: bool = False,
    adopt: bool = False,
    check: Check = Check.CHANGES,
    wanted: frozenset[str] | None = None,
) -> int:
    settings = config.load(directory)
    with (
        reporting(quiet=quiet or as_json, verbose=verbose) as reporter,
        make_press(settings, reporter, force=force, adopt=adopt, check=check) as press,
    ):
        summary = work(press)
        signed = press.components.key is not None
    reported = verbose and not (quiet or as_json)
    return conclude(
        summary, as_json=as_json, quiet=quiet, reported=reported, signed=signed, wanted=wanted
    )
