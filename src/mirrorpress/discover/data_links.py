"""Articles that a section page lists in the data of its scripts, where its markup has none.

    {"items": [{"title": "Ferry runs again", "url": "/world/2026/03/04/ferry", "publishedAt": …}]}

An object counts that has a title as long as a headline and an address of the site, and of these
signs enough: an address like those of articles, a date, a summary, a picture or an author. Entries
of menus have a title and an address alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from mirrorpress import urls
from mirrorpress.discover import markup
from mirrorpress.model import FeedEntry
from mirrorpress.page_data.literals import Value
from mirrorpress.page_data.objects import objects_in, published_in, title_of
from mirrorpress.page_data.scripts import has_several, values_of

MAX_OBJECTS: Final = 100_000  # looked at on one page
_ADDRESSES = (
    "url",
    "link",
    "href",
    "permalink",
    "canonicalUrl",
    "canonical_url",
    "website_url",
    "shareUrl",
    "path",
    "uri",
    "slug",
)
_ADDRESS = re.compile(r"(?:url|link|href|path|uri|slug)[\w\\\"']{0,12}\s*:", re.IGNORECASE)
_FEWEST = 3  # addresses in a script that lists articles
_ENCODED = re.compile(r"%7B%22|&q;|[\"']eyJ|[\"']W3si", re.IGNORECASE)
# Keys of what a teaser has and an entry of a menu has not.
_RICH = re.compile(
    r"^(?:description|summary|excerpt|abstract|teaser|lead|dek|deck|standfirst|intro|digest)|"
    r"image|picture|photo|thumb|cover|author|byline",
    re.IGNORECASE,
)
_LONGEST_TITLE = 500  # characters


def entries_in(
    page: str, base: str, language: str | None, is_article: Callable[[str, str, int], bool]
) -> Iterator[FeedEntry]:
    """The articles in the order of the data, each address once.

    Args:
        page: as text, with its scripts.
        base: address against which others are resolved.
        language: the tag of the language in which dates may be written.
        is_article: whether an address and a title look like those of an article, which so many
            other signs speak for.
    """
    known: set[str] = set()
    for value in objects_in(values_of(page, _may_list), MAX_OBJECTS):
        title = markup.line(title_of(value, 1, _LONGEST_TITLE))
        url = _address_of(value, base)
        if not title or not url or urls.identity(url) in known:
            continue
        published = published_in(value, language)
        signs = 2 * (published is not None) + any(map(_RICH.search, value))
        if is_article(url, title, signs):
            known.add(urls.identity(url))
            yield FeedEntry(url=url, title=title, published=published)


def _may_list(script: str) -> bool:
    """Whether a script has some addresses by name, or something that was encoded."""
    return has_several(_ADDRESS, script, _FEWEST) or _ENCODED.search(script) is not None


def _address_of(value: Mapping[str, Value], base: str) -> str | None:
    """The address of an object; a slug counts where it is a path."""
    for key in _ADDRESSES:
        said = value.get(key)
        if isinstance(said, str) and said.startswith(("http://", "https://", "/")):
            url = urls.safe(said, base=base)
            if url is not None:
                return url.partition("#")[0]
    return None
