"""Lines that only say who took a picture, as they stand behind one.

    Getty Images                          Photo: Bo Li
    Photo by Ada Stone on Unsplash        Foto von Ada Stone
    Ada Stone / AFP                       AP Photo/Ada Stone
    Courtesy of the harbour board         (Ada Stone | The Ledger)
    File photo                            李安 摄

Alone, many of them may be of the text: they are asked for right behind a picture.
"""

from __future__ import annotations

import re
from typing import Final

from mirrorpress.extract.words.credits import PICTURE

LONGEST: Final = 80  # characters
AGENCIES: Final = (
    r"getty(?: images)?|reuters|afp|ap|ap photo|associated press|dpa|epa|efe|ansa|apa|"
    r"ritzau scanpix|shutterstock|imago(?: images)?|picture alliance|istock(?:photo)?|alamy|"
    r"adobe stock|unsplash|pixabay|pexels|wikimedia commons|bloomberg|xinhua|anadolu|"
    r"新华社|视觉中国|时事通信|共同"
)
# What is written in a capital letter, up to six words: no sentence goes on like this.
_NAME = r"(?-i:[A-ZÀ-ÖØ-ÞА-ЯЁЄІЇҐ])[^\s.!?]*\.?(?: (?:[^\s.!?]+|\w{1,2}\.)){0,5}"
_SHORT_NAME = r"(?-i:[A-ZÀ-ÖØ-ÞА-ЯЁЄІЇҐ])[^\s.!?]*(?: (?-i:[A-ZÀ-ÖØ-ÞА-ЯЁЄІЇҐ])[^\s.!?]*){0,2}"
_OF = r"(?:by|von|de|d['’]|di|da|du|del|della|av|af|door|przez|autorstwa|courtesy of)"
_NOUN = (
    r"(?:(?:symbol|archiv|titel|themen)?(?:foto|bild)|photo(?:graph)?|picture|image|illustration|"
    r"foto(?:graf[ií]a)?|imagen|imagem|immagine|illustrazione|ilustraci[óo]n|ilustração|"
    r"afbeelding|beeld|zdjęcie|grafika)s?"
)
# Where pictures come from that nobody is named for.
_UNNAMED = (
    r"(?:submitted|courtesy|file|stock|handout|contributed|archive|illustrative|representative|"
    r"representational) (?:photo|image|picture|illustration)s?|"
    r"photo (?:submitted|provided|supplied|contributed)|"
    r"(?:symbol|archiv|themen|agentur)(?:foto|bild)(?:er|s)?|"
    r"(?:photo|image) d['’](?:illustration|archives?)|"
    r"(?:foto|imagen|fotograf[ií]a) (?:de )?archivo|imagem (?:de arquivo|ilustrativa)|"
    r"foto (?:de arquivo|d['’]archivio|di repertorio|ilustrativa)|immagine di repertorio|"
    r"arkiv(?:foto|bild|bilde)|illustrasjonsfoto|illustrationsfoto|archieffoto|"
    r"zdjęcie (?:ilustracyjne|poglądowe)|ilustrační (?:foto|snímek)|illusztráció|"
    r"(?:архивное|иллюстративное) фото|фото из (?:архива|открытых источников)|фото ілюстративне|"
    r"архівне фото|صورة (?:أرشيفية|من الأرشيف|تعبيرية)|عکس (?:آرشیوی|تزئینی)|"
    r"(?:资料|資料|网络|網路|配|示意)(?:图片?|照片?|圖片?|圖)|(?:示意|合成)[图圖]|자료\s?사진|資料写真"
)
_CREDIT = re.compile(
    rf"(?:{PICTURE}(?: by| von| de| credits?| source)?\s*[:：/|]\s*\S.*|"
    rf"(?:[^.!?]{{0,60}}(?:[/,|©–-]|\bvia\b)\s*)?(?:{AGENCIES})|"
    rf"(?:{AGENCIES})\s?/\s?{_NAME}|"
    rf"{_NOUN}\s(?:{_OF}\s?{_NAME}|{_SHORT_NAME})|фото\s(?:{_SHORT_NAME}|с сайта .{{1,40}})|"
    rf"(?:courtesy|photo courtesy|image courtesy)(?: of|:) [^.!?]{{1,60}}|"
    rf"(?:{_UNNAMED})(?:\s?[:：/|,]\s?[^.!?]{{1,50}})?\.?|"
    rf"{_NAME}\s?[/|,]\s?(?:staff(?: photographer)?|contributed|handout|submitted|file)|"
    rf"\({_NAME}\s?[/|]\s?{_NAME}\)|"
    r"[©ⓒ]\s?(?!.{0,40}(?:rights|droits|rechte|derechos|diritti|direitos))[^\d.!?]{2,70}|"
    r"[(（]?(?:[^\s，。()（）]{0,12}记者\s?)?[^\s，。()（）]{2,12}\s?[/／]?\s?(?:(?<!拍)摄影?|(?<!拍)攝影?|撮影|供[图圖])[)）]?"
    r")\s*\)?",
    re.IGNORECASE,
)

_OF_PICTURE = re.compile(rf"(?:{_NOUN}|фото|照片|图片来源|圖片來源)(?![^\W\d_])", re.IGNORECASE)


def is_credit_line(text: str) -> bool:
    """Whether a line says who took a picture, or where it is from, and nothing else."""
    return len(text) <= LONGEST and _CREDIT.fullmatch(text) is not None


def names_picture(text: str) -> bool:
    """Whether a line is such a credit, and says itself that it is of a picture."""
    return is_credit_line(text) and _OF_PICTURE.match(text) is not None
