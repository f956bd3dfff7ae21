"""Rules for robots, as values; the network's part is in test_door."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import timedelta

import pytest
from protego import Protego

from mirrorpress.errors import ConnectionFailed, Gone, HttpStatus, RobotsDenied
from mirrorpress.fetch.robots import KEPT, MAX_BYTES, MAX_DELAY, Robots, Rules, parse
from mirrorpress.model import RobotsFile
from mirrorpress.store import open_store
from pace import within
from store.samples import NOON


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow:", "/x", True),
        ("User-agent: *\nDisallow: /", "/x", False),
        ("User-agent: other\nDisallow: /", "/x", True),
        ("User-agent: *\nDisallow: /\nUser-agent: mirrorpress\nDisallow: /y", "/x", True),
        ("User-agent: *\nDisallow: /\nUser-agent: mirrorpress\nDisallow: /y", "/y", False),
        ("user-AGENT: MirrorPress/2.0\nDISALLOW: /x", "/x", False),
        ("User-agent: mirror\nDisallow: /", "/x", True),
        ("User-agent: mirrorpressbot\nDisallow: /", "/x", True),
        ("User-agent: a\nUser-agent: mirrorpress\nDisallow: /x", "/x", False),
        ("User-agent: mirrorpress\nUser-agent: a\nDisallow: /x", "/x", False),
        ("User-agent: *\nDisallow: /a\nUser-agent: bad\nDisallow: /", "/x", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf?y", True),
        ("User-agent: *\nDisallow: /news\nAllow: /news/world", "/news/world/1", True),
        ("User-agent: *\nAllow: /x\nDisallow: /x", "/x", True),
        ("User-agent: * # all\nDisallow: /x # this", "/x", False),
        ("<!DOCTYPE html><p>Not found</p>", "/x", True),
        ("Disallow: /", "/x", True),
        ("User-agent: *\r\nDisallow: /x\r\n", "/x", False),
        ("User-agent: *\nDisallow: /%E6%96%B0", "/%e6%96%b0", False),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert parse(text).allows(f"https://a.example{path}") is allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2", 2.0),
        ("User-agent: *\nCrawl-delay: 1.5", 1.5),
        ("User-agent: *\nCrawl-delay: 86400", MAX_DELAY),
        ("User-agent: *\nCrawl-delay: -3", 0.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: *\nCrawl-delay: nan", 0.0),
        ("User-agent: *\nCrawl-delay: inf", 0.0),
        ("User-agent: *\nCrawl-delay: 5\nUser-agent: mirrorpress\nCrawl-delay: 3", 3.0),
        ("User-agent: *\nDisallow: /", 0.0),
    ],
)
def test_delay(text: str, delay: float) -> None:
    assert parse(text).delay == delay


class _Lax(Protego):
    """A parser that hands on what is no number; Protego of today answers None for it."""

    def crawl_delay(self, user_agent: str) -> float | None:
        return float("nan")


def test_a_delay_that_is_no_number_is_none_at_all() -> None:
    assert Rules(_Lax()).delay == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: robot{n}\n" for n in range(12_000)) + "Disallow: /x\n" * 20_000,
        "User-agent: *\n" + "Disallow: /x*y\n" * 30_000,
        "User-agent: *\nDisallow: /" + "*a" * 250_000,
        "User-agent: *\n" + "Disallow: /" + "x" * 500_000,
        "\x00" * MAX_BYTES,
        "User-agent: *\n" * 30_000,
    ],
    ids=["robots", "rules", "stars", "long", "zeros", "repeats"],
)
def test_hostile_files_cost_little(text: str) -> None:
    with within(3):
        parse(text).allows("https://a.example/" + "a" * 2000)


CLOSES_X = b"User-agent: *\nDisallow: /x"


@pytest.mark.parametrize(
    ("response", "closed", "hours"),
    [
        (CLOSES_X, "disallows it", 24),
        (Gone(404), None, 24),
        (HttpStatus(503), "could not be read", 1),
        (ConnectionFailed("no response"), "could not be read", 1),
    ],
)
def test_an_answer_is_kept_between_rounds(
    response: bytes | Exception, closed: str | None, hours: int
) -> None:
    """A day at most (RFC 9309, 2.4), an hour where it could not be read."""
    store, asked = open_store(None), []
    now = NOON

    async def ask(url: str, local: bool) -> bytes:
        asked.append((url, local))
        if isinstance(response, Exception):
            raise response
        return response

    def check() -> None:
        """A round of its own that asks for one page."""
        rules = Robots(ask, lambda: now, store.robots)
        if closed is None:
            asyncio.run(rules.check("https://a.example/x", local=False))
        else:
            with pytest.raises(RobotsDenied, match=closed):
                asyncio.run(rules.check("https://a.example/x", local=False))

    check()
    now = NOON + timedelta(hours=hours, seconds=-1)
    check()
    assert asked == [("https://a.example/robots.txt", False)]
    now = NOON + timedelta(hours=hours, seconds=1)
    check()
    assert len(asked) == 2


def test_an_answer_dated_far_ahead_is_not_used() -> None:
    """By a clock that was wrong: it would close a site for years."""
    store = open_store(None)
    far = RobotsFile(closed="no response", expires=NOON + 400 * KEPT)
    store.robots.save("https://a.example", far)

    async def ask(_url: str, _local: bool) -> bytes:
        return b""

    rules = Robots(ask, lambda: NOON, store.robots)
    assert asyncio.run(rules.check("https://a.example/x", local=False)) == 0.0


def test_a_file_that_is_very_large_is_not_kept() -> None:
    store = open_store(None)
    noise = b"".join(hashlib.sha256(b"%d" % n).digest() for n in range(1_000))
    store.robots.save("https://a.example", RobotsFile(body=noise, expires=NOON))
    store.robots.save("https://b.example", RobotsFile(body=CLOSES_X, expires=NOON))
    assert store.robots.load("https://a.example") is None
    assert store.robots.load("https://b.example") == RobotsFile(body=CLOSES_X, expires=NOON)
