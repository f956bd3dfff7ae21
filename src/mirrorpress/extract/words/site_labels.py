"""The few labels that nearly every news site has, in sixty-four languages.

    Read also: The ferry is back      ahead of the title of another article, and above lists of such
    Share                             on buttons
    Advertisement                     above one
    Comments                          above what readers wrote
    All rights reserved               below an article
    Tags: ports, storm                ahead of words to find it by
    Most read                         above other articles
    Continue reading                  a link to the rest, or to another article

A row of the table has a language and these eight, in this order. Labels are whole lines, but for
the first and the tags, which a colon may follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from mirrorpress.extract.words.comment_headings import counts_comments
from mirrorpress.extract.words.vocabulary import FOLLOWED_BY_OTHERS, in_one_case
from mirrorpress.text.tables import labels_in, rows_of

TABLE: Final = """
am | ተጨማሪ ያንብቡ | አጋራ | ማስታወቂያ | አስተያየቶች | መብቱ በሕግ የተጠበቀ ነው | መለያዎች | በብዛት የተነበቡ | ተጨማሪ ያንብቡ
ar | اقرأ أيضا; اقرأ المزيد; اقرأ أيضاً; إقرأ أيضا; مواضيع ذات صلة; أخبار ذات صلة; مقالات ذات
   صلة; قد يهمك أيضا; شاهد أيضا | مشاركة; شارك; شارك الخبر; شارك المقال; مشاركة الخبر | إعلان;
   إعلانات | التعليقات; تعليقات; اترك تعليقا; أضف تعليقا | جميع الحقوق محفوظة; كل الحقوق محفوظة;
   الحقوق محفوظة | الوسوم; الكلمات المفتاحية; كلمات دلالية; وسوم | الأكثر قراءة; الأكثر مشاهدة;
   الأكثر تداولا | المزيد; للمزيد; التفاصيل; إقرأ المزيد; اقرأ المزيد
az | həmçinin oxuyun; oxşar xəbərlər; oxşar xəbər; bu mövzuda; digər xəbərlər | paylaş; paylaşın;
   xəbəri paylaş | reklam | şərhlər; şərh yaz; şərh | bütün hüquqlar qorunur | teqlər; açar
   sözlər | ən çox oxunanlar; ən çox baxılanlar; populyar | ardını oxu; davamı; ətraflı; daha çox
be | чытайце таксама; гл. таксама; па тэме; чытаць таксама | падзяліцца | рэклама | каментары;
   каментаваць | усе правы абароненыя; усе правы абаронены | тэгі; цэтлікі | самае чытанае;
   папулярнае | чытаць далей; падрабязней; далей
bg | прочетете още; вижте още; още по темата; свързани статии; прочетете също; виж още; по темата
   | сподели; споделете; сподели статията | реклама; платена публикация | коментари; коментирай;
   добави коментар | всички права запазени | тагове; етикети; ключови думи | най-четени;
   най-популярни; най-нови | прочетете повече; още; виж още; продължи; прочети още
bn | আরও পড়ুন; আরো পড়ুন; আরও খবর; সম্পর্কিত খবর; আরও দেখুন | শেয়ার করুন; শেয়ার | বিজ্ঞাপন |
   মন্তব্য; মতামত; মন্তব্য করুন | সর্বস্বত্ব সংরক্ষিত | ট্যাগ; ট্যাগস | সর্বাধিক পঠিত; সর্বশেষ;
   পাঠকপ্রিয় | বিস্তারিত; আরও; বিস্তারিত পড়ুন; আরো
ca | llegiu també; llegeix també; et pot interessar; notícies relacionades; més informació; vegeu
   també | comparteix | publicitat; anunci | comentaris; comentari; deixa un comentari | tots els
   drets reservats | etiquetes; paraules clau | més llegits; el més llegit; les més llegides |
   llegeix més; més; continua llegint; llegir més
ckb | هەروەها بخوێنەرەوە | هاوبەشی پێکردن | ڕیکلام | لێدوانەکان | هەموو مافەکان پارێزراون |
   تاگەکان | زۆرترین خوێندراوە | زیاتر بخوێنەوە
cs | čtěte také; přečtěte si také; čtěte dále; související články; mohlo by vás zajímat;
   související | sdílet; sdílejte; sdílet článek | reklama; inzerce | komentáře; diskuse;
   diskuze; přidat komentář | všechna práva vyhrazena | štítky; klíčová slova | nejčtenější;
   nejčtenější články; nejnovější | číst dále; více; číst více; celý článek; pokračovat ve čtení
da | læs også; læs mere; relaterede artikler; se også | del; del artikel; del artiklen | reklame;
   annoncer | kommentarer; skriv en kommentar; kommentér | alle rettigheder forbeholdes | emner;
   tags; emneord | mest læste; mest læst; populære; seneste nyt | læs mere; fortsæt læsning; se
   mere; mere
de | lesen sie auch; mehr zum thema; mehr dazu; auch interessant; weitere artikel; lesen sie
   mehr; zum thema; passend dazu; siehe auch; das könnte sie auch interessieren | teilen; artikel
   teilen; diesen artikel teilen | anzeige; werbung | kommentare; kommentar schreiben;
   kommentar verfassen; ihr kommentar; leserkommentare; lesermeinungen; diskussion |
   alle rechte vorbehalten | schlagwörter; schlagworte; stichwörter
   | meistgelesen; meistgelesene artikel; beliebt | weiterlesen; mehr lesen; mehr erfahren; mehr;
   zum artikel; mehr anzeigen
el | διαβάστε επίσης; διαβάστε ακόμα; διαβάστε ακόμη; σχετικά άρθρα; δείτε επίσης; δείτε ακόμα;
   σχετικές ειδήσεις | κοινοποίηση; μοιραστείτε; κοινοποιήστε | διαφήμιση; διαφημιση | σχόλια;
   αφήστε σχόλιο; σχολιάστε | με επιφύλαξη παντός δικαιώματος; all rights reserved | ετικέτες;
   tags; λέξεις κλειδιά | δημοφιλή; τα πιο δημοφιλή; πιο δημοφιλή; τελευταία νέα | περισσότερα;
   διαβάστε περισσότερα; δείτε περισσότερα; συνέχεια
en | read also; also read; read more; see also; related; related articles; related stories;
   related news | share; share this; share this article | advertisement; ad; sponsored |
   comments; leave a comment; leave a reply; post a comment; add a comment; reader comments;
   your comments | all rights reserved | tags | most read; most popular; trending |
   read more; continue reading; more; details; full story
es | seguir leyendo; sigue leyendo; lea también; te puede interesar; le puede interesar; lee
   también; noticias relacionadas; te recomendamos; más información; ver también; relacionado; más
   noticias | compartir; comparte; compartir artículo | publicidad; contenido patrocinado |
   comentarios; deja un comentario; deja tu comentario; deja una respuesta |
   todos los derechos reservados | etiquetas;
   palabras clave | lo más leído; más leídas; lo más visto; las más leídas | leer más; leer más
   noticias; seguir leyendo; siga leyendo; ver más; más detalles; continúa leyendo
et | loe ka; loe lisaks; seotud artiklid; vaata ka; seotud lood | jaga; jaga artiklit | reklaam |
   kommentaarid; kommenteeri; lisa kommentaar | kõik õigused kaitstud | märksõnad; sildid |
   loetumad; populaarsed; uusimad | loe edasi; rohkem; vaata lisaks; loe rohkem
fa | بیشتر بخوانید; همچنین بخوانید; مطالب مرتبط; اخبار مرتبط; بیشتر در این باره | اشتراک‌گذاری;
   اشتراک گذاری; به اشتراک بگذارید | آگهی; تبلیغات; تبلیغ | نظرات; دیدگاه‌ها; نظر شما; دیدگاه ها;
   نظر کاربران | تمامی حقوق محفوظ است; کلیه حقوق محفوظ است; تمام حقوق محفوظ است; همه حقوق محفوظ
   است | برچسب‌ها; برچسب ها; کلیدواژه‌ها | پربازدیدترین‌ها; پربیننده ترین; پربازدیدها;
   پربحث‌ترین‌ها | ادامه مطلب; بیشتر; ادامه خبر
fi | lue myös; lue lisää; aiheesta muualla; katso myös; aiheeseen liittyvää; lisää aiheesta |
   jaa; jaa artikkeli | mainos; mainos päättyy; kaupallinen yhteistyö | kommentit; kommentoi;
   keskustelu | kaikki oikeudet pidätetään | avainsanat; asiasanat; tunnisteet | luetuimmat;
   suosituimmat; uusimmat | lue lisää; lue koko juttu; näytä lisää; jatka lukemista
fil | basahin din | ibahagi | patalastas | mga komento | lahat ng karapatan ay nakalaan | mga tag
   | pinakabasa | magbasa pa
fr | lire aussi; à lire aussi; sur le même sujet; à lire également; voir aussi; articles liés;
   lire également | partager; partager cet article; partager la brève; partagez | publicité;
   contenu sponsorisé | commentaires; laisser un commentaire; réactions; réagir;
   vos réactions; vos commentaires; ajouter un commentaire; poster un commentaire | tous droits
   réservés | mots-clés; étiquettes | les plus lus; articles les plus lus; populaires | lire la
   suite; lire plus; en savoir plus; voir plus; la suite
ha | karanta kuma; karin labarai | raba | | sharhi | an kiyaye dukkan haƙƙoƙi | alamomi | mafi
   karantawa | karin bayani
he | קראו גם; קראו עוד; כתבות נוספות; עוד בנושא; אולי יעניין אותך; עוד כתבות | שתפו; שיתוף; שתף;
   שתפו בפייסבוק | פרסומת; תוכן שיווקי; ממומן | תגובות; תגובה; הוסף תגובה; הוספת תגובה | כל
   הזכויות שמורות | תגיות; תוויות | הנקראות ביותר; הכי נקראות; פופולרי | קרא עוד; להמשך קריאה;
   קראו עוד; לכתבה המלאה; עוד
hi | यह भी पढ़ें; ये भी पढ़ें; इसे भी पढ़ें; और पढ़ें; संबंधित खबरें; संबंधित ख़बरें | शेयर करें;
   साझा करें | विज्ञापन; प्रायोजित | टिप्पणियाँ; कमेंट; कमेंट्स; टिप्पणी | सर्वाधिकार सुरक्षित;
   सर्वाधिकार सुरक्षित हैं | टैग्स; टैग | सबसे ज्यादा पढ़ा गया; लोकप्रिय; ट्रेंडिंग | और पढ़ें;
   विस्तार से पढ़ें; पूरी खबर पढ़ें
hr | pročitajte još; pročitajte i; povezane vijesti; povezano; pogledajte i | podijeli;
   podijelite; podijelite članak | oglas; reklama; sponzorirano | komentari; ostavi komentar;
   komentiraj | sva prava pridržana | oznake; ključne riječi; tagovi | najčitanije; najnovije;
   popularno | pročitaj više; više; nastavi čitati; detaljnije
hu | olvassa el ezt is; kapcsolódó cikkek; ez is érdekelheti; ajánlott cikkek; olvasta már |
   megosztás; ossza meg; megosztom | hirdetés; reklám | hozzászólások; kommentek; szóljon hozzá |
   minden jog fenntartva | címkék; kulcsszavak | legolvasottabb; legnépszerűbb; legfrissebb |
   tovább olvasom; bővebben; részletek; tovább
hy | կարդացեք նաև; կարդալ նաև; առնչվող նյութեր; նմանատիպ նյութեր | կիսվել; տարածել | գովազդ |
   մեկնաբանություններ; մեկնաբանել | բոլոր իրավունքները պաշտպանված են | պիտակներ | ամենաընթերցված;
   ամենադիտված; ամենաընթերցվածը | կարդալ ավելին; ավելին; մանրամասն; կարդալ
id | baca juga; artikel terkait; berita terkait; baca selengkapnya; simak juga; lihat juga |
   bagikan; bagikan artikel ini | iklan; advertisement | komentar; komentar pembaca; tulis
   komentar | hak cipta dilindungi; seluruh hak cipta dilindungi | tag; kata kunci | terpopuler;
   berita terpopuler; paling banyak dibaca | baca selengkapnya; selengkapnya; lanjutkan membaca
it | leggi anche; potrebbe interessarti; potrebbe interessarti anche; articoli correlati; vedi
   anche; notizie correlate; approfondisci; per approfondire | condividi; condividi questo
   articolo | pubblicità; contenuto sponsorizzato | commenti; lascia un commento | tutti i
   diritti riservati; riproduzione riservata; © riproduzione riservata | tag; etichette; parole
   chiave | i più letti; più letti; i più visti; più lette | leggi tutto; continua a leggere;
   leggi di più; continua; scopri di più
ja | あわせて読みたい; 関連記事; 関連ニュース; 関連リンク; おすすめ記事; 合わせて読みたい |
   シェア; シェアする; この記事をシェア; このニュースをシェア | 広告; スポンサーリンク |
   コメント; コメント欄 | 無断転載禁止; 全著作権所有; 禁無断転載 | タグ; キーワード |
   よく読まれている記事; アクセスランキング; 人気記事; ランキング | 続きを読む; もっと見る;
   もっと読む; 全文を読む
ka | წაიკითხეთ ასევე; ასევე წაიკითხეთ; დაკავშირებული სტატიები; მსგავსი სიახლეები | გაზიარება;
   გააზიარე | რეკლამა | კომენტარები; კომენტარი; დატოვე კომენტარი | ყველა უფლება დაცულია | ტეგები
   | ყველაზე კითხვადი; პოპულარული; ყველაზე პოპულარული | სრულად ნახვა; ვრცლად; მეტის ნახვა; სრულად
kk | тағы оқыңыз; сондай-ақ оқыңыз; ұқсас жаңалықтар; осы тақырыпта; оқи отырыңыз | бөлісу;
   бөлісіңіз | жарнама | пікірлер; пікір қалдыру; пікір | барлық құқықтар қорғалған | тегтер |
   көп оқылған; ең көп оқылған; танымал | толығырақ; толық оқу; толығырақ оқу; әрі қарай
km | អានបន្ថែម; អត្ថបទទាក់ទង; អត្ថបទពាក់ព័ន្ធ; ព័ត៌មានពាក់ព័ន្ធ | ចែករំលែក | ការផ្សាយពាណិជ្ជកម្ម
   | មតិយោបល់; បញ្ចេញមតិ | រក្សាសិទ្ធិគ្រប់យ៉ាង | ស្លាក | អានច្រើនបំផុត | អានបន្ត; អានបន្ថែម;
   អានទាំងអស់
ko | 관련기사; 함께 보면 좋은 기사; 관련 기사; 관련뉴스; 관련 뉴스; 추천기사; 추천 기사 | 공유;
   공유하기 | 광고; 광고 후 계속 | 댓글; 댓글 쓰기; 의견 | 무단 전재 및 재배포 금지; 무단전재 및
   재배포 금지; 무단전재 재배포금지; all rights reserved | 태그; 키워드; 해시태그 | 많이 본 뉴스;
   인기기사; 많이 본 기사; 인기 뉴스 | 더보기; 더 보기; 자세히 보기; 전체보기
ku | her weha bixwînin | parve bike | reklam | şîrove | hemû maf parastî ne | etîket | herî zêde
   hatine xwendin | zêdetir bixwîne
ky | дагы окуңуз | бөлүшүү | жарнама | пикирлер | бардык укуктар корголгон | тегдер | көп окулган
   | толук окуу
lt | skaitykite taip pat; taip pat skaitykite; susiję straipsniai; skaitykite daugiau; plačiau |
   dalintis; pasidalinti; dalinkitės | reklama; reklaminis turinys | komentarai; komentuoti;
   rašyti komentarą | visos teisės saugomos | žymos; raktažodžiai | skaitomiausi; populiariausi;
   naujausi | skaityti daugiau; daugiau; plačiau
lv | lasi arī; lasiet arī; saistītie raksti; citi šobrīd lasa | dalīties; dalies | reklāma |
   komentāri; komentēt; pievienot komentāru | visas tiesības aizsargātas | tēmas; birkas;
   atslēgvārdi | lasītākie; populārākie; jaunākie | lasīt vairāk; vairāk; lasi vairāk
mk | прочитајте и; прочитајте повеќе; поврзани вести; поврзано | сподели; споделете | реклама |
   коментари; остави коментар | сите права се задржани | тагови; клучни зборови; ознаки |
   најчитани; најново; популарно | прочитај повеќе; повеќе; опширно
mn | мөн унших; холбоотой мэдээ; холбоотой мэдээнүүд; төстэй мэдээ | хуваалцах; түгээх |
   сурталчилгаа | сэтгэгдэл; сэтгэгдэл бичих | бүх эрх хуулиар хамгаалагдсан | шошго; түлхүүр үг
   | их уншсан; их уншигдсан; шинэ мэдээ | дэлгэрэнгүй; цааш унших; бүрэн эхээр нь
ms | baca juga; berita berkaitan | kongsi | iklan | komen | hak cipta terpelihara | tag | paling
   popular | baca lagi
my | ဆက်ဖတ်ရန်; ဆက်စပ်သတင်းများ; ဆက်စပ်ဆောင်းပါးများ; ထပ်မံဖတ်ရှုရန် | မျှဝေပါ; မျှဝေရန် |
   ကြော်ငြာ | မှတ်ချက်များ; မှတ်ချက်ပေးရန် | မူပိုင်ခွင့်အားလုံး ရယူထားသည် | တဂ်များ |
   လူဖတ်အများဆုံး | ဆက်ဖတ်ပါ; အပြည့်အစုံဖတ်ရန်; ပိုမိုဖတ်ရှုရန်
nb | les også; les mer; relaterte saker; se også; relatert | del; del artikkel; del saken |
   annonse; reklame; annonsørinnhold | kommentarer; skriv en kommentar; kommenter | alle
   rettigheter reservert | emner; stikkord; tagger | mest lest; mest leste; siste nytt; populært
   | les mer; fortsett å lese; vis mer; se mer
nl | lees ook; lees meer; zie ook; meer over; lees verder; ook interessant; gerelateerd;
   gerelateerde artikelen | delen; deel dit artikel; deel | advertentie | reacties; reactie
   plaatsen; reageer | alle rechten voorbehouden | trefwoorden; tags | meest gelezen; populair;
   best gelezen | lees meer; lees verder; meer lezen; bekijk meer
pl | czytaj także; przeczytaj także; zobacz także; zobacz też; czytaj też; czytaj również; zobacz
   również; przeczytaj też; polecamy; powiązane | udostępnij; podziel się | reklama; artykuł
   sponsorowany; ogłoszenie | komentarze; skomentuj; dodaj komentarz | wszelkie prawa zastrzeżone
   | tagi; słowa kluczowe | najczęściej czytane; popularne; najpopularniejsze; najnowsze | czytaj
   więcej; więcej; czytaj dalej; zobacz więcej; dowiedz się więcej
ps | دا هم ولولئ; نور ولولئ | شریکول | اعلان | تبصرې | ټول حقونه خوندي دي | ټګونه | تر ټولو ډېر
   لوستل شوي | نور
pt | leia também; veja também; saiba mais; leia mais; notícias relacionadas; relacionadas; mais
   sobre | compartilhar; partilhar; partilhar artigo | publicidade; propaganda; continua após a
   publicidade | comentários; deixe um comentário; comente | todos os direitos reservados |
   etiquetas; palavras-chave | mais lidas; as mais lidas; mais vistas; mais lidos | leia mais;
   ler mais; saiba mais; continue lendo; ver mais; continuar a ler
ro | citește și; citiți și; vezi și; articole similare; pe aceeași temă; recomandări |
   distribuie; distribuie articolul; share | publicitate; reclamă | comentarii; lasă un
   comentariu; comentează | toate drepturile rezervate | etichete; tag-uri; taguri; cuvinte cheie
   | cele mai citite; cele mai populare | citește mai mult; mai mult; află mai mult; detalii;
   vezi mai mult
ru | читайте также; читайте ещё; читайте також; по теме; материалы по теме; ещё по теме; читайте
   также на сайте | поделиться; поделиться новостью | реклама; на правах рекламы | комментарии;
   обсуждение; оставить комментарий | все права защищены | теги; метки | самое читаемое;
   популярное; сейчас читают; главное за сутки | читать далее; подробнее; далее
sk | čítajte aj; prečítajte si aj; súvisiace články; mohlo by vás zaujímať | zdieľať; zdieľajte |
   reklama; inzercia | komentáre; diskusia; pridať komentár | všetky práva vyhradené | značky;
   tagy; kľúčové slová | najčítanejšie; najnovšie | čítať ďalej; viac; čítať viac; celý článok
sl | preberite tudi; preberite še; povezane novice; preberite več; beri tudi | deli; delite |
   oglas; reklama; promocijsko sporočilo | komentarji; komentiraj; dodaj komentar | vse pravice
   pridržane | oznake; ključne besede | najbolj brano; najbolj brane; najnovejše | preberi več;
   več; beri dalje; preberite več
so | sidoo kale akhri | la wadaag | xayeysiis | faallooyin | xuquuqda oo dhan way dhowran tahay |
   calaamado | ugu akhriska badan | akhri wax badan
sq | lexoni edhe; lexo edhe; lajme të ngjashme; shiko edhe; të ngjashme | shpërndaje; shpërndaj;
   ndaje | reklamë | komente; koment; lër një koment | të gjitha të drejtat e rezervuara |
   etiketa; fjalë kyçe | më të lexuarat; më të shikuarat; të fundit | lexo më shumë; më shumë;
   vazhdo leximin; detaje
sr | прочитајте још; погледајте још; прочитајте и; повезане вести; повезано; pročitajte još;
   pogledajte još; pročitajte i; povezane vesti; povezano | подели; поделите; podeli; podelite |
   реклама; оглас; reklama; oglas; sponzorisano | коментари; остави коментар; komentari; ostavi
   komentar | сва права задржана; sva prava zadržana | тагови; ознаке; кључне речи; tagovi;
   oznake; ključne reči | најчитаније; најновије; најпопуларније; najčitanije; najnovije;
   najpopularnije | опширније; више; детаљније; прочитај више; opširnije; više; detaljnije;
   pročitaj više
sv | läs också; läs mer; läs även; relaterat; relaterade artiklar; mer om | dela; dela artikel;
   dela artikeln | annons; reklam; annonser | kommentarer; kommentera; skriv en kommentar | alla
   rättigheter förbehållna | taggar; ämnen; nyckelord | mest lästa; mest läst; populärt; senaste
   nytt | läs mer; fortsätt läsa; visa mer; mer
sw | soma pia; soma zaidi; habari zinazohusiana | shiriki | tangazo | maoni; toa maoni | haki
   zote zimehifadhiwa | vitambulisho | zilizosomwa zaidi | soma zaidi; endelea kusoma
ta | மேலும் படிக்க; இதையும் படியுங்கள் | பகிர் | விளம்பரம் | கருத்துகள் | அனைத்து உரிமைகளும்
   பாதுகாக்கப்பட்டவை | குறிச்சொற்கள் | அதிகம் படிக்கப்பட்டவை | மேலும் படிக்க
te | ఇది కూడా చదవండి; ఇవి కూడా చదవండి | షేర్ చేయండి | ప్రకటన | వ్యాఖ్యలు | అన్ని హక్కులూ
   ప్రత్యేకించబడినవి | ట్యాగ్‌లు | ఎక్కువ మంది చదివినవి | ఇంకా చదవండి
tg | ҳамчунин хонед; бештар хонед | паҳн кардан | реклама | шарҳҳо | ҳамаи ҳуқуқҳо ҳифз шудаанд |
   барчаспҳо | серхонанда | муфассал
th | อ่านเพิ่มเติม; ข่าวที่เกี่ยวข้อง; อ่านข่าวเพิ่มเติม; บทความที่เกี่ยวข้อง;
   เรื่องที่เกี่ยวข้อง; ข่าวแนะนำ | แชร์; แชร์บทความ | โฆษณา | ความคิดเห็น; แสดงความคิดเห็น;
   คอมเมนต์ | สงวนลิขสิทธิ์; สงวนลิขสิทธิ์ตามกฎหมาย | แท็ก; แท็กที่เกี่ยวข้อง; แฮชแท็ก | ยอดนิยม;
   ข่าวยอดนิยม; อ่านมากที่สุด | อ่านต่อ; อ่านเพิ่มเติม; ดูเพิ่มเติม; อ่านทั้งหมด; เพิ่มเติม
tr | ayrıca okuyun; ilgili haberler; bunlar da ilginizi çekebilir; bunu da okuyun; ilginizi
   çekebilir | paylaş; haberi paylaş | reklam | yorumlar; yorum yap; yorumlar ve sorular | tüm
   hakları saklıdır; her hakkı saklıdır | etiketler; etiket; anahtar kelimeler | en çok
   okunanlar; çok okunanlar; popüler haberler | devamını oku; devamı; daha fazla; haberin devamı;
   detaylar
uk | читайте також; читайте ще; за темою; матеріали за темою; дивіться також | поділитися;
   поділитися новиною; поширити | реклама | коментарі; обговорення; залишити коментар | усі права
   захищено; всі права захищені; усі права захищені | теги; мітки | найпопулярніше; популярне;
   зараз читають | читати далі; детальніше; далі; читати більше
ur | یہ بھی پڑھیں; مزید پڑھیں; متعلقہ خبریں; یہ بھی دیکھیں | شیئر کریں; شئیر کریں | اشتہار;
   اشتہارات | تبصرے; تبصرہ کریں | جملہ حقوق محفوظ ہیں; جملہ حقوق بحق ادارہ محفوظ ہیں | ٹیگز; ٹیگ
   | مقبول ترین; تازہ ترین | مزید پڑھیں; تفصیلات; مکمل خبر
uz | shuningdek o‘qing; o‘qing; o‘xshash yangiliklar; mavzuga oid; yana o‘qing | ulashish;
   ulashing | reklama | izohlar; izoh qoldirish; fikrlar | barcha huquqlar himoyalangan | teglar
   | ko‘p o‘qilgan; eng ko‘p o‘qilgan; mashhur | batafsil; davomi; to‘liq o‘qish
vi | xem thêm; đọc thêm; tin liên quan; bài liên quan; tin cùng chuyên mục; có thể bạn quan tâm |
   chia sẻ; chia sẻ bài viết | quảng cáo; tin tài trợ | bình luận; ý kiến bạn đọc; ý kiến | mọi
   quyền được bảo lưu; bản quyền thuộc về | từ khóa; thẻ | đọc nhiều; tin đọc nhiều; xem nhiều |
   xem thêm; chi tiết; đọc tiếp; xem tiếp; đọc thêm
zh | 相关阅读; 延伸阅读; 相关新闻; 相关文章; 相关报道; 相关推荐; 推荐阅读; 更多阅读; 相關閱讀;
   延伸閱讀; 相關新聞; 相關文章; 相關報導; 推薦閱讀; 更多閱讀 | 分享; 分享到; 分享至 | 广告;
   广告之后继续; 廣告 | 评论; 网友评论; 文章评论; 发表评论; 评论区; 留言; 網友評論; 發表評論;
   評論; 回應 | 版权所有; 保留所有权利; 不得转载; 版權所有; 保留所有權利; 不得轉載 | 标签;
   关键词; 关键字; 標籤; 關鍵字; 關鍵詞 | 热门文章; 热门新闻; 热门推荐; 点击排行; 最多阅读;
   熱門文章; 熱門新聞; 點擊排行; 最多閱讀 | 阅读更多; 查看更多; 更多; 阅读全文; 详情; 展开全文;
   閱讀更多; 閱讀全文; 看更多
"""
# Headings of what an outlet says of itself.
_SELF_PORTRAITS = (
    "about us; about this site; about the site; who we are; our mission; über uns; wer wir sind; "
    "über diese seite; à propos de nous; qui sommes-nous; à propos du site; sobre nosotros; "
    "quiénes somos; acerca de nosotros; sobre nós; quem somos; chi siamo; over ons; o nas; om oss; "
    "om os; tietoa meistä; rólunk; despre noi; o nama; за нас; ποιοι είμαστε; о нас; о проекте; "
    "о сайте; про нас; про проєкт; про проект; hakkımızda; haqqımızda; біз туралы; من نحن; "
    "عن الموقع; درباره ما; ہمارے بارے میں; हमारे बारे में; আমাদের সম্পর্কে; 关于我们; 關於我們; "
    "本站简介; 会社概要; 当サイトについて; 회사소개; về chúng tôi; tentang kami; เกี่ยวกับเรา"
)
_QUESTION = " ?？؟;¿"
_AROUND = " \t\n.,،、:!…»›→>*|•·-–—()[]（）【】：。։។|»"
_LOOKALIKES = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "\u200c": None, "\u200d": None}
)
_COUNT = re.compile(r"\s*[(（]?\d{1,5}[)）]?$")
_LONGEST, _LONGEST_LABELLED = 60, 240  # characters
_COLON = re.compile(r"\s*[:：|»>›]")
_MARKS_AHEAD = re.compile(r"^\W+")
# The same as "read also" only with a colon.
_ALSO_WITH_COLON = frozenset(
    [
        "read", "read on", "read next", "see", "more", "watch", "watch also", "listen", "related",
        "mehr", "lesen sie", "lesen sie hier", "a lire", "lea", "lee", "leia", "leggi anche su",
        "čtěte", "přečtěte si", "lue", "les",
    ]
)  # fmt: skip


def plain_label(text: str) -> str:
    """A line in one case, without marks at its ends, as labels are compared."""
    return in_one_case(text).translate(_LOOKALIKES).strip(_AROUND)


def _columns() -> Iterable[frozenset[str]]:
    for columns in zip(*(row[1:] for row in rows_of(TABLE)), strict=True):
        yield frozenset(plain_label(label) for column in columns for label in labels_in(column))


_ALSO, _SHARE, _ADVERT, _COMMENTS, _RIGHTS, _TAGS, _MOST_READ, _MORE = _columns()
_OF_SELF = frozenset(map(plain_label, labels_in(_SELF_PORTRAITS)))
_OTHERS = _ALSO | _COMMENTS | _MOST_READ
_OF_LINKS = _MORE | _ALSO
# Those that are no text of an article wherever they stand.
SITE_LABELS: Final = _SHARE | _ADVERT | _RIGHTS


def announces_others(text: str) -> bool:
    """Whether a line announces other articles or comments: "Most read", "Comments (3)"."""
    if FOLLOWED_BY_OTHERS.match(text):
        return True
    return _without_count(text) in _OTHERS


def says_read_also(text: str) -> bool:
    """Whether a line begins with a label of other articles and a colon: "Read also: …"."""
    label = _before_colon(text)
    return label in _ALSO or label in _ALSO_WITH_COLON or label.startswith("related ")


def heads_comments(text: str) -> bool:
    """Whether a heading is that of what readers wrote: "Comments (3)", "3 thoughts on “…”"."""
    return _without_count(text) in _COMMENTS or counts_comments(text)


def heads_self_portrait(text: str) -> bool:
    """Whether a heading is that of what an outlet says of itself: "About us"."""
    return len(text) <= _LONGEST and plain_label(text.strip(_QUESTION)) in _OF_SELF


def is_more(text: str) -> bool:
    """Whether a link says only that there is more to read."""
    return len(text) <= _LONGEST and plain_label(text) in _OF_LINKS


def lists_tags(text: str) -> bool:
    """Whether a line is a label of words to find an article by, a colon and such words."""
    return len(text) <= _LONGEST_LABELLED and _before_colon(text) in _TAGS


def _without_count(text: str) -> str:
    """A line as labels are compared, without a number of comments; nothing for a long one."""
    return plain_label(_COUNT.sub("", text)) if len(text) <= _LONGEST else ""


def _before_colon(text: str) -> str:
    """What a line begins with, if a colon or the like is behind it, as labels are compared."""
    label = _COLON.split(_MARKS_AHEAD.sub("", text[:_LONGEST]), 1)
    return plain_label(label[0]) if len(label) > 1 else ""
