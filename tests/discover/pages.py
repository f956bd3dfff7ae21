"""Pages and sources as tests need them."""

from __future__ import annotations

from datetime import UTC, datetime

from mirrorpress.model import Page, Source

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
SOURCE = Source(name="ledger", title="The Harbour Ledger")


def page(body: str | bytes, *, url: str = "https://ledger.example/feed", **more: str) -> Page:
    content = body.encode() if isinstance(body, str) else body
    return Page(url=url, requested=url, body=content, fetched=NOW, **more)
