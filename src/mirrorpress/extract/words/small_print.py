"""What pages say beside their articles of forms, players and themselves.

    By signing up, you agree to our terms and privacy policy.      what a form asks to agree to
    You can unsubscribe at any time.                               what it promises
    Please enter a valid email address.                            what it answers
    Your browser does not support the audio element.               instead of a player
    Spotted a mistake? Let us know.                                what an outlet asks of an article
    Subscribe today for unlimited access.                          what it says to readers
    You can unsubscribe, the town says, by letter only.            none: of an article

A sentence is small print by its beginning. The words of each language stand together, as
`in_one_case` gives them.
"""

from __future__ import annotations

import re
from functools import cache

from mirrorpress.extract.words import error_reports, form_notes
from mirrorpress.extract.words.reader_calls import CALLS
from mirrorpress.extract.words.sentences import sentences_of
from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.text.tables import any_of

_MOST_OF_TEXT = 0.6  # of its characters are small print

# What a form asks to agree to: what the reader does, then what that means.
_AGREEMENTS = (
    r"by (?:signing up|subscribing|submitting|registering|entering|providing|clicking|continuing|"
    r"joining|creating|checking|ticking|completing|logging in)\b.{0,160}"
    r"\b(?:you|i)(?: are| also| hereby)? (?:agree|consent|accept|acknowledge|confirm|understand)|"
    r"(?:mit (?:der|deiner|meiner|ihrer|dem) (?:anmeldung|registrierung|klick|absenden|abonnement)|"
    r"durch (?:klicken|das absenden|(?:die|ihre|deine) anmeldung)|"
    r"indem (?:sie|du)\b.{0,60}(?:anmeld|registrier|klick|abonnier)\w+)\b.{0,140}"
    r"(?:stimm|akzeptier|erklär|willig|bestätig)\w+|"
    r"en (?:(?:vous |m.)(?:inscrivant|abonnant|enregistrant)|cliquant|renseignant|soumettant|"
    r"validant|indiquant)\b.{0,140}"
    r"\b(?:vous (?:acceptez|consentez|reconnaissez|confirmez)|j.accepte)|"
    r"al (?:suscribir(?:te|se|me)|registrar(?:te|se|me)|hacer clic|enviar|inscribir(?:te|se)|"
    r"introducir)\b.{0,140}\b(?:acept|consient|confirm|reconoc|de acuerdo)|"
    r"ao (?:[sm]e )?(?:inscrever|subscrever|registr?ar|cadastrar|clicar|enviar|assinar|informar)\b"
    r".{0,140}\b(?:concord|aceit|consent|autoriz)|"
    r"(?:iscrivendo(?:ti|si|mi)|registrando(?:ti|si)|cliccando|inviando|inserendo|"
    r"abbonando(?:ti|si))\b.{0,140}\b(?:accett|acconsent|dichiar|conferm)|"
    r"door (?:je|u|op|te)\b.{0,60}(?:melden|schrijven|klikken|registreren|verzenden|abonneren)\b"
    r".{0,80}(?:akkoord|toestemming|accepteer)|"
    r"(?:zapisując się|rejestrując się|klikając|wysyłając|podając|subskrybując)\b.{0,140}"
    r"(?:akceptuj|zgadzasz|zgodę|potwierdzasz)|"
    r"(?:přihlášením|odesláním|registrací|kliknutím|zadáním)\b.{0,140}(?:souhlas|potvrzuj)|"
    r"genom att\b.{0,60}(?:registrer|anmäl|prenumerer|klick|skick)\w*\b.{0,100}"
    r"(?:godkänner|samtycker|accepterar)|"
    r"ved (?:å|at)\b.{0,60}(?:registrer|meld|tilmeld|abonner|klikk?|sende)\w*\b.{0,100}"
    r"(?:godtar|godkjenner|godkender|samtykker|aksepterer|accepterer)|"
    r"(?:tilaamalla|rekisteröitymällä|liittymällä|klikkaamalla|lähettämällä)\b.{0,140}"
    r"(?:hyväksy|suostu)|"
    r"a (?:feliratkozással|regisztrációval|kattintással)\b.{0,140}(?:elfogad|hozzájárul|beleegyez)|"
    r"prin (?:abonare|înscriere|înregistrare|apăsarea|trimiterea)\b.{0,140}"
    r"(?:de acord|accep|confirm)|"
    r"(?:με την εγγραφή|κάνοντας (?:εγγραφή|κλικ)|πατώντας).{0,140}(?:αποδέχ|συμφων|συναιν)|"
    r"(?:подписываясь|регистрируясь|нажимая|отправляя|оформляя|заполняя)\b.{0,160}"
    r"(?:соглаша|согласн|согласие|принима|подтвержда)|"
    r"(?:підписуючись|реєструючись|натискаючи|надсилаючи)\b.{0,160}"
    r"(?:погоджу|прийма|згоду|підтверджу)|"
    r"(?:kaydolarak|abone olarak|üye olarak|tiklayarak|göndererek)\b.{0,160}(?:kabul|onayl)|"
    r"(?:بالتسجيل|بتسجيلك|باشتراكك|بالاشتراك|بالنقر|بإدخال|بالضغط).{0,140}(?:توافق|تقر|تقبل|أوافق)|"
    r"با (?:ثبت ?نام|عضویت|اشتراک|کلیک|ارسال).{0,140}(?:موافق|می ?پذیرید|رضایت)|"
    r"(?:साइन अप|सब्सक्राइब|रजिस्टर|क्लिक) कर(?:के|ने).{0,120}(?:सहमत|स्वीकार)|"
    r"dengan (?:mendaftar|berlangganan|mengklik|mengirim)\b.{0,140}(?:setuju|menerima)|"
    r"(?:bằng (?:cách|việc)|khi) (?:đăng ký|nhấp|gửi).{0,140}(?:đồng ý|chấp nhận)|"
    r"(?:注册|订阅|点击|提交|登录|註冊|訂閱|點擊|登入).{0,30}(?:即|表示|视为|視為).{0,10}(?:同意|接受)|"
    r"(?:登録|購読|送信|クリック)(?:する|いただく)(?:と|ことで).{0,60}同意|"
    r"(?:가입|구독|등록|클릭|제출)(?:하면|하시면|함으로써).{0,80}동의"
)
# What it promises, and whose rules apply.
_PROMISES = (
    r"(?:you (?:can|may) |to |opt out or )?(?:unsubscribe|opt[ -]out|withdraw your consent)\b"
    r"[^,.]{0,60}\b(?:any ?time|link\b.{0,40}|every e-?mail)|cancel (?:at )?any ?time\s*[.!]?$|"
    r"no spam\s*(?:[.!]|$|, (?:ever|just|unsubscribe|we)\b)|"
    r"we (?:will never|won.t|do not|don.t|never|promise (?:to )?never to) (?:share|sell|spam)\b"
    r".{0,60}\b(?:e-?mail|you|address|data|information|inbox)|"
    r"we (?:respect|value|care about) your privacy\s*(?:[.!]|$|and (?:will|do|won)\b)|"
    r"(?:please )?(?:read|see|view|check) (?:our|the) (?:privacy (?:policy|notice)|terms)\b|"
    r"for more information,? (?:please )?(?:see|read|visit|check) our (?:privacy|cookie|terms)\b|"
    r"(?:your )?e-?mail (?:address )?will not be (?:published|shared)|required fields are marked\b|"
    r"(?:(?:this|our|the) (?:site|form|page)\b.{0,30}|diese (?:seite|website)\b.{0,30}|"
    r"ce site\b.{0,40}|este (?:sitio|site)\b.{0,40}|questo sito\b.{0,40}|deze site\b.{0,30}|"
    r"ta strona\b.{0,30}|"
    r"этот сайт.{0,30}|本网站.{0,20}|このサイト.{0,20})?(?:protected by )?\b(?:re|h)captcha\b|"
    r"(?:sie können|du kannst)\b[^,.]{0,80}\bjederzeit\b.{0,60}(?:abmeld|abbestell)|"
    r"(?:eine |die )?abmeldung ist\b.{0,20}\bjederzeit\b|kein spam\s*(?:[.!]|$)|"
    r"(?:ihre|deine) e-?mail-?adresse wird nicht (?:veröffentlicht|weitergegeben)|"
    r"erforderliche felder sind|es gelten (?:die|unsere) (?:agb|datenschutz|nutzungsbed)\w*|"
    r"(?:weitere|mehr) informationen\b.{0,60}\bdatenschutz\w*|"
    r"vous pouvez\b.{0,60}(?:désabonner|désinscrire)\b.{0,60}(?:tout moment|lien)|"
    r"votre adresse e-?mail ne sera pas publiée|les champs obligatoires sont|pas de spam\b|"
    r"(?:puedes?|podrás?)\b.{0,30}(?:cancelar (?:la|tu|su) suscripción|dar[st]e de baja)\b|"
    r"(?:tu|su) dirección de correo electrónico no será publicada|los campos obligatorios están|"
    r"(?:você )?(?:pode|poderá)\b.{0,30}"
    r"(?:cancelar (?:a|sua) (?:inscrição|assinatura)|descadastrar)\b|"
    r"o seu endereço de e-?mail não será publicado|(?:os )?campos obrigatórios são|"
    r"(?:puoi|può|potrai)\b.{0,30}(?:cancellart|disiscriv|annullare l.iscrizione)"
    r"\w*\b.{0,60}momento|"
    r"il tuo indirizzo e-?mail non sarà pubblicato|i campi obbligatori sono|"
    r"(?:je|u) kunt?\b.{0,40}(?:uitschrijven|afmelden)\b|"
    r"(?:je|uw|het) e-?mailadres wordt niet gepubliceerd|"
    r"możesz\b.{0,60}(?:wypisać się|zrezygnować z (?:subskrypcji|newslettera|otrzymywania))\b|"
    r"twój adres e-?mail nie zostanie opublikowany|"
    r"vaše e-?mailová adresa nebude zveřejněna|"
    r"du kan\b.{0,40}(?:avregistrera|avanmäla|melde deg av|afmelde)\b.{0,60}(?:helst|tid)|"
    r"din e-?postadress(?:e)? (?:kommer inte|vil ikke) (?:att )?(?:publiceras|bli publisert)|"
    r"вы можете\b.{0,40}отписаться\b|ваш (?:адрес )?e-?mail не будет опубликован|"
    r"обязательные поля помечены|ви можете\b.{0,40}відписатися\b|"
    r"(?:istediğiniz|dilediğiniz) zaman\b.{0,60}(?:aboneli\w+.{0,30}iptal|ayrilabilir)|"
    r"e-posta (?:adresiniz|hesabiniz) yayimlanmayacak|"
    r"لن يتم نشر عنوان بريدك|يمكنك إلغاء الاشتراك في أي وقت|نشانی ایمیل شما منتشر نخواهد شد|"
    r"email của bạn sẽ không được hiển thị|alamat email anda tidak akan dipublikasikan|"
    r"[您你]?可(?:以)?(?:随时|隨時)(?:取消(?:订阅|訂閱)|退订|退訂)|您的(?:电子)?邮箱地址不会被公开|必填项已用|"
    r"メールアドレスが公開されることはありません|いつでも(?:配信停止|登録解除|退会)|"
    r"이메일 주소는? 공개되지 않습니다|언제든지 구독을? ?(?:취소|해지)"
)
# What it answers.
_ANSWERS = (
    r"(?:please )?enter (?:a|your) valid e-?mail|"
    r"(?:thank you|thanks) for (?:subscribing|signing up|registering|your (?:subscription|"
    r"registration|submission))\b|please check your (?:inbox|e-?mail)\b|"
    r"(?:oops|sorry|something went wrong|there was an? (?:error|problem)|"
    r"an error (?:has )?occurred)[^,]{0,60}[.!:]\s*(?:please )?try again|"
    r"(?:you are|you.re) (?:now|already) subscribed\b|"
    r"bitte (?:geben sie|gib) (?:eine|deine|ihre) (?:gültige )?e-?mail|"
    r"vielen dank für (?:ihre|deine) (?:anmeldung|registrierung)|es ist ein fehler aufgetreten\b|"
    r"veuillez (?:saisir|entrer|renseigner) (?:une|votre) adresse|"
    r"merci (?:pour|de) votre (?:inscription|abonnement)|"
    r"une erreur (?:est survenue|s.est produite)\b.{0,60}réessay|"
    r"(?:introduce|introduzca|ingresa|ingrese) (?:un|tu|su) (?:correo|e-?mail)|"
    r"gracias por (?:suscribirte|suscribirse|registrarte|tu suscripción|su suscripción)|"
    r"(?:insira|digite|informe) (?:um|seu|o seu) e-?mail|obrigado por (?:se inscrever|subscrever)|"
    r"inserisci (?:un|il tuo|una)\b.{0,20}e-?mail|grazie per (?:esserti iscritt|la tua iscrizione)|"
    r"введите (?:корректный |ваш |действительный )?(?:адрес|e-?mail)|спасибо за подписку|"
    r"请输入(?:有效|正确)?的?(?:邮箱|电子邮件|手机号|验证码)|感谢您的订阅|"
    r"(?:有効な|正しい)メールアドレスを|유효한 이메일"
)
# Instead of what needs a script or a player.
_BROWSERS = (
    r"(?:(?:please|you (?:need|have|must)(?: to)?|"
    r"to (?:view|see|watch|read|use|listen|comment|display)\b.{0,80}?)\s?,? ?){0,2}"
    r"(?:enable|turn on|activate|allow|enabling) java ?script\b|"
    r"(?:sorry, )?(?:your|this) (?:web )?browser (?:does not|doesn.t|is not|isn.t|cannot|can.t) "
    r"(?:currently )?(?:support|able|recogni[sz]e|play)|"
    r"java ?script (?:is|seems to be|appears to be|has been) (?:currently )?"
    r"(?:disabled|turned off|not enabled)\b|java ?script (?:must|needs? to) be enabled\b|"
    r"java ?script is required\s*(?:[.!]|$|to |for (?:this|the|full)\b)|"
    r"(?:bitte )?aktivieren? (?:sie )?java ?script\b|(?:ihr|dein) browser (?:unterstützt|kann)\b"
    r".{0,80}\b(?:nicht|keine?)\b|(?:veuillez |merci d.)?activer java ?script\b|"
    r"votre navigateur ne (?:prend|supporte|permet|peut)\b|"
    r"(?:activa|activar|habilita|habilite|active|ative|habilitar) (?:el |o )?java ?script\b|"
    r"(?:tu|su) navegador no (?:soporta|admite|es compatible)\b|"
    r"(?:o )?(?:seu|teu) navegador não (?:suporta|é compatível)\b|"
    r"(?:abilita|attiva|abilitare|attivare) java ?script\b|il tuo browser non supporta\b|"
    r"(?:je|uw) browser ondersteunt\b|(?:zet|schakel) java ?script\b|"
    r"(?:twoja|państwa) przeglądarka nie obsługuje\b|(?:włącz|włączyć) (?:obsługę )?java ?script\b|"
    r"(?:включите|разрешите) java ?script\b|ваш браузер не поддерживает\b|"
    r"увімкніть java ?script\b|tarayiciniz\b.{0,60}desteklemiyor|متصفحك لا يدعم|"
    r"(?:您|你)的(?:浏览器|瀏覽器)(?:不支持|版本过低|不支援)|请(?:启用|开启|打开) ?java ?script|"
    r"to (?:show|view|see|display|watch|load|play) (?:you )?(?:this|the) "
    r"(?:content|video|post|tweet|map)\b.{0,80}(?:cookies|permission|consent)|"
    r"you can use the buttons below to amend your\b|"
    r"unfortunately we have been unable to verify if you have consented\b|"
    r"(?:this|the) (?:content|video|post) (?:is|was|has been|cannot be|can.t be)\b.{0,60}"
    r"(?:cookie settings|cookie preferences|privacy settings|without (?:your )?consent)|"
    r"(?:dieser|der) (?:externe )?inhalt\b.{0,80}(?:datenschutz|cookie|einwilligung|zustimmung)\w*|"
    r"ich bin (?:damit )?einverstanden, dass (?:mir )?(?:dieser )?(?:externe|inhalt)|"
    r"(?:externen?|externer) inhalte? (?:anzeigen|laden|zulassen|aktivieren|erlauben)\s*$|"
    r"ce contenu (?:a été|est|n.a pas|ne peut)\b.{0,80}(?:cookie|traceurs|consentement)|"
    r"(?:este|el) contenido\b.{0,80}(?:aceptar (?:las )?cookies|cookies)|"
    r"(?:este|o) conteúdo\b.{0,80}\bcookies|(?:questo|il) contenuto\b.{0,80}(?:i )?cookie|"
    r"(?:deze|om deze) (?:inhoud|content|video)\b.{0,80}(?:cookies|toestemming)|"
    r"(?:ta treść|ten materiał|aby zobaczyć)\b.{0,80}cookies|"
    r"お使いのブラウザ.{0,40}(?:対応|サポート|再生でき)|java ?scriptを(?:有効|オン)|"
    r"브라우저(?:가|에서).{0,40}지원하지"
)
# What an outlet asks of the article beside it.
_OF_ARTICLE = (
    r"(?:was|did you find|is) this (?:article|page|information|content|story)\b.{0,20}"
    r"(?:helpful|useful|interesting|informative)\?|how would you rate this\b|"
    r"rate this (?:article|page|story|post)\s*[.!:]?$|"
    r"(?:have|do you have) (?:something|anything) to (?:tell us|say|add) about this "
    r"(?:article|story)|"
    r"(?:e-?mail|send|forward|print|save|bookmark) (?:this|the) (?:article|page|story|post)"
    r"(?: to a friend)?\s*[.!:]?$|send (?:this )?to a friend\s*[.!:]?$|"
    r"war dieser (?:artikel|inhalt|beitrag)\b.{0,20}(?:hilfreich|nützlich|lesenswert)\?|"
    r"artikel (?:drucken|versenden|merken|empfehlen|bewerten)\s*[.!:]?$|"
    r"cet article vous a.t.il\b|"
    r"envoyer (?:à un ami|par e-?mail)\s*$|imprimer (?:l.article|cette page)\s*$|"
    r"¿(?:te|le) (?:ha )?(?:resultado|pareció|fue|ha sido) (?:útil|interesante)\b|"
    r"(?:este|esse) (?:artigo|conteúdo) foi útil\?|questo articolo (?:è|ti è) stato utile|"
    r"stampa (?:articolo|questa pagina)$|"
    r"czy (?:ten )?artykuł był (?:pomocny|przydatny)|"
    r"(?:本文|此文|这篇文章)对[您你]?有(?:用|帮助)吗|(?:打印本页|打印本頁|关闭窗口)\s*$"
)
# What is agreed to.
_RULES = re.compile(
    r"\b(?:terms|conditions|polic(?:y|ies)|privacy|receive|contacted|e-?mails?|marketing|cookies?)\b|"
    r"datenschutz|bedingungen|vereinbarung|\bagb\b|confidentialité|données|términos|condiciones|"
    r"política|"
    r"privacidad|termos|condições|privacidade|termini|condizioni|riservatezza|voorwaarden|gegevens|"
    r"regulamin|warunki|prywatnoś|danych osobowych|podmínk|osobních údaj|villkor|personuppgifter|"
    r"vilkår|personopplysning|persondata|ehdo[ti]|ehtoja|tietosuoj|feltétel|adatkezel|termeni|"
    r"condiți|confidențial|όρου|απορρήτου|услови|политик|правила|персональн|умов|політик|koşul|"
    r"gizlilik|شروط|سياسة|قوانین|حریم|शर्त|गोपनीयता|ketentuan|kebijakan|privasi|điều khoản|"
    r"chính sách|条款|條款|协议|協議|政策|隐私|隱私|規約|ポリシー|약관|방침|개인정보"
)


@cache
def _small_print() -> re.Pattern[str]:
    """The beginning of small print; made when first asked, as it takes 20 ms to compile."""
    forms = any_of(map(in_one_case, form_notes.BEGINNINGS))
    return re.compile(
        rf"(?:(?![\"“„«‚‘'¿])[\W_])*(?:(?P<agreement>{_AGREEMENTS})|"
        rf"{_PROMISES}|{_ANSWERS}|{_BROWSERS}|{_OF_ARTICLE}|{error_reports.PATTERN}|"
        rf"{CALLS}|{forms})"
    )


def small_print_end(text: str, start: int = 0) -> int:
    """Where the small print ends that begins at a place of a text; 0 where there is none."""
    found = _small_print().match(text, start)
    if found is None or (found["agreement"] is not None and not _RULES.search(text, start)):
        return 0
    return found.end()


def is_small_print(text: str) -> bool:
    """Whether a paragraph begins with small print, and says little else.

    Args:
        text: `in_one_case`, without white space at its ends.
    """
    if not small_print_end(text):
        return False
    at = until = small = 0
    for sentence in sentences_of(text):
        start = text.index(sentence, at)
        at = start + len(sentence)
        if end := small_print_end(text, start):
            until = max(at, end)
        small += len(sentence) if start < until else 0
    return small > _MOST_OF_TEXT * len(text)
