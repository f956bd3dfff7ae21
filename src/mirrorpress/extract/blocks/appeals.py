"""An outlet's appeal for money behind the text: a heading, and paragraphs about itself.

    Support the Ledger
    The ledger believes that everyone needs news. Our reporters …
    Your gift of as little as $2 keeps our pages free.

    A word to our readers
    Support the Ledger and make a difference …

It begins with a line that asks, one paragraph says what to give, and every one to the end speaks of
"us" or "our", or the line names a sum. Below one that asks for the press one paragraph is enough.
An article that an outlet writes about its own work has no such line near its end. A line that
addresses its readers is enough where one behind it asks for support.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mirrorpress.extract.words.vocabulary import OF_US, in_one_case

LONGEST_LINE = 60  # Latin characters of the line that asks
_FEWEST = 2  # paragraphs
_MOST_OTHERS = 3  # paragraphs that do not speak of "us", below a line that asks for a sum
_BEHIND = 0.4  # of the characters of the text stand before it at least, or
_ENOUGH = 400
_ASKS = re.compile(
    r"\W*(?:请|請|支持|捐款|(?:please |help )*(?:support|donate|give|contribute|become|fund|"
    r"spende|unterstütze?n?|soutene[zr]|faites un don|apoya|dona|colabor[ea]|sosti(?:eni|ene)|"
    r"apoie|поддержите|підтримайте|ادعم)"
    r"(?![^\W\d_]))"
)
_MONEY = r"[$€£]\s?\d|\d\s?(?:€|euros?|dollars?)\b"
_GIFT = re.compile(
    rf"as little as|{_MONEY}|\bcontribut\w+|\bdonat\w+|\bgifts?\b|"
    r"\bspenden?\b|\bapoy(?:ar|ándo)nos\b|\bmiembros?\b|\bdons?\b|\bdonaci\w+|\bdonazion\w+|\bdoaç\w+|пожертвова\w+|донат\w*|捐"
)
_PRESS = re.compile(
    r"\b(?:our|nuestro|notre|unsere|nosso|nostro) (?:work|trabajo|travail|arbeit|trabalho|lavoro)|"
    r"journalis|newsroom|\breport(?:ing|ers?)\b|\bnews\b|redaktion|rédaction|redacción|redazione|"
    r"redação|periodis|giornalis|jornalis|журналист|редакц|журналіст|صحاف|روزنامه‌نگار|gazetecili|"
    r"新闻|新聞|报道|報道|報導|媒体|媒體|記者|记者"
)
_TO_READERS = re.compile(
    r"(?:a |an )?(?:word|note|message|letter|appeal|request) (?:to|for) (?:our|all|you,? our) "
    r"(?:\w+ )?(?:readers|supporters|community)\b|dear readers?\b|before you go\W*$|"
    r"(?:a message|an appeal) from (?:the|our) (?:editors?|newsroom|team|founder)\b|"
    r"(?:liebe|an unsere) leser|ein wort an unsere leser|(?:chers|chères) (?:lectrices|lecteurs)|"
    r"(?:un mot à|à) nos lecteurs|(?:queridos|estimados) lectores|a nuestros lectores|"
    r"(?:caros|prezados) leitores|cari lettori|ai nostri lettori|beste lezers?\b|"
    r"drodzy czytelnicy|(?:дорогие|уважаемые) читатели|(?:дорогі|шановні) читачі|"
    r"(?:致|亲爱的|親愛的)(?:本报|本報)?读者|(?:致|親愛的)讀者|عزيزي القارئ|قراءنا الأعزاء"
)
_MOST_OF_LETTER = 0.6  # times the text before it
_SUM = re.compile(rf"{_MONEY}|\d[,.]\d\d(?!\d)")


def appeal_at(texts: Sequence[str], lines: Sequence[bool]) -> int:
    """Where the appeal at the end of a text begins; the number of blocks if there is none.

    Args:
        texts: of the blocks.
        lines: of the same blocks, whether it is a heading or paragraph of up to `LONGEST_LINE`.
    """
    found = _letter_at(texts, lines)
    if found < len(texts) or not any(
        is_line and _ASKS.match(in_one_case(text))
        for text, is_line in zip(texts, lines, strict=True)
    ):
        return found  # as most
    spoken = others = 0
    is_gift = False
    for index in range(len(texts) - 1, 0, -1):
        text = in_one_case(texts[index])
        may_begin = lines[index] and is_gift and _ASKS.match(text)
        fewest = 1 if may_begin and _PRESS.search(text) else _FEWEST
        if may_begin and (_SUM.search(text) or (spoken >= fewest and not others)):
            found = index
        if OF_US.in_one_case.search(text):
            spoken += not lines[index]
            is_gift = is_gift or _GIFT.search(text) is not None
        elif not lines[index]:
            others += 1
            if others > _MOST_OTHERS:
                break
    before = sum(map(len, texts[:found]))
    return found if before >= min(_ENOUGH, _BEHIND * sum(map(len, texts))) else len(texts)


def _letter_at(texts: Sequence[str], lines: Sequence[bool]) -> int:
    """Where a letter to readers begins that asks them for support; else the number of blocks."""
    for index, (text, is_line) in enumerate(zip(texts, lines, strict=True)):
        if index and is_line and _TO_READERS.match(in_one_case(text)):
            before, behind = (sum(map(len, part)) for part in (texts[:index], texts[index:]))
            asked = map(in_one_case, texts[index + 1 :])
            if behind <= _MOST_OF_LETTER * before and any(map(_asks, asked)):
                return index
    return len(texts)


def _asks(text: str) -> bool:
    return _ASKS.match(text) is not None or _GIFT.search(text) is not None
