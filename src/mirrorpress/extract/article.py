"""The article of a page: the six stages in order."""

from __future__ import annotations

from mirrorpress.model import Article, FeedEntry


def extract(
    html: str | bytes,
    url: str | None = None,
    *,
    charset: str | None = None,
    entry: FeedEntry | None = None,
) -> Article:
    """The article that a page holds.

    Args:
        html: the page; bytes are decoded in the order browsers do it.
        url: where it was had; relative addresses are resolved against it.
        charset: of the HTTP header.
        entry: what the feed says of the page: a witness, and the source of what the page lacks.

    Raises:
        NotAnArticle: no body of text was found.
        Walled: a bot wall, login or consent page stands in its place.
        EmptyShell: a script would fetch the text in a browser.
    """
    raise NotImplementedError


def extract_entry(entry: FeedEntry, url: str | None = None) -> Article:
    """The article that a feed carries whole, from `entry.content_html` (or its text).

    Raises:
        NotAnArticle: the entry carries no text.
    """
    raise NotImplementedError
