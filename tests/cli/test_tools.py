"""feed: JSON lines out, and no feed that fails the batch."""

from __future__ import annotations

import gzip
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cli.commands import run

FEED_KEYS = ["source", "format", "title", "language", "entries", "problems", "error"]
ENTRY_KEYS = [
    "id", "url", "title", "authors", "published", "updated", "summary", "content", "media",
]  # fmt: skip


# feed

RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Heron Gazette</title><language>en</language>
<item><guid>a1</guid><link>https://gazette.example/ferry</link><title>Ferry &amp; pier</title>
<pubDate>Sun, 04 May 2031 07:30:00 +0800</pubDate><author>Lin Wei</author>
<description>&lt;p&gt;It &lt;b&gt;sailed&lt;/b&gt;.&lt;/p&gt;</description>
<enclosure url="https://img.example/pier.jpg" type="image/jpeg" length="7"/></item>
<item><guid>a2</guid><link>https://gazette.example/fog</link><title>الضباب</title></item>
</channel></rss>
"""


def test_a_feed_is_told_with_every_key(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    result = run("feed", str(tmp_path / "feed.xml"))
    (line,) = result.lines
    assert result.status == 0
    assert list(line) == FEED_KEYS
    assert (line["source"], line["title"], line["language"], line["error"]) == (
        str(tmp_path / "feed.xml"),
        "Heron Gazette",
        "en",
        None,
    )
    assert [list(entry) for entry in line["entries"]] == [ENTRY_KEYS] * 2
    ferry, fog = line["entries"]
    assert (ferry["id"], ferry["title"], ferry["summary"]) == ("a1", "Ferry & pier", "It sailed.")
    assert ferry["published"] == "2031-05-04T07:30:00+08:00"
    assert ferry["media"] == [
        {"url": "https://img.example/pier.jpg", "type": "image/jpeg", "title": None}
    ]
    assert (fog["title"], fog["published"], fog["media"]) == ("الضباب", None, [])


def test_feeds_come_in_order_and_none_fails_the_batch(tmp_path: Path) -> None:
    (tmp_path / "good.xml").write_text(RSS, "utf-8")
    (tmp_path / "good.xml.gz").write_bytes(gzip.compress(RSS.encode()))
    (tmp_path / "empty.xml").write_bytes(b"")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "page.html").write_text("<!doctype html><html><body><p>A page</p></body></html>")
    (tmp_path / "torn.gz").write_bytes(gzip.compress(RSS.encode())[:-30])
    expected = {
        "good.xml": True,
        "none.xml": False,
        "empty.xml": False,
        "good.xml.gz": True,
        "noise.bin": False,
        "page.html": False,
        "torn.gz": False,
        ".": False,
    }
    names = [str(tmp_path / name) for name in expected]
    result = run("feed", *names)
    assert result.status == 1
    assert [line["source"] for line in result.lines] == names
    assert [line["error"] is None for line in result.lines] == list(expected.values())
    assert all(list(line) == FEED_KEYS for line in result.lines)


@pytest.mark.parametrize("arguments", [("-",), ()])
def test_a_feed_on_standard_input(arguments: tuple[str, ...]) -> None:
    (line,) = run("feed", *arguments, given=RSS).lines
    assert (line["source"], len(line["entries"])) == ("-", 2)


@contextmanager
def serving(content: bytes) -> Iterator[str]:
    """A server on loopback that has one feed and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/feed.xml"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(content) if found else 0))
            self.end_headers()
            self.wfile.write(content if found else b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_feeds_on_the_web(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    with serving(RSS.encode()) as root:
        names = [f"{root}/none.xml", f"{root}/feed.xml", str(tmp_path / "feed.xml")]
        result = run("feed", "--local", *names)
        refused = run("feed", f"{root}/feed.xml")
    assert [line["source"] for line in result.lines] == names
    assert [line["error"] is None for line in result.lines] == [False, True, True]
    assert "404" in result.lines[0]["error"]
    assert result.lines[1]["entries"] == result.lines[2]["entries"]
    assert refused.status == 1
    assert refused.lines[0]["error"] is not None


# As a process


def process(*arguments: str, given: bytes = b"") -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-m", "mirrorpress", *arguments], input=given, capture_output=True
    )
    return done.returncode, done.stdout, done.stderr.decode()


def test_the_exit_status_tells_how_it_ended() -> None:
    status, output, said = process("extract", "--jsonl", given=b"{nonsense\n")
    assert (status, len(output.splitlines()), said) == (1, 1, "")
    status, output, said = process("group", "nowhere.jsonl")
    assert (status, output) == (2, b"")
    assert said.startswith("mirrorpress: nowhere.jsonl cannot be read")
    assert "Traceback" not in said
