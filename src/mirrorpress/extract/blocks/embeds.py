"""Players, maps and posts that the page shows from elsewhere: what they are and where.

<iframe src="https://www.youtube.com/embed/x">      video, youtube.com
<video poster="p.jpg"><source src="v.mp4"></video>  video, the host of v.mp4
<video-player source="https://…/embed/x">           video (a custom element)
<blockquote class="twitter-tweet"><a href="…/status/1">   post, twitter.com
<div data-src="https://www.youtube.com/embed/x">    video, loaded with the reader's consent
<a href="https://youtu.be/x"><img src="https://i.ytimg.com/…">   video, loaded on a click
<figure class="wp-block-embed">https://youtu.be/x   video, whose player was never made
<figure itemtype="https://schema.org/VideoObject"><a itemprop="url" href="…">   video
"""

from __future__ import annotations

import re

from mirrorpress.extract.blocks.embed_hosts import Kind, is_never_content, kind_of, provider_of
from mirrorpress.extract.page.images import picture_of
from mirrorpress.extract.page.players import player_addresses
from mirrorpress.extract.page.tree import Element
from mirrorpress.model import Image
from mirrorpress.model.blocks import Embed
from mirrorpress.urls import safe

_POST_HINT = re.compile(
    r"twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|fb-post|fb-video|"
    r"reddit-embed|telegram-post|mastodon-embed|text-post-media"
)
_SIGNED = re.compile(r"\(@[\w.]{1,40}\)")  # the account of a post
_LONGEST_POST = 1_000  # characters of a quotation that is one
_POST_ADDRESS = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?(?:(?:twitter|x)\.com/\w{1,30}/status/\d|"
    r"instagram\.com/(?:p|reel|tv)/\w|tiktok\.com/@[\w.]{1,40}/video/\d|t\.me/\w{1,40}/\d|"
    r"facebook\.com/[\w.]{1,80}/(?:posts|videos)/|bsky\.app/profile/[\w.:-]{1,100}/post/\w|"
    r"threads\.net/@[\w.]{1,40}/post/\w)"
)
_SOURCES = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-url",
    "source",
    "data",
    "data-iframe-src",
    "data-embed-url",
    "data-video-url",
    "data-litespeed-src",
    "data-cmp-src",
    "data-src-cmplz",
    "data-cookieblock-src",
    "suppressedsrc",
    "data-suppressedsrc",
    "data-uc-src",
    "data-consent-src",
)
_LONGEST_WAITING = 400  # characters of what stands for a player until it is loaded
_STILL = re.compile(r"https?://(?:[\w-]+\.)?(?:ytimg\.com|img\.youtube\.com|vimeocdn\.com)/")
_WATCH = re.compile(
    r"https?://(?:(?:www|m)\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?|embed/|shorts/|live/)|"
    r"youtu\.be/\w|(?:player\.)?vimeo\.com/(?:video/)?\d|dailymotion\.com/(?:embed/)?video/)[^\s<>\"]*"
)
# Types of schema.org that a card may be of, and the names of its address.
_TYPES: dict[str, Kind] = {
    "VideoObject": "video",
    "AudioObject": "audio",
    "Map": "map",
    "SocialMediaPosting": "post",
    "MediaObject": "other",
}
_TYPE = re.compile(rf"https?://schema\.org/({'|'.join(_TYPES)})")
_ADDRESSES = ("url", "embedUrl", "contentUrl")
_FRAMES = frozenset({"iframe", "embed", "object", "amp-iframe"})
_MEDIA = frozenset({"video", "audio", "amp-video", "amp-audio"})
_YOUTUBE = frozenset({"amp-youtube", "lite-youtube"})
_POSTS = frozenset({"blockquote", "div", "a"})
_PLAYERS = ("iframe", "video", "audio", "embed", "object")
_LONGEST_CARD = 400  # characters; what holds more is no card


def embed_of(element: Element, base: str | None) -> Embed | None:
    """The embed that an element stands for; None where it is none worth naming."""
    tag = element.tag
    if tag in _FRAMES:
        return _frame(element, base)
    if tag in _MEDIA:
        return _media(element, base)
    if tag in _YOUTUBE:
        return _by_id(element, "https://www.youtube.com/watch?v=", base)
    if tag in _POSTS and element.hint and _POST_HINT.search(element.hint):
        return _post(element, base)
    if tag == "blockquote":
        return _bare_post(element, base)
    if "-" in tag:
        return _custom(element, base)
    attrs = element.attrs
    if not attrs:
        return None
    if "itemtype" in attrs:
        return _described(element, base)
    if "data-youtube-id" in attrs or "data-yt-id" in attrs:
        return _by_id(element, "https://www.youtube.com/watch?v=", base)
    if tag == "a":
        return _still(element, base)
    if "wp-block-embed" in element.hint and tag == "figure":
        return _unmade(element, base)
    return _waiting(element, base) if tag == "div" else None


def _embed(url: str, kind: Kind, title: str, poster: Image | None = None) -> Embed:
    title = " ".join(title.split())
    return Embed(kind=kind, provider=provider_of(url), url=url, title=title or None, poster=poster)


def _url(element: Element, base: str | None) -> str | None:
    for name in _SOURCES:
        url = safe(element.attrs.get(name), base=base)
        if url is not None:
            return url
    return None


def _frame(element: Element, base: str | None) -> Embed | None:
    url = _url(element, base)
    if url is None or is_never_content(url):
        return None
    kind = kind_of(url)
    if kind is None:
        looks = re.search(r"video|player|embed", url.lower())
        if not looks:
            return None
        kind = "video" if "video" in url.lower() or "player" in url.lower() else "other"
    return _embed(url, kind, element.get("title"))


def _media(element: Element, base: str | None) -> Embed | None:
    url = _url(element, base)
    for source in element.find("source"):
        url = url or _url(source, base)
    if url is None:
        return None
    kind: Kind = "audio" if element.tag.endswith("audio") else "video"
    poster = safe(element.attrs.get("poster") or element.attrs.get("data-poster"), base=base)
    title = element.get("title") or element.get("aria-label") or element.get("data-title")
    return _embed(url, kind, title, Image(url=poster) if poster else None)


def _by_id(element: Element, prefix: str, base: str | None) -> Embed | None:
    found = next(
        (
            element.get(name)
            for name in ("videoid", "data-videoid", "data-youtube-id", "data-yt-id")
            if element.attrs.get(name)
        ),
        "",
    )
    if not re.fullmatch(r"[\w-]{6,20}", found):
        return None
    image = next(iter(element.find("img", "amp-img")), None)
    poster = picture_of(image, base) if image is not None else None
    return _embed(prefix + found, "video", element.get("title"), poster)


def _post(element: Element, base: str | None) -> Embed | None:
    """A post: its address is the last link inside that leads to a host of posts."""
    named = ("data-instgrm-permalink", "cite", "data-href", "data-bluesky-uri", "data-url")
    urls = [element.get(name) for name in named]
    urls += [link.get("href") for link in reversed(element.find("a"))]
    for text in urls:
        url = safe(text, base=base)
        if url is not None and kind_of(url) in ("post", "video"):
            return _embed(url, "post", "")
    return None


def _bare_post(element: Element, base: str | None) -> Embed | None:
    """A post whose script and class are gone: a short quotation that ends in a link to it.

    Where the quotation has a name of another kind, the account that posted it is named, too.
    """
    last = element.find("a")[-1:]
    if not last or element.size > _LONGEST_POST or not element.text().endswith(last[0].text()):
        return None
    if element.hint.strip() and not _SIGNED.search(element.text()):
        return None
    url = safe(last[0].get("href"), base=base)
    return _embed(url, "post", "") if url is not None and _POST_ADDRESS.match(url) else None


def _waiting(element: Element, base: str | None) -> Embed | None:
    """A box in whose place a script puts a player, once readers have agreed or clicked."""
    addresses = player_addresses(element) if element.size <= _LONGEST_WAITING else []
    url = next(filter(None, (safe(each, base=base) for each in addresses)), None)
    kind = kind_of(url) if url is not None and not is_never_content(url) else None
    if url is None or kind is None or element.has(*_PLAYERS):
        return None
    return _embed(url, kind, element.get("title") or element.get("data-title"))


def _still(element: Element, base: str | None) -> Embed | None:
    """A link to a film, around a picture that the film's host has of it."""
    url = safe(element.get("href"), base=base)
    if url is None or element.size > _LONGEST_WAITING or not _WATCH.match(url):
        return None
    image = next(iter(element.find("img", "amp-img")), None)
    poster = picture_of(image, base) if image is not None else None
    if poster is None or not _STILL.match(poster.url):
        return None
    return _embed(url, "video", element.get("title") or element.text(), poster)


def _unmade(element: Element, base: str | None) -> Embed | None:
    """A figure that has only the address of what it embeds."""
    url = safe(element.text(), base=None)
    kind = kind_of(url) if url is not None else None
    return _embed(url, kind, "") if url is not None and kind is not None else None


def _described(element: Element, base: str | None) -> Embed | None:
    """A card that stands for a player, by its microdata; with a player in it, it is a container."""
    found = _TYPE.fullmatch(element.get("itemtype").strip())
    if (
        found is None
        or element.tag not in ("figure", "div")
        or element.size > _LONGEST_CARD
        or element.has(*_PLAYERS)
    ):
        return None
    named = {inner.get("itemprop"): inner for inner in reversed(element.walk()[1:])}
    url = next(filter(None, (_property(named.get(name), base) for name in _ADDRESSES)), None)
    if url is None or url == base or is_never_content(url):
        return None
    name = named.get("name")
    image = next(iter(element.find("img", "amp-img")), None)
    return _embed(
        url,
        _TYPES[found[1]],
        (name.get("content") or name.text()) if name is not None else "",
        picture_of(image, base) if image is not None else None,
    )


def _property(element: Element | None, base: str | None) -> str | None:
    """The address that an element of microdata gives."""
    if element is None:
        return None
    return safe(element.get("content") or element.get("href"), base=base)


def _custom(element: Element, base: str | None) -> Embed | None:
    """A custom element (<video-player source="…">, <bbc-player …>) with a web address."""
    name = element.tag + " " + element.get("video-type")
    if not re.search(r"video|audio|player|embed|podcast|youtube|vimeo", name):
        return None
    url = _url(element, base)
    if url is None or is_never_content(url):
        return None
    kind = kind_of(url)
    if kind is None:
        kind = "audio" if re.search(r"audio|podcast", name) else "video"
    title = element.get("title") or element.get("video-title") or element.get("data-title")
    poster = safe(element.attrs.get("poster"), base=base)
    return _embed(url, kind, title, Image(url=poster) if poster else None)
