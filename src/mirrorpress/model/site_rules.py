"""What an operator says of a site whose pages no general method reads right: a value from a file.

Selectors are kept as text. They are checked when a rules file is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

MAX_BYTES: Final = 64 << 10  # of a rules file
MAX_FILES: Final = 10_000  # of a folder
MAX_SELECTORS: Final = 32  # of a key
MAX_TESTS: Final = 32  # of a file
LONGEST_SELECTOR: Final = 300  # characters
MAX_STEPS: Final = 8  # of a selector: elements that it names, one inside the other
MAX_STEPS_OF_FILE: Final = 256  # of all its selectors: work on a page grows with them
SELECTOR_KEYS: Final = ("body", "remove", "title", "authors", "published", "next_page")


@dataclass(frozen=True, slots=True)
class RulesProblem:
    """What is wrong in a rules file."""

    file: str  # its name
    line: int  # counted from 1
    message: str  # what is wrong and how to fix it, a clause

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesTest:
    """A saved page, and what its article must be with the rules."""

    page: str  # file, relative to the folder of the rules; "" where no page is saved
    url: str  # address of the page
    title: str | None = None  # None: any
    authors: tuple[str, ...] | None = None  # None: any
    contains: tuple[str, ...] = ()  # texts that are in the article
    lacks: tuple[str, ...] = ()  # texts that are not


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRules:
    """Where on a site's pages things are. Each key holds CSS selectors, the best first."""

    host: str  # "news.example", which covers www.news.example and other subdomains
    checked: date | None = None  # day on which somebody last compared it with the site
    body: tuple[str, ...] = ()  # what holds the text; the first that does counts
    remove: tuple[str, ...] = ()  # what is not of the article; all count
    title: tuple[str, ...] = ()  # of these and those below, the first that gives a value counts
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    next_page: tuple[str, ...] = ()  # link to the next part of the article
    tests: tuple[RulesTest, ...] = ()
