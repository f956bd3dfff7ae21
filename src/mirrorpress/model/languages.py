"""The languages in which pages have words of their own."""

from __future__ import annotations

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "fr", "ar", "ru", "fa")
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def page_language(tag: str) -> str | None:
    """The one of `LANGUAGES` that is nearest to a language tag (BCP 47); None where none is.

    "zh-TW" gives "zh-Hant", any other "zh" gives "zh-Hans"; "fr-CA" gives "fr".
    """
    subtags = tag.lower().split("-")
    if subtags[0] == "zh":
        return "zh-Hant" if _TRADITIONAL & set(subtags) else "zh-Hans"
    return subtags[0] if subtags[0] in LANGUAGES else None
