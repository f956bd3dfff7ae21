"""Layout `site` of format `web`: a static site that needs no server, script or third party.

Pages are jinja2 templates with autoescape; only `html.BodyWriter` hands them markup. They are
linked by relative addresses to "index.html" and the like, so that the site can be read at any
path and from a disk. The style sheet is a file of its own: a site of 100,000 articles is then half
a gigabyte smaller, and a new style changes one file. Browsers load it from a disk too, as the
policy names "file:" beside 'self' (whether 'self' covers file: is left open by CSP 3; on a web
host "file:" allows nothing, since browsers refuse such addresses there).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from mirrorpress.model import Head, Masthead, Output, Sheet, Shelf, ShelfKey, ShelfLink
from mirrorpress.render import html, sheets
from mirrorpress.render.characters import Direction, clean, direction
from mirrorpress.render.edition_version import edition_version
from mirrorpress.render.imprint import Imprint, LastImprint
from mirrorpress.render.paging import ListPage, by_day, pages
from mirrorpress.render.places import above, shelf_path
from mirrorpress.render.places import link as relative

ENDING = ".html"
STYLE = "style.css"
FRONT = ShelfKey(kind="front")


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
    summary: str
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


class Site:
    """Prints a web site; a `Layout`."""

    version = edition_version()

    def __init__(self) -> None:
        self._imprint = LastImprint()
        environment = Environment(
            loader=PackageLoader("mirrorpress.render", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.filters["out"] = _outward
        self._article = environment.get_template("article.html")
        self._list = environment.get_template("list.html")

    def article(self, sheet: Sheet, masthead: Masthead) -> Output:
        """The page of an article."""
        desk = _Desk(sheet.head.place + ENDING, self._imprint.of(masthead))
        return desk.printed(self._article, _article(sheet, desk))

    def shelf(self, shelf: Shelf, masthead: Masthead) -> tuple[Output, ...]:
        """The pages of a list."""
        imprint = self._imprint.of(masthead)
        return tuple(
            self._shelf_page(shelf, page, _Desk(page.path, imprint))
            for page in pages(shelf, ENDING)
        )

    def _shelf_page(self, shelf: Shelf, page: ListPage, desk: _Desk) -> Output:
        return desk.printed(self._list, _list(shelf, page, desk))

    def fixtures(self, masthead: Masthead) -> tuple[Output, ...]:
        """The style sheet."""
        style = resources.files("mirrorpress.render").joinpath("templates", STYLE)
        return (Output(path=STYLE, content=style.read_bytes()),)


def _outward(url: str) -> Markup:
    """An address shown as it is, and linked where it may be."""
    shown = html.bdi(url)
    target = html.address(url)
    return html.outward(target, shown) if target else shown


class _Desk:
    """Makes the values that templates print, for the page at one path."""

    def __init__(self, here: str, imprint: Imprint) -> None:
        self.here = here
        self.imprint = imprint
        self.words = imprint.words

    def printed(self, template: Template, values: dict[str, Any]) -> Output:
        """The page, from a template and the values of its own."""
        markup = template.render(
            words=self.words,
            imprint=self.imprint,
            style=relative(self.here, STYLE),
            addresses=self.imprint.masthead.addresses,
            **values,
        )
        return Output(path=self.here, content=markup.encode("utf-8"))

    def to_list(self, key: ShelfKey, label: str) -> Link:
        return self.to_path(shelf_path(key, ENDING), label)

    def to_path(self, path: str, label: str) -> Link:
        return Link(relative(self.here, path), label)

    def day(self, moment: datetime) -> Link:
        day = self.imprint.date(moment)
        return self.to_list(ShelfKey(kind="day", value=day), day)

    def stamp(self, moment: datetime) -> Time:
        return Time(
            self.imprint.local(moment).isoformat("T", "minutes"), self.imprint.stamp(moment)
        )

    def clock(self, moment: datetime) -> Time:
        return Time(
            self.imprint.local(moment).isoformat("T", "minutes"), self.imprint.clock(moment)
        )

    def line(self, head: Head, time: Time, *, outlet: bool = True, summary: bool = False) -> Line:
        return Line(
            href=relative(self.here, head.place + ENDING),
            title=clean(head.title) or head.id,
            language=head.language,
            direction=direction(head.language),
            outlet=self.imprint.outlet(head.source) if outlet else None,
            time=time,
            summary=clean(head.summary) if summary else "",
            mark=self.words("withdrawn_mark") if head.withdrawn else "",
        )

    def counted(self, linked: ShelfLink) -> Counted:
        label = self.imprint.part_title(linked.key)
        href = self.to_list(linked.key, label).href if linked.count else None
        return Counted(label, href, self.words("articles", count=linked.count))

    def event(self, reports: tuple[Head, ...]) -> Event:
        first = reports[0]
        line = self.line(first, self.stamp(first.published))
        if first.story:
            key = ShelfKey(kind="story", value=first.story)
            line = replace(line, href=self.to_list(key, "").href)
        outlets = tuple(dict.fromkeys(self.imprint.outlet(head.source) for head in reports))
        return Event(line, self.words("reports", count=len(reports)), outlets)


def _article(sheet: Sheet, desk: _Desk) -> dict[str, Any]:
    """What the template of an article prints."""
    head, revision = sheet.head, sheet.revision
    article, imprint = revision.article, desk.imprint
    changed, gone = sheets.modified(sheet), sheets.withdrawn(sheet)
    story = ShelfKey(kind="story", value=head.story) if head.story else None
    outlet = ShelfKey(kind="outlet", value=head.source)
    return {
        "title": clean(article.title) or head.id,
        "subtitle": clean(article.subtitle or ""),
        "language": sheets.language(sheet),
        "direction": sheets.direction(sheet),
        "navigation": [
            desk.to_list(FRONT, imprint.name),
            desk.to_list(outlet, imprint.outlet(head.source)),
            desk.day(head.published),
        ],
        "outlet": imprint.outlet(head.source),
        "bylines": [clean(name) for name in article.bylines],
        "published": desk.stamp(revision.published),
        "modified": imprint.modified(changed) if changed else None,
        "body": html.BodyWriter(desk.here, sheet.pictures, desk.words).body(article.blocks),
        "withdrawn": imprint.withdrawn(gone) if gone else None,
        "source": revision.url,
        "canonical": html.address(revision.url),
        "also": [desk.line(other, desk.stamp(other.published)) for other in sheet.also],
        "story": desk.to_list(story, desk.words("all_reports")) if story else None,
        "copied": sheets.copied(sheet, imprint),
    }


def _list(shelf: Shelf, page: ListPage, desk: _Desk) -> dict[str, Any]:
    """What the template of a list prints."""
    imprint, kind = desk.imprint, shelf.key.kind
    title, language = imprint.list_title(shelf.key), None
    if kind == "story" and shelf.heads:
        title, language = clean(shelf.heads[0].title), shelf.heads[0].language
    navigation = [] if kind == "front" else [desk.to_list(FRONT, imprint.name)]
    navigation += [desk.to_list(key, imprint.list_title(key)) for key in above(shelf.key)]
    if not page.first:
        navigation.append(desk.to_list(shelf.key, title))
    navigation += [desk.to_path(page.later, desk.words("later"))] if page.later else []
    navigation += [desk.to_path(page.earlier, desk.words("earlier"))] if page.earlier else []
    return {
        "kind": kind,
        "title": title,
        "language": language,
        "direction": direction(language) or "auto",
        "navigation": navigation,
        "groups": _groups(shelf, page, desk),
        "events": [desk.event(reports) for reports in shelf.stories],
        "outlets": [desk.counted(linked) for linked in shelf.outlets],
        "parts": [desk.counted(linked) for linked in shelf.parts if page.first],
        "public_key": imprint.masthead.public_key,
        "commands": imprint.check,
        "contact": imprint.masthead.contact,
    }


def _groups(shelf: Shelf, page: ListPage, desk: _Desk) -> list[tuple[Link | None, list[Line]]]:
    """The articles of a list page, by day where it holds several days."""
    kind = shelf.key.kind
    if kind == "story":
        lines = (desk.line(head, desk.stamp(head.published), summary=True) for head in page.heads)
        return [(None, list(lines))]
    outlet = kind not in ("outlet", "outlet-month")
    return [
        (
            desk.day(heads[0].published) if kind != "day" else None,
            [desk.line(head, desk.clock(head.published), outlet=outlet) for head in heads],
        )
        for _, heads in by_day(page.heads, desk.imprint)
    ]
