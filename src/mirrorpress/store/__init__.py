"""Step 4, store: sources, articles with every revision, pictures, stories and rendered editions.

One SQLite file, embedded, written by one process at a time. `open_store` opens it and brings its
schema up to date; each subject has a room of its own on the `Store` that it returns.
"""

from mirrorpress.store.articles import Articles, Kept
from mirrorpress.store.database import Database
from mirrorpress.store.editions import Editions, EditionState
from mirrorpress.store.entries import DueEntry, Entries, SourceState
from mirrorpress.store.lists import ArticleLists
from mirrorpress.store.lock import hold
from mirrorpress.store.pictures import Pictures
from mirrorpress.store.quarantine import Quarantine, Quarantined
from mirrorpress.store.store import Store, open_store

__all__ = [
    "ArticleLists",
    "Articles",
    "Database",
    "DueEntry",
    "EditionState",
    "Editions",
    "Entries",
    "Kept",
    "Pictures",
    "Quarantine",
    "Quarantined",
    "SourceState",
    "Store",
    "hold",
    "open_store",
]
