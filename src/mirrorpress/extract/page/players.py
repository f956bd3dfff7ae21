"""Boxes in whose place a script puts a player, and the addresses that their attributes give.

<div data-embed-url="https://tube.example/embed/quay"></div>      the address itself
<amp-vimeo data-videoid="27246366"></amp-vimeo>                   https://vimeo.com/27246366
<div class="flourish-embed" data-src="visualisation/123"></div>   made of what identifies it
<div class="tweet" data-attrs='{"url": "https://x.com/a/status/1"}'></div>    in data

The attributes are those of the services' embed codes and of AMP's components (read on 1 December
2026).
"""

from __future__ import annotations

import html
import re
from typing import Final, NamedTuple

from mirrorpress.extract.page.tree import Element

_GIVEN: Final = ("data-src", "data-embed-url", "data-video-url", "data-iframe-src", "data-cmp-src")
_DATA: Final = ("data-attrs", "data-setup")
_LONGEST_DATA: Final = 4_000  # characters of an attribute that is data
_IN_DATA: Final = re.compile(r"\"(?:url|src)\"\s*:\s*\"(https?:(?:\\?/){2}[^\"\s]{1,1000})\"")


class _Widget(NamedTuple):
    """The attributes that identify what is shown, and the address that they make.

    The values are of the forms given, and fill the address in. `named` is looked for in the
    element's tag, class and id.
    """

    attributes: tuple[tuple[str, re.Pattern[str]], ...]
    named: re.Pattern[str] | None
    address: str


def _widget(names: str, form: str, address: str, named: str | None = None) -> _Widget:
    """A widget whose attributes are all of one form."""
    pattern = re.compile(form)
    pairs = tuple((name, pattern) for name in names.split())
    return _Widget(pairs, re.compile(named) if named else None, address)


_YOUTUBE: Final = "https://www.youtube.com/watch?v={0}"
_VIMEO: Final = "https://vimeo.com/{0}"
_WIDGETS: Final = (
    *(
        _widget(name, r"[\w-]{11}", _YOUTUBE)
        for name in ("data-youtube-id", "data-yt-id", "data-youtube", "data-youtubeid")
    ),
    *(
        _widget(name, r"[\w-]{11}", _YOUTUBE, "youtube|(?:^|[ _-])yt")
        for name in (
            "videoid",
            "data-id",
            "data-video-id",
            "data-videoid",
            "data-video",
            "data-embed",
        )
    ),
    *(
        _widget(name, r"\d{6,12}", _VIMEO, "vimeo")
        for name in ("videoid", "data-id", "data-video-id", "data-videoid", "data-video")
    ),
    _widget("data-vimeo-id", r"\d{6,12}", _VIMEO),
    _widget("data-plyr-embed-id", r"[\w-]{11}", _YOUTUBE),
    _widget("data-plyr-embed-id", r"\d{6,10}", _VIMEO),
    _widget("data-plyr-embed-id", r"https://\S+", "{0}"),
    _widget("data-videoid", r"\w{5,12}", "https://www.dailymotion.com/video/{0}", "dailymotion"),
    _widget(
        "data-account data-video-id",
        r"[\w:-]{3,60}",
        "https://players.brightcove.net/{0}/default_default/index.html?videoId={1}",
    ),
    _widget(
        "data-media-id data-player-id",
        r"\w{8}",
        "https://cdn.jwplayer.com/players/{0}-{1}.html",
    ),
    _widget("data-tweetid", r"\d{8,20}", "https://twitter.com/i/status/{0}"),
    _widget("data-tweet-id", r"\d{8,20}", "https://twitter.com/i/status/{0}"),
    _widget("data-shortcode", r"[\w-]{5,40}", "https://www.instagram.com/p/{0}/", "instagram"),
    _widget("data-href", r"https?://\S+", "{0}", "fb-post|fb-video|amp-facebook$|amp-facebook "),
    _widget("data-gistid", r"\w{5,40}", "https://gist.github.com/{0}"),
    _widget("data-imgur-id", r"(?:a/)?\w{4,10}", "https://imgur.com/{0}"),
    _widget("data-id", r"(?:a/)?\w{4,10}", "https://imgur.com/{0}", "imgur-embed"),
    _widget(
        "data-trackid",
        r"\d{4,12}",
        "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/{0}",
    ),
    _widget(
        "data-src",
        r"(?:visualisation|story)/\d{3,12}",
        "https://public.flourish.studio/{0}/",
        "flourish",
    ),
    _widget("data-id", r"[\w/-]{3,100}", "https://infogram.com/{0}", "infogram"),
    _widget(
        "voice_encode_fileid",
        r"[\w=+/-]{6,80}",
        "https://res.wx.qq.com/voice/getvoice?mediaid={0}",
    ),
)
_NAMES: Final = frozenset(
    (*_GIVEN, *_DATA, *(name for widget in _WIDGETS for name, _ in widget.attributes))
)
_WISTIA: Final = re.compile(r"wistia_async_(\w{10})(?!\w)")  # class names keep their case in it


def player_addresses(element: Element) -> list[str]:
    """What an element's attributes for such an address hold; a picture can be loaded so, too."""
    attrs = element.attrs
    if not attrs:
        return []
    if attrs.keys().isdisjoint(_NAMES):  # as of most
        return _of_class(element) if "wistia_async_" in element.hint else []
    made = [address for widget in _WIDGETS if (address := _made(widget, element))]
    given = [value for name in _GIVEN if (value := attrs.get(name))]
    data = [value for name in _DATA if (value := attrs.get(name)) and len(value) <= _LONGEST_DATA]
    found = [match[1].replace("\\/", "/") for value in data if (match := _IN_DATA.search(value))]
    return made + given + found


def frame_with(address: str) -> str:
    """The markup of a frame with an address, for what a page makes a player of in another way."""
    return f'<iframe src="{html.escape(address)}"></iframe>'


def _made(widget: _Widget, element: Element) -> str:
    """The address that a widget's attributes make; "" where the element is none of its kind."""
    values: list[str] = []
    for name, form in widget.attributes:
        value = element.attrs.get(name)
        if value is None or not form.fullmatch(value):
            return ""
        values.append(value)
    if widget.named is not None and not widget.named.search(f"{element.tag} {element.hint}"):
        return ""
    return widget.address.format(*values)


def _of_class(element: Element) -> list[str]:
    found = _WISTIA.search(element.get("class"))
    return [f"https://fast.wistia.net/embed/iframe/{found[1]}"] if found else []
