"""Who wrote an article: JSON-LD, meta, what is marked up as author, a line "By …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mirrorpress.extract.jsonld import Linked
from mirrorpress.extract.names import is_name, names_of, unique
from mirrorpress.extract.page_head import PageHead
from mirrorpress.extract.titles import loose
from mirrorpress.extract.tree import Element

_BYLINE_HINT = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|autor|autoren|auteur|writer|reporter|posted-by|"
    r"creator|"
    r"contributor|editor-name|zuozhe|avtor|author-?name|article-?author|post-?author|entry-?author)"
    r"(?:$|[\s_-]|name|s\b)"
)
_BY = re.compile(
    r"^\s*(?:(?:by|von|par|por|written by)(?:\s*:\s*|\s+)|"
    r"(?:text:|autor(?:in)?:|author:|文[/：:]|作者[：:]|记者[：:]?|本报记者|بقلم)\s*)(?=\S)",
    re.IGNORECASE,
)
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
    elements: Sequence[Element], head: PageHead, linked: Linked, publisher: str | None
) -> tuple[str, ...]:
    sources: list[tuple[str, ...]] = [
        unique(name for text in linked.authors for name in names_of(text)),
        unique(
            name
            for text in head.all(*_AUTHOR_NAMES)
            if not text.startswith("http")
            for name in names_of(text)
        ),
    ]
    site = loose(publisher)
    weak: tuple[str, ...] = ()
    for names in sources:
        people = tuple(name for name in names if loose(name) != site)
        if people:
            return people
        weak = weak or names
    return _marked_authors(elements) or weak


def _marked_authors(elements: Sequence[Element]) -> tuple[str, ...]:
    """Names in what is marked up as an author, or in a short line that begins with "By"."""
    marked: list[str] = []
    hinted: list[str] = []
    said: list[str] = []
    for element in elements:
        if element.tag in ("meta", "link", "nav", "footer"):
            continue
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            marked.extend(names_of(_name_in(element)))
        elif 1 < element.size < 120 and not hinted and _names_authors(element.hint):
            text = element.text()
            if is_name(text) or _BY.match(text):
                hinted.extend(names_of(text))
        if (
            not said
            and element.tag in ("p", "span", "div", "h4", "h5", "h6", "em")
            and element.size < 80
        ):
            text = element.text()
            if _BY.match(text) and not text.endswith((".", "。")):
                said.extend(name for name in names_of(text) if len(name.split()) <= 5)
    return unique(marked or hinted or said)


@lru_cache(maxsize=4096)
def _names_authors(hint: str) -> bool:
    return _BYLINE_HINT.search(hint) is not None


def _name_in(element: Element) -> str:
    """The text of an author element: of its itemprop "name", where it has one."""
    named = [
        inner for inner in element.find("span", "a", "strong") if inner.get("itemprop") == "name"
    ]
    text = (named[0] if named else element).text()
    return text if 1 < len(text) < 100 else ""
