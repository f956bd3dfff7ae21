"""The terms of a text: numbers, words of alphabetic scripts, pairs of Han characters or syllables.

Traditional characters are read as simplified ones, full width as half width, numbers in full
("1.14万" is 11400, and so are "11,400", "11 400" and "١١٬٤٠٠"), and case is put aside, so that one
event told in two scripts shows the same terms. English words lose their endings (a small part of
Porter's rules), Arabic ones the article; of what is left the first five letters count: "votes",
"voted" and "voting" are one term, and so are "наводнение" and "наводнения". Five letters are as
good as a dictionary for Turkish (Can et al., "Information retrieval on Turkish texts", 2008, "F5").
In Thai, Lao, Khmer, Burmese and Tibetan, which part no words, pairs of syllables take their place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache, wraps
from itertools import pairwise
from typing import TypeVar

from opencc import OpenCC

# Vowels and other marks of the scripts of India and their relatives, which are no letters.
_MARKS = "".join(
    mark for mark in map(chr, range(0x0900, 0x1D00)) if unicodedata.category(mark) in ("Mn", "Mc")
)
_PARTED = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"  # a word, or part of one
_UNPARTED = "\u0e01-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u0f40-\u0fbc\u1000-\u103f\u1780-\u17d3"
_TSHEG = "\u0f0b"  # between two syllables of Tibetan
_TOKEN = re.compile(
    r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,:]\d+)*"  # numbers, times
    r"|[\u3400-\u9fff]+"  # Han
    r"|[\u3040-\u30ff]+|[\uac00-\ud7af]+"  # kana, hangul
    rf"|[{_UNPARTED}][{_UNPARTED}{_TSHEG}]*"  # scripts that part no words
    rf"|{_PARTED}(?:[-'’]{_PARTED})*"  # words of other scripts
)
# A syllable, roughly: a consonant with its vowels, tones, and what is written below it.
_SYLLABLE = re.compile(
    rf"[\u0e40-\u0e44\u0ec0-\u0ec4]?[^\W\d_](?:\u17d2[\u1780-\u17b3]|\u1039[\u1000-\u103f]|"
    rf"[{_MARKS}]|[\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3])*"
    r"(?:[\u1000-\u1021]\u103a\u1037?)?"
)
_IS_UNPARTED = re.compile(f"[{_UNPARTED}]")
_FIRST_UNPARTED, _LAST_UNPARTED = "\u0e01", "\u17d3"
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_HAN = re.compile(f"[{_FIRST_HAN}-{_LAST_HAN}]")
# What NFKC makes of the marks in most Chinese texts: it is slow on a text of which it changes any
# character, and this leaves it none.
_FULL_WIDTH = {mark: unicodedata.normalize("NFKC", mark) for mark in "，：；！？（）\u3000…"}
# Figures of other scripts, and the marks of Arabic between thousands and before decimals.
_PLAIN_DIGITS: dict[int, str] = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(0x0660, 0x1C5A)
    if chr(code).isdecimal()
} | {0x066B: ".", 0x066C: ","}
_OTHER_DIGIT = re.compile(f"[{''.join(map(chr, _PLAIN_DIGITS))}]")
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "e")
_NO_LETTER = re.compile(rf"[^\w{_MARKS}]+|_+")
THOUSANDS = re.compile(r"(?<=\d)[ .,](?=\d{3}(?!\d))")
_UNITS = {"万": 4, "萬": 4, "亿": 8, "億": 8}  # zeros
_OF_UNITS = re.compile(r"(?<![\d.,])(\d[\d,]{0,20}(?:\.\d{1,10})?) ?([万萬亿億])")
_LONGEST_NUMBER = 12  # digits
SHORTEST_WORD = 3  # characters; shorter words of alphabetic scripts say little
_SHORTEST_STEM = 3
_LONGEST_STEM = 5  # letters
_ARTICLE = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3})")  # of Arabic, with what is written onto it
_WORDS_KEPT = 16_384
_LONGEST_KEPT = 64  # characters

_Found = TypeVar("_Found")


def kept_by_word(find: Callable[[str], _Found]) -> Callable[[str], _Found]:
    """What is found for a word is kept, as a few words are most of all texts.

    It is kept for the latest words, and for none that is longer than any true one.
    """
    kept = lru_cache(maxsize=_WORDS_KEPT)(find)

    @wraps(find)
    def found(word: str) -> _Found:
        return kept(word) if len(word) <= _LONGEST_KEPT else find(word)

    return found


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


def normalized(text: str) -> str:
    """A text in half width, simplified characters and plain figures; its case is kept."""
    for mark, plain in _FULL_WIDTH.items():
        text = text.replace(mark, plain)
    text = unicodedata.normalize("NFKC", text)
    if _OTHER_DIGIT.search(text):
        text = text.translate(_PLAIN_DIGITS)
    if _HAN.search(text) is None:
        return text
    text = _OF_UNITS.sub(_in_full, text)
    whole = text.encode("utf-8", "replace").decode("utf-8")  # no half surrogate pairs
    simplified: str = _to_simplified().convert(whole)
    return simplified


def letters(text: str) -> str:
    """The letters and digits of a text, normalized and without case: equal for equal words."""
    return letters_of(normalized(text))


def letters_of(text: str) -> str:
    """The letters and digits of a normalized text, without case."""
    return _NO_LETTER.sub("", text.casefold())


def terms(text: str) -> list[tuple[str, bool]]:
    """The terms of a normalized text in order, each with whether it is written like a name.

    A name begins with a capital letter; whether it does so elsewhere than at the beginning of a
    sentence only the whole text tells.
    """
    found: list[tuple[str, bool]] = []
    for token in _TOKEN.findall(text):
        if _FIRST_HAN <= token[0] <= _LAST_HAN:
            found += [(one + other, False) for one, other in pairwise(token)]
        elif token[0].isdigit():
            found.append((_number(token), False))
        elif _FIRST_UNPARTED <= token[0] <= _LAST_UNPARTED and _IS_UNPARTED.match(token):
            found += [(one + other, False) for one, other in pairwise(_syllables(token))]
        elif len(token) >= SHORTEST_WORD:
            found.append(_word(token))
    return found


def _syllables(token: str) -> list[str]:
    if _TSHEG in token:
        return [syllable for syllable in token.split(_TSHEG) if syllable]
    return _SYLLABLE.findall(token)


def _number(token: str) -> str:
    """A number without marks between its thousands, and with a point before its decimals.

    A comma or point before three digits is taken as one between thousands.
    """
    token = THOUSANDS.sub("", token)
    return token.replace(",", ".") if token.count(",") == 1 else token.replace(",", "")


def _in_full(found: re.Match[str]) -> str:
    """A number of ten thousands or hundred millions in digits: 1.14万 is 11400."""
    digits = found[1].replace(",", "")
    whole, _, part = digits.partition(".")
    zeros = _UNITS[found[2]]
    if len(part) > zeros or len(whole) > _LONGEST_NUMBER:
        return found[0]
    return (whole + part.ljust(zeros, "0")).lstrip("0") or "0"


@kept_by_word
def _word(token: str) -> tuple[str, bool]:
    return _stem(token.casefold()), token[0].isupper()


def _stem(word: str) -> str:
    """The first letters of a word, without an English ending."""
    word = word.removesuffix("'s").removesuffix("’s")
    if word.isascii():
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                word = word[: -len(ending)]
                break
    elif "\u0620" <= word[0] <= "\u064a":
        word = _ARTICLE.sub("", word)
    return word[:_LONGEST_STEM]
