"""What pages of all Markdown layouts have in common: how the parts of a view are written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence

from mirrorpress.compare import Piece as TextPiece
from mirrorpress.model import ArticlePage, Block, ListPage, Output
from mirrorpress.render import markdown as md
from mirrorpress.render.change_views import ChangeView
from mirrorpress.render.line_views import LineView, LinkView
from mirrorpress.render.markdown import Piece, Run
from mirrorpress.render.markdown_body import BodyWriter
from mirrorpress.render.paths import changes_path
from mirrorpress.render.story_views import CopyView, SaidView, VersionView
from mirrorpress.render.views import CountView, ViewBuilder


def rendered(builder: ViewBuilder, pieces: Iterable[Piece]) -> Output:
    """The page at a builder's path, of its pieces."""
    return Output(path=builder.here, content=md.page(pieces))


def changes_output(
    page: ArticlePage, builder_at: Callable[[str], ViewBuilder], title_level: int = 1
) -> tuple[Output, ...]:
    """The page that shows what an outlet changed of an article; none where it changed nothing.

    Args:
        page: the article.
        builder_at: the builder for the page at a path.
        title_level: of the page's heading.
    """
    if not page.changes:
        return ()
    builder = builder_at(changes_path(page.summary.id, ".md"))
    return (rendered(builder, ChangesWriter(page, builder, title_level).pieces()),)


class PageWriter:
    """What pages of articles and of lists have in common."""

    def __init__(self, builder: ViewBuilder) -> None:
        self.context = builder.context
        self.words = builder.words

    def framed(self, *pieces: Piece) -> Piece:
        """The page's own words, in their direction where a host would not show them so."""
        content = md.stack(pieces)
        if self.words.direction == "ltr":
            return content
        return md.framed(content, self.words.language, self.words.direction)

    def link(self, link: LinkView) -> Run:
        """A link to a page of the edition."""
        return md.page_link(self.context.isolated(link.label), link.href)

    def navigation(self, links: tuple[LinkView, ...]) -> Piece:
        """The links to the lists around a page."""
        return md.paragraph(md.joined(" · ", [self.link(link) for link in links]))

    def line(self, line: LineView) -> Piece:
        """An article as a list shows it."""
        parts: list[Run | str] = [
            self.context.isolated(line.time.shown),
            md.page_link(self.context.isolated(line.title), line.href),
        ]
        if line.outlet is not None:
            parts.append(self.context.isolated(line.outlet))
        if line.mark:
            parts.append(md.emphasis("*", line.mark))
        return md.paragraph(md.joined(" · ", parts))

    def short(self, line: LineView) -> Piece:
        """An article as a long list shows it: "3-4 River rises · The Gazette"."""
        moment = line.time.moment
        day = self.context.isolated(f"{moment.month}-{moment.day}")
        title = md.page_link(self.context.isolated(line.title), line.href)
        parts: list[Run | str] = [md.run(day, " ", title)]
        if line.outlet is not None:
            parts.append(self.context.isolated(line.outlet))
        if line.mark:
            parts.append(md.emphasis("*", line.mark))
        return md.paragraph(md.joined(" · ", parts))

    def labelled(self, key: str, content: Run) -> Piece:
        """A line that starts with what it is about."""
        return md.paragraph(md.run(md.emphasis("**", self.words(key), after=" "), " · ", content))

    def addresses(self) -> Piece:
        """Where else the mirror lives."""
        found = [md.link(address, address) for address in self.context.site.addresses]
        return self.labelled("elsewhere", md.joined(" · ", found)) if found else Piece("")

    def counts(self, title: str, lists: tuple[CountView, ...]) -> Iterator[Piece]:
        """Other lists under a title, with how much is in each."""
        if lists:
            yield md.heading(2, title)
            yield md.bullets([md.paragraph(self.counted(each)) for each in lists])

    def counted(self, count: CountView) -> Run:
        """A list with how much is in it."""
        label = self.context.isolated(count.label)
        name = md.page_link(label, count.href) if count.href else label
        return md.run(name, " · ", count.count)

    def about_mirror(self) -> Iterator[Piece]:
        """How to check a copy, where else it lives, and whom to ask: the end of a front page."""
        yield from self.check()
        yield self.addresses()
        yield self.contact()

    def check(self) -> Iterator[Piece]:
        """How to check a copy of the edition."""
        key, commands = self.context.site.public_key, self.context.check
        if key is None or commands is None:
            return
        yield md.heading(2, self.words("check"))
        yield md.paragraph(self.words("check_text"))
        yield md.fence(key)
        yield md.paragraph(self.words("check_command"))
        yield md.fence(commands)

    def contact(self) -> Piece:
        """How to reach the operator."""
        contact = self.context.site.contact
        return self.labelled("contact", md.link(contact, contact)) if contact else Piece("")


class ArticleWriter(PageWriter, ABC):
    """An article's page. What the mirror says stands apart from the article."""

    title_level = 1  # of headings

    def __init__(self, page: ArticlePage, builder: ViewBuilder) -> None:
        super().__init__(builder)
        self.view = builder.article(page)
        self.blocks = page.revision.article.blocks
        self._body = BodyWriter(
            builder.here, page.pictures, self.words, self.title_level, builder.copies(page)
        )

    def pieces(self) -> Iterator[Piece]:
        """The page, from its first line to its last."""
        navigation = self.framed(self.navigation(self.view.navigation))
        yield navigation
        yield self.framed(self.notice())
        yield self.original()
        yield md.rule()
        yield self.framed(*self.about())
        yield md.rule()
        yield navigation

    @abstractmethod
    def original(self) -> Piece:
        """The article, in its own language and direction."""

    def body(self, blocks: Sequence[Block] | None = None) -> Piece:
        """The article's blocks, or some of them."""
        return self._body.body(self.blocks if blocks is None else blocks)

    def notice(self) -> Piece:
        """That the outlet took the article down, or changed it, where it did."""
        gone, changed = self.view.withdrawn, self.view.changed
        notices = [md.paragraph(md.emphasis("**", gone)) if gone else Piece("")]
        if changed and self.view.changes:
            notices.append(md.paragraph(md.run(changed, " ", self.link(self.view.changes))))
        return md.stack(notices)

    def origin(self) -> Piece:
        """Outlet, section, authors and time."""
        view = self.view
        parts = [view.outlet, view.section, *view.bylines, view.published.shown]
        if view.modified:
            parts.append(view.modified)
        return md.paragraph(
            md.joined(" · ", [self.context.isolated(each, view.direction) for each in parts])
        )

    def about(self) -> Iterator[Piece]:
        """What the mirror has to say of the article."""
        yield self.labelled("source", md.link(self.view.source, self.view.source))
        yield from self.other_reports()
        yield md.paragraph(self.view.copied)
        yield self.addresses()

    def other_reports(self) -> Iterator[Piece]:
        """Reports of other outlets, and the page of all reports."""
        if self.view.also:
            yield md.paragraph(md.emphasis("**", self.words("other_reports")))
            yield md.bullets([self.line(line) for line in self.view.also])
        for link in (self.view.story, self.view.before):
            if link:
                yield md.paragraph(self.link(link))


class ChangesWriter(PageWriter):
    """The page that shows what an outlet changed of an article."""

    def __init__(self, page: ArticlePage, builder: ViewBuilder, title_level: int = 1) -> None:
        super().__init__(builder)
        self.view = builder.changes(page)
        self._level = title_level

    def pieces(self) -> Iterator[Piece]:
        """The page, from its first line to its last."""
        navigation = self.framed(self.navigation(self.view.navigation))
        yield navigation
        yield self.framed(
            md.heading(self._level, self.words("changes")),
            md.paragraph(self.link(self.view.article)),
        )
        for one in self.view.changes:
            yield from self.change(one)
        yield self.framed(md.paragraph(md.emphasis("*", self.words("compared"))))
        yield md.rule()
        yield navigation

    def change(self, view: ChangeView) -> Iterator[Piece]:
        """One change: what is cut struck out, what is added underlined."""
        yield self.framed(md.heading(self._level + 1, view.kinds), md.paragraph(view.found))
        if view.headline:
            before, now = view.headline
            yield self.in_article([md.element("del", before), md.element("ins", now)])
        yield self.in_article([md.run(*map(_piece, pieces)) for pieces in view.edits])
        if view.added:
            yield self.framed(md.paragraph(self.words("change_added")))
            yield self.in_article([md.element("ins", one) for one in view.added])
        if view.cut:
            yield self.framed(md.paragraph(self.words("change_cut")))
            yield self.in_article([md.element("del", one) for one in view.cut])

    def in_article(self, lines: Iterable[Run]) -> Piece:
        """Paragraphs of the article, in its own language and direction."""
        content = md.stack(map(md.paragraph, lines))
        return md.framed(content, self.view.language, self.view.direction)


def _piece(piece: TextPiece) -> Run:
    match piece.kind:
        case "cut":
            return md.element("del", piece.text)
        case "added":
            return md.element("ins", piece.text)
        case _:
            return md.text(piece.text)


class ListWriter(PageWriter, ABC):
    """A page of a list."""

    section_level = 2  # of headings below the title

    def __init__(self, page: ListPage, builder: ViewBuilder) -> None:
        super().__init__(builder)
        self.view = builder.list_page(page)

    def pieces(self) -> Iterator[Piece]:
        """The page, from its first line to its last."""
        navigation = self.framed(self.navigation(self.view.navigation))
        yield navigation
        yield from self.title()
        if self.view.kind == "front":
            yield self.framed(*self.front())
        else:
            yield self.framed(*self.content())
            yield md.rule()
            yield navigation

    def title(self) -> Iterator[Piece]:
        """The title of the list."""
        yield self.framed(md.heading(1, self.context.isolated(self.view.title)))

    def content(self) -> Iterator[Piece]:
        """What a list other than the front page shows between its two navigations."""
        yield from self.moved()
        yield from self.beside()
        yield from self.articles()
        yield from self.chain()

    def chain(self) -> Iterator[Piece]:
        """The events before and after a story."""
        for key, lines in (("before_event", self.view.before), ("after_event", self.view.after)):
            if lines:
                yield md.heading(self.section_level, self.words(key))
                yield md.bullets([self.line(line) for line in lines])

    def moved(self) -> Iterator[Piece]:
        """Where the reports of a story are that has none any more."""
        if self.view.moved:
            yield md.paragraph(md.emphasis("**", self.words("moved")))
            yield md.bullets([self.line(line) for line in self.view.moved])

    def beside(self) -> Iterator[Piece]:
        """The reports of a story beside one another."""
        story = self.view.story
        if story is None:
            return
        yield md.paragraph(story.first)
        yield md.heading(self.section_level, self.words("timeline"))
        yield md.bullets([self.version(one) for one in story.versions], loose=True)
        if story.compares:
            telling = [one for one in story.versions if one.only]
            if telling:
                yield md.heading(self.section_level, self.words("only_one"))
                yield md.bullets([self.only(one) for one in telling], loose=True)
            yield from self.said("figures", story.figures)
            yield from self.said("quotations", story.quotations)
            yield md.paragraph(md.emphasis("*", self.words("compared")))

    def version(self, version: VersionView) -> Piece:
        """A text with its first sentences, and the other reports that have it."""
        pieces = [self.line(version.line), md.paragraph(self.context.isolated(version.line.teaser))]
        if version.copies:
            pieces.append(md.paragraph(self.words("same_text")))
            pieces.append(md.bullets([self.copy(one) for one in version.copies], loose=True))
        return md.stack(pieces)

    def copy(self, copy: CopyView) -> Piece:
        """A report with the same text, and where it differs."""
        pieces = [self.line(copy.line)]
        for key, sentences in (("copy_added", copy.added), ("copy_cut", copy.cut)):
            if sentences:
                pieces.append(md.paragraph(self.words(key)))
                pieces.append(self.sentences(sentences))
        return md.stack(pieces)

    def only(self, version: VersionView) -> Piece:
        """An outlet with the sentences that only its report has."""
        name = self.context.isolated(version.line.outlet or "")
        return md.stack([md.paragraph(md.emphasis("**", name)), self.sentences(version.only)])

    def sentences(self, found: Iterable[str]) -> Piece:
        """Sentences of an article, each with a bullet of its own."""
        return md.bullets([md.paragraph(self.context.isolated(one)) for one in found])

    def said(self, key: str, found: Sequence[SaidView]) -> Iterator[Piece]:
        """Figures or quotations, each with its outlets."""
        if found:
            yield md.heading(self.section_level, self.words(key))
            yield md.bullets(
                [
                    md.paragraph(
                        md.joined(" · ", map(self.context.isolated, (one.text, *one.outlets)))
                    )
                    for one in found
                ]
            )

    @abstractmethod
    def front(self) -> Iterator[Piece]:
        """What the front page shows under its title."""

    @abstractmethod
    def articles(self) -> Iterator[Piece]:
        """What any other list shows under its title."""
