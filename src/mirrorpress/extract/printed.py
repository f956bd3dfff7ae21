"""Articles as text, clean HTML and the JSON object of `mirrorpress extract --jsonl`."""

from __future__ import annotations

from mirrorpress.model import Article


def article_to_json(article: Article) -> dict[str, object]:
    """The object that `mirrorpress extract --jsonl` writes, without "id" and "error"."""
    raise NotImplementedError


def plain_text(article: Article) -> str:
    """The text as a reader reads it: one block a line, without title, captions, furniture."""
    raise NotImplementedError
