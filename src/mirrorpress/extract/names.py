"""Bylines as a list of names: people or agencies, without the words around them.

"By Anna Kern and Bo Li, Harbour desk"      Anna Kern · Bo Li
"记者 李安 责任编辑：王平"                      李安
"Par Jeanne Morel avec AFP"                 Jeanne Morel · AFP
"بقلم: سامي حداد"                            سامي حداد
"""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"^\W*(?:(?:written |posted |published |reported |story |words |text |review |interview |"
    r"article |opinion )?by|authors?|byline|from|von|autor(?:in|en)?|text|"
    r"par|auteurs?|de|por|da|di|av|af|door|przez|autore|autora?|redacción|"
    r"текст|автор(?:ы)?|беседовал[а]?|"
    r"بقلم|كتب(?:ت|ه)?|تحرير|إعداد|نویسنده|نوشته|"
    r"本报(?:记者|通讯员)|本報記者|特约记者|实习记者|通讯员|首席记者|记者|記者|作者|撰文|文章作者|"
    r"撰稿|文|编译|編譯)"
    r"(?:\s*[:：|/]\s*|\s+|(?=[\u4e00-\u9fff]{2,4}(?:\s|$|[,，、])))",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"(?:\(|（|【|\[)?\s*(?:责任编辑|責任編輯|责编|編輯|编辑|校对|审核|监制|来源|來源|责任校对|"
    r"updated|"
    r"published|posted)\s*[:：].*$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|@|\bfor (?:the|cnn|reuters)\b|\bin [A-Z]|\bupdated\b|\bpublished\b|"
    r"\bon\s(?=\w+ \d)|"
    r"\bstaff (?:writer|reporter)s?\b|\b(?:senior |chief |political |business |technology )?"
    r"(?:reporter|correspondent|editor|columnist|producer)s?\b|"
    r"\d{1,2}[:.]\d\d|\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4}|\d{4}[-/年.]).*$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|columnist|producer|writer|desk|korrespondent(?:in)?|"
    r"redakteur(?:in)?|journaliste)s?\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:,(?!\s*(?:jr|sr|ph\.?d|md|m\.d|iii?|esq)\b)|;|、|，|；|،|/|&|\||\n|"
    r"\b(?:and|und|et|y|avec|with|en|och|og|ja|oraz|и|mit)\b|(?<=\s)(?:و|و )(?=\S))\s*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|[<>{}\[\]=]|^\W*$|^\d|\d{3}|^(?:admin|administrator|editor|editors|staff|"
    r"webmaster|user|guest|anonymous|unknown|none|null|undefined|author|redaktion|home|news|"
    r"n/?a|by|share|follow|twitter|email|facebook|read more|view all posts|posts?|more|"
    r"view profile|contributor|profile|about|contact|编辑|小编|佚名|匿名|网友|read full bio)$",
    re.IGNORECASE,
)
_MAX_NAMES = 12


def names_of(text: str | None) -> tuple[str, ...]:
    """The names in a byline."""
    if not text or "://" in text:
        return ()
    text = " ".join(text.split())[:400]
    text = _EDITORS.sub("", text)
    for _ in range(2):
        text = _LABEL.sub("", text, count=1)
    first, *others = [part for part in _SPLIT.split(text) if part] or [""]
    return unique([_one(first), *(_one(part) for part in others if not _ROLE.search(part))])


def _one(text: str) -> str:
    text = _LABEL.sub("", text.strip(), count=1)
    text = _TAIL.sub("", text)
    text = re.sub(r"\s*[(（][^()（）]*[)）]?\s*$", "", text).strip(" .:：,;|-–—•·*\"“”'’‘")
    return text if is_name(text) else ""


def is_name(text: str) -> bool:
    """Whether a text could be the name of a person or agency: short and without markup."""
    return 1 < len(text) <= 60 and len(text.split()) <= 6 and _NO_NAME.search(text) is None


def unique(names: object) -> tuple[str, ...]:
    """Names in order, each once (whatever the case), at most a dozen."""
    found: dict[str, str] = {}
    for name in names:  # type: ignore[attr-defined]
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MAX_NAMES]
