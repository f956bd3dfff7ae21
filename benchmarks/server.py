"""Serves a newsroom on loopback, from a process of its own.

    with serving(Plan(articles=100)) as server:
        server.address      "127.0.0.1:40123"
        server.requests()   how many were asked until now

All hosts are at one port, told apart by the `Host` header, or by the address in the request line
where the server is used as a proxy. It answers feeds and pages with an ETag, and 304 to who has
it. The process ends when the one that started it is gone.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from benchmarks.newsroom import OUTLETS, Newsroom, Plan, Response

COUNTER = "/requests"  # how many were asked, without those for this address


@dataclass(frozen=True, slots=True)
class Server:
    """A newsroom that is being served."""

    address: str

    def requests(self) -> int:
        """How many requests were made until now."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"http://{self.address}{COUNTER}", timeout=10) as answer:
            return int(answer.read())

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(outlet.host for outlet in OUTLETS)


@contextmanager
def serving(plan: Plan) -> Iterator[Server]:
    """Serve the newsroom of a plan to the end of the block."""
    command = [sys.executable, "-m", "benchmarks.server", str(plan.articles)]
    command += ["--pictures", str(plan.pictures), *(["--small"] if plan.small else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        try:
            address = process.stdout.readline().decode().strip()
            if not address:
                raise RuntimeError("the server of the newsroom did not start")
            yield Server(address)
        finally:
            process.stdin.close()
            process.wait(10)


class _Connection(asyncio.Protocol):
    """One client: requests in, answers out, in turn (HTTP/1.1 without bodies)."""

    def __init__(self, site: _Site) -> None:
        self._site = site
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        while b"\r\n\r\n" in self._waiting:
            head, _, self._waiting = self._waiting.partition(b"\r\n\r\n")
            line, *rest = head.decode("latin-1").split("\r\n")
            pairs = (field.partition(":") for field in rest)
            headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
            self._transport.write(self._site.answer(line.split(" ")[1], headers))
            if headers.get("connection", "").lower() == "close":
                self._transport.close()
                return


class _Site:
    """A newsroom as HTTP."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._count = 0

    def answer(self, target: str, headers: dict[str, str]) -> bytes:
        """The whole answer to a GET."""
        parts = urlsplit(target)
        if parts.path == COUNTER:
            return _packed("200 OK", Response("text/plain", str(self._count).encode()))
        self._count += 1
        found = self._newsroom.answer(parts.netloc or headers.get("host", ""), parts.path)
        if found is None:
            return _packed("404 Not Found", Response("text/plain", b"not here"))
        etag = f'"{hashlib.sha1(found.body, usedforsecurity=False).hexdigest()[:16]}"'
        if headers.get("if-none-match") == etag:
            return f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n".encode()
        return _packed("200 OK", found, etag)


def _packed(status: str, answer: Response, etag: str = "") -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {answer.media_type}\r\n"
        f"Content-Length: {len(answer.body)}\r\n" + (f"ETag: {etag}\r\n" if etag else "")
    )
    return head.encode() + b"\r\n" + answer.body


async def _serve(plan: Plan) -> None:
    site, loop = _Site(Newsroom(plan)), asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(site), "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(f"{host}:{port}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)  # ends when our starter closes it or dies
    server.close()


def main() -> None:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=int)
    parser.add_argument("--pictures", type=int, default=0)
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    asyncio.run(_serve(Plan(options.articles, options.pictures, options.small)))


if __name__ == "__main__":
    main()
