"""Page text put right and bounded before the parser sees it.

Two kinds of repair. What minifiers and careless filters broke is repaired: element and attribute
run together (`<divdata-x="a">`, `<imgsrc="b">`), declarative shadow roots. And what would make
the parser slow is bounded, because lexbor is quadratic in the depth of nesting, in the number of
attributes of one tag and in the number of formatting elements left open:

    characters in all      MAX_CHARACTERS, the rest is cut off
    tags in all            MAX_TAGS, likewise
    nesting                MAX_DEPTH, deeper start tags are dropped (their text stays)
    open formatting tags   MAX_OPEN_FORMATTING of one name, further ones are dropped
    one tag                MAX_TAG_LENGTH characters and MAX_ATTRIBUTES attributes are kept

Every step is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

MAX_CHARACTERS = 10 * 1024 * 1024
MAX_TAGS = 200_000
MAX_DEPTH = 256
MAX_OPEN_FORMATTING = 8
MAX_TAG_LENGTH = 16_384
MAX_ATTRIBUTES = 64
_DEEP = MAX_DEPTH // 4
_LONG = 1000  # characters; a shorter tag cannot break a bound

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)  # HTML standard, §13.1.2
_FORMATTING = frozenset(
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ]
)  # HTML standard, §13.2.4.3
_SELF_CLOSING = frozenset(
    ["p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot"]
)  # often unclosed

_SILENT = re.compile(r"<(?:!--|(script|style|svg|math)(?=[\s/>]))", re.IGNORECASE)
_SILENT_END = {
    name: re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE)
    for name in ("script", "style", "svg", "math")
}
_JSON_LD = re.compile(r"ld\+json", re.IGNORECASE)
_DATA_URL = re.compile(r"(data:[\w/+.-]{1,60};base64,)[A-Za-z0-9+/=%\s]{200,}")
_SHADOW = re.compile(r"<template(?=[^>]{0,200}\bshadowroot(?:mode)?=)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60})")
_OPENING = re.compile(r"<(/?[a-zA-Z][^\s/>]*)")
_LONG_TAG = re.compile(rf"<(?=[^\W\d_])[^<]{{{_LONG},}}")  # and the text behind it
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

_MAYBE_GLUED = re.compile(r"<[a-z][a-z0-9-]*+=")  # what `_GLUED` can match; most pages have none
# Tags whose name ran into the first attribute: <divdata-x="…", <imgsrc='…', <ahref="…".
_GLUED = re.compile(
    r"<([a-z][a-z0-9]*(?:-[a-z0-9]+)*?)"
    r"((?:data-[a-z-]+|media-id|video-type|src|srcset|type|href|class|id|style|alt|title|width|"
    r"height|rel|target|loading|role|lang|dir|name|content|property|itemprop|sizes|aria-[a-z]+|"
    r"datetime|colspan|rowspan)=[\"'])"
)
_ELEMENTS = frozenset(
    [
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "blockquote",
        "body",
        "button",
        "caption",
        "cite",
        "code",
        "col",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "i",
        "iframe",
        "img",
        "input",
        "label",
        "li",
        "link",
        "main",
        "meta",
        "nav",
        "noscript",
        "object",
        "ol",
        "p",
        "param",
        "picture",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "track",
        "u",
        "ul",
        "video",
    ]
)


@dataclass(frozen=True, slots=True)
class RepairedMarkup:
    """Markup fit for the parser, and the JSON-LD scripts that were taken out of it."""

    markup: str
    scripts: tuple[str, ...]
    script_characters: int  # of all scripts: much script and no text is an empty shell


def repair(text: str) -> RepairedMarkup:
    """The page without scripts, styles and comments, put right and bounded."""
    if len(text) > MAX_CHARACTERS:
        text = text[:MAX_CHARACTERS]
    try:
        clean = b"\0" not in text.encode()  # found faster in bytes
    except UnicodeEncodeError:
        text, clean = _SURROGATES.sub("\ufffd", text), False
    if not clean:
        text = text.replace("\x00", "")
    markup, scripts, size = _without_silent(text)
    if "base64," in markup:
        markup = _DATA_URL.sub(r"\1", markup)
    if "shadowroot" in markup:
        markup = _SHADOW.sub("<div", markup).replace("</template>", "</div>")
    if _MAYBE_GLUED.search(markup):
        markup = _GLUED.sub(_split_glued, markup)
    return RepairedMarkup(_bounded(markup), scripts, size)


def _without_silent(text: str) -> tuple[str, tuple[str, ...], int]:
    """Scripts, styles, drawings and comments cut out; JSON-LD scripts and size of all scripts."""
    kept: list[str] = []
    scripts: list[str] = []
    size = at = 0
    endless: set[str] = set()
    while found := _SILENT.search(text, at):
        kept.append(text[at : found.start()])
        name = (found[1] or "").lower()
        end = _end_of(text, found.end(), name, endless)
        if end is None:
            kept.append(" " if name in ("svg", "math") else "")
            at = found.end() if name in ("svg", "math", "") else len(text)
            continue
        start, at = end
        if name == "script":
            size += start - found.end()
            if _JSON_LD.search(text, found.end(), min(start, found.end() + 300)):
                scripts.append(text[text.find(">", found.end()) + 1 : start])
    kept.append(text[at:])
    return "".join(kept), tuple(scripts), size


def _end_of(text: str, at: int, name: str, endless: set[str]) -> tuple[int, int] | None:
    """Where the content of a silent element or comment ends, and where its end tag does."""
    if name in endless:
        return None
    if not name:
        start = text.find("-->", at)
        found = (start, start + 3) if start >= 0 else None
    else:
        match = _SILENT_END[name].search(text, at)
        found = match.span() if match else None
    if found is None:
        endless.add(name)
    return found


def _split_glued(match: re.Match[str]) -> str:
    name, attribute = match.groups()
    return f"<{name} {attribute}" if name in _ELEMENTS or "-" in name else match[0]


def _bounded(markup: str) -> str:
    if markup.count("<") > MAX_TAGS:
        last = next(islice(re.finditer("<", markup), MAX_TAGS, None))
        markup = markup[: last.start()]
    if any(_crowded(found[0][1:]) for found in _LONG_TAG.finditer(markup)):
        first, *pieces = markup.split("<")
        markup = "<".join([first, *map(_short_tag, pieces)])
        del pieces
    if _is_deep(markup):
        markup = "".join(_shallow(markup))
    return markup


def _crowded(piece: str) -> bool:
    """Whether a tag (without "<", with the text behind it) could break a bound."""
    return piece[0].isalpha() and (
        len(piece) > MAX_TAG_LENGTH or len(piece.partition(">")[0].split()) > MAX_ATTRIBUTES
    )


def _short_tag(piece: str) -> str:
    return _shortened(piece) if len(piece) > _LONG and piece[0].isalpha() else piece


def _shortened(piece: str) -> str:
    """One tag (without "<") and the text behind it."""
    name = re.match(r"[^\s/>]{1,60}", piece)
    if name is None:
        return piece
    words, at = [name[0]], name.end()
    for attribute in islice(_ATTRIBUTE.finditer(piece, at), MAX_ATTRIBUTES):
        if ">" in piece[at : attribute.start()]:
            break
        if len(attribute[0]) <= MAX_TAG_LENGTH:
            words.append(attribute[0])
        at = attribute.end()
    end = piece.find(">", at)
    return " ".join(words) + (piece[end:] if end >= 0 else ">")


def _is_deep(markup: str) -> bool:
    """Whether the nesting could go beyond its bound. Never wrong when it says no.

    An end tag counts only where an element of its very name is open; the parser skips the others.
    """
    opened: dict[str, int] = {}
    depth = 0
    get = opened.get
    for name in _OPENING.findall(markup):
        if name[0] == "/":
            name = name[1:]
            if count := get(name):
                opened[name] = count - 1
                depth -= 1
        elif name not in _VOID:
            opened[name] = get(name, 0) + 1
            depth += 1
            if depth > _DEEP:
                return True
    return False


def _shallow(markup: str) -> Iterator[str]:
    """The markup with start tags dropped that would nest too deep."""
    stack: list[str] = []
    opened: dict[str, int] = {}
    at = 0
    for found in _TAG.finditer(markup):
        name = found[2].lower()
        if name in _VOID:
            continue
        if found[1]:
            _close(name, stack, opened)
            continue
        if name in _SELF_CLOSING and stack and stack[-1] == name:
            stack.pop()
        elif len(stack) >= MAX_DEPTH or opened.get(name, 0) >= MAX_OPEN_FORMATTING:
            yield markup[at : found.start()]
            end = markup.find(">", found.end())
            at = end + 1 if end >= 0 else len(markup)
            continue
        stack.append(name)
        if name in _FORMATTING:
            opened[name] = opened.get(name, 0) + 1
    yield markup[at:]


def _close(name: str, stack: list[str], opened: dict[str, int]) -> None:
    """An end tag closes the innermost element of its name, and what is open inside it.

    Formatting elements left open inside stay counted: the parser opens them again further on.
    """
    if name in _FORMATTING and opened.get(name):
        opened[name] -= 1
    for back in range(1, min(len(stack), MAX_DEPTH) + 1):
        if stack[-back] == name:
            del stack[-back:]
            return
