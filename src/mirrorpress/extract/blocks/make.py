"""The elements of a body become typed blocks.

Text that stands loose in a container becomes paragraphs, two line breaks part paragraphs, tables
made for layout are seen through. What `body` marked excluded is left out. No markup comes through:
whatever is not known is read as its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mirrorpress.extract.blocks.captioned import BOXES, is_captioned, is_gallery
from mirrorpress.extract.blocks.embeds import embed_of
from mirrorpress.extract.blocks.figures import (
    caption_of,
    figure_of,
    is_announced,
    split_credit,
    without_shortcode,
)
from mirrorpress.extract.blocks.inlines import spans, tidy
from mirrorpress.extract.blocks.lists import holds_entries, list_of
from mirrorpress.extract.blocks.posts import DASHES, with_words
from mirrorpress.extract.blocks.styled import style_lines, styles_of
from mirrorpress.extract.blocks.tables import cell_contents, is_layout, table_of
from mirrorpress.extract.blocks.typed_text import paragraphs_of, with_breaks
from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.class_names import names_consent
from mirrorpress.extract.page.images import delayed_of, picture_of
from mirrorpress.extract.page.measure import INLINE
from mirrorpress.extract.page.tree import Element, Node
from mirrorpress.extract.words.vocabulary import CAPTION, NEVER, PULLED, SUBHEAD
from mirrorpress.model.blocks import (
    Block,
    Break,
    CodeBlock,
    Emphasis,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from mirrorpress.model.plain import inline_text

_BOLD = frozenset({"b", "strong"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PICTURES = frozenset({"img", "picture", "amp-img"})
_EMBEDS = frozenset(
    [
        "iframe",
        "video",
        "audio",
        "embed",
        "object",
        "amp-iframe",
        "amp-video",
        "amp-audio",
        "amp-youtube",
        "lite-youtube",
    ]
)
# Those that make blocks of their own kind; others are containers.
_BLOCKS = frozenset(
    [
        "ul",
        "ol",
        "menu",
        "blockquote",
        "q-block",
        "table",
        "figure",
        "pre",
        "hr",
        "dt",
        "summary",
        "noscript",
        "figcaption",
    ]
)
_BOLD_HEADING = re.compile(r"(?=.*[\u3040-\u9fff]{2})[^。！？：，\n]{2,30}")
_VERSE = re.compile(r"\b(?:verse|poem|poetry|lyrics)\b")
_LANGUAGE = re.compile(r"(?:lang(?:uage)?|brush)[-:\s]+(\w{1,20})")
_FEWEST_LETTERS = 15  # of a line that two places have by no chance
_LONGEST_CONSENT = 1_000  # characters of a box that waits for consent to show what it holds
_LONGEST_COUNTER = 8  # letters of a number ahead of a caption
_LONGEST_SLANTED = 250  # characters of a line in italics that is a caption


def blocks_of(nodes: Iterable[Node], base: str | None) -> tuple[Block, ...]:
    """The blocks that nodes of the page make up, in order.

    Args:
        nodes: elements and strings; excluded elements are left out.
        base: address against which links and pictures are resolved.
    """
    builder = _Builder(base)
    builder.read(nodes)
    builder.flush()
    return tuple(builder.blocks)


class _Builder:
    """Reads nodes in order; inline content is gathered until a block ends it."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.blocks: list[Block] = []
        self._line: list[Node] = []

    def read(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, str):
                if self._line or not node.isspace():  # no line begins with a space
                    self._line.append(node)
            elif not node.excluded:
                if node.inline and not (node.hint and node.tag in _BOLD):
                    if node.children or node.tag == "br":
                        self._line.append(node)
                else:
                    self._element(node)
            elif node.tag == "button" and node.size <= _LONGEST_SLANTED:
                for inner in _outermost_media(node):  # opens them in full size
                    self._element(inner)
                for caption in node.find("figcaption")[:1]:
                    self._loose_caption(caption)
            elif node.tag in _PICTURES and _is_unveiled(node):
                self._picture(node)
            elif node.hint and names_consent(node.hint) and node.size <= _LONGEST_CONSENT:
                for inner in node.find("iframe"):
                    self._embed(inner)

    def flush(self) -> None:
        """End the paragraph that is being gathered."""
        if self._line:
            children = spans(with_breaks(self._line), self.base)
            self._line = []
            for part in _parted(children):
                if not self._is_caption_of_last(part):
                    self.blocks.append(_paragraph(part))

    def _is_caption_of_last(self, line: tuple[Inline, ...]) -> bool:
        """Give a line to the picture right before it, if its words or its type say so."""
        if not self.blocks or not isinstance(self.blocks[-1], Figure):
            return False
        figure = self.blocks[-1]
        bare = without_shortcode(line)
        text = inline_text(bare).strip()
        if bare is not line:
            line = bare
        elif _is_bare(figure):
            if not (_is_slanted(line, text) or is_announced(text)):
                return False
        elif (ahead := _ahead_in_caption(text, figure)) is None:
            return False
        elif ahead > _LONGEST_COUNTER:
            return True  # the end of the caption once more
        caption, credit = split_credit(text)
        children = (line if credit is None else (Text(caption),)) if caption else ()
        self.blocks[-1] = _captioned(figure, children, credit)
        return True

    def _add(self, *blocks: Block) -> None:
        self.flush()
        self.blocks.extend(blocks)

    def _element(self, element: Element) -> None:
        tag = element.tag
        if tag in NEVER:
            return
        if not element.inline and (names := styles_of(element)):
            style_lines(element, names)
        if tag in INLINE or element.inline:
            if tag in _BOLD and element.hint and SUBHEAD.search(element.hint):
                self._heading(element, 3)
            else:
                self._inline(element)
            return
        if tag in _HEADINGS:
            self._heading(element, _HEADINGS[tag])
            return
        if tag in _PICTURES:
            self._picture(element)
            return
        embed = embed_of(element, self.base)
        if embed is not None:
            is_post = embed.kind == "post"
            self._add(with_words(embed, element, self.base) if is_post else embed)
            return
        if tag in _EMBEDS:
            return
        if not element.children and (delayed := delayed_of(element, self.base)) is not None:
            self._add(Figure((delayed,)))
            return
        if self._line:
            self.flush()
        self._block(element)
        if self._line:
            self.flush()

    def _inline(self, element: Element) -> None:
        """Inline elements join the line, unless pictures or blocks hide in them."""
        if not element.children and element.tag != "br":
            return
        if element.inline:
            self._line.append(element)
            return
        embed = embed_of(element, self.base)
        if embed is not None:
            self._add(embed)
        else:
            self._mixed(element)

    def _mixed(self, element: Element) -> None:
        """An inline element around blocks or pictures: its runs of text keep its meaning."""
        run: list[Node] = []
        for child in [*element.children, None]:
            if isinstance(child, str) or (child is not None and child.inline):
                run.append(child)
                continue
            if run:
                copy = Element(element.tag, element.attrs, element.parent)
                copy.children = run
                self._line.append(copy)
                run = []
            if child is not None and not child.excluded:
                self._element(child)

    def _heading(self, element: Element, level: int) -> None:
        self.flush()
        if any(not e.inline for e in element.elements()):
            for inner in element.find(*_PICTURES):
                self._picture(inner)
        children = spans(element.children, self.base)
        if Break in map(type, children):
            children = tuple(child for child in children if not isinstance(child, Break))
        if children:
            self._add(Heading(max(2, level), children))

    def _embed(self, element: Element) -> None:
        embed = embed_of(element, self.base)
        if embed is not None:
            self._add(embed)

    def _picture(self, element: Element) -> None:
        image = picture_of(element, self.base)
        if image is not None:
            self._add(Figure((image,)))

    def _block(self, element: Element) -> None:
        if element.tag not in _BLOCKS:
            self._container(element)
            return
        match element.tag:
            case "ul" | "ol" | "menu":
                self._list(element)
            case "blockquote" | "q-block":
                self._quote(element)
            case "table":
                self._table(element)
            case "figure":
                self._figure(element)
            case "pre":
                self._code(element)
            case "hr":
                self._add(Rule())
            case "dt":
                self._label(element)
            case "summary":
                if all(child.inline for child in element.elements()):
                    self._label(element)
                else:
                    self.read(element.children)
            case "noscript":
                self._noscript(element)
            case "figcaption":
                self._loose_caption(element)

    def _list(self, element: Element) -> None:
        if holds_entries(element):
            items = (item for item in element.elements() if not item.excluded)
            self.read([child for item in items for child in item.children])
        elif (found := list_of(element, self.base, blocks_of)) is not None:
            self._add(found)

    def _label(self, element: Element) -> None:
        """A term, or what a part of the page opens with when readers ask for it."""
        children = spans(element.children, self.base)
        if len(children) == 1 and isinstance(children[0], Strong):
            self._add(Paragraph(children))
        elif children:
            self._add(Paragraph((Strong(children),)))

    def _container(self, element: Element) -> None:
        hint = element.hint
        if len(hint) > 1:
            if element.tag in ("aside", "div", "section") and PULLED.search(hint):
                self._quote(element)
                return
            if self._follows_figure() and CAPTION.search(hint) and self._loose_caption(element):
                return
        if ((hint or element.tag in BOXES) and is_captioned(element)) or is_gallery(element):
            found = figure_of(element, self.base)
            if found:
                self._add(*found)
                return
        self.read(element.children)

    def _noscript(self, element: Element) -> None:
        """Only pictures and players of a noscript are content; its text is for old browsers."""
        for inner in element.walk():
            if inner.tag in _PICTURES:
                self._picture(inner)
            elif inner.tag in _EMBEDS:
                self._embed(inner)

    def _figure(self, element: Element) -> None:
        found = figure_of(element, self.base)
        if found:
            self._add(*found)
            return
        for inner in element.find("figure"):
            inner.tag = "div"  # shows nothing either, and is not asked again at each level
        if element.has("table", "pre", "blockquote", "p", "ul", "ol"):
            self.flush()
            first = len(self.blocks)
            self.read(element.children)
            self.flush()
            self.blocks[first:] = self._titled(element, self.blocks[first:])

    def _titled(self, figure: Element, blocks: list[Block]) -> list[Block]:
        """What a figure without pictures shows, with the line that says what it is, or whose."""
        titles = figure.find("figcaption")[:1]
        title = spans(titles[0].children, self.base) if titles else ()
        if not title or not blocks or Figure in map(type, blocks):
            return blocks
        match blocks:
            case [Table(rows, caption)]:
                return [Table(rows, caption or title)]
            case [Quote(credit=None) as quote]:
                whose = inline_text(title, line_break=" ").strip().lstrip(DASHES)
                return [replace(quote, credit=whose)] if whose else blocks
            case [ListBlock() | CodeBlock()]:
                return [*blocks, Paragraph(title)]
            case _:
                return blocks

    def _follows_figure(self) -> bool:
        return bool(self.blocks) and isinstance(self.blocks[-1], Figure)

    def _loose_caption(self, element: Element) -> bool:
        """A caption outside of a figure belongs to the picture right before it."""
        if not self.blocks or not isinstance(self.blocks[-1], Figure) or element.size > 400:
            return False
        figure = self.blocks[-1]
        if not _is_bare(figure):
            return False
        holder = Element("figure", {})
        holder.children = [element]
        caption, credit = caption_of(holder, self.base)
        if not caption and not credit:
            return False
        self.blocks[-1] = _captioned(figure, caption, credit)
        return True

    def _quote(self, element: Element) -> None:
        credit: str | None = None
        rest: list[Node] = []
        for child in element.children:
            if (
                not isinstance(child, str)
                and child.tag in ("cite", "footer", "figcaption")
                and 0 < child.size < 120
            ):
                credit = child.text().lstrip(DASHES) or None
                continue
            rest.append(child)
        children = blocks_of(rest, self.base)
        if children:
            pulled = PULLED.search(element.hint) is not None or (
                element.parent is not None and PULLED.search(element.parent.hint) is not None
            )
            self._add(Quote(children, credit, pulled))

    def _code(self, element: Element) -> None:
        text = "".join("\n" if piece == "\0" else piece for piece in _raw(element)).strip("\n")
        if not text.strip():
            return
        if _VERSE.search(element.hint):
            verse: list[Inline] = []
            for line in text.splitlines():
                verse += (Text(line), Break())
            self._add(Paragraph(tidy(verse)))
            return
        inner = next(iter(element.find("code")), None)
        hint = element.hint + " " + (inner.hint if inner is not None else "")
        language = _LANGUAGE.search(hint)
        if language is None and inner is None and not element.has("span"):
            paragraphs = [Paragraph((Text(paragraph),)) for paragraph in paragraphs_of(text)]
            if paragraphs:
                self._add(*paragraphs)
                return
        self._add(CodeBlock(text, language[1] if language else None))

    def _table(self, element: Element) -> None:
        if is_layout(element):
            self.read(cell_contents(element))
        else:
            self._add(*table_of(element, self.base, blocks_of))


def _outermost_media(element: Element) -> Iterable[Element]:
    """Figures, pictures and images inside, none that is in another of them."""
    stack = element.elements()[::-1]
    while stack:
        inner = stack.pop()
        if inner.tag in _PICTURES or inner.tag == "figure":
            yield inner
        elif inner.tag not in ("button", "svg"):
            stack += inner.elements()[::-1]


def _is_unveiled(element: Element) -> bool:
    """Whether a hidden picture is one that a script shows once it is loaded."""
    img = element if element.tag == "img" else next(iter(element.find("img")), element)
    return any(name.startswith(("data-src", "data-lazy", "data-original")) for name in img.attrs)


def _is_bare(figure: Figure) -> bool:
    """Whether a figure has no caption yet."""
    return not figure.caption and not any(image.caption or image.credit for image in figure.images)


def _ahead_in_caption(text: str, figure: Figure) -> int | None:
    """How many letters the caption has ahead of a line that repeats it; None where none does.

    Where one caption is for scripts and one for readers, the first can have a number: "1 of 3".
    """
    image, letters = figure.images[0], loose(text)
    if len(letters) < _FEWEST_LETTERS or len(figure.images) > 1 or not image.caption:
        return None
    caption = loose(f"{inline_text(image.caption)} {image.credit or ''}")
    return len(caption) - len(letters) if caption.endswith(letters) else None


def _captioned(figure: Figure, caption: tuple[Inline, ...], credit: str | None) -> Figure:
    """The figure with a caption at its first picture."""
    first, *others = figure.images
    first = replace(first, caption=caption, credit=credit or first.credit)
    return Figure((first, *others), figure.caption)


def _is_slanted(line: tuple[Inline, ...], text: str) -> bool:
    """Whether a short line is in italics as a whole, as captions of plain editors are."""
    return len(line) == 1 and isinstance(line[0], Emphasis) and len(text) <= _LONGEST_SLANTED


def _paragraph(children: tuple[Inline, ...]) -> Block:
    """A paragraph; a bold line of its own is a heading in Chinese and Japanese pages."""
    if len(children) == 1 and isinstance(bold := children[0], Strong):
        inner = bold.children
        if _BOLD_HEADING.fullmatch(inline_text(inner).strip()):
            return Heading(3, inner)
    return Paragraph(children)


def _parted(children: tuple[Inline, ...]) -> Iterable[tuple[Inline, ...]]:
    """Two breaks part paragraphs; so does one after a line that is long or ends a sentence."""
    if Break not in map(type, children):
        return (children,) if children else ()
    parts: list[list[Inline]] = [[]]
    line: list[Inline] = []  # since the last break
    for index, child in enumerate(children):
        if isinstance(child, Break):
            double = index + 1 < len(children) and isinstance(children[index + 1], Break)
            ended = double or not parts[-1] or _ends_paragraph(inline_text(line).strip())
            line = []
            if ended:
                parts.append([])
                continue
        else:
            line.append(child)
        parts[-1].append(child)
    return tuple(part for part in map(tidy, parts) if inline_text(part).strip())


def _ends_paragraph(line: str) -> bool:
    return len(line) > 60 or (len(line) > 20 and line[-1] in "。！？”.!?»")


def _raw(element: Element) -> Iterable[str]:
    """The text of preformatted content, line breaks as they are."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag == "br":
            yield "\n"
        else:
            yield from _raw(child)
