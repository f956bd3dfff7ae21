"""Plural forms of whole numbers, by the CLDR's cardinal rules.

    form("ru", 1) "one"    form("ru", 3) "few"    form("ru", 11) "many"
    form("ar", 0) "zero"   form("ar", 2) "two"    form("zh-Hans", 5) "other"

Source: CLDR 45, common/supplemental/plurals.xml, for the languages that we have words in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["zero", "one", "two", "few", "many", "other"]


def form(language: str, count: int) -> Form:
    """The form that a number of 0 or more takes; "other" in a language without rules here."""
    rule = _RULES.get(language.partition("-")[0])
    return rule(count) if rule else "other"


def forms(language: str) -> frozenset[Form]:
    """Every form that whole numbers take in a language."""
    return frozenset(form(language, count) for count in (*range(200), 1_000_000))


def _english(count: int) -> Form:
    return "one" if count == 1 else "other"


def _french(count: int) -> Form:
    if count in (0, 1):
        return "one"
    return "many" if count % 1_000_000 == 0 else "other"


def _persian(count: int) -> Form:
    return "one" if count in (0, 1) else "other"


def _russian(count: int) -> Form:
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _arabic(count: int) -> Form:
    match count:
        case 0:
            return "zero"
        case 1:
            return "one"
        case 2:
            return "two"
    if 3 <= count % 100 <= 10:
        return "few"
    return "many" if count % 100 >= 11 else "other"


_RULES: dict[str, Callable[[int], Form]] = {
    "en": _english,
    "fr": _french,
    "fa": _persian,
    "ru": _russian,
    "ar": _arabic,
}
