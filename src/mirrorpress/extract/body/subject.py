"""What a page says it is about: a second opinion where two containers could be the article.

The weight of running text alone takes a stream of teasers, a list of advertisements or a long
caption list for the article where that is short. The title and the description of a page use the
words of its article, and few of those of other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import add

from mirrorpress.extract.page.tree import Element, Node

_SHORTEST = 4  # letters of a word
_RUN = re.compile(
    rf"[\u3040-\u30ff\u3400-\u9fff]+|[^\W_\u3040-\u30ff\u3400-\u9fff]{{{_SHORTEST},}}"
)
_MOST_READ = 20_000  # characters of a text; articles say early what they are about
_FEWEST = 4  # words; fewer say nothing


class Subject:
    """The words of a page's title and description, without those of the site's own name.

    Args:
        statements: title and description.
        of_site: the outlet's name, the page's address: all that its host says.
    """

    def __init__(self, statements: Iterable[str], of_site: Iterable[str] = ()) -> None:
        found: set[str] = set()
        for statement in statements:
            found |= words_of(statement[:_MOST_READ])
        for name in of_site:
            found -= words_of(_without_path(name)[:_MOST_READ])
        self._words = frozenset(found)
        # By identity: asked again for each sibling of a core. An element kept keeps its identity.
        self._shares: dict[int, tuple[Element, float]] = {}

    def share_in(self, element: Element) -> float:
        """The share of the words that the text of an element has; 0 where there are too few."""
        if len(self._words) < _FEWEST:
            return 0.0
        key = id(element)
        if key not in self._shares:
            said = self._words & words_of(_beginning(element))
            self._shares[key] = element, len(said) / len(self._words)
        return self._shares[key][1]


def _without_path(name: str) -> str:
    """The host of an address; another name as it is."""
    _, scheme, rest = name.partition("://")
    return rest.partition("/")[0] if scheme else name


def _beginning(element: Element) -> str:
    pieces: list[str] = []
    room = _MOST_READ
    stack: list[Node] = [element]
    while stack and room >= 0:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            room -= len(node)
        elif node.tag == "br":
            stack += [*node.children[::-1], " "]
        else:
            stack += node.children[::-1]
    return " ".join(pieces)[:_MOST_READ]


def words_of(text: str) -> set[str]:
    """Words of four letters and more; of Chinese and Japanese, each two characters in a row."""
    found: set[str] = set()
    mixed: list[str] = []  # with other characters than letters and digits of ASCII
    for piece in set(text.casefold().split()):
        if not (piece.isascii() and piece.isalnum()):
            mixed.append(piece)
        elif len(piece) >= _SHORTEST:
            found.add(piece)
    for run in _RUN.findall(" ".join(mixed)):
        if "\u3040" <= run[0] <= "\u9fff":
            found.update(map(add, run, run[1:]))
        else:
            found.add(run)
    return found
