"""The headline of a page whose head only says whose page it is.

    <title>Harbour Ledger - News</title>
    <div class="article-title">Quay reopens after nine weeks</div>
    <p>The old quay …

It is the last of the highest headings that stand above the running text, or what is named like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from mirrorpress.extract.page.tree import Element

_NAMED = re.compile(r"(?:^|[\s_-])(?:title|headline|heading|biaoti)(?:$|[\s_-])")
_LEVELS = ("h2", "h3", "h4")
_HOLDERS = frozenset(["div", "p", "span", "strong", "td"])
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_FEWEST_WORDS = 4  # of a headline
_FEWEST_HAN = 8  # characters of one in a script that parts no words
_LONGEST = 200  # characters
_RUNNING = 60.0  # weight of a line of running text
_MOST_ELEMENTS = 3_000  # that are looked at
_SHORTEST_LABEL = 5  # letters of a part of a host that is a name


def names_only_site(keys: Iterable[str], sites: Iterable[str], url: str | None) -> bool:
    """Whether all that a head calls its page is the name of the site, with little beside it.

    Args:
        keys: what the head calls the page, letters and digits alone.
        sites: names of the site, written likewise.
        url: the address of the page, whose host may be the name, too.
    """
    host = (urlsplit(url or "").hostname or "").replace("-", "")
    labels = [part for part in host.split(".") if len(part) >= _SHORTEST_LABEL]
    names = [name for name in (*labels, *sites) if name]
    said = [key for key in keys if key]
    return bool(said) and all(
        any(name in key and len(key) <= 2 * len(name) for name in names) for key in said
    )


def headline_above_text(elements: Sequence[Element]) -> str:
    """The text of the heading that stands above the first running text; "" without one."""
    best: tuple[int, str] = (len(_LEVELS) + 1, "")
    for element in elements[:_MOST_ELEMENTS]:
        if element.line >= _RUNNING and not element.is_left_out():
            break
        if not 0 < element.size <= _LONGEST:
            continue
        if element.tag in _LEVELS:
            rank = _LEVELS.index(element.tag)
        elif element.tag in _HOLDERS and _NAMED.search(element.hint):
            rank = len(_LEVELS)
        else:
            continue
        if rank <= best[0] and not element.links and not element.is_left_out():
            text = element.text()
            if len(_WORD.findall(text)) >= _FEWEST_WORDS or len(_HAN.findall(text)) >= _FEWEST_HAN:
                best = rank, text
    return best[1]
