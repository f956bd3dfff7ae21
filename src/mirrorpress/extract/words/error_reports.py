"""Lines below an article that ask readers to report a mistake in it.

    Found a mistake? Let us know.            Fehler gefunden?            Нашли опечатку?
    Report an error                          Signaler une erreur         我要纠错

A row of the table has a language and three kinds of words: how such a question begins, how what is
asked begins, and whole lines. A question is one with its question mark, and what stands behind it
is what is asked, or another sentence.
"""

from __future__ import annotations

from typing import Final

from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.text.tables import any_of, labels_in, rows_of

TABLE: Final = """
ar | هل وجدت خطأ; هل لاحظت خطأ; وجدت خطأ; خطأ في المقال; خطأ في الخبر | أخبرنا; أبلغ; بلغنا;
   راسلنا | أبلغ عن خطأ; الإبلاغ عن خطأ; بلغ عن خطأ
bg | открихте ли грешка; забелязахте грешка; видяхте грешка; намерихте грешка | съобщете; пишете;
   маркирайте; изпратете | докладвай грешка; съобщи за грешка
ca | has trobat un error; has detectat un error; heu trobat un error | avisa'ns; escriu-nos;
   comunica'ns | informa d'un error; comunica un error
cs | našli jste chybu; našli jste v článku chybu; našli jste v textu chybu; nalezli jste chybu;
   všimli jste si chyby; zaznamenali jste chybu; viděli jste v článku chybu; je v článku chyba;
   pokud jste v článku zaznamenali chybu; pokud jste v článku našli chybu;
   pokud jste našli chybu | prosím; napište; dejte nám; pošlete; upozorněte; oznamte; nahlaste;
   řekněte | nahlásit chybu; nahlásit chybu v článku; oznámit chybu
da | har du fundet en fejl; har du set en fejl; fundet en fejl; opdaget en fejl | giv os; skriv;
   send; tip os; kontakt | rapportér en fejl; rapporter fejl; meld en fejl
de | haben sie einen fehler; haben sie fehler; hast du einen fehler; hast du fehler;
   wenn sie einen fehler; falls sie einen fehler; sollten sie einen fehler; ist ihnen ein fehler;
   ist dir ein fehler; fehler gefunden; fehler entdeckt; tippfehler gefunden;
   rechtschreibfehler gefunden; fehler im artikel | schreiben sie; schreib uns; melden;
   teilen sie; teil uns; dann; sagen sie; hier; jetzt; helfen sie; weisen sie; jetzt melden |
   fehler melden; fehler im artikel melden; einen fehler melden; fehlerhinweis an die redaktion
el | βρήκατε λάθος; εντοπίσατε λάθος; βρήκατε κάποιο λάθος | στείλτε; πείτε; ενημερώστε; γράψτε |
   αναφορά λάθους; αναφέρετε λάθος
en | found a mistake; found an error; found a typo; found an inaccuracy; spotted a mistake;
   spotted an error; spotted a typo; spotted an inaccuracy; noticed a mistake; noticed an error;
   noticed a typo; see a mistake; see an error; see a typo; see any errors; see any mistakes;
   did you find a mistake; did you find an error; did you spot a mistake; did you spot an error;
   did you spot a typo; have you found a mistake; have you found an error;
   have you spotted a mistake; if you spot an error; if you spot a mistake; if you see an error;
   if you find an error; if you find a mistake; if you notice an error;
   if you have spotted an error; if you've spotted an error; have you spotted an error;
   have you spotted a typo; is there a mistake in this; is there an error in this; notice a typo;
   notice an error; notice any errors | please; let us know; tell us; write to; contact; e-mail;
   email; click here; report it; send us; submit; let the editors know; highlight; select |
   report an error; report a mistake; report a typo; report an inaccuracy; report a correction;
   report any error; report an issue; report a problem; flag an error; flag a problem;
   report an error or typo; report a typo or error; report a correction or typo;
   report error or typo; report error; report typo; report an error in this article;
   report a mistake in this article; report an error in this story; submit a correction;
   request a correction; suggest a correction; report a typo in this article
es | has visto un error; has visto algún error; has encontrado un error;
   has encontrado algún error; has detectado un error; encontraste un error;
   encontraste algún error; encontró un error; encontró algún error; viste un error;
   detectaste un error; hay algún error; si encuentras un error; si has encontrado un error;
   si detectas un error; si encuentra un error | avísanos; escríbenos; cuéntanos; comunícanoslo;
   repórtalo; háznoslo saber; infórmanos; envíanos; repórtelo | reportar un error;
   reportar error; informar de un error; notificar un error; comunicar un error;
   avisar de un error; comunica un error; reporta un error
et | leidsid vea; märkasid viga; leidsid artiklist vea; märkasid artiklis viga | anna; teata;
   kirjuta; saada | teata veast; teavita veast
fa | خطایی دیدید; اشتباهی دیدید; آیا خطایی | به ما; گزارش; اطلاع | گزارش خطا; گزارش اشتباه;
   اعلام خطا
fi | löysitkö virheen; huomasitko virheen; näitkö virheen; onko jutussa virhe; löysitkö jutusta |
   ilmoita; kerro; lähetä; anna | ilmoita virheestä; ilmoita asiavirheestä;
   ilmoita kirjoitusvirheestä; lähetä oikaisupyyntö
fr | vous avez repéré une erreur; vous avez repéré une faute; vous avez vu une erreur;
   vous avez trouvé une erreur; vous avez constaté une erreur; avez-vous repéré une erreur;
   avez-vous remarqué une erreur; avez-vous trouvé une erreur; une erreur s'est glissée;
   si vous avez repéré une erreur; si vous constatez une erreur; si vous remarquez une erreur;
   si vous repérez une erreur; si vous avez remarqué une erreur | signalez; écrivez; faites;
   dites; contactez; cliquez; merci; prévenez; informez | signaler une erreur;
   signaler une faute; signaler une coquille; signalez une erreur;
   signaler une erreur dans l'article; signaler une erreur dans le texte; une erreur; une faute;
   une coquille
he | מצאתם טעות; מצאת טעות; נתקלתם בטעות | כתבו; דווחו; ספרו; שלחו | דווח על טעות; דיווח על טעות;
   דווחו על טעות
hr | uočili ste grešku; primijetili ste grešku; pronašli ste grešku; uočili ste pogrešku |
   javite; pošaljite; pišite; prijavite; obavijestite | prijavi grešku; prijavi pogrešku
hu | hibát talált; hibát találtál; hibát talált a cikkben; elírást talált; észrevett egy hibát |
   jelezze; jelezd; írjon; írja; írj; küldje; szóljon | hibabejelentés; hiba jelentése;
   hiba bejelentése; hibát jelentek
id | temukan kesalahan; menemukan kesalahan; ada kesalahan; anda menemukan kesalahan | laporkan;
   beri tahu; hubungi; kirim; sampaikan | laporkan kesalahan; lapor kesalahan; koreksi berita
it | hai trovato un errore; hai notato un errore; hai visto un errore; avete trovato un errore;
   c'è un errore | segnalalo; segnalacelo; segnala; segnalatelo; scrivici; avvisaci; faccelo;
   diccelo | segnala un errore; segnala errore; segnalare un errore; segnala un refuso
ja | 記事に誤りを; 誤りを見つけ; 間違いを見つけ | お知らせ; 報告; ご連絡; お問い合わせ |
   記事の誤りを報告する; 記事の誤りを報告; 誤りを報告する; 誤字脱字を報告する; 間違いを報告する;
   記事の間違いを報告する
ko | 기사에 오류가; 오류를 발견; 오타를 발견 | 알려; 제보; 신고 | 오류 신고; 오류신고;
   오탈자 신고; 오타 신고; 기사 오류 신고; 오류 제보; 기사오류 신고
lt | pastebėjote klaidą; radote klaidą; pastebėjai klaidą; radai klaidą | praneškite; pranešk;
   parašykite; parašyk; pažymėkite | pranešti klaidą; pranešti apie klaidą; praneškite apie klaidą
lv | pamanīji kļūdu; pamanījāt kļūdu; atradi kļūdu; atradāt kļūdu | ziņo; ziņojiet; raksti;
   iezīmē | ziņot par kļūdu; paziņo par kļūdu
nb | fant du en feil; funnet en feil; har du funnet en feil; har du funnet feil;
   har du sett en feil; oppdaget en feil; fant du en skrivefeil; funnet en skrivefeil | si fra;
   gi oss; tips oss; skriv; send; meld; kontakt | rapporter en feil; meld feil; meld fra om feil;
   rapporter feil
nl | fout gezien; foutje gezien; taalfout gezien; tikfout gezien; fout gevonden; foutje gevonden;
   fout ontdekt; foutje ontdekt; taalfoutje gezien; heb je een fout; heb je een foutje;
   zag je een fout; heeft u een fout; heb je een taalfout; klopt er iets niet | meld; mail; laat;
   geef; stuur; vertel; neem contact | meld een fout; fout melden; meld fout;
   fout in artikel melden
pl | zauważyłeś błąd; zauważyłaś błąd; zauważyłeś literówkę; zauważyliście błąd; znalazłeś błąd;
   znalazłaś błąd; znalazłeś literówkę; widzisz błąd; widzisz literówkę; dostrzegłeś błąd | daj;
   napisz; zgłoś; powiadom; skontaktuj; poinformuj; zaznacz; prześlij | zgłoś błąd;
   zgłoś błąd w artykule; zgłoś literówkę; zgłoś błąd w tekście
pt | encontrou um erro; encontrou algum erro; encontrou erro; viu algum erro; viu um erro;
   notou algum erro; notou um erro; achou um erro; achou algum erro; detetou um erro | avise;
   comunique; escreva; informe; conte; envie; entre em contato; reporte; ajude | comunicar erro;
   comunicar um erro; reportar erro; reportar um erro; informar erro; comunique erro;
   informe um erro; relatar erro; reportar erro no texto
ro | ai găsit o greșeală; ai găsit o eroare; ai observat o greșeală; ați găsit o greșeală;
   ați observat o greșeală; ați sesizat o greșeală | scrie; anunță; trimite; semnalează; spune;
   scrieți; anunțați; semnalați | raportează o greșeală; raportează o eroare;
   semnalează o greșeală; raportează eroare
ru | нашли ошибку; нашли опечатку; нашли неточность; нашли в тексте ошибку; заметили ошибку;
   заметили опечатку; заметили неточность; заметили в тексте ошибку; обнаружили ошибку;
   обнаружили опечатку; увидели ошибку; увидели опечатку; вы нашли ошибку; вы заметили ошибку;
   если вы нашли ошибку; если вы заметили ошибку; если вы обнаружили ошибку;
   если вы увидели ошибку | пожалуйста; выделите; сообщите; нажмите; напишите; пишите; отправьте;
   расскажите; дайте знать | сообщить об ошибке; сообщить об опечатке; сообщите об ошибке;
   нашли ошибку; сообщить о неточности
sk | našli ste chybu; našli ste v článku chybu; našli ste v texte chybu; všimli ste si chybu;
   objavili ste chybu; zbadali ste chybu | napíšte; dajte nám; pošlite; upozornite; oznámte;
   nahláste | nahlásiť chybu; nahlásiť chybu v článku; našli ste chybu
sl | ste našli napako; ste opazili napako; opazili ste napako; našli ste napako | sporočite;
   pišite; obvestite; prijavite | prijavi napako; sporoči napako
sq | gjetët një gabim; keni gjetur një gabim; vutë re një gabim | na shkruani; na njoftoni;
   raportoni | raporto një gabim; raporto gabim
sr | uočili ste grešku; primetili ste grešku; našli ste grešku; уочили сте грешку;
   приметили сте грешку; нашли сте грешку | javite; pošaljite; pišite; prijavite; јавите;
   пошаљите; пишите; пријавите | prijavi grešku; пријави грешку
sv | hittade du ett fel; har du hittat ett fel; hittat ett fel; har du sett ett fel;
   sett ett fel; såg du ett fel; ser du ett fel; hittade du något fel; är något fel i | tipsa;
   meddela; rapportera; hör av; mejla; kontakta; skriv; berätta; skicka | rapportera fel;
   rapportera ett fel; anmäl fel; rätta artikeln; rapportera felaktighet; påpeka fel
tr | hata mı buldunuz; bir hata mı buldunuz; hata mı var; yazım hatası mı gördünüz;
   hata bulduysanız | bize; bildirin; lütfen; haber | hata bildir; hatayı bildir;
   haberdeki hatayı bildir; hata bildirin
uk | знайшли помилку; знайшли опечатку; знайшли орфографічну помилку; знайшли неточність;
   помітили помилку; помітили орфографічну помилку; помітили неточність; побачили помилку;
   виявили помилку; якщо ви знайшли помилку; якщо ви помітили помилку; якщо ви побачили помилку;
   якщо ви знайшли орфографічну помилку | будь ласка; виділіть; повідомте; натисніть; напишіть;
   надішліть; пишіть | повідомити про помилку; повідомте про помилку
vi | phát hiện lỗi; bạn phát hiện lỗi; bạn tìm thấy lỗi | hãy; báo; gửi; xin | báo lỗi;
   báo cáo lỗi; báo lỗi bài viết
zh | 发现错误; 发现错别字; 發現錯誤; 發現錯字; 文章有误; 内容有误; 有错误 | 请; 請; 告诉; 告訴;
   联系; 反馈; 欢迎; 点击 | 纠错; 糾錯; 报错; 報錯; 我要纠错; 我要報錯; 我要报错; 内容纠错;
   文章纠错; 错误反馈; 回报错误; 回報錯誤; 纠错/建议
"""
_ROWS: Final = rows_of(TABLE)
# What the mistake is in, by the beginnings of the words.
_PLACES: Final = (
    r"article|artikel|artícul|articol|artig|artyku|artikkel|artikl|članku|článku|text|tekst|teks|"
    r"testo|story|report\b|page|seite|beitrag|nota|notici|notíci|matéria|jutu|cikk|haber|yazi|"
    r"straips|raks|стат|текст|материал|матеріал|новост|новин|публикац|מאמר|כתבה|المقال|الخبر|النص|"
    r"متن|خبر|مطلب|berita|bài|記事|기사|文章|内容|內容|本文|文中"
)
_MOST_AHEAD, _MOST_BEHIND = 60, 140  # characters of the question, and of what is asked


def _column(index: int) -> list[str]:
    return [in_one_case(label) for row in _ROWS for label in labels_in(row[index])]


def _pattern() -> str:
    questions, asked, lines = (any_of(_column(index)) for index in (1, 2, 3))
    where = rf"(?:[^.,!?？؟]{{0,{_MOST_AHEAD}}}?(?:{_PLACES})[^.,!?？؟]{{0,30}}|[^.,!?？؟]{{0,24}})"
    behind = rf"[\s\W]*(?:{asked})[^?？؟]{{0,{_MOST_BEHIND}}}$"
    return (
        rf"¿?(?:{questions}){where}(?:[?？؟](?:{behind})?|{behind})|"
        rf"(?:{lines})[\s?.!:»>›→\])】]*$"
    ).replace("'", "['’]")


PATTERN: Final = _pattern()  # of how such a line begins, `in_one_case`
