"""Tables of words by language, as the modules of words write them.

    hu | írta; szerző: | közzétéve; megjelent |
       frissítve; módosítva

A row has a language and columns, parted by bars. Lines that begin with three spaces go on with it.
"""

from __future__ import annotations


def rows_of(table: str) -> list[list[str]]:
    """The rows of a table: the language, then the columns, without white space at their ends."""
    rows = table.strip().replace("\n   ", " ").split("\n")
    return [[column.strip() for column in row.split("|")] for row in rows]


def labels_in(column: str) -> list[str]:
    """The labels of a column, which semicolons part."""
    return [label for part in column.split(";") if (label := part.strip())]
