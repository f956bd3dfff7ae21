"""The front page of layout `channels`: parts with names, put together by a template.

A template is Markdown of the operator's own. `{{name}}` alone on a line is a part of the page,
`{{pick 1}}` within a line the first pick. What is empty leaves its line out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mirrorpress.model import RECOMMENDED, ArticleList, ArticleSummary, Channel, ListPage, PageRef
from mirrorpress.render import markdown as md
from mirrorpress.render.channels.operator import OwnLink
from mirrorpress.render.channels.pages import ChannelsWriter, Own, titles_of
from mirrorpress.render.channels.where import HOT, page_path
from mirrorpress.render.line_views import LinkView
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.paths import link as relative
from mirrorpress.render.views import ViewBuilder

SLOTS = 14  # picks on the front page
PARTS = (
    "title",
    "navigation",
    "notes",
    "picks",
    "channels",
    "reading",
    "sharing",
    "copies",
    "mirror",
)  # of the page; each can be a line of a template
DEFAULT = "\n\n".join(f"{{{{{part}}}}}" for part in PARTS)
NAMES = ", ".join([*PARTS, f"pick 1 to pick {SLOTS}", "channel KEY", "share", "name"])
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PLACE = re.compile(r"\{\{\s*([a-z]+)(?:\s+([^{}\s][^{}\n]*?))?\s*\}\}")


class FrontPageWriter(ChannelsWriter):
    """The parts of the front page."""

    def __init__(
        self,
        page: ListPage,
        builder: ViewBuilder,
        own: Own,
        *,
        notes: Sequence[OwnLink],
        picks: Sequence[str],
        channels: Sequence[Channel],
        share: str | None,
        code: str | None,
    ) -> None:
        """Take what the page shows.

        Args:
            notes: sticky notes.
            picks: addresses of picked articles; without any, the newest articles are shown.
            channels: in the order in which they are listed.
            share: address at which readers find the front page.
            code: path of the QR code of that address.
        """
        super().__init__(builder)
        self.builder = builder
        self._own = own
        self._notes = notes
        self._channels = channels
        self._share = share
        self._code = code
        self._titles = titles_of(page, own)
        self._marks = builder.marks(page)
        chosen = [page.found[address] for address in picks if address in page.found]
        self._picks = list({one.id: one for one in chosen or page.summaries}.values())[:SLOTS]
        self._is_chosen = bool(chosen)
        self._parts: dict[str, Callable[[], Iterator[Piece]]] = {
            "title": self.title,
            "navigation": self.navigation_bar,
            "notes": self.notes,
            "picks": self.picks,
            "channels": self.channels,
            "reading": self.reading,
            "sharing": self.sharing,
            "copies": self.copies,
            "mirror": self.about_mirror,
        }

    def pieces(self, template: str) -> Iterator[Piece]:
        """The page as a template puts it together."""
        for block in _blocks(template):
            whole = _PLACE.fullmatch(block)
            if whole and whole[1] in self._parts:
                yield self.framed(*self._parts[whole[1]]())
            else:
                lines = (self._line(line) for line in block.split("\n"))
                yield md.by_operator("\n".join(line for line in lines if line is not None))

    def _line(self, line: str) -> str | None:
        """A line of the template, filled in; None where all that it names is empty."""
        places = list(_PLACE.finditer(line))
        filled = [self._inline(place[1], place[2] or "") for place in places]
        if places and not any(filled):
            return None
        values = iter(filled)
        return _PLACE.sub(lambda _: next(values), line)

    def _inline(self, name: str, value: str) -> Run:
        """What stands for a place within a line; nothing where it is empty."""
        match name:
            case "pick" if 0 < int(value) <= len(self._picks):
                return self._pick(self._picks[int(value) - 1])
            case "channel":
                found = [one for one in self._channels if one.name == value]
                return self._channel(found[0]) if found else Run()
            case "share" if self._share:
                return md.link(self._share, self._share)
            case "name":
                return md.text(self.context.name)
        return Run()

    # Parts

    def title(self) -> Iterator[Piece]:
        """The mirror's name."""
        yield md.heading(1, self.context.isolated(self.context.name))

    def navigation_bar(self) -> Iterator[Piece]:
        """The hot list, what outlets changed and withdrew, and the operator's fixed links."""
        hot = self.builder.to_list(HOT, self.words("hot"))
        marked = [LinkView(one.href, one.label) for one in self._marks if one.href]
        yield self.bar([hot, *marked], self._own.fixed)

    def notes(self) -> Iterator[Piece]:
        """Sticky notes."""
        if self._notes:
            yield md.heading(2, self.words("notes"))
            yield md.bullets([md.paragraph(self.own_link(note)) for note in self._notes])

    def picks(self) -> Iterator[Piece]:
        """What the operator picked; without picks, the newest articles."""
        yield md.heading(2, self.words("recommended" if self._is_chosen else "latest"))
        if self._picks:
            yield md.bullets([md.paragraph(self._pick(one)) for one in self._picks])
        else:
            yield md.paragraph(self.words("empty"))
        if self._is_chosen:
            shown = PageRef(ArticleList(kind="channel", channel=RECOMMENDED))
            everything = self.builder.to_path(page_path(shown), self.words("more"))
            yield md.paragraph(self.link(everything))

    def channels(self) -> Iterator[Piece]:
        """All channels, by outlet."""
        groups: dict[str | None, list[Run]] = {}
        for channel in self._channels:
            groups.setdefault(channel.group, []).append(self._channel(channel))
        if groups:
            yield md.heading(2, self.words("channels"))
            yield md.bullets([self._group(group, links) for group, links in groups.items()])

    def _group(self, group: str | None, links: list[Run]) -> Piece:
        shown = md.joined(" · ", links)
        if group is None:
            return md.paragraph(shown)
        name = md.emphasis("**", self.context.isolated(group), after=" ")
        return md.paragraph(md.run(name, " · ", shown))

    def reading(self) -> Iterator[Piece]:
        """How to read the mirror."""
        yield md.heading(2, self.words("reading"))
        yield md.paragraph(self.words("reading_text"))

    def sharing(self) -> Iterator[Piece]:
        """The address of the mirror, and its QR code."""
        if self._share is not None:
            yield md.paragraph(self.words("share_mirror"))
            yield md.paragraph(md.link(self._share, self._share))
        if self._share is not None and self._code is not None:
            picture = md.image(self.words("qr"), relative(self.builder.here, self._code))
            yield md.paragraph(md.link(picture, self._share))

    def copies(self) -> Iterator[Piece]:
        """The call to keep a copy."""
        yield md.heading(2, self.words("fork"))
        yield md.paragraph(self.words("fork_text"))

    def _pick(self, summary: ArticleSummary) -> Run:
        line = self.builder.line(summary, self.builder.stamp(summary.published))
        title = self._titles.get(summary.id) or line.title
        return md.page_link(self.context.isolated(title), line.href)

    def _channel(self, channel: Channel) -> Run:
        shown = PageRef(ArticleList(kind="channel", channel=channel.name))
        path = page_path(shown)
        return self.link(self.builder.to_path(path, self.context.channel(channel.name)))


def without_comments(template: str) -> str:
    """A template without its HTML comments, which are for those who edit it; lines stay lines."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), template)


def unknown_places(template: str) -> Iterator[tuple[int, str]]:
    """Line and text of each place in a template that names no part of the page."""
    for number, line in enumerate(template.splitlines(), 1):
        for place in re.finditer(r"\{\{[^{}]*\}\}", line):
            found = _PLACE.fullmatch(place[0])
            if found is None or not _is_known(found[1], found[2]):
                yield number, place[0]


def _is_known(name: str, value: str | None) -> bool:
    if name == "pick":
        return value is not None and value.isdecimal() and 0 < int(value) <= SLOTS
    if name == "channel":
        return value is not None
    return value is None and name in (*PARTS, "share", "name")


def _blocks(template: str) -> Iterator[str]:
    """The parts of a template between empty lines; a part of the page is one of its own."""
    for block in re.split(r"\n[ \t]*\n", template.replace("\r\n", "\n")):
        lines: list[str] = []
        for line in block.strip("\n").split("\n"):
            whole = _PLACE.fullmatch(line.strip())
            if whole and whole[1] in PARTS:
                yield "\n".join(lines)
                yield line.strip()
                lines = []
            else:
                lines.append(line)
        yield "\n".join(lines)
