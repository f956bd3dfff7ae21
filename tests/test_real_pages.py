"""Real pages, mirrored by the real command: served from a folder of saved ones, under invented
addresses, and listed by feeds that give nothing but links.

The folder is not part of the repository; without it there is nothing to test here.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import pytest

from mirrorpress.model import Block
from mirrorpress.render.export import blocks_to_html
from mirrorpress.store import open_store

DATA = Path(__file__).parents[2] / "shared" / "extraction-dev"
LEAST = 0.97  # of the pages become articles with a title and a body
SECONDS = 90

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason="the saved pages are not here"),
]


class Pages:
    """The saved pages by host and path, one host for each set, and the requests made for them."""

    def __init__(self, data: Path) -> None:
        truth = json.loads((data / "ground-truth.json").read_text("utf-8"))["pages"]
        self.files: dict[str, Path] = {}
        self.feeds: dict[str, str] = {}
        self.asked: Counter[str] = Counter()
        self.pictures: list[str] = []  # addresses that were asked for as pictures
        self._lock = Lock()
        for number, page in enumerate(truth.values()):
            host = f"{page['set']}.pages.example"
            address = f"{host}/{page['set']}/{number}.html"
            self.files[address] = data / page["file"]
            item = f"<item><link>http://{address}</link></item>"
            self.feeds[host] = self.feeds.get(host, "") + item

    def answer(self, address: str, accept: str) -> tuple[str, bytes] | None:
        """Media type and bytes of what stands at an address without its scheme."""
        with self._lock:
            self.asked[address] += 1
            if accept.startswith("image/"):
                self.pictures.append(address)
        if address in self.files:
            return "text/html; charset=utf-8", gzip.decompress(self.files[address].read_bytes())
        host, _, path = address.partition("/")
        if path == "feed.xml" and host in self.feeds:
            feed = f"<title>{host}</title>{self.feeds[host]}"
            feed = f'<rss version="2.0"><channel>{feed}</channel></rss>'
            return "application/rss+xml", feed.encode()
        return None


@contextmanager
def serving(pages: Pages) -> Iterator[str]:
    """Serve the pages on loopback to the end of the block; host and port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            address = self.headers.get("Host", "") + self.path
            answer = pages.answer(address, self.headers.get("Accept", ""))
            media_type, body = answer or ("text/plain", b"not here")
            self.send_response(200 if answer else 404)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    class Listener(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """The command hangs up on connections that it kept; that is no error."""

    server = Listener(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def settings(pages: Pages, address: str) -> str:
    """A mirror of text alone that follows every feed."""
    resolve = "".join(f'"{host}" = "{address}"\n' for host in pages.feeds)
    sources = "".join(
        f'[[source]]\nname = "{host.partition(".")[0]}"\n'
        f'url = "http://{host}/feed.xml"\nlocal = true\n'
        for host in pages.feeds
    )
    return (
        '[mirror]\nname = "Saved pages"\n[fetch]\ndelay = 0\n[pictures]\nkeep = false\n'
        f'[fetch.resolve]\n{resolve}{sources}[[edition]]\nname = "pages"\nformat = "markdown"\n'
    )


@dataclass(frozen=True)
class Mirrored:
    """What one round made of the saved pages."""

    pages: Pages
    directory: Path
    summary: dict[str, Any]

    @property
    def told(self) -> str:
        """The numbers, and every failure with its address and cause."""
        failed = self.summary["failed"]
        return (
            f"{self.summary['new']} of {len(self.pages.files)} pages became articles "
            f"in {self.summary['seconds']:.1f} s, {len(failed)} failed:\n"
            + "\n".join(f"  {item['url']}: {item['error']}" for item in failed)
        )


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Mirrored:
    pages, directory = Pages(DATA), tmp_path_factory.mktemp("real")
    with serving(pages) as address:
        (directory / "mirror.toml").write_text(settings(pages, address), encoding="utf-8")
        command = [sys.executable, "-m", "mirrorpress", "run", "--json", "-C", str(directory)]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    result = Mirrored(pages, directory, json.loads(ran.stdout))
    print(result.told)
    return result


def test_nearly_all_become_articles_with_title_and_body(mirrored: Mirrored) -> None:
    whole = 0
    store = open_store(mirrored.directory / "state")
    try:
        for article_id in store.articles.changed_since(0):
            article = store.articles.revision(article_id).article
            path = store.articles.summary(article_id, "pages").path
            page = mirrored.directory / "public/pages" / path
            whole += bool(article.title.strip()) and has_text(article.blocks) and page.is_file()
    finally:
        store.close()
    assert whole == mirrored.summary["new"], mirrored.told
    assert whole >= LEAST * len(mirrored.pages.files), mirrored.told


def has_text(blocks: tuple[Block, ...]) -> bool:
    """Whether some block says something in words."""
    return any(character.isalnum() for character in blocks_to_html(blocks))


def test_every_failure_is_named_with_its_cause(mirrored: Mirrored) -> None:
    failed, pages = mirrored.summary["failed"], mirrored.pages
    assert mirrored.summary["new"] + len(failed) == len(pages.files), mirrored.told
    listed = {f"http://{address}" for address in pages.files}
    assert {item["url"] for item in failed} <= listed, mirrored.told
    assert all(item["source"] and item["error"].strip() for item in failed), mirrored.told


def test_each_page_is_asked_for_once_and_no_picture_at_all(mirrored: Mirrored) -> None:
    pages = mirrored.pages
    assert pages.pictures == []
    assert {address: pages.asked[address] for address in pages.files} == dict.fromkeys(
        pages.files, 1
    )
