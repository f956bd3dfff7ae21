"""Who wrote an article: JSON-LD and meta, else what the page prints beside the headline.

    {"author": {"name": "Anna Kern"}}             believed first
    {"author": {"name": "Harbour Ledger"}}        the outlet: a printed name is better
    <a rel="author">Anna Kern</a>                 marked up as an author
    <span class="byline">By Anna Kern</span>      named like one
    <a href="/authors/anna-kern">Anna Kern</a>    leads to the page of an author
    <p>By Anna Kern</p>  <p>（记者 李安）</p>       said in a line

What stands beside the headline is believed before what stands elsewhere, and what stands in
comments and teasers is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from mirrorpress.extract.biographies import is_job
from mirrorpress.extract.jsonld import Linked
from mirrorpress.extract.names import (
    BY,
    is_label,
    is_name,
    is_person,
    is_team,
    may_sign,
    names_of,
    signed_names,
    unique,
)
from mirrorpress.extract.page_head import PageHead
from mirrorpress.extract.signatures import set_above, signed
from mirrorpress.extract.titles import loose
from mirrorpress.extract.tree import Element, squeezed

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
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|as|in)?|auteurs?|writers?|staff|journalists?|reporters?|"
    r"contributors?|columnists?|avtor|redakt(?:ion|eure?)|bylines?)(?:/|=|-)[^/?#]",
    re.IGNORECASE,
)
_PERSON_PAGE = re.compile(r"/(?:profiles?|person|people)/[^/?#]", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|respond|disqus|related|recommend(?:ed|ations)?|teasers?|"
    r"most-?(?:read|popular)|popular|trending|sidebar|newsletter)(?:$|[\s_-])"
)
_LINES = frozenset(
    ["p", "span", "div", "h3", "h4", "h5", "h6", "em", "strong", "small", "li", "header"]
)
_NO_BYLINES = frozenset(["meta", "link", "nav", "footer"])
_WHOLE = frozenset(["html", "body", "main", "h1"])
_HANDLE = re.compile(r"[a-z0-9]+(?:[._]+[a-z0-9]+)+|[A-Z]{1,3}")
_REVERSED = re.compile(r"([^\W\d_]{2,30}), ([^\W\d_]{2,30}(?: [^\W\d_]\.)?)")
_COMPANY = re.compile(r"\b(?:inc|gmbh|ltd|llc)\.?$", re.IGNORECASE)
_LABELS = frozenset(
    ["written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da"]
)
_SIGNING_LABELS = ("作者", "作者：", "作者:", "记者", "记者：", "记者:", "撰文", "撰文：", "撰文:")
_SENTENCE = re.compile(r"(?:\s[a-zà-ÿß-]{2,}){4}")  # four words in a row that begin small
# Attributes that name an element where the classes are made by a program.
_FOR_TESTS = frozenset(
    ["data-testid", "data-test", "data-qa", "data-cy", "data-component", "data-element"]
)
_MOST_INSIDE = 40  # elements of a byline that are looked at
_MARKS = " \t\n|•·–—-"  # that stand before a label
# The first two letters of the labels in Latin letters that `BY` and `is_label` know.
_STARTS = (
    "au", "by", "co", "do", "ei", "en", "es", "ge", "in", "pa", "po", "pu", "sc", "so", "st",
    "su", "te", "ve", "vo", "wo", "wr",
)  # fmt: skip
_BEGINNINGS = frozenset(  # in any case
    first + second
    for pair in _STARTS
    for first in (pair[0], pair[0].upper())
    for second in (pair[1], pair[1].upper())
)
# The first letter of the others, letters that are taken for a Latin one whatever the case, and
# what takes no room before a label.
_OTHER_BEGINNINGS = frozenset("éÉаА文图作撰执執采著記记本بكſİı\u200b\u2060\ufeff")
_BEFORE, _AFTER = 30, 90  # elements around the headline that are beside it
_MOST_ELEMENTS = 20_000  # read of a page; the longest of 958 pages has fewer
_LONGEST_LINE = 120  # characters
_MOST_SHOWN = 20_000  # characters beside the headline
_MOST_READ = 4000  # of one name or line
_AUTHOR_NAMES = [
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
    "citation_author",
    "article:author",
    "cxenseparse:author",
    "rbauthors",
    "creator",
    "authors",
    "dc.creator.creator",
    "cre",
    "og:article:author",
    "article.author",
    "mediaid",
]


def read_bylines(
    elements: Sequence[Element],
    head: PageHead,
    linked: Linked,
    publisher: str | None,
    url: str | None = None,
    at: int = 0,
) -> tuple[str, ...]:
    """The names of the writers; where the page prints none, of the outlet that it names.

    Args:
        elements: of the page, measured, in document order.
        head: its meta elements.
        linked: its JSON-LD.
        publisher: the name of the site.
        url: its address; a byline that is its host is no person.
        at: the place of the headline among the elements. Names beside it are believed first.
    """
    sources = (
        unique(name for text in linked.authors for name in names_of(text)),
        unique(_labelled(head)),
        unique(name for text in head.all(*_AUTHOR_NAMES) for name in _of_meta(text)),
    )
    host = loose((urlsplit(url or "").hostname or "").removeprefix("www."))
    weak: tuple[str, ...] = ()
    for names in sources:
        if any(not _is_outlet(name, loose(publisher), host) for name in names):
            if names is sources[-1] and (printed := _printed_instead(names, elements, at)):
                return printed
            return tuple(
                name
                for name in names
                if loose(name) != loose(publisher) and not _COMPANY.search(name)
            )
        weak = weak or names
    return _printed(elements, at, bool(weak)) or weak


def _labelled(head: PageHead) -> Iterable[str]:
    """Names in twitter:data1, where twitter:label1 is "Written by"."""
    for number in "12":
        if (head.first(f"twitter:label{number}") or "").casefold() in _LABELS:
            yield from names_of(head.first(f"twitter:data{number}"))


def _of_meta(text: str) -> tuple[str, ...]:
    if text.startswith("http"):
        return ()
    swapped = _REVERSED.fullmatch(text)
    return names_of(f"{swapped[2]} {swapped[1]}" if swapped else text)


def _is_outlet(name: str, site: str, host: str) -> bool:
    """Whether a name is that of the outlet, of a team, or an account without a name."""
    key = loose(name)
    if key == site or is_team(name) or _HANDLE.fullmatch(name):
        return True
    if len(key) >= 5 and (key in site or key in host):
        return True
    return len(site) >= 5 and site in key


def _printed(elements: Sequence[Element], at: int, near_only: bool) -> tuple[str, ...]:
    """Names that the page prints: marked up, named or linked as an author, said in a line.

    What stands far from the headline is read only where nothing beside it names a writer.
    """
    first, behind = max(0, at - _BEFORE), min(at + _AFTER + 1, _MOST_ELEMENTS)
    others: set[int] = set()
    before = _readable(elements[: min(first, _MOST_ELEMENTS)], others)
    beside = elements[first:behind]
    in_sidebars = {*others}
    names = _believed(_readable(beside, others), _KINDS)
    if not names and any("sidebar" in e.hint for e in beside):  # beside a headline it is about it
        names = _believed(_readable(beside, in_sidebars, sidebars=True), _KINDS)
    if names:
        return names
    signatures = [*_signatures(elements)]
    if near_only and not signatures:
        return ()
    after = _readable(elements[max(first, behind) : _MOST_ELEMENTS], others)
    if not near_only:
        far = [e for e in (*before, *after) if 1 < e.size < _LONGEST_LINE or "itemprop" in e.attrs]
        if names := _believed(far, _FAR_KINDS):
            return names
    return signed_names(text for element, text in signatures if id(element) not in others)


def _printed_instead(names: Sequence[str], elements: Sequence[Element], at: int) -> tuple[str, ...]:
    """The people named beside the headline, where the page shows none of the names there.

    Meta elements hold the names of companies and of whoever set up the page.
    """
    near = elements[max(0, at - _BEFORE) : at + _AFTER + 1]
    shown = loose("".join([e.text() for e in near if e.size < _LONGEST_LINE])[:_MOST_SHOWN])
    if any(loose(name) in shown for name in names):
        return ()
    printed = _believed(_readable(near, set()), _KINDS)
    return printed if any(is_person(name) and not is_team(name) for name in printed) else ()


def _readable(
    elements: Iterable[Element], others: set[int], *, sidebars: bool = False
) -> list[Element]:
    """The elements that are not in comments or teasers; the ids of those are added to `others`.

    What is ahead of them in the page must have been read before. With `sidebars`, what is named one
    is read, too.
    """
    found: list[Element] = []
    for element in elements:
        hint = element.hint
        if (others and id(element.parent) in others) or (
            hint
            and _names_others(hint.replace("sidebar", "") if sidebars else hint)
            and _is_of_others(element)
        ):
            others.add(id(element))
        elif element.tag not in _NO_BYLINES:
            found.append(element)
    return found


def _believed(elements: Iterable[Element], kinds: Iterable[str]) -> tuple[str, ...]:
    """The names of the first kind that names any.

    Of what is marked all count, of what is hinted all with the same hint, of the others the first.
    """
    asked = _by_kind(elements)
    for kind in kinds:
        read = _KINDS[kind]
        found = ((element.hint, names) for element in asked[kind] if (names := read(element)))
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
    marked, hinted, paged, profiled, said, above, signing = asked.values()  # as in `_KINDS`
    for place, element in enumerate(elements):
        tag, attrs = element.tag, element.attrs
        if attrs:
            if "itemprop" in attrs or "rel" in attrs:
                marked.append(element)
            if _is_named_author(element):
                hinted.append(element)
            if tag == "a":
                paged.append(element)
                if place <= 2 * _BEFORE:  # as far behind the headline as the first is ahead of it
                    profiled.append(element)
            elif tag in ("p", "div"):
                signing.append(element)
        if tag == "p":
            above.append(element)
        if tag in _LINES:
            said.append(element)
    return asked


def _is_of_others(element: Element) -> bool:
    """Whether an element named like one holds comments or teasers of other articles."""
    return element.tag not in _WHOLE and not element.has("h1") and not _is_below_headline(element)


def _is_below_headline(element: Element) -> bool:
    """Whether a short element follows the headline at once: it is about the same article."""
    return (
        element.size < _LONGEST_LINE
        and element.parent is not None
        and any(
            other.tag == "h1" and other.next_element() is element
            for other in element.parent.elements()[:_MOST_INSIDE]
        )
    )


def _marked(element: Element) -> tuple[str, ...]:
    attrs = element.attrs
    if not attrs or (attrs.get("rel") != "author" and attrs.get("itemprop") != "author"):
        return ()
    if element.size < _LONGEST_LINE and _is_of_picture(element):
        return ()
    for inner in element.walk()[1:40]:
        if inner.get("itemprop") == "name":
            text = spaced(inner) or squeezed(inner.get("content"))
            return names_of(text) if 1 < len(text) < 100 else ()
    if not 1 < element.size < _LONGEST_LINE:
        return ()
    inside = [e for e in element.walk()[1:_MOST_INSIDE] if _is_named_author(e)]
    several = unique(name for e in inside for name in _hinted(e))
    return several if len(several) > 1 else names_of(spaced(element))


def _hinted(element: Element) -> tuple[str, ...]:
    if not 1 < element.size < _LONGEST_LINE or element.tag == "button" or _is_of_picture(element):
        return ()
    if any(
        1 < inner.size < element.size and _is_named_author(inner) and is_name(inner.text())
        for inner in element.walk()[1:_MOST_INSIDE]
    ):
        return ()  # those inside are read
    if names := _each_name(element):
        return names
    text = spaced(element)
    plain = " ".join(text.split())
    if all(map(is_job, text.split("\n"))):
        return ()
    return names_of(text) if BY.match(plain) or is_name(plain) or "\n" in text else ()


def _is_named_author(element: Element) -> bool:
    """Whether its class or id is of an author, or the name that the tests of the site give it."""
    if element.hint and _names_authors(element.hint):
        return True
    return not _FOR_TESTS.isdisjoint(element.attrs) and any(
        _names_authors(element.get(name)[:_LONGEST_LINE].lower()) for name in _FOR_TESTS
    )


def _is_of_picture(element: Element) -> bool:
    """Whether it names who took a picture."""
    return (
        _OF_PICTURES.search(element.hint) is not None
        or _PICTURE.match(element.text()) is not None
        or any(parent.tag in ("figure", "figcaption") for parent in islice(element.ancestors(), 4))
    )


def _each_name(element: Element) -> tuple[str, ...]:
    """The names where each stands in an element of its own, with nothing between them."""
    inner = element.elements()
    while len(inner) == 1:
        element, inner = inner[0], inner[0].elements()
    if len(inner) < 2 or any(
        isinstance(child, str) and child.strip() for child in element.children
    ):
        return ()
    texts = [text for child in inner if child.size and not is_job(text := child.text())]
    if not all(" " in text and is_person(text) and not BY.match(text) for text in texts):
        return ()
    return unique(texts)


def _paged(element: Element) -> tuple[str, ...]:
    """A link to the page of an author."""
    if not 3 < element.size < 60:
        return ()
    if not _AUTHOR_PAGE.search(element.get("href")[:500]):
        return ()
    return tuple(name for name in names_of(spaced(element)) if is_person(name))


def _profiled(element: Element) -> tuple[str, ...]:
    """A link to the page of a person, on a line of its own: the article may be about others."""
    if not 3 < element.size < 60 or not _PERSON_PAGE.search(element.get("href")[:500]):
        return ()
    if element.parent is None or element.parent.size >= _LONGEST_LINE:
        return ()
    return tuple(name for name in names_of(spaced(element)) if is_person(name))


def _said(element: Element) -> tuple[str, ...]:
    """The names in a line that begins with "By", or below one that says "Written by" alone."""
    if 1 < element.size < 80:
        if not _may_begin(element):
            return _said_in_string(element)
        text = spaced(element)
        plain = " ".join(text.split()).lstrip(_MARKS)
        if is_label(plain):
            following = element.next_element()
            text = spaced(following) if following is not None and following.size < 60 else ""
            return tuple(name for name in names_of(text)[:1] if is_person(name))
        if BY.match(plain) and not plain.endswith((".", "。")):
            return tuple(name for name in names_of(text) if is_person(name))
        return ()
    return _said_in_string(element)


def _said_in_string(element: Element) -> tuple[str, ...]:
    """The names in the first string directly in an element that begins with "By"."""
    for child in element.children if element.size else ():
        if (
            isinstance(child, str)
            and 5 < len(child) < 200
            and _begins_label(child)
            and BY.match(child)
            and not _SENTENCE.search(child)
        ):
            return tuple(name for name in names_of(squeezed(child)) if is_person(name))
    return ()


_KINDS: dict[str, Callable[[Element], tuple[str, ...]]] = {
    "marked": _marked,
    "hinted": _hinted,
    "paged": _paged,
    "profiled": _profiled,
    "said": _said,
    "above": lambda element: unique([set_above(element)]),
    "signed": lambda element: unique([signed(element)]),
}
_FAR_KINDS = ("marked", "hinted", "said", "signed")  # the others count beside the headline only


def _may_begin(element: Element) -> bool:
    """Whether a line begins with the letters of a label: a quick test that most lines fail."""
    first = element.children[0] if element.children else ""
    if isinstance(first, str) and not first.isspace():
        return _begins_label(first)
    for text in element.strings():
        if text.strip():  # of a time element, it can stand before the label
            return _begins_label(text) or not text.lstrip(_MARKS)[:2].isascii()
    return False


def _begins_label(text: str) -> bool:
    start = text.lstrip(_MARKS)[:2]
    if start.isascii():
        return start in _BEGINNINGS
    return start[0] in _OTHER_BEGINNINGS or start[0].isascii() or start[0].isspace()


def _signatures(elements: Iterable[Element]) -> Iterator[tuple[Element, str]]:
    """Short strings and ends that can hold a Chinese or Japanese signature, and their elements."""
    for element in elements:
        for place, child in enumerate(element.children, 1):
            if isinstance(child, str) and not child.isascii():
                end = child.strip()[-60:]
                if end.endswith(_SIGNING_LABELS):  # the name is in the element behind it
                    following = element.children[place : place + 1]
                    end += "：" + "".join(
                        [e.text()[:60] for e in following if not isinstance(e, str) and e.size < 20]
                    )
                if may_sign(end):
                    yield element, end


def spaced(element: Element) -> str:
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
            if apart and pieces and pieces[-1][-1:].isalnum() and node[:1].isalnum():
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


@lru_cache(maxsize=4096)
def _names_others(hint: str) -> bool:
    return _OTHERS.search(hint) is not None
