"""Layout `almanac` of format `markdown`: an edition for the file view of git hosts.

Articles and lists are Markdown files in folders by day and month, chained by relative links, so
that a reader never needs the host's own folder view. What the mirror says stands apart from the
article, above its title and below a rule. Pages read well without pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    ListPage,
    Output,
    Site,
)
from mirrorpress.render import lists
from mirrorpress.render import markdown as md
from mirrorpress.render.context import LastContext
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.markdown_body import BodyWriter
from mirrorpress.render.paths import MAX_FILES, article_path, list_path, page_path, picture_path
from mirrorpress.render.views import CountView, EventView, LineView, LinkView, ViewBuilder

ENDING = ".md"


class Almanac:
    """Prints Markdown; a `Layout`."""

    version = layout_version(__name__)
    standing_lists = (lists.FRONT,)
    max_files = MAX_FILES

    def __init__(self) -> None:
        self._context = LastContext()

    def path(self, summary: ArticleSummary, site: Site) -> str:
        """A file of its own in the folder of its day."""
        return article_path(summary, ENDING)

    def picture_path(self, asset: Asset, summary: ArticleSummary, site: Site) -> str:
        """A file named by its content, in the folder of the first article's day."""
        return picture_path(asset, summary)

    def article(self, page: ArticlePage, site: Site) -> Output:
        """The page of an article."""
        builder = self._builder(page.summary.path, site)
        return Output(path=builder.here, content=md.page(_ArticleWriter(page, builder).pieces()))

    def lists(self, summary: ArticleSummary) -> tuple[ArticleList, ...]:
        """Front page, outlet, months, day and story."""
        return lists.lists_of(summary)

    def list_page(self, page: ListPage, site: Site) -> Output:
        """A page of a list."""
        builder = self._builder(list_path(page.article_list, ENDING, page.number), site)
        return Output(path=builder.here, content=md.page(_ListWriter(page, builder).pieces()))

    def static_files(self, site: Site) -> tuple[Output, ...]:
        """Nothing: a git host brings its own style."""
        return ()

    def _builder(self, here: str, site: Site) -> ViewBuilder:
        return ViewBuilder(here, self._context.of(site), partial(page_path, ending=ENDING))


class _Writer:
    """What pages of articles and of lists have in common."""

    def __init__(self, builder: ViewBuilder) -> None:
        self.context = builder.context
        self.words = builder.words

    def framed(self, *pieces: Piece) -> Piece:
        """The page's own words, in their direction where a host would not show them so."""
        content = md.stack(pieces)
        if self.words.direction == "ltr":
            return content
        return md.framed(content, self.words.language, self.words.direction)

    def link(self, link: LinkView) -> Run:
        """A link to a page of the edition."""
        return md.page_link(self.context.isolated(link.label), link.href)

    def navigation(self, links: tuple[LinkView, ...]) -> Piece:
        """The links to the lists around a page."""
        return md.paragraph(md.joined(" · ", [self.link(link) for link in links]))

    def line(self, line: LineView) -> Piece:
        """An article as a list shows it."""
        parts: list[Run | str] = [
            self.context.isolated(line.time.shown),
            md.page_link(self.context.isolated(line.title), line.href),
        ]
        if line.outlet is not None:
            parts.append(self.context.isolated(line.outlet))
        if line.mark:
            parts.append(md.emphasis("*", line.mark))
        return md.paragraph(md.joined(" · ", parts))

    def labelled(self, key: str, content: Run) -> Piece:
        """A line that starts with what it is about."""
        return md.paragraph(md.run(md.emphasis("**", self.words(key), after=" "), " · ", content))

    def addresses(self) -> Piece:
        """Where else the mirror lives."""
        found = [md.link(address, address) for address in self.context.site.addresses]
        return self.labelled("elsewhere", md.joined(" · ", found)) if found else Piece("")


class _ArticleWriter(_Writer):
    def __init__(self, page: ArticlePage, builder: ViewBuilder) -> None:
        super().__init__(builder)
        self.view = builder.article(page)
        self.body = BodyWriter(builder.here, page.pictures, self.words).body(
            page.revision.article.blocks
        )

    def pieces(self) -> Iterator[Piece]:
        navigation = self.framed(self.navigation(self.view.navigation))
        yield navigation
        yield self.framed(self.notice())
        yield self.original()
        yield md.rule()
        yield self.framed(*self.about())
        yield md.rule()
        yield navigation

    def notice(self) -> Piece:
        """That the outlet took the article down, where it did."""
        gone = self.view.withdrawn
        return md.paragraph(md.emphasis("**", gone)) if gone else Piece("")

    def original(self) -> Piece:
        """The article, in its own language and direction."""
        view = self.view
        subtitle = md.paragraph(md.emphasis("**", view.subtitle))
        content = [md.heading(1, view.title), subtitle, self.origin(), self.body]
        return md.framed(md.stack(content), view.language, view.direction)

    def origin(self) -> Piece:
        """Outlet, authors and time."""
        view = self.view
        parts = [view.outlet, *view.bylines, view.published.shown]
        if view.modified:
            parts.append(view.modified)
        return md.paragraph(
            md.joined(" · ", [self.context.isolated(each, view.direction) for each in parts])
        )

    def about(self) -> Iterator[Piece]:
        """What the mirror has to say of the article."""
        yield self.labelled("source", md.link(self.view.source, self.view.source))
        yield from self.other_reports()
        yield md.paragraph(self.view.copied)
        yield self.addresses()

    def other_reports(self) -> Iterator[Piece]:
        if self.view.also:
            yield md.paragraph(md.emphasis("**", self.words("other_reports")))
            yield md.bullets([self.line(line) for line in self.view.also])
        if self.view.story:
            yield md.paragraph(self.link(self.view.story))


class _ListWriter(_Writer):
    def __init__(self, page: ListPage, builder: ViewBuilder) -> None:
        super().__init__(builder)
        self.view = builder.list_page(page)

    def pieces(self) -> Iterator[Piece]:
        view = self.view
        navigation = self.framed(self.navigation(view.navigation))
        yield navigation
        yield self.framed(md.heading(1, self.context.isolated(view.title)))
        if view.kind == "front":
            yield self.framed(*self.front())
        else:
            yield self.framed(*self.articles())
            yield md.rule()
            yield navigation

    def front(self) -> Iterator[Piece]:
        view = self.view
        if view.events:
            yield md.heading(2, self.words("events"))
            yield md.bullets([self.event(event) for event in view.events])
        if view.groups:
            yield md.heading(2, self.words("latest"))
            yield from self.days(3)
        else:
            yield md.paragraph(self.words("empty"))
        yield from self.counts(self.words("outlets"), view.outlets)
        yield from self.counts(view.parts_title, view.parts)
        yield from self.check()
        yield self.addresses()
        yield self.contact()

    def articles(self) -> Iterator[Piece]:
        if self.view.kind == "story":
            reports = [self.report(line) for group in self.view.groups for line in group.lines]
            yield md.bullets(reports, loose=True)
        else:
            yield from self.days(2)
        yield from self.counts(self.view.parts_title, self.view.parts)
        if self.view.is_empty:
            yield md.paragraph(self.words("empty"))

    def days(self, level: int) -> Iterator[Piece]:
        for group in self.view.groups:
            if group.day:
                yield md.heading(level, md.page_link(group.day.label, group.day.href))
            yield md.bullets([self.line(line) for line in group.lines])

    def report(self, line: LineView) -> Piece:
        """A line of a story, with its first sentences."""
        return md.stack([self.line(line), md.paragraph(self.context.isolated(line.teaser))])

    def event(self, event: EventView) -> Piece:
        """An event by the title of its first report, and who reports it."""
        title = md.page_link(self.context.isolated(event.line.title), event.line.href)
        names = [self.context.isolated(name) for name in event.outlets]
        return md.paragraph(md.joined(" · ", [title, event.count, *names]))

    def counts(self, title: str, lists: tuple[CountView, ...]) -> Iterator[Piece]:
        """Other lists under a title, with how much is in each."""
        if lists:
            yield md.heading(2, title)
            yield md.bullets([md.paragraph(self.counted(each)) for each in lists])

    def counted(self, count: CountView) -> Run:
        label = self.context.isolated(count.label)
        name = md.page_link(label, count.href) if count.href else label
        return md.run(name, " · ", count.count)

    def check(self) -> Iterator[Piece]:
        key, commands = self.context.site.public_key, self.context.check
        if key is None or commands is None:
            return
        yield md.heading(2, self.words("check"))
        yield md.paragraph(self.words("check_text"))
        yield md.fence(key)
        yield md.paragraph(self.words("check_command"))
        yield md.fence(commands)

    def contact(self) -> Piece:
        contact = self.context.site.contact
        return self.labelled("contact", md.link(contact, contact)) if contact else Piece("")
