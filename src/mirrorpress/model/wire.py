"""Values as bytes between processes, and back: JSON in UTF-8.

What comes back was written where hostile bytes are read, so every field is checked for its type.
Times keep their offset from UTC (in whole minutes); naive ones stay naive. Half of a surrogate
pair, which UTF-8 cannot carry, becomes U+FFFD.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import msgspec

from mirrorpress.model.article import Article
from mirrorpress.model.asset import NewAsset
from mirrorpress.model.codec import article_from_data, article_to_data
from mirrorpress.model.shape import has_shape
from mirrorpress.model.site_profile import PageRecord, is_sound
from mirrorpress.model.source import Index

MEDIA_TYPES = ("image/webp", "image/jpeg", "image/png")  # of `Asset`


def article_to_bytes(article: Article) -> bytes:
    """An article as bytes."""
    return _to_bytes(article_to_data(article))


def article_from_bytes(data: bytes) -> Article:
    """The article again.

    Raises:
        ValueError: the bytes are none, or of the wrong shape.
    """
    article = article_from_data(msgspec.json.decode(data))
    if not has_shape(article, Article):
        raise ValueError("a field of the article is of the wrong type")
    return article


def extracted_to_bytes(extracted: tuple[Article, PageRecord]) -> bytes:
    """An article as bytes, with what is to be remembered of its page."""
    article, record = extracted
    return _to_bytes({"article": article_to_data(article), "record": record})


def extracted_from_bytes(data: bytes) -> tuple[Article, PageRecord]:
    """The article and the record again.

    Raises:
        ValueError: the bytes are none, or of the wrong shape.
    """
    found = msgspec.json.decode(data, type=_Extracted)
    article = article_from_data(found.article)
    if not has_shape(article, Article):
        raise ValueError("a field of the article is of the wrong type")
    if not is_sound(found.record):
        raise ValueError("the record of the page is out of its bounds")
    return article, found.record


class _Extracted(msgspec.Struct, forbid_unknown_fields=True):
    article: Any
    record: PageRecord


def index_to_bytes(index: Index) -> bytes:
    """What an index says, as bytes."""
    return _to_bytes(index)


def index_from_bytes(data: bytes) -> Index:
    """The index again.

    Raises:
        ValueError: the bytes are none, or of the wrong shape.
    """
    return msgspec.json.decode(data, type=Index)


def picture_to_bytes(picture: NewAsset) -> bytes:
    """A picture as bytes, its content in base 64."""
    return msgspec.json.encode(picture)


def picture_from_bytes(data: bytes) -> NewAsset:
    """The picture again. Its name and size are those of its content, whoever wrote them.

    Raises:
        ValueError: the bytes are none, of the wrong shape, or contradict themselves.
    """
    picture = msgspec.json.decode(data, type=NewAsset)
    asset = picture.asset
    if asset.id != hashlib.sha256(picture.content).hexdigest():
        raise ValueError("the picture's name is not that of its content")
    if asset.size != len(picture.content) or asset.media_type not in MEDIA_TYPES:
        raise ValueError("the picture's size or type is wrong")
    return picture


def _to_bytes(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a character in a text from the web
        text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False)
        return whole_text(text).encode("utf-8")


def whole_text(text: str) -> str:
    """The text as it can be written in UTF-8: half a surrogate pair is read as U+FFFD.

    JSON can spell one ("\\ud83d"), and cut-off titles do.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
