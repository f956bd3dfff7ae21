"""`verify` of a web address: its limits, and samples."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import click
import pytest

from cli.commands import Result, run
from mirrorpress.errors import VerifyError
from publish.edition import KEY, sealed

FILES = sealed({f"d{number % 5}/{number}.md": b"x" * 20_000 for number in range(60)})


@contextmanager
def served(delays: dict[str, float] | None = None, each: float = 0.0) -> Iterator[str]:
    """The edition on loopback; each file, or some, after a while."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.lstrip("/")
            time.sleep((delays or {}).get(path, each))
            body = FILES.get(path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def check(*options: str, url: str) -> Result:
    return run("verify", "--local", "--key", KEY.public.line, *options, url)


def test_a_copy_on_the_web_and_what_is_not_found_in_it() -> None:
    with served() as url:
        result = check(url=url)
    assert result.status == 0
    assert b"note: this copy cannot be listed" in result.output


def test_time_is_over_between_two_files() -> None:
    with served(each=0.2) as url:
        start = time.monotonic()
        result = check("--max-seconds", "1", url=url)
    assert time.monotonic() - start < 8
    assert result.status == 3
    assert b"took longer than 1 s (--max-seconds); the rest is left" in result.output
    assert b"as they were signed" not in result.output


def test_time_is_over_in_the_middle_of_an_answer() -> None:
    with served({"mirror.json": 20.0}) as url:
        start = time.monotonic()
        result = check("--max-seconds", "1", url=url)
    assert time.monotonic() - start < 8
    assert result.status == 3


def test_time_is_over_before_there_is_anything_to_report() -> None:
    with served({"SHA256SUMS": 20.0}) as url, pytest.raises(VerifyError, match="--max-seconds"):
        check("--max-seconds", "1", url=url)


def test_no_more_bytes_are_taken_than_allowed() -> None:
    with served() as url:
        result = check("--max-bytes", "100000", url=url)
    assert result.status == 3
    found = re.search(
        rb"more than 100000 bytes came \(--max-bytes\); .* after (\d+) files", result.output
    )
    assert found is not None
    assert 0 < int(found[1]) < 20


def test_a_sample_says_that_it_is_one() -> None:
    with served() as url:
        result = check("--sample", "3", url=url)
    assert result.status == 0
    assert re.search(rb"^sampled: 3 of \d+ files in the checksum files", result.output, re.M)
    assert b"the others were not checked" in result.output


@pytest.mark.parametrize("option", ["--sample", "--max-seconds", "--max-bytes"])
def test_limits_are_positive(option: str) -> None:
    with pytest.raises(click.UsageError):
        check(option, "0", url="http://127.0.0.1:1/")
