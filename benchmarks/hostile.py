"""What hostile pages cost, each extracted in a process of its own.

    python -m benchmarks.hostile CASE       one case; prints seconds and bytes as JSON
    python -m benchmarks.hostile PAGES      so many ordinary pages in one process

Processor time is that of `mirrorpress.extract.extract` alone. Memory is the high-water mark of the
whole process (VmHWM), Python and the page itself included. Every page is built from nothing.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.measure import BenchmarkFailed, run
from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract

SECONDS = 120.0  # no case may take longer
MOST_SECONDS = 5.0  # of processor time, that a page may take: beyond, the note says so
MOST_MEMORY = 1_000_000_000  # bytes, likewise
MIB = 1024 * 1024
PAGES = (1_000, 10_000)  # ordinary pages extracted in one process

_PROSE = "<p>The keeper lit the lamp before the rain came in from the sea, and went home.</p>"
_FILLER = 64 * "The ferry left the harbour at dawn, for the first time in three weeks. "
_PICTURE = (
    "<figure><img src=/{0}.jpg width=640 height=480><figcaption>Quay {0}.</figcaption></figure>"
)


def _attributes(count: int, tags: int) -> str:
    each = " ".join(f"a{number}=1" for number in range(count // tags))
    return f"<div {each}></div>" * tags


def _data(text: str) -> str:
    """A page that shows nothing, with a script that has running text, so that it is read."""
    return f"<title>Ferry</title><script>/*{_FILLER}*/{text}</script>"


CASES: dict[str, Callable[[], str]] = {
    "paragraphs": lambda: _PROSE * (20 * MIB // len(_PROSE)),
    "deep-div": lambda: "<div>" * 100_000,
    "deep-span": lambda: "<span>" * 100_000,
    "deep-b": lambda: "<b>" * 100_000,
    "deep-quoted": lambda: '<div a="</div>">' * 100_000,
    "deep-textarea": lambda: "<div><textarea></div></textarea>" * 60_000,
    "deep-table": lambda: "<div><table></div></table>" * 50_000,
    "deep-mixed": lambda: '<div a="</div>"><span><b><div></span></b></div>' * 25_000,
    "nested-line": lambda: (
        f"<title>Ferry</title><h1>Ferry</h1>{'<div>' * 300}Ports | 4 May{'<b></b>' * 100_000}"
        f"{'</div>' * 300}{_PROSE * 5}"
    ),
    "formatting": lambda: "".join(f"<b id=b{n}>" for n in range(60)) + "<p>x" * 199_000,
    "attributes-of-one-tag": lambda: _attributes(1_000_000, 1),
    "attributes-of-100000-tags": lambda: _attributes(1_000_000, 100_000),
    "attributes-with-tags": lambda: _attributes(180_000, 1).replace("=1", '="<p>"'),
    "unclosed-p": lambda: "<p>word" * 200_000,
    "cells": lambda: "<table><tr>" + "<td>word" * 200_000,
    "pictures": lambda: "".join(f"<img src=/{n}.jpg width=640 height=480>" for n in range(100_000)),
    "links": lambda: "".join(f"<a href=/{n}>words {n}</a> " for n in range(100_000)),
    "text": lambda: "<p>" + _FILLER * (10 * MIB // len(_FILLER)),
    "angle-brackets": lambda: "<" * (10 * MIB),
    "entities": lambda: "<p>" + "&amp;&eacute;&#8212;" * (10 * MIB // 20),
    "json-ld": lambda: (
        '<script type="application/ld+json">' + '{"a":[' * (5 * MIB // 6) + "</script>"
    ),
    "styles": lambda: "<style>p {}</style>" * 100_000,
    "open-styles": lambda: "<style>" * 100_000,
    "data-paragraphs": lambda: _data(json.dumps([{"text": _FILLER[:200], "type": "p"}] * 16_000)),
    "data-titles": lambda: _data(json.dumps([{"title": "Ferry", "a": [_FILLER[:70]]}] * 30_000)),
    "data-literals": lambda: _data("state={" + "a:['words of it'],b:{c:`d`}," * 140_000),
    "data-nested": lambda: _data("state=" + '{"a":["' * 500_000 + _FILLER),
    "data-references": lambda: _data(
        json.dumps(
            {f"P:{n}": {"a": {"__ref": f"P:{n + 1}"}, "t": _FILLER[:40]} for n in range(35_000)}
        )
    ),
    "data-strings": lambda: _data("x('" + "\\'" * 1_900_000),
    "script-ends": lambda: "<script>" + "</script " * 100_000,
}


def measure() -> Iterator[Figure]:
    """Processor time and memory of each case; memory after few and many ordinary pages."""
    for name in CASES:
        seconds, memory = _measured(name)
        slow, large = seconds > MOST_SECONDS, memory > MOST_MEMORY
        yield Figure(
            name=f"hostile.{name}.cpu",
            value=seconds,
            unit="s",
            note=f"more than {MOST_SECONDS:g} s" if slow else "",
        )
        yield Figure(
            name=f"hostile.{name}.memory",
            value=memory / MIB,
            unit="MiB",
            note=f"more than {MOST_MEMORY // 1_000_000} MB" if large else "",
        )
    for count in PAGES:
        seconds, memory = _measured(str(count))
        yield Figure(
            name=f"hostile.pages.{count}.memory",
            value=memory / MIB,
            unit="MiB",
            note=f"peak of one process; {seconds / count * 1000:.2f} ms a page",
        )


def _measured(case: str) -> tuple[float, int]:
    """Processor time in seconds and peak memory in bytes of one case."""
    cost = run([sys.executable, "-m", "benchmarks.hostile", case], seconds=SECONDS)
    told: dict[str, float] = json.loads(cost.output)
    return told["seconds"], int(told["memory"])


def _ordinary(number: int) -> str:
    """A small page of an article with pictures, like no other one."""
    title = f"Ferry {number} sails"
    parts = "".join(
        f"<p>{part}. {number} {_FILLER[:400]}</p>{_PICTURE.format(number * 4 + part)}"
        for part in range(4)
    )
    return f"<html lang=en><title>{title}</title><article><h1>{title}</h1>{parts}</article></html>"


def _extract(page: str) -> float:
    """Seconds of processor time; a page without an article is an answer, too."""
    started = time.process_time()
    with contextlib.suppress(ExtractError):
        extract(page, "https://harbour.example/ferry")
    return time.process_time() - started


def _peak() -> int:
    """The high-water mark of this process in bytes.

    Raises:
        BenchmarkFailed: the system does not tell it.
    """
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise BenchmarkFailed("the system does not tell how much memory a process takes")


def main(case: str) -> None:
    """Extract one case, or so many ordinary pages, and print what that cost."""
    if case.isdecimal():
        seconds = sum(_extract(_ordinary(number)) for number in range(int(case)))
    else:
        seconds = _extract(_PROSE * 3 + CASES[case]() + _PROSE * 3)
    print(json.dumps({"seconds": seconds, "memory": _peak()}))


if __name__ == "__main__":
    main(sys.argv[1])
