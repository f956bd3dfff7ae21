"""The command that groups articles without a mirror: group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice

import click

from mirrorpress.cli.inputs import decoded, lines_of, moment_of, print_json, text_of
from mirrorpress.group import WINDOW, GroupCandidate, OpenStories, Window
from mirrorpress.group import near_duplicates as pairs_of
from mirrorpress.publish.printable import printable

BATCH = 1_000  # articles that are added to the window together
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # of articles ahead of the first with a time


@click.command()
@click.argument("file", default="-")
@click.option(
    "--near-duplicates",
    is_flag=True,
    help="Write the pairs of articles of which one holds most of the other's text.",
)
def group(file: str, near_duplicates: bool) -> int:
    """Group articles into stories: JSON lines in, one object {article id: story id} out.

    Lines are {"id", "outlet", "url", "published", "title", "text", "language"?} in order of
    publication; any but id and title may be null or absent. - is standard input. A line that is no
    such object, or whose id came before, is named and skipped; the exit status is 1 then.
    """
    reports = _Reports(file)
    if near_duplicates:
        print_json(list(pairs_of((report.id, report.text) for report in reports)))
    else:
        print_json(_stories(reports))
    return 1 if reports.skipped else 0


class _Reports:
    """The articles of a file, once. What is none is named on standard error, and counted."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._ids: set[str] = set()
        self.skipped = 0

    def __iter__(self) -> Iterator[GroupCandidate]:
        latest = _NO_TIME
        for number, line in enumerate(lines_of(self._file), 1):
            try:
                report = _report(line, latest)
                if report.id in self._ids:
                    raise ValueError(f"its id, {report.id}, came before")
            except ValueError as error:
                self.skipped += 1
                complaint = f"line {number} is not an article with id and title, skipped: {error}"
                click.echo(printable(complaint), err=True)
                continue
            self._ids.add(report.id)
            latest = report.published
            yield report


def _report(line: bytes, latest: datetime) -> GroupCandidate:
    """The article of a line; one without a time is as of the one before."""
    item = decoded(line)
    if not isinstance(item, dict):
        raise ValueError("it is no JSON object")
    for name in ("id", "title"):
        if item.get(name) is None:
            raise ValueError(f"it has no {name}")
    published = moment_of(item.get("published"))
    if published is not None and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    return GroupCandidate(
        id=str(item["id"]),
        title=str(item["title"]),
        text=text_of(item.get("text")) or "",
        published=published or latest,
        dated=published is not None,
        source=text_of(item.get("outlet")) or "",
    )


def _stories(reports: Iterable[GroupCandidate]) -> dict[str, str]:
    """The story of each article: the id of its first one."""
    window = Window()
    stories = OpenStories(window)
    found: dict[str, str | None] = {}
    waiting = iter(reports)
    while batch := list(islice(waiting, BATCH)):
        window.drop(min(report.published for report in batch) - 2 * WINDOW)
        found |= stories.add(batch)
    first: dict[str, str] = {}
    for name, story in found.items():
        if story is not None:
            first.setdefault(story, name)
    return {name: name if story is None else first[story] for name, story in found.items()}
