"""Names of articles in layout `archive`: a number that counts down, and the words of the title.

file_name("River rises", 2)      1048574_River-rises.md
folder("gazette")                articles/gazette
count_of(1048574)                2
"""

from __future__ import annotations

import unicodedata

from mirrorpress.render.characters import clean

FIRST = 2**20 - 1  # number of a source's first article; the next ones count down
_ENDING = ".md"
_MAX_NAME = 100  # bytes of a file name


def file_name(title: str, number: int) -> str:
    """The name of an article's file: "1048575_River-rises.md".

    Args:
        title: of the article. Letters and digits of any script stay; all else is one "-".
        number: 1 for the first article of its source.

    Raises:
        ValueError: the numbers are used up.
    """
    if not 1 <= number <= FIRST + 1:
        raise ValueError(f"a source of this layout has at most {FIRST + 1} articles")
    name = f"{FIRST + 1 - number:07d}"
    words = _words(unicodedata.normalize("NFC", clean(title)))
    room = _MAX_NAME - len(f"{name}_{_ENDING}")
    words = words.encode("utf-8")[:room].decode("utf-8", "ignore").rstrip("-.")
    return f"{name}_{words}{_ENDING}" if words else f"{name}{_ENDING}"


def folder(source: str) -> str:
    """The folder of a source's articles, which is the series in which they are numbered."""
    return f"articles/{source}"


def count_of(number: int) -> int:
    """Which article of its source has a name that begins with a number: 1 for 1048575.

    Raises:
        ValueError: no article of this layout has that number.
    """
    if not 0 <= number <= FIRST:
        raise ValueError(f"{number} is not one of the numbers 0 to {FIRST}")
    return FIRST + 1 - number


def _words(title: str) -> str:
    """The words of a title with "-" between them. Nothing is left that a file system refuses."""
    kept = []
    for character in title:
        kind = unicodedata.category(character)
        if kind[0] in "LMN" or character == ".":
            kept.append(character)
        elif kind != "Cf":  # joiners and marks of direction have no width
            kept.append(" ")
    return "-".join("".join(kept).split()).strip("-.")
