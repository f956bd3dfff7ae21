"""Notes on the author behind a text, where the author's name stands alone above them.

… and the lamps were lit. / Anna Kern / Anna Kern is a reporter of the Harbour Ledger.
… and the lamps were lit. / Anna Kern                              a signature: it stays
… and the lamps were lit. / Anna Kern is a reporter of …           it can be of the text: stays
"""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.extract.fields.biographies import LONGEST_NOTE
from mirrorpress.extract.fields.titles import loose

_MOST_BLOCKS = 4  # of a note, with the name above it
_LARGEST = 0.4  # times the text before it
_LONGEST_LINE, _LONGEST_LABEL = 80, 15  # characters of a line with a name, and beside the name
_MOST_NAMES = 10


def note_at(texts: Sequence[str], lines: Sequence[bool], bylines: Sequence[str]) -> int:
    """Where the notes on the authors begin; the number of the texts where there are none.

    Args:
        texts: of the blocks.
        lines: by block, whether it can hold a name alone.
        bylines: names of the authors.
    """
    names = [name for name in bylines[:_MOST_NAMES] if " " in name]
    end = len(texts)
    before = sum(map(len, texts))
    index = end - 2
    while names and index >= max(1, end - _MOST_BLOCKS):
        if lines[index] and len(texts[index]) <= _LONGEST_LINE:
            below = texts[index + 1 : end]
            if any(_is_name(name, texts[index]) and _is_about(name, below) for name in names):
                size = sum(map(len, texts[index:end]))
                if size > _LARGEST * (before - size):
                    break
                end, before = index, before - size
                index = end - 1
        index -= 1
    return end


def _is_name(name: str, line: str) -> bool:
    """Whether a line is a name, with a word or two before it: "About Anna Kern"."""
    own, key = loose(line), loose(name)
    return own.endswith(key) and len(own) - len(key) <= _LONGEST_LABEL


def _is_about(name: str, texts: Sequence[str]) -> bool:
    """Whether some short texts are about a person whom the first of them names."""
    words = [word for word in name.split() if len(word) > 2]
    return any(word in texts[0] for word in words) and all(
        len(text) <= LONGEST_NOTE for text in texts
    )
