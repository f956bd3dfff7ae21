"""Plain lists of addresses: one a line, as a person keeps them.

    # picks of the week                    a comment
    https://a.example/one
    https://a.example/two,A title, with a comma
    https://a.example/three	A title after a tab
    "https://a.example/four","As spreadsheets quote"

A first line that names columns ("url,title") is passed over.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from mirrorpress import urls
from mirrorpress.discover import markup
from mirrorpress.discover.no_text import NoText
from mirrorpress.discover.parts import MAX_TITLE
from mirrorpress.errors import ReadError
from mirrorpress.model import FeedEntry, Index, Page, Source
from mirrorpress.options import declares, option
from mirrorpress.text.encodings import decode

MAX_ENTRIES = 100_000
MAX_PROBLEMS = 20

_HEADER = re.compile(r'"?(url|link|address|href)"?\s*([,;\t]|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlsOptions(NoText):
    """The options of kind "urls"."""

    urls: tuple[str, ...] = option(
        (),
        help="articles one by one",
        check=lambda address: urls.safe(address) is not None,
        problem="is not a web address",
        remedy='write as "https://example.org/…"',
    )


@declares(UrlsOptions)
def read(page: Page, source: Source) -> Index:
    """The addresses of a list, each once, in the order of the list; bad lines are problems.

    Raises:
        ReadError: no line of it is an address.
    """
    decoded = decode(page.body, page.charset)
    found: dict[str, FeedEntry] = {}
    bad: list[str] = []
    for number, line in enumerate(decoded.text.splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#") or (number == 1 and _HEADER.match(line)):
            continue
        entry = _entry(line, page.url)
        if entry is None or entry.url is None:
            bad.append(f"Line {number} is not a web address: {markup.plain(line)[:80]}")
        elif len(found) < MAX_ENTRIES:
            found.setdefault(entry.url, entry)
    if bad and not found:
        raise ReadError("this is not a list of addresses: none of its lines is one", url=page.url)
    return Index(format="urls", entries=tuple(found.values()), problems=_problems(bad))


def _entry(line: str, base: str) -> FeedEntry | None:
    address, title = _columns(line)
    url = urls.safe(address) if "://" in address else None
    if url is None:
        return None
    return FeedEntry(url=url, title=markup.plain(title)[:MAX_TITLE] or None)


def _columns(line: str) -> tuple[str, str]:
    """Address and title. Only quoted lines are CSV: a title may hold commas, an address may too."""
    if line.startswith('"'):
        try:
            cells = next(csv.reader([line]), [""])
        except csv.Error:  # a cell that is longer than any address and title
            return "", ""
        return cells[0].strip(), " ".join(cells[1:2]).strip()
    if "\t" in line:
        address, _, title = line.partition("\t")
        return address.strip(), title.strip()
    address, _, title = line.partition(",")
    return address.strip(), title.strip().removeprefix('"').removesuffix('"')


def _problems(bad: list[str]) -> tuple[str, ...]:
    more = len(bad) - MAX_PROBLEMS
    if more > 0:
        return (*bad[:MAX_PROBLEMS], f"{more} more lines are no web addresses.")
    return tuple(bad)
