"""Page text put right and bounded before the parser sees it.

Two kinds of repair. What minifiers and careless filters broke is repaired: element and attribute
run together (`<divdata-x="a">`, `<imgsrc="b">`), declarative shadow roots. And what would make
the parser slow is bounded, because lexbor is quadratic in the depth of nesting, in the number of
attributes of one tag and in the number of formatting elements left open:

    characters in all      MAX_CHARACTERS, the rest is cut off
    tags in all            MAX_TAGS, likewise
    nesting                MAX_TREE_DEPTH levels of the parser's tree
    open formatting tags   MAX_OPEN_FORMATTING, further ones are dropped
    one tag                MAX_TAG_LENGTH characters and MAX_ATTRIBUTES attributes are kept

Every step is linear in the length of the text.

Nesting is judged in two steps. `_may_be_deep` follows the elements that the parser may have open,
and never says no wrongly. Tags are read as the HTML standard reads them (§13.2.5), because an end
tag within a quoted value or a text area ends nothing:

    <div a="</div>">                    one start tag
    <div a"</div>">                     the same: a start tag that ends at the first ">"
    <textarea></div></textarea>         no end tag but the last

and the parser may ignore an end tag:

    <span><div></span></div>            the span stays open

`_balanced` rewrites what may be too deep. Each element is ended explicitly, in order, so that no
parser has a choice; start tags below MAX_DEPTH and end tags without a start tag are dropped
(their text stays).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from mirrorpress.extract.page.embed_scripts import MOST_EMBEDS, frame_made
from mirrorpress.extract.page.formulas import written
from mirrorpress.extract.page.shortcodes import without_shortcodes

MAX_CHARACTERS = 10 * 1024 * 1024
MAX_TAGS = 200_000
_MAX_FORMULAS = 2_000  # written out; those that follow are left out
MAX_DEPTH = 256  # of a page whose nesting had to be bounded
MAX_TREE_DEPTH = 3_100  # with what the parser adds by itself: two levels a table, formatting
MAX_OPEN_FORMATTING = 64  # fewer on pages of many tags
MAX_TAG_LENGTH = 16_384
MAX_ATTRIBUTES = 64
_FEW_TAGS = 1_500  # start tags that no nesting makes slow
_MAY_NEST = 512  # elements that may be open at once, of a page that is left as it is
_FEW_FORMATTING = 8  # elements open at once, of a page whose nesting had to be bounded
_MAX_REOPENED = 1_000_000  # formatting elements that the parser opens again, each after each tag
_LONG = 1000  # characters; a shorter tag cannot break a bound
_SMALL = 32_000  # characters of a page that no one tag makes slow
_FEW_PIECES = 32  # of fewer than `_LONG` characters each: one tag of them makes no page slow

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)  # HTML standard, §13.1.2
_FORMATTING = frozenset(
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ]
)  # HTML standard, §13.2.4.3
_SELF_CLOSING = frozenset(
    ["p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot"]
)  # often unclosed
_TABLE_PARTS = frozenset(
    ["caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"]
)
_RAW = frozenset(
    ["title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"]
)  # whose content is text; scripts and styles are gone
_TAGLESS = ("select", "frameset")  # in which the parser may ignore the elements of `_RAW`
_MARKERS = ("applet", "marquee", "object", "template")  # HTML standard, §13.2.4.3
_DROPPED = frozenset(["frameset", "math", "plaintext", "svg", *_MARKERS])
_NOT_NESTED = _VOID | {"html", "head", "body"}

# The first letter again, for a "<" that opens something else to be passed over at once.
_SILENT = re.compile(r"<(?=[!sm])(?:!--|(script|style|svg|math)(?=[\s/>]))", re.IGNORECASE)
_SILENT_END = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "svg", "math")
}
_BODY = re.compile(r"<body(?=[\s/>])", re.IGNORECASE)
_DATA_URL = re.compile(r"(data:[\w/+.-]{1,60};base64,)[A-Za-z0-9+/=%\s]{200,}")
_TEMPLATE = re.compile(r"<(?P<end>/?)template(?=[\s/>])", re.IGNORECASE)
_SHADOW = re.compile(r"<template(?=[^>]{0,200}\bshadowroot(?:mode)?=)", re.IGNORECASE)
# A tag with its attributes, or a comment of another form than <!-- -->, which has no name.
_TAG = re.compile(
    r"""<(?:(/?[a-zA-Z][^\t\n\f\r />]*+)(?:[\t\n\f\r /]++|[^\t\n\f\r />][^\t\n\f\r />=]*+"""
    r"""(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+"""
    r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r "'>][^\t\n\f\r >]*+)?+)?+)*+|[!?/][^>]*+)"""
    r"""(?:>|\Z)"""
)
_RAW_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in _RAW}
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_NO_MARKS = bytes(set(range(256)) - set(b"<>=\"'"))
# A "<" with another before the next ">", and a quoted value with either.
_WITHIN_TAG = re.compile(rb"""<(?=[^<>]*+<)|=(?:"[^"<>]*+[<>]|'[^'<>]*+[<>])""")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

_MAYBE_GLUED = re.compile(r"<[a-z][a-z0-9-]*+=")  # what `_GLUED` can match; most pages have none
# Tags whose name ran into the first attribute: <divdata-x="…", <imgsrc='…', <ahref="…".
_GLUED = re.compile(
    r"<([a-z][a-z0-9]*(?:-[a-z0-9]+)*?)"
    r"((?:data-[a-z-]+|media-id|video-type|src|srcset|type|href|class|id|style|alt|title|width|"
    r"height|rel|target|loading|role|lang|dir|name|content|property|itemprop|sizes|aria-[a-z]+|"
    r"datetime|colspan|rowspan)=[\"'])"
)
_ELEMENTS = frozenset(
    [
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "blockquote",
        "body",
        "button",
        "caption",
        "cite",
        "code",
        "col",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "i",
        "iframe",
        "img",
        "input",
        "label",
        "li",
        "link",
        "main",
        "meta",
        "nav",
        "noscript",
        "object",
        "ol",
        "p",
        "param",
        "picture",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "track",
        "u",
        "ul",
        "video",
    ]
)


@dataclass(frozen=True, slots=True)
class RepairedMarkup:
    """Markup fit for the parser, and the JSON-LD scripts that were taken out of it."""

    markup: str
    scripts: tuple[str, ...]
    script_characters: int  # of all scripts: much script and no text is an empty shell


def repair(text: str) -> RepairedMarkup:
    """The page without scripts, styles and comments, put right and bounded."""
    if len(text) > MAX_CHARACTERS:
        text = text[:MAX_CHARACTERS]
    try:
        clean = "\0" not in text if text.isascii() else b"\0" not in text.encode()  # the faster way
    except UnicodeEncodeError:
        text, clean = _SURROGATES.sub("\ufffd", text), False
    if not clean:
        text = text.replace("\x00", "")
    markup, scripts, size = _without_silent(text)
    if "base64," in markup:
        markup = _DATA_URL.sub(r"\1", markup)
    if "shadowroot" in markup:
        markup = _with_shadow_roots(markup)
    if _MAYBE_GLUED.search(markup):
        markup = _GLUED.sub(_split_glued, markup)
    markup = without_shortcodes(markup)
    return RepairedMarkup(_bounded(markup), scripts, size)


def _with_shadow_roots(markup: str) -> str:
    """The page with a div for each template that is a shadow root: browsers show what is in it.

    https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode
    """
    kept: list[str] = []
    roots: list[bool] = []  # of the templates that are open
    at = 0
    for found in _TEMPLATE.finditer(markup):
        if found["end"]:
            is_root = roots.pop() if roots else False
        else:
            is_root = _SHADOW.match(markup, found.start()) is not None
            roots.append(is_root)
        if is_root:
            kept += (markup[at : found.start()], "</div" if found["end"] else "<div")
            at = found.end()
    return "".join((*kept, markup[at:]))


def _without_silent(text: str) -> tuple[str, tuple[str, ...], int]:
    """The text without scripts, styles, drawings and comments; JSON-LD; size of all scripts.

    Formulas are written as a line of text, scripts that make players as their frames.
    """
    kept: list[str] = []
    scripts: list[str] = []
    size = at = 0
    body = _BODY.search(text)
    head = body.start() if body else 0  # a frame would end the head
    frames = iter(range(MOST_EMBEDS))
    endless: set[str] = set()
    formulas = iter(range(_MAX_FORMULAS))
    while found := _SILENT.search(text, at):
        start = found.start()
        kept.append(text[at:start])
        before = text[max(at, start - 8) : start]
        if "<" in before and before.rfind("<") > before.rfind(">"):
            kept.append(" ")  # no new tag from what stood around it
        name = (found[1] or "").lower()
        end = _end_of(text, found.end(), name, endless)
        if end is None:
            kept.append(" " if name in ("svg", "math") else "")
            at = found.end() if name in ("svg", "math", "") else len(text)
            continue
        start, at = end
        if name == "math" and next(formulas, None) is not None:
            kept.append(written(text[found.start() : at]))
        if name == "script":
            size += start - found.end()
            opened = text.find(">", found.end(), start)
            tag = text[found.end() : opened] if opened >= 0 else ""
            if "ld+json" in tag.lower():
                scripts.append(text[opened + 1 : start])
            elif found.start() > head and (frame := frame_made(tag, text[opened + 1 : start])):
                kept.append(frame if next(frames, None) is not None else "")
    kept.append(text[at:])
    return "".join(kept), tuple(scripts), size


def _end_of(text: str, at: int, name: str, endless: set[str]) -> tuple[int, int] | None:
    """Where the content of a silent element or comment ends, and where its end tag does."""
    if name in endless:
        return None
    if not name:
        start = text.find("-->", at)
        found = (start, start + 3) if start >= 0 else None
    else:
        match = _SILENT_END[name].search(text, at)
        end = text.find(">", match.end()) if match else -1
        found = (match.start(), end + 1) if match and end >= 0 else None
    if found is None:
        endless.add(name)
    return found


def _split_glued(match: re.Match[str]) -> str:
    name, attribute = match.groups()
    return f"<{name} {attribute}" if name in _ELEMENTS or "-" in name else match[0]


def _bounded(markup: str) -> str:
    tags = markup.count("<")
    if tags > MAX_TAGS:
        last = next(islice(re.finditer("<", markup), MAX_TAGS, None))
        markup = markup[: last.start()]
    if any(map(_crowded, _long_pieces(markup))) or _hides_tags(markup):
        markup = _with_short_tags(markup)
    if tags > _FEW_TAGS and tags - markup.count("</") > _FEW_TAGS and _may_be_deep(markup):
        markup = "".join(_balanced(markup))
    return markup


def _long_pieces(markup: str) -> Iterator[str]:
    """What follows a "<", up to the next one, where that is long."""
    at = markup.find("<") + 1
    while at and at + _LONG <= len(markup):
        last = markup.rfind("<", at, at + _LONG)  # all before it are short
        if last >= 0:
            at = last + 1
            continue
        end = markup.find("<", at + _LONG)
        yield markup[at:end] if end >= 0 else markup[at:]
        at = end + 1


def _crowded(piece: str) -> bool:
    """Whether a tag (without "<", with the text behind it) could break a bound."""
    return piece[0].isalpha() and (
        len(piece) > MAX_TAG_LENGTH or len(piece.partition(">")[0].split()) > MAX_ATTRIBUTES
    )


def _hides_tags(markup: str) -> bool:
    """Whether one tag may go on behind many a "<", so that none of its pieces is long.

    `<div a="<p>" b="<p>" …>` and `<div a< b< …>` are one tag each. All that is not a mark of
    tags is left out first: the rest is short.
    """
    if len(markup) < _SMALL:
        return False
    marks = markup.encode().translate(None, _NO_MARKS)
    return next(islice(_WITHIN_TAG.finditer(marks), _FEW_PIECES, None), None) is not None


def _with_short_tags(markup: str) -> str:
    kept: list[str] = []
    at = 0
    for tag in [tag for tag in _TAG.finditer(markup) if tag.end() - tag.start() > _LONG and tag[1]]:
        kept += (markup[at : tag.start()], _short_tag(tag))
        at = tag.end()
    return "".join((*kept, markup[at:])) if at else markup


def _short_tag(tag: re.Match[str]) -> str:
    """A tag, without what is beyond the bounds."""
    text, name = tag[0], tag[1]
    attributes = islice(_ATTRIBUTE.finditer(text, tag.end(1) - tag.start()), MAX_ATTRIBUTES)
    kept = [each[0] for each in attributes if len(each[0]) <= MAX_TAG_LENGTH]
    return f"<{' '.join([name[:60], *kept])}>"


@dataclass(slots=True)
class _Open:
    """The elements that may be open, from the outermost.

    What the parser has open is always among `stack`, the `lost` ones and what it adds by itself.
    An end tag that does not name the innermost element may be ignored: what it seems to end is
    lost, and counts as open for ever. So does an element with lost ones inside it.
    """

    stack: list[str] = field(default_factory=list)
    above: list[bool] = field(default_factory=list)  # by element: lost ones are right inside it
    counts: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    formatting: int = 0
    most_formatting: int = MAX_OPEN_FORMATTING
    leaks: bool = False  # formatting may outlive its end tag

    def start(self, name: str) -> bool:
        """One element more; whether the bounds still hold."""
        self.stack.append(name)
        self.above.append(False)
        self.counts[name] = self.counts.get(name, 0) + 1
        if name in _FORMATTING:
            self.formatting += 1
            if self.formatting > self.most_formatting:
                return False
        elif name in _TABLE_PARTS and any(map(self.counts.get, _MARKERS)):
            self.leaks = True  # the cell that this part ends leaves the marker of the element
        return len(self.stack) + self.lost <= _MAY_NEST

    def end(self, name: str) -> None:
        """An end tag."""
        if self.stack and self.stack[-1] == name and not self.above[-1]:
            self.stack.pop()
            self.above.pop()
            self.counts[name] -= 1
            if name in _FORMATTING and not self.leaks:
                self.formatting -= 1
        elif self.counts.get(name):
            last = ""
            while last != name:
                last = self.stack.pop()
                self.above.pop()
                self.counts[last] -= 1
                self.lost += 1
            if self.above:
                self.above[-1] = True

    def ignores_text(self) -> bool:
        """Whether an element of text may be no element here."""
        return any(map(self.counts.get, _TAGLESS))


def _may_be_deep(markup: str) -> bool:
    """Whether the nesting could go beyond its bound. Never wrong when it says no."""
    most = max(_FEW_FORMATTING, min(MAX_OPEN_FORMATTING, _MAX_REOPENED // markup.count("<")))
    opened = _Open(most_formatting=most)
    at = 0
    while found := _TAG.search(markup, at):
        at = found.end()
        name = (found[1] or "/").lower()
        if name[0] == "/":
            opened.end(name[1:])
            continue
        if name in _NOT_NESTED:
            continue
        if name in _RAW:
            if opened.ignores_text():
                return True
            at = _raw_end(markup, at, name)
        if not opened.start(name):
            return True
    return False


def _raw_end(markup: str, at: int, name: str) -> int:
    """Where the end tag of an element begins that holds text only."""
    end = None if name == "plaintext" else _RAW_END[name].search(markup, at)
    return end.start() if end else len(markup)


@dataclass(slots=True)
class _Balance:
    """The elements that are open in balanced markup, from the outermost."""

    stack: list[str] = field(default_factory=list)
    formatting: int = 0

    def fits(self, name: str) -> bool:
        """Whether one element more keeps the bounds."""
        if name in _FORMATTING and self.formatting >= _FEW_FORMATTING:
            return False
        if name in _RAW and "select" in self.stack:
            return False
        return len(self.stack) < MAX_DEPTH and name not in _DROPPED

    def start(self, name: str) -> None:
        self.stack.append(name)
        self.formatting += name in _FORMATTING

    def end(self, name: str) -> str:
        """The end tags up to the innermost element of a name; none if no such element is open."""
        return self._ended(name) if name in self.stack else ""

    def end_before(self, name: str) -> str:
        """The end tags that a start tag implies, of an element whose end tag is often left out.

        None where every parser ends the innermost element by itself.
        """
        if name in _SELF_CLOSING:
            for each in reversed(self.stack):
                if each == name:
                    tags = self._ended(name)
                    return tags if tags.count("<") > 1 or name == "option" else ""
                if each not in _SELF_CLOSING:
                    break
        return ""

    def _ended(self, name: str) -> str:
        tags, last = "", ""
        while last != name:
            last = self.stack.pop()
            tags += f"</{last}>"
            self.formatting -= last in _FORMATTING
        return tags


def _balanced(markup: str) -> Iterator[str]:
    """The markup with each element ended in order, without start tags that would nest too deep."""
    opened = _Balance()
    at = 0
    while found := _TAG.search(markup, at):
        before = markup[at : found.start()]
        yield before
        at = found.end()
        name = (found[1] or "!").lower()
        bare = name.removeprefix("/")
        if name == "!" or bare in _NOT_NESTED:
            tags = found[0]
        elif bare != name:
            tags = opened.end(bare)
        else:
            tags = opened.end_before(name)
            if opened.fits(name):
                opened.start(name)
                tags += found[0]
                if name in _RAW:
                    start, at = at, _raw_end(markup, at, name)
                    tags += markup[start:at]
        yield tags or (" " if before.endswith("<") else "")  # no new tag from what stood around it
    yield markup[at:]
