"""Labels of bylines and of dates, in 78 languages.

    Автор: Анна Белова            a noun: the name stands behind a colon
    Oleh Budi Santoso             a word for "by": the name follows at once
    김민수 기자                    a label behind the name
    Közzétéve: 2031. május 8.     the day of publication
    Frissítve: 2031. május 9.     the day of a change

A row of the table has a language, what says who wrote, what says when it was published, and what
says when it was changed. A colon marks a label that is one with a colon only, a tilde one that
stands behind the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from mirrorpress.text.folding import fold
from mirrorpress.text.tables import labels_in, rows_of

_TABLE = """
am | በ; ጸሐፊ:; ጸሐፊ፡; ዘጋቢ: | የታተመው; ታተመ | የተሻሻለው; የታደሰው
ar | بقلم; كتب بواسطة; كُتب بواسطة; كتب; كتبت; كتبه; إعداد:; الكاتب:; تحرير:; المؤلف: |
   نشر في; نشرت في; نشر; تاريخ النشر; تم النشر; منشور في | آخر تحديث; تم التحديث; تحديث; حدث في
az | müəllif: | dərc edilib; dərc olunub; yayımlanıb; dərc edildi | yenilənib; son yenilənmə
be | аўтар; аўтар:; аўтарка:; тэкст: | апублікавана; дата публікацыі | абноўлена; зменена
bg | автор; написано от; автор:; от; от: | публикувано; публикувана; публикуван;
   дата на публикация |
   обновена; обновено; последна промяна; актуализирано
bn | লেখক:; প্রতিবেদক: | প্রকাশিত; প্রকাশের তারিখ; প্রকাশ | আপডেট; সর্বশেষ আপডেট; হালনাগাদ
ca | per; autor:; autora:; escrit per | publicat; publicada; data de publicació |
   actualitzat; actualitzada; darrera actualització
ckb | نووسەر:; نووسینی | بڵاوکراوەتەوە; بڵاوکرایەوە | نوێکراوەتەوە; دوایین نوێکردنەوە
cs | autor:; napsal(a); autorka:; autoři:; napsal; napsala; text: |
   publikováno; zveřejněno; vydáno; datum vydání | aktualizováno; aktualizace; upraveno
cy | gan; awdur: | cyhoeddwyd | diweddarwyd
da | af; skrevet af; tekst:; forfatter: | publiceret; udgivet; offentliggjort |
   opdateret; senest opdateret; sidst opdateret; ændret
de | von; text:; autor:; autorin:; autoren:; autorinnen:; autor*in:; autor:in:; autor/in:;
   autor_in:; verfasst von;
   geschrieben von; gespeichert von; eingestellt von; ein beitrag von; ein artikel von |
   veröffentlicht; publiziert; erschienen; erstmals veröffentlicht;
   zuerst veröffentlicht; veröffentlichungsdatum; erstellt; erstellt am |
   aktualisiert; zuletzt aktualisiert; letzte aktualisierung; geändert; zuletzt geändert; akt.;
   letzte änderung; bearbeitet; verfügbar bis
el | συντάχθηκε από; συντάκτης:; συντάκτρια:; γράφει ο; γράφει η; γράφει:; του; της; κείμενο: |
   δημοσιεύτηκε; δημοσιεύθηκε; δημοσίευση; ημερομηνία δημοσίευσης; πρώτη δημοσίευση |
   ενημερώθηκε; τελευταία ενημέρωση; ενημέρωση; τελευταία τροποποίηση
en | by; written by; posted by; published by; submitted by; authored by; words by; story by;
   reported by; text by; author:; authors:; author(s):;
   author of the article:; authors of the article:; contributor:; contributors:; byline: |
   published; first published; originally published; posted; date published; date posted;
   publication date; publish date |
   updated; update; last updated; last update; page updated; date updated; modified; last modified;
   date modified; edited; last edited; last reviewed; revised; available until
es | por; escrito por; firmado por; enviado por; publicado por; texto:; autor:; autora:;
   redacción: | publicado; publicada; fecha de publicación |
   actualizado; actualizada; actualización; última actualización; modificado; editado
et | autor:; kirjutas:; tekst: | avaldatud; ilmunud | uuendatud; muudetud; viimati uuendatud
eu | egilea:; testua: | argitaratua; argitalpen data | eguneratua; azken eguneratzea
fa | نویسنده:; نوشته شده توسط; نوشته شده بدست; نوشته; نوشتهٔ; به قلم; گزارش از; گزارشگر:; نگارنده: |
   تاریخ انتشار; منتشر شده در; منتشر شده; منتشر شد; انتشار; زمان انتشار; تاریخ درج |
   به‌روزرسانی; آخرین به‌روزرسانی; به روز شده; به‌روز شده; بروزرسانی; آخرین ویرایش;
   تاریخ به‌روزرسانی
fi | kirjoittanut; kirjoittaja:; teksti:; toimittaja: | julkaistu; julkaisupäivä |
   päivitetty; muokattu; viimeksi päivitetty
fil | isinulat ni; ni; ni: | inilathala; nailathala | na-update; huling na-update
fr | par; écrit par; rédigé par; publié par; soumis par; auteur:; autrice:; auteurs:; texte:;
   propos recueillis par |
   publié; publiée; mis en ligne; paru le; date de publication |
   mis à jour; mise à jour; modifié; actualisé; dernière mise à jour; dernière modification
ga | le; scríofa ag; údar: | foilsithe; foilsíodh | nuashonraithe; nuashonraíodh
gl | escrito por; autor:; autora:; texto: | publicado | actualizado; modificado
gu | લેખક: | પ્રકાશિત | અપડેટ
ha | daga; marubuci:; wallafawa:; rubutawa: | an wallafa; wallafa | an sabunta
he | מאת; נכתב על ידי; כתבה:; כתב:; מחבר:; מחברת: | פורסם; פורסמה; תאריך פרסום; פורסם בתאריך |
   עודכן; עודכנה; עדכון אחרון; עדכון
hi | लेखक:; लेखिका:; रिपोर्ट:; ~द्वारा | प्रकाशित; प्रकाशन तिथि; प्रकाशित तिथि |
   अपडेट; अंतिम अपडेट; अपडेट किया गया; अपडेटेड; अद्यतन
hr | autor:; autorica:; piše:; napisao:; napisala:; tekst: | objavljeno; datum objave |
   ažurirano; zadnja izmjena; izmijenjeno; osvježeno
hu | írta; írta:; szerző:; szöveg: | közzétéve; megjelent; publikálva |
   frissítve; utolsó frissítés; módosítva; utoljára módosítva
hy | հեղինակ:; հեղինակ՝; հեղինակներ՝ | հրապարակվել է; հրապարակված է; հրապարակվել | թարմացվել է;
   թարմացված է; թարմացվել
id | oleh; penulis:; reporter:; ditulis oleh; wartawan: |
   diterbitkan; dipublikasikan; terbit; tayang; tanggal terbit | diperbarui; terakhir diperbarui;
   diperbaharui; pembaruan terakhir
is | höfundur:; eftir | birt; birtist; útgefið | uppfært; síðast uppfært
it | di; scritto da; inviato da; pubblicato da; a cura di; autore:; autrice:; testo:; redazione: |
   pubblicato; pubblicata; data di pubblicazione |
   aggiornato; aggiornata; aggiornamento; ultimo aggiornamento; modificato; ultima modifica
ja | ~記者 | 公開日; 公開; 掲載日; 掲載; 投稿日; 配信日; 配信; 発行日; 初公開 |
   更新日; 最終更新; 更新; 最終更新日; 改訂
ka | ავტორი: | გამოქვეყნდა; გამოქვეყნებულია; გამოქვეყნების თარიღი | განახლდა; განახლებულია
kk | авторы:; автор:; мақала авторы: | жарияланды; жарияланған | жаңартылды; жаңартылған
km | ដោយ; ដោយ៖; អ្នកនិពន្ធ៖; អ្នកសរសេរ៖ | ចេញផ្សាយ; បានផ្សាយ; ផ្សាយ | កែប្រែចុងក្រោយ;
   ធ្វើបច្ចុប្បន្នភាព
ko | ~기자; ~특파원; 기자; 글:; 작성자:; 기자:; 취재:; 작성: |
   입력; 등록; 게재; 발행; 승인; 기사입력; 작성; 등록일; 입력시간 |
   수정; 최종수정; 업데이트; 최종 업데이트; 기사수정; 최종편집
ku | nivîskar:; nûçegihan: | hat weşandin; dîroka weşanê; weşandin | nûvekirin; hat nûkirin
ky | автор:; автору: | жарыяланды; жарыяланган | жаңыртылды; жаңыланды
lo | ໂດຍ | ເຜີຍແຜ່; ວັນທີ່ເຜີຍແຜ່ | ອັບເດດ; ປັບປຸງ
lt | autorius:; parašė; autorė:; parengė:; tekstas: | paskelbta; publikuota; publikavimo data |
   atnaujinta; redaguota
lv | autors:; autore:; teksts: | publicēts; publicēta; publicēšanas datums | atjaunināts;
   atjaunināta; labots
mk | автор; автор:; пишува: | објавено; објавена | ажурирано; изменето; последна измена
ml | ലേഖകൻ:; ലേഖിക:; എഴുതിയത്: | പ്രസിദ്ധീകരിച്ചത്; പ്രസിദ്ധീകരിച്ചു | അപ്ഡേറ്റ് ചെയ്തത്;
   പുതുക്കിയത്
mn | сэтгүүлч:; зохиогч:; бичсэн: | нийтэлсэн; нийтлэгдсэн; огноо | шинэчилсэн; шинэчлэгдсэн
mr | लेखक: | प्रकाशित; प्रकाशन | अपडेट; अद्यतनित
ms | oleh; penulis: | diterbitkan; disiarkan | dikemas kini; kemas kini
mt | minn; kitba ta’; awtur: | ippubblikat; ippubblikata | aġġornat; aġġornata
my | ရေးသားသူ; ရေးသားသူ:; သတင်းထောက်; သတင်းထောက်:; စာရေးသူ:; ~ရေးသည် |
   ထုတ်ပြန်သည့်ရက်; ထုတ်ဝေသည့်ရက်; ထုတ်ဝေသည် | နောက်ဆုံးပြင်ဆင်ချိန်; ပြင်ဆင်ချိန်
nb | av; skrevet av; tekst:; forfatter:; journalist: | publisert; først publisert |
   oppdatert; sist oppdatert; endret
ne | लेखक: | प्रकाशित; प्रकाशित मिति | अपडेट; अद्यावधिक
nl | door; geschreven door; tekst:; auteur:; auteurs: |
   gepubliceerd; geplaatst; publicatiedatum |
   bijgewerkt; laatst bijgewerkt; gewijzigd; laatst gewijzigd; laatste update; geüpdatet
pa | ਲੇਖਕ: | ਪ੍ਰਕਾਸ਼ਿਤ | ਅੱਪਡੇਟ; ਅਪਡੇਟ
pl | autor:; autorka:; autorzy:; tekst:; opracował; opracowała; opracował:; opracowała:;
   opracowanie:; przez; napisane przez; napisał; napisała; rozmawiał; rozmawiała; rozmawiał:;
   rozmawiała: |
   opublikowano; data publikacji; publikacja; dodano |
   zaktualizowano; aktualizacja; ostatnia aktualizacja; data aktualizacji; zmodyfikowano
ps | لیکوال:; لیکونکی:; خبریال: | خپره شوې; خپور شوی; خپور شو; د خپرېدو نېټه | تازه شوی; تازه شوې
pt | por; escrito por; enviado por; publicado por; texto:; autor:; autora:; redação: |
   publicado; publicada; data de publicação; postado |
   atualizado; atualizada; atualização; última atualização; modificado; editado
ro | de; autor:; autoare:; scris de; text: | publicat; publicată; data publicării; postat |
   actualizat; actualizată; ultima actualizare; modificat
ru | автор:; авторы:; автор; написано автором; текст:; беседовал; беседовала; корреспондент:;
   подготовил;
   подготовила; подготовил:; подготовила:; записал; записала |
   опубликовано; опубликована; дата публикации; размещено; добавлено |
   обновлено; обновлена; последнее обновление; дата обновления; изменено; отредактировано
sk | autor:; autorka:; autori:; napísal; napísala; text: |
   publikované; zverejnené; uverejnené; vydané | aktualizované; upravené; naposledy aktualizované
sl | avtor:; avtorica:; piše:; napisal:; napisala:; besedilo: | objavljeno; datum objave |
   posodobljeno; osveženo; spremenjeno
so | qoraa:; qoray:; w/q:; qore: | la daabacay; la baahiyay | la cusboonaysiiyay; la cusbooneysiiyay
sq | nga; nga:; autori:; autor:; shkruar nga; shkruan: | publikuar; botuar |
   përditësuar; azhurnuar; përditësimi i fundit
sr | autor:; autorka:; piše:; napisao:; napisala:; аутор:; ауторка:; пише:; написао:; написала: |
   objavljeno; објављено; datum objave | ažurirano; ажурирано; izmenjeno; измењено
sv | av; skriven av; text:; skribent:; reporter:; författare: |
   publicerad; publicerat; publicerades |
   uppdaterad; uppdaterat; senast uppdaterad; ändrad; uppdaterades
sw | na; mwandishi:; na: | imechapishwa; ilichapishwa; imewekwa | imesasishwa; imeboreshwa
ta | எழுதியவர்:; எழுத்தாளர்:; ஆசிரியர்: | வெளியிடப்பட்டது; வெளியானது; பதிவு |
   புதுப்பிக்கப்பட்டது; கடைசியாகப் புதுப்பிக்கப்பட்டது
te | రచయిత: | ప్రచురించబడింది; ప్రచురణ; ప్రచురితం | నవీకరించబడింది; అప్‌డేట్; అప్డేట్
tg | муаллиф: | нашр шуд; нашршуда; санаи нашр | навсозӣ шуд; навсозишуда
th | โดย; ผู้เขียน; เขียนโดย; เรื่องโดย; ผู้สื่อข่าว: | เผยแพร่; เผยแพร่เมื่อ; วันที่เผยแพร่;
   โพสต์เมื่อ |
   อัปเดต; อัพเดท; อัปเดตล่าสุด; อัพเดทล่าสุด; ปรับปรุงล่าสุด; แก้ไขล่าสุด; ปรับปรุง; แก้ไข
tk | awtor:; awtory: | çap edildi; neşir edildi | täzelendi
tr | yazan; yazan:; yazar; yazar:; haber:; muhabir:; haberi yazan: |
   yayınlanma; yayınlanma tarihi; yayın tarihi; yayımlanma; giriş; giriş tarihi; oluşturulma;
   eklenme; yayınlandı; yayımlandı; yayınlanma zamanı; oluşturulma tarihi |
   güncelleme; son güncelleme; güncellendi; güncellenme; güncelleme tarihi; güncellenme tarihi
ug | ئاپتور:; مۇخبىر: | ئېلان قىلىنغان; يوللانغان | يېڭىلانغان
uk | автор:; авторка:; автори:; автор; авторка; текст:; розмовляв; розмовляла; автор допису;
   підготував;
   підготувала; підготував:; підготувала:; записав; записала |
   опубліковано; опублікована; дата публікації; розміщено; додано |
   оновлено; оновлена; востаннє оновлено; останнє оновлення; змінено; відредаговано
ur | تحریر:; مصنف:; رپورٹ:; نامہ نگار: | شائع شدہ; تاریخ اشاعت; اشاعت; شائع | اپ ڈیٹ; آخری اپ ڈیٹ;
   اپڈیٹ; تازہ کاری
uz | muallif:; муаллиф: | e’lon qilingan; chop etilgan; chop etildi; эълон қилинган |
   yangilangan; yangilandi; янгиланган
vi | tác giả:; được viết bởi; bởi; người viết: |
   đăng ngày; đăng lúc; ngày đăng; xuất bản; đã đăng; ngày xuất bản; đăng |
   cập nhật; cập nhật lần cuối; đã cập nhật; ngày cập nhật; lần cuối cập nhật; cập nhật lúc
zh | | 发布时间; 发布日期; 发布于; 发布; 发表时间; 发表于; 刊登; 發布時間; 發佈時間;
   發布日期; 發佈於; 發布於; 發表於; 發表時間; 上线时间; 首次发布; 出版; 首次發布;
   首次發佈; 建立時間 |
   更新时间; 更新于; 更新日期; 最后更新; 更新; 更新時間; 更新於; 最後更新; 最近更新;
   修改时间; 编辑于; 更改时间; 更改時間; 修改于; 修改時間; 修改於
"""

# What a piece is called ahead of the word for "by": "Analysis by", "Ein Kommentar von".
_PIECES = """
en | by | analysis; article; column; comment; commentary; dispatch; essay; exclusive; explainer;
   feature; guest column; guest essay; guest post; interview; interviewed; investigation; op-ed;
   opinion; perspective; profile; report; reporting; review
de | von | analyse; artikel; beitrag; bericht; essay; gastbeitrag; gastkommentar; glosse;
   interview; kolumne; kommentar; kritik; leitartikel; meinungsbeitrag; porträt; recherche;
   reportage; rezension; text
fr | par | analyse; article; billet; chronique; critique; édito; éditorial; enquête; entretien;
   interview; opinion; recueilli; reportage; texte; tribune
es | por | análisis; artículo; columna; crónica; editorial; ensayo; entrevista; opinión;
   reportaje; reseña; texto
pt | por | análise; artigo; coluna; crônica; crónica; ensaio; entrevista; opinião; reportagem;
   resenha; texto
it | di | analisi; articolo; commento; editoriale; inchiesta; intervista; opinione; recensione;
   reportage; testo
nl | door | achtergrond; analyse; artikel; column; commentaar; interview; opinie; recensie;
   reportage
sv | av | analys; krönika; ledare; intervju; recension; reportage
da | af | analyse; anmeldelse; interview; kommentar; kronik; leder; reportage
nb | av | analyse; anmeldelse; intervju; kommentar; kronikk; leder; reportasje
"""
ARTICLES: Final = ("a", "an", "een", "ein", "eine", "en", "et", "um", "uma", "un", "una", "une")


def _rows() -> Iterable[tuple[str, list[str], list[str], list[str]]]:
    """The language of each row, and its labels in three columns."""
    for language, *columns in rows_of(_TABLE):
        by, published, changed = map(labels_in, columns)
        yield language, by, [*map(_key, published)], [*map(_key, changed)]


def _key(label: str) -> str:
    return fold(label).casefold()


_ROWS: Final = [*_rows()]
_OF_PIECES: Final = {
    language: tuple(f"{piece} {by}" for piece in labels_in(pieces))
    for language, by, pieces in rows_of(_PIECES)
}
# What says who wrote, in lower case. Behind a name stands what begins with "~".
BY_LANGUAGE: Final = {
    language: (*by, *_OF_PIECES.get(language, ())) for language, by, _, _ in _ROWS
}


class _Labels:
    """Labels with which a text can open."""

    def __init__(self, labels: Iterable[str]) -> None:
        each = frozenset(labels)
        self._words = frozenset(label.rstrip(".") for label in each)
        # Of scripts that part no words: a label may have others behind it.
        self._beginnings = tuple(label for label in each if _UNPARTED.match(label))

    def opens(self, text: str) -> bool:
        folded = fold(text[:_LONGEST]).casefold().lstrip(AROUND)
        words = [word.strip(AROUND) for word in folded.split(None, _MOST_WORDS)[:_MOST_WORDS]]
        return any(
            " ".join(words[:count]) in self._words for count in range(1, len(words) + 1)
        ) or (not folded.isascii() and folded.startswith(self._beginnings))


_UNPARTED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
AROUND: Final = " .,:;|•·–—-()[]/՝៖፡"  # what stands around words of labels
_MOST_WORDS = 4  # of a label
_LONGEST = 80  # characters that are looked at
_PUBLISHED = _Labels(label for _, _, published, _ in _ROWS for label in published)
_CHANGED = _Labels(label for _, _, _, changed in _ROWS for label in changed)


# Words of the labels of dates, and nouns that label bylines: folded and in one case.
DATE_WORDS: Final = frozenset(
    word
    for _, _, published, changed in _ROWS
    for label in (*published, *changed)
    for word in re.findall(r"[^\s\d]+", label)
)
BYLINE_NOUNS: Final = frozenset(
    _key(label.removesuffix(":")) for _, by, _, _ in _ROWS for label in by if label.endswith(":")
)


def says_published(text: str) -> bool:
    """Whether a text opens with a label of the date of publication: "Published on 4 May"."""
    return _PUBLISHED.opens(text)


def says_changed(text: str) -> bool:
    """Whether a text opens with a label of the date of a change, or of an end: "Last updated"."""
    return _CHANGED.opens(text)
