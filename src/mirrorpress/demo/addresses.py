"""Where the outlets keep things: pictures in their widths, second pages, AMP twins, feed links."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote

from mirrorpress.demo.model import DemoArticle, Outlet, Picture
from mirrorpress.demo.pictures import full_width, widths

BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"

_MEDIA = re.compile(
    r"/media/(?:w(?P<width>\d+)/|display/[0-9a-f]+/w:(?P<display>\d+)/p:16x9/)?"
    r"(?P<stem>[a-z0-9-]+)\.(?P<suffix>[a-z]+)"
)


def media_url(outlet: Outlet, picture: Picture, width: int | None = None, suffix: str = "") -> str:
    """Address of a picture at a width; without one, at the largest."""
    stem, _, own = picture.name.partition(".")
    name = f"{stem}.{suffix or own}"
    if outlet.name == "estran":
        size = f"display/{_token(stem)}/w:{width or full_width(stem)}/p:16x9/"
    else:
        size = f"w{width}/" if width and width < full_width(stem) else ""
    return f"http://{outlet.media_host}/media/{size}{name}"


def media_request(path: str) -> tuple[str, str, int | None] | None:
    """Stem, suffix and width that a picture's path asks for; `None` if it is no such path."""
    match = _MEDIA.fullmatch(path)
    if match is None:
        return None
    width = match["width"] or match["display"]
    return match["stem"], match["suffix"], int(width) if width else None


def srcset(outlet: Outlet, picture: Picture, suffix: str = "") -> str:
    """All widths of a picture, the largest last."""
    stem = picture.name.partition(".")[0]
    sizes = [f"{media_url(outlet, picture, w, suffix)} {w}w" for w in widths(stem)]
    return ", ".join(sizes)


def page_url(report: DemoArticle, number: int) -> str:
    """Address of one page of an article; the first has the article's own."""
    return report.url if number == 1 else f"{report.url}?page={number}"


def amp_url(report: DemoArticle) -> str:
    """Address of the article's AMP twin."""
    return f"http://{report.outlet.host}/amp/{quote(report.slug)}"


def short_url(report: DemoArticle) -> str:
    """A short address that redirects to the article."""
    return f"http://{report.outlet.host}/r/{_token(report.slug)[:8]}"


def feed_link(report: DemoArticle) -> str:
    """How the outlet's feed links to the article."""
    match report.link:
        case "redirect":
            return short_url(report)
        case "amp":
            return amp_url(report)
    if report.outlet.name == "harbour-ledger":
        return f"{report.url}?utm_source=feed&utm_medium=rss&utm_campaign=all"
    return report.url


def feed_id(report: DemoArticle) -> str:
    """The article's lasting name in its outlet's feed."""
    return f"tag:{report.outlet.host},2026:{quote(report.slug)}"


def post_id(report: DemoArticle) -> int:
    """A number as content systems give their articles."""
    return int(_token(report.url)[:7], 16) % 900_000 + 100_000


def _token(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:24]
