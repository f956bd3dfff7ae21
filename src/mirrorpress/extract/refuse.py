"""Pages that are no article, each reported as the error that it is.

AccessBlocked  a bot challenge, login or consent page: by what its vendor writes into it
EmptyShell     much script, next to no text
NotAnArticle   no body of text, or a list of links, or an error page
"""

from __future__ import annotations

import re

from mirrorpress.errors import AccessBlocked, EmptyShell, ExtractError, NotAnArticle

# (blocker, strings, pattern): whatever the pattern matches holds one of the strings, in lower case.
# They are found a hundred times faster.
_BLOCKERS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (name, words, re.compile(pattern, re.IGNORECASE))
    for name, words, pattern in (
        (
            "Cloudflare",
            (
                "just a moment",
                "cloudflare",
                "cf-browser-verification",
                "/cdn-cgi/challenge-platform/h/",
                "_cf_chl_opt",
                "cf_chl_prog",
            ),
            r"<title>\s*(?:just a moment|attention required! \| cloudflare|"
            r"please wait\.\.\. \| cloudflare)|"
            r"cf-browser-verification|/cdn-cgi/challenge-platform/h/|_cf_chl_opt|cf_chl_prog",
        ),
        (
            "DataDome",
            (
                "captcha-delivery.com",
                'id="cmsg"',
            ),
            r"geo\.captcha-delivery\.com|captcha-delivery\.com/captcha|id=\"cmsg\"",
        ),
        (
            "PerimeterX",
            ("px-captcha", "captcha.px-cdn.net", "perimeterx", "please verify you are a human"),
            r"px-captcha|captcha\.px-cdn\.net|perimeterx|please verify you are a human",
        ),
        (
            "Akamai",
            ("access denied", "/_sec/cp_challenge", "sec-if-cpt-container"),
            r"<title>\s*access denied\s*</title>[\s\S]{0,2000}(?:reference\s*&#35;|"
            r"errors\.edgesuite\.net)|"
            r"/_sec/cp_challenge|sec-if-cpt-container",
        ),
        (
            "Incapsula",
            ("_incapsula_resource", "incapsula incident id"),
            r"_incapsula_resource|incapsula incident id",
        ),
        (
            "AWS WAF",
            ("awswafcookiedomainlist", "awswaf", "aws-waf-token"),
            r"awswafcookiedomainlist|aws-waf-token|/challenge\.js[^>]*awswaf",
        ),
        ("Sucuri", ("sucuri website firewall",), r"sucuri website firewall"),
        (
            "Anubis",
            ("anubis_challenge", "making sure you"),
            r"id=\"anubis_challenge\"|making sure you&#39;re not a bot|"
            r"making sure you're not a bot",
        ),
        (
            "a captcha",
            ("captcha", "cf-turnstile"),
            r"g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile",
        ),
        (
            "a captcha",
            ("<title>",),
            r"<title>\s*(?:captcha|are you a robot|robot check|verify you are human|"
            r"human verification|安全验证|验证码|访问验证)",
        ),
        (
            "a login",
            ("<title>",),
            r"<title>[^<]{0,40}(?:log ?in|sign ?in|anmelden|connexion|登录|登入)[^<]{0,30}</title>",
        ),
        (
            "a consent page",
            ("<title>",),
            r"<title>[^<]{0,60}(?:cookie|consent|privacy settings|before you continue|"
            r"einwilligung)[^<]{0,40}</title>",
        ),
        (
            "a consent page",
            ("consent.", "guce."),
            r"consent\.(?:yahoo|google|youtube)\.|guce\.(?:yahoo|oath|advertising)",
        ),
    )
)
_ERROR_TITLE = re.compile(
    r"^(?:error\s*)?(?:404|403|410|500|502|503)\b|page (?:could )?not (?:be )?found|not found|"
    r"seite nicht gefunden|"
    r"page introuvable|página no encontrada|страница не найдена|(?:页面|您访问的页面|该内容|"
    r"文章).{0,8}(?:不存在|找不到|已删除|被删除)|"
    r"^access denied|^forbidden|bad gateway|service unavailable|الصفحة غير موجودة",
    re.IGNORECASE,
)
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|activate|turn on|requires?|need) javascript|javascript (?:is )?(?:disabled|"
    r"required|aktivieren)|"
    r"id=[\"']?(?:root|app|__next|__nuxt|___gatsby)[\"'\s/>]",
    re.IGNORECASE,
)

# Marks of these stand on pages with a form for comments or behind a network that watches bots, too.
# The page of a challenge is small beside its scripts: neither menus nor lists of articles.
_CHALLENGES = frozenset(["a captcha", "Cloudflare", "DataDome", "PerimeterX", "AWS WAF", "Sucuri"])
_MOST_OF_A_CHALLENGE = 15_000  # characters of markup, without scripts, styles and comments
_HEAD = 60_000  # characters; such pages are small
SCANT = 700  # Latin characters: above this a page is taken for an article
LEAST = 50  # Latin characters: a notice of one sentence is an article, a label is none


def refusal(
    *,
    markup: str,
    title: str,
    size: float,
    markup_size: int,
    media: int,
    script_characters: int,
    url: str | None,
    is_full: bool = False,
) -> ExtractError | None:
    """Why a page is no article; None where it is one.

    Args:
        markup: the page as it came; bot challenges show in scripts.
        title: as found.
        size: of the body's text, in Latin characters.
        markup_size: characters of the page without scripts, styles and comments.
        media: pictures and players in the body.
        script_characters: of all scripts of the page.
        url: where the page came from, for the error.
        is_full: the feed or the page's data have the text that the page does not show.
    """
    where = url or ""
    if size >= SCANT:
        return None
    head = markup[:_HEAD]
    lower = head.lower()
    is_large = size >= LEAST and markup_size > _MOST_OF_A_CHALLENGE
    for blocker, words, pattern in _BLOCKERS:
        if is_large and blocker in _CHALLENGES:
            continue
        found = pattern.search(head) if any(word in lower for word in words) else None
        if found:
            return AccessBlocked(blocker, " ".join(found[0].split())[:80], url=where)
    if _ERROR_TITLE.search(title.strip()):
        return NotAnArticle(f"this is an error page: {title.strip()[:80]!r}", url=where)
    if is_full or size >= LEAST or (media >= 2 and size > 0):
        return None
    if script_characters > 2000 or _NEEDS_SCRIPT.search(head):
        return EmptyShell(
            f"the page shows {size:.0f} characters of text beside {script_characters} of script; "
            "it needs a browser",
            url=where,
        )
    return NotAnArticle("no body of text was found on the page", url=where)
