"""Articles for other programs: clean HTML, and the JSON object of `mirrorpress extract --jsonl`.

The format is a contract: what is rendered for the same article stays the same, byte for byte. The
HTML differs from that of a web page (`web_body`) in that it stands alone: pictures, embeds and
links keep their addresses at the source, and there is no class, frame or word of a mirror in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup, escape

from mirrorpress.model import Article, Block, Image
from mirrorpress.model.blocks import Embed, Figure, Quote, Table
from mirrorpress.model.codec import blocks_to_data
from mirrorpress.model.plain import inline_text, plain_text
from mirrorpress.model.walk import embeds, figure_images
from mirrorpress.render.html import (
    NOTHING,
    BlockWriter,
    InlineWriter,
    attribute,
    block_element,
    table,
)

# Files that <video> and <audio> play; every other embed is a page, for an <iframe>.
_MEDIA = (".mp4", ".webm", ".m4v", ".ogv", ".mp3", ".m4a", ".ogg", ".m3u8", ".wav")


def article_to_json(article: Article) -> dict[str, object]:
    """The object that `mirrorpress extract --jsonl` prints, without "id" and "error".

    Times are ISO 8601, without an offset where the page names no zone; "blocks" is the typed body
    as `model.codec` writes it, "text" the same as `model.plain.plain_text` gives.
    """
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
        "html": blocks_to_html(article.blocks),
        "blocks": blocks_to_data(article.blocks),
        "images": [_image_data(image) for image in figure_images(article.blocks)],
        "embeds": [
            {"provider": embed.provider, "url": embed.url, "title": embed.title}
            for embed in embeds(article.blocks)
        ],
    }


def blocks_to_html(blocks: Iterable[Block]) -> str:
    """Blocks as clean HTML, one a line; figures have captions, embeds are frames or players.

    Every value is escaped, so that no markup of the source can come out. Addresses are rendered as
    they are in the blocks; `extract` puts none there that is not http, https or mailto.
    """
    return str(_ExportWriter().body(blocks))


def _image_data(image: Image) -> dict[str, object]:
    return {
        "url": image.url,
        "alt": image.alt,
        "caption": inline_text(image.caption).strip() or None,
        "credit": image.credit,
    }


def _link(url: str, label: Markup) -> Markup:
    return Markup('<a href="') + url + Markup('">') + label + Markup("</a>")


def _ruby(base: Markup, reading: Markup) -> Markup:
    return Markup("<ruby>") + base + Markup("<rt>") + reading + Markup("</rt></ruby>")


# Texts and links are rendered as extracted: programs get every character, and decide themselves.
_AS_EXTRACTED = InlineWriter(text=escape, link=_link, ruby=_ruby, prepare=tuple)


@dataclass(frozen=True, slots=True)
class _ExportWriter(BlockWriter):
    inline: InlineWriter = _AS_EXTRACTED
    between: ClassVar[Markup] = NOTHING

    def opens_bare(self, rest: Sequence[Block]) -> bool:
        """Always."""
        return True

    def quote(self, block: Quote, content: Markup) -> Markup:
        credit = Markup("<cite>{}</cite>").format(block.credit) if block.credit else NOTHING
        return Markup("<blockquote>") + content + credit + Markup("</blockquote>")

    def table(self, block: Table) -> Markup:
        return table(block, self.inline, sections=False)

    def code(self, text: str) -> Markup:
        return Markup("<pre><code>{}</code></pre>").format(text)

    def figure(self, block: Figure) -> Markup:
        """A picture and its caption in a figure; of several, each captioned one in its own."""
        match block:
            case Figure((image,), ()):
                return block_element("figure", self._captioned(image))
            case Figure(images, caption):
                shown = NOTHING.join(map(self._one_of_several, images))
                title = block_element("figcaption", self.inline(caption))
                return block_element("figure", shown + title)

    def embed(self, block: Embed) -> Markup:
        """A player where the address is that of a file, else a frame."""
        plays = block.kind in ("video", "audio") and _is_file(block.url)
        tag = block.kind if plays else "iframe"
        title = attribute("title", block.title) if block.title else NOTHING
        poster = NOTHING
        if block.poster and tag == "video":
            poster = attribute("poster", block.poster.url)
        source = attribute("src", block.url)
        return Markup("<{}{}></{}>").format(tag, source + title + poster, tag)

    def _one_of_several(self, image: Image) -> Markup:
        if image.caption or image.credit:
            return block_element("figure", self._captioned(image))
        return _img(image)

    def _captioned(self, image: Image) -> Markup:
        parts = [self.inline(image.caption)] if image.caption else []
        if image.credit:
            parts.append(Markup('<small class="credit">{}</small>').format(image.credit))
        return _img(image) + block_element("figcaption", Markup(" ").join(parts))


def _img(image: Image) -> Markup:
    width = attribute("width", image.width) if image.width else NOTHING
    height = attribute("height", image.height) if image.height else NOTHING
    named = attribute("src", image.url) + attribute("alt", image.alt)
    return Markup("<img{}>").format(named + width + height)


def _is_file(url: str) -> bool:
    return url.partition("?")[0].lower().endswith(_MEDIA)
