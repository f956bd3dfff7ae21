"""Pictures of a page: the real address behind lazy loading, and which pictures are one.

<img src="blank.gif" data-src="port.jpg">                    port.jpg
<img srcset="s.jpg 400w, m.jpg 1200w, l.jpg 4000w">          m.jpg
<picture><source srcset="a.webp 800w"><img src="a.jpg"></picture>    a.webp or a.jpg, the larger
<img src="data:image/gif;base64,R0l…">                       none
<img src="pixel.gif" width=1 height=1>                       none: a counter
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote

from mirrorpress.extract.page.home import leads_home
from mirrorpress.extract.page.picture_names import is_button, is_ornament, is_real, parts_of
from mirrorpress.extract.page.players import player_addresses
from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.page.writer_pages import is_of_author
from mirrorpress.model import Image
from mirrorpress.urls import safe

WIDEST = 1600  # pixels; a larger rendition is not worth its bytes
_LARGE = 600  # pixels; a rendition of a set is taken from here on, whatever else is named
ENOUGH = 1200  # pixels; what our own pictures are scaled to
_LAZY = [
    "data-original",
    "data-full-src",
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-url",
    "data-image",
    "data-img-src",
    "data-hi-res-src",
    "data-actualsrc",
    "data-srcurl",
    "data-original-src",
    "data-echo",
    "data-li-src",
    "nitro-lazy-src",
    "data-delayed-url",
    "data-runner-src",
    "data-default-src",
    "data-img-url",
    "data-large-file",
    "data-src-large",
    "data-src-medium",
    "data-fallback-src",
    "data-native-src",
]
_SOURCES = (*_LAZY, "src")
_SOURCE_RANKS = {name: rank for rank, name in enumerate(_SOURCES)}
_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set", "data-sizes-srcset", "srcset")
_SET_RANKS = {name: rank for rank, name in enumerate(_SETS)}
_KNOWN = _SOURCE_RANKS.keys() | _SET_RANKS.keys()
# Where readers follow an outlet, install its app or pay: not posts and films.
_CHANNEL = re.compile(
    r"https?://(?:www\.|m\.)?(?:news\.google\.com/(?:publications|s)/|play\.google\.com/store/|"
    r"(?:apps|itunes)\.apple\.com/|appgallery\.huawei\.com/|(?:t|telegram)\.me/[\w+]{2,40}/?\Z|"
    r"(?:whatsapp\.com/channel|chat\.whatsapp\.com)/|invite\.viber\.com|line\.me/|lin\.ee/|"
    r"(?:patreon|ko-fi|buymeacoffee|boosty)\.\w+/|"
    r"(?:www\.)?paypal\.(?:com|me)/|news\.yandex\.ru/)",
    re.IGNORECASE,
)
_NO_PICTURE_HINT = re.compile(
    r"(?:^|[\s_-])(?:icon|logo|avatar|emoji|smiley|wp-smiley|sprite|gravatar|tracking|pixel|"
    r"author-?image|author-?photo|profile)(?:$|[\s_-])"
)
_OF_LOGOS = frozenset(["a", "h1", "h2"])  # content systems name pictures of articles logos, too
_SAYS_AUTHOR = re.compile(
    r"(?:(?:author|reporter|journalist|columnist|writer|contributor|profile)(?:['’]s)?[ -]"
    r"(?:photo|image|picture|pic|avatar|portrait|headshot)s?|autoren(?:bild|foto)|"
    r"foto del? autor[a]?|photo de l['’]auteure?|foto dell['’]autore)\s*\Z|headshot of\b|"
    r"profile (?:picture|photo|image) (?:for|of) (?:user\b|the author\b|@)",
    re.IGNORECASE,
)
# Folders with nothing but portraits.
_AUTHOR_FOLDER = re.compile(
    r"[/_-]authors/|/(?:author|contributor|columnist|staff)[-_]?(?:images?|photos?|headshots?)/|"
    r"/headshots?/",
    re.IGNORECASE,
)
_OF_SOUND = re.compile(r"(?:sticky|audio|podcast|radio|sound)[_-]?player")
_OF_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|byline|contributor|journalist)s?[_-]{0,2}(?:image|img|photo|pic|picture|"
    r"avatar|thumb|thumbnail|portrait|headshot|info|box|bio|card|details|profile)|"
    r"(?:^|[\s_-])(?:avatar|headshot|byline)s?(?:$|[\s_-])"
)
# Sizes of advertisements that no picture of an article has: width and height in pixels.
_BANNERS = frozenset(
    [
        (728, 90), (970, 90), (970, 250), (980, 120), (930, 180), (468, 60), (320, 50), (320, 100),
        (300, 50), (300, 100), (234, 60), (88, 31), (160, 600), (120, 600),
    ]
)  # fmt: skip
_RATIOS = frozenset([(16, 9), (9, 16), (16, 10), (4, 3), (3, 4), (3, 2), (2, 3), (21, 9)])
_WIDE, _HIGH = 200, 120  # pixels of a picture that is large enough to be no button
_LINE = 12  # pixels of one side; of no photograph
_SIZE_IN_NAME = re.compile(
    r"(?:[-_@](?:\d{2,4}x\d{2,4}|\d{2,4}x|w\d{2,4}|\d{3,4}w|s\d{3,4}(?:-c\d{1,3})?|\dx|scaled|small|medium|large|thumb|"
    r"thumbnail|rotated|e\d{10,13}))+$",
    re.IGNORECASE,
)
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
# Names, in one case, that say only how large a rendition is, or how it is cut.
_SIZE_ALONE = re.compile(
    r"\d{2,4}x\d{2,4}|\d{1,2}[:x]\d{1,2}|ratio\d{1,2}x\d{1,2}(?:_\d{1,4})?|\d-format\d{1,3}|"
    r"(?:size|format|crop|width|height|fit|w|h|t)[=:_|]\d[\w,.|:=-]*|"
    r"gallery(?:_(?:small|medium|large|xlarge|thumb))?|rawimage|undefined|pass|master"
)
_LONGEST_SIZE = 80  # characters at the end of a name that may say its size
_MOST_SOURCES = (
    60  # children of a picture element, white space included; one with more is not asked
)
_MOST_BESIDE = 200  # children of an element, white space included, that are looked at
_WRAPPERS = frozenset(["a", "span", "div", "picture", "amp-img"])  # of a picture alone
_BACKGROUNDS = ("data-bg", "data-background", "data-background-image", "data-bg-src")
_URL_OF_STYLE = re.compile(r"\A\s*url\(['\"]?([^'\"()]*)['\"]?\)\s*\Z")
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)$", re.IGNORECASE)
_IMAGE_ADDRESS = re.compile(
    r"((?:https?:)?/{0,2}[^\s\"'<>{}|:?#/]*/[^\s\"'<>{}|:?#]+\.(?:jpe?g|png|webp|avif)(?:\?[^\s\"'<>{}|]*)?)",
    re.IGNORECASE,
)
_FIRST_KEY = re.compile(r'\{\s*"(https?://[^\s"\\]{1,1000})"\s*:')
_ADDRESS = re.compile(r"((?:https?:)?//[^\s\"'<>{}|]+)", re.IGNORECASE)
# Names of such attributes; "file" and "zoomfile" are of Discuz!.
_OF_SOURCE = re.compile(r"src(?!set)|lazy|original|^(?:zoom)?file$")
_LONGEST_ADDRESS = 2_000  # characters
_MOST_ATTRIBUTES = 40  # of a picture, that are looked through for one with its address
_NOT_SHOWN = re.compile(
    r"alt|author|avatar|caption|default|error|fail|hover|icon|logo|placehold|title"
)
_PIXELS = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$")
_LONGEST_STYLE = 4_000  # characters
_BACKGROUND = re.compile(
    r"(?<![\w-])background(?:-image)?\s*:[^;(]{0,100}?"
    r"url\(\s*[\"']?(?P<url>[^\"')\s][^\"')]*)",
    re.IGNORECASE,
)
_CANDIDATE_ENDS = re.compile(r",\s+|,(?=https?:|/|data:)")
_DESCRIPTOR = re.compile(r"(\d+(?:\.\d+)?)([wx])")
_GENERIC = re.compile(
    r"^(?:image|img|photo|picture|original|default|master|\d{1,4}|file|media|w|h|"
    r"index|download|resize|resizer|dims|show|get|thumb|large|medium|small|images|teaser|banner|"
    r"cover|poster|hero|header|featured|lead|main)?$",
    re.IGNORECASE,
)


def picture_of(element: Element, base: str | None) -> Image | None:
    """The picture of an img or picture element; None where it is none worth keeping."""
    img = (
        element
        if element.tag in ("img", "amp-img")
        else next(iter(element.find("img", "amp-img")), None)
    )
    holder = img if img is not None else element
    width, height = _size(holder)
    if (
        _is_speck(width, height)
        or (width, height) in _BANNERS
        or _NO_PICTURE_HINT.search(holder.hint)
        or _is_portrait(holder)
        or _is_cover(holder)
        or _is_site_logo(holder)
        or _leads_to_channel(holder)
    ):
        return None
    url = _address(element, img, base)
    if url is None or _AUTHOR_FOLDER.search(url):
        return None
    is_large = _is_large(holder, width, height)
    if is_ornament(url, shown_large=is_large) and not _is_chart(holder, url):
        return None
    if _stands_in_for_noscript(holder, url, base):
        return None
    alt = " ".join(holder.get("alt").split())
    if not (alt or width or height) and _is_bare_gif(holder, url):
        return None
    return Image(url=url, alt=alt, width=width, height=height)


def _is_chart(holder: Element, url: str) -> bool:
    """Whether a drawing has a caption: there is no copy, but readers learn that it was there.

    A figure with more text than that says itself what the drawing is about.
    """
    if not parts_of(url)[1].lower().endswith(".svg"):
        return False
    figure = next((e for e in islice(holder.ancestors(), 4) if e.tag == "figure"), None)
    if figure is None or not figure.size:
        return False
    return figure.size == sum(e.size for e in figure.elements() if e.tag == "figcaption")


def _is_site_logo(holder: Element) -> bool:
    """Whether a picture is named a logo by what it stands in: a heading, or a link to the site."""
    return any(
        parent.tag in _OF_LOGOS
        and _NO_PICTURE_HINT.search(parent.hint) is not None
        and (parent.tag != "a" or leads_home(parent.get("href")))
        for parent in islice(holder.ancestors(), 2)
    )


def _leads_to_channel(holder: Element) -> bool:
    """Whether a picture without a caption is a link to a channel, an app or a purse."""
    is_channel = False
    for parent in islice(holder.ancestors(), 4):
        if parent.tag == "a":
            is_channel = _CHANNEL.match(parent.get("href")) is not None
        elif parent.tag == "figure" and is_channel:
            return all(child.tag != "figcaption" for child in parent.elements())
    return is_channel


def _is_bare_gif(holder: Element, url: str) -> bool:
    """Whether a picture of which nothing is said is a GIF named like a button or a counter."""
    return is_button(url) and not _is_in_figure(holder)


def _is_in_figure(holder: Element) -> bool:
    return any(parent.tag == "figure" for parent in islice(holder.ancestors(), 3))


def _is_large(holder: Element, width: int | None, height: int | None) -> bool:
    """Whether a picture is shown as photographs are: by its size, or in a figure without one."""
    if width is None and height is None:
        return _is_in_figure(holder)
    return (width or 0) >= _WIDE and (height is None or height >= _HIGH)


def background_of(element: Element, base: str | None) -> Image | None:
    """The picture that an element shows behind its content: of a figure without another.

    <figure><div role="img" aria-label="The quay" style="background-image: url('/quay.jpg')">
    <figure><div data-bg="/quay.jpg">
    """
    style = element.get("style")[:_LONGEST_STYLE]
    found = _BACKGROUND.search(style) if "url(" in style else None
    address = found["url"] if found else next(filter(None, map(element.get, _BACKGROUNDS)), "")
    if not is_real(address):
        return None
    url = safe(_URL_OF_STYLE.sub(r"\1", address), base=base)
    if url is None or is_ornament(url) or not (found or _IMAGE_FILE.search(parts_of(url)[1])):
        return None
    return Image(url=url, alt=" ".join(element.get("aria-label").split()))


def delayed_of(element: Element, base: str | None) -> Image | None:
    """The picture that a script puts in the place of an empty box.

    <div class="js-delayed-image" data-src="/quay.jpg" data-alt="The quay" data-width="976"></div>
    """
    for address in player_addresses(element):
        url = safe(address, base=base)
        if url is None or not _IMAGE_FILE.search(parts_of(url)[1]) or is_ornament(url):
            continue
        width, height = _pixels(element.get("data-width")), _pixels(element.get("data-height"))
        if not _is_speck(width, height):
            alt = " ".join(element.get("data-alt").split())
            return Image(url=url, alt=alt, width=width, height=height)
    return None


def _stands_in_for_noscript(img: Element, url: str, base: str | None) -> bool:
    """Whether it stands for the other picture in the noscript beside it until a script has run.

    It names no address but its `src`: what a script is told to load is the picture itself.
    """
    if sum(name in _KNOWN for name in img.attrs) != 1:
        return False
    element, beside = img, _beside(img)
    while len(beside) == 1 and (parent := element.parent) is not None and parent.tag in _WRAPPERS:
        element, beside = parent, _beside(parent)
    place = next((number for number, each in enumerate(beside) if each is element), 0)
    for each in beside[max(place - 1, 0) : place + 2]:
        if each.tag != "noscript" or (inner := next(iter(each.find("img")), None)) is None:
            continue
        shown = _address(inner, inner, base)
        if (
            shown is not None
            and not _is_speck(*_size(inner))
            and not is_ornament(shown)
            and picture_key(shown) != picture_key(url)
        ):
            return True
    return False


def _beside(element: Element) -> list[Element]:
    """The elements of its parent, where these are not too many to look at each."""
    parent = element.parent
    if parent is None or len(parent.children) > _MOST_BESIDE:
        return []
    return parent.elements()


def _is_portrait(element: Element) -> bool:
    """Whether the nearest boxes around a picture are of an author, or it leads to one's page.

    So is one that says no more than that.
    """
    if _SAYS_AUTHOR.match(element.get("alt")):
        return True
    return any(
        _names_author(parent.hint) or (parent.tag == "a" and _leads_to_author(parent.get("href")))
        for parent in islice(element.ancestors(), 3)
    )


def _is_cover(element: Element) -> bool:
    """Whether a picture stands in a player of sound."""
    return any(_names_player(parent.hint) for parent in islice(element.ancestors(), 5))


@lru_cache(maxsize=4096)
def _names_player(hint: str) -> bool:
    return _OF_SOUND.search(hint) is not None


def _leads_to_author(address: str) -> bool:
    return is_of_author(address) and _IMAGE_FILE.search(address) is None


@lru_cache(maxsize=4096)
def _names_author(hint: str) -> bool:
    """Whether a class is of an author's box; remembered, for boxes of many pictures."""
    return _OF_AUTHOR.search(hint) is not None


def _size(holder: Element) -> tuple[int | None, int | None]:
    """Width and height in pixels; of a ratio ("16", "9") neither is known."""
    width, height = _pixels(holder.get("width")), _pixels(holder.get("height"))
    return (None, None) if (width, height) in _RATIOS else (width, height)


def _is_speck(width: int | None, height: int | None) -> bool:
    """Icons and counters are small in both directions, or a line in one; 0 alone is no size."""
    sizes = [size for size in (width, height) if size is not None]
    if len(sizes) == 2 and (max(sizes) <= 48 or 0 < min(sizes) <= _LINE):
        return True
    return any(0 < size <= 3 for size in sizes) or sizes == [0]


def _address(element: Element, img: Element | None, base: str | None) -> str | None:
    """The best of all the addresses that the elements name."""
    sets: list[str] = []
    plain: list[str] = []
    if img is not None:
        sets += _values(img, _SET_RANKS)
        plain += _values(img, _SOURCE_RANKS)
    parent = element if element.tag == "picture" else element.parent
    if parent is not None and parent.tag == "picture" and len(parent.children) <= _MOST_SOURCES:
        for source in reversed(parent.children):  # the plainer formats stand last
            if not isinstance(source, str) and source.tag == "source":
                sets += _values(source, _SET_RANKS)
    linked = safe(_linked_original(element, plain), base=base)
    if linked:
        return linked
    candidates = [found for text in sets for found in candidates_of(text)]
    best = _largest_sensible(candidates)
    if best is not None and not is_real(best[0]):
        best = _largest_sensible([each for each in candidates if is_real(each[0])])
    of_set = safe(best[0], base=base) if best is not None else None
    if best is not None and of_set is not None and best[1] >= _LARGE:
        return of_set
    if img is not None and "data-url" in img.attrs:  # of a page as often as of a picture
        plain.sort(key=lambda text: not _names_file(text))
    own = next((url for text in plain if is_real(text) and (url := safe(text, base=base))), None)
    if own is None and of_set is None and img is not None:
        return _of_other_attributes(img, base)
    return of_set if own is None else own


def _of_other_attributes(img: Element, base: str | None) -> str | None:
    """The address of a picture file in an attribute that a script of the site's own reads.

    <img src="grey.svg" data-td-src-property="https://…/quay.jpg">, data-srcs='{"https://…": {}}'
    What is no name of a picture file needs a name that tells of an address, and a host.
    """
    for name in islice(img.attrs, _MOST_ATTRIBUTES):
        if name in _KNOWN or _NOT_SHOWN.search(name):
            continue
        is_source = _OF_SOURCE.search(name) is not None
        if not (is_source or name.startswith("data-")):
            continue
        value = img.get(name)[:_LONGEST_ADDRESS].strip()
        found = _FIRST_KEY.match(value) or _IMAGE_ADDRESS.fullmatch(value)
        if found is None and is_source:
            found = _ADDRESS.fullmatch(value)
        if found is not None:
            address = found[1]
            if is_real(address) and (url := safe(address, base=base)):
                return url
    return None


def _values(element: Element, ranks: dict[str, int]) -> list[str]:
    """The values of those attributes that have a rank and a value, the first rank first."""
    attrs = element.attrs
    names = [name for name in attrs if name in ranks]
    if len(names) > 1:
        names.sort(key=ranks.__getitem__)
    return [value for name in names if (value := attrs[name])]


def _linked_original(element: Element, shown: list[str]) -> str | None:
    """The full picture that a preview links to, if it is the same by its name."""
    for parent in islice(element.ancestors(), 2):
        href = parent.get("href") if parent.tag == "a" else ""
        if _IMAGE_FILE.search(href.partition("?")[0]):
            names = {_file_name(url) for url in shown}
            return href if _file_name(href) in names else None
    return None


def _names_file(url: str) -> bool:
    """Whether an address is of a picture file and no stand-in."""
    return is_real(url) and _IMAGE_FILE.search(url.partition("?")[0]) is not None


def _file_name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2].lower()


def candidates_of(srcset: str) -> Iterator[tuple[str, float]]:
    """(address, width) of a srcset; a density counts as so many times 700 pixels."""
    for part in _CANDIDATE_ENDS.split(srcset[:20_000].strip()):
        words = part.strip().strip(",").split()
        if not words:
            continue
        size = 0.0
        found = _DESCRIPTOR.fullmatch(words[-1]) if len(words) > 1 else None
        if found:
            size = float(found[1]) * (1 if found[2] == "w" else 700)
        yield words[0], size


def _largest_sensible(candidates: list[tuple[str, float]]) -> tuple[str, float] | None:
    """The largest up to `WIDEST`; above it only where that one is narrow. The first of equals."""
    fitting = [item for item in candidates if item[1] <= WIDEST]
    larger = [item for item in candidates if WIDEST < item[1] <= 2 * WIDEST]
    best = max(fitting, key=lambda item: item[1], default=None)
    if larger and (best is None or best[1] < ENOUGH):
        return min(larger, key=lambda item: item[1])
    return best or min(candidates, key=lambda item: item[1], default=None)


def _pixels(text: str) -> int | None:
    found = _PIXELS.match(text) if text else None
    return int(found[1]) if found else None


def may_be_one(url: str, other: str) -> bool:
    """Whether two addresses may be of one picture: by `picture_key`, or by a UUID in both names.

    Some content systems put it among words and sizes of a rendition. Others name all pictures of
    an article after its own, so that this does not tell pictures apart.
    """
    if picture_key(url) == picture_key(other):
        return True
    found = _UUID.search(url)
    return found is not None and found[0].lower() in other.lower()


@lru_cache(maxsize=256)
def picture_key(url: str) -> str:
    """What renditions of one picture have in common: the file name without sizes.

    Where the name is a size alone ("920x920.jpg"), it is the path ahead of it; where it says
    nothing else ("image.jpg", "600"), the whole path and query. Remembered: each stage that
    looks for one picture in two places asks for it.
    """
    host, path, query = parts_of(url)
    plain = unquote(path) if "%" in path else path
    *before, name = plain.rstrip("/").lower().split("/")
    if _SIZE_ALONE.fullmatch(_stem_of(name)):  # "quay.jpg/size=708x398.jpg"
        while len(before) > 1 and _SIZE_ALONE.fullmatch(before[-1]):
            del before[-1]
        return f"{host}{'/'.join(before)}"
    stem = _stem_of(name)
    end = _SIZE_IN_NAME.sub("", stem[-_LONGEST_SIZE:])
    stem = stem[:-_LONGEST_SIZE] + end
    if len(stem) < 4 or _GENERIC.match(stem):
        return f"{host}{path}?{query}".lower()
    return stem


def _stem_of(name: str) -> str:
    """The name of a file without its ending."""
    stem, _, ending = name.rpartition(".")
    return stem if stem and len(ending) <= 5 else name
