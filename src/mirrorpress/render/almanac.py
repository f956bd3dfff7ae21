"""Layout `almanac` of format `markdown`: an edition for the file view of git hosts.

Articles and lists are Markdown files in folders by day and month, chained by relative links, so
that a reader never needs the host's own folder view. What the mirror says stands apart from the
article, above its title and below a rule. Pages read well without pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    ListLink,
    ListPage,
    Output,
    Site,
)
from mirrorpress.render import markdown as md
from mirrorpress.render.context import LastContext, RenderContext
from mirrorpress.render.edition_version import edition_version
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.markdown_body import BodyWriter
from mirrorpress.render.paging import ListCut, by_day, pages
from mirrorpress.render.paths import MAX_FILES, above, article_path, list_path, picture_path
from mirrorpress.render.paths import link as relative
from mirrorpress.render.views import copied, direction, language, modified, withdrawn

ENDING = ".md"


class Almanac:
    """Prints Markdown; a `Layout`."""

    version = edition_version()
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
        writer = _ArticleWriter(page, self._context.of(site))
        return Output(path=writer.here, content=md.page(writer.pieces()))

    def list_page(self, list_page: ListPage, site: Site) -> tuple[Output, ...]:
        """The pages of a list."""
        context = self._context.of(site)
        return tuple(
            Output(path=cut.path, content=md.page(_ListWriter(list_page, cut, context).pieces()))
            for cut in pages(list_page, ENDING)
        )

    def static_files(self, site: Site) -> tuple[Output, ...]:
        """Nothing: a git host brings its own style."""
        return ()


class _Writer:
    """What pages of articles and of lists have in common."""

    def __init__(self, here: str, context: RenderContext) -> None:
        self.here = here
        self.context = context
        self.words = context.words

    def framed(self, *pieces: Piece) -> Piece:
        """The page's own words, in their direction where a host would not show them so."""
        content = md.stack(pieces)
        if self.words.direction == "ltr":
            return content
        return md.framed(content, self.words.language, self.words.direction)

    def list_link(self, key: ArticleList, label: Run | str) -> Run:
        """A link to a list."""
        return md.page_link(label, relative(self.here, list_path(key, ENDING)))

    def counted(self, linked: ListLink, label: str) -> Run:
        """A list with how much is in it. An empty one has no page to link to."""
        count = self.words("articles", count=linked.count)
        name = self.list_link(linked.key, label) if linked.count else label
        return md.run(name, " · ", count)

    def summary_link(self, summary: ArticleSummary) -> Run:
        """A link to an article's page."""
        title = self.context.isolated(summary.title) or summary.id
        return md.page_link(title, relative(self.here, summary.path))

    def line(self, summary: ArticleSummary, *, time: str, outlet: bool) -> Run:
        """An article as a list shows it."""
        parts: list[Run | str] = [self.context.isolated(time), self.summary_link(summary)]
        if outlet:
            parts.append(self.context.isolated(self.context.outlet(summary.source)))
        if summary.withdrawn:
            parts.append(md.emphasis("*", self.words("withdrawn_mark")))
        return md.joined(" · ", parts)

    def labelled(self, key: str, content: Run) -> Piece:
        """A line with what it is told first."""
        return md.paragraph(md.run(md.emphasis("**", self.words(key), after=" "), " · ", content))

    def addresses(self) -> Piece:
        """Where else the mirror lives."""
        found = [md.link(address, address) for address in self.context.site.addresses]
        return self.labelled("elsewhere", md.joined(" · ", found)) if found else Piece("")


class _ArticleWriter(_Writer):
    def __init__(self, page: ArticlePage, context: RenderContext) -> None:
        super().__init__(page.summary.path, context)
        self.page = page
        self.summary = page.summary
        self.article = page.revision.article

    def pieces(self) -> Iterator[Piece]:
        navigation = self.framed(self.navigation())
        yield navigation
        yield self.framed(self.notice())
        yield self.as_told()
        yield md.rule()
        yield self.framed(*self.about())
        yield md.rule()
        yield navigation

    def navigation(self) -> Piece:
        front = ArticleList(kind="front")
        outlet = ArticleList(kind="outlet", value=self.summary.source)
        day = self.context.day_key(self.summary)
        links = (
            self.list_link(front, self.context.isolated(self.context.name)),
            self.list_link(outlet, self.context.isolated(self.context.outlet(self.summary.source))),
            self.list_link(day, self.context.isolated(day.value)),
        )
        return md.paragraph(md.joined(" · ", links))

    def notice(self) -> Piece:
        """That the outlet took the article down, where it did."""
        gone = withdrawn(self.page)
        if gone is None:
            return Piece("")
        return md.paragraph(md.emphasis("**", self.context.withdrawn(gone)))

    def as_told(self) -> Piece:
        """The article, in its own language and direction."""
        article = self.article
        body = BodyWriter(self.here, self.page.pictures, self.words).body(article.blocks)
        subtitle = md.emphasis("**", article.subtitle or "")
        content = [md.heading(1, article.title), md.paragraph(subtitle), self.origin(), body]
        return md.framed(md.stack(content), language(self.page), direction(self.page))

    def origin(self) -> Piece:
        """Outlet, authors and time."""
        parts = [
            self.context.outlet(self.summary.source),
            *self.article.bylines,
            self.context.stamp(self.page.revision.published),
        ]
        changed = modified(self.page)
        if changed:
            parts.append(self.context.modified(changed))
        around = direction(self.page)
        return md.paragraph(
            md.joined(" · ", [self.context.isolated(each, around) for each in parts])
        )

    def about(self) -> Iterator[Piece]:
        """What the mirror has to say of the article."""
        yield self.labelled("source", md.link(self.page.revision.url, self.page.revision.url))
        yield from self.other_reports()
        yield md.paragraph(copied(self.page, self.context))
        yield self.addresses()

    def other_reports(self) -> Iterator[Piece]:
        if self.page.also:
            yield md.paragraph(md.emphasis("**", self.words("other_reports")))
            lines = (
                self.line(summary, time=self.context.stamp(summary.published), outlet=True)
                for summary in self.page.also
            )
            yield md.bullets([md.paragraph(line) for line in lines])
        if self.summary.story:
            key = ArticleList(kind="story", value=self.summary.story)
            yield md.paragraph(self.list_link(key, self.words("all_reports")))


class _ListWriter(_Writer):
    def __init__(self, list_page: ListPage, cut: ListCut, context: RenderContext) -> None:
        super().__init__(cut.path, context)
        self.list_page = list_page
        self.cut = cut
        self.kind = list_page.key.kind

    def pieces(self) -> Iterator[Piece]:
        navigation = self.framed(self.navigation())
        yield navigation
        yield self.framed(md.heading(1, self.title()))
        if self.kind == "front":
            yield self.framed(*self.front())
        else:
            yield self.framed(*self.articles())
            yield md.rule()
            yield navigation

    def title(self) -> str:
        if self.kind == "story" and self.list_page.summaries:
            return self.context.isolated(self.list_page.summaries[0].title)
        return self.list_name(self.list_page.key)

    def navigation(self) -> Piece:
        if self.kind == "front":
            return Piece("")
        links = [
            self.list_link(ArticleList(kind="front"), self.context.isolated(self.context.name))
        ]
        links += [self.list_link(key, self.list_name(key)) for key in above(self.list_page.key)]
        if not self.cut.first:
            links.append(self.list_link(self.list_page.key, self.title()))
        if self.cut.later:
            links.append(self.neighbour("later", self.cut.later))
        if self.cut.earlier:
            links.append(self.neighbour("earlier", self.cut.earlier))
        return md.paragraph(md.joined(" · ", links))

    def neighbour(self, word: str, path: str) -> Run:
        return md.page_link(self.words(word), relative(self.here, path))

    def front(self) -> Iterator[Piece]:
        if self.list_page.stories:
            yield md.heading(2, self.words("events"))
            yield md.bullets([self.event(reports) for reports in self.list_page.stories])
        if self.cut.summaries:
            yield md.heading(2, self.words("latest"))
            yield from self.days()
        else:
            yield md.paragraph(self.words("empty"))
        if self.list_page.outlets:
            yield md.heading(2, self.words("outlets"))
            yield self.parts(self.list_page.outlets)
        yield from self.months()
        yield from self.check()
        yield self.addresses()
        yield self.contact()

    def articles(self) -> Iterator[Piece]:
        if self.kind in ("day", "story"):
            yield md.bullets(
                [self.entry(summary) for summary in self.cut.summaries], loose=self.is_story
            )
        else:
            yield from self.days()
        yield from self.months()
        if not self.cut.summaries and not self.list_page.parts:
            yield md.paragraph(self.words("empty"))

    @property
    def is_story(self) -> bool:
        return self.kind == "story"

    def days(self) -> Iterator[Piece]:
        for day, summaries in by_day(self.cut.summaries, self.context):
            key = ArticleList(kind="day", value=day)
            yield md.heading(3 if self.kind == "front" else 2, self.list_link(key, day))
            yield md.bullets([self.entry(summary) for summary in summaries])

    def entry(self, summary: ArticleSummary) -> Piece:
        """An article's line; in a story with its day and its summary."""
        time = self.context.stamp if self.is_story else self.context.clock
        outlet = self.kind not in ("outlet", "outlet-month")
        line = md.paragraph(self.line(summary, time=time(summary.published), outlet=outlet))
        if not self.is_story:
            return line
        return md.stack([line, md.paragraph(self.context.isolated(summary.teaser))])

    def event(self, reports: tuple[ArticleSummary, ...]) -> Piece:
        """An event by the title of its first report, and who tells it."""
        first = reports[0]
        label = self.context.isolated(first.title)
        title = md.text(label)
        if first.story:
            title = self.list_link(ArticleList(kind="story", value=first.story), label)
        outlets = dict.fromkeys(self.context.outlet(summary.source) for summary in reports)
        names = [self.context.isolated(name) for name in outlets]
        count = self.words("reports", count=len(reports))
        return md.paragraph(md.joined(" · ", [title, count, *names]))

    def months(self) -> Iterator[Piece]:
        if self.list_page.parts and self.cut.first:
            yield md.heading(2, self.words("days" if self.kind == "month" else "months"))
            yield self.parts(self.list_page.parts)

    def parts(self, links: Iterable[ListLink]) -> Piece:
        name, isolated = self.context.part_title, self.context.isolated
        lines = (self.counted(linked, isolated(name(linked.key))) for linked in links)
        return md.bullets([md.paragraph(line) for line in lines])

    def list_name(self, key: ArticleList) -> str:
        return self.context.isolated(self.context.list_title(key))

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
