"""What a page says of its article: JSON-LD, OpenGraph, meta, microdata, and the page itself.

title       h1 where head or JSON-LD agree with it, else og:title, JSON-LD, <title>,
            without the name of the site
bylines     JSON-LD, meta, what is marked up as author, a line "By …" near the title
published   JSON-LD, meta, <time>, a line of the page, the address
language    lang around the headline or most of the text, JSON-LD, html lang, og:locale, weighed
            against the letters of the text
url         rel=canonical or og:url, if it is of the same site as the page
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from mirrorpress import urls
from mirrorpress.extract.fields.bylines import read_bylines, says_who
from mirrorpress.extract.fields.cards import Cards
from mirrorpress.extract.fields.language import language_of
from mirrorpress.extract.fields.published import read_modified, read_published, said_date
from mirrorpress.extract.fields.statements import Statements
from mirrorpress.extract.fields.subtitles import own_subtitle
from mirrorpress.extract.fields.titles import place_of, read_titles
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.jsonld import Linked, read_linked
from mirrorpress.extract.page.picture_names import shows_nothing
from mirrorpress.extract.page.tree import Element, without_hollow
from mirrorpress.model import Image

_MOST = 0.5  # of the prose of a page
_NEAR = 120  # elements behind the headline
_SHORTEST, _LONGEST = 40, 400  # characters of a paragraph that shows the language
_MOST_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article beside its body."""

    title: str
    titles: tuple[str, ...]  # all that the page calls it; the body must not repeat them
    subtitle: str | None
    description: str | None  # for search engines and previews
    bylines: tuple[str, ...]
    published: datetime | None
    modified: datetime | None
    language: str | None  # of the labels of its fields
    languages: tuple[str | None, ...]  # as declared, the surest first
    section: str | None
    tags: tuple[str, ...]
    publisher: str | None
    url: str | None
    lead: Image | None
    body: str | None  # JSON-LD articleBody: lines as they are, may hold markup
    is_free: bool  # False where JSON-LD says that readers pay for the article
    kind: str | None  # og:type
    next_page: str | None
    says_who: bool  # JSON-LD, the head, the feed or a rule name the writers
    says_when: bool  # the same of the date


def read_metadata(
    elements: Sequence[Element], head: PageHead, scripts: tuple[str, ...], url: str | None
) -> Metadata:
    """What the page says of its article.

    Args:
        elements: of the page, measured, in document order; the first is the root.
        head: of the same elements.
        scripts: its JSON-LD scripts.
        url: its address, against which others are resolved and checked.
    """
    elements = without_hollow(elements)
    linked = read_linked(scripts)
    publisher = linked.publisher or head.first("og:site_name", "application-name", "publisher")
    title, titles = read_titles(elements, head, linked, publisher, url)
    at = place_of(elements, title)
    languages = (
        _language_around(elements, at),
        linked.language,
        _language_at(elements[0]),
        head.first("og:locale", "content-language", "language", "dc.language", "inlanguage"),
    )
    tag = _language_in_use(languages, _text_near(elements, at, title))
    page = Statements(
        elements=elements,
        head=head,
        linked=linked,
        cards=Cards(elements[at] if at else None, title),
        at=at,
        language=tag,
        publisher=publisher,
        url=url,
    )
    said = said_date(page)
    published = read_published(page, said)
    return Metadata(
        title=title,
        titles=titles,
        subtitle=own_subtitle(linked.subtitle, title),
        description=head.description,
        bylines=read_bylines(page),
        published=published,
        modified=read_modified(page, published),
        language=tag,
        languages=languages,
        section=linked.section or head.first("article:section", "og:article:section", "section"),
        tags=linked.tags or tuple(dict.fromkeys(head.meta.get("article:tag", ())))[:40],
        publisher=publisher,
        url=_canonical(head, linked, url),
        lead=_lead(head, linked, url),
        body=linked.body,
        is_free=linked.is_free,
        kind=head.first("og:type"),
        next_page=_same_site(head.links.get("next"), url),
        says_who=says_who(page),
        says_when=said is not None,
    )


def _language_in_use(declared: tuple[str | None, ...], text: str) -> str | None:
    """The tag of the language in which a page labels its fields: that of its text.

    The first that is declared is taken if the text can be in it; a template may say another.
    """
    tag = next(filter(None, declared), None)
    if tag and text.isascii() and not tag.lower().startswith("en"):
        return tag
    return language_of((tag,), text) or tag


def _text_near(elements: Sequence[Element], at: int, title: str) -> str:
    """The title, and the beginnings of the first paragraphs behind the headline."""
    texts = [title]
    for element in elements[at : at + _NEAR]:
        if element.tag == "p" and element.size >= _SHORTEST:
            texts.append(element.text()[:_LONGEST])
            if len(texts) > _MOST_PARAGRAPHS:
                break
    return "\n".join(texts)


def _language_around(elements: Sequence[Element], at: int) -> str | None:
    """The language of the article where it is not that of the page.

    An English page can hold a French article: the element nearest to the headline, whose place is
    `at`, that names a language does so for it, or else the innermost one that holds most of the
    text.
    """
    root = elements[0]
    for element in (elements[at], *elements[at].ancestors()) if at else ():
        if element is not root and (language := _language_at(element)):
            return language
    most = _MOST * root.prose
    for element in reversed(elements):
        if element.prose > most and element is not root and (language := _language_at(element)):
            return language
    return None


def _language_at(element: Element) -> str | None:
    return element.get("lang") or element.get("xml:lang") or None


def _canonical(head: PageHead, linked: Linked, url: str | None) -> str | None:
    """The page's own name for its address, if it is of the same site and says more than "/"."""
    own = urls.safe(url)
    for text in (head.links.get("canonical"), head.first("og:url"), linked.url):
        named = _same_site(text, url)
        if named is None:
            continue
        if (
            own is not None
            and urlsplit(named).path in ("", "/")
            and urlsplit(own).path not in ("", "/")
        ):
            continue
        return named
    return own


def _same_site(text: str | None, url: str | None) -> str | None:
    named = urls.safe(text, base=url)
    if named is None or (url is not None and not urls.same_site(named, url)):
        return None
    return named


def _lead(head: PageHead, linked: Linked, url: str | None) -> Image | None:
    for text in (
        head.first("og:image", "og:image:url", "twitter:image", "twitter:image:src"),
        linked.image,
    ):
        address = urls.safe(text, base=url)
        if address is not None and not shows_nothing(address):
            return Image(url=address, alt=head.first("og:image:alt") or "")
    return None
