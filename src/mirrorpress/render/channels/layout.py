"""Layout `channels`: a `Layout` made of its options and the operator's files."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from mirrorpress.errors import ConfigError, Mistake
from mirrorpress.images.qr import qr_png
from mirrorpress.model import (
    RECOMMENDED,
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    Channel,
    ListPage,
    Output,
    PageRef,
    PathCounter,
    Problem,
    Site,
    TrackedList,
)
from mirrorpress.render import lists
from mirrorpress.render.channels import front
from mirrorpress.render.channels.operator import OwnLink, OwnLinks, drawn, read_links
from mirrorpress.render.channels.options import ChannelsOptions
from mirrorpress.render.channels.pages import (
    TITLE,
    ArticlePageWriter,
    ListPageWriter,
    Own,
    RemovedPageWriter,
    as_csv,
)
from mirrorpress.render.channels.where import (
    FRONT_PAGE,
    HOT,
    HOT_PAGE,
    KEPT_AS_HOT,
    PAGE_SIZE,
    aliases,
    channel_of,
    code_path,
    coded,
    kept,
    page_path,
    recommended,
    shared_address,
    sources_of,
)
from mirrorpress.render.context import LastContext
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.markdown_pages import changes_output, rendered
from mirrorpress.render.paths import picture_path
from mirrorpress.render.views import ViewBuilder
from mirrorpress.text.encodings import decode

MAX_PICKS = 300  # that are shown


class Channels:
    """Renders Markdown by channels.

    Args:
        options: of the edition.
        files: contents of the files that the options name, by name.

    Raises:
        ConfigError: the template of the front page names a part that there is not.
    """

    options = ChannelsOptions

    def __init__(self, options: ChannelsOptions, files: Mapping[str, bytes]) -> None:
        self._options = options
        self._context = LastContext()
        self._picks = _read(options.picks, files, titled=False)
        self._notes = _read(options.sticky, files)
        self._links = _read(options.links, files)
        self._template = _template(options.front, files)
        self._titles = {pick.url: pick.title for pick in self._picks.links if pick.title}
        self._fixed = tuple(link for link in self._links.links if link.fixed)
        self._others = tuple(link for link in self._links.links if not link.fixed)
        self._front = self._front_list()
        self._channel_lists: dict[Channel, ArticleList] = {}
        self._known: tuple[Site, frozenset[str]] | None = None
        # The operator's links are on every page; his other files change standing lists only.
        own = f"{layout_version('mirrorpress.render.channels')} {self._links.links}"
        self.version = sha256(own.encode("utf-8", "replace")).hexdigest()[:12]

    # What the operator wrote

    def picked(self) -> tuple[str, ...]:
        """Web addresses of the articles that the operator picked."""
        return tuple(pick.url for pick in self._picks.links[:MAX_PICKS] if not pick.inside)

    def problems(self, site: Site) -> tuple[Problem, ...]:
        """Lines of the operator's files that cannot be used."""
        found = [*self._picks.problems, *self._notes.problems, *self._links.problems]
        known = self._index_paths(site)
        for number, link in enumerate(self._links.links, 1):
            if link.inside and link.url[1:] not in known:
                told = f"{link.url} is not a list of this mirror; write a web address"
                found.append(Problem(self._options.links or "", number, told))
        return tuple(found)

    # Where files are

    def path(self, summary: ArticleSummary, site: Site, count: PathCounter) -> str:
        """A file named by the article's id in the folder of its channel."""
        return f"pages/{channel_of(summary, site).name}/{summary.id}.md"

    def picture_path(
        self, asset: Asset, summary: ArticleSummary, site: Site, count: PathCounter
    ) -> str:
        """A file named by its content, in the folder of the first article's day."""
        return picture_path(asset, summary, count)

    # Lists

    def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
        """Front page, hot list, every channel, and what outlets changed and withdrew."""
        channels = (self._channel_list(channel) for channel in site.channels)
        standing = (self._front, HOT, self._channel_list(recommended(site)), *channels)
        return (*dict.fromkeys(standing), *lists.every_marked())

    def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
        """Front page, hot list, channel and story."""
        found = (self._front, HOT, self._channel_list(channel_of(summary, site)))
        return (*found, *lists.stories_of(summary))

    def _front_list(self) -> ArticleList:
        notes = tuple(note.url for note in self._notes.links if note.inside)
        picks = tuple(pick.url for pick in self._picks.links[:MAX_PICKS])
        own = (self._notes.links, self._titles, self._template)
        return ArticleList(
            kind="front",
            limit=0 if picks else front.SLOTS,
            marks=True,
            lookup=(*picks, *notes),
            basis=sha256(repr(own).encode("utf-8", "replace")).hexdigest()[:16],
        )

    def _channel_list(self, channel: Channel) -> ArticleList:
        if channel not in self._channel_lists:
            self._channel_lists[channel] = self._list_of(channel)
        return self._channel_lists[channel]

    def _list_of(self, channel: Channel) -> ArticleList:
        is_recommended = channel.name == RECOMMENDED
        picks = tuple(pick.url for pick in self._picks.links[:MAX_PICKS])
        return ArticleList(
            kind="channel",
            channel=channel.name,
            sources=sources_of(channel),
            unlisted=self._options.unlisted,
            limit=self._options.keep or None,
            page_size=PAGE_SIZE,
            lookup=picks if is_recommended else (),
            basis=repr(self._titles) if is_recommended else "",
        )

    def tracked(self, summary: ArticleSummary | None, site: Site) -> tuple[TrackedList, ...]:
        """The lists whose articles keep their pages, and those whose articles get a QR code."""
        options = self._options
        picked = self._channel_list(recommended(site))
        found = [TrackedList(picked), TrackedList(KEPT_AS_HOT)] if options.keep else []
        if summary is not None:
            channel = channel_of(summary, site)
            if options.keep:
                found.append(TrackedList(kept(channel, options.keep)))
            if options.qr and options.share:
                found.append(TrackedList(coded(channel, options.qr), forever=True))
        return tuple(found)

    def keeps(self, page: ArticlePage) -> bool:
        """Whether an article is among the newest of its channel, picked, or hot."""
        if not self._options.keep or page.within is None:
            return True
        return any(not key.startswith("coded:") for key in page.within)

    # Pages

    def article(self, page: ArticlePage, site: Site) -> tuple[Output, ...]:
        """The page of an article, with the QR code of its address if it has one.

        One that is no longer kept leaves a note in its place.
        """
        summary = page.summary
        builder = self._builder(summary.path, site, summary.id)
        own = self._own(site, summary.id)
        if not self.keeps(page):
            return (rendered(builder, RemovedPageWriter(page, builder, own).pieces()),)
        share = self._shared(summary.path)
        is_coded = any(key.startswith("coded:") for key in page.within or ())
        code = code_path(summary.path) if share and is_coded else None
        output = rendered(builder, ArticlePageWriter(page, builder, own, share, code).pieces())
        changes = changes_output(page, lambda path: self._builder(path, site, ""), TITLE)
        return (output, *_code(code, share), *changes)

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        """A page of a list; of a channel also as CSV, and under the channel's title."""
        shown = page.article_list
        path = page_path(PageRef(shown, page.number))
        builder = self._builder(path, site, "")
        own = self._own(site, "")
        if shown.kind == "front":
            return (self._front_page(page, builder, own, site),)
        output = rendered(builder, ListPageWriter(page, builder, own).pieces())
        if shown.kind != "channel":
            return (output,)
        table = Output(path=f"{path.removesuffix('.md')}.csv", content=as_csv(page, builder, own))
        also = aliases(site).get(shown.channel or "") if page.number is None else None
        return (
            (output, table, Output(path=also, content=output.content)) if also else (output, table)
        )

    def _front_page(self, page: ListPage, builder: ViewBuilder, own: Own, site: Site) -> Output:
        known = self._index_paths(site)
        writer = front.FrontPageWriter(
            page,
            builder,
            own,
            notes=[
                note
                for note in self._notes.links
                if not note.inside or note.url in page.found or note.url[1:] in known
            ],
            picks=[pick.url for pick in self._picks.links[:MAX_PICKS]],
            channels=[channel for channel in site.channels if channel.name != RECOMMENDED],
            share=self._shared(FRONT_PAGE),
            code=self._front_code(),
        )
        return rendered(builder, writer.pieces(self._template))

    def static_files(self, site: Site) -> tuple[Output, ...]:
        """The QR code of the front page's address."""
        return _code(self._front_code(), self._shared(FRONT_PAGE))

    def _front_code(self) -> str | None:
        has_code = self._options.share and self._options.qr
        return code_path(FRONT_PAGE) if has_code else None

    def _own(self, site: Site, page: str) -> Own:
        known = self._index_paths(site)

        def usable(links: tuple[OwnLink, ...]) -> tuple[OwnLink, ...]:
            return tuple(link for link in links if not link.inside or link.url[1:] in known)

        chosen = drawn(self._others, page, self._options.drawn_links) if page else ()
        return Own(usable(self._fixed), usable(chosen), self._titles)

    def _index_paths(self, site: Site) -> frozenset[str]:
        """Paths of the lists that are always there."""
        if self._known is None or self._known[0] is not site:
            names = (RECOMMENDED, *(channel.name for channel in site.channels))
            found = (f"indexes/{name}.md" for name in names)
            known = frozenset((FRONT_PAGE, HOT_PAGE, *found, *aliases(site).values()))
            self._known = site, known
        return self._known[1]

    def _shared(self, path: str) -> str | None:
        share = self._options.share
        return None if share is None else shared_address(share, path)

    def _builder(self, here: str, site: Site, page: str) -> ViewBuilder:
        def around(summary: ArticleSummary) -> tuple[ArticleList, ...]:
            return self._front, self._channel_list(channel_of(summary, site)), HOT

        mark = f"?{page}" if self._options.mark_links and page else ""
        context = self._context.of(site)
        return ViewBuilder(here, context, page_path, around=around, by_day=False, mark=mark)


def _code(path: str | None, address: str | None) -> tuple[Output, ...]:
    """The file of a QR code, where there is one."""
    if path is None or address is None:
        return ()
    return (Output(path=path, content=qr_png(address)),)


def _read(name: str | None, files: Mapping[str, bytes], *, titled: bool = True) -> OwnLinks:
    return OwnLinks() if name is None else read_links(name, files[name], titled=titled)


def _template(name: str | None, files: Mapping[str, bytes]) -> str:
    if name is None:
        return front.DEFAULT
    text = front.without_comments(decode(files[name]).text.lstrip("\ufeff"))
    mistakes = tuple(
        Mistake(f"line {number}", f"{place} is not known", f"choose one of {front.NAMES}")
        for number, place in front.unknown_places(text)
    )
    if mistakes:
        raise ConfigError(name, mistakes)
    return text
