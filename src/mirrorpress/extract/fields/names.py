"""Bylines as a list of names: people or agencies, without the words around them.

"By Anna Kern and Bo Li, Harbour desk"      Anna Kern · Bo Li
"记者 李安 责任编辑：王平"                      李安
"Par Jeanne Morel avec AFP"                 Jeanne Morel · AFP
"بقلم: سامي حداد"                            سامي حداد
"Anna Kern, MD, Founder of Quayside"        Anna Kern
"By" / "Anna Kern" / "Harbour desk"         Anna Kern (lines)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mirrorpress.extract.words.field_labels import (
    AROUND,
    ARTICLES,
    BY_LANGUAGE,
    DATE_WORDS,
    says_changed,
    says_published,
)
from mirrorpress.extract.words.jobs import JOB
from mirrorpress.text.folding import is_of_word
from mirrorpress.text.tables import any_of

# "Written by", "An analysis by", in all languages.
_WRITTEN_BY = any_of(
    label for labels in BY_LANGUAGE.values() for label in labels if " " in label.rstrip(":")
)
_LABEL = re.compile(
    rf"^\W*(?:(?:(?:{'|'.join(ARTICLES)})\s)?(?:{_WRITTEN_BY})|(?:(?:view )?all posts )?by|"
    r"authors?(?: of the article)?|byline|"
    r"contributors?|from|von|autor(?:in|en|[*:/_]in(?:nen)?)?|text|"
    r"par|auteurs?|de|por|da|di|av|af|door|przez|autore|autora?|redacción|"
    r"текст|автор(?:ы)?|беседовал[а]?|"
    r"بقلم|كتب(?:ت|ه)?|تحرير|إعداد|نویسنده|نوشته|"
    r"dal nostro (?:inviato|corrispondente)|aus (?:\S+ ){1,3}berichte[tn]|"
    r"本报(?:记者|通讯员)|本報記者|特约记者|特约撰稿人?|实习记者|通讯员|首席记者|记者|記者|作者|撰文|"
    r"文章作者|撰稿人?|执笔|執筆|采写|图文|(?:取材・)?文(?:・写真)?|编译|編譯|著者)"
    r"(?:\s*[:：|/｜丨／＝・]\s*|\s+|(?=[\u4e00-\u9fff]{2,4}(?:\s|$|[,，、])))",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"(?:\(|（|【|\[)?\s*(?:责任编辑|責任編輯|责编|編輯|编辑|校对|审核|监制|来源|來源|责任校对|"
    r"updated|"
    r"published|posted)\s*[:：|｜丨].*$",
    re.IGNORECASE,
)
# What somebody reports on, from where or how, ahead of the job.
_BEATS = (
    r"senior|chief|deputy|assistant|associate|managing|executive|staff|special|contributing|guest|"
    r"freelance|general|national|local|regional|city|metro|state|political|politics|business|"
    r"economics?|economy|finance|financial|markets?|technology|tech|science|health|medical|"
    r"education|environment|climate|energy|transport|crime|courts?|legal|justice|defen[cs]e|"
    r"security|diplomatic|foreign|world|international|home affairs|religion|culture|arts|"
    r"entertainment|sports?|football|media|digital|online|web|data|investigations?|investigative|"
    r"breaking|news|features?|opinion|photo|video|multimedia|europe|asia|africa|middle east|china|"
    r"us|uk|washington|westminster|beijing|moscow|brussels|berlin|paris|london"
)
_WHOSE_PICTURES = (
    r"\b(?:photo(?:s|graphs|graphy)?|pictures|images|videos?|illustrations?|graphics?|fotos?|"
    r"bild(?:er)?|grafik|фото|відео|видео)(?:\s?:|\s(?:by|von|par|por)\b)"
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|(?:\s[\w.+-]+(?=@[\w-]+\.))?@|\bfor (?:the|cnn|reuters)\b|\bin [A-Z]|"
    r"\b(?:(?:last|first|zuerst) )?(?:updated|published|posted|aktualisiert|veröffentlicht|"
    r"publiziert|actualizado|publicado|atualizado|aggiornato|pubblicato|mis à jour|gepubliceerd|"
    r"bijgewerkt|обновлено|опубликовано|lesezeit|lesedauer)\b|"
    r"\b(?:on|am|le|el|il|den)\s(?=(?:\w{2,10},? )?\d)|"
    r"\benvoyée?s? spécia(?:le?s?|ux)\b|\benviad[oa]s? especia(?:l|les|is)\b|"
    r"\bpublié le\b|\s(?:am|says|sagt|schreibt):?$|"
    r"\breviewed by\b|\b\d{1,2} (?:second|minute|hour|day|week|month)s? ago|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|翻訳者|"
    rf"\b(?:(?:{_BEATS})[ -])*(?:(?:reporter|correspondent|editor|columnist|producer)s?|"
    rf"(?<=staff )writers?)\b|{_WHOSE_PICTURES}|"
    r"\s\d{1,3} min\b|\s(?:기자|특파원)(?!\w)|\s?发自|"
    r"(?<=[\u4e00-\u9fff]{2})\s(?:报道|報導|报导)$|"
    r"[／/][\u4e00-\u9fff]{1,8}(?:報導|报道)$|"
    r"(?<=[\u4e00-\u9fff]{2})記者$|"
    r"\d{1,2}[:.]\d\d|\d{1,2}\.? \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4}|\d{4}[-/年.]).*$",
    re.IGNORECASE,
)
# Words of which each end of a name in ASCII has one, if it has no figure and no sign.
_WORDS_OF_TAIL = frozenset(
    [
        *("for", "in", "am", "says", "sagt", "schreibt", "reviewed", "updated", "published"),
        *("posted", "aktualisiert", "publiziert", "actualizado", "publicado", "atualizado"),
        *("aggiornato", "pubblicato", "gepubliceerd", "bijgewerkt", "lesezeit", "lesedauer"),
        *("enviado", "enviada", "enviados", "enviadas", "reporter", "reporters"),
        *("correspondent", "correspondents", "editor", "editors", "columnist", "columnists"),
        *("producer", "producers", "writer", "writers", "photo", "photos", "photographs"),
        *("photography", "pictures", "images", "video", "videos", "illustration"),
        *("illustrations", "graphic", "graphics", "foto", "fotos", "bild", "bilder", "grafik"),
    ]
)
_SIGN_OF_TAIL = re.compile(r"[^\x00-\x7f]|[\d|@]|\s-\s")
_ASCII_WORD = re.compile("[a-z]+")
# The outlet for which somebody wrote, behind a whole name: there are centres for something, too.
_FOR = re.compile(r"\s(?:for|pour|para|für|per|dla|для)\s(?=\S{0,3}\s?[^\W\d_a-z])")
_DATE_BEHIND = re.compile(r"(?<=\w)[\s,]+\d{1,2}[./]\d{1,2}[./]\d{2}.*$")
# What else is said of a person behind a name.
_ROLE = re.compile(
    r"\b(?:desk|founder|officer|president|director|head of|expert|manager|professor|specialist|"
    r"advisor|adviser|reviewer|fellow|division|translator|licensed|sponsored|postmaster|"
    r"бібліотекарка)s?\b|\b[cC]\.?[eEtT]\.?[oO]\b",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"\b(?:redaktion|redazione|redacción|rédaction|newsroom|editorial|team|staff|online|magazin[e]?|"
    r"zeitung|news|network|equipo|agenc(?:y|ies)|agence|agentur|agência|agencia|agenzia|ajansı|"
    r"агентство|агенція|inc|gmbh|ltd|desk|bureau|correspondents?|"
    r"redaktionen|redactie|redação|redakcja|redakce|toimitus|редакция|редакція)\b|"
    r"\.(?:com|net|org|de|at|it)$|"
    r"集团|报社|编辑部|网$|日报$",
    re.IGNORECASE,
)
# Words in lower case that names have.
_PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le"}
    | {"el", "al", "bin", "ibn", "bint", "ben", "ter", "ten", "zu", "zum", "und", "y", "e", "i"}
)
_DEGREES = (
    r"(?:M\.?D|Ph\.?\s?D|D\.?O|M\.?P\.?H|M\.?B\.?A|R\.?D\.?N|R\.?N|L\.?D|M\.?S|M\.?A|"
    r"M\.?Sc|B\.?A|B\.?Sc|Psy\.?D|D\.?D\.?S|Esq|CPA|CFA|CFP|PSP|CPT|CSCS|LCSW|E-RYT)\.?"
)
_DEGREE = re.compile(rf"(?:,\s*|\s+){_DEGREES}(?=\s*(?:,|$))")
_ONLY_DEGREE = re.compile(rf"{_DEGREES}(?:\s\d{{1,4}})?")
HAN_NAME = r"[\u4e00-\u9fff]{2,3}(?:·[\u4e00-\u9fff]{1,5})?"
HAN_NAMES = rf"{HAN_NAME}(?:[、,，&\s]{{1,2}}{HAN_NAME}){{0,3}}(?![\u4e00-\u9fff])"
_JAPANESE_NAMES = r"(?!写真|撮影)[々\u4e00-\u9fffぁ-んァ-ヶー]{2,8}"
_NO_SIGNER = r"敬称略|当時|税|続く|写真|図|記者|记者|来源|图片"
_SIGNER = rf"(?![^）)]{{0,6}}(?:{_NO_SIGNER}))[々\u4e00-\u9fff]{{3,5}}(?:[ァ-ヶー]{{2,8}})?"
# Signatures of Chinese and Japanese articles, the surest first; the last names who edited.
_SIGNED = (
    re.compile(rf"(?:作者|撰文|撰稿|采写|采訪|执笔|執筆|文|图文)\s?[：:/／丨]\s?({HAN_NAMES})"),
    re.compile(
        rf"(?:^|[（(])(?:取材・)?文(?:・写真)?\s?[・＝=：:]\s?({_JAPANESE_NAMES})"
        r"(?=\s?(?:$|[）)]|[、,，／/・\s]{1,3}(?:写真|撮影)))"
    ),
    re.compile(rf"(?:记者|記者|通讯员)\s?[：:]\s?({HAN_NAMES})"),
    re.compile(rf"^(?:[^。，]{{0,24}})(?:记者|記者)\s({HAN_NAMES})\s*$"),
    re.compile(rf"[（(][^（）()]{{0,12}}(?:记者|記者|通讯员)\s?({HAN_NAMES})\s?[)）]\s*$"),
    re.compile(rf"^[（(\[]\s?({HAN_NAME})\s?[)）\]]$"),
    re.compile(rf"\d[:：]\d\d\s{{0,3}}\[\s?({HAN_NAME})\s?\]"),
    re.compile(rf"[。」』]\s?[（(](?:[^（）()]{{0,12}}[・／\s])?({_SIGNER})\s?[)）]$"),
    re.compile(rf"(?:责任编辑|責任編輯|责编|編輯|编辑)\s?[：:]\s?({HAN_NAMES})"),
)
# "聯合報 記者李安／台北報導", "新京报记者 李安"
_REPORTER = re.compile(rf"(?:记者|記者)\s?({HAN_NAMES})\s?(?:[／/].{{1,8}}(?:報導|报道)|$)")
_REPORTS = frozenset(["报道", "報導", "报导"])  # stands behind names
_GLUED = re.compile("(记者|記者)\n|\n([／/])")  # the name is a link within the line
_SIGNATURE_MARK = re.compile("[者文写撰稿訪笔筆员编編（(\\[]")  # one of which each has
_SIGNER_LETTER = re.compile("[々\u4e00-\u9fffぁ-んァ-ヶー]")
_NO_HAN_NAME = re.compile(
    r"^(?:.图|图片|资料|完结?|未完|待续|转载|来源|网络|责任|编辑|记者|综合|附.|附图)"
)
_SPLIT = re.compile(
    r"\s*(?:,(?!\s*(?:jr|sr|ph\.?d|md|m\.d|iii?|esq)\b)|;|、|，|；|،|/|&|\||\n|"
    r"\b(?:and|und|et|y|avec|with|en|och|og|ja|oraz|и|mit)\b|(?<=\s)(?:و|و )(?=\S))\s*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:quelle|source|fuente|fonte|источник)\b|https?:|www\.|@|[<>{}\[\]=]|^\W*$|^\d|\d{3}|"
    r"^(?:(?:(?:user|site|web|wp|blog|super)[ -]?)?admin(?:istrator)?|"
    r"(?:admin[ -]?|test[ -]?|web[ -]?)user|"
    r"editor|editors|staff|webmaster|user|guest|anonymous|unknown|none|null|undefined|redaktion|"
    r"home|news|authors?|auteure?s?|autor(?:as?|es|i|ka|k[ay])|автор(?:ы|и|ка)?|авторки|المؤلف|الكاتب|"
    r"نویسنده|作者|著者|"
    r"n/?a|artikel|article|artículo|articolo|autor(?:[*:/_]?in(?:nen)?)?|by|share|follow|x|"
    r"bluesky|facebook|instagram|linkedin|mastodon|pinterest|telegram|threads|tik-?tok|twitter|"
    r"whats-?app|you-?tube|email|rss|comments?|analysis|archives?|"
    r"filed under|(?:from )?web edition|read more|view all posts|posts?|more|"
    r"view profile|contributor|profile|about|contact|name|fail|posted|"
    r"written by|publiziert am|sponsored|von|sagt|says|编辑|小编|佚名|匿名|网友|read full bio)$|"
    r"\b(?:by|von|par|por)\W*$|\bcontributors to\b|\bwikimedia projects$|"
    r"^(?:photo\w*|styled|illustrat\w+|produced|translat(?:ed|ion)|edit(?:ed|ing)|fotos?|bilder|"
    r"grafik) (?:by|von|par)\b|"
    r"^(?:photo\w*|pictures?|images?|videos?|illustrations?|graphics?|fotos?|bild(?:er)?|grafik|фото|"
    r"видео|відео|صور|عکس)\s?:|^(?:special to|as told to|exclusive to)\b|"
    r"^(?:follow|like|folge[nt]?|gefällt|suivez|aimez|síguen?os|seguir|segui(?:ci)?|siga|curta|volg|"
    r"följ|følg|polub|obserwuj|śledź|sledujte|kövess|подписаться|подпишитесь|takip et) |"
    r"^(?:last updated?|(?:letzte|zuletzt) aktualisier(?:t|ung))\b|"
    r"^(?:view|full|read|see)\b.*\b(?:profile|bio)$|"
    r"\b(?:all|other|more) (?:articles|posts|stories)\b|\b(?:alle|weitere) (?:artikel|beiträge)\b|"
    r"\bartikelübersicht\b|\btous (?:les|ses) articles\b|\btodos (?:los|sus) artículos\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,40}){1,4}")
_OURS = re.compile(
    r"(?:an?|our|unser\w*|notre|nos|nuestr[oa]s?|noss[oa]s?|nostr[oaie]|наш\w*)\b", re.IGNORECASE
)
# One word behind whole names: where they report from, or the outlet that they are of.
_PLACE_BEHIND = re.compile(r",\s[^\W\d_a-zà-ÿа-я][^\W\d_A-ZА-Я]{3,}\s?$")
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]?\s*$")
_SEPARATORS = frozenset(":：|｜丨")
_AROUND = " :：,;|-–—•·*\"“”'’‘)"  # stands around names
_STOP_LAST = re.compile(r"[\s.](?:[^\W\d_]|[JS]r)\.$")  # "R. R.", "Bo Li Jr."
_MAX_NAMES = 12
LONGEST_NAME = 40  # characters, of one that stands alone
_GEORGIAN = re.compile("[\u10d0-\u10ff]")  # has capital letters, but for whole lines only
_MOST_WORDS = 8  # in which a label of a date is looked for
_OF_DATES = frozenset(word.strip(AROUND) for word in DATE_WORDS)
_FULL = range(2, 5)  # words of one
_IN_NAMES = str.maketrans("", "", "-.’'\u200c\u200d")


def names_of(text: str | None) -> tuple[str, ...]:
    """The names in a byline.

    Where it has lines, the first that holds a name counts, with those that a comma or an "and"
    joins to it: what else stands there is a role, a date, a place.
    """
    if not text or "://" in text:
        return ()
    text = _GLUED.sub(r"\1\2", text[:2000])
    lines = [" ".join(line.split()) for line in text.split("\n")]
    found: tuple[str, ...] = ()
    open_ended = False  # the line before asks for another name
    for line in filter(None, lines[:40]):
        if found and not open_ended and not _JOINS.match(line):
            continue
        found = unique([*found, *_names_in(line[:400])])
        open_ended = _ASKS.search(line) is not None
    return found


_JOINS = re.compile(r"^(?:,|&|;|and\b|und\b|et\b|y\b|e\b|with\b|mit\b)", re.IGNORECASE)
_ASKS = re.compile(r"(?:,|&|;|\band|\bund|\bet|\by|\be|\bwith|\bmit)$", re.IGNORECASE)


@lru_cache(maxsize=512)
def _names_in(text: str) -> tuple[str, ...]:
    """The names in a line: pages say the same name in JSON-LD, meta and print."""
    if not _SEPARATORS.isdisjoint(text):
        text = _EDITORS.sub("", text)
    if reporter := _REPORTER.search(text):
        return unique(han_names_in(reporter[1]))
    text = _without_label(_without_label(_DATE_BEHIND.sub("", text)))
    text = _DEGREE.sub("", _DEGREE.sub("", text))
    place = _PLACE_BEHIND.search(text)
    if place and is_full_name(text[: place.start()].rpartition(",")[2]):
        text = text[: place.start()]
    first, *others = [part for part in _SPLIT.split(text) if part] or [""]
    others = [part for part in others if not (_ROLE.search(part) or JOB.search(part))]
    return unique(
        [
            _without_outlet(_one(first)),
            *(_one(part) for part in others if not _ONLY_DEGREE.fullmatch(part)),
        ]
    )


def _without_label(text: str) -> str:
    label = _LABEL.match(text)
    return text if label is None else text[label.end() :]


def _one(text: str) -> str:
    whole = _without_label(text.strip())
    if "@" in whole and _ADDRESS.fullmatch(whole):
        return ""
    text = _TAIL.sub("", whole) if _may_have_tail(whole) else whole
    if text != whole and _OURS.match(text):
        return ""  # of "our harbour correspondent"
    if "(" in text or "（" in text:
        text = _IN_BRACKETS.sub("", text)
    text = _without_dates(text.strip(_AROUND))
    text = text if _STOP_LAST.search(text) else text.strip(_AROUND + ".")
    text = text.removeprefix("the ")
    return text if is_name(text) else ""


def _may_have_tail(text: str) -> bool:
    """Whether `_TAIL` can be in a text: a quick test that most names fail."""
    return _SIGN_OF_TAIL.search(text) is not None or not _WORDS_OF_TAIL.isdisjoint(
        _ASCII_WORD.findall(text.lower())
    )


def _without_outlet(name: str) -> str:
    """The name ahead of the outlet for which its bearer wrote."""
    outlet = _FOR.search(name)
    ahead = name[: outlet.start()] if outlet else ""
    return ahead if is_full_name(ahead) and not is_team(ahead) else name


def _without_dates(text: str) -> str:
    """A name without a label of a date behind it, nothing where there is only that."""
    if text.isascii() and _OF_DATES.isdisjoint(word.strip(AROUND) for word in text.lower().split()):
        return text  # as most
    words = text.split(None, _MOST_WORDS)
    for place in range(len(words)):
        rest = " ".join(words[place:])
        if says_published(rest) or says_changed(rest):
            return " ".join(words[:place])
    return text


def is_name(text: str) -> bool:
    """Whether a text could be the name of a person or agency: short and without markup."""
    return 1 < len(text) <= 60 and len(text.split()) <= 6 and _NO_NAME.search(text) is None


def is_person(name: str) -> bool:
    """Whether a name is written like a person's: at most five words, none a common one."""
    words = name.split()
    if not 1 <= len(words) <= 5 or any(character.isdigit() for character in name):
        return False
    return not _begins_small(words[0]) and not any(
        _begins_small(word) and word not in _PARTICLES for word in words
    )


def _begins_small(word: str) -> bool:
    """Whether a word begins with a small letter, in a script in which names do not."""
    return word[0].islower() and not _GEORGIAN.match(word)


def is_full_name(text: str) -> bool:
    """Whether a text that no label announces is a person's name: of two to four written words."""
    words = text.split()
    return (
        len(text) <= LONGEST_NAME
        and len(words) in _FULL
        and words[0] != "The"  # of an outlet
        and not text.isupper()
        and is_person(text)
        and not is_team(text)
        and all(map(_is_word, words))
    )


def _is_word(text: str) -> bool:
    """Whether a text has only letters, their marks and what stands in names."""
    letters = text.translate(_IN_NAMES)
    return letters.isalpha() or (
        bool(letters) and all(is_of_word(one) and not one.isdecimal() for one in letters)
    )


def is_team(name: str) -> bool:
    """Whether a name is that of a newsroom or a site."""
    return _TEAM.search(name) is not None


def signed_names(strings: Iterable[str]) -> tuple[str, ...]:
    """The names that sign a Chinese or Japanese article, in one of its short strings or ends."""
    best: tuple[int, tuple[str, ...]] = (len(_SIGNED), ())
    for text in strings:
        if not may_sign(text):
            continue
        for rank, form in enumerate(_SIGNED[: best[0]]):
            found = form.search(text)
            if found and not _NO_HAN_NAME.match(found[1]):
                best = rank, unique(han_names_in(found[1]))
                break
    return best[1]


def han_names_in(text: str) -> list[str]:
    """The parts of a text that `HAN_NAMES` matches: a name each."""
    return [name for name in re.split(r"[、,，&\s]+", text) if name not in _REPORTS]


def may_sign(text: str) -> bool:
    """Whether a text has what each signature has: a mark or a label, and a letter of a name."""
    return _SIGNATURE_MARK.search(text) is not None and _SIGNER_LETTER.search(text) is not None


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Names in order, each once (whatever the case), at most a dozen."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MAX_NAMES]
