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
import unicodedata
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
from mirrorpress.render.characters import clean
from mirrorpress.render.context import LastContext
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.markdown_pages import ArticleWriter, ListWriter, rendered
from mirrorpress.render.paths import list_path, picture_path
from mirrorpress.render.views import LineView, ViewBuilder

FIRST = 2**20 - 1  # number of a source's first article; the next ones count down
NEWEST = 300  # articles on the page of a source
_ENDING = ".md"
_MAX_NAME = 100  # bytes of a file name

FRONT = ArticleList(kind="front", limit=0, outlets=True)


def outlet(source: str) -> ArticleList:
    """A source: its newest articles on one page, and the months behind which all of them are."""
    return ArticleList(kind="outlet", outlet=source, limit=NEWEST, page_size=NEWEST, parts="month")


def page_path(page: PageRef) -> str:
    """The path of a list's page: lists of sources are in `lists`."""
    path = list_path(page.article_list, _ENDING, page.number)
    return re.sub(r"^outlets/", "lists/", path)


def file_name(title: str, number: int) -> str:
    """The name of an article's file: "1048575_River-rises.md".

    Args:
        title: of the article. Letters and digits of any script stay; all else is one "-".
        number: 1 for the first article of its source.

    Raises:
        ValueError: the numbers are used up.
    """
    if not 1 <= number <= FIRST + 1:
        raise ValueError(f"a source of this layout has at most {FIRST + 1} articles")
    name = f"{FIRST + 1 - number:07d}"
    words = _words(unicodedata.normalize("NFC", clean(title)))
    room = _MAX_NAME - len(f"{name}_{_ENDING}")
    words = words.encode("utf-8")[:room].decode("utf-8", "ignore").rstrip("-.")
    return f"{name}_{words}{_ENDING}" if words else f"{name}{_ENDING}"


def folder(source: str) -> str:
    """The folder of a source's articles, which is the series in which they are numbered."""
    return f"articles/{source}"


def count_of(number: int) -> int:
    """Which article of its source has a name that begins with a number: 1 for 1048575.

    Raises:
        ValueError: no article of this layout has that number.
    """
    if not 0 <= number <= FIRST:
        raise ValueError(f"{number} is not one of the numbers 0 to {FIRST}")
    return FIRST + 1 - number


def _words(title: str) -> str:
    """The words of a title with "-" between them. Nothing is left that a file system refuses."""
    kept = []
    for character in title:
        kind = unicodedata.category(character)
        if kind[0] in "LMN" or character == ".":
            kept.append(character)
        elif kind != "Cf":  # joiners and marks of direction have no width
            kept.append(" ")
    return "-".join("".join(kept).split()).strip("-.")


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
        return (rendered(builder, _ArticleWriter(page, builder).pieces()),)

    def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
        """The front page."""
        return (FRONT,)

    def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
        """Front page, source, month of the source and story."""
        month = lists.outlet_month(summary.source, summary.day[:7])
        found = (FRONT, outlet(summary.source), month)
        return (*found, lists.story(summary.story)) if summary.story else found

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
        yield from self.about_mirror()

    def articles(self) -> Iterator[Piece]:
        lines = [line for group in self.view.groups for line in group.lines]
        short = self.view.kind != "story"
        yield md.bullets([self.short(line) if short else self.line(line) for line in lines])
        yield from self.counts(self.view.parts_title, self.view.parts)
        if self.view.is_empty:
            yield md.paragraph(self.words("empty"))

    def short(self, line: LineView) -> Piece:
        """Month, day and title: "3-4 River rises"."""
        moment = line.time.moment
        day = self.context.isolated(f"{moment.month}-{moment.day}")
        title = md.page_link(self.context.isolated(line.title), line.href)
        parts: list[Run | str] = [md.run(day, " ", title)]
        if line.mark:
            parts.append(md.emphasis("*", line.mark))
        return md.paragraph(md.joined(" · ", parts))
