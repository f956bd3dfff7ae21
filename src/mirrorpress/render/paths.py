"""Where things stand in an edition: the path of every page and picture, and the links between.

    article_path(summary, ".md")                    articles/2026/03/04/rfi-abcd2345efgh.md
    picture_path(asset, summary)                    pictures/2026/03/04/0123456789abcdef.webp
    list_path(front, ".md")                        README.md     (".html": index.html)
    list_path(outlet "rfi", ".md")                 outlets/rfi.md
    list_path(outlet-month "rfi/2026-03", ".md")   outlets/rfi/2026-03.md
    list_path(month "2026-03", ".md", 2)           months/2026-03_2.md
    list_path(day "2026-03-04", ".md")             days/2026/03/04.md
    list_path(story "k7abcdefghij", ".md")         stories/k/7/k7abcdefghij.md
    link("outlets/rfi/2026-03.md", "README.md")     ../../README.md

Every path is ASCII, no part of one is longer than 100 bytes, and no folder fills with years: days
have folders of their own. Links are always relative, so that an edition can be read at any path
of any host, in a host's file view, and from a disk.
"""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from mirrorpress.model import ArticleList, ArticleSummary, Asset

# GitHub's web view and Contents API end at 1,000 entries a folder, the API silently (GitHub docs,
# "Repository contents"); 890 leaves room for checksum files and for an operator's own files.
MAX_FILES = 890
_FRONT = {".md": "README", ".html": "index"}  # what hosts show for a folder


def article_path(summary: ArticleSummary, ending: str) -> str:
    """Path of an article's page, with its ending (".md" or ".html")."""
    return f"articles/{_folder(summary)}/{summary.source}-{summary.id}{ending}"


def picture_path(asset: Asset, summary: ArticleSummary) -> str:
    """Path of a picture that an article shows."""
    return f"pictures/{_folder(summary)}/{asset.id[:16]}{asset.suffix}"


def _folder(summary: ArticleSummary) -> str:
    """The folder of the day on which an article was published: "2026/03/04"."""
    return summary.day.replace("-", "/")


def lists_of(summary: ArticleSummary) -> tuple[ArticleList, ...]:
    """Every list in which an article stands."""
    day, month = summary.day, summary.day[:7]
    keys = (
        ArticleList(kind="front"),
        ArticleList(kind="outlet", value=summary.source),
        ArticleList(kind="outlet-month", value=f"{summary.source}/{month}"),
        ArticleList(kind="month", value=month),
        ArticleList(kind="day", value=day),
    )
    return (*keys, ArticleList(kind="story", value=summary.story)) if summary.story else keys


def above(key: ArticleList) -> tuple[ArticleList, ...]:
    """The lists that a list is a part of, without the front."""
    match key.kind:
        case "outlet-month":
            return (ArticleList(kind="outlet", value=key.value.partition("/")[0]),)
        case "day":
            return (ArticleList(kind="month", value=key.value[:7]),)
        case _:
            return ()


@lru_cache(maxsize=4096)
def list_path(key: ArticleList, ending: str, number: int | None = None) -> str:
    """Path of a list's page.

    Args:
        key: which list.
        ending: ".md" or ".html".
        number: of a further page; None for the page that stands at the list's own address. The
            mark before it, "_", is in no source's name, so no two lists share a path.
    """
    further = "" if number is None else f"_{number}"
    return f"{_stem(key, ending)}{further}{ending}"


def _stem(key: ArticleList, ending: str) -> str:
    value = key.value
    match key.kind:
        case "front":
            return _FRONT.get(ending, "index")
        case "outlet" | "outlet-month":
            return f"outlets/{value}"
        case "month":
            return f"months/{value}"
        case "day":
            return f"days/{value.replace('-', '/')}"
        case "story":
            return f"stories/{value[0]}/{value[1]}/{value}"
        case _:
            assert_never(key.kind)


def link(here: str, there: str) -> str:
    """The relative link from the page at one path to the file at another."""
    return up(here.rpartition("/")[0], there)


@lru_cache(maxsize=4096)
def up(folder: str, there: str) -> str:
    """The relative link from a page in `folder` ("" is the root) to the file at a path."""
    origin = folder.split("/") if folder else []
    target = there.split("/")
    shared = 0
    while shared < min(len(origin), len(target) - 1) and origin[shared] == target[shared]:
        shared += 1
    return "../" * (len(origin) - shared) + "/".join(target[shared:])
