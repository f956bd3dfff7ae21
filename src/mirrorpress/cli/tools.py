"""Commands that need no mirror: extract, feed, group. JSON lines in, JSON out."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import click
import msgspec

from mirrorpress.discover import feed as feeds
from mirrorpress.discover.describe import error_to_json, feed_to_json
from mirrorpress.errors import ItemError, RunError
from mirrorpress.extract import extract as extract_article
from mirrorpress.group import GroupCandidate, assign
from mirrorpress.model import FeedEntry, Page, Purpose, Request, Source
from mirrorpress.press import clock, fetch_page
from mirrorpress.render.export import article_to_json

GZIP = b"\x1f\x8b"  # how a file of it begins (RFC 1952, 2.3.1)
MAX_BYTES = 64 << 20  # of one unpacked page or feed
EMPTY: dict[str, Any] = {
    "url": None,
    "title": None,
    "subtitle": None,
    "bylines": [],
    "published": None,
    "modified": None,
    "language": None,
    "publisher": None,
    "section": None,
    "lead": None,
    "text": "",
    "html": "",
    "blocks": [],
    "images": [],
    "embeds": [],
}  # what `extract --jsonl` says of a page that gave no article, but for its error


@click.command()
@click.argument("path", nargs=-1)
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines {"id", "html" or "path", "url"?, "feed"?}, from a file or standard input.',
)
@click.option("--url", help="Address of the page, if there is only one.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "html", "text"]),
    default="json",
    show_default=True,
    help="Format of the output.",
)
def extract(path: tuple[str, ...], jsonl: bool, url: str | None, form: str) -> int:
    """Extract articles from saved pages.

    PATH is a saved page (.gz too); - or nothing is standard input. Prints one JSON line each.
    """
    failed = 0
    if jsonl:
        for name in path or ("-",):
            for line in _lines(name):
                answer = _extracted(line)
                failed += answer["error"] is not None
                _print_json(answer)
        return 1 if failed else 0
    for name in path or ("-",):
        try:
            answer = _page_extracted({"id": name, "url": url}, _content(name))
        except Unreadable as error:
            answer = {"id": name, **EMPTY, "url": url, "error": str(error)}
        failed += answer["error"] is not None
        if answer["error"] is not None:
            click.echo(f"{name}: {answer['error']}", err=True)
        if form == "json":
            _print_json(answer)
        elif answer["error"] is None:
            click.echo(answer[form])
    return 1 if failed else 0


def _extracted(line: bytes) -> dict[str, Any]:
    """One line of `extract --jsonl`, answered; never raises."""
    try:
        item = _decoded(line)
        if not isinstance(item, dict):
            raise ValueError("it is not an object")
    except ValueError as error:
        return {"id": None, **EMPTY, "error": f"the line cannot be used: {error}"}
    try:
        return _page_extracted(item, _html(item))
    except Unreadable as error:
        return _refused(item, str(error))
    except Exception as error:  # a bug fails only its page, not the batch
        return _refused(item, f"mirrorpress failed at this page: {error!r}; please report it")


def _refused(item: dict[str, Any], error: str) -> dict[str, Any]:
    return {"id": item.get("id"), **EMPTY, "url": _text(item.get("url")), "error": error}


def _html(item: dict[str, Any]) -> str | bytes:
    """The page of a line. Raises Unreadable."""
    html, path = item.get("html"), item.get("path")
    if isinstance(html, str):
        return html
    if html is not None or not isinstance(path, str):
        raise Unreadable("the line has no text in html, and no path")
    return _file_content(path)


def _page_extracted(item: dict[str, Any], html: str | bytes) -> dict[str, Any]:
    try:
        article = extract_article(html, _text(item.get("url")), entry=_entry(item.get("feed")))
    except ItemError as error:
        return _refused(item, str(error))
    return {"id": item.get("id"), **article_to_json(article), "error": None}


def _entry(said: object) -> FeedEntry | None:
    """The line's "feed" as an entry; what is of the wrong type is left out."""
    if not isinstance(said, dict):
        return None
    author = _text(said.get("author"))
    return FeedEntry(
        title=_text(said.get("title")),
        summary=_text(said.get("summary")),
        authors=(author,) if author else (),
        published=_moment(said.get("published")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


@click.command()
@click.argument("place", nargs=-1, metavar="PATH|URL...")
@click.option("--local", is_flag=True, help="The addresses may be private (tests, intranets).")
def feed(place: tuple[str, ...], local: bool) -> int:
    """Parse feeds: one JSON line each, in the order given. - is standard input."""
    failed = 0
    for name in place or ("-",):
        answer = _read_feed(name, local=local)
        failed += answer["error"] is not None
        _print_json(answer)
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
    return Page(url="", requested="", body=_content(name), fetched=clock())


@click.command()
@click.argument("file", default="-")
def group(file: str) -> int:
    """Group articles into stories: JSON lines in, one object {article id: story id} out.

    Lines are {"id", "outlet", "url", "published", "title", "text", "language"?} in order of
    publication; - is standard input.
    """
    reports = [_report(number, line) for number, line in enumerate(_lines(file), 1)]
    stories = assign(reports)
    _print_json({report.id: stories.get(report.id) or report.id for report in reports})
    return 0


def _report(number: int, line: bytes) -> GroupCandidate:
    try:
        item = _decoded(line)
        return GroupCandidate(
            id=str(item["id"]),
            title=str(item["title"]),
            text=_text(item.get("text")) or "",
            published=_aware(_moment(item.get("published"))),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RunError(f"line {number} is not an article with id and title: {error}") from error


def _aware(moment: datetime | None) -> datetime:
    """A time that can be compared; articles without one are taken as of one moment."""
    if moment is None:
        return datetime(2000, 1, 1, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _lines(name: str) -> Iterator[bytes]:
    if name == "-":
        yield from _without_blank(sys.stdin.buffer)
        return
    try:
        with Path(name).open("rb") as file:
            yield from _without_blank(file)
    except OSError as error:
        raise RunError(f"{name} cannot be read ({error.strerror})") from error


def _without_blank(file: BinaryIO) -> Iterator[bytes]:
    return (line for line in file if line.strip())


def _decoded(line: bytes) -> Any:
    """A line of JSON. Raises ValueError."""
    try:
        return msgspec.json.decode(line)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except ValueError:  # msgspec refuses half a surrogate pair, which Python's own writer spells
        return json.loads(line)


class Unreadable(ItemError):
    """A page or feed cannot be read from its file."""


def _content(name: str) -> bytes:
    """The bytes of a file, or of standard input. Raises Unreadable."""
    return _unzipped(sys.stdin.buffer.read(), name) if name == "-" else _file_content(name)


def _file_content(name: str) -> bytes:
    try:
        return _unzipped(Path(name).read_bytes(), name)
    except OSError as error:
        raise Unreadable(f"{name} cannot be read ({error.strerror})") from error
    except ValueError as error:  # a path with a NUL
        raise Unreadable(f"{name!r} cannot be read ({error})") from error


def _unzipped(content: bytes, name: str) -> bytes:
    """The content, out of gzip where it is in it; no bomb is unpacked. Raises Unreadable."""
    if not content.startswith(GZIP):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            unzipped = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(f"{name} cannot be read ({error})") from error
    if len(unzipped) > MAX_BYTES:
        raise Unreadable(f"{name} is larger than {MAX_BYTES} bytes when it is unpacked")
    return unzipped


def _print_json(value: object) -> None:
    sys.stdout.buffer.write(_encoded(value) + b"\n")
    sys.stdout.buffer.flush()


def _encoded(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a character, which a page's own JSON can spell
        return json.dumps(value).encode("ascii")
