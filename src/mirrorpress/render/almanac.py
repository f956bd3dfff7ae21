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
    Count,
    ListPage,
    Output,
    PageRef,
    Site,
)
from mirrorpress.render import lists
from mirrorpress.render import markdown as md
from mirrorpress.render.context import LastContext, RenderContext
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.markdown_body import BodyWriter
from mirrorpress.render.paging import by_day
from mirrorpress.render.paths import MAX_FILES, article_path, list_path, page_path, picture_path
from mirrorpress.render.paths import link as relative
from mirrorpress.render.views import copied, direction, language, modified, withdrawn

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
        writer = _ArticleWriter(page, self._context.of(site))
        return Output(path=writer.here, content=md.page(writer.pieces()))

    def lists(self, summary: ArticleSummary) -> tuple[ArticleList, ...]:
        """Front page, outlet, months, day and story."""
        return lists.lists_of(summary)

    def list_page(self, page: ListPage, site: Site) -> Output:
        """A page of a list."""
        writer = _ListWriter(page, self._context.of(site))
        return Output(path=writer.here, content=md.page(writer.pieces()))

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

    def list_link(self, article_list: ArticleList, label: Run | str) -> Run:
        """A link to a list."""
        return md.page_link(label, relative(self.here, list_path(article_list, ENDING)))

    def counted(self, article_list: ArticleList, articles: int, label: str) -> Run:
        """A list with how much is in it. An empty one has no page to link to."""
        count = self.words("articles", count=articles)
        name = self.list_link(article_list, label) if articles else label
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
        source, day = self.summary.source, self.summary.day
        outlet = self.context.isolated(self.context.outlet(source))
        links = (
            self.list_link(lists.FRONT, self.context.isolated(self.context.name)),
            self.list_link(lists.outlet(source), outlet),
            self.list_link(lists.day(day), self.context.isolated(day)),
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
            story = lists.story(self.summary.story)
            yield md.paragraph(self.list_link(story, self.words("all_reports")))


class _ListWriter(_Writer):
    def __init__(self, page: ListPage, context: RenderContext) -> None:
        super().__init__(list_path(page.article_list, ENDING, page.number), context)
        self.page = page
        self.list = page.article_list
        self.kind = page.article_list.kind

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
        if self.is_story and self.page.first:
            return self.context.isolated(self.page.first.title)
        return self.list_name(self.list)

    def navigation(self) -> Piece:
        if self.kind == "front":
            return Piece("")
        links = [self.list_link(lists.FRONT, self.context.isolated(self.context.name))]
        links += [self.list_link(one, self.list_name(one)) for one in lists.above(self.list)]
        if self.page.number is not None:
            links.append(self.list_link(self.list, self.title()))
        if self.page.later:
            links.append(self.neighbour("later", self.page.later))
        if self.page.earlier:
            links.append(self.neighbour("earlier", self.page.earlier))
        return md.paragraph(md.joined(" · ", links))

    def neighbour(self, word: str, page: PageRef) -> Run:
        return md.page_link(self.words(word), relative(self.here, page_path(page, ENDING)))

    def front(self) -> Iterator[Piece]:
        if self.page.stories:
            yield md.heading(2, self.words("events"))
            yield md.bullets([self.event(reports) for reports in self.page.stories])
        if self.page.summaries:
            yield md.heading(2, self.words("latest"))
            yield from self.days()
        else:
            yield md.paragraph(self.words("empty"))
        if self.page.outlets:
            yield md.heading(2, self.words("outlets"))
            yield self.outlets(self.page.outlets)
        yield from self.parts()
        yield from self.check()
        yield self.addresses()
        yield self.contact()

    def articles(self) -> Iterator[Piece]:
        if self.kind in ("day", "story"):
            entries = [self.entry(summary) for summary in self.page.summaries]
            yield md.bullets(entries, loose=self.is_story)
        else:
            yield from self.days()
        yield from self.parts()
        if not self.page.summaries and not self.page.parts:
            yield md.paragraph(self.words("empty"))

    @property
    def is_story(self) -> bool:
        return self.kind == "story"

    def days(self) -> Iterator[Piece]:
        for day, summaries in by_day(self.page.summaries):
            heading = self.list_link(lists.day(day), day)
            yield md.heading(3 if self.kind == "front" else 2, heading)
            yield md.bullets([self.entry(summary) for summary in summaries])

    def entry(self, summary: ArticleSummary) -> Piece:
        """An article's line; in a story with its day and its first sentences."""
        time = self.context.stamp if self.is_story else self.context.clock
        outlet = self.list.outlet is None
        line = md.paragraph(self.line(summary, time=time(summary.published), outlet=outlet))
        if not self.is_story:
            return line
        return md.stack([line, md.paragraph(self.context.isolated(summary.teaser))])

    def event(self, reports: tuple[ArticleSummary, ...]) -> Piece:
        """An event by the title of its first report, and who reports it."""
        first = reports[0]
        label = self.context.isolated(first.title)
        title = self.list_link(lists.story(first.story), label) if first.story else md.text(label)
        outlets = dict.fromkeys(self.context.outlet(summary.source) for summary in reports)
        names = [self.context.isolated(name) for name in outlets]
        count = self.words("reports", count=len(reports))
        return md.paragraph(md.joined(" · ", [title, count, *names]))

    def parts(self) -> Iterator[Piece]:
        """The months or days of the list, with how many articles each has."""
        if self.page.parts:
            yield md.heading(2, self.words("days" if self.list.parts == "day" else "months"))
            isolated = self.context.isolated
            lines = (
                self.counted(lists.part(self.list, one.value), one.articles, isolated(one.value))
                for one in self.page.parts
            )
            yield md.bullets([md.paragraph(line) for line in lines])

    def outlets(self, counts: Iterable[Count]) -> Piece:
        """The outlets, with how many articles each has."""
        lines = (
            self.counted(
                lists.outlet(one.value),
                one.articles,
                self.context.isolated(self.context.outlet(one.value)),
            )
            for one in counts
        )
        return md.bullets([md.paragraph(line) for line in lines])

    def list_name(self, article_list: ArticleList) -> str:
        return self.context.isolated(self.context.list_title(article_list))

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
