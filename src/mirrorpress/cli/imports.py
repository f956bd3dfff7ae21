"""The command that takes over an existing mirror: import."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from mirrorpress import config
from mirrorpress.cli.mirror import of_a_round
from mirrorpress.cli.output import FAULT, complain, reporting
from mirrorpress.press import TakenOver, make_press
from mirrorpress.publish.printable import printable


@click.command("import")
@click.argument("address", metavar="PATH|GIT-URL")
@click.option("--edition", help="Edition that continues the mirror.  [default: that of its layout]")
@of_a_round
def import_mirror(
    address: str,
    edition: str | None,
    directory: Path,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Take over an existing mirror: its pages become articles, and keep their paths.

    PATH is a working copy with pages/<channel>/<id>.md or articles/<source>/<number>.md, or a copy
    of a Markdown edition of mirrorpress; GIT-URL is cloned into a temporary folder first. It can be
    stopped at any moment, with Ctrl-C or otherwise; the same command continues it. The next round
    publishes.
    """
    settings = config.load(directory)
    with (
        reporting(quiet=quiet or as_json, verbose=verbose) as reporter,
        make_press(settings, reporter) as press,
    ):
        taken = press.take_over(address, edition)
    if as_json:
        click.echo(json.dumps(to_json(taken), ensure_ascii=False))
    else:
        if not quiet:
            click.echo(headline(taken))
        _print_problems(taken, reported=verbose and not quiet)
    for note in () if quiet else _notes(taken):
        complain(note)
    if taken.faults:
        return FAULT
    return 1 if taken.failed or taken.moved or taken.lost else 0


def headline(taken: TakenOver) -> str:
    """An import in one line."""
    return (
        f"{taken.articles} of {taken.pages} pages became articles "
        f"({taken.new} new) in {taken.seconds:.1f} s"
    )


def to_json(taken: TakenOver) -> dict[str, object]:
    """The object that `import --json` prints."""
    return {
        "layout": taken.layout,
        "edition": taken.edition,
        "pages": taken.pages,
        "articles": taken.articles,
        "new": taken.new,
        "known": taken.known,
        "further": taken.further,
        "before": taken.before,
        "notes": taken.notes,
        "pictures": taken.pictures,
        "copied": taken.copied,
        "lost": [{"path": one.path, "error": one.error} for one in taken.lost],
        "failed": [{"path": one.path, "error": one.error} for one in taken.failed],
        "moved": [{"path": one.path, "error": one.error} for one in taken.moved],
        "unlisted": sorted(taken.unlisted),
        "seconds": round(taken.seconds, 3),
    }


def _print_problems(taken: TakenOver, *, reported: bool) -> None:
    for one in () if reported else taken.failed:
        click.echo(f"  failed: {printable(f'{one.path}: {one.error}')}", err=True)
    for one in taken.lost:
        click.echo(f"  picture lost: {printable(f'{one.path}: {one.error}')}", err=True)
    for one in taken.moved:
        click.echo(f"  path not kept: {printable(f'{one.path}: {one.error}')}", err=True)


def _notes(taken: TakenOver) -> Iterator[str]:
    """What an operator should know besides."""
    if taken.further:
        yield (
            f"{taken.further} pages have the article of another page; "
            "the article's page is at each of these paths"
        )
    if taken.notes:
        yield (
            f"{taken.notes} pages are notes of articles that the mirror no longer kept; "
            "they give no articles"
        )
    if taken.pictures:
        yield f"{taken.pictures} pictures are fetched by the next rounds, if they still exist"
    if taken.unlisted:
        names = ", ".join(sorted(taken.unlisted)[:12])
        yield (
            f"articles are filed under {names}, not in mirror.toml; "
            "their pictures are fetched once a [[source]] has that name"
        )
