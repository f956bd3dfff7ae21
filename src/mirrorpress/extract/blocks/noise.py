"""Blocks that are no text of an article, wherever they stand: "Share this", "Read also: …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from mirrorpress.extract.blocks.block_texts import LINES, ONLY_LINK, BlockText, link_share, linked
from mirrorpress.extract.words.comment_headings import asks_for_comments
from mirrorpress.extract.words.controls import is_control
from mirrorpress.extract.words.embed_notices import is_embed_notice
from mirrorpress.extract.words.promotions import (
    goes_on_with_consent,
    is_consent,
    is_of_outlet,
    is_promised,
    is_promotion,
)
from mirrorpress.extract.words.shop_links import is_shop_link
from mirrorpress.extract.words.site_labels import (
    announces_others,
    heads_comments,
    is_more,
    says_read_also,
)
from mirrorpress.extract.words.vocabulary import BOILERPLATE_LINE, END_OF_ARTICLE, in_one_case
from mirrorpress.model.blocks import (
    Block,
    Figure,
    Heading,
    Image,
    Link,
    ListBlock,
    Paragraph,
    Quote,
)
from mirrorpress.model.plain import block_text, inline_text, post_text

_ENDS_ARTICLE = END_OF_ARTICLE.in_one_case.match
_IS_BOILERPLATE = BOILERPLATE_LINE.in_one_case.match
_JSON = re.compile(r'"\w+":(?:["{\[\d]|true|false|null)')  # data spilt from a broken attribute
_FEW_LABELLED = 3  # labelled links in a text
_PART_LABELLED = 0.3  # of its blocks
_ONLY_SHOPS = 0.85  # of the characters of a line, that are links to shops
_CAPITALS = re.compile(r"[A-Z][A-Z0-9 .’'&-]{2,40}:\s?")
_ARROWS = frozenset("<>«»‹›←→◀▶◄► ")  # alone, they turn pages
# Markup that the page shows as text: <link href="a.css" rel="stylesheet">
_TAGS = re.compile(r"(?:<\s?[a-z][a-z0-9]*+ [^<>]*=[^<>]*>\s*+(?:</[a-z0-9]++>\s*+)?)+")
# What a script would put in the place of a template: "{{article.author}} – {{article.date}}".
_TEMPLATE = re.compile(r"\{\{[^{}]{1,600}\}\}")
_MOST_BESIDE_TEMPLATES = 10  # characters
_MINUTES = re.compile(
    r"(?:(?:dauer|duration|durée|длительность|时长|時長)\s?[:：]?\s?)?"
    r"\d{1,3} ?(?:min(?:ute)?[nsi]?|minuten|minuti|minutos|мин|хв|dk|دقائق|دقيقة|分钟?|分鐘|분)\.?",
    re.IGNORECASE,
)
# The time of day at which an entry of a live blog was written: 14:35, 2.35 pm, 14h35, 下午2:35.
_TIME = re.compile(
    r"(?:上午|下午|晚上|凌晨|午前|午後|오전|오후|kl\.?|um|à|в|о)?\s?[0-9٠-٩۰-۹]{1,2}\s?[:.：hH]\s?[0-9٠-٩۰-۹]{2}"
    r"(?::\d\d)?(?:\s?(?:uhr|[ap]\.?\s?m\.?|h|[A-Z]{2,4}|(?:GMT|UTC)\s?[+-]\d{1,2}))?",
    re.IGNORECASE,
)
# What asks readers to scan a code, which is a picture beside it.
_SCAN = re.compile(
    r"二维码|二維碼|扫码|掃碼|扫一扫|掃一掃|qr.?code|qr-код|cod(?:e|ice) qr|código qr"
)
_LONGEST_TIME = 20  # characters
_FEWEST_TIMES = 3  # different ones; a single one is that of the article
_SHORTEST_ENTRY = 40.0  # Latin characters
_MOST_JUDGED = 3_000  # blocks of an article, a millisecond each at the worst
_TITLE = 4  # words of a title in capital letters


def without_noise(parts: Iterable[BlockText]) -> Iterator[BlockText]:
    """The blocks without labels and what the outlet says of itself.

    How long it takes to listen is said below the label of the player; alone it can be of a recipe.
    """
    parts = [*parts]
    labelled = {part.text for part in parts if _is_labelled_link(part)}
    if len(labelled) > max(_FEW_LABELLED, _PART_LABELLED * len(parts)):
        labelled = set()  # a digest of what others report
    times = _times_of_entries(parts)
    gone: set[int] = set()
    for index, part in enumerate(parts[:_MOST_JUDGED]):  # what follows stays
        if index in times:
            continue
        is_minutes = index - 1 in gone and _MINUTES.fullmatch(part.text) is not None
        goes_on = index - 1 in gone and _goes_on(parts[index - 1], part)
        if is_minutes or goes_on or part.text in labelled or _is_noise(part):
            gone.add(index)
    for index in [index for index in gone if _SCAN.search(parts[index].beginning)]:
        beside = (at for at in (index + 1, index - 1) if 0 <= at < len(parts))
        gone.update(islice((at for at in beside if _is_code(parts[at].block)), 1))
    return (part for index, part in enumerate(parts) if index not in gone)


def _goes_on(before: BlockText, part: BlockText) -> bool:
    """Whether a paragraph goes on with what was left out right before it.

    Below an invitation it says what comes to the inbox, below a question for consent to what.
    """
    if type(part.block) is not Paragraph:
        return False
    if type(before.block) is Heading:
        return is_promotion(before.text) and is_promised(part.text)
    return (is_consent(before.text) or goes_on_with_consent(before.text)) and goes_on_with_consent(
        part.text
    )


def _is_code(block: Block) -> bool:
    """Whether a block is one picture of which nothing is said but that it is a code to scan."""
    match block:
        case Figure((Image(alt=alt, caption=(), credit=None),), ()):
            return not alt or _SCAN.search(in_one_case(alt)) is not None
        case _:
            return False


def _times_of_entries(parts: Sequence[BlockText]) -> set[int]:
    """The places of the times that entries of a live blog begin with, each with text below it."""
    found = [index for index, part in enumerate(parts[:_MOST_JUDGED]) if _is_time(part)]
    ends = [*found[1:], min(len(parts), _MOST_JUDGED)]
    with_entry = {
        at for at, end in zip(found, ends, strict=False) if any(map(_is_entry, parts[at + 1 : end]))
    }
    times = {parts[at].text for at in with_entry}
    return with_entry if len(times) >= _FEWEST_TIMES else set()


def _is_time(part: BlockText) -> bool:
    return len(part.text) <= _LONGEST_TIME and _TIME.fullmatch(part.text) is not None


def _is_entry(part: BlockText) -> bool:
    """Whether a block is running text, or the words of a post."""
    if not isinstance(part.block, Paragraph):
        return bool(post_text(part.block))
    return part.weight() >= _SHORTEST_ENTRY and link_share(part.block) <= ONLY_LINK


def _is_noise(part: BlockText) -> bool:
    block, text = part.block, part.text
    if text[:2] == "{{" and type(block) in LINES:
        return len(_TEMPLATE.sub("", text)) <= _MOST_BESIDE_TEMPLATES
    if type(block) in LINES:  # what ends the article is left to `trim`
        if heads_comments(text) or asks_for_comments(text):
            return False
        if is_control(part.beginning):
            return not _ENDS_ARTICLE(part.beginning)
    if isinstance(block, Paragraph):
        links = linked(block.children)
        if links > 0.4 * len(text) and (
            says_read_also(text)
            or _heads_links(block, text, links)
            or (text[0] == "[" and text[-1] == "]")
        ):
            return True
        if links == len(text) and is_more(text):
            return True
        if links > _ONLY_SHOPS * len(text) and _leads_to_shops(block):
            return True
        if links == len(text) and text.isupper() and len(text.split()) >= _TITLE:
            return True  # the title of another article
        if '":' in text and len(_JSON.findall(text)) >= 3:
            return True
        if text[:1] in _ARROWS and (_ARROWS.issuperset(text) or _TAGS.fullmatch(text)):
            return bool(text)
        if is_of_outlet(text, part.beginning) or is_embed_notice(part.beginning):
            return True
        return len(text) <= 320 and _IS_BOILERPLATE(part.beginning) is not None
    if isinstance(block, Heading):
        return _IS_BOILERPLATE(part.beginning) is not None or is_of_outlet(text, part.beginning)
    if isinstance(block, Quote):
        return bool(text) and all(map(is_promotion, text.split("\n")))
    if isinstance(block, ListBlock):
        children = (child for item in block.items for child in item.children)
        texts = [text for child in children if (text := block_text(child).strip())]
        if 2 * sum(map(is_promotion, texts)) > len(texts):
            return True
        return bool(texts) and all(map(_is_label, texts))
    return False


def _heads_links(block: Paragraph, text: str, links: int) -> bool:
    """Whether a label of other articles stands ahead of links: "Read also", a link on each line."""
    ahead = inline_text([*takewhile(lambda child: type(child) is not Link, block.children)]).strip()
    return announces_others(ahead) and links > ONLY_LINK * (len(text) - len(ahead))


def _leads_to_shops(block: Paragraph) -> bool:
    """Whether each link of a line leads to where something is sold."""
    texts = (inline_text(child.children) for child in block.children if type(child) is Link)
    said = [text for text in texts if text.strip()]
    return bool(said) and all(map(is_shop_link, said))


def _is_labelled_link(part: BlockText) -> bool:
    """Whether a paragraph is a link with a label in capitals ahead: "PHOTOS: The quay reopens"."""
    if type(part.block) is not Paragraph or not (label := _CAPITALS.match(part.text)):
        return False
    links = linked(part.block.children)
    rest = len(part.text) - len(label[0])
    return rest > 0 and (links == len(part.text) or ONLY_LINK * rest < links <= rest)


def _is_label(text: str) -> bool:
    return is_control(in_one_case(text)) or BOILERPLATE_LINE.match(text) is not None
