"""Pictures: which address gave which asset, and the assets with their bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mirrorpress.model import Asset, NewAsset
from mirrorpress.store.changes import Changes
from mirrorpress.store.database import Database

GIVEN_UP = 3  # value of `attempts` of a picture that is not tried again


@dataclass(frozen=True, slots=True)
class PictureState:
    """What is known of a picture's address."""

    asset: str | None
    decided: bool  # no try is due now


class Pictures:
    """The room of pictures and assets."""

    def __init__(self, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes

    def state(self, url: str, now: datetime) -> PictureState:
        """What is known of a picture at the source."""
        row = self._database.row("SELECT asset, attempts FROM pictures WHERE url = ?", url)
        if row is None:
            return PictureState(None, False)
        return PictureState(
            row[0], row[0] is not None or row[1] >= GIVEN_UP or not self._is_due(url, now)
        )

    def _is_due(self, url: str, now: datetime) -> bool:
        waits = self._database.row(
            "SELECT 1 FROM pictures AS p WHERE url = ?1 AND (EXISTS (SELECT 1 FROM quarantine "
            "WHERE kind = 'picture' AND subject = ?1 AND held = 1) OR EXISTS (SELECT 1 "
            "FROM retries AS r WHERE r.kind = 'picture' AND r.source = p.source "
            "AND r.subject = ?1 AND next_try > ?2))",
            url,
            int(now.timestamp()),
        )
        return waits is None

    def missing(self, source: str, now: datetime) -> tuple[tuple[str, str], ...]:
        """Pictures of a source that another try is due for: address, and id of an article."""
        return tuple(
            (url, article)
            for url, article in self._database.rows(
                "SELECT url, article FROM pictures LEFT JOIN retries AS r "
                "ON r.kind = 'picture' AND r.source = pictures.source AND r.subject = url "
                "WHERE pictures.source = ? AND asset IS NULL AND attempts < ? "
                "AND coalesce(r.next_try, 0) <= ? "
                "AND NOT EXISTS (SELECT 1 FROM quarantine AS q WHERE q.kind = 'picture' "
                "AND q.subject = pictures.url AND q.held = 1) "
                "ORDER BY coalesce(r.failures, 0), url",
                source,
                GIVEN_UP,
                int(now.timestamp()),
            )
        )

    def missing_count(self, source: str) -> int:
        """How many pictures of a source are still tried."""
        row = self._database.row(
            "SELECT count(*) FROM pictures WHERE source = ? AND asset IS NULL AND attempts < ?",
            source,
            GIVEN_UP,
        )
        return int(row[0]) if row else 0

    def abandoned_count(self, source: str) -> int:
        """How many pictures of a source are not tried again."""
        row = self._database.row(
            "SELECT count(*) FROM pictures WHERE source = ? AND asset IS NULL AND attempts >= ?",
            source,
            GIVEN_UP,
        )
        return int(row[0]) if row else 0

    def keep(self, url: str, new: NewAsset, *, source: str, article: str) -> None:
        """Store a picture under its source's address; equal pictures are stored once.

        Every article that shows it counts as changed, whichever of them it was had for.
        """
        asset = new.asset
        self._database.run(
            "INSERT INTO assets (id, media_type, width, height, size, content) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            asset.id,
            asset.media_type,
            asset.width,
            asset.height,
            asset.size,
            new.content,
        )
        self._database.run(
            "INSERT INTO pictures (url, asset, source, article) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (url) DO UPDATE SET asset = excluded.asset, error = NULL, attempts = 0",
            url,
            asset.id,
            source,
            article,
        )
        self._touch_articles(url)

    def _touch_articles(self, url: str) -> None:
        shown = "SELECT article FROM shows WHERE picture = ?"
        if self._database.row(f"SELECT 1 FROM articles WHERE id IN ({shown}) LIMIT 1", url):
            self._database.run(
                f"UPDATE articles SET change = ? WHERE id IN ({shown})", self._changes.next(), url
            )

    def await_fetch(self, url: str, *, source: str, article: str) -> bool:
        """Note a picture that the next round is to fetch; false where it was known already."""
        added = self._database.run(
            "INSERT INTO pictures (url, source, article) VALUES (?, ?, ?) "
            "ON CONFLICT (url) DO NOTHING",
            url,
            source,
            article,
        )
        return added > 0

    def failed(self, url: str, error: str, *, final: bool, source: str, article: str) -> None:
        """Note that a picture is not there: for good, or to be tried again (see `Retries`)."""
        self._database.run(
            "INSERT INTO pictures (url, error, attempts, source, article) "
            "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (url) DO UPDATE "
            "SET error = excluded.error, attempts = max(attempts, excluded.attempts)",
            url,
            error,
            GIVEN_UP if final else 0,
            source,
            article,
        )

    def of(self, urls: Iterable[str]) -> dict[str, Asset]:
        """By address at the source: the asset that came of it."""
        found: dict[str, Asset] = {}
        for url in urls:
            row = self._database.row(
                "SELECT id, media_type, width, height, size FROM pictures "
                "JOIN assets ON id = asset WHERE url = ?",
                url,
            )
            if row is not None:
                found[url] = Asset(
                    id=row[0], media_type=row[1], width=row[2], height=row[3], size=row[4]
                )
        return found

    def content(self, asset: str) -> bytes:
        """The bytes of an asset. Raises KeyError where there is none."""
        row = self._database.row("SELECT content FROM assets WHERE id = ?", asset)
        if row is None:
            raise KeyError(asset)
        return bytes(row[0])
