"""Pages of layout channels: the outlet's HTML with lines of the mirror around and inside it.

    ### River rises                                          title
    ------------------------
    #### [Home](../../README.md?a17) &nbsp;|&nbsp; …         navigation
    <div>…<img src="//i.example/7.jpg"/>…</div><hr/>         lead picture and caption
    #### [A film](http://203.0.113.7/…)                      the mirror's own links
    <div> <p> The river rose. …                              body
    <hr/>                                                    in old pages: ++++++++
    Hold to copy: <br/>                                      share sentence
    https://…/pages/prog12/a17.md <br/>                      and address, with a QR code
    Original address (blocked here): https://gazette.example/a17.html
    ------------------------
    #### [Home]…                                             navigation, tracking picture

No words of the mirror are looked for: its sentences differ by mirror and year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from html import escape

from mirrorpress.errors import ExtractError
from mirrorpress.extract.fields.dateline import is_dateline
from mirrorpress.imports.imported import ImportedArticle, imported
from mirrorpress.imports.layout import PagePath, channels_path
from mirrorpress.imports.markup import (
    lines_of,
    pieces,
    plain_title,
    with_links,
    without_line_ends,
)
from mirrorpress.text.dates import find_date
from mirrorpress.text.zones import zone_of

_TITLE = re.compile(r"#{1,3}\s(.*)")
_OPERATOR = re.compile(r"####(?!#)")  # lines of the mirror: navigation and its own links
_RULE = re.compile(r"-{3,}\s*")
_FOOTER = re.compile(r"\s*(?:<hr\s*/?>|\+{10,}|-{10,}\s*$)", re.IGNORECASE)
_HR = re.compile(r"<hr\s*/?>", re.IGNORECASE)
_NOTHING = re.compile(r"(?:\s|<hr\s*/?>)*+", re.IGNORECASE)
_ADDRESS = re.compile(r"""https?://[^\s<>"'\]]+""", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?!br\b|hr\b|a\b|img\b)[a-z]", re.IGNORECASE)
_MEDIA = re.compile(r"<(?:img|video|iframe)\b", re.IGNORECASE)
_MOST_FOOTER_LINES = 12
_LONGEST_LEAD = 20_000  # characters of the markup of a lead picture
_LONGEST_CAPTION = 600  # characters of its text; more is a body
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_HEAD = 8_000  # characters of the body in which a dateline and bylines are looked for
_HEAD_PIECES = 12
_LONGEST_DATELINE = 80  # characters
_BRACKETED = re.compile(r"[【\[［（(]([^】\]］）)]{4,60})[】\]］）)]")
_YEAR = re.compile(r"\d{4}")
_ZONE = re.compile(r"北京(?:时间|時間)")
_BEFORE_DASH = re.compile(r"([^—–]{6,60}?)\s*(?:[—–]|--)")
_IN_BRACKETS = re.compile(r"[（(]([^（()）]{4,60})[)）]")
_REPORTER = re.compile(
    r"记者\s*[:：]?\s*([\u4e00-\u9fff·]{2,6}?)(?=综合|采访|编译|报导|报道|[/／\s,，、]|$)"
)
_MOST_NAMES = 10


def read_channels_page(path: str, content: bytes) -> ImportedArticle:
    """The article of a page `pages/<channel>/<id>.md`.

    The time of publication is the day of the outlet's dateline; midnight UTC where that names no
    zone, None where there is no dateline.

    Raises:
        ExtractError: the path is of another form; the page is too large, or has no title or no
            address (a page that is cut off has none).
        NotAnArticle: it has no text.
    """
    parts = channels_path(path)
    lines = lines_of(content)
    title, start = _title(lines)
    if start == len(lines):
        raise ExtractError(f"{path!r} has no title")
    end, url = _address(lines, start, parts)
    body = without_line_ends(with_links(_body(lines[start:end])))
    body = _without_suffixes(body, parts.id)
    return imported(
        path,
        parts,
        title=plain_title(title),
        url=url,
        published=_published(body),
        html=_with_lead(body),
        bylines=_bylines(body),
    )


def _title(lines: Sequence[str]) -> tuple[str, int]:
    """The title, and the index of the line below it; ("", number of lines) where it has none."""
    for index, line in enumerate(lines):
        if found := _TITLE.match(line):
            return found[1].strip(), index + 1
    return "", len(lines)


def _address(lines: Sequence[str], start: int, parts: PagePath) -> tuple[int, str]:
    """The index of the line that begins the footer, and the original address in it.

    (number of lines, "") where there is none: the last address in the footer that is not of this
    page itself.
    """
    own = f"/{parts.id}.md"
    for index in range(len(lines) - 1, start - 1, -1):
        line = lines[index]
        if _OPERATOR.match(line) or line[:1].isspace() or own in line:
            continue
        found = _ADDRESS.search(line)
        if found is None or (begin := _footer(lines, start, index)) is None:
            continue
        is_cut = index == len(lines) - 1 and parts.id not in found[0]
        return begin, "" if is_cut else _bare(found[0], parts.id)
    return len(lines), ""


def _footer(lines: Sequence[str], start: int, index: int) -> int | None:
    """The nearest rule above a line, if only the footer's kind of lines are between them."""
    for above in range(index, max(start, index - _MOST_FOOTER_LINES) - 1, -1):
        if _FOOTER.match(lines[above]):
            return above
        if _BLOCK_TAG.search(lines[above]):
            return None
    return None


def _bare(url: str, page_id: str) -> str:
    """An address without the bracket of a link behind it and the mirror's suffix."""
    if "(" not in url:
        url = url.partition(")")[0]
    return url.removesuffix(f"?{page_id}")


def _body(lines: Sequence[str]) -> str:
    """The outlet's HTML: without the mirror's lines; rules in Markdown are rules."""
    kept = (line for line in lines if not _OPERATOR.match(line))
    return "\n".join("<hr/>" if _RULE.fullmatch(line) else line for line in kept)


def _without_suffixes(html: str, page_id: str) -> str:
    """HTML without the `?<id>` that the mirror puts behind links to know where a click is from."""
    for ending in (".md", "html"):
        for mark in "\"')":
            html = html.replace(f"{ending}?{page_id}{mark}", f"{ending}{mark}")
    return html


def _with_lead(html: str) -> str:
    """HTML in which what is before the first rule is a figure, where it is picture and caption."""
    html = _without_rules_ahead(html)
    rule = _HR.search(html, 0, _LONGEST_LEAD)
    if rule is None or not _MEDIA.search(html, 0, rule.start()):
        return html
    lead, body = html[: rule.start()], html[rule.end() :]
    caption = " ".join(pieces(lead))
    if len(caption) > _LONGEST_CAPTION or len(_PARAGRAPH.findall(lead)) > 1:
        return html
    if "caption" not in lead.lower() and caption:
        lead += f"<figcaption>{escape(caption)}</figcaption>"
    return f"<figure>{lead}</figure>{_without_rules_ahead(body)}"


def _without_rules_ahead(html: str) -> str:
    """HTML without rules before its first content: they are of the mirror's own lines."""
    nothing = _NOTHING.match(html)
    return html[nothing.end() :] if nothing else html


def _published(html: str) -> datetime | None:
    """The moment that a dateline at the head of the text states."""
    for piece in pieces(html[:_HEAD])[:_HEAD_PIECES]:
        for text in _datelines(piece) if _YEAR.search(piece) else ():
            found = find_date(text)
            if found is not None:
                return found if found.tzinfo else found.replace(tzinfo=_zone(text, found))
    return None


def _zone(text: str, day: date) -> tzinfo:
    """The zone that a dateline names ahead of its day."""
    named = _ZONE.search(text)
    return (zone_of(named[0], day, "zh") if named else None) or UTC


def _datelines(piece: str) -> list[str]:
    """The parts of a run of text that are a dateline by their place or their kind."""
    if found := _BRACKETED.match(piece):
        return [found[1]]
    before = _BEFORE_DASH.match(piece)
    lines = (before[1] if before else "", piece)
    return [line for line in lines if len(line) <= _LONGEST_DATELINE and is_dateline(line, ())]


def _bylines(html: str) -> tuple[str, ...]:
    """The reporters that brackets at the head or the end of the text name, each once."""
    text = " ".join([*pieces(html[:_HEAD])[:_HEAD_PIECES], *pieces(html[-_HEAD:])[-3:]])
    names = (name for inside in _IN_BRACKETS.findall(text) for name in _REPORTER.findall(inside))
    return tuple(dict.fromkeys(names))[:_MOST_NAMES]
