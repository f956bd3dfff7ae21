"""What an outlet says below an article of the comments of its readers: whose views they are.

    The editors are not responsible for the comments of readers.
    Redakcija zadržava pravo brisanja komentara.

Such a sentence has the beginning of a word for comments, and one of what is said of them. A row of
the table has a language, the former and the latter. Who does not comment is in the news: the words
are in the plural, and what is said is of more than one word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mirrorpress.text.tables import any_of, folded, folded_labels, rows_of

TABLE: Final = """
ar | التعليقات; تعليقات; الآراء الواردة أدناه | لا تعبر عن; قبل نشرها; لا تعكس;
   غير مسؤول; ليست مسؤول; لا تتحمل; شروط النشر
az | şərhlər | məsuliyyət daşımır
be | каментары; каментароў | не нясе адказнасц
bg | коментари | не носи отговорност; не отразява; не отразяват; запазва правото
bs | komentari; komentara; komentare | ne odražavaju; odražavaju stavove; nije odgovor; zadržava
   pravo
ca | comentaris | no es fa responsable; reserva el dret; opinió dels usuaris
cs | komentáře; komentářů; diskuse; diskusi; příspěvků | nenese odpovědnost; neodpovídá za;
   vyhrazuje právo
da | kommentarer; kommentarerne | er ikke udtryk for; forbeholder sig; den gode tone
de | kommentare; leserkommentare; leserbriefe | geben nicht; spiegeln nicht; behält sich; behalten
   uns; uns vor, kommentare; werden moderiert; unsere netiquette; die netiquette
el | σχόλια; σχολίων | δεν εκφράζ; δεν υιοθετ; ουδεμία ευθύνη; όροι χρήσης
en | comments; commenters; commenting; user discussion; this discussion; to comment; to post a
   comment | do not reflect; don't reflect; do not represent; does not endorse; not responsible
   for the content; reserves the right to; reserve the right to; are moderated; before it is
   published; before they are published; house rules; community guidelines; community standards;
   commenting policy; comment policy; terms of use; terms and conditions; terms of service; you
   agree to; you are agreeing; following guidelines; in violation of; powered by disqus; for a
   limited period; is now closed; on topic; are filtered for; registration is required; solely
   those of; sole responsibility of; create a profile; must log in; log into your; must be logged
   in; must sign in; your chosen social network
es | comentarios | no se hace responsable; no se responsabiliza; reserva el derecho; opinión de
   los usuarios; opinión de los lectores; no representan; no reflejan; normas de; serán eliminad;
   no está permitido
et | kommentaarid; kommentaaride; kommentaare | ei vastuta; õigus kustutada; ei pruugi ühtida
eu | iruzkinak; iruzkinen | ez da erantzule; eskubidea du
fa | نظرات; دیدگاه‌ها; دیدگاه ها | منتشر نخواهد شد; منتشر نمی‌شود; منتشر نخواهند شد; پس از تایید
fi | kommentit; kommentteja; kommenttien | eivät edusta; ei vastaa; oikeuden poistaa
fr | commentaires | n'engagent que; ne reflètent pas; se réserve le droit; sont modérés; charte
   de; responsables de leurs
gl | comentarios | non se fai responsable; resérvase o dereito; opinión dos usuarios
he | תגובות; התגובות | אינן משקפות; אינה אחראית; אינו אחראי; לא יפורסמו; לשון הרע
hr | komentari; komentara; komentare | ne odražavaju; odražavaju stavove; nije odgovor; zadržava
   pravo; govor mržnje
hu | hozzászólások; hozzászólásokért; kommentek; kommenteket; kommentekért | nem tükrözik;
   nézeteit tükrözik; véleményét tükrözik; nem vállal felelősség; nem tudja befolyásolni;
   személyes vélemény
id | komentar | tanggung jawab pembaca; tanggung jawab pengirim; tanggungjawab pengirim; tidak
   mencerminkan; berhak menghapus
it | commenti | non rispecchiano; non riflettono; si riserva il diritto; non è responsabile
ja | コメント | 責任を負い
ka | კომენტარებ | არ არის პასუხისმგებ
ko | 댓글 | 운영원칙; 운영 원칙
lt | komentarai; komentarų; komentarus | redakcija neatsako; neatsako už; pasilieka teis
lv | komentāri; komentāru; komentāriem | redakcija neatbild; neatbild par; patur tiesīb
mk | коментари; коментарите | не одговара; не ги одразуваат; го задржува правото
ms | komen | pandangan peribadi; berhak memadam
nb | kommentarer; kommentarfelt | forbeholder seg; hold deg til
nl | reacties | niet verantwoordelijk; behoudt zich het recht; onze huisregels; onze spelregels
pl | komentarze; komentarzy; opinie | nie odpowiada za; nie ponosi odpowiedzialn; zastrzega sobie;
   nie są stanowiskiem; są prywatnymi
pt | comentários | não se responsabiliza; reserva o direito; responsabilidade dos autores; de
   responsabilidade exclusiva; responsabilidade de seus autores; não representam; não refletem
ro | comentariile; comentarii; comentariilor | nu reprezintă; nu se face responsabil; nu este
   responsabil; își rezervă dreptul; isi rezerva dreptul
ru | комментарии; комментариев; комментариях | не несёт ответственност; не несет ответственност;
   может не совпадать; правила общения; проходят модерацию
sk | komentáre; komentárov; diskusie; diskusii; príspevkov | nezodpovedá za; vyhradzuje právo;
   vyhradzuje si; nenesie zodpovednosť
sl | komentarji; komentarjev; komentarje | ne odražajo; ni odgovor; pridržuje pravico
sq | komentet; komenteve | nuk mban përgjegjësi; ruan të drejtën
sr | komentari; komentara; komentare; коментари; коментара; коментаре | ne odražavaju; odražavaju
   stavove; nije odgovor; zadržava pravo; govor mržnje; не одражавају; одражавају ставове; није
   одговор; задржава право
sv | kommentarer; kommentarerna | förbehåller sig; ansvarar inte
th | ความคิดเห็น | ไม่รับผิดชอบ; สงวนสิทธิ์
tr | yorumlar; yorumların; yorumlardan | sorumlu değil; sorumlu tutulamaz; sorumluluğu yorum;
   yasal sorumluluk
uk | коментарі; коментарів; коментарях | не несе відповідальност; може не збігатися
ur | تبصروں; تبصرے | متفق ہونا ضروری نہیں; ذمہ دار نہیں
vi | bình luận | không chịu trách nhiệm; quyền xóa; tiếng việt có dấu
zh | 评论; 跟帖; 网友发言 | 不代表; 仅代表
zh-Hant | 留言; 評論; 回應 | 不代表; 僅代表
"""
_LONGEST = 700  # characters
_SENTENCE_END = re.compile(r"(?<=[.!?。！？।۔؟])\s*")


def is_comment_rule(text: str) -> bool:
    """Whether a sentence of a paragraph says whose views comments are, or which are deleted.

    An article can say such a thing of another outlet: to be asked behind the text only.
    """
    if len(text) > _LONGEST:
        return False
    plain = folded(text)
    if _any_comments().search(plain) is None:
        return False  # as most
    sentences = _SENTENCE_END.split(plain)
    return any(
        comments.search(sentence) is not None and said.search(sentence) is not None
        for comments, said in _forms()
        for sentence in sentences
    )


@cache
def _any_comments() -> re.Pattern[str]:
    return _beginnings(";".join(comments for _, comments, _ in rows_of(TABLE)))


@cache
def _forms() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_beginnings(comments), _beginnings(said)) for _, comments, said in rows_of(TABLE))


def _beginnings(column: str) -> re.Pattern[str]:
    """Words by their beginnings; scripts without capital letters part words in no way or glue."""
    texts = folded_labels(column)
    cased = {text for text in texts if text.upper() != text}
    begun = [rf"(?<![^\W\d_])(?:{any_of(cased)})"] if cased else []
    return re.compile("|".join([*begun, *([any_of(texts - cased)] if texts - cased else [])]))
