"""The interfaces: where a part of mirrorpress can be exchanged for another of its kind.

Five, each one or two methods wide. Our own implementations are found by name through entry
points (groups `mirrorpress.sources`, `mirrorpress.layouts`, `mirrorpress.targets`), and so are
those of others. A kind may declare options (see `options.py`).
docs/extending.md has a worked example of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol, runtime_checkable

from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    Index,
    ListPage,
    NotModified,
    Output,
    OutputInfo,
    Page,
    PathCounter,
    Problem,
    PublishResult,
    Request,
    Site,
    Source,
    TrackedList,
)


class SourceKind(Protocol):
    """Reads the index of a source. Pure: bytes in, entries out."""

    def __call__(self, page: Page, source: Source) -> Index:
        """What the index says.

        Raises:
            ReadError: the bytes are not an index of this kind at all. Ill-formed places that can
                be skipped are reported in `Index.problems` instead.
        """


class Fetcher(Protocol):
    """The only way to the network."""

    async def fetch(self, request: Request) -> Page | NotModified:
        """The response to a request, redirects followed.

        Raises:
            FetchError: no usable response came.
        """

    async def aclose(self) -> None:
        """Close every connection."""


class Layout(Protocol):
    """Renders an edition: the pages of articles, of lists, and the files that all share.

    Pure and deterministic: the same value gives the same bytes, on any machine.
    """

    version: str  # changes whenever the same value would render other bytes

    def path(self, summary: ArticleSummary, site: Site, count: PathCounter) -> str:
        """Where the page of an article is to be. It is asked once: a path never changes.

        Articles get their paths in order of publication within a round. What arrives late comes
        after those of earlier rounds.
        """

    def picture_path(
        self, asset: Asset, summary: ArticleSummary, site: Site, count: PathCounter
    ) -> str:
        """Where a picture is to be, of which `summary` is the first article that shows it."""

    def article(self, page: ArticlePage, site: Site) -> tuple[Output, ...]:
        """The page of an article, at `page.summary.path`, and files that belong to it."""

    def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
        """The lists that are there even without articles.

        One that shows more than its own articles is rendered in every round with news.
        """

    def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
        """The lists that name an article. They are rendered when it changes."""

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        """One page of a list, and files that belong to it."""

    def static_files(self, site: Site) -> tuple[Output, ...]:
        """Files that depend on nothing but the site: style sheet, help, public key."""


@runtime_checkable
class NamesFiles(Protocol):
    """Options of a layout that name files of the operator.

    The layout is made of its options and a mapping of these names to the files' contents.
    """

    def file_names(self) -> tuple[str, ...]:
        """Their names, relative to the folder of mirror.toml."""


@runtime_checkable
class FollowsOperator(Protocol):
    """A layout that shows what the operator wrote by hand."""

    def picked(self) -> tuple[str, ...]:
        """Web addresses of articles that are to be in the mirror."""

    def problems(self, site: Site) -> tuple[Problem, ...]:
        """Lines of the operator's files that cannot be used."""


@runtime_checkable
class TracksLists(Protocol):
    """A layout whose article pages depend on lists: `ArticlePage.within` names those they are in.

    When an article enters or leaves such a list, its page is rendered again.
    """

    def tracked(self, summary: ArticleSummary | None, site: Site) -> tuple[TrackedList, ...]:
        """The lists on which the page of an article depends.

        Without an article: those of them that can change though no article in them did.
        """

    def keeps(self, page: ArticlePage) -> bool:
        """Whether an article keeps its page; else a note stands there, and shows no picture."""


class Check(Enum):
    """How far a target looks for damage in what it holds already."""

    CHANGES = "changes"  # files that changed since the last publication, as a round does
    SIZES = "sizes"  # besides, that every file is there and has its size
    BYTES = "bytes"  # every byte of every file


class SealedEdition(Protocol):
    """An edition as a target is given it: sealed, whole, and readable piece by piece."""

    @property
    def edition(self) -> str:
        """Its name."""

    @property
    def prefix(self) -> str:
        """ "" or a folder in the target ("web/"), where it carries several editions."""

    @property
    def sequence(self) -> int:
        """Grows by one with each change of the edition."""

    @property
    def sealed(self) -> datetime:
        """UTC; the newest time of anything in it, not that of this run."""

    @property
    def forced(self) -> bool:
        """Whether it replaces whatever is at the target (`--force`)."""

    @property
    def check(self) -> Check:
        """How far to look for damage. Hosts that address content by its hash need no look."""

    def files(self) -> Iterator[OutputInfo]:
        """Every file of the edition, in the order of the paths' bytes."""

    def changed_since(self, sequence: int) -> Iterator[OutputInfo]:
        """Files added or changed after that sequence number, in the order of the paths' bytes."""

    def removed_since(self, sequence: int) -> Iterator[str]:
        """Paths that were in the edition at that sequence number or later and are not now."""

    def content(self, path: str) -> bytes:
        """The bytes of one file."""


@dataclass(frozen=True, slots=True)
class TargetState:
    """What a target held of an edition when it last ended well."""

    sequence: int
    revision: str | None  # as in the result


class TargetKind(Protocol):
    """Carries editions to one place, and leaves it either as it was or up to date."""

    def publish(
        self, editions: tuple[SealedEdition, ...], delivered: dict[str, TargetState]
    ) -> PublishResult:
        """Bring the target up to date.

        Args:
            editions: the editions that the target carries.
            delivered: by edition name, what the last good publication left there; no entry for
                an edition that was never delivered. The target checks that it is still so and
                delivers the whole edition where it is not.

        Raises:
            TargetAhead: the target holds a state of an edition that the store does not know
                (see `publish.standing`); it is as it was.
            PublishError: the target could not be brought up to date; it is as it was, or the
                next call completes it.
        """


@runtime_checkable
class Adoptable(Protocol):
    """A target that can be read, so that a mirror can take over what it holds."""

    def reading(self) -> AbstractContextManager[Callable[[Iterable[str]], dict[str, bytes]]]:
        """A function that gives the contents of files there, by path; absent ones are left out.

        Raises:
            PublishError: the target cannot be reached.
        """


@runtime_checkable
class NamesArticles(Protocol):
    """Options of a source kind that name the articles themselves, instead of an index."""

    @property
    def urls(self) -> tuple[str, ...]:
        """Their addresses. The source kind is given them as a page, one a line."""


@runtime_checkable
class WithExtras(Protocol):
    """Options of a target kind that leave files of others in the place (see docs/manifest.md)."""

    @property
    def extras(self) -> tuple[str, ...]:
        """Their paths in the edition; of a folder, with a slash at the end."""
