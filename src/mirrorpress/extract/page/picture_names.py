"""What the address of a picture says of it: a drawing of the page, a counter, a stand-in."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

# A line of script that a page holds where an address belongs: "if(this.src!=…".
_SCRIPT = re.compile(r"(?:if|for|function)\s*\([^)\d]|(?:this|window|document)\.\w+\s*[(=!]")
# Names of files that stand for a picture until it is loaded, and words that may stand beside them.
_STAND_INS = frozenset(
    [
        "blank",
        "spacer",
        "pixel",
        "placeholder",
        "transparent",
        "loading",
        "loader",
        "lazy",
        "grey",
        "gray",
        "clear",
        "empty",
        "default",
        "trans",
        "dot",
        "preload",
        "lazyload",
        "white",
        "dummy",
    ]
)
_OF_STAND_INS = _STAND_INS | frozenset(
    [
        "image",
        "img",
        "gif",
        "png",
        "bg",
        "small",
        "large",
        "wide",
        "square",
        "pic",
        "photo",
        "thumb",
        "thumbnail",
        "picture",
        "post",
        "article",
        "news",
        "load",
        "no",
        "x",
    ]
)
_NO_VALUES = frozenset(["", "null", "none", "undefined", "false", "true", "nan"])  # of scripts
# Names of files that are drawings of the page itself.
_ORNAMENTS = frozenset(
    [
        "icon",
        "icons",
        "logo",
        "logos",
        "avatar",
        "avatars",
        "sprite",
        "sprites",
        "emoji",
        "emojis",
        "smiley",
        "smileys",
        "smilie",
        "smilies",
        "gravatar",
        "spacer",
        "favicon",
        "qr",
        "qrcode",
        "erweima",
        "ewm",
        "ornament",
        "divider",
    ]
)
# Names that are of the page only where nothing else stands in the name but words of this kind.
_BUTTONS = frozenset(
    [
        "button",
        "buttons",
        "btn",
        "bttn",
        "badge",
        "badges",
        "share",
        "sharing",
        "social",
        "facebook",
        "fb",
        "twitter",
        "whatsapp",
        "telegram",
        "instagram",
        "youtube",
        "linkedin",
        "pinterest",
        "weibo",
        "line",
        "reddit",
        "tumblr",
        "viber",
        "kakao",
        "kakaotalk",
        "wechat",
        "weixin",
        "messenger",
        "tiktok",
        "threads",
        "bluesky",
        "mastodon",
        "tracking",
        "tracker",
        "counter",
        "beacon",
        "pixel",
        "plus",
        "minus",
        "expand",
        "collapse",
        "arrow",
        "arrows",
        "play",
        "close",
    ]
)
_OF_BUTTONS = _BUTTONS | frozenset(
    [
        "white",
        "black",
        "blue",
        "grey",
        "gray",
        "color",
        "colour",
        "round",
        "circle",
        "square",
        "small",
        "large",
        "on",
        "off",
        "hover",
        "active",
        "new",
        "like",
        "follow",
        "post",
        "tweet",
        "print",
        "mail",
        "email",
        "audio",
        "rss",
        "search",
        "menu",
        "next",
        "prev",
        "previous",
        "back",
        "top",
        "send",
        "zoom",
        "comment",
        "comments",
        "this",
        "by",
        "the",
        "and",
        "us",
        "x",
        "m",
        "f",
        "in",
    ]
)
_NAMES_OF_GIFS = frozenset(
    [
        *("print", "comment", "comments", "email", "mail", "share", "more", "normal"),
        *("advertisement", "meter", "bug", "bullet", "arrow", "icon", "line", "corner", "bg"),
    ]
)
_SHORT_STAND_INS = frozenset(["s", "b", "px", "1x1", "2x1", "16x9", "1px", "none"])  # whole names
_MOST_READ = 300  # characters of a name
_MOST_WORDS = 3  # of a name that is an ornament's: "harbour-ledger-logo", not a headline
_FOR_ANY_ARTICLE = frozenset(
    ["logo", "logos", "default", "placeholder", "favicon", "fallback", "blank"]
)
# Words of sizes, colours and editions behind them: "ledger_logo_large_rgb_72dpi", "logo_800_en".
_OF_FORMAT = frozenset(["dpi", "en", "large", "px", "rgb", "small", "square", "wide"])
# Names that have none but these say what a picture is for, not what is on it: "og_image.jpg".
_FOR_NETWORKS = frozenset(
    [
        *("card", "facebook", "fb", "graph", "icon", "image", "img", "landscape", "no", "noimage"),
        *("og", "ogimage", "ogp", "open", "opengraph", "preview", "share", "sharing", "site"),
        *("sns", "social", "thumb", "thumbnail", "twitter"),
    ]
)
_SURELY_FOR_NETWORKS = frozenset(["fb", "noimage", "og", "ogimage", "ogp", "opengraph", "sns"])
# Small squares, formats that no photograph has, and names of what is shown for a whole site.
_OF_SITE = re.compile(
    r"(?<!\d)([1-9]\d|1\d\d|2[0-4]\d|25[0-6])x\1(?!\d)|\.(?:gif|bmp|ico)$|og_image_logo|fb_?ico|fb_?primary",
    re.IGNORECASE,
)
_HASH = re.compile(r"(?<![a-z0-9])(?=[a-f]*\d)[a-f0-9]{6,}(?![a-z0-9])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2})")
_NAME_WORD = re.compile(r"[^\W\d_]+")
_ORNAMENT_FOLDER = re.compile(
    r"/(?:icons?|logos?|avatars?|sprites?|emojis?|smil(?:ey|ie)s?|buttons?|badges?|favicons?|"
    r"gravatar|piwik|matomo)(?:/|\.php$)|s\.w\.org/images/core|"
    r"/wp-content/plugins/.{1,200}\.(?:png|gif)$|get_flash_player",
    re.IGNORECASE,
)
# Hosts that count visits, deliver advertisements or the badges of licences.
_COUNTERS = re.compile(
    r"^(?:pixel|beacon|counter|tracking|tracker|metrics|analytics|meter(?:-svc)?)\d{0,2}\.|"
    r"^(?:pixel|stats)\.wp\.com$|gravatar\.com$|"
    r"doubleclick\.net$|googlesyndication\.com$|google-analytics\.com$|scorecardresearch\.com$|"
    r"quantserve\.com$|feedburner\.com$|statcounter\.com$|chartbeat\.net$|histats\.com$|"
    r"met\.vgwort\.de$|ioam\.de$|ivwbox\.de$|hit\.gemius\.pl$|yadro\.ru$|^mc\.yandex\.ru$|"
    r"cnzz\.com$|licensebuttons\.net$|^i\.creativecommons\.org$|^hm\.baidu\.com$|amazon-adsystem\.com$|"
    r"smartadserver\.com$|adform\.net$|adnxs\.com$|adition\.com$|criteo\.(?:com|net)$|taboola\.com$|"
    r"outbrain\.com$|adocean\.pl$|^(?:ads|adserver|adserv|banners?|openx|revive)\d{0,2}\."
)
_BANNER_NAME = re.compile(
    r"web-app-manifest|android-chrome|apple-touch-icon|mstile|"
    r"(?<!\d)(?:728x90|970x90|970x250|980x120|930x180|468x60|320x50|320x100|160x600|120x600)(?!\d)"
)
_LONGEST_ENDING = 6  # characters that `_IMAGE_ENDING` reads, with a line feed
_IMAGE_ENDING = re.compile(r"\.(?:gif|png|svg|jpe?g|webp)$", re.IGNORECASE)
_PHOTOGRAPH = re.compile(r"\.(?:jpe?g|webp)$", re.IGNORECASE)


def is_ornament(url: str, *, shown_large: bool = False) -> bool:
    """Whether an address is of the page's own drawings, of a counter or of a profile.

    Args:
        url: absolute.
        shown_large: whether the page shows it as it shows photographs. One named after a network
            ("facebook.jpg") then is one, of a report on this network.
    """
    host, path, _ = parts_of(url)
    host = host.partition(":")[0]
    if _counts_visits(host) or _ORNAMENT_FOLDER.search(host + path):
        return True
    if path.lower().endswith(".svg") or _BANNER_NAME.search(path):
        return True
    words = _name_words(path)
    if len(words) <= _MOST_WORDS and not _ORNAMENTS.isdisjoint(words):
        return True
    if shown_large and _PHOTOGRAPH.search(path[-_LONGEST_ENDING:]):
        return False
    return not _BUTTONS.isdisjoint(words) and _OF_BUTTONS.issuperset(words)


@lru_cache(maxsize=256)
def _counts_visits(host: str) -> bool:
    """Whether a host is of a counter or the like; remembered, for the pictures of a page."""
    return _COUNTERS.search(host) is not None


def _name_words(path: str) -> tuple[str, ...]:
    """The words of a file name, lower case, without digits and the ending."""
    name = _CAMEL.sub("-", path.rpartition("/")[2][:_MOST_READ]).lower()
    stem, dot, _ = name.rpartition(".")
    stem = stem if dot else name
    if "%" in stem:
        stem = unquote(stem)
    return _words(stem[:_MOST_READ])


@lru_cache(maxsize=256)
def _words(stem: str) -> tuple[str, ...]:
    """The words of a name; remembered, for it is asked what they mean at several places."""
    return tuple(_NAME_WORD.findall(_HASH.sub("", stem)))


def is_button(url: str) -> bool:
    """Whether a GIF of which nothing is said is named like a button or a counter."""
    path = parts_of(url)[1]
    return path.lower().endswith(".gif") and not _NAMES_OF_GIFS.isdisjoint(_name_words(path))


def shows_nothing(url: str) -> bool:
    """Whether the name of a file says that it stands for any article: "default-share.png"."""
    path = parts_of(url)[1]
    words = _name_words(path)
    if _is_stand_in(path) or _BANNER_NAME.search(path) or _OF_SITE.search(path):
        return True
    said = [word for word in words if len(word) > 1 and word not in _OF_FORMAT]
    if len(said) <= _MOST_WORDS and not _FOR_ANY_ARTICLE.isdisjoint(said):
        return True
    if not said or not _FOR_NETWORKS.issuperset(said) or not _IMAGE_ENDING.search(path):
        return False
    return len(said) > 1 or said[0] in _SURELY_FOR_NETWORKS


def is_real(url: str) -> bool:
    """Whether an address could be the picture and not what stands for it until it is loaded."""
    url = url.strip()
    if url.lower() in _NO_VALUES or url.startswith(("data:", "blob:", "about:", "#")) or "{" in url:
        return False
    if _SCRIPT.match(url):
        return False
    return not _is_stand_in(url)


def _is_stand_in(url: str) -> bool:
    """Whether a file name says only that the picture is yet to come: "grey-placeholder.png"."""
    path = url.partition("?")[0].partition("#")[0]
    if not _IMAGE_ENDING.search(path[-_LONGEST_ENDING:]):
        return False
    if path.rpartition("/")[2].rpartition(".")[0].lower() in _SHORT_STAND_INS:
        return True
    words = _name_words(path)
    return not _STAND_INS.isdisjoint(words) and _OF_STAND_INS.issuperset(words)


def parts_of(url: str) -> tuple[str, str, str]:
    """(host with port, path, query) of an address that `safe` gave.

    urlsplit takes several times as long, and a page may hold a hundred thousand pictures.
    """
    rest, _, query = url.partition("#")[0].partition("?")
    host, slash, path = rest.partition("://")[2].partition("/")
    return host, slash + path, query
