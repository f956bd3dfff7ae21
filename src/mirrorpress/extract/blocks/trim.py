"""Blocks of a body without what repeats the head of the page and without boilerplate.

1. Dropped wherever it stands: "Advertisement", "Share this", "Read more: …" and their like.
2. At the head: title, subtitle, bylines and date, which the article has as fields.
3. A line like "Related stories" goes with the list or the links below it; at the end, with
   all that follows.
4. A line that ends the article ("About the author") goes with what follows it.
5. At the tail: links alone, tags, headings with nothing under them, rules.
6. Pictures: each once, in its first place.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import accumulate

from mirrorpress.extract.blocks.appeals import LONGEST_LINE, appeal_at
from mirrorpress.extract.blocks.author_notes import note_at
from mirrorpress.extract.blocks.block_texts import (
    LINES,
    ONLY_LINK,
    BlockText,
    link_share,
    links_in,
    with_text,
)
from mirrorpress.extract.blocks.listed_others import ranked, teasers
from mirrorpress.extract.blocks.media_once import media_once
from mirrorpress.extract.blocks.noise import without_noise
from mirrorpress.extract.blocks.picture_lines import with_picture_lines
from mirrorpress.extract.blocks.repeats import repeated
from mirrorpress.extract.fields.biographies import is_biography, is_job
from mirrorpress.extract.fields.dateline import (
    is_date_alone,
    is_dateline,
    is_labelled_date,
    is_line_of_fields,
)
from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.words.comment_headings import asks_for_comments, counts_comments
from mirrorpress.extract.words.comment_rules import is_comment_rule
from mirrorpress.extract.words.promotions import is_at_the_end
from mirrorpress.extract.words.site_labels import announces_others, heads_comments
from mirrorpress.extract.words.vocabulary import END_OF_ARTICLE
from mirrorpress.model.blocks import (
    Block,
    Figure,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
)
from mirrorpress.model.plain import inline_text

_ENDS_ARTICLE = END_OF_ARTICLE.in_one_case.match
_TIME = re.compile(r"\d[:.h]\d\d(?!\d)(?![./]\d)")
_MOST_LINES = 10  # of a list ahead of the text that are read
_LONGEST_END = 400  # characters
_ENDING = 0.5  # of the text; a line that ends the article stands behind it
_ENDING_COMMENTS = 0.2  # the same of a heading of comments
_BRACKETS = " ()[]（）［］"
_NOTE = re.compile(r"[(\[（［][^\d()\[\]（）［］]{1,30}[)\]）］]")  # "[subscribers only]"
_MANY_LINKS = 5  # of which a last paragraph is made that is no text
_SHORTEST = 80  # Latin characters; shorter blocks are not the running text
_REPEATED = 60  # Latin characters; shorter lines may occur twice for a reason
_RUNNING: Container[type[Block]] = {Paragraph, Quote, ListBlock}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the article has as fields, for the body not to repeat it."""

    titles: tuple[str, ...]
    subtitle: str | None = None
    bylines: tuple[str, ...] = ()


def trim(blocks: Sequence[Block], known: Known) -> tuple[Block, ...]:
    """The body alone."""
    blocks = with_picture_lines(blocks)
    parts = _without_listed([*map(with_text, blocks)])
    parts = _without_repeats([*without_noise(_without_appeal(parts))])
    parts = _without_head(parts, known)
    parts = _without_end(parts)
    parts = _without_others(parts)
    parts = _without_appeal(parts)
    texts = [part.text for part in parts]
    parts = parts[: note_at(texts, [type(part.block) in LINES for part in parts], known.bylines)]
    parts = _without_tail(parts)
    return media_once([part.block for part in parts])


def _without_appeal(parts: list[BlockText]) -> list[BlockText]:
    """The blocks ahead of an appeal for money, whose heading may be a known label, too."""
    return parts[: appeal_at([part.text for part in parts], [*map(_may_ask, parts)])]


def _without_repeats(parts: Sequence[BlockText]) -> list[BlockText]:
    """The blocks without those that only repeat others."""
    gone = repeated([part.text for part in parts], [*map(_is_long, parts)])
    return [part for index, part in enumerate(parts) if index not in gone]


def _is_long(part: BlockText) -> bool:
    if type(part.block) is not Paragraph:
        return False
    return len(part.whole) >= _REPEATED or part.weight() >= _REPEATED


def _without_head(parts: list[BlockText], known: Known) -> list[BlockText]:
    """The blocks without title, subtitle, byline and date lines ahead of the running text."""
    titles = {loose(title) for title in known.titles} - {""}
    subtitle = loose(known.subtitle)
    kept: list[BlockText] = []
    ahead = True
    below = False  # right below the first running text, which may be a lead
    for place, part in enumerate(parts):
        kind = type(part.block)
        is_heading = kind is Heading
        if is_heading or (ahead and kind is Paragraph):
            key = loose(part.text)
            if key and (key in titles or key == subtitle):
                continue
            if ahead and key and is_dateline(part.text, known.bylines):
                continue
            if not is_heading and key and _is_of_author(part.text, known.bylines):
                continue
        elif ahead and kind is ListBlock and _lists_datelines(part, known):
            continue
        elif below and kind is Paragraph:
            following = parts[place + 1 :]
            if is_biography(part.text, known.bylines) and any(map(_is_running, following)):
                continue
            if _is_line_of_head(part.text, following, known):
                ahead = True  # what stands below it may be the date
                continue
        below = ahead and _is_running(part)
        ahead = ahead and not below
        kept.append(part)
    return kept


def _is_line_of_head(text: str, following: Sequence[BlockText], known: Known) -> bool:
    """Whether a line below the lead holds names of authors, or the date and time of the article.

    The entries of a live blog have dates and times as well.
    """
    if is_dateline(text, ()):
        return _has_time(text) and not any(
            _has_time(part.text) and is_dateline(part.text, ()) for part in following
        )
    return bool(known.bylines) and is_dateline(text, known.bylines)


def _has_time(text: str) -> bool:
    return len(text) <= LONGEST_LINE and _TIME.search(text) is not None


def _lists_datelines(part: BlockText, known: Known) -> bool:
    """Whether most lines of a list are names and dates."""
    lines = [line for line in part.text.split("\n") if line.strip()][:_MOST_LINES]
    return 2 * sum(is_dateline(line.strip(), known.bylines) for line in lines) > len(lines)


def _is_of_author(text: str, bylines: Sequence[str]) -> bool:
    """Whether a paragraph says who an author is, or what job an author has."""
    return is_biography(text, bylines) or is_job(text)


def _without_listed(parts: list[BlockText]) -> list[BlockText]:
    """The blocks without ranks and teasers of other articles."""
    texts = [part.text for part in parts]
    others = ranked(texts) | teasers(
        texts, lambda index: link_share(parts[index].block) > ONLY_LINK
    )
    return [part for index, part in enumerate(parts) if index not in others] if others else parts


def _without_others(parts: list[BlockText]) -> list[BlockText]:
    """The blocks without lists of other articles under a line that announces them."""
    kept: list[BlockText] = []
    index = 0
    while index < len(parts):
        part = parts[index]
        if not _announces_others(part):
            kept.append(part)
            index += 1
            continue
        index += 1
        while index < len(parts):
            if _is_other(parts[index].block):
                index += 1
            elif is_dateline(parts[index].text, ()):  # ahead of a teaser
                index += 2
            else:
                break
        if not any(_is_running(rest) for rest in parts[index:]):
            break
    return kept


def _without_end(parts: list[BlockText]) -> list[BlockText]:
    """The blocks without a line that ends the article, and what follows it.

    The line stands in the last part of the text: behind it are the author's life, the sources of a
    press office, the numbers of a licence.
    """
    ends = [(index, ahead) for index, part in enumerate(parts) if index and (ahead := _ends(part))]
    if not ends:
        return parts
    before = list(accumulate((part.weight() for part in parts), initial=0.0))
    end = next((index for index, ahead in ends if before[index] > ahead * before[-1]), len(parts))
    return parts[:end]


def _ends(part: BlockText) -> float:
    """The part of the text that stands ahead of a line for it to end the article; 0 if it does not.

    Readers can have written more than the article has.
    """
    if type(part.block) not in LINES or len(part.text) >= _LONGEST_END:
        return 0.0
    heads = heads_comments if type(part.block) is Heading else counts_comments
    if heads(part.text):
        return _ENDING_COMMENTS
    if _ENDS_ARTICLE(part.beginning) is not None or asks_for_comments(part.text):
        return _ENDING
    return 0.0


def _may_ask(part: BlockText) -> bool:
    return (
        len(part.text) <= LONGEST_LINE
        and type(part.block) in LINES
        and part.weight() <= LONGEST_LINE
    )


def _announces_others(part: BlockText) -> bool:
    return len(part.text) < 60 and type(part.block) in LINES and announces_others(part.text)


def _is_other(block: Block) -> bool:
    match block:
        case Paragraph() | ListBlock() | Heading():
            return link_share(block) > 0.5
        case Figure():
            return True
        case _:
            return False


def _is_running(part: BlockText) -> bool:
    return (
        type(part.block) in _RUNNING
        and (len(part.whole) > _SHORTEST or part.weight() > _SHORTEST)
        and link_share(part.block) < 0.4
    )


def _is_line_behind(text: str) -> bool:
    """Whether a last paragraph is fields or a date, asks for something, or is about comments.

    Lines of credit stay: names of agencies and authors, and who an author is.
    """
    return (
        is_line_of_fields(text)
        or is_labelled_date(text)
        or is_at_the_end(text)
        or is_comment_rule(text)
    )


def _has_no_word(text: str) -> bool:
    """Whether a line has text, but no letter and no figure in it: "___", "* * *"."""
    return bool(text) and not any(map(str.isalnum, text))


def _is_dated_link(block: Block) -> bool:
    """Whether a line is a link with a date, as lists of other articles have; or all of a list."""
    match block:
        case Paragraph(children) | Heading(_, children):
            beside = inline_text([child for child in children if type(child) is not Link])
            return links_in(children) > 0 and is_date_alone(_NOTE.sub("", beside).strip(_BRACKETS))
        case ListBlock(_, items):
            return all(_is_dated_link(child) for item in items for child in item.children)
        case _:
            return False


def _without_tail(parts: list[BlockText]) -> list[BlockText]:
    kept = list(parts)
    while kept:
        last = kept[-1].block
        match last:
            case Heading() | Rule():
                kept.pop()
            case Paragraph() if link_share(last) > ONLY_LINK and (
                len(kept[-1].text) < 200 or links_in(last.children) >= _MANY_LINKS
            ):
                kept.pop()
            case Paragraph() if _is_line_behind(kept[-1].text) or _has_no_word(kept[-1].text):
                kept.pop()
            case ListBlock() if link_share(last) > 0.7:
                kept.pop()
            case Paragraph() | ListBlock() if _is_dated_link(last):
                kept.pop()
            case _:
                break
    while kept and isinstance(kept[0].block, Rule):
        kept.pop(0)
    return kept
