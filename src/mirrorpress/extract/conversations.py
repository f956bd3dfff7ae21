"""What readers wrote below an article, known by its form: entries with a way to reply to each.

    <div><div>…<a>Reply</a></div><div>…<a>Reply</a></div></div>

Most pages name their comments; those with names of their own making are known by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from mirrorpress.extract.tree import Element

_REPLY = re.compile(
    r"[ ·|»›↩]*(?:reply(?: to (?:this|comment))?|respond|antworten|auf kommentar antworten|"
    r"répondre|responder|rispondi|beantwoorden|reageer|odpowiedz|odpovědět|svara?|vastaa|yanıtla|ответить|"
    r"відповісти|رد|الرد|پاسخ|回复|回覆|返信|답글|trả lời)[ ·|»›↩]*",
    re.IGNORECASE,
)
_OF_ENTRY = re.compile(r"#(?:comment|li-comment|reply)-?\d|[?&]replytocom=")  # of a link to one
_CONTROLS = frozenset(["a", "button", "span", "div", "p"])
_LONGEST = 25  # characters of such a control
_LONGEST_END = 200  # characters at the end of an address that are read
_MOST_ABOVE = 8  # levels of an entry above its control
_FEWEST = 2  # entries


def exclude_conversations(elements: Sequence[Element]) -> None:
    """Mark excluded the entries of readers, at least two in one element.

    Args:
        elements: of the page, measured, in document order.
    """
    found: dict[int, dict[int, Element]] = {}
    for control in _controls(elements):
        child = control
        for parent in islice(control.ancestors(), _MOST_ABOVE):
            if child.prose > 0 or child.size > 2 * _LONGEST:
                found.setdefault(id(parent), {})[id(child)] = child
            child = parent
    taken: set[int] = set()
    for entries in sorted(found.values(), key=len, reverse=True):
        if len(entries) < _FEWEST:
            break
        for entry in entries.values():
            if not taken.isdisjoint(map(id, (entry, *entry.ancestors()))):
                continue
            taken.add(id(entry))
            _leave_out(entry)


def _controls(elements: Iterable[Element]) -> Iterable[Element]:
    """Words that reply to an entry, and links to one."""
    for element in elements:
        if (element.tag == "a" and _OF_ENTRY.search(element.get("href")[-_LONGEST_END:])) or (
            element.tag in _CONTROLS
            and 1 < element.size <= _LONGEST
            and not element.elements()
            and _REPLY.fullmatch(element.text())
        ):
            yield element


def _leave_out(element: Element) -> None:
    """Mark an element excluded; its running text counts no longer for what holds it."""
    if element.excluded or element.has("h1"):
        return
    element.excluded = True
    for parent in element.ancestors():
        parent.prose -= element.prose
        if parent.excluded:
            break
