"""Which reader a page of a mirror is for."""

from __future__ import annotations

import re

from mirrorpress.errors import ExtractError, NotAnArticle
from mirrorpress.imports.archive import read_archive_page
from mirrorpress.imports.channels import read_channels_page
from mirrorpress.imports.imported import ImportedArticle
from mirrorpress.imports.layout import Layout, PagePath, path_parts
from mirrorpress.imports.own.page import read_own_page

# Each article of our own editions stands in a frame with its language and direction.
_FRAME = re.compile(rb'^<div dir="(?:ltr|rtl)"', re.MULTILINE)


def read_page(layout: Layout, path: str, content: bytes) -> ImportedArticle:
    """The article of a page of one of the layouts, of another mirror system or of our own.

    Raises:
        ExtractError: the page cannot be read.
        NotAnArticle: it has no text.
    """
    parts = path_parts(layout, path)
    if layout == "almanac":
        return _own_article(path, parts, content)
    if _FRAME.search(content):
        try:
            return _own_article(path, parts, content)
        except NotAnArticle:
            raise
        except ExtractError:
            pass  # the outlet's own markup has such a frame
    return (read_channels_page if layout == "channels" else read_archive_page)(path, content)


def _own_article(path: str, parts: PagePath, content: bytes) -> ImportedArticle:
    page = read_own_page(path, content)
    return ImportedArticle(
        path=path,
        channel=parts.channel,
        id=parts.id,
        title=page.title,
        url=page.url,
        published=page.published,
        article=page.article,
        withdrawn=page.withdrawn,
    )
