"""TITLE"""

from __future__ import annotations

import re

from mirrorpress.extract.jsonld import Linked
from mirrorpress.extract.page_head import LONGEST_TITLE, PageHead
from mirrorpress.extract.tree import squeezed

_SEPARATOR = re.compile(
    r"\s+[|·•–—»«‹›_/\\-]+\s+|\s*[|｜_＿]+\s*|\s+::\s+|"
    r"(?<=[\u4e00-\u9fff\w])\s*[-—–]{1,2}\s*(?=[\u4e00-\u9fff]{2,12}$)"
)
_LOOSE = re.compile(r"[\W_]+")


def loose(text: str | None) -> str:
    """Letters and digits alone, in lower case: two titles that differ in dots are the same."""
    return _LOOSE.sub("", (text or "").casefold())


def read_titles(
    head: PageHead, linked: Linked, headings: list[str], publisher: str | None
) -> tuple[str, tuple[str, ...]]:
    """The title, and everything else that the page calls itself."""
    og = head.first("og:title", "twitter:title", "dc.title", "title")
    site = loose(publisher)
    short = without_site(head.title, publisher)
    named = [t for t in (og and without_site(og, publisher), linked.headline, short) if t]
    keys = [loose(text) for text in (og, linked.headline, head.title) if text]
    own = [
        text
        for text in headings
        if loose(text) and loose(text) != site and any(_agree(loose(text), key) for key in keys)
    ]
    choice = own[0] if own else next(iter(named), "")
    if not choice:
        choice = next((text for text in headings if loose(text) != site), "") or head.title
    everything = (choice, *named, *own, head.title)
    return choice, tuple(dict.fromkeys(text for text in everything if text))


def _agree(heading: str, key: str) -> bool:
    """Whether a heading is what the head of the page calls it, give or take the site's name."""
    if len(heading) < 4:
        return heading == key
    if heading in key or (key in heading and len(key) > 0.5 * len(heading)):
        return True
    size = min(len(heading), len(key), 40)
    return size >= 12 and heading[:size] == key[:size]


def without_site(title: str, publisher: str | None) -> str:
    """A title without the name of the site before or behind it.

    "Quay reopens | Harbour Ledger" is "Quay reopens": a part at either end that is the
    publisher's name, or else the shorter end of a title whose other part is long enough.
    """
    title = squeezed(title[:LONGEST_TITLE])
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    site = loose(publisher)
    if (
        site
        and len(loose(parts[-1])) > 1
        and (loose(parts[-1]) in site or site in loose(parts[-1]))
    ):
        return title[: title.rfind(parts[-1])].rstrip(" |·•–—»«‹›_/\\-:｜")
    if site and len(loose(parts[0])) > 1 and loose(parts[0]) in site:
        return title[title.find(parts[0]) + len(parts[0]) :].lstrip(" |·•–—»«‹›_/\\-:｜")
    longest = max(parts, key=len)
    if parts[0] == longest or len(parts[0]) > 0.6 * len(longest):
        return _cut_tail(title, parts)
    return longest


def _cut_tail(title: str, parts: list[str]) -> str:
    """Drop short parts at the end, as long as enough of the title is left."""
    while len(parts) > 1 and len(parts[-1]) <= 0.6 * len(title) and len(parts[-1].split()) <= 5:
        title = title[: title.rfind(parts[-1])].rstrip(" |·•–—»«‹›_/\\-:｜")
        parts = parts[:-1]
    return title
