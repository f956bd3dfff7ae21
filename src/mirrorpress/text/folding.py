"""Characters that look alike or differ only in marks, made equal before text is compared.

    ２０３１年５月４日  ٢٠٣١  ۱۴۱۰       2031年5月4日  2031  1410
    août  août (two code points)        aout
    MAYIS  mayıs  أبريل  ابريل           MAYIS  mayis  ابريل  ابريل

Case is kept. The result is for comparing only, and is not shown to a reader.
"""

from __future__ import annotations

import unicodedata

_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # ！ to ～
_CONTROLS = dict.fromkeys(
    (0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), ""
)
_VARIANTS = {
    ord("ı"): "i",
    ord("ی"): "ي",  # Persian letters that Arabic keyboards lack
    ord("ک"): "ك",
    0x2010: "-",
    0x2011: "-",
    0x2212: "-",
}
_TABLE: dict[int, str] = {**_WIDE, **_CONTROLS, **_VARIANTS}


def fold(text: str) -> str:
    """The text with ASCII digits and punctuation, no diacritics, and plain spaces."""
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFD", text.translate(_TABLE))
    plain = (_plain(character) for character in parted if unicodedata.category(character) != "Mn")
    return unicodedata.normalize("NFC", "".join(plain))


def is_of_word(character: str) -> bool:
    """Whether a character is a letter, a figure, or a mark of a letter, as vowels are in Hindi."""
    return character.isalnum() or (
        not character.isascii() and unicodedata.category(character)[0] == "M"
    )


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return " " if character.isspace() else character
