"""Names that stand alone, without a label: at the end of a text, above it, beside a date.

<p align="right"><em>Anna Kern</em></p>            signs the text above it
<p><strong>Anna Kern</strong></p>  <p>The …</p>    stands above the first paragraph
<li>Anna Kern</li>  <li>4 May 2031</li>            stands beside the date
"""

from __future__ import annotations

import re

from mirrorpress.extract.fields.dateline import is_date_alone
from mirrorpress.extract.fields.names import LONGEST_NAME, is_full_name
from mirrorpress.extract.fields.rows import LONGEST_ROW, is_apart
from mirrorpress.extract.page.tree import Element

_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_RIGHT_HINT = re.compile(r"(?:^|[\s_-])(?:text|align|has-text-align)-?right(?:$|[\s_-])|alignright")
_AGENCY = re.compile(r"\s*\([^()]{2,40}\)$")  # of which the report is: "Anna Kern (AFP)"
_BOLD = frozenset(["strong", "b", "em", "i"])
_HEADLINES = frozenset(["h1", "h2"])
_RUNNING = 80.0  # weight of the paragraph below a name


def signed(element: Element) -> str:
    """The name that a paragraph set to the right holds alone, else ""."""
    if element.tag not in ("p", "div") or not 3 < element.size < 2 * LONGEST_NAME:
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
    if element.tag != "p" or parent is None or not 3 < element.size < 2 * LONGEST_NAME:
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
    if element.tag in _HEADLINES or not 3 < element.size < LONGEST_NAME or element.links:
        return ""
    if len([text for text in element.strings() if text.strip()]) != 1:
        return ""
    item = element
    while item.parent is not None and item.parent.size == element.size:
        item = item.parent
    if item.parent is None or item.parent.size > LONGEST_ROW:
        return ""
    row = [child for child in item.parent.elements() if child.size or child is item]
    place = row.index(item)
    beside = (*row[max(0, place - 1) : place], *row[place + 1 : place + 2])
    if not any(is_date_alone(other.text(), marked=other.tag == "time") for other in beside):
        return ""
    name = _name_alone(element)
    return name if name[:1].isupper() else ""  # of a script that has small letters


def _name_alone(element: Element) -> str:
    """The text of an element if it is written like the name of a person, two words at least."""
    text = _AGENCY.sub("", element.text())
    return text if is_full_name(text) and not is_apart(element) else ""
