"""Figures: pictures with the text under them, caption and credit apart.

<figcaption>The quay. <span class="credit">Photo: A. Kern</span></figcaption>
<figcaption>The quay. (Photo: A. Kern)</figcaption>
图为码头。(记者 李安 摄)
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from itertools import islice

from mirrorpress.extract.blocks.captioned import text_below
from mirrorpress.extract.blocks.embeds import embed_of
from mirrorpress.extract.blocks.inlines import spans, tidy
from mirrorpress.extract.page.images import background_of, picture_key, picture_of
from mirrorpress.extract.page.tree import Element, Node, squeezed
from mirrorpress.extract.words.controls import is_control
from mirrorpress.extract.words.credit_lines import is_credit_line
from mirrorpress.extract.words.credits import ANY_CREDIT, CREDITS
from mirrorpress.extract.words.vocabulary import CAPTION, CREDIT, in_one_case
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Figure, Inline, Text
from mirrorpress.model.plain import inline_text

_LABELLED = re.compile(rf"^{ANY_CREDIT}\s*[:：/|]\s*(.{{2,80}})$", re.IGNORECASE)
# Who made what else is seen: "Foto: Anna Kern. Styling: Bo Li".
_OTHERS = r"(?:[.;,|]\s+[^\W\d_][\w-]{2,15}[:：]\s[^:：]{2,50}){0,4}"
# Labels that need no stop before them, as no sentence goes on with them.
_CAPITAL = r"(?-i:Foto|Photo|Bild|Fotos|Photos|Bilder|Fot|Kuva|Фото|Zdjęcie|Nuotrauka)"
_OF_NAMES = r"(?:[^:：.!?]|(?-i:(?<=[A-ZÀ-Þ])\.)){2,60}"  # with initials
# Behind the double sign in Japanese captions; elsewhere a place or a day stands there.
_AGENCIES = (
    r"(?:AP|ＡＰ|AFP|ＡＦＰ|EPA|ＥＰＡ|UPI|ロイター|共同|時事|ゲッティ|新華社|タス|聯合)(?:通信社?)?"
    r"(?:・(?:共同|時事))?"
)
_AT_END = re.compile(
    rf"""^(?P<caption>.+?)\s*(?:
        [(（\[](?P<a>(?:{CREDITS}\s*[:：/]?|{ANY_CREDIT}\s*[:：/])\s*[^()（）\[\]]{{2,70}}
                 |[^()（）]{{1,30}}摄影?|[^()（）]{{1,30}}攝)[)）\]]\.?
      | (?:[.!?。]\s*|\s[|–—-]\s*)(?P<b>{ANY_CREDIT}\s*[:：/]\s*[^:：]{{2,70}}\.?{_OTHERS})
      | \s(?P<g>{_CAPITAL}:\s(?-i:[A-ZÀ-Þ]){_OF_NAMES}{_OTHERS})
      | (?:(?<=[.!?。])|\s[|–—-])\s*(?P<c>©\s?.{{2,70}})
      | (?:\s?[(\[/]|(?<=[.\s]))\s?(?P<d>사진\s?(?:제공|출처)?\s?=\s?[^=\[\]]{{1,40}})[)\]]?
      | [(（](?P<e>[^()（）]{{1,20}}(?:撮影|提供))[)）]
      | ＝(?P<f>[^＝。、]{{1,20}}(?:撮影|提供)|{_AGENCIES})
      | \s/\s(?P<h>[^/]{{2,40}}(?:\s/\s[^/]{{2,30}})?\snuotr\.?)
    )$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)

_AROUND = " |–—-/"
_BRACKETS = (("(", ")"), ("（", "）"), ("[", "]"))
_DURATION = re.compile(r"^(?:\d{1,2}:)?\d{1,2}:\d{2}(?=\s*[|·–—-])")
_SIGNS = re.compile(r"[)）\]:：/|©=＝]")  # one is in each text that those two match
_SPACES = re.compile(r"(\s)\s+")  # ideographic ones; `_AT_END` takes the square of their number

_OPENS = re.compile(
    r"[▲△▼↑]|[（(]?(?:图为|圖為|图注|圖註|图说|圖說|图片说明|资料图|資料圖|图/|圖/)"
)
_CREDIT_LAST = re.compile(
    r"[-_](?:credits?|copyright|photographer|source|quelle|author|autor|agency|attribution)(?:$|\s)"
)
_IS_LABEL = re.compile(
    rf"\s*(?:{ANY_CREDIT}|all rights reserved|tous droits réservés|alle rechte vorbehalten|"
    r"todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|"
    r"все права защищены)\s*[:：]?\s*",
    re.IGNORECASE,
)
_BUTTON = re.compile(r"(?:hide|show|toggle|more|less|close|open|expand)-caption")
_LABEL = re.compile(
    r"\s*(?:(?:media|image|picture|photo|video) caption[,:]?|"
    r"(?:legende|légende|bildunterschrift|bildlegende|bildtext|caption|didascalia|pie de foto)\s?:)"
    r"\s*",
    re.IGNORECASE,
)
# What a player says until it plays, instead of a caption.
_OF_PLAYER = re.compile(r"video (?:loading|unavailable)\b.*\bplay\b", re.IGNORECASE | re.DOTALL)
_SHORTCODE_END = "[/caption]"  # of a code that WordPress did not replace
_IMAGES = ("img", "amp-img")
_MOST_SLIDES = 200  # of a gallery whose captions are looked for
_MOST_AROUND = 6  # elements around a picture that can be its slide
_SAME_BEGINNING = 40  # characters
_MOST_LEVELS = 3  # of figures in figures
_LONGEST_CAPTION = 300  # characters of a line that is a caption by its words
_SHORTEST_CAPTION = 30  # characters in small print alone, that are no credit
_SMALL_WORDS = 3  # of such a caption, in a script with capital letters


def split_credit(text: str) -> tuple[str, str | None]:
    """(caption, credit) of a caption in one run; the credit is kept as printed."""
    if not _SIGNS.search(text):
        return text, None
    whole, text = text, _SPACES.sub(r"\1", text)
    if found := _AT_END.match(text):
        caption = found["caption"]
        if found["b"] and text[found.end("caption")] in ".!?。":
            caption += text[found.end("caption")]
        caption = caption.strip() if any(map(str.isalnum, caption)) else ""  # not "©" alone
        return caption, bare_credit(next(filter(None, found.groups()[1:])))
    if _LABELLED.match(text):
        return "", text.strip()
    return whole, None


def bare_credit(text: str) -> str:
    """A credit without what is around it: brackets, dashes, how long a recording is."""
    text = _DURATION.sub("", " ".join(text.split())).strip(_AROUND)
    for opening, closing in _BRACKETS:
        opened = text.count(opening) - text.count(closing)
        if opened == 0 and text[:1] == opening and text[-1:] == closing:
            text = text[1:-1]
        elif opened > 0:
            text = text.lstrip(opening)
        elif opened < 0:
            text = text.rstrip(closing)
    return text.strip(_AROUND)


def figure_of(element: Element, base: str | None, levels: int = _MOST_LEVELS) -> tuple[Block, ...]:
    """What a figure element (or what serves as one) shows: pictures, else embeds.

    Args:
        element: the figure.
        base: address against which pictures are resolved.
        levels: of figures inside it that have captions of their own.
    """
    images = _images(element, base, levels)
    players = (embed_of(inner, base) for inner in element.walk())
    embed = next((found for found in players if found is not None), None)
    caption, credit = caption_of(element, base, _of_one(element) if len(images) > 1 else ())
    if embed is not None:
        poster = embed.poster or (images[0] if images else None)
        title = embed.title or inline_text(caption, line_break=" ").strip() or None
        return (replace(embed, poster=poster, title=title),)
    if not images:
        return ()
    if len(images) == 1:
        image = images[0]
        return (
            Figure(
                (replace(image, caption=caption or image.caption, credit=credit or image.credit),)
            ),
        )
    if credit is not None:  # of all the pictures; their caption is where it is printed once
        caption = tidy((*caption, Text(f" ({credit})" if caption else credit)))
    return (Figure(tuple(images), caption),)


def _images(element: Element, base: str | None, levels: int) -> list[Image]:
    """The pictures inside, each once; figures inside bring their own captions."""
    found: dict[str, Image] = {}
    inner_figures = element.outermost("figure") if levels else ()
    if inner_figures:
        for inner in inner_figures:
            for block in figure_of(inner, base, levels - 1):
                if isinstance(block, Figure):
                    for image in block.images:
                        found.setdefault(picture_key(image.url), image)
        return list(found.values())
    slides = _slides(element)
    for inner in element.walk():
        if inner.tag not in _IMAGES:
            continue
        picture = picture_of(inner, base)
        if picture is None:
            continue
        if id(inner) in slides:
            caption, credit = caption_of(slides[id(inner)], base)
            picture = replace(picture, caption=caption, credit=credit)
        found.setdefault(picture_key(picture.url), picture)
    if not found and element.tag == "figure":
        backgrounds = (background_of(inner, base) for inner in element.walk())
        return [*islice(filter(None, backgrounds), 1)]
    return list(found.values())


def _of_one(gallery: Element) -> frozenset[int]:
    """What is in the parts of a gallery, by identity: captions there are of one picture."""
    parts = gallery.outermost("figure") or _slides(gallery).values()
    return frozenset(id(each) for one in parts for each in one.walk())


def _slides(gallery: Element) -> dict[int, Element]:
    """The boxes of a gallery that hold one picture and its caption, by the picture's identity."""
    images = [inner for inner in gallery.walk() if inner.tag in _IMAGES]
    slides: dict[int, Element] = {}
    for image in images if 1 < len(images) <= _MOST_SLIDES else ():
        box = image
        for parent in islice(image.ancestors(), _MOST_AROUND):
            if parent is gallery or len(parent.find(*_IMAGES)) > 1:
                break
            box = parent
        named = (each for each in box.walk()[1:] if each.hint and CAPTION.search(each.hint))
        if any(each.size for each in named) or (box.size and text_below(box)):
            slides[id(image)] = box
    return slides


def without_shortcode(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A line without "[/caption]" at its end; the same object where it has none."""
    text = inline_text(line, line_break=" ").strip()
    if not text.endswith(_SHORTCODE_END):
        return line
    text = text.removesuffix(_SHORTCODE_END).rstrip()
    return (Text(text),) if text else ()


def _without_separator(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A caption without the dash or bar that parted it from the credit."""
    match line:
        case (*others, Text(text)) if (rest := text.rstrip(_AROUND)) != text:
            return (*others, Text(rest)) if rest else (*others,)
        case _:
            return line


def _without_label(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A caption without what tells a screen reader that it is one."""
    match line:
        case (Text(text), *others) if label := _LABEL.match(text):
            rest = text[label.end() :]
            return (Text(rest), *others) if rest else (*others,)
        case _:
            return line


def caption_of(
    element: Element, base: str | None, others: Container[int] = ()
) -> tuple[tuple[Inline, ...], str | None]:
    """Caption and credit of a figure element; the caption is in none of `others` (identities)."""
    holders = _figcaption(element, others)
    if not holders:
        named = (e for e in element.walk()[1:] if e.hint and CAPTION.search(e.hint))
        holders = [*islice((e for e in named if id(e) not in others and e.text()), 1)]
    if holders and holders[0].tag != "figcaption":
        holders = [_innermost(holders[0])]
    credits_ = [
        e for e in _credit_elements(holders[0] if holders else element) if id(e) not in others
    ]
    if not credits_ and holders:
        credits_ = _last_words(holders[0])
    if not credits_ and holders:
        beside = [*_credit_elements(element), *element.find("figcaption")[-1:]]
        credits_ = [e for e in beside if not _inside(e, holders[0]) and id(e) not in others]
    if not holders and [e.tag for e in credits_] == ["small"] and _is_caption(credits_[0].text()):
        holders, credits_ = credits_, []
    of_label = credits_ and _IS_LABEL.fullmatch(credits_[0].text())  # "Copyright", then the name
    said = credits_[: 2 if of_label else 1]
    credit = " ".join(filter(None, (bare_credit(e.text()) for e in said))) or None
    if not holders and (below := text_below(element)):
        holders = [Element("figcaption", {})]
        holders[0].children = below
    caption: tuple[Inline, ...] = ()
    if holders and not (credits_ and credits_[0] is holders[0]):
        caption = spans(_without(holders[0], {id(each) for each in credits_}), base)
        if credits_:
            caption = _without_separator(caption)
    caption = _without_label(without_shortcode(caption))
    words = inline_text(caption, line_break=" ").strip() if caption else ""
    if words and (is_control(in_one_case(words)) or _OF_PLAYER.match(words)):
        return (), credit
    if credit is None and caption:
        text, credit = split_credit(words)
        if credit is not None:
            caption = (Text(text),) if text else ()
    return caption, credit


def _is_caption(text: str) -> bool:
    """Whether a line in small print below a picture says what it shows."""
    if len(text) < _SHORTEST_CAPTION or is_credit_line(text) or split_credit(text)[1] is not None:
        return False
    has_case = 2 * sum(map(_has_case, text)) > len(text)
    return not has_case or sum(word[0].islower() for word in text.split()) >= _SMALL_WORDS


def _has_case(character: str) -> bool:
    return character.islower() or character.isupper()


def _innermost(holder: Element) -> Element:
    """The caption in an element named as one: beside credits, buttons and a copy cut short."""
    while True:
        named = (e for e in holder.walk()[1:] if e.hint and CAPTION.search(e.hint) and e.size)
        inner = next((e for e in named if not _is_button(e) and e.text()), None)
        if inner is None:
            return holder
        gone = {id(inner), *map(id, _credit_elements(holder))}
        rest = inline_text(spans(_without(holder, gone), None), line_break=" ").strip()
        if rest and rest[:_SAME_BEGINNING] not in inner.text():
            return holder
        holder = inner


def _figcaption(element: Element, others: Container[int]) -> list[Element]:
    """The last figcaption; the one before it where the last is a credit alone."""
    found = [each for each in element.find("figcaption") if id(each) not in others]
    found = [each for each in found if each.size] or found
    if len(found) > 1 and 0 < found[-1].size <= 120 and split_credit(found[-1].text())[0] == "":
        return found[-2:-1]
    return found[-1:]


def is_announced(text: str) -> bool:
    """Whether a line says that it belongs to the picture above it: by its opening or a credit."""
    return len(text) <= _LONGEST_CAPTION and (
        _OPENS.match(text) is not None or split_credit(text)[1] is not None
    )


def _credit_elements(element: Element) -> list[Element]:
    found: dict[int, Element] = {}
    for inner in element.walk():
        if inner is element or inner.tag in ("img", "picture", "source", "a"):
            continue
        if (inner.hint and _names_credit(inner.hint)) or inner.tag in ("small", "cite"):
            text = inner.text()
            if 1 < len(text) <= 120 and not any(id(each) in found for each in inner.ancestors()):
                found[id(inner)] = inner
    return list(found.values())


def _names_credit(hint: str) -> bool:
    """Whether a class is of a credit: "photo-credit", "caption__author", no "credit-caption"."""
    if CREDIT.search(hint) is None:
        return False
    return CAPTION.search(hint) is None or _CREDIT_LAST.search(hint) is not None


def _last_words(holder: Element) -> list[Element]:
    """A credit by its place: a short element that ends a caption, behind a whole sentence."""
    while len(holder.elements()) == 1 and not any(
        isinstance(child, str) and child.strip() for child in holder.children
    ):
        holder = holder.elements()[0]
    last = holder.elements()[-1:]
    if not last or last[0].tag not in ("span", "i", "em", "cite", "small", "p", "div", "b"):
        return []
    words = last[0].text()
    before = squeezed(holder.text()).removesuffix(words).rstrip()
    whole = before.endswith((".", "!", "?", "。", "！", "？", "…", "”", '"', "»", "؟"))
    if not whole or not 1 < len(words) <= 80 or words.endswith((".", "。", "!", "?")):
        return []
    return last if squeezed(holder.text()).endswith(words) else []


def _inside(element: Element, outer: Element) -> bool:
    return element is outer or any(parent is outer for parent in element.ancestors())


def _is_button(element: Element) -> bool:
    return bool(element.hint) and _BUTTON.search(element.hint) is not None


def _without(element: Element, gone: set[int]) -> list[Node]:
    """The inline content of a caption, paragraphs parted by a space, without some elements."""
    nodes: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            nodes.append(child)
        elif (
            id(child) in gone
            or child.tag in ("button", "svg", "script")
            or (child.inline and child.excluded)
            or _is_button(child)
        ):
            continue
        elif any(id(inner) in gone for inner in child.walk()):
            nodes += _without(child, gone)
        elif child.tag in ("p", "div", "span", "small", "h4", "h3", "h5"):
            nodes += [" ", *_without(child, gone), " " if child.tag != "span" else ""]
        else:
            nodes.append(child)
    return nodes
