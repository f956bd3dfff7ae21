"""Names that stand alone, without a label: at the end of a text, above it, beside a date.

<p align="right"><em>Anna Kern</em></p>            signs the text above it
<p><strong>Anna Kern</strong></p>  <p>The …</p>    stands above the first paragraph
<li>Anna Kern</li>  <li>4 May 2031</li>            stands beside the date
"""

from __future__ import annotations

import re

from mirrorpress.extract.fields.date_texts import found_date
from mirrorpress.extract.fields.dateline import is_labelled_date
from mirrorpress.extract.fields.names import is_person, is_team
from mirrorpress.extract.page.tree import Element
from mirrorpress.text.dates import parse_date

_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_RIGHT_HINT = re.compile(r"(?:^|[\s_-])(?:text|align|has-text-align)-?right(?:$|[\s_-])|alignright")
_BOLD = frozenset(["strong", "b", "em", "i"])
_HEADLINES = frozenset(["h1", "h2"])
_LONGEST = 40  # characters
_LONGEST_ROW = 200  # characters of what holds a name and a date
_WORDS = range(2, 5)
_RUNNING = 80.0  # weight of the paragraph below a name


def signed(element: Element) -> str:
    """The name that a paragraph set to the right holds alone, else ""."""
    if element.tag not in ("p", "div") or not 3 < element.size < 2 * _LONGEST:
        return ""
    attrs = element.attrs
    is_right = (
        attrs.get("align") == "right"
        or _RIGHT.search(attrs.get("style") or "") is not None
        or (bool(element.hint) and _RIGHT_HINT.search(element.hint) is not None)
    )
    return _name_alone(element) if is_right else ""


def set_above(element: Element) -> str:
    """The name that a bold paragraph holds alone above the first of a text, else ""."""
    parent = element.parent
    if element.tag != "p" or parent is None or not 3 < element.size < 2 * _LONGEST:
        return ""
    inner = [child for child in element.children if not isinstance(child, str) or child.strip()]
    if len(inner) != 1 or isinstance(inner[0], str) or inner[0].tag not in _BOLD:
        return ""
    paragraphs = (child for child in parent.elements() if child.tag == "p" and child.text())
    if next(paragraphs, None) is not element:
        return ""
    following = next(paragraphs, None)
    return _name_alone(element) if following is not None and following.line >= _RUNNING else ""


def beside_date(element: Element) -> str:
    """The name that an element without a link holds alone next to a date, else ""."""
    if element.tag in _HEADLINES or not 3 < element.size < _LONGEST or element.links:
        return ""
    if len([text for text in element.strings() if text.strip()]) != 1:
        return ""
    item = element
    while item.parent is not None and item.parent.size == element.size:
        item = item.parent
    if item.parent is None or item.parent.size > _LONGEST_ROW:
        return ""
    row = [child for child in item.parent.elements() if child.size or child is item]
    place = row.index(item)
    if not any(map(_is_date, (*row[max(0, place - 1) : place], *row[place + 1 : place + 2]))):
        return ""
    name = _name_alone(element)
    return name if name[:1].isupper() else ""  # of a script that has small letters


def _is_date(element: Element) -> bool:
    if element.size > _LONGEST:
        return False
    text = element.text()
    if element.tag == "time":
        return found_date(text) is not None
    return parse_date(text) is not None or is_labelled_date(text)


def _name_alone(element: Element) -> str:
    """The text of an element if it is written like the name of a person, two words at least."""
    text = element.text()
    words = text.split()
    if len(text) > _LONGEST or len(words) not in _WORDS or not text.replace(".", "").strip():
        return ""
    if not is_person(text) or is_team(text) or any(not _is_word(word) for word in words):
        return ""
    return "" if element.is_left_out() else text


def _is_word(word: str) -> bool:
    return word.replace("-", "").replace(".", "").replace("’", "").replace("'", "").isalpha()
