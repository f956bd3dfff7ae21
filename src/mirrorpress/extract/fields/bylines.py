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
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from mirrorpress.extract.fields.byline_elements import names_in
from mirrorpress.extract.fields.byline_labels import BylineLabels, labels_of
from mirrorpress.extract.fields.names import (
    is_person,
    is_team,
    may_sign,
    names_of,
    signed_names,
    unique,
)
from mirrorpress.extract.fields.reporters import reporters_of
from mirrorpress.extract.fields.statements import Statements
from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.tree import Element

_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|respond|disqus|related|recommend(?:ed|ations)?|teasers?|"
    r"most-?(?:read|popular)|popular|trending|sidebar|newsletter)(?:$|[\s_-])"
)
_NO_BYLINES = frozenset(["meta", "link", "nav", "footer"])
_WHOLE = frozenset(["html", "body", "main", "h1"])
_SHORTEST_OUTLET = 3  # letters of its name
_HANDLE = re.compile(r"[a-z0-9]+(?:[._]+[a-z0-9]+)+|[A-Z]{1,3}")
_REVERSED = re.compile(r"([^\W\d_]{2,30}), ([^\W\d_]{2,30}(?: [^\W\d_]\.)?)")
_COMPANY = re.compile(
    r"\b(?:inc|gmbh|ltd|llc|plc|sp\.? z ?o\. ?o|s\.r\.l|s\.p\.a)\.?$|(?:株式会社|有限公司)$",
    re.IGNORECASE,
)
_SIGNING_LABELS = ("作者", "作者：", "作者:", "记者", "记者：", "记者:", "撰文", "撰文：", "撰文:")
_MOST_BESIDE = 40  # elements beside a headline, in its parent, that are looked at
_BEFORE, _AFTER = 30, 90  # elements around the headline that are beside it
_MOST_ELEMENTS = 20_000  # read of a page; the longest of 958 pages has fewer
_LONGEST_LINE = 120  # characters
_MOST_SHOWN = 20_000  # characters beside the headline
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
    "twitter:creator",
]


def says_who(page: Statements) -> bool:
    """Whether JSON-LD or the head name anybody as the writer, be it the outlet."""
    return bool(page.linked.authors or page.head.all(*_AUTHOR_NAMES))


def read_bylines(page: Statements) -> tuple[str, ...]:
    """The names of the writers; where the page prints none, of the outlet that it names.

    Names beside the headline are believed first. A byline that is the host of the page is no
    person.
    """
    labels = labels_of(page.language)
    sources = (
        unique(name for text in page.linked.authors for name in names_of(text)),
        unique(_labelled(page.head, labels)),
        unique(name for text in page.head.all(*_AUTHOR_NAMES) for name in _of_meta(text)),
    )
    site, host = loose(page.publisher), page.host_letters
    weak: tuple[str, ...] = ()
    for names in sources:
        if any(not _is_outlet(name, site, host) for name in names):
            printed: tuple[str, ...] = ()
            if names is sources[-1]:
                printed = _printed_instead(names, page, labels)
            others = (n for n in names if loose(n) != site and not _COMPANY.search(n))
            return _without_own(printed or tuple(others), site, host)
        weak = weak or names
    printed = _printed(page, labels, near_only=bool(weak))
    return _without_own(printed, site, host) or weak


def _without_own(names: tuple[str, ...], site: str, host: str) -> tuple[str, ...]:
    """The names without the outlet's own, where one of the others is a person's."""
    own = {name for name in names if _is_own(loose(name), site, host)}
    if not own or not any(
        is_person(name) and name not in own and not _is_outlet(name, site, host) for name in names
    ):
        return names
    return tuple(name for name in names if name not in own)


def _is_own(key: str, site: str, host: str) -> bool:
    """Whether a name is that of the outlet itself: an agency or a team beside a person stays."""
    if len(key) < _SHORTEST_OUTLET:
        return False
    return host.startswith(key) or key in site or (len(site) >= _SHORTEST_OUTLET and site in key)


def _labelled(head: PageHead, labels: BylineLabels) -> Iterable[str]:
    """Names in twitter:data1, where twitter:label1 is "Written by"."""
    for number in "12":
        label = head.first(f"twitter:label{number}") or ""
        if labels.is_label(label) or labels.is_label(f"{label}:"):
            yield from names_of(head.first(f"twitter:data{number}"))


def _of_meta(text: str) -> tuple[str, ...]:
    if text.startswith(("http", "@")):  # the address of a page, the name of an account
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


def _printed(page: Statements, labels: BylineLabels, *, near_only: bool) -> tuple[str, ...]:
    """Names that the page prints: marked up, named or linked as an author, said in a line.

    What stands far from the headline is read only where nothing beside it names a writer.
    """
    elements, at, cards = page.elements, page.at, page.cards
    first, behind = max(0, at - _BEFORE), min(at + _AFTER + 1, _MOST_ELEMENTS)
    others: set[int] = set()
    before = _readable(elements[: min(first, _MOST_ELEMENTS)], others)
    beside = elements[first:behind]
    in_sidebars = {*others}
    names = names_in(_readable(beside, others), cards, labels)
    if not names and any("sidebar" in e.hint for e in beside):  # beside a headline it is about it
        names = names_in(_readable(beside, in_sidebars, sidebars=True), cards, labels)
    if names:
        return names
    if names := reporters_of(elements[first:_MOST_ELEMENTS]):
        return names
    signatures = [*_signatures(elements)]
    if near_only and not signatures:
        return ()
    after = _readable(elements[max(first, behind) : _MOST_ELEMENTS], others)
    if not near_only:
        far = [e for e in (*before, *after) if 1 < e.size < _LONGEST_LINE or "itemprop" in e.attrs]
        if names := names_in(far, cards, labels, far=True):
            return names
    return signed_names(text for element, text in signatures if id(element) not in others)


def _printed_instead(
    names: Sequence[str], page: Statements, labels: BylineLabels
) -> tuple[str, ...]:
    """The people named beside the headline, where the page shows none of the names there.

    Meta elements hold the names of companies and of whoever set up the page.
    """
    near = page.elements[max(0, page.at - _BEFORE) : page.at + _AFTER + 1]
    shown = loose("".join([e.text() for e in near if e.size < _LONGEST_LINE])[:_MOST_SHOWN])
    if any(loose(name) in shown for name in names):
        return ()
    printed = names_in(_readable(near, set()), page.cards, labels)
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
            for other in element.parent.elements()[:_MOST_BESIDE]
        )
    )


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


@lru_cache(maxsize=4096)
def _names_others(hint: str) -> bool:
    return _OTHERS.search(hint) is not None
