"""Articles as plain JSON data, and back.

    article_from_data(article_to_data(article)) == article

Data are dicts, lists, strings, numbers, booleans and None, nothing else, so that any JSON writer
takes them. A `Text` is a bare string; every other inline and every block is a dict with its
"type". Fields at their default are left out, so that a kept article stays small and a field added
later is read as its default from older data. Older data may be nested deeper than an article is
(`depth`), and are read as such an article. Times are ISO 8601 strings: with an offset where
they are aware, without where they are naive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, assert_never

from mirrorpress.model.article import Article
from mirrorpress.model.blocks import (
    Block,
    Break,
    Cell,
    Code,
    CodeBlock,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Ruby,
    Rule,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Table,
    Text,
)
from mirrorpress.model.depth import MAX_DEPTH

Data: TypeAlias = dict[str, Any]
T = TypeVar("T")

_PLAIN = ("url", "subtitle", "language", "publisher", "section", "next_page")
_TIMES = ("published", "modified")


def article_to_data(article: Article) -> Data:
    """The article as JSON data."""
    data: Data = {"title": article.title, "blocks": blocks_to_data(article.blocks)}
    for name in _PLAIN:
        _put(data, name, getattr(article, name))
    for name in _TIMES:
        time: datetime | None = getattr(article, name)
        _put(data, name, time.isoformat() if time else None)
    _put(data, "bylines", list(article.bylines))
    _put(data, "tags", list(article.tags))
    _put(data, "lead", article.lead and image_to_data(article.lead))
    if article.confidence is not None:  # 0 is one, too
        data["confidence"] = article.confidence
    return data


def article_from_data(data: Data) -> Article:
    """The article again.

    Raises:
        ValueError: the data were not made by `article_to_data`.
    """
    try:
        return Article(
            title=data["title"],
            blocks=blocks_from_data(data["blocks"]),
            url=data.get("url"),
            subtitle=data.get("subtitle"),
            language=data.get("language"),
            publisher=data.get("publisher"),
            section=data.get("section"),
            next_page=data.get("next_page"),
            confidence=data.get("confidence"),
            published=_time(data.get("published")),
            modified=_time(data.get("modified")),
            bylines=tuple(data.get("bylines", ())),
            tags=tuple(data.get("tags", ())),
            lead=image_from_data(data["lead"]) if "lead" in data else None,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not the data of an article: {error!r}") from error


def blocks_to_data(blocks: Iterable[Block]) -> list[Data]:
    """Blocks as a list of dicts."""
    return [_block_to_data(block) for block in blocks]


def blocks_from_data(data: Iterable[Data], room: int = MAX_DEPTH) -> tuple[Block, ...]:
    """Blocks again, nested `room` levels at most.

    Raises ValueError or KeyError where the data are of another making.
    """
    found = data if room else _leaves(data)
    return tuple(_found(_BLOCKS, item)(item, room - 1) for item in found)


def _leaves(data: Iterable[Data]) -> Iterator[Data]:
    """The data of blocks, with lists and quotations replaced by what is in them, however deep."""
    stack = list(data)[::-1]
    while stack:
        item = stack.pop()
        match item["type"]:
            case "list":
                stack += [inner for each in item["items"] for inner in each][::-1]
            case "quote":
                if item.get("credit"):
                    stack.append({"type": "paragraph", "children": [item["credit"]]})
                stack += item["children"][::-1]
            case _:
                yield item


def inlines_to_data(children: Iterable[Inline]) -> list[Data | str]:
    """The text of a block as a list of strings and dicts."""
    return [_inline_to_data(child) for child in children]


def inlines_from_data(data: Iterable[Data | str], room: int = MAX_DEPTH) -> tuple[Inline, ...]:
    """The text of a block again, its spans nested `room` levels at most."""
    found = data if room else _unspanned(data)
    return tuple(
        Text(item) if isinstance(item, str) else _found(_INLINES, item)(item, room - 1)
        for item in found
    )


def _unspanned(data: Iterable[Data | str]) -> Iterator[Data | str]:
    """The data of a text, with spans replaced by what is in them, however deep."""
    stack = list(data)[::-1]
    while stack:
        item = stack.pop()
        if isinstance(item, dict) and "children" in item:
            stack += item["children"][::-1]
        else:
            yield item


def image_to_data(image: Image) -> Data:
    """A picture as a dict."""
    data: Data = {"url": image.url}
    if image.alt:
        data["alt"] = image.alt
    _put(data, "caption", inlines_to_data(image.caption))
    _put(data, "credit", image.credit)
    if image.width is not None:
        data["width"] = image.width
    if image.height is not None:
        data["height"] = image.height
    return data


def image_from_data(data: Data) -> Image:
    """A picture again."""
    return Image(
        url=data["url"],
        alt=data.get("alt", ""),
        caption=inlines_from_data(data.get("caption", ())),
        credit=data.get("credit"),
        width=data.get("width"),
        height=data.get("height"),
    )


def _inline_to_data(inline: Inline) -> Data | str:
    match inline:
        case Text(text):
            return text
        case Link(url, children):
            return {"type": "link", "url": url, "children": inlines_to_data(children)}
        case Emphasis(children):
            return {"type": "emphasis", "children": inlines_to_data(children)}
        case Strong(children):
            return {"type": "strong", "children": inlines_to_data(children)}
        case Struck(children):
            return {"type": "struck", "children": inlines_to_data(children)}
        case Subscript(children):
            return {"type": "subscript", "children": inlines_to_data(children)}
        case Superscript(children):
            return {"type": "superscript", "children": inlines_to_data(children)}
        case Code(text):
            return {"type": "code", "text": text}
        case Ruby(base, reading):
            return {"type": "ruby", "base": base, "reading": reading}
        case Break():
            return {"type": "break"}
        case _:
            assert_never(inline)


def _block_to_data(block: Block) -> Data:
    match block:
        case Paragraph(children):
            return {"type": "paragraph", "children": inlines_to_data(children)}
        case Heading(level, children):
            return {"type": "heading", "level": level, "children": inlines_to_data(children)}
        case ListBlock():
            return _list_to_data(block)
        case Quote():
            return _quote_to_data(block)
        case Table(rows, caption):
            data: Data = {"type": "table", "rows": [_row_to_data(row) for row in rows]}
            _put(data, "caption", inlines_to_data(caption))
            return data
        case Figure(images, caption):
            data = {"type": "figure", "images": [image_to_data(image) for image in images]}
            _put(data, "caption", inlines_to_data(caption))
            return data
        case CodeBlock(text, language):
            data = {"type": "code", "text": text}
            _put(data, "language", language)
            return data
        case Embed():
            return _embed_to_data(block)
        case Rule():
            return {"type": "rule"}
        case _:
            assert_never(block)


def _list_to_data(block: ListBlock) -> Data:
    items = [blocks_to_data(item.children) for item in block.items]
    data: Data = {"type": "list", "ordered": block.ordered, "items": items}
    if block.start != 1:
        data["start"] = block.start
    return data


def _quote_to_data(block: Quote) -> Data:
    data: Data = {"type": "quote", "children": blocks_to_data(block.children)}
    _put(data, "credit", block.credit)
    _put(data, "pulled", block.pulled)
    return data


def _row_to_data(row: Row) -> list[Data]:
    return [_cell_to_data(cell) for cell in row.cells]


def _cell_to_data(cell: Cell) -> Data:
    data: Data = {"children": inlines_to_data(cell.children)}
    _put(data, "header", cell.header)
    if cell.colspan != 1:
        data["colspan"] = cell.colspan
    if cell.rowspan != 1:
        data["rowspan"] = cell.rowspan
    return data


def _embed_to_data(block: Embed) -> Data:
    data: Data = {
        "type": "embed",
        "kind": block.kind,
        "provider": block.provider,
        "url": block.url,
    }
    _put(data, "title", block.title)
    _put(data, "poster", block.poster and image_to_data(block.poster))
    return data


def _list_from_data(data: Data, room: int) -> ListBlock:
    items = tuple(ListItem(blocks_from_data(item, room)) for item in data["items"])
    return ListBlock(data["ordered"], items, data.get("start", 1))


def _quote_from_data(data: Data, room: int) -> Quote:
    children = blocks_from_data(data["children"], room)
    return Quote(children, data.get("credit"), data.get("pulled", False))


def _cell_from_data(data: Data) -> Cell:
    return Cell(
        inlines_from_data(data["children"]),
        data.get("header", False),
        data.get("colspan", 1),
        data.get("rowspan", 1),
    )


def _table_from_data(data: Data, room: int) -> Table:
    rows = tuple(Row(tuple(_cell_from_data(cell) for cell in row)) for row in data["rows"])
    return Table(rows, _children(data, "caption"))


def _figure_from_data(data: Data, room: int) -> Figure:
    images = tuple(image_from_data(image) for image in data["images"])
    return Figure(images, _children(data, "caption"))


def _embed_from_data(data: Data, room: int) -> Embed:
    return Embed(
        kind=data["kind"],
        provider=data["provider"],
        url=data["url"],
        title=data.get("title"),
        poster=image_from_data(data["poster"]) if "poster" in data else None,
    )


_INLINES: dict[str, Callable[[Data, int], Inline]] = {
    "link": lambda data, room: Link(data["url"], _spans(data, room)),
    "emphasis": lambda data, room: Emphasis(_spans(data, room)),
    "strong": lambda data, room: Strong(_spans(data, room)),
    "struck": lambda data, room: Struck(_spans(data, room)),
    "subscript": lambda data, room: Subscript(_spans(data, room)),
    "superscript": lambda data, room: Superscript(_spans(data, room)),
    "code": lambda data, room: Code(data["text"]),
    "ruby": lambda data, room: Ruby(data["base"], data["reading"]),
    "break": lambda data, room: Break(),
}

_BLOCKS: dict[str, Callable[[Data, int], Block]] = {
    "paragraph": lambda data, room: Paragraph(_children(data)),
    "heading": lambda data, room: Heading(data["level"], _children(data)),
    "list": _list_from_data,
    "quote": _quote_from_data,
    "table": _table_from_data,
    "figure": _figure_from_data,
    "code": lambda data, room: CodeBlock(data["text"], data.get("language")),
    "embed": _embed_from_data,
    "rule": lambda data, room: Rule(),
}


def _spans(data: Data, room: int) -> tuple[Inline, ...]:
    return inlines_from_data(data.get("children", ()), room)


def _children(data: Data, name: str = "children") -> tuple[Inline, ...]:
    return inlines_from_data(data.get(name, ()))


def _found(makers: dict[str, Callable[[Data, int], T]], data: Data) -> Callable[[Data, int], T]:
    """The maker for a dict's type. Raises ValueError where there is none."""
    kind = data["type"]
    if kind not in makers:
        raise ValueError(f"unknown type {kind!r}")
    return makers[kind]


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _put(data: Data, name: str, value: object) -> None:
    """Set a field that is not at its default (None, empty or False); "" is kept where None is."""
    if value or value == "":
        data[name] = value
