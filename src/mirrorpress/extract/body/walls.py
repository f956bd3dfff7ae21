"""Boxes in the text that ask readers to register, log in or pay before they read on.

Outlets put them between the paragraphs that they give away and the rest, or at the end of what
they give away. A box is known by one short line that begins as such an invitation does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.words.promotions import is_asking
from mirrorpress.extract.words.vocabulary import OF_US

_SHORTEST, _LONGEST = 6, 240  # characters of the line
_OF_A_BOX = 900  # characters of all its text
_SHARE = 0.15  # of the body's running text, that a box may hold at most
_OF_A_BARE_LINE = 80  # running text of a paragraph without a name or box, in Latin characters
_OF_A_PARAGRAPH = 100.0  # the same, of a paragraph beside a box
_PRICE = re.compile(r"[$€£¥₽₺]\s?\d|\d\s?(?:[$€£¥₽₺円원元]|eur\b|usd\b|kr\b)", re.IGNORECASE)
_MOST_LEVELS = 6  # from the line up to its box
_MOST_BOXES = 20  # on one page
_INVITATION = re.compile(
    # English
    r"(?:register|sign ?in|log ?in|create (?:an|a free) account|subscribe|become a (?:subscriber|"
    r"member))\b.{0,60}\bto (?:unlock|continue|keep|read|access|view|finish)\b|"
    r"(?:this|the rest of this) (?:article|story|content|page) is (?:only |reserved |exclusively |"
    r"exclusive )(?:for|to|available to) .{0,40}(?:subscribers|members)\b|"
    r"to (?:read|continue reading|keep reading) .{0,40}\b(?:subscribe|sign in|log in|register)\b|"
    r"already (?:a (?:subscriber|member)|have an account|registered|subscribed) ?(?:\?|[.!]? ?(?:"
    r"sign|log) ?in|$)|"
    r"you(?:'|’)?(?:ve| have) .{0,30}\b(?:articles?|stories|reads) (?:left|remaining)\b|"
    # French
    r"il vous reste .{0,20}(?:de cet article )?à lire|(?:la suite|cet article|ce contenu|"
    r"article|contenu) (?:est )?réservée? (?:aux|à nos) abonné|déjà (?:abonné|inscrit)e? ?\?|"
    r"(?:abonnez-vous|connectez-vous|inscrivez-vous) pour (?:lire|continuer|accéder)|"
    # German
    r"(?:dieser|dieses|der|das) (?:artikel|inhalt|text|beitrag) ist (?:nur |exklusiv )?für "
    r".{0,40}(?:abonnent|mitglieder)|bereits (?:abonnent|registriert|abonniert)(?:in)? ?\?|"
    r"sie haben (?:bereits|schon) ein (?:abo|konto) ?\?|(?:jetzt )?(?:registrieren|anmelden|"
    r"einloggen|abonnieren) (?:und|um) weiter ?(?:zu)?lesen|weiterlesen mit\b|"
    r"melden sie sich an,? um\b|"
    # Spanish, Portuguese, Italian
    r"contenido exclusivo para suscriptores|(?:inici[ae] sesión|regístr(?:ate|ese)|"
    r"suscríb(?:ete|ase)) para (?:continuar|seguir|leer|acceder)|"
    r"¿ya (?:eres suscriptor|es suscriptor|tienes (?:una )?cuenta)|"
    r"conteúdo exclusivo para assinantes|(?:assine|faça login|cadastre-se) para "
    r"(?:continuar|ler|acessar)|já é assinante ?\?|"
    r"(?:questo|l['’]) ?(?:articolo|contenuto) è riservato agli abbonati|(?:accedi|abbonati|"
    r"registrati) per (?:continuare|leggere)|sei già abbonato ?\?|"
    # Dutch, Swedish, Norwegian, Danish, Polish, Czech
    r"dit artikel is (?:alleen|exclusief) voor (?:abonnees|leden)|(?:logga in|logg inn|log ind) "
    r"för? (?:att|å|at) (?:läsa|lese|læse|fortsette|fortsætte)|den här artikeln är (?:bara )?för "
    r"prenumeranter|denne (?:artikkelen|saken|artikel) er (?:kun )?for abonnenter|"
    r"(?:artykuł|treść) dostępn[ya] (?:tylko )?dla (?:prenumeratorów|subskrybentów|zalogowanych)|"
    r"(?:tento )?článek je (?:dostupný )?(?:pouze |jen )?pro předplatitele|"
    # Russian, Ukrainian, Turkish, Arabic, Persian
    r"(?:эта статья|материал|статья|текст) доступ(?:на|ен) только (?:для )?подписчик|"
    r"(?:войдите|зарегистрируйтесь|оформите подписку),? чтобы (?:читать|прочитать|продолжить)|"
    r"(?:увійдіть|зареєструйтеся|оформіть передплату),? щоб (?:читати|продовжити)|"
    r"(?:okumaya devam etmek|devamını okumak) için (?:giriş|abone|üye)|"
    r"(?:سجل الدخول|سجّل الدخول|اشترك)(?: الآن)? (?:لمتابعة|لقراءة|لإكمال)|"
    r"هذا المحتوى (?:متاح |مخصص )?(?:فقط )?للمشتركين|"
    r"برای (?:خواندن|ادامه|مشاهده) .{0,30}(?:وارد شوید|ثبت نام کنید|مشترک شوید)|"
    # Chinese, Japanese, Korean
    r"(?:请|請)?(?:登录|登錄|登入|注册|註冊|订阅|訂閱|開通|开通).{0,12}(?:查看|阅读|閱讀|解锁|解鎖|"
    r"继续|繼續).{0,6}(?:全文|剩余|剩餘|更多|内容|內容|阅读|閱讀)|(?:本文|此文|以下).{0,8}(?:付费|付費|会员|"
    r"會員)(?:专享|專享|可读|可讀|内容|內容|文章)|"
    r"(?:この記事は|ここから先は|残り.{0,12}文字).{0,20}(?:会員|有料)|(?:会員登録|ログイン)(?:して|すると|で).{0,12}"
    r"(?:続き|全文|記事)|[［【\[]?有料会員(?:限定|になると|に登録)|"
    r"(?:이 (?:기사|콘텐츠)는|이어서 읽으려면|계속 읽으려면).{0,20}(?:회원|구독|로그인)",
    re.IGNORECASE,
)
# The first characters of those invitations that begin in ASCII. A line is read whole only where
# it begins so, or with other letters.
_BEGINNING = 5
_BEGINNINGS = frozenset(
    [
        *("abbon", "abonn", "acced", "alrea", "anmel", "artic", "artyk", "assin", "becom"),
        *("berei", "cadas", "ce co", "cet a", "conne", "conte", "creat", "das a", "das b"),
        *("das i", "das t", "den h", "denne", "der a", "der b", "der i", "der t", "devam"),
        *("diese", "dit a", "einlo", "il vo", "inici", "inscr", "jetzt", "l' ar", "l' co"),
        *("l'art", "l'con", "la su", "log i", "logg ", "logga", "login", "melde", "okuma"),
        *("quest", "regis", "sei g", "sie h", "sign ", "signi", "subsc", "suscr", "tento"),
        *("the r", "this ", "to co", "to ke", "to re", "weite", "you h", "you' ", "you'v"),
        "youve",
    ]
)


def exclude_walls(core: Element) -> None:
    """Mark excluded the boxes of the body that ask readers to register, log in or pay.

    Args:
        core: the container of the body, measured.
    """
    boxes = 0
    for element in _short_lines(core):
        if not _may_invite(element) or not _INVITATION.match(element.text()):
            continue
        box = _box_of(element, core)
        if box is element and _is_paragraph(element):
            continue
        box.excluded = True
        boxes += 1
        if boxes == _MOST_BOXES:
            return


def _short_lines(core: Element) -> Iterator[Element]:
    """The elements below that hold one line, of the length of an invitation."""
    stack = core.elements()[::-1]
    while stack:
        element = stack.pop()
        if element.inline or element.size < _SHORTEST:  # and so is all below it
            continue
        blocks = [e for e in element.children if not isinstance(e, str) and not e.inline]
        if blocks:
            stack += blocks[::-1]
        elif element.size <= _LONGEST and not element.excluded:
            yield element


def _may_invite(line: Element) -> bool:
    """Whether a line that invites readers can begin as its first string does."""
    first = line.children[0]
    if not isinstance(first, str):
        return True
    beginning = " ".join(first.split(maxsplit=3))[:_BEGINNING]  # holds three words at most
    return (
        len(beginning) < _BEGINNING or not beginning.isascii() or beginning.lower() in _BEGINNINGS
    )


def _is_paragraph(line: Element) -> bool:
    """Whether a line is a paragraph of the text, which can begin as an invitation does.

    "Register offices will close on Fridays to keep costs low" does.
    """
    return line.tag == "p" and not line.hint and line.prose > _OF_A_BARE_LINE


def _box_of(line: Element, core: Element) -> Element:
    """The outermost element around a line that holds little else."""
    box = line
    for parent in islice(line.ancestors(), _MOST_LEVELS):
        if parent is core or parent.size > _OF_A_BOX or parent.prose > _SHARE * core.prose:
            break
        if box is not line and any(_is_of_text(e) for e in parent.elements() if e is not box):
            break
        box = parent
    return box


def _is_of_text(element: Element) -> bool:
    """Whether it is a paragraph that neither asks, nor speaks of the outlet, nor says a price."""
    if element.tag != "p" or element.prose < _OF_A_PARAGRAPH:
        return False
    text = element.text()
    return not (is_asking(text) or OF_US.search(text) or _PRICE.search(text))
