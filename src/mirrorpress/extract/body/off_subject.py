"""Containers beside the text that say nothing of what the page is about: service boxes, footers.

They are judged only where the core says most of what the page says it is about. Text has many
parts that say nothing of it, too: paragraphs, quotations, pictures with a caption, sections with
a heading, parts of one class. These stay.
"""

from __future__ import annotations

from mirrorpress.extract.body.subject import Subject
from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.words.vocabulary import CORRECTION

TEXT_TAGS = frozenset(["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "figure"])
_MOSTLY = 0.75  # share of what the page says it is about that the core must say
_HARDLY = 0.15  # of what the core says, what a short container beside it says at most
_LESS = 0.3  # the same, of a container with more text than the core
_OF_A_PART = 0.25  # of the core's running text, from which on it may be a part of the text
_AS_DENSE = 0.8  # of the core's share of running text
_FEW_LINKS = 0.1  # share of the characters of such a part
_MOST_OF_A_LINE = 0.75  # of its running text, what one line of it holds at most
_OF_A_CAPTION = 300.0  # running text beside a picture, in Latin characters
_LONGEST_NOTICE = 600  # characters of a correction
_MOST_BOXES = 30  # at the end of one element that are judged
_PICTURES = ("img", "picture", "figure", "video", "iframe")
_BOXES = frozenset(["div", "section", "aside", "table", "dl", "footer"])
_OF_AN_END = 0.2  # of the core's running text, what a box at its end holds at most
_MOST_LEVELS = 4  # below the core whose ends are looked at
_MOST_OF_CORE = 0.8  # of its running text: a child that holds it has the end of the text


def off_subject(
    kin: list[Element], child: Element, core: Element, subject: Subject
) -> list[Element]:
    """Of the elements that may carry on the core's text, those on other subjects.

    Args:
        kin: siblings, with `child`.
        child: the one that holds the core, or is it.
        core: the container of the text as far as it is known.
        subject: of the page.
    """
    if len(kin) < 2:
        return []
    names = set(child.hint.split())
    apart = [e for e in kin if e is not child and names.isdisjoint(e.hint.split())]
    longer = [e for e in apart if e.prose > core.prose]
    shorter = [e for e in apart if e.prose <= core.prose and not _may_be_of_text(e)]
    if not longer and not shorter:
        return []
    said = subject.share_in(core)  # to count words takes longer than all the rest
    if said < _MOSTLY:
        return []
    longer = [e for e in longer if _says_less(e, _LESS * said, core, subject)]
    shorter = [e for e in shorter if _says_less(e, _HARDLY * said, core, subject)]
    return longer + (shorter if sum(e.prose for e in shorter) < core.prose else [])


def _says_less(element: Element, least: float, core: Element, subject: Subject) -> bool:
    """Whether it says too little of the subject; of a part of a text: nothing."""
    share = subject.share_in(element)
    return share == 0 or (share < least and not _is_as_much_text(element, core))


def _is_as_much_text(element: Element, core: Element) -> bool:
    """Whether it looks like a part of the same text: long, as dense, in several lines, too."""
    return (
        element.prose >= _OF_A_PART * core.prose
        and element.prose * core.size >= _AS_DENSE * core.prose * element.size
        and element.links <= _FEW_LINKS * element.size
        and (not _is_one_line(element) or _is_one_line(core))
    )


def _is_one_line(element: Element) -> bool:
    return any(inner.line > _MOST_OF_A_LINE * element.prose for inner in element.walk())


def exclude_end_off_subject(core: Element, subject: Subject) -> None:
    """Mark excluded the boxes at the end of the core that say nothing of the subject.

    A box has a name that none of its siblings shares, and holds links or labels.
    """
    level = core
    for _ in range(_MOST_LEVELS):
        children = [e for e in level.elements() if not e.excluded and (e.size or e.has(*_PICTURES))]
        for box in children[: -_MOST_BOXES - 1 : -1]:
            if (
                box.prose >= _OF_AN_END * core.prose
                or not _is_box(box)
                or subject.share_in(core) < _MOSTLY
                or subject.share_in(box) >= _HARDLY * subject.share_in(core)
                or _has_namesake(box, level)
            ):
                break
            box.excluded = True
        rest = next((e for e in reversed(children) if not e.excluded), None)
        if rest is None or rest.prose < _MOST_OF_CORE * core.prose:
            return
        level = rest


def _is_box(element: Element) -> bool:
    """Whether it looks like a box of the template: named, and not all running text."""
    return (
        (element.tag in _BOXES or "-" in element.tag)
        and not element.inline
        and bool(element.hint)
        and "note" not in element.hint  # the notes of a text
        and (element.links > 0.1 * element.size or element.prose < 0.9 * element.size)
        and not _may_be_of_text(element)
        and not (element.has("h2", "h3", "h4") and element.has("p"))
        and (element.links > 0.2 * element.size or not element.has("table", "iframe", "video"))
    )


def _may_be_of_text(element: Element) -> bool:
    """Whether it is a paragraph, a quotation, paragraphs alone, a correction, or a picture.

    A picture comes with no more than its caption.
    """
    if element.tag in TEXT_TAGS:
        return True
    if element.size < _LONGEST_NOTICE and CORRECTION.search(element.text()):
        return True
    if element.has(*_PICTURES):
        return element.prose < _OF_A_CAPTION or element.has("figcaption")
    inner = element.elements()
    while len(inner) == 1 and inner[0].tag in _BOXES:
        inner = inner[0].elements()
    return bool(inner) and not element.links and all(e.tag == "p" for e in inner)


def _has_namesake(element: Element, parent: Element) -> bool:
    names = set(element.hint.split())
    return any(not names.isdisjoint(e.hint.split()) for e in parent.elements() if e is not element)
