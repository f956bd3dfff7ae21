"""Serves a newsroom on loopback: one port, hosts distinguished by the `Host` header."""

from __future__ import annotations

from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self, cast
from urllib.parse import urlsplit

from mirrorpress.demo.newsroom import Newsroom


class NewsroomServer:
    """A newsroom at a loopback address, from `with` to the end of the block.

    `newsroom` may be replaced while serving; `requests` counts what was asked for, as
    `host/path` without the query. The server prints nothing.
    """

    def __init__(self, newsroom: Newsroom, port: int = 0) -> None:
        self.newsroom = newsroom
        self.requests: Counter[str] = Counter()
        self._lock = Lock()
        self._server = _Listener(("127.0.0.1", port), self)
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def address(self) -> tuple[str, int]:
        """Host and port that the server listens at."""
        host, port = self._server.server_address[:2]
        return str(host), port

    def count(self, host: str, target: str) -> None:
        """Notes one request."""
        parts = urlsplit(target)
        with self._lock:
            self.requests[f"{parts.hostname or host.partition(':')[0]}{parts.path}"] += 1

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client may keep its connection open longer than we live

    def __init__(self, address: tuple[str, int], owner: NewsroomServer) -> None:
        self.owner = owner
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is none of our business."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "demo"
    sys_version = ""
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answers with headers and body."""
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        """Answers with headers alone."""
        self._respond(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def _respond(self, *, with_body: bool) -> None:
        owner, host = cast(_Listener, self.server).owner, self.headers.get("Host", "")
        owner.count(host, self.path)
        answer = owner.newsroom.answer(host, self.path, dict(self.headers.items()))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)
