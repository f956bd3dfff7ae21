"""Texts cut into sentences, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator

ENDS = ".!?…؟۔।။។៕።։。！？"  # the last characters of sentences
_END_SET = frozenset(ENDS)
_CLOSING = " \t\r\n\u00a0\"'”’»)]*」』"
# Its first character is the last one of the sentence.
_SENTENCE_END = re.compile(rf"[{ENDS}](?:(?<=[။។៕。！？])|[\"'”’»)\]*]*\s+)")


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text, in which white space may stand around them."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield text[start : end.start() + 1]
        start = end.end()
    yield text[start:]


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, quotes and brackets behind its end aside."""
    return text.rstrip(_CLOSING)[-1:] in _END_SET
