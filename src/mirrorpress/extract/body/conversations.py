"""What readers wrote below an article, known by its form: entries with a way to reply.

    <div><div>…<a>Reply</a></div><div>…<a>Reply</a></div></div>

Most pages name their comments; those with names of their own making are known by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from mirrorpress.extract.page.tree import Element

_REPLIES = (
    *("reply", "reply to this", "reply to comment", "respond", "antworten"),
    *("report abuse", "report as abuse", "report comment", "flag comment"),
    *("auf kommentar antworten", "répondre", "responder", "rispondi", "beantwoorden", "reageer"),
    *("odpowiedz", "odpovědět", "svar", "svara", "vastaa", "yanıtla", "ответить", "відповісти"),
    *("رد", "الرد", "پاسخ", "回复", "回覆", "返信", "답글", "trả lời"),
)
_REPLY = re.compile(rf"[ ·|»›↩]*(?:{'|'.join(_REPLIES)})[ ·|»›↩]*", re.IGNORECASE)
_IN_ASCII = frozenset(reply.replace("ı", "i") for reply in _REPLIES)  # one letter without case
_OF_ENTRY = re.compile(r"#(?:comment|li-comment|reply)-?\d|[?&]replytocom=")  # of a link to one
_CONTROLS = frozenset(["a", "button", "span", "div", "p"])
# What the first string of a control can begin with: a mark or two letters, if these are of ASCII.
_BEGINNING = re.compile(
    rf"\s*+(?:[|]|.?[^\x00-\x7f]|.?\Z|{'|'.join(sorted({reply[:2] for reply in _REPLIES}))})",
    re.IGNORECASE,
)
_LONGEST = 25  # characters of such a control
_LONGEST_END = 200  # characters at the end of an address that are read
_MOST_ABOVE = 8  # levels of an entry above its control
_FEWEST = 2  # entries
_MOST = 0.5  # of the page's running text, that an entry holds
_LITTLE = 60.0  # running text that is left in an entry when those inside are left out


def exclude_conversations(elements: Sequence[Element]) -> None:
    """Mark excluded the entries of readers, at least two in one element.

    What holds an article with its conversation, beside something else that can be replied to, is
    no entry: its controls are those of entries in it, or it is most of the page.

    Args:
        elements: of the page, measured, in document order.
    """
    found: dict[int, dict[int, _Entry]] = {}
    for place, control in enumerate(_controls(elements)):
        child = control
        for parent in islice(control.ancestors(), _MOST_ABOVE):
            if child.prose > 0 or child.size > 2 * _LONGEST:
                entries = found.setdefault(id(parent), {})
                entries.setdefault(id(child), _Entry(child, set())).controls.add(place)
            child = parent
    done: set[int] = set()  # controls of entries that are left out
    for entries in sorted(found.values(), key=len, reverse=True):
        if len(entries) < _FEWEST:
            break
        most = _MOST * elements[0].prose
        new = [
            entry
            for entry in entries.values()
            if entry.element.prose < (most if not entry.controls <= done else _LITTLE)
        ]
        for entry in new if len(new) >= _FEWEST else ():
            done |= entry.controls
            if not entry.element.has("h1"):
                entry.element.leave_out()


@dataclass(frozen=True, slots=True)
class _Entry:
    """What may be an entry of a reader, and the controls in it by their numbers."""

    element: Element
    controls: set[int]


def _controls(elements: Iterable[Element]) -> Iterable[Element]:
    """Words that reply to an entry, and links to one."""
    for element in elements:
        tag = element.tag
        if (
            tag == "a"
            and (href := element.attrs.get("href"))
            and ("#" in href or "replytocom=" in href)
            and _OF_ENTRY.search(href[-_LONGEST_END:])
        ):
            yield element
        elif 1 < element.size <= _LONGEST and tag in _CONTROLS:
            children = element.children
            if (
                isinstance(first := children[0], str)
                and (len(children) == 1 or isinstance(children[1], str))
                and _BEGINNING.match(first)
                and not element.elements()
                and _is_reply(element.text())
            ):
                yield element


def _is_reply(text: str) -> bool:
    if text.isascii():
        return text.strip(" |").lower() in _IN_ASCII
    return _REPLY.fullmatch(text) is not None
