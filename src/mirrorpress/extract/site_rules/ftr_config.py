"""Rules of a site from a file of ftr-site-config, the public collection of Full-Text RSS.

    # quay.example.txt
    title: //h1[@class='head']
    body: //div[@id='story']
    strip: //aside
    strip_id_or_class: newsletter
    author: //a[@rel='author']
    date: //time/@datetime
    next_page_link: //a[@rel='next']
    test_url: https://quay.example/bridge

Other directives say how a page is fetched or tidied and are ignored. A line that cannot be
translated is reported and skipped; the others count.

Format: https://help.fivefilters.org/full-text-rss/site-patterns.html
"""

from __future__ import annotations

import re
from typing import Final

from mirrorpress.extract.site_rules.rules_file import is_host
from mirrorpress.extract.site_rules.selectors import FileSteps
from mirrorpress.extract.site_rules.xpath import (
    XPathError,
    selector_of,
    selector_of_authors,
    selector_of_date,
)
from mirrorpress.model.site_rules import (
    LONGEST_SELECTOR,
    MAX_BYTES,
    MAX_SELECTORS,
    MAX_TESTS,
    RulesProblem,
    RulesTest,
    SiteRules,
)

SUFFIX: Final = ".txt"
_KEYS = {
    "title": "title",
    "body": "body",
    "author": "authors",
    "date": "published",
    "strip": "remove",
    "strip_id_or_class": "remove",
    "next_page_link": "next_page",
}
_TRANSLATORS = {"author": selector_of_authors, "date": selector_of_date}
_WORD = re.compile(r"[\w.:/-]+")
_MOST_PROBLEMS = 20  # of a file


def read_ftr_config(file: str, data: bytes) -> tuple[SiteRules | None, tuple[RulesProblem, ...]]:
    """The rules in a file, and the lines of it that are skipped; none where no line gives a rule.

    Args:
        file: its name, without folders; a dot before the host is put aside. A name without
            a dot in it, as README.txt, is not of rules.
        data: its bytes.
    """
    host = file.removesuffix(SUFFIX).removeprefix(".").lower()
    if "." not in host:
        return None, ()
    if not is_host(host):
        return None, (RulesProblem(file, 1, "the file is not named after a host; rename it"),)
    if len(data) > MAX_BYTES:
        return None, (RulesProblem(file, 1, f"it has more than {MAX_BYTES >> 10} KB; shorten it"),)
    found: dict[str, list[str]] = {key: [] for key in _KEYS.values()}
    tests: list[RulesTest] = []
    problems: list[RulesProblem] = []
    steps = FileSteps()
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not value or name.startswith("#"):
            continue
        if name == "test_url" and len(tests) < MAX_TESTS:
            tests.append(RulesTest(page="", url=value))
        elif name in _KEYS:
            try:
                selector = _selector(name, value)
                _add(found[_KEYS[name]], selector, steps, together=name.startswith("strip"))
            except ValueError as error:
                problems.append(RulesProblem(file, number, f"{name}: {error}"))
    selectors = {key: tuple(texts) for key, texts in found.items()}
    rules = (
        SiteRules(host=host, checked=None, tests=tuple(tests), **selectors)
        if any(found.values())
        else None
    )
    return rules, tuple(problems[:_MOST_PROBLEMS])


def _selector(name: str, value: str) -> str:
    """The selector of a line. Raises ValueError."""
    if name != "strip_id_or_class":
        return _TRANSLATORS.get(name, selector_of)(value)
    words = value.strip("'\" ").split()
    if not words or not all(map(_WORD.fullmatch, words)):
        raise XPathError(
            "a name has other characters than letters, digits and - _ . : /; correct it"
        )
    if len(words) == 1:
        return f'[class~="{words[0]}"], [id~="{words[0]}"]'
    return "".join(f'[class~="{word}"]' for word in words)  # an id is one word


def _add(selectors: list[str], selector: str, steps: FileSteps, *, together: bool) -> None:
    """Add a selector to those of a key; `together` with the last one where it has room.

    Raises:
        ValueError: there are too many, or it is too long, or the file has too many steps.
    """
    if len(selector) > LONGEST_SELECTOR:
        raise ValueError(f"its selector has more than {LONGEST_SELECTOR} characters")
    joined = f"{selectors[-1]}, {selector}" if together and selectors else ""
    has_room = 0 < len(joined) <= LONGEST_SELECTOR
    if not has_room and len(selectors) >= MAX_SELECTORS:
        raise ValueError(f"it is one of more than {MAX_SELECTORS} selectors; remove some")
    steps.add(selector)
    if has_room:
        selectors[-1] = joined
    else:
        selectors.append(selector)
