"""robots.txt files kept between rounds, stored without making the event loop wait."""

from __future__ import annotations

from functools import partial

from mirrorpress.model import RobotsFile
from mirrorpress.pipeline.store_writer import StoreWriter
from mirrorpress.store import Store


class RobotsCache:
    """Reads from the store, and writes by way of its writer; a `RobotsMemory`.

    The fetcher itself remembers what it saved in this round.
    """

    def __init__(self, store: Store, writer: StoreWriter) -> None:
        self._store = store
        self._writer = writer

    def load(self, origin: str) -> RobotsFile | None:
        """What an origin answered; None where nothing is kept."""
        return self._store.robots.load(origin)

    def save(self, origin: str, file: RobotsFile) -> None:
        """Keep a response."""
        self._writer.post(partial(self._writer.store.robots.save, origin, file))
