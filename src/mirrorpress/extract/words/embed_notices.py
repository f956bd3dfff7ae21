"""What stands in the place of a player or a post for which readers have not given their consent.

    To display this content from tube.example, you must enable advertisement tracking.
    Recommended external content

A row of the table has a language, beginnings of what readers must do to see it, and of what is said
of it. The embed itself is a block of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.text.tables import all_labels, any_of

TABLE: Final = """
ar | لعرض هذا المحتوى; لمشاهدة هذا المحتوى; لإظهار هذا المحتوى | تم حظر هذا المحتوى
bg | за да видите това съдържание; за да се покаже това съдържание | това съдържание е блокирано
ca | per veure aquest contingut; per mostrar aquest contingut | aquest contingut està bloquejat
cs | pro zobrazení tohoto obsahu; chcete-li zobrazit tento obsah | tento obsah je blokován; tento
   obsah nelze zobrazit
da | for at se dette indhold; for at vise dette indhold | dette indhold er blokeret
de | um diesen inhalt anzuzeigen; um diesen inhalt sehen zu können; um diesen inhalt zu sehen; um
   externe inhalte anzuzeigen; zum anzeigen dieses inhalts | empfohlener redaktioneller inhalt;
   empfohlener externer inhalt; ich bin damit einverstanden, dass mir externe inhalte; dieser
   inhalt ist blockiert
el | για να δείτε αυτό το περιεχόμενο; για την προβολή αυτού του περιεχομένου | αυτό το περιεχόμενο
   έχει αποκλειστεί
en | to display this content; to view this content; to see this content; to load this content; to
   show this content; to view this video, please; to play this video you need | this content is
   hosted by; this content is provided by; this content is blocked; this content is not available
   due to your; this content could not be displayed; recommended external content; we need your
   consent to load; we need your permission to load
es | para ver este contenido; para mostrar este contenido; para visualizar este contenido | este
   contenido está bloqueado; este contenido no está disponible debido a; contenido externo
   recomendado
et | selle sisu nägemiseks; sisu kuvamiseks | see sisu on blokeeritud
fa | برای نمایش این محتوا; برای مشاهده این محتوا | این محتوا مسدود شده است
fi | nähdäksesi tämän sisällön; jotta voit nähdä tämän sisällön | tämä sisältö on estetty
fr | pour afficher ce contenu; pour voir ce contenu; pour visualiser ce contenu; pour accéder à ce
   contenu, vous devez accepter; pour afficher le contenu | ce contenu est bloqué; ce contenu n'a
   pas pu être affiché; ce contenu est hébergé par; ce contenu est fourni par; ce contenu n'est pas
   disponible car vous; contenu externe recommandé
he | כדי לצפות בתוכן זה; להצגת תוכן זה | תוכן זה חסום
hr | za prikaz ovog sadržaja; kako biste vidjeli ovaj sadržaj | ovaj sadržaj je blokiran
hu | a tartalom megtekintéséhez; a tartalom megjelenítéséhez | ez a tartalom blokkolva
id | untuk melihat konten ini; untuk menampilkan konten ini | konten ini diblokir
it | per vedere questo contenuto; per visualizzare questo contenuto; per mostrare questo contenuto |
   questo contenuto è bloccato; questo contenuto non è disponibile perché; contenuto esterno
   consigliato
ja | このコンテンツを表示するには; このコンテンツを見るには | このコンテンツはブロックされ
ko | 이 콘텐츠를 보려면; 이 콘텐츠를 표시하려면 | 이 콘텐츠는 차단
lt | norėdami matyti šį turinį; kad matytumėte šį turinį | šis turinys užblokuotas
lv | lai skatītu šo saturu; lai redzētu šo saturu | šis saturs ir bloķēts
nb | for å se dette innholdet; for å vise dette innholdet | dette innholdet er blokkert
nl | om deze inhoud te tonen; om deze inhoud te bekijken; om deze inhoud te zien; om deze content te
   tonen; om deze content te bekijken; om dit te kunnen zien | deze inhoud is geblokkeerd; deze
   content is geblokkeerd; aanbevolen externe inhoud
pl | aby zobaczyć tę treść; aby wyświetlić tę treść; aby obejrzeć ten materiał | ta treść jest
   zablokowana; ta treść została zablokowana
pt | para ver este conteúdo; para visualizar este conteúdo; para exibir este conteúdo; para ver esse
   conteúdo | este conteúdo está bloqueado; conteúdo externo recomendado
ro | pentru a vedea acest conținut; pentru a vizualiza acest conținut; pentru a afișa acest conținut
   | acest conținut este blocat
ru | чтобы увидеть этот контент; чтобы посмотреть этот контент; для просмотра этого контента; для
   отображения этого контента; для отображения этого содержимого | этот контент заблокирован
sk | pre zobrazenie tohto obsahu; ak chcete zobraziť tento obsah | tento obsah je blokovaný
sl | za ogled te vsebine; za prikaz te vsebine | ta vsebina je blokirana
sq | për të parë këtë përmbajtje; për të shfaqur këtë përmbajtje | kjo përmbajtje është bllokuar
sr | za prikaz ovog sadržaja; da biste videli ovaj sadržaj; за приказ овог садржаја; да бисте видели
   овај садржај | ovaj sadržaj je blokiran; овај садржај је блокиран
sv | för att se detta innehåll; för att visa detta innehåll; för att se det här innehållet | detta
   innehåll är blockerat; det här innehållet är blockerat
tr | bu içeriği görüntülemek için; bu içeriği görmek için | bu içerik engellendi
uk | щоб побачити цей контент; щоб переглянути цей контент; для перегляду цього контенту; для
   відображення цього вмісту | цей контент заблоковано
ur | یہ مواد دیکھنے کے لیے | یہ مواد بلاک
vi | để xem nội dung này; để hiển thị nội dung này | nội dung này bị chặn
zh | 要查看此内容; 要显示此内容; 如需查看此内容; 若要顯示此內容; 要查看此內容 |
   此内容已被屏蔽; 此內容已被封鎖
"""

BEGINNINGS: Final = tuple(all_labels(TABLE))
_LONGEST = 400  # characters


def is_embed_notice(text: str) -> bool:
    """Whether a paragraph begins with what stands in the place of an embed, and is no longer.

    Args:
        text: `in_one_case`, without white space at its ends.
    """
    return len(text) <= _LONGEST and _beginnings().match(text) is not None


@cache
def _beginnings() -> re.Pattern[str]:
    return re.compile(any_of(map(in_one_case, BEGINNINGS)))
