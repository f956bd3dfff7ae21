"""Texts from a copy, made fit for one line of a terminal. Pure.

printable("red \\x1b[31m")     "red \\\\x1b[31m"     what moves the cursor is escaped
printable("a\\u202eb")         "a\\\\u202eb"         and so is what turns the text around
printable("x" * 9, most=5)     "xxxxx… (4 more)"
"""

from __future__ import annotations

MAX_TEXT = 1000  # characters; longer texts hide the lines around them


def escaped(text: str) -> str:
    """A text with everything escaped that is no visible character or plain space.

    That is control and format characters (line breaks, escapes, bidirectional marks), separators
    and broken UTF-8: what `str.isprintable` says of each.
    """
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )


def printable(text: str, most: int = MAX_TEXT) -> str:
    """The same, cut off after `most` characters."""
    cut = escaped(text[:most])[:most]
    left = len(text) - most
    return cut if left <= 0 else f"{cut}… ({left} more)"
