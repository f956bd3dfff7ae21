"""How an element of a page names who wrote the article: a kind for each way, a function for each.

    marked      <a rel="author">Anna Kern</a>                 as an author, by an attribute
    hinted      <span class="byline">By Anna Kern</span>      by its class or id
    paged       <a href="/authors/anna-kern">Anna Kern</a>    it leads to the page of an author
    profiled    <a href="/people/anna-kern">Anna Kern</a>     to the page of a person
    said        <p>By Anna Kern</p>                           in a line that begins with a label
    joined      <p>4 May 2031 | By Anna Kern</p>              in a line that holds more, behind one
    above       <p><b>Anna Kern</b></p> <p>The old quay …     alone above the first paragraph
    signed      <p align="right">Anna Kern</p>                alone under the text
    dated       <li>Anna Kern</li> <li>4 May 2031</li>        alone beside a date
    rowed       <td>4 May 2031 | Anna Kern</td>               beside a date in a line

Which elements are asked, and what is believed first, `bylines` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice

from mirrorpress.extract.fields.biographies import is_job
from mirrorpress.extract.fields.byline_labels import MARKS, BylineLabels
from mirrorpress.extract.fields.byline_rows import (
    ahead_of_job,
    beside_date_in_row,
    first_in_row,
    said_in_row,
)
from mirrorpress.extract.fields.cards import Cards
from mirrorpress.extract.fields.names import is_name, is_person, names_of, unique
from mirrorpress.extract.fields.other_roles import has_other_role
from mirrorpress.extract.fields.signatures import beside_date, set_above, signed
from mirrorpress.extract.page.tree import Element, squeezed
from mirrorpress.extract.page.writer_pages import is_of_author, is_of_person
from mirrorpress.text.folding import is_of_word

_BYLINE_HINT = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|autor|autoren|auteur|writer|reporter|posted-by|submitted|"
    r"creator|"
    r"contributor|editor-name|zuozhe|avtor|(?:article|post|entry|story|news)-?author)"
    r"(?:$|[\s_-]|name|link|info|wrapper|popover|s\b)|byline"
)
_OF_PICTURES = re.compile(
    r"(?:^|[\s_-])(?:media|photos?|images?|pictures?|fotos?|figcaption|captions?|credits?)(?:$|[\s_-])"
)
_PICTURE = re.compile(r"\W*(?:foto|photo|image|bild|picture|getty|©)", re.IGNORECASE)
_LINES = frozenset(["p", "div", "section", "header", "address", "center"]).union(
    ["h3", "h4", "h5", "h6"],
    ["span", "em", "strong", "b", "i", "small", "font", "cite"],
    ["ul", "li", "dt", "dd", "table", "tr", "td", "th"],
)
_ENDS = re.compile(r"(?<![ .][JS]r)(?<!\.[A-Z])(?<!\bPhD)[.。]$")  # a sentence, not a name
_SENTENCE = re.compile(r"(?:\s[a-zà-ÿß-]{2,}){4}")  # four words in a row that begin small
# Attributes that name an element where the classes are made by a program.
_FOR_TESTS = frozenset(
    ("data-testid", "data-test", "data-qa", "data-cy", "data-component", "data-element")
)
_NAMED = _FOR_TESTS | {"aria-labelledby"}
_AUTHOR_PROPERTIES = frozenset(("author", "schema:author"))  # RDFa
_MOST_READ = 4000  # of one name or line
_MOST_INSIDE = 40  # elements of a byline that are looked at
_LONGEST_LINE = 120  # characters
_MOST_PROFILED = 60  # elements, from the first on, whose links can lead to the page of the writer


def names_in(
    elements: Iterable[Element], cards: Cards, labels: BylineLabels, *, far: bool = False
) -> tuple[str, ...]:
    """The names of the first kind that names any; none of those that other articles have in cards.

    Of what is marked all count, of what is hinted all with the same hint, of the others the first.
    Where the elements are `far` from the headline, only the kinds that count anywhere are asked.
    """
    asked = _by_kind(elements)
    for kind in _FAR_KINDS if far else _KINDS:
        read = _KINDS[kind]
        found = (
            (element.hint, names)
            for element in asked[kind]
            if (names := read(element, labels))
            and not has_other_role(element)
            and not cards.hold(element)
        )
        row = next(found, None)
        if row is None:
            continue
        hint, names = row
        if kind == "marked":
            names = (*names, *(name for _, more in found for name in more))
        elif kind == "hinted":
            names = (*names, *(name for other, more in found if other == hint for name in more))
        return unique(names)
    return ()


def _by_kind(elements: Iterable[Element]) -> dict[str, list[Element]]:
    """The elements by how they can name a writer: a quick test, for most can in no way."""
    asked: dict[str, list[Element]] = {kind: [] for kind in _KINDS}
    marked, hinted, paged, profiled, said, joined, above, signing, dated = [*asked.values()][:9]
    asked["rowed"] = dated
    for place, element in enumerate(elements):
        tag, attrs = element.tag, element.attrs
        if attrs:
            if "itemprop" in attrs or "rel" in attrs or "property" in attrs:
                marked.append(element)
            if _is_named_author(element):
                hinted.append(element)
            if tag == "a":
                paged.append(element)
                if place <= _MOST_PROFILED:
                    profiled.append(element)
            elif tag in ("p", "div"):
                signing.append(element)
        if tag == "p":
            above.append(element)
        if tag in _LINES:
            said.append(element)
            if 3 < element.size <= _LONGEST_LINE:
                joined.append(element)
                if not element.links:
                    dated.append(element)
    return asked


def _marked(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    attrs = element.attrs
    if not (
        attrs.get("rel") == "author"
        or attrs.get("itemprop") == "author"
        or attrs.get("property") in _AUTHOR_PROPERTIES
    ):
        return ()
    if element.size < _LONGEST_LINE and _is_of_picture(element):
        return ()
    for inner in element.walk()[1:_MOST_INSIDE]:
        if inner.get("itemprop") == "name":
            text = _spaced(inner) or squeezed(inner.get("content"))
            return labels.names_in(text) if 1 < len(text) < 100 else ()
    if not 1 < element.size < _LONGEST_LINE:
        return ()
    inside = [e for e in element.walk()[1:_MOST_INSIDE] if _is_named_author(e)]
    several = unique(name for e in inside for name in _hinted(e, labels))
    return several if len(several) > 1 else labels.names_in(_spaced(element))


def _hinted(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    if "aria-labelledby" in element.attrs:
        return _in_list(element)
    if not 1 < element.size < _LONGEST_LINE or element.tag == "button" or _is_of_picture(element):
        return ()
    if any(
        1 < inner.size < element.size and _is_named_author(inner) and is_name(inner.text())
        for inner in element.walk()[1:_MOST_INSIDE]
    ):
        return ()  # those inside are read
    if names := _each_name(element, labels):
        return names
    text = _spaced(element)
    plain = " ".join(text.split())
    if all(map(is_job, text.split("\n"))):
        return unique([ahead_of_job(element)])
    if labels.begins(plain) or is_name(plain) or "\n" in text:
        return labels.names_in(text)
    return unique([first_in_row(element)])


def _in_list(section: Element) -> tuple[str, ...]:
    """The names in the first item of a list, behind what the item is, which nobody sees.

    <li><span>Author, </span><span>Anna Kern</span></li> <li><span>Role, </span>…
    """
    first = next(iter(section.find("li")), None)
    lines = _spaced(first).split("\n") if first is not None else [""]
    if lines[0].endswith((",", "،", "，")):
        lines = lines[1:]
    return names_of("\n".join(lines))


def _is_named_author(element: Element) -> bool:
    """Whether its class or id is of an author, or its name for tests or for screen readers."""
    if element.hint and _names_authors(element.hint):
        return True
    return not _NAMED.isdisjoint(element.attrs) and any(
        _names_authors(element.get(name)[:_LONGEST_LINE].lower()) for name in _NAMED
    )


def _is_of_picture(element: Element) -> bool:
    """Whether it names who took a picture."""
    return (
        _OF_PICTURES.search(element.hint) is not None
        or _PICTURE.match(element.text()) is not None
        or any(parent.tag in ("figure", "figcaption") for parent in islice(element.ancestors(), 4))
    )


def _each_name(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    """The names where each stands in an element of its own, with nothing between them."""
    inner = element.elements()
    while len(inner) == 1:
        element, inner = inner[0], inner[0].elements()
    if len(inner) < 2 or any(
        isinstance(child, str) and child.strip() for child in element.children
    ):
        return ()
    texts = [text for child in inner if child.size and not is_job(text := child.text())]
    if not all(" " in text and is_person(text) and not labels.begins(text) for text in texts):
        return ()
    return unique(texts)


def _paged(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    """A link to the page of an author."""
    if not 3 < element.size < 60:
        return ()
    if not is_of_author(element.get("href")):
        return ()
    return tuple(name for name in labels.names_in(_spaced(element)) if is_person(name))


def _profiled(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    """A link to the page of a person, on a line of its own: the article may be about others."""
    if not 3 < element.size < 60 or not is_of_person(element.get("href")):
        return ()
    if element.parent is None or element.parent.size >= _LONGEST_LINE:
        return ()
    return tuple(name for name in labels.names_in(_spaced(element)) if is_person(name))


def _said(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    """The names in a line that begins with "By", or below one that says "Written by" alone."""
    if not 1 < element.size < 80:
        return _said_in_string(element, labels)
    if not _may_begin(element, labels):
        ahead = labels.ahead(element.text()) if labels.has_behind else ()
        return ahead or _said_in_string(element, labels)
    text = _spaced(element).lstrip(MARKS)
    plain = " ".join(text.split())
    if labels.is_label(plain):
        following = element.next_element()
        text = _spaced(following) if following is not None and following.size < 60 else ""
        return tuple(name for name in labels.names_in(text)[:1] if is_person(name))
    if labels.begins(plain) and not _ENDS.search(plain):
        return tuple(name for name in labels.names_in(text) if is_person(name))
    return labels.ahead(plain)


def _said_in_string(element: Element, labels: BylineLabels) -> tuple[str, ...]:
    """The names in the first string directly in an element that begins with "By"."""
    for child in element.children if element.size else ():
        if (
            isinstance(child, str)
            and 5 < len(child) < 200
            and labels.may_begin(child)
            and labels.begins(child)
            and not _SENTENCE.search(child)
        ):
            names = labels.names_in(squeezed(child))
            if not names or not is_person(names[0]):
                return ()  # a sentence: "By counting ferries, Ana Costa found that …"
            return tuple(name for name in names if is_person(name))
    return ()


def _in_row(element: Element, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names in a row, none of a caption."""
    return () if names and _is_of_picture(element) else names


_KINDS: dict[str, Callable[[Element, BylineLabels], tuple[str, ...]]] = {
    "marked": _marked,
    "hinted": _hinted,
    "paged": _paged,
    "profiled": _profiled,
    "said": _said,
    "joined": lambda element, labels: _in_row(element, said_in_row(element, labels)),
    "above": lambda element, _: unique([set_above(element)]),
    "signed": lambda element, _: unique([signed(element)]),
    "dated": lambda element, _: unique([beside_date(element)]),
    "rowed": lambda element, labels: _in_row(element, beside_date_in_row(element, labels)),
}
# The others count beside the headline only.
_FAR_KINDS = ("marked", "hinted", "said", "joined", "signed")


def _may_begin(element: Element, labels: BylineLabels) -> bool:
    """Whether a line begins with the letters of a label: a quick test that most lines fail."""
    first = element.children[0] if element.children else ""
    if isinstance(first, str) and not first.isspace():
        return labels.may_begin(first)
    for text in element.strings():
        if text.strip():  # of a time element, it can stand before the label
            return labels.may_begin(text) or not text.lstrip(MARKS)[:2].isascii()
    return False


def _spaced(element: Element) -> str:
    """The text of a short element, with a line feed where two elements stand glued together.

    Blocks and time elements are lines of their own; what a time element says is left out.
    """
    children = element.children
    if len(children) == 1 and isinstance(children[0], str) and len(children[0]) < _MOST_READ:
        alone = children[0].replace("\n", " ")
        return "" if element.tag in ("time", "br") else squeezed(alone)
    pieces: list[str] = []
    stack: list[Element | str | bool] = [element]
    apart = False  # an element began or ended after the last piece
    while stack:
        node = stack.pop()
        if isinstance(node, bool):  # the end of an element: of a block, or of an inline one
            apart = True
            if node:
                pieces.append("\n")
        elif isinstance(node, str):
            if apart and pieces and is_of_word(pieces[-1][-1:]) and node[:1].isalnum():
                pieces.append("\n")
            pieces.append(node if node.strip() else " ")
            apart = False
        elif node.tag in ("time", "br"):
            pieces.append("\n")
        else:
            apart = True
            if not node.inline:
                pieces.append("\n")
            stack.append(not node.inline)
            stack += node.children[::-1]
    text = "".join(piece if piece == "\n" else piece.replace("\n", " ") for piece in pieces)
    lines = (squeezed(line) for line in text[:_MOST_READ].split("\n"))
    return "\n".join(line for line in lines if line)


@lru_cache(maxsize=4096)
def _names_authors(hint: str) -> bool:
    return _BYLINE_HINT.search(hint) is not None and "follow" not in hint
