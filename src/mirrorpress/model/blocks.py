"""The body of an article: a tuple of typed blocks, each a small value.

No markup of the source survives in them. `Inline` values make up the text of a block, `Block`
values the body. Take them apart with `match` and close the match with `assert_never`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters; runs of white space are one space."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `url` is absolute, http, https or mailto."""

    url: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Struck:
    """Words that the source struck out: they are shown, and no longer hold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Subscript:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Ruby:
    """Characters with their reading (ruby annotation)."""

    base: str
    reading: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a block."""


Styled: TypeAlias = Emphasis | Strong | Struck | Subscript | Superscript
"""Words that are set in another way, with nothing but children; good for `isinstance`."""

Inline: TypeAlias = Text | Link | Styled | Code | Ruby | Break


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture as an article shows it. Its bytes are an `Asset`, found by `url`."""

    url: str  # absolute, at the source
    alt: str = ""
    caption: tuple[Inline, ...] = ()
    credit: str | None = None
    width: int | None = None  # CSS pixels, as declared
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; the article's title is not one. `level` runs from 2 to 6."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    ordered: bool
    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation; `pulled` where it repeats words of the body as an ornament.

    One that ends in an `Embed` of the kind "post" is what that post says.
    """

    children: tuple[Block, ...]
    credit: str | None = None
    pulled: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    children: tuple[Inline, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture, or several as a gallery; `caption` is of the gallery as a whole."""

    images: tuple[Image, ...]
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Something that plays or shows elsewhere; the mirror names it and links to it."""

    kind: Literal["video", "audio", "map", "post", "other"]
    provider: str  # host or product name: "youtube.com"
    url: str  # absolute, http or https
    title: str | None = None
    poster: Image | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


Block: TypeAlias = (
    Paragraph | Heading | ListBlock | Quote | Table | Figure | CodeBlock | Embed | Rule
)
