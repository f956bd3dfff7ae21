"""Commands that need no mirror: feed, group. JSON lines in, JSON out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from mirrorpress.cli.inputs import (
    Unreadable,
    content_of,
    decoded,
    lines_of,
    moment_of,
    print_json,
    text_of,
)
from mirrorpress.discover import feed as feeds
from mirrorpress.discover.describe import error_to_json, feed_to_json
from mirrorpress.errors import ItemError, RunError
from mirrorpress.group import GroupCandidate, assign
from mirrorpress.model import Page, Purpose, Request, Source
from mirrorpress.press import clock, fetch_page


@click.command()
@click.argument("place", nargs=-1, metavar="PATH|URL...")
@click.option("--local", is_flag=True, help="The addresses may be private (tests, intranets).")
def feed(place: tuple[str, ...], local: bool) -> int:
    """Parse feeds: one JSON line each, in the order given. - is standard input."""
    failed = 0
    for name in place or ("-",):
        answer = _read_feed(name, local=local)
        failed += answer["error"] is not None
        print_json(answer)
    return 1 if failed else 0


def _read_feed(name: str, *, local: bool) -> dict[str, Any]:
    try:
        index = feeds.read(_feed_page(name, local=local), Source(name="feed", title=name))
    except (ItemError, Unreadable) as error:
        return error_to_json(name, str(error))
    return feed_to_json(name, index)


def _feed_page(name: str, *, local: bool) -> Page:
    if name.startswith(("http://", "https://")):
        return fetch_page(Request(url=name, purpose=Purpose.INDEX, local=local))
    return Page(url="", requested="", body=content_of(name), fetched=clock())


@click.command()
@click.argument("file", default="-")
def group(file: str) -> int:
    """Group articles into stories: JSON lines in, one object {article id: story id} out.

    Lines are {"id", "outlet", "url", "published", "title", "text", "language"?} in order of
    publication; - is standard input.
    """
    reports = [_report(number, line) for number, line in enumerate(lines_of(file), 1)]
    stories = assign(reports)
    print_json({report.id: stories.get(report.id) or report.id for report in reports})
    return 0


def _report(number: int, line: bytes) -> GroupCandidate:
    try:
        item = decoded(line)
        return GroupCandidate(
            id=str(item["id"]),
            title=str(item["title"]),
            text=text_of(item.get("text")) or "",
            published=_aware(moment_of(item.get("published"))),
            dated=item.get("published") is not None,
            source=text_of(item.get("outlet")) or "",
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RunError(f"line {number} is not an article with id and title: {error}") from error


def _aware(moment: datetime | None) -> datetime:
    """A time that can be compared; articles without one are taken as of one moment."""
    if moment is None:
        return datetime(2000, 1, 1, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
