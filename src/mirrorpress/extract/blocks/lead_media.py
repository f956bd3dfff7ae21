"""The picture or film at the head of an article, outside of the body's container."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile

from mirrorpress.extract.blocks.captioned import is_captioned
from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.extract.fields.cards import Cards
from mirrorpress.extract.fields.titles import loose, may_show_title
from mirrorpress.extract.page.home import leads_home
from mirrorpress.extract.page.images import may_be_one, picture_key
from mirrorpress.extract.page.measure import is_hidden
from mirrorpress.extract.page.tree import Element
from mirrorpress.model.blocks import Block, Embed, Figure, Image
from mirrorpress.model.walk import figure_images
from mirrorpress.urls import safe, same_site

_MEDIA = frozenset({"figure", "img", "picture", "video", "iframe", "amp-img"})
_PICTURES = frozenset({"img", "amp-img"})
_TELLING = frozenset({"h1", "h2", "meta"})
_PREVIEWS = ("og:image", "twitter:image")
_MOST_AROUND = 3  # levels above a picture at which its caption is looked for
_WORDS_OF_TITLE = 3
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:$|\?)", re.IGNORECASE)
_MOST_AHEAD = 50  # media elements ahead of the body that are looked at


def lead_media(
    elements: Sequence[Element], core: Element, title: str, base: str | None
) -> tuple[Block, ...]:
    """The figure or player between the headline and the body.

    Args:
        elements: of the page, in document order.
        core: the container of the body.
        title: of the article, to know its headline by.
        base: address against which pictures are resolved.
    """
    telling = [e for e in elements if e.tag in _TELLING]
    return _under_headline(telling, core, title, base) or _named_by_page(telling, core, base)


def _under_headline(
    elements: Sequence[Element], core: Element, title: str, base: str | None
) -> tuple[Block, ...]:
    """The first figure or player between a headline and the core, of this article."""
    key = loose(title)
    headings = (e for e in elements if e.tag != "meta" and may_show_title(e))
    headlines = [e for e in headings if loose(e.text()) == key]
    top, headline = _common(core, headlines)
    if top is None:
        return ()
    cards = Cards(headline, title)
    whole = (e for e in islice(top.ancestors(), _MOST_AROUND) if e.tag == "article")
    for holder in (top, *islice(whole, 1)):  # an article can begin with its picture
        for element in _before(holder, core, headline)[:_MOST_AHEAD]:
            if cards.hold(element) or _is_of_link(element, base):
                continue
            for block in blocks_of([_with_caption(element)], base):
                if isinstance(block, (Figure, Embed)):
                    return (block,)
    return ()


def _named_by_page(
    elements: Sequence[Element], core: Element, base: str | None
) -> tuple[Block, ...]:
    """The picture ahead of the core that the page names for previews, wherever it stands."""
    named = {
        picture_key(url)
        for meta in elements
        if meta.tag == "meta" and (meta.get("property") or meta.get("name")) in _PREVIEWS
        if (url := safe(meta.get("content"), base=base)) is not None
    }
    top = next(iter([*core.ancestors()][-1:]), None)
    if not named or top is None:
        return ()
    for element in islice(_ahead(top, core), _MOST_AHEAD):
        for block in blocks_of([_with_caption(element)], base):
            if isinstance(block, Figure) and any(
                picture_key(image.url) in named for image in block.images
            ):
                return (block,)
    return ()


def named_media(
    elements: Sequence[Element],
    core: Element,
    base: str | None,
    lead: Image | None,
    shown: Iterable[Block],
) -> tuple[Block, ...]:
    """The picture that the page names as its own, in an element whose name says otherwise.

    "teaser-image" and "partner-opening" name the picture at the head of an article, too. None where
    the text shows the picture, and of what is hidden, or in a link to another page.

    Args:
        elements: of the page, in document order.
        core: the container of the body.
        base: address against which pictures are resolved.
        lead: the picture of the article, if the page names one.
        shown: the blocks of the text.
    """
    if lead is None:
        return ()
    if any(may_be_one(image.url, lead.url) for image in figure_images(shown)):
        return ()
    ahead = takewhile(lambda element: element is not core, elements)
    pictures = (e for e in chain(ahead, core.walk()) if e.tag in _PICTURES)
    read: set[int] = set()
    for picture in islice(pictures, _MOST_AHEAD):
        whole = _whole(picture)
        if id(whole) in read or _leads_away(picture, base):
            continue
        read.add(id(whole))
        if any(map(_is_apart, (picture, *picture.ancestors()))):
            continue
        for block in blocks_of([whole], base):
            if isinstance(block, Figure) and any(
                may_be_one(image.url, lead.url) for image in block.images
            ):
                return (block,)
    return ()


def _whole(picture: Element) -> Element:
    """The picture with its renditions and its caption."""
    around = [*islice(picture.ancestors(), _MOST_AROUND)]
    whole = next((e for tag in ("figure", "picture") for e in around if e.tag == tag), picture)
    captioned = _with_caption(whole)
    return whole if captioned.excluded else captioned


def _is_apart(element: Element) -> bool:
    return element.tag in ("aside", "footer", "nav") or is_hidden(element)


def _leads_away(picture: Element, base: str | None) -> bool:
    """Whether a picture is in a link to another page, or home, as logos are.

    The pages below the article are its own: a gallery.
    """
    link = next((e for e in picture.ancestors() if e.tag == "a"), None)
    address = safe(link.get("href"), base=base) if link is not None else None
    if address is None or _IMAGE_FILE.search(address):
        return False
    own = "" if base is None or leads_home(base) else f"{base.rstrip('/')}/"
    return leads_home(address) or not own or not f"{address}/".startswith(own)


def _is_of_link(media: Element, base: str | None) -> bool:
    """Whether a picture is part of a link to another article, or to another site.

    The first have a title beside it, the others are mostly advertisements.
    """
    if media.tag not in ("img", "picture", "amp-img"):
        return False
    link = next((e for e in islice(media.ancestors(), _MOST_AROUND) if e.tag == "a"), None)
    if link is None or any(is_captioned(e) for e in (link, *islice(link.ancestors(), 1))):
        return False
    address = safe(link.get("href"), base=base)
    if address is None:
        return False
    if base is not None and not same_site(address, base):
        return True
    return address != base and len(link.text().split()) >= _WORDS_OF_TITLE


def _with_caption(media: Element) -> Element:
    """The element around a picture that holds its caption, too; else the picture."""
    if media.tag == "figure" and media.size:
        return media
    around = islice(media.ancestors(), _MOST_AROUND)
    return next((e for e in around if is_captioned(e)), media)


def _common(core: Element, headlines: Sequence[Element]) -> tuple[Element | None, Element | None]:
    """The nearest element that holds both the core and a headline before it, and the headline."""
    around = {id(parent): level for level, parent in enumerate(core.ancestors())}
    best: tuple[int, Element, Element] | None = None
    for headline in headlines:
        for parent in headline.ancestors():
            if parent is core:
                return None, None
            if id(parent) in around:
                level = around[id(parent)]
                if best is None or level < best[0]:
                    best = (level, parent, headline)
                break
    return (best[1], best[2]) if best else (None, None)


def _before(top: Element, core: Element, headline: Element | None) -> list[Element]:
    """The outermost media elements in `top` ahead of the core; none unless the headline is."""
    found: list[Element] = []
    seen_headline = False
    for element in _walk(top, core):
        if element is headline:
            seen_headline = True
        elif element.tag in _MEDIA:
            found.append(element)
    return found if seen_headline else []


def _ahead(top: Element, core: Element) -> Iterator[Element]:
    return (element for element in _walk(top, core) if element.tag in _MEDIA)


def _walk(top: Element, core: Element) -> Iterator[Element]:
    """The elements in `top` ahead of the core; not what is excluded, inline, or in media."""
    stack = [top]
    while stack:
        element = stack.pop()
        if element is core:
            return
        if element.excluded and element is not top:
            continue
        yield element
        if element.tag not in _MEDIA:
            stack += [e for e in element.children[::-1] if not isinstance(e, str) and not e.inline]
