"""Addresses of the pages that an outlet has about those who write for it."""

from __future__ import annotations

import re

_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|as|in)?|auteurs?|writers?|staff|journalists?|reporters?|"
    r"contributors?|columnists?|avtor|redakt(?:ion|eure?)|bylines?)(?:/|=|-)[^/?#]",
    re.IGNORECASE,
)
_PERSON_PAGE = re.compile(r"/(?:profiles?|person|people)/[^/?#]", re.IGNORECASE)
_MOST_READ = 500  # characters


def is_of_author(address: str) -> bool:
    """Whether an address is that of a page about an author."""
    return _AUTHOR_PAGE.search(address[:_MOST_READ]) is not None


def is_of_person(address: str) -> bool:
    """Whether an address is that of a page about a person, who may be no author."""
    return _PERSON_PAGE.search(address[:_MOST_READ]) is not None
