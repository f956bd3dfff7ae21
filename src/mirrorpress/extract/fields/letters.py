"""Languages that are told by their letters from others of one script.

    ٹ ڑ ں ے ہ          Urdu, not Arabic or Persian
    ڕ ڵ ێ ۆ            Kurdish
    ї є ґ              Ukrainian, not Russian
    ҷ ӣ ӯ              Tajik

The letters are those of the alphabets; the shares were chosen on a text of each language, which is
among the tests.
"""

from __future__ import annotations

import re
from typing import Final

# The language, letters that its neighbours lack, their share of the characters of its text at
# least, and letters that it lacks itself. The first that has enough is it. Russian has none of them
# but the last.
_TOLD = {
    "arabic": (
        ("sd", "ٻڀٺٽڄڃڇڏڊڌڍڙڦڪڳڱڻ", 0.02, ""),
        ("ug", "ۇۈۋ", 0.03, ""),
        ("ckb", "ڕڵێۆ", 0.02, ""),
        ("ps", "ټډړښږځڅېۍګڼ", 0.02, ""),
        ("ur", "ٹڈڑںےھہ", 0.03, ""),
        ("fa", "پچژگی", 0.03, ""),
    ),
    "cyrillic": (
        ("tg", "ҷӣӯ", 0.008, ""),
        ("be", "ў", 0.003, "иқғҳ"),
        ("uz-Cyrl", "ў", 0.003, "ы"),
        ("uk", "іїєґ", 0.02, "ыэё"),
        ("mk", "ѓќѕ", 0.0015, "ћђ"),
        ("sr", "ћђ", 0.003, ""),
        ("sr", "јљњџ", 0.015, "ѓќѕ"),
        ("kk", "қғұ", 0.006, ""),
        ("tt", "әҗ", 0.006, "ҙҫҡ"),
        ("ky", "өүң", 0.006, "әҗ"),
        ("bg", "ъ", 0.006, "ыэё"),
    ),
    "hebrew": (("yi", "װױײ\u05b7\u05b8", 0.015, ""),),
    "bengali": (("as", "ৰৱ", 0.005, ""),),
    "ethiopic": (("ti", "ኣኽቕ", 0.015, ""),),
}
_LETTERS: Final = {
    script: tuple(
        (language, re.compile(f"[{letters}]"), share, frozenset(without))
        for language, letters, share, without in rows
    )
    for script, rows in _TOLD.items()
}
_SLIPS = 3  # letters that a language lacks may occur so often: in names, in quotations
# Languages that templates say for others of their script.
COMMON: Final = frozenset(["ar", "fa", "ru", "he", "bn", "am", "ur"])


def language_by_letters(text: str, script: str | None) -> str | None:
    """The language that the letters of a text tell, None where they tell none.

    Args:
        script: that most of its letters are of, as `language.script_of` names it.
    """
    rows = _LETTERS.get(script or "", ())
    lowered = text.lower() if rows else ""
    for language, letters, share, without in rows:
        if len(letters.findall(lowered)) <= share * len(text):
            continue
        if sum(map(lowered.count, without)) > _SLIPS:
            continue
        if language == "ky" and "ң" not in lowered:
            return "mn"
        return language
    return None
