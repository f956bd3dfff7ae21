"""Prints an outlet's pages and feeds from its reports and its own templates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache, partial
from typing import Any

from jinja2 import BaseLoader, Environment, FunctionLoader
from markupsafe import Markup

from mirrorpress.demo import addresses, dates
from mirrorpress.demo.content import load_template
from mirrorpress.demo.markup import inline_html, plain
from mirrorpress.demo.model import (
    Block,
    Credit,
    DemoArticle,
    Figure,
    Gallery,
    Heading,
    Items,
    Notice,
    Outlet,
    Paragraph,
    Picture,
    PullQuote,
    Quote,
    Table,
    Video,
)

KINDS: dict[type[Block], str] = {
    Paragraph: "paragraph",
    Heading: "heading",
    Quote: "quote",
    PullQuote: "pullquote",
    Items: "list",
    Table: "table",
    Figure: "figure",
    Gallery: "gallery",
    Video: "video",
    Credit: "credit",
    Notice: "notice",
}

_FEED_TEMPLATES = {"rss": "shared/rss.xml", "atom": "shared/atom.xml"}
_CARELESS = (
    (re.compile(r"<div (?=data-[a-z-]+=)"), "<div"),
    (re.compile(r"<source (?=type=)"), "<source"),
    (re.compile(r"<img (?=src=)"), "<img"),
    (re.compile(r"<video-player (?=media-id=)"), "<video-player"),
)
_BROKEN_TAG = re.compile(r"<(?:divdata|sourcetype|video-playermedia)[^>]*>")
_BROKEN_IMG = re.compile(r"<imgsrc[^>]*>")


class OutletSite:
    """The pages of one outlet with the reports it has published."""

    def __init__(self, outlet: Outlet, reports: tuple[DemoArticle, ...]) -> None:
        self.outlet = outlet
        self.reports = reports
        self._steady = tuple(report for report in reports if report.steady)

    def article(self, report: DemoArticle, number: int = 1) -> str:
        """One page of an article, with all that stands around it."""
        html = self._render(
            f"{self.outlet.name}/article.html",
            report=report,
            blocks=report.pages[number - 1],
            number=number,
            count=len(report.pages),
            page_url=partial(addresses.page_url, report),
            amp_url=addresses.amp_url(report),
            post_id=addresses.post_id(report),
            description=describe(report),
            json_ld=_script_json(self._json_ld(report)),
            others=self._others(report),
            most_read=self._steady[:5],
        )
        return _careless_minify(html) if self.outlet.name == "estran" else html

    def amp(self, report: DemoArticle) -> str:
        """The article's AMP twin."""
        return self._render("shared/amp.html", report=report)

    def printable(self, report: DemoArticle) -> str:
        """The article's page for a printer."""
        return self._render("shared/print.html", report=report)

    def front(self) -> str:
        """The list of all articles."""
        name = f"{self.outlet.name}/index.html"
        return self._render(name, reports=self.reports, most_read=self._steady[:5])

    def advertisement(self) -> str:
        """A page that is no article, though the list of articles links to it."""
        return self._render(f"{self.outlet.name}/sponsored.html")

    def sitemap(self) -> str:
        """The news sitemap: the same articles, for search engines."""
        return self._render("shared/sitemap.xml", reports=self.reports)

    def feed(self) -> str:
        """The outlet's feed, in its format."""
        if self.outlet.feed == "json":
            return json.dumps(self._json_feed(), ensure_ascii=False, indent=1)
        updated = max(report.changed for report in self.reports)
        entries = [self._entry(report) for report in self.reports]
        return self._render(_FEED_TEMPLATES[self.outlet.feed], entries=entries, updated=updated)

    def _others(self, report: DemoArticle) -> tuple[DemoArticle, ...]:
        """Three other articles, the same ones in every round."""
        rest = [other for other in self._steady if other.url != report.url]
        start = addresses.post_id(report) % len(rest) if rest else 0
        return tuple((rest[start:] + rest[:start])[:3])

    def _render(self, name: str, **values: Any) -> str:
        return (
            _environment()
            .get_template(name)
            .render(
                outlet=self.outlet,
                blank=addresses.BLANK,
                media=partial(_media, self.outlet),
                srcset=partial(addresses.srcset, self.outlet),
                day=partial(dates.print_date, self.outlet.name),
                **values,
            )
        )

    def _entry(self, report: DemoArticle) -> dict[str, Any]:
        return {
            "report": report,
            "id": addresses.feed_id(report),
            "link": addresses.feed_link(report),
            "summary": describe(report),
            "html": self._feed_html(report),
        }

    def _feed_html(self, report: DemoArticle) -> str:
        """What the feed carries of the text, by the outlet's habit."""
        match self.outlet.feed_text:
            case "full":
                return self._feed_body(report, report.blocks, full=True)
            case "part":
                return self._feed_body(report, report.pages[0][:2], full=False) + _teaser(report)
        return ""

    def _feed_body(self, report: DemoArticle, blocks: Iterable[Block], *, full: bool) -> str:
        return self._render("shared/feed-body.html", report=report, blocks=blocks, full=full)

    def _json_feed(self) -> dict[str, Any]:
        return {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.outlet.title,
            "home_page_url": f"http://{self.outlet.host}/",
            "feed_url": self.outlet.index_url,
            "description": self.outlet.tagline,
            "language": self.outlet.language,
            "items": [self._json_item(report) for report in self.reports],
        }

    def _json_item(self, report: DemoArticle) -> dict[str, Any]:
        item: dict[str, Any] = {
            "id": addresses.feed_id(report),
            "url": addresses.feed_link(report),
            "title": report.title,
            "summary": describe(report),
            "content_html": self._feed_html(report).strip(),
            "date_published": report.published.isoformat(),
            "tags": list(report.tags),
            "authors": [{"name": name} for name in report.bylines],
        }
        if report.modified:
            item["date_modified"] = report.modified.isoformat()
        if report.lead:
            item["image"] = addresses.media_url(self.outlet, report.lead)
        return item

    def _json_ld(self, report: DemoArticle) -> dict[str, Any]:
        """The article for machines: alone at one outlet, in a graph at another."""
        article: dict[str, Any] = {
            "@type": "NewsArticle",
            "mainEntityOfPage": report.url,
            "headline": report.title,
            "datePublished": report.published.isoformat(),
            "articleSection": report.section,
            "keywords": list(report.tags),
            "inLanguage": self.outlet.language,
            "author": [{"@type": "Person", "name": name} for name in report.bylines],
            "publisher": {"@type": "NewsMediaOrganization", "name": self.outlet.title},
        }
        if report.modified:
            article["dateModified"] = report.modified.isoformat()
        if report.subtitle:
            article["alternativeHeadline"] = report.subtitle
        if report.lead:
            url = addresses.media_url(self.outlet, report.lead)
            article["image"] = {"@type": "ImageObject", "url": url}
        if self.outlet.name != "qandil":
            return {"@context": "https://schema.org", **article}
        page = {"@type": "WebPage", "@id": report.url, "name": report.title}
        return {"@context": "https://schema.org", "@graph": [page, article]}


def describe(report: DemoArticle) -> str:
    """The subtitle, or else the first paragraph."""
    texts = (block.text for block in report.blocks if isinstance(block, Paragraph))
    return report.subtitle or plain(next(texts, ""))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=_loader(), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(
        inline=lambda text: Markup(inline_html(text)),  # noqa: S704 - escaped by inline_html
        kind=lambda block: KINDS[type(block)],
        rfc822=dates.rfc822,
    )
    return environment


def _loader() -> BaseLoader:
    return FunctionLoader(load_template)


def _media(outlet: Outlet, picture: Picture, width: int | None = None) -> str:
    return addresses.media_url(outlet, picture, width)


def _teaser(report: DemoArticle) -> str:
    words = {"fr": "Lire la suite"}.get(report.outlet.language, "Continue reading")
    link = f'<p><a href="{addresses.feed_link(report).replace("&", "&amp;")}">{words}</a></p>'
    pixel = f"http://metrics.tallyhouse.example/p.gif?feed={report.outlet.name}"
    return f'{link}<img src="{pixel}" width="1" height="1" alt=""/>'


def _script_json(value: dict[str, Any]) -> Markup:
    text = json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
    return Markup(text)  # noqa: S704 - JSON that cannot close its script element


def _careless_minify(html: str) -> str:
    """Drops the blanks that a broken minifier drops: after some tag names and between values."""
    for pattern, replacement in _CARELESS:
        html = pattern.sub(replacement, html)
    html = _BROKEN_TAG.sub(lambda tag: re.sub(r'(?<=") (?=[a-z@])', "", tag[0]), html)
    return _BROKEN_IMG.sub(lambda tag: re.sub(r'(?<=") (?=sizes|loading)', "", tag[0]), html)
