"""Pages of articles as our Markdown layouts render them, and as they are read back."""

from __future__ import annotations

from mirrorpress.imports import OwnPage, read_own_page
from mirrorpress.model import ArticlePage, Site
from mirrorpress.protocols import Layout
from mirrorpress.render.almanac import Almanac
from mirrorpress.render.archive import Archive
from render import samples

LAYOUTS: dict[str, Layout] = {
    "almanac": Almanac(),
    "archive": Archive(),
    "channels": samples.channels(mark_links=True),
    "channels without links": samples.channels({"links.csv": ""}, picks=None, sticky=None),
}


def page_of(layout: Layout, page: ArticlePage, site: Site = samples.SITE_DATA) -> tuple[str, bytes]:
    """Path and bytes of an article's page."""
    output = layout.article(samples.at(layout, page), site)[0]
    assert output.content is not None
    return output.path, output.content


def read(layout: Layout, page: ArticlePage, site: Site = samples.SITE_DATA) -> OwnPage:
    return read_own_page(*page_of(layout, page, site))
