"""Step 6: render the pages that changed, and sign the edition.

1. Every article that changed since the edition was last rendered is rendered again.
2. So is every page of a list whose entries differ from what it showed.
3. A file whose bytes are as they were is not touched, so that nothing after this step sees it.
4. The checksum files of folders in which something changed are written again, up to the root, and
   signed.

An article that cannot be rendered is quarantined and left out of every edition; a list that cannot
be rendered stays as it was. The rest is published.

An edition whose layout or site changed is rendered whole. Cut off at any point, the step
begins again at its first article, and ends with the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    Edition,
    Image,
    Output,
    Picture,
    Revision,
    Site,
)
from mirrorpress.model.walk import images
from mirrorpress.pipeline.components import Components
from mirrorpress.pipeline.manifest import extras_of, sign_edition
from mirrorpress.pipeline.members import TrackedMembers
from mirrorpress.pipeline.outputs import ARTICLE, STATIC, Outputs
from mirrorpress.pipeline.quarantine import hold_article
from mirrorpress.pipeline.render_lists import ListRenderer
from mirrorpress.pipeline.tasks import batches
from mirrorpress.progress import Failure, Summary
from mirrorpress.protocols import FollowsOperator, Layout, TracksLists
from mirrorpress.publish import checksums
from mirrorpress.store.articles import mentioned

RENDER = "render"  # name of the step as reporters hear it
BATCH = 200  # articles rendered in one transaction
MAX_PASSES = 5  # over all editions; a second one is needed only where an article failed


def render_editions(components: Components, summary: Summary) -> int:
    """Bring every edition up to date with the store; how many of their files changed.

    An article that fails in one edition is taken out of those that were rendered before it.
    """
    changed = 0
    for _ in range(MAX_PASSES):
        editions = [
            edition for edition in components.settings.editions if _behind(components, edition)
        ]
        if not editions:
            break
        components.reporter.start(RENDER, 0)
        changed += sum(
            EditionRenderer(components, edition, summary).render() for edition in editions
        )
        components.reporter.finish(RENDER)
    for edition in components.settings.editions:
        _report_own_files(components, edition, summary)
    return changed


def _report_own_files(components: Components, edition: Edition, summary: Summary) -> None:
    """Report what the operator wrote for an edition and cannot be used."""
    layout, shown = components.layouts[edition.name], site(components)
    if not isinstance(layout, FollowsOperator):
        return
    for one in layout.problems(shown):
        place = f"{one.file}, line {one.line}"
        summary.failed.append(Failure(edition.name, place, one.cause))
    lookups = (one for each in layout.standing_lists(shown) for one in each.lookup)
    for path in sorted({one for one in lookups if one.startswith("/")}):
        if not components.store.editions.has(edition.name, path[1:]):
            summary.failed.append(Failure(edition.name, path, "there is no such page here"))


def site(components: Components) -> Site:
    """What every page shares."""
    settings = components.settings
    return Site(
        name=settings.name,
        languages=settings.languages,
        timezone=settings.timezone,
        contact=settings.contact,
        sources=settings.sources,
        public_key=components.key.public.line if components.key else None,
        addresses=settings.addresses,
        channels=settings.channels,
    )


def _fingerprint(components: Components, edition: Edition) -> str:
    """Of everything but the articles that an edition's bytes hang on."""
    shown = site(components)
    named = [(source.name, source.title) for source in shown.sources]
    facts = (components.layouts[edition.name].version, edition, replace(shown, sources=()), named)
    # Without these an edition is as it was before they were known.
    said = tuple(more for more in (components.statements, extras_of(components, edition)) if more)
    return hashlib.sha256(repr((*facts, *said)).encode("utf-8")).hexdigest()


def _digest(standing: tuple[ArticleList, ...]) -> str:
    """Equal for the same standing lists."""
    return hashlib.sha256(repr(standing).encode("utf-8")).hexdigest()


def _behind(components: Components, edition: Edition) -> bool:
    state = components.store.editions.state(edition.name)
    if state.sequence == 0 and components.store.articles.count() == 0:
        return False  # a mirror that holds nothing yet must not render over one that does
    shown = site(components)
    return (
        state.fingerprint != _fingerprint(components, edition)
        or state.built != components.store.changes.current()
        or state.standing != _digest(components.layouts[edition.name].standing_lists(shown))
        or components.store.editions.unsealed(edition.name)
    )


class EditionRenderer:
    """Renders one edition."""

    def __init__(self, components: Components, edition: Edition, summary: Summary) -> None:
        self._components = components
        self._summary = summary
        self._edition = edition
        self._layout: Layout = components.layouts[edition.name]
        self._site = site(components)
        self._store = components.store
        self._outputs = Outputs(components.store, edition.name)
        self._members = TrackedMembers(components.store, edition.name)
        self._tracking = self._layout if isinstance(self._layout, TracksLists) else None
        self._count = partial(components.store.paths.next_number, edition.name)
        self._lists = ListRenderer(
            components, edition.name, self._layout, self._site, self._outputs, summary
        )

    def render(self) -> int:
        """Render and sign what changed; how many files did, without those of the manifest."""
        since = self._begin()
        touched = self._remove_held() | self._departed(since)
        self._assign_paths(since)
        touched |= self._render_articles(self._changed(since))
        change = self._store.changes.current()
        standing = self._layout.standing_lists(self._site)
        self._render_lists(touched | {one for one in standing if since == 0 or one.shows_more})
        with self._store.transaction():
            self._outputs.keep(STATIC, self._layout.static_files(self._site))
            if since == 0:
                self._outputs.remove_leftovers()
            sign_edition(self._components, self._edition, self._site, self._outputs)
            self._store.editions.built(self._edition.name, change, _digest(standing))
            self._members.keep()
        return self._outputs.changed

    def _begin(self) -> int:
        """The change up to which the edition is rendered; 0: all of it is rendered now."""
        editions, name = self._store.editions, self._edition.name
        fingerprint = _fingerprint(self._components, self._edition)
        with self._store.transaction():
            if editions.state(name).fingerprint != fingerprint:
                editions.begin(name, fingerprint)
            self._store.paths.use_layout(name, f"{self._edition.format}.{self._edition.layout}")
            since = editions.state(name).built
            if since == 0:
                editions.forget_pages(name)
        return since

    def _departed(self, since: int) -> set[ArticleList]:
        """The lists that an article left."""
        left = self._store.articles.departed_since(since)
        return {one for summary in left for one in self._layout.lists(summary, self._site)}

    # Pages

    def _assign_paths(self, since: int) -> None:
        """Give paths to the articles that have none, before any page links to them."""
        for batch in batches(self._store.paths.missing(self._edition.name, since), BATCH):
            with self._store.transaction():
                for article_id in batch:
                    self._assign_path(article_id)

    def _assign_path(self, article_id: str) -> None:
        """Give an article its path; one that gets none is held."""
        try:
            with self._store.savepoint():
                summary = self._store.articles.summary(article_id)
                self._assign(article_id, self._layout.path(summary, self._site, self._count))
        except Exception as error:
            hold_article(self._components, self._summary, article_id, error)

    def _assign(self, subject: str, path: str) -> str:
        self._store.paths.assign(self._edition.name, subject, checksums.checked_path(path))
        return path

    def _changed(self, since: int) -> tuple[str, ...]:
        """The articles whose pages may look different, in order of publication.

        Those that entered or left a list on which their pages depend come last.
        """
        changed = self._store.articles.changed_since(since)
        if self._tracking is None:
            return changed
        held = self._store.quarantine.subjects("article")
        lists = {*self._tracking.tracked(None, self._site)}
        for article_id in (*changed, *held):
            summary = self._store.articles.summary(article_id)
            lists.update(self._tracking.tracked(summary, self._site))
        moved = self._members.look(lists)
        shown = self._store.articles.shown(moved.difference(changed))
        return (*changed, *sorted(shown))

    def _render_articles(self, changed: Sequence[str]) -> set[ArticleList]:
        """Render the articles that changed; the lists that change with them."""
        touched: set[ArticleList] = set()
        for batch in batches(changed, BATCH):
            self._components.reporter.expect(RENDER, len(batch))
            with self._store.transaction():
                for article_id in batch:
                    touched |= self._render_article(article_id)
                    self._components.reporter.advance(RENDER)
        return touched

    def _render_article(self, article_id: str) -> set[ArticleList]:
        """Render an article; the lists that it is in. One that cannot be rendered is held."""
        try:
            with self._store.savepoint():
                page = self._page(article_id)
                files = self._page_files(page)
                self._outputs.keep(f"{ARTICLE}{article_id}", (*files, *self._picture_files(page)))
                return set(self._layout.lists(page.summary, self._site))
        except Exception as error:
            hold_article(self._components, self._summary, article_id, error)
            return self._remove(article_id)

    def _remove_held(self) -> set[ArticleList]:
        """Take held articles out of the edition; the lists that they were in."""
        touched: set[ArticleList] = set()
        with self._store.transaction():
            for article_id in self._store.quarantine.subjects("article"):
                touched |= self._remove(article_id)
        return touched

    def _remove(self, article_id: str) -> set[ArticleList]:
        if not self._outputs.keep(f"{ARTICLE}{article_id}", ()):
            return set()  # it was in no list: those name only what has a page
        return set(self._layout.lists(self._store.articles.summary(article_id), self._site))

    def _page(self, article_id: str) -> ArticlePage:
        summary = self._store.articles.summary(article_id, self._edition.name)
        revision = self._store.articles.revision(article_id)
        return ArticlePage(
            summary=summary,
            revision=revision,
            pictures=self._pictures(summary, images(revision.article)),
            also=self._store.lists.others(summary, self._edition.name),
            copies=self._copies(revision),
            changes=self._store.articles.changes(article_id) if summary.changed else (),
            follows=None if summary.story else self._store.lists.story_before(article_id),
            within=self._within(article_id),
        )

    def _copies(self, revision: Revision) -> dict[str, str]:
        """The paths of the articles of the edition to which an article links, by address."""
        own = (revision.url, revision.article.url)
        addresses = (one for one in mentioned(revision.article) if one not in own)
        return self._store.articles.paths_of(self._edition.name, addresses)

    def _within(self, article_id: str) -> frozenset[str] | None:
        return self._members.lists_of(article_id) if self._tracking else None

    def _pictures(self, summary: ArticleSummary, shown: Iterable[Image]) -> dict[str, Picture]:
        if not self._edition.pictures:
            return {}
        found = self._store.pictures.of(image.url for image in shown)
        return {
            url: Picture(asset=asset, path=self._picture_path(asset, summary))
            for url, asset in found.items()
        }

    def _picture_path(self, asset: Asset, summary: ArticleSummary) -> str:
        """The path of a picture; one that no article showed before gets it now."""
        path = self._store.paths.of(self._edition.name, asset.id)
        if path is not None:
            return path
        path = self._layout.picture_path(asset, summary, self._site, self._count)
        return self._assign(asset.id, path)

    def _page_files(self, page: ArticlePage) -> tuple[Output, ...]:
        """The files of an article's page, at each of its paths."""
        files = self._layout.article(page, self._site)
        for path in self._store.paths.further(self._edition.name, page.summary.id):
            also = replace(page, summary=replace(page.summary, path=path))
            there = {file.path for file in files}
            more = self._layout.article(also, self._site)
            files = (*files, *(file for file in more if file.path not in there))
        return files

    def _picture_files(self, page: ArticlePage) -> tuple[Output, ...]:
        if self._tracking and not self._tracking.keeps(page):
            return ()
        files = {picture.path: picture.asset.id for picture in page.pictures.values()}
        return tuple(Output(path=path, asset=asset) for path, asset in files.items())

    def _render_lists(self, touched: set[ArticleList]) -> None:
        lists = self._lists.all_of(touched)
        self._components.reporter.expect(RENDER, len(lists))
        for batch in batches(lists, BATCH):
            with self._store.transaction():
                for one in batch:
                    self._lists.render(one)
                    self._components.reporter.advance(RENDER)
