"""The HTTP client: one request, from the address asked for to the bytes, or to the reason for none.

1. the address is one we go to (http or https, a port of the web, no number in disguise)
2. robots.txt of its host lets us
3. our turn at the host has come
4. the request is made, and its response read within bounds (`exchange`)
5. a redirect starts again at 1, five times at most
6. 429 and 503 make the host wait; they are asked again twice, a broken connection once
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlsplit

import httpcore2

from mirrorpress import urls
from mirrorpress.errors import AddressRefused, ConnectionFailed, Gone, HttpStatus, ResponseRefused
from mirrorpress.fetch import body, robots
from mirrorpress.fetch.address_policy import odd_host
from mirrorpress.fetch.connector import GuardedBackend
from mirrorpress.fetch.exchange import HttpRequest, HttpResponse, exchange, retry_after
from mirrorpress.fetch.host_limiter import HostHeld, HostLimiter
from mirrorpress.fetch.resolver import SOURCE, Lookup, Resolver, system_lookup
from mirrorpress.fetch.settings import FetchSettings, user_agent
from mirrorpress.model import NotModified, Page, Purpose, Request

MAX_REDIRECTS = 5
MAX_RETRIES = 2  # of 429 and 503
PORTS = frozenset({80, 443, 8080, 8443})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class RequestContext:
    """A request and what its purpose allows, the same for every hop of it."""

    request: Request
    limit: int
    heed_robots: bool
    cut: bool = False


class HttpFetcher:
    """Fetches (see `protocols.Fetcher`).

    Args:
        settings: how to behave.
        now: the time, aware.
        memory: keeps robots.txt files between rounds; None: each round asks for them again.
        lookup: finds the addresses of a name; blocks.
    """

    def __init__(
        self,
        settings: FetchSettings,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        memory: robots.RobotsMemory | None = None,
        lookup: Lookup = system_lookup,
    ) -> None:
        self._settings = settings
        self._now = now
        self._agent = user_agent(settings)
        self._limiter = HostLimiter(settings.concurrency)
        self._robots = robots.Robots(self._ask_robots, now, memory or robots.NoMemory())
        # Two pools, so that a connection opened for a local source serves no other request.
        tls = _tls(settings)
        resolver = Resolver(lookup)
        self._pools = {local: _pool(settings, tls, local, resolver) for local in (False, True)}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            await pool.aclose()

    async def fetch(self, request: Request) -> Page | NotModified:
        """The response to a request, redirects followed.

        Raises:
            FetchError: no usable response came.
        """
        token = SOURCE.set(request.source)  # names are looked up in this task
        try:
            return await self._fetch(request)
        finally:
            SOURCE.reset(token)

    async def _fetch(self, request: Request) -> Page | NotModified:
        broken = busy = 0
        while True:
            try:
                return await self._fetch_once(request)
            except ConnectionFailed as error:
                broken += 1
                if broken > 1 or isinstance(error.__cause__, TimeoutError):
                    raise
            except HttpStatus as error:
                busy += 1
                if error.status not in _BUSY or busy > MAX_RETRIES or not self._worth(error):
                    raise

    async def _fetch_once(self, request: Request) -> Page | NotModified:
        limit = body.LIMITS[request.purpose]
        url, response = await self._follow(
            RequestContext(request, limit, self._settings.obey_robots)
        )
        if response.content is None:
            return NotModified(url=request.url, fetched=self._now())
        media_type, charset = body.content_type(response.headers.get("content-type"))
        return Page(
            url=url,
            requested=request.url,
            body=response.content,
            media_type=media_type,
            charset=charset,
            validators=response.validators,
            fetched=self._now(),
        )

    async def _ask_robots(self, url: str, local: bool) -> bytes:
        request = Request(url=url, purpose=Purpose.INDEX, local=local)
        _, response = await self._follow(RequestContext(request, robots.MAX_BYTES, False, cut=True))
        return response.content or b""

    async def _follow(self, context: RequestContext) -> tuple[str, HttpResponse]:
        """The last address and response of a chain of redirects."""
        start = url = _web(context.request.url)
        seconds = self._settings.timeout
        for _ in range(MAX_REDIRECTS + 1):
            # A local source's permission covers its own host and port, nothing it points to.
            local = context.request.local and urls.host(url) == urls.host(start)
            _check_host(url, local)
            async with self._turn(url, context, local):
                started = asyncio.get_running_loop().time()
                response = await exchange(
                    self._pools[local], self._http_request(url, context, seconds)
                )
                seconds -= asyncio.get_running_loop().time() - started
            if response.status not in _REDIRECTS or "location" not in response.headers:
                self._check_status(url, context.request, response)
                return url, response
            url = _web(response.headers["location"], base=url)
        raise ResponseRefused(f"more than {MAX_REDIRECTS} redirects", url=context.request.url)

    @asynccontextmanager
    async def _turn(self, url: str, context: RequestContext, local: bool) -> AsyncIterator[None]:
        """A turn at the host of an address, if its rules let us have one."""
        asked = context.request.delay
        delay = self._settings.delay if asked is None else asked
        if context.heed_robots:
            delay = max(delay, await self._robots.check(url, local=local))
        try:
            async with self._limiter.turn(urls.host(url), delay, self._settings.patience):
                yield
        except HostHeld as held:
            raise HttpStatus(429, url=url, retry_after=held.seconds) from held

    def _http_request(self, url: str, context: RequestContext, seconds: float) -> HttpRequest:
        return HttpRequest(
            url=url,
            purpose=context.request.purpose,
            agent=self._agent,
            seconds=seconds,
            limit=context.limit,
            cut=context.cut,
            validators=context.request.validators,
            referer=context.request.referer,
        )

    def _check_status(self, url: str, request: Request, response: HttpResponse) -> None:
        """Raises what a status means, where it is neither 200 nor a 304 that was asked for."""
        status = response.status
        if status == 200 or (status == 304 and request.validators):
            return
        if status in (404, 410):
            raise Gone(status, url=url)
        wait = retry_after(response.headers.get("retry-after"), self._now())
        if status in _BUSY:
            self._limiter.hold(urls.host(url), self._settings.backoff if wait is None else wait)
        raise HttpStatus(status, url=url, retry_after=wait)

    def _worth(self, error: HttpStatus) -> bool:
        """Whether the wait a busy host asks for is one we have the patience for."""
        return (error.retry_after or 0.0) <= self._settings.patience


def _web(url: str, base: str | None = None) -> str:
    """An address as `urls.safe` gives it: of the web, absolute, without user and password."""
    checked = urls.safe(url, base=base)
    if checked is None:
        raise AddressRefused("this is not a web address", url=url[: urls.MAX_LENGTH])
    return checked


def _check_host(url: str, local: bool) -> None:
    """Refuses what needs no look at the network to be refused."""
    parts = urlsplit(url)
    if odd_host(parts.hostname or ""):
        raise AddressRefused("the host is a number in an unusual form", url=url)
    port = parts.port if parts.port is not None else 443 if parts.scheme == "https" else 80
    if port not in PORTS and not local:
        said = f"port {port} is not a web port ({', '.join(map(str, sorted(PORTS)))})"
        raise AddressRefused(f"{said}; set local = true at the source if it is yours", url=url)


def _pool(
    settings: FetchSettings, tls: ssl.SSLContext, local: bool, resolver: Resolver
) -> httpcore2.AsyncConnectionPool:
    return httpcore2.AsyncConnectionPool(
        ssl_context=tls,
        max_connections=2 * settings.concurrency,
        max_keepalive_connections=settings.concurrency,
        keepalive_expiry=15.0,
        http2=True,
        network_backend=GuardedBackend(local=local, resolve=settings.resolve, resolver=resolver),
    )


def _tls(settings: FetchSettings) -> ssl.SSLContext:
    context = httpcore2.default_ssl_context()  # certificates and names are verified
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if settings.certificates is not None:
        context.load_verify_locations(settings.certificates)
    return context
