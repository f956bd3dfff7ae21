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
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from mirrorpress.extract.blocks.embed_hosts import Kind, is_never_content, kind_of, provider_of
from mirrorpress.extract.page.images import picture_of
from mirrorpress.extract.page.players import player_addresses
from mirrorpress.extract.page.tree import Element
from mirrorpress.model import Image
from mirrorpress.model.blocks import Embed
from mirrorpress.urls import safe

_POST_HINT = re.compile(
    r"twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|fb-post|fb-video|"
    r"reddit-embed|reddit-card|telegram-post|mastodon-embed|text-post-media"
)
_SIGNED = re.compile(r"\(@[\w.]{1,40}\)")  # the account of a post
_LONGEST_POST = 1_000  # characters of a quotation that is one
_POST_ADDRESS = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?(?:(?:twitter|x)\.com/\w{1,30}/status/\d|"
    r"instagram\.com/(?:p|reel|tv)/\w|tiktok\.com/@[\w.]{1,40}/video/\d|t\.me/\w{1,40}/\d|"
    r"facebook\.com/[\w.]{1,80}/(?:posts|videos)/|bsky\.app/profile/[\w.:-]{1,100}/post/\w|"
    r"threads\.(?:net|com)/@[\w.]{1,40}/post/\w|reddit\.com/r/\w{1,30}/comments/\w)"
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
_MOST_BESIDE = (
    100  # elements and strings beside a frame among which a link to what it shows is looked for
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
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|odp|epub)\Z", re.IGNORECASE)
# https://docs.google.com/viewer?url=https%3A%2F%2Fnews.example%2Fplan.pdf
# /pdfjs/web/viewer.html?file=/plan.pdf
_VIEWED = re.compile(
    r"(?:/viewer|/gview|/op/(?:embed|view)\.aspx|/viewer\.html|/ViewerJS/?)[?#](?:[^#]*&)?"
    r"(?:url|src|file)=(?P<url>[^&#\s]{3,2000}\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|odp))(?:[&#]|\Z)",
    re.IGNORECASE,
)
# https://telegra.ph/embed/youtube?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dx
_WRAPPED = re.compile(r"/embed/[a-z]{2,20}\?(?:[^#]*&)?url=(?P<url>https?[^&#\s]{5,2000})")
_TYPE = re.compile(rf"https?://schema\.org/({'|'.join(_TYPES)})")
_ADDRESSES = ("url", "embedUrl", "contentUrl")
_FRAMES = frozenset({"iframe", "embed", "object", "amp-iframe"})
_MEDIA = frozenset({"video", "audio", "amp-video", "amp-audio"})
_POSTS = frozenset({"blockquote", "div", "a"})
_BOXES = frozenset({"div", "section", "mpvoice"})
_PLAYERS = ("iframe", "video", "audio", "embed", "object")
_LONGEST_CARD = 400  # characters; what holds more is no card


def embed_of(element: Element, base: str | None) -> Embed | None:
    """The embed that an element stands for; None where it is none worth naming."""
    tag = element.tag
    if tag in _FRAMES:
        return _frame(element, base)
    if tag in _MEDIA:
        return _media(element, base) or _waiting(element, base)
    if tag in _POSTS and element.hint and _POST_HINT.search(element.hint):
        return _post(element, base) or _waiting(element, base)
    if tag == "blockquote":
        return _bare_post(element, base) or _waiting(element, base)
    if "-" in tag:
        return _waiting(element, base) or _custom(element, base)
    attrs = element.attrs
    if not attrs:
        return _with_still(element, base) if tag == "div" and not element.size else None
    if "itemtype" in attrs:
        return _described(element, base)
    if tag == "a":
        return _still(element, base)
    if "wp-block-embed" in element.hint and tag == "figure":
        return _unmade(element, base)
    if tag not in _BOXES:
        return None
    embed = _waiting(element, base) or _tableau(element)
    return _with_still(element, base) if embed is None and not element.size else embed


def _embed(url: str, kind: Kind, title: str, poster: Image | None = None) -> Embed:
    if kind == "post" and _POST_ADDRESS.match(url):  # what else there is tells who sent the reader
        url = url.partition("#")[0].partition("?")[0]
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
    document = _document_at(url)
    if document is not None:
        return _document(element, document, base)
    wrapped = _WRAPPED.search(url)  # in a frame of the outlet's own
    inner = safe(unquote(wrapped["url"]), base=None) if wrapped else None
    if inner is not None and kind_of(inner) is not None:
        url = inner
    kind = kind_of(url)
    if kind is None:
        looks = re.search(r"video|player|embed", url.lower())
        if not looks:
            return None
        kind = "video" if "video" in url.lower() or "player" in url.lower() else "other"
    return _embed(url, kind, element.get("title"))


def _document_at(url: str) -> str | None:
    """The address of the document that a frame shows, itself or in a viewer; None if of none."""
    if _DOCUMENT.search(urlsplit(url).path):
        return url
    shown = _VIEWED.search(url)
    return safe(unquote(shown["url"]), base=url) if shown else None


def _document(element: Element, url: str, base: str | None) -> Embed | None:
    """A document to read on its own; none where a link to it stands beside the frame."""
    beside = element.parent.children[:_MOST_BESIDE] if element.parent is not None else ()
    links = (e for e in beside if isinstance(e, Element) and e.tag == "a")
    if any(safe(link.get("href"), base=base) == url for link in links):
        return None
    title = element.get("title") or element.get("aria-label")
    return _embed(url, "other", title or unquote(urlsplit(url).path.rpartition("/")[2]))


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


def _post(element: Element, base: str | None) -> Embed | None:
    """A post: its address is in an attribute, else the last link inside that is one of a post."""
    if "mastodon" in element.hint:  # on hosts of any name
        url = safe(element.get("data-embed-url").removesuffix("/embed"), base=base)
        if url is not None:
            return _embed(url, "post", "")
    named = ("data-instgrm-permalink", "cite", "data-href", "data-bluesky-uri", "data-url")
    links = [link.get("href") for link in reversed(element.find("a"))]
    surely = [link for link in links if _POST_ADDRESS.match(link)]
    for text in (*map(element.get, named), *surely, *links):
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
    if not addresses or element.has(*_PLAYERS):  # as of most
        return None
    for address in addresses:
        url = safe(address, base=base)
        kind = kind_of(url) if url is not None and not is_never_content(url) else None
        if url is not None and kind is not None:
            titles = (element.get(name) for name in ("title", "data-title", "name"))
            return _embed(url, kind, next(filter(None, titles), ""), _picture_in(element, base))
    return None


def _tableau(element: Element) -> Embed | None:
    """A chart of Tableau, whose address a script makes of parameters of an object."""
    if "tableauplaceholder" not in element.hint:
        return None
    values = {each.get("name"): each.get("value") for each in element.find("param")}
    site = values.get("site_root", "").strip("/")
    if not values.get("name"):
        return None
    path = "/".join(filter(None, (site, "views", values["name"])))
    url = safe(f"https://public.tableau.com/{path}", base=None)
    poster = _picture_in(element, None)
    return _embed(url, "other", poster.alt if poster else "", poster) if url is not None else None


def _picture_in(element: Element, base: str | None) -> Image | None:
    """The first picture in an element, which is what stands there until the player does."""
    image = next(iter(element.find("img", "amp-img")), None)
    return picture_of(image, base) if image is not None else None


def _with_still(element: Element, base: str | None) -> Embed | None:
    """A box that holds a frame and, for those without scripts, a picture of what it shows."""
    if not element.has("noscript"):
        return None
    frames = element.find("iframe")
    embed = _frame(frames[0], base) if len(frames) == 1 else None
    poster = _picture_in(element, base) if embed is not None else None
    if embed is None or poster is None:
        return None
    return replace(embed, poster=poster, title=embed.title or poster.alt or None)


def _still(element: Element, base: str | None) -> Embed | None:
    """A link to a film, around a picture that the film's host has of it."""
    url = safe(element.get("href"), base=base)
    if url is None or element.size > _LONGEST_WAITING or not _WATCH.match(url):
        return None
    poster = _picture_in(element, base)
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
    return _embed(
        url,
        _TYPES[found[1]],
        (name.get("content") or name.text()) if name is not None else "",
        _picture_in(element, base),
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
