"""Hosts whose players, maps and posts are content, and what each shows.

https://www.youtube.com/embed/x        video
https://www.google.com/maps/embed?…    map
https://news.example/quay.mp4          video, by the ending of the file
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

Kind: TypeAlias = Literal["video", "audio", "map", "post", "other"]

# Hosts whose frames are content, by kind; matched at the end of the host name.
_VIDEO = [
    "youtube.com",
    "youtube-nocookie.com",
    "youtu.be",
    "vimeo.com",
    "dailymotion.com",
    "dai.ly",
    "brightcove.net",
    "jwplatform.com",
    "jwplayer.com",
    "kaltura.com",
    "twitch.tv",
    "rumble.com",
    "odysee.com",
    "bitchute.com",
    "ted.com",
    "ustream.tv",
    "livestream.com",
    "vidyard.com",
    "wistia.net",
    "wistia.com",
    "ooyala.com",
    "youku.com",
    "player.bilibili.com",
    "qq.com",
    "tudou.com",
    "iqiyi.com",
    "ixigua.com",
    "douyin.com",
    "tv.sohu.com",
    "ganjingworld.com",
    "tv.naver.com",
    "tv.kakao.com",
    "nicovideo.jp",
    "rutube.ru",
    "vk.com",
    "vkvideo.ru",
    "dzen.ru",
    "ok.ru",
    "mover.uz",
    "coub.com",
    "streamable.com",
    "ultimedia.com",
    "digiteka.com",
    "glomex.com",
    "peertube.tv",
    "archive.org",
    "c-span.org",
    "cnn.com",
    "cnevids.com",
    "playwire.com",
    "vine.co",
    "liveleak.com",
    "aparat.com",
    "telewebion.com",
    "mp4upload.com",
    "theguardian.com",
    "washingtonpost.com",
    "nytimes.com",
    "bbc.co.uk",
    "bbc.com",
    "arte.tv",
]
_AUDIO = [
    "res.wx.qq.com",
    "music.yandex.ru",
    "mave.digital",
    "castbox.fm",
    "ivoox.com",
    "ausha.co",
    "iheart.com",
    "redcircle.com",
    "fireside.fm",
    "tunein.com",
    "soundcloud.com",
    "spotify.com",
    "podcasts.apple.com",
    "deezer.com",
    "mixcloud.com",
    "anchor.fm",
    "acast.com",
    "audioboom.com",
    "megaphone.fm",
    "simplecast.com",
    "libsyn.com",
    "podbean.com",
    "spreaker.com",
    "omny.fm",
    "art19.com",
    "buzzsprout.com",
    "podigee.io",
    "ximalaya.com",
    "bandcamp.com",
    "transistor.fm",
    "captivate.fm",
    "npr.org",
]
_POST = [
    "twitter.com",
    "x.com",
    "instagram.com",
    "facebook.com",
    "tiktok.com",
    "t.me",
    "telegram.org",
    "threads.net",
    "bsky.app",
    "mastodon.social",
    "reddit.com",
    "linkedin.com",
    "pinterest.com",
    "weibo.com",
    "tumblr.com",
]
_MAP = [
    "maps.google.com",
    "openstreetmap.org",
    "mapbox.com",
    "carto.com",
    "api-maps.yandex.ru",
    "map.baidu.com",
    "widgets.2gis.com",
]
# Maps of theirs are under /maps or /map-widget.
_MAP_FOLDERS = ["google.com", "bing.com", "yandex.ru", "yandex.com"]
_OTHER = [
    "datawrapper.de",
    "dwcdn.net",
    "flourish.studio",
    "infogram.com",
    "documentcloud.org",
    "scribd.com",
    "slideshare.net",
    "codepen.io",
    "gist.github.com",
    "jsfiddle.net",
    "thinglink.com",
    "giphy.com",
    "imgur.com",
    "knightlab.com",
    "apester.com",
    "playbuzz.com",
    "genially.com",
    "canva.com",
    "issuu.com",
    "tableau.com",
    "tickaroo.com",
    "prezi.com",
    "23degrees.io",
    "polygraph.cool",
    "ourworldindata.org",
    "typeform.com",
]
_FILES = {
    "mp4": "video",
    "m4v": "video",
    "webm": "video",
    "ogv": "video",
    "m3u8": "video",
    "mov": "video",
    "mpd": "video",
    "mp3": "audio",
    "m4a": "audio",
    "ogg": "audio",
    "oga": "audio",
    "wav": "audio",
    "aac": "audio",
    "opus": "audio",
}
# Frames that are never content.
_NEVER = re.compile(
    r"doubleclick|googlesyndication|googletagmanager|google-analytics|adservice|/ads?[/.?]|(?<!lo)(?<!thre)ads\.|"
    r"facebook\.com/(?:plugins/(?:like|follow|share|page|comments)|tr)|platform\.twitter\.com/widgets/"
    r"(?:follow|tweet_button)|recaptcha|disqus|taboola|outbrain|newsletter|mailchimp|list-manage|"
    r"consent|(?<!-no)cookie|addthis|sharethis|about:blank|accounts\.google|paywall|piano\.io|/login|"
    r"createsend|follow_button|subscribe|yieldlove|criteo|amazon-adsystem|quantcast",
    re.IGNORECASE,
)


def kind_of(url: str) -> Kind | None:
    """What plays at an address, by its host or file ending; None where that is not known."""
    parts = urlsplit(url)
    ending = _FILES.get(parts.path.lower().rpartition(".")[2])
    if ending is not None:
        return "audio" if ending == "audio" else "video"
    kinds: tuple[tuple[list[str], Kind], ...] = (
        (_AUDIO, "audio"),
        (_POST, "post"),
        (_VIDEO, "video"),
        (_OTHER, "other"),
        (_MAP, "map"),
    )
    host = parts.netloc.lower().partition(":")[0]
    if parts.path.lower().startswith(("/maps", "/map-widget")) and _is_of(host, _MAP_FOLDERS):
        return "map"
    if host == "facebook.com" or host.endswith(".facebook.com"):
        return "video" if "video" in parts.path else "post"
    for hosts, kind in kinds:
        if _is_of(host, hosts):
            return kind
    return None


def _is_of(host: str, hosts: list[str]) -> bool:
    return any(host == known or host.endswith("." + known) for known in hosts)


def provider_of(url: str) -> str:
    """The host, without "www.", "player." and the like."""
    host = urlsplit(url).netloc.lower().partition(":")[0]
    return re.sub(r"^(?:www|player|embed|open|w|m|platform|players|static)\.(?=[^.]+\.)", "", host)


def is_never_content(url: str) -> bool:
    """Whether a frame's address is of advertisements, forms, counters or consent."""
    return _NEVER.search(url) is not None
