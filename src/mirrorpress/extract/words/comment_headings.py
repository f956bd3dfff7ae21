"""Lines that stand above what readers wrote: how much there is of it, or that it is asked for.

    3 thoughts on “The quay reopens”        12 comentarios en «El muelle»
    《东码头关闭》有3条评论                    Join the discussion in the comments below.

The first kind is made by blogs in the language of the site, with a number and often the title. The
bare labels ("Comments") are in `site_labels`.
"""

from __future__ import annotations

import re
from typing import Final

from mirrorpress.extract.words.vocabulary import in_one_case

LONGEST: Final = 240  # characters: the title can be in it
# What readers wrote, and the word ahead of a title: as WordPress and its themes write them.
_COUNTED: Final = (
    (r"(?:comments?|thoughts?|responses?|repl(?:y|ies))", "on|to"),
    (r"(?:kommentare?|gedanken?|antwort(?:en)?)", "zu|auf|to"),
    (r"(?:commentaires?|réponses?|réflexions?|réactions?)", "sur|à|on"),
    (r"(?:comentarios?|respuestas?|pensamientos?|ideas?)", "en|a|sobre"),
    (r"(?:comentários?|respostas?|pensamentos?)", "em|a|sobre"),
    (r"(?:commenti?o?|rispost[ae]|pensieri?o?)", "su|a"),
    (r"(?:reacties?|gedachten?)", "op|over"),
    (r"(?:komentarz[ey]?|komentarzy|odpowiedzi|myśl[i]?)", "do|na|o"),
    (r"(?:kommentare?r?|svar|tankar|tanker)", "på|till|til|om"),
    (r"(?:коммента(?:рий|рия|риев)|мысл(?:ь|и|ей)|ответ(?:а|ов)?)", "к|на|о|об"),
    (r"(?:коментар(?:|і|ів)|думк[аиу]|відповід[ьіей]+)", "до|на|про|о"),
    (r"(?:yorum|düşünce|cevap|yanıt)", ""),
    (r"(?:komentar|tanggapan|pemikiran|balasan)", "pada|di|terhadap|tentang"),
    (r"(?:bình luận|suy nghĩ)", "về|trên"),
    (r"(?:تعليقات|تعليقاً|تعليق|ردود|رأي|آراء)", "على|حول"),
    (r"(?:دیدگاه|نظر)", "دربارهٔ|درباره|برای|در"),
)
_ONE: Final = "one|ein|eine|une|un|una|uno|um|uma|een|jeden|jedna|en|ett|один|одна"
_FIRST: Final = frozenset("0123456789{oeuj")  # with which such a line in ASCII begins
_TITLED: Final = re.compile(
    "|".join(
        rf"(?:\d{{1,5}}|{_ONE}) {what}(?: (?:{ahead or '(?!)'})\b.{{0,200}})?[:.]?"
        for what, ahead in _COUNTED
    )
    + r"|\{ \d{1,5} comments?… read (?:them|it) below or add one \}"
    r"|.{0,200}?(?:有|的) ?\d{1,5} ?(?:条|則|则|條|个|個) ?"
    r"(?:评论|評論|留言|回应|回應|迴響|想法|意见)"
    r"|(?:评论|評論|留言|网友评论|讀者留言|读者评论) ?[（(] ?\d{1,5} ?(?:条)?[)）]"
    r"|(?:「.{1,200}」(?:への|に対する))?\d{1,5} ?件のコメント"
    r"|.{0,200}에 대한 \d{1,5}개의 (?:생각|댓글)"
    r"|댓글 ?[（(]? ?\d{1,5}개?[)）]?"
)
_ASKED: Final = re.compile(
    r"(?:.{0,80}[?!.] )?(?:(?:please )?(?:join|have your say in|be part of|add to) the "
    r"(?:discussion|conversation|debate)(?: (?:below|in the comments?.{0,20}))?|"
    r"(?:please )?(?:share|leave|post|tell us|let (?:us|me) know)\b[^.?!]{0,30} "
    r"(?:in|below in) the comments?(?: (?:below|section).{0,20})?|"
    r"(?:please )?(?:leave|post|add) (?:a|your) (?:comment|reply|thoughts?) below|"
    r"(?:diskutieren|reden) sie mit|(?:schreibt?|schreiben sie) (?:es |uns )?in die kommentare|"
    r"réagi(?:r|ssez) à cet article|"
    r"(?:laissez|donnez|partagez)[^.?!]{0,40} (?:en|dans les) commentaires?|"
    r"déja(?:nos|me)? (?:tu|un) comentario|d[ée]janos tu opinión.{0,30}|"
    r"deixe (?:a sua|sua) opinião.{0,30}|lascia (?:la tua|un) .{0,10}(?:opinione|commento).{0,20}|"
    r"(?:пишите|поделитесь|делитесь)[^.?!]{0,40} в комментариях|"
    r"欢迎在评论区(?:留言|讨论).{0,10}|شاركنا (?:رأيك|برأيك).{0,30}"
    r")\W*"
)


def counts_comments(text: str) -> bool:
    """Whether a line is the heading of comments with their number: "3 thoughts on “…”"."""
    if not 3 < len(text) <= LONGEST or text.isalpha():
        return False
    line = in_one_case(text.strip())
    if line.isascii() and line[:1] not in _FIRST:
        return False  # as most
    return _TITLED.fullmatch(line) is not None


def asks_for_comments(text: str) -> bool:
    """Whether a line asks readers to comment below it, and does nothing else."""
    return 9 < len(text) <= LONGEST and _ASKED.fullmatch(in_one_case(text.strip())) is not None
