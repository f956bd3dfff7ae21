"""Boxes around a field for an e-mail address: sign-ups for letters, forms for comments.

    <section><h3>Five minutes</h3><p>What the harbour talks about, each Friday.</p>
    <form><input type=email><button>OK</button></form></section>

The words of such a box may ask for nothing (`asking_boxes`); its field does. The box is the first
element around the form that has words beside it, if these are few and none of them is of the
subject of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mirrorpress.extract.body.subject import Subject
from mirrorpress.extract.page.tree import Element

_LONGEST, _LONGEST_BARE = 400, 200  # characters of a box beside its form; without a heading
_SHARE = 0.25  # of the running text of the body, that it holds at most
_OF_SUBJECT = 0.15  # of the words of title and description, that it has at most
_MOST_FIELDS = 20
_LONGEST_NAME, _LONGEST_ADDRESS = 100, 300  # characters
_MOST_LEVELS = 8  # from the field up to its box
_NAMES = ("name", "id", "placeholder", "aria-label", "autocomplete")
_MAIL = re.compile(
    r"e-?mail|courriel|correo|почт|пошт|邮箱|郵箱|信箱|電郵|メール|이메일|البريد|ایمیل",
    re.IGNORECASE,
)
_TYPED = frozenset(["", "text", "email"])  # of a field in which one writes
_FRAME = re.compile(r"newsletter|list-manage\.com|sign-?up|subscri(?:be|ption)", re.IGNORECASE)
_OF_THE_TEXT = ("h1", "figure", "table", "blockquote", "pre", "video", "audio")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def exclude_signup_boxes(core: Element, subject: Subject) -> None:
    """Mark the boxes in a body excluded in which readers are to write their address.

    Args:
        core: the container of the body, measured.
        subject: what the page says it is about.
    """
    boxes = (_box_around(field, core) for field in islice(_fields(core), _MOST_FIELDS))
    for box in {id(box): box for box in boxes if box is not None}.values():
        if not box.is_left_out() and _is_apart(box, core, subject):
            box.leave_out()


def _fields(core: Element) -> Iterator[Element]:
    """The fields for an e-mail address, and frames that hold one."""
    for element in core.walk():
        if (element.tag == "input" and _asks_for_address(element)) or (
            element.tag == "iframe" and _FRAME.search(element.get("src")[:_LONGEST_ADDRESS])
        ):
            yield element


def _asks_for_address(field: Element) -> bool:
    """Whether an address is to be written into a field."""
    kind = field.get("type").lower()
    names = " ".join(field.get(name)[:_LONGEST_NAME] for name in _NAMES)
    return kind == "email" or (kind in _TYPED and _MAIL.search(names) is not None)


def _box_around(field: Element, core: Element) -> Element | None:
    """The first element around the form of a field that has words beside it."""
    form = field
    for element in islice(field.ancestors(), _MOST_LEVELS):
        if element is core:
            return None
        if element.tag == "form":
            form = element
        elif element.size > form.size:
            return element if element.size - form.size <= _LONGEST else None
    return None


def _is_apart(box: Element, core: Element, subject: Subject) -> bool:
    """Whether a box is surely no part of the text."""
    headings = len(box.find(*_HEADINGS))
    return (
        headings <= 1
        and (headings == 1 or box.size <= _LONGEST_BARE)
        and box.prose <= _SHARE * core.prose
        and not box.has(*_OF_THE_TEXT)
        and subject.share_in(box) <= _OF_SUBJECT
    )
