"""Where things are in an edition: the path of every page and picture, and the links between.

    article_path(summary, ".md")                    articles/2026/03/04/rfi-abcd2345efgh.md
    picture_path(asset, summary)                    pictures/2026/03/04/0123456789abcdef.webp
    list_path(front, ".md")                        README.md     (".html": index.html)
    list_path(outlet "rfi", ".md")                 outlets/rfi.md
    list_path(outlet-month "rfi/2026-03", ".md")   outlets/rfi/2026-03.md
    list_path(month "2026-03", ".md", 2)           months/2026-03_2.md
    list_path(day "2026-03-04", ".md")             days/2026/03/04.md
    list_path(withdrawn, ".md")                    withdrawn.md
    list_path(story "k7abcdefghij", ".md")         stories/k/7/k7abcdefghij.md
    changes_path("abcd2345efgh", ".md")             changes/a/b/abcd2345efgh.md
    link("outlets/rfi/2026-03.md", "README.md")     ../../README.md

Every path is ASCII, no part of one is longer than 100 bytes, and no folder fills with years: days
have folders of their own. Links are always relative, so that an edition can be read at any path
of any host, in a host's file view, and from a disk.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from mirrorpress.model import ArticleList, ArticleSummary, Asset, PageRef, PathCounter

# GitHub's web view and Contents API end at 1,000 entries a folder, the API silently (GitHub docs,
# "Repository contents"); 890 leaves room for checksum files and for an operator's own files.
MAX_FILES = 890
_FRONT = {".md": "README", ".html": "index"}  # what hosts show for a folder


def article_path(summary: ArticleSummary, ending: str, count: PathCounter) -> str:
    """Path of an article's page, with its ending (".md" or ".html").

    `count` counts one more file in a folder. What a folder has no room for is in "04-2", "04-3", …
    """
    folder = _with_room(f"articles/{_folder(summary)}", count)
    return f"{folder}/{summary.source}-{summary.id}{ending}"


def picture_path(asset: Asset, summary: ArticleSummary, count: PathCounter) -> str:
    """Path of a picture that an article shows; `count` as for `article_path`."""
    folder = _with_room(f"pictures/{_folder(summary)}", count)
    return f"{folder}/{asset.id[:16]}{asset.suffix}"


def changes_path(article_id: str, ending: str) -> str:
    """Path of the page that shows what the outlet changed of an article."""
    return f"changes/{article_id[0]}/{article_id[1]}/{article_id}{ending}"


def _with_room(folder: str, count: PathCounter) -> str:
    """The folder for one more file: this one, or the next that has room."""
    number = (count(folder) - 1) // MAX_FILES + 1
    return folder if number == 1 else f"{folder}-{number}"


def folder_of_day(path: str) -> str:
    """The series in which `article_path` counted a path: its folder without the number."""
    folder = path.rpartition("/")[0]
    *above, day = folder.split("/")
    return "/".join((*above, day.partition("-")[0]))


def _folder(summary: ArticleSummary) -> str:
    """The folder of the day on which an article was published: "2026/03/04"."""
    return summary.day.replace("-", "/")


def list_path(article_list: ArticleList, ending: str, number: int | None = None) -> str:
    """Path of a list's page.

    Args:
        article_list: which list, of those of `lists`.
        ending: ".md" or ".html".
        number: of a further page; None for the page at the list's own address. The
            mark before it, "_", is in no source's name, so no two lists share a path.
    """
    further = "" if number is None else f"_{number}"
    return f"{_stem(article_list, ending)}{further}{ending}"


def page_path(page: PageRef, ending: str) -> str:
    """Path of a list's page that another page points to."""
    return list_path(page.article_list, ending, page.number)


def _stem(article_list: ArticleList, ending: str) -> str:
    value = article_list.key.partition(":")[2]
    match article_list.kind:
        case "changed" | "withdrawn":
            return article_list.kind
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
        case other:
            raise ValueError(f"{other} is not a list of this layout")


def link(here: str, there: str) -> str:
    """The relative link from the page at one path to the file at another, percent-encoded."""
    return up(here.rpartition("/")[0], there)


@lru_cache(maxsize=4096)
def up(folder: str, there: str) -> str:
    """The relative link from a page in `folder` ("" is the root) to the file at a path."""
    origin = folder.split("/") if folder else []
    target = there.split("/")
    shared = 0
    while shared < min(len(origin), len(target) - 1) and origin[shared] == target[shared]:
        shared += 1
    relative = "../" * (len(origin) - shared) + "/".join(target[shared:])
    return relative if relative.isascii() else quote(relative)
