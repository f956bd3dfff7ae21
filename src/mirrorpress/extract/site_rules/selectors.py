"""CSS selectors on the tree of a page: the part of the standard that rules of sites need.

    article                tag; * is any
    #story  .lead          id, class
    [itemprop]             has an attribute
    [rel=author]           its value; ^= begins with, $= ends with, *= contains, ~= has the word
    :not([rel=author])     has no such attribute
    p:first-of-type        the first p of those directly in the same element
    main .text             inside
    main > .text           directly inside
    .lead, .text           one or the other

Anything else, as :first-child or +, is an error. A selector is a chain of steps, as "main" and
".text" in the last but one. All selectors are matched in one pass over the elements in document
order, with the steps that were matched so far as bits of a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from mirrorpress.extract.page.tree import Element
from mirrorpress.model.site_rules import LONGEST_SELECTOR, MAX_STEPS, MAX_STEPS_OF_FILE

SUPPORTED: Final = (
    "supported are tag, #id, .class, [attr], [attr=value] and the same with ^=, $=, *=, ~=, "
    ":not([…]), :first-of-type, a space, > and commas"
)
_NAME = re.compile(r"(?:[\w-]|\\[^\n0-9a-fA-F])+")
_ATTRIBUTE = re.compile(
    r"""\[\s*([\w:-]+)\s*(?:([~^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))\s*)?\]"""
)
_NOT = re.compile(rf":not\(\s*{_ATTRIBUTE.pattern}\s*\)")
_FIRST = ":first-of-type"
_COMBINATOR = re.compile(r"\s*([>,])\s*|\s+")


_Test = Callable[[str, str], bool]


class SelectorError(ValueError):
    """A selector cannot be used; the message says why and what is supported."""


@dataclass(frozen=True, slots=True)
class _Attribute:
    """A condition on an attribute of an element."""

    name: str
    operator: str = ""  # "" where it only has to be there
    value: str = ""
    negated: bool = False  # the element must not meet it

    @property
    def is_class(self) -> bool:
        """Whether its value is a class that the element must have."""
        is_word = self.operator == "~=" and len(self.value.split()) == 1
        return self.name == "class" and is_word and not self.negated

    @property
    def test(self) -> _Test:
        """Whether a value of the attribute is right, with its words between single spaces."""
        wanted = self.value
        match self.operator:
            case "":
                return lambda _value, _words: True
            case "=":
                return lambda value, _words: value == wanted
            case "~=" if wanted.split() == [wanted]:
                found = f" {wanted} "
                return lambda _value, words: found in words
            case "~=":  # as the standard says: it matches nothing
                return lambda _value, _words: False
            case _ if not wanted:  # the same
                return lambda _value, _words: False
            case "^=":
                return lambda value, _words: value.startswith(wanted)
            case "$=":
                return lambda value, _words: value.endswith(wanted)
            case _:
                return lambda value, _words: wanted in value


@dataclass(frozen=True, slots=True)
class _Step:
    """What one element must be, and where it must be."""

    tag: str = ""  # "" is any
    id: str = ""
    classes: tuple[str, ...] = ()
    attributes: tuple[_Attribute, ...] = ()
    first_of_type: bool = False  # of the elements with its tag in its parent
    directly: bool = False  # in the element of the step before; else anywhere in it

    @property
    def key(self) -> str:
        """The rarest name that an element must have to match; "" where it is any element."""
        if self.id:
            return f"#{self.id}"
        words = [*self.classes, *(one.value for one in self.attributes if one.is_class)]
        if words:
            return f".{words[0]}"
        needed = (f"[{one.name}" for one in self.attributes if not one.negated)
        return self.tag or next(needed, "")

    def conditions(self) -> Iterator[tuple[str, _Test, bool]]:
        """The tests of the step, each with the name of its attribute and what it must give."""
        if own := self.id:
            yield "id", lambda value, _words: value.strip() == own, True
        for name in self.classes:
            yield "class", _Attribute("class", "~=", name).test, True
        for attribute in self.attributes:
            yield attribute.name, attribute.test, not attribute.negated


def check_selector(text: str) -> None:
    """Raise SelectorError where a selector cannot be used."""
    _parsed(text)


def count_steps(text: str) -> int:
    """How many steps a selector has, those behind commas too. Raises SelectorError."""
    return sum(map(len, _parsed(text)))


class FileSteps:
    """The steps of the selectors of a file, whose number is bounded."""

    def __init__(self) -> None:
        self._steps = 0

    def add(self, text: str) -> None:
        """Count the steps of a selector.

        Raises:
            SelectorError: it cannot be used, or is one too many and is not counted.
        """
        steps = self._steps + count_steps(text)
        if steps > MAX_STEPS_OF_FILE:
            raise SelectorError(
                f"with this one the selectors of the file have more than {MAX_STEPS_OF_FILE} "
                "steps; remove some"
            )
        self._steps = steps


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
    tags: set[tuple[int, str]] = set()  # that a parent was seen to have
    states: dict[int, tuple[int, int]] = {}  # steps that an element matches; it or one around it
    for element in elements:
        around = states.get(id(element.parent), none)
        own = matcher.matched(element, *around)
        if matcher.firsts:
            known = (id(element.parent), element.tag)
            if known in tags:
                own &= ~matcher.firsts
            tags.add(known)
        if own or around[1]:
            states[id(element)] = (own, around[1] | own)
        if own & matcher.ends:
            for number, last in enumerate(matcher.last):
                if own & last:
                    found[number].append(element)
    return found


class _Matcher:
    """All steps of some selectors, each with a bit, that of a step behind that of the one before.

    Work is done only for steps that an element can match by where it is and by its names.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.last: list[int] = []  # of each text, the bits of its last steps
        self.ends = 0  # all of these
        self.firsts = 0  # those of steps that match only the first element of its tag
        self._next = 1  # bit of the next step
        self._first = self._inside = self._directly = 0  # steps by where they may be
        self._named: dict[str, int] = {}  # by the name that an element must have
        self._tagged: dict[str, int] = {"": 0}  # by the tag that an element must be; "" is any
        self._tests: dict[str, list[tuple[int, _Test, bool]]] = {}  # by attribute
        for text in texts:
            last = 0
            for steps in _parsed(text):
                for number, step in enumerate(steps):
                    self._add(step, is_first=number == 0)
                last |= self._next >> 1
            self.last.append(last)
            self.ends |= last

    def _add(self, step: _Step, *, is_first: bool) -> None:
        bit, self._next = self._next, self._next << 1
        self._named[step.key] = self._named.get(step.key, 0) | bit
        self._tagged[step.tag] = self._tagged.get(step.tag, 0) | bit
        for name, test, wanted in step.conditions():
            self._tests.setdefault(name, []).append((bit, test, wanted))
        if step.first_of_type:
            self.firsts |= bit
        if is_first:
            self._first |= bit
        elif step.directly:
            self._directly |= bit
        else:
            self._inside |= bit

    def matched(self, element: Element, parent: int, around: int) -> int:
        """The bits of the steps that an element matches.

        Args:
            element: of a page.
            parent: the bits of its parent.
            around: the bits of all elements around it.
        """
        named = self._named.get("", 0)
        for name in _names_of(element):
            named |= self._named.get(name, 0)
        left = named & (self._first | around << 1 & self._inside | parent << 1 & self._directly)
        left &= self._tagged[""] | self._tagged.get(element.tag, 0)
        return self._tested(element, left) if left else 0

    def _tested(self, element: Element, left: int) -> int:
        """Those of some steps whose conditions on attributes an element meets."""
        for name, tests in self._tests.items():
            value = element.get(name)
            words = f" {' '.join(value.split())} "
            is_there = name in element.attrs
            for bit, test, wanted in tests:
                if left & bit and (is_there and test(value, words)) != wanted:
                    left ^= bit
        return left


def _names_of(element: Element) -> Iterator[str]:
    """The names of an element by which steps are found; see `_Step.key`."""
    yield element.tag
    if element.attrs:
        yield f"#{element.get('id').strip()}"
        for name in dict.fromkeys(element.get("class").split()):
            yield f".{name}"
        for name in element.attrs:
            yield f"[{name}"


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
        if len(selectors[-1]) > MAX_STEPS:
            raise SelectorError(
                f"a selector has at most {MAX_STEPS} steps, elements one inside the other; "
                "name fewer"
            )
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
    first_of_type = False
    if text[at : at + 1] == "*":
        at += 1
    elif found := _NAME.match(text, at):
        tag, at = _plain(found[0]).lower(), found.end()
    while at < len(text) and text[at] in "#.[:":
        if text.startswith(_FIRST, at):
            first_of_type, at = True, at + len(_FIRST)
            continue
        form = {"[": _ATTRIBUTE, ":": _NOT}.get(text[at])
        found = form.match(text, at) if form else _NAME.match(text, at + 1)
        if found is None or (own and text[at] == "#"):
            raise _unsupported(text, at)
        if form:
            value = next((part for part in found.groups()[2:] if part is not None), "")
            name, operator = found[1].lower(), found[2] or ""
            attributes.append(_Attribute(name, operator, value, negated=form is _NOT))
        elif text[at] == "#":
            own = _plain(found[0])
        else:
            classes.append(_plain(found[0]))
        at = found.end()
    if at == start:
        raise _unsupported(text, at)
    return _Step(tag, own, tuple(classes), tuple(attributes), first_of_type), at


def _plain(name: str) -> str:
    """A name without the backslashes before its special characters."""
    return re.sub(r"\\(.)", r"\1", name)


def _unsupported(text: str, at: int) -> SelectorError:
    rest = text[at : at + 20]
    where = f"{rest!r} cannot be used" if rest else "the selector ends where a name is expected"
    return SelectorError(f"{where}; {SUPPORTED}")
