"""Pages of existing mirrors in, articles out: the Markdown of two widespread mirror systems.

    layout_of(paths)                                      which system a repository is of
    pages/<channel>/<id>.md            "channels"         read_channels_page
    articles/<source>/<number>….md     "archive"          read_archive_page
    pages of our own Markdown editions                    read_own_page

The first two hold an outlet's HTML between lines of the mirror's own. Those lines are left out,
what the mirror changed in the HTML is changed back, and `extract` turns it into typed blocks.

Pure: no socket, file, clock or random number. The same bytes give the same article.
"""

from mirrorpress.imports.archive import read_archive_page
from mirrorpress.imports.channels import read_channels_page
from mirrorpress.imports.imported import ImportedArticle
from mirrorpress.imports.layout import Layout, layout_of, layout_of_page
from mirrorpress.imports.own.page import OwnPage, read_own_page
from mirrorpress.imports.reading import read_page

__all__ = [
    "ImportedArticle",
    "Layout",
    "OwnPage",
    "layout_of",
    "layout_of_page",
    "read_archive_page",
    "read_channels_page",
    "read_own_page",
    "read_page",
]
