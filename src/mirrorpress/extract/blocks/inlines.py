"""Inline elements become spans; runs of white space become one space."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from mirrorpress.extract.blocks.link_targets import target_of
from mirrorpress.extract.blocks.styled import styles_of
from mirrorpress.extract.page.tree import Element, Node, collapsed, squeezed
from mirrorpress.model.blocks import (
    Break,
    Code,
    Emphasis,
    Inline,
    Link,
    Ruby,
    Strong,
    Struck,
    Styled,
    Subscript,
    Superscript,
    Text,
)
from mirrorpress.model.plain import inline_text
from mirrorpress.urls import safe

_LINKS = frozenset({"http", "https", "mailto"})
_SPANS: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "sub": Subscript,
    "sup": Superscript,
}
_STYLES: dict[str, type[Styled]] = {"s": Struck, "b": Strong, "i": Emphasis}
_CODES = frozenset({"code", "kbd", "samp", "tt"})
_SIGNS = ("@", "#")  # of names and subjects, in `s` in posts of Twitter, which does not strike them
_QUOTATION_MARKS = frozenset("\"'“”„‟‘’‚«»‹›「」『』《》")
_BACK = frozenset("↩↑⤴⬆↵")  # what leads from a note to where it is made
_BREAK = Break()
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?")


def spans(nodes: Iterable[Node], base: str | None) -> tuple[Inline, ...]:
    """The inline content of a block, tidied; () where there is no text.

    Args:
        nodes: strings and inline elements; what is not inline is read as its text.
        base: address against which links are resolved.
    """
    if isinstance(nodes, list) and len(nodes) == 1 and isinstance(nodes[0], str):  # as most are
        text = squeezed(nodes[0].replace("\xad", ""))
        return (Text(text),) if text else ()
    return tidy(_spans(nodes, base))


def _spans(nodes: Iterable[Node], base: str | None) -> list[Inline]:
    """The inlines of nodes; `tidy` sees to their white space."""
    found: list[Inline] = []
    for node in nodes:
        if isinstance(node, str):
            found.append(Text(node.replace("\xad", "")))
        elif not node.excluded:
            found.extend(_span(node, base))
    return found


def _span(element: Element, base: str | None) -> Sequence[Inline]:
    tag = element.tag
    if tag == "br":
        return (_BREAK,)
    if tag == "a":
        return _link(element, base)
    if tag in _CODES:
        text = element.text()
        return (Code(text),) if text else ()
    if tag == "ruby":
        return _ruby(element)
    children = _spans(element.children, base)
    if tag == "q":
        return _quoted(children)
    span = _SPANS.get(tag)
    if span is None:
        return _styled(children, styles_of(element))
    if _is_blank(children):
        return children
    if span is Superscript and len(children) == 1 and isinstance(children[0], Superscript):
        return children  # around a link to a note
    return (span(tuple(children)),)


def _styled(children: Sequence[Inline], names: tuple[str, ...]) -> Sequence[Inline]:
    """Inlines in the styles of an element around them; as they are where nothing can be seen."""
    if not names or _is_blank(children):
        return children
    for name in reversed(names):
        span = _STYLES[name]
        if len(children) == 1 and isinstance(children[0], span):
            continue  # is so already
        if span is not Struck or inline_text(children).strip() not in _SIGNS:
            children = (span(tuple(children)),)
    return children


def _quoted(children: list[Inline]) -> Sequence[Inline]:
    """Words in quotation marks, which browsers put around them; as they are if they have some."""
    words = inline_text(children).strip()
    if not words or words[0] in _QUOTATION_MARKS or words[-1] in _QUOTATION_MARKS:
        return children
    return (Text("“"), *children, Text("”"))


def _is_blank(children: Sequence[Inline]) -> bool:
    """Whether nothing of it can be seen."""
    if children and isinstance(first := children[0], Text) and first.text[:1].isalnum():
        return False  # as most are
    return not squeezed(inline_text(children))


def _link(element: Element, base: str | None) -> Sequence[Inline]:
    children = _spans(element.children, base)
    href = element.get("href").strip()
    if href.startswith("#"):
        return _reference(children)
    url = safe(href, base=base, schemes=_LINKS) if href else None
    if url is None or _is_blank(children):
        return children
    return (Link(target_of(url), tuple(children)),)


def _reference(children: list[Inline]) -> Sequence[Inline]:
    """What leads to another part of the page: the number of a note stays apart from the text."""
    text = squeezed(inline_text(children))
    if text.rstrip("\ufe0e\ufe0f") in _BACK:
        return ()
    if not _NOTE.fullmatch(text) or (len(children) == 1 and isinstance(children[0], Superscript)):
        return children
    return (Superscript((Text(text),)),)


def _ruby(element: Element) -> Sequence[Inline]:
    reading = "".join(child.text() for child in element.elements() if child.tag in ("rt", "rtc"))
    base = "".join(
        child if isinstance(child, str) else child.text() if child.tag not in _READINGS else ""
        for child in element.children
    ).strip()
    return (Ruby(base, reading),) if reading and base else (Text(base or reading),)


_READINGS = frozenset({"rt", "rtc", "rp"})


def tidy(children: Iterable[Inline]) -> tuple[Inline, ...]:
    """Adjacent texts joined, double spaces and the space at both ends gone, empty spans gone."""
    joined = _joined(children, after_space=True)
    return _right_trimmed(joined)


def _joined(children: Iterable[Inline], *, after_space: bool) -> list[Inline]:
    """Spans without a double space, where `after_space` tells whether one stands before them."""
    found: list[Inline] = []
    for child in children:
        if isinstance(child, Text):
            text = collapsed(child.text)
            if after_space:
                text = text.lstrip()
            if not text:
                continue
            after_space = text[-1].isspace()
            if found and isinstance(last := found[-1], Text):
                found[-1] = Text(last.text + text)
            else:
                found.append(child if text == child.text else Text(text))
            continue
        if isinstance(child, Break):
            if not _end_line(found):
                continue
        elif not isinstance(child, (Code, Ruby)):
            inner = _joined(child.children, after_space=after_space)
            if not inner:
                continue
            child = _with_children(child, tuple(inner))
        found.append(child)
        after_space = _ends_in_space(child)
    return found


def _end_line(found: list[Inline]) -> bool:
    """Take the space off the end of a line; False where no break may follow (two are enough)."""
    if found and isinstance(last := found[-1], Text) and last.text[-1].isspace():
        found.pop()
        if text := last.text.rstrip():
            found.append(Text(text))
    return bool(found) and not (len(found) > 1 and found[-2:] == [_BREAK, _BREAK])


def _with_children(span: Inline, children: tuple[Inline, ...]) -> Inline:
    if isinstance(span, Link):
        return Link(span.url, children)
    if isinstance(span, Styled):
        return type(span)(children)
    return span


def _ends_in_space(child: Inline) -> bool:
    if isinstance(child, Text):
        return child.text[-1:].isspace()
    if isinstance(child, Break):
        return True
    if isinstance(child, (Code, Ruby)):
        return False
    return bool(child.children) and _ends_in_space(child.children[-1])


def _right_trimmed(children: Sequence[Inline]) -> tuple[Inline, ...]:
    for end in range(len(children) - 1, -1, -1):
        last = children[end]
        if isinstance(last, Text):
            if text := last.text.rstrip():
                return (*children[:end], last if text == last.text else Text(text))
        elif isinstance(last, (Code, Ruby)):
            return tuple(children[: end + 1])
        elif not isinstance(last, Break) and (inner := _right_trimmed(last.children)):
            return (*children[:end], _with_children(last, inner))
    return ()
