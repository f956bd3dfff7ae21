"""The language of an article as a BCP 47 tag, Chinese with its script.

    what the page says → what script its letters are of → py3langid

A page that says "en" and is written in Chinese is Chinese: the declaration of a template is
believed only where the letters allow it. So is one that says "ar" and is written with letters that
only Urdu has (`letters`). Where a page says two languages of one script, py3langid decides.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Any

from mirrorpress.extract.fields.letters import COMMON, language_by_letters

_TAG = re.compile(r"^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b", re.IGNORECASE)
# The first and the last letter of each.
_LETTERS_OF = {
    "kana": "\u3041\u30ff",
    "hangul": "\uac00\ud7af",
    "han": "\u4e00\u9fff",
    "arabic": "\u0600\u06ff",
    "cyrillic": "\u0400\u04ff",
    "hebrew": "\u05b0\u05f2",
    "greek": "\u0370\u03ff",
    "armenian": "\u0531\u0587",
    "georgian": "\u10d0\u10ff",
    "ethiopic": "\u1200\u135a",
    "devanagari": "\u0900\u097f",
    "bengali": "\u0980\u09ff",
    "gurmukhi": "\u0a00\u0a7f",
    "gujarati": "\u0a80\u0aff",
    "oriya": "\u0b00\u0b7f",
    "tamil": "\u0b80\u0bff",
    "telugu": "\u0c00\u0c7f",
    "kannada": "\u0c80\u0cff",
    "malayalam": "\u0d00\u0d7f",
    "sinhala": "\u0d80\u0dff",
    "thai": "\u0e00\u0e7f",
    "lao": "\u0e80\u0eff",
    "tibetan": "\u0f00\u0fff",
    "burmese": "\u1000\u109f",
    "khmer": "\u1780\u17ff",
    "thaana": "\u0780\u07bf",
}
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f]")
_OTHER_LETTER = re.compile(r"[\u0370-\u1cff\u3041-\ud7af]")
_SCRIPTS = (
    *((name, re.compile(f"[{ends[0]}-{ends[1]}]")) for name, ends in _LETTERS_OF.items()),
    ("latin", _LATIN),
)
_ASCII = bytes(range(128))
_NO_LETTERS = bytes(code for code in range(256) if not chr(code).isalpha() or code > 127)
# Languages by script; the first is taken where nothing says more.
_OF_SCRIPT = {
    "kana": ("ja",),
    "hangul": ("ko",),
    "han": ("zh", "ja", "yue"),
    "arabic": ("ar", "fa", "ur", "ps", "ug", "ckb", "sd", "ks", "bal", "glk", "mzn"),
    "cyrillic": (
        *("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt"),
        *("ba", "ce", "cv", "os", "ab", "av", "sah", "udm", "rue"),
    ),
    "hebrew": ("he", "yi"),
    "greek": ("el",),
    "armenian": ("hy",),
    "georgian": ("ka",),
    "ethiopic": ("am", "ti"),
    "devanagari": ("hi", "mr", "ne", "sa", "mai", "bho", "kok"),
    "bengali": ("bn", "as"),
    "gurmukhi": ("pa",),
    "gujarati": ("gu",),
    "oriya": ("or",),
    "tamil": ("ta",),
    "telugu": ("te",),
    "kannada": ("kn",),
    "malayalam": ("ml",),
    "sinhala": ("si",),
    "thai": ("th",),
    "lao": ("lo",),
    "tibetan": ("bo", "dz"),
    "burmese": ("my", "shn", "mnw"),
    "khmer": ("km",),
    "thaana": ("dv",),
}
# What is also written in a script, but mostly in another one.
_ALSO = {
    "arabic": ("ku", "pa", "az", "uz", "kk", "ky", "ms", "ha", "so"),
    "cyrillic": ("uz", "az", "tk", "bs", "ro", "ku", "crh"),
    "devanagari": ("sd", "ks"),
    "hangul": ("ja",),
}
_NOT_LATIN = frozenset(chain.from_iterable(_OF_SCRIPT.values())) - {"sr", "kk", "tt"}
# Characters of which each exists in one of the two scripts only, from the commonest of news text.
_SIMPLIFIED = re.compile(
    "[这们说国对时会为个来学发经现实见应关与点开间题场东车长门问马军书钱让还过进远运连边后两]"
)
_TRADITIONAL = re.compile(
    "[這們說國對時會為個來學發經現實見應關與點開間題場東車長門問馬軍書錢讓還過進遠運連邊後兩]"
)
_OF_ENGLISH = frozenset(
    ["the", "and", "of", "that", "with", "from", "this", "have", "by", "are", "were", "which", "it"]
)  # words that are rare in others
_FEW_OF_ENGLISH = 0.03  # of the words; a text in English has a sixth
_ENOUGH_WORDS, _MOST_WORDS = 20, 150
_NO_LANGUAGE = frozenset({"und", "mul", "mis", "zxx"})  # ISO 639-2: undetermined and the like
_NORWEGIAN = frozenset({"no", "nb", "nn"})
_ENOUGH = 40  # letters; fewer decide nothing
_SOME_KANA = 0.02  # share of the letters from which kana can make a text Japanese
_LONG = 100  # characters from which py3langid is asked
_ENOUGH_TO_KNOW = 700  # characters that it is given: its time is that of their number


def language_of(declared: tuple[str | None, ...], text: str) -> str | None:
    """The language of a text.

    Args:
        declared: what the page says, the surest first ("en_US", "zh", None).
        text: title and body.
    """
    sample = text[:2000]
    script = script_of(sample)
    known = _OF_SCRIPT.get(script or "")
    letters = language_by_letters(sample, script)
    names = [
        name
        for tag in declared
        if (name := normal_tag(tag))
        and _may_be(name, script)
        and (letters is None or _base(name) == letters or _base(name) not in COMMON)
    ]
    if names:
        name = _decided(names, sample)
        if script == "latin" and _base(name) == "en" and _is_not_english(sample):
            found = _identified(sample)
            return name if found == "en" else found
        return _chinese(sample, name) if _base(name) == "zh" else name
    if letters is not None:
        return letters
    if script == "han":
        return _chinese(sample, "zh")
    if script in ("cyrillic", "latin", "devanagari"):
        return _guessed(sample, known)
    return known[0] if known else None


def _may_be(name: str, script: str | None) -> bool:
    """Whether a language is written in a script; any language where the script is not known."""
    known = _OF_SCRIPT.get(script or "")
    if known is not None:
        return _base(name) in known or _base(name) in _ALSO.get(script or "", ())
    return script != "latin" or _base(name) not in _NOT_LATIN


def _decided(names: list[str], text: str) -> str:
    """The first of the declared languages, or another one of them that the text is written in."""
    bases = {_base(name) for name in names}
    if len(bases - _NORWEGIAN) + bool(bases & _NORWEGIAN) < 2 or len(text) < _LONG:
        return names[0]
    guess = _identified(text)
    return next((name for name in names if _base(name) == guess), names[0])


def _base(name: str) -> str:
    return name.partition("-")[0]


def script_of(text: str) -> str | None:
    """The script that most letters of a text are of; any kana makes a text Japanese."""
    if text.isascii():
        return "latin" if _ascii_letters(text[: 4 * _ENOUGH].encode()) >= _ENOUGH else None
    encoded = text.encode("utf-8", "surrogatepass")
    letters = _ascii_letters(encoded)
    rest = encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if letters >= _ENOUGH and len(rest) <= _SOME_KANA * letters:
        return "latin"  # whatever the rest is
    if not _OTHER_LETTER.search(rest):
        return "latin" if letters + len(_LATIN.findall(rest)) >= _ENOUGH else None
    counts = {name: len(pattern.findall(rest)) for name, pattern in _SCRIPTS}
    counts["latin"] += letters
    total = sum(counts.values())
    if total < _ENOUGH:
        return None
    if (
        counts["kana"] > 0.05 * (counts["kana"] + counts["han"])
        and counts["kana"] > _SOME_KANA * total
    ):
        return "kana"
    counts["han"] *= 3  # a character is a word
    return max(counts, key=lambda name: counts[name])


def _ascii_letters(encoded: bytes) -> int:
    return len(encoded.translate(None, _NO_LETTERS))


def normal_tag(tag: str | None) -> str | None:
    """A declared language as a tag in its usual case: "zh_cn" is zh-Hans, "und" none."""
    found = _TAG.match((tag or "").strip())
    if not found:
        return None
    language, script, region = found.groups()
    language = language.lower()
    if language in _NO_LANGUAGE:
        return None
    language = {"iw": "he", "in": "id", "cn": "zh", "jp": "ja", "nb": "nb"}.get(language, language)
    if language == "zh":
        if script:
            return f"zh-{script.title()}"
        return {
            "CN": "zh-Hans",
            "SG": "zh-Hans",
            "TW": "zh-Hant",
            "HK": "zh-Hant",
            "MO": "zh-Hant",
        }.get((region or "").upper(), "zh")
    return (
        language
        + (f"-{script.title()}" if script else "")
        + (f"-{region.upper()}" if region else "")
    )


def _chinese(text: str, declared: str) -> str:
    """Chinese with its script, by the characters; as declared where they do not tell."""
    simplified = len(_SIMPLIFIED.findall(text))
    traditional = len(_TRADITIONAL.findall(text))
    if simplified + traditional < 3:
        return declared
    return "zh-Hans" if simplified >= traditional else "zh-Hant"


def _guessed(text: str, known: tuple[str, ...] | None) -> str | None:
    if len(text) < _LONG:
        return known[0] if known else None
    language = _identified(text)
    return language if not known or language in known else known[0]


def _is_not_english(text: str) -> bool:
    """Whether a text of some length has hardly any of the commonest words of English."""
    words = text.lower().split(None, _MOST_WORDS)[:_MOST_WORDS]
    if len(words) < _ENOUGH_WORDS:
        return False
    return sum(map(_OF_ENGLISH.__contains__, words)) < _FEW_OF_ENGLISH * len(words)


def _identified(text: str) -> str:
    """What py3langid takes the language of a text for."""
    name: str = _identifier().classify(text[:_ENOUGH_TO_KNOW])[0]
    return name


@cache
def _identifier() -> Any:
    """py3langid, loaded when first asked: it takes half a second and most pages say theirs."""
    import py3langid

    return py3langid
