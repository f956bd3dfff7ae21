"""Metadata of short markup, as its tests read it."""

from __future__ import annotations

import json
from typing import Any

from mirrorpress.extract.fields.metadata import Metadata, read_metadata
from mirrorpress.extract.page.head import PageHead
from trees import tree_of

URL = "https://a.example/news/x"


def read(markup: str, linked: dict[str, Any] | None = None, url: str | None = URL) -> Metadata:
    scripts = (json.dumps({"@type": "NewsArticle", **linked}),) if linked is not None else ()
    elements = tree_of(markup).walk()
    return read_metadata(elements, PageHead(elements), scripts, url)
