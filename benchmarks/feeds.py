"""How well and how fast feeds are read.

    python benchmarks/feeds.py FOLDER     facts found in a folder of feeds, errors, time
    python benchmarks/feeds.py --speed    a generated feed of 1 MB, beside feedparser

The folder holds feeds in the form of feedparser's tests: a comment at the head of each file has
an `Expect:` line with a Python expression in terms of feedparser's result. It is read as data,
never run: of its comparisons, those with facts that mirrorpress carries (titles, links, ids,
dates, authors, text, tags, attached files) are looked up in what we read. Text is compared
without markup and with white space run together.
"""

from __future__ import annotations

import argparse
import ast
import gc
import sys
import time
from calendar import timegm
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mirrorpress import urls
from mirrorpress.discover import feed
from mirrorpress.errors import ReadError
from mirrorpress.model import FeedEntry, Index, Page, Source

SOURCE = Source(name="sample", title="Sample")
BASE = "http://127.0.0.1:8097/"  # where feedparser's own tests serve their files
PathKey = tuple[str | int, ...]


@dataclass(frozen=True)
class Fact:
    """What a file says a reader should find: a path in feedparser's result, and the value."""

    path: PathKey
    value: Any


@dataclass
class Score:
    found: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    files: int = 0
    whole: int = 0  # files all of whose facts were found
    stating: int = 0  # files that state a fact we carry
    slowest: tuple[float, str] = (0.0, "")


# ---------------------------------------------------------------- what is expected


def facts_of(text: str) -> Iterator[Fact]:
    """The comparisons in the `Expect:` line of a file."""
    line = next((x for x in text.splitlines() if x.strip().startswith("Expect:")), "")
    try:
        tree = ast.parse(line.partition("Expect:")[2].strip(), mode="eval")
    except (SyntaxError, ValueError):
        return
    yield from _comparisons(tree.body)


def _comparisons(node: ast.expr) -> Iterator[Fact]:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            for value in values:
                yield from _comparisons(value)
        case ast.Compare(left=left, ops=ops, comparators=rights) if all(
            isinstance(op, ast.Eq) for op in ops
        ):
            try:
                value = ast.literal_eval(rights[-1])
            except ValueError:
                return
            for side in [left, *rights[:-1]]:
                if path := _path(side):
                    yield Fact(path, value)


def _path(node: ast.expr) -> PathKey:
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Subscript(value=value, slice=ast.Constant(value=str() | int() as key)):
            return (*_path(value), key)
        case ast.Attribute(value=value, attr=key):
            return (*_path(value), key)
        case ast.Call(func=ast.Name(id="len"), args=[ast.Name(id="entries")]):
            return ("entries", "number")
    return ()


# ---------------------------------------------------------------- what was found


class _Text(HTMLParser):
    """Text of markup by the standard library, to judge by other means than those judged."""

    SILENT = ("script", "style", "title")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)


def same_text(expected: str, found: str | None) -> bool:
    return bool({_bare(expected), "".join(expected.split())} & {_bare(found or ""), _plain(found)})


def _bare(text: str) -> str:
    parser = _Text()
    parser.feed(text)
    parser.close()
    return "".join("".join(parser.pieces).split())


def _plain(text: str | None) -> str:
    return "".join((text or "").split())


def _any_text(expected: Any, found: tuple[str | None, ...]) -> bool:
    return any(same_text(expected, each) for each in found)


def _moment(expected: Any, entry: FeedEntry) -> bool:
    for found in (entry.published, entry.updated):
        if found is not None and int(_utc(found).timestamp()) == timegm(expected):
            return True
    return False


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Check = Callable[[Any, FeedEntry], bool]

_TEXTS: Check = lambda v, e: _any_text(v, (e.summary, e.content))  # noqa: E731
_MEDIA: Check = lambda v, e: v in [m.url for m in e.media]  # noqa: E731
_ENTRY_CHECKS: dict[PathKey, tuple[str, Check]] = {
    ("title",): ("title", lambda v, e: same_text(v, e.title)),
    ("title_detail", "value"): ("title", lambda v, e: same_text(v, e.title)),
    ("link",): ("link", lambda v, e: (urls.safe(v) or None) == e.url),
    ("id",): ("id", lambda v, e: v == e.id or v == e.url),
    ("guid",): ("id", lambda v, e: v == e.id or v == e.url),
    ("author",): ("author", lambda v, e: any(name in v for name in e.authors)),
    ("author_detail", "name"): ("author", lambda v, e: v in e.authors),
    ("authors", "#", "name"): ("author", lambda v, e: v in e.authors),
    ("description",): ("text", _TEXTS),
    ("summary",): ("text", _TEXTS),
    ("summary_detail", "value"): ("text", _TEXTS),
    ("content", "#", "value"): ("text", _TEXTS),
    ("published_parsed",): ("date", _moment),
    ("updated_parsed",): ("date", _moment),
    ("created_parsed",): ("date", _moment),
    ("modified_parsed",): ("date", _moment),
    ("tags", "#", "term"): ("tag", lambda v, e: v in e.tags or not e.tags),
    ("category",): ("tag", lambda v, e: v in e.tags),
    ("enclosures", "#", "href"): ("media", _MEDIA),
    ("enclosures", "#", "url"): ("media", _MEDIA),
    ("media_content", "#", "url"): ("media", _MEDIA),
    ("media_thumbnail", "#", "url"): ("media", _MEDIA),
}
_FEED_CHECKS: dict[PathKey, tuple[str, Callable[[Any, Index], bool]]] = {
    ("title",): ("feed title", lambda v, i: same_text(v, i.title)),
    ("title_detail", "value"): ("feed title", lambda v, i: same_text(v, i.title)),
    ("language",): ("language", lambda v, i: v == i.language),
}


def judge(fact: Fact, index: Index) -> tuple[str, bool] | None:
    """The kind of a fact, and whether it was found; None where we do not carry such facts."""
    place, *rest = fact.path
    key = tuple("#" if isinstance(step, int) else step for step in rest)
    if place == "feed" and key in _FEED_CHECKS and isinstance(fact.value, str):
        kind, check = _FEED_CHECKS[key]
        return kind, check(fact.value, index)
    if fact.path == ("entries", "number"):
        return "number", len(index.entries) == fact.value
    if place != "entries" or len(rest) < 2 or not isinstance(rest[0], int):
        return None
    if key[1:] not in _ENTRY_CHECKS or not isinstance(fact.value, str | tuple):
        return None
    kind, of_entry = _ENTRY_CHECKS[key[1:]]
    return kind, len(index.entries) > rest[0] and of_entry(fact.value, index.entries[rest[0]])


# ---------------------------------------------------------------- the corpus


def read_folder(folder: Path) -> Score:
    score = Score()
    for path in sorted(folder.rglob("*.xml")):
        _read_file(path, path.relative_to(folder).as_posix(), score)
    return score


def _read_file(path: Path, name: str, score: Score) -> None:
    score.files += 1
    body = path.read_bytes()
    charset = _header(body, "charset")
    page = Page(
        url=_header(body, "Content-Location") or BASE + name,
        requested=BASE + name,
        body=body,
        charset=charset,
        fetched=datetime(2026, 1, 1, tzinfo=UTC),
    )
    started = time.perf_counter()
    try:
        index = feed.read(page, SOURCE)
    except ReadError as error:
        score.refused.append(f"{name}: {error}")
        index = Index()
    except Exception as error:
        score.errors.append(f"{name}: {error!r}")
        index = Index()
    score.slowest = max(score.slowest, (time.perf_counter() - started, name))
    _judge_file(body, name, index, score)


def _header(body: bytes, name: str) -> str | None:
    """What the file says that its server sends."""
    for line in body[:1500].decode("latin-1").splitlines():
        head, _, value = line.partition(":")
        if name == "charset" and head.strip() == "Header" and "charset" in value:
            return value.rpartition("charset")[2].strip(" ='\"")
        if head.strip() == "Header" and value.strip().startswith(name):
            found = value.partition(":")[2].strip()
            return found if found.startswith("http") else None
    return None


def _judge_file(body: bytes, name: str, index: Index, score: Score) -> None:
    judged = []
    for fact in facts_of(_comment(body)):
        if (verdict := judge(fact, index)) is not None:
            judged.append(verdict[1])
            score.stated[verdict[0]] += 1
            score.found[verdict[0]] += verdict[1]
            if not verdict[1]:
                score.missed.append(f"{name}: {fact.path} {fact.value!r:.100}")
    score.stating += bool(judged)
    score.whole += bool(judged) and all(judged)


def _comment(body: bytes) -> str:
    for encoding in ("utf-8", "utf-16", "utf-32", "latin-1"):
        text = body.decode(encoding, errors="replace")
        if "Expect:" in text:
            return text
    return ""


def show(score: Score, *, missed: bool) -> None:
    for kind, stated in sorted(score.stated.items()):
        print(f"{kind:12} {score.found[kind]:5} of {stated:5}")
    print(f"files        {score.whole:5} of {score.stating:5} with all stated facts")
    print(f"read         {score.files} files, {len(score.refused)} refused as no feed")
    print(f"exceptions   {len(score.errors)}")
    print(f"slowest      {score.slowest[0] * 1000:.1f} ms, {score.slowest[1]}")
    for line in [*score.errors, *(score.missed + score.refused if missed else ())]:
        print(" ", line)


# ---------------------------------------------------------------- speed


def generated(size: int) -> bytes:
    """An RSS feed of about so many bytes, with full text and markup."""
    text = "<p>The ferry to <b>Skarne</b> runs again after {n} days, says the harbour office.</p>"
    items, length, number = [], 0, 0
    while length < size:
        number += 1
        body = "".join(text.format(n=number + k) for k in range(20))
        items.append(
            f"<item><title>Ferry runs again, day {number} &amp; after</title>"
            f"<link>https://ledger.example/2026/03/04/ferry-{number}</link>"
            f"<guid>https://ledger.example/?p={number}</guid><dc:creator>Ada Brandt</dc:creator>"
            f"<pubDate>Wed, 04 Mar 2026 10:{number % 60:02}:00 +0100</pubDate>"
            f"<description>{body[:400].replace('<', '&lt;')}</description>"
            f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
        )
        length += len(items[-1])
    head = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ledger</title>'
    )
    return f"{head}{''.join(items)}</channel></rss>".encode()


def speed() -> None:
    import feedparser  # type: ignore[import-untyped]

    body = generated(1_000_000)
    page = Page(url=BASE, requested=BASE, body=body, fetched=datetime(2026, 1, 1, tzinfo=UTC))
    ours = _cpu(lambda: len(feed.read(page, SOURCE).entries), 5)
    theirs = _cpu(lambda: len(feedparser.parse(body).entries), 1)
    print(f"mirrorpress  {ours * 1000:8.1f} ms")
    print(f"feedparser   {theirs * 1000:8.1f} ms, {theirs / ours:.0f} times as long")


def _cpu(work: Callable[[], int], times: int) -> float:
    """The least CPU time of several runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        started = time.process_time()
        assert work() > 0
        best = min(best, time.process_time() - started)
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--speed", action="store_true", help="compare with feedparser")
    parser.add_argument("--missed", action="store_true", help="list facts that were not found")
    options = parser.parse_args()
    if options.speed:
        speed()
    if options.folder:
        score = read_folder(options.folder)
        show(score, missed=options.missed)
        return 1 if score.errors else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
