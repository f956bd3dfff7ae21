"""Lists of articles: the questions that layouts ask, and the pages that answer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from mirrorpress.model.article import Revision
from mirrorpress.model.source import PICKS

Part = Literal["month", "day"]
Mark = Literal["changed", "withdrawn"]  # what an outlet did to an article


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """An article as a list shows it: one line."""

    id: str
    source: str
    title: str
    url: str  # at the source
    path: str  # of its page in the edition: "articles/2026/03/04/rfi-abc.md"; "": not assigned
    published: datetime  # aware
    day: str  # of publication in the mirror's time zone: "2026-03-04"
    language: str | None
    section: str | None = None
    teaser: str = ""  # first sentence or two, plain text
    withdrawn: datetime | None = None
    changed: datetime | None = None  # UTC: when its outlet's last change of what it says was found
    story: str | None = None  # id, where two or more articles tell it
    former: tuple[str, ...] = ()  # ids of stories that ended, of which it was one of the last


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleList:
    """A list of articles, as a question to the store. A layout says which lists it has.

    The filters are joined by "and"; months and days are those of the mirror's time zone.
    """

    kind: str  # the layout's own word; with the filters it names the list
    outlet: str | None = None  # name of a source
    story: str | None = None  # id
    month: str | None = None  # "2026-03"
    day: str | None = None  # "2026-03-04"
    channel: str | None = None  # key of a channel, whose sources are in `sources`
    sources: tuple[str, ...] = ()  # names; (): every source
    mark: Mark | None = None  # articles that bear it, the latest found first; else by publication
    unlisted: tuple[str, ...] = ()  # regular expressions: articles with such titles are left out
    oldest_first: bool = False  # else the newest
    hot: bool = False  # in the order of how much they are read, or reported; without other filters
    filled: bool = False  # of a hot list: the newest articles follow, up to its limit
    # How many of its articles it shows, counting those that are left out by title; None: all. One
    # that is cut into pages should have none: with each new article, one would move from page to
    # page.
    limit: int | None = None
    page_size: int = 100  # articles on one page at most
    parts: Part | None = None  # how many articles each of its months or days has
    outlets: bool = False  # how many articles each outlet has
    marks: bool = False  # how many articles bear each mark
    stories: int = 0  # that many of the latest events that two or more outlets report
    texts: int = 0  # of so many of its first articles, the page at its own address needs the texts
    # Articles that each of its pages shows besides: by their address at the source, or by the path
    # of their page after a "/".
    lookup: tuple[str, ...] = ()
    basis: str = ""  # of what else its pages show: a page is rendered again when it changes

    @property
    def shows_more(self) -> bool:
        """Whether it can change though no article in it did."""
        counted = self.outlets or self.stories or self.marks
        return bool(self.hot or self.mark or self.lookup or self.basis or counted)

    @property
    def has_several_outlets(self) -> bool:
        """Whether its articles are from more than one, so that each is shown with its own."""
        return self.outlet is None and (len(self.sources) != 1 or PICKS in self.sources)

    @property
    def key(self) -> str:
        """A name that no other list of the layout has: "outlet-month:rfi/2026-03"."""
        filters = (self.outlet, self.channel, self.story, self.month, self.day)
        return f"{self.kind}:{'/'.join(value for value in filters if value is not None)}"


@dataclass(frozen=True, slots=True)
class TrackedList:
    """A list on which the pages of articles depend: on whether they are in it."""

    article_list: ArticleList
    forever: bool = False  # an article that was in it once stays in it


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page of a list, as another page points to it."""

    article_list: ArticleList
    number: int | None = None  # None: the page at the list's own address


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles a part of a list has."""

    value: str  # "2026-03", "2026-03-04", name of a source
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """All that one page of a list is rendered from."""

    article_list: ArticleList
    number: int | None = None  # None: the page at the list's own address
    summaries: tuple[ArticleSummary, ...] = ()  # in the order of the list
    first: ArticleSummary | None = None  # of the whole list, where that is its oldest article
    stories: tuple[tuple[ArticleSummary, ...], ...] = ()  # the reports of each, oldest first
    outlets: tuple[Count, ...] = ()  # in the order of the settings
    marks: tuple[Count, ...] = ()  # "changed", "withdrawn"
    parts: tuple[Count, ...] = ()  # newest first; on the page at the list's own address only
    former: tuple[ArticleSummary, ...] = ()  # of a story that ended: where its last reports are now
    before: tuple[ArticleSummary, ...] = ()  # first report of the story that this one follows
    after: tuple[ArticleSummary, ...] = ()  # first reports of the events that follow this story
    earlier: PageRef | None = None  # neighbours in time: a page of this list or of another
    later: PageRef | None = None
    found: Mapping[str, ArticleSummary] = field(default_factory=dict)  # by `lookup`, where it is
    articles: Mapping[str, Revision] = field(default_factory=dict)  # by id, see `texts`
