"""Layout `archive` of format `markdown`: one folder of articles for each source, newest first.

Names of articles begin with a number that counts down from 1048575, so that a git host's folder
view shows the newest first:

    README.md                                     the sources, with how many articles each has
    articles/gazette/1048574_River-rises.md       an article; its name never changes
    lists/gazette.md                              its newest 300, then the months
    lists/gazette/2026-03.md                      all articles of a month

The first line of an article is a comment with its time of publication, in milliseconds since 1970.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    ListPage,
    Output,
    PageRef,
    PathCounter,
    Site,
)
from mirrorpress.render import lists
from mirrorpress.render import markdown as md
from mirrorpress.render.archive_names import file_name, folder
from mirrorpress.render.context import LastContext
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.markdown import Piece
from mirrorpress.render.markdown_pages import ArticleWriter, ListWriter, changes_output, rendered
from mirrorpress.render.paths import list_path, picture_path
from mirrorpress.render.views import ViewBuilder

NEWEST = 300  # articles on the page of a source
_ENDING = ".md"

FRONT = ArticleList(kind="front", limit=0, outlets=True, marks=True)


def outlet(source: str) -> ArticleList:
    """A source: its newest articles on one page, and the months behind which all of them are."""
    return ArticleList(kind="outlet", outlet=source, limit=NEWEST, page_size=NEWEST, parts="month")


def page_path(page: PageRef) -> str:
    """The path of a list's page: lists of sources are in `lists`."""
    path = list_path(page.article_list, _ENDING, page.number)
    return re.sub(r"^outlets/", "lists/", path)


class Archive:
    """Renders Markdown in folders by source; a `Layout`."""

    version = layout_version(__name__)

    def __init__(self) -> None:
        self._context = LastContext()

    def path(self, summary: ArticleSummary, site: Site, count: PathCounter) -> str:
        """A file in the folder of the source; see `file_name`.

        The folder has no bound: a host that cuts its view off has the lists.
        """
        place = folder(summary.source)
        return f"{place}/{file_name(summary.title, count(place))}"

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
        return FRONT, *lists.every_marked()

    def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
        """Front page, source, month of the source and story."""
        month = lists.outlet_month(summary.source, summary.day[:7])
        found = (FRONT, outlet(summary.source), month)
        return (*found, *lists.stories_of(summary))

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        """A page of a list."""
        builder = self._builder(page_path(PageRef(page.article_list, page.number)), site)
        return (rendered(builder, _ListWriter(page, builder).pieces()),)

    def static_files(self, site: Site) -> tuple[Output, ...]:
        """Nothing: a git host brings its own style."""
        return ()

    def _builder(self, here: str, site: Site) -> ViewBuilder:
        context = self._context.of(site)
        return ViewBuilder(here, context, page_path, around=_around, by_day=False)


def _around(summary: ArticleSummary) -> tuple[ArticleList, ...]:
    """The lists to which an article's page links."""
    return FRONT, outlet(summary.source)


class _ArticleWriter(ArticleWriter):
    def pieces(self) -> Iterator[Piece]:
        milliseconds = round(self.view.published.moment.timestamp() * 1000)
        yield md.html(Markup("<!--{}-->").format(milliseconds))
        yield from super().pieces()

    def original(self) -> Piece:
        """The article, in its own language and direction."""
        view = self.view
        title = md.heading(1, md.link(view.title, view.source))
        subtitle = md.paragraph(md.emphasis("**", view.subtitle))
        content = [title, subtitle, self.origin(), md.rule(), self.body()]
        return md.framed(md.stack(content), view.language, view.direction)


class _ListWriter(ListWriter):
    def title(self) -> Iterator[Piece]:
        yield from super().title()
        if self.view.kind != "front":
            yield md.rule()

    def front(self) -> Iterator[Piece]:
        if any(count.href for count in self.view.outlets):
            yield from self.counts(self.words("outlets"), self.view.outlets)
        else:
            yield md.paragraph(self.words("empty"))
        yield from self.counts(self.words("marks"), self.view.marks)
        yield from self.about_mirror()

    def articles(self) -> Iterator[Piece]:
        lines = [line for group in self.view.groups for line in group.lines]
        short = self.view.kind != "story"
        yield md.bullets([self.short(line) if short else self.line(line) for line in lines])
        yield from self.counts(self.view.parts_title, self.view.parts)
        if self.view.is_empty:
            yield md.paragraph(self.words("empty"))
