"""Which requests read a page: successful GETs of a page, by somebody who is no bot."""

from __future__ import annotations

SUCCESS = frozenset({200, 206, 304})

# Images, styles, scripts, fonts, feeds, films and data that pages load.
_ASSETS = frozenset(
    {
        *("avif", "bmp", "gif", "ico", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp"),
        *("css", "js", "map", "mjs", "wasm"),
        *("eot", "otf", "ttf", "woff", "woff2"),
        *("atom", "rss", "xml", "xsl", "json", "webmanifest"),
        *("m4a", "mp3", "mp4", "ogg", "webm"),
    }
)
_ROBOTS = "robots.txt"

# Parts of user agents in lower case: crawlers, libraries, monitors, link previews, and browsers
# that nobody looks at. "archiver" is the one of web archives, "externalhit" of Facebook.
_BOTS = (
    "bot", "crawl", "spider", "slurp", "archiver", "scrap", "scan", "curl", "wget", "python",
    "aiohttp", "httpx", "go-http-client", "http-client", "httpclient", "http_request", "libwww",
    "java/", "ruby", "php/", "axios", "fetch", "monitor", "uptime", "pingdom", "statuscake",
    "headless", "phantomjs", "puppeteer", "playwright", "selenium", "lighthouse", "preview",
    "externalhit", "whatsapp/", "embedly", "validator", "feedly", "prerender",
)  # fmt: skip
_PHONES = "cubot"  # a maker of phones


def is_page(path: str) -> bool:
    """Whether a path, as `normal_path` returns it, can be of a page: no asset, no robots.txt."""
    name = path.rpartition("/")[2].lower()
    return name != _ROBOTS and ("." not in name or name.rpartition(".")[2] not in _ASSETS)


def is_bot(agent: str) -> bool:
    """Whether a user agent is of a program; an empty one ("" or "-") is."""
    agent = agent.strip().lower()
    if agent in ("", "-"):
        return True
    if _PHONES in agent:
        agent = agent.replace(_PHONES, "")
    # any() takes three times as long, for each line of a log.
    for part in _BOTS:  # noqa: SIM110
        if part in agent:
            return True
    return False
