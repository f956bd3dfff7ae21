r"""Markdown that holds what it was given and nothing else: escaping by construction.

Two types of string. A `Run` is part of a line, a `Piece` is whole lines; only the functions of
this module make them, and a plain `str` that is put where a `Run` belongs is text and is escaped.
So no text can become markup, whatever it holds:

    text("[x](javascript:1)")   \[x\](javascript:1)
    text("a@b.example")         a@<wbr>b.example       hosts make links of bare addresses
    text(":fire: $x$")          :<wbr>fire: \$<wbr>x\$<wbr>
    paragraph(text("# 1"))      \# 1
    paragraph(text("1. May"))   1\. May
    emphasis("**", "“好。”")      <strong>“好。”</strong>   asterisks would stay asterisks

Two means are used. A backslash takes the meaning from a character while Markdown is read
(CommonMark 0.31, 2.4). `<wbr>` parts what hosts look for afterwards in the text of the finished
page: bare addresses, e-mail, @mentions, :emoji:, $math$, [[wiki links]], [TOC]. It is an element
that every host lets through, shows nothing and adds no character to what a reader copies.
A paragraph is always one line, so that only its start can be taken for a list, heading or rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

from markupsafe import Markup, escape

from mirrorpress.render.characters import Direction, clean, clean_lines
from mirrorpress.render.inlines import SCHEMES
from mirrorpress.urls import safe


class Run(str):
    """Markdown inside a line. Made by this module only."""

    __slots__ = ()


class Piece(str):
    """Markdown of whole lines, without a line feed at its end. Made by this module only."""

    __slots__ = ()


_EMOJI_NAME = r"[+-]1|100|1234|[\w+-]*[A-Za-z][\w+-]*"
_SPECIAL = re.compile(
    r"""
      (?P<escape> [\\`*_\]<{|~#] | \[(?!\[|toc\]) | &(?=[\#\w]) | !(?=[\[\d]|\Z) | \A\^ | \^\Z )
    | (?P<escape_and_part> [\[$] )
    | (?P<part> @(?=\S) | /(?=/) | :(?=(?:"""
    + _EMOJI_NAME
    + r"""):) | (?<![a-z0-9])www(?=\.) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SUSPECT = re.compile(r"[\\`*_\[\]<{|~#&!$@:^]|//")  # most texts have none, and it is quick to tell
_LINE_START = re.compile(r"[+\-=>:]|([0-9]{1,9})(?=[.)](?:\s|\Z))")
_PLAIN_ADDRESS = re.compile(r"(?:https?://|mailto:)[A-Za-z0-9._~:/?#@!*+,;=%-]+")
_PATH = re.compile(r"(?!/)(?:[A-Za-z0-9._/-]|%[0-9A-F]{2})+")
_MARK = re.compile(r"[A-Za-z0-9_-]+")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def text(value: str) -> Run:
    """Characters as they are. White space is one space; see `characters.clean`."""
    cleaned = clean(value)
    if not _SUSPECT.search(cleaned) and "www." not in cleaned.lower():
        return Run(cleaned)
    return Run(_SPECIAL.sub(_harmless, cleaned))


def _harmless(match: re.Match[str]) -> str:
    found = match[0]
    match match.lastgroup:
        case "escape":
            return "\\" + found
        case "escape_and_part":
            return f"\\{found}<wbr>"
        case _:
            return f"{found}<wbr>"


def parted(value: str) -> Markup:
    """Characters as HTML, for blocks of HTML in Markdown, where backslashes mean nothing."""
    return Markup("<wbr>").join(escape(part) for part in _parts(clean(value)))


def _parts(value: str) -> Iterable[str]:
    start = 0
    for match in _SPECIAL.finditer(value):
        if match.lastgroup != "escape":
            yield value[start : match.end()]
            start = match.end()
    yield value[start:]


def run(*parts: Run | str) -> Run:
    """Components of a line set side by side; a plain string is text."""
    return Run("".join([part if isinstance(part, Run) else text(part) for part in parts]))


def joined(separator: Run | str, parts: Iterable[Run | str]) -> Run:
    """Components of a line with something between each two; empty parts are left out."""
    between = separator if isinstance(separator, Run) else text(separator)
    return Run(between.join(filter(None, (run(part) for part in parts))))


def link(label: Run | str, address: str) -> Run:
    """A link to a web or mail address; the label alone where the address is of another kind."""
    shown = run(label)
    target = _destination(address)
    return Run(f"[{shown}]({target})") if target and shown.strip() else shown


def page_link(label: Run | str, path: str) -> Run:
    """A link to a page of the edition, relative to the page that it stands on.

    `path` may end with a mark, "?abcd2345efgh".

    Raises:
        ValueError: `path` is not one of ours.
    """
    plain, mark, query = path.partition("?")
    if mark and not _MARK.fullmatch(query):
        raise ValueError(f"not a mark of a page: {query!r}")
    return Run(f"[{run(label)}]({_checked(plain)}{mark}{query})")


def image(alt: str, path: str) -> Run:
    """A picture of the edition.

    Raises:
        ValueError: `path` is not one of ours, so that no picture is ever fetched from elsewhere.
    """
    # A description is an attribute in the end: hosts look for nothing in it, and <wbr> would show.
    description = text(alt).replace("<wbr>", "")
    return Run(f"![{description}]({_checked(path)})")


def _checked(path: str) -> str:
    if not _PATH.fullmatch(path):
        raise ValueError(f"not a path inside an edition: {path!r}")
    return path


def _destination(address: str) -> str | None:
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    checked = safe(address, schemes=SCHEMES)
    if checked is None:
        return None
    return _ENTITY.sub(r"\\&", re.sub(r"[()$*_]", r"\\\g<0>", checked))


def code(value: str) -> Run:
    """Characters in the letters of a machine. An element, as backticks end at any backtick."""
    return element("code", value)


InlineElement = Literal["code", "del", "em", "ins", "s", "small", "strong", "sub", "sup"]


def element(name: InlineElement, content: Run | str) -> Run:
    """An inline element around part of a line; nothing around nothing."""
    inner = run(content)
    return Run(f"<{name}>{inner}</{name}>") if inner.strip() else inner


def ruby(base: str, reading: str) -> Run:
    """Characters with their reading; in parentheses where ruby is not known."""
    return Run(f"<ruby>{text(base)}<rp>(</rp><rt>{text(reading)}</rt><rp>)</rp></ruby>")


def line_break() -> Run:
    """A break that keeps the paragraph on one line of the file."""
    return Run("<br>")


Marks = Literal["*", "**"]


def emphasis(marks: Marks, content: Run | str, before: str = "", after: str = "") -> Run:
    """Part of a line stressed, by asterisks where they are sure to be read so, else by an element.

    Args:
        marks: one asterisk or two.
        content: what is stressed.
        before: the line so far; "" at its start.
        after: the rest of the line, as far as known; "" at its end.
    """
    inner = run(content)
    if _flanked(inner, before[-1:], after[:1]):
        return Run(f"{marks}{inner}{marks}")
    return element("strong" if marks == "**" else "em", inner)


def _flanked(inner: str, before: str, after: str) -> bool:
    """Whether marks around `inner` open and close (CommonMark 0.31, 6.2), strictly read.

    Asterisks inside or beside would be counted with ours. Punctuation at an edge needs a space
    outside; which characters are punctuation differs between the versions of the standard, so
    whatever is no letter or digit counts as such.
    """
    if not inner or "*" in inner or "*" in (before, after):
        return False
    return _stands(inner[0], before) and _stands(inner[-1], after)


def _stands(edge: str, outside: str) -> bool:
    """Whether marks at an edge are read. White space (no-break, ideographic) never stands."""
    kind = unicodedata.category(edge)[0]
    return kind in "LN" or (kind not in "ZC" and outside in ("", " "))


def paragraph(content: Run | str) -> Piece:
    """A paragraph, on one line."""
    line = run(content).strip(" ")
    found = _LINE_START.match(line)
    if found is None:
        return Piece(line if line.strip() else "")
    escaped_at = found.end() if found[1] else 0
    return Piece(f"{line[:escaped_at]}\\{line[escaped_at:]}")


def heading(level: int, content: Run | str) -> Piece:
    """A heading of level 1 to 6."""
    line = run(content).strip(" ")
    return Piece(f"{'#' * min(max(level, 1), 6)} {line}" if line.strip() else "")


def rule() -> Piece:
    """A thematic break. Of underscores: hyphens and asterisks begin lists as well."""
    return Piece("___")


def fence(value: str) -> Piece:
    """A block of code, as its lines are.

    No language is named, since hosts draw diagrams, maps and formulas from blocks of some.
    """
    lines = clean_lines(value)
    longest = max((len(ticks) for ticks in re.findall("`+", lines)), default=0)
    ticks = "`" * max(3, longest + 1)
    return Piece(f"{ticks}\n{lines}\n{ticks}")


def stack(pieces: Iterable[Piece]) -> Piece:
    """Pieces one below the other; empty ones are left out."""
    return Piece("\n\n".join(filter(None, pieces)))


def close(pieces: Iterable[Piece]) -> Piece:
    """Pieces one below the other without a blank line, inside an item of a tight list."""
    return Piece("\n".join(filter(None, pieces)))


def quote(content: Piece) -> Piece:
    """A block quotation."""
    return Piece("\n".join(f"> {line}" if line else ">" for line in content.split("\n")))


def bullets(items: Sequence[Piece], *, other: bool = False, loose: bool = False) -> Piece:
    """A list with bullets; `other` bullets part it from a list that stands right above."""
    return _list([("* " if other else "- ", item) for item in items], loose)


def numbered(
    items: Sequence[Piece], start: int = 1, *, other: bool = False, loose: bool = False
) -> Piece:
    """A list with numbers from `start`."""
    first = min(max(start, 0), 999_999_999 - len(items))  # nine digits at most, CommonMark 5.2
    mark = ")" if other else "."
    return _list([(f"{first + at}{mark} ", item) for at, item in enumerate(items)], loose)


def _list(marked: Iterable[tuple[str, Piece]], loose: bool) -> Piece:
    lines = (_item(mark, item) for mark, item in marked)
    return Piece(("\n\n" if loose else "\n").join(lines))


def _item(mark: str, item: Piece) -> str:
    first, *rest = item.split("\n")
    indent = " " * len(mark)
    return "\n".join(
        [f"{mark}{first}".rstrip(" "), *(f"{indent}{line}" if line else "" for line in rest)]
    )


def table(header: Sequence[Run], rows: Iterable[Sequence[Run]]) -> Piece:
    """A table of GFM: every row is as long as the header. `text` has escaped pipes."""
    lines = [header, ["---"] * len(header), *rows]
    return Piece("\n".join(f"| {' | '.join(cells)} |" for cells in lines))


def html(block: Markup) -> Piece:
    """A block of HTML. Its lines are made one, since a blank line would end it."""
    return Piece(" ".join(block.split("\n")))


def by_operator(content: str) -> Piece:
    """Markdown that the operator of the mirror wrote, as it is."""
    return Piece(content.strip("\n"))


def framed(content: Piece, language: str | None, direction: Direction) -> Piece:
    """Pieces in a language and direction of their own."""
    named = Markup(' lang="{}"').format(language) if language else ""
    return Piece(f'<div dir="{direction}"{named}>\n\n{content}\n\n</div>') if content else content


def page(pieces: Iterable[Piece]) -> bytes:
    """The file."""
    return (stack(pieces) + "\n").encode("utf-8")
