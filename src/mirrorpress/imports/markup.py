"""What mirrors did to text and HTML, undone.

    lines_of(b"\\xef\\xbb\\xbfone\\r\\ntwo")       ["one", "two"]
    lines_of("æ²³æ°´ä¸Šæ¶¨".encode())          ["河水上涨"]: UTF-8 that was read as Windows-1252
    with_links('<ok href="/a">A</ok>')          '<a href="/a">A</a>'
    with_links('<span href="/a">A</span>')      '<a href="/a">A</a>'
    without_line_ends("河\\n<b>\\n水</b>")      "河<b>水</b>": Chinese has no spaces there
    plain_title(r'The \\"Gull\\" &amp; I')        'The "Gull" & I'

Every step is linear in the length of the text.
"""

from __future__ import annotations

import re
from html import unescape

from mirrorpress.errors import ExtractError
from mirrorpress.text.encodings import decode

MAX_BYTES = 8 * 1024 * 1024  # of a page; the longest article of an outlet has far less
_HIGH = r"[\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]"  # 0x80 to 0xBF
# Three bytes, two times two bytes, or a letter with an accent: no words of any language.
_MOJIBAKE = re.compile(
    rf"[\u00e0-\u00ef]{_HIGH}{{2}}|(?:[\u00c2-\u00df]{_HIGH}){{2}}|\u00c3[\u00a0-\u00bf]"
)
_WINDOWS = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # not in Windows-1252: stay as they are
}
_LINK_TAG = re.compile(r"<(/?)(a|ok|span)\b([^<>]*)>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
# Han and kana with their punctuation; Korean has spaces between words.
_UNSPACED = r"[\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uff01-\uff65]"
_BETWEEN = re.compile(
    rf"(?<={_UNSPACED})(?:\s|</?(?:a|b|em|font|i|span|strong|u)\b[^<>]*>)++(?={_UNSPACED})",
    re.IGNORECASE,
)
_TAG_OR_SPACE = re.compile(r"<[^<>]*>|\s+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~“”‘’«»])")  # CommonMark, 2.4, and quotation marks


def lines_of(content: bytes) -> list[str]:
    """The lines of a page without line ends, byte order mark and mojibake.

    Raises:
        ExtractError: the page has more than `MAX_BYTES`.
    """
    if len(content) > MAX_BYTES:
        raise ExtractError(f"the page has {len(content)} bytes; {MAX_BYTES} are read at most")
    text = decode(content).text.removeprefix("\ufeff").replace("\x00", "")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [_without_mojibake(line) for line in lines] if _MOJIBAKE.search(text) else lines


def _without_mojibake(line: str) -> str:
    """A line whose UTF-8 was once read as a one-byte encoding, read as UTF-8."""
    if not _MOJIBAKE.search(line):
        return line
    try:
        return line.translate(_WINDOWS).encode("latin-1").decode("utf-8")
    except UnicodeError:  # it has other characters: it was read rightly
        return line


def with_links(html: str) -> str:
    """The HTML with the links that the mirror disabled as `<ok href>` or `<span href>`."""
    stack: list[str] = []  # names of the open elements, as they are closed

    def restored(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        if not tag[1]:
            is_link = name != "span" or _HREF.search(tag[3])
            stack.append("a" if is_link else "span")
            return f"<{stack[-1]}{tag[3]}>"
        if name == "span":
            return f"</{stack.pop() if stack else name}>"
        if stack and stack[-1] == "a":
            stack.pop()
        return "</a>"

    return _LINK_TAG.sub(restored, html)


def without_line_ends(html: str) -> str:
    """The HTML without line ends between characters of scripts that have no spaces.

    Mirrors put every tag on a line of its own, which shows as a space beside each link.
    """
    return _BETWEEN.sub(lambda between: _TAG_OR_SPACE.sub(_closed_up, between[0]), html)


def _closed_up(found: re.Match[str]) -> str:
    return "" if found[0].isspace() and "\n" in found[0] else found[0]


def pieces(html: str) -> list[str]:
    """The runs of text between tags and line ends, without white space around; none is empty."""
    lines = (line.strip() for run in _TAG.split(html) for line in unescape(run).split("\n"))
    return [line for line in lines if line]


def plain_title(text: str) -> str:
    """A title in Markdown as a reader sees it: backslash escapes and character references read."""
    return " ".join(unescape(_ESCAPED.sub(r"\1", text)).split())
