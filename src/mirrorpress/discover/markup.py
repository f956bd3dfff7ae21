"""Markup of feed fields to plain text, as a reader would read it aloud.

    line("AT&amp;T <b>falls</b>")          "AT&T falls"
    line("5 < 6")                          "5 < 6"
    paragraphs("<p>One</p><p>Two</p>")     "One\nTwo"

An HTML5 parser reads the markup and writes it again, so that what is markup to a browser is markup
here; patterns then take the tags out of what it wrote, which has but one form. Depth is bounded
before it is asked: its time grows with the square of the nesting.
"""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from mirrorpress import urls

MAX_DEPTH = 300  # elements inside one another; beyond it tags are taken out by pattern alone

_BLOCK_NAMES = """
address article aside blockquote body br caption center dd details dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option
p pre section summary table tbody tfoot thead tr ul
"""
_INLINE_NAMES = """
a abbr acronym area audio b base bdi bdo big cite code col del dfn em embed font html i iframe img
ins input kbd label link mark math meta object q rp rt ruby s samp small source span strike strong
sub sup svg td textarea th time track tt u var video wbr
"""
_SILENT_NAMES = "head noframes script select style template title"
_OPAQUE_NAMES = "iframe listing math noembed noscript object plaintext svg textarea xmp"
_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(_SILENT_NAMES.split())  # elements whose content is no text
_HIDING = _SILENT | set(_OPAQUE_NAMES.split())  # elements that HTML reads by other rules
_VOID = frozenset(_VOID_NAMES.split())
# Elements that hold none, or that end where another of their kind begins.
_NOT_NESTING = _VOID | {
    "p",
    "li",
    "dt",
    "dd",
    "option",
    "tr",
    "td",
    "th",
    "tbody",
    "thead",
    "tfoot",
}
_KNOWN = _BLOCKS | _SILENT | set(_INLINE_NAMES.split())

_TAG_LIKE = re.compile(r"<(?:/?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>|!--)")
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*?(/?)>")
_ANY_TAG = re.compile(r"<(?:!--.*?(?:-->|$)|[/!?A-Za-z][^>]*(?:>|$))", re.DOTALL)
_FRAME = re.compile(r"</?iframe\b[^<>]*>", re.IGNORECASE)  # one not closed would hide all after it

_RELATIVE = re.compile(
    r"""(\s(?:href|src|poster)\s*=\s*)(["'])(?![\w+.\-]+:|//|\#|\s|["'])([^"'<>]+)\2""",
    re.IGNORECASE,
)
_OPEN_FRAME = re.compile(r"<iframe\b([^<>]*?)\s*/>", re.IGNORECASE)

# A tag that needs no parser: whole, with attributes in quotes or none. Its name is the group.
_SIMPLE_TAG = re.compile(
    r"""</?+([A-Za-z][A-Za-z0-9]*+)"""
    r"""(?:\s++[A-Za-z][\w:\-]*+(?:=(?:"[^"<>]*+"|'[^'<>]*+'))?+)*+\s*+/?+>"""
)

# Tags and comments as the parser writes them: lower case, attributes in double quotes. Elements
# whose content is not text come out whole.
_SERIALISED_TAG = re.compile(
    r"""</?([a-z][^\s<>]*)(?:[^"<>]*(?:"[^"]*"[^"<>]*)*)>|<!--.*?-->""", re.DOTALL
)
_SILENT_ELEMENT = re.compile(rf"<({'|'.join(sorted(_SILENT))})\b.*?</\1>", re.DOTALL)
_BREAK = "\x00"  # no parser lets it through, so it can stand for "new line here"
_SEPARATORS = {**dict.fromkeys(_BLOCKS, _BREAK), "td": " ", "th": " "}

_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2028\u2029]+")
_UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# Control characters of ISO 8859-1 are Windows-1252 that somebody misread (WHATWG Encoding, 4.2).
_MISREAD = {
    code: bytes([code]).decode("cp1252", errors="ignore") or None for code in range(0x80, 0xA0)
}


def looks_like_markup(text: str) -> bool:
    """Whether text has tags or references that HTML knows (RSS does not say which it is)."""
    if "&" in text and _REFERENCE.search(text):
        return True
    return "<" in text and any(
        not found[1] or found[1].lower() in _KNOWN for found in _TAG_LIKE.finditer(text)
    )


def plain(text: str) -> str:
    """Text that is no markup, on one line."""
    if text.isprintable() and "  " not in text:  # as nearly all lines are
        return text.strip()
    return _SPACE.sub(" ", _sayable(text)).strip()


def line(markup: str) -> str:
    """What the markup says, on one line."""
    if "<" not in markup and "&" not in markup:
        return plain(markup)
    return " ".join(_lines(markup))


def paragraphs(markup: str) -> str:
    """What the markup says, one block a line."""
    if "<" not in markup and "&" not in markup:
        return plain(markup)
    return "\n".join(_lines(markup))


def _sayable(text: str) -> str:
    if _UNSAYABLE.search(text):
        return _UNSAYABLE.sub("", text.translate(_MISREAD))
    return text


def to_extract(markup: str, base: str | None) -> str:
    """The markup as `extract` should get it: readable out of its place.

    Relative addresses are made absolute: only the feed says what they are relative to (XML
    Base). Frames are closed where they open: `<iframe … />`, as XHTML has it, is no end to HTML
    and hides whatever follows.
    """
    markup = _OPEN_FRAME.sub(r"<iframe\1></iframe>", markup)
    if base is None:
        return markup
    return _RELATIVE.sub(lambda found: _absolute(found, base), markup)


def _absolute(found: re.Match[str], base: str) -> str:
    before, quote, address = found.groups()
    resolved = urls.safe(unescape(address), base=base)
    return f"{before}{quote}{resolved.replace('&', '&amp;')}{quote}" if resolved else found[0]


def _lines(markup: str) -> list[str]:
    text = _simply(markup)
    if text is None:
        text = _parsed(markup)
    return [said for line in unescape(text).split(_BREAK) if (said := plain(line))]


def _simply(markup: str) -> str | None:
    """The markup with line breaks for tags, where that is what the parser would make of it.

    None where it holds "<" that is no plain tag, or elements that HTML reads by other rules.
    """
    pieces = _SIMPLE_TAG.split(markup.replace(_BREAK, ""))  # text, name, text, name, … text
    if "<" in "".join(pieces[::2]):
        return None
    names = [name.lower() for name in pieces[1::2]]
    if not _HIDING.isdisjoint(names):
        return None
    pieces[1::2] = [_SEPARATORS.get(name, "") for name in names]
    return "".join(pieces)


def _parsed(markup: str) -> str:
    """The same by way of the parser."""
    if too_deep(markup):
        return _ANY_TAG.sub(_BREAK, _sayable(markup))
    body = LexborHTMLParser(_FRAME.sub("", markup)).body
    written = _sayable(body.html or "") if body is not None else ""
    return _SERIALISED_TAG.sub(_separator, _SILENT_ELEMENT.sub("", written))


def _separator(tag: re.Match[str]) -> str:
    return _SEPARATORS.get(tag[1], "")


def too_deep(markup: str) -> bool:
    """Whether elements may stand inside one another deeper than a parser should be asked."""
    if markup.count("<") <= MAX_DEPTH:
        return False
    depth = 0
    for closing, name, empty in _TAG.findall(markup):
        if name.lower() in _NOT_NESTING or empty:
            continue
        depth += -1 if closing else 1
        if depth > MAX_DEPTH:
            return True
    return False
