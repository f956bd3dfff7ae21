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
    PathCounter,
    Site,
)
from mirrorpress.render import lists
from mirrorpress.render import markdown as md
from mirrorpress.render.context import LastContext
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.line_views import LineView
from mirrorpress.render.markdown import Piece
from mirrorpress.render.markdown_pages import ArticleWriter, ListWriter, changes_output, rendered
from mirrorpress.render.paths import article_path, list_path, page_path, picture_path
from mirrorpress.render.views import EventView, ViewBuilder

ENDING = ".md"


class Almanac:
    """Renders Markdown in folders by day; a `Layout`."""

    version = layout_version(__name__)

    def __init__(self) -> None:
        self._context = LastContext()

    def path(self, summary: ArticleSummary, site: Site, count: PathCounter) -> str:
        """A file of its own in the folder of its day."""
        return article_path(summary, ENDING, count)

    def picture_path(
        self, asset: Asset, summary: ArticleSummary, site: Site, count: PathCounter
    ) -> str:
        """A file named by its content, in the folder of the first article's day."""
        return picture_path(asset, summary, count)

    def article(self, page: ArticlePage, site: Site) -> tuple[Output, ...]:
        """The page of an article."""
        builder = self._builder(page.summary.path, site)
        output = rendered(builder, _ArticleWriter(page, builder).pieces())
        return output, *changes_output(page, lambda path: self._builder(path, site))

    def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
        """The front page, and what outlets changed and withdrew."""
        return lists.FRONT, *lists.every_marked()

    def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
        """Front page, outlet, months, day and story."""
        return lists.lists_of(summary)

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        """A page of a list."""
        builder = self._builder(list_path(page.article_list, ENDING, page.number), site)
        return (rendered(builder, _ListWriter(page, builder).pieces()),)

    def static_files(self, site: Site) -> tuple[Output, ...]:
        """Nothing: a git host brings its own style."""
        return ()

    def _builder(self, here: str, site: Site) -> ViewBuilder:
        return ViewBuilder(here, self._context.of(site), partial(page_path, ending=ENDING))


class _ArticleWriter(ArticleWriter):
    def original(self) -> Piece:
        """The article, in its own language and direction."""
        view = self.view
        subtitle = md.paragraph(md.emphasis("**", view.subtitle))
        content = [md.heading(1, view.title), subtitle, self.origin(), self.body()]
        return md.framed(md.stack(content), view.language, view.direction)


class _ListWriter(ListWriter):
    def front(self) -> Iterator[Piece]:
        view = self.view
        if view.events:
            yield md.heading(2, self.words("events"))
            yield md.bullets([self.event(event) for event in view.events])
        if view.groups:
            yield md.heading(2, self.words("latest"))
            yield from self.days(3)
        elif view.is_empty:
            yield md.paragraph(self.words("empty"))
        yield from self.counts(self.words("outlets"), view.outlets)
        yield from self.counts(view.parts_title, view.parts)
        yield from self.counts(self.words("marks"), view.marks)
        yield from self.about_mirror()

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
        names = [self.link(outlet) for outlet in event.outlets]
        return md.paragraph(md.joined(" · ", [title, event.count, *names]))
