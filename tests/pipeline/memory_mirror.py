"""A mirror in memory with plain doubles of its seams: a layout that tells all, a target that holds.

The layout prints the `repr` of what it is given, so that a page differs whenever anything in it
does: a page that the press forgets to print anew cannot hide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mirrorpress.config import Settings
from mirrorpress.errors import PublishError
from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    Edition,
    ListPage,
    Output,
    PathCounter,
    PublishResult,
    Site,
    Source,
    Target,
)
from mirrorpress.pipeline import Components, decide, group_articles, render_editions
from mirrorpress.progress import Silent, Summary
from mirrorpress.protocols import SealedEdition, TargetState
from mirrorpress.publish import manifest
from mirrorpress.publish.minisign import SigningKey
from mirrorpress.render import lists, paths
from mirrorpress.store import Store, open_store
from store.samples import NOON, picture, revision

KEY = SigningKey(bytes.fromhex("0102030405060708"), bytes(range(32)))
ZONE = "Asia/Shanghai"
PAGE = 4  # lines on one page of a list
FRONT = replace(lists.FRONT, stories=3, page_size=PAGE)
WEB = Edition(name="web", format="web", layout="site")
GIT = Edition(name="git", format="markdown", layout="almanac", pictures=False)
SETTINGS = Settings(
    directory=Path("mirror"),
    name="Harbour mirror 港口",
    timezone=ZONE,
    sources=(
        Source(name="gazette", title="The Gazette"),
        Source(name="courier", title="Le Courrier"),
    ),
    editions=(WEB,),
    targets=(Target(name="disk", kind="memory", url="", editions=("web",)),),
)


class Plain:
    """A `Layout` whose pages are what they were printed from."""

    version = "1"

    def path(self, summary: ArticleSummary, site: Site, count: PathCounter) -> str:
        return paths.article_path(summary, ".txt", count)

    def picture_path(
        self, asset: Asset, summary: ArticleSummary, site: Site, count: PathCounter
    ) -> str:
        return paths.picture_path(asset, summary, count)

    def article(self, page: ArticlePage, site: Site) -> tuple[Output, ...]:
        shown = (site.name, site.source(page.summary.source).title, page)
        return (Output(path=page.summary.path, content=_bytes(shown)),)

    def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
        return FRONT, *lists.every_marked()

    def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
        _, *found = lists.lists_of(summary)
        return (FRONT, *(replace(one, page_size=PAGE) for one in found))

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        path = paths.list_path(page.article_list, ".txt", page.number)
        return (Output(path=path, content=_bytes((site.name, page))),)

    def static_files(self, site: Site) -> tuple[Output, ...]:
        return (Output(path="style.css", content=_bytes(site.languages)),)


def _bytes(value: object) -> bytes:
    return repr(value).encode("utf-8")


class CutOff(Plain):
    """A `Plain` layout that fails at the nth page it is asked for, as a power cut would."""

    def __init__(self, *, article: int = -1, list_page: int = -1) -> None:
        self._left = {"article": article, "list_page": list_page}

    def _count(self, kind: str) -> None:
        self._left[kind] -= 1
        if self._left[kind] == 0:
            raise KeyboardInterrupt

    def article(self, page: ArticlePage, site: Site) -> tuple[Output, ...]:
        self._count("article")
        return super().article(page, site)

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        self._count("list_page")
        return super().list_page(page, site)


@dataclass
class MemoryTarget:
    """A `TargetKind` that follows what changed, and fails when it is told to."""

    name: str = "disk"
    failing: bool = False
    files: dict[str, bytes] = field(default_factory=dict)
    told: list[dict[str, TargetState]] = field(default_factory=list)  # `delivered` of each call

    def publish(
        self, editions: tuple[SealedEdition, ...], delivered: dict[str, TargetState]
    ) -> PublishResult:
        self.told.append(delivered)
        if self.failing:
            raise PublishError("the disk is gone; bring it back", target=self.name)
        before = dict(self.files)
        for one in editions:
            since = delivered[one.edition].sequence if one.edition in delivered else 0
            for path in one.removed_since(since):
                self.files.pop(one.prefix + path, None)
            for info in one.changed_since(since):
                self.files[one.prefix + info.path] = one.content(info.path)
        return PublishResult(
            target=self.name,
            added=len(self.files.keys() - before.keys()),
            changed=sum(before.get(path, text) != text for path, text in self.files.items()),
            removed=len(before.keys() - self.files.keys()),
            revision=f"revision {len(self.told)}",
        )


class MemoryMirror:
    """A mirror to which articles are brought by hand."""

    def __init__(
        self,
        settings: Settings = SETTINGS,
        *,
        folder: Path | None = None,
        key: SigningKey | None = KEY,
        targets: Iterable[MemoryTarget] = (),
    ) -> None:
        self.summary = Summary()  # of all that was printed
        self.components = Components(
            settings=settings,
            store=open_store(folder),
            readers={},
            layouts={edition.name: Plain() for edition in settings.editions},
            targets={target.name: target for target in targets},
            key=key,
            clock=lambda: NOON,
            reporter=Silent(),
        )

    @property
    def store(self) -> Store:
        return self.components.store

    def change(self, **settings: object) -> None:
        """Other settings from now on."""
        changed = replace(self.components.settings, **settings)  # type: ignore[arg-type]
        self.components = replace(self.components, settings=changed)

    def keep(
        self,
        name: str,
        *,
        source: str = "gazette",
        hours: float = 0,
        title: str | None = None,
        pictures: tuple[str, ...] = (),
        text: str = "It came in.",
        links: tuple[str, ...] = (),
    ) -> str:
        """A new article, or the next revision of one; its id."""
        published = NOON + timedelta(hours=hours)
        new = revision(
            name,
            source=source,
            published=published,
            title=title,
            pictures=pictures,
            text=text,
            links=links,
        )
        known = self.store.articles.known(new.id)
        self.store.articles.keep(
            replace(new, number=known.revision + 1 if known else 1),
            day=decide.day(published, self.components.settings.timezone),
            summary=f"Summary of {text}",
            sha256=decide.fingerprint(new.article),
        )
        return new.id

    def had(self, url: str, article: str) -> None:
        """A picture was had."""
        content = f"the bytes of {url}".encode()
        self.store.pictures.keep(url, picture(content), source="gazette", article=article)

    def render(self, layout: Plain | None = None) -> int:
        """Steps 5 and 6, with another layout for once; how many files changed."""
        components = self.components
        if layout is not None:
            components = replace(components, layouts=dict.fromkeys(components.layouts, layout))
        group_articles(components, self.summary)
        return render_editions(components, self.summary)

    def files(self, edition: str = "web") -> dict[str, bytes]:
        """Every file of an edition."""
        editions = self.store.editions
        return {info.path: editions.content(edition, info.path) for info in editions.files(edition)}

    def pages(self, edition: str = "web") -> dict[str, bytes]:
        """Every file but those of the manifest, which tell how often the edition changed."""
        files = self.files(edition)
        return {path: text for path, text in files.items() if not manifest.is_own(path)}

    def write(self, folder: Path, edition: str = "web") -> Path:
        """The edition as files in a folder."""
        for path, content in self.files(edition).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        return folder

    def close(self) -> None:
        self.store.close()


def later(hours: float) -> datetime:
    return (NOON + timedelta(hours=hours)).astimezone(UTC)
