"""What JSON-LD scripts say of the article, also where their JSON is broken.

Pages wrap it in comments or CDATA, leave commas and line feeds where none may stand, escape it
as HTML, put it in lists and graphs. What cannot be repaired is read by fields.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from mirrorpress.extract.page.tree import squeezed
from mirrorpress.page_data.json_text import decoded

_MAX_SCRIPT = 1_000_000  # characters
_MAX_DEPTH = 12
_MAX_ITEMS = 200  # of one list
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Blog|NewsItem|Recipe|Chapter|Column)$")
_LESS = re.compile(r"(?:WebPage|VideoObject|ItemPage|CreativeWork|PodcastEpisode|Event)$")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.{0,40}?\*/)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", re.S
)
_STRAY_COMMA = re.compile(r",(\s*[}\]])")
_FIELD = r'"{name}"\s*:\s*"((?:[^"\\]|\\.){{1,3000}})"'
_FIELDS = (
    "headline",
    "datePublished",
    "dateModified",
    "articleSection",
    "inLanguage",
)
_DATES = ("datePublished", "dateModified")
_BARE_DATE = (
    r'"{name}"\s*:\s*(\d{{4}}-\d\d-\d\d[T ][\d:.+\-]{{4,25}}Z?)\s*[,}}\n]'  # without quotes
)
_FIELD_PATTERNS = [
    *((name, re.compile(_FIELD.format(name=name))) for name in _FIELDS),
    *((name, re.compile(_BARE_DATE.format(name=name))) for name in _DATES),
]
_AUTHOR = re.compile(
    r'"author"\s*:\s*[\[{\s]{0,6}(?:[^{}\[\]]{0,200}?"name"\s*:\s*)?"([^"\\]{2,80})"'
)
_TAG = re.compile(r"<[^<>]{1,200}>")  # of a name that is a link


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The article's fields, as far as the scripts name them."""

    headline: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    publisher: str | None = None
    image: str | None = None
    body: str | None = None  # lines as they are, may hold markup
    is_free: bool = True  # False where the outlet says that readers pay for the article
    url: str | None = None


def read_linked(scripts: Iterable[str]) -> Linked:
    """The fields of the page's article in its JSON-LD scripts; empty where there is none."""
    best: dict[str, Any] = {}
    rank = 0
    broken: list[str] = []
    index: dict[str, dict[str, Any]] = {}
    for script in scripts:
        data = _parsed(script[:_MAX_SCRIPT])
        if data is None:
            broken.append(script[:_MAX_SCRIPT])
            continue
        for thing in _things(data, 0):
            if isinstance(thing.get("@id"), str) and len(thing) > 1:
                index.setdefault(thing["@id"], thing)
            mine = _rank(thing)
            if mine > rank:
                best, rank = thing, mine
    if rank:
        return _linked(best, index)
    return _by_fields(broken)


# An escape of half a surrogate pair, which is no character: high without low, or low without high.
_HALF_PAIR = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


def _parsed(script: str) -> Any:
    """The JSON of a script, repaired where it is broken; None where that does not help."""
    text = script.strip()
    if text[:1] not in ("{", "[") or text[-1:] not in ("}", "]"):  # with something around it
        text = _WRAPPING.sub("", text).strip()
    for repair in _REPAIRS:
        attempt = repair(text)
        if "\\u" in attempt:
            attempt = _HALF_PAIR.sub("\\\\ufffd", attempt)
        data = decoded(attempt)
        if data is not None:
            return data
    return None


# What is done to a script until it can be read, the last to one that still cannot.
_REPAIRS: tuple[Callable[[str], str], ...] = (
    str,
    lambda text: _STRAY_COMMA.sub(r"\1", text),
    html.unescape,
)


def _things(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object that could be the article, in graphs and lists as deep as is sane."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data[:_MAX_ITEMS]:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(data.get(name), (dict, list)):
                yield from _things(data[name], depth + 1)


def _rank(thing: dict[str, Any]) -> int:
    """How surely an object is the article: 0 is not at all."""
    kinds = thing.get("@type")
    names = [
        kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]
    if any(_ARTICLE.search(name) for name in names):
        return 3 + ("headline" in thing) + ("datePublished" in thing)
    if any(_LESS.search(name) for name in names) and (
        "datePublished" in thing or "headline" in thing
    ):
        return 1
    return 0


def _linked(thing: dict[str, Any], index: dict[str, dict[str, Any]]) -> Linked:
    return Linked(
        headline=text_of(thing.get("headline")) or text_of(thing.get("name")),
        subtitle=text_of(thing.get("alternativeHeadline")),
        authors=tuple(
            islice(_names(thing.get("author") or thing.get("creator"), index), _MAX_ITEMS)
        ),
        published=text_of(thing.get("datePublished"))
        or text_of(thing.get("uploadDate"))
        or text_of(thing.get("dateCreated")),
        modified=text_of(thing.get("dateModified")),
        language=text_of(thing.get("inLanguage")),
        section=text_of(thing.get("articleSection")),
        tags=_tags(thing.get("keywords")),
        publisher=next(iter(_names(thing.get("publisher"), index)), None),
        image=_image(thing.get("image") or thing.get("thumbnailUrl"), index),
        body=_long_text(thing.get("articleBody")),
        is_free=str(thing.get("isAccessibleForFree")).casefold() != "false",
        url=text_of(thing.get("url")) or _id(thing.get("mainEntityOfPage")),
    )


def text_of(value: Any) -> str | None:
    """A text value: the first of a list, the "@value" or name of an object; unescaped."""
    while isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, float) and math.isfinite(value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    return squeezed(html.unescape(value)) or None


def _long_text(value: Any) -> str | None:
    """A text of several lines, unescaped."""
    text = next((item for item in value if item), None) if isinstance(value, list) else value
    return html.unescape(text).strip() or None if isinstance(text, str) else None


def _id(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None


def _names(value: Any, index: dict[str, dict[str, Any]], depth: int = 0) -> Iterator[str]:
    """Names in lists, roles and references; deeper ones are left out: references can be circular.

    A role holds who has it: https://schema.org/Role
    """
    if depth > 1:
        return
    for item in value[:_MAX_ITEMS] if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "name" not in item and isinstance(item.get("@id"), str):
            item = index.get(item["@id"], {})
        if isinstance(item, dict):
            inner = item.get("name")
            if inner is None:
                inner = item.get("author") or item.get("creator") or _whole_name(item)
            if isinstance(inner, (list, dict)):
                yield from _names(inner, index, depth + 1)
                continue
            item = inner
        name = text_of(item)
        if name:
            yield squeezed(_TAG.sub(" ", name))


def _whole_name(person: dict[str, Any]) -> str | None:
    """The name of a person who has a first and a last name."""
    parts = [text_of(person.get(part)) for part in ("givenName", "familyName")]
    return " ".join(filter(None, parts)) or None


def _image(value: Any, index: dict[str, dict[str, Any]]) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        if isinstance(value.get("@id"), str) and "url" not in value:
            value = index.get(value["@id"], value)
        value = value.get("url") or value.get("contentUrl") or value.get("@id")
        if isinstance(value, list) and value:
            value = value[0]
    return value if isinstance(value, str) else None


def _tags(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = re.split(r"[,;，、]", value)
    if not isinstance(value, list):
        return ()
    texts = (text_of(item) for item in value[:40])
    return tuple(dict.fromkeys(text for text in texts if text and len(text) <= 80))


def _by_fields(scripts: list[str]) -> Linked:
    """What single fields of unreadable JSON say."""
    found: dict[str, str] = {}
    authors: list[str] = []
    for script in scripts:
        if not re.search(r'"@type"\s*:\s*(?:\[\s*)?"\w*(?:Article|Posting|WebPage)"', script):
            continue
        for name, pattern in _FIELD_PATTERNS:
            if name not in found and (match := pattern.search(script)):
                found[name] = match[1].replace('\\"', '"').replace("\\/", "/")
        authors += _AUTHOR.findall(script)[:3]
    return Linked(
        headline=text_of(found.get("headline")),
        authors=tuple(dict.fromkeys(authors)),
        published=found.get("datePublished"),
        modified=found.get("dateModified"),
        language=found.get("inLanguage"),
        section=text_of(found.get("articleSection")),
    )
