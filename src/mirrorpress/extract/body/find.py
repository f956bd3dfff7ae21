"""Where the article stands on the page: a set of containers, not the best single node.

    1. Lines of running text give their weight to the elements around them, less with each level;
       the share of links and the vocabulary of the name weigh in. The best is the core.
    2. The body of an article is often split over siblings (a teaser, parts around an ad, "read
       on" containers). The core climbs to an ancestor as long as that brings more running text of
       its own kind, and stops at what is another article or a list of teasers.
    3. Inside, boilerplate is marked excluded: lists of links, boxes of buttons, forms; boxes at
       the end that say nothing of the page's subject, and boxes that ask readers to register.

Where containers are near in running text, what the page says of itself decides (`subject`).

The result is the tree itself: `core`, in which the excluded are to be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from mirrorpress.extract.body.asking_boxes import leave_out_asking_boxes
from mirrorpress.extract.body.boilerplate import (
    exclude_boilerplate,
    linked_headings,
    names_in_hosts,
    shows_others,
)
from mirrorpress.extract.body.conversations import exclude_conversations
from mirrorpress.extract.body.headed_boxes import exclude_headed
from mirrorpress.extract.body.next_articles import exclude_next_articles
from mirrorpress.extract.body.off_subject import exclude_end_off_subject, off_subject
from mirrorpress.extract.body.revive import (
    SCANT,
    forget_subjects,
    holding_headline,
    revive,
    revive_subject,
    shows_title,
)
from mirrorpress.extract.body.signup_boxes import exclude_signup_boxes
from mirrorpress.extract.body.subject import Subject
from mirrorpress.extract.body.walls import exclude_walls
from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.class_names import names_body
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.measure import (
    MOST_OF_A_CARD,
    component_names,
    is_container,
    measure,
    scale_of,
)
from mirrorpress.extract.page.tree import Element, Page
from mirrorpress.extract.words.vocabulary import ARTICLE, NEVER
from mirrorpress.urls import safe

_REACH = (1.0, 0.7, 0.4, 0.25, 0.15)  # share of a line's weight by levels above it
_LINKED_HEADINGS = frozenset(["h2", "h3", "h4", "h5"])
_OF_A_CARD = 0.25  # share of its weight that a line in a card gives to what is around the card
_NEAR = 0.25  # of the best candidate's merit, from which on another may be the article
_FAR_BEHIND = 0.12  # the same, where the best says next to nothing of what the page is about
_HARDLY_SAID = 0.1  # of the words of the subject
_SHORT = 3_000.0  # merit of a text that is the article, whatever it says
_MOST_NEAR = 20
_FEWEST_ENTRIES = 3
_OF_TEASERS = 0.1  # of what a list of teasers holds, that its linked headings are at least
# What asks for consent can be longer than the article, and be taken for it, so many times.
_MOST_ASKING = 3
_STILL = 0.5  # of its running text, that a body has without what asks for something
# Share of its merit that a candidate keeps that has no word of the title: one not far behind the
# best, and the best itself where it hardly has one.
_UNSAID, _UNSAID_FAR_BEHIND = 0.3, 0.1
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_OF_A_BOX = 0.1  # of the core's running text, what a box beside it may hold
_OF_A_FAR_BOX = 0.3  # the same, where it is no sibling of the core but of what holds it
_MANY = 4  # times the running text of a scant body, from which on the page is an overview
_SAID = 0.2  # of the words of the subject, that a short text about it has
_MOST_OF_PAGE = 0.6  # of its running text
_OF_A_TWIN = 0.6  # of its characters are running text


@dataclass(frozen=True, slots=True)
class Body:
    """The container of the article, in which excluded elements are not of it."""

    core: Element
    prose: float  # weight of its running text
    scale: float  # Latin characters that one character of the page is worth
    elements: tuple[Element, ...]  # of the whole page, in document order
    head: PageHead
    opening: tuple[Element, ...] = ()  # outside of the core, ahead of it: the text's beginning


def find_body(root: Page, url: str | None = None) -> Body:
    """The body of the page's article; its `prose` is 0 where there is no running text.

    Args:
        root: of the page.
        url: its address; what links to the same site in the text may be another article of it.
    """
    scale = scale_of(root)
    elements = measure(root, scale)
    head = PageHead(elements)
    own = _own_addresses(head, url)
    titles = [title for title in (head.title, head.first("og:title")) if title]
    excluded = [e for e in elements if e.excluded and e.tag not in NEVER]
    forget_subjects([e for e in excluded if e.hint], [*titles, *filter(None, own)])
    headed = holding_headline(elements, titles, root.prose)
    revive(root, [e for e in excluded if e.excluded], headed)
    exclude_conversations(elements)
    exclude_headed(elements)
    exclude_next_articles(elements, titles)
    statements = filter(None, (head.title, head.description))
    subject = Subject(statements, of_site=filter(None, (head.first("og:site_name"), url)))
    core = _core(root, subject, titles)
    if revive_subject(core, [e for e in excluded if e.excluded], headed, subject):
        core = _core(root, subject, titles)
    overview = _overview_around(core, root, subject)
    if overview is not None:
        return Body(overview, overview.prose, scale, tuple(elements), head)
    exclude_boilerplate(core, scale, names_in_hosts(map(safe, own)))
    exclude_end_off_subject(core, subject)
    exclude_signup_boxes(core, subject)
    exclude_walls(core)
    return Body(core, core.prose, scale, tuple(elements), head)


def at_container(body: Body, container: Element, url: str | None) -> Body:
    """The body in another container, without its boilerplate.

    Args:
        body: as it was found; its elements stay.
        container: of the page.
        url: as for `find_body`.
    """
    own = names_in_hosts(map(safe, _own_addresses(body.head, url)))
    exclude_boilerplate(container, body.scale, own)
    exclude_walls(container)
    return replace(body, core=container, prose=container.prose, opening=())


def _own_addresses(head: PageHead, url: str | None) -> tuple[str | None, ...]:
    """The addresses of a page, as it is known and as it says itself."""
    return (url, head.links.get("canonical"), head.first("og:url"))


def _core(root: Element, subject: Subject, titles: Sequence[str]) -> Element:
    """The container of the article, without what asks readers for something."""
    core = _climb(_best(root, subject), root, subject, titles)
    for _ in range(_MOST_ASKING):
        before = core.prose
        leave_out_asking_boxes(core, root)
        if not core.excluded and core.prose >= _STILL * before:
            break
        core = _climb(_best(root, subject), root, subject, titles)
    return core


def _living(root: Element) -> list[Element]:
    """All elements that are not in an excluded one, in document order."""
    living: list[Element] = []
    stack: list[Element] = [root]
    while stack:
        element = stack.pop()
        living.append(element)
        if element.children:
            stack += [
                child
                for child in element.children[::-1]
                if not (isinstance(child, str) or child.inline or child.excluded)
            ]
    return living


def _best(root: Element, subject: Subject) -> Element:
    """The element with the most running text near it, of what the page says it is about."""
    candidates: dict[int, Element] = {}
    living = _living(root)
    for element in living:
        element.score = 0.0
    cards = _cards(living)
    for element in [element for element in living if element.line > 0]:
        target: Element | None = element if is_container(element) else element.parent
        weight = element.line
        for share in _REACH:
            if target is None:
                break
            target.score += weight * share
            candidates[id(target)] = target
            if id(target) in cards:
                weight *= _OF_A_CARD
            target = target.parent
    if not candidates:
        return next(iter(root.find("article", "main", "body")), root)
    merits = {key: _merit(element) for key, element in candidates.items()}
    first = max(candidates, key=merits.__getitem__)
    rivals, unsaid = _rivals(candidates, merits, first, _NEAR), _UNSAID
    if len(rivals) < 2:
        if merits[first] > _SHORT or subject.share_in(candidates[first]) >= _HARDLY_SAID:
            return candidates[first]
        rivals, unsaid = _rivals(candidates, merits, first, _FAR_BEHIND), _UNSAID_FAR_BEHIND
    return max(rivals, key=lambda e: merits[id(e)] * (unsaid + subject.share_in(e)))


def _rivals(
    candidates: dict[int, Element], merits: dict[int, float], first: int, least: float
) -> list[Element]:
    """The best candidate, and those not far behind that have no part in it nor in one another.

    Args:
        candidates: by their identity.
        merits: of these.
        first: the best.
        least: share of its merit that a rival has.
    """
    near = [key for key in candidates if merits[key] >= least * merits[first]]
    rivals: list[Element] = []
    holders: set[int] = set()
    taken: set[int] = set()
    for key in sorted(near, key=lambda key: -merits[key])[:_MOST_NEAR]:
        above = [id(e) for e in candidates[key].ancestors()]
        if key in holders or not taken.isdisjoint(above):
            continue
        if key != first and _is_head(candidates[key]):
            continue
        rivals.append(candidates[key])
        taken.add(key)
        holders.update(above)
    return rivals


def _is_head(element: Element) -> bool:
    """Whether it is a headline with a subtitle: these say alone what the page is about."""
    return element.tag == "header" or (element.prose < SCANT and element.has("h1"))


def _cards(living: Iterable[Element]) -> set[int]:
    """Elements that show another article each: a heading that is a link, and few words."""
    cards: set[int] = set()
    for heading in [element for element in living if element.tag in _LINKED_HEADINGS]:
        if heading.links < 0.8 * heading.size:
            continue
        around = list(islice(heading.ancestors(), 4))
        holders = (around[0], next((e for e in around if e.tag in ("article", "li")), around[0]))
        cards |= {id(e) for e in holders if heading.size and e.prose < MOST_OF_A_CARD}
    return cards


def _merit(element: Element) -> float:
    merit = element.score * (1 - element.links / max(element.size, 1))
    if (
        names_body(element.hint)
        or element.attrs.get("itemprop") == "articleBody"
        or any(map(names_body, component_names(element)))
    ):
        return merit * 1.3
    if element.tag in ("article", "main") or ARTICLE.search(element.hint):
        return merit * 1.1
    if element.tag in ("body", "html", "form"):
        return merit * 0.8
    return merit


def _climb(core: Element, root: Element, subject: Subject, titles: Sequence[str]) -> Element:
    """The ancestor that holds the siblings over which the text is spread.

    What it holds on other subjects is marked excluded.
    """
    child = core
    others: list[Element] = []
    for parent in core.ancestors():
        entries = _entries_beside(child, titles)
        if parent is root or (
            child.tag in ("article", "main", "body") and not entries and not _is_part(child)
        ):
            break
        kin = [
            e
            for e in parent.elements()
            if e is child or id(e) in entries or _is_kin(e) or _is_twin(e, child)
        ]
        strangers = off_subject(kin, child, core, subject)
        strange = {id(e) for e in strangers}
        kin = [e for e in kin if id(e) not in strange]
        while _is_box_beside(kin[-1], child, core):
            kin.pop()
        others += strangers
        extra = parent.line + sum(e.prose for e in kin if e is not child)
        if extra > 0.06 * core.prose and extra > 60:
            core = parent
            for other in others:
                other.excluded = True
            others = []
        child = parent
    return core


def _entries_beside(element: Element, titles: Sequence[str]) -> set[int]:
    """The entries of an article, by identity, whose entries are `article` elements as this one.

    No entry has a headline, or a heading that leads to an article of its own. Pages that load the
    next articles below the first have a headline in each, one of them the page's. Entries may also
    be the items of a list, each with paragraphs or with an `article` of its own.
    """
    holder = element.parent
    if element.tag not in ("article", "li") or holder is None:
        return set()
    if holder.tag == "li" and holder.prose == element.prose:
        return {id(element)} if _entries_beside(holder, titles) else set()
    entries = [e for e in holder.elements() if e.tag == element.tag and e.prose and not e.excluded]
    if element.tag == "li" and not all(e.has("article", "p") for e in entries):
        return set()
    if len(entries) < _FEWEST_ENTRIES or any(e.has("h1") or shows_others(e) for e in entries):
        return set()
    keys = [loose(title) for title in titles]
    if any(shows_title(heading, keys) for e in entries for heading in e.find("h2")[:1]):
        return set()
    return set(map(id, entries))


def _is_part(element: Element) -> bool:
    """Whether it is an `article` element in a box that has a twin with another part of the text."""
    box = element.parent
    if element.tag != "article" or box is None or box.parent is None or not box.hint:
        return False
    twins = [e for e in box.parent.elements() if e is not box and _is_twin(e, box)]
    return any(e.has("article") and not e.has("h1") for e in twins) and not element.has("h1")


def _overview_around(core: Element, root: Element, subject: Subject) -> Element | None:
    """What holds most of the page's running text, where a scant body is one of many pieces.

    The text of an overview is spread over teasers, of which the longest is no article.
    """
    if core.prose >= SCANT or root.prose < _MANY * max(core.prose, SCANT):
        return None
    if subject.share_in(core) > _SAID:
        return None
    return next((e for e in core.ancestors() if e.prose > _MOST_OF_PAGE * root.prose), None)


def _is_box_beside(element: Element, child: Element, core: Element) -> bool:
    """Whether the last sibling that may be kin is a box with a subject of its own.

    It holds little, opens with a heading, has a name, and no class of what holds the core. Farther
    off, where the elements around the core hold nothing else, it may hold more.
    """
    if element is child or (element.parent and element.parent.tag in ("article", "main")):
        return False
    return (
        element.prose < (_OF_A_BOX if child is core else _OF_A_FAR_BOX) * core.prose
        and bool(element.hint)
        and set(element.hint.split()).isdisjoint(child.hint.split())
        and _opens_with_heading(element)
    )


def _opens_with_heading(element: Element) -> bool:
    inner = next((e for e in element.walk()[1:] if e.tag in _HEADINGS or e.line or e.inline), None)
    return inner is not None and inner.tag in _HEADINGS


def _is_twin(element: Element, child: Element) -> bool:
    """Whether a sibling has the very names of what holds the core, and is mostly running text.

    Beside the text of each there may be a column of links.
    """
    return (
        bool(child.hint)
        and element.hint == child.hint
        and element.tag == child.tag
        and not element.excluded
        and element.prose > max(_OF_A_TWIN * element.size, SCANT)
        and not _is_of_others(element)
    )


def _is_of_others(element: Element) -> bool:
    """Whether it shows other articles, and is no part of a text that has a few of them in it."""
    headings = list(linked_headings(element))
    if not headings:
        return False
    if sum(heading.size for heading in headings) > _OF_TEASERS * element.size:
        return True
    return next(e for e in element.walk() if e.line or e is headings[0]) is headings[0]


def _is_kin(element: Element) -> bool:
    """Whether a sibling of the core may carry on its text."""
    if element.excluded or element.prose <= 0 or element.tag in ("aside", "article", "form", "li"):
        return False
    if element.links > 0.3 * element.size:
        return False
    if element.line == element.prose:
        return True
    return element.prose > 0.4 * element.size and not _is_of_others(element)
