"""Which requests read a page."""

from __future__ import annotations

import pytest

from mirrorpress.hits.requests import is_bot, is_page


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("", True),
        ("pages/a.md", True),
        ("pages/a.html", True),
        ("pages/a", True),
        ("png", True),
        ("pages/v1.2", True),
        ("a.css/page", True),
        ("images/a.WEBP", False),
        ("a.svg", False),
        ("style.css", False),
        ("x.js", False),
        ("fonts/a.woff2", False),
        ("feed.xml", False),
        ("news.atom", False),
        ("robots.txt", False),
        ("sub/robots.txt", False),
        ("favicon.ico", False),
    ],
)
def test_a_page(path: str, page: bool) -> None:
    assert is_page(path) is page


@pytest.mark.parametrize(
    "agent",
    [
        "", "-", " ", "Mozilla/5.0 (compatible; ExampleBot/2.1; +https://bot.example/)",
        "Web Crawler 1", "BAIDUSPIDER", "Yahoo! Slurp", "curl/8.5.0", "Wget/1.21",
        "python-requests/2.32", "Python-urllib/3.11", "Go-http-client/2.0", "Uptime monitor",
        "facebookexternalhit/1.1", "Mozilla/5.0 (X11) HeadlessChrome/130.0", "BingPreview/1.0",
        "node-fetch", "ia_archiver", "CUBOT crawler",
    ],
)  # fmt: skip
def test_a_bot(agent: str) -> None:
    assert is_bot(agent)


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        "Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 14; CUBOT P80) AppleWebKit/537.36 Chrome/130.0",
        "Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0.40",
    ],
)  # fmt: skip
def test_a_person(agent: str) -> None:
    assert not is_bot(agent)
