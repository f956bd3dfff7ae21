"""Scripts that put a player, a post or a chart in their place, as the frame that they would make.

<script src="https://telegram.org/js/telegram-widget.js" data-telegram-post="quay/12"></script>
    <iframe src="https://t.me/quay/12"></iframe>
<script>VK.Widgets.Post("vk_post_-1_23", -1, 23, "x");</script>
    <iframe src="https://vk.com/wall-1_23"></iframe>
<script>jwplayer("p").setup({file: "https://news.example/quay.mp4"});</script>
    <iframe src="https://news.example/quay.mp4"></iframe>

The tags and calls are those that the services give out as embed codes (read on 1 December 2026).
"""

from __future__ import annotations

import html
import re
from typing import Final, NamedTuple

from mirrorpress.extract.page.players import frame_with

MOST_EMBEDS: Final = 200  # of one page; those that follow are left out
_LONGEST_CALL = 4_000  # characters of a script that makes one player


class _Rule(NamedTuple):
    """What to find in a script's tag or content, and the address of what it shows.

    The pattern's groups fill the address in.
    """

    found: re.Pattern[str]
    address: str


def _rules(*pairs: tuple[str, str]) -> tuple[_Rule, ...]:
    return tuple(_Rule(re.compile(pattern), address) for pattern, address in pairs)


_TAGS: Final = _rules(
    (r"data-telegram-post=[\"']?(\w{1,40}/\d{1,12})", "https://t.me/{0}"),
    (r"//(?:www\.)?aparat\.com/embed/(\w{3,20})", "https://www.aparat.com/v/{0}"),
    (r"//datawrapper\.dwcdn\.net/(\w{5})/embed", "https://datawrapper.dwcdn.net/{0}/"),
    (r"//gist\.github\.com/([\w-]{1,40}/\w{1,40})\.js", "https://gist.github.com/{0}"),
    (
        r"//(?:cdn|content)\.jw(?:player|platform)\.com/players/(\w{8}-\w{8})\.js",
        "https://cdn.jwplayer.com/players/{0}.html",
    ),
    (
        r"(?s)(?=.{0,500}//geo\.dailymotion\.com/).{0,500}?\sdata-video=[\"']?(\w{5,12})",
        "https://www.dailymotion.com/video/{0}",
    ),
    (r"id=[\"']?infogram_0_([\w-]{3,100})", "https://infogram.com/{0}"),
)
_ANY_TAG: Final = re.compile(
    "telegram-post|aparat|datawrapper|gist|/players/|data-video|infogram_0"
)
_CALLS: Final = _rules(
    (
        r"VK\.Widgets\.Post\(\s*[\"'][\w-]{1,80}[\"']\s*,\s*[\"']?(-?\d{1,12})[\"']?\s*,"
        r"\s*[\"']?(\d{1,12})",
        "https://vk.com/wall{0}_{1}",
    ),
    (
        r"DV\.load\(\s*[\"'](?:https?:)?//www\.documentcloud\.org/documents/([\w-]{3,200})\.js",
        "https://www.documentcloud.org/documents/{0}",
    ),
    (
        r"YT\.Player\([^;]{1,400}?\bvideoId[\"']?\s*:\s*[\"']([\w-]{11})[\"']",
        "https://www.youtube.com/watch?v={0}",
    ),
    (
        r"Rumble\(\s*[\"']play[\"']\s*,\s*\{[^}]{0,200}?[\"']video[\"']\s*:\s*[\"'](\w{3,20})",
        "https://rumble.com/embed/{0}/",
    ),
    (
        r"(?s)jwplayer\(.{1,400}?\bfile[\"']?\s*:\s*[\"']"
        r"((?:https?:)?\\?/[^\"'\s<>]{1,500}?\.(?:mp4|m3u8|mp3|m4a|webm)(?:\?[^\"'\s<>]{0,500})?)[\"']",
        "{0}",
    ),
)
_ANY_CALL: Final = ("VK.Widgets.Post(", "DV.load(", "YT.Player(", "Rumble(", "jwplayer(")


def frame_made(attributes: str, content: str) -> str:
    """The frame that a script puts in its place, as markup; "" where it is none that is known.

    Args:
        attributes: of the script's start tag, as written.
        content: between its tags.
    """
    if _ANY_TAG.search(attributes):
        rules, text = _TAGS, attributes
    elif len(content) <= _LONGEST_CALL and any(call in content for call in _ANY_CALL):
        rules, text = _CALLS, content
    else:  # as most
        return ""
    for rule in rules:
        found = rule.found.search(text)
        if found:
            address = rule.address.format(*found.groups()).replace("\\/", "/")
            return frame_with(html.unescape(address))
    return ""
