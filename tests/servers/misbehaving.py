"""A web server that misbehaves on purpose, on loopback, one fault to a path.

    async with Misbehaving() as server:
        server.url("/drip")

`server.seen` holds every request as (path, headers), in the order of their coming. Faults that
need a body of their own are methods named `on_<path>`; further ones are put into `server.pages`.
"""

from __future__ import annotations

import asyncio
import gzip
import re
import ssl
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

Headers = dict[str, str]
STEP = 64 * 1024
BOMB = gzip.compress(bytes(50 * 1024 * 1024), 9)
DEFLATE_BOMB = zlib.compress(bytes(50 * 1024 * 1024), 9)
# Headers as no standard has them; each may fail the answer it came with, and nothing more.
MALFORMED_HEADERS = [
    ("Retry-After", "Fri, 31 Dec 1999 23:59:59 +9999999999"),
    ("Retry-After", "Fri, 31 Dec 1999 23:59:59 " + "9" * 40),
    ("Retry-After", "Fri, 99 Dec 99999 99:99:99 -2460"),
    ("Retry-After", "Mon, 01 Jan 0001 00:00:00 +2359"),
    ("Retry-After", "9" * 400),
    ("Retry-After", "-1"),
    ("Retry-After", "\u00b2"),
    ("Content-Type", "text/html;charset*=x;charset*1*=b"),
    ("Content-Type", "text/html; charset*0*=utf-8''%zz; charset*1=\u00e9"),
    ("Content-Type", "text/html; charset=\u00e9"),
    ("Content-Type", ";" * 30_000),
    ("Content-Type", "text/html; charset=undefined"),
    ("Content-Encoding", "gzip;q=\u00e9, \u00b2"),
    ("ETag", "\u00e9" * 2000),
    ("Last-Modified", "Fri, 31 Dec 1999 23:59:59 +9999999999"),
    ("Date", "Fri, 31 Dec 1999 23:59:59 +9999999999"),
    ("Location", "https://[::1]@c.example]/"),
    ("Location", "//[::1"),
    ("Location", "//a\u00e2\u0084\u0080.example/"),
]


@dataclass
class Reply:
    """An honest answer."""

    body: bytes = b"<p>Here it is.</p>"
    status: int = 200
    headers: Headers = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})

    def packed(self) -> bytes:
        headers = {"Content-Length": str(len(self.body)), **self.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"HTTP/1.1 {self.status} X\r\n{lines}\r\n".encode("latin-1") + self.body


def redirect(target: str, status: int = 302) -> Reply:
    return Reply(b"", status, {"Location": target})


class Misbehaving:
    """The server, from `async with` to the end of the block."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self.pages: dict[str, Reply | list[Reply]] = {"/robots.txt": Reply(status=404)}
        self.seen: list[tuple[str, Headers]] = []
        self.open_now = 0
        self.open_most = 0  # connections that were answered at one time
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def place(self) -> str:
        """Address and port, as `resolve` takes them."""
        assert self._server is not None
        return f"127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def url(self, path: str) -> str:
        return f"http://{self.place}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.seen]

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=self._tls)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while request := await self._request(reader):
                await self._answered(*request, writer)
        except (ConnectionError, asyncio.CancelledError, asyncio.IncompleteReadError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _request(self, reader: asyncio.StreamReader) -> tuple[str, Headers] | None:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in rest if line)
        self.seen.append((first.split(" ")[1], headers))
        return self.seen[-1]

    async def _answered(self, path: str, headers: Headers, writer: asyncio.StreamWriter) -> None:
        self.open_now += 1
        self.open_most = max(self.open_most, self.open_now)
        try:
            fault: Callable[..., Awaitable[None]] | None = getattr(
                self, "on_" + path.strip("/").partition("/")[0].replace("-", "_"), None
            )
            if fault is not None:
                await fault(writer)
            else:
                writer.write(self._page(path, headers).packed())
            await writer.drain()
        finally:
            self.open_now -= 1

    def _page(self, path: str, headers: Headers) -> Reply:
        found = self.pages.get(path, Reply(status=404))
        if isinstance(found, list):  # one after the other, the last again and again
            found = found.pop(0) if len(found) > 1 else found[0]
        etag = found.headers.get("ETag")
        if etag is not None and headers.get("if-none-match") == etag.lower():
            return Reply(b"", 304, {"ETag": etag})
        return found

    # ------------------------------------------------------------ faults

    async def on_endless(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"x" * STEP)
            await writer.drain()

    async def on_endless_chunks(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            writer.write(b"10000\r\n" + b"x" * STEP + b"\r\n")
            await writer.drain()

    async def on_drip(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    async def on_drip_headers(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100_000):
            writer.write(b"X-%d: y\r\n" % number)
            await writer.drain()
            await asyncio.sleep(0.02)

    async def on_silent(self, writer: asyncio.StreamWriter) -> None:
        """Every path below /silent/."""
        await self.on_silence(writer)

    async def on_silence(self, writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    async def on_continue(self, writer: asyncio.StreamWriter) -> None:
        """Informational answers without end."""
        while True:
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)
            await writer.drain()

    async def on_too_short(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this")
        writer.close()

    async def on_cut_chunks(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
        writer.close()

    async def on_two_lengths(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\nhello")

    async def on_negative_length(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")

    async def on_header_flood(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(200_000):
            writer.write(b"X-Flood-%d: %s\r\n" % (number, b"y" * 100))
            await writer.drain()

    async def on_large_headers(self, writer: asyncio.StreamWriter) -> None:
        flood = b"".join(b"X-%d: %s\r\n" % (number, b"y" * 1000) for number in range(80))
        writer.write(b"HTTP/1.1 200 OK\r\n" + flood + b"Content-Length: 2\r\n\r\nok")

    async def on_no_http(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")
        writer.close()

    async def on_closed(self, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async def on_reset(self, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async def on_reset_midway(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + b"x" * 1000)
        await writer.drain()
        writer.transport.abort()

    async def on_bomb(self, writer: asyncio.StreamWriter) -> None:
        writer.write(_coded("gzip", BOMB))

    async def on_bomb_deflate(self, writer: asyncio.StreamWriter) -> None:
        writer.write(_coded("deflate", DEFLATE_BOMB))

    async def on_members(self, writer: asyncio.StreamWriter) -> None:
        """Very many empty gzip members."""
        writer.write(_coded("gzip", gzip.compress(b"") * 50_000))

    async def on_cut_gzip(self, writer: asyncio.StreamWriter) -> None:
        writer.write(_coded("gzip", gzip.compress(b"news " * 1000)[:-12]))

    async def on_no_gzip(self, writer: asyncio.StreamWriter) -> None:
        writer.write(_coded("gzip", b"this was never packed"))

    async def on_unknown_coding(self, writer: asyncio.StreamWriter) -> None:
        writer.write(_coded("x-secret", b"?"))


# What pages and feeds of hostile outlets hold, by name; each is one article or one index.

TEXT = (
    "The ferry Halcyon left the harbour of Port Amber at dawn, for the first time in three weeks. "
    "Its captain said that the new rudder had been fitted overnight by the yard's own divers."
)


def article(title: str, more: str = "", words: str = TEXT) -> Reply:
    """An honest page, and what is put into its middle."""
    text = f"<p>{words}</p>"
    body = (
        f'<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>'
        f"{text}{more}{text}</article></body></html>"
    )
    return Reply(body.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def feed(*links: str) -> Reply:
    """An RSS feed of some addresses."""
    items = "".join(
        f"<item><title>{link[-30:]}</title><link>{link}</link></item>" for link in links
    )
    body = f'<rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'
    return Reply(body.encode(), headers={"Content-Type": "application/rss+xml"})


HOSTILE_PAGES = {
    "deep-lists": article("Deep lists", "<ul><li>down" * 244 + "</ul>" * 244),
    "deep-spans": article("Deep spans", "<p>" + "<sub><sup>down" * 500 + "</p>"),
    "deep-quotes": article("Deep quotes", "<blockquote><p>down" * 5_000),
    "nested-figures": article("Nested figures", "<figure>" * 1_000 + "<img src=x.jpg>"),
    "absurd-retry-after": Reply(b"", 429, {"Retry-After": "Fri, 31 Dec 1999 23:59:59 " + "9" * 40}),
    "redirect-to-nowhere": redirect("https://[::1]@c.example]/"),
    "garbage": Reply(bytes(range(256)) * 40),
    "undecodable": article("Undecodable", "\ufffd" * 400),
}
# 155 kB that name one long author for each of 1,500 entries.
AMPLIFIED = Reply(
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><author><name>'
    + b"A" * 50_000
    + b"</name></author>"
    + b"".join(
        b'<entry><title>%d</title><link href="http://a.example/%d"/></entry>' % (n, n)
        for n in range(1_500)
    )
    + b"</feed>",
    headers={"Content-Type": "application/atom+xml"},
)


BUSY = Reply(b"", 429, {"Retry-After": "3000"})
SILENT_PICTURES = article(
    "Pictures that never arrive",
    "".join(f'<figure><img src="/silent/{n}.jpg" width=900 height=600></figure>' for n in range(9)),
)
# What an article's page turns into where a server loses every character on the way.
GARBAGE = article("About rudder", words=re.sub(r"\w", "\ufffd", TEXT))


def forged_feed(link: str) -> Reply:
    """A feed that puts its own words at another outlet's address."""
    lie = "All of it is a lie, says nobody. " * 30
    body = (
        '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>F</title><item><title>Forged</title><link>{link}</link>"
        f"<c:encoded>&lt;p>{lie}&lt;/p></c:encoded></item></channel></rss>"
    )
    return Reply(body.encode(), headers={"Content-Type": "application/rss+xml"})


def _coded(coding: str, body: bytes) -> bytes:
    headers = {"Content-Type": "text/html", "Content-Encoding": coding}
    return Reply(body, 200, headers).packed()
