"""XPath expressions of public site rules, translated to the selectors that we match.

//div[@id='story']                          div[id="story"]
//*[contains(@class, 'story')]              *[class*="story"]
//div[contains(concat(' ', normalize-space(@class), ' '), ' story ')]
                                            div[class~="story"]
//div[@id and not(@hidden)]                 div[id]:not([hidden])
//main/article[1]                           main > article:first-of-type
(//div[@id='story'])[1]                     div[id="story"], as an id is used once
//main/div//p | //p[@a or @b='c']           main > div p, p[a], p[b="c"]
//meta[@name='author']/@content             meta[name="author"][content]
//h1/text()                                 h1

Of an author, the path in substring-after(//p, 'By ') where the text is a label that bylines are
read without; of a date, the path in substring-before(//p, ' at ').

Not translated: other positions, axes, last() and conditions on text or on other elements.
"""

from __future__ import annotations

import re
from typing import Final

from mirrorpress.extract.fields.names import names_of
from mirrorpress.extract.site_rules.selectors import SelectorError, check_selector

SUPPORTED: Final = (
    "supported are paths of elements with @attr, @attr='…', contains(@attr, '…'), "
    "starts-with(@attr, '…') and not(…) of these, joined by and, or and |"
)
_LONGEST = 1000  # characters
_MOST = 16  # selectors of an expression
_DEEPEST = 8  # parentheses around conditions, one in the other
_TOKEN = re.compile(r"""\s*(//|'[^']*'|"[^"]*"|[\w-]+(?::[\w-]+)?|[^\s\w])""")
_ONE = re.compile(r"""\[[^"'\]]*(?:"[^"]*"|'[^']*')?\]""")  # condition as a selector
_IS_ID = re.compile(r"""\[id=(?:"[^"]*"|'[^']*')\]$""")
_NAME = re.compile(r"[A-Za-z_][\w:-]*")
_VALUES = frozenset(["content", "datetime", "href"])  # attributes that are read as values


class XPathError(ValueError):
    """An expression is not translated; the message says why and what is supported."""


def selector_of(xpath: str) -> str:
    """The selector that matches what an XPath expression matches.

    Raises:
        XPathError: there is none.
    """
    return _checked(_Parser(xpath).union())


def selector_of_authors(xpath: str) -> str:
    """The same, also for substring-after(path, label): names are read without their label.

    Raises:
        XPathError: there is none.
    """
    found, label = _Parser(xpath).cut("substring-after")
    if label is not None and names_of(f"{label}Ann Lee") != ("Ann Lee",):
        raise XPathError(f"{label[:30]!r} is not a label of names that is known; {SUPPORTED}")
    return _checked(found)


def selector_of_date(xpath: str) -> str:
    """The same, also for substring-before(path, text): of a text, the first date is read.

    Raises:
        XPathError: there is none.
    """
    return _checked(_Parser(xpath).cut("substring-before")[0])


def _checked(selectors: list[str]) -> str:
    """Selectors as one. Raises XPathError where it cannot be used."""
    selector = ", ".join(selectors)
    try:
        check_selector(selector)
    except SelectorError as error:
        raise XPathError(f"its translation cannot be used: {error}") from error
    return selector


class _Parser:
    """Reads an expression once, from left to right."""

    def __init__(self, xpath: str) -> None:
        if len(xpath) > _LONGEST:
            raise XPathError(f"it has more than {_LONGEST} characters; shorten it")
        self._tokens = _TOKEN.findall(xpath.strip())
        self._at = 0
        self._depth = 0  # parentheses around what is read

    def union(self) -> list[str]:
        """Paths that "|" joins."""
        found = self._path()
        while self._take("|"):
            found = self._bounded([*found, *self._path()])
        self._ended()
        return found

    def cut(self, function: str) -> tuple[list[str], str | None]:
        """Paths as `union` reads them, and the text at which a function cuts what they give.

        The text is None where the function is not called.
        """
        if self._next() != function:
            return self.union(), None
        self._at += 1
        self._expect("(")
        found = self._path()
        self._expect(",")
        text = self._literal()
        self._expect(")")
        self._ended()
        return found, text

    def _ended(self) -> None:
        if self._next():
            raise self._unsupported()

    def _path(self) -> list[str]:
        """A path, as selectors one of which matches. One in parentheses is of one element."""
        if self._next() == "(" and not self._depth:
            return self._first()
        if self._next() == "." and self._next(1) in ("/", "//"):
            self._at += 1
        found: list[str] = []
        while separator := self._take("//") or self._take("/"):
            if found and self._is_end():
                return self._end(found)
            joint = "" if not found else " " if separator == "//" else " > "
            steps = self._step(is_root=not found and separator == "/")
            before = found or [""]
            found = self._bounded([f"{one}{joint}{step}" for one in before for step in steps])
        if not found:
            raise self._unsupported()
        return found

    def _first(self) -> list[str]:
        """A path in parentheses with [1] behind it, whose element has an id."""
        start = self._at
        self._at, self._depth = start + 1, 1
        found = self._path()
        self._depth = 0
        self._expect(")[1]")
        if len(found) > 1 or not _IS_ID.search(found[0]):
            self._at = start
            raise self._unsupported()
        return found

    def _is_end(self) -> bool:
        return self._next() == "@" or (self._next() == "text" and self._next(1) == "(")

    def _end(self, found: list[str]) -> list[str]:
        """A path with the value that it ends in: an attribute, or text."""
        if self._take("@"):
            if self._next() not in _VALUES:
                raise self._unsupported()
            name = self._name()
            return [f"{one}[{name}]" for one in found]
        self._at += 1
        self._expect("(")
        self._expect(")")
        return found

    def _step(self, *, is_root: bool) -> list[str]:
        """An element with its conditions, as selectors one of which matches."""
        name = "*" if self._take("*") else self._name()
        if is_root and name != "html":
            raise XPathError("a path begins with // or /html")
        found = [name]
        if name != "*" and [self._next(ahead) for ahead in range(3)] == ["[", "1", "]"]:
            self._at += 3
            found = [f"{name}:first-of-type"]
        while self._take("["):
            conditions = self._condition()
            self._expect("]")
            found = self._bounded([f"{one}{each}" for one in found for each in conditions])
        return found

    def _condition(self) -> list[str]:
        """Terms that "and" and "or" join, of which "and" binds closer."""
        found: list[str] = []
        while True:
            terms = self._term()
            while self._take("and"):
                others = self._term()
                terms = self._bounded([f"{one}{other}" for one in terms for other in others])
            found = self._bounded([*found, *terms])
            if not self._take("or"):
                return found

    def _group(self) -> list[str]:
        """A condition behind an open parenthesis, up to where that is closed."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise XPathError(f"it has more than {_DEEPEST} parentheses one in the other")
        found = self._condition()
        self._expect(")")
        self._depth -= 1
        return found

    def _term(self) -> list[str]:
        """One condition, or what is in parentheses, as selectors one of which matches."""
        if self._take("("):
            return self._group()
        if self._take("not"):
            self._expect("(")
            return ["".join(map(self._negated, self._group()))]
        if self._take("@"):
            name = self._name()
            value = self._literal() if self._take("=") else None
            return [f"[{name}]" if value is None else self._attribute(name, "=", value)]
        if self._take("starts-with"):
            self._expect("(@")
            name = self._name()
            self._expect(",")
            terms = [self._attribute(name, "^=", self._literal())]
        elif self._take("contains"):
            self._expect("(")
            terms = self._contained()
        else:
            raise self._unsupported()
        self._expect(")")
        return terms

    def _negated(self, selector: str) -> str:
        if not _ONE.fullmatch(selector):
            raise XPathError(f"conditions that and joins are not translated in not(); {SUPPORTED}")
        return f":not({selector})"

    def _contained(self) -> list[str]:
        """The arguments of contains(): an attribute, maybe between spaces, and a text."""
        if self._take("@"):
            name = self._name()
            self._expect(",")
            return [self._attribute(name, "*=", self._literal())]
        self._expect("concat(")
        before = self._literal()
        self._expect(",")
        normalized = self._take("normalize-space")
        if normalized:
            self._expect("(")
        self._expect("@")
        name = self._name()
        if normalized:
            self._expect(")")
        self._expect(",")
        behind = self._literal()
        self._expect("),")
        text = self._literal()
        if before != " " or behind != " " or len(text.split()) != 1:
            raise self._unsupported()
        word = text.strip()
        if text == f" {word} ":
            return [self._attribute(name, "~=", word)]
        if text == f" {word}":  # begins a word
            return [self._attribute(name, "^=", word), self._attribute(name, "*=", text)]
        raise self._unsupported()

    def _attribute(self, name: str, operator: str, value: str) -> str:
        quote = "'" if '"' in value else '"'
        return f"[{name}{operator}{quote}{value}{quote}]"

    def _literal(self) -> str:
        token = self._next()
        if token[:1] not in ("'", '"') or len(token) < 2:
            raise self._unsupported()
        self._at += 1
        return token[1:-1]

    def _name(self) -> str:
        token = self._next()
        if not _NAME.fullmatch(token) or self._next(1) == "(":
            raise self._unsupported()
        self._at += 1
        return token.lower()

    def _next(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else ""

    def _take(self, token: str) -> str:
        """The token if it is the next one, which is then read; else ""."""
        if self._next() != token:
            return ""
        self._at += 1
        return token

    def _expect(self, tokens: str) -> None:
        """Read tokens: a name, or characters of which each is one."""
        names = re.findall(r"[\w-]+|\W", tokens)
        for token in names:
            if not self._take(token):
                raise self._unsupported()

    def _bounded(self, found: list[str]) -> list[str]:
        if len(found) > _MOST:
            raise XPathError(f"it is more than {_MOST} selectors; write several lines")
        return found

    def _unsupported(self) -> XPathError:
        rest = "".join(self._tokens[self._at : self._at + 4])[:30]
        where = f"{rest!r} is not translated" if rest else "the expression is not complete"
        return XPathError(f"{where}; {SUPPORTED}")
