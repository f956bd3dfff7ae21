"""The command that reads stored pages again with the present extractor: reextract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import click

from mirrorpress import config
from mirrorpress.cli.mirror import in_mirror
from mirrorpress.cli.output import FAULT, complain, reporting
from mirrorpress.press import Part, Reextraction, Reread, Result, reextract_pages
from mirrorpress.publish.printable import printable


@click.command()
@click.option("--source", "name", help="Read the articles of this source only.")
@click.option("--limit", type=click.IntRange(min=1), help="Read so many articles at most.")
@click.option("--apply", is_flag=True, help="Store what changed, as a correction by the mirror.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@in_mirror
def reextract(
    directory: Path, name: str | None, limit: int | None, apply: bool, quiet: bool, as_json: bool
) -> int:
    """Read the stored pages again, and report what this version extracts differently.

    Nothing is changed, neither the store nor a copy, unless --apply is given: then changed articles
    are stored, and the next round, build or publication shows them. An article is worse where most
    of its text would be gone, or its page would be refused; it stays as it is. Ctrl-C ends it with
    the report so far; what that says is stored.
    """
    settings = config.load(directory)
    summary = Reextraction()
    with TemporaryFile("w+", encoding="utf-8") as found:  # may be a line for each article

        def heard(one: Reread) -> None:
            line = json.dumps(_data(one)) if as_json else printable(_line(one))
            found.write(line + "\n")

        with reporting(quiet=quiet or as_json, verbose=False) as reporter:
            reextract_pages(
                settings, reporter, summary, heard, source=name, limit=limit, apply=apply
            )
        found.seek(0)
        if as_json:
            _print_json(summary, found)
        else:
            _print(summary, found, apply=apply)
    for note in summary.notes:
        complain(note)
    if summary.stopped:
        raise KeyboardInterrupt
    if summary.faults:
        return FAULT
    return 1 if summary.results[Result.FAILED] else 0


def _print(summary: Reextraction, found: IO[str], *, apply: bool) -> None:
    for line in found:
        click.echo(line, nl=False)
    for line in _totals(summary):
        click.echo(line)
    if apply:
        click.echo(f"  applied: {summary.applied}")


def _totals(summary: Reextraction) -> Iterator[str]:
    counts = ", ".join(f"{summary.results[result]} {result.value}" for result in Result)
    yield f"{counts} in {summary.seconds:.1f} s"
    if summary.parts:
        parts = (f"{part.value} {summary.parts[part]}" for part in Part if summary.parts[part])
        yield f"  changed: {', '.join(parts)}"
    yield f"  articles whose pages are not stored: {summary.without_page}"


def _line(one: Reread) -> str:
    """An article as a line for a terminal."""
    said = one.reason or ", ".join(part.value for part in one.parts)
    return f"{one.result.value}: {one.source}: {one.url}: {said}"


def _data(one: Reread) -> dict[str, Any]:
    return {
        "source": one.source,
        "url": one.url,
        "result": one.result.value,
        "parts": [part.value for part in one.parts],
        "reason": one.reason or None,
    }


def _print_json(summary: Reextraction, found: IO[str]) -> None:
    """One object; its articles are copied one by one, for there may be very many."""
    head = {
        **{result.value: summary.results[result] for result in Result},
        "applied": summary.applied,
        "without_page": summary.without_page,
        "parts": {part.value: summary.parts[part] for part in Part},
        "stopped": summary.stopped,
        "seconds": round(summary.seconds, 3),
    }
    click.echo(json.dumps(head)[:-1] + ', "articles": [', nl=False)
    for number, line in enumerate(found):
        click.echo((", " if number else "") + line.rstrip("\n"), nl=False)
    click.echo("]}")
