"""Bodies of articles on web pages: the mirror's own pictures, and nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from mirrorpress.model import Picture
from mirrorpress.model.blocks import Block, CodeBlock, Embed, Figure, Image, ListBlock, Quote, Table
from mirrorpress.model.plain import inline_text
from mirrorpress.render.characters import clean, clean_lines
from mirrorpress.render.html import (
    NOTHING,
    BlockWriter,
    InlineWriter,
    address,
    attribute,
    bdi,
    block_element,
    characters,
    element,
    outward,
    table,
)
from mirrorpress.render.paths import link as relative
from mirrorpress.render.words import Words

_NOT_OF_NAME = re.compile(r"[^A-Za-z0-9_+#.-]")  # of a programming language
# What is shown elsewhere, as types of schema.org.
_TYPES = {
    "video": "VideoObject",
    "audio": "AudioObject",
    "map": "Map",
    "post": "SocialMediaPosting",
    "other": "MediaObject",
}


@dataclass(slots=True)
class BodyWriter(BlockWriter):
    """Prints the body of one article."""

    here: str  # path of the page
    pictures: Mapping[str, Picture]
    words: Words
    inline: InlineWriter = field(default_factory=InlineWriter)
    _shown: int = 0  # pictures so far: the first one is loaded at once

    def opens_bare(self, rest: Sequence[Block]) -> bool:
        """Before nothing but lists: other blocks stand apart from the line above them."""
        return all(isinstance(block, ListBlock) for block in rest)

    def quote(self, block: Quote, content: Markup) -> Markup:
        """With a class of the style sheet where it is an ornament."""
        kind = attribute("class", "pulled") if block.pulled else NOTHING
        credit = NOTHING
        if block.credit:
            credit = Markup("<footer>— ") + characters(block.credit) + Markup("</footer>")
        opening = Markup("<blockquote") + kind + Markup(">")
        return opening + content + credit + Markup("</blockquote>")

    def table(self, block: Table) -> Markup:
        """A table in a frame of its own: a wide one scrolls by itself, from the keyboard too."""
        whole = table(block, self.inline)
        frame = Markup('<div class="wide" tabindex="0">')
        return frame + whole + Markup("</div>") if whole else whole

    def code(self, text: str) -> Markup:
        """Code scrolls by itself, too, and runs from left to right."""
        return self.code_block(CodeBlock(text))

    def code_block(self, block: CodeBlock) -> Markup:
        """The same, with the class by which the HTML standard names a language (4.5.15)."""
        language = _NOT_OF_NAME.sub("", block.language or "")[:20] or "none"
        named = attribute("class", f"language-{language}") if block.language else NOTHING
        # A line feed right after <pre> is dropped by parsers (13.1.2.5).
        opening = Markup('<pre tabindex="0" dir="ltr">\n<code') + named + Markup(">")
        return opening + clean_lines(block.text) + Markup("</code></pre>")

    def figure(self, block: Figure) -> Markup:
        """One picture with its caption, or a gallery."""
        caption = self.inline(block.caption)
        if len(block.images) == 1:
            return self._picture(block.images[0], caption)
        shown = NOTHING.join(self._picture(image, NOTHING) for image in block.images)
        return (
            Markup('<figure class="gallery">')
            + shown
            + block_element("figcaption", caption)
            + Markup("</figure>")
        )

    def _picture(self, image: Image, shared: Markup) -> Markup:
        """A picture with its caption, that of its figure where that is another, and its credit."""
        own = self.inline(image.caption)
        credit = element("small", characters(image.credit or ""))
        parts = (own, shared if shared != own else NOTHING, credit)
        caption = block_element("figcaption", Markup(" ").join(filter(None, parts)))
        is_told = bool(image.alt) and clean(image.alt) == clean(inline_text(image.caption)).strip()
        return block_element("figure", self._img(image, is_told=is_told) + caption)

    def _img(self, image: Image, *, is_told: bool = False) -> Markup:
        """A picture, or what stands for it; its text not twice, where the caption tells it."""
        picture = self.pictures.get(image.url)
        if picture is None:
            return self._missing("" if is_told else image.alt)
        self._shown += 1
        return (
            Markup("<img")
            + attribute("src", relative(self.here, picture.path))
            + attribute("alt", clean(image.alt))
            + attribute("width", picture.asset.width)
            + attribute("height", picture.asset.height)
            + (attribute("loading", "lazy") if self._shown > 1 else NOTHING)
            + Markup(">")
        )

    def _missing(self, alt: str) -> Markup:
        """Stands for a picture that could not be fetched: names it, and says so.

        The address of the original is not rendered: it would make the reader's device ask for it.
        """
        told = Markup("<span") + attribute("lang", self.words.language) + Markup(">")
        told += self.words("picture_missing") + Markup("</span>")
        shows = Markup("<br>") + characters(alt) if alt else NOTHING
        return Markup('<div class="missing">') + told + shows + Markup("</div>")

    def embed(self, block: Embed) -> Markup:
        """A card that names what plays elsewhere and links to it; nothing of it is loaded.

        Its microdata say what it stands for, which a program cannot tell from the words.
        """
        target = address(block.url)
        title = _named(block)
        poster = block.poster if block.poster and block.poster.url in self.pictures else None
        return (
            Markup('<figure class="embed" itemscope itemtype="https://schema.org/')
            + _TYPES[block.kind]
            + Markup('">')
            + (self._img(poster) if poster else NOTHING)
            + Markup("<p><small><span")
            + attribute("lang", self.words.language)
            + Markup(">")
            + self.words(block.kind)
            + Markup("</span>")
            + (Markup(" · ") + bdi(block.provider) if block.title else NOTHING)
            + Markup("</small><br>")
            + (outward(target, title, attributes=attribute("itemprop", "url")) if target else title)
            + Markup("</p></figure>")
        )


def _named(block: Embed) -> Markup:
    """The title of what plays elsewhere, else where."""
    if not block.title:
        return characters(block.provider)
    return Markup('<span itemprop="name">') + characters(block.title) + Markup("</span>")
