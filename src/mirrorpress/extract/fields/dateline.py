"""Datelines: lines above a text that hold no sentence, only its authors, its date and labels.

    Published on 4 May 2031 at 9:30 p.m.        a dateline
    By Ada Stone, Harbour Ledger                a dateline, where Ada Stone is an author
    On 4 May 2031 the mayor died.               the first sentence of a text

A line that is ambiguous is kept: boilerplate does less harm than a lost sentence.

    LISQUAY, Harbour Land (AP) — The mayor died.    a report opens so: it is no subtitle
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mirrorpress.extract.fields.date_texts import found_date
from mirrorpress.extract.words.field_labels import AROUND, BYLINE_NOUNS, DATE_WORDS
from mirrorpress.text.ago import says_ago
from mirrorpress.text.dates import find_date, parse_date
from mirrorpress.text.folding import fold
from mirrorpress.text.months import without_months
from mirrorpress.text.recent_days import says_recent_day
from mirrorpress.text.zones import NAMES

# Words of lines that hold only names and dates, beside those of `field_labels`. A letter beside
# one makes another word.
_LABEL_WORDS = (
    r"le|la|du|à|by|on|at|and|von|par|por|de|del|of|stand|uhr|am|um|und|et|y|h|il|el|alle|ore|em|às|"
    r"op|om|den|kl|в|на|في|mis|o|më|pada|na|st|nd|rd|th|gmt|utc|"
    r"г|года?|р|року|m|d|gada|թ|ж|оны|yil|e|an|ko|a|ي|er|"
    rf"{'|'.join(sorted(NAMES))}|[ap]\.?m|"
    r"min(?:ute)?s?|read(?:ing)?|time|lesezeit|lesedauer|просмотров|photo|text|fotos?|"
    r"created|erstellt|uhrzeit|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thur?s?|fri|sat|sun|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|"
    r"ponedjeljak|ponedeljak|utorak|srijeda|sreda|četvrtak|petak|subota|nedjelja|nedelja|"
    r"понедељак|понедјељак|уторак|среда|сриједа|четвртак|петак|субота|недеља|недјеља"
)
# Words of scripts that do not part words.
_LABEL_CHARACTERS = (
    r"[发發][布佈表]|[时時][间間]|日期|来源|來源|作者|编辑|編輯|字号|字號|评论|評論|更新|責任|記者|记者|"
    r"(?<=\d)[年月日년월일]|ค\.ศ\.|พ\.ศ\."
)
_META_WORDS = re.compile(rf"(?<![^\W\d_])(?:{fold(_LABEL_WORDS)})(?![^\W\d_])|{_LABEL_CHARACTERS}")
# Fields of a page in Chinese: "来源：港口日报 作者：王平 时间：2031-05-04 浏览：33".
_FIELD = re.compile(
    r"(?:(?P<when>发布日期|发布时间|發佈日期|發佈時間|发表于|發表於|发布于|时间|時間|日期|浏览次数|浏览量?|瀏覽|阅读[数量]?|"
    r"閱讀|点击[率数量]?|點擊|评论)|来源于?|來源|作者|责任编辑|責任編輯|责编|编辑|字号|字体)[:：(（]\s?"
    r"[^\s:：]{0,24}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
)
# Parts of a row beside its date: where the article is filed, comments, the name behind a label.
_PARTS = re.compile(r"\s+[-–—|·•/]\s+|\s*\|\s*")
_OTHER_FIELD = re.compile(
    r"(?:categor(?:y|ies|ías?|ias?|ie)|catégories?|kategori(?:en|a|e)?|rubri(?:k|que|ca)|secci[óo]n|"
    r"section|seção|sezione|dział|рубрика|раздел|категори[яиї]|filed (?:in|under)|posted in|"
    r"abgelegt (?:in|unter)|classé (?:dans|sous)|archivado en|archiviato in|geplaatst in|"
    r"tag(?:s|ged)?|schlag(?:worte|wörter)|stichworte|etiquetas|mots[- ]clés|étiquettes|etichette|"
    r"теги|метки|мітки)\s?:\s?\S.{0,80}|"
    r"(?:kommentare|comments|comentarios|comentários|commentaires|commenti|reacties|комментарии)"
    r"(?: (?:sind|are|están|estão|sont|sono))? "
    r"(?:deaktiviert|geschlossen|off|closed|disabled|desactivados|cerrados|desativados|fermés|"
    r"disabilitati|chiusi|uitgeschakeld|gesloten|отключены|закрыты)|"
    r"(?:no|keine|sin|sem|aucun|nessun|geen|нет) (?:comments?|kommentare|comentarios?|comentários?|"
    r"commentaires?|commento|reacties|комментариев)|"
    r"(?:(?:posted|written|published|publicado|postado|escrito|publié|écrit|pubblicato|scritto|"
    r"veröffentlicht|geschrieben|geplaatst) )?(?:by|von|por|par|da|di|door|автор|autor)\s?:\s?"
    r"(?-i:[A-ZÀ-ÞА-Я][\w.’'-]+(?: [A-ZÀ-ÞА-Я][\w.’'-]+){0,3})",
    re.IGNORECASE,
)
# The beginnings of lines that name a writer with a long job, and of those that name who checked it.
_BY = re.compile(
    r"(?:written )?by[: ]|von |par |por |di |door |autor(?:in)?: |автор: ", re.IGNORECASE
)
_CHECKED_BY = re.compile(
    r"(?:(?:medically|clinically|expert|legally) )?reviewed(?: and approved)? by[: ](?-i:[A-Z])|"
    r"fact[- ]checked by[: ](?-i:[A-Z])|medizinisch geprüft von |revisado por (?-i:[A-ZÁÉÍÓÚ])",
    re.IGNORECASE,
)
# How long it takes to read.
_TO_READ = re.compile(
    r"(?:[^\W\d_]{2,14}:? ){0,2}(?:\d{1,3} min(?:ute)?s?\.?(?: read(?:ing time)?)?|"
    r"\d{1,3} minuten? (?:lesezeit|lesedauer)|(?:temps de )?lecture\W{1,3}\d{1,3} min(?:utes?)?)"
    r"[.|]?",
    re.IGNORECASE,
)
_LABEL_WORD = re.compile(r"[^\W\d_]{2,14}:?")
# A day without a year, as Japanese portals print it: "3/9(木) 18:45配信".
_JAPANESE_DAY = re.compile(r"\d{1,2}/\d{1,2} ?[(（][月火水木金土日][)）] ?\d{1,2}:\d\d(?:配信)?")
_MOST_AHEAD_OF_DAY = 24  # characters: the outlet, a label
_MOST_LABEL_WORDS = 2  # ahead of how long ago
# The place, and the agency or a day, with which the first sentence of a report begins.
_UPPER = r"A-ZÀ-ÖØ-ÞА-ЯЁЄІЇҐ"
_OPENING = re.compile(
    rf"(?:[{_UPPER}][{_UPPER}.'’-]{{3,}}(?: [{_UPPER}][{_UPPER}.'’-]*){{0,3}}"
    r"(?:, [^—–(/]{1,30}?)?"
    r"(?: ?(?:\([^)]{2,30}\)|/[^/]{2,20}/))?[.:]? ?(?:[—–]|--?(?= )|(?<=/\.))|"
    rf"[{_UPPER}][\w.'’ -]{{2,40}}(?:, [^()]{{1,20}})? "
    r"\((?:dpa|reuters|[A-Z]{2,6})(?:/\w{1,6})?\)[.:]? ?[—–-]|"
    r"[（(【]?[^，。\s]{0,12}(?:社|网|網|报|報)[^，。]{0,24}\d{1,2}日(?:电|電|讯|訊))"
)
_ALL_WORDS = DATE_WORDS | BYLINE_NOUNS
_HAN = re.compile(r"[\u4e00-\u9fff]")  # of which every label of a field is
_YEAR = re.compile(r"\d{4}|\d\.\d\d\.\d\d|年")  # without one, `find_date` finds none
_DIGIT = re.compile(r"\d")
_MOST_BESIDE_FIELDS = 8  # letters
_SENTENCE_END = re.compile(r"""[.:…!?。！？।۔؟]["'”’»›」』）)\]]*$""")
_ABBREVIATION_END = re.compile(r"(?<![^\W\d_])(?:min|std|h|hrs?|[ap]\.m|г|р|d)\.$")
_OF_DAY = re.compile(r"(?<=\d)(?:[年月日]|st|nd|rd|th)")
PLAIN_SIGNS = "‘’“”–—…«»•€£"  # that `fold` leaves as they are
_PLAIN = re.compile(rf"[\x00-\x7f{PLAIN_SIGNS}]*+")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LONGEST = 200  # characters
_SHORTEST_DATE, _LONGEST_DATE = 5, 40  # characters of a date alone
_LONGEST_AGO = 80  # the same, with what stands ahead
_SHORTEST_LABEL = 3  # letters
_MOST_BESIDE_DATE = 12  # letters that are neither a label, a name nor a date: a place, a section
_MOST_BESIDE_NAME = 25  # the same: an outlet, a job


def is_dateline(text: str, names: Sequence[str]) -> bool:
    """Whether a line holds nothing but names, dates and their labels.

    A few words beside them may be a place or an outlet ("4 May 2031, Lisquay"), unless the line
    ends as a sentence does ("On 4 May 2031 he died.").
    """
    if len(text) > _LONGEST:
        return False
    if is_line_of_fields(text) or _is_ago(text) or _ends_with_japanese_day(text):
        return True
    text = without_other_fields(text)
    folded = _folded(text)
    rest = folded
    for name in names:
        rest = rest.replace(_folded(name), " ")
    named = rest != folded
    if (_CHECKED_BY.match(text) or (named and _BY.match(text))) and not _is_sentence(folded):
        return True
    if not named and not _YEAR.search(text):
        return False  # as most
    left = _letters_beside_date(rest, _ALL_WORDS if named else DATE_WORDS)
    if left and _is_sentence(folded):
        return False
    if named:
        return left <= _MOST_BESIDE_NAME
    return left <= _MOST_BESIDE_DATE and find_date(text) is not None


def opens_report(text: str) -> bool:
    """Whether a paragraph opens with the place and the agency of a report, or its day."""
    return _OPENING.match(text) is not None


def is_labelled_date(text: str) -> bool:
    """Whether a line is a date with what it is the date of: "Updated on 4 May 2031"."""
    if not is_dateline(text, ()):
        return False
    return _letters(_OF_DAY.sub(" ", without_months(_folded(text)))) >= _SHORTEST_LABEL


def is_date_alone(text: str, *, marked: bool = False) -> bool:
    """Whether a short text is a date, with or without a label, or says how long ago, no more.

    Of what is `marked` as a time a date in it is enough. A year alone is no date.
    """
    if not _SHORTEST_DATE <= len(text) <= _LONGEST_DATE:
        return False
    if marked:
        return found_date(text) is not None
    if parse_date(text) is not None or _is_ago(text):
        return True
    return not _letters_beside_date(_folded(text)) and found_date(text) is not None


def is_label_of_date(text: str) -> bool:
    """Whether a line has words, and only such as stand beside a date: "Last updated"."""
    if len(text) > _LONGEST_DATE or _DIGIT.search(text) is not None:
        return False
    folded = _folded(text)
    first = folded.partition(" ")[0]
    if first.isalpha() and _letters_beside_date(first):
        return False  # as most
    return not _letters_beside_date(folded) and _letters(text) > 0


def without_other_fields(text: str) -> str:
    """A row of fields without those that say where the article is filed, who wrote it or commented.

    The text as it is where it is no row.
    """
    parts = _PARTS.split(text)
    if len(parts) < 2:
        return text
    others = [part for part in parts if _OTHER_FIELD.fullmatch(part)]
    if not others or len(others) == len(parts):
        return text
    return " | ".join(part for part in parts if part not in others)


def _ends_with_japanese_day(text: str) -> bool:
    """Whether a line is a day without a year, behind the name of an outlet or a label."""
    found = None if text.isascii() else _JAPANESE_DAY.search(text)
    if found is None or found.end() < len(text):
        return False
    return found.start() <= _MOST_AHEAD_OF_DAY and "。" not in text


def is_line_of_fields(text: str) -> bool:
    """Whether a line holds only labelled fields, two or more, a date or a count among them."""
    if len(text) > _LONGEST or text.isascii() or not _HAN.search(text):
        return False
    fields = list(_FIELD.finditer(text))
    if len(fields) < 2 or not any(field["when"] for field in fields):
        return False
    return _letters(_FIELD.sub(" ", text)) <= _MOST_BESIDE_FIELDS


def _is_ago(text: str) -> bool:
    """Whether a line says how long ago or "today, 14:05", or how long it takes to read.

    A label can stand ahead.
    """
    text = text.strip(" |\t\n")
    if len(text) > _LONGEST_AGO:
        return False
    words = text.split(" ")
    for count in range(_MOST_LABEL_WORDS + 1):
        rest = " ".join(words[count:])
        if says_ago(rest) or says_recent_day(rest):
            return True
        if not _LABEL_WORD.fullmatch(words[count]) or count + 1 == len(words):
            break
    return _TO_READ.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def _letters_beside_date(text: str, labels: frozenset[str] = DATE_WORDS) -> int:
    """The number of letters of a folded text that are of no label and no month."""
    words = (w for w in without_months(text).split() if w.strip(AROUND) not in labels)
    return _letters(_META_WORDS.sub(" ", " ".join(words)))


def _letters(text: str) -> int:
    return len(_NO_LETTERS.sub("", text))


def _folded(text: str) -> str:
    return _short_folded(text) if len(text) <= _LONGEST else fold(text).strip().casefold()


@lru_cache(maxsize=64)
def _short_folded(text: str) -> str:
    """`_folded` of a line or a name, which several rules compare."""
    folded = text if _PLAIN.fullmatch(text) else fold(text)
    return folded.strip().casefold()


def _is_sentence(line: str) -> bool:
    return bool(_SENTENCE_END.search(line)) and not _ABBREVIATION_END.search(line)
