"""Articles as text, clean HTML and the JSON object of `mirrorpress extract --jsonl`.

The HTML is made from blocks alone, and every value goes through markupsafe, so that no markup of
the source can come out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup, escape

from mirrorpress.extract.inlines import flat
from mirrorpress.extract.trim import text_of
from mirrorpress.model import Article, Block, Image, Inline
from mirrorpress.model.blocks import (
    Break,
    Cell,
    Code,
    CodeBlock,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Row,
    Ruby,
    Rule,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)
from mirrorpress.model.codec import article_to_data


def plain_text(article: Article) -> str:
    """The text as a reader reads it: one block a line, without title, captions, furniture."""
    lines = (" ".join(line.split()) for block in article.blocks for line in _lines(block))
    return "\n".join(line for line in lines if line)


def article_to_json(article: Article) -> dict[str, object]:
    """The object that `mirrorpress extract --jsonl` writes, without "id" and "error"."""
    data = article_to_data(article)
    return {
        "url": article.url,
        "title": article.title,
        "subtitle": article.subtitle,
        "bylines": list(article.bylines),
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "language": article.language,
        "publisher": article.publisher,
        "section": article.section,
        "lead": article.lead.url if article.lead else None,
        "text": plain_text(article),
        "html": html_of(article.blocks),
        "blocks": data["blocks"],
        "images": [_image_data(image) for image in images_of(article.blocks)],
        "embeds": [
            {"provider": embed.provider, "url": embed.url, "title": embed.title}
            for embed in embeds_of(article.blocks)
        ],
    }


def html_of(blocks: Iterable[Block]) -> str:
    """Blocks as clean HTML: figures with captions, embeds as `<iframe src>` or `<video src>`."""
    return str(Markup("\n").join(_block(block) for block in blocks))


def images_of(blocks: Iterable[Block]) -> list[Image]:
    """The pictures of figures, in order."""
    found: list[Image] = []
    for block in blocks:
        match block:
            case Figure(images, _):
                found.extend(images)
            case ListBlock(_, items):
                for item in items:
                    found.extend(images_of(item.children))
            case Quote(children):
                found.extend(images_of(children))
            case _:
                pass
    return found


def embeds_of(blocks: Iterable[Block]) -> list[Embed]:
    """The embeds, in order."""
    found: list[Embed] = []
    for block in blocks:
        match block:
            case Embed():
                found.append(block)
            case ListBlock(_, items):
                for item in items:
                    found.extend(embeds_of(item.children))
            case Quote(children):
                found.extend(embeds_of(children))
            case _:
                pass
    return found


def _lines(block: Block) -> Iterable[str]:
    match block:
        case Paragraph() | Heading():
            yield text_of(block).replace("\n", " ")
        case ListBlock(_, items):
            for item in items:
                for child in item.children:
                    yield from _lines(child)
        case Quote(children):
            for child in children:
                yield from _lines(child)
        case Table(rows, _):
            for row in rows:
                yield " ".join(flat(cell.children) for cell in row.cells)
        case CodeBlock(text):
            yield from text.splitlines()
        case Figure() | Embed() | Rule():
            return
        case _:
            assert_never(block)


def _image_data(image: Image) -> dict[str, object]:
    return {
        "url": image.url,
        "alt": image.alt,
        "caption": flat(image.caption).strip() or None,
        "credit": image.credit,
    }


def _block(block: Block) -> Markup:
    match block:
        case Paragraph(children):
            return _wrapped("p", _inlines(children))
        case Heading(level, children):
            return _wrapped(f"h{level}", _inlines(children))
        case ListBlock():
            return _list(block)
        case Quote(children, credit, _):
            cite = _wrapped("cite", escape(credit)) if credit else Markup("")
            return _wrapped("blockquote", _blocks(children) + cite)
        case Table(rows, caption):
            title = _wrapped("caption", _inlines(caption)) if caption else Markup("")
            return _wrapped("table", title + Markup("").join(map(_row, rows)))
        case Figure(images, caption):
            return _figure(images, caption)
        case CodeBlock(text, _):
            return _wrapped("pre", _wrapped("code", escape(text)))
        case Embed():
            return _embed(block)
        case Rule():
            return Markup("<hr>")
        case _:
            assert_never(block)


def _blocks(blocks: Iterable[Block]) -> Markup:
    return Markup("").join(_block(block) for block in blocks)


def _wrapped(tag: str, content: Markup) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), content)


def _list(block: ListBlock) -> Markup:
    items = Markup("").join(_wrapped("li", _item(item.children)) for item in block.items)
    if not block.ordered:
        return _wrapped("ul", items)
    start = Markup(' start="{}"').format(block.start) if block.start != 1 else Markup("")
    return Markup("<ol{}>{}</ol>").format(start, items)


def _item(children: tuple[Block, ...]) -> Markup:
    """The content of a list item; a paragraph that opens it needs no element of its own."""
    match children:
        case (Paragraph(first), *rest):
            return _inlines(first) + _blocks(rest)
        case _:
            return _blocks(children)


def _row(row: Row) -> Markup:
    return _wrapped("tr", Markup("").join(map(_cell, row.cells)))


def _cell(cell: Cell) -> Markup:
    attributes = Markup("")
    if cell.colspan != 1:
        attributes += Markup(' colspan="{}"').format(cell.colspan)
    if cell.rowspan != 1:
        attributes += Markup(' rowspan="{}"').format(cell.rowspan)
    tag = Markup("th" if cell.header else "td")
    return Markup("<{0}{1}>{2}</{0}>").format(tag, attributes, _inlines(cell.children))


def _figure(images: tuple[Image, ...], caption: tuple[Inline, ...]) -> Markup:
    if len(images) == 1 and not caption:
        return _wrapped("figure", _image(images[0]) + _caption(images[0]))
    inner = Markup("").join(
        _wrapped("figure", _image(image) + _caption(image))
        if image.caption or image.credit
        else _image(image)
        for image in images
    )
    title = _wrapped("figcaption", _inlines(caption)) if caption else Markup("")
    return _wrapped("figure", inner + title)


def _image(image: Image) -> Markup:
    sizes = Markup("")
    if image.width:
        sizes += Markup(' width="{}"').format(image.width)
    if image.height:
        sizes += Markup(' height="{}"').format(image.height)
    return Markup('<img src="{}" alt="{}"{}>').format(image.url, image.alt, sizes)


def _caption(image: Image) -> Markup:
    parts = [_inlines(image.caption)] if image.caption else []
    if image.credit:
        parts.append(Markup('<small class="credit">{}</small>').format(image.credit))
    return _wrapped("figcaption", Markup(" ").join(parts)) if parts else Markup("")


def _embed(embed: Embed) -> Markup:
    tag = embed.kind if embed.kind in ("video", "audio") and _is_file(embed.url) else "iframe"
    title = Markup(' title="{}"').format(embed.title) if embed.title else Markup("")
    poster = Markup("")
    if embed.poster and tag == "video":
        poster = Markup(' poster="{}"').format(embed.poster.url)
    return Markup('<{0} src="{1}"{2}{3}></{0}>').format(Markup(tag), embed.url, title, poster)


def _is_file(url: str) -> bool:
    path = url.partition("?")[0].lower()
    return path.endswith((".mp4", ".webm", ".m4v", ".ogv", ".mp3", ".m4a", ".ogg", ".m3u8", ".wav"))


def _inlines(children: Iterable[Inline]) -> Markup:
    return Markup("").join(_inline(child) for child in children)


def _inline(child: Inline) -> Markup:
    match child:
        case Text(text):
            return escape(text)
        case Link(url, children):
            return Markup('<a href="{}">{}</a>').format(url, _inlines(children))
        case Emphasis(children):
            return _wrapped("em", _inlines(children))
        case Strong(children):
            return _wrapped("strong", _inlines(children))
        case Subscript(children):
            return _wrapped("sub", _inlines(children))
        case Superscript(children):
            return _wrapped("sup", _inlines(children))
        case Code(text):
            return _wrapped("code", escape(text))
        case Ruby(base, reading):
            return Markup("<ruby>{}<rt>{}</rt></ruby>").format(base, reading)
        case Break():
            return Markup("<br>")
        case _:
            assert_never(child)
