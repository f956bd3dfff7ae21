"""An imported article as bytes between processes, and back (see `model.wire`)."""

from __future__ import annotations

import json
from datetime import datetime

import msgspec

from mirrorpress.imports.imported import ImportedArticle
from mirrorpress.imports.layout import layout_of_page, path_parts
from mirrorpress.model.wire import article_from_bytes, article_to_bytes
from mirrorpress.urls import safe


class _Stated(msgspec.Struct, forbid_unknown_fields=True):
    """What an imported article says besides its article and what its path says."""

    path: str
    url: str
    published: datetime | None
    withdrawn: datetime | None


def imported_to_bytes(page: ImportedArticle) -> bytes:
    """An imported article as bytes: a line, and its article."""
    head = {
        "path": page.path,
        "url": page.url,
        "published": _written(page.published),
        "withdrawn": _written(page.withdrawn),
    }
    return json.dumps(head).encode("ascii") + b"\n" + article_to_bytes(page.article)


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def imported_from_bytes(data: bytes) -> ImportedArticle:
    """The imported article again.

    Raises:
        ValueError: the bytes are none, or of the wrong shape.
    """
    line, _, rest = data.partition(b"\n")
    head = msgspec.json.decode(line, type=_Stated)
    moments = [moment for moment in (head.published, head.withdrawn) if moment is not None]
    if safe(head.url) != head.url or any(moment.tzinfo is None for moment in moments):
        raise ValueError("the address or a time of the page is none")
    layout = layout_of_page(head.path)
    if layout is None:
        raise ValueError("the path is not that of a page")
    article, parts = article_from_bytes(rest), path_parts(layout, head.path)
    return ImportedArticle(
        path=head.path,
        channel=parts.channel,
        id=parts.id,
        title=article.title,
        url=head.url,
        published=head.published,
        withdrawn=head.withdrawn,
        article=article,
    )
