"""The rules of a site, used on one of its pages.

    title, authors, published, next_page   what the first selector gives replaces what was found
    body                                   what it matches is the container of the text
    remove                                 what it matches is excluded, unless it holds the body

What a rule does not find stays as it was found without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mirrorpress import urls
from mirrorpress.extract.body.boilerplate import exclude_boilerplate, names_in_hosts
from mirrorpress.extract.body.find import Body
from mirrorpress.extract.fields.metadata import Metadata
from mirrorpress.extract.fields.names import names_of, unique
from mirrorpress.extract.fields.published import published_in
from mirrorpress.extract.page.tree import Element, common_holder, squeezed
from mirrorpress.extract.site_rules.selectors import select
from mirrorpress.model.site_rules import SELECTOR_KEYS, SiteRules

_MOST_READ = 2000  # characters of a value
_MOST_VALUES = 50  # of one selector
_LONGEST_DATE = 200  # characters of a value that holds one
_VALUES = ("content", "datetime")  # attributes of meta, time and the like that hold a value


@dataclass(frozen=True, slots=True)
class MatchedSelector:
    """A selector of rules, and what it matches on a page."""

    key: str  # of the rules: "body" and the like
    selector: str
    elements: Sequence[Element]  # in document order


@dataclass(frozen=True, slots=True)
class UsedRules:
    """A page as the rules of its site say, and what they matched."""

    body: Body
    meta: Metadata
    matched: tuple[MatchedSelector, ...]  # every selector, in the order of the keys
    named: MatchedSelector | None  # that names the body; None where it is as without rules
    parts: Sequence[Element]  # that the body consists of


def use_rules(body: Body, meta: Metadata, rules: SiteRules) -> UsedRules:
    """The body and the metadata of a page as the rules of its site say.

    Elements are marked excluded, and loose text beside several parts of a body is removed.

    Args:
        body: as found without rules.
        meta: the same.
        rules: of the site.

    Raises:
        SelectorError: a selector was not checked when its file was read.
    """
    selectors = [(key, text) for key in SELECTOR_KEYS for text in getattr(rules, key)]
    found = select(body.elements, [text for _, text in selectors])
    matched = tuple(
        MatchedSelector(*one, elements) for one, elements in zip(selectors, found, strict=True)
    )
    of_key = {key: [one.elements for one in matched if one.key == key] for key in SELECTOR_KEYS}
    meta = _metadata(meta, of_key, body.elements)
    containers = ((one, _with_text(one.elements)) for one in matched if one.key == "body")
    named, parts = next((pair for pair in containers if pair[1]), (None, []))
    if parts:
        body = _named_body(body, parts, meta.url)
    for element in (element for each in of_key["remove"] for element in each):
        _remove(element)
    return UsedRules(body, meta, matched, named, parts or [body.core])


def _metadata(
    meta: Metadata,
    of_key: Mapping[str, Iterable[Sequence[Element]]],
    elements: Sequence[Element],
) -> Metadata:
    """The metadata with the values that the matched elements, of all of a page, give."""
    title = next(filter(None, _values(of_key["title"])), "") or meta.title
    dates = (value[:_LONGEST_DATE] for value in _values(of_key["published"]))
    names = next(filter(None, map(_names, of_key["authors"])), ())
    published = published_in(dates, elements, meta.language, title)
    return replace(
        meta,
        title=title,
        titles=tuple(dict.fromkeys(filter(None, (title, *meta.titles)))),
        bylines=names or meta.bylines,
        published=published or meta.published,
        says_who=meta.says_who or bool(names),
        says_when=meta.says_when or published is not None,
        next_page=_first_link(of_key["next_page"], meta.url) or meta.next_page,
    )


def _value(element: Element) -> str:
    """What an element says: an attribute that holds a value, else its text."""
    values = (squeezed(element.get(name)[:_MOST_READ]) for name in _VALUES)
    return next(filter(None, values), "") or element.text()[:_MOST_READ]


def _values(matched: Iterable[Sequence[Element]]) -> Iterator[str]:
    return (_value(element) for each in matched for element in each[:_MOST_VALUES])


def _names(elements: Sequence[Element]) -> tuple[str, ...]:
    texts = map(_value, elements[:_MOST_VALUES])
    return unique(name for text in texts for name in names_of(text))


def _first_link(matched: Iterable[Sequence[Element]], url: str | None) -> str | None:
    """The address to which the first link leads that is of the page's site, another than its."""
    for element in (element for each in matched for element in each[:_MOST_VALUES]):
        link = urls.safe(element.get("href"), base=url)
        if link is not None and (url is None or (urls.same_site(link, url) and link != url)):
            return link
    return None


def _with_text(elements: Sequence[Element]) -> list[Element]:
    """The outermost of some elements in document order, those without text left out."""
    named = {id(element) for element in elements}
    return [
        element
        for element in elements
        if element.size and not any(id(parent) in named for parent in element.ancestors())
    ]


def _named_body(body: Body, parts: Sequence[Element], url: str | None) -> Body:
    """The body that consists of some elements; what is between them is excluded."""
    for part in parts:
        part.excluded = False
    core = parts[0] if len(parts) == 1 else common_holder(parts) or body.core
    if len(parts) > 1:
        _exclude_between(core, parts)
    for part in parts if core is not body.core else ():
        exclude_boilerplate(part, body.scale, names_in_hosts([url]))
    return replace(body, core=core, prose=sum(part.prose for part in parts))


def _exclude_between(core: Element, parts: Sequence[Element]) -> None:
    """Exclude what is in an element and neither holds one of its parts nor is in one."""
    holders = {id(core): core}
    for part in parts:
        for parent in part.ancestors():
            if id(parent) in holders:
                break
            holders[id(parent)] = parent
    keep = {*holders, *map(id, parts)}
    for holder in holders.values():
        holder.children = [*holder.elements()]  # without loose text
        holder.excluded = False
        for child in holder.elements():
            child.excluded = child.excluded or id(child) not in keep


def _remove(element: Element) -> None:
    """Mark an element excluded; inside a figure, where only parts are read, empty it as well."""
    element.excluded = True
    if any(parent.tag in ("figure", "picture") for parent in element.ancestors()):
        for inner in element.walk():
            inner.attrs = {}
            inner.children = [child for child in inner.children if isinstance(child, Element)]
