"""Values that stand in strings, and strings that were encoded.

    {\\"title\\": …            JSON.parse("…"), fields of a database; in one another
    %7B%22title%22%3A…       encodeURIComponent
    {&quot;title&quot;: …    attributes; {&q;title&q;: … of Angular
    eyJ0aXRsZSI6…            atob, of what begins with {" or <p>

What is in a string takes its place.
"""

from __future__ import annotations

import base64
import html
import re
from typing import Final
from urllib.parse import unquote

from mirrorpress.page_data.json_text import decoded, decoded_at
from mirrorpress.page_data.literals import Value
from mirrorpress.page_data.references import with_indices

SHORTEST: Final = 200  # characters of a string that can hold an article
_DEEPEST = 3  # JSON in a string in JSON in a string
_JSON = re.compile(r"\s*+[{\[]\s*+[{\[\"]")
_QUOTED = re.compile(r"\s*+(?:[{\[]\s*+&(?:quot|#34|#x22|q);|&lt;[a-zA-Z])")
_PERCENT = re.compile(r"%(?:7B|5B|3C)", re.IGNORECASE)  # { [ <
_BASE64 = re.compile(r"(?:eyJ|W3si|PHA\+|PGRpdi)[A-Za-z0-9+/\s]*={0,2}\s*\Z")  # {" [{" <p> <div
_NUMBER = re.compile(r"(?=[\w-]{0,40}\d)[\w-]{1,64}\Z")
_FEWEST_NUMBERED = 3
_ANGULAR = {"&q;": '"', "&s;": "'", "&l;": "<", "&g;": ">", "&a;": "&"}
_ANGULAR_MARK = re.compile("|".join(_ANGULAR))


def value_in(text: str, depth: int = 0) -> Value | None:
    """What a string holds, with what its own strings hold in their place.

    Returns:
        A list or an object; a string for markup that was encoded; None for a plain string.
    """
    plain = _plain(text)
    if _JSON.match(plain) is None:
        return plain if plain is not text else None
    value = decoded(plain)
    return None if value is None else with_inner(value, depth)


def value_at(script: str, at: int) -> tuple[Value, int] | None:
    """The JSON that begins at a place of a script, and where it ends; None where none does."""
    found = decoded_at(script, at)
    return None if found is None else (with_inner(found[0]), found[1])


def with_inner(value: Value, depth: int = 0) -> Value:
    """A value with what its strings hold in their place, named places of lists put in.

    An object whose keys are numbers or identifiers becomes the list of its values.
    """
    stack = [value] if isinstance(value, (dict, list)) and depth <= _DEEPEST else []
    while stack:
        holder = stack.pop()
        for key, each in holder.items() if isinstance(holder, dict) else enumerate(holder):
            if isinstance(each, dict) and _is_numbered(each):
                holder[key] = [*each.values()]
                stack.append(holder[key])
            elif isinstance(each, (dict, list)):
                stack.append(each)
            elif isinstance(each, str) and len(each) >= SHORTEST:
                inner = value_in(each, depth + 1)
                if inner is not None:
                    holder[key] = inner
    return with_indices(value)


def _is_numbered(value: dict[str, Value]) -> bool:
    """Whether an object is a list: its keys are numbers or identifiers, its values objects."""
    return (
        len(value) >= _FEWEST_NUMBERED
        and all(map(_NUMBER.match, value))
        and all(isinstance(each, dict) for each in value.values())
    )


def _plain(text: str) -> str:
    """A string as it was before it was encoded; itself where it was not."""
    if _PERCENT.match(text):
        return unquote(text)
    if _QUOTED.match(text):
        if "&q;" in text:
            return _ANGULAR_MARK.sub(lambda found: _ANGULAR[found[0]], text)
        return html.unescape(text)
    if _BASE64.match(text):
        try:
            return base64.b64decode(text).decode("utf-8", "replace")
        except ValueError:
            return text
    return text
