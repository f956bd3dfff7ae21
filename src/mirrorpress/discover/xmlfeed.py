"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and CDF: one vocabulary, since feeds mix them.

An RSS item may carry Atom's links and Dublin Core's authors, an Atom entry media of Yahoo's; so
an entry is read by lists of names in order of preference, whatever the format calls itself.

    https://www.rssboard.org/rss-specification    https://web.resource.org/rss/1.0/spec
    RFC 4287 (Atom)                               https://www.rssboard.org/media-rss
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape

from mirrorpress import urls
from mirrorpress.discover import markup
from mirrorpress.discover.bounds import bounded, inheritable
from mirrorpress.discover.parts import (
    MAX_TITLE,
    Element,
    Fields,
    first,
    line,
    link,
    media,
    people,
    source_of,
    tags,
    value,
)
from mirrorpress.discover.xmltree import XmlDocument, attribute, language, namespace
from mirrorpress.model import FeedEntry, Index
from mirrorpress.text.dates import parse_date

MAX_ENTRIES = 10_000
MAX_ID = 4_096  # characters
FULL_TEXT = 1_000  # characters of a description with paragraphs that make it the full text

_TITLE = ("title", "dc:title", "media:title", "itunes:title")
_SUMMARY = (
    "summary",
    "description",
    "abstract",
    "dc:description",
    "dcterms:abstract",
    "itunes:summary",
    "media:description",
    "itunes:subtitle",
)
_CONTENT = ("content:encoded", "content", "xhtml:body", "body", "fullitem")
_PUBLISHED = ("pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:date")
_CREATED = ("created", "dcterms:created", "dc:created")
_UPDATED = ("updated", "modified", "dcterms:modified", "dc:date", "lastbuilddate")
_AUTHORS = ("author", "dc:creator", "dc:author", "dcterms:creator")
_AUTHORS_ELSEWHERE = ("itunes:author", "managingeditor", "media:credit")
_ID = ("guid", "id", "dc:identifier", "dcterms:identifier")
_LANGUAGE = ("language", "dc:language", "dcterms:language")


def read(document: XmlDocument) -> Index | None:
    """What a feed says, or None where the document is no feed."""
    form = _format(document)
    items = document.items()
    if form is None and next(items, None) is None:
        return None
    problems = dict.fromkeys(document.problems)
    if form is None:
        problems["The feed's outermost element is unknown; its entries were read."] = None
    channel = _channel(document)
    said = _language(document, channel)
    entries = tuple(bounded(_entries(document, said, problems), document.length, problems))
    return Index(
        format=form or "unknown",
        title=_short(line(document, first(channel, *_TITLE))),
        language=said,
        entries=entries,
        problems=tuple(problems),
    )


def _format(document: XmlDocument) -> str | None:
    """Name and version of the format; None where the outermost element is none we know."""
    name = document.name(document.root)
    version = (attribute(document.root, "version") or "").strip()[:10]
    if name == "rss":
        return f"rss {version or '2.0'}"
    if name in ("rdf:rdf", "rdf"):
        old = any("simple/0.9" in (space or "") for space in document.root.nsmap.values())
        return "rss 0.90" if old else "rss 1.0"
    if name == "feed":
        old = version == "0.3" or namespace(document.root).startswith("http://purl.org")
        return "atom 0.3" if old else "atom 1.0"
    if name == "entry":
        return "atom 1.0"
    if name == "channel":
        return "cdf"
    return None


def _channel(document: XmlDocument) -> Fields:
    """The fields of the feed itself."""
    fields = document.fields(document.root)
    channels = fields.get("channel")
    return document.fields(channels[0]) if channels else fields


def _language(document: XmlDocument, channel: Fields) -> str | None:
    said = first(channel, *_LANGUAGE)
    holders = [document.root, *document.fields(document.root).get("channel", ())[:1]]
    inherited = next(filter(None, map(language, holders)), None)
    return _tag(value(said)) or _tag(inherited)


def _tag(said: str | None) -> str | None:
    """A language tag as BCP 47 writes it, or None where it cannot be one."""
    tag = (said or "").strip().replace("_", "-")
    return tag if 2 <= len(tag) <= 35 and tag.replace("-", "").isalnum() and tag.isascii() else None


def _entries(
    document: XmlDocument, said: str | None, problems: dict[str, None]
) -> Iterator[FeedEntry]:
    named = people(document, _channel(document).get("author", ())) if _is_atom(document) else ()
    inherited = inheritable(named, problems)
    count = 0
    for element in document.items():
        if count == MAX_ENTRIES:
            problems[f"The feed has more than {MAX_ENTRIES} entries; the others were left out."] = (
                None
            )
            return
        if len(element) or element.attrib or (element.text or "").strip():
            count += 1
            yield _entry(document, element, inherited, said)


def _is_atom(document: XmlDocument) -> bool:
    return document.name(document.root) == "feed"


def _entry(
    document: XmlDocument, element: Element, inherited: tuple[str, ...], said: str | None
) -> FeedEntry:
    """What an item says; the authors and the language of the feed replace missing ones."""
    fields = document.fields(element)
    own = _tag(language(element) or value(first(fields, *_LANGUAGE)))
    tag = own or said
    summary = _prose(document, first(fields, *_SUMMARY))
    content = _prose(document, _content(fields))
    if content is None and summary is not None and summary.is_full_text():
        content = summary
    published = _date(fields, tag, *_PUBLISHED) or _date(fields, tag, *_CREATED)
    return FeedEntry(
        url=_url(document, element, fields),
        id=_id(element, fields),
        title=_short(line(document, first(fields, *_TITLE))),
        authors=_authors(document, fields) or inherited,
        published=published,
        updated=_date(fields, tag, *_UPDATED)
        or parse_date(attribute(element, "lastmod"), language=tag),
        summary=summary.text or None if summary else None,
        content=content.text or None if content else None,
        content_html=content.markup() if content else None,
        media=media(document, fields),
        tags=tags(document, fields),
        language=own,
    )


def _content(fields: Fields) -> Element | None:
    """The element that holds a full text."""
    found = [element for name in _CONTENT for element in fields.get(name, ())]
    readable = [element for element in found if _is_readable(attribute(element, "type"))]
    content = first({"": readable}, "")
    return content if content is not None else _description(fields)


def _description(fields: Fields) -> Element | None:
    """A description beside a summary, which then is the longer of the two."""
    return first(fields, "description") if first(fields, "summary") is not None else None


def _is_readable(media_type: str | None) -> bool:
    kind = (media_type or "text").strip().lower()
    return kind in ("text", "html", "xhtml") or kind.startswith("text/") or "xml" in kind


@dataclass(frozen=True, slots=True)
class _Prose:
    """A field of one or more paragraphs."""

    text: str
    source: str
    is_markup: bool
    base: str | None

    def markup(self) -> str:
        """The field as `extract` should get it."""
        if self.is_markup:
            return markup.to_extract(self.source, self.base)
        return escape(self.source, quote=False)

    def is_full_text(self) -> bool:
        """Many feeds of RSS 2.0 carry the whole article in `description`."""
        return self.is_markup and len(self.text) >= FULL_TEXT and "\n" in self.text


def _prose(document: XmlDocument, element: Element | None) -> _Prose | None:
    """A field as text and as what it came in; None where it says nothing."""
    if element is None:
        return None
    source, is_markup = source_of(document, element)
    text = markup.paragraphs(source) if is_markup else markup.plain(source)
    if not text and not source.strip():
        return None
    return _Prose(text, source, is_markup, document.base_of(element))


def _date(fields: Fields, language: str | None, *names: str) -> datetime | None:
    for name in names:
        for element in fields.get(name, ()):
            if (found := parse_date(value(element), language=language)) is not None:
                return found
    return None


def _authors(document: XmlDocument, fields: Fields) -> tuple[str, ...]:
    found = [element for name in _AUTHORS for element in fields.get(name, ())]
    named = people(document, found)
    if named:
        return named
    for source in fields.get("source", ()):  # of an aggregated entry (RFC 4287, 4.2.11)
        if inner := people(document, document.fields(source).get("author", ())):
            return inner
    return people(document, (e for name in _AUTHORS_ELSEWHERE for e in fields.get(name, ())))


def _url(document: XmlDocument, element: Element, fields: Fields) -> str | None:
    """The entry's address: its link, or an id that is an address and not said to be none."""
    found = link(document, fields)
    if found is not None:
        return found
    candidates = [attribute(element, "href"), attribute(element, "about")]
    for guid in fields.get("guid", ()):
        if (attribute(guid, "ispermalink") or "true").strip().lower() != "false":
            candidates.append(value(guid))
    candidates += [value(e) for e in fields.get("id", ()) if _is_web(value(e))]
    base = document.base_of(element)
    return next(filter(None, (urls.safe(found, base=base) for found in candidates)), None)


def _is_web(text: str | None) -> bool:
    return text is not None and text.lower().startswith(("http://", "https://"))


def _id(element: Element, fields: Fields) -> str | None:
    found = value(first(fields, *_ID)) or attribute(element, "about")
    return markup.plain(found)[:MAX_ID] or None if found else None


def _short(title: str | None) -> str | None:
    return title[:MAX_TITLE] if title else None
