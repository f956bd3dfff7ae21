"""Pictures, players and posts that a page shows twice: at its head and in the text, or as a script
and as the frame that the script made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from mirrorpress.extract.page.images import picture_key
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Embed, Figure

_YOUTUBE = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:\S*?&)?v=|embed/|shorts/|live/)|"
    r"youtu\.be/)(?P<id>[\w-]{11})(?![\w-])"
)


def media_once(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Each picture in its first place only, with what either says of it; embeds likewise.

    An embed may come again for a reason further down, if it is not the one ahead of all text.
    """
    return _embeds_once(_pictures_once(tuple(blocks)))


def _embeds_once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    if sum(type(block) is Embed for block in blocks) < 2:  # as of most
        return blocks
    kept: list[Block] = []
    near: dict[str, tuple[int, Embed]] = {}  # embeds since the last text, and their places
    head: dict[str, tuple[int, Embed]] = near  # those ahead of all text
    for block in blocks:
        if type(block) is Embed:
            key = embed_key(block)
            place, first = near.get(key) or head.get(key) or (len(kept), None)
            if first is None:
                near[key] = place, block
                kept.append(block)
            else:
                kept[place] = _told(first, block)
            continue
        if type(block) is not Figure:
            near = {}
        kept.append(block)
    return tuple(kept)


def _told(first: Embed, second: Embed) -> Embed:
    """One embed that is there twice: the address of the first, what either says of it."""
    return replace(first, title=first.title or second.title, poster=first.poster or second.poster)


def embed_key(embed: Embed) -> str:
    """What an embed is known by, however it is embedded: a film's identifier, a post's path.

    A page that shows a film by both hosts of YouTube means both.

    Players of some outlets are all at one address and differ by their titles.
    """
    film = _YOUTUBE.match(embed.url)
    if film:
        return f"{film['id']} {'-nocookie' in film[0]}"
    parts = urlsplit(embed.url)
    path = parts.path.rstrip("/").removesuffix("/embed")
    identifies = embed.kind == "post" and path.rpartition("/")[2].isalnum()
    if identifies:
        return f"{embed.provider}{path}"
    return f"{embed.provider}{path}?{parts.query} {embed.title or ''}"


def _pictures_once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Each picture in its first place only, with the caption of whichever has one."""
    figures = [block for block in blocks if type(block) is Figure]
    if not figures:
        return blocks
    keys = [[picture_key(image.url) for image in figure.images] for figure in figures]
    found: dict[str, Image] = {}
    for figure, names in zip(figures, keys, strict=True):
        for key, image in zip(names, figure.images, strict=True):
            found[key] = _merged(found[key], image) if key in found else image
    kept: list[Block] = []
    following = iter(keys)
    for block in blocks:
        if type(block) is not Figure:
            kept.append(block)
            continue
        images = tuple(found.pop(key) for key in next(following) if key in found)
        if images:
            kept.append(block if images == block.images else replace(block, images=images))
    return tuple(kept)


def _merged(first: Image, second: Image) -> Image:
    """One picture of two renditions: the address of the first, what either says of it.

    Of two captions the one with a credit is of the photograph; the other may be the title of a film
    that shows it until it plays.
    """
    said, other = first, second
    if second.caption and second.credit and not first.credit:
        said, other = second, first
    return replace(
        first,
        alt=first.alt or second.alt,
        caption=said.caption or other.caption,
        credit=said.credit or other.credit,
    )
