"""The block markup of the article files.

Blocks are parted by empty lines and distinguished by their first line:

    ## Subheading                        > Block quotation
    !! Pull quote                        - item, and "  - item" for one nested under it
    | header | header | (table)          [picture: name.jpg] followed by alt:, caption:, credit:
    [gallery] followed by pictures       [video: address] followed by title:, poster:
    [credit] Reporting by ...            [notice] This article may be ...
    [page] (the article goes on on another page)

Anything else is a paragraph. Inline: `*emphasis*`, `**strong**`, `[text](address)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from mirrorpress.demo.model import (
    Block,
    Credit,
    Figure,
    Gallery,
    Heading,
    Item,
    Items,
    Notice,
    Paragraph,
    Picture,
    PullQuote,
    Quote,
    Table,
    Video,
)

_INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*|\[(?P<text>[^\]]+)\]\((?P<href>[^)\s]+)\)"
)
_DIRECTIVE = re.compile(
    r"\[(?P<name>picture|gallery|video|credit|notice)(?::\s*(?P<value>[^\]]+))?\]"
)
_PAGE = "[page]"


def plain(text: str) -> str:
    """The text without its inline markup."""
    return _INLINE.sub(lambda m: m["strong"] or m["em"] or m["text"], text)


def inline_html(text: str) -> str:
    """The text as HTML, everything escaped but its inline markup."""
    parts: list[str] = []
    end = 0
    for match in _INLINE.finditer(text):
        parts.append(escape(text[end : match.start()], quote=False))
        parts.append(_inline_tag(match))
        end = match.end()
    parts.append(escape(text[end:], quote=False))
    return "".join(parts)


def _inline_tag(match: re.Match[str]) -> str:
    if match["href"]:
        return f'<a href="{escape(match["href"])}">{escape(match["text"], quote=False)}</a>'
    name = "strong" if match["strong"] else "em"
    return f"<{name}>{escape(match['strong'] or match['em'], quote=False)}</{name}>"


def parse_pages(source: str) -> tuple[tuple[Block, ...], ...]:
    """The blocks of a body, page by page.

    Raises:
        ValueError: at a directive or a picture that is not complete.
    """
    pages: list[list[Block]] = [[]]
    for chunk in re.split(r"\n\s*\n", source.strip()):
        if chunk.strip() == _PAGE:
            pages.append([])
        else:
            pages[-1].append(_parse_block(chunk.splitlines()))
    return tuple(tuple(page) for page in pages)


def _parse_block(lines: list[str]) -> Block:
    first = lines[0]
    if match := _DIRECTIVE.match(first):
        return _parse_directive(match, first[match.end() :].strip(), lines[1:])
    if first.startswith("## "):
        return Heading(first[3:].strip())
    if first.startswith("!! "):
        return PullQuote(_joined(lines, "!! "))
    if first.startswith("> "):
        return Quote(_joined(lines, "> "))
    if first.startswith("- "):
        return Items(_parse_items(lines))
    if first.startswith("|"):
        return _parse_table(lines)
    return Paragraph(" ".join(line.strip() for line in lines))


def _joined(lines: Iterable[str], mark: str) -> str:
    return " ".join(line.removeprefix(mark).strip() for line in lines)


def _parse_directive(match: re.Match[str], rest: str, lines: list[str]) -> Block:
    match match["name"]:
        case "credit":
            return Credit(rest)
        case "notice":
            return Notice(rest)
        case "picture":
            return Figure(_parse_pictures([f"picture: {match['value']}", *lines])[0])
        case "gallery":
            return Gallery(_parse_pictures(lines))
    fields = dict(_field(line) for line in lines)
    return Video(match["value"].strip(), fields["title"], fields.get("poster", ""))


def _field(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon:
        raise ValueError(f"not a field of a picture or video: {line!r}")
    return name.strip(), value.strip()


def _parse_pictures(lines: Iterable[str]) -> tuple[Picture, ...]:
    found: list[dict[str, str]] = []
    for name, value in map(_field, lines):
        if name == "picture":
            found.append({"name": value})
        else:
            found[-1][name] = value
    return tuple(make_picture(fields) for fields in found)


def make_picture(fields: dict[str, str]) -> Picture:
    """A picture from its fields; `caption` and `credit` may be missing, `alt` may not."""
    if unknown := set(fields) - {"name", "alt", "caption", "credit"}:
        raise ValueError(f"unknown fields of a picture: {sorted(unknown)}")
    return Picture(
        name=fields["name"],
        alt=fields["alt"],
        caption=fields.get("caption", ""),
        credit=fields.get("credit", ""),
    )


def _parse_items(lines: Iterable[str]) -> tuple[Item, ...]:
    items: list[Item] = []
    for line in lines:
        text = line.strip().removeprefix("- ")
        if line.startswith("  "):
            last = items.pop()
            items.append(Item(last.text, (*last.children, Item(text))))
        else:
            items.append(Item(text))
    return tuple(items)


def _parse_table(lines: Iterable[str]) -> Table:
    rows = [tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines]
    return Table(rows[0], tuple(rows[1:]))
