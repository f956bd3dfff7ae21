"""The lists of layout `channels`, and where its files are.

pages/world/abcd2345efgh.md      an article, in the folder of its channel
pages/world/abcd2345efgh.md.png  the QR code of its address
indexes/world.md, world.csv      the articles of a channel, newest first
indexes/国际新闻.md                the same page under the channel's title
indexes/热点推荐.md                what is read or reported most; the name in all languages
README.md                        the front page
README.md.png                    the QR code of its address
"""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from mirrorpress.model import (
    PICKS,
    RECOMMENDED,
    ArticleList,
    ArticleSummary,
    Channel,
    PageRef,
    Site,
)
from mirrorpress.model.keys import DEVICES
from mirrorpress.render.characters import clean
from mirrorpress.render.paths import list_path

FRONT_PAGE = "README.md"
HOT_NAME = "热点推荐"
HOT_PAGE = f"indexes/{HOT_NAME}.md"
PAGE_SIZE = 600  # lines of an index page
MAX_HOT = 100  # articles of the hot list
_MAX_ALIAS = 90  # bytes of an alias, without its ending
_FORBIDDEN = frozenset('<>:"/\\|?*#%&[]()') | {"\x7f"}  # in names of files, somewhere

HOT = ArticleList(kind="hot", hot=True, filled=True, limit=MAX_HOT, page_size=MAX_HOT)
KEPT_AS_HOT = ArticleList(kind="kept-as-hot", hot=True, limit=MAX_HOT)  # not those that fill it


def kept(channel: Channel, keep: int) -> ArticleList:
    """The articles of a channel that keep their pages."""
    return ArticleList(kind="kept", channel=channel.name, sources=sources_of(channel), limit=keep)


def coded(channel: Channel, qr: int) -> ArticleList:
    """The articles of a channel that get QR codes."""
    return ArticleList(kind="coded", channel=channel.name, sources=sources_of(channel), limit=qr)


def sources_of(channel: Channel) -> tuple[str, ...]:
    """The sources of a channel; articles of no source were picked by the operator."""
    return (*channel.sources, PICKS) if channel.name == RECOMMENDED else channel.sources


def channel_of(summary: ArticleSummary, site: Site) -> Channel:
    """The channel of an article."""
    if summary.source == PICKS and not any(PICKS in one.sources for one in site.channels):
        return recommended(site)
    return site.channel(summary.source)


def recommended(site: Site) -> Channel:
    """The channel of picked articles, with the title that the settings give it."""
    for channel in site.channels:
        if channel.name == RECOMMENDED:
            return channel
    return Channel(name=RECOMMENDED, title=RECOMMENDED)


def page_path(page: PageRef) -> str:
    """The path of a list's page."""
    shown = page.article_list
    if shown.kind == "channel":
        further = "" if page.number is None else f"_{page.number}"
        return f"indexes/{shown.channel}{further}.md"
    return HOT_PAGE if shown.hot else list_path(shown, ".md", page.number)


def aliases(site: Site) -> dict[str, str]:
    """By key of a channel, the path of its index under the channel's title.

    A channel whose title is a name that something else has is left out: file systems that do not
    tell capitals apart could not hold both.
    """
    taken = {HOT_NAME, RECOMMENDED, *DEVICES, *(channel.name for channel in site.channels)}
    found: dict[str, str] = {}
    for channel in site.channels:
        name = alias(channel.title)
        if name and name.casefold() not in {one.casefold() for one in taken}:
            taken.add(name)
            found[channel.name] = f"indexes/{name}.md"
    return found


def alias(title: str) -> str:
    """A title as the name of a file that every system takes; "" where nothing is left of it."""
    kept = "".join(
        "-" if one in _FORBIDDEN or unicodedata.category(one) in ("Zl", "Zp", "Cc", "Cf") else one
        for one in unicodedata.normalize("NFC", clean(title))
    )
    whole = "-".join(kept.split())
    return whole.encode("utf-8")[:_MAX_ALIAS].decode("utf-8", "ignore").strip("-. _")


def code_path(path: str) -> str:
    """The path of the QR code of a page's address."""
    return f"{path}.png"


def shared_address(prefix: str, path: str) -> str:
    """The address at which readers find a page of the edition."""
    return prefix + quote(path)
