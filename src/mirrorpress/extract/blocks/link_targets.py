"""Where a link leads: without the services that count who takes it, and without what tells them.

https://www.google.com/url?q=https://a.example/plan&sa=D    https://a.example/plan
https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example      https://a.example
https://www-a-example.cdn.ampproject.org/c/s/a.example/x    https://a.example/x
https://a.example/plan?utm_source=ledger&page=2             https://a.example/plan?page=2

Such services learn what a reader reads, and where they are blocked the link is dead.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from mirrorpress.urls import safe, without_tracking


class _Service(NamedTuple):
    """A service that leads on to the address in a parameter: its hosts, its paths, the names."""

    hosts: re.Pattern[str]
    path: str  # with which its addresses begin
    parameters: tuple[str, ...]


def _service(hosts: str, path: str, *parameters: str) -> _Service:
    return _Service(re.compile(rf"(?:.+\.)?(?:{hosts})"), path, parameters)


_SERVICES: Final = (
    _service(r"google\.[a-z]{2,3}(?:\.[a-z]{2})?", "/url", "q", "url"),
    _service(r"(?:l|lm)\.(?:facebook|instagram)\.com", "/", "u"),
    _service(r"safelinks\.protection\.outlook\.com", "/", "url"),
    _service(r"out\.reddit\.com", "/", "url"),
    _service(r"vk\.com", "/away.php", "to"),
    _service(r"t\.umblr\.com", "/redirect", "z"),
    _service(r"youtube\.com", "/redirect", "q"),
    _service(r"steamcommunity\.com", "/linkfilter", "url", "u"),
    _service(r"slack-redir\.net", "/link", "url"),
    _service(r"link\.zhihu\.com|link\.csdn\.net|link\.juejin\.cn", "/", "target"),
    _service(r"weibo\.cn", "/sinaurl", "u"),
    _service(r"href\.li|exit\.sc", "/", "url"),
)
_AMP_CACHE: Final = re.compile(
    r"https://(?:www\.google\.[a-z]{2,3}(?:\.[a-z]{2})?/amp|[\w-]+\.cdn\.ampproject\.org/[cv])/"
    r"(?P<secure>s/)?(?P<rest>[\w-]+(?:\.[\w-]+)+(?:/.*)?)"
)
_MOST: Final = 3  # services one behind the other


@lru_cache(maxsize=512)
def target_of(url: str) -> str:
    """The address to which a link leads in the end; the same where nobody counts the way.

    Args:
        url: absolute and safe. What is returned is, too.
    """
    for _ in range(_MOST):
        further = _further(url)
        if further is None:
            break
        url = further
    parts = urlsplit(url)
    query = without_tracking(parts.query)
    return url if query == parts.query else urlunsplit(parts._replace(query=query))


def _further(url: str) -> str | None:
    cached = _AMP_CACHE.fullmatch(url)
    if cached:
        scheme = "https" if cached["secure"] else "http"
        return safe(f"{scheme}://{cached['rest']}")
    parts = urlsplit(url)
    if not parts.query or parts.scheme not in ("http", "https"):
        return None
    host = (parts.hostname or "").lower()
    path = parts.path or "/"
    for service in _SERVICES:
        if path.startswith(service.path) and service.hosts.fullmatch(host):
            found = dict(reversed(parse_qsl(parts.query)))
            named = (found.get(name, "") for name in service.parameters)
            return next(filter(None, (safe(value) for value in named if "://" in value)), None)
    return None
