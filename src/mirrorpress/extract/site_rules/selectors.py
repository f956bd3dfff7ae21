"""CSS selectors on the tree of a page: the part of the standard that rules of sites need.

    article                tag; * is any
    #story  .lead          id, class
    [itemprop]             has an attribute
    [rel=author]           its value; ^= begins with, $= ends with, *= contains, ~= has the word
    main .text             inside
    main > .text           directly inside
    .lead, .text           one or the other

Anything else, as :first-child or +, is an error. All selectors are matched in one pass over the
elements in document order, with the steps that were matched so far as bits of a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from mirrorpress.extract.tree import Element
from mirrorpress.model.site_rules import LONGEST_SELECTOR

SUPPORTED: Final = (
    "supported are tag, #id, .class, [attr], [attr=value] and the same with ^=, $=, *=, ~=, "
    "a space, > and commas"
)
_NAME = re.compile(r"(?:[\w-]|\\[^\n0-9a-fA-F])+")
_ATTRIBUTE = re.compile(
    r"""\[\s*([\w:-]+)\s*(?:([~^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))\s*)?\]"""
)
_COMBINATOR = re.compile(r"\s*([>,])\s*|\s+")


class SelectorError(ValueError):
    """A selector cannot be used; the message says why and what is supported."""


@dataclass(frozen=True, slots=True)
class _Attribute:
    """A condition on an attribute of an element."""

    name: str
    operator: str = ""  # "" where it only has to be there
    value: str = ""

    def holds(self, element: Element) -> bool:
        if self.name not in element.attrs:
            return False
        value = element.get(self.name)
        match self.operator:
            case "":
                return True
            case "=":
                return value == self.value
            case "~=":
                return self.value in value.split()
            case _ if not self.value:  # as the standard says: it matches nothing
                return False
            case "^=":
                return value.startswith(self.value)
            case "$=":
                return value.endswith(self.value)
            case _:
                return self.value in value


@dataclass(frozen=True, slots=True)
class _Step:
    """What one element must be, and where it must be."""

    tag: str = ""  # "" is any
    id: str = ""
    classes: tuple[str, ...] = ()
    attributes: tuple[_Attribute, ...] = ()
    directly: bool = False  # in the element of the step before; else anywhere in it

    @property
    def key(self) -> str:
        """The rarest name that an element must have to match."""
        if self.id:
            return f"#{self.id}"
        return f".{self.classes[0]}" if self.classes else self.tag

    def matches(self, element: Element, classes: Sequence[str]) -> bool:
        return (
            (not self.tag or element.tag == self.tag)
            and (not self.id or element.get("id").strip() == self.id)
            and all(name in classes for name in self.classes)
            and all(attribute.holds(element) for attribute in self.attributes)
        )


def check_selector(text: str) -> None:
    """Raise SelectorError where a selector cannot be used."""
    _parsed(text)


def select(elements: Iterable[Element], texts: Sequence[str]) -> list[list[Element]]:
    """What each selector matches, in document order.

    Args:
        elements: of a page, in document order, each behind the one that it is in.
        texts: selectors.

    Raises:
        SelectorError: one cannot be used.
    """
    found: list[list[Element]] = [[] for _ in texts]
    if not texts:
        return found
    matcher = _matcher(tuple(texts))
    none = (0, 0)
    states: dict[int, tuple[int, int]] = {}  # steps that an element matches; it or one around it
    for element in elements:
        around = states.get(id(element.parent), none)
        own = matcher.matched(element, *around)
        if own or around[1]:
            states[id(element)] = (own, around[1] | own)
        if own & matcher.ends:
            for number, last in enumerate(matcher.last):
                if own & last:
                    found[number].append(element)
    return found


class _Matcher:
    """All steps of some selectors, each with a bit, by what an element must have."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.last: list[int] = []  # of each text, the bits of its last steps
        self._steps: dict[str, list[tuple[_Step, int, int]]] = {}  # with its bit, that before it
        bit = 1
        for text in texts:
            last = 0
            for steps in _parsed(text):
                before = 0
                for step in steps:
                    self._steps.setdefault(step.key, []).append((step, bit, before))
                    before, bit = bit, bit << 1
                last |= before
            self.last.append(last)
        self.ends = 0
        for last in self.last:
            self.ends |= last

    def matched(self, element: Element, parent: int, around: int) -> int:
        """The bits of the steps that an element matches.

        Args:
            element: of a page.
            parent: the bits of its parent.
            around: the bits of all elements around it.
        """
        classes = tuple(dict.fromkeys(element.get("class").split())) if element.attrs else ()
        matched = 0
        for step, bit, before in self._candidates(element, classes):
            if (not before or before & (parent if step.directly else around)) and step.matches(
                element, classes
            ):
                matched |= bit
        return matched

    def _candidates(
        self, element: Element, classes: Sequence[str]
    ) -> Iterator[tuple[_Step, int, int]]:
        steps = self._steps
        yield from steps.get("", ())
        yield from steps.get(element.tag, ())
        if element.attrs:
            yield from steps.get(f"#{element.get('id').strip()}", ())
            for name in classes:
                yield from steps.get(f".{name}", ())


@lru_cache(maxsize=256)
def _matcher(texts: tuple[str, ...]) -> _Matcher:
    return _Matcher(texts)


def _parsed(text: str) -> list[list[_Step]]:
    """The steps of each selector of a comma list. Raises SelectorError."""
    if len(text) > LONGEST_SELECTOR:
        raise SelectorError(f"a selector has at most {LONGEST_SELECTOR} characters")
    text = text.strip()
    selectors: list[list[_Step]] = [[]]
    at, directly = 0, False
    while True:
        step, at = _step(text, at)
        selectors[-1].append(replace(step, directly=directly))
        if at == len(text):
            return selectors
        found = _COMBINATOR.match(text, at)
        if found is None:
            raise _unsupported(text, at)
        at, directly = found.end(), found[1] == ">"
        if found[1] == ",":
            selectors.append([])


def _step(text: str, at: int) -> tuple[_Step, int]:
    """The step that begins at a place, and where it ends. Raises SelectorError."""
    start, tag, own = at, "", ""
    classes: list[str] = []
    attributes: list[_Attribute] = []
    if text[at : at + 1] == "*":
        at += 1
    elif found := _NAME.match(text, at):
        tag, at = _plain(found[0]).lower(), found.end()
    while at < len(text) and text[at] in "#.[":
        form = _ATTRIBUTE if text[at] == "[" else _NAME
        found = form.match(text, at if text[at] == "[" else at + 1)
        if found is None or (own and text[at] == "#"):
            raise _unsupported(text, at)
        if text[at] == "[":
            value = next((part for part in found.groups()[2:] if part is not None), "")
            attributes.append(_Attribute(found[1].lower(), found[2] or "", value))
        elif text[at] == "#":
            own = _plain(found[0])
        else:
            classes.append(_plain(found[0]))
        at = found.end()
    if at == start:
        raise _unsupported(text, at)
    return _Step(tag, own, tuple(classes), tuple(attributes)), at


def _plain(name: str) -> str:
    """A name without the backslashes before its special characters."""
    return re.sub(r"\\(.)", r"\1", name)


def _unsupported(text: str, at: int) -> SelectorError:
    rest = text[at : at + 20]
    where = f"{rest!r} cannot be used" if rest else "the selector ends where a name is expected"
    return SelectorError(f"{where}; {SUPPORTED}")
