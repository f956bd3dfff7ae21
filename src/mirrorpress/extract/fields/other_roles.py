"""Names beside an article of those who did something else for it than write it.

Fact-checked by <a href="/people/anna">Anna Kern</a>     no byline
Photos: <b>Bo Li</b>                                     none
Words and photos by <b>Bo Li</b>                         one
"""

from __future__ import annotations

import re

from mirrorpress.extract.page.tree import Element

_DONE = (
    # What was done, with the word for "by" of each language.
    r"(?:(?:fact[- ]?)?checked|(?:\w+ly |expert )?reviewed|verified|approved|edited|proofread|"
    r"photographed|illustrated|filmed|produced|translated|narrated|read|voiced|moderated|styled|"
    r"curated|hosted|directed|sponsored|presented|"
    r"photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|graphics?|translation|"
    r"artwork) by|"
    r"(?:geprüft|überprüft|bearbeitet|redigiert|übersetzt|illustriert|fotografiert|lektoriert|"
    r"fotos?|bild(?:er)?|grafik(?:en)?|übersetzung|illustration(?:en)?) von|"
    r"(?:vérifiée?|relue?|éditée?|traduite?|illustrée?|photos?|illustrations?) par|photos? de|"
    r"(?:revisado|editado|verificado|traducido|ilustrado|fotos?|fotografías?) por|fotos? de|"
    r"(?:revisto|traduzido) por|(?:revisionato|verificato|tradotto|curato|illustrato) da|foto di|"
    r"(?:gecontroleerd|bewerkt|vertaald|geredigeerd|foto['’]?s?) door|foto['’]?s? van|"
    r"(?:zredagował|przetłumaczył|sprawdził)a?|"
    r"(?:перев[её]л|отредактировал|сфотографировал|проверил)[аи]?|"
    r"(?:переклав|перевірив|відредагував)"
)
_ROLE = (
    # Who did it or what it is, with a colon.
    r"(?:fact[- ]?check(?:ing|er)?|review(?:er)?|editors?|editing|photo(?:s|graphy|graphers?)?|"
    r"pictures?|images?|illustrat(?:ions?|or)|graphics?|artwork|camera|producer|translat(?:ion|or)|"
    r"fotos?|bild(?:er)?|grafik(?:en)?|übersetzung|kamera|lektorat|"
    r"traduction|édition|infographie|fotografías?|ilustraciones|traducción|edición|"
    r"ilustrações|tradução|edição|illustrazioni|traduzione|beeld|illustraties?|"
    r"zdjęcia|fot\.?|tłumaczenie|redakcja|opracowanie|фото|редактор|иллюстрации|перевод|переклад|"
    r"översättning|fotoğraf(?:lar)?|çeviri|editör|"
    r"责任编辑|責任編輯|责编|編輯|编辑|校对|审核|审校|摄影|攝影|翻译|翻譯|监制|制图|"
    r"編集|撮影|写真|監修|校閲|翻訳|تصوير|ترجمة|مراجعة|تدقيق|عکس|ترجمه|ویرایش)\s*[:：|/／]"
)
# At the end of what stands before a name. Behind an "and" it is what the writer did, too.
_OTHER = re.compile(
    r"(?<!\band )(?<!& )(?<!\bund )(?<!\bet )(?<!\by )(?<!\be )(?<!\bи )"
    rf"(?<![^\W\d_])(?:{_DONE}|{_ROLE})\s*$",
    re.IGNORECASE,
)
_LONGEST_LINE = 200  # characters of the line that holds the name
_LEVELS = 4  # above the name
_MOST_READ = 60  # characters before it


def has_other_role(element: Element) -> bool:
    """Whether the words before an element say that it names who checked, edited or drew."""
    before = ""
    for _ in range(_LEVELS):
        parent = element.parent
        if parent is None or parent.size > _LONGEST_LINE:
            break
        place = parent.children.index(element)
        pieces = [
            child if isinstance(child, str) else f" {child.text()} "
            for child in parent.children[:place]
        ]
        before = "".join(pieces)[-_MOST_READ:] + before
        if before.strip():
            break
        element = parent
    return _OTHER.search(" ".join(before.split())) is not None
