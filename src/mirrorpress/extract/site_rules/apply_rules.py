"""The rules of a site, used on one of its pages.

    title, authors, published, next_page   what the first selector gives replaces what was found
    body                                   what it matches is the container of the text
    remove                                 what it matches is excluded, unless it holds the body

What a rule does not find stays as it was found without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice

from mirrorpress import urls
from mirrorpress.extract.body import Body
from mirrorpress.extract.boilerplate import exclude_boilerplate, names_in_hosts
from mirrorpress.extract.metadata import Metadata
from mirrorpress.extract.names import names_of, unique
from mirrorpress.extract.site_rules.selectors import select
from mirrorpress.extract.tree import Element, squeezed
from mirrorpress.model.site_rules import SiteRules
from mirrorpress.text.dates import find_date

_MOST_READ = 2000  # characters of a value
_MOST_VALUES = 50  # of one selector
_VALUES = ("content", "datetime")  # attributes of meta, time and the like that hold a value


def use_rules(body: Body, meta: Metadata, rules: SiteRules) -> tuple[Body, Metadata]:
    """The body and the metadata of a page as the rules of its site say.

    Elements are marked excluded, and loose text beside several parts of a body is removed.

    Args:
        body: as found without rules.
        meta: the same.
        rules: of the site.

    Raises:
        SelectorError: a selector was not checked when its file was read.
    """
    keys = (rules.body, rules.remove, rules.title, rules.authors, rules.published, rules.next_page)
    found = iter(select(body.elements, [text for texts in keys for text in texts]))
    parts, removed, titles, authors, dates, links = (list(islice(found, len(k))) for k in keys)
    meta = _metadata(meta, titles, authors, dates, links)
    named = next(filter(None, map(_with_text, parts)), [])
    if named:
        body = _named_body(body, named, meta.url)
    for element in (element for each in removed for element in each):
        _remove(element)
    return body, meta


def _metadata(
    meta: Metadata,
    titles: Iterable[list[Element]],
    authors: Iterable[list[Element]],
    dates: Iterable[list[Element]],
    links: Iterable[list[Element]],
) -> Metadata:
    """The metadata with the values that the matched elements give."""
    language = next(filter(None, meta.languages), None)
    title = _first_value(titles) or meta.title
    return replace(
        meta,
        title=title,
        titles=tuple(dict.fromkeys(filter(None, (title, *meta.titles)))),
        bylines=next(filter(None, map(_names, authors)), meta.bylines),
        published=_first_date(dates, language) or meta.published,
        next_page=_first_link(links, meta.url) or meta.next_page,
    )


def _value(element: Element) -> str:
    """What an element says: an attribute that holds a value, else its text."""
    values = (squeezed(element.get(name)[:_MOST_READ]) for name in _VALUES)
    return next(filter(None, values), "") or element.text()[:_MOST_READ]


def _first_value(matched: Iterable[list[Element]]) -> str:
    values = (_value(element) for each in matched for element in each[:_MOST_VALUES])
    return next(filter(None, values), "")


def _names(elements: Sequence[Element]) -> tuple[str, ...]:
    texts = map(_value, elements[:_MOST_VALUES])
    return unique(name for text in texts for name in names_of(text))


def _first_date(matched: Iterable[list[Element]], language: str | None) -> datetime | None:
    values = (_value(element) for each in matched for element in each[:_MOST_VALUES])
    dates = (find_date(value[:200], language=language) for value in values)
    return next(filter(None, dates), None)


def _first_link(matched: Iterable[list[Element]], url: str | None) -> str | None:
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
    core = parts[0] if len(parts) == 1 else _common(parts)
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


def _common(parts: Sequence[Element]) -> Element:
    """The nearest element that holds all of some elements, none of which is in another."""
    around = list(parts[0].ancestors())[::-1]  # the root first
    for part in parts[1:]:
        others = {id(parent) for parent in part.ancestors()}
        around = [parent for parent in around if id(parent) in others]
    return around[-1]


def _remove(element: Element) -> None:
    """Mark an element excluded; inside a figure, where only parts are read, empty it as well."""
    element.excluded = True
    if any(parent.tag in ("figure", "picture") for parent in element.ancestors()):
        for inner in element.walk():
            inner.attrs = {}
            inner.children = [child for child in inner.children if isinstance(child, Element)]
