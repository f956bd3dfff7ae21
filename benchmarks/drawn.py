"""Pages that scripts would draw, made of pages that are drawn.

    python benchmarks/drawn.py ../shared/extraction-dev…

Many pages of news sites hold their article twice: as markup, and as the data from which their
scripts draw it again. Of these all that is in the body but its scripts is taken out, and JSON-LD,
too; so that what is left is what a site sends whose server draws nothing. Printed is how many of
them give their article, by the words that it shares with the expected one.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract
from mirrorpress.model.plain import plain_text

GOOD = 0.9  # F1 of words from which a page gives its article
_HEAD = re.compile(r"<head\b.*?</head>", re.DOTALL | re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_TAG = re.compile(r"<[^<>]{1,300}>")
_LONG = 70  # characters of a line that is looked for
_BEGINNING = 60  # letters of it
_HALF = 0.5  # of the lines must be in one script


class Drawn(NamedTuple):
    """A page without the markup of its body."""

    name: str
    markup: str
    url: str | None
    text: str  # that is expected


def pages(data: Path, stride: int = 1) -> Iterator[Drawn]:
    """Every so many pages of a folder, those whose scripts hold their text."""
    truth = json.loads((data / "ground-truth.json").read_text("utf-8"))["pages"]
    for name, page in list(truth.items())[::stride]:
        text = page.get("text")
        if text:
            markup = gzip.decompress((data / page["file"]).read_bytes()).decode("utf-8", "replace")
            scripts = [each for each in _SCRIPT.findall(markup) if "ld+json" not in each[0]]
            if any(_holds(script, text) for _, script in scripts):
                yield Drawn(name, without_markup(markup), page.get("url"), text)


def without_markup(markup: str) -> str:
    """A page of which the head and the scripts are left, without JSON-LD."""
    found = _HEAD.search(markup)
    head = _SCRIPT.sub("", found[0]) if found else ""
    scripts = (
        f"<script{attributes}>{script}</script>"
        for attributes, script in _SCRIPT.findall(markup)
        if "ld+json" not in attributes
    )
    return f"<html>{head}<body><div id=root></div>{''.join(scripts)}</body></html>"


def _holds(script: str, text: str) -> bool:
    """Whether a script has half of the long lines of a text."""
    lines = [_letters(line)[:_BEGINNING] for line in text.splitlines() if len(line) > _LONG]
    if not lines or len(script) < _LONG:
        return False
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), script)
    plain = plain.replace("\\n", " ").replace("\\/", "/")
    letters = _letters(html.unescape(_TAG.sub("", plain)))
    return sum(line in letters for line in lines) >= _HALF * len(lines)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def f1_of(page: Drawn) -> float:
    """How many words the article of a page shares with the expected text; 0 without an article."""
    try:
        found = Counter(re.findall(r"\w+", plain_text(extract(page.markup, page.url)).lower()))
    except ExtractError:
        return 0.0
    wanted = Counter(re.findall(r"\w+", page.text.lower()))
    return 2 * (found & wanted).total() / max(found.total() + wanted.total(), 1)


def measured(data: Path) -> str:
    """How many pages of a folder give their article from their scripts alone."""
    figures = [f1_of(page) for page in pages(data)]
    good = sum(figure > GOOD for figure in figures)
    mean = sum(figures) / max(len(figures), 1)
    return (
        f"{data.name}, scripts alone: {good} of {len(figures)} pages whose scripts hold the text "
        f"give it (F1 above {GOOD}), F1 {mean:.3f}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="+")
    for folder in parser.parse_args().data:
        print(measured(folder))
