"""Pages of articles and of lists in layout `channels`, as pieces of Markdown."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO

from mirrorpress.model import ArticlePage, ArticleSummary, ListPage
from mirrorpress.model.blocks import Block, Figure
from mirrorpress.render import markdown as md
from mirrorpress.render.channels.operator import OwnLink
from mirrorpress.render.characters import clean
from mirrorpress.render.line_views import LinkView
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.markdown_pages import ArticleWriter, ListWriter, PageWriter
from mirrorpress.render.paths import link as relative
from mirrorpress.render.views import ViewBuilder

TITLE = 3  # level of the heading of a page
_FORMULA = ("=", "+", "-", "@")  # what spreadsheets take for a formula at the start of a field


@dataclass(frozen=True, slots=True)
class Own:
    """What the operator adds to a page."""

    fixed: tuple[OwnLink, ...] = ()  # in the navigation and above the text
    drawn: tuple[OwnLink, ...] = ()  # above the text
    titles: Mapping[str, str] = field(default_factory=dict)  # of picks, by their address


class ChannelsWriter(PageWriter):
    """What pages of the layout have in common: the operator's links."""

    builder: ViewBuilder

    def own_link(self, link: OwnLink) -> Run:
        """A link of the operator."""
        label = self.context.isolated(link.title)
        if link.inside:
            return self.link(self.builder.to_path(link.url[1:], link.title))
        return md.link(label, link.url)

    def bar(self, links: Sequence[LinkView], fixed: Sequence[OwnLink]) -> Piece:
        """The navigation: pages of the mirror, then the operator's fixed links."""
        found = [self.link(link) for link in links]
        return md.paragraph(md.joined(" · ", [*found, *(self.own_link(link) for link in fixed)]))

    def titled(self, text: str) -> Piece:
        """The heading of a page in the mirror's own words."""
        return self.framed(md.heading(TITLE, self.context.isolated(text)))


class ArticlePageWriter(ArticleWriter, ChannelsWriter):
    """The page of an article."""

    title_level = TITLE

    def __init__(
        self, page: ArticlePage, builder: ViewBuilder, own: Own, share: str | None, code: str | None
    ) -> None:
        """Take what the page shows.

        Args:
            share: address at which readers find the page.
            code: path of the QR code of that address.
        """
        super().__init__(page, builder)
        self.builder = builder
        self._own = own
        self._share = share
        self._code = code

    def pieces(self) -> Iterator[Piece]:
        """The page, from its first line to its last."""
        lead, rest = _parted(self.blocks)
        bar = self.framed(self.bar(self.view.navigation, self._own.fixed))
        yield self.in_article(md.heading(TITLE, self.view.title))
        yield bar
        yield self.framed(self.notice())
        subtitle = md.paragraph(md.emphasis("**", self.view.subtitle))
        yield self.in_article(subtitle, self.origin(), self.body(lead))
        yield md.rule()
        yield self.framed(*self.own_links())
        yield self.in_article(self.body(rest))
        yield md.rule()
        yield self.framed(*self.sharing(), *self.about())
        yield md.rule()
        yield bar

    def original(self) -> Piece:
        """The article without what stands around it."""
        return self.in_article(self.body())

    def in_article(self, *pieces: Piece) -> Piece:
        """Parts of the article, in its own language and direction."""
        return md.framed(md.stack(pieces), self.view.language, self.view.direction)

    def own_links(self) -> Iterator[Piece]:
        """The operator's links, named as such; a rule parts them from the text."""
        links = (*self._own.fixed, *self._own.drawn)
        if links:
            yield md.paragraph(md.emphasis("**", self.words("own_links")))
            yield md.bullets([md.paragraph(self.own_link(link)) for link in links])
            yield md.rule()

    def sharing(self) -> Iterator[Piece]:
        """The address of the page, and its QR code."""
        if self._share is None:
            return
        yield md.paragraph(self.words("share"))
        yield md.paragraph(md.link(self._share, self._share))
        if self._code is not None:
            picture = md.image(self.words("qr"), relative(self.builder.here, self._code))
            yield md.paragraph(md.link(picture, self._share))

    def about(self) -> Iterator[Piece]:
        """Where the article is from, and who else reports."""
        source = md.link(self.view.source, self.view.source)
        yield self.labelled("source", md.run(source, " (", self.words("source_note"), ")"))
        yield from self.other_reports()
        yield md.paragraph(self.view.copied)
        yield self.addresses()


class RemovedPageWriter(ArticleWriter, ChannelsWriter):
    """The note at the address of an article that is no longer kept."""

    title_level = TITLE

    def __init__(self, page: ArticlePage, builder: ViewBuilder, own: Own) -> None:
        super().__init__(page, builder)
        self.builder = builder
        self._own = own

    def pieces(self) -> Iterator[Piece]:
        """The note, from its first line to its last."""
        yield self.original()
        yield self.framed(self.bar(self.view.navigation, self._own.fixed))
        yield self.framed(
            md.paragraph(self.words("removed")),
            self.labelled("source", md.link(self.view.source, self.view.source)),
        )

    def original(self) -> Piece:
        """The title of the article."""
        title = md.heading(TITLE, self.view.title)
        return md.framed(title, self.view.language, self.view.direction)


def _parted(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The picture with which an article opens, and the rest of it."""
    is_lead = bool(blocks) and isinstance(blocks[0], Figure)
    return (blocks[:1], blocks[1:]) if is_lead else ((), blocks)


class ListPageWriter(ListWriter, ChannelsWriter):
    """A page of a channel, the hot list, or a story."""

    section_level = TITLE + 1

    def __init__(self, page: ListPage, builder: ViewBuilder, own: Own) -> None:
        super().__init__(page, builder)
        self.builder = builder
        self._own = own
        shown = (line for group in self.view.groups for line in group.lines)
        told = self.view.story.ids if self.view.story else frozenset[str]()
        listing = [one for one in page.summaries if one.id not in told]
        lines = {one.id: line for one, line in zip(listing, shown, strict=True)}
        titles = titles_of(page, own)
        several = page.article_list.has_several_outlets
        self._lines = []
        for one in listed(page):
            if one.id in told:
                continue
            line = lines.get(one.id) or builder.line(
                one, builder.stamp(one.published), outlet=several
            )
            title = titles.get(one.id, line.title)
            self._lines.append(line if title == line.title else replace(line, title=title))

    def pieces(self) -> Iterator[Piece]:
        """The page, from its first line to its last."""
        bar = self.framed(self.bar(self.view.navigation, self._own.fixed))
        yield self.titled(self.view.title)
        yield bar
        yield md.rule()
        yield self.framed(*self.content())
        yield md.rule()
        yield bar

    def front(self) -> Iterator[Piece]:
        """The front page has a writer of its own."""
        return iter(())

    def articles(self) -> Iterator[Piece]:
        """The lines of the list."""
        if self.view.is_empty and not self._lines:
            yield md.paragraph(self.words("empty"))
        yield md.bullets([self.short(line) for line in self._lines])


def listed(page: ListPage) -> tuple[ArticleSummary, ...]:
    """The articles of a page of a list: first those that the operator picked, in their order."""
    if page.number is not None:
        return page.summaries
    picked = {one.id: one for one in page.found.values()}
    return (*picked.values(), *(one for one in page.summaries if one.id not in picked))


def titles_of(page: ListPage, own: Own) -> dict[str, str]:
    """The titles that the operator gave to articles, by their ids."""
    return {
        summary.id: own.titles[address]
        for address, summary in page.found.items()
        if own.titles.get(address)
    }


def as_csv(page: ListPage, builder: ViewBuilder, own: Own) -> bytes:
    """The articles of a page of a list as CSV (RFC 4180): path, title, time, outlet, address.

    A title that a spreadsheet would take for a formula is given an apostrophe first.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("path", "title", "published", "outlet", "address"))
    titles = titles_of(page, own)
    for one in listed(page):
        outlet = builder.context.outlet_of(one.source, one.url)
        time = builder.context.local(one.published).isoformat("T", "seconds")
        title = titles.get(one.id) or clean(one.title) or one.id
        writer.writerow((f"/{one.path}", _plain(title), time, _plain(outlet), one.url))
    return out.getvalue().encode("utf-8")


def _plain(text: str) -> str:
    """A field that no spreadsheet calculates (OWASP, "CSV Injection")."""
    return f"'{text}" if text.startswith(_FORMULA) else text
