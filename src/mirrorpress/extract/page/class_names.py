"""Class names and ids that say what an element is: of the article, or around it.

Every class and the id is judged alone, as a whole. What only describes the layout does not count:

    related-posts        boilerplate
    post hasSidebar      not: a page with a sidebar
    label-hidden         not: something about the label
    md:hidden            not: only on some screens
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache
from typing import TypeAlias

# What "comment" and "comments" are glued to in names of comments: CommentTreeItem, userComments.
_BEHIND_COMMENT = (
    *("area", "author", "block", "body", "box", "container", "content", "date", "disclaimer"),
    *("entry", "footer", "form", "header", "holder", "item", "list", "meta", "name", "panel"),
    *("post", "reply", "row", "section", "stream", "text", "thread", "title", "tree", "txt"),
    *("user", "wrap"),
)
_AHEAD_OF_COMMENT = (
    *("add", "all", "article", "entry", "facebook", "fb", "latest", "leave", "post", "reader"),
    *("readers", "recent", "single", "story", "sub", "top", "user", "visitor"),
)

# Names of what is read aloud and not shown.
_FOR_SCREEN_READERS = (
    *("screen-reader", "screenreader", "sr-only", "sr_only", "a11y-only", "visually-hidden"),
    *("visuallyhidden", "hidden-visually", "hide-visually", "element-invisible"),
    "assistive-text",
)

# Class and id words of what surrounds an article, distinctive enough to be found anywhere.
_ANYWHERE = [
    "newsletter",
    "breadcrumb",
    "taboola",
    "outbrain",
    "disqus_thread",
    "recommend",
    "related",
    "sidebar",
    "side-bar",
    "side_bar",
    "advert",
    "sponsor",
    "cookie",
    "gdpr",
    "mostread",
    "most-read",
    "most_read",
    "mostpopular",
    "most-popular",
    "most_popular",
    "trending",
    "popularposts",
    "popular-posts",
    "subscription",
    "signup",
    "sign-up",
    "sign_up",
    "sharethis",
    "share-bar",
    "sharebar",
    "share-button",
    "sharebutton",
    "share_button",
    "sharetool",
    "share-tool",
    "sharing",
    "social-share",
    "socialshare",
    "social-media",
    "socialmedia",
    "social-link",
    "social-icon",
    "social_",
    "addthis",
    "addtoany",
    "sharedaddy",
    "jp-relatedposts",
    "wp-polls",
    "wp-block-file__button",
    "mw-editsection",
    "yasr-",
    "trinityaudioplaceholder",
    "trinity-tts",
    "pagination",
    "pagenav",
    "page-nav",
    "post-nav",
    "postnav",
    "skip-link",
    "skiplink",
    *_FOR_SCREEN_READERS,
    "off-screen",
    "offscreen",
    "author-bio",
    "authorbio",
    "author_bio",
    "about-author",
    "aboutauthor",
    "author-box",
    "authorbox",
    "author-info",
    "author_info",
    "authorinfo",
    "author-block",
    "author-card",
    "authorcard",
    "about-the-author",
    "breaking-news",
    "breaking-now",
    "breakingnews",
    "post-tags",
    "article-tags",
    "article__tags",
    "tags-list",
    "taglist",
    "tag-list",
    "tag_list",
    "tagcloud",
    "read-also",
    "readalso",
    "lire-aussi",
    "a-lire-aussi",
    "also-read",
    "more-stories",
    "morestories",
    "more-articles",
    "morearticles",
    "more-news",
    "morenews",
    "next-article",
    "next-story",
    "up-next",
    "upnext",
    "other-news",
    "you-may",
    "you_may",
    "youmay",
    "promobox",
    "promo-box",
    "teaser-list",
    "teaserlist",
    "comments-area",
    "comment-list",
    "comment-form",
    "comments-section",
    "comments_",
    "comment-respond",
    "livefyre",
    "fb-comments",
    "fb-like",
    "fb_iframe",
    "onetrust",
    "guanggao",
    "tuijian",
    "xiangguan",
    "fenxiang",
    "pinglun",
    "hotnews",
    "hot-news",
    "newslist",
    "news-list",
    "rank-list",
    "ranklist",
    "rank_list",
    "paihang",
    "login-form",
    "print-link",
    "printlink",
    "print-only",
    "printonly",
    "print_only",
    "back-to-top",
    "backtotop",
    "scroll-top",
    "site-header",
    "site-footer",
    "siteheader",
    "sitefooter",
    "masthead",
    "global-nav",
    "globalnav",
    "main-nav",
    "mainnav",
    "site-nav",
    "navbar",
    "topbar",
    "bottom-bar",
    "colophon",
    "editor-picks",
    "editorpicks",
    "piano-paywall",
    "paywall-package",
    "paywall-offer",
    "paywall-form",
    "paywall-message",
    "paywall-banner",
    "gallery-nav",
    "toolbar",
    "donate",
    "donation",
    "fundrais",
    "app-download",
    "appdownload",
    "download-app",
    "qrcode",
    "qr-code",
    "erweima",
    "wechat-code",
    "weixin-code",
    "jiathis",
    "bdshare",
    "bshare",
    "feedback-form",
    "reader-survey",
    "call-to-action",
    "cta-box",
    "inline-cta",
    "instaread",
    *(f"comment{plural}{part}" for plural in ("", "s") for part in _BEHIND_COMMENT),
    *(f"{part}comment" for part in _AHEAD_OF_COMMENT),
]

# Words that count only when they stand alone between separators.
_ALONE = [
    "ad",
    "ads",
    "adv",
    "advt",
    "adbox",
    "adunit",
    "ad-slot",
    "adslot",
    "ad-container",
    "ad-wrapper",
    "ad-unit",
    "dfp",
    "gpt",
    "banner",
    "nav",
    "menu",
    "navigation",
    "share",
    "shares",
    "social",
    "tags",
    "promo",
    "promos",
    "promotion",
    "teaser",
    "teasers",
    "teaserbox",
    "bio",
    "comment",
    "comments",
    "respond",
    "footer",
    "foot",
    "header-nav",
    "aside",
    "rail",
    "right-rail",
    "rightrail",
    "sidebar",
    "popup",
    "modal",
    "overlay",
    "lightbox-overlay",
    "toast",
    "login",
    "register",
    "rating",
    "ratings",
    "vote",
    "poll",
    "polls",
    "pager",
    "paging",
    "print",
    "rank",
    "ranking",
    "hot",
    "topics",
    "keywords",
    "crumbs",
    "crumb",
    "survey",
    "tools",
    "utility",
    "utilities",
    "meta-tags",
    "shortcuts",
    "sponsored",
    "sponsoren",
    "partner",
    "anzeige",
    "werbung",
    "publicidad",
    "publicite",
    "publicité",
    "reklama",
    "annonse",
    "mer-om",
    "kommentare",
    "kommentarer",
    "kommentar",
    "empfehlungen",
    "empfehlung",
    "weiterlesen",
    "mehr-zum-thema",
    "relacionadas",
    "relacionados",
    "noticias-relacionadas",
]

_Branches: TypeAlias = "dict[str, _Branches]"


def _any_of(words: Iterable[str]) -> str:
    """A pattern of words that begins each of their beginnings once: five times as fast."""
    root: _Branches = {}
    for word in words:
        branches = root
        for letter in (*word, ""):
            branches = branches.setdefault(letter, {})
    return _branching(root)


def _branching(branches: _Branches) -> str:
    further = [
        re.escape(letter) + _branching(inner) for letter, inner in branches.items() if letter
    ]
    if not further:
        return ""
    return f"(?:{'|'.join(further)})" + ("?" if "" in branches else "")


# Both are looked for in all names of an element at once, too.
_DISTINCTIVE = re.compile(_any_of(_ANYWHERE) + "|subscribe(?!r)")
_WORDS = re.compile(rf"(?<![^\s_-]){_any_of(_ALONE)}(?![^\s_-])|(?<!\S)widget_[a-z]")
# Names that say what else is on the page, which heading the element is below, or how it looks:
# has-sidebar, h2-related, banner-bg-wide.
_LAYOUT = re.compile(
    r"[:@/\[\]()]|^h[1-6][-_]|"
    r"(?:^|--)(?:has|with|without|no|not|non|hide|show|skip|is-not|uses?|js-has)(?:-|_|(?=side|ads?$|"
    r"related|social|comment|share|nav|banner|menu))|"
    r"-(?:radius|colou?r|bg|background|padding|margin|width|border|shadow|spacing|gap|flex|grid|row|"
    r"wide|full|enabled|disabled|visible|loaded|open|closed|active)$"
)
_HIDDEN = re.compile(r"(?:is-|js-|u-)?(?:hidden|hide|invisible)|d-none|.*--(?:hidden|hide)")
_READ_ALOUD = re.compile(
    rf"(?<!\bnot-)(?:^|(?<=[\s_-]))(?:{'|'.join(_FOR_SCREEN_READERS)}|"
    r"screen-?reader-(?:text|only))(?:$|\s)"
)
_ON_WIDE_SCREENS = re.compile(
    r"(?:^|\s)(?:\w+:|d-\w+-)(?:inline|block|contents|flex)|(?:^|\s)visible-"
)
_ABOUT_PAGE = re.compile(
    r"(?:^|[\s_-])(?:authors?|contributors?|disclaimers?|citation|cite|paywall|regwall|cta|letter|"
    r"membership|members?|support|donations?|sign-?in|signin|offers?|apps?|audio|listen|speech|"
    r"player|follow|licen[cs]e|legal|terms|feedback|error-?report|copyright|meta|metadata|dateline|"
    r"timestamp|byline|bylines|dates?|published|reading-?time|read-?time|"
    r"recirc|recirculation|categor(?:y|ies)|topics?|kicker|eyebrow|profile|staff|newsletters?|"
    r"correction-?policy|trust|ethics|counters?|buttons?|actions?|toolbox|rights)(?:$|[\s_-])"
)
_CONSENT = re.compile(r"cookie|consent|gdpr|dsgvo|rgpd|optanon|cmplz")
_SEPARATORS = re.compile(r"[-_]+")
_MODULE = re.compile(r"_{2,3}(?=[a-z_]*\d)\w{4,8}$")  # what a packer appends to a class
_SUBJECT_PARTS = 4  # words of a name at least that may be a headline
_PAGES = re.compile(r"paginat|(?:^|[_-])(?:pager|paging)(?:$|[_-])")
_MENUS = frozenset(["menu", "menus", "our-menu", "menu-list"])
_MOST_PARTS = 6  # words of a class; a longer one is made of a headline's words

# Words that say "this is the text", and win over the above in the same name: two with or without
# separators, and one alone.
_OF_TEXT = {
    "article": "body content inner main text wrapper",
    "artikel": "body content inhalt text",
    "body": "content text",
    "content": "body text",
    "entry": "body content",
    "main": "content",
    "news": "body content text",
    "page": "content",
    "post": "body content text",
    "rich": "text",
    "single": "content",
    "story": "body content text",
    "text": "body",
}
_TEXT = [
    "artibody",
    "contenu",
    "corps",
    "cuerpo",
    "endtext",
    "inhalt",
    "maintext",
    "markdown",
    "paragraph",
    "prose",
    "wysiwyg",
    "zhengwen",
]
_JOINTS = ("", "-", "_", "-_", "__", "-__")
_BODY = re.compile(
    _any_of(
        [
            *_TEXT,
            *(
                f"{first}{joint}{second}"
                for first, seconds in _OF_TEXT.items()
                for joint in _JOINTS
                for second in seconds.split()
            ),
        ]
    )
)


@lru_cache(maxsize=8192)
def is_boilerplate(hint: str) -> bool:
    """Whether the classes and the id of an element are of boilerplate.

    Remembered: the classes of a site come again and again.

    Args:
        hint: as `Element.hint`, lower case, separated by spaces.
    """
    if says_hidden(hint):
        return not names_body(hint)
    if _WORDS.search(hint) is None and _DISTINCTIVE.search(hint) is None:
        return False
    return not names_body(hint) and any(map(_is_boilerplate_name, hint.split()))


def without_subject(hint: str, words: Container[str]) -> str:
    """The names of an element without those made of a headline's words, which say nothing of it.

    Args:
        hint: as `Element.hint`.
        words: of the page's headline and address, in lower case.
    """
    names = hint.split()
    subjects = {name for name in names if _is_long(name) and _is_made_of(name, words)}
    return " ".join([name for name in names if name not in subjects]) if subjects else hint


def may_be_subject(hint: str) -> bool:
    """Whether one of an element's names is long enough to be a headline's words."""
    # All separators of the names together are counted first: most have too few.
    return _is_long(hint) and any(map(_is_long, hint.split()))


def _is_long(name: str) -> bool:
    return name.count("-") + name.count("_") >= _SUBJECT_PARTS - 1


def _is_made_of(name: str, words: Container[str]) -> bool:
    parts = name.replace("_", "-").split("-")
    for part in parts:
        if part and part not in words:
            return False
    return len(parts) - parts.count("") >= _SUBJECT_PARTS


def without_menu(hint: str) -> str:
    """The names of an element without those that say of it only that it is a menu."""
    return " ".join(name for name in hint.split() if name not in _MENUS)


def without_pages(hint: str) -> str:
    """The names of an element without those that say of it only that it leads to other pages."""
    return " ".join(name for name in hint.split() if not _PAGES.search(name))


@lru_cache(maxsize=8192)
def is_about_page(hint: str) -> bool:
    """Whether a name is of a box about the author, the outlet or the reader's account.

    Such a name alone proves little: a whole article may be in a "membership" or "author" container.
    """
    return _ABOUT_PAGE.search(hint) is not None and not names_body(hint)


@lru_cache(maxsize=4096)
def names_body(hint: str) -> bool:
    """Whether a name says that it is the text; remembered, as the pages of a site share it."""
    return _BODY.search(hint) is not None


@lru_cache(maxsize=4096)
def names_consent(hint: str) -> bool:
    """Whether a name says that it waits for a reader's consent, or asks for it."""
    return _CONSENT.search(hint) is not None


def says_hidden(hint: str) -> bool:
    """Whether a class says that the element is not shown, on whatever screen."""
    if "hid" not in hint and "d-none" not in hint and "invisible" not in hint:
        return False
    return any(_HIDDEN.fullmatch(_MODULE.sub("", name)) for name in hint.split())


@lru_cache(maxsize=8192)
def says_unseen(hint: str) -> bool:
    """Whether a class says that words of a line are shown on no screen, or read aloud only."""
    if _READ_ALOUD.search(hint) is not None:
        return True
    return says_hidden(hint) and _ON_WIDE_SCREENS.search(hint) is None


def _is_boilerplate_name(name: str) -> bool:
    if _WORDS.search(name) is None and _DISTINCTIVE.search(name) is None:
        return False
    return _LAYOUT.search(name) is None and len(_SEPARATORS.findall(name)) < _MOST_PARTS
