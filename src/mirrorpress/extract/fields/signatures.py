"""Names that stand alone in a paragraph, without a label: at the end of a text or above it.

<p align="right"><em>Anna Kern</em></p>            signs the text above it
<p><strong>Anna Kern</strong></p>  <p>The …</p>    stands above the first paragraph
"""

from __future__ import annotations

import re

from mirrorpress.extract.fields.names import is_person, is_team
from mirrorpress.extract.page.tree import Element

_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_RIGHT_HINT = re.compile(r"(?:^|[\s_-])(?:text|align|has-text-align)-?right(?:$|[\s_-])|alignright")
_BOLD = frozenset(["strong", "b", "em", "i"])
_LONGEST = 40  # characters
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
