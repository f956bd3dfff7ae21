"""What a reader's browser does with a whole mirror: it talks to the mirror and to nobody else.

Chromium sends everything that is not for this machine to a proxy of ours, which writes it down.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrorpress.preview import Preview
from mirrors import make_mirror, settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine (apt: chromium)"),
]
ALL = ("estran", "harbour-ledger", "langang", "pristan", "qandil", "sarel-wire", "yunting")


class Listener(ThreadingHTTPServer):
    """A proxy that answers nobody and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Refusal)
        self.heard: list[str] = []


class Refusal(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Listener)
        self.server.heard.append(self.path)
        self.send_error(502)

    do_CONNECT = do_POST = do_GET  # noqa: N815 - names of the base class

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def proxy() -> Iterator[Listener]:
    with Listener() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web edition of a mirror of the newsroom."""
    with NewsroomServer(Newsroom(1)) as running:
        text = settings(running.newsroom, running, ALL)
        mirror = make_mirror(tmp_path_factory.mktemp("reader") / "mirror", text)
        mirror.round()
    return mirror.folder / "public" / "web"


def opened(url: str, proxy: Listener, home: Path) -> str:
    """A page as Chromium has it after loading all of it."""
    assert CHROMIUM is not None
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-features=OptimizationHints", f"--user-data-dir={home}",
        f"--proxy-server=http://127.0.0.1:{proxy.server_address[1]}", "--dump-dom", url,
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_a_reader_talks_to_the_mirror_alone(web: Path, proxy: Listener, tmp_path: Path) -> None:
    articles = sorted(web.glob("articles/*/*/*/*.html"))
    chosen = {page.name.rsplit("-", 1)[0]: page for page in articles}
    assert set(chosen) == set(ALL)
    with Preview(web) as preview:
        for page in (web / "index.html", *chosen.values()):
            dom = opened(preview.url + str(page.relative_to(web)), proxy, tmp_path / "home")
            assert "</main>" in dom
    outside = [url for url in proxy.heard if ".example" in url]
    assert outside == []


def test_the_proxy_would_have_heard_it(proxy: Listener, tmp_path: Path) -> None:
    """The check above can fail: a page that asks another host is heard."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text('<img src="http://counter.example/pixel.gif">')
    with Preview(tmp_path / "site") as preview:
        opened(preview.url, proxy, tmp_path / "home")
    assert [url for url in proxy.heard if ".example" in url] == ["http://counter.example/pixel.gif"]
