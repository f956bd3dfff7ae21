"""Who wrote an article and what stands below its title, as the object that holds it says.

    {"title": …, "dek": …, "authors": [{"name": "Mira Holm"}]}
    {"headlines": …, "subheadlines": …, "credits": {"by": [{"name": "Mira Holm"}]}}
    {"title": …, "author": {"mid": 12, "name": "…"}}

Title and date are in `page_data.objects`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from mirrorpress.extract.fields.names import names_of, unique
from mirrorpress.extract.page.tree import squeezed
from mirrorpress.page_data.literals import Name, Value
from mirrorpress.page_data.objects import by_plain_key, string_in, values_at, with_parts

# Of keys without marks between their words and in lower case; some systems use words of their own
# language. What the first one finds counts.
_AUTHORS = tuple(
    map(
        re.compile,
        (
            r"^(?:display)?authors?$|^bylines?$|^authornames?$",
            r"^autor(?:es|en|i)?$|^auteurs?$|^yazar(?:lar)?$|^penulis$|^zuozhe$",
            r"(?:authors?|bylines?|writers?|creators?|contributors?|reporters?)(?:list|line)?$",
            r"^credits$",
        ),
    )
)
_SUBTITLES = tuple(
    map(
        re.compile,
        (
            r"^(?:dek|deck|standfirst|strapline|chapo|sapo|bajada|copete|entradilla)$",
            r"^sub(?:title|headlines?|heads?)$",
        ),
    )
)
_NAMES = ("name", "displayname", "fullname", "title", "text", "displaytext", "signature")
_WITHIN = ("by", "person", "node", "nodes", "creators", "author", "authors", "items", "data")
_TAG = re.compile(r"<[^<>]*>")
_SHORTEST_SUBTITLE, _LONGEST_SUBTITLE = 15, 600  # characters
_LONGEST_NAME = 100  # characters
_LEVELS = 4  # of objects in which a name stands
_MOST_PARTS = 50  # of a list that are read


def authors_in(value: Mapping[str, Value]) -> tuple[str, ...]:
    """The names of the writers; empty where the object does not say them."""
    for each in with_parts(value):
        for text in values_at(_AUTHORS, each):
            names = unique(name for said in _texts(text, 0) for name in names_of(said))
            if names:
                return names
    return ()


def subtitle_in(value: Mapping[str, Value]) -> str:
    """What stands below the title; "" where the object does not say it."""
    for each in with_parts(value):
        for said in values_at(_SUBTITLES, each):
            text = squeezed(html.unescape(_TAG.sub(" ", string_in(said))))
            if _SHORTEST_SUBTITLE <= len(text) <= _LONGEST_SUBTITLE:
                return text
    return ""


def _texts(value: Value, level: int) -> Iterator[str]:
    """The names in a value, whatever it is: a string, an object that has one, a list of these."""
    if isinstance(value, str):
        if not isinstance(value, Name) and _may_be_name(value):
            yield value
    elif level > _LEVELS:
        return
    elif isinstance(value, list):
        for each in value[:_MOST_PARTS]:
            yield from _texts(each, level + 1)
    elif isinstance(value, dict):
        yield from _texts_of(by_plain_key(value), level)


def _texts_of(keys: Mapping[str, Value], level: int) -> Iterator[str]:
    for key in _NAMES:
        name = keys.get(key)
        if isinstance(name, str) and _may_be_name(name):
            yield name
            return
    parts: Sequence[Value] = [keys.get("firstname"), keys.get("lastname")]
    if any(isinstance(part, str) and part for part in parts):
        yield " ".join(part for part in parts if isinstance(part, str))
        return
    for key in _WITHIN:
        if isinstance(keys.get(key), (dict, list)):
            yield from _texts(keys[key], level + 1)
            return


def _may_be_name(text: str) -> bool:
    """Whether a string can be a name: no number, address or identifier."""
    if not 2 <= len(text) <= _LONGEST_NAME or "/" in text or "$" in text:
        return False
    return any(map(str.isalpha, text)) and not (" " not in text and any(map(str.isdigit, text)))
