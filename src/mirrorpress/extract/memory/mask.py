"""Lines that other pages of the site have, too: what the template puts into the body.

    Sign up for our newsletter…   at the end of each page            removed
    Advertisement                 in an element that holds only that  removed
    <a>Ferry runs again</a>       where each page has such a link     removed
    Pros                          a heading in the midst of tests     kept

A line is known again by its path (names of the elements around it) and its letters. One that
comes again in the midst of the text may be a label or a paragraph that an outlet repeats for its
readers; it is removed only where its element holds nothing else on any page, or where it is a
sentence that pages about other subjects have, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from mirrorpress.extract.memory.element_paths import (
    head_paths,
    key_of,
    shared_paths,
    times_seen,
    title_paths,
)
from mirrorpress.extract.memory.page_lines import PageLine
from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.words.vocabulary import CORRECTION, END_OF_ARTICLE, FOLLOWED_BY_OTHERS
from mirrorpress.model.site_profile import LineRecord, PageRecord

_EDGE = 0.08  # of the letters that only this page has; lines before or behind are at an edge
_SENTENCE = 60  # letters; what is longer is no label
_KIN = 0.35  # of the letters of either; pages that have more in common are about one event
_MOST = 0.35  # of the letters; more is never removed
_ENOUGH = 0.2  # of the other pages; fewer do not make a line in a paragraph's path the template's
_LINKED = 0.9  # of the characters of a line
_OFTEN = 3  # times on one page; what stands there more often is a label
_LONGEST = 400  # characters
_NOTICE = re.compile(
    r"©|ⓒ|\(c\)|copyright|저작권|版权|版權|(?:first|originally|previously) published|"
    r"(?:adapted|translated|republished) (?:from|by)|erstmals (?:erschienen|veröffentlicht)|"
    r"声明|聲明|转载|轉載|转引|来源|來源|出处|出處|出典|출처|المصدر|منبع|источник|"
    r"re-?print|republi[sc]|licen[cs]|creative commons|courtesy of|reporting by|quelle:|fuente:|"
    r"with (?:additional )?(?:reports|reporting|material|files) (?:from|by)|"
    r"\bedit(?:ed|ing) by|\beditors?:|\bédité par|\beditado por|\bredigiert von|a cura di|"
    r"redaktion:|edytor:|redakcja:|редактор:|ویراستار:|تحرير:|(?:编辑|編輯|责编|責編|編集|편집)[:：]",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:\w[\w.&’'-]{0,30} ){1,3}\w[\w.&’'-]{0,30}|[A-Z]{2,8}")
_LABELS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "table", "li", "dl"])


def lines_of_the_template(
    lines: Sequence[PageLine], others: Iterable[PageRecord]
) -> list[PageLine]:
    """The lines of a body that are its site's.

    Args:
        lines: of the body, in document order.
        others: what is remembered of other articles of the site.
    """
    mine = [line.record for line in lines]
    pages = [page.lines for page in others if not _are_kin(mine, page.lines)]
    if not pages or not lines:
        return []
    known = _known(mine, pages)
    edges = _at_edges(lines, known.seen)
    here = Counter(map(key_of, mine))
    found = [
        line
        for line, is_at_edge in zip(lines, edges, strict=True)
        if here[key_of(line.record)] <= _OFTEN
        and _is_of_template(line, known, is_at_edge=is_at_edge)
        and not _is_kept(line)
    ]
    letters = sum(line.record.letters for line in found)
    return found if letters < _MOST * sum(line.record.letters for line in lines) else []


@dataclass(frozen=True, slots=True)
class _Known:
    """What other pages say of the lines of one."""

    pages: int
    seen: Counter[tuple[int, int]]  # on how many of them a line is
    shared: frozenset[int]  # paths that hold only lines of the template
    head: frozenset[int]  # paths that hold only bylines, dates and labels
    titles: frozenset[int]  # paths that hold only lines as long as titles


def _known(mine: Sequence[LineRecord], pages: Sequence[Sequence[LineRecord]]) -> _Known:
    every = (mine, *pages)
    return _Known(
        len(pages), times_seen(pages), shared_paths(every), head_paths(every), title_paths(every)
    )


def _is_of_template(line: PageLine, known: _Known, *, is_at_edge: bool) -> bool:
    """Whether a line is no text of the article."""
    path, is_label = line.record.path, _is_label(line.element)
    if not is_label and (path in known.head or (path in known.titles and _is_link(line.element))):
        return True
    times = known.seen[key_of(line.record)]
    if not times or (not is_label and _is_name(line.text[:_LONGEST])):
        return False
    if path in known.shared and (is_at_edge or not is_label):
        return True
    if times < _ENOUGH * known.pages:  # a paragraph of background in reports of a long event
        return False
    return is_at_edge or (times > 1 and line.record.letters >= _SENTENCE)


def _is_link(element: Element) -> bool:
    """Whether a line is nothing but a link."""
    return element.links > _LINKED * element.size


def _is_kept(line: PageLine) -> bool:
    """Whether it is a caption, a credit, a correction, or a line that tells what follows it."""
    around = (line.element, *islice(line.element.ancestors(), 4))
    if any(element.tag in ("figure", "figcaption") for element in around):
        return True
    text = line.text[:_LONGEST]
    return any(
        words.search(text) for words in (_NOTICE, CORRECTION, END_OF_ARTICLE, FOLLOWED_BY_OTHERS)
    )


def _is_name(line: str) -> bool:
    """Whether it is the name of an agency or outlet alone: "Sarel Wire", "AFP"."""
    words = line.split()
    return _NAME.fullmatch(line) is not None and (
        len(words) == 1 or all(word[:1].isupper() and not word.isupper() for word in words)
    )


def _is_label(element: Element) -> bool:
    """Whether it names what stands below or beside it, in a list or a table."""
    return any(e.tag in _LABELS for e in (element, *islice(element.ancestors(), 3)))


def _are_kin(first: Sequence[LineRecord], second: Sequence[LineRecord]) -> bool:
    """Whether one page repeats much of the other: two reports of one event, two versions."""
    sentences = {key_of(record) for record in first if record.letters >= _SENTENCE}
    shared = sum(record.letters for record in second if key_of(record) in sentences)
    sizes = (sum(record.letters for record in lines) for lines in (first, second))
    return shared > _KIN * min(sizes)


def _at_edges(lines: Sequence[PageLine], seen: Counter[tuple[int, int]]) -> list[bool]:
    """Whether each line has hardly any text before or behind it that only this page has."""
    own = [0 if seen[key_of(line.record)] else line.record.letters for line in lines]
    before = list(accumulate(own))
    most = _EDGE * before[-1]
    return [passed <= most or before[-1] - passed <= most for passed in before]
