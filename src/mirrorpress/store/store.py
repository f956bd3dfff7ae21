"""The store as a whole: one database, a room for each subject."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mirrorpress.errors import StoreError
from mirrorpress.store.articles import Articles
from mirrorpress.store.changes import Changes
from mirrorpress.store.database import Database
from mirrorpress.store.editions import Editions
from mirrorpress.store.entries import Entries
from mirrorpress.store.evidence import Evidence
from mirrorpress.store.history import History
from mirrorpress.store.hits import Hits
from mirrorpress.store.lists import ArticleLists
from mirrorpress.store.lock import alone
from mirrorpress.store.members import Members
from mirrorpress.store.pages import Pages
from mirrorpress.store.paths import Paths
from mirrorpress.store.pictures import Pictures
from mirrorpress.store.quarantine import Quarantine
from mirrorpress.store.retries import Retries
from mirrorpress.store.robots import Robots
from mirrorpress.store.signatures import Signatures
from mirrorpress.store.site_profiles import SiteProfiles
from mirrorpress.store.stories import Stories
from mirrorpress.store.usage import Usage

FILE = "mirror.sqlite"
MEMORY = ":memory:"


class Store:
    """Everything a mirror remembers."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.entries = Entries(database)
        self.changes = Changes(database)
        self.stories = Stories(database, self.changes)
        self.articles = Articles(database, self.changes, self.stories)
        self.pictures = Pictures(database, self.changes)
        self.evidence = Evidence(database)
        self.pages = Pages(database)
        self.site_profiles = SiteProfiles(database)
        self.lists = ArticleLists(database, self.stories)
        self.paths = Paths(database)
        self.editions = Editions(database)
        self.quarantine = Quarantine(database, self.changes)
        self.retries = Retries(database)
        self.usage = Usage(database)
        self.history = History(database)
        self.hits = Hits(database)
        self.members = Members(database)
        self.robots = Robots(database)
        self.signatures = Signatures(database)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together, or not at all."""
        with self._database.transaction():
            yield

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of a transaction that is taken back alone where it fails."""
        with self._database.savepoint():
            yield

    def second(self) -> Store:
        """The same store over a connection of its own, for a thread that writes to it.

        What one commits, the other reads from then on. A store in memory is its own second.
        """
        path = self._database.path
        return self if path == MEMORY else Store(Database(path, any_thread=True))

    def close(self) -> None:
        self._database.close()


def open_store(folder: Path | None) -> Store:
    """The store in a folder; in memory where that is None.

    Raises:
        StoreError: it cannot be opened.
    """
    if folder is None:
        return Store(Database(MEMORY))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder} cannot be made ({error.strerror})") from error
    with alone(folder):
        return Store(Database(folder / FILE))
