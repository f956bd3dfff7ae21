"""The newsroom in one round: every host, page, feed and picture, answered without a socket.

How a request finds its answer:

1. the host is one of the outlets', one of their picture hosts, or one of the third parties that
   their pages call (a counter and a video player); any other gets 421;
2. a picture's path is drawn, if some article of that host shows the picture;
3. any other path is looked up in the host's table; a withdrawn article's says 410;
4. a validator in the request that still holds turns a 200 into a 304 (RFC 9110, 13.2.2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property, partial
from hashlib import sha256
from urllib.parse import parse_qs, quote, unquote, urlsplit

from mirrorpress.demo import addresses, content
from mirrorpress.demo.dates import http_date
from mirrorpress.demo.model import DemoArticle, HttpResponse, Outlet, Truth
from mirrorpress.demo.pictures import ANIMATED, PIXEL, TYPES, draw_picture
from mirrorpress.demo.sites import OutletSite
from mirrorpress.demo.truths import pictures_of, truth_of

COUNTER_HOST = "metrics.tallyhouse.example"  # a mirror must never ask it for anything
PLAYER_HOST = "player.videohost.example"
CLOCK = {  # when each round stands still
    1: datetime(2026, 3, 9, 6, 0, tzinfo=UTC),
    2: datetime(2026, 3, 9, 18, 0, tzinfo=UTC),
}

_OPEN_ROBOTS = "User-agent: *\nDisallow:\n"
_SITEMAPS = {"www.langang.example": "/sitemap-news.xml"}
_ROBOTS = {
    "www.harbourledger.example": "User-agent: *\nDisallow: /print/\nDisallow: /search\n",
    "www.langang.example": (
        "User-agent: *\nDisallow: /member/\n\n"
        "Sitemap: http://www.langang.example/sitemap-news.xml\n"
    ),
    "sarelwire.example": "User-agent: *\nDisallow: /login\nDisallow: /licence\n",
}
_FEED_TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
}


@dataclass(frozen=True, slots=True)
class _Resource:
    """Something at a path: its type, its age, and how its bytes are made."""

    content_type: str
    changed: datetime
    body: Callable[[], bytes]


class Newsroom:
    """All outlets as they are in one round; answers requests, opens nothing.

    Raises:
        ValueError: if there is no such round.
    """

    def __init__(self, round_number: int) -> None:
        self.round_number = round_number
        self.outlets: tuple[Outlet, ...] = content.load_outlets()
        self._reports = {o.name: content.load_reports(o, round_number) for o in self.outlets}
        self._sites = {o.host: OutletSite(o, self._reports[o.name]) for o in self.outlets}
        self._pages = {o.host: self._page_table(self._sites[o.host]) for o in self.outlets}
        self._redirects = {
            addresses.short_url(report): report.url
            for report in self.reports
            if report.link == "redirect"
        }
        self._withdrawn = frozenset(
            url for o in self.outlets for url in content.withdrawn_urls(o, round_number)
        )
        self._bodies: dict[str, bytes] = {}

    @property
    def reports(self) -> tuple[DemoArticle, ...]:
        """The reports of all outlets."""
        return tuple(report for reports in self._reports.values() for report in reports)

    @property
    def hosts(self) -> frozenset[str]:
        """Every host name that the newsroom answers for."""
        media = {outlet.media_host for outlet in self.outlets}
        return frozenset({*self._sites, *media, COUNTER_HOST, PLAYER_HOST})

    def truth(self) -> dict[str, Truth]:
        """What a perfect extraction says of each article, by canonical address."""
        return {report.url: truth_of(report) for report in self.reports}

    def answer(self, host: str, target: str, headers: Mapping[str, str]) -> HttpResponse:
        """The answer to a GET of `target` at `host`.

        Args:
            host: as in the `Host` header; a port is ignored.
            target: path and query, or a whole address, as a client sends it to a proxy.
            headers: of the request; `If-None-Match` and `If-Modified-Since` are obeyed.
        """
        parts = urlsplit(target)
        host = parts.hostname or host.partition(":")[0].lower()
        path = quote(unquote(parts.path), safe="/:") or "/"
        if host not in self.hosts:
            return _plain(421, "No such host here.")
        if location := self._redirects.get(f"http://{host}{path}"):
            return HttpResponse(301, {"Location": location, "Content-Length": "0"})
        if f"http://{host}{path}" in self._withdrawn:
            return _plain(410, "This article has been withdrawn.")
        resource = self._find(host, path, parts.query)
        if resource is None:
            return _plain(404, "Not found.")
        key = f"{host}{path}?{_page_asked(parts.query)}"
        return _conditional(resource, self._body(key, resource), headers)

    def _find(self, host: str, path: str, query: str) -> _Resource | None:
        if path == "/robots.txt":
            robots = _ROBOTS.get(host, _OPEN_ROBOTS).encode()
            return _Resource("text/plain; charset=utf-8", CLOCK[1], lambda: robots)
        if host == COUNTER_HOST:
            return _Resource("image/gif", CLOCK[1], lambda: PIXEL)
        if host == PLAYER_HOST:
            return _player(path)
        if picture := addresses.media_request(path):
            return self._picture(host, *picture)
        pages = self._pages.get(host, {}).get(path, ())
        number = _page_asked(query)
        return pages[number - 1] if 1 <= number <= len(pages) else None

    def _picture(self, host: str, stem: str, suffix: str, width: int | None) -> _Resource | None:
        known = suffix in TYPES and (suffix == "gif" or stem != ANIMATED)
        if (host, stem) not in self._pictures or not known:
            return None
        return _Resource(TYPES[suffix], CLOCK[1], partial(draw_picture, stem, suffix, width))

    @cached_property
    def _pictures(self) -> frozenset[tuple[str, str]]:
        """Picture host and stem of every picture that some article shows."""
        return frozenset(
            (report.outlet.media_host, picture.name.partition(".")[0])
            for report in self.reports
            for picture in pictures_of(report)
        )

    def _page_table(self, site: OutletSite) -> dict[str, tuple[_Resource, ...]]:
        """The resources of one host: for each path, its pages."""
        outlet, age = site.outlet, self._age(site)
        front, index = _html(outlet, age, site.front), urlsplit(outlet.index_url).path
        table: dict[str, tuple[_Resource, ...]] = {"/": (front,)}
        if outlet.kind == "feed":
            encode = partial(_encode, outlet, site.feed)
            table[index] = (_Resource(_FEED_TYPES[outlet.feed], age, encode),)
        else:
            table[index] = (front,)
            table["/sponsored/1207"] = (_html(outlet, CLOCK[1], site.advertisement),)
        if outlet.host in _SITEMAPS:
            encode = partial(_encode, outlet, site.sitemap)
            table[_SITEMAPS[outlet.host]] = (_Resource("application/xml", age, encode),)
        for report in site.reports:
            table |= _report_pages(site, report)
        return table

    def _age(self, site: OutletSite) -> datetime:
        """When the outlet last changed its list: a withdrawal changes it, too."""
        first, second = (content.load_reports(site.outlet, number) for number in CLOCK)
        if first == second:
            return max(report.changed for report in site.reports)
        return CLOCK[self.round_number]

    def _body(self, key: str, resource: _Resource) -> bytes:
        if key not in self._bodies:
            self._bodies[key] = resource.body()
        return self._bodies[key]


def _report_pages(site: OutletSite, report: DemoArticle) -> dict[str, tuple[_Resource, ...]]:
    """An article's own pages, and its twins for phones and printers."""
    outlet, age = site.outlet, report.changed
    numbers = range(1, len(report.pages) + 1)
    pages = tuple(_html(outlet, age, partial(site.article, report, n)) for n in numbers)
    twins = {
        f"/print/{quote(report.slug)}": (_html(outlet, age, partial(site.printable, report)),),
        f"/amp/{quote(report.slug)}": (_html(outlet, age, partial(site.amp, report)),),
    }
    with_twins = outlet.name in ("harbour-ledger", "sarel-wire")
    return {urlsplit(report.url).path: pages, **(twins if with_twins else {})}


def _html(outlet: Outlet, changed: datetime, page: Callable[[], str]) -> _Resource:
    """A page; an outlet that declares another encoding than it uses sends none in the header."""
    honest = outlet.encoding == outlet.declared
    content_type = f"text/html; charset={outlet.encoding}" if honest else "text/html"
    return _Resource(content_type, changed, partial(_encode, outlet, page))


def _encode(outlet: Outlet, page: Callable[[], str]) -> bytes:
    return page().encode(outlet.encoding)


def _player(path: str) -> _Resource | None:
    if not path.startswith("/embed/"):
        return None
    html = b"<!DOCTYPE html><title>Player</title><p>A video plays here.</p>"
    return _Resource("text/html; charset=utf-8", CLOCK[1], lambda: html)


def _page_asked(query: str) -> int:
    """The page number of a query; counters' own parameters are let pass."""
    asked = parse_qs(query).get("page", ["1"])[0]
    return int(asked) if asked.isdecimal() else 0


def _plain(status: int, text: str) -> HttpResponse:
    body = f"{text}\n".encode()
    headers = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(body))}
    return HttpResponse(status, headers, body)


def _conditional(resource: _Resource, body: bytes, headers: Mapping[str, str]) -> HttpResponse:
    etag = f'"{sha256(body).hexdigest()[:20]}"'
    validators = {"ETag": etag, "Last-Modified": http_date(resource.changed)}
    if _still_holds(etag, resource.changed, headers):
        return HttpResponse(304, validators)
    told = {"Content-Type": resource.content_type, "Content-Length": str(len(body))}
    return HttpResponse(200, {**told, **validators}, body)


def _still_holds(etag: str, changed: datetime, headers: Mapping[str, str]) -> bool:
    """Whether the client's copy is current; an ETag outweighs a date."""
    sent = {name.lower(): value for name, value in headers.items()}
    if (known := sent.get("if-none-match")) is not None:
        tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        return bool(tags & {"*", etag})
    if (since := sent.get("if-modified-since")) is not None:
        try:
            return changed.replace(microsecond=0) <= parsedate_to_datetime(since)
        except (TypeError, ValueError):
            return False
    return False
