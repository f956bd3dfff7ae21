"""One request through the fetcher, against a server that misbehaves on purpose."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest

from mirrorpress.errors import (
    AddressRefused,
    ConnectionFailed,
    FetchError,
    Gone,
    HttpStatus,
    ResponseRefused,
    RobotsDenied,
)
from mirrorpress.fetch.exchange import retry_after
from mirrorpress.fetch.http_fetcher import HttpFetcher
from mirrorpress.fetch.settings import FetchSettings
from mirrorpress.model import NotModified, Page, Purpose, Request, Validators
from servers.misbehaving import MALFORMED_HEADERS, Misbehaving, Reply, redirect

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
PAGE, PICTURE, INDEX = Purpose.PAGE, Purpose.PICTURE, Purpose.INDEX


def settings(**changed: Any) -> FetchSettings:
    return FetchSettings(**{"delay": 0.0, "timeout": 0.5, "backoff": 0.05, **changed})


def with_server(
    work: Callable[[Misbehaving, HttpFetcher], Awaitable[None]], **changed: Any
) -> Misbehaving:
    """Runs `work` with a server and a fetcher to it."""

    async def run() -> Misbehaving:
        async with (
            Misbehaving() as server,
            HttpFetcher(settings(**changed), lambda: NOW) as fetcher,
        ):
            await work(server, fetcher)
        return server

    return asyncio.run(run())


def local(url: str, purpose: Purpose = PAGE, **more: Any) -> Request:
    return Request(url=url, purpose=purpose, local=True, **more)


def test_a_page_comes_as_it_is() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        headers = {
            "Content-Type": 'Text/HTML; charset="GB18030"',
            "ETag": '"a1"',
            "Last-Modified": "Wed, 04 Mar 2026 09:00:00 GMT",
        }
        server.pages["/news"] = Reply("新闻".encode("gb18030"), headers=headers)
        page = await fetcher.fetch(local(server.url("/news#part")))
        assert page == Page(
            url=server.url("/news#part"),
            requested=server.url("/news#part"),
            body="新闻".encode("gb18030"),
            media_type="text/html",
            charset="gb18030",
            validators=Validators(etag='"a1"', last_modified="Wed, 04 Mar 2026 09:00:00 GMT"),
            fetched=NOW,
        )

    server = with_server(work, contact="https://example.org/mirror\r\nX-Evil: 1")
    path, headers = server.seen[-1]
    assert path == "/news"
    assert headers["user-agent"].startswith("mirrorpress/")
    assert headers["user-agent"].endswith("(+https://example.org/mirrorx-evil:1)")
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/endless", ResponseRefused),
        ("/endless-chunks", ResponseRefused),
        ("/drip", ResponseRefused),
        ("/drip-headers", ConnectionFailed),
        ("/silence", ConnectionFailed),
        ("/continue", FetchError),
        ("/too-short", ResponseRefused),
        ("/cut-chunks", ResponseRefused),
        ("/two-lengths", ResponseRefused),
        ("/negative-length", ResponseRefused),
        ("/header-flood", ResponseRefused),
        ("/large-headers", ResponseRefused),
        ("/no-http", ResponseRefused),
        ("/closed", ConnectionFailed),
        ("/reset", ConnectionFailed),
        ("/reset-midway", ResponseRefused),
        ("/bomb", ResponseRefused),
        ("/bomb-deflate", ResponseRefused),
        ("/members", ResponseRefused),
        ("/cut-gzip", ResponseRefused),
        ("/no-gzip", ResponseRefused),
        ("/unknown-coding", ResponseRefused),
    ],
)
def test_every_fault_is_named_and_ends_in_time(path: str, error: type[FetchError]) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        started = time.monotonic()
        with pytest.raises(error) as caught:
            await fetcher.fetch(local(server.url(path)))
        assert time.monotonic() - started < 5
        assert caught.value.url == server.url(path)
        assert str(caught.value)

    with_server(work)


@pytest.mark.parametrize("path", ["/endless", "/drip", "/closed", "/no-gzip", "/too-short"])
def test_after_a_fault_the_door_still_works(path: str) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/good"] = Reply()
        for _ in range(3):
            with pytest.raises(FetchError):
                await fetcher.fetch(local(server.url(path)))
            page = await fetcher.fetch(local(server.url("/good")))
            assert isinstance(page, Page) and page.body == b"<p>Here it is.</p>"

    with_server(work, timeout=0.3)


def test_foreign_errors_are_the_cause() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        with pytest.raises(ResponseRefused) as caught:
            await fetcher.fetch(local(server.url("/no-http")))
        assert type(caught.value.__cause__).__module__ == "httpcore2"

    with_server(work)


def test_a_connection_that_fails_is_tried_twice() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        with pytest.raises(ConnectionFailed):
            await fetcher.fetch(local(server.url("/closed")))

    assert with_server(work).paths() == ["/robots.txt", "/closed", "/closed"]


def test_nobody_listens() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        with pytest.raises(ConnectionFailed):
            await fetcher.fetch(local("http://127.0.0.1:1/x"))
        with pytest.raises(ConnectionFailed):
            await fetcher.fetch(local("http://no-such-name.invalid/x"))

    with_server(work, obey_robots=False)


# ---------------------------------------------------------------- status


@pytest.mark.parametrize(
    ("status", "error"),
    [(404, Gone), (410, Gone), (403, HttpStatus), (500, HttpStatus), (204, HttpStatus)],
)
def test_status(status: int, error: type[HttpStatus]) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply(status=status)
        with pytest.raises(HttpStatus) as caught:
            await fetcher.fetch(local(server.url("/x")))
        assert type(caught.value) is error
        assert caught.value.status == status

    with_server(work)


def test_what_did_not_change_is_not_sent_again() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply(headers={"ETag": '"v1"'})
        page = await fetcher.fetch(local(server.url("/x")))
        again = await fetcher.fetch(local(server.url("/x"), validators=page.validators))
        assert again == NotModified(url=server.url("/x"), fetched=NOW)
        server.pages["/x"] = Reply(headers={"ETag": '"v2"'})
        changed = await fetcher.fetch(local(server.url("/x"), validators=page.validators))
        assert isinstance(changed, Page)

    with_server(work)


def test_304_to_nobody_who_asked_is_an_error() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply(b"", 304)
        with pytest.raises(HttpStatus):
            await fetcher.fetch(local(server.url("/x")))

    with_server(work)


def test_validators_cannot_smuggle_headers() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply()
        evil = Validators(etag='"a"\r\nX-Evil: 1', last_modified="é")
        await fetcher.fetch(local(server.url("/x"), validators=evil))

    _, headers = with_server(work).seen[-1]
    assert not {"x-evil", "if-none-match", "if-modified-since"} & set(headers)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_waited_for(status: int) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = [Reply(status=status), Reply(status=status), Reply()]
        page = await fetcher.fetch(local(server.url("/x")))
        assert isinstance(page, Page)

    assert with_server(work).paths() == ["/robots.txt", "/x", "/x", "/x"]


def test_a_busy_host_is_not_waited_for_for_ever() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply(status=503)
        with pytest.raises(HttpStatus):
            await fetcher.fetch(local(server.url("/x")))

    assert with_server(work).paths() == ["/robots.txt", "/x", "/x", "/x"]


@pytest.mark.parametrize("asked", ["7200", "Wed, 04 Mar 2026 12:00:00 GMT"])
def test_a_host_that_asks_for_hours_is_left_alone(asked: str) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply(status=429, headers={"Retry-After": asked})
        with pytest.raises(HttpStatus) as caught:
            await fetcher.fetch(local(server.url("/x")))
        assert caught.value.retry_after == 7200
        with pytest.raises(HttpStatus) as caught:
            await fetcher.fetch(local(server.url("/y")))
        assert caught.value.status == 429

    assert with_server(work).paths() == ["/robots.txt", "/x"]


@pytest.mark.parametrize(("name", "value"), MALFORMED_HEADERS)
@pytest.mark.parametrize("status", [200, 302, 429, 503])
def test_a_malformed_header_fails_its_answer_at_most(name: str, value: str, status: int) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        headers = {"Content-Type": "text/html", name: value}
        server.pages["/x"] = Reply(status=status, headers=headers)
        with suppress(FetchError):
            page = await fetcher.fetch(local(server.url("/x")))
            assert isinstance(page, Page)

    with_server(work)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("Fri, 31 Dec 1999 23:59:59 +9999999999", None),
        ("Fri, 31 Dec 1999 23:59:59 " + "9" * 40, None),
        ("9" * 400, None),
        ("-1", None),
        (None, None),
        ("soon", None),
        (" 120 ", 120.0),
        ("Wed, 04 Mar 2026 10:02:00 GMT", 120.0),
        ("Wed, 04 Mar 2026 10:02:00", 120.0),
        ("Wed, 04 Mar 2026 18:02:00 +0800", 120.0),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0.0),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, datetime(2026, 3, 4, 10, 0, tzinfo=UTC)) == seconds


# ---------------------------------------------------------------- kinds and sizes


@pytest.mark.parametrize(
    ("purpose", "media_type", "accepted"),
    [
        (PAGE, "text/html", True),
        (PAGE, "application/xhtml+xml", True),
        (PAGE, "application/octet-stream", True),
        (PAGE, "image/png", False),
        (PAGE, "application/pdf", False),
        (PAGE, "video/mp4", False),
        (INDEX, "text/html", True),
        (INDEX, "application/feed+json", True),
        (INDEX, "audio/mpeg", False),
        (PICTURE, "image/webp", True),
        (PICTURE, "binary/octet-stream", True),
        (PICTURE, "text/html", False),
        (PICTURE, "application/json", False),
    ],
)
def test_media_types(purpose: Purpose, media_type: str, accepted: bool) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply(headers={"Content-Type": media_type})
        if accepted:
            assert (await fetcher.fetch(local(server.url("/x"), purpose))).fetched == NOW
        else:
            with pytest.raises(ResponseRefused):
                await fetcher.fetch(local(server.url("/x"), purpose))

    with_server(work)


def test_an_answer_that_says_it_is_too_large_is_not_read() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply(b"x", headers={"Content-Length": str(10 * 1024 * 1024 + 1)})
        with pytest.raises(ResponseRefused, match="larger"):
            await fetcher.fetch(local(server.url("/x")))

    with_server(work)


# ---------------------------------------------------------------- redirects


def test_redirects_are_followed_and_the_last_address_is_told() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        for status, path in zip((301, 302, 303, 307, 308), "abcde", strict=True):
            server.pages[f"/{path}"] = redirect(f"/{chr(ord(path) + 1)}", status)
        server.pages["/f"] = Reply()
        page = await fetcher.fetch(local(server.url("/a")))
        assert isinstance(page, Page)
        assert (page.requested, page.url) == (server.url("/a"), server.url("/f"))

    with_server(work)


def test_a_loop_ends() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/a"], server.pages["/b"] = redirect("/b"), redirect("/a")
        with pytest.raises(ResponseRefused, match="redirects"):
            await fetcher.fetch(local(server.url("/a")))

    assert len(with_server(work).seen) == 7


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:1/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[fe80::1%25eth0]/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://017700000001/",
        "http://127.1/",
        "http://localhost/",
        "http://10.0.0.1/",
        "http://0.0.0.0/",
        "http://home.example/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:70/",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://[::1",
        "http://a.example:22/",
        "http:\\\\127.0.0.1\\",
    ],
)
def test_no_redirect_leads_inside(target: str) -> None:
    """Not even from a source that is itself local: its permission covers its own host only."""

    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/a"] = redirect(target)
        with pytest.raises(AddressRefused):
            await fetcher.fetch(local(server.url("/a")))

    with_server(work, resolve={"home.example": "192.168.1.1"})


# ---------------------------------------------------------------- where we go


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/x", "file:///etc/passwd", "http://a.example:25/", "", "x", "http://127.1/"],
)
def test_addresses_that_are_refused_before_anything_is_asked(url: str) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        with pytest.raises(AddressRefused):
            await fetcher.fetch(Request(url=url, purpose=PAGE))

    with_server(work, resolve={"a.example": "203.0.113.1"})


@pytest.mark.parametrize("obey_robots", [True, False])
@pytest.mark.parametrize("name", ["news.example", "NEWS.example", "news.example."])
def test_a_name_at_a_private_address_is_refused(name: str, obey_robots: bool) -> None:
    async def run() -> list[str]:
        async with Misbehaving() as server:
            found = settings(resolve={"news.example": server.place}, obey_robots=obey_robots)
            async with HttpFetcher(found) as fetcher:
                with pytest.raises(AddressRefused):
                    await fetcher.fetch(Request(url=f"http://{name}/x", purpose=PAGE))
                server.pages["/x"] = Reply()
                request = Request(url="http://news.example/x", purpose=PAGE, local=True)
                assert isinstance(await fetcher.fetch(request), Page)
                # The connection that the local request left open serves nobody else.
                with pytest.raises(AddressRefused):
                    await fetcher.fetch(Request(url="http://news.example/x", purpose=PAGE))
            return server.paths()

    assert asyncio.run(run()).count("/x") == 1


def test_a_picture_names_the_page_it_is_on_only_to_its_own_host() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/p.png"] = Reply(headers={"Content-Type": "image/png"})
        for referer in (server.url("/article"), "http://other.example/article"):
            await fetcher.fetch(local(server.url("/p.png"), PICTURE, referer=referer))

    own, other = with_server(work).seen[-2:]
    assert own[1]["referer"].endswith("/article")
    assert "referer" not in other[1]


# ---------------------------------------------------------------- robots, turns


@pytest.mark.parametrize(
    ("robots", "open_"),
    [
        (Reply(b"User-agent: *\nDisallow: /private"), True),
        (Reply(b"User-agent: *\nDisallow: /"), False),
        (Reply(b"User-agent: *\nDisallow: /\n\nUser-agent: MirrorPress\nAllow: /"), True),
        (Reply(status=404), True),
        (Reply(status=403), True),
        (Reply(status=500), False),
        (Reply(status=429), False),
        (redirect("/rules.txt"), False),
        (redirect("http://10.0.0.1/robots.txt"), None),
        (Reply(b"User-agent: *\nDisallow: /x\n" + b"#" * 600_000), False),
    ],
)
def test_robots(robots: Reply, open_: bool | None) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages |= {"/robots.txt": robots, "/x": Reply()}
        server.pages["/rules.txt"] = Reply(b"User-agent: *\nDisallow: /x")
        for _ in range(2):
            if open_:
                assert isinstance(await fetcher.fetch(local(server.url("/x"))), Page)
            else:
                with pytest.raises(RobotsDenied if open_ is False else AddressRefused):
                    await fetcher.fetch(local(server.url("/x")))

    paths = with_server(work).paths()
    assert ("/x" in paths) is bool(open_)
    assert paths.count("/robots.txt") == (2 if open_ is None else 1)


@pytest.mark.parametrize("fault", ["/silence", "/endless", "/reset", "/no-http", "/drip"])
def test_robots_that_cannot_be_read_close_the_host(fault: str) -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages |= {"/robots.txt": redirect(fault), "/x": Reply()}
        if fault == "/endless":  # its first 512 KiB say nothing
            assert isinstance(await fetcher.fetch(local(server.url("/x"))), Page)
        else:
            with pytest.raises(RobotsDenied, match="could not be read"):
                await fetcher.fetch(local(server.url("/x")))

    with_server(work, timeout=0.3)


def test_robots_are_not_asked_where_the_operator_says_so() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply()
        await fetcher.fetch(local(server.url("/x")))

    assert with_server(work, obey_robots=False).paths() == ["/x"]


def test_one_host_is_asked_one_thing_at_a_time() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages |= {f"/{number}": Reply() for number in range(6)}
        requests = [local(server.url(f"/{number}"), delay=0.02) for number in range(6)]
        started = time.monotonic()
        pages = await asyncio.gather(*map(fetcher.fetch, requests))
        assert [page.url for page in pages] == [request.url for request in requests]
        assert time.monotonic() - started >= 6 * 0.02

    server = with_server(work)
    assert server.open_most == 1
    assert server.paths().count("/robots.txt") == 1


def test_a_request_that_is_given_up_leaves_its_turn() -> None:
    async def work(server: Misbehaving, fetcher: HttpFetcher) -> None:
        server.pages["/x"] = Reply()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(fetcher.fetch(local(server.url("/silence"))), 0.1)
        assert isinstance(await fetcher.fetch(local(server.url("/x"))), Page)

    with_server(work, timeout=5.0)
