"""What an outlet changed between two revisions of an article, and whether it changes what is said.

    "12 people died" → "14 people died"        numbers: meaningful
    "was approved"   → "was not approved"      wording, a negation: meaningful
    "the “ferry”"    → 'the "ferry"'           marks, white space, case, moved paragraphs: nothing
    "recieved"       → "received"              an edit of no kind: not meaningful
    "死亡"            → "受伤"                   wording, another word: meaningful

Lines such as "Updated at 10:32", "1,024 views" and "Related: …" are left out. The work is bounded:
equal paragraphs are found first, then those that share terms, then words are compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate

from mirrorpress.compare.alignment import MOST_DIFFERENCES, Piece, align, tokens
from mirrorpress.compare.figures import figures
from mirrorpress.compare.sentences import quotations
from mirrorpress.model.article import Article
from mirrorpress.model.plain import plain_text
from mirrorpress.text.words import normalized, terms

MOST_SHOWN = 200  # edits, added paragraphs, cut ones
KINDS = ("headline", "numbers", "names", "quotes", "cut", "added", "wording")  # as they are shown
_MOST_PARAGRAPHS = 20_000  # later ones are not compared
_MOST_COMPARED = 500  # paragraphs of each revision that no equal one was found for
_LONGEST_COMPARED = 4000  # characters; longer paragraphs are equal, or cut and added
_MOST_CHARACTERS = 100_000  # of those paragraphs together
_MOST_POSTINGS = 8  # paragraphs of one term; a term of more says little
_MOST_CANDIDATES = 5
_MOST_TOTAL_DIFFERENCES = 2000  # tokens, of all edits together
_LEAST_ALIKE = 0.4  # of the terms of both, how many they share
_LARGE_SHARE = 0.2  # of the words of a paragraph, beyond which other wording is meaningful
_LEAST_WORDS = 4
_LEAST_HAN = 6
_TYPO = 2  # characters
_HAN_WORD = 2  # characters
_SHORT = 3  # letters of words that say little: "has", "the"
_CONFUSED = (  # characters that stand for one another by mistake, most of them of one sound
    "的地得", "他她它", "在再", "做作", "象像", "帐账", "那哪", "己已以", "副幅", "即既", "分份",
    "坐座", "订定", "连联", "决绝", "须需", "带戴", "园圆", "采彩", "渡度", "拨拔", "侯候", "熟孰",
    "辨辩", "暴曝", "拆折", "燥躁", "密蜜", "倒到", "其期", "近进",
)  # fmt: skip
_PARTICLES = frozenset("的地得了着也就都又便则之所等")  # say little where they are added or cut
_QUALIFIERS = frozenset("前原副代非反拟疑")  # a word without one means another

_WORD = re.compile(r"\d++(?:[.,:]\d++)*+%?|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]++")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NEGATION = re.compile(
    r"(?<!\w)(?:not|no|never|none|neither|nor|cannot|without|denied|denies|nicht|kein|keine|keinen"
    r"|ne|pas|не|нет|لا|لم|لن)(?!\w)|n['’]t(?!\w)|[不没]|未(?!来)|无(?!锡)"
)
_WHEN = (
    r"(?:[\d:：.,/ \-–年月日时時分]|[ap]\.?m\b|at\b|on\b|GMT|UTC|ago\b|(?:hour|minute)s?\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*+){1,40}+"
)
_NOISE = re.compile(
    rf"(?:(?:last )?(?:updated?|published|posted|modified)\b{_WHEN}"
    rf"|(?:最后)?(?:更新|发布|發布|编辑)(?:时间|時間|于|於){_WHEN}"
    r"|[\d.,]{1,12}[kKmM万萬]? ?(?:views?|comments?|shares?|likes?|reads?|次?阅读|评论|次浏览)"
    r"|(?:views?|comments?|shares?|阅读|閱讀|评论|評論|浏览|点击|点赞|转发)量?[ :：(（]{0,3}"
    r"[\d.,]{1,12}[万萬]?[)）]?"
    r"|(?:related|see also|read more|more on this|相关阅读|相关新闻|延伸阅读|推荐阅读|更多)"
    r"[:：].{0,200})",
    re.IGNORECASE,
)
_CAPITALIZED = re.compile(r"[A-ZÀ-Þ][\w'’-]++")
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w'’-]++(?: [A-ZÀ-Þ][\w'’-]++)*+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A paragraph that was changed: what is the same, cut and added, in order."""

    pieces: tuple[Piece, ...]

    @property
    def before(self) -> str:
        """The old paragraph."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "added")

    @property
    def after(self) -> str:
        """The new paragraph."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "cut")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one revision has and the other has not."""

    cut: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.cut or self.added)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs between two revisions; at most `MOST_SHOWN` of each."""

    headline: tuple[str, str] | None  # before, after
    added: tuple[str, ...]  # paragraphs without a counterpart
    cut: tuple[str, ...]  # likewise
    edited: tuple[Edit, ...]
    figures: Difference  # numbers as they are written
    names: Difference  # of scripts with capital letters
    quotes: Difference
    kinds: frozenset[str]  # of `KINDS`
    is_meaningful: bool


def change(before: Article, after: Article) -> Change:
    """What an outlet changed in an article. The order of paragraphs does not matter."""
    cut, added = _unequal(_paragraphs(before), _paragraphs(after))
    pairs = _pairs(cut, added)
    edited = _edits([(cut[old], added[new]) for old, new in pairs])
    gone, come = {old for old, _ in pairs}, {new for _, new in pairs}
    only_old = [text for index, text in enumerate(cut) if index not in gone]
    only_new = [text for index, text in enumerate(added) if index not in come]
    headline = (before.title, after.title)
    title = _edits([headline])[0]
    differs = _key(before.title) != _key(after.title) and not _is_typo(title)
    old_texts, new_texts = (_compared(texts) for texts in (cut, added))
    numbers = _difference(_numbers(old_texts), _numbers(new_texts))
    names = _unless_kept(_difference(_names(old_texts), _names(new_texts)), before, after)
    quotes = _difference(_quotes(old_texts), _quotes(new_texts))
    found = {
        "headline": differs, "numbers": bool(numbers) or any(map(_changes_numbers, edited)),
        "names": bool(names),
        "quotes": bool(quotes), "added": bool(only_new), "cut": bool(only_old),
        "wording": any(_is_reworded(edit) for edit in edited),
    }  # fmt: skip
    kinds = frozenset(kind for kind, is_found in found.items() if is_found)
    return Change(
        headline=headline if differs else None,
        added=tuple(only_new[:MOST_SHOWN]),
        cut=tuple(only_old[:MOST_SHOWN]),
        edited=tuple(edited[:MOST_SHOWN]),
        figures=numbers,
        names=names,
        quotes=quotes,
        kinds=kinds,
        is_meaningful=bool(kinds - {"wording"}) or any(_is_telling(edit) for edit in edited),
    )


def _paragraphs(article: Article) -> list[str]:
    lines = plain_text(article).split("\n", _MOST_PARAGRAPHS)[:_MOST_PARAGRAPHS]
    return [line for line in lines if line and not (len(line) < 300 and _NOISE.fullmatch(line))]


def _unequal(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """The paragraphs that have no equal one: first as they are, then as they are read."""
    before, after = _without(before, after, list), _without(after, before, list)
    return _without(before, after, _keys), _without(after, before, _keys)


def _keys(texts: list[str]) -> list[str]:
    end = _fitting(texts)
    return [_key(text) for text in texts[:end]] + texts[end:]


def _fitting(texts: list[str]) -> int:
    """How many of the first texts are compared word by word."""
    lengths = accumulate(min(len(text), _LONGEST_COMPARED) for text in texts[:_MOST_COMPARED])
    return sum(1 for length in lengths if length <= _MOST_CHARACTERS)


def _without(
    texts: list[str], others: list[str], keys: Callable[[list[str]], list[str]]
) -> list[str]:
    left = Counter(keys(others))
    kept: list[str] = []
    for text, key in zip(texts, keys(texts), strict=True):
        if left[key]:
            left[key] -= 1
        elif key.strip():
            kept.append(text)
    return kept


def _key(text: str) -> str:
    """What of a text is read: its words and numbers, without case, marks and white space."""
    if len(text) > _LONGEST_COMPARED:
        return text
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    words = _WORD.findall(normalized(text).casefold())
    return [word.replace(",", "") if word[0].isdigit() else word for word in words]


def _pairs(cut: list[str], added: list[str]) -> list[tuple[int, int]]:
    """Old and new paragraphs that share terms, the most alike first taken; in the new order."""
    old_terms, new_terms = _term_sets(cut), _term_sets(added)
    postings: dict[str, list[int]] = defaultdict(list)
    for index, found in enumerate(old_terms):
        for term in found:
            if len(postings[term]) < _MOST_POSTINGS:
                postings[term].append(index)
    scores: list[tuple[float, int, int, int]] = []
    for new, found in enumerate(new_terms):
        shared = Counter(index for term in found for index in postings.get(term, ()))
        likely = nsmallest(_MOST_CANDIDATES, shared, key=lambda old: (-shared[old], old))
        for old in likely:
            both = len(found) + len(old_terms[old])
            alike = 2 * len(found & old_terms[old]) / both
            if alike >= _LEAST_ALIKE:
                scores.append((-alike, abs(old - new), new, old))
    taken_old: set[int] = set()
    pairs: dict[int, int] = {}
    for _, _, new, old in sorted(scores):
        if new not in pairs and old not in taken_old:
            pairs[new] = old
            taken_old.add(old)
    return [(pairs[new], new) for new in sorted(pairs)]


def _term_sets(texts: list[str]) -> list[set[str]]:
    """The terms of paragraphs, none of those that are too long or too many to be compared."""
    return [
        {term.casefold() for term, _ in terms(normalized(text))} | set(_words(text))
        if len(text) <= _LONGEST_COMPARED
        else set()
        for text in texts[: _fitting(texts)]
    ]


def _edits(pairs: list[tuple[str, str]]) -> list[Edit]:
    """The pieces of pairs of paragraphs, while the differences that may be looked for last."""
    edits: list[Edit] = []
    left = _MOST_TOTAL_DIFFERENCES
    for before, after in pairs:
        pieces = align(before, after, most=min(left, MOST_DIFFERENCES))
        left -= min(left, sum(len(tokens(piece.text)) for piece in pieces if piece.kind != "same"))
        edits.append(Edit(pieces=pieces))
    return edits


def _compared(texts: list[str]) -> str:
    """What numbers, names and quotes are looked for in: the beginning of long or many texts."""
    return "\n".join(text[:_LONGEST_COMPARED] for text in texts[: _fitting(texts)])


def _numbers(text: str) -> dict[str, str]:
    """Numbers in digits, and those figures that are written in other ways, as they are shown."""
    found = {word: word for word in _words(text) if word[0].isdigit()}
    shown = {figure.value: figure.shown for figure in figures(text)}
    return found | shown


def _names(text: str) -> dict[str, str]:
    return {name: name for name in _NAME.findall(text)}


def _quotes(text: str) -> dict[str, str]:
    return {_key(quoted): quoted for quoted in quotations(text)}


def _difference(before: dict[str, str], after: dict[str, str]) -> Difference:
    cut = [shown for value, shown in before.items() if value not in after]
    added = [shown for value, shown in after.items() if value not in before]
    return Difference(cut=tuple(cut[:MOST_SHOWN]), added=tuple(added[:MOST_SHOWN]))


def _unless_kept(names: Difference, before: Article, after: Article) -> Difference:
    """Names without those that the other revision has elsewhere, word for word.

    None in German, which writes every noun with a capital letter.
    """
    if not names or (after.language or "").startswith("de"):
        return Difference()
    old, new = (set(_CAPITALIZED.findall(article.title + "\n" + "\n".join(_paragraphs(article))))
                for article in (before, after))  # fmt: skip
    return Difference(
        cut=tuple(name for name in names.cut if not set(_CAPITALIZED.findall(name)) <= new),
        added=tuple(name for name in names.added if not set(_CAPITALIZED.findall(name)) <= old),
    )


def _changes(edit: Edit) -> Iterator[tuple[str, str]]:
    """What was cut and added at each place."""
    cut = added = ""
    for piece in (*edit.pieces, Piece("", "same")):
        if piece.kind == "cut":
            cut = piece.text
        elif piece.kind == "added":
            added = piece.text
        elif cut or added:
            yield cut, added
            cut = added = ""


def _is_reworded(edit: Edit) -> bool:
    return _changes_negation(edit) or any(
        not _is_small(*places) and not _is_of_numbers(*places) for places in _changes(edit)
    )


def _is_of_numbers(cut: str, added: str) -> bool:
    return all(word[0].isdigit() for word in _words(cut + " " + added))


def _is_telling(edit: Edit) -> bool:
    """Whether a paragraph says something else now: a negation, another word, or much of it."""
    if _changes_negation(edit):
        return True
    changed = [places for places in _changes(edit) if not _is_small(*places)]
    if any(_is_another_word(cut, added) for cut, added in changed):
        return True
    words = [word for cut, added in changed for word in max(_words(cut), _words(added), key=len)]
    least = _LEAST_HAN if any(_HAN.match(word) for word in words) else _LEAST_WORDS
    return len(words) >= least and len(words) > _LARGE_SHARE * len(_words(edit.before))


def _is_another_word(cut: str, added: str) -> bool:
    """Whether a word stands for one of another meaning, or lost what limited it (前市长)."""
    old, new = _words(cut), _words(added)
    before, after = "".join(old), "".join(new)
    if _HAN.search(before + after):
        both = len(before) >= _HAN_WORD and len(after) >= _HAN_WORD
        return both or (len(before + after) == 1 and before + after in _QUALIFIERS)
    stems = [
        {term for term, _ in terms(" ".join(each)) if len(term) > _SHORT} for each in (old, new)
    ]
    return bool(stems[0] and stems[1]) and stems[0].isdisjoint(stems[1])


def _changes_numbers(edit: Edit) -> bool:
    """Whether other numbers stand in a paragraph, or the same ones elsewhere in it."""
    before, after = (
        [word for word in _words(text) if word[0].isdigit()] for text in (edit.before, edit.after)
    )
    return before != after


def _changes_negation(edit: Edit) -> bool:
    before, after = (
        Counter(_NEGATION.findall(normalized(text).casefold()))
        for text in (edit.before, edit.after)
    )
    return before != after


def _is_typo(edit: Edit) -> bool:
    return not _changes_negation(edit) and all(_is_small(*places) for places in _changes(edit))


def _is_small(cut: str, added: str) -> bool:
    """Whether a change is of marks, of case, or of a letter or two of a word, but of no number."""
    old, new = _words(cut), _words(added)
    if old == new or "".join(old) == "".join(new):
        return True
    before, after = "".join(old), "".join(new)
    if any(map(str.isdigit, before + after)) or max(len(old), len(new)) > _TYPO:
        return False
    if _HAN.search(before + after):
        return _is_han_typo(before, after)
    if before[:1] != after[:1]:  # "legal" and "illegal"
        return False
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    differing = max(len(before), len(after)) - first - last
    return bool(old and new) and differing <= _TYPO and first + last >= _TYPO + 1


def _is_han_typo(before: str, after: str) -> bool:
    """Whether characters that are often confused changed, or their order, or a particle."""
    if not before or not after:
        return before + after in _PARTICLES
    if len(before) == len(after) == 1:
        return any(before in each and after in each for each in _CONFUSED)
    return sorted(before) == sorted(after)
