"""The command that reads feeds without a mirror: feed."""

from __future__ import annotations

from typing import Any

import click

from mirrorpress.cli.inputs import (
    Unreadable,
    content_of,
    print_json,
)
from mirrorpress.discover import feed as feeds
from mirrorpress.discover.describe import error_to_json, feed_to_json
from mirrorpress.errors import ItemError
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
