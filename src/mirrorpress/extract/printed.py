"""Articles as text, clean HTML and the JSON object of `mirrorpress extract --jsonl`.

The HTML is made from blocks alone, and every value in it goes through markupsafe's `escape`, so
that no markup of the source can come out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from markupsafe import escape

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
from mirrorpress.model.plain import inline_text, plain_text
from mirrorpress.model.walk import embeds, figure_images


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
        "images": [_image_data(image) for image in figure_images(article.blocks)],
        "embeds": [
            {"provider": embed.provider, "url": embed.url, "title": embed.title}
            for embed in embeds(article.blocks)
        ],
    }


def html_of(blocks: Iterable[Block]) -> str:
    """Blocks as clean HTML: figures with captions, embeds as `<iframe src>` or `<video src>`."""
    return "\n".join(_block(block) for block in blocks)


def _image_data(image: Image) -> dict[str, object]:
    return {
        "url": image.url,
        "alt": image.alt,
        "caption": inline_text(image.caption).strip() or None,
        "credit": image.credit,
    }


def _block(block: Block) -> str:
    match block:
        case Paragraph(children):
            return f"<p>{_inlines(children)}</p>"
        case Heading(level, children):
            return f"<h{level}>{_inlines(children)}</h{level}>"
        case ListBlock():
            return _list(block)
        case Quote(children, credit, _):
            cite = f"<cite>{escape(credit)}</cite>" if credit else ""
            return f"<blockquote>{_blocks(children)}{cite}</blockquote>"
        case Table(rows, caption):
            title = f"<caption>{_inlines(caption)}</caption>" if caption else ""
            return f"<table>{title}{''.join(map(_row, rows))}</table>"
        case Figure(images, caption):
            return _figure(images, caption)
        case CodeBlock(text, _):
            return f"<pre><code>{escape(text)}</code></pre>"
        case Embed():
            return _embed(block)
        case Rule():
            return "<hr>"
        case _:
            assert_never(block)


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(_block(block) for block in blocks)


def _list(block: ListBlock) -> str:
    items = "".join(f"<li>{_item(item.children)}</li>" for item in block.items)
    if not block.ordered:
        return f"<ul>{items}</ul>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    return f"<ol{start}>{items}</ol>"


def _item(children: tuple[Block, ...]) -> str:
    """The content of a list item; a paragraph that opens it needs no element of its own."""
    match children:
        case (Paragraph(first), *rest):
            return _inlines(first) + _blocks(rest)
        case _:
            return _blocks(children)


def _row(row: Row) -> str:
    return f"<tr>{''.join(map(_cell, row.cells))}</tr>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    columns = f' colspan="{cell.colspan}"' if cell.colspan != 1 else ""
    rows = f' rowspan="{cell.rowspan}"' if cell.rowspan != 1 else ""
    return f"<{tag}{columns}{rows}>{_inlines(cell.children)}</{tag}>"


def _figure(images: tuple[Image, ...], caption: tuple[Inline, ...]) -> str:
    if len(images) == 1 and not caption:
        return f"<figure>{_image(images[0])}{_caption(images[0])}</figure>"
    inner = "".join(
        f"<figure>{_image(image)}{_caption(image)}</figure>"
        if image.caption or image.credit
        else _image(image)
        for image in images
    )
    title = f"<figcaption>{_inlines(caption)}</figcaption>" if caption else ""
    return f"<figure>{inner}{title}</figure>"


def _image(image: Image) -> str:
    width = f' width="{image.width}"' if image.width else ""
    height = f' height="{image.height}"' if image.height else ""
    return f'<img src="{escape(image.url)}" alt="{escape(image.alt)}"{width}{height}>'


def _caption(image: Image) -> str:
    parts = [_inlines(image.caption)] if image.caption else []
    if image.credit:
        parts.append(f'<small class="credit">{escape(image.credit)}</small>')
    return f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""


def _embed(embed: Embed) -> str:
    tag = embed.kind if embed.kind in ("video", "audio") and _is_file(embed.url) else "iframe"
    title = f' title="{escape(embed.title)}"' if embed.title else ""
    poster = ""
    if embed.poster and tag == "video":
        poster = f' poster="{escape(embed.poster.url)}"'
    return f'<{tag} src="{escape(embed.url)}"{title}{poster}></{tag}>'


def _is_file(url: str) -> bool:
    path = url.partition("?")[0].lower()
    return path.endswith((".mp4", ".webm", ".m4v", ".ogv", ".mp3", ".m4a", ".ogg", ".m3u8", ".wav"))


def _inlines(children: Iterable[Inline]) -> str:
    return "".join(_inline(child) for child in children)


def _inline(child: Inline) -> str:
    match child:
        case Text(text):
            return str(escape(text))
        case Link(url, children):
            return f'<a href="{escape(url)}">{_inlines(children)}</a>'
        case Emphasis(children):
            return f"<em>{_inlines(children)}</em>"
        case Strong(children):
            return f"<strong>{_inlines(children)}</strong>"
        case Subscript(children):
            return f"<sub>{_inlines(children)}</sub>"
        case Superscript(children):
            return f"<sup>{_inlines(children)}</sup>"
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case Ruby(base, reading):
            return f"<ruby>{escape(base)}<rt>{escape(reading)}</rt></ruby>"
        case Break():
            return "<br>"
        case _:
            assert_never(child)
