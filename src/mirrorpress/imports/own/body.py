"""The body of a page of our own Markdown editions, as typed blocks.

    ![The quay](../../pictures/…webp)          a picture; its path from the root of the edition
    <small>At dawn. · A. Kern</small>          below it: caption and credit
    > It never came so high.                   a quotation
    >
    > — He Dachuan                             its credit
    ▸ Video · [From the air](https://…)        an embed, by our word for its kind

See `page` for what the layouts do not write, so that it cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from markdown_it.token import Token

from mirrorpress.imports.own.figures import Piece, Shown, Small, with_captions
from mirrorpress.imports.own.inline import SEPARATOR, image_of, line_of
from mirrorpress.imports.own.table import html_table
from mirrorpress.model.blocks import (
    Block,
    Break,
    Cell,
    CodeBlock,
    Embed,
    Heading,
    Image,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Rule,
    Table,
    Text,
)
from mirrorpress.model.plain import inline_text
from mirrorpress.urls import safe

Kind: TypeAlias = Literal["video", "audio", "map", "post", "other"]

# What the pages call an embed, in every language of `render.words`.
KINDS: dict[str, Kind] = {
    "فيديو": "video", "Video": "video", "ویدئو": "video", "Vidéo": "video", "Видео": "video",
    "视频": "video", "影片": "video",
    "صوت": "audio", "Audio": "audio", "صدا": "audio", "Аудио": "audio", "音频": "audio",
    "音訊": "audio",
    "خريطة": "map", "Map": "map", "نقشه": "map", "Carte": "map", "Карта": "map", "地图": "map",
    "地圖": "map",
    "منشور": "post", "Post": "post", "فرسته": "post", "Publication": "post", "Запись": "post",
    "帖子": "post", "貼文": "post",
    "محتوى خارجي": "other", "External content": "other", "محتوای بیرونی": "other",
    "Contenu externe": "other", "Внешние материалы": "other", "外部内容": "other",
    "外部內容": "other",
}  # fmt: skip
# What stands in the place of a picture that the edition has not.
MISSING = (
    "الصورة غير موجودة في هذه النسخة", "Picture not in this copy", "این تصویر در این نسخه نیست",
    "Image absente de cette copie", "Изображения нет в этой копии", "本副本没有这张图片",
    "本副本沒有這張圖片",
)  # fmt: skip

_CREDIT_MARK = "— "
_EMBED_MARK = "▸ "
_SMALL, _SMALL_END = "<small>", "</small>"
_PICTURE_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
_MAX_PATH = 400  # characters


@dataclass(slots=True)
class Node:
    """A block of Markdown and what is in it."""

    token: Token
    children: list[Node] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The parser's name for it: "paragraph", "bullet_list", "html_block"."""
        return self.token.type.removesuffix("_open")

    @property
    def line(self) -> str:
        """The Markdown of its line, of a paragraph, heading or cell."""
        return self.children[0].token.content if self.children else ""


def nodes_of(tokens: Iterable[Token]) -> list[Node]:
    """Flat tokens as nodes."""
    found: list[Node] = []
    stack = [found]
    for token in tokens:
        if token.nesting < 0:
            stack.pop()
            continue
        node = Node(token)
        stack[-1].append(node)
        if token.nesting > 0:
            stack.append(node.children)
    return found


@dataclass(frozen=True, slots=True)
class BodyReader:
    """Reads the body of one article."""

    here: str  # path of the page
    title_level: int  # of the heading above the body

    def blocks(self, nodes: Iterable[Node]) -> tuple[Block, ...]:
        """The blocks of nodes.

        Raises:
            ExtractError: a line is too long.
        """
        return tuple(with_captions([piece for node in nodes for piece in self._pieces(node)]))

    def _pieces(self, node: Node) -> Iterator[Piece]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node.line)
            case "heading":
                level = int(node.token.tag[1:]) - self.title_level + 1
                yield Heading(min(max(level, 2), 6), line_of(node.line))
            case "bullet_list" | "ordered_list":
                items = tuple(ListItem(self.blocks(item.children)) for item in node.children)
                start = node.token.attrGet("start")
                yield ListBlock(
                    node.type == "ordered_list", items, 1 if start is None else int(start)
                )
            case "blockquote":
                yield _quote(self.blocks(node.children))
            case "table":
                yield _table(node)
            case "fence":
                yield CodeBlock(node.token.content.removesuffix("\n"))
            case "hr":
                yield Rule()
            case "html_block":
                yield from _html(node.token.content)

    def _paragraph(self, line: str) -> Iterator[Piece]:
        if line.startswith(_SMALL) and line.find(_SMALL_END) == len(line) - len(_SMALL_END):
            yield Small(line_of(line[len(_SMALL) : -len(_SMALL_END)]))
        elif found := image_of(line):
            path = picture_path(self.here, found[0])
            yield Shown(None if path is None else Image(url=path, alt=found[1]))
        else:
            children = line_of(line)
            text = inline_text(children[:1])
            if text.startswith("[") and _is_missing(children):
                yield Shown(None)
            elif children:
                yield (text.startswith(_EMBED_MARK) and _embed(children)) or Paragraph(children)


def picture_path(here: str, link: str) -> str | None:
    """The path from the root of the edition of a picture that a page shows.

    None where it is none of the edition: another scheme, a path from the root, one that leaves
    the edition, or one with characters that no picture of ours has.
    """
    if len(link) > _MAX_PATH or link.startswith("/"):
        return None
    folder = here.split("/")[:-1]
    parts = link.split("/")
    while parts and parts[0] == "..":
        if not folder:
            return None
        folder.pop()
        parts.pop(0)
    path = [*folder, *parts]
    return "/".join(path) if path and all(map(_PICTURE_PART.fullmatch, path)) else None


def _is_missing(children: Sequence[Inline]) -> bool:
    """Whether a line says that a picture is not in the copy: "[Picture not … · the quay]"."""
    if len(children) != 1:
        return False
    text = inline_text(children)
    if not text.endswith("]"):
        return False
    return text[1:-1].split(SEPARATOR, 1)[0] in MISSING


def _embed(children: Sequence[Inline]) -> Embed | None:
    """The embed of a line "▸ Video · [title](address) · provider"."""
    match children:
        case (Text(head), Link(url, label)):
            provider = ""
        case (Text(head), Link(url, label), Text(rest)) if rest.startswith(SEPARATOR):
            provider = rest.removeprefix(SEPARATOR)
        case _:
            return None
    kind = KINDS.get(head.removeprefix(_EMBED_MARK).removesuffix(SEPARATOR))
    if kind is None or not head.endswith(SEPARATOR) or safe(url) is None:
        return None
    name = inline_text(label)
    return Embed(kind=kind, provider=provider or name, url=url, title=name if provider else None)


def _html(line: str) -> Iterator[Block]:
    """The block of a line of HTML; the frames of texts are none."""
    if line == "<br>":
        yield Paragraph((Break(),))
    elif line.startswith("<table>") and (table := html_table(line)).rows:
        yield table


def _quote(blocks: tuple[Block, ...]) -> Quote:
    """A quotation; its last line is the credit where only it begins with a dash."""
    match blocks:
        case (*quoted, Paragraph((Text(text),))) if quoted and text.startswith(_CREDIT_MARK):
            before = quoted[-1]
            is_speech = isinstance(before, Paragraph) and inline_text(
                before.children[:1]
            ).startswith(_CREDIT_MARK)
            if not is_speech:
                return Quote(tuple(quoted), text.removeprefix(_CREDIT_MARK))
    return Quote(blocks)


def _table(node: Node) -> Table:
    rows = (row for section in node.children for row in section.children)
    return Table(
        tuple(
            Row(tuple(Cell(line_of(cell.line), header=cell.type == "th") for cell in row.children))
            for row in rows
        )
    )
