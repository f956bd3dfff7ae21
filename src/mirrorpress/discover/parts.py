"""The parts of an XML feed that channels and entries share: text, people, links, media, tags."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from mirrorpress import urls
from mirrorpress.discover import markup
from mirrorpress.discover.xmltree import XmlDocument, attribute, is_atom, markup_of, text_of
from mirrorpress.model import Media

Element = etree._Element
Fields = dict[str, list[Element]]

MAX_TITLE = 1_000  # characters
MAX_MEDIA = 100  # of one entry
MAX_TAGS = 100
MAX_LINKS = 100
MAX_AUTHORS = 50

_MEDIA_NAMES = frozenset({"enclosure", "link", "media:content", "media:group", "media:thumbnail"})
_MEDIA_NAMES |= {"itunes:image", "image"}
_EMAIL = r"[^\s@<>()]+@[^\s@<>()]+"
_PERSON = re.compile(
    rf"^(?:(?P<before>[^<>()]*?)\s*[<(](?:mailto:)?{_EMAIL}[>)]|{_EMAIL}\s*\((?P<after>.*)\))\s*$"
)
_HTML_TYPES = frozenset({"html", "text/html", "xhtml", "application/xhtml+xml"})
_TEXT_TYPES = frozenset({"text", "text/plain", "plain"})


def first(fields: Fields, *names: str) -> Element | None:
    """The first element of the first name that has any that is not empty."""
    for name in names:
        for element in fields.get(name, ()):
            if len(element) or (element.text and not element.text.isspace()):
                return element
    return None


def source_of(document: XmlDocument, element: Element) -> tuple[str, bool]:
    """What a text field holds, and whether it is markup.

    Atom says which it is (RFC 4287, 3.1; `mode` in Atom 0.3). RSS does not: it is taken as
    markup where it has tags or references that HTML knows.
    """
    if not element.keys() and len(element) == 0 and not is_atom(element):
        text = element.text or ""
        return text, markup.looks_like_markup(text)
    kind = (attribute(element, "type") or "").strip().lower()
    mode = (attribute(element, "mode") or "").strip().lower()
    if mode == "base64" or (is_atom(element) and _is_opaque(kind)):
        return _base64(text_of(element)), kind not in _TEXT_TYPES
    if len(element) and mode != "escaped":
        return markup_of(element), True
    text = text_of(element)
    if kind in _HTML_TYPES:
        return text, True
    if kind in _TEXT_TYPES or (is_atom(element) and mode != "escaped"):
        return text, False
    return text, markup.looks_like_markup(text)


def _is_opaque(kind: str) -> bool:
    """Whether Atom has a field of this type in Base64 (RFC 4287, 4.1.3.3)."""
    return "/" in kind and not kind.startswith("text/") and "xml" not in kind


def line(document: XmlDocument, element: Element | None) -> str | None:
    """A text field as text on one line; None where it says nothing."""
    if element is None:
        return None
    text, is_markup = source_of(document, element)
    return (markup.line(text) if is_markup else markup.plain(text)) or None


def value(element: Element | None) -> str | None:
    """A field that is no prose: a date, an address, an id."""
    return text_of(element).strip() or None if element is not None else None


def person(text: str) -> str:
    """The name in "Name (address)", "address (Name)" and "Name <address>"."""
    text = markup.line(text) if markup.looks_like_markup(text) else markup.plain(text)
    if found := _PERSON.match(text):
        return (found["before"] or found["after"] or text).strip(" \"'()<>") or text
    return text


def people(document: XmlDocument, elements: Iterable[Element]) -> tuple[str, ...]:
    """Names of persons, from Atom's person constructs and from text alike."""
    names: dict[str, None] = {}
    for element in elements:
        inner = document.fields(element)
        found = first(inner, "name", "email") if len(element) else element
        name = person(text_of(found)) if found is not None else ""
        if name and len(name) <= MAX_TITLE:
            names[name] = None
    return tuple(names)[:MAX_AUTHORS]


def link(document: XmlDocument, fields: Fields) -> str | None:
    """The address of what a channel or entry is about, in RSS or in Atom.

    The publisher's own address (feedburner:origLink) goes before that of a counter.
    """
    own = first(fields, "feedburner:origlink")
    candidates = [value(own)] if own is not None else []
    links = fields.get("link", [])[:MAX_LINKS]
    candidates += [text_of(element) for element in links if _is_text(element)]
    candidates += [attribute(element, "href") for element in _alternates(links)]
    base = _base(document, links)
    return next(filter(None, (urls.safe(found, base=base) for found in candidates)), None)


def _is_text(element: Element) -> bool:
    return attribute(element, "href") is None and bool(element.text) and _is_alternate(element)


def _is_alternate(element: Element) -> bool:
    """Whether a link leads to the thing itself (RFC 4287, 4.2.7.2; relations may be addresses)."""
    relation = (attribute(element, "rel") or "alternate").strip().lower()
    return relation.rpartition("/")[2] == "alternate"


def _alternates(links: list[Element]) -> list[Element]:
    found = [e for e in links if _is_alternate(e) and attribute(e, "href")]
    return sorted(found, key=lambda element: not _is_page(attribute(element, "type")))


def _is_page(media_type: str | None) -> bool:
    return media_type is None or "html" in media_type.lower()


def _base(document: XmlDocument, elements: Iterable[Element]) -> str | None:
    return next((document.base_of(element) for element in elements), document.base)


def media(document: XmlDocument, fields: Fields) -> tuple[Media, ...]:
    """Files attached to an entry: enclosures, Media RSS, podcast pictures; each address once."""
    if _MEDIA_NAMES.isdisjoint(fields):
        return ()
    found: dict[str, Media] = {}
    for element in islice(_media_elements(document, fields), 10 * MAX_MEDIA):
        address = attribute(element, "url") or attribute(element, "href") or element.text
        url = urls.safe(address, base=document.base_of(element))
        if url is not None and url not in found and len(found) < MAX_MEDIA:
            found[url] = Media(
                url=url, type=_media_type(document, element), title=_media_title(document, element)
            )
    return tuple(found.values())


def _media_title(document: XmlDocument, element: Element) -> str | None:
    inner = document.fields(element) if len(element) else {}
    said = line(document, first(inner, "media:title", "media:description"))
    return said or markup.plain(attribute(element, "title") or "") or None


def _media_elements(document: XmlDocument, fields: Fields) -> Iterator[Element]:
    yield from fields.get("enclosure", ())
    yield from (e for e in fields.get("link", ()) if attribute(e, "rel") == "enclosure")
    for group in [fields, *map(document.fields, fields.get("media:group", ()))]:
        yield from (e for e in group.get("media:content", ()) if attribute(e, "url"))
        for content in group.get("media:content", ()):
            yield from document.fields(content).get("media:thumbnail", ()) if len(content) else ()
        yield from group.get("media:thumbnail", ())
    yield from fields.get("itunes:image", ())
    for image in fields.get("image", ()):
        yield from document.fields(image).get("url", ()) if len(image) else [image]


def _media_type(document: XmlDocument, element: Element) -> str | None:
    declared = attribute(element, "type")
    if declared and "/" in declared:
        return declared.strip().lower()[:100]
    if document.name(element) in ("media:thumbnail", "itunes:image", "image", "url"):
        return "image/*"
    medium = attribute(element, "medium")
    return f"{medium}/*" if medium in ("image", "video", "audio") else None


def tags(document: XmlDocument, fields: Fields) -> tuple[str, ...]:
    """Words that a feed files an entry under, each once."""
    found: dict[str, None] = {}
    for name in ("category", "dc:subject", "itunes:category", "media:category"):
        for element in fields.get(name, [])[:MAX_TAGS]:
            said = attribute(element, "label") or attribute(element, "term")
            tag = line(document, element) or attribute(element, "text") if said is None else said
            found[markup.plain(tag or "")[:MAX_TITLE]] = None
    for name in ("itunes:keywords", "media:keywords"):
        for element in fields.get(name, ()):
            found.update(dict.fromkeys(map(markup.plain, text_of(element).split(","))))
    return tuple(filter(None, found))[:MAX_TAGS]


def _base64(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", errors="replace")
    except (binascii.Error, ValueError):
        return text
