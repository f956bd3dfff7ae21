"""Sentences and quoted passages of a plain text whose lines are its blocks.

    'He said "No." Mr. Lee left at 3.5 km.'  →  'He said "No."', 'Mr. Lee left at 3.5 km.'
    '他说：“不行。”会议结束。'                    →  '他说：“不行。”', '会议结束。'

Both take time in proportion to the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_SENTENCE = 600  # characters; longer ones are cut
LONGEST_QUOTATION = 300  # characters
_SHORTEST_QUOTATION = 8  # characters
_SHORTEST_HAN_QUOTATION = 4  # Han characters
_SHORTEST_SINGLE_QUOTED = 20  # characters; shorter ones are often words, not what someone said
_MOST_QUOTATIONS = 1000
_LONGEST_ABBREVIATION = 12  # characters

_CLOSERS = "\"'”’」』）)»\\]】》"
_END = re.compile(rf"([.!?…]++|[。！？؟۔।][。！？؟۔।.!?…]*+)[{_CLOSERS}]{{0,8}}+")
_ALWAYS = "。！？؟۔।"
_OPENERS = "\"'“‘„«「『（([【《¿¡—–-"
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[^\W_]|[.'’-])*\Z")
_NUMBER_BEFORE = re.compile(r"(?<!\d)\d{1,2}\Z")
_ABBREVIATED = (
    "mr mrs ms dr prof st sr jr gen col lt sgt capt maj cpl cmdr adm gov sen rep pres hon rev fr "
    "messrs mme mlle mm vs etc ed inc ltd corp co bros dept univ approx est "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "ave blvd rd mt ft ca cf al bzw str usw ggf vgl sog evtl inkl mio mrd hr dra sra srta "
    "avda  ul im г гг ул им тыс млн млрд руб св"
)
_BEFORE_NUMBERS = frozenset(("no", "nos", "nr", "fig", "art", "vol", "p", "pp", "núm", "pág"))
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_GERMAN_MONTHS = (
    "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip

_QUOTED = re.compile(
    r"“([^“”\n]++)”|「([^「」\n]++)」|『([^『』\n]++)』|«([^«»\n]++)»|„([^„“”\n]++)[“”]"
    r'|(?<![A-Za-z0-9])"(?!\s)([^"\n]++)(?<!\s)"'
    r"|(?<![A-Za-z0-9])‘((?:[^‘’\n]|’(?=[A-Za-zÀ-ÿ]))++)’"
)
_SINGLE = 7  # the group of ‘…’
_HAN = re.compile(r"[\u3400-\u9fff]")


def sentences(text: str) -> list[str]:
    """The sentences of a text in order, without the white space around them.

    A line ends a sentence. Closing quotes and brackets belong to the sentence before them. One of
    more than `LONGEST_SENTENCE` characters is cut after a comma or a space.
    """
    return [
        part
        for line in text.splitlines()
        for sentence in _of_line(line)
        for part in _bounded(sentence.strip())
        if part
    ]


def quotations(text: str) -> list[str]:
    """What is between quotation marks, in order, each once, without the marks.

    A quotation is inside of one line, and has at least 8 characters, or 4 Han characters, and at
    most `LONGEST_QUOTATION`. The first 1,000 are given.
    """
    found: dict[str, None] = {}
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        quoted = match[group].strip()
        if _is_quotation(quoted, single=group == _SINGLE):
            found[quoted] = None
            if len(found) == _MOST_QUOTATIONS:
                break
    return list(found)


def _is_quotation(quoted: str, *, single: bool) -> bool:
    if len(quoted) > LONGEST_QUOTATION:
        return False
    if single:
        return len(quoted) >= _SHORTEST_SINGLE_QUOTED
    long_enough = len(quoted) >= _SHORTEST_QUOTATION
    return long_enough or len(_HAN.findall(quoted)) >= _SHORTEST_HAN_QUOTATION


def _of_line(line: str) -> Iterator[str]:
    begin = 0
    for match in _END.finditer(line):
        if _ends_sentence(line, match):
            yield line[begin : match.end()]
            begin = match.end()
    yield line[begin:]


def _ends_sentence(line: str, match: re.Match[str]) -> bool:
    mark = match[1]
    if mark[0] in _ALWAYS or match.end() == len(line):
        return True
    after = line[match.end() : match.end() + 16]
    following = after.lstrip()
    if not following or (after == following and not _HAN.match(after)):
        return not following
    first = following[0]
    if after == following:  # Han at once after a Western mark
        return mark != "." and mark[0] != "…"
    begins = first in _OPENERS or first.isdigit() or (first.isalpha() and not first.islower())
    may_belong = mark == match[0] == "."
    return begins and not (may_belong and _is_abbreviation(line, match.start(), following))


def _is_abbreviation(line: str, at: int, following: str) -> bool:
    """Whether the point at `at` belongs to the word or the ordinal number before it."""
    before = line[max(0, at - _LONGEST_ABBREVIATION) : at]
    if _NUMBER_BEFORE.search(before):
        return following.startswith(_GERMAN_MONTHS)
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    name = word[0]
    if name.casefold() in _BEFORE_NUMBERS:
        return following[0].isdigit()
    is_initial = len(name) == 1 and name.isupper() and name.isascii() and name != "I"
    return is_initial or "." in name or name.casefold() in _ABBREVIATIONS


def _bounded(sentence: str) -> Iterator[str]:
    begin = 0
    while len(sentence) - begin > LONGEST_SENTENCE:
        end = _cut(sentence, begin)
        yield sentence[begin:end].strip()
        begin = end
    yield sentence[begin:].strip()


def _cut(sentence: str, begin: int) -> int:
    """Where to cut: after the last comma or space in the second half of what is allowed."""
    limit = begin + LONGEST_SENTENCE
    for end in range(limit, limit - LONGEST_SENTENCE // 2, -1):
        if sentence[end - 1] in ",，、;；:：،؛ ":
            return end
    return limit
