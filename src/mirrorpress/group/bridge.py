"""What reports in different languages have in common: figures, and names by their consonants.

    "Ostrey", "Остри", "أوستري", "奥斯特雷"     STL
    "11,400", "1.14万", "11 400"             11400

A name that is written by sound in another script keeps its consonants, more or less. Vowels are
left out; r and l are one, as are voiced and voiceless sounds. In Chinese, names of elsewhere are
written with a few hundred characters that stand for sounds (`_SOUNDS`, after the common use of
news agencies). Some codes mean nothing, so a single one proves nothing: see `Window`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from mirrorpress.text.words import THOUSANDS, kept_by_word

MOST_CODES = 60  # of a report
FEWEST_CONSONANTS = 3  # of a name's code
LONGEST_NAME = 8  # Han characters
_LEAST_FIGURE = 32  # smaller whole numbers are days, hours and counts that many reports have
_ROUND = 10_000  # smaller ones of one digit and zeros (50, 100, 3000) are in many reports, too
_YEARS = range(1900, 2100)

_CLASSES = {
    "b": "P", "p": "P", "d": "T", "t": "T", "g": "K", "k": "K", "q": "K", "c": "K", "x": "KS",
    "f": "F", "v": "F", "w": "F", "l": "L", "r": "L", "m": "M", "n": "N", "s": "S", "z": "S",
    "j": "S", "h": "H",
}  # fmt: skip
_PAIRS = (  # letters that are one sound
    ("sch", "s"), ("tsch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("th", "t"),
    ("ph", "f"), ("gh", "g"), ("ck", "k"), ("qu", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"),
    ("ge", "ke"), ("ts", "s"), ("tz", "s"), ("dj", "s"),
)  # fmt: skip
_CYRILLIC = {
    "б": "b", "в": "v", "г": "g", "д": "d", "ж": "s", "з": "z", "к": "k", "л": "l", "м": "m",
    "н": "n", "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h", "ц": "s", "ч": "s",
    "ш": "s", "щ": "s",
}  # fmt: skip
_ARABIC = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "t", "ج": "s", "چ": "s", "ح": "h", "خ": "h", "د": "d",
    "ذ": "d", "ر": "r", "ز": "z", "ژ": "s", "س": "s", "ش": "s", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "غ": "g", "ف": "f", "ڤ": "v", "ق": "k", "ك": "k", "ک": "k", "گ": "g", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "", "ي": "", "ی": "",
}  # fmt: skip
_CONSONANTS = _CLASSES | {
    letter: _CLASSES.get(latin, "") for letter, latin in (_CYRILLIC | _ARABIC).items()
}
_PREFIX = re.compile(r"^(?:[وفبلك]?ال|[وفبلك](?=\w{4}))")
# Han characters by the consonants of their sound in names of elsewhere.
_SOUNDS = {
    "B": "巴布比彼别贝拜鲍博波伯包邦本班宾白堡",
    "P": "帕普皮佩派保坡珀庞潘平彭",
    "T": "达塔大德得迪蒂戴岱代特泰图杜土都多托道陶提丹坦登滕丁廷顿东敦当唐通邓腾铎",
    "K": "加卡格克基奇盖凯古库戈科高考甘坎根肯金京贡孔冈康昆夸奎果吉圭",
    "F": "瓦夫弗维威韦沃武伍万文温旺翁法费菲福富丰芬方冯范丸",
    "L": "拉勒里利雷莱卢鲁罗洛劳兰伦林琳仑朗隆龙尔乐列立莉丽露萝赖黎李连",
    "M": "马玛姆米梅麦穆莫毛曼门明芒蒙孟缅默摩迈",
    "N": "纳恩尼内奈努诺瑙南嫩宁农娜妮涅",
    "S": "萨斯西塞赛苏索绍桑森辛松宋沙什希谢舍舒肖尚申兴雄扎兹齐泽宰祖佐藻赞曾津宗"
    "查茨察蔡楚丘恰钱琴青琼乔朱卓珠贾杰焦詹珍章准邱车切策残",
    "H": "哈赫黑海胡霍豪汉亨欣洪杭休许侯惠",
    "": "阿艾埃伊奥欧乌亚耶约尤雅叶瓜厄安昂因英延扬永云",
}
_FINAL_N = frozenset(
    "邦本班宾庞潘平彭丹坦登滕丁廷顿东敦当唐通邓腾甘坎根肯金京贡孔冈康昆万文温旺翁丰芬方冯范丸兰伦林"
    "琳仑朗隆龙连曼门明芒蒙孟缅恩南嫩宁农桑森辛松宋尚申兴雄赞曾津宗钱琴青琼詹珍章准残汉亨欣洪杭安昂"
    "因英延扬永云"
)
_OF_HAN = {
    han: _CLASSES.get(sound.lower(), "") + ("N" if han in _FINAL_N and sound != "N" else "")
    for sound, every in _SOUNDS.items()
    for han in every
}
_OF_HAN["恩"] = "N"
_RUN = re.compile(f"[{''.join(_OF_HAN)}]{{2,}}(?:[·・.．][{''.join(_OF_HAN)}]{{2,}})*")
_NUMBER = re.compile(r"(?<![0-9A-Za-z.,:])\d+(?:[.,]\d+)?(?![0-9A-Za-z:])")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_REPEATED = re.compile(r"(.)\1+")
_R_BEFORE_CONSONANT = re.compile(r"r(?=[^aeiouyr])")
_POINT = re.compile(r"[·・.．]")  # between the parts of a name in Han characters


def codes(text: str) -> list[str]:
    """The codes of the figures and names of a normalized text, each once, `MOST_CODES` at most."""
    return list(written(text))


def written(text: str) -> dict[str, str]:
    """The same, each with how the text writes it first: {"STL": "Ostrey"}."""
    found: dict[str, str] = {}
    for code, writing in chain(_figures(text), _names(text)):
        if code not in found:
            if len(found) == MOST_CODES:
                break
            found[code] = writing
    return found


def is_figure(code: str) -> bool:
    """Whether a code is of a figure, and not of a name."""
    return code[0].isdigit()


def _is_telling(number: int) -> bool:
    """Whether a whole number is no small count, no year, and no round one below `_ROUND`."""
    is_round = number < _ROUND and len(str(number).rstrip("0")) == 1
    return number >= _LEAST_FIGURE and number not in _YEARS and not is_round


def _figures(text: str) -> Iterator[tuple[str, str]]:
    """Numbers that are no counts, years or times, which many reports have."""
    for token in _NUMBER.findall(THOUSANDS.sub("", text)):
        number = token.replace(",", ".")
        if "." in number:
            number = number.rstrip("0").rstrip(".") if number.strip("0.") else "0"
            yield number, number
        elif _is_telling(int(number[:15])):
            yield number[:15], number[:15]


def _names(text: str) -> Iterator[tuple[str, str]]:
    words = dict.fromkeys(_WORD.findall(text))
    small = {word for word in words if word[0].islower()}
    for word in words:
        first = word[0]
        if "\u0600" <= first <= "\u06ff":
            yield from ((code, word) for code in _coded(_PREFIX.sub("", word)))
        elif first.isupper() and word.lower() not in small:
            yield from ((code, word) for code in _coded(word))
    for run in dict.fromkeys(_RUN.findall(text)):
        for name in _POINT.split(run):
            yield from _of_run(name[: 2 * LONGEST_NAME])


@kept_by_word
def _coded(word: str) -> tuple[str, ...]:
    """The codes of a word of an alphabet: with r before consonants, and without."""
    letters = word.casefold().rstrip("w")
    for pair, one in _PAIRS:
        letters = letters.replace(pair, one)
    found = []
    for variant in dict.fromkeys((letters, _R_BEFORE_CONSONANT.sub("", letters))):
        sounds = "".join([_CONSONANTS.get(each, "") for each in variant])
        code = _REPEATED.sub(r"\1", sounds)
        if len(code) >= FEWEST_CONSONANTS:
            found.append(code)
    return tuple(found)


def _of_run(run: str) -> Iterator[tuple[str, str]]:
    """The codes of the parts of a run of Han characters, as where a name ends is not marked."""
    for begin in range(len(run) - 1):
        code = _OF_HAN[run[begin]]
        for end in range(begin + 1, min(begin + LONGEST_NAME, len(run))):
            code += _OF_HAN[run[end]].removeprefix(code[-1:])  # no consonant stands twice
            if len(code) >= FEWEST_CONSONANTS:
                yield code, run[begin : end + 1]
