"""The values in the scripts of a page, and in attributes that hold JSON."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from mirrorpress.page_data.encoded import SHORTEST, value_at, value_in, with_inner
from mirrorpress.page_data.literals import Value, literals_in, unescaped
from mirrorpress.page_data.references import (
    with_arguments,
    with_entities,
    with_rows,
)

MAX_CHARACTERS: Final = 4_000_000  # of all scripts that are read
_START = re.compile(r"<script\b([^>]{0,1000})>", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)
_NO_DATA = re.compile(r"ld\+json|\bsrc\s*=|importmap", re.IGNORECASE)
_MARKUP_TYPE = re.compile(r"\btype\s*=\s*[\"']?text/(?:html|(?:x-)?template)", re.IGNORECASE)
_RUNNING_TEXT = re.compile(r"[^\"'<>{}\[\]()=;]{40}")  # of data; code has hardly any
_ENCODED = re.compile(r"%7B%22|%3Cp%3E|&q;|[\"']eyJ|[\"']PHA\+", re.IGNORECASE)
_FEWEST_RUNS = 5  # of forty characters in a script that holds an article
_ASSIGNED = re.compile(r"(?:^|[=(,:])\s*+(?=[{\[]\s*+[\"{\[])")
_MOST_READ = 0.5  # of a script as JSON: what is left is code
_MOST_PLACES = 12  # of a script that are read as JSON
_ROW = re.compile(r"__next_f\.push\(\s*\[\s*1\s*,\s*\"((?:[^\"\\]++|\\.)*+)\"\s*\]\s*\)", re.DOTALL)
# Markup that is written as text, in a field of a form or for browsers without scripts.
_AS_TEXT = re.compile(r"<(?:textarea|noscript)\b[^>]{0,1000}>(\s*&lt;[^<]{200,}+)", re.IGNORECASE)
_TEMPLATE = re.compile(r"<template\b[^>]{0,1000}>", re.IGNORECASE)
_END_OF_TEMPLATE = re.compile(r"</template", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"=\s*(?:\"((?:[{\[]\s*&(?:quot|#34|#x22);|&lt;[ph])[^\"]{200,}+)\"|'([{\[]\s*\"[^']{200,}+)')"
)


def may_hold_text(script: str) -> bool:
    """Whether a script has the running text of an article, or something that was encoded."""
    return _ENCODED.search(script) is not None or has_several(_RUNNING_TEXT, script, _FEWEST_RUNS)


def has_several(pattern: re.Pattern[str], script: str, fewest: int) -> bool:
    """Whether a pattern is found so many times in a script."""
    return sum(1 for _ in islice(pattern.finditer(script), fewest)) == fewest


def values_of(markup: str, may_hold: Callable[[str], bool] = may_hold_text) -> Iterator[Value]:
    """The values that a page's scripts and attributes hold, in the order of the page.

    Args:
        markup: the page as it came.
        may_hold: whether a script can have what is looked for; others are not read.
    """
    left = MAX_CHARACTERS
    rows: list[str] = []
    for attributes, script in _scripts_in(markup):
        if len(script) < SHORTEST or _NO_DATA.search(attributes):
            continue
        left -= len(script)
        if left < 0:
            break
        if _MARKUP_TYPE.search(attributes):
            yield html.unescape(script) if "&lt;p" in script else script
        elif "__next_f" in script:
            rows += (unescaped(row[1]) for row in _ROW.finditer(script))
        elif may_hold(script):
            yield from _values_in(script)
    for text in (*(found[1] for found in _AS_TEXT.finditer(markup)), *_templates_in(markup)):
        left -= len(text)
        if left >= 0:
            yield value_in(text) or text
    if rows:
        yield from with_rows("".join(rows))
    for found in _ATTRIBUTE.finditer(markup):
        left -= len(found[0])
        if left < 0:
            break
        value = value_in(found[1] or found[2])
        if value is not None:
            yield with_entities(value)


def has_script(markup: str, holds: Callable[[str], bool]) -> bool:
    """Whether a page has a script with data that holds something."""
    return any(
        holds(script)
        for attributes, script in _scripts_in(markup)
        if not _NO_DATA.search(attributes)
    )


def _scripts_in(markup: str) -> Iterator[tuple[str, str]]:
    """The attributes and the content of each script."""
    at = 0
    while (start := _START.search(markup, at)) and (end := _END.search(markup, start.end())):
        yield start[1], markup[start.end() : end.start()]
        at = end.end()


def _templates_in(markup: str) -> Iterator[str]:
    """The markup in each template, which scripts would put into the page."""
    at = 0
    while (start := _TEMPLATE.search(markup, at)) and (
        end := _END_OF_TEMPLATE.search(markup, start.end())
    ):
        if end.start() - start.end() >= SHORTEST:
            yield markup[start.end() : end.start()]
        at = end.end()


def _values_in(script: str) -> Iterator[Value]:
    text = script.strip()
    value = value_in(text)
    if value is not None:
        yield with_entities(value)
        return
    values, read = _assigned(text)
    if read < _MOST_READ * len(text):
        values = [with_arguments([*map(with_inner, _top_of(text))])]
    yield from map(with_entities, values)


def _top_of(script: str) -> Iterator[Value]:
    """What stands in a script at its top level, with what is in its strings."""
    for each in literals_in(script):
        is_long = isinstance(each, str) and len(each) >= SHORTEST
        yield (value_in(each) if is_long else None) or each


def _assigned(script: str) -> tuple[list[Value], int]:
    """The long values of a script that are JSON, `window.state = {…}`, and how long they are."""
    values: list[Value] = []
    read = at = 0
    for _ in range(_MOST_PLACES):
        found = _ASSIGNED.search(script, at)
        if found is None:
            break
        begin = found.end()
        value, at = value_at(script, begin) or (None, begin + 1)
        if at - begin >= SHORTEST:
            read += at - begin
            values.append(value)
    return values, read
