"""Whether the scripts of a page have more of a text than the page shows.

Reading all data of a page takes as long as extracting it. The last line that the page shows is
looked for in its scripts instead; only where text of the same list or string follows there is more
to read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

_MARKS = re.compile(r"[^\w ,.:-]+")  # scripts may write them in other ways
_LONGEST_LINE = 1_000  # characters that are looked at
_SHORTEST_RUN = 12  # characters of a line without such marks
_RUN = 30  # characters that are looked for
_BEHIND = 1_500  # characters of a script, in which the next paragraph begins
_ROOM = 6  # times as many characters of a script as of text; the others are keys and marks
_GOES_ON = re.compile(r"[^\"'<>{}\[\]()=;]{60,}")  # with escapes: those of Chinese letters are long
_END_OF_STRING = re.compile(r"(?<!\\)\"")
_BRACKET = re.compile(r"[{}\[\]]")
_KEY = re.compile(r"\s*,\s*\"[^\"]{1,80}\"\s*:")


def that_goes_on(line: str, size: float) -> Callable[[str], bool]:
    """What tells whether a script has a line and, behind it, much more running text.

    Args:
        line: the last line that a page shows of its article.
        size: characters of running text that must follow, at most a few thousand.
    """
    runs = [run.strip() for run in _MARKS.split(line[-_LONGEST_LINE:])]
    last = next((run for run in reversed(runs) if len(run) >= _SHORTEST_RUN), "")
    last = last[-_RUN:].strip()  # a link may begin in a longer one
    forms = {last, json.dumps(last)[1:-1]} if last else set()

    def goes_on(script: str) -> bool:
        places = ((script.find(form), form) for form in forms)
        return any(at >= 0 and _follows(script, at + len(form), size) for at, form in places)

    return goes_on


def _follows(script: str, at: int, size: float) -> bool:
    """Whether so much running text follows, the first of it in the same list or string."""
    first = _GOES_ON.search(script, at, at + _BEHIND)
    if first is None or not _is_sibling(script[at : first.start()]):
        return False
    for found in _GOES_ON.finditer(script, at, at + int(_ROOM * size)):
        size -= len(found[0])
        if size <= 0:
            return True
    return False


def _is_sibling(gap: str) -> bool:
    """Whether what stands between two texts leads from one part of a list to the next.

    "},{"type":"paragraph","text":"      the next object of a list
    ","                                  the next string of one
    <\\/p><p>                            the same string
    "},"excerpt":"                       something else of the same article
    """
    end = _END_OF_STRING.search(gap)
    if end is None:
        return True
    depth = lowest = 0
    next_is_key = _KEY.match(gap, end.end()) is not None
    for mark in _BRACKET.finditer(gap, end.end()):
        depth += 1 if mark[0] in "{[" else -1
        if depth < lowest:
            lowest = depth
            next_is_key = _KEY.match(gap, mark.end()) is not None
    return not next_is_key
