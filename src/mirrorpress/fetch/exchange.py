"""One request and its response, within its time: no redirects, no second tries, no decisions.

No cookies and no credentials are ever sent; `Referer` stays within its origin. The body is read
where the status is 200, and left where it is any other.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import cast
from urllib.parse import urlsplit

import httpcore2

from mirrorpress import urls
from mirrorpress.errors import ResponseRefused
from mirrorpress.fetch import body
from mirrorpress.fetch.translate import Progress, translated
from mirrorpress.model import Purpose, Validators

MAX_HEADERS = 64 * 1024  # bytes of all headers of one response
_PRINTABLE = re.compile(r"[\x20-\x7e]{1,1000}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpRequest:
    """What is asked for."""

    url: str  # as `urls.safe` gives it
    purpose: Purpose
    agent: str
    seconds: float  # until the whole response must be here
    limit: int  # bytes of the unpacked body
    cut: bool = False  # of a longer body take so much, of whatever type, instead of refusing it
    validators: Validators = Validators()
    referer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpResponse:
    """What came."""

    status: int
    headers: dict[str, str]  # by lower-case name; of several of one name the first
    content: bytes | None = None  # None where the status is not 200

    @property
    def validators(self) -> Validators:
        """What to send along the next time; only what can be sent without harm."""
        return Validators(
            etag=_printable(self.headers.get("etag")),
            last_modified=_printable(self.headers.get("last-modified")),
        )


async def exchange(pool: httpcore2.AsyncConnectionPool, request: HttpRequest) -> HttpResponse:
    """Makes the request.

    Raises:
        ConnectionFailed: no response began.
        AddressRefused: the host is where nobody goes.
        ResponseRefused: the response is too large, too slow, broken or of the wrong kind.
    """
    progress = Progress(request.url)
    with translated(progress):
        async with asyncio.timeout(max(request.seconds, 0.0)):
            response = await pool.handle_async_request(_request(request))
            async with aclosing(response):
                progress.answered = True
                headers = _headers(response, request.url)
                content = await _content(response, headers, request)
                return HttpResponse(status=response.status, headers=headers, content=content)


def retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3).

    None where it says none, or nothing that can be read: a malformed header is ignored.
    """
    if not header:
        return None
    if re.fullmatch(r"\d{1,9}", header.strip(), re.ASCII):
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):  # the last: a zone years away
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def _request(request: HttpRequest) -> httpcore2.Request:
    headers = {
        "Host": urlsplit(request.url).netloc,
        "User-Agent": request.agent,
        "Accept": body.ACCEPT[request.purpose],
        "Accept-Encoding": body.ACCEPT_ENCODING,
    }
    if (etag := _printable(request.validators.etag)) is not None:
        headers["If-None-Match"] = etag
    if (changed := _printable(request.validators.last_modified)) is not None:
        headers["If-Modified-Since"] = changed
    if (referer := urls.safe(request.referer)) and _origin(referer) == _origin(request.url):
        headers["Referer"] = referer
    return httpcore2.Request("GET", request.url.partition("#")[0], headers=list(headers.items()))


def _headers(response: httpcore2.Response, url: str) -> dict[str, str]:
    size = sum(len(name) + len(value) + 4 for name, value in response.headers)
    if size > MAX_HEADERS:
        raise ResponseRefused(f"the headers are larger than {MAX_HEADERS} bytes", url=url)
    found: dict[str, str] = {}
    for name, value in response.headers:
        found.setdefault(name.decode("latin-1").lower(), _text(value))
    return found


async def _content(
    response: httpcore2.Response, headers: dict[str, str], request: HttpRequest
) -> bytes | None:
    if response.status != 200:
        return None
    stream = cast(AsyncIterable[bytes], response.stream)
    coding = headers.get("content-encoding", "")
    if request.cut:
        return (await body.read_up_to(stream, coding, request.limit, url=request.url))[0]
    media_type, _ = body.content_type(headers.get("content-type"))
    body.check_type(media_type, request.purpose, url=request.url)
    length = headers.get("content-length", "")
    if re.fullmatch(r"\d{1,19}", length, re.ASCII) and int(length) > request.limit:
        raise ResponseRefused(f"the response is larger than {request.limit} bytes", url=request.url)
    return await body.read_body(stream, coding, request.limit, url=request.url)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def _printable(value: str | None) -> str | None:
    """A validator that can be sent back; others are not worth their risk."""
    return value if value is not None and _PRINTABLE.fullmatch(value) else None


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
