"""The door: one request, from the address asked for to the bytes, or to the reason for none.

1. the address is one we go to (http or https, a port of the web, no number in disguise)
2. robots.txt of its host lets us
3. our turn at the host has come
4. the request is made: no cookies, no credentials; `Referer` stays within its origin
5. a redirect starts again at 1, five times at most
6. the answer is read and judged, or the error named; 429 and 503 make the host wait

Errors of the libraries below are translated in one place, `_translated`.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import AsyncIterable, AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self, cast
from urllib.parse import urlsplit

import httpcore2

from mirrorpress import urls
from mirrorpress.errors import (
    AddressRefused,
    ConnectionFailed,
    FetchError,
    Gone,
    HttpStatus,
    ResponseRefused,
)
from mirrorpress.fetch import body, robots
from mirrorpress.fetch.dial import GuardedBackend
from mirrorpress.fetch.guard import odd_host
from mirrorpress.fetch.pace import Pace
from mirrorpress.fetch.settings import FetchSettings, user_agent
from mirrorpress.model import NotModified, Page, Purpose, Request, Validators

MAX_REDIRECTS = 5
MAX_HEADERS = 64 * 1024  # bytes of all headers of one answer
MAX_RETRIES = 2  # of 429 and 503
PORTS = frozenset({80, 443, 8080, 8443})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_PRINTABLE = re.compile(r"[\x20-\x7e]{1,1000}")


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of a server; `content` is None where its body was not read."""

    status: int
    headers: dict[str, str]
    content: bytes | None


class Door:
    """Fetches (see `protocols.Fetcher`).

    Args:
        settings: how to behave.
        now: the time, aware.
    """

    def __init__(
        self, settings: FetchSettings, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._settings = settings
        self._now = now
        self._agent = user_agent(settings)
        self._pace = Pace(settings.concurrency)
        self._robots = robots.Robots(self._ask_robots, now)
        # Two pools, so that a connection opened for a local source serves no other request.
        tls = _tls(settings)
        self._pools = {local: _pool(settings, tls, local) for local in (False, True)}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            await pool.aclose()

    async def fetch(self, request: Request) -> Page | NotModified:
        """The answer to a request, redirects followed.

        Raises:
            FetchError: no usable answer came.
        """
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
        url, answer = await self._follow(request, limit, heed_robots=self._settings.obey_robots)
        if answer.status == 304:
            return NotModified(url=request.url, fetched=self._now())
        media_type, charset = body.content_type(answer.headers.get("content-type"))
        return Page(
            url=url,
            requested=request.url,
            body=answer.content or b"",
            media_type=media_type,
            charset=charset,
            validators=Validators(
                etag=_printable(answer.headers.get("etag")),
                last_modified=_printable(answer.headers.get("last-modified")),
            ),
            fetched=self._now(),
        )

    async def _ask_robots(self, url: str, local: bool) -> bytes:
        request = Request(url=url, purpose=Purpose.INDEX, local=local)
        _, answer = await self._follow(request, robots.MAX_BYTES, heed_robots=False, cut=True)
        return answer.content or b""

    async def _follow(
        self, request: Request, limit: int, *, heed_robots: bool, cut: bool = False
    ) -> tuple[str, _Answer]:
        """The last address and answer of a chain of redirects."""
        url = _web(request.url)
        left = self._settings.timeout
        for _ in range(MAX_REDIRECTS + 1):
            # A local source's permission covers its own host and port, nothing it points to.
            local = request.local and urls.host(url) == urls.host(_web(request.url))
            _check_host(url, local)
            delay = self._settings.delay if request.delay is None else request.delay
            if heed_robots:
                delay = max(delay, await self._robots.check(url, local=local))
            async with self._turn(url, delay):
                started = asyncio.get_running_loop().time()
                answer = await self._exchange(url, request, local, limit, cut, left)
                left -= asyncio.get_running_loop().time() - started
            if answer.status not in _REDIRECTS:
                return url, answer
            url = _web(answer.headers["location"], base=url)
        raise ResponseRefused(f"more than {MAX_REDIRECTS} redirects", url=request.url)

    @asynccontextmanager
    async def _turn(self, url: str, delay: float) -> AsyncIterator[None]:
        host = urls.host(url)
        held = self._pace.held(host)
        if held > self._settings.patience:
            raise HttpStatus(429, url=url, retry_after=held)
        async with self._pace.turn(host, delay):
            yield

    async def _exchange(
        self, url: str, request: Request, local: bool, limit: int, cut: bool, left: float
    ) -> _Answer:
        """One request and its answer, within the time that is left."""
        async with AsyncExitStack() as stack:
            state = _State(url, self._settings.timeout)
            await stack.enter_async_context(_translated(state))
            await stack.enter_async_context(asyncio.timeout(max(left, 0.0)))
            response = await self._pools[local].handle_async_request(self._made(url, request))
            stack.push_async_callback(response.aclose)
            state.answered = True
            headers = _headers(response, url)
            if _is_complete(response.status, headers, request):
                return _Answer(response.status, headers, None)
            if response.status != 200:
                raise self._bad_status(url, response.status, headers)
            content = await _content(response, headers, request, limit, cut, url)
            return _Answer(response.status, headers, content)

    def _made(self, url: str, request: Request) -> httpcore2.Request:
        parts = urlsplit(url)
        headers = {
            "Host": parts.netloc,
            "User-Agent": self._agent,
            "Accept": body.ACCEPT[request.purpose],
            "Accept-Encoding": body.ACCEPT_ENCODING,
        }
        if (etag := _printable(request.validators.etag)) is not None:
            headers["If-None-Match"] = etag
        if (changed := _printable(request.validators.last_modified)) is not None:
            headers["If-Modified-Since"] = changed
        if request.referer and _origin(request.referer) == _origin(url):
            headers["Referer"] = urls.safe(request.referer) or _origin(url)
        return httpcore2.Request("GET", url.partition("#")[0], headers=list(headers.items()))

    def _bad_status(self, url: str, status: int, headers: dict[str, str]) -> HttpStatus:
        wait = _retry_after(headers.get("retry-after"), self._now())
        if status in (404, 410):
            return Gone(status, url=url)
        if status in _BUSY:
            self._pace.hold(urls.host(url), self._settings.backoff if wait is None else wait)
        return HttpStatus(status, url=url, retry_after=wait)

    def _worth(self, error: HttpStatus) -> bool:
        """Whether the wait a busy host asks for is one we have the patience for."""
        return (error.retry_after or 0.0) <= self._settings.patience


def _is_complete(status: int, headers: dict[str, str], request: Request) -> bool:
    """Whether an answer says all without its body: a redirect, or 304 to who asked for it."""
    if status in _REDIRECTS:
        return "location" in headers
    return status == 304 and bool(request.validators)


def _pool(
    settings: FetchSettings, tls: ssl.SSLContext, local: bool
) -> httpcore2.AsyncConnectionPool:
    return httpcore2.AsyncConnectionPool(
        ssl_context=tls,
        max_connections=2 * settings.concurrency,
        max_keepalive_connections=settings.concurrency,
        keepalive_expiry=15.0,
        http2=True,
        network_backend=GuardedBackend(local=local, resolve=settings.resolve),
    )


def _tls(settings: FetchSettings) -> ssl.SSLContext:
    context = httpcore2.default_ssl_context()  # certificates and names are verified
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if settings.certificates is not None:
        context.load_verify_locations(settings.certificates)
    return context


def _web(url: str, base: str | None = None) -> str:
    """An address as `urls.safe` gives it: of the web, absolute, without user and password."""
    checked = urls.safe(url, base=base)
    if checked is None:
        raise AddressRefused("this is no address of the web", url=url[: urls.MAX_LENGTH])
    return checked


def _check_host(url: str, local: bool) -> None:
    """Refuses what needs no look at the network to be refused."""
    parts = urlsplit(url)
    if odd_host(parts.hostname or ""):
        raise AddressRefused("the host is a number in disguise", url=url)
    port = parts.port if parts.port is not None else 443 if parts.scheme == "https" else 80
    if port not in PORTS and not local:
        raise AddressRefused(f"port {port} is no port of the web", url=url)


@dataclass(slots=True)
class _State:
    """How far an exchange came; decides what an error means."""

    url: str
    timeout: float
    answered: bool = False  # the headers of the answer are here


@asynccontextmanager
async def _translated(state: _State) -> AsyncIterator[None]:
    """Errors of the libraries below as our own, `from` their cause."""
    try:
        yield
    except AddressRefused as error:
        if error.url:
            raise
        raise AddressRefused(str(error), url=state.url) from error
    except FetchError:
        raise
    except (TimeoutError, httpcore2.TimeoutException) as error:
        if state.answered:
            text = f"the answer took longer than {state.timeout:g} seconds"
            raise ResponseRefused(text, url=state.url) from error
        raise ConnectionFailed(f"no answer in {state.timeout:g} s", url=state.url) from error
    except (httpcore2.ProtocolError, httpcore2.NetworkError, OSError, ValueError) as error:
        raise _failure(error, state) from error


def _failure(error: Exception, state: _State) -> FetchError:
    said = str(error).strip()[:200] or type(error).__name__
    if state.answered:
        return ResponseRefused(f"the answer is cut off or broken: {said}", url=state.url)
    # A server that hangs up instead of answering breaks no rule, but httpcore2 has no other name.
    hung_up = "disconnected" in said or "ConnectionTerminated" in said
    if isinstance(error, httpcore2.ProtocolError) and not hung_up:
        return ResponseRefused(f"the answer is no HTTP: {said}", url=state.url)
    return ConnectionFailed(f"no answer: {said}", url=state.url)


def _headers(response: httpcore2.Response, url: str) -> dict[str, str]:
    """Headers by lower-case name; of several of one name the first."""
    size = sum(len(name) + len(value) + 4 for name, value in response.headers)
    if size > MAX_HEADERS:
        raise ResponseRefused(f"the headers are larger than {MAX_HEADERS} bytes", url=url)
    found: dict[str, str] = {}
    for name, value in response.headers:
        found.setdefault(name.decode("latin-1").lower(), _text(value))
    return found


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


async def _content(
    response: httpcore2.Response,
    headers: dict[str, str],
    request: Request,
    limit: int,
    cut: bool,
    url: str,
) -> bytes:
    stream = cast(AsyncIterable[bytes], response.stream)
    coding = headers.get("content-encoding", "")
    if cut:
        content, _ = await body.read_up_to(stream, coding, limit, url=url)
        return content
    media_type, _ = body.content_type(headers.get("content-type"))
    body.check_type(media_type, request.purpose, url=url)
    length = headers.get("content-length", "")
    if length.isdigit() and len(length) < 20 and int(length) > limit:
        raise ResponseRefused(f"the answer is larger than {limit} bytes", url=url)
    return await body.read_body(stream, coding, limit, url=url)


def _retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3)."""
    if not header:
        return None
    if re.fullmatch(r"\d{1,9}", header.strip()):
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError):
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def _printable(value: str | None) -> str | None:
    """A validator that can be sent back; others are not worth their risk."""
    return value if value is not None and _PRINTABLE.fullmatch(value) else None
