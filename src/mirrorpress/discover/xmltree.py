"""Characters of a feed to a document of elements, as far as they go; nothing is opened or expanded.

What lxml never gets to see is taken out first: the document type declaration with whatever
entities it declares, control characters, and references that XML does not know. References to
HTML's named characters are kept as what they mean, since feeds use them without declaring them.

    &eacute;  é          &#146;  ’ (Windows-1252, as HTML reads it)
    &lt;      kept       &nosuch; and a bare &   the characters themselves

Elements are known by a canonical name: local name in lower case, with a well-known prefix for
the modules of RSS ("dc:creator"), whatever prefix or case the feed itself uses. RSS, Atom and
elements without a namespace share the empty prefix, because feeds mix them freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

from lxml import etree

MAX_ATTRIBUTES = 50  # of an element that is looked into
MAX_TAGS = 600_000  # "<" characters: 10,000 entries of thirty elements
MAX_REFERENCES = 2_000_000  # "&" characters
MAX_PROLOG = 1024 * 1024  # characters before the first element

ATOM = frozenset({"http://www.w3.org/2005/atom", "http://purl.org/atom/ns"})
_XML = "{http://www.w3.org/XML/1998/namespace}"

# Namespace names in lower case, without "#" or "/" at the end, as feeds in the wild write them.
_PREFIXES = {
    **dict.fromkeys(ATOM, ""),
    "http://purl.org/rss/1.0": "",
    "http://purl.org/net/rss1.1": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://cyber.law.harvard.edu/rss": "",
    "http://purl.org/rss/1.0/modules/rss091": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/default.htm": "media",
    "http://video.search.yahoo.com/mrss": "media",
    "http://www.rssboard.org/media-rss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.itunes.com/dtds/podcast-1.0": "itunes",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://purl.org/syndication/history/1.0": "fh",
}
_KNOWN = frozenset(_PREFIXES.values())

_PROLOG = re.compile(
    r"[^<]++|<\?.*?(?:\?>|\Z)|<!--.*?(?:-->|\Z)"
    r"|(?P<doctype><!DOCTYPE(?:[^\[>'\"]++|'[^']*+'|\"[^\"]*+\")*+"
    r"(?P<subset>\[(?:[^\]'\"]++|'[^']*+'|\"[^\"]*+\")*+\]?)?[^>]*+>?)"
    r"|<![^>]*+>?|(?:<(?![A-Za-z_!?])[^<]*+)++",
    re.DOTALL | re.IGNORECASE,
)
_NAMESPACES_IN_SCOPE = re.compile(r'^(<[^\s<>/]+)(?: xmlns(?::[^\s=]+)?="[^"]*")+')
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD_REFERENCE = re.compile(
    r"&(?!(?:lt|gt|amp|quot|apos);)(?!#(?:3[2-9]|[4-9]\d|1[0-1]\d|12[0-6]);)"
    r"(?:(?P<named>[A-Za-z][A-Za-z0-9]{0,40};)|(?P<number>#(?:[xX][0-9A-Fa-f]{1,8}|\d{1,9});))?"
)
_ODD_OR_CDATA = re.compile(
    rf"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|{_ODD_REFERENCE.pattern}", re.DOTALL
)


@dataclass(slots=True)
class XmlDocument:
    """A feed's elements, with canonical names; problems are sentences for `Index.problems`."""

    root: etree._Element
    base: str | None  # address of the document
    problems: tuple[str, ...]
    length: int  # bytes of the document
    _names: dict[str, str] = field(default_factory=dict)

    def name(self, element: etree._Element) -> str:
        """Canonical name of an element; "" for comments and processing instructions."""
        tag = element.tag
        if not isinstance(tag, str):
            return ""
        known = self._names.get(tag)
        if known is None:
            known = self._names[tag] = canonical(tag, self._own)
        return known

    @property
    def _own(self) -> str:
        """The outermost element's namespace: whatever it is called, the feed's own vocabulary."""
        return namespace(self.root)

    def fields(self, element: etree._Element) -> dict[str, list[etree._Element]]:
        """The children of an element by canonical name, in document order."""
        found: dict[str, list[etree._Element]] = {}
        for child in element:
            name = self._names.get(child.tag) or self.name(child)
            if name in found:
                found[name].append(child)
            else:
                found[name] = [child]
        return found

    def items(self) -> Iterator[etree._Element]:
        """The elements that are entries, in document order, however deep."""
        found = self.root.iter("{*}item", "{*}entry", "{*}ITEM", "{*}Item", "{*}Entry")
        return (element for element in found if self.name(element) in ("item", "entry"))

    def base_of(self, element: etree._Element) -> str | None:
        """The address that relative links in this element are relative to (XML Base)."""
        return element.base or self.base


def parse(text: str, base: str | None = None) -> XmlDocument | None:
    """The document of a document, or None where no element can be made out.

    Args:
        text: the document; an encoding declaration in it is ignored.
        base: its address.
    """
    problems: list[str] = []
    length = len(text.encode("utf-8", "surrogatepass"))
    text = _NOT_XML.sub("", _from_root(text, problems))
    text = _bounded(text, "<", MAX_TAGS, "tags", problems)
    text = _bounded(text, "&", MAX_REFERENCES, "references", problems)
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_references(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None
    if root is None:
        return None
    problems += _told(parser)
    return XmlDocument(root, base, tuple(problems), length)


def canonical(tag: str, own: str = "") -> str:
    """The canonical name of a tag as lxml gives it: "{namespace}local", "prefix:local", "local".

    Args:
        tag: as lxml gives it.
        own: a namespace to be taken for the feed's own, if it is none we know.
    """
    local = tag
    if tag.startswith("{"):
        space, _, local = tag[1:].partition("}")
        space = _folded(space)
        prefix = _PREFIXES.get(space, "" if space == own else "?")
    elif ":" in tag:  # a prefix that the feed does not declare
        prefix, _, local = tag.partition(":")
        prefix = prefix.lower() if prefix.lower() in _KNOWN else "?"
        prefix = "" if tag.lower().startswith(("atom:", "rss:")) else prefix
    else:
        prefix = ""
    return f"{prefix}:{local.lower()}" if prefix else local.lower()


def namespace(element: etree._Element) -> str:
    """An element's namespace in lower case, without "#" or "/" at its end; "" where it has none."""
    tag = element.tag
    return _folded(tag[1:].partition("}")[0]) if tag.startswith("{") else ""


def _folded(space: str) -> str:
    return space.lower().rstrip("#/")


def is_atom(element: etree._Element) -> bool:
    """Whether an element is in one of Atom's namespaces."""
    return namespace(element) in ATOM


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by local name, whatever its case or namespace; None where it is not there."""
    keys = element.keys()
    if not keys or len(keys) > MAX_ATTRIBUTES:
        return None
    value = element.get(name)
    if value is not None:
        return value
    for key in keys:
        if str(key).rpartition("}")[2].rpartition(":")[2].lower() == name:
            return element.get(key)
    return None


def language(element: etree._Element) -> str | None:
    """The element's own xml:lang."""
    return element.get(f"{_XML}lang") or element.get("lang") or None


def text_of(element: etree._Element) -> str:
    """All characters in an element."""
    if len(element) == 0:
        return element.text or ""
    return "".join(map(str, element.itertext()))


def markup_of(element: etree._Element) -> str:
    """What is inside an element, as HTML markup without namespaces."""
    parts = [element.text.replace("&", "&amp;").replace("<", "&lt;") if element.text else ""]
    for child in element:
        for part in child.iter():
            if isinstance(part.tag, str) and part.tag.startswith("{"):
                part.tag = part.tag.rpartition("}")[2]
        etree.cleanup_namespaces(child)
        written = etree.tostring(child, encoding="unicode", method="html", with_tail=True)
        parts.append(_NAMESPACES_IN_SCOPE.sub(r"\1", written))
    return "".join(parts)


def _from_root(text: str, problems: list[str]) -> str:
    """The document from its first start tag on, and what was declared before it."""
    place = 0
    while place < min(len(text), MAX_PROLOG) and (found := _PROLOG.match(text, place)):
        if found["subset"] and "<!entity" in found["subset"].lower():
            problems.append("The feed declares entities of its own; they were left out.")
        place = found.end()
    return text[place:]


def _bounded(text: str, mark: str, limit: int, name: str, problems: list[str]) -> str:
    """The text up to so many marks: memory and time are bounded by what they take."""
    if text.count(mark) <= limit:
        return text
    place = -1
    for _ in range(limit):
        place = text.find(mark, place + 1)
    problems.append(f"The feed has more than {limit} {name}; what follows was left out.")
    return text[:place]


def _references(text: str) -> str:
    """References that XML does not know, as the characters they mean to HTML."""
    if not _ODD_REFERENCE.search(text):
        return text
    return _ODD_OR_CDATA.sub(_reference, text)


def _reference(found: re.Match[str]) -> str:
    if not found[0].startswith("&"):
        return found[0]
    if found["named"]:
        meant = html5.get(found["named"])
        return "&amp;" + found["named"] if meant is None else _escaped(meant)
    if found["number"]:
        return _escaped(_NOT_XML.sub("", unescape(found[0])))
    return "&amp;"


def _escaped(characters: str) -> str:
    return characters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _told(parser: etree.XMLParser) -> list[str]:
    """What the parser read over; one sentence, since one slip is reported many times."""
    errors = [error for error in parser.error_log if "xmlns:" not in error.message]
    errors = [error for error in errors if not error.type_name.startswith("NS_")]
    if not errors:
        return []
    first = errors[0]
    return [f"The XML is ill-formed (line {first.line}: {first.message.strip()[:120]})."]
