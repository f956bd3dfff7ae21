"""What an index says, as the `feed` command prints it (DESIGN.md, "feed")."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mirrorpress.model import FeedEntry, Index


def feed_to_json(source: str, index: Index) -> dict[str, Any]:
    """The index as one JSON object.

    Args:
        source: the path or address it was read from, as the user gave it.
    """
    return {
        "source": source,
        "format": index.format,
        "title": index.title,
        "language": index.language,
        "entries": [_entry(entry) for entry in index.entries],
        "problems": list(index.problems),
        "error": None,
    }


def error_to_json(source: str, error: str) -> dict[str, Any]:
    """The same object for a feed that could not be read."""
    return {**feed_to_json(source, Index()), "error": error}


def _entry(entry: FeedEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "authors": list(entry.authors),
        "published": _moment(entry.published),
        "updated": _moment(entry.updated),
        "summary": entry.summary,
        "content": entry.content,
        "media": [{"url": m.url, "type": m.type, "title": m.title} for m in entry.media],
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
