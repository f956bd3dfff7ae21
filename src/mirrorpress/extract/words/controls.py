"""The words on buttons and labels that pages have beside and in their texts, as whole lines.

    Copy link · Save for later · Show comments · 1 / 12 · 3.4K views · Reading time: 4 minutes
    Home > News > Ports · Next article: The baker who sings · Tags: ports, ferries

A line that says no more is no text of an article. The words of each language stand together, those
of further languages in `control_labels`; "#" is a number, and marks at the ends of a line do not
count.
"""

from __future__ import annotations

import re

from mirrorpress.extract.words import control_labels, follow_labels
from mirrorpress.extract.words.site_labels import SITE_LABELS, lists_tags, plain_label
from mirrorpress.extract.words.vocabulary import in_one_case

_LONGEST, _LONGEST_LABELLED = 80, 240  # characters of a line
_MARKS = re.compile(r"[>›»/→|:：]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:\s?[km](?![^\W\d_]))?")
_AROUND = " \t\n.:!…»›→>*|•·-–—()[]（）【】"

_OF_COMMENTS = """
log in to comment|sign in to comment|login to comment|please log in to comment|post comment
you must be logged in to post a comment|you must be logged in to comment|be the first to comment
you need to log in to comment|show comments|hide comments|view comments|see comments|load comments
load more comments|loading comments|comments powered by disqus
read comments|show all comments|post a comment|jump to comments
kommentare anzeigen|kommentare ausblenden|kommentare laden|alle kommentare anzeigen
zu den kommentaren|kommentare lesen|zum kommentieren anmelden|jetzt kommentieren|kommentieren
sie müssen angemeldet sein, um zu kommentieren|schreiben sie den ersten kommentar|mitdiskutieren
sie müssen angemeldet sein, um einen kommentar abzugeben|diskutieren sie mit|kommentar schreiben
voir les commentaires|afficher les commentaires|lire les commentaires|masquer les commentaires
commenter|réagir|réagissez à cet article|soyez le premier à commenter
connectez-vous pour commenter
vous devez être connecté pour publier un commentaire|laisser un commentaire|ver comentarios
mostrar comentarios|ver los comentarios|ocultar comentarios|comentar|sé el primero en comentar
inicia sesión para comentar|debes iniciar sesión para comentar|ver comentários|mostrar comentários
seja o primeiro a comentar|faça login para comentar|vedi i commenti|mostra commenti
leggi i commenti|commenta|accedi per commentare|toon reacties|bekijk reacties|lees de reacties
reageer|reageren|log in om te reageren|visa kommentarer|dölj kommentarer
logga in för att kommentera|kommentera|vis kommentarer|logg inn for å kommentere
log ind for at kommentere|kommentér|näytä kommentit|kirjaudu kommentoidaksesi|kommentoi
pokaż komentarze|zobacz komentarze|czytaj komentarze|skomentuj|dodaj komentarz
zaloguj się, aby komentować|zaloguj się, aby dodać komentarz|zobrazit komentáře|vstoupit do diskuse
přidat komentář|hozzászólások megtekintése|hozzászólok|szólj hozzá|kommentek megjelenítése
vezi comentariile|comentează|adaugă comentariu|adaugă un comentariu|δείτε τα σχόλια|σχολιάστε
προσθήκη σχολίου|показать комментарии|читать комментарии|скрыть комментарии|посмотреть комментарии
комментировать|написать комментарий|войдите, чтобы комментировать|показати коментарі
переглянути коментарі|коментувати|написати коментар|додати коментар|yorumları göster|yorumları gör
yorum yap|yorum yaz|عرض التعليقات|إظهار التعليقات|أضف تعليقا|اكتب تعليقا|سجل الدخول للتعليق
نمایش نظرات|مشاهده نظرات|ارسال نظر|نظر بدهید|टिप्पणियां देखें|टिप्पणी करें|lihat komentar
tulis komentar|tampilkan komentar|xem bình luận|viết bình luận|gửi bình luận|查看评论|显示评论
登录后评论|写评论|我来说两句|查看全部评论|查看留言|登入後留言|コメントを見る|コメントを書く
コメントを表示|コメントする|댓글 보기|댓글 쓰기|댓글 달기
"""
_OF_PLAYERS = """
volume #%|playback speed|playback rate|listen to article|listen (# min|listen # min|listen now
#:# / #:#|#:#/#:#|tap to unmute|enter fullscreen|current time #:#|duration #:#
remaining time -#:#|stream type live|captions off|subtitles off|this is a modal window|play audio
skip back # seconds|skip forward # seconds|watch video|next video|now playing|audio abspielen
video abspielen|jetzt anhören|ton einschalten|im vollbild anzeigen|activer le son|lire la vidéo
ver vídeo|ver video|reproducir vídeo|reproducir video|activar sonido|guarda il video|bekijk video
zobacz wideo|смотреть видео|включить звук|включити звук|videoyu izle|شاهد الفيديو|播放视频
動画を見る|full screen|fullscreen|mute|unmute|video player is loading|loading video
video unavailable
media playback is unsupported on your device|media playback is not supported on this device
loading the player|beginning of dialog window. escape will cancel and close the window
end of dialog window|powered by trinity audio|this video has an invalid file format
please use a html# video capable browser to watch videos|escucha la nota|error loading
"""
_OF_PICTURES = """
# / #|#/#|# of #|# von #|# sur #|# de #|open image in fullscreen|click to enlarge|tap to enlarge
click image to enlarge|enlarge image|expand image|open gallery|view slideshow|start slideshow
show thumbnails|hide thumbnails|show captions|autoplay|replay|last slide|show full pr text
launch gallery|see all photos|view all photos|swipe to see more|swipe for more|previous slide
next slide|see gallery|view gallery|view # images|view # image|view # photos|buy photo
previous image|next image|back to gallery
hide caption|show caption|bild vergrößern
zur bildergalerie|bildergalerie öffnen|galerie öffnen|alle bilder anzeigen|fotostrecke starten
zur fotostrecke|zum vergrößern klicken|agrandir l'image|voir la galerie|voir le diaporama
voir toutes les photos|cliquez pour agrandir|ouvrir la galerie|ver galería|ver todas las fotos
ampliar imagen|ampliar foto|clic para ampliar|ver galeria|ampliar imagem|ver todas as fotos
clique para ampliar|guarda la gallery|clicca per ingrandire|apri la galleria|bekijk de galerij
vergroot afbeelding|смотреть галерею|открыть галерею|смотреть все фото|нажмите, чтобы увеличить
zobacz galerię|powiększ zdjęcie|zobacz zdjęcia|galeriyi aç|büyütmek için tıklayın|查看大图
点击查看大图|点击放大|查看图集|點擊放大|画像を拡大|写真をすべて見る|이미지 크게 보기|사진 크게보기
"""
_OF_SHARING = """
email print|pin print|print pin|jump to recipe|print recipe|email / print|print email
print / email|share print|share tweet|like tweet
previous next
share full article|share this link|give this article|gift this article|gift article|save article
save for later|read later|share post|save this story|add to favorites|add to favourites
add to reading list|bookmark
add to bookmarks|bookmark article|bookmark this article|copied to clipboard|copy url|copy link
copy the link|link copied|link copied to clipboard|share via email|share via|share options
more sharing options|add us as a preferred source on google|add as preferred source on google
prefer us on google|add as a preferred source on google|follow on google news
follow us on google news|a+ a-|a- a+|font size|increase font size|decrease font size
reset font size|smaller text|larger text|zur merkliste hinzufügen|auf die merkliste|zur merkliste
merkliste|artikel speichern|link kopieren|artikel verschenken|link kopiert|link wurde kopiert
per e-mail teilen|per mail teilen|per e-mail versenden|auf facebook teilen|bei facebook teilen
bei whatsapp teilen|auf x teilen|bei x teilen|zur startseite|schriftgröße|schriftgröße ändern
als bevorzugte quelle hinzufügen|seite teilen|freunden mitteilen|news folgen|thema folgen|
copier le lien|lien copié|enregistrer l'article
ajouter à mes favoris|ajouter à vos favoris|ajouter aux favoris|sauvegarder|partager l'article
partager cet article|partager sur facebook|partager sur twitter|partager sur x|partager par e-mail
envoyer par e-mail|offrir l'article|offrir cet article|imprimer l'article|retour à l'accueil
taille du texte|copiar enlace|copiar link|enlace copiado|guardar|guardar artículo|guardar noticia
compartir en facebook|compartir en twitter|compartir en x|compartir en whatsapp|compartir noticia
compartir artículo|compartir esta noticia|enviar por correo|imprimir|añadir a favoritos
agregar a favoritos|tamaño del texto|tamaño de letra|volver al inicio|copiar ligação|link copiado
salvar|guardar artigo|compartilhar|compartilhe|partilhar|partilhe|compartilhar no facebook
compartilhar no whatsapp|partilhar no facebook|enviar por e-mail|adicionar aos favoritos
tamanho da fonte|copia link|copia il link|link copiato|salva articolo|salva per dopo
condividi su facebook|condividi su twitter|condividi su x|condividi articolo|condividi l'articolo
stampa|aggiungi ai preferiti|regala l'articolo|regala questo articolo|kopieer link|link gekopieerd
delen|deel dit artikel|deel artikel|bewaar artikel|opslaan|delen via facebook|delen via whatsapp
delen via e-mail|kopiera länk|länk kopierad|dela artikeln|spara artikel|skriv ut|dela på facebook
kopier lenke|lenke kopiert|del artikkelen|del på facebook|kopier link|link kopieret|del artiklen
gem artikel|kopioi linkki|linkki kopioitu|jaa artikkeli|tallenna artikkeli|tulosta|kopiuj link
skopiuj link|skopiowano|udostępnij|udostępnij artykuł|zapisz artykuł|drukuj|podziel się
dodaj do ulubionych|kopírovat odkaz|odkaz zkopírován|sdílet|sdílet článek|uložit na později
vytisknout|link másolása|megosztás|nyomtatás|copiază linkul|distribuie|distribuie articolul
αντιγραφή συνδέσμου|κοινοποίηση|εκτύπωση|скопировать ссылку|ссылка скопирована|копировать ссылку
поделиться|поделиться ссылкой|поделиться новостью|в закладки|добавить в закладки
добавить в избранное|распечатать|версия для печати|размер шрифта|на главную|вернуться на главную
вконтакте|одноклассники|скопіювати посилання|посилання скопійовано|поділитися|роздрукувати
версія для друку|на головну|linki kopyala|bağlantıyı kopyala|paylaş|haberi paylaş|yazdır
favorilere ekle|yazı boyutu|نسخ الرابط|تم نسخ الرابط|انسخ الرابط|شارك|مشاركة|شارك المقال
شارك الخبر
طباعة|شارك على فيسبوك|أضف إلى المفضلة|حجم الخط|کپی لینک|اشتراک گذاری|به اشتراک بگذارید|اندازه متن
لینک کوتاه|लिंक कॉपी करें|शेयर करें|साझा करें|salin tautan|tautan disalin|bagikan|bagikan artikel
sao chép liên kết|chia sẻ|chia sẻ bài viết|lưu bài|复制链接|链接已复制|複製連結|複製網址|分享本文
分享文章|收藏本文|加入收藏|举报/反馈|打印本文|字体大小|关注我们|微信扫码分享|友善列印|轉寄
加入書籤
リンクをコピー|urlをコピー|この記事をシェア|記事をシェア|この記事をシェアする|文字サイズ
ポストする
lineで送る|はてなブックマーク|続きを読む|トップへ戻る|링크 복사|url 복사|url복사|복사되었습니다
공유하기|기사 공유|기사 공유하기|인쇄하기|글자 크기|글자크기|글씨크기
"""
_OF_TIME = """
reading time: # minutes|reading time: # minute|reading time # minutes|reading time: # min
read time: # min|read time # mins|# minute read|# mins read|read in # minutes|lesezeit: # minuten
lesezeit: # min|lesezeit # min|lesezeit: ca. # minuten|# min lesezeit|# minuten lesezeit
lesezeit # minuten|temps de lecture : # minutes|temps de lecture : # min
temps de lecture: # minutes|temps de lecture: # min|temps de lecture # min|lecture : # min
lecture # min|lecture: # min|# min de lecture|# minutes de lecture|tiempo de lectura: # minutos
tiempo de lectura: # min|tiempo de lectura # min|# min de lectura|# minutos de lectura
lectura de # minutos|tempo de leitura: # minutos|tempo de leitura: # min|# min de leitura
# minutos de leitura|tempo di lettura: # minuti|tempo di lettura: # min|# min di lettura
# minuti di lettura|lettura # min|leestijd: # minuten|leestijd # minuten|leestijd # min
# min lezen
lästid: # minuter|lästid: # min|lästid # min|lesetid: # minutter|lesetid # min|læsetid: # minutter
læsetid: # min|# min. læsetid|lukuaika # min|czas czytania: # minuty|czas czytania: # minut
czas czytania: # min|# min czytania|doba čtení # minut|# min čtení|olvasási idő: # perc
timp de citire: # minute|# min de citit|χρόνος ανάγνωσης: # λεπτά|время чтения: # минуты
время чтения: # минут|время чтения: # мин|# мин чтения|время на чтение: # мин|час читання: # хв
# хв читання|okuma süresi: # dakika|okuma süresi: # dk|مدة القراءة: # دقائق|وقت القراءة: # دقائق
# دقائق قراءة|زمان مطالعه: # دقیقه|waktu baca: # menit|thời gian đọc: # phút|预计阅读时间#分钟
この記事は#分で読めます|estimated reading time: # minutes|estimated reading time: # minute
estimated read time: # minutes|estimated read time: # min|approximate reading time: # minutes
average reading time: # minutes|estimated reading time # minutes|estimated reading time # min
geschätzte lesezeit: # minuten|geschätzte lesezeit # minuten|geschätzte lesezeit: # min
voraussichtliche lesezeit: # minuten|temps de lecture estimé : # minutes
temps de lecture estimé: # minutes|temps de lecture estimé : # min|durée de lecture : # minutes
durée de lecture: # minutes|durée de lecture : # min|tiempo de lectura estimado: # minutos
tiempo estimado de lectura: # minutos|tiempo estimado de lectura: # min
tempo estimado de leitura: # minutos|tempo de leitura estimado: # minutos
tempo di lettura stimato: # minuti|tempo stimato di lettura: # minuti
tempo di lettura: circa # minuti|geschatte leestijd: # minuten|leestijd: ± # minuten
beräknad lästid: # minuter|beregnet læsetid: # minutter|anslått lesetid: # minutter
arvioitu lukuaika: # minuuttia|szacowany czas czytania: # minut|przewidywany czas czytania: # min
odhadovaná doba čtení: # minut|timp estimat de citire: # minute|примерное время чтения: # минут
предполагаемое время чтения: # минут|приблизний час читання: # хв|tahmini okuma süresi: # dakika
وقت القراءة المتوقع: # دقائق|زمان تقریبی مطالعه: # دقیقه|perkiraan waktu baca: # menit
阅读时间：#分钟|阅读时间：约#分钟|阅读时长：#分钟|预计阅读时间：#分钟|全文阅读约#分钟
閱讀時間：#分鐘
閱讀時間：約#分鐘|閱讀時間約#分鐘|預計閱讀時間：#分鐘|読了時間：#分|読了時間：約#分|読了目安：#分
所要時間：約#分
"""
_OF_COUNTS = """
#/# (# reviews)|# votes, average: # out of #|# ratings, average: # out of #|# out of # stars (#
# shares|# share|# views|# view|views: #|post views: #|total views: #
visited # times, # visits today|# likes|# reads|# aufrufe|# vues|# lectures|# vistas|# visitas
# visualizações|# visualizzazioni|просмотров: #|# просмотров|переглядів: #|# переглядів
görüntülenme: #|# görüntülenme|مشاهدات: #|# مشاهدة|عدد المشاهدات: #|تعداد بازدید: #|کد خبر: #
کد خبر : #|انتهای پیام|انتهای پیام/|لینک خبر|لینک کوتاه خبر
阅读 #|阅读: #|阅读：#|阅读量：#|阅读量: #|阅读数：#
浏览：#次|浏览: #|浏览量：#|浏览量: #|浏览次数：#|浏览次数：#次|点击数：#|点击数: #|点击：#
点击量：#|點閱：#|人氣：#|瀏覽數：#|조회수 #|조회 #|조회수: #
"""
_OF_PAGES = """
page # of #|page # / #|seite # von #|page # sur #|página # de #|pagina # di #|pagina # van #
страница # из #|strona # z #|第#页|共#页|第#页/共#页|上一页|下一页|返回上页|返回列表|next story
next article|previous article|previous story|next post|previous post|nächster artikel
vorheriger artikel|article suivant|article précédent|artículo anterior|artículo siguiente
siguiente artículo|noticia anterior|noticia siguiente|próximo artigo|artigo anterior
próxima notícia|notícia anterior|articolo precedente|articolo successivo|prossimo articolo
vorige artikel|volgende artikel|poprzedni artykuł|następny artykuł|следующая новость
предыдущая новость|следующая статья|предыдущая статья|наступна новина|попередня новина
sonraki haber|önceki haber|الخبر التالي|الخبر السابق|المقال التالي|المقال السابق|خبر بعدی|خبر قبلی
前の記事|次の記事|다음 기사|이전 기사|다음글|이전글|read in english|read this in english
read this article in english|leer en español|leer en inglés|lire en français|lire en anglais
auf deutsch lesen|auf englisch lesen|leggi in inglese|leggi in italiano|ler em português
ler em inglês|читать на русском|по-русски|читать на английском|阅读英文版|阅读中文版|閱讀英文版
英語版を読む|english version|字体：大 中 小|字体:大 中 小|字体：【大 中 小】|字号：大 中 小
打印】【关闭|打印】 【关闭|打印 关闭|收藏 打印 关闭|打印本页】【关闭窗口|打印本页 关闭窗口
扫描到手持设备|浏览次数： 【字体：大 中 小】
"""
_OF_LETTERS = """
stay connected|stay in touch|support us|newsletter|our newsletter|our newsletters
get our newsletter
connect with us|newsletter abonnieren|newsletter anmelden|unser newsletter|zum newsletter
jetzt newsletter abonnieren|s'abonner|s'inscrire|notre newsletter|inscription à la newsletter
suscribirse|suscríbete|boletín|boletines|inscreva-se|assine já|iscriviti|iscriviti alla newsletter
abbonati|nieuwsbrief|zapisz się|zapisz się do newslettera|odebírat newsletter|tilaa uutiskirje
nyhetsbrev|nyhedsbrev|hírlevél|подписаться|рассылка|підписатися|abone ol|اشترك|اشترك في النشرة
عضویت در خبرنامه|订阅|订阅我们|订阅我们的电子报|訂閱|訂閱電子報
購読する|구독|구독하기|뉴스레터|berlangganan|bản tin
"""
_OF_MONEY = """
paid post|paid content|partner content|promoted content|branded content|sponsored links
advertorial
ad feedback|video ad feedback|adchoices|ad choices|advertise|advertise / adchoices
report this ad|report ad|remove this ad|about this ad|why am i seeing this ad|bezahlter inhalt
nur für abonnenten|exklusiv für abonnenten|article réservé aux abonnés|réservé aux abonnés
contenu sponsorisé|contenido patrocinado|solo para suscriptores|exclusivo para suscriptores
conteúdo patrocinado|exclusivo para assinantes|contenuto sponsorizzato|riservato agli abbonati
contenuto riservato agli abbonati|alleen voor abonnees|tylko dla prenumeratorów|för prenumeranter
kun for abonnenter|на правах рекламы|партнёрский материал|материал партнёра|на правах реклами
choose your edition|select your edition|purchase licensing rights|skip to content|skip navigation
our standards: the thomson reuters trust principles|empfohlener redaktioneller inhalt
"""
_CONTROLS = frozenset(
    in_one_case(label).strip(_AROUND)
    for labels in (
        _OF_COMMENTS, _OF_PLAYERS, _OF_PICTURES, _OF_SHARING, _OF_TIME, _OF_COUNTS, _OF_PAGES,
        _OF_LETTERS, _OF_MONEY,
    )
    for line in labels.split("\n")
    for label in line.split("|")
    if label
) | frozenset(map(plain_label, (*control_labels.LABELS, *follow_labels.LABELS)))  # fmt: skip

# Labels of buttons side by side, with or without counts: "Share 9 Tweet 3 Comment Email More".
_BAR = re.compile(
    r"(?:(?:share|connect|tweet|comments?|e-?mail|mail|more|print|like|pin(?: it)?|google\s?\+|\+1|"
    r"linked ?in|facebook|twitter|reddit|digg|stumble\w{0,4}|tumblr|whats ?app|recommend|save|"
    r"telegram|pinterest|messenger|bluesky|threads|mastodon|flipboard|x|link|"
    r"text size|reprints?|republish|permalink|send|bookmark|listen|previous|next(?: slide)?|"
    r"last slide|image # of #|[+±-]|#)[\s|·•,]*){3,}"
)
_HANDLE = re.compile(r"follow (?:(?:me|us) )?@\w{1,40}(?: on (?:twitter|x|instagram))?")

# A label and what it labels: where the page is on the site, other articles.
_LABELLED = re.compile(
    r"(?:(?:home|homepage|startseite|accueil|inicio|início|strona główna|domů|hem|hjem|forside|"
    r"etusivu|kezdőlap|acasă|αρχική|"
    r"главная|головна|ana sayfa|anasayfa|الرئيسية|خانه|होम|beranda|trang chủ|"
    r"首页|首頁|ホーム|홈)\s*[>›»/→|]|"
    r"(?:you are here|sie sind hier|vous êtes ici|estás en|você está em|sei qui|вы здесь|"
    r"(?:当前|您的|您现在的|你的|所在|當前)位置)\s*[:：]|"
    r"(?:next|previous|prev) (?:article|story|post)\s*:|"
    r"(?:nächster|vorheriger) (?:artikel|beitrag)\s*:|"
    r"article (?:suivant|précédent)\s*:|(?:artículo|noticia) (?:siguiente|anterior)\s*:|"
    r"articolo (?:successivo|precedente)\s*:|"
    r"(?:следующая|предыдущая) (?:новость|статья|запись)\s*:|"
    r"related topics\s*[:：]).{0,200}$"
)


def is_control(text: str) -> bool:
    """Whether a line says only what a button or a label does.

    Args:
        text: `in_one_case`.
    """
    if len(text) > _LONGEST_LABELLED:
        return False
    if len(text) <= _LONGEST:
        line = _NUMBER.sub("#", text.replace("’", "'")).strip(_AROUND)
        if line in _CONTROLS:
            return True
        if _BAR.fullmatch(line) or _HANDLE.fullmatch(line):
            return any(map(str.isalpha, line))
        label = plain_label(text)
        if label in SITE_LABELS or _NUMBER.sub("#", label) in _CONTROLS:
            return True
    if _MARKS.search(text, 0, _LONGEST) is None:
        return False
    return _LABELLED.match(text) is not None or lists_tags(text)
