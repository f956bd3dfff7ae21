"""Pages set in another form that means the same, as outlets build them."""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Callable

import lxml.html
from lxml.html import HtmlElement
from lxml.html.builder import E

_VOID = re.compile(r"</(?:source|track|wbr)>")
_SHORTEST = 40  # characters of a paragraph that is moved
_FEWEST = 6  # paragraphs of a container that is parted


def in_form(page: str, form: Callable[[HtmlElement], None] | None) -> str:
    """The page as a parser writes it out, changed by `form` before."""
    root = lxml.html.document_fromstring(
        page.encode(), parser=lxml.html.HTMLParser(encoding="utf-8")
    )
    if form is not None:
        form(root)
    markup = lxml.html.tostring(root, encoding="unicode")
    return "<!DOCTYPE html>" + _VOID.sub("", markup)  # libxml2 does not know these elements


def two_parts(root: HtmlElement) -> None:
    """The text in two containers, each three deep."""
    _part(root, 2, named=False)


def three_named_parts(root: HtmlElement) -> None:
    """The text in three containers, each with classes of its own."""
    _part(root, 3, named=True)


def boxed_paragraphs(root: HtmlElement) -> None:
    """Each paragraph in a container of its own, three deep."""
    for paragraph in _paragraphs(root):
        _wrap(paragraph, ["section", "div", "div"])


def in_a_form(root: HtmlElement) -> None:
    """The whole page in one form, as ASP.NET writes it."""
    body = root.find("body")
    if body is not None:
        form = E.form({"method": "post", "action": "./page.aspx"})
        form.extend(list(body))
        body.append(form)


def in_a_shadow_root(root: HtmlElement) -> None:
    """The text in a template that browsers show."""
    for container, _ in _containers(root)[:1]:
        template = E.template({"shadowrootmode": "open"})
        template.extend(list(container))
        container.append(template)


def in_a_sidebar(root: HtmlElement) -> None:
    """The text in a container with the name of a box beside it."""
    for container, _ in _containers(root)[:1]:
        container.set("class", "sidebar")


def twice(root: HtmlElement) -> None:
    """The container of the text, and a copy of it behind."""
    _copy(root, "", "")


def twice_by_width(root: HtmlElement) -> None:
    """One for wide and one for narrow screens, of which a style sheet hides one."""
    _copy(root, "hidden md:block", "md:hidden")


def in_headings(root: HtmlElement) -> None:
    """Each paragraph as a small heading, as some editors choose for its size."""
    for paragraph in list(root.iter("p")):
        paragraph.tag = "h5"


def plain_figures(root: HtmlElement) -> None:
    """Figures and captions as plain containers."""
    for element in list(root.iter("figure", "figcaption")):
        element.tag = "div"


def _copy(root: HtmlElement, wide: str, narrow: str) -> None:
    for container, _ in _containers(root)[:1]:
        if container.tag in ("body", "html"):
            continue
        other = copy.deepcopy(container)
        for element in other.iter():
            element.attrib.pop("id", None)
        tail, container.tail, other.tail = container.tail, None, None
        first, second = E.div({"class": wide}), E.div({"class": narrow})
        container.addprevious(first)
        first.addnext(second)
        second.tail = tail
        first.append(container)
        second.append(other)


def _paragraphs(root: HtmlElement) -> list[HtmlElement]:
    return [p for p in root.iter("p") if len(p.text_content().strip()) >= _SHORTEST]


def _containers(root: HtmlElement) -> list[tuple[HtmlElement, list[HtmlElement]]]:
    """The parents of several paragraphs with these, the one with the most text first."""
    found: dict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    for paragraph in _paragraphs(root):
        found[paragraph.getparent()].append(paragraph)
    several = [(parent, inner) for parent, inner in found.items() if len(inner) >= _FEWEST]
    return sorted(several, key=lambda each: -sum(len(p.text_content()) for p in each[1]))


def _part(root: HtmlElement, number: int, *, named: bool) -> None:
    for container, paragraphs in _containers(root):
        children = list(container)
        starts = [children.index(paragraphs[len(paragraphs) * n // number]) for n in range(number)]
        ends = [*starts[1:], children.index(paragraphs[-1]) + 1]
        for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
            inner = E.div()
            outer = E.div({"class": f"k{n}q x{n * 7}z"} if named else {}, E.div(inner))
            container.insert(container.index(children[start]), outer)
            inner.extend(children[start:end])


def _wrap(element: HtmlElement, tags: list[str]) -> None:
    parent = element.getparent()
    tail, element.tail = element.tail, None
    place = parent.index(element)
    for tag in reversed(tags):
        element = getattr(E, tag)(element)
    element.tail = tail
    parent.insert(place, element)
