"""Scores of the stored pages `pages/<name>/page.html` against `pages/<name>/article.json`.

    python tests/extract/scoring.py             one line per page, and the sums
    python tests/extract/scoring.py fusion      the pages whose names hold the word

`article.json` is what an editor reads off the page. It is written by hand, not by the extractor:

    request    {"url", "charset"}: what a fetcher knows; charset is that of the HTTP header
    title, subtitle, authors, language, lead
    published  ISO 8601 as the page shows it: a day, a local time, or a time with its zone
    blocks     [{"kind", "text"}]; kind is paragraph, heading, item, quote, row or code
    images     [{"url", "caption", "credit"}]
    embeds     addresses

Text is scored as F1 of two multisets of words, each Chinese, Japanese or Korean character being
a word. Pictures are compared by the last part of their address, embeds by host and path, list
items and table rows by their letters and digits.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract
from mirrorpress.render.export import article_to_json

PAGES = Path(__file__).parent / "pages"

_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How many things were expected, were found, and are in both."""

    expected: int
    found: int
    both: int

    @property
    def recall(self) -> float:
        return self.both / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 1.0

    @property
    def f1(self) -> float:
        total = self.expected + self.found
        return 2 * self.both / total if total else 1.0

    def __add__(self, other: Overlap) -> Overlap:
        return Overlap(
            expected=self.expected + other.expected,
            found=self.found + other.found,
            both=self.both + other.both,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the extraction of one page is worth."""

    name: str
    text: Overlap
    title: bool
    subtitle: bool
    date: bool
    authors: bool
    language: bool
    lead: bool
    images: Overlap
    captions: Overlap
    embeds: Overlap
    headings: Overlap
    items: Overlap
    rows: Overlap


FIELDS = ("title", "subtitle", "date", "authors", "language", "lead")
PARTS = ("images", "captions", "embeds", "headings", "items", "rows")


def names() -> list[str]:
    """The names of the stored pages."""
    return sorted(path.name for path in PAGES.iterdir() if path.is_dir())


def truth_of(name: str) -> dict[str, Any]:
    """What an editor reads off the page."""
    truth: dict[str, Any] = json.loads((PAGES / name / "article.json").read_text("utf-8"))
    return truth


@cache
def scores() -> tuple[Score, ...]:
    """The score of every stored page."""
    return tuple(map(score, names()))


def score(name: str) -> Score:
    """The score of one stored page; a page that is refused scores nothing."""
    truth = truth_of(name)
    request = truth["request"]
    page = (PAGES / name / "page.html").read_bytes()
    try:
        data = article_to_json(extract(page, request["url"], charset=request["charset"]))
    except ExtractError:
        data = {"title": None, "text": "", "blocks": [], "images": [], "embeds": []}
    return compare(name, truth, data)


def compare(name: str, truth: dict[str, Any], data: dict[str, Any]) -> Score:
    """The score of an extraction, as `article_to_json` prints it, against the truth."""
    blocks = truth["blocks"]
    return Score(
        name=name,
        text=_overlap(words(" ".join(b["text"] for b in blocks)), words(data["text"])),
        title=_same(truth["title"], data["title"]),
        subtitle=_same(truth["subtitle"], data.get("subtitle")),
        date=same_time(truth["published"], data.get("published")),
        authors=set(map(_key, truth["authors"])) == set(map(_key, data.get("bylines") or ())),
        language=truth["language"] == data.get("language"),
        lead=_file(truth["lead"]) == _file(data.get("lead")),
        images=_overlap(map(_picture, truth["images"]), map(_picture, data["images"])),
        captions=_overlap(_captions(truth["images"]), _captions(data["images"])),
        embeds=_overlap(map(_place, truth["embeds"]), (_place(e["url"]) for e in data["embeds"])),
        headings=_overlap(_of_kind(blocks, "heading"), _found(data["blocks"], "heading")),
        items=_overlap(_of_kind(blocks, "item"), _found(data["blocks"], "item")),
        rows=_overlap(_of_kind(blocks, "row"), _found(data["blocks"], "row")),
    )


def words(text: str) -> list[str]:
    """Lower-case words; each CJK character is a word of its own."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


def same_time(truth: str | None, found: str | None) -> bool:
    """Whether a time is the one that the page shows, as exactly as the page shows it."""
    if truth is None or found is None:
        return truth is found
    if "T" not in truth:
        return found[:10] == truth
    wanted, got = datetime.fromisoformat(truth), datetime.fromisoformat(found)
    return (wanted.tzinfo is None) == (got.tzinfo is None) and wanted == got


def table(rows: Iterable[Score]) -> Iterator[str]:
    """The figures as lines: a mark for each field, found of expected for each part."""
    total: list[Score] = list(rows)
    yield f"{'page':34} {'f1':>6} {'prec':>6} {'rec':>6}  " + " ".join(
        f"{field[:8]:8}" for field in (*FIELDS, *PARTS)
    )
    for row in total:
        marks = [f"{'yes' if getattr(row, field) else 'NO':8}" for field in FIELDS]
        yield _line(row.name, row.text, [*marks, *(_share(getattr(row, p)) for p in PARTS)])
    counts = [f"{sum(getattr(row, field) for row in total)}/{len(total):<5}" for field in FIELDS]
    sums = [_share(_sum(getattr(row, part) for row in total)) for part in PARTS]
    mean = sum(row.text.f1 for row in total) / max(len(total), 1)
    yield f"{'mean':34} {mean:6.4f} {'':13}  " + " ".join(f"{cell:8}" for cell in (*counts, *sums))


def _line(name: str, text: Overlap, cells: list[str]) -> str:
    figures = f"{text.f1:6.4f} {text.precision:6.4f} {text.recall:6.4f}"
    return f"{name:34} {figures}  {' '.join(f'{cell:8}' for cell in cells)}"


def _share(part: Overlap) -> str:
    if not part.expected and not part.found:
        return "-"
    more = part.found - part.both
    return f"{part.both}/{part.expected}" + (f"+{more}" if more else "")


def _sum(parts: Iterable[Overlap]) -> Overlap:
    return sum(parts, start=Overlap(expected=0, found=0, both=0))


def _overlap(expected: Iterable[str], found: Iterable[str]) -> Overlap:
    wanted, got = Counter(expected), Counter(found)
    return Overlap(expected=wanted.total(), found=got.total(), both=(wanted & got).total())


def _key(text: str | None) -> str:
    return "".join(words(text or ""))


def _same(truth: str | None, found: str | None) -> bool:
    return " ".join((truth or "").split()) == " ".join((found or "").split())


def _file(url: str | None) -> str:
    """The last part of the path, with the one before it where it is no file name: hall01/640."""
    parts = unquote(urlsplit(url or "").path).lower().rsplit("/", 2)
    return parts[-1] if "." in parts[-1] else "/".join(parts[-2:])


def _place(url: str) -> str:
    """Host and path, and the only argument that names a thing: v of youtube.com/watch."""
    parts = urlsplit(url)
    video = parse_qs(parts.query).get("v", [""])[0]
    return f"{parts.hostname}{parts.path.rstrip('/')} {video}".rstrip()


def _picture(image: dict[str, Any]) -> str:
    return _file(image["url"])


def _captions(images: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The words under each picture, caption and credit together: pages seldom part them."""
    for image in images:
        said = sorted(words(f"{image['caption'] or ''} {image['credit'] or ''}"))
        if said:
            yield " ".join((_picture(image), *said))


def _of_kind(blocks: Iterable[dict[str, Any]], kind: str) -> Iterator[str]:
    return (_key(block["text"]) for block in blocks if block["kind"] == kind)


def _found(blocks: Iterable[dict[str, Any]], kind: str) -> Iterator[str]:
    """The headings, list items or table rows in the codec's form of blocks."""
    for block in blocks:
        if block["type"] == kind == "heading":
            yield _key(_plain(block))
        elif block["type"] == "list":
            for item in block["items"]:
                if kind == "item":
                    yield _key(" ".join(map(_plain, item)))
                yield from _found(item, kind)
        elif block["type"] == "table" and kind == "row":
            yield from (_key(" ".join(map(_plain, row))) for row in block["rows"])
        elif block["type"] == "quote":
            yield from _found(block["children"], kind)


def _plain(data: Any) -> str:
    """The text of a block or an inline, without lists in it."""
    if isinstance(data, str):
        return data
    if data.get("type") == "break":
        return " "
    return "".join(map(_plain, data.get("children", ()))) + str(data.get("text", ""))


def main(parts: list[str]) -> None:
    """Print the figures of the pages whose names hold one of the words, or of all."""
    chosen = [name for name in names() if not parts or any(part in name for part in parts)]
    print("\n".join(table(map(score, chosen))))


if __name__ == "__main__":
    main(sys.argv[1:])
