"""How long honest pages take to be published beside pages whose server never answers."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure
from benchmarks.measure import BenchmarkFailed

SILENT = (0, 40, 10_000)  # pages of the outlet that does not answer
HONEST = 10  # pages of the other one
TIMEOUT = 2.0  # seconds that mirror.toml allows for one request
SECONDS = 300.0  # until a round must be over

_SETTINGS = """
[mirror]
name = "Bench"
[fetch]
delay = 0
timeout = {timeout:g}
[fetch.resolve]
"silent.example" = "{address}"
"honest.example" = "{address}"
[[source]]
name = "silent"
url = "http://silent.example/silent.xml"
local = true
[[source]]
name = "honest"
url = "http://honest.example/honest.xml"
local = true
[[edition]]
name = "web"
format = "web"
[[target]]
name = "folder"
path = "public"
"""
_TEXT = "The ferry left the harbour at dawn, for the first time in three weeks. " * 6


def measure(work: Path) -> Iterator[Figure]:
    """Seconds until every honest page is in the folder, by number of silent pages."""
    alone: float | None = None
    for count in SILENT:
        with _server(count) as (address, asked):
            seconds = _published(work / f"beside-{count}", address)
            yield Figure(
                name=f"isolation.{count}.wall",
                value=seconds,
                unit="s",
                peer=alone,
                peer_name="alone",
                less=True,
                note=f"until {HONEST} honest pages are published; "
                f"{len(asked)} requests without an answer, {TIMEOUT:g} s each",
            )
        alone = alone or seconds


def _published(folder: Path, address: str) -> float:
    folder.mkdir(parents=True)
    settings = _SETTINGS.format(timeout=TIMEOUT, address=address)
    (folder / "mirror.toml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "mirrorpress", "run", "--quiet", "-C", str(folder)]
    started = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as round_:
        while time.monotonic() - started < SECONDS:
            if len(list((folder / "public").rglob("honest-*.html"))) == HONEST:
                seconds = time.monotonic() - started
                round_.wait(SECONDS)
                return seconds
            time.sleep(0.02)
        round_.kill()
    raise BenchmarkFailed(f"the honest pages were not published within {SECONDS:g} s")


@contextmanager
def _server(silent: int) -> Iterator[tuple[str, list[str]]]:
    """A server on loopback; its address, and the paths that it does not answer."""
    asked: list[str] = []
    over = threading.Event()
    handler = partial(_Handler, silent=silent, asked=asked, over=over)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}", asked
    finally:
        over.set()
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def __init__(
        self, *args: Any, silent: int, asked: list[str], over: threading.Event, **kwargs: Any
    ) -> None:
        self._silent = silent
        self._asked = asked
        self._over = over
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        if self.path.startswith("/silent/"):
            self._asked.append(self.path)
            self._over.wait(SECONDS)
            return
        body = self._body()
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Length", str(len(body or "")))
        self.end_headers()
        self.wfile.write((body or "").encode())

    def _body(self) -> str | None:
        match self.path:
            case "/honest.xml":
                return _feed(f"http://honest.example/page/{n}" for n in range(HONEST))
            case "/silent.xml":
                return _feed(f"http://silent.example/silent/{n}" for n in range(self._silent))
            case path if path.startswith("/page/"):
                title = f"Ferry {path[6:]} sails"
                return (
                    f"<html lang=en><title>{title}</title><article><h1>{title}</h1>"
                    f"<p>{_TEXT}</p><p>{path} {_TEXT}</p></article></html>"
                )
        return None

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def _feed(links: Iterator[str]) -> str:
    item = "<item><title>{0}</title><link>{0}</link></item>"
    items = "".join(map(item.format, links))
    return f'<rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'
