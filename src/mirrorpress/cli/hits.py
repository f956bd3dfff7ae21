"""`mirrorpress hits`: brings page counts of hosts into a mirror, and shows what is read most."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from mirrorpress import config
from mirrorpress.cli.mirror import in_mirror
from mirrorpress.cli.output import reporting
from mirrorpress.hits.formats import FORMATS
from mirrorpress.press import HitsInput, HitsResult, hits_importer
from mirrorpress.publish.printable import printable
from mirrorpress.redact import without_secrets
from mirrorpress.store import Store, open_store
from mirrorpress.store.hits import THRESHOLD

SHOWN = 100  # articles that are listed
LIST = "list"
_NO_COUNTS = (
    "there are no counts of the last days, so pages show what most outlets report; "
    "`mirrorpress hits import FILE` brings counts"
)


class ListByDefault(click.Group):
    """A group that without a command, or with options only, is its command `list`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0] if args else "-"
        if first.startswith("-") and first not in self.get_help_option_names(ctx):
            args = [LIST, *args]
        return super().parse_args(ctx, args)


@click.group(cls=ListByDefault)
def hits() -> None:
    """Show what is read most, or import page counts of hosts.

    Alone it is `hits list`.
    """


@hits.command(LIST)
@click.option("--all", "everything", is_flag=True, help="List what was read less often, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@in_mirror
def list_hits(directory: Path, everything: bool, as_json: bool) -> int:
    """List the articles that were read most in the last seven days for which there are counts.

    These are the articles that pages may show as read most: at most 100, each with at least five
    views. --all lists the others, too; those numbers are for you, they are on no page.
    """
    settings = config.load(directory)
    with closing(open_store(settings.state)) as store:
        data = _most_read(store, everything=everything)
    if as_json:
        click.echo(without_secrets(json.dumps(data, ensure_ascii=False)))
        return 0
    if data["first"] is None:
        click.echo(_NO_COUNTS)
        return 0
    click.echo(f"views from {data['first']} to {data['last']}")
    for one in data["articles"]:
        line = f"{one['views']:>9}  {one['title']} ({one['source']}: {one['url']})"
        click.echo(printable(without_secrets(line)))
    return 0


def _most_read(store: Store, *, everything: bool) -> dict[str, Any]:
    """The object that `hits list --json` prints."""
    least, limit = (1, None) if everything else (THRESHOLD, SHOWN)
    first, last = store.hits.days() or (None, None)
    read = store.hits.most_read(limit, least)
    summaries = store.lists.summaries("", [one.id for one in read])
    return {
        "first": first,
        "last": last,
        "least": least,
        "articles": [
            {
                "id": summary.id,
                "views": one.views,
                "title": summary.title,
                "source": summary.source,
                "url": summary.url,
            }
            for one, summary in zip(read, summaries, strict=True)
        ],
    }


@hits.command("import")
@click.argument("file", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Format of the files.  [default: recognised by content]",
)
@click.option("-q", "--quiet", is_flag=True, help="Print failures only.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@in_mirror
def import_hits(
    file: tuple[str, ...], form: str | None, directory: Path, as_json: bool, quiet: bool
) -> int:
    """Import page counts, so that pages can show what is read most.

    FILE is a file that a host provides, gzip or not; - is standard input. The same file, or a log
    that has grown, may be imported again: nothing counts twice. Only counts by article and day
    are kept, nothing about a reader. Exit status 1: a file, or more than a tenth of its lines,
    could not be read.

    \b
    nginx (Apache, Caddy likewise), each night:
      mirrorpress hits import /var/log/nginx/access.log.1 /var/log/nginx/access.log
    GoatCounter, the file from Settings, Export:
      mirrorpress hits import goatcounter-export.csv.gz
    GitHub, the last 14 days:
      gh api repos/OWNER/REPO/traffic/popular/paths | mirrorpress hits import -
    """
    settings = config.load(directory)
    with (
        reporting(quiet=quiet or as_json, verbose=False) as reporter,
        hits_importer(settings, reporter) as importer,
    ):
        results = []
        for name in file:
            try:
                with _opened(name) as given:
                    results.append(importer.take(given, form))
            except _Unreadable as error:
                results.append(HitsResult(name=name, error=str(error)))
    if as_json:
        click.echo(json.dumps(_data(results)))
    else:
        _print(results, quiet=quiet)
    return 1 if any(result.is_bad for result in results) else 0


class _Unreadable(Exception):
    """A file cannot be opened; the text is a clause."""


@contextmanager
def _opened(name: str) -> Iterator[HitsInput]:
    if name == "-":
        yield HitsInput(name, sys.stdin.buffer)
        return
    try:
        opened = Path(name).open("rb")  # noqa: SIM115
    except OSError as error:
        raise _Unreadable(f"it could not be opened ({error.strerror})") from error
    with opened:
        facts = os.fstat(opened.fileno())
        if stat.S_ISREG(facts.st_mode):
            modified = datetime.fromtimestamp(facts.st_mtime, UTC)
            yield HitsInput(name, opened, modified, facts.st_size)
        else:
            yield HitsInput(name, opened)


def _print(results: list[HitsResult], *, quiet: bool) -> None:
    for result in results:
        if result.error is not None:
            click.echo(printable(f"  failed: {result.name}: {result.error}"), err=True)
        elif result.is_bad:
            click.echo(
                printable(
                    f"  failed: {result.name}: {result.bad} of {result.lines} lines cannot be read"
                ),
                err=True,
            )
        if result.error is None and not quiet:
            for line in _lines(result):
                click.echo(printable(line))
    if not quiet and any(result.changed for result in results):
        click.echo("The next `mirrorpress build` or `run` renders what these counts change.")


def _lines(result: HitsResult) -> Iterator[str]:
    """What became of a file, as lines for a terminal."""
    form = f", format {result.format}" if result.format else ""
    yield f"{result.name}: {result.lines} lines{form}"
    again = "" if result.changed or not result.views else "; imported before, nothing is new"
    yield f"  counted: {result.views} views of {result.articles} articles{again}"
    left_out = (
        (result.not_articles, "views of pages that are not an article"),
        (result.future, "views of days in the future"),
        (result.bots, "lines by bots"),
        (result.others, "lines that are no page view"),
        (result.beyond, "lines beyond what is read of one file; split it by day"),
        (result.bad, "bad lines"),
    )
    said = ", ".join(f"{count} {what}" for count, what in left_out if count)
    yield f"  not counted: {said or 'nothing'}"
    for note in result.first_bad:
        yield f"    {note}"
    if result.bad > len(result.first_bad):
        yield "    …"


def _data(results: list[HitsResult]) -> dict[str, Any]:
    """The object that `hits import --json` prints."""
    return {
        "files": [
            {
                "file": result.name,
                "error": result.error,
                "format": result.format,
                "lines": result.lines,
                "views": result.views,
                "articles": result.articles,
                "not_articles": result.not_articles,
                "future": result.future,
                "bots": result.bots,
                "others": result.others,
                "beyond": result.beyond,
                "bad": result.bad,
                "first_bad": [
                    {"line": note.number, "cause": note.cause} for note in result.first_bad
                ],
                "changed": result.changed,
            }
            for result in results
        ],
        "changed": sum(result.changed for result in results),
    }
