"""The page as a tree of our own: light elements, text as plain strings.

lexbor parses; its nodes are proxies that need a call for each access. The copy made here, in
one walk, is what all later stages read. It leaves out comments and what is never text.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Final, TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SUBJECTS = re.compile(r"\b(?:category|tag)-[^\s]+")  # WordPress: what a post is about
_SPACES = re.compile(r"\s+")
_UNSEEN = re.compile("[\u200b\ufeff\u2060]")  # takes no room on a line
# Characters of no text, C0 and C1 without white space, and those that cannot be encoded.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Levels of elements; what is deeper becomes siblings at the last. The stages behind call
# themselves up to five times a level, and Python allows a thousand calls.
_MANY = 2000  # elements of a page that may hold hollow ones
_HOLLOW = 100  # elements in one that has no more than so many characters:
_LONG = 400
MAX_LEVELS: Final = 128
MAX_NODES: Final = 100_000  # copied at most; the rest of a larger page is left out
# What is never text of an article. Menus make up a third of a page's elements.
_SILENT = frozenset(
    (
        "script",
        "style",
        "template",
        "svg",
        "math",
        "nav",
        "select",
        "textarea",
        "datalist",
        "canvas",
        "-comment",
        "!--",
        "-doctype",
    )
)

# Names of elements that most pages have, to be had by a number: lexbor spells a name anew for
# each element.
_USUAL = """
    a abbr address article aside audio b blockquote body br button caption cite code col dd div dl
    dt em figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr i iframe img input label
    li link main meta nav noscript ol option p picture pre section select small source span strong
    sub sup table tbody td textarea tfoot th thead time title tr u ul video
"""


def _names_by_number() -> dict[int, str]:
    """The usual names by lexbor's numbers for them, "" for what is silent; "-text" for text."""
    empty = LexborHTMLParser("")
    names = {empty.create_node(name).tag_id: name for name in _USUAL.split()}
    names = {number: "" if name in _SILENT else name for number, name in names.items()}
    body = LexborHTMLParser("text").body
    text = body.first_child if body is not None else None
    return names | ({text.tag_id: "-text"} if text is not None else {})


_NAMES: Final = _names_by_number()
_FRAMES = frozenset(("table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "menu", "ruby"))

Node: TypeAlias = "Element | str"


class Element:
    """An element with its attributes and children; a child is an element or a string."""

    __slots__ = (
        "attrs",
        "children",
        "excluded",
        "hint",
        "inline",
        "line",
        "links",
        "marked",
        "parent",
        "prose",
        "score",
        "size",
        "tag",
    )

    def __init__(
        self, tag: str, attrs: dict[str, str | None], parent: Element | None = None
    ) -> None:
        self.tag = tag
        self.attrs = attrs
        self.parent = parent
        self.children: list[Node] = []
        names = attrs.get("class")
        if "id" in attrs:
            names = f"{names or ''} {attrs['id'] or ''}"
        if names:
            names = names.strip().lower()
            if "category-" in names or "tag-" in names:
                names = _SUBJECTS.sub("", names)
        self.hint = names or ""  # class and id, lower case
        # Set by `measure`:
        self.size = 0  # characters of all text below
        self.links = 0  # of them, those inside links
        self.line = 0.0  # weight of the text directly in it
        self.prose = 0.0  # weight of all running text below
        self.score = 0.0  # as a candidate for the body
        self.marked = False  # its line is punctuated like a sentence
        self.inline = False  # it and all below it are inline
        self.excluded = False  # not of the article by name, state or vocabulary

    def __repr__(self) -> str:
        return f"<{self.tag} {self.hint.strip()!r} {self.size}>"

    def get(self, name: str) -> str:
        """An attribute's value, "" where it is not set."""
        return self.attrs.get(name) or ""

    def elements(self) -> list[Element]:
        """Child elements."""
        return [child for child in self.children if child.__class__ is not str]  # type: ignore[misc]

    def walk(self) -> list[Element]:
        """This element and all below it, in document order."""
        found: list[Element] = []
        stack = [self]
        while stack:
            element = stack.pop()
            found.append(element)
            if element.children:
                stack += [child for child in element.children[::-1] if child.__class__ is not str]  # type: ignore[misc]
        return found

    def find(self, *tags: str) -> list[Element]:
        """The elements below with one of these names, in document order."""
        return [element for element in self.walk()[1:] if element.tag in tags]

    def outermost(self, tag: str, *, within: str = "") -> list[Element]:
        """The elements of a name below, none that is inside another of it or in a `within`."""
        found: list[Element] = []
        stack = self.elements()[::-1]
        while stack:
            element = stack.pop()
            if element.tag == tag:
                found.append(element)
            elif element.children and element.tag != within:
                stack += element.elements()[::-1]
        return found

    def has(self, *tags: str) -> bool:
        """Whether an element of one of these names is below."""
        stack = self.elements()
        while stack:
            element = stack.pop()
            if element.tag in tags:
                return True
            if element.children:
                stack += element.elements()
        return False

    def next_element(self) -> Element | None:
        """The element that follows it in its parent."""
        if self.parent is None:
            return None
        children = self.parent.children
        behind = map(children.__getitem__, range(children.index(self) + 1, len(children)))
        return next((child for child in behind if isinstance(child, Element)), None)

    def ancestors(self) -> Iterator[Element]:
        """Parents, the nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def is_left_out(self) -> bool:
        """Whether it, or what it is in, is excluded."""
        return self.excluded or any(parent.excluded for parent in self.ancestors())

    def leave_out(self) -> None:
        """Mark it excluded; its running text counts no longer for what holds it."""
        if not self.excluded:
            self.excluded = True
            self.weigh(-self.prose)

    def weigh(self, prose: float) -> None:
        """Add running text to what holds it, up to what is excluded: its own counts no further."""
        for parent in self.ancestors():
            parent.prose += prose
            if parent.excluded:
                break

    def strings(self, *, shown: bool = False) -> Iterator[str]:
        """All text below, piece by piece; `shown` leaves out words of a line that are hidden."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                yield node
            elif not (shown and node.inline and node.excluded):
                if node.tag == "br":
                    yield " "
                stack += node.children[::-1]

    def text(self) -> str:
        """All text below, runs of white space as one space (an ideographic one alone stays)."""
        children = self.children
        if len(children) == 1 and isinstance(children[0], str):  # as most have
            return squeezed(children[0])
        return squeezed("".join(self.strings()))

    def shown_text(self) -> str:
        """`text`, without the words inside its lines that the page does not show."""
        return squeezed("".join(self.strings(shown=True)))


class Page(Element):
    """The html element of a page, which knows its elements and strings in document order.

    Each stage begins with all elements, and none moves one.
    """

    __slots__ = ("order", "texts")

    def __init__(self, attrs: dict[str, str | None]) -> None:
        super().__init__("html", {})  # what names the page names no part of it: no hint
        self.attrs = attrs
        self.order: list[Element] = []  # without itself: held by itself, it could not be released
        self.texts: list[str] = []

    def walk(self) -> list[Element]:
        """This element and all below it, in document order."""
        return [self, *self.order]


def without_hollow(elements: Sequence[Element]) -> Sequence[Element]:
    """The elements of a measured page without those that hold hundreds of others and hardly a word.

    Lines of text are read wherever they may stand. A page can nest a line a hundred levels deep
    around a hundred thousand empty elements, which would be walked at each level.

    Args:
        elements: of the page, in document order; the first is the root, which stays.
    """
    if len(elements) < _MANY:  # as most
        return elements
    inside: dict[int, int] = {}  # an element's id: how many elements are below it
    for element in reversed(elements):
        count = inside.get(id(element), 0) + 1
        if element.parent is not None:
            above = id(element.parent)
            inside[above] = inside.get(above, 0) + count
    root, *others = elements
    return [root, *(e for e in others if e.size > _LONG or inside.get(id(e), 0) <= _HOLLOW)]


def kind_of(element: Element) -> tuple[str, str]:
    """The name of an element and its first class."""
    return element.tag, next(iter(element.hint.split()), "")


def common_holder(elements: Sequence[Element]) -> Element | None:
    """The nearest element that holds all of some elements; None where there is none."""
    if not elements:
        return None
    around = [*elements[0].ancestors()]
    for element in elements[1:]:
        others = {id(parent) for parent in element.ancestors()}
        around = [parent for parent in around if id(parent) in others]
    return around[0] if around else None


def release(elements: Iterable[Element]) -> None:
    """Cut the ties of a tree that is no longer needed.

    Parents and children hold each other; untied, their memory is free at once and need not wait
    for the cycle collector, which is a third of the time of a long run.
    """
    for element in elements:
        element.parent = None
        element.children = []


@contextmanager
def uncollected() -> Iterator[None]:
    """The cycle collector rests meanwhile: a page's tree is bounded, and `release` unties it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def collapsed(text: str) -> str:
    """Text with each run of white space as one space, without what shows nothing or is no text.

    An ideographic space is shown as wide as a character and stays where it stands alone.
    """
    if not text.isascii():
        if "\u200b" in text or "\ufeff" in text or "\u2060" in text:
            text = _UNSEEN.sub("", text)
        if "\u3000" in text:
            text = _CONTROLS.sub("", text)
            return _SPACES.sub(lambda run: " " if run[0].strip("\u3000") else run[0], text)
    words = " ".join(text.split())
    if not words.isprintable() and _CONTROLS.search(words):
        return collapsed(_CONTROLS.sub("", text))
    before = " " if text[:1].isspace() else ""
    after = " " if words and text[-1:].isspace() else ""
    return before + words + after


def squeezed(text: str) -> str:
    """`collapsed`, with no white space at the ends."""
    if text.isascii():
        words = " ".join(text.split())
        if words.isprintable():
            return words
    return collapsed(text).strip()


def parse(markup: str) -> Page:
    """The tree of a page that `repair` has bounded. The root is the html element."""
    source = LexborHTMLParser(markup).root
    if source is None:
        return Page({})
    root = Page(source.attributes)
    order, texts = root.order, root.texts
    parent: Element = root
    node, children = source.first_child, root.children
    later: list[tuple[LexborNode | None, Element]] = []  # siblings that follow, and where
    room = iter(range(MAX_NODES - 1, -1, -1))
    for left in room:
        while node is None:
            if not later:
                return root
            node, parent = later.pop()
            children = parent.children
        tag = _NAMES.get(node.tag_id)
        if tag is None:  # of no usual name
            tag = node.tag
            tag = "" if tag is None or tag in _SILENT else tag
        if tag == "-text":
            text = node.text_content or ""
            children.append(text)
            texts.append(text)
        elif tag:
            element = Element(tag, node.attributes, parent)
            children.append(element)
            order.append(element)
            inner = node.first_child
            if inner is not None:
                if len(later) < MAX_LEVELS - 1:
                    later.append((node.next, parent))
                    node, parent, children = inner, element, element.children
                    continue
                taken = _lay_out(node, element, root, left)
                next(islice(room, taken, taken), None)
        node = node.next
    return root


def _lay_out(node: LexborNode, parent: Element, page: Page, most: int) -> int:
    """Give all that is below a node to one element, side by side; how many nodes that were.

    Elements without elements of their own are kept, so that paragraphs stay apart; of the others
    the text is.
    """
    holder: Element | None = parent
    while holder is not None and holder.tag in _FRAMES:  # in which only parts of theirs are read
        holder.tag = "div"
        holder = holder.parent
    count = 0
    stack: list[LexborNode | None] = [*reversed([*node.iter(include_text=True)])]
    while stack and count < most:
        child = stack.pop()
        count += 1
        if child is None:
            parent.children.append(" ")
        elif child.tag == "-text":
            text = child.text_content or ""
            parent.children.append(text)
            page.texts.append(text)
        elif child.tag is not None and child.tag not in _SILENT:
            inner = list(child.iter(include_text=True))
            if child.tag not in _FRAMES and all(each.tag == "-text" for each in inner):
                element = Element(child.tag, child.attributes, parent)
                texts = [each.text_content or "" for each in inner]
                element.children = [*texts]
                parent.children.append(element)
                page.order.append(element)
                page.texts += texts
            else:
                parent.children.append(" ")
                stack += [None, *inner[::-1]]
    return count
