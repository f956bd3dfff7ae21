"""Paragraphs that ask readers for something: to subscribe, to follow, to give, to consent.

With them go the small print of forms and players, and what the outlet says of its sales.

    Sign up for our morning newsletter and never miss a story.       an invitation
    Follow us on Instagram, or join our Telegram channel.            an invitation
    Want more? Get the app.                                          an invitation
    Sign up for the swimming course before Friday, the town says.    none: no channel
    The club followed the vote on Telegram.                          none: says what happened

A sentence is an invitation if it begins with what readers are to do, and names a channel of the
outlet. The words of each language stand together below, as `in_one_case` gives them.
"""

from __future__ import annotations

import re

from mirrorpress.extract.words import invitations
from mirrorpress.extract.words.consent import USES_COOKIES
from mirrorpress.extract.words.sentences import ENDS, sentences_of
from mirrorpress.extract.words.small_print import is_small_print, small_print_end
from mirrorpress.extract.words.vocabulary import in_one_case

LONGEST = 450  # characters of a paragraph
_LONGEST_PROMISE = 200  # characters
_MOST_OF_TEXT = 0.6  # of its letters stand in invitations

# Where letters come to.
_INBOX = (
    r"\byour inbox|\b(?:ihr|dein)(?:em)? (?:e-?mail-)?postfach|boîte (?:mail|de réception)|"
    r"bandeja de entrada|\b(?:tu|su) correo\b|casella di posta|\btua posta\b|caixa de entrada|"
    r"\bskrzynk\w+|\bваш\w+ (?:электронной )?почт\w+|\bна почту\b|\bваш\w+ пошт\w+|"
    r"\b(?:je|uw) (?:mailbox|inbox|e-?mail)\b|\bdin (?:inkorg|mejl|innboks|indbakke)|"
    r"\binnboksen din|\bsähköpostiisi\b|\bpostafiók\w*|\bvaš[ií] schránk\w*|"
    r"\be-posta kutunuz|\bhộp thư\b|بريدك الإلكتروني|ایمیل (?:شما|خود)|"
    r"[您你]的(?:邮箱|郵箱|信箱)|电子报|電子報|メールボックス|メールでお届け|이메일로 (?:보내|받)"
)
# What an outlet has beside the article.
_CHANNEL = re.compile(
    r"facebook|twitter|instagram|you-?tube|telegram|whats-?app|tik-?tok|linkedin|\bthreads\b|"
    r"mastodon|bluesky|pinterest|spotify|itunes|discord|patreon|viber|snapchat|flipboard|\brss\b|"
    r"(?:apple|google) (?:podcasts?|news|play)|app store|\bsocial media\b|\(formerly twitter\)|"
    r"\bx\.com\b|"
    r"\b(?:e-?)?newsletters?\b|\bin(?:to)? your inbox|\byour (?:inbox|e-?mail)|"
    r"\bby e-?mail\b|\b(?:daily|weekly|morning|evening) (?:briefing|brief|edition|digest)|"
    r"\bbreaking news alerts?|\b(?:the|our|this|free|news) app\b|\bapp for (?:ios|android)|"
    r"\bour (?:podcasts?|channel|community|mailing list|subscribers|journalism|work|"
    r"youtube)\b|\byour favou?rites to (?:get|personali[sz]e|see)\b|"
    r"delivered (?:every|to|through|straight|directly|daily|weekly)\b|"
    r"\bnews-?app\b|\bkostenlosen? newsletter|\bper e-?mail\b|"
    r"\bunser(?:e[nrms]?)? (?:kanal|app|podcast|arbeit)\b|\bsozialen (?:medien|netzwerken)|"
    r"infolettre|\bnotre (?:chaîne|application|page|lettre|newsletter|travail|compte)|"
    r"\bréseaux sociaux|par (?:e-?mail|courriel)|"
    r"bolet[íi]n|nuestr[oa]s? (?:canal|app|newsletter|redes|página|comunidad)|redes sociales|"
    r"\bnoss[oa]s? (?:canal|app|newsletter|redes|página|comunidade|grupo)|redes sociais|boletim|"
    r"\bnostr[oaie] (?:canale|app|newsletter|pagina|profilo)|\bcanale (?:whatsapp|telegram)|"
    r"\bnasz\w* (?:kanał|profil|newsletter|stron|fanpage|aplikacj)\w*|prenumerat\w*|subskrypcj\w*|"
    r"телеграм\w*|рассылк\w*|\bнаш\w* (?:канал|паблик|страниц|групп|подкаст)\w*|вконтакте|"
    r"соцсет\w*|соцмереж\w*|\bнаш\w* (?:канал|сторінк|спільнот)\w*|"
    r"واتساب|تلغرام|تليغرام|تلگرام|فيسبوك|تويتر|اینستاگرام|القائمة البريدية|النشرة|خبرنامه|"
    r"公众号|公眾號|微信|微博|客户端|客戶端|电报群|電報群|頻道|频道|メルマガ|アプリ|뉴스레터|카카오톡|"
    r"-app\b|\b(?:app|application|приложени\w+)\b.{0,60}\b(?:iphone|ios|android)\b|"
    r"\bнаш\w* приложени\w+|\beilmeldungen\b|\balertes?\b.{0,40}\btéléphone\b|"
    r"\b(?:monthly|one-time|single|regular|recurring|small) (?:gift|donation|contribution)s?\b|"
    r"\bdonation (?:today|now|to (?:support|help|keep|sustain|fund) (?:our|us|this|independent))\b|"
    r"\bspenden?\b|\bpar un don\b|\bdons? (?:mensuel|régulier|ponctuel)s?\b|\bdonaci[óo]n|"
    r"\bdonativos?\b|\bdonazion\w+|\bdoaç\w+|пожертвован\w+|\bдонат\w*|捐款|捐助|赞助|贊助|"
    r"\bnieuwsbrief|\bonze app\b|\bdonatie|\bny(?:hets|heds)brev\w*|\bappen\b|\buutiskir\w*|"
    r"\bsovellu\w*|\blahjoit\w*|\baplikac\w*|\baplicați\w*|\baplikasi\b|\bdarowizn\w*|"
    r"\bpříspěvk\w*|\bhírlev\w*|\badomán\w*|\bbuletin\w*|\bdonasi\b|\b(?:en|ett) (?:gåva|bidrag)|"
    r"ενημερωτ\w+|εφαρμογή|δωρεά|न्यूज़लेटर|ऐप|चैनल|"
    r"\bbülten\w*|\buygulama\w*\b.{0,40}\b(?:iphone|ios|android)\b|\bbağiş\w*|"
    r"نشرتنا|تطبيق .{0,60}(?:آيفون|أندرويد|هاتفك)|تبرع\w*|قناتنا|صفحتنا|"
    r"اپلیکیشن|کانال (?:ما|تلگرام)|کمک (?:ماهانه|مالی)|розсилк\w*|застосун\w*|\bвнеск\w*|"
    r"\bbản tin\b|\bứng dụng\b|\bđóng góp\b|應用程式|应用程序|"
    r"ニュースレター|メールマガジン|寄付|후원|\b앱(?:을|에서)?(?!\w)|"
    rf"{invitations.CHANNELS}|{_INBOX}"
)
_TO_INBOX = re.compile(_INBOX)
# What the reader is to do, at the beginning of a sentence, and what can stand ahead of it.
_AHEAD = (
    r"(?:please|also|and|or|so|then|now|free|"
    r"to (?:get|receive|stay|keep)\b[^,]{0,60},|"
    r"for (?:more|all)\b[^,]{0,60},|(?:do ?n.t|never) (?:forget to|miss\b[^,.:–-]{0,60}[,:–-])|"
    r"(?:be|make) sure (?:to|you)|remember to|if you[^,]{1,60},|"
    r"want (?:more|to)\b[^?]{0,80}\?|click here (?:and|to)|consider|feel free to|why not|"
    r"bitte|jetzt|hier|pour [^,]{1,60},|para [^,]{1,60},|per [^,]{1,60},|aby [^,]{1,60},|"
    r"wenn (?:sie|du|ihr)\b[^,]{1,60},|si (?:vous|tu|usted|pued\w+|quier\w+)\b[^,]{0,60},|"
    r"si le pouvez[^,]{0,40},|se (?:vuoi|puoi|você|pude\w*|quiser)\b[^,]{0,60},|"
    r"als (?:je|u)\b[^,]{1,60},|(?:jeśli|pokud|jos|ha|dacă|jika|αν) [^,]{1,60},|"
    r"(?:om|hvis) (?:du|dere|i)\b[^,]{0,60},|"
    r"(?:чтобы|если|якщо|щоб) [^,]{1,60},|nếu [^,]{1,60},|hãy|إن استطعت،|إذا [^،]{1,60}،)"
)
_DEMANDS = (
    r"(?:(?:sign up|subscribe|follow|join|get(?! out\b)|receive|download|listen|"
    r"watch|tune in|like us|support|donate|become|mak(?:e|ing) an? [\w-]{0,20} ?donation|"
    r"stay (?:up|in|on|tuned|connected|informed)|"
    r"keep up|never miss|don.t miss|find us|hit|share (?:this|it|your)|"
    r"tell your friends|add us|see more of|enter your|connect with us|"
    r"available on|also available|"
    r"abonnier(?:en|e|t)|folg(?:en|e|t)|meld(?:en|e|et)(?: (?:sie|dich|euch))?(?: sich)?|"
    r"unterstütz(?:en|e|t)|"
    r"lad(?:en|e|et)|bleib(?:en|e|t)|erhalt(?:en|e|et)|hol(?:en|e|t)|hör(?:en|e|t)|"
    r"(?:keine|nichts|nie)\b[^.:]{0,60}\bverpassen|"
    r"(?:abonnez|suivez|inscrivez|rejoignez|recevez|téléchargez|soutenez|retrouvez|likez|partagez)"
    r"(?:-(?:vous|nous|la|le|les))?|"
    r"suscr[íi]b(?:ete|anse|a|ase)|s[íi]gue(?:nos|me)?|s[íi]ganos|únete|recibe|reciba|descarga|"
    r"apoya|regístrate|¿?ya sabías|comparte|inscreva|siga|assine|receba|participe|baixe|entre no|"
    r"compartilhe|segui(?:ci|teci)?|iscrivi(?:ti|tevi)|abbona(?:ti|tevi)|ricevi|scarica|unisci(?:ti)?|"
    r"condividi|zapisz|obserwuj|śledź|zapraszamy|dołącz|polub|subskrybuj|pobierz|wesprzyj|"
    r"подпи[сш]\w*|следите|присоединяйтесь|вступайте|поддержите|скачайте|читайте нас|"
    r"підпи\w+|стежте|приєднуйтесь|долучайтесь|читайте нас|підтримайте|"
    r"sledujte|přihlaste|odebírejte|předplaťte|takip ed\w+|abone ol\w*|"
    r"تابعوا?|تابعونا|اشترك\w*|انضم\w*|حمّ?ل\w*|دنبال کنید|عضو شوید|به ما بپیوندید|"
    r"구독|팔로우|"
    r"(?:kostenlos|gleich|direkt|einfach|für|den|die|das|unser\w*)\b[^.!?]{0,80}"
    r"\b(?:anmelden|abonnieren|registrieren|herunterladen|spenden)(?=[.!…]|\s*$)|"
    r"soutenez-nous|apóy[ae]\w*|apoye|descargue|sost(?:ieni|enete)(?:ci)?|apoie(?:-nos)?|"
    r"(?:meld|schrijf) (?:je|u)|ontvang|abonneer|volg(?: ons)?|steun|doneer|otrzymuj|wspieraj|"
    r"stáhněte|podpořte|získejte|prenumerera|(?:anmäl|registrera) dig|följ(?: oss)?|ladda ner|stöd|"
    r"abonn[ée]r|(?:meld|tilmeld) (?:deg|dig)|følg(?: oss)?|last ned|støtt?|tilaa|seuraa|lataa|tue|"
    r"εγγραφείτε|ακολουθήστε|κατεβάστε|στηρίξτε|iratkozz\w*|kövess\w*|töltse|támogass\w*|"
    r"abon(?:ează|ați)-\w+|urmăr\w+|descarc\w+|susțin\w+|berlangganan|ikuti|unduh|dukung|"
    r"завантажте|đăng ký|tải|nhận|theo dõi|ủng hộ|احصل|نزّ?ل|ادعم\w*|تبرع\w*|"
    rf"{invitations.DEMANDS})(?![^\W\d_]|-)|{invitations.DEMANDS_UNPARTED}|"
    r"(?:如果[^，。]{1,30}，)?"
    r"(?:(?:欢迎|歡迎|请|請|立即|马上|馬上|现在|現在|免费|免費|点击|點擊|长按|長按){0,4}"
    r"(?:关注|關注|订阅|訂閱|下载|下載|加入|扫码|掃碼|扫描|掃描)|"
    r"(?:欢迎|歡迎|请|請|立即|马上|馬上|现在|現在|每月|每年){1,4}(?:捐款|捐助|赞助|贊助))|"
    r"フォロー|登録|購読|ダウンロード)"
)
_DEMAND = re.compile(rf"(?:(?![\"“„«‚‘'])[\W_])*(?:{_AHEAD}[\W_]+)*(?:{_DEMANDS})")
# The same where the verb comes last: what it ends with, and how a sentence ends that has it.
_LAST = (
    r"(?:(?:abone|üye) ol(?:un|unuz)?|(?:takip ed|indir|destekley|bağiş yap|katil)(?:in|iniz)|"
    r"bildirim\w* alin|(?:عضو|مشترک) شوید|(?:دنبال|دانلود|حمایت|دریافت) کنید|بپیوندید|"
    r"(?:सब्सक्राइब|फॉलो|डाउनलोड|समर्थन) करें|"
    r"(?:登録|購読|ダウンロード|フォロー|支援|寄付|受け取)[^。、]{0,8}"
    r"(?:ください|下さい|しましょう|りましょう|お願い(?:し|いたし)ます)|"
    r"(?:구독|팔로우|후원|가입|다운로드|내려받|함께|받아)[^.。]{0,8}"
    rf"(?:하세요|주세요|보세요|하십시오|바랍니다)|{invitations.DEMANDS_LAST})"
)
_LAST_TWO = (
    *("ol", "un", "uz", "in", "iz", "ید", "ें", "さい", "ょう", "ます", "세요", "시오", "니다"),
    *invitations.LAST_TWO,
)
_DEMAND_LAST = re.compile(rf"{_LAST}$")
# Questions that readers are to answer by doing so.
_OFFERS = (
    r"(?:(?:do you )?(?:want|like|love|enjoy(?:ed|ing)?|need)\b|did you (?:like|enjoy)|"
    r"looking for|curious|thoughts\?|questions\?|(?:not|already) a (?:subscriber|member)|"
    r"(?:do you have|have you got|have|got) (?:an?|any) (?:news |story |hot )?"
    r"(?:tip|story|question|idea|news|information|complaint|photo|video)|"
    r"know (?:something|anything|more) (?:about|that)|"
    r"(?:haben sie|hast du) (?:einen |eine |ein )?(?:hinweise?|tipps?|informationen|fragen?)\b|"
    r"(?:vous avez|avez-vous) (?:une? |des )?(?:informations?|témoignages?|questions?)\b|"
    r"¿?tien(?:es?) (?:una? |alguna? )?(?:pista|información|historia|denuncia|noticia)\b|"
    r"hai (?:una? |delle )?(?:segnalazion[ei]|storia|informazioni|notizia)\b|"
    r"(?:você )?tem (?:uma? |alguma? )?(?:história|informaç\w+|denúncia|sugestão)\b|"
    r"у вас есть (?:информация|новость|история|вопросы?|что рассказать)|"
    r"у вас є (?:інформація|новина|історія)|heb je (?:een )?(?:tip|informatie|vraag)\b|"
    r"masz (?:dla nas )?(?:informacje|temat|pytania?)\b|"
    r"aktuelle nachrichten aufs handy|hat ihnen dieser artikel|sie möchten|sie mögen|"
    r"gefällt (?:dir|ihnen)|vous (?:aimez|avez aimé)|¿te (?:gustó|ha gustado))"
)
_OFFER = re.compile(rf"[\W_]*(?:{_OFFERS})")
_ANSWER = re.compile(
    r"\b(?:share it|sign up|subscribe|e-?mail(?: us)?|write to|get in touch|head (?:on )?over|"
    r"log in|join|donate|support|register|spende|mitglied|newsletter|news-app|hier geht|"
    r"(?:call|contact|text) (?:us|the newsroom|our newsroom)|we want to hear|let us know|"
    r"(?:schreiben sie|schreib) (?:uns|der redaktion)|écri(?:vez|s)-nous|escríbe(?:nos|anos)|"
    r"scriv(?:ici|eteci)|escreva|напишите нам|пишите нам|napisz do nas|mail (?:ons|de redactie)|"
    r"abonn\w+|suscr\w+)\b|@"
)
_CLICK = re.compile(r"(?:click|tap) here\b|hier klicken|cliquez ici|haz clic aquí")
# A paragraph that begins so is one, whatever else it says.
_MUSTS = r"(?:follow @|(?:please )?(?:sign up|subscribe) (?:to|for) (?:our|the|my)\b)"
_MUST = re.compile(rf"[\W_]*(?:{_MUSTS})")
# What some sentence of an invitation begins or ends with: one search of a paragraph between two
# full stops tells of nearly all that they are none.
_INVITING = re.compile(
    rf"[{ENDS}](?:[^\w{ENDS}]*(?:_[^\w{ENDS}]*)*"
    rf"(?:{_AHEAD}[\W_]|{_DEMANDS}|{_OFFERS}|{_MUSTS})|"
    rf"(?<=(?:{'|'.join(_LAST_TWO)})[{ENDS}]))"
)

_CONSENT = re.compile(
    rf"\W*(?:{USES_COOKIES}|"
    r"by (?:using|continuing to (?:use|browse)) (?:this|our) (?:web ?)?site,? you "
    r"(?:agree|consent)|"
    r"(?:deine|ihre) privatsphäre-einstellungen verhindern das laden|"
    r"(?:with your (?:permission|consent),? we (?:and|may)|mit ihrer (?:einwilligung|zustimmung) |"
    r"avec votre (?:accord|consentement),? nous |con (?:su|tu) (?:permiso|consentimiento),? |"
    r"с вашего согласия,? мы|经您同意[，,]?我们|經您同意[，,]?我們|con il tuo consenso,? |"
    r"com o seu consentimento,? |за вашою згодою,? ми|izninizle |با اجازه شما |بموافقتك |"
    r"同意いただいた場合|동의하시면)|"
    r"your (?:privacy )?(?:preferences|choices) (?:will )?(?:only )?apply to this|"
    r"you can (?:change|withdraw|manage) your (?:consent|cookie|preferences|choices)|"
    r"(?:ihre|deine) (?:einstellungen|auswahl) (?:gelten|gilt) nur für diese|"
    r"sie können ihre (?:einwilligung|zustimmung|einstellungen) jederzeit|"
    r"vos (?:préférences|choix) (?:ne s.appliqu\w+|s.appliqu\w+)|"
    r"vous pouvez (?:retirer|modifier) (?:votre consentement|vos choix)|"
    r"(?:(?:we|you)\b.{0,12}\band our .{0,16}partners|wir und unsere .{0,16}partner|"
    r"(?:nous et|avec) nos .{0,16}partenaires|nosotros y nuestros .{0,16}socios|"
    r"noi e i nostri .{0,16}partner|nós e (?:os )?nossos .{0,16}parceiros|"
    r"wij en onze .{0,16}partners|my i nasi .{0,16}partnerzy|мы и наши .{0,16}партн[её]р|"
    r"vi och våra .{0,16}partner|vi og (?:våre|vores) .{0,16}partner|my a naši .{0,16}partne|"
    r"me ja .{0,20}kumppan|mi és .{0,20}partner|noi și .{0,20}partener|"
    r"biz ve .{0,16}orta[kğ]|ми та наші .{0,16}партнер|(?:نقوم )?نحن وشركا|ما و .{0,16}شریک|"
    r"当社と.{0,16}パートナー|당사와 .{0,16}파트너|"
    r"我[们們](?:及|和|与|與).{0,12}合作(?:伙伴|夥伴))[^.。]{0,160}"
    r"(?:cookies?|\bdevice|\bpersonal data|\bgerät|personenbezogen|\bappareil|\bdispositivo|"
    r"données personnelles|datos personales|dati personali|dados pessoais|\bapparaat|"
    r"\burządzeni|\bустройств|\bпристро|\benhet|\benhed|\blaitte|zařízení|\beszköz|"
    r"\bdispozitiv|\bcihaz|çerez|جهازك|ملفات تعريف|دستگاه|کوکی|"
    r"デバイス|端末|기기|쿠키|设备|裝置))"
)
# Words of what is agreed to, by their beginnings.
_OF_CONSENT = re.compile(
    r"cookie|consent|partner|\bdevice|privacy|personal data|third part|advertis|"
    r"einwillig|zustimm|\bgerät|datenschutz|drittanbieter|werbung|"
    r"consentement|appareil|confidentialité|données|publicité|"
    r"consentimiento|dispositivo|privacidad|consenso|riservatezza|consentimento|"
    r"toestemming|apparaat|zgod[aęy]|urządzen|согласи|устройств|конфиденциал|партн[её]р|"
    r"隐私|隱私|同意|设备|裝置|合作伙伴|合作夥伴|プライバシー|デバイス|동의|기기"
)
_LONGEST_CONSENT = 1500  # characters
_DISCLOSURE = re.compile(
    r"\b(?!you\b|they\b)\w+ (?:may|might|can|could|will) (?:also )?(?:earn|receive|make|get) "
    r"(?:(?:an?|some|any|small|affiliate) ){0,3}(?:commissions?|money|revenue)\b|"
    r"\bwe earn (?:an? )?(?:affiliate )?commissions?\b"
)
_OF_BUYERS = re.compile(
    r"\b(?:links?|buy|purchas\w+|click|shop|affiliate|"
    r"products? (?:available|featured)? ?on this page)\b"
)
# Behind the text.
_AT_THE_END = re.compile(
    r"(?:[^.!?]{0,60}\bcan be reached|(?:you can )?(?:reach|contact|follow|e-?mail|write to|get in "
    r"touch with) (?!the\b)[^.!?@]{1,60}|"
    r"(?:please )?(?:send|submit) (?:us )?(?:your|any|an e-?mail)|senden sie|schreiben sie|"
    r"écrivez|contactez|escríb\w+|contatt\w+|napisz|пишите)\b[^@]{0,120}@.{0,160}$|"
    r"(?:send|submit) (?:us )?your (?:letters?|photos?|stor(?:y|ies)|questions?|tips?)\b.{0,160}$|"
    r"we want to hear what you think\b.{0,200}$|"
    r"(?:e-?mail:? ?)?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}$|twitter: ?@\w{1,40}$|"
    r"(?:have|got) something to (?:say|add)\b.{0,200}$|did you see something wrong\b.{0,120}$|"
    r"(?:get|receive) .{1,200}\b(?:subscri\w+|click(?:ing)? here|\d+ issues for)\b.{0,300}$"
)


def is_of_outlet(text: str, beginning: str) -> bool:
    """Whether a paragraph is a promotion, small print, a disclosure or asks for consent.

    Args:
        beginning: the first `LONGEST` characters of the text, `in_one_case`.
    """
    if _CONSENT.match(beginning):
        return True
    return len(text) <= LONGEST and (
        is_small_print(beginning) or _is_promotion(beginning) or _is_disclosure(text)
    )


def is_asking(text: str) -> bool:
    """Whether a paragraph is a promotion, small print, a disclosure or asks for consent."""
    return is_of_outlet(text, in_one_case(text[:LONGEST]))


def is_promotion(text: str) -> bool:
    """Whether a paragraph does little but ask readers to subscribe, follow, share or give."""
    return len(text) <= LONGEST and _is_promotion(in_one_case(text))


def _is_promotion(text: str) -> bool:
    if not _INVITING.search(f".{text.strip()}."):
        return False
    sentences = [part for part in map(str.strip, sentences_of(text)) if part]
    asked = 0
    offered = ""
    others: list[str] = []
    for sentence in sentences:
        is_answer = offered and _ANSWER.search(sentence)
        is_demand = _DEMAND.match(sentence) or _demands_last(sentence)
        if asked and (is_demand or _CLICK.match(sentence)):
            asked += len(sentence)
        elif is_answer or (is_demand and _CHANNEL.search(sentence)):
            asked += len(sentence) + len(offered)
        else:
            others.append(sentence)
        offered = sentence if sentence.endswith("?") and _OFFER.match(sentence) else ""
    if sentences and _MUST.match(sentences[0]) and _CHANNEL.search(sentences[0]):
        return True
    if asked:  # for what comes to the reader's inbox
        asked += sum(
            len(part) for part in others if _TO_INBOX.search(part) or small_print_end(part)
        )
    return asked > _MOST_OF_TEXT * sum(map(len, sentences))


def _demands_last(sentence: str) -> bool:
    words = sentence.rstrip(ENDS)
    return words.endswith(_LAST_TWO) and _DEMAND_LAST.search(words) is not None


def is_promised(text: str) -> bool:
    """Whether a short paragraph says what comes to the reader's inbox."""
    return len(text) <= _LONGEST_PROMISE and _TO_INBOX.search(in_one_case(text)) is not None


def is_consent(text: str) -> bool:
    """Whether a paragraph asks for consent to cookies, of whatever length."""
    return _CONSENT.match(in_one_case(text[:LONGEST])) is not None


def goes_on_with_consent(text: str) -> bool:
    """Whether a paragraph below one that asks for consent is of that: it has two such words."""
    return len(text) <= _LONGEST_CONSENT and len({*_OF_CONSENT.findall(in_one_case(text))}) > 1


def is_disclosure(text: str) -> bool:
    """Whether a paragraph says that the outlet is paid for what readers buy."""
    return len(text) <= LONGEST and _is_disclosure(text)


def _is_disclosure(text: str) -> bool:
    if "commission" not in text and "money" not in text and "revenue" not in text:
        return False  # as most
    text = in_one_case(text)
    return bool(_DISCLOSURE.search(text) and _OF_BUYERS.search(text))


def is_at_the_end(text: str) -> bool:
    """Whether a paragraph behind the text asks for something, or says how to reach its author.

    In the midst of a text such lines may be of it: "Residents can write to the town at …".
    """
    if len(text) > LONGEST:
        return False
    return is_promotion(text) or _AT_THE_END.match(in_one_case(text)) is not None
