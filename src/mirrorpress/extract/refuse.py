"""Pages that are no article, each reported as the error that it is.

AccessBlocked  a bot challenge, login or consent page: by what its vendor writes into it; no text,
               and the outlet says that readers pay for it
EmptyShell     much script, next to no text
NotAnArticle   no body of text, or a list of links, or an error page; a file that is no page
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
# Files that are no pages, by how they begin: servers send them as pages or as a stream of bytes.
_XML_FILE = re.compile(
    r"\ufeff?(?:\s++|<\?[^>]{0,500}>|<!--[^>]{0,500}-->|<!doctype[^>]{0,500}>)*+"
    r"<(rss|feed|rdf:rdf|opml|urlset|sitemapindex|svg)[\s>]",
    re.IGNORECASE,
)
_FEED, _SITEMAP = "a feed", "a sitemap"
_XML_NAMES = {
    "rss": _FEED,
    "feed": _FEED,
    "rdf:rdf": _FEED,
    "opml": "a list of feeds (OPML)",
    "urlset": _SITEMAP,
    "sitemapindex": _SITEMAP,
    "svg": "an SVG picture",
}
_JSON = re.compile(r"\ufeff?\s*+(?:\{\s*+[\"}]|\[\s*+[\[{\"\d])")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FIRST = 4_000  # characters that show what a file is
_MOST_CONTROLS = 0.02  # of them; of random bytes it is a tenth
_MOST_UNDECODED = 0.2  # of them; a page in a wrong encoding is mostly markup there
SCANT = 700  # Latin characters: above this a page is taken for an article
LEAST = 50  # Latin characters: a notice of one sentence is an article, a label is none


def file_refusal(text: str, url: str | None) -> ExtractError | None:
    """Why a file is no page, though it came as one; None where it may be. Plain text may be.

    Args:
        text: as decoded, whatever it is.
        url: where it came from, for the error.
    """
    kind = _kind_of_file(text)
    if kind is None:
        return None
    fix = ": name its address as the url of a source" if kind == _FEED else ""
    return NotAnArticle(f"this is {kind}, not a page{fix}", url=url or "")


def _kind_of_file(text: str) -> str | None:
    """What a file is by its first characters; None where it may be a page."""
    first = text[:_FIRST]
    if first.startswith("%PDF-"):
        return "a PDF document"
    size = len(first)
    # Without a zero byte it is text, and nothing need be counted: as nearly always.
    if "\0" in first and len(_CONTROL.findall(first)) > _MOST_CONTROLS * size:
        return "binary data"
    if first.count("\ufffd") > _MOST_UNDECODED * size:
        return "data in no known encoding"
    if _JSON.match(first) and text.rstrip()[-1:] in ("}", "]"):
        return "JSON"
    found = _XML_FILE.match(first)
    return _XML_NAMES[found[1].lower()] if found else None


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
    is_free: bool = True,
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
        is_free: False where the outlet says in JSON-LD that readers pay for the article.
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
    if not is_free:
        return AccessBlocked("a paywall", "JSON-LD: isAccessibleForFree is false", url=where)
    if script_characters > 2000 or _NEEDS_SCRIPT.search(head):
        return EmptyShell(
            f"the page shows {size:.0f} characters of text beside {script_characters} of script; "
            "it needs a browser",
            url=where,
        )
    return NotAnArticle("no body of text was found on the page", url=where)
