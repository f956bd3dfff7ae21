"""Layout `almanac` of format `markdown`: an edition for the file view of git hosts.

Articles and lists are Markdown files in folders by day and month, chained by relative links, so
that a reader never needs the host's own folder view. What the mirror says stands apart from the
article, above its title and below a rule. Pages read well without pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mirrorpress.model import Head, Masthead, Output, Sheet, Shelf, ShelfKey, ShelfLink
from mirrorpress.render import markdown as md
from mirrorpress.render.edition_version import edition_version
from mirrorpress.render.imprint import Imprint, LastImprint
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.markdown_body import BodyWriter
from mirrorpress.render.paging import ListPage, by_day, pages
from mirrorpress.render.places import above, shelf_path
from mirrorpress.render.places import link as relative
from mirrorpress.render.sheets import copied, direction, language, modified, withdrawn

ENDING = ".md"


class Almanac:
    """Prints Markdown; a `Layout`."""

    version = edition_version()

    def __init__(self) -> None:
        self._imprint = LastImprint()

    def article(self, sheet: Sheet, masthead: Masthead) -> Output:
        """The page of an article."""
        page = _ArticlePage(sheet, self._imprint.of(masthead))
        return Output(path=page.here, content=md.page(page.pieces()))

    def shelf(self, shelf: Shelf, masthead: Masthead) -> tuple[Output, ...]:
        """The pages of a list."""
        imprint = self._imprint.of(masthead)
        return tuple(
            Output(path=page.path, content=md.page(_ShelfPage(shelf, page, imprint).pieces()))
            for page in pages(shelf, ENDING)
        )

    def fixtures(self, masthead: Masthead) -> tuple[Output, ...]:
        """Nothing: a git host brings its own style."""
        return ()


class _Page:
    """What pages of articles and of lists have in common."""

    def __init__(self, here: str, imprint: Imprint) -> None:
        self.here = here
        self.imprint = imprint
        self.words = imprint.words

    def framed(self, *pieces: Piece) -> Piece:
        """The page's own words, in their direction where a host would not show them so."""
        content = md.stack(pieces)
        if self.words.direction == "ltr":
            return content
        return md.framed(content, self.words.language, self.words.direction)

    def list_link(self, key: ShelfKey, label: Run | str) -> Run:
        """A link to a list."""
        return md.page_link(label, relative(self.here, shelf_path(key, ENDING)))

    def counted(self, linked: ShelfLink, label: str) -> Run:
        """A list with how much is in it. An empty one has no page to link to."""
        count = self.words("articles", count=linked.count)
        name = self.list_link(linked.key, label) if linked.count else label
        return md.run(name, " · ", count)

    def head_link(self, head: Head) -> Run:
        """A link to an article's page."""
        title = self.imprint.isolated(head.title) or head.id
        return md.page_link(title, relative(self.here, head.place + ENDING))

    def line(self, head: Head, *, time: str, outlet: bool) -> Run:
        """An article as a list shows it."""
        parts: list[Run | str] = [self.imprint.isolated(time), self.head_link(head)]
        if outlet:
            parts.append(self.imprint.isolated(self.imprint.outlet(head.source)))
        if head.withdrawn:
            parts.append(md.emphasis("*", self.words("withdrawn_mark")))
        return md.joined(" · ", parts)

    def labelled(self, key: str, content: Run) -> Piece:
        """A line with what it is told first."""
        return md.paragraph(md.run(md.emphasis("**", self.words(key), after=" "), " · ", content))

    def addresses(self) -> Piece:
        """Where else the mirror lives."""
        found = [md.link(address, address) for address in self.imprint.masthead.addresses]
        return self.labelled("elsewhere", md.joined(" · ", found)) if found else Piece("")


class _ArticlePage(_Page):
    def __init__(self, sheet: Sheet, imprint: Imprint) -> None:
        super().__init__(sheet.head.place + ENDING, imprint)
        self.sheet = sheet
        self.head = sheet.head
        self.article = sheet.revision.article

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
        front = ShelfKey(kind="front")
        outlet = ShelfKey(kind="outlet", value=self.head.source)
        day = self.imprint.day_key(self.head)
        links = (
            self.list_link(front, self.imprint.isolated(self.imprint.name)),
            self.list_link(outlet, self.imprint.isolated(self.imprint.outlet(self.head.source))),
            self.list_link(day, self.imprint.isolated(day.value)),
        )
        return md.paragraph(md.joined(" · ", links))

    def notice(self) -> Piece:
        """That the outlet took the article down, where it did."""
        gone = withdrawn(self.sheet)
        if gone is None:
            return Piece("")
        return md.paragraph(md.emphasis("**", self.imprint.withdrawn(gone)))

    def as_told(self) -> Piece:
        """The article, in its own language and direction."""
        article = self.article
        body = BodyWriter(self.here, self.sheet.pictures, self.words).body(article.blocks)
        subtitle = md.emphasis("**", article.subtitle or "")
        content = [md.heading(1, article.title), md.paragraph(subtitle), self.origin(), body]
        return md.framed(md.stack(content), language(self.sheet), direction(self.sheet))

    def origin(self) -> Piece:
        """Outlet, authors and time."""
        parts = [
            self.imprint.outlet(self.head.source),
            *self.article.bylines,
            self.imprint.stamp(self.sheet.revision.published),
        ]
        changed = modified(self.sheet)
        if changed:
            parts.append(self.imprint.modified(changed))
        around = direction(self.sheet)
        return md.paragraph(
            md.joined(" · ", [self.imprint.isolated(each, around) for each in parts])
        )

    def about(self) -> Iterator[Piece]:
        """What the mirror has to say of the article."""
        yield self.labelled("source", md.link(self.sheet.revision.url, self.sheet.revision.url))
        yield from self.other_reports()
        yield md.paragraph(copied(self.sheet, self.imprint))
        yield self.addresses()

    def other_reports(self) -> Iterator[Piece]:
        if self.sheet.also:
            yield md.paragraph(md.emphasis("**", self.words("other_reports")))
            lines = (
                self.line(head, time=self.imprint.stamp(head.published), outlet=True)
                for head in self.sheet.also
            )
            yield md.bullets([md.paragraph(line) for line in lines])
        if self.head.story:
            key = ShelfKey(kind="story", value=self.head.story)
            yield md.paragraph(self.list_link(key, self.words("all_reports")))


class _ShelfPage(_Page):
    def __init__(self, shelf: Shelf, page: ListPage, imprint: Imprint) -> None:
        super().__init__(page.path, imprint)
        self.shelf = shelf
        self.page = page
        self.kind = shelf.key.kind

    def pieces(self) -> Iterator[Piece]:
        navigation = self.framed(self.navigation())
        yield navigation
        yield self.framed(md.heading(1, self.title()))
        if self.kind == "front":
            yield self.framed(*self.front())
        else:
            yield self.framed(*self.listing())
            yield md.rule()
            yield navigation

    def title(self) -> str:
        if self.kind == "story" and self.shelf.heads:
            return self.imprint.isolated(self.shelf.heads[0].title)
        return self.list_name(self.shelf.key)

    def navigation(self) -> Piece:
        if self.kind == "front":
            return Piece("")
        links = [self.list_link(ShelfKey(kind="front"), self.imprint.isolated(self.imprint.name))]
        links += [self.list_link(key, self.list_name(key)) for key in above(self.shelf.key)]
        if not self.page.first:
            links.append(self.list_link(self.shelf.key, self.title()))
        if self.page.later:
            links.append(self.neighbour("later", self.page.later))
        if self.page.earlier:
            links.append(self.neighbour("earlier", self.page.earlier))
        return md.paragraph(md.joined(" · ", links))

    def neighbour(self, word: str, path: str) -> Run:
        return md.page_link(self.words(word), relative(self.here, path))

    def front(self) -> Iterator[Piece]:
        if self.shelf.stories:
            yield md.heading(2, self.words("events"))
            yield md.bullets([self.event(reports) for reports in self.shelf.stories])
        if self.page.heads:
            yield md.heading(2, self.words("latest"))
            yield from self.days()
        else:
            yield md.paragraph(self.words("empty"))
        if self.shelf.outlets:
            yield md.heading(2, self.words("outlets"))
            yield self.parts(self.shelf.outlets)
        yield from self.months()
        yield from self.check()
        yield self.addresses()
        yield self.contact()

    def listing(self) -> Iterator[Piece]:
        if self.kind in ("day", "story"):
            yield md.bullets([self.entry(head) for head in self.page.heads], loose=self.is_story)
        else:
            yield from self.days()
        yield from self.months()
        if not self.page.heads and not self.shelf.parts:
            yield md.paragraph(self.words("empty"))

    @property
    def is_story(self) -> bool:
        return self.kind == "story"

    def days(self) -> Iterator[Piece]:
        for day, heads in by_day(self.page.heads, self.imprint):
            key = ShelfKey(kind="day", value=day)
            yield md.heading(3 if self.kind == "front" else 2, self.list_link(key, day))
            yield md.bullets([self.entry(head) for head in heads])

    def entry(self, head: Head) -> Piece:
        """An article's line; in a story with its day and its summary."""
        time = self.imprint.stamp if self.is_story else self.imprint.clock
        outlet = self.kind not in ("outlet", "outlet-month")
        line = md.paragraph(self.line(head, time=time(head.published), outlet=outlet))
        if not self.is_story:
            return line
        return md.stack([line, md.paragraph(self.imprint.isolated(head.summary))])

    def event(self, reports: tuple[Head, ...]) -> Piece:
        """An event by the title of its first report, and who tells it."""
        first = reports[0]
        label = self.imprint.isolated(first.title)
        title = md.text(label)
        if first.story:
            title = self.list_link(ShelfKey(kind="story", value=first.story), label)
        outlets = dict.fromkeys(self.imprint.outlet(head.source) for head in reports)
        names = [self.imprint.isolated(name) for name in outlets]
        count = self.words("reports", count=len(reports))
        return md.paragraph(md.joined(" · ", [title, count, *names]))

    def months(self) -> Iterator[Piece]:
        if self.shelf.parts and self.page.first:
            yield md.heading(2, self.words("days" if self.kind == "month" else "months"))
            yield self.parts(self.shelf.parts)

    def parts(self, links: Iterable[ShelfLink]) -> Piece:
        name, isolated = self.imprint.part_title, self.imprint.isolated
        lines = (self.counted(linked, isolated(name(linked.key))) for linked in links)
        return md.bullets([md.paragraph(line) for line in lines])

    def list_name(self, key: ShelfKey) -> str:
        return self.imprint.isolated(self.imprint.list_title(key))

    def check(self) -> Iterator[Piece]:
        key, commands = self.imprint.masthead.public_key, self.imprint.check
        if key is None or commands is None:
            return
        yield md.heading(2, self.words("check"))
        yield md.paragraph(self.words("check_text"))
        yield md.fence(key)
        yield md.paragraph(self.words("check_command"))
        yield md.fence(commands)

    def contact(self) -> Piece:
        contact = self.imprint.masthead.contact
        return self.labelled("contact", md.link(contact, contact)) if contact else Piece("")
