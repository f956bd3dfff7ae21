"""What a post from elsewhere says, as the page quotes it for as long as no script has drawn it.

<blockquote class="twitter-tweet"><p>The quay is closed.</p>— Ada Stone (@ada) <a>4 May</a>
    The quay is closed.
    — Ada Stone (@ada) 4 May
    (the post)

Readers who cannot reach the network on which it was posted have nothing else of it.
"""

from __future__ import annotations

import re
from typing import Final

from mirrorpress.extract.blocks.inlines import spans, tidy
from mirrorpress.extract.page.tree import Element, squeezed
from mirrorpress.model.blocks import Break, Embed, Inline, Link, Paragraph, Quote, Text
from mirrorpress.model.plain import inline_text

_MOST_PARAGRAPHS: Final = 20
_LONGEST: Final = 4_000  # characters of what a post says
_LONGEST_CREDIT: Final = 200
_PICTURE: Final = re.compile(r"pic\.(?:twitter|x)\.com/\w+|\[image or embed\]")
DASHES: Final = "—–-― "  # ahead of who said it


def with_words(post: Embed, element: Element, base: str | None) -> Quote | Embed:
    """A post after its words, with who wrote them and when; the post where the page has no words.

    A paragraph that is one link ("View this post") says nothing of it. Those of Instagram do not
    have its words, and a card of microdata says what it stands for.
    """
    if "instagram" in element.hint or "itemtype" in element.attrs:
        return post
    found = [p for p in element.find("p") if p.links < p.size][:_MOST_PARAGRAPHS]
    if not found or sum(p.size for p in found) > _LONGEST:
        return post
    credit = _credit(element, found[-1])
    if len(found) > 1 and found[-1].text()[:1] in DASHES:  # it is a paragraph, too
        credit = _name(found.pop().text())
    lines = (_without_picture(spans(p.children, base)) for p in found)
    children = tuple(Paragraph(line) for line in lines if inline_text(line).strip())
    signature = (Paragraph((Text(f"— {credit}"),)),) if credit else ()
    return Quote((*children, *signature, post)) if children else post


def _without_picture(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The line without the address of the picture in the post, which services append."""
    while line and (
        isinstance(line[-1], Break)
        or (isinstance(line[-1], Link) and _PICTURE.fullmatch(inline_text(line[-1:]).strip()))
        or (isinstance(line[-1], Text) and not line[-1].text.strip())
    ):
        line = line[:-1]
    return tidy(line)


def _credit(element: Element, last: Element) -> str | None:
    """Who posted it, and when: what stands behind its words, or the account ahead of them."""
    if "tiktok" in element.hint:
        account = next(iter(element.find("a")), None)
        text = account.text() if account is not None else ""
    else:
        beside = last.parent.children if last.parent is not None else []
        behind = beside[next(i for i, child in enumerate(beside) if child is last) + 1 :]
        text = "".join(child if isinstance(child, str) else child.text() for child in behind)
    return _name(text)


def _name(text: str) -> str | None:
    text = squeezed(text).lstrip(DASHES)
    if "/" in text and " " not in text:  # the address, which the link has
        return None
    return text if 0 < len(text) <= _LONGEST_CREDIT else None
