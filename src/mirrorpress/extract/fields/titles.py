"""The title of an article: its headline, without the name of the site and the label above it.

    <title>Quay reopens | Harbour Ledger</title>
    <h1><a href="/">Harbour Ledger</a></h1>              the site's name
    <h1><span class="kicker">Port</span>Quay reopens</h1>  "Quay reopens"

The headline that the page shows is believed before what its head says: an h1 that agrees with the
head, else an h2 or h3 that the head repeats, else the only h1, else an element that is most of the
title element. Without one it is og:title, the headline of JSON-LD, or the title element; where
these are the site's name, a heading above the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import islice

from mirrorpress.extract.fields.unnamed_titles import headline_above_text, names_only_site
from mirrorpress.extract.page.head import LONGEST_TITLE, PageHead
from mirrorpress.extract.page.home import leads_home
from mirrorpress.extract.page.jsonld import Linked
from mirrorpress.extract.page.tree import Element, squeezed

_SIGNS = r"|·•–—»«‹›<>►▶▸⋆★_/\\-"
_SEPARATOR = re.compile(
    rf"\s+[{_SIGNS}]+\s+|\s*[|｜_＿]+\s*|\s+::\s+|"
    r"(?<=[\u4e00-\u9fff\w])\s*[-—–]{1,2}\s*(?=[\u4e00-\u9fff]{2,12}$)"
)
_LEVEL = re.compile(r"\s+[»›>►▶▸/|]\s+")  # between the steps of a path
_BAR = re.compile("[|｜»_]")  # between a title and a section; a dash can be of the title
_MARKS = f" {_SIGNS}:：｜"
_NO_LETTERS = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())
_WORD = re.compile(r"[^\W_]+")
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN_PAIR = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_KICKER = re.compile(
    r"kicker|eyebrow|overline|over-?title|dachzeile|spitzmarke|topline|top-line|top-?title|roofline|"
    r"rubri[ck]|antetitulo|surtitre|supertitle|pretitle"
)
_SITE_HINT = re.compile(
    r"(?:^|[\s_-])(?:logo|site-?(?:title|name|logo)|blog-?(?:title|name)|masthead|brand(?:ing)?)(?:$|[\s_-])"
)
_TITLE_HINT = re.compile(r"(?:^|[\s_-])title(?:$|[\s_-])")
_SURE = 10  # letters; a text that is as long is no name of a section
_SHOWN = frozenset(["h1", "h2", "h3"])
_NO_TITLES = frozenset(["head", "title", "a", "option"])
_ASIDE = frozenset(["aside", "footer", "dialog", "form"])
_LONGEST_HEADING = 400  # characters
_LONGEST_SHOWN = (
    4000  # the same, with white space; what is longer shows no title, whatever it holds
)
_MOST_HEADINGS = 60  # read of one kind
_MOST_OF_PAGE = 0.6
_SHARED = 4  # letters of a word that two titles must have in common


def read_titles(
    elements: Sequence[Element],
    head: PageHead,
    linked: Linked,
    publisher: str | None,
    url: str | None,
) -> tuple[str, tuple[str, ...]]:
    """The title, and everything else that the page calls its article (the title first).

    Args:
        elements: of the page, measured, in document order.
        head: its meta elements and title.
        linked: its JSON-LD.
        publisher: the name of the site.
        url: its address.
    """
    og = head.first("og:title", "twitter:title", "dc.title", "title")
    if og and _is_cut_at_quote(og, head.title):
        og = None
    headings = [e for e in elements if e.tag in _SHOWN and may_show_title(e)]
    first = _texts_of(e for e in headings if e.tag == "h1")
    lower = _texts_of(e for e in headings if e.tag != "h1")
    shown = {e: text for e, text in first.items() if not _names_site(e, text, publisher)}
    sites = (publisher or "", *(text for e, text in first.items() if e not in shown))
    whole = (*shown.values(), linked.headline, *lower.values())
    named = [
        _once(text)
        for text in (
            og and _plain(og, sites, whole),
            linked.headline and _without_names(linked.headline, sites),
            _plain(head.title, sites, whole),
        )
        if text
    ]
    keys = [loose(text) for text in (og, linked.headline, head.title) if text]
    exact = [loose(text) for text in named]
    texts = [_without_label(e, text, exact, keys) for e, text in shown.items()]
    own = [text for text in texts if any(_agree(loose(text), key) for key in keys)]
    own.sort(key=lambda text: loose(text) not in exact)
    choice = (
        next(iter(own), "")
        or _repeated(lower.values(), exact)
        or _only([*shown], texts, keys)
        or (not first and _marked_title(elements))
        or _shown_title(elements, head.title, publisher, named=bool(og or linked.headline))
        or (names_only_site(exact, map(loose, sites), url) and headline_above_text(elements))
        or next(iter(named), "")
        or next(iter(texts), "")
        or head.title
    )
    choice = next((text for text in named if _is_written_better(text, choice)), choice)
    everything = (choice, *named, *own, *([*shown.values()][:1] if own else ()), head.title)
    return choice, tuple(dict.fromkeys(text for text in everything if text))


def _is_cut_at_quote(text: str, title: str) -> bool:
    """Whether a title ends where the title element goes on with a quotation mark.

    A quotation mark that is not escaped ends the value of an attribute: content="The "fast" ferry".
    """
    rest = title.removeprefix(text.rstrip())
    return rest != title and rest.lstrip().startswith('"')


def _once(text: str) -> str:
    """A title without its second half, where that is the first half again."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half > 2 and words[:half] == words[half:] else text


def _is_written_better(text: str, other: str) -> bool:
    """Whether two titles are the same, the second with glued words or in capitals alone."""
    return loose(text) == loose(other) and (
        _words(text) > _words(other) or (other.isupper() and not text.isupper())
    )


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def loose(text: str | None) -> str:
    """Letters and digits alone, in lower case: two titles that differ in dots are the same."""
    if not text:
        return ""
    return _loose_heading(text) if len(text) <= _LONGEST_HEADING else _letters(text)


@lru_cache(maxsize=1024)
def _loose_heading(text: str) -> str:
    """`loose` of a short text: headings are compared with the title at five places."""
    return _letters(text)


def _letters(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded.translate(_NO_LETTERS)
    return "".join(filter(str.isalnum, folded))


def place_of(elements: Sequence[Element], title: str) -> int:
    """Where the first heading that shows the title stands; 0 where none does.

    It can hold a label beside the title. One in the site's logo counts only where no other follows.
    """
    key = loose(title)
    first = 0
    for place, element in enumerate(elements) if key else ():
        if element.tag in _SHOWN and may_show_title(element):
            text = element.text()
            if key not in loose(text):
                continue
            if not _names_site(element, text, None):
                return place
            first = first or place
    return first


def may_show_title(heading: Element) -> bool:
    """Whether a heading is short enough to be read: headings in headings hold the same text."""
    return 0 < heading.size <= _LONGEST_SHOWN


def _texts_of(headings: Iterable[Element]) -> dict[Element, str]:
    """The headings with a text that could be a title, the first of the page, and their texts."""
    found = (
        (heading, heading.shown_text().removesuffix("¶").rstrip())  # a link to the heading itself
        for heading in islice(headings, _MOST_HEADINGS)
    )
    return {
        heading: text
        for heading, text in found
        if 0 < len(text) < _LONGEST_HEADING and not text.startswith("{{")  # of a template
    }


def _names_site(heading: Element, text: str, publisher: str | None) -> bool:
    """Whether a heading shows the name of the site: by its text, its class, or a link home."""
    key = loose(text)
    if not key or key == loose(publisher):
        return True
    around = [heading, *islice(heading.ancestors(), 2)]
    if any(e.hint and e.size < 2 * heading.size and _SITE_HINT.search(e.hint) for e in around):
        return True
    links = [e for e in (*heading.find("a"), *around) if e.tag == "a" and e.get("href")]
    return any(leads_home(link.get("href")) for link in links)


def _without_label(heading: Element, whole: str, exact: Sequence[str], keys: Sequence[str]) -> str:
    """The whole text of a heading without a label in an element of its own, before or behind it.

    It is a label by its class, or because the head of the page calls the rest the title. Where
    the head repeats it, it is none.
    """
    own = loose(whole)
    if any(own in key for key in keys):
        return whole
    last = _LEVEL.split(whole)[-1]
    if last != whole and loose(last) in exact:  # "Home » Port » Quay reopens"
        return last
    if not heading.elements():
        return whole
    strings = [text for text in heading.strings() if text.strip()]
    for size in range(1, min(len(strings), 6)):
        for part in (strings[size:], strings[:-size]):
            text = squeezed("".join(part)).strip(_MARKS)
            if loose(text) in exact:
                return text
    labels = [e for e in heading.walk()[1:] if _KICKER.search(e.hint) and 0 < e.size < 60]
    if labels:
        rest = squeezed("".join(_strings_without(heading, labels[0]))).strip(_MARKS)
        if len(rest) >= max(8, 0.6 * labels[0].size):
            return rest
    return whole


def _strings_without(element: Element, label: Element) -> Iterable[str]:
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif node is not label:
            stack += node.children[::-1]


def _agree(heading: str, key: str) -> bool:
    """Whether a heading is what the head of the page calls it, give or take the site's name."""
    if len(heading) < 4:
        return heading == key
    if heading in key or (key in heading and len(key) > 0.5 * len(heading)):
        return True
    size = min(len(heading), len(key), 40)
    return size >= 12 and heading[:size] == key[:size]


def _only(headings: Sequence[Element], texts: Sequence[str], keys: Sequence[str]) -> str:
    """The only h1 of the page, where it is a headline and no label of a section or a list.

    Of several, the only one with two words of the head counts as that. It has a word in common
    with the head, and two where it is in something named like boilerplate, as large headers are;
    or it is long and stands in what holds most of the page's text.
    """
    said: dict[str, tuple[Element, str]] = {}
    for heading, text in zip(headings, texts, strict=True):
        said.setdefault(loose(text), (heading, text))
    if len(said) > 1:  # of other articles, too
        said = {key: each for key, each in said.items() if _shared_words(each[1], keys) > 1}
    if len(said) != 1:
        return ""
    ((heading, text),) = said.values()
    words = _words(text) + len(HAN.findall(text)) // 3
    if words < 3:
        return ""
    shared = _shared_words(text, keys)
    if any(e.excluded or e.tag in _ASIDE for e in (heading, *heading.ancestors())):
        return text if shared > 1 and words > 3 else ""
    return text if shared or (words > 4 and _heads_text(heading)) else ""


def _shared_words(text: str, keys: Sequence[str]) -> int:
    """How many of the words of a title the head of the page has."""
    found = [*_WORD.findall(text), *_HAN_PAIR.findall(text)]
    words = {loose(word) for word in found if len(word) >= _SHARED or HAN.match(word)}
    return sum(any(word in key for key in keys) for word in words)


def _heads_text(heading: Element) -> bool:
    """Whether a heading stands in a part of the page that holds most of its running text."""
    above = [e for e in heading.ancestors() if e.tag != "html"]
    around = [e for e in above if e.tag != "body"]
    return any(e.prose > _MOST_OF_PAGE * above[-1].prose > 0 for e in around)


def _repeated(texts: Collection[str], keys: Sequence[str]) -> str:
    """The text of an h2 or h3 that says what the head of the page says."""
    for key in keys:
        if len(key) >= 8:
            for text in texts:
                if loose(text) == key:
                    return text
    return ""


def _marked_title(elements: Sequence[Element]) -> str:
    """The text of the only element that microformats or microdata call the headline.

    http://microformats.org/wiki/hatom#Entry_Title, https://schema.org/headline
    """
    marked = (
        element
        for element in elements
        if 0 < element.size < _LONGEST_HEADING
        and element.tag not in _NO_TITLES
        and ("entry-title" in element.hint.split() or element.get("itemprop") == "headline")
        and not element.is_left_out()
    )
    texts = {element.text() for element in islice(marked, _MOST_HEADINGS)}
    return texts.pop() if len(texts) == 1 else ""


def _shown_title(
    elements: Sequence[Element], title: str, publisher: str | None, *, named: bool
) -> str:
    """The text of an element that is most of the title element, at either end.

    Older systems print the headline in no heading, and put sections into the title element with
    no mark between. One that is named "title" is believed before others; where the head has
    other titles (`named`), only such a one is.
    """
    key = loose(title)
    least = max(_SURE, 0.5 * len(key))
    longest = len(title)
    best = ""
    for element in elements:
        if not least < element.size <= longest or element.tag in _NO_TITLES:
            continue
        text = element.text()
        own = loose(text)
        if len(own) > least and (key.startswith(own) or key.endswith(own)):
            if _TITLE_HINT.search(element.hint):
                return text
            if named or best or _SEPARATOR.search(text) or _names_site(element, text, publisher):
                continue
            before, found, behind = title.partition(text)
            if found and before[-1:] in _MARKS and behind[:1] in _MARKS:  # which "" is, too
                best = text
    return best


def _plain(title: str, sites: Sequence[str], whole: Sequence[str | None]) -> str:
    """A title without the site's name; as it is, where the page shows all of it as a heading."""
    rest = _without_names(title, sites)
    if rest != squeezed(title) and not _BAR.search(rest):
        return rest
    key = loose(rest)
    return rest if any(loose(text) == key for text in whole) else without_site(rest, *sites)


def without_site(title: str, *sites: str) -> str:
    """A title without the name of the site before or behind it.

    "Quay reopens | Harbour Ledger" is "Quay reopens": a part at either end that is a name of the
    site, or else the shorter end of a title whose other part is long enough.
    """
    title, whole = _without_names(title, sites), squeezed(title[:LONGEST_TITLE])
    if title != whole:
        return title
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    for site in filter(None, map(loose, sites)):
        last, first = loose(parts[-1]), loose(parts[0])
        if len(last) > 1 and (last in site or site in last):
            return title[: title.rfind(parts[-1])].rstrip(_MARKS)
        if len(first) > 1 and first in site:
            return title[title.find(parts[0]) + len(parts[0]) :].lstrip(_MARKS)
    longest = max(parts, key=len)
    goes_on = longest[:1].islower()  # "The quay closes - and the boats must leave"
    if parts[0] == longest or goes_on or len(parts[0]) > 0.6 * len(longest):
        return _cut_tail(title, parts)
    return longest


def _without_names(title: str, sites: Sequence[str]) -> str:
    """A title without the first of the names that stands at its end or beginning."""
    title = squeezed(title[:LONGEST_TITLE])
    rests = (_without_name(title, name) for name in sites if loose(name))
    return next(filter(None, rests), title)


def _without_name(title: str, name: str) -> str:
    """A title without a name at its end or beginning and the mark between; "" without one."""
    if len(title) <= len(name) + 3:
        return ""
    if title.casefold().endswith(name.casefold()):
        rest = title[: -len(name)].rstrip()
        return rest.rstrip(_MARKS) if rest[-1:] in _MARKS else ""
    if title.casefold().startswith(name.casefold()):
        rest = title[len(name) :].lstrip()
        return rest.lstrip(_MARKS) if rest[:1] in _MARKS else ""
    return ""


def _cut_tail(title: str, parts: list[str]) -> str:
    """Drop short parts at the end, as long as enough of the title is left."""
    while len(parts) > 1 and len(parts[-1]) <= 0.6 * len(title) and len(parts[-1].split()) <= 5:
        title = title[: title.rfind(parts[-1])].rstrip(_MARKS)
        parts = parts[:-1]
    return title
