"""Running text in a `pre` element, as press offices and mailing lists type it.

    The night ferry returns to the harbour on
    Monday. It sails at nine.                        two paragraphs

    Bicycles are free of charge.

Code, tables, verse and letterheads keep their lines: on a narrow screen they are scrolled, which
nobody does to read a text.

Elsewhere blank lines show only where a style sheet says so (`white-space: pre-line`). Behind whole
sentences they are taken for what they were when the text was typed.
"""

from __future__ import annotations

import re

from mirrorpress.extract.page.tree import Element, Node
from mirrorpress.extract.words.sentences import ends_sentence

_SHORTEST, _MOST_READ = 200, 200_000  # characters of a text that is judged
_SENTENCE = re.compile(r"[.!?…][\"”»’')]?(?:\s|$)|[。！？]")
_MOST_BETWEEN = 250  # characters of a text, on average, that end no sentence
_OF_CODE = re.compile(r"[{}<>=\\|_$#@*~^;]|\s\s\S|\t|\w\(")
_MOST_OF_CODE = 0.01  # marks of code, columns or rules, in a character of text
_FULL = 45  # characters of a line that goes on in the next
_WRAPPED = 110  # characters of a line at most, where lines are broken by hand
_WIDE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])")
_MOSTLY = 0.8  # of the lines before the last of a paragraph are full
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_FEWEST_PIECES = 3  # of a string that blank lines part
_SHORTEST_PIECE = 60  # characters
_LINE_BREAK = Element("br", {})


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of preformatted text; none where its lines or columns have a meaning."""
    text = text.strip()
    if not _SHORTEST <= len(text) <= _MOST_READ:
        return ()
    paragraphs = [
        [line for line in map(str.strip, part.split("\n")) if line] for part in _BLANK.split(text)
    ]
    inner = [line for lines in paragraphs for line in lines[:-1]]
    if sum(len(line) >= _FULL for line in inner) < _MOSTLY * len(inner):
        return ()
    if any(len(line) > _WRAPPED for line in inner):
        joined = [line for lines in paragraphs for line in lines]
    else:
        joined = [_WIDE_BREAK.sub("", "\n".join(lines)) for lines in paragraphs]
        joined = [paragraph.replace("\n", " ") for paragraph in joined if paragraph]
    whole = "\n".join(joined)
    if len(_SENTENCE.findall(whole)) * _MOST_BETWEEN < len(whole):
        return ()
    if len(_OF_CODE.findall(whole)) > _MOST_OF_CODE * len(whole):
        return ()
    return tuple(joined)


def with_breaks(line: list[Node]) -> list[Node]:
    """The inline nodes of a line with line breaks for the blank lines between its paragraphs."""
    if not any(isinstance(node, str) and len(node) >= _SHORTEST and "\n" in node for node in line):
        return line
    broken: list[Node] = []
    for node in line:
        if not isinstance(node, str):
            broken.append(node)
            continue
        for number, piece in enumerate(_pieces(node)):
            if number:
                broken += (_LINE_BREAK, _LINE_BREAK)
            broken.append(piece)
    return broken


def _pieces(text: str) -> list[str]:
    """A string cut at blank lines behind whole sentences; else in one piece."""
    pieces: list[str] = []
    start = last = 0
    for blank in _BLANK.finditer(text):
        paragraph, rest = text[last : blank.start()], len(text) - blank.end()
        if min(len(paragraph), rest) >= _SHORTEST_PIECE and ends_sentence(paragraph):
            pieces.append(text[start : blank.start()])
            start = blank.end()
        last = blank.end()
    pieces.append(text[start:])
    return pieces if len(pieces) >= _FEWEST_PIECES else [text]
