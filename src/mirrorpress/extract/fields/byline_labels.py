"""The labels of bylines: what a line begins with that says who wrote the article.

By Anna Kern                 a word for "by"; those of a few languages count on every page
Oleh Budi Santoso            the others on pages in their language: "Oleh" is a name elsewhere
Автор: Анна Белова           a noun, with a colon, in any language
An analysis by Anna Kern     ahead of a word for "by", what the piece is
Written by                   a label alone: the name stands in the next element
김민수 기자                   a label behind the name
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mirrorpress.extract.fields.names import is_person, names_of
from mirrorpress.extract.words.field_labels import ARTICLES, BY_LANGUAGE
from mirrorpress.text.tables import any_of, primary_of

# Their words for "by" count on pages of any language, as "written by" does in all.
_EVERYWHERE = ("en", "de", "fr", "es", "pt", "nl", "ar")
_SHORTEST = 4  # letters of a noun that counts in any language
_LONGEST_ALONE = 30  # characters
_COLON = r"\s*[:：]\s*"
_HAN = (
    r"(?:文|图文|作者|撰文|撰稿人?|执笔|執筆|采写)\s?[/／：:|｜丨]|著者：|(?:取材・)?文(?:・写真)?[・＝=]|"
    r"(?:特约)?撰稿人\s|"
    r"(?:本报|本報|本刊)?(?:记者|記者)(?:\s?[：:/／|｜丨]|\s+|(?=[\u4e00-\u9fff]{2,4}(?:\s|$|[,，、／/])))"
)
# Nouns that count without a colon where they stand alone.
_ALONE = r"words|story|authors?|contributors?|autor(?:[*:/_]?in(?:nen)?)?|作者|автор|text"
_ADDRESS = r"(?:\s*[(=]?\s*[\w.+-]+@[\w.-]+\)?)?"  # an address behind the name
MARKS: Final = " \t\n|•·–—-"  # that stand before a label
_LETTERS_ALONE = "文图作撰執执采著記记本特取"
# Beginnings of labels that stand alone.
_STARTS_ALONE = ("words", "story", "author", "contributor", "autor", "text", "автор")
# What is taken for a Latin letter whatever the case, and what takes no room before a label.
_LIKE_LATIN = "\u017f\u212aİı\u200b\u2060\ufeff"
_NEAR = 30  # characters of a line among which the colon of a noun stands
_BEFORE_COLON = re.compile(r"[^\s\d]\s?[:：](?!\d)")
_OF_LABELS = re.compile(f"[{_LETTERS_ALONE}]")


class BylineLabels:
    """The labels that count on pages in a language."""

    def __init__(self, language: str) -> None:
        nouns: set[str] = set()
        words: set[str] = set()
        behind: set[str] = set()
        for name, labels in BY_LANGUAGE.items():
            is_own = name == language
            for label in labels:
                if label.endswith(":"):
                    if is_own or len(label) > _SHORTEST:
                        nouns.add(label.removesuffix(":"))
                elif is_own or name in _EVERYWHERE or " " in label:
                    (behind if label[0] == "~" else words).add(label.removeprefix("~"))
        noun = any_of(nouns)
        written = any_of(word for word in words if " " in word)
        word = rf"{any_of(words)}|(?:{'|'.join(ARTICLES)})\s(?:{written})"
        self._begins: Final = re.compile(
            rf"^\s*(?:(?:{word})(?:\s*:\s*|\s+)|(?:{noun}){_COLON}|(?:{_HAN})\s*)(?=\S)",
            re.IGNORECASE,
        )
        self._alone: Final = re.compile(
            rf"(?:{word}|{_ALONE})\s?[:：]?|(?:{noun})\s?[:：]", re.IGNORECASE
        )
        self._ends: Final = (
            re.compile(rf"([^|:,]{{2,30}}?)\s?(?:{any_of(behind)}){_ADDRESS}") if behind else None
        )
        self._behind: Final = tuple(behind)
        self.has_behind: Final = bool(behind)  # some stand behind the name
        self._last_words: Final = frozenset(label.split()[-1].lower() for label in words)
        beginnings = {f"{label} "[:2] for label in (*words, *ARTICLES, *_STARTS_ALONE)}
        self._beginnings: Final = frozenset(
            first + second
            for pair in beginnings
            for first in (pair[0], pair[0].upper())
            for second in (pair[1], pair[1].upper())
        )
        letters = {label[0] for label in (*words, *nouns, *_STARTS_ALONE)}
        self._letters: Final = frozenset(
            [*letters, *(letter.upper() for letter in letters), *_LETTERS_ALONE, *_LIKE_LATIN]
        )

    def names_in(self, text: str) -> tuple[str, ...]:
        """The names in a byline, of which the text may begin with a label."""
        if self.is_label(text.strip()):
            return ()
        label = self._begins.match(text)
        return names_of(text if label is None else text[label.end() :])

    def begins(self, text: str) -> bool:
        """Whether a text begins with a label, and goes on."""
        return self._begins.match(text) is not None

    def is_label(self, text: str) -> bool:
        """Whether a line says that a name follows, and nothing else: "Written by"."""
        return len(text) < _LONGEST_ALONE and self._alone.fullmatch(text) is not None

    def ahead(self, text: str) -> tuple[str, ...]:
        """The names in a line that ends with a label: "김민수 기자"."""
        found = self._ends.fullmatch(text) if self._ends else None
        return tuple(name for name in names_of(found[1]) if is_person(name)) if found else ()

    def may_begin(self, text: str) -> bool:
        """Whether a text begins with the letters of a label: a quick test that most fail."""
        start = text.lstrip(MARKS)[:2]
        if start.isascii():
            return start in self._beginnings or ":" in text[:_NEAR]
        return start[0] in self._letters or start[0].isascii() or start[0].isspace()

    def may_hold(self, text: str) -> bool:
        """Whether a line has a word of a label: a quick test that most fail."""
        lowered = text.lower()
        return (
            not self._last_words.isdisjoint(lowered.replace(":", " ").split())
            or ((":" in text or "：" in text) and _BEFORE_COLON.search(text) is not None)
            or "autor" in lowered
            or (not text.isascii() and _OF_LABELS.search(text) is not None)
            or any(word in text for word in self._behind)
        )


def labels_of(language: str | None) -> BylineLabels:
    """The labels that count on pages in a language, given by its tag."""
    primary = primary_of(language)
    return _labels_of(primary if primary in BY_LANGUAGE and primary not in _EVERYWHERE else "")


@cache
def _labels_of(language: str) -> BylineLabels:
    return BylineLabels(language)
