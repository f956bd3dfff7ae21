"""Reporters whom the first line of a report in Chinese or Korean names, as agencies do.

新华社奥斯特马克5月4日电（记者王敏 李静）        王敏, 李静
本报讯（记者 王敏 通讯员 张波）                  王敏
中新社奥斯特马克5月4日电 (王敏)                  王敏
〔記者王小敏／台北報導〕, 記者王小敏／台北報導    王小敏
（中央社記者王小敏台北4日電）                    王小敏
（文/海岸网 王敏）                               王敏
[오스터마르크=해안뉴스] 김민수 기자 = 부두가      김민수

Who edited a report is named at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from mirrorpress.extract.fields.names import HAN_NAME, HAN_NAMES, han_names_in, unique
from mirrorpress.extract.page.tree import Element

_OPEN, _CLOSE = r"[（(【\[〔]", r"[）)】\]〕]"
_INSIDE: Final = r"[^（）()【】\[\]〔〕。]"
_FORMS: Final = (
    re.compile(
        rf"^{_INSIDE}{{0,30}}{_OPEN}{_INSIDE}{{0,12}}?(?:记者|記者)\s?(?P<names>{HAN_NAMES})"
        rf"(?:\s{_INSIDE}{{1,30}})?{_CLOSE}"
    ),
    re.compile(
        rf"^{_OPEN}?{_INSIDE}{{0,8}}?記者\s?(?P<names>{HAN_NAMES})\s?[／/]{_INSIDE}{{1,8}}報導"
    ),
    re.compile(rf"^{_INSIDE}{{2,30}}[电電讯訊]\s?{_OPEN}(?P<names>{HAN_NAMES}){_CLOSE}"),
    re.compile(
        r"^(?:[(\[][^()\[\]]{2,20}[)\]]\s?)?(?P<names>[가-힣]{2,4}(?:[·ㆍ,]\s?[가-힣]{2,4}){0,3})\s?"
        r"(?:기자|특파원)\s?="
    ),
    re.compile(rf"^{_OPEN}文\s?[／/]\s?(?:[^（）()\s]{{2,10}}\s)?(?P<names>{HAN_NAME}){_CLOSE}"),
)
# The last name runs into the place: one of two characters, if only two are left for the place.
_OF_AGENCY: Final = re.compile(
    rf"^{_OPEN}中央社記者(?P<names>[\u4e00-\u9fff、]{{4,30}})\d{{1,2}}日{_INSIDE}{{0,6}}電{_CLOSE}"
)
_WORDS: Final = ("记者", "記者", "电", "文", "기자", "특파원")  # of which each form has one
_KOREAN_DOT: Final = re.compile("(?<=[가-힣])[·ㆍ]")  # between names; in a Chinese one it is of it
_ROLES: Final = frozenset(("通讯员", "通訊員", "实习生", "實習生", "摄影", "攝影"))
_OTHERS: Final = re.compile(
    r"综合|綜合|整理|特派|专电|專電|图片|摄影|编辑|責任|责任|台北|北京|上海"
)
_BRACKETS: Final = re.compile(rf"{_OPEN}{_INSIDE}{{6,}}{_CLOSE}")
_LONGEST_IN_BRACKETS: Final = 40  # characters
_BEGINNING: Final = 70  # characters of a line
_MOST_LINES: Final = 6  # of running text that are looked at
_RUNNING: Final = 40.0  # weight of one


def reporters_of(elements: Iterable[Element]) -> tuple[str, ...]:
    """The names in the first line of running text that has some.

    Args:
        elements: of the page from the headline on, in document order.
    """
    lines = 0
    for element in elements:
        if (element.line < _RUNNING and not _is_in_brackets(element)) or element.is_left_out():
            continue
        names = _names_in(element.text()[:_BEGINNING])
        lines += 1
        if names or lines >= _MOST_LINES:
            return names
    return ()


def _is_in_brackets(element: Element) -> bool:
    """Whether a short line is one, all of which stands in brackets."""
    return (
        0 < element.size <= _LONGEST_IN_BRACKETS
        and not element.inline
        and isinstance(first := element.children[0], str)
        and _BRACKETS.fullmatch(first.strip()) is not None
    )


def _names_in(text: str) -> tuple[str, ...]:
    if text.isascii() or not any(word in text for word in _WORDS):
        return ()
    of_agency = _OF_AGENCY.match(text)
    if of_agency:
        *others, last = of_agency["names"].split("、")
        return unique([*others, last[: 2 if len(last) == 4 else 3]])
    for form in _FORMS:
        found = form.match(text)
        if found and not _OTHERS.search(found["names"]):
            names = han_names_in(_KOREAN_DOT.sub(",", found["names"]))
            return unique(takewhile(lambda name: name not in _ROLES, names))
    return ()
