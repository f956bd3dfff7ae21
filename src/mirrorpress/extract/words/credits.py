"""Words with which a caption names who took a picture, in sixty languages.

    Photo: Anna Kern / Harbour Press        in the languages of more newsrooms
    Nuotrauka: Harbour Press                in the others

The patterns are for `re.IGNORECASE`; a space is written as a class, for verbose patterns.
"""

from __future__ import annotations

from typing import Final

_ALPHABETIC = (
    r"photos?(?:graph)?(?:[ ](?:by|credits?))?|images?(?:[ ](?:credits?|sources?))?|"
    r"pictures?(?:[ ](?:by|credits?))?|credits?|foto(?:s|[gğ]raf\w*)?|bild(?:er|quelle)?|quelle|"
    r"crédits?(?:[ ]photo)?|photo[ ]d['’]archives|sources?|imagen|créditos?|courtesy[ ]of|via|"
    r"illustration|copyright|фото|فوٹو|تصوير|الصورة|عکس"
)
_UNPARTED = r"图片来源|图片|图源|图像来源|来源|摄影|摄|圖片來源|圖像來源|圖|攝影|写真|©|\(c\)"
_END = r"(?![^\W\d_])"
# Which need no colon behind them in brackets.
CREDITS: Final = rf"(?:(?:{_ALPHABETIC}){_END}|{_UNPARTED})"
_OF_PICTURES = (
    r"fot|照片|"  # pl, zh
    r"фота|снимка|снимки|фотографија|sursă[ ]foto|fotó|kép|zdjęcie|"  # be to pl
    r"nuotr|nuotrauka|attēls|pilt|kuva|kuvat|valokuva|bilde|beeld|"  # lt to nl
    r"φωτογραφία|φωτό|görsel|источник[ ]фото|автор[ ]фото|джерело[ ]фото|сурет|"  # el to kk
    r"сүрөт|surat|зураг|ფოტო|լուսանկարը|լուսանկար|منبع[ ]تصویر|تصویر|انځور|"  # ky to ps
    r"تصویر[ ]کا[ ]ذریعہ|مصدر[ ]الصورة|صورة|وێنە|צילום|תמונה|"  # ur, ar, ckb, he
    r"फोटो|इमेज[ ]स्रोत|तस्वीर|ছবি|ছবির[ ]উৎস|படம்|பட[ ]மூலாதாரம்|"  # hi, bn, ta
    r"ఫొటో|ఫొటో[ ]సోర్స్|ภาพ|ที่มาของภาพ|เครดิตภาพ|រូបភាព|ဓာတ်ပုံ|ပုံ|"  # te, th, km, my
    r"ảnh|nguồn[ ]hình[ ]ảnh|sumber[ ]gambar|gambar|picha|chanzo[ ]cha[ ]picha|"  # vi to sw
    r"ምስል|ፎቶ|sawir|xigashada[ ]sawirka|hoto|asalin[ ]hoton|画像|사진|자료사진|"  # am to ko
    r"图|圖源|fuente[ ]de[ ]la[ ]imagen|imagem|larawan"  # zh, zh-Hant, es, pt, fil
)
_OF_SOURCES = (
    r"крыніца|източник|извор|izvor|vir|burimi|sursa|forrás|zdroj|źródło|"  # be to pl
    r"šaltinis|avots|allikas|lähde|källa|kilde|bron|πηγή|kaynak|источник|"  # lt to ru
    r"джерело|mənbə|дереккөз|булак|manba|эх[ ]сурвалж|წყარო|աղբյուր|منبع|"  # uk to fa
    r"سرچینه|ماخذ|المصدر|سەرچاوە|מקור|स्रोत|সূত্র|ที่มา|ប្រភព|nguồn|"  # ps to vi
    r"sumber|chanzo|出典|提供|출처|fuente|font|fonte"  # id, sw, ja, ko, es, ca, pt
)
# What names a picture, with a colon.
PICTURE: Final = (
    r"(?:photo(?:graph)?s?|foto(?:s|[gğ]raf\w*)?|images?|bild(?:er)?|pictures?|credits?|"
    rf"crédits?(?:[ ]photo)?|фото|图片来源|写真|{_OF_PICTURES})\.?"
)
# The same, and sources.
ANY_CREDIT: Final = rf"(?:{_ALPHABETIC}|{_OF_PICTURES}|{_OF_SOURCES}|{_UNPARTED})\.?"
