"""Layout `site` of format `web`: a static site that needs no server, script or third party.

Pages are jinja2 templates with autoescape; only `web_body.BodyWriter` hands them markup. They are
linked by relative addresses to "index.html" and the like, so that the site can be read at any
path and from a disk. The style sheet is a file of its own: a site of 100,000 articles is then half
a gigabyte smaller, and a new style changes one file. Browsers load it from a disk too, as the
policy names "file:" beside 'self' (whether 'self' covers file: is left open by CSP 3; on a web
host "file:" allows nothing, since browsers refuse such addresses there).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    ListPage,
    Output,
    Site,
)
from mirrorpress.render import html, lists, views
from mirrorpress.render.characters import Direction, clean, direction
from mirrorpress.render.context import LastContext, RenderContext
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.paging import by_day
from mirrorpress.render.paths import MAX_FILES, article_path, list_path, page_path, picture_path
from mirrorpress.render.paths import link as relative
from mirrorpress.render.web_body import BodyWriter

ENDING = ".html"
STYLE = "style.css"
ICON = "favicon.svg"
# As `RenderContext` writes them.
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?: \(UTC[^)]*\))?)?")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time as machines and as readers are told it."""

    machine: str
    shown: str


@dataclass(frozen=True, slots=True)
class Line:
    """An article as a list shows it."""

    href: str
    title: str
    language: str | None
    direction: Direction | None  # None: as its first strong character says
    outlet: str | None  # None: the list is of one outlet
    time: Time
    teaser: str
    mark: str  # that the outlet took it down; "" where it did not


@dataclass(frozen=True, slots=True)
class Counted:
    """A list as another shows it. An empty one has no page to link to."""

    label: str
    href: str | None
    count: str


@dataclass(frozen=True, slots=True)
class Event:
    """What several outlets tell, by its first report."""

    line: Line
    count: str
    outlets: tuple[str, ...]


class WebSite:
    """Prints a web site; a `Layout`."""

    version = layout_version(__name__, "templates")
    standing_lists = (lists.FRONT,)
    max_files = MAX_FILES

    def __init__(self) -> None:
        self._context = LastContext()
        environment = Environment(
            loader=PackageLoader("mirrorpress.render", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.filters["out"] = _outward
        environment.filters["dated"] = dated
        self._article = environment.get_template("article.html")
        self._list = environment.get_template("list.html")

    def path(self, summary: ArticleSummary, site: Site) -> str:
        """A file of its own in the folder of its day."""
        return article_path(summary, ENDING)

    def picture_path(self, asset: Asset, summary: ArticleSummary, site: Site) -> str:
        """A file named by its content, in the folder of the first article's day."""
        return picture_path(asset, summary)

    def article(self, page: ArticlePage, site: Site) -> Output:
        """The page of an article."""
        view = ViewBuilder(page.summary.path, self._context.of(site))
        return view.printed(self._article, _article(page, view))

    def lists(self, summary: ArticleSummary) -> tuple[ArticleList, ...]:
        """Front page, outlet, months, day and story."""
        return lists.lists_of(summary)

    def list_page(self, page: ListPage, site: Site) -> Output:
        """A page of a list."""
        here = list_path(page.article_list, ENDING, page.number)
        view = ViewBuilder(here, self._context.of(site))
        return view.printed(self._list, _list(page, view))

    def static_files(self, site: Site) -> tuple[Output, ...]:
        """The style sheet, and the icon: browsers ask for one that they are not told of."""
        folder = resources.files("mirrorpress.render").joinpath("templates")
        return tuple(
            Output(path=name, content=folder.joinpath(name).read_bytes()) for name in (STYLE, ICON)
        )


def _outward(url: str) -> Markup:
    """An address shown as it is, and linked where it may be."""
    shown = html.bdi(url)
    target = html.address(url)
    return html.outward(target, shown) if target else shown


def dated(text: str) -> Markup:
    """A sentence of the mirror, with its dates marked: lines do not break within them."""
    return Markup(_DATE.sub(r'<span class="date">\g<0></span>', str(escape(text))))  # noqa: S704


class ViewBuilder:
    """Makes the values that templates print, for the page at one path."""

    def __init__(self, here: str, context: RenderContext) -> None:
        self.here = here
        self.context = context
        self.words = context.words

    def printed(self, template: Template, values: dict[str, Any]) -> Output:
        """The page, from a template and the values of its own."""
        markup = template.render(
            words=self.words,
            context=self.context,
            style=relative(self.here, STYLE),
            icon=relative(self.here, ICON),
            addresses=self.context.site.addresses,
            **values,
        )
        return Output(path=self.here, content=markup.encode("utf-8"))

    def to_list(self, article_list: ArticleList, label: str) -> Link:
        return self.to_path(list_path(article_list, ENDING), label)

    def to_path(self, path: str, label: str) -> Link:
        return Link(relative(self.here, path), label)

    def day(self, day: str) -> Link:
        return self.to_list(lists.day(day), day)

    def stamp(self, moment: datetime) -> Time:
        return Time(
            self.context.local(moment).isoformat("T", "minutes"), self.context.stamp(moment)
        )

    def clock(self, moment: datetime) -> Time:
        return Time(
            self.context.local(moment).isoformat("T", "minutes"), self.context.clock(moment)
        )

    def line(
        self, summary: ArticleSummary, time: Time, *, outlet: bool = True, teaser: bool = False
    ) -> Line:
        return Line(
            href=relative(self.here, summary.path),
            title=clean(summary.title) or summary.id,
            language=summary.language,
            direction=direction(summary.language),
            outlet=self.context.outlet(summary.source) if outlet else None,
            time=time,
            teaser=clean(summary.teaser) if teaser else "",
            mark=self.words("withdrawn_mark") if summary.withdrawn else "",
        )

    def counted(self, article_list: ArticleList, label: str, articles: int) -> Counted:
        href = self.to_list(article_list, label).href if articles else None
        return Counted(label, href, self.words("articles", count=articles))

    def event(self, reports: tuple[ArticleSummary, ...]) -> Event:
        first = reports[0]
        line = self.line(first, self.stamp(first.published))
        if first.story:
            line = replace(line, href=self.to_list(lists.story(first.story), "").href)
        outlets = tuple(dict.fromkeys(self.context.outlet(summary.source) for summary in reports))
        return Event(line, self.words("reports", count=len(reports)), outlets)


def _article(page: ArticlePage, view: ViewBuilder) -> dict[str, Any]:
    """What the template of an article prints."""
    summary, revision = page.summary, page.revision
    article, context = revision.article, view.context
    changed, gone = views.modified(page), views.withdrawn(page)
    story = lists.story(summary.story) if summary.story else None
    outlet = lists.outlet(summary.source)
    return {
        "title": clean(article.title) or summary.id,
        "subtitle": clean(article.subtitle or ""),
        "language": views.language(page),
        "direction": views.direction(page),
        "navigation": [
            view.to_list(lists.FRONT, context.name),
            view.to_list(outlet, context.outlet(summary.source)),
            view.day(summary.day),
        ],
        "outlet": context.outlet(summary.source),
        "bylines": [clean(name) for name in article.bylines],
        "published": view.stamp(revision.published),
        "modified": context.modified(changed) if changed else None,
        "body": BodyWriter(view.here, page.pictures, view.words).body(article.blocks),
        "withdrawn": context.withdrawn(gone) if gone else None,
        "source": revision.url,
        "canonical": html.address(revision.url),
        "also": [view.line(other, view.stamp(other.published)) for other in page.also],
        "story": view.to_list(story, view.words("all_reports")) if story else None,
        "copied": views.copied(page, context),
    }


def _list(page: ListPage, view: ViewBuilder) -> dict[str, Any]:
    """What the template of a list prints."""
    context, shown = view.context, page.article_list
    title, language = context.list_title(shown), None
    if shown.kind == "story" and page.first:
        title, language = clean(page.first.title), page.first.language
    return {
        "kind": shown.kind,
        "title": title,
        "language": language,
        "direction": direction(language) or "auto",
        "navigation": _navigation(page, title, view),
        "groups": _groups(page, view),
        "events": [view.event(reports) for reports in page.stories],
        "outlets": [
            view.counted(lists.outlet(one.value), context.outlet(one.value), one.articles)
            for one in page.outlets
        ],
        "parts": [
            view.counted(lists.part(shown, one.value), one.value, one.articles)
            for one in page.parts
        ],
        "public_key": context.site.public_key,
        "commands": context.check,
        "contact": context.site.contact,
    }


def _navigation(page: ListPage, title: str, view: ViewBuilder) -> list[Link]:
    context, shown = view.context, page.article_list
    links = [] if shown.kind == "front" else [view.to_list(lists.FRONT, context.name)]
    links += [view.to_list(one, context.list_title(one)) for one in lists.above(shown)]
    if page.number is not None:
        links.append(view.to_list(shown, title))
    for word, neighbour in (("later", page.later), ("earlier", page.earlier)):
        if neighbour:
            links.append(view.to_path(page_path(neighbour, ENDING), view.words(word)))
    return links


def _groups(page: ListPage, view: ViewBuilder) -> list[tuple[Link | None, list[Line]]]:
    """The articles of a list page, by day where it holds several days."""
    shown = page.article_list
    if shown.kind == "story":
        lines = (
            view.line(summary, view.stamp(summary.published), teaser=True)
            for summary in page.summaries
        )
        return [(None, list(lines))]
    return [
        (
            view.day(day) if shown.day is None else None,
            [
                view.line(summary, view.clock(summary.published), outlet=shown.outlet is None)
                for summary in summaries
            ],
        )
        for day, summaries in by_day(page.summaries)
    ]
