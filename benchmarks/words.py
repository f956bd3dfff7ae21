"""Text in four languages from invented words, so that pages of any number can be made.

The words follow Zipf's law, as real ones do (the word of rank r is met about 1/r as often as the
first), because indexes, compression and comparison of articles cost what the distribution of
words makes them cost. The little words between them are real, so that the languages can be told
apart. The same seed gives the same text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from random import Random

VOCABULARY = 6_000  # invented words of each language
LITTLE = 0.4  # share of little words in a text
TOPIC = 0.12  # share of words that belong to what an article reports

_HAN = (
    "天地人山水火木金土日月星风云雨雪春夏秋冬东西南北中上下左右前后大小多少高低长短远近新旧开关"
    "进出来去起落升降合分生成动静明光声色红黄青白黑花草树林果米麦田园村镇城市区县省国家门户路桥"
    "车船港站机场楼房室馆厅院校班课书报纸笔文字语言话音乐歌舞戏画影球赛队员手工业商农渔牧学教师"
    "医药病治疗保护安全防灾急救助会议员长官民众老年青少男女父母子女友邻客主公司厂店价钱税费款项"
    "资产品质量数据网电信号线程序法律规则令案件警察法官证据调查研究发现计划建设改造运行管理服务"
)
_ARABIC = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_SHAPES = ("{}ا{}{}", "م{}{}و{}", "{}{}ي{}", "ت{}{}ي{}", "{}{}ا{}ة", "ا{}ت{}ا{}", "{}{}{}")
_ONSETS = "b br c cl d dr f fl g gr h l m n p pr r s st t tr v w"
_ENGLISH_ENDS = "an ell er ing ock ow und ard en ish et ation"
_FRENCH_ENDS = "age eau ier elle ment oir euse ance iste able on ée"


@dataclass(frozen=True, slots=True)
class Language:
    """A language to write in."""

    tag: str  # BCP 47
    space: str
    comma: str
    stop: str
    little: tuple[str, ...]
    words: tuple[str, ...]  # the most frequent first
    weights: tuple[float, ...]  # added up
    pace: tuple[int, int]  # least and most words of a sentence

    def pick(self, chance: Random, count: int) -> list[str]:
        """Invented words as often as Zipf's law has them."""
        return chance.choices(self.words, cum_weights=self.weights, k=count)

    def sentence(self, chance: Random, topic: list[str]) -> str:
        """A sentence in which some words are of the topic."""
        count = chance.randint(*self.pace)
        pieces = self.pick(chance, count)
        for at in range(count):
            if (lot := chance.random()) < LITTLE:
                pieces[at] = chance.choice(self.little)
            elif lot < LITTLE + TOPIC:
                pieces[at] = chance.choice(topic)
        half = count // 2
        first, second = self.space.join(pieces[:half]), self.space.join(pieces[half:])
        return f"{first[:1].upper()}{first[1:]}{self.comma}{second}{self.stop}"

    def title(self, chance: Random, topic: list[str]) -> str:
        """A headline: half of its words are of the topic."""
        words = [*chance.sample(topic, 4), *self.pick(chance, 3)]
        chance.shuffle(words)
        line = self.space.join(words)
        return line[:1].upper() + line[1:]

    def paragraph(self, chance: Random, topic: list[str], size: int) -> str:
        """Sentences of about so many bytes in UTF-8."""
        said, length = [], 0
        while length < size:
            said.append(self.sentence(chance, topic))
            length += len(said[-1].encode())
        return self.space.join(said)


def _language(
    tag: str, little: str, make: Callable[[Random], str], marks: str, pace: tuple[int, int]
) -> Language:
    chance, words = Random(tag), dict[str, None]()
    while len(words) < VOCABULARY:
        words[make(chance)] = None
    return Language(
        tag=tag,
        space="" if tag.startswith("zh") else " ",
        comma=marks[0] if tag.startswith("zh") else marks[0] + " ",
        stop=marks[1],
        little=tuple(little.split()),
        words=tuple(words),
        weights=tuple(accumulate(1 / (rank + 3) for rank in range(VOCABULARY))),
        pace=pace,
    )


def _han(chance: Random) -> str:
    return "".join(chance.choices(_HAN, k=chance.choice((2, 2, 2, 3))))


def _arabic(chance: Random) -> str:
    return chance.choice(_ARABIC_SHAPES).format(*chance.choices(_ARABIC, k=3))


def _latin(ends: str) -> Callable[[Random], str]:
    onsets, endings = _ONSETS.split(), ends.split()

    def make(chance: Random) -> str:
        syllables = range(chance.choice((1, 1, 2)))
        stem = "".join(chance.choice(onsets) + chance.choice("aeiou") for _ in syllables)
        return stem + chance.choice(onsets) + chance.choice(endings)

    return make


CHINESE = _language("zh-Hans", "的 在 了 和 是 将 对 与 为 也 从 而", _han, "，。", (9, 20))
ENGLISH = _language(
    "en",
    "the of and to in a is that for it was on with as by at from this are were has",
    _latin(_ENGLISH_ENDS),
    ",.",
    (10, 26),
)
FRENCH = _language(
    "fr",
    "le la les de des et à un une que pour dans qui sur est par avec il elle au",
    _latin(_FRENCH_ENDS),
    ",.",
    (10, 26),
)
ARABIC = _language(
    "ar", "في من على إلى عن أن هذا التي الذي مع كان بعد قد ما", _arabic, "،.", (8, 22)
)
