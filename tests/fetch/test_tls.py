"""TLS and HTTP/2: certificates are checked, and the bounds hold there too."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest

from mirrorpress.errors import ConnectionFailed, FetchError, ResponseRefused
from mirrorpress.fetch.http_fetcher import HttpFetcher
from mirrorpress.fetch.settings import FetchSettings
from mirrorpress.model import NotModified, Page, Purpose, Request
from servers.certificates import server_context
from servers.http2 import Http2Server
from servers.misbehaving import Misbehaving, Reply


def settings(place: str, folder: Path | None) -> FetchSettings:
    return FetchSettings(
        delay=0.0,
        timeout=3.0,
        obey_robots=False,
        resolve={"news.example": place},
        certificates=str(folder / "ca.pem") if folder else None,
    )


def local(path: str) -> Request:
    return Request(url=f"https://news.example{path}", purpose=Purpose.PAGE, local=True)


async def response(tls: ssl.SSLContext, folder: Path | None) -> Page | NotModified:
    async with Misbehaving(tls) as server:
        server.pages["/x"] = Reply()
        async with HttpFetcher(settings(server.place, folder)) as fetcher:
            return await fetcher.fetch(local("/x"))


def test_a_good_certificate(tmp_path: Path) -> None:
    page = asyncio.run(response(server_context(tmp_path, "news.example"), tmp_path))
    assert isinstance(page, Page) and page.body == b"<p>Here it is.</p>"


@pytest.mark.parametrize("fault", ["unknown authority", "other name", "expired"])
def test_a_bad_certificate(fault: str, tmp_path: Path) -> None:
    host = "other.example" if fault == "other name" else "news.example"
    tls = server_context(tmp_path, host, expired=fault == "expired")
    trusted = None if fault == "unknown authority" else tmp_path
    with pytest.raises(ConnectionFailed, match="certificate"):
        asyncio.run(response(tls, trusted))


def test_http_2(tmp_path: Path) -> None:
    async def run() -> None:
        async with Http2Server(server_context(tmp_path, "news.example")) as server:
            async with HttpFetcher(settings(server.place, tmp_path)) as fetcher:
                for path in ("/1", "/2", "/3"):
                    page = await fetcher.fetch(local(path))
                    assert isinstance(page, Page) and page.body == b"two"
            assert server.connections == 1
            assert server.paths == ["/1", "/2", "/3"]

    asyncio.run(run())


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/endless", ResponseRefused),
        ("/reset", ResponseRefused),
        ("/short", ResponseRefused),
        ("/goaway", ConnectionFailed),
    ],
)
def test_faults_of_http_2(path: str, error: type[FetchError], tmp_path: Path) -> None:
    async def run() -> None:
        tls = server_context(tmp_path, "news.example")
        async with (
            Http2Server(tls) as server,
            HttpFetcher(settings(server.place, tmp_path)) as fetcher,
        ):
            with pytest.raises(error):
                await fetcher.fetch(local(path))
            page = await fetcher.fetch(local("/x"))
            assert isinstance(page, Page) and page.body == b"two"

    asyncio.run(run())
