"""Notes on the author around a text.

Ada Stone is a reporter of the Harbour Ledger. Follow her on …   of the author Ada Stone
About the author: Ada Stone lives in Lisquay.                    the same
Ada Stone was born in the house by the lock in 1922.             the same: ask before the text
                                                                 or behind it only
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mirrorpress.extract.words.jobs import JOB
from mirrorpress.text.folding import is_of_word

LONGEST_NOTE = 900  # characters of what says who an author is
_MOST_NAMES = 10
_MOST_WORDS = 5  # of a job
_FEW_WORDS = 3  # of one that is written small but for its beginning
_NO_KIND = frozenset(["the", "a", "an", "this", "our", "der", "die", "le", "la", "el", "un", "una"])
_SMALL_WORDS = frozenset(["of", "and", "at", "for", "the", "de", "für", "&", "in", "chief"])
_SHORTEST_NAME = 3  # letters of a first name
_SAYS = (
    r"(?:is|are|was|has|covers?|writes?|reports?|works?|joined|lives?|speciali[sz]es|serves|teaches|"
    r"edits|leads|runs|ist|sind|schreibt|arbeitet|berichtet|hat|leitet|kam|studierte|gehört|lebt|"
    r"verantwortet|est|écrit|couvre|travaille|dirige|collabore|vit|es|escribe|trabaja|cubre|vive|"
    r"colabora|estudió|nació|è|scrive|lavora|collabora|é|escreve|trabalha|cobre|jest|pisze|är|er|"
    r"skriver|schrijft|werkt|woont|studeerde|пишет|работает|родился|родилась|окончил|окончила|"
    r"пише|працює|yazıyor|çalışıyor)"
)
# Behind the name: an address or a job beside it, then what the author is or does.
_FOLLOWING = re.compile(
    r"(?:\s*\([^()]{0,80}\)|,[^,.]{1,80},)?\s+"
    rf"(?:(?:also|currently|formerly|now) )?{_SAYS}\s+\S",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about the authors?|über (?:den autor|die autorin)|zur person|à propos de l.auteure?|"
    r"sobre (?:el autor|la autora|o autor|a autora)|об авторе|author bio)\s*[:：–-]\s*\S",
    re.IGNORECASE,
)


def is_job(text: str) -> bool:
    """Whether a line is the job of an author alone: "Deputy Editor"."""
    words = text.split(maxsplit=_MOST_WORDS)
    if not 0 < len(words) <= _MOST_WORDS or not is_of_word(words[-1][-1]):
        return False
    if JOB.search(text) is None:
        return False
    first, *others = words
    if all(not word[0].islower() or word in _SMALL_WORDS for word in words):
        return True
    return (  # "Senior editor"
        not first[0].islower()
        and len(others) < _FEW_WORDS
        and first.casefold() not in _NO_KIND
        and (JOB.fullmatch(words[-1]) or JOB.fullmatch(text)) is not None
    )


def is_biography(text: str, bylines: Sequence[str]) -> bool:
    """Whether a paragraph ahead of the text says who an author is.

    Args:
        bylines: names of the authors.
    """
    if len(text) > LONGEST_NOTE:
        return False
    if _ABOUT.match(text):
        return True
    return tells_of_author(text, bylines) and JOB.search(text) is not None


def tells_of_author(text: str, bylines: Sequence[str]) -> bool:
    """Whether a paragraph begins with what an author is or does, be it a job or not.

    Args:
        bylines: names of the authors.
    """
    for name in bylines[:_MOST_NAMES]:
        first = name.partition(" ")[0]
        for called in (name, first) if len(first) >= _SHORTEST_NAME else (name,):
            if text.startswith(called) and _FOLLOWING.match(text, len(called)):
                return True
    return False
