"""Tables of words by language, as the modules of words write them.

    hu | írta; szerző: | közzétéve; megjelent |
       frissítve; módosítva

A row has a language and columns, parted by bars. Lines that begin with three spaces go on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mirrorpress.text.folding import fold

# Former tags, and languages that write what the tables hold alike.
_SAME_LANGUAGE = {
    "no": "nb",
    "nn": "nb",
    "sh": "sr",
    "iw": "he",
    "in": "id",
    "tl": "fil",
    "mo": "ro",
}


def rows_of(table: str) -> list[list[str]]:
    """The rows of a table: the language, then the columns, without white space at their ends."""
    rows = table.strip().replace("\n   ", " ").split("\n")
    return [[column.strip() for column in row.split("|")] for row in rows]


def labels_in(column: str) -> list[str]:
    """The labels of a column, which semicolons part."""
    return [label for part in column.split(";") if (label := part.strip())]


def all_labels(table: str) -> list[str]:
    """The labels of all columns of a table, in its order."""
    return [label for row in rows_of(table) for column in row[1:] for label in labels_in(column)]


def folded_labels(column: str) -> set[str]:
    """The labels of a column without case and marks, as `folded` makes a text."""
    return set(map(folded, labels_in(column)))


def folded(text: str) -> str:
    """A text without case and marks, with one kind of apostrophe."""
    return fold(text.replace("’", "'")).casefold()


def any_of(texts: Iterable[str]) -> str:
    """A pattern of texts, longer ones first, by their first letters: most words have another."""
    rests: dict[str, list[str]] = {}
    for text in sorted(texts, key=len, reverse=True):
        rests.setdefault(text[0], []).append(re.escape(text[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(each)})" for first, each in rests.items())


def primary_of(tag: str | None) -> str:
    """The language of a tag as the tables name it: "pt-BR" is "pt", "no" and "nn" are "nb"."""
    language = (tag or "").replace("_", "-").partition("-")[0].lower()
    return _SAME_LANGUAGE.get(language, language)
