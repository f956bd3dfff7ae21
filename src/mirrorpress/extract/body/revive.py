"""What was excluded by its name alone, and must be the article or part of it.

Names of elements are not to be trusted: outlets name columns after the sidebar beside them,
documents name sections by their headings, and pages hide the text until a script has run. What
holds the headline and much text, what a teaser goes on with, and what says what the page is about
where nothing else does, is taken back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice

from mirrorpress.extract.body.off_subject import TEXT_TAGS
from mirrorpress.extract.body.subject import Subject
from mirrorpress.extract.fields.titles import loose, may_show_title
from mirrorpress.extract.page.class_names import (
    may_be_subject,
    names_body,
    says_hidden,
    without_menu,
    without_pages,
    without_subject,
)
from mirrorpress.extract.page.head import LONGEST_TITLE
from mirrorpress.extract.page.measure import is_excluded, is_hidden
from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.words.vocabulary import COMMENTS, FOLLOWED_BY_OTHERS, NEVER

SCANT = 250.0  # less running text than this on the whole page: look among excluded elements
_SHORT_TEXT = 600.0  # running text of a page, from which on no sidebar is taken for the article
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_BOXES = frozenset(["section", "div", "header"])
_MOST_AROUND_HEADING = 3  # boxes around the heading of a section
_WORD = re.compile(r"[^\W_]+")
_MOST_READ = 4000  # characters of a title or an address
_TEASER = re.compile(r"(?:^|[\s_-])teaser(?:$|[\s_-])")
_MOST_TEASERS = 20  # of a page, that are looked at: the one that counts is the first
_SHORT_TEASER = 80.0  # running text of a teaser that is the beginning of a text
_OF_CORE = 3.0  # times the core's running text, that an excluded part of it has
_SAID_THERE = 0.3  # of the words of the subject, that what is taken back elsewhere has
_SAID_HERE = 0.3  # of these, that the core has
# Of an excluded part of the text: of the core's running text; of its own characters; links in
# them; words of the subject that it has.
_OF_A_PART, _DENSE, _FEW_LINKS, _SAID_IN_PART = 0.2, 0.85, 0.1, 0.4
_BEGINNING = 80  # characters of a line that tell it from others
_ALIKE = 24  # letters with which two lines of a text begin that are the same
_MOST_COMPARED = 20_000  # characters of a copy
_MOST_LONG = 20  # excluded elements with much text that are looked at


def forget_subjects(excluded: list[Element], subjects: list[str]) -> None:
    """Judge again what may be excluded by a name that is its subject.

    That is one made of words of the headline or of the address, or of the heading that it opens
    with: documents generated from plain text name their sections so. A menu without links is
    what a kitchen offers, and a pagination of running text is the text that is on pages.
    """
    words: set[str] | None = None
    for element in excluded:
        hint = element.hint
        if may_be_subject(hint):
            if words is None:
                words = _words_of(subjects)
            heading = _heading_of_section(element)
            hint = without_subject(hint, words | _words_of(heading) if heading else words)
        if "menu" in hint and not element.links and element.prose > 0.5 * element.size:
            hint = without_menu(hint)
        if "pag" in hint and element.prose > max(SCANT, 0.5 * element.size, 9 * element.links):
            hint = without_pages(hint)
        if len(hint) == len(element.hint):
            continue
        element.hint = hint
        if not is_excluded(element):
            element.excluded = False
            element.weigh(element.prose)


def _heading_of_section(element: Element) -> list[str]:
    """The heading that an element opens with, if it holds mostly running text."""
    first = element.elements()[:1]
    for _ in range(_MOST_AROUND_HEADING):
        if first and first[0].tag in _BOXES:
            first = first[0].elements()[:1]
    if (
        element.prose < max(SCANT, 0.6 * element.size)
        or not first
        or first[0].tag not in _HEADINGS
        or not may_show_title(first[0])
    ):
        return []
    text = first[0].text()
    return [] if FOLLOWED_BY_OTHERS.search(text[:_MOST_READ]) else [text]


def _words_of(subjects: Iterable[str]) -> set[str]:
    return {word for subject in subjects for word in _WORD.findall(subject[:_MOST_READ].lower())}


def revive(root: Element, excluded: list[Element], headed: set[int]) -> None:
    """Take back what was excluded by its name alone and must be the article.

    That is what holds the headline and much text, and, where hardly any text lives, whatever
    holds more than that.

    Args:
        root: of the page.
        excluded: elements, none of which is never text.
        headed: the ids of those that `holding_headline` finds.
    """
    for group in _hidden_groups(excluded):
        if _is_rest_of_body(group) and _may_restore(group[0], headed):
            for element in group:
                _take_back(element)
    teasers = (e for e in excluded if e.excluded and "teaser" in e.hint and _TEASER.search(e.hint))
    for element in islice(teasers, _MOST_TEASERS):
        if _is_beginning(element):
            _take_back(element)
    long = [e for e in excluded if e.excluded and e.prose >= SCANT and _may_restore(e, headed)]
    shown = cache(lambda: {loose(line)[:_ALIKE] for line in _lines(root)})
    for element in sorted(long, key=lambda e: -e.prose):
        if not element.excluded or _is_copy(element, root, shown):
            continue
        if root.prose >= _SHORT_TEXT and _is_sidebar(element):
            continue
        most = element.prose > root.prose
        if (
            (most and (root.prose < 4 * SCANT or element.prose > 3 * root.prose))
            or (
                element.prose > (1 if _is_unseen(element) else 0.6) * root.prose
                and any(parent.tag in ("article", "main") for parent in element.ancestors())
            )
            or (element.prose > 0.3 * root.prose and element.has("h1"))
        ):
            _take_back(element)
            for twin in _twins(element):
                _take_back(twin)


def _is_sidebar(element: Element) -> bool:
    """Whether it is, or is in, what stands beside the text by its kind and its name."""
    return any(
        each.tag == "aside" and "widget" in each.hint for each in (element, *element.ancestors())
    )


def revive_subject(
    core: Element, excluded: list[Element], headed: set[int], subject: Subject
) -> bool:
    """Take back running text that says what the page is about, and what is most of the core.

    What lives may be a part of the text, or of teasers, comments or notices beside an article whose
    name says nothing good of it. Then the core says nothing of the subject.
    """
    long = [e for e in excluded if e.prose >= SCANT]
    if core.prose >= _SHORT_TEXT:
        long = [e for e in long if not _is_sidebar(e)]
    parts = [
        e
        for e in long[:_MOST_LONG]
        if _is_running_text(e, core)
        and _may_restore(e, headed)
        and subject.share_in(e) >= _SAID_IN_PART
        and not _is_repeated(e, core)
    ]
    for element in parts:
        if element.excluded:
            _take_back(element)
    if parts:
        return True
    if sum(e.prose for e in long) * _OF_CORE <= core.prose:  # as on most pages
        return False
    restorable = (e for e in sorted(long, key=lambda e: -e.prose) if _may_restore(e, headed))
    for element in islice(restorable, _MOST_LONG):
        parts = _twins(element)  # itself among them
        prose = sum(part.prose for part in parts)
        is_inside = any(parent is core for parent in element.ancestors())
        if (is_inside and prose > _OF_CORE * core.prose) or (
            prose * _OF_CORE > core.prose
            and (said := subject.share_in(element)) >= _SAID_THERE
            and subject.share_in(core) < _SAID_HERE * said
        ):
            for part in parts:
                _take_back(part)
            return True
    return False


def _is_running_text(element: Element, core: Element) -> bool:
    """Whether it is shown, holds much text beside the core, and hardly anything else."""
    return (
        element.prose >= _OF_A_PART * core.prose
        and element.prose >= _DENSE * element.size
        and element.links <= _FEW_LINKS * element.size
        and not _is_unseen(element)
    )


def _is_repeated(element: Element, core: Element) -> bool:
    """Whether the core shows its first line, as pages with a copy for the printer do."""
    first = next((loose(line) for line in _lines(element)), "")
    return any(first == loose(line) for line in _lines(core))


def _lines(element: Element) -> Iterator[str]:
    """The beginnings of the lines of running text in it that are not left out in it."""
    stack = [element]
    while stack:
        inner = stack.pop()
        if inner.line:
            yield inner.text()[:_BEGINNING]
        stack += [child for child in inner.elements()[::-1] if not child.excluded]


def _is_beginning(element: Element) -> bool:
    """Whether it is named a teaser and is what readers without a subscription see of the text.

    It holds running text alone, and right behind it stands more.
    """
    if element.prose < _SHORT_TEASER or _is_unseen(element):
        return False
    if element.links > 0.2 * element.size or element.has(*_HEADINGS, "img", "picture", "li"):
        return False
    siblings = element.parent.elements() if element.parent is not None else []
    place = next(i for i, sibling in enumerate(siblings) if sibling is element)
    behind = [e for e in siblings[place + 1 :] if e.size and not e.excluded]
    running = sum(e.prose for e in behind if e.links < 0.3 * e.size)
    return bool(behind) and behind[0].prose > 0 and running >= element.prose


def _is_copy(element: Element, root: Element, shown: Callable[[], set[str]]) -> bool:
    """Whether it is hidden and for machines, and there is as much text to be seen.

    It is described for them, or most of its first long lines begin like the lines that are `shown`
    (their beginnings), as in a page that has its text in Markdown, too.
    """
    if not _is_unseen(element) or root.prose <= 0.4 * element.prose:
        return False
    if "itemscope" in element.attrs:
        return True
    text = "\n".join(element.strings())[:_MOST_COMPARED]
    lines = [line for line in text.split("\n") if len(line) >= _BEGINNING][:_MOST_LONG]
    return sum(loose(line[:_BEGINNING])[:_ALIKE] in shown() for line in lines) > 0.5 * len(lines)


def _may_restore(element: Element, headed: set[int]) -> bool:
    """Whether neither it nor what it is in is a menu or what readers wrote.

    What holds the page's headline and most of its text is the article, unless a name begins with
    the word for comments: the others can be of an article that has comments, or is one.
    """
    return element.tag not in NEVER and not any(
        holder.tag in NEVER
        or (
            _names_comments(holder.hint)
            and (id(holder) not in headed or any(map(COMMENTS.match, holder.hint.split())))
        )
        for holder in (element, *element.ancestors())
        if holder.excluded
    )


@lru_cache(maxsize=1024)
def _names_comments(hint: str) -> bool:
    """Whether a name has the word for comments; asked again for all that is inside."""
    return COMMENTS.search(hint) is not None


def shows_title(heading: Element, keys: Iterable[str]) -> bool:
    """Whether a heading shows one of the titles, which are as `loose` gives them."""
    if not 0 < heading.size < LONGEST_TITLE:
        return False
    key = loose(heading.text())
    return any(key in title and 2 * len(key) > len(title) for title in keys)


def holding_headline(elements: list[Element], titles: list[str], most: float) -> set[int]:
    """What holds a heading that shows the title, and more running text than all that is alive."""
    keys = [loose(title[:LONGEST_TITLE]) for title in titles]
    held: set[int] = set()
    for heading in [element for element in elements if element.tag == "h1"]:
        if shows_title(heading, keys):
            for parent in heading.ancestors():
                if id(parent) in held or parent.tag == "body":
                    break
                if parent.prose > most:
                    held.add(id(parent))
    return held


def _hidden_groups(excluded: list[Element]) -> list[list[Element]]:
    """Hidden siblings of one name with much text together, those with the most first."""
    groups: dict[tuple[int, str, str], list[Element]] = {}
    for element in excluded:
        if _is_unseen(element):
            kind = "" if element.tag in TEXT_TAGS else element.tag
            groups.setdefault((id(element.parent), element.hint, kind), []).append(element)
    weights = {key: sum(e.prose for e in group) for key, group in groups.items()}
    long = [key for key, weight in weights.items() if weight >= SCANT]
    return [groups[key] for key in sorted(long, key=lambda key: -weights[key])]


def _is_rest_of_body(group: list[Element]) -> bool:
    """Whether hidden siblings are the larger part of a container named as the article's text.

    Pages hide what follows the first paragraphs until a script has counted the reader's visits.
    """
    for parent in islice(group[0].ancestors(), 2):
        if names_body(parent.hint) or parent.get("itemprop") == "articleBody":
            return sum(e.prose for e in group) > parent.prose and sum(
                e.links for e in group
            ) < 0.2 * sum(e.size for e in group)
    return False


def _is_unseen(element: Element) -> bool:
    return is_hidden(element) or says_hidden(element.hint)


def _twins(element: Element) -> list[Element]:
    """Dead siblings of the same name: the body went over several of them."""
    siblings = element.parent.elements() if element.parent is not None else []
    return [e for e in siblings if e.excluded and e.hint == element.hint and e.tag == element.tag]


def _take_back(element: Element) -> None:
    """Bring an element to life, and with it all that it is in."""
    element.excluded = False
    weight = element.prose
    for parent in element.ancestors():
        parent.prose += weight
        if parent.excluded:
            parent.excluded = False
            weight = parent.prose
