"""Lists of other articles in the text, known by their form where nothing names them.

1 / Ferry returns / 2 / Bank lends / 3 / …    a list of ranks
The ferry is back … / Read more / The bank lends … / Read more    teasers, each with its link
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mirrorpress.extract.words.vocabulary import in_one_case

_FEWEST_RANKS, _FEWEST_TEASERS = 3, 2
_LONGEST_TITLE = 120  # characters of a line in a list of ranks
_BEHIND = 0.4  # of the characters of the text stand before the first teaser at least
_READ_MORE = frozenset(
    [
        "read more", "read on", "read article", "read the article", "continue reading",
        "learn more", "find out more", "weiterlesen", "mehr lesen", "mehr erfahren",
        "zum artikel", "lire la suite", "lire plus", "en savoir plus", "leer más",
        "seguir leyendo", "leia mais", "ler mais", "saiba mais", "leggi tutto", "leggi di più",
        "continua a leggere", "lees meer", "läs mer", "les mer", "læs mere", "lue lisää",
        "czytaj więcej", "czytaj dalej", "číst více", "devamını oku", "подробнее",
        "читать далее", "читать дальше", "читати далі", "阅读全文", "查看更多",
        "閱讀全文", "続きを読む", "더 보기",
        "اقرأ المزيد", "ادامه مطلب",
    ]
)  # fmt: skip


def ranked(texts: Sequence[str]) -> set[int]:
    """Where the lines of lists of ranks stand: 1, 2, 3 … alone, a short line behind each.

    Args:
        texts: of the blocks, without white space at their ends.
    """
    found: set[int] = set()
    if "1" not in texts:
        return found  # as most
    for start, text in enumerate(texts):
        if text != "1":
            continue
        count = 0
        while _is_rank(texts, start + 2 * count, count + 1):
            count += 1
        if count >= _FEWEST_RANKS:
            found.update(range(start, start + 2 * count))
    return found


def _is_rank(texts: Sequence[str], index: int, number: int) -> bool:
    if index + 1 >= len(texts) or texts[index] != str(number):
        return False
    return 0 < len(texts[index + 1]) <= _LONGEST_TITLE and not texts[index + 1].isdecimal()


def teasers(texts: Sequence[str], is_link: Callable[[int], bool]) -> set[int]:
    """Where teasers behind the text stand: a paragraph with a link that says "Read more" below it.

    Args:
        texts: as for `ranked`.
        is_link: whether the block at an index is a link and no more.
    """
    more = [
        index
        for index, text in enumerate(texts)
        if index and len(text) < 30 and in_one_case(text).strip(" .…»>→") in _READ_MORE
    ]
    if len(more) < _FEWEST_TEASERS:
        return set()
    before = sum(map(len, texts[: more[0] - 1]))
    if before < _BEHIND * sum(map(len, texts)) or not all(map(is_link, more)):
        return set()
    return {index for each in more for index in (each - 1, each)}
