"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).

A field of the wrong type is skipped and reported once; nothing of it reaches an entry.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mirrorpress import urls
from mirrorpress.discover import markup
from mirrorpress.discover.bounds import bounded, inheritable
from mirrorpress.discover.parts import MAX_AUTHORS, MAX_MEDIA, MAX_TAGS, MAX_TITLE
from mirrorpress.discover.xmlfeed import MAX_ENTRIES, MAX_ID
from mirrorpress.model import FeedEntry, Index, Media
from mirrorpress.text.dates import parse_date


def read(text: str, base: str | None) -> Index | None:
    """What a JSON Feed says, or None where the text is none.

    Args:
        text: the document.
        base: its address.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    problems: dict[str, None] = {}
    if "jsonfeed.org" not in str(feed.get("version")):
        problems["The feed does not name a version of JSON Feed."] = None
    items = [item for item in feed["items"] if isinstance(item, dict)]
    if len(items) != len(feed["items"]):
        problems["Some items are not objects; they were left out."] = None
    if len(items) > MAX_ENTRIES:
        problems[f"The feed has more than {MAX_ENTRIES} entries; the others were left out."] = None
    reader = _Reader(base, problems)
    language = reader.text(feed, "language")
    inherited = inheritable(reader.authors(feed), problems)
    length = len(text.encode("utf-8", "surrogatepass"))
    entries = (reader.entry(item, inherited, language) for item in items[:MAX_ENTRIES])
    return Index(
        format=f"json feed {str(feed.get('version', '')).rpartition('/')[2][:10] or '1'}",
        title=reader.line(feed, "title"),
        language=language,
        entries=tuple(bounded(entries, length, problems)),
        problems=tuple(problems),
    )


class _Reader:
    """Reads objects of one feed and notes what it reads over."""

    def __init__(self, base: str | None, problems: dict[str, None]) -> None:
        self._base = base
        self._problems = problems

    def entry(
        self, item: dict[str, Any], inherited: tuple[str, ...], language: str | None
    ) -> FeedEntry:
        """What an item says; the authors and the language of the feed replace missing ones."""
        own = self.text(item, "language")
        html = self.text(item, "content_html")
        plain = self.text(item, "content_text")
        body = markup.paragraphs(html) if html else _lines(plain or "")
        summary = self.text(item, "summary")
        return FeedEntry(
            url=self.url(item, "url") or self.url(item, "external_url") or self.url(item, "id"),
            id=self.id(item),
            title=self.line(item, "title"),
            authors=self.authors(item) or inherited,
            published=parse_date(self.text(item, "date_published"), language=own or language),
            updated=parse_date(self.text(item, "date_modified"), language=own or language),
            summary=_lines(summary) if summary else None,
            content=body or None,
            content_html=markup.to_extract(html, self._base) if html else None,
            media=tuple({found.url: found for found in self.media(item)}.values())[:MAX_MEDIA],
            tags=tuple(map(markup.plain, self.strings(item, "tags")))[:MAX_TAGS],
            language=own,
        )

    def text(self, holder: dict[str, Any], key: str) -> str | None:
        """A string member; None where it is absent, empty or no string."""
        found = holder.get(key)
        if found is None or isinstance(found, str):
            return found or None
        self._problems[f"Some values of {key} are not strings; they were left out."] = None
        return None

    def line(self, holder: dict[str, Any], key: str) -> str | None:
        """Titles are plain text by the standard, and markup in many feeds."""
        found = self.text(holder, key) or ""
        said = markup.line(found) if markup.looks_like_markup(found) else markup.plain(found)
        return said[:MAX_TITLE] or None

    def id(self, item: dict[str, Any]) -> str | None:
        """Ids should be strings; version 1 asks readers to take numbers as well."""
        found = item.get("id")
        if isinstance(found, int | float) and not isinstance(found, bool):
            return str(found)
        return markup.plain(self.text(item, "id") or "")[:MAX_ID] or None

    def url(self, holder: dict[str, Any], key: str) -> str | None:
        found = self.text(holder, key) if isinstance(holder.get(key), str) else None
        if key == "id" and not (found or "").startswith(("http://", "https://")):
            return None
        return urls.safe(found, base=self._base)

    def objects(self, holder: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
        found = holder.get(key)
        if isinstance(found, list):
            yield from (each for each in found if isinstance(each, dict))

    def strings(self, holder: dict[str, Any], key: str) -> Iterator[str]:
        found = holder.get(key)
        if isinstance(found, list):
            yield from (each for each in found if isinstance(each, str) and each.strip())

    def authors(self, holder: dict[str, Any]) -> tuple[str, ...]:
        """`authors` of version 1.1, else `author` of version 1."""
        found = list(self.objects(holder, "authors"))
        if not found and isinstance(holder.get("author"), dict):
            found = [holder["author"]]
        names = (self.line(author, "name") for author in found[:MAX_AUTHORS])
        return tuple(dict.fromkeys(name for name in names if name))

    def media(self, item: dict[str, Any]) -> Iterator[Media]:
        for each in self.objects(item, "attachments"):
            if url := self.url(each, "url"):
                kind = (self.text(each, "mime_type") or "").lower() or None
                yield Media(url=url, type=kind, title=self.line(each, "title"))
        for key in ("image", "banner_image"):
            if url := self.url(item, key):
                yield Media(url=url, type="image/*")


def _lines(text: str) -> str:
    return "\n".join(filter(None, map(markup.plain, text.splitlines())))
