"""Pages of our own Markdown editions, read back: layouts `almanac`, `archive` and `channels`.

    <!--1772578800000-->                              archive only: the exact time
    [The Mirror](…) · [The Gazette](…)                navigation
    **The outlet took this article down; 2026-03-06.**
    <div dir="ltr" lang="en">                         the article, in its language
    # River rises                                     archive: a link to the original address
    **Three thousand leave**                          subtitle
    The Gazette · World · A. Kern · 2026-03-04 07:20 (UTC+08:00) · updated 2026-03-04 09:05 …
    …                                                 body; archive: below a rule
    </div>
    ___
    **Original address** · [https:/<wbr>/gazette.example/river](https://gazette.example/river)
    ___                                               and navigation again

Layout `channels` has the title in a frame of its own ahead of the navigation, then a frame with
subtitle, origin and lead picture, and below a rule and the operator's links one with the rest.
Parts are found by their structure, never by the words around them, which are in the language of
the mirror. A mirror that is written from right to left has frames around its own parts, too.

What is read is what was rendered, but for what the layouts do not write:

- `section`: it cannot be told from an author. `names` has all that is between outlet and time;
  `authors` are those behind the first of them, which may be the section.
- Links within links: no layout can write them.
- White space at the edges of a block, runs of it, neighbouring texts, empty blocks and elements
  of nothing, characters that `render.characters` takes away.
- Language of code, `pulled`, tags, size of pictures, captions of posters; pictures that the
  edition has not (a caption stays as a paragraph); links to other pages of the edition, whose
  text stays; addresses that are not as `urls.safe` gives them.
- Levels of headings below 4 in channels: all are written as level 6.
- A gallery without a caption is a figure for each picture. One with a caption also has the
  pictures right above it, and without a picture of its own in between a caption is of the picture.
- A caption of one part is no credit; the last of several is. A gallery's caption at its only
  picture is of the picture.
- A picture without a caption above an embed is its poster. The last line of a quotation is its
  credit where only it begins with a dash.
- Embeds without an address that may be followed are paragraphs. Tables have no empty rows.
- Seconds of the time of publication, except in archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape

from mirrorpress.errors import ExtractError, NoLongerKept, NotAnArticle
from mirrorpress.imports.imported import first_picture
from mirrorpress.imports.markup import lines_of
from mirrorpress.imports.own.body import BodyReader, Node, nodes_of
from mirrorpress.imports.own.inline import SEPARATOR, blocks_of, line_of, links_of
from mirrorpress.imports.own.origin import Origin, bold, exact_time, origin_of, outlet_of, withdrawn
from mirrorpress.model import Article
from mirrorpress.model.blocks import Link, Strong, Text
from mirrorpress.model.plain import inline_text
from mirrorpress.urls import safe

MAX_LINES = 100_000  # of a page
_FRAME = re.compile(r'<div dir="(?:ltr|rtl)"(?: lang="([^"<>]*)")?>')
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}")
_TITLE_LEVELS = {"h1": 1, "h3": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """An article of an edition of ours.

    Pictures of the article have their path from the root of the edition as their `url`.
    """

    path: str  # of the page, relative to the root of the edition
    title: str
    url: str  # original address, as `urls.safe` gives it
    published: datetime | None  # aware; None where the page states no time with a zone
    outlet: str  # as readers know it; "" where the page names none
    names: tuple[str, ...]  # between outlet and time: the section, if any, then the authors
    authors: tuple[str, ...]  # those of `names` that are no section for certain
    subtitle: str | None
    withdrawn: datetime | None  # start of the day on which the article was found to be gone
    article: Article


@dataclass(frozen=True, slots=True)
class _Frame:
    """Blocks in a language and direction of their own."""

    language: str | None
    nodes: tuple[Node, ...]


_Part = Node | _Frame


@dataclass(frozen=True, slots=True)
class _Divided:
    """A page taken apart."""

    title: Node
    language: str | None
    head: tuple[Node, ...]  # below the title; begins with subtitle and origin
    rest: tuple[Node, ...]  # more of the body, apart from the head
    around: tuple[Node, ...]  # what stands above the article or at its title


def read_own_page(path: str, content: bytes) -> OwnPage:
    """The article of a page of one of our Markdown layouts.

    Args:
        path: of the page, relative to the root of the edition; pictures are found from it.
        content: of the file: hostile.

    Raises:
        ExtractError: the page is too large or nested too deeply, or has no title or no address.
        NoLongerKept: it is the note of an article that is no longer kept.
        NotAnArticle: it has no body.
    """
    lines = lines_of(content)
    if len(lines) > MAX_LINES:
        raise ExtractError(f"{path!r} has {len(lines)} lines; {MAX_LINES} are read at most")
    nodes = nodes_of(blocks_of("\n".join(lines)))
    sections = _sections(_framed(nodes))
    parts = _taken_apart(sections)
    title = inline_text(line_of(parts.title.line)).strip() if parts else ""
    if parts is None or not title:
        raise ExtractError(f"{path!r} has no title of an article")
    url = _address(sections, parts)
    if url is None:
        raise ExtractError(f"{path!r} has no original address")
    if len(sections) == 1:
        raise NoLongerKept(f"{path!r} is the note of an article that is no longer kept", url=url)
    return _page(path, parts, title, url, exact_time(nodes[0].token.content))


def _page(path: str, parts: _Divided, title: str, url: str, exact: datetime | None) -> OwnPage:
    level = _TITLE_LEVELS[parts.title.token.tag]
    subtitle, origin, head = _opened(parts)
    body = BodyReader(path, level)
    blocks = (*body.blocks(head), *body.blocks(parts.rest))
    if not blocks:
        raise NotAnArticle(f"{path!r} has no text", url=url)
    stated = origin.published
    zoned = stated if stated and stated.tzinfo else None
    published = exact.astimezone(zoned.tzinfo if zoned else UTC) if exact else zoned
    return OwnPage(
        path=path,
        title=title,
        url=url,
        published=published,
        outlet=origin.outlet,
        names=origin.names,
        authors=origin.names[1:],
        subtitle=subtitle,
        withdrawn=withdrawn(parts.around, published),
        article=Article(
            title=title,
            blocks=blocks,
            url=url,
            subtitle=subtitle,
            bylines=origin.names[1:],
            published=published,
            modified=origin.modified,
            language=parts.language,
            lead=first_picture(blocks),
        ),
    )


# The parts of a page


def _framed(nodes: Iterable[Node]) -> list[_Part]:
    """The blocks of a page, those of each frame together; one that stays open ends with it."""
    found: list[_Part] = []
    inside: list[Node] = []
    opened: re.Match[str] | None = None
    for node in nodes:
        line = node.token.content if node.type == "html_block" else ""
        starts = _FRAME.fullmatch(line)
        if opened and (starts or line == "</div>"):
            found.append(_Frame(_language(opened[1]), tuple(inside)))
            inside, opened = [], None
        if starts:
            opened = starts
        elif line != "</div>":
            (inside if opened else found).append(node)
    if opened:
        found.append(_Frame(_language(opened[1]), tuple(inside)))
    return found


def _language(attribute: str | None) -> str | None:
    tag = unescape(attribute or "")
    return tag if _LANGUAGE.fullmatch(tag) else None


def _sections(parts: Iterable[_Part]) -> list[list[_Part]]:
    """The parts between the rules of the page; rules in frames are of what is framed."""
    found: list[list[_Part]] = [[]]
    for part in parts:
        if isinstance(part, Node) and part.type == "hr":
            found.append([])
        else:
            found[-1].append(part)
    return found


def _taken_apart(sections: Sequence[Sequence[_Part]]) -> _Divided | None:
    """The article's parts; None where the first section has no frame that begins with a title."""
    first = sections[0]
    for at, frame in enumerate(first):
        if not isinstance(frame, _Frame) or not _is_title(frame.nodes):
            continue
        title, *below = frame.nodes
        if title.token.tag == "h1":
            return _Divided(title, frame.language, tuple(below), (), _bare(first[:at]))
        around, head = first[at + 1 :], None
        if len(sections) > 1 and around and isinstance(around[-1], _Frame):
            *around, head = around
        is_framed = any(isinstance(part, _Frame) for part in around)
        return _Divided(
            title,
            frame.language,
            _bare([head] if head else []),
            _rest(sections, is_framed=is_framed),
            _bare(around),
        )
    return None


def _is_title(nodes: Sequence[Node]) -> bool:
    return bool(nodes) and nodes[0].type == "heading" and nodes[0].token.tag in _TITLE_LEVELS


def _bare(parts: Iterable[_Part]) -> tuple[Node, ...]:
    """The blocks of parts, out of their frames."""
    return tuple(
        node for part in parts for node in (part.nodes if isinstance(part, _Frame) else (part,))
    )


def _rest(sections: Sequence[Sequence[_Part]], *, is_framed: bool) -> tuple[Node, ...]:
    """The rest of a body in channels: the last frame ahead of the section with the address.

    `is_framed`: the mirror's own parts are in frames, so that its links may be that frame.
    """
    frames = [part for section in sections[1:-2] for part in section if isinstance(part, _Frame)]
    if not frames or (is_framed and len(frames) == 1 and _is_links(frames[0].nodes)):
        return ()
    return frames[-1].nodes


def _is_links(nodes: Sequence[Node]) -> bool:
    """Whether blocks are the operator's links: a line in bold, a list, a rule."""
    if [node.type for node in nodes] != ["paragraph", "bullet_list", "hr"]:
        return False
    return bold(nodes[0]) is not None


def _address(sections: Sequence[Sequence[_Part]], parts: _Divided) -> str | None:
    """The original address, of the last section but one.

    The note of an article that is no longer kept is one section. A page of less than three that
    is no such note was cut off.
    """
    if len(sections) > 2:
        return _labelled(_bare(sections[-2]))
    is_note = len(sections) == 1 and parts.title.token.tag == "h3"
    return _labelled(parts.around) if is_note else None


def _labelled(nodes: Iterable[Node]) -> str | None:
    """The address of the first line "**Label** · [address](address)"."""
    for node in nodes:
        match line_of(node.line) if node.type == "paragraph" else ():
            case (Strong(), Text(between), Link(url, label), *_) if between == SEPARATOR:
                if safe(inline_text(label)) == url:
                    return url
    return None


def _opened(parts: _Divided) -> tuple[str | None, Origin, tuple[Node, ...]]:
    """Subtitle, origin, and what of the head is the body; all of it where it has no origin."""
    nodes = parts.head
    subtitle = bold(nodes[0]) if nodes else None
    at = 0 if subtitle is None else 1
    origin = origin_of(nodes[at], outlet_of(parts.around)) if at < len(nodes) else None
    if origin is None:
        return None, Origin(), nodes
    body = nodes[at + 1 :]
    has_rule = bool(body) and body[0].type == "hr" and bool(links_of(parts.title.line))
    return subtitle, origin, body[1:] if has_rule else body
