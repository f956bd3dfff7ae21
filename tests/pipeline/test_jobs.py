"""Source kinds of other packages at work in confined workers."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

from kind_package import Install, install
from mirrorpress import plugins
from mirrorpress.discover import addresses, feed
from mirrorpress.model import Page, Source
from mirrorpress.pipeline.jobs import modules, read_index
from mirrorpress.workers import Workers

__all__ = ["install"]

OPTIONS = """
from dataclasses import dataclass

@dataclass(frozen=True, slots=True, kw_only=True)
class LinesOptions:
    most: int = 10
"""
KIND = """
from mirrorpress.model import FeedEntry, Index
from mirrorpress.options import as_options, declares
from {options} import LinesOptions

@declares(LinesOptions)
def read(page, source):
    options = as_options(source.options, LinesOptions)
    lines = page.body.decode().splitlines()[: options.most]
    return Index(format="lines", entries=tuple(FeedEntry(url=line) for line in lines))
"""


def test_workers_may_read_the_modules_of_kinds_and_of_their_options(install: Install) -> None:
    options = install(OPTIONS, {})
    module = install(KIND.format(options=options), {"sources lines": "read"})
    kind = plugins.load(plugins.SOURCES, "lines")
    assert modules([kind]) == tuple(sorted((module, options)))
    assert modules([feed.read, addresses.read]) == (
        "mirrorpress.discover.addresses",
        "mirrorpress.discover.feed",
    )


def test_a_kind_is_given_its_options_in_a_worker(install: Install) -> None:
    install(KIND.format(options=install(OPTIONS, {})), {"sources lines": "read"})
    kind: Any = plugins.load(plugins.SOURCES, "lines")
    source = Source(name="a", title="A", kind="lines", options=kind.options(most=2))
    now = datetime(2026, 3, 4, tzinfo=UTC)
    page = Page(url="", requested="", body=b"x:1\nx:2\nx:3\n", fetched=now)
    workers = Workers(1, modules=modules([kind]))
    try:
        index = asyncio.run(workers.run(read_index(kind), page, source))
    finally:
        workers.close()
    assert [entry.url for entry in index.entries] == ["x:1", "x:2"]
