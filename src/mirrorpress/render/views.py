"""What a page of an article or of a list contains, decided once for every layout.

A layout only renders a view: it escapes the texts, and sets apart names and dates that run against
the words around them. Texts are cleaned (`characters.clean`) and neither escaped nor isolated;
links are relative to the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from mirrorpress import urls
from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Count,
    ListPage,
    PageRef,
)
from mirrorpress.model.blocks import Heading, Paragraph
from mirrorpress.model.lists import Mark
from mirrorpress.model.plain import inline_text
from mirrorpress.render import lists
from mirrorpress.render.change_views import ChangesView, change_view, kinds
from mirrorpress.render.characters import Direction, clean, reading_direction
from mirrorpress.render.characters import direction as direction_of_language
from mirrorpress.render.context import RenderContext, is_day
from mirrorpress.render.line_views import LineView, LinkView, TimeView
from mirrorpress.render.paging import by_day
from mirrorpress.render.paths import changes_path
from mirrorpress.render.paths import link as relative
from mirrorpress.render.story_views import StoryView, story_view

MOST_OUTLETS = 12  # of an event that the front page names
_AHEAD = timedelta(days=2)  # of the time at which a copy was made: of a zone, and a slip


@dataclass(frozen=True, slots=True)
class CountView:
    """A list as another shows it. An empty one has no page to link to."""

    label: str
    href: str | None
    count: str


@dataclass(frozen=True, slots=True)
class EventView:
    """What several outlets report, by its first report; the link leads to all of them."""

    line: LineView
    count: str
    outlets: tuple[LinkView, ...]  # `MOST_OUTLETS` at most, each with its first report


@dataclass(frozen=True, slots=True)
class GroupView:
    """Articles of a list under a day, or without one."""

    day: LinkView | None
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """The page of an article. Its body is left to the layout."""

    title: str
    subtitle: str
    language: str | None
    direction: Direction
    navigation: tuple[LinkView, ...]
    outlet: str
    section: str  # of the outlet; "" where it names none
    bylines: tuple[str, ...]
    published: TimeView
    modified: str | None  # that the outlet changed it, and when
    modified_at: datetime | None  # the same for machines
    withdrawn: str | None  # that the outlet took it down
    changed: str | None  # that the outlet changed what it says: when, and what
    changes: LinkView | None  # the page that shows it
    source: str  # address at the outlet
    also: tuple[LineView, ...]  # other reports of its event
    story: LinkView | None  # all reports
    before: LinkView | None  # the story that its event follows
    copied: str  # whose copy and whose text it is


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A page of a list."""

    kind: str
    title: str
    language: str | None  # of the title, where that is of an article
    direction: Direction | None  # of the title; None: as its first strong character says
    navigation: tuple[LinkView, ...]
    groups: tuple[GroupView, ...]
    events: tuple[EventView, ...]
    outlets: tuple[CountView, ...]
    marks: tuple[CountView, ...]  # what outlets changed and withdrew, if anything
    parts_title: str  # what the parts are: days or months
    parts: tuple[CountView, ...]
    story: StoryView | None  # reports beside one another; those that are in it are in no group
    moved: tuple[LineView, ...]  # of a story that ended: where its last reports are now
    before: tuple[LineView, ...]  # the event that a story follows
    after: tuple[LineView, ...]  # the events that follow it
    is_empty: bool  # it has neither articles nor parts


class ViewBuilder:
    """Builds the view of the page at one path.

    Args:
        page_path: the path that the layout gives to a page of a list.
        ending: of the layout's pages.
        around: the lists to which the page of an article links.
        by_day: whether the layout has lists of days, under which it groups articles.
        mark: what is put after each link to a page of the edition: "?abcd2345efgh".
    """

    def __init__(
        self,
        here: str,
        context: RenderContext,
        page_path: Callable[[PageRef], str],
        *,
        around: Callable[[ArticleSummary], tuple[ArticleList, ...]] = lists.around,
        by_day: bool = True,
        mark: str = "",
        ending: str = ".md",
    ) -> None:
        self.here = here
        self.context = context
        self.words = context.words
        self._page_path = page_path
        self._around = around
        self._by_day = by_day
        self._mark = mark
        self._changes_path = partial(changes_path, ending=ending)

    def article(self, page: ArticlePage) -> ArticleView:
        """The view of an article's page."""
        summary, revision, context = page.summary, page.revision, self.context
        article, changed, gone = revision.article, modified(page), withdrawn(page)
        return ArticleView(
            title=clean(article.title) or summary.id,
            subtitle=clean(article.subtitle or ""),
            language=language(page),
            direction=direction(page),
            navigation=tuple(
                self.to_list(one, context.list_title(one)) for one in self._around(summary)
            ),
            outlet=context.outlet_of(summary.source, revision.url),
            section=clean(article.section or ""),
            bylines=tuple(clean(name) for name in article.bylines),
            published=self.stamp(revision.published),
            modified=context.modified(changed) if changed else None,
            modified_at=context.local(changed) if changed else None,
            withdrawn=context.withdrawn(gone) if gone else None,
            changed=self._changed(page),
            changes=self.to_path(self._changes_path(summary.id), self.words("changes"))
            if page.changes
            else None,
            source=revision.url,
            also=tuple(self.line(other, self.stamp(other.published)) for other in page.also),
            story=(
                self.to_list(lists.story(summary.story), self.words("all_reports"))
                if summary.story
                else None
            ),
            before=(
                self.to_list(lists.story(page.follows), self.words("before_event"))
                if page.follows
                else None
            ),
            copied=copied(page, context),
        )

    def _changed(self, page: ArticlePage) -> str | None:
        if not page.changes:
            return None
        last, context = page.changes[0], self.context
        date = context.isolated(context.date(last.after.fetched))
        return self.words("changed", date=date, kinds=kinds(last, context))

    def changes(self, page: ArticlePage) -> ChangesView:
        """The view of the page that shows what the outlet changed of an article."""
        summary, context = page.summary, self.context
        title = clean(page.revision.article.title) or summary.id
        return ChangesView(
            title=title,
            language=language(page),
            direction=direction(page),
            article=self.to_path(summary.path, title),
            navigation=tuple(
                self.to_list(one, context.list_title(one)) for one in self._around(summary)
            ),
            changes=tuple(change_view(one, context) for one in page.changes),
        )

    def copies(self, page: ArticlePage) -> dict[str, str]:
        """Links to our copies of articles to which an article links, by their addresses."""
        return {url: self.to_path(path, "").href for url, path in page.copies.items()}

    def list_page(self, page: ListPage) -> ListView:
        """The view of a page of a list."""
        shown = page.article_list
        title, written = self.context.list_title(shown), None
        story = story_view(page, self.context, self._report)
        first = page.first or next(iter(page.former), None)
        if shown.kind == "story" and first:
            title, written = clean(first.title) or first.id, first.language
        return ListView(
            kind=shown.kind,
            title=title,
            language=written,
            direction=direction_of_language(written),
            navigation=tuple(self._navigation(page, title)),
            groups=self._groups(page, story),
            story=story,
            events=tuple(self._event(reports) for reports in page.stories),
            outlets=tuple(
                self._count(lists.outlet(one.value), one, self.context.outlet(one.value))
                for one in page.outlets
            ),
            marks=self.marks(page),
            parts_title=self.words("days" if shown.parts == "day" else "months"),
            parts=tuple(
                self._count(lists.part(shown, one.value), one, one.value) for one in page.parts
            ),
            moved=self._in_stories(page.former),
            before=self._in_stories(page.before),
            after=self._in_stories(page.after),
            is_empty=not page.summaries and not page.parts and not page.former,
        )

    def marks(self, page: ListPage) -> tuple[CountView, ...]:
        """The lists of what outlets changed and withdrew, as the front page shows them."""
        shown = {one.kind: one for one in lists.every_marked()}
        return tuple(
            self._count(shown[one.value], one, self.context.list_title(shown[one.value]))
            for one in page.marks
            if one.articles
        )

    def _navigation(self, page: ListPage, title: str) -> list[LinkView]:
        shown = page.article_list
        links = [] if shown.kind == "front" else [self.to_list(lists.FRONT, self.context.name)]
        links += [self.to_list(one, self.context.list_title(one)) for one in lists.above(shown)]
        if page.number is not None:
            links.append(self.to_list(shown, title))
        for word, neighbour in (("later", page.later), ("earlier", page.earlier)):
            if neighbour:
                links.append(self._to_page(neighbour, self.words(word)))
        return links

    def _report(self, summary: ArticleSummary) -> LineView:
        """A report as the page of its story shows it."""
        return self.line(summary, self.stamp(summary.published), teaser=True)

    def _groups(self, page: ListPage, story: StoryView | None) -> tuple[GroupView, ...]:
        """The articles of a list page, by day where it holds several days."""
        shown = page.article_list
        several = shown.has_several_outlets
        if shown.kind == "story":
            told = story.ids if story else frozenset[str]()
            reports = [self._report(one) for one in page.summaries if one.id not in told]
            return (GroupView(None, tuple(reports)),) if reports else ()
        above = {one.id for reports in page.stories for one in reports}  # as events
        if shown.mark is not None:
            found = [self._marked(one, shown.mark) for one in page.summaries]
            return (GroupView(None, tuple(found)),) if found else ()
        return tuple(
            GroupView(
                self.to_list(lists.day(day), day) if self._by_day and shown.day is None else None,
                tuple(
                    self.line(one, self._clock(one.published), outlet=several) for one in summaries
                ),
            )
            for day, summaries in by_day(one for one in page.summaries if one.id not in above)
        )

    def _in_stories(self, reports: tuple[ArticleSummary, ...]) -> tuple[LineView, ...]:
        """The stories in which reports are, each by its first report among them."""
        at = {one.story or one.id: one for one in reversed(reports)}
        return tuple(
            self.line(
                one,
                self.stamp(one.published),
                to=lists.story(one.story) if one.story else None,
            )
            for one in reversed(at.values())
        )

    def _marked(self, summary: ArticleSummary, mark: Mark) -> LineView:
        """An article with the day on which its outlet was found to have changed it."""
        found = summary.changed if mark == "changed" else summary.withdrawn
        day = found or summary.published
        return self.line(summary, TimeView(self.context.local(day), self.context.date(day)))

    def _event(self, reports: tuple[ArticleSummary, ...]) -> EventView:
        first = reports[0]
        story = lists.story(first.story) if first.story else None
        line = self.line(first, self.stamp(first.published), to=story)
        outlets: dict[str, LinkView] = {}
        for one in reports:
            name = self.context.outlet_of(one.source, one.url)
            if name not in outlets and len(outlets) < MOST_OUTLETS:
                outlets[name] = self.to_path(one.path, name)
        return EventView(line, self.words("reports", count=len(reports)), tuple(outlets.values()))

    def line(
        self,
        summary: ArticleSummary,
        time: TimeView,
        *,
        outlet: bool = True,
        teaser: bool = False,
        to: ArticleList | None = None,
    ) -> LineView:
        """An article as a list shows it; with `to`, the link leads to that list."""
        path = summary.path if to is None else self._page_path(PageRef(to))
        return LineView(
            href=relative(self.here, path) + self._mark,
            title=clean(summary.title) or summary.id,
            language=summary.language,
            direction=direction_of_language(summary.language),
            outlet=self.context.outlet_of(summary.source, summary.url) if outlet else None,
            time=time,
            teaser=clean(summary.teaser) if teaser else "",
            mark=self.words("withdrawn_mark") if summary.withdrawn else "",
        )

    def _count(self, article_list: ArticleList, count: Count, label: str) -> CountView:
        href = self.to_list(article_list, label).href if count.articles else None
        return CountView(label, href, self.words("articles", count=count.articles))

    def to_list(self, article_list: ArticleList, label: str) -> LinkView:
        """A link to a list's own address."""
        return self._to_page(PageRef(article_list), label)

    def _to_page(self, page: PageRef, label: str) -> LinkView:
        return self.to_path(self._page_path(page), label)

    def to_path(self, path: str, label: str) -> LinkView:
        """A link to the page at a path of the edition."""
        return LinkView(relative(self.here, path) + self._mark, label)

    def stamp(self, moment: datetime) -> TimeView:
        """A time with its day and offset."""
        return self._time(moment, self.context.stamp(moment))

    def _clock(self, moment: datetime) -> TimeView:
        return self._time(moment, self.context.clock(moment))

    def _time(self, moment: datetime, shown: str) -> TimeView:
        if is_day(moment):
            return TimeView(moment, shown, is_day=True)
        return TimeView(self.context.local(moment), shown)


def language(page: ArticlePage) -> str | None:
    """The language that the article says it is in, else that of its source."""
    return page.revision.article.language or page.summary.language


def direction(page: ArticlePage) -> Direction:
    """How the article is written; without a known language, as its first words are."""
    article = page.revision.article
    first = next(
        (block for block in article.blocks if isinstance(block, Paragraph | Heading)), None
    )
    sample = f"{article.title} {inline_text(first.children) if first else ''}"
    return reading_direction(language(page), sample)


def modified(page: ArticlePage) -> datetime | None:
    """When the outlet changed the article, where it names a time after publication.

    The day alone says nothing where it is that of the publication. A time after the copy was made
    is wrong; one without a zone may be a day ahead of it.
    """
    stated, published = page.revision.article.modified, page.revision.published
    if stated is None or (stated.tzinfo is not None and stated <= published):
        return None
    if (stated if stated.tzinfo else stated.replace(tzinfo=UTC)) > page.revision.fetched + _AHEAD:
        return None
    return None if is_day(stated) and stated.date() <= published.date() else stated


def withdrawn(page: ArticlePage) -> datetime | None:
    """When the article was found to be gone at its source."""
    return page.revision.withdrawn or page.summary.withdrawn


def quoted(page: ArticlePage) -> bool:
    """Whether the text is what a source's feed says of a page at another site."""
    url = page.revision.url
    return urls.safe(url) is not None and (
        page.summary.id == urls.quoted_id(page.summary.source, url)
    )


def copied(page: ArticlePage, context: RenderContext) -> str:
    """The sentence that says whose copy this is and whose text."""
    outlet = context.isolated(context.outlet_of(page.summary.source, page.revision.url))
    key = "quoted" if quoted(page) else "copy"
    return context.words(key, mirror=context.isolated(context.name), outlet=outlet)
