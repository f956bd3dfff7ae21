"""What is around the headline: the subtitle under it, the labels above it.

    <p class="breadcrumbs">…</p>  <h1>…</h1>  <p class="standfirst">…</p>  <div class="meta">…</div>

The headline is found by the title. What is before it in the body's container is no text of
the article; what is right under it and is named like a subtitle is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from mirrorpress.extract.body.find import Body
from mirrorpress.extract.fields.biographies import tells_of_author
from mirrorpress.extract.fields.dateline import is_dateline, opens_report
from mirrorpress.extract.fields.metadata import Metadata
from mirrorpress.extract.fields.subtitles import repeats_title
from mirrorpress.extract.fields.titles import loose, may_show_title
from mirrorpress.extract.page.measure import is_hidden, weight_of
from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.words.site_labels import announces_others
from mirrorpress.extract.words.vocabulary import NEVER

_SUBTITLE_HINT = re.compile(
    r"(?:^|[\s_-])(?:sub-?_?(?:title|head|headline|heading|line)?|deck|dek|standfirst|stand-first|chapo|"
    r"chapeau|anons|untertitel|unterzeile|dachzeile|bajada|entradilla|sumario|subtitulo|occhiello|"
    r"sottotitolo|ingress|kicker-text|summary|excerpt|abstract|zhaiyao|daodu|description|sapo|"
    r"synopsis|vorspann|manchet|catenaccio|bigode|perex)"
    r"(?:$|[\s_-])|subtitle|subheadline|standfirst"
)
# Names of subtitles, and of first paragraphs.
_LEAD_HINT = re.compile(
    r"(?:^|[\s_-])(?:element)?(?:lead|lede|intro|introduction|preamble)"
    r"(?:$|\s|__|[_-](?:text|container|bold)(?:$|[\s_-]))"
)
# Names of what is no subtitle, whatever else they say: captions, bylines, buttons, prices. Google
# has pages name what is to be read aloud "speakable": that is the text's first paragraph.
_NO_SUBTITLE = re.compile(
    r"share|byline|author|caption|credit|paywall|admonition|speakable|meta-?item|toc(?:$|[\s_-])|"
    r"(?:image|photo|media|illust\w*)[\w-]*_(?:title|description)"
)
_SURE = 16  # letters; a title that is as long is no word of another heading by chance
# Elements after the headline among which the subtitle is looked for: by its name, by the page's
# description, and by that outside of the body.
_NEAR, _FAR, _FARTHEST = 40, 70, 200
_SURELY_SAME = 50  # letters that two texts have in common by no chance
_PLACE = 30  # letters before a description: a town, a label
_LONGEST = 400  # characters of a Latin script; outside of the text twice as many
_SHORTEST = 10  # the same
_MOST_OF_TEXT = 0.4
_RUNNING = 60.0  # weight of a line of running text
_MOST_BESIDE = 5  # elements behind a paragraph
_MOST_LINES = 40  # of the text that are compared
_HOLDERS = frozenset(["p", "div", "h2", "h3", "span", "section"])
_MEDIA = frozenset(["figure", "img", "picture", "video", "iframe", "amp-img", "source"])
_NOT_IN_ONE = ("li", *_MEDIA)
_HEADLINES = frozenset(["h1", "h2"])


def headline_of(elements: Sequence[Element], core: Element, title: str) -> Element | None:
    """The heading that shows the title: the last one before or in the body's container."""
    key = loose(title)
    found: Element | None = None
    for element in [e for e in elements if e.tag in _HEADLINES or e is core]:
        if found is not None and element is core:
            break
        if element.tag in _HEADLINES and may_show_title(element) and _shows(element, key):
            found = element
            if _is_in(element, core):
                break
    return found


def _is_in(element: Element, core: Element) -> bool:
    """Whether an element is the body's container or in it."""
    return element is core or any(parent is core for parent in element.ancestors())


def _shows(heading: Element, key: str) -> bool:
    """Whether a heading shows the title; a label may stand beside it."""
    text = loose(heading.text())
    return text == key or (len(key) > 0.5 * len(text) and len(key) >= _SURE and key in text)


def subtitle_after(body: Body, headline: Element, meta: Metadata) -> Element | None:
    """The element of the subtitle under a headline: by its name, its place, or the description.

    A first paragraph can be named like a lead, say what the head of the page says to describe it,
    or stand outside of the container of the text; what does two of these is the subtitle.
    """
    start = body.elements.index(headline) + len(headline.walk())
    following = headline.next_element()
    around = {id(element) for element in body.core.ancestors()}
    inside = {id(body.core), *_between(headline, body.core)}  # parents of what is in the body
    description = loose(meta.description)
    for place, element in enumerate(body.elements[start : start + _FARTHEST]):
        is_inside = id(element.parent) in inside or element is body.core
        if is_inside:
            if place >= _FAR:
                break
            inside.add(id(element))
        if id(element) in around or not _may_be_one(element, body, inside=is_inside):
            continue
        text = element.text()
        described = _may_describe(description, text) and _describes(description, loose(text))
        if element.excluded and not described:
            continue
        named = _names_lead(element.hint)
        if (
            (described and (not is_inside or element.excluded))
            or (named and described and description == loose(text))
            or (place < _NEAR and (_is_named(element) or (named and not is_inside)))
        ):
            if is_dateline(text, meta.bylines) or tells_of_author(text, meta.bylines):
                continue
            if not is_inside and _is_of_copy(element, body.core):
                continue
            if announces_others(text):
                continue
            if repeats_title(text, meta.title) or opens_report(text):
                return None
            return element
        if place < _NEAR and element is following and element.tag == "h2":
            return element
        if element.line > 120 and element.tag == "p" and not element.hint:
            return None
    return None


def bare_subtitle(text: str, meta: Metadata) -> str:
    """A subtitle without the byline and the date that stand behind it in the same element.

    It is known by the page's description, which is the subtitle alone.
    """
    described = " ".join((meta.description or "").split())
    rest = text.removeprefix(described) if len(described) >= _SHORTEST else text
    return described if rest != text and is_dateline(rest.strip(" .|–-"), meta.bylines) else text


def _is_of_copy(element: Element, core: Element) -> bool:
    """Whether what follows an element that is left out has a line of the text, too.

    Of a page that has its text twice, for wide and for narrow screens, one copy is left out.
    """
    if element.parent is None or not element.is_left_out():
        return False
    beside = element.parent.elements()
    behind = beside[beside.index(element) + 1 :][:_MOST_BESIDE]
    texts = {other.text() for other in behind if other.line >= _RUNNING}
    if not texts:
        return False
    lines = islice((e for e in core.walk() if e.line >= _RUNNING), _MOST_LINES)
    return any(line.text() in texts for line in lines)


def _between(element: Element, core: Element) -> list[int]:
    """The ids of the parents of an element up to the body's container, if it is in that."""
    found: list[int] = []
    for parent in element.ancestors():
        if parent is core:
            return found
        found.append(id(parent))
    return []


def _may_describe(description: str, text: str) -> bool:
    """Whether a text is long enough to be the description: a quick test that most lines fail.

    `loose` makes no text longer that is ASCII.
    """
    return not text.isascii() or len(text) >= min(len(description), _SURELY_SAME)


def _describes(description: str, text: str) -> bool:
    """Whether a text is the page's description: with a place before it, or cut short in either.

    Both are as `loose` gives them.
    """
    if description == text or min(len(description), len(text)) < _SURELY_SAME:
        return description == text
    if description in text:
        return len(text) - len(description) <= _PLACE or text.startswith(description)
    return description.startswith(text)


def _may_hold_one(element: Element) -> bool:
    return element.tag in _HOLDERS or "-" in element.tag  # an element of the page's own


def _is_named(element: Element) -> bool:
    hint = element.hint
    parent = element.parent
    if not hint and parent is not None and "-" in parent.tag and len(parent.elements()) == 1:
        hint = parent.hint
    return _names_subtitle(hint) or element.get("itemprop") == "description"


def _may_be_one(element: Element, body: Body, *, inside: bool) -> bool:
    """Whether an element is as long as a subtitle, and is not most of a short text."""
    size, prose = element.size, element.prose
    longest = _LONGEST if inside else 2 * _LONGEST
    if not 0 < size <= longest or element.links > 0.3 * size or not _may_hold_one(element):
        return False
    if prose > longest or (inside and prose > _MOST_OF_TEXT * body.prose):
        return False
    if size < _SHORTEST and weight_of(element.text()) < _SHORTEST:
        return False
    if (element.excluded and element.tag in NEVER) or is_hidden(element):
        return False
    return not _names_no_subtitle(element.hint) and not element.has(*_NOT_IN_ONE)


@lru_cache(maxsize=4096)
def _names_subtitle(hint: str) -> bool:
    return _SUBTITLE_HINT.search(hint) is not None


@lru_cache(maxsize=4096)
def _names_lead(hint: str) -> bool:
    return _LEAD_HINT.search(hint) is not None


@lru_cache(maxsize=4096)
def _names_no_subtitle(hint: str) -> bool:
    return _NO_SUBTITLE.search(hint) is not None


def silence_above(core: Element, headline: Element) -> None:
    """Mark excluded what is before the headline in the body's container, pictures apart."""
    path = {id(element) for element in (headline, *headline.ancestors())}
    if id(core) not in path:
        return
    element = core
    while element is not headline:
        for child in element.elements():
            if id(child) in path:
                element = child
                break
            if child.prose < 200 and child.tag not in _MEDIA and not child.has(*_MEDIA):
                child.excluded = True
