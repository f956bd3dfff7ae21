"""How sites say that they use cookies, in forty-six languages.

    This website uses cookies …         of the site
    Використовуємо файли cookie …       of the outlet

`USES_COOKIES` is a pattern of the beginning of such a sentence, for text as `in_one_case` gives it;
a point stands for the Greek iota, which has other forms.
"""

from __future__ import annotations

from typing import Final

_COOKIES = (
    r"(?:(?:soubory |súbory |файлы |файли |plików |les |los |i |la |des |module |l.s )?"
    r"cookies?(?:[- ]?\w{1,4})?|cookie-?(?:uri|kat)|куки\w*|кукі\w*|бисквитк\w+|колачић\w*|"
    r"kolačić\w*|piškotk\w*|колачињ\w*|sütik?\w*|slapuk\w*|sīkdatn\w*|küpsis\w*|evästei\w*|"
    r"informasjonskapsler|çerez\w*|galetes|kuki|biskota\w*)"
)
USES_COOKIES: Final = (
    # Languages in which the verb stands between the site and the cookies.
    r"(?:(?:(?:our|this|the) (?:web ?)?site|we (?:and our (?:\d+ )?partners )?)"
    r" ?uses? (?:our own and third-party )?(?=cookies\b)|"
    r"(?:(?:wir|diese (?:website|webseite|seite)) (?:verwende[nt]|nutz(?:en|t)) )|"
    r"(?:nous utilisons|(?:ce|notre) site (?:web )?utilise) (?:des )?|"
    r"(?:utilizamos|usamos|est[ea] (?:sitio|site|página|web)(?: web)? (?:utiliza|usa)) |"
    r"(?:questo sito(?: web)? (?:utilizza|usa)|(?:noi )?(?:utilizziamo|usiamo)) (?:i )?|"
    r"(?:aquest (?:lloc )?web (?:utilitza|fa servir)|utilitzem|fem servir) |"
    r"(?:deze (?:web)?site (?:maakt gebruik van|gebruikt)|(?:wij|we) gebruiken) |"
    r"(?:ta strona (?:używa|korzysta z)|(?:używamy|korzystamy z)) |"
    r"(?:(?:vi|den här (?:webb)?(?:platsen|sidan)) använder|(?:vi|denne (?:nett)?siden|"
    r"dette nettstedet) bruker|(?:vi|denne hjemmeside|dette website) bruger) |"
    r"(?:(?:мы|этот сайт|наш сайт) использу\w+|(?:цей|наш) (?:веб-?)?сайт використовує|"
    r"(?:ми )?використовуємо|(?:гэты|наш) сайт выкарыстоўвае) (?:файл\w )?|"
    r"(?:(?:този|нашият) (?:уеб ?)?сайт използва|(?:ние )?използваме) |"
    r"(?:(?:овај|наш|ова|оваа|нашата) (?:веб ?)?(?:сајт|страница|портал) користи|"
    r"користим[ое]) |"
    r"(?:(?:ova|ovaj|naša|naš) (?:web ?)?(?:stranica|sajt|site|portal) koristi|koristimo) |"
    r"(?:(?:ta|naša) (?:spletna )?stran uporablja|(?:to )?spletno mesto uporablja|uporabljamo) |"
    r"(?:(?:ky|kjo) (?:faqe|sajt|uebsajt)\w*(?: interneti)? përdor|(?:ne )?përdorim) |"
    r"(?:acest (?:site|website)(?: web)? (?:folosește|utilizează)|folosim|utilizăm) |"
    r"(?:(?:tento|náš|táto|naša) (?:web(?:ová stránka)?|stránka) (?:používa?|používá|využívá)|"
    r"používáme|používame|využíváme|využívame) |"
    r"(?:(?:ši|mūsų) (?:interneto )?svetainė naudoja|(?:mes )?naudojame|"
    r"(?:šī|mūsu) (?:tīmekļa )?vietne (?:izmanto|lieto)|(?:mēs )?izmantojam) |"
    r"(?:(?:see|meie) (?:veebi)?(?:leht|sait) kasutab|(?:me )?kasutame) |"
    r"(?:tämä (?:verkko)?sivusto käyttää|(?:me )?käytämme) |"
    r"(?:(?:αυτόσ )?ο .στότοποσ χρησ.μοπο.εί|χρησ.μοπο.ούμε) |"
    r"(?:(?:trang (?:web )?này|chúng tôi|website này) (?:có )?sử dụng|(?:situs (?:web )?ini|kami|"
    r"laman web ini) menggunakan) |"
    r"(?:ez a |a )?(?:weboldal|honlap|oldal)(?:unk)? )"
    rf"{_COOKIES}|"
    # Those in which it stands elsewhere, or that part no words.
    r"(?:bu|web) site(?:si)?(?:miz)? çerez|sitemizde çerez|"
    r"çerez(?:ler)?i? kullan(?:iyoruz|maktayiz)|(?:sütiket|cookie-?kat) használ|"
    r"(?:(?:אתר זה|האתר) (?:משתמש|עושה שימוש)|אנו משתמשים) ב(?:עוגיות|קוקיז|cookies)|"
    r"(?:يستخدم هذا الموقع|هذا الموقع يستخدم|(?:نحن )?نستخدم|موقعنا يستخدم) ملفات تعريف|"
    r"(?:این (?:وب.?سایت|سایت)|ما) از کوکی|(?:यह|हमारी) (?:वेब)?साइट कुकी|हम कुकी|"
    r"(?:এই|আমাদের) (?:ওয়েব)?সাইট কুকি|আমরা কুকি|"
    r"(?:เว็บไซต์นี้|เว็บไซต์ของเรา|เรา)\s?(?:มีการ)?ใช้คุกกี้|(?:ეს|ჩვენი) (?:ვებ-?)?საიტი იყენებს|"
    r"(?:այս|մեր) կայք[նը]? օգտագործում է (?:քուքի|թխուկ|cookie)|"
    r"(?:이|본) (?:웹 ?)?사이트(?:는|에서는) 쿠키를 사용|저희는 쿠키를 사용|"
    r"(?:当|この)(?:ウェブ)?サイトでは、?(?:クッキー|cookie)|"
    r"(?:本网站|本網站|我们|我們)\s?(?:会|會)?使用\s?cookies?"
)
