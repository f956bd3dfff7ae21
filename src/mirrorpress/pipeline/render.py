"""Step 6: print the pages that changed, and sign what came out.

1. Every article that changed since the edition was last printed is printed anew.
2. So is every list in which one of them stands.
3. A file whose bytes are as they were is not touched, so that nothing after this step sees it.
4. The checksum files of folders in which something changed are made anew, up to the root, and
   signed.

An article that cannot be rendered is quarantined and left out of every edition; a list that cannot
be rendered stays as it was. The rest is published.

An edition whose layout or site changed is printed whole. Cut off at any point, the step
begins again at its first article, and ends with the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from mirrorpress.errors import RunError
from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    Edition,
    Image,
    Output,
    Picture,
    Site,
)
from mirrorpress.model.walk import images
from mirrorpress.pipeline.components import Components
from mirrorpress.pipeline.list_pages import ListPages, Planned
from mirrorpress.pipeline.quarantine import hold_article, hold_list
from mirrorpress.progress import Summary
from mirrorpress.protocols import Layout, WithExtras
from mirrorpress.publish import checksums, manifest, succession

T = TypeVar("T")
RENDER = "render"  # name of the step as reporters hear it
BATCH = 200  # articles printed in one transaction
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
        changed += sum(Printer(components, edition, summary).print() for edition in editions)
        components.reporter.finish(RENDER)
    return changed


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
    )


def _fingerprint(components: Components, edition: Edition) -> str:
    """Of everything but the articles that an edition's bytes hang on."""
    shown = site(components)
    named = [(source.name, source.title) for source in shown.sources]
    facts = (components.layouts[edition.name].version, edition, replace(shown, sources=()), named)
    # Without these an edition is as it was before they were known.
    said = tuple(more for more in (components.statements, extras_of(components, edition)) if more)
    return hashlib.sha256(repr((*facts, *said)).encode("utf-8")).hexdigest()


def extras_of(components: Components, edition: Edition) -> tuple[str, ...]:
    """The files and folders of others at the targets that carry an edition, sorted."""
    targets = [one for one in components.settings.targets if edition.name in one.editions]
    known = [one.options.extras for one in targets if isinstance(one.options, WithExtras)]
    return tuple(sorted({extra for extras in known for extra in extras}))


def _behind(components: Components, edition: Edition) -> bool:
    state = components.store.editions.state(edition.name)
    if state.sequence == 0 and components.store.articles.count() == 0:
        return False  # a mirror that holds nothing yet must not print over one that does
    return (
        state.fingerprint != _fingerprint(components, edition)
        or state.built != components.store.articles.change()
        or components.store.editions.unsealed(edition.name)
    )


class Printer:
    """Prints one edition."""

    def __init__(self, components: Components, edition: Edition, summary: Summary) -> None:
        self._components = components
        self._summary = summary
        self._edition = edition
        self._layout: Layout = components.layouts[edition.name]
        self._site = site(components)
        self._store = components.store
        self._lists = ListPages(components.store, edition.name, self._site)
        self._changed = 0
        self._printed = set[str]()  # subjects, articles apart
        self._left_alone = set[str]()  # subjects of lists that are held

    def print(self) -> int:
        """Print and sign what changed; the number of files that did, without the manifest's own."""
        since = self._begin()
        touched = self._remove_held() | self._departed(since)
        changed = self._store.articles.changed_since(since)
        touched |= self._print_articles(self._assign_paths(changed))
        change = self._store.articles.change()
        self._print_lists(touched | {*self._layout.standing_lists})
        with self._store.transaction():
            self._keep("static", self._layout.static_files(self._site))
            if since == 0:
                self._remove_leftovers()
            self._sign()
            self._store.editions.built(self._edition.name, change)
        return self._changed

    def _begin(self) -> int:
        """The change up to which the edition is printed; 0: all of it is printed now."""
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
        return {one for summary in left for one in self._layout.lists(summary)}

    def _remove_leftovers(self) -> None:
        """Remove files of lists that the layout no longer has; the whole edition was printed."""
        for subject in self._store.editions.subjects(self._edition.name):
            known = subject in self._printed or subject.partition("#")[0] in self._left_alone
            if not known and not subject.startswith("manifest:"):
                self._keep(subject, ())

    # Pages

    def _assign_paths(self, changed: tuple[str, ...]) -> list[str]:
        """Give paths to the articles that have none, before any page links to them.

        Returns those of `changed` that have one.
        """
        found: list[str] = []
        for batch in _batches(changed, BATCH):
            with self._store.transaction():
                found += [article_id for article_id in batch if self._has_path(article_id)]
        return found

    def _has_path(self, article_id: str) -> bool:
        """Whether an article has a path, or gets one now; one that gets none is held."""
        if self._store.paths.of(self._edition.name, article_id) is not None:
            return True
        try:
            with self._store.savepoint():
                summary = self._store.articles.summary(article_id)
                self._assign(article_id, self._layout.path(summary, self._site))
        except Exception as error:
            hold_article(self._components, self._summary, article_id, error)
            return False
        return True

    def _assign(self, subject: str, path: str) -> str:
        wanted = checksums.checked_path(path)
        name, most = self._edition.name, self._layout.max_files
        return self._store.paths.assign(name, subject, wanted, most)

    def _print_articles(self, changed: Sequence[str]) -> set[ArticleList]:
        """Print the articles that changed; the lists that change with them."""
        touched: set[ArticleList] = set()
        for batch in _batches(changed, BATCH):
            self._components.reporter.expect(RENDER, len(batch))
            with self._store.transaction():
                for article_id in batch:
                    touched |= self._print_article(article_id)
                    self._components.reporter.advance(RENDER)
        return touched

    def _print_article(self, article_id: str) -> set[ArticleList]:
        """Print an article; the lists that it is in. One that cannot be printed is held."""
        try:
            with self._store.savepoint():
                page = self._page(article_id)
                output = self._layout.article(page, self._site)
                self._keep(f"article:{article_id}", (output, *self._picture_files(page)))
                return set(self._layout.lists(page.summary))
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
        before = self._changed
        self._keep(f"article:{article_id}", ())
        if self._changed == before:
            return set()  # it was in no list: those name only what has a page
        return set(self._layout.lists(self._store.articles.summary(article_id)))

    def _page(self, article_id: str) -> ArticlePage:
        summary = self._store.articles.summary(article_id, self._edition.name)
        revision = self._store.articles.revision(article_id)
        return ArticlePage(
            summary=summary,
            revision=revision,
            pictures=self._pictures(summary, images(revision.article)),
            also=self._store.lists.others(summary, self._edition.name),
        )

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
        return self._assign(asset.id, self._layout.picture_path(asset, summary, self._site))

    def _picture_files(self, page: ArticlePage) -> tuple[Output, ...]:
        files = {picture.path: picture.asset.id for picture in page.pictures.values()}
        return tuple(Output(path=path, asset=asset) for path, asset in files.items())

    # Lists

    def _print_lists(self, touched: set[ArticleList]) -> None:
        around = {other for one in touched for other in self._store.lists.around(one) if other}
        ordered = sorted(touched | around, key=lambda one: one.key)
        self._components.reporter.expect(RENDER, len(ordered))
        for batch in _batches(ordered, BATCH):
            with self._store.transaction():
                for one in batch:
                    self._print_list(one)
                    self._components.reporter.advance(RENDER)

    def _print_list(self, article_list: ArticleList) -> None:
        """Print a list. Where that fails, the articles are held at which it does, or the list."""
        subject = f"{self._edition.name}:{article_list.key}"
        if self._store.quarantine.holds("list", "", subject):
            self._left_alone.add(f"list:{article_list.key}")
            return
        try:
            with self._store.savepoint():
                self._render_list(article_list)
        except Exception as error:
            self._left_alone.add(f"list:{article_list.key}")
            if not self._hold_culprits(article_list):
                hold_list(self._components, self._summary, subject, error)

    def _render_list(self, article_list: ArticleList) -> None:
        """Print the pages of a list that changed, and remove those that it has no more."""
        key, name = article_list.key, self._edition.name
        before = self._store.editions.page_digests(name, key)
        for planned in self._planned(article_list):
            number = planned.cut.number or 0
            self._printed.add(f"list:{key}#{number}")
            if before.pop(number, None) == planned.digest:
                continue
            output = self._layout.list_page(self._lists.page(planned), self._site)
            self._keep(f"list:{key}#{number}", (output,))
            self._store.editions.note_page(name, key, number, planned.digest)
        for number in before:
            self._keep(f"list:{key}#{number}", ())
            self._store.editions.note_page(name, key, number, None)

    def _planned(self, article_list: ArticleList) -> tuple[Planned, ...]:
        """The pages of a list; none where nothing is in it, unless it is there all the same."""
        planned = self._lists.planned(article_list)
        standing = article_list in self._layout.standing_lists
        return planned if standing or any(one.is_filled for one in planned) else ()

    def _hold_culprits(self, article_list: ArticleList) -> bool:
        """Hold the articles that a list cannot show; whether there are any.

        The list is rendered again in the next pass, as each of them counts as a change.
        """
        found = False
        try:
            pages = [self._lists.page(planned) for planned in self._planned(article_list)]
        except Exception:  # a damaged row: nobody knows which
            return False
        for page in pages:
            shown = {*page.summaries, *(each for story in page.stories for each in story)}
            for summary in sorted(shown, key=lambda each: each.id):
                try:
                    alone = replace(page, summaries=(summary,), first=summary, stories=())
                    self._layout.list_page(alone, self._site)
                except Exception as error:
                    hold_article(self._components, self._summary, summary.id, error)
                    found = True
        return found

    # The signed manifest

    def _sign(self) -> None:
        """Make the printed files the edition's next state, unless nothing changed."""
        editions, name, key = self._store.editions, self._edition.name, self._components.key
        # First of all: another key is a change, even where no page shows it.
        self._file("public key", manifest.PUBLIC_KEY, key.public.file() if key else None)
        said = self._components.statements
        self._file("successor", manifest.SUCCESSOR, succession.written(said) if said else None)
        if not editions.unsealed(name) and not self._extras_changed():
            return
        state, time = editions.state(name), self._store.articles.newest()
        descriptor = manifest.Descriptor(
            mirror=self._site.name,
            edition=name,
            sequence=state.sequence + 1,
            time=time,
            key=self._site.public_key,
            addresses=self._site.addresses,
            previous=state.root,
            extras=extras_of(self._components, self._edition),
        )
        self._file("descriptor", manifest.DESCRIPTOR, manifest.descriptor(descriptor))
        root = self._list_folders()
        self._check_extras(descriptor.extras, root)
        signature = key.sign(root, manifest.trusted_comment(descriptor)) if key else None
        self._file("signature", checksums.SIGNATURE, signature)
        if key is not None:
            self._store.signatures.note(key.public.line, self._components.clock())
        editions.mark_sealed(name, hashlib.sha256(root).hexdigest(), time)

    def _extras_changed(self) -> bool:
        """Whether the sealed mirror.json names others than the settings do."""
        try:
            described = self._store.editions.content(self._edition.name, manifest.DESCRIPTOR)
        except KeyError:  # an adopted edition, until something in it changes
            return False
        return manifest.parse_descriptor(described).extras != extras_of(
            self._components, self._edition
        )

    def _check_extras(self, extras: tuple[str, ...], root: bytes) -> None:
        """Refuse extras that would hide files added to the edition's own.

        Raises:
            RunError: the edition has such a file or folder at its root, or there are too many.
        """
        if len(extras) > manifest.MAX_EXTRAS:
            raise RunError(f"`extras` in [[target]] are more than {manifest.MAX_EXTRAS} in all")
        own = {name.partition("/")[0].casefold() for name in checksums.names_in(root)}
        for extra in extras:
            if extra.partition("/")[0].casefold() in own:
                raise RunError(
                    f"the edition {self._edition.name} has a file or folder "
                    f"{extra.partition('/')[0]} itself; take {extra} out of `extras` in [[target]]"
                )

    def _list_folders(self) -> bytes:
        """Make the checksum files anew that no longer tell what is there; the root's bytes."""
        waiting = {
            above
            for folder in self._store.editions.touched_folders(self._edition.name)
            for above in checksums.folders_above(checksums.path_in(folder))
        }
        sums = b""
        for folder in sorted(waiting, key=checksums.deepest_first):
            entries = [
                (checksums.listed_as(path), sha256)
                for path, sha256 in self._store.editions.listed_in(self._edition.name, folder)
            ]
            sums = checksums.written(entries) if entries else b""
            self._file(f"checksums:{folder}", checksums.path_in(folder), sums or None)
        return sums

    def _file(self, subject: str, path: str, content: bytes | None) -> None:
        outputs = () if content is None else (Output(path=path, content=content),)
        self._print(f"manifest:{subject}", outputs)

    def _keep(self, subject: str, outputs: Iterable[Output]) -> None:
        if not subject.startswith("article:"):
            self._printed.add(subject)
        self._changed += self._print(subject, tuple(outputs))

    def _print(self, subject: str, outputs: tuple[Output, ...]) -> int:
        listed = {output.path: checksums.listed_in(output.path) for output in outputs}
        return self._store.editions.print(self._edition.name, subject, outputs, listed)


def _batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
