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
from datetime import datetime
from functools import partial
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

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
from mirrorpress.render import html, lists
from mirrorpress.render.context import LastContext
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.paths import (
    article_path,
    changes_path,
    list_path,
    page_path,
    picture_path,
)
from mirrorpress.render.paths import link as relative
from mirrorpress.render.views import ViewBuilder
from mirrorpress.render.web_body import BodyWriter

ENDING = ".html"
STYLE = "style.css"
ICON = "favicon.svg"
# As `RenderContext` writes them.
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?: \(UTC[^)]*\))?)?")


class WebSite:
    """Renders a web site; a `Layout`."""

    version = layout_version(__name__, "templates")

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
        environment.filters["moment"] = _moment
        environment.filters["canonical"] = html.address
        self._article = environment.get_template("article.html")
        self._list = environment.get_template("list.html")
        self._changes = environment.get_template("changes.html")

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
        article = page.revision.article
        inline = html.InlineWriter(link=partial(html.link_to_copy, builder.copies(page)))
        writer = BodyWriter(builder.here, page.pictures, builder.words, inline)
        body = writer.body(article.blocks)
        output = _rendered(self._article, builder, page=builder.article(page), body=body)
        if not page.changes:
            return (output,)
        beside = self._builder(changes_path(page.summary.id, ENDING), site)
        return output, _rendered(self._changes, beside, page=beside.changes(page))

    def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
        """The front page, and what outlets changed and withdrew."""
        return lists.FRONT, *lists.every_marked()

    def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
        """Front page, outlet, months, day and story."""
        return lists.lists_of(summary)

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        """A page of a list."""
        builder = self._builder(list_path(page.article_list, ENDING, page.number), site)
        return (_rendered(self._list, builder, page=builder.list_page(page)),)

    def static_files(self, site: Site) -> tuple[Output, ...]:
        """The style sheet, and the icon: browsers ask for one even where a page names none."""
        folder = resources.files("mirrorpress.render").joinpath("templates")
        return tuple(
            Output(path=name, content=folder.joinpath(name).read_bytes()) for name in (STYLE, ICON)
        )

    def _builder(self, here: str, site: Site) -> ViewBuilder:
        to_page = partial(page_path, ending=ENDING)
        return ViewBuilder(here, self._context.of(site), to_page, ending=ENDING)


def _rendered(template: Template, builder: ViewBuilder, **values: object) -> Output:
    """The page, from a template and the values of its own."""
    markup = template.render(
        words=builder.words,
        site=builder.context.site,
        commands=builder.context.check,
        style=relative(builder.here, STYLE),
        icon=relative(builder.here, ICON),
        **values,
    )
    return Output(path=builder.here, content=markup.encode("utf-8"))


def _outward(url: str) -> Markup:
    """An address shown as it is, and linked where it may be."""
    shown = html.bdi(url)
    target = html.address(url)
    return html.outward(target, shown) if target else shown


def _moment(time: datetime) -> str:
    """A time for machines: "2026-03-04T18:20:05+08:00" (ISO 8601)."""
    return time.isoformat("T", "seconds")


def dated(text: str) -> Markup:
    """A sentence of the mirror, with its dates marked: lines do not break within them."""
    return Markup(_DATE.sub(r'<span class="date">\g<0></span>', str(escape(text))))  # noqa: S704
