"""The lines of a body, with the hashes by which they are recognized on other pages.

Contact Ada Stone at stone@ledger.example     the same line on each page, with the name of
Contact Ben Varga at varga@ledger.example     its own writer
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.tree import Element, squeezed
from mirrorpress.model.site_profile import MAX_LINES, LineRecord

_DIGITS = re.compile(r"\d+")
_NAME = re.compile(r"[\w-]+")
_LEVELS = 3  # elements whose names make a path: the line's own and those around it
_LONGEST_NAME = 200  # characters of a class attribute
_SLOT: Final = " 0 "  # numbers are 0, too
_ACCOUNT = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,100}\w|(?<!\w)@\w[\w.]{0,40}")
_BRACKETED = re.compile(r"\s*[(（\[【].*[)）\]】]\s*\Z", re.DOTALL)
_LEAST_FIXED = 8  # letters of a line beside names and numbers, that make it a form


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text in the body, and its element."""

    element: Element
    text: str  # as it is read, without that of blocks in the element
    record: LineRecord


def lines_of(parts: Iterable[Element], names: Sequence[str] = ()) -> list[PageLine]:
    """The lines of text in the parts of a body, in document order, bounded; none excluded.

    Args:
        parts: of the body.
        names: of the writers, which make no other line, nor do their accounts and addresses.
    """
    found: list[PageLine] = []
    for element, path in chain.from_iterable(map(_blocks, parts)):
        text = "".join(_own_strings(element))
        if key := loose(text):
            place, words = _hash_of_path(path), hash_of(_form_of(text, key, names), 6)
            found.append(PageLine(element, squeezed(text), LineRecord(place, words, len(key))))
            if len(found) == MAX_LINES:
                break
    return found


def path_of(element: Element) -> int:
    """The hash of the names of an element and of those around it."""
    names = [_name(each) for each in islice((element, *element.ancestors()), _LEVELS)]
    return _hash_of_path((*reversed(names),))


@lru_cache(maxsize=1024)
def _hash_of_path(names: tuple[str, ...]) -> int:
    return hash_of("/".join(names), 4)


def _form_of(text: str, key: str, names: Sequence[str]) -> str:
    """The letters of a line with numbers, names and accounts as 0.

    Names alone stay, and those of a credit in brackets: "(Ada Stone, edited by Ben Varga)".

    Args:
        text: of the line.
        key: its letters.
        names: of the writers.
    """
    if _BRACKETED.match(text):
        return _DIGITS.sub("0", key)
    form = _ACCOUNT.sub(_SLOT, text) if "@" in text else text
    for name in names:
        form = form.replace(name, _SLOT)
    if form is not text:
        slotted = _DIGITS.sub("0", loose(form))
        if len(slotted.replace("0", "")) >= _LEAST_FIXED:
            return slotted
    return _DIGITS.sub("0", key)


def hash_of(text: str, size: int) -> int:
    """A hash of so many bytes."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=size).digest())


def _blocks(part: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """The block elements in a part of a body with the names of each and of those around it."""
    above = [part, *part.ancestors()][:_LEVELS]
    stack = [(part, tuple(_name(element) for element in reversed(above)))]
    while stack:
        element, path = stack.pop()
        yield element, path
        stack += [
            (child, (*path, _name(child))[-_LEVELS:])
            for child in reversed(element.elements())
            if not child.excluded and not child.inline
        ]


def _name(element: Element) -> str:
    """Tag and classes of an element, in one order.

    Left out are numbers, which count articles and columns, and classes that only set a size or
    a state ("mt-10", "md:flex"), of which each page has others.
    """
    classes = element.get("class")
    return _named(element.tag, classes[:_LONGEST_NAME]) if classes else element.tag


@lru_cache(maxsize=1024)
def _named(tag: str, classes: str) -> str:
    names = {_DIGITS.sub("", name) for name in classes.split() if _NAME.fullmatch(name)}
    return ".".join((tag, *sorted(name for name in names if name[-1:] not in "-_")))


def _own_strings(element: Element) -> Iterator[str]:
    """The text directly in a block element: its strings and those of what is inline in it."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.inline:
            yield from child.strings()
