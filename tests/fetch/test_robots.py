"""Rules for robots, as values; the network's part is in test_door."""

from __future__ import annotations

import time

import pytest

from mirrorpress.fetch.robots import MAX_BYTES, MAX_DELAY, parse


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
    started = time.process_time()
    parse(text).allows("https://a.example/" + "a" * 2000)
    assert time.process_time() - started < 3
