"""Why each line of a page is in the article or not: for an operator who sees a wrong article.

    kept     paragraph                          The ferry sailed again on Monday, nine days …
    dropped  class "newsletter" of a div        Sign up for our morning letter
    dropped  rule: remove .promo                More news from the docks
    dropped  outside of the body (div.text)     Ledger Media 2031
    kept     paragraph, from the page's data    The harbour board meets again in May …

A line is the text between two block elements or line breaks. Its reason is the stage at which it
went, alone or with an element around it. What is never text (scripts, styles, `nav`, `select`) is
not shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Final

from mirrorpress.errors import ExtractError
from mirrorpress.extract.article import Observer, Stage, cut, extract_observed
from mirrorpress.extract.blocks.trim import Known, trim
from mirrorpress.extract.body.find import Body
from mirrorpress.extract.page.measure import is_excluded, weight_of
from mirrorpress.extract.page.tree import Element, Node, squeezed
from mirrorpress.extract.site_rules.apply_rules import UsedRules
from mirrorpress.model import Article, Block
from mirrorpress.model.blocks import (
    CodeBlock,
    Embed,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Text,
)
from mirrorpress.model.plain import block_text, inline_text, post_text
from mirrorpress.model.site_profile import SiteProfile
from mirrorpress.model.site_rules import SiteRules
from mirrorpress.model.walk import embeds, figure_images
from mirrorpress.text.encodings import decode, read_again
from mirrorpress.urls import safe

MAX_LINES: Final = 5_000  # of a page that are explained
MAX_TEXT: Final = 1_000  # characters of a line that are shown
_MAX_NAME = 40  # characters of a class, an id or an attribute that are shown
_MOST_CLASSES = 100  # of an element that are tried
_UNREAD = frozenset(["head", "rt", "rp"])  # what a browser does not show, or beside a line only
_AHEAD = 50  # lines of blocks among which a line of the page is looked for
_NEAR = 8  # the same, where it is only a part of the line
_LONGEST_PART = 20_000  # characters; a longer line is not searched for parts
_MOST_CREDITED = 200  # pictures whose credits are looked for
_LABEL_OF_CREDIT = 20  # characters around the name, without white space
_RUNNING = 80  # Latin characters of a block that is running text

_KINDS: dict[type, str] = {
    Paragraph: "paragraph",
    Heading: "heading",
    ListBlock: "list",
    Quote: "quotation",
    Table: "table",
    CodeBlock: "code",
    Figure: "caption",
    Embed: "embed",
}
# Running text around a line: what `trim` drops between the two, it drops wherever it is.
_BEFORE = Paragraph(
    (Text("The gauge at the lock had risen by a hand before the first boat left. " * 2),)
)
_AFTER = Paragraph(
    (Text("By noon the water was back below the mark, and the gates were opened. " * 9),)
)


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line of a page, and what became of it."""

    text: str  # at most MAX_TEXT characters
    kept: bool  # it is in the article: in its body, or as title, subtitle or author
    reason: str  # a clause


@dataclass(frozen=True, slots=True)
class ExplainedRule:
    """A selector of the rules of the page's site."""

    key: str  # "body", "remove" and the like
    selector: str
    matched: int  # elements
    is_body: bool = False  # these are the body


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The lines of a page, and what was extracted from them."""

    lines: tuple[ExplainedLine, ...]  # in document order, then those of its data; at most MAX_LINES
    omitted: int  # further lines
    result: Article | ExtractError
    rules: tuple[ExplainedRule, ...] = ()  # that were used: none where it gives no article so


def explain(
    html: str | bytes,
    url: str | None = None,
    *,
    charset: str | None = None,
    profile: SiteProfile | None = None,
    rules: SiteRules | None = None,
) -> Explanation:
    """Why each line of a page is in its article or not. Never raises ExtractError.

    Where the page gives no article, `kept` are the lines that would have been in it.

    Args:
        html: the page; bytes are decoded as by `extract`.
        url: where it came from.
        charset: of the HTTP header.
        profile: what earlier pages of the site taught.
        rules: of the site.
    """
    text = read_again(html) if isinstance(html, str) else decode(html, charset).text
    observer = _LineObserver()
    result: Article | ExtractError
    try:
        result, _ = extract_observed(text, safe(url), None, profile, observer, rules=rules)
    except ExtractError as error:
        result = error
    observer.finish(result if isinstance(result, Article) else None)
    lines = tuple(
        ExplainedLine(cut(line.text, MAX_TEXT), line.kept, line.reason) for line in observer.lines
    )
    lines += tuple(observer.added)
    used = tuple(observer.used)
    return Explanation(lines=lines, omitted=observer.omitted, result=result, rules=used)


@dataclass(slots=True, eq=False)
class _Line:
    """A line of the page while the stages pass."""

    text: str  # not empty
    element: Element  # that holds most of it
    holder: Element  # block element around it
    siblings: int  # children of the holder before any stage took some away
    reason: str = ""  # none as long as nothing dropped it
    kept: bool = False
    named: bool = False  # dropped for the name or state of an element
    inside: bool = True  # the container of the body
    marked: str = ""  # for which an element around it is excluded that was read all the same
    block: Block | None = None


@dataclass(slots=True)
class _LineObserver(Observer):
    """Notes at each stage which lines went."""

    lines: list[_Line] = field(default_factory=list)
    omitted: int = 0
    used: list[ExplainedRule] = field(default_factory=list)
    added: list[ExplainedLine] = field(default_factory=list)  # that the page does not show
    _shown: tuple[Block, ...] = ()  # blocks of what the page shows
    _is_full: bool = False  # its data have more
    _made: tuple[Block, ...] = ()  # blocks before any was left out

    def elements(self, stage: Stage, body: Body) -> None:
        if stage is Stage.BODY:
            self._begin(body)
            return
        if stage is Stage.OPENING:
            self._open(body.opening)
            return
        for line in self._left():
            cause = _cause(line, body.core)
            if cause is not None or len(line.holder.children) != line.siblings:
                line.reason = _OF_STAGE[stage]

    def rules(self, used: UsedRules) -> None:
        self.used = [
            ExplainedRule(one.key, one.selector, len(one.elements), one is used.named)
            for one in used.matched
        ]
        parts = {id(part) for part in used.parts}
        removed = _removed(used)
        where = f"outside of the body (rule: {used.named.selector})" if used.named else ""
        for line in self.lines:
            around = (line.element, *line.element.ancestors())
            line.siblings = len(line.holder.children)
            if where:
                line.inside = any(id(element) in parts for element in around)
                _judge(line, used.body.core, cut(where, 2 * _MAX_NAME))
            remover = next((removed[id(e)] for e in around if id(e) in removed), None)
            if remover is not None:
                line.reason, line.named = f"rule: remove {cut(remover, _MAX_NAME)}", True

    def blocks(self, stage: Stage, blocks: tuple[Block, ...]) -> None:
        if stage is Stage.BLOCKS:
            self._made = blocks
            _match(self.lines, blocks)
            return
        if stage is Stage.FULL_TEXT:
            self._is_full = blocks != self._shown
        self._shown = blocks
        remaining = {id(block) for block in blocks}
        pictures = {image.url for image in figure_images(blocks)}
        head, tail = _ends(self._made, remaining)
        places = {id(block): place for place, block in enumerate(self._made)}
        reasons: dict[int, str] = {}
        for line in self._left():
            block = line.block
            if block is None or id(block) in remaining or _is_shown(block, pictures):
                continue
            place = places[id(block)]
            if place not in reasons:
                reasons[place] = (
                    _trimmed(block, is_head=place < head, is_tail=place > tail)
                    if stage is Stage.TRIM
                    else _OF_STAGE[stage]
                )
            line.reason = reasons[place]

    def finish(self, article: Article | None) -> None:
        """Mark kept what is left, and what the article has beside its body."""
        for line in self._left():
            line.kept = True
            line.reason = _kind_of(line.block, line.text)
            if line.marked:
                line.reason += f", although {line.marked}"
        if article is None:
            return
        fields = {_key(text): "caption" for block in article.blocks for text in _captions(block)}
        fields |= {_key(name): "author" for name in article.bylines}
        fields |= {_key(article.subtitle or ""): "subtitle", _key(article.title): "title"}
        credited = [*islice(_credited(article.blocks), _MOST_CREDITED)]
        for line in self.lines:
            if line.kept:
                continue
            key = _key(line.text)
            found = fields.get(key) or ("caption" if _has_credit(key, credited) else None)
            if found and (not line.named or line.holder.tag == "h1"):
                line.kept, line.reason = True, found
        self._keep_captions({_key(text) for block in article.blocks for text in _captions(block)})
        self._add(article)

    def _keep_captions(self, captions: set[str]) -> None:
        """Mark kept the captions of a picture that was taken although an element is excluded."""
        captions -= {_key(line.text) for line in self.lines if line.kept}
        for line in self.lines:
            key = _key(line.text)
            if key in captions and line.named and not line.reason.startswith("rule"):
                line.kept, line.reason = True, f"caption, although {line.reason}"
                captions.remove(key)

    def _add(self, article: Article) -> None:
        """Lines of the article that the page does not show: its data have them."""
        if not self._is_full:
            return
        added: dict[str, ExplainedLine] = {}
        for block in article.blocks:
            for text in _texts(block):
                reason = f"{_kind_of(block, text)}, from the page's data"
                added.setdefault(_key(text), ExplainedLine(cut(text, MAX_TEXT), True, reason))
        for line in self.lines:
            replaced = added.pop(_key(line.text), None)
            if replaced is not None and line.reason == _OF_STAGE[Stage.FULL_TEXT]:
                line.kept, line.reason = True, replaced.reason
        self.added = [*added.values()][: MAX_LINES - len(self.lines)]
        self.omitted += len(added) - len(self.added)

    def _begin(self, body: Body) -> None:
        self.lines, self.omitted, self.used, self.added = [], 0, [], []
        for line in _lines_of(body.elements[0]):
            if len(self.lines) == MAX_LINES:
                self.omitted += 1
                continue
            self.lines.append(line)
        where = f"outside of the body ({_selector(body.core)})"
        for line in self.lines:
            line.inside = body.core in (line.element, *line.element.ancestors())
            _judge(line, body.core, where)

    def _open(self, opening: Sequence[Element]) -> None:
        """Take for inside what opens the text outside of the container."""
        parts = {id(element) for element in opening}
        for line in self.lines if parts else ():
            around = (line.element, *line.element.ancestors())
            if not line.named and any(id(element) in parts for element in around):
                line.inside, line.reason = True, ""

    def _left(self) -> list[_Line]:
        return [line for line in self.lines if not line.reason]


_OF_STAGE = {
    Stage.MEMORY: "template of the site: other pages have it, too",
    Stage.ABOVE_HEADLINE: "above the headline",
    Stage.SUBTITLE: "subtitle",
    Stage.WITNESS: "behind the end of the page's articleBody",
    Stage.PICTURES: "picture shown before",
    Stage.FULL_TEXT: "the feed or the page's data have the full text",
}


def _lines_of(root: Element) -> Iterator[_Line]:
    """The lines of text of a page, in document order."""
    run: list[tuple[str, Element]] = []  # the text since the last end of a line, and what holds it
    holder = root
    stack: list[tuple[Node | None, Element, Element]] = [(root, root, root)]
    while stack:
        node, parent, holder_of_node = stack.pop()
        if isinstance(node, str):
            run.append((node, parent))
            continue
        if node is not None and node.tag in _UNREAD:
            continue
        if node is not None and node.inline and node.excluded:  # words that are not shown
            yield from _line([(text, node) for text in node.strings()], holder_of_node)
            continue
        if node is None or node.tag == "br" or not node.inline:
            yield from _line(run, holder_of_node)
            run = []
        if node is None:
            continue
        holder = holder_of_node if node.inline else node
        if not node.inline:
            stack.append((None, node, node))
        stack += [(child, node, holder) for child in reversed(node.children)]
    yield from _line(run, holder)


def _line(run: Sequence[tuple[str, Element]], holder: Element) -> Iterator[_Line]:
    text = squeezed("".join(piece for piece, _ in run))
    if text:
        _, element = max(run, key=lambda piece: len(piece[0].strip()))
        yield _Line(text, element, holder, len(holder.children))


def _cause(line: _Line, core: Element) -> Element | None:
    """The outermost excluded element around a line, up to the container of the body."""
    around = takewhile(lambda e: e is not core, (line.element, *line.element.ancestors()))
    excluded = [element for element in around if element.excluded]
    return excluded[-1] if excluded else None


def _judge(line: _Line, core: Element, where: str) -> None:
    """Give a line the reason for which it is not in the body that was chosen, if it is not.

    Args:
        line: `inside` is whether it is in the body.
        core: the body's container.
        where: the reason for lines that are not, and that no name excludes.
    """
    cause = _cause(line, core)
    line.named, line.reason = False, "" if line.inside else where
    if cause is not None and is_excluded(cause):
        line.named, line.reason = True, _named(cause)
    elif cause is not None and line.inside:
        line.reason = f"boilerplate in the body ({_selector(cause)})"


def _removed(used: UsedRules) -> dict[int, str]:
    """The ids of the elements that rules removed, each with the first selector that matches it.

    What holds the body is not removed.
    """
    body = {id(parent) for part in used.parts for parent in (part, *part.ancestors())}
    pairs = [
        (id(element), one.selector)
        for one in used.matched
        if one.key == "remove"
        for element in one.elements
    ]
    return {key: selector for key, selector in reversed(pairs) if key not in body}


def _named(element: Element) -> str:
    """What in an element's name or state excludes it, each tried alone."""
    if is_excluded(Element(element.tag, {})):
        return f"element {cut(element.tag, _MAX_NAME)}"
    for name, value in element.attrs.items():
        for part in (value or "").split()[:_MOST_CLASSES] if name == "class" else (value,):
            if is_excluded(Element(element.tag, {name: part})):
                shown = name if part is None else f'{name} "{cut(part, _MAX_NAME)}"'
                return f"{cut(shown, 2 * _MAX_NAME)} of a {cut(element.tag, _MAX_NAME)}"
    return f"name or state ({_selector(element)})"


def _selector(element: Element) -> str:
    """An element's tag with its first class or its id, as a style sheet names it."""
    names = element.get("class").split()
    first = f".{names[0]}" if names else f"#{element.get('id')}" if element.get("id") else ""
    return cut(element.tag + first, _MAX_NAME)


def _match(lines: Sequence[_Line], blocks: Sequence[Block]) -> None:
    """Find the block in which each line of the body is; both are in the order of the page.

    A text of a block that no line has comes from an excluded element: cells of tables for the
    layout are read all the same.
    """
    parts = [(_key(text), block) for block in blocks for text in _texts(block)]
    at_any_place = dict(reversed(parts))
    at = 0
    claimed: set[str] = set()
    for line in lines:
        if line.reason:
            continue
        key = _key(line.text)
        claimed.add(key)
        place = _find(key, parts, at)
        if place is not None:
            at = place
            line.block = parts[place][1]
        else:
            line.block = at_any_place.get(key)
        if line.block is None:
            line.reason = "part of an embed, or made no block"
    for line in lines:
        key = _key(line.text)
        if line.reason and line.inside and key not in claimed and key in at_any_place:
            line.marked, line.reason, line.block = line.reason, "", at_any_place[key]


def _find(key: str, parts: Sequence[tuple[str, Block]], at: int) -> int | None:
    """The place of a line among those of the blocks, from `at` on."""
    ahead = range(at, min(at + _AHEAD, len(parts)))
    for place in ahead:
        if parts[place][0] == key:
            return place
    for place in ahead[:_NEAR]:
        part = parts[place][0]
        if part and max(len(part), len(key)) <= _LONGEST_PART and (key in part or part in key):
            return place
    return None


def _kind_of(block: Block | None, text: str) -> str:
    """What a line is in a block."""
    match block:
        case Quote() if post_text(block):
            return "post"
        case Table(_, caption) if caption and _key(inline_text(caption)) == _key(text):
            return "caption"
        case _:
            return _KINDS.get(type(block), "text")


def _texts(block: Block) -> Iterator[str]:
    """Every line of text in a block."""
    if isinstance(block, Table):
        cells = (cell for row in block.rows for cell in row.cells)
        yield from (line for cell in cells for line in inline_text(cell.children).splitlines())
    else:
        yield from block_text(block).splitlines()
    yield from post_text(block).splitlines()
    yield from _captions(block)
    yield from (embed.title for embed in embeds((block,)) if embed.title)
    match block:
        case Table(_, caption) if caption:
            yield inline_text(caption)
        case Quote(credit=str(credit)):
            yield credit
        case _:
            pass


def _captions(block: Block) -> Iterator[str]:
    if isinstance(block, Figure):
        yield from inline_text(block.caption).splitlines()
    for image in figure_images((block,)):
        yield from inline_text(image.caption).splitlines()
        if image.credit:
            yield image.credit


def _credited(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The captions and credits of pictures that have a credit, as `_key` gives them."""
    for image in figure_images(blocks):
        if image.credit:
            yield _key(inline_text(image.caption)), _key(image.credit)


def _has_credit(key: str, credited: Sequence[tuple[str, str]]) -> bool:
    """Whether a line is a caption and its credit, or a credit, with the words and marks around it.

    The article has the two apart: "The quay" and "Ada Stone" of "The quay (Photo: Ada Stone)".
    """
    return any(
        key.startswith(caption)
        and key.find(credit, len(caption)) >= 0
        and len(key) <= len(caption) + len(credit) + _LABEL_OF_CREDIT
        for caption, credit in credited
    )


def _ends(blocks: Sequence[Block], remaining: set[int]) -> tuple[int, int]:
    """Places of the first block of running text and of the last block that remain."""
    places = [place for place, block in enumerate(blocks) if id(block) in remaining]
    running = (p for p in places if weight_of(block_text(blocks[p])) > _RUNNING)
    return next(running, len(blocks)), places[-1] if places else -1


def _trimmed(block: Block, *, is_head: bool, is_tail: bool) -> str:
    """Why `trim` left out a block."""
    if len(trim((_BEFORE, block, _AFTER), Known(titles=()))) < 3:
        return "a line known as boilerplate"
    if isinstance(block, Figure):
        return "picture shown before, of another article or of an author"
    if is_head:
        return "repeats title, subtitle, authors or date"
    if is_tail:
        return "at the end: links, labels or about the page"
    return "repeated, or in a list of other articles"


def _is_shown(block: Block, pictures: set[str]) -> bool:
    """Whether a picture of a figure remains; figures are not the same where one was left out."""
    return isinstance(block, Figure) and any(image.url in pictures for image in block.images)


def _key(text: str) -> str:
    """The characters by which a line is found among those of the blocks: no white space."""
    return "".join(text.split())
