"""Rules of a site from a TOML file, with the line of each mistake.

    host = "news.example"           the file is news.example.toml
    checked = 2026-11-01
    body = ["div.story-text"]
    remove = [".newsletter", "aside"]

    [[test]]
    page = "news.example.html"
    url = "https://news.example/bridge"
    title = "Old bridge closed"
    contains = ["cracks in two of the piers"]
    lacks = ["morning letter"]

A file with a mistake gives no rules.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from mirrorpress.extract.site_rules.selectors import FileSteps, SelectorError
from mirrorpress.model.site_rules import (
    MAX_BYTES,
    MAX_SELECTORS,
    MAX_TESTS,
    SELECTOR_KEYS,
    RulesProblem,
    RulesTest,
    SiteRules,
)

_KEYS = ("host", "checked", *SELECTOR_KEYS, "test")
_TEST_KEYS = ("page", "url", "title", "authors", "contains", "lacks")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+")
_LONGEST_HOST = 253  # characters (RFC 1035, 2.3.4, as text)
_AT_LINE = re.compile(r"at line (\d+)")
_MOST_TEXTS = 50  # of a key of a test
_MOST_PROBLEMS = 20  # of a file


def read_rules(file: str, data: bytes) -> tuple[SiteRules | None, tuple[RulesProblem, ...]]:
    """The rules in a TOML file; none where there is a mistake in it.

    Args:
        file: its name, without folders.
        data: its bytes.
    """
    if len(data) > MAX_BYTES:
        problem = f"the file has more than {MAX_BYTES >> 10} KB; split or shorten it"
        return None, (RulesProblem(file, 1, problem),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (RulesProblem(file, line, "it is not UTF-8; save the file as UTF-8"),)
    text = text.replace("\r\n", "\n")
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return None, (_of_syntax(file, text, error),)
    reader = _Reader(file, text)
    rules = reader.rules(table)
    problems = tuple(sorted(reader.problems, key=lambda problem: problem.line))
    return (None if problems else rules), problems[:_MOST_PROBLEMS]


def is_host(text: str) -> bool:
    """Whether a text is a host as the name of a file of rules gives it: lower case, no port."""
    return len(text) <= _LONGEST_HOST and _HOST.fullmatch(text) is not None


def _of_syntax(file: str, text: str, error: Exception) -> RulesProblem:
    """Where the file is no TOML. An error at the end of the file names no line."""
    if isinstance(error, RecursionError):
        return RulesProblem(file, 1, "it is nested too deeply; a key holds a list of texts")
    found = _AT_LINE.search(str(error))
    line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
    reason = str(error).partition(" (at ")[0][:200]
    return RulesProblem(file, line, f"it is not valid TOML ({reason}); correct the line")


class _Reader:
    """Makes rules of the table of a file and collects what is wrong in it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.problems: list[RulesProblem] = []
        self._steps = FileSteps()
        self._lines = text.split("\n")
        tests = (n for n, line in enumerate(self._lines) if re.match(r"\s*\[\[\s*test\b", line))
        self._tests = list(tests)
        self._start = 0  # line of the table that is read, counted from 0
        self._end = self._tests[0] if self._tests else len(self._lines)

    def rules(self, table: dict[str, Any]) -> SiteRules:
        """The rules; of no use where there are problems."""
        self._refuse_others(table, _KEYS)
        selectors = {key: self._selectors(table, key) for key in SELECTOR_KEYS}
        if not any(selectors.values()) and not self.problems:
            self._add(0, f"it has no rule; set one of {', '.join(SELECTOR_KEYS)}")
        host, checked = self._host(table), self._checked(table)
        tests = self._all_tests(table)
        return SiteRules(host=host, checked=checked, tests=tests, **selectors)

    def _host(self, table: dict[str, Any]) -> str:
        host = self._text(table, "host", required=True) or ""
        if host and not is_host(host):
            self._wrong("host", "it is not a host in lower case, as news.example; write one")
        elif host and self.file != f"{host}.toml":
            self._wrong("host", f"the file is {self.file}; name it {host}.toml or correct the host")
        return host

    def _checked(self, table: dict[str, Any]) -> date | None:
        day = table.get("checked")
        if isinstance(day, datetime) or not isinstance(day, date):
            self._wrong("checked", "the day is missing; write checked = 2026-11-01, without quotes")
            return None
        return day

    def _selectors(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        texts = self._texts(table, key, MAX_SELECTORS)
        for text in texts:
            try:
                self._steps.add(text)
            except SelectorError as error:
                self._add(self._line_of(key, text), f"{key}: {error}")
        return texts

    def _all_tests(self, table: dict[str, Any]) -> tuple[RulesTest, ...]:
        tests = table.get("test", [])
        if not isinstance(tests, list) or not all(isinstance(test, dict) for test in tests):
            self._wrong("test", "test is no list of tables; begin each with [[test]]")
            return ()
        if len(tests) > MAX_TESTS:
            self._wrong("test", f"it has more than {MAX_TESTS} tests; remove some")
        bounds = [*self._tests, *[len(self._lines)] * len(tests)]
        found = []
        for number, test in enumerate(tests[:MAX_TESTS]):
            self._start = min(bounds[number], len(self._lines) - 1)
            self._end = bounds[number + 1] if number + 1 < len(bounds) else len(self._lines)
            found.append(self._test(test))
        return tuple(found)

    def _test(self, table: dict[str, Any]) -> RulesTest:
        self._refuse_others(table, _TEST_KEYS)
        page = self._text(table, "page", required=True) or ""
        if page.startswith("/") or "\\" in page or ":" in page or ".." in page.split("/"):
            self._wrong("page", "the page is not in the folder of the rules; write a path in it")
        url = self._text(table, "url", required=True) or ""
        test = RulesTest(
            page=page,
            url=url,
            title=self._text(table, "title"),
            authors=self._texts(table, "authors", _MOST_TEXTS) if "authors" in table else None,
            contains=self._texts(table, "contains", _MOST_TEXTS),
            lacks=self._texts(table, "lacks", _MOST_TEXTS),
        )
        if set(table) <= {"page", "url"}:
            self._add(self._start, "the test says nothing; set title, authors, contains or lacks")
        return test

    def _text(self, table: dict[str, Any], key: str, *, required: bool = False) -> str | None:
        value = table.get(key)
        if value is None and not required:
            return None
        if not isinstance(value, str) or not value.strip():
            problem = "is missing" if value is None else "is no text"
            self._wrong(key, f'{key} {problem}; write {key} = "…"')
            return None
        return value

    def _texts(self, table: dict[str, Any], key: str, most: int) -> tuple[str, ...]:
        values = table.get(key, [])
        if not isinstance(values, list) or not all(
            isinstance(value, str) and value.strip() for value in values
        ):
            self._wrong(key, f'{key} is no list of texts; write {key} = ["…"]')
            return ()
        if len(values) > most:
            self._wrong(key, f"{key} has more than {most} texts; remove some")
        return tuple(values[:most])

    def _refuse_others(self, table: dict[str, Any], known: Iterable[str]) -> None:
        for key in sorted(set(table).difference(known))[:_MOST_PROBLEMS]:
            problem = f"the key {key[:40]!r} is unknown; use one of {', '.join(known)}"
            self._wrong(key, problem)

    def _wrong(self, key: str, message: str) -> None:
        self._add(self._line_of(key), message)

    def _add(self, line: int, message: str) -> None:
        self.problems.append(RulesProblem(self.file, line + 1, message))

    def _line_of(self, key: str, text: str = "") -> int:
        """The line of a key in the table that is read, or of a text in its value, from 0."""
        form = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[]=.]""")
        lines = range(self._start, self._end)
        line = next((n for n in lines if form.match(self._lines[n])), self._start)
        if text:
            return next((n for n in range(line, self._end) if text in self._lines[n]), line)
        return line
