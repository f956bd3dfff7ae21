"""Two versions of a paragraph as pieces: what is the same, what was cut, what was added.

    "The ferry sank."  →  "The old ferry sank."     same "The ", added "old ", same "ferry sank."

The pieces "same" and "cut" joined are the old paragraph, "same" and "added" the new one. Words
are compared, and characters of Han text; what is left between two changes, a space or a character
or two, joins them, so that the reader sees whole runs.

The scheme is Myers' greedy one (https://doi.org/10.1007/BF01840446): its work grows with the
square of the differences, which are bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["same", "cut", "added"]

MOST_DIFFERENCES = 400  # tokens cut or added; with more, all is cut and added
_SHORTEST_SAME = 3  # characters; shorter runs between two changes join them
_TOKEN = re.compile(
    r"\d++(?:[.,:]\d++)*+[%％]?|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]++(?:[-'’][^\W\d_]++)*+|\s++|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of a paragraph, and whether both versions have it."""

    text: str
    kind: Kind


def tokens(text: str) -> list[str]:
    """A text in numbers, words, Han characters, runs of white space and marks; all of it."""
    return [match[0] for match in _TOKEN.finditer(text)]


def align(before: str, after: str, *, most: int = MOST_DIFFERENCES) -> tuple[Piece, ...]:
    """The pieces of two versions, in order; at most `most` differences are looked for."""
    old, new = tokens(before), tokens(after)
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    middle_old, middle_new = old[first : len(old) - last], new[first : len(new) - last]
    middle = _middle(middle_old, middle_new, most)
    head, tail = "".join(old[:first]), "".join(old[len(old) - last :])
    return _joined([Piece(head, "same"), *middle, Piece(tail, "same")])


def _middle(old: list[str], new: list[str], most: int) -> list[Piece]:
    trace = _search(old, new, most)
    if trace is None:
        return [Piece("".join(old), "cut"), Piece("".join(new), "added")]
    pieces: list[Piece] = []
    x, y = len(old), len(new)
    for differences in range(len(trace) - 1, -1, -1):
        reached = trace[differences]
        diagonal = x - y
        down = _goes_down(reached, diagonal, differences)
        came = diagonal + 1 if down else diagonal - 1
        from_x = reached[came] if differences else 0
        from_y = from_x - came if differences else 0
        while x > from_x and y > from_y:
            x, y = x - 1, y - 1
            pieces.append(Piece(old[x], "same"))
        if differences:
            pieces.append(Piece(new[y - 1], "added") if down else Piece(old[x - 1], "cut"))
            x, y = from_x, from_y
    return pieces[::-1]


def _search(old: list[str], new: list[str], most: int) -> list[dict[int, int]] | None:
    """How far each diagonal was reached before each difference; None beyond `most`."""
    reached = {1: 0}
    trace: list[dict[int, int]] = []
    for differences in range(min(most, len(old) + len(new)) + 1):
        trace.append(dict(reached))
        for diagonal in range(-differences, differences + 1, 2):
            down = _goes_down(reached, diagonal, differences)
            x = reached[diagonal + 1] if down else reached[diagonal - 1] + 1
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            reached[diagonal] = x
            if x >= len(old) and y >= len(new):
                return trace
    return None


def _goes_down(reached: dict[int, int], diagonal: int, differences: int) -> bool:
    if diagonal == -differences:
        return True
    return diagonal != differences and reached[diagonal - 1] < reached[diagonal + 1]


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Runs of one kind as one piece, short "same" runs between changes as cut and added."""
    same, cut, added = [""], [""], [""]
    changes: list[tuple[str, str, str]] = []  # the same text before, cut, added
    for piece in pieces:
        if piece.kind == "same":
            if cut[-1] or added[-1]:
                same.append("")
                cut.append("")
                added.append("")
            same[-1] += piece.text
        elif piece.kind == "cut":
            cut[-1] += piece.text
        else:
            added[-1] += piece.text
    for index, text in enumerate(same):
        last = index == len(same) - 1 and not (cut[index] or added[index])
        if changes and not last and len(text.strip()) < _SHORTEST_SAME:
            before, old, new = changes.pop()
            changes.append((before, old + text + cut[index], new + text + added[index]))
        else:
            changes.append((text, cut[index], added[index]))
    kinds: tuple[Kind, ...] = ("same", "cut", "added")
    return tuple(
        Piece(text, kind)
        for change in changes
        for text, kind in zip(change, kinds, strict=True)
        if text
    )
