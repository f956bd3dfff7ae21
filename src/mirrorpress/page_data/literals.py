"""Strings, lists and objects in JavaScript, read without running it.

A script is read once from its beginning to its end. Brackets hold what is between them, strings
and names are what they are, operators are passed over. So of

    window.state = {page: {"title": "Harbour reopens", tags: ["port"], read: function() {…}}}

an object is found that has a title and tags. Code gives values, too; they hold no running text.
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

# Of what `json` gives, or a `Name`. mypy knows no recursive type of JSON that is easy to read.
Value: TypeAlias = Any

MAX_LEVELS: Final = 200  # of brackets; what is deeper is left out
MAX_TOKENS: Final = 400_000  # of a script; the rest is left out
_EMPTY = " "  # the key of what has an empty one: that of `KEYLESS` is no other's
KEYLESS: Final = ""  # the key of a list of what has none: an object can be the body of a function
_STRING, _SINGLE, _TEMPLATE, _OPEN, _CLOSE, _COLON, _COMMA, _NUMBER, _NAME = range(1, 10)
_TOKEN = re.compile(
    r'"((?:[^"\\\n]++|\\.)*+)"?'  # one without an end ends with its line
    r"|'((?:[^'\\\n]++|\\.)*+)'?"
    r"|`((?:[^`\\]++|\\.)*+)`?"
    r"|([{\[(])|([}\])])|(:)|(,)"
    r"|(-?\d[\w.]*+)"
    r"|([A-Za-z_$][\w$]*+)"
    r"|/\*.*?(?:\*/|\Z)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": ""}
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")  # written as two escapes


class Name(str):
    """A name of JavaScript: a variable, a keyword."""

    __slots__ = ()


def literals_in(script: str) -> list[Value]:
    """What stands in a script at its top level, in order: lists, dictionaries, strings, names.

    What is in round brackets is a list whose first item is the name `Name("(")`.
    """
    top: list[Value] = []
    stack: list[Value] = [top]
    keys: list[str | None] = [None]  # of each open object: the key that waits for its value
    skipped = 0  # levels beyond the deepest
    for count, token in enumerate(_TOKEN.finditer(script)):
        if count >= MAX_TOKENS:
            break
        kind = token.lastindex
        if kind is None or kind == _NUMBER:
            if kind is not None and not skipped:
                _put(stack, keys, _number(token[_NUMBER]))
        elif kind == _OPEN:
            if len(stack) > MAX_LEVELS:
                skipped += 1
                continue
            mark = token[_OPEN]
            value: Value = {} if mark == "{" else [] if mark == "[" else [Name("(")]
            _put(stack, keys, value)
            stack.append(value)
            keys.append(None)
        elif kind == _CLOSE:
            if skipped:
                skipped -= 1
            elif len(stack) > 1:
                stack.pop()
                keys.pop()
        elif skipped:
            continue
        elif kind == _COLON:
            _name_value(stack[-1], keys)
        elif kind != _COMMA:
            text = token[kind]
            _put(stack, keys, Name(text) if kind == _NAME else unescaped(text))
    return top


def _put(stack: list[Value], keys: list[str | None], value: Value) -> None:
    holder = stack[-1]
    if isinstance(holder, list):
        holder.append(value)
        return
    key = keys[-1]
    if key is None:
        holder.setdefault(KEYLESS, []).append(value)
    else:
        holder.setdefault(key, value)
        keys[-1] = None


def _name_value(holder: Value, keys: list[str | None]) -> None:
    """A colon: what stands before it in an object is the key of what follows."""
    if isinstance(holder, dict) and (before := holder.get(KEYLESS)):
        key = before.pop()
        if not before:
            del holder[KEYLESS]
        if isinstance(key, (str, int)):
            keys[-1] = str(key) or _EMPTY


def _number(text: str) -> int | None:
    return int(text) if len(text) < 16 and text.isdecimal() else None


def unescaped(text: str) -> str:
    """The content of a string literal as text."""
    if "\\" not in text:
        return text
    text = _ESCAPE.sub(_character, text)
    return text if max(text, default="") < "\ud800" else _HALVES.sub(_joined, text)


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code is None:
        return _PLAIN.get(found[4], found[4])
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else "\ufffd"


def _joined(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16")
