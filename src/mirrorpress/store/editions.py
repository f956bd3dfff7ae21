"""Rendered editions: every file, which article or list rendered it, and what targets hold.

An edition is rendered in steps that may be cut off at any point. Its files have the sequence number
that the edition *will* have; `mark_sealed` makes it so in one transaction, and only sealed states
are delivered.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from mirrorpress.model import Output, OutputInfo
from mirrorpress.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionState:
    """How far an edition is rendered and sealed."""

    fingerprint: str = ""
    built: int = 0  # `Articles.change` up to which it is rendered
    sequence: int = 0  # 0: never sealed
    root: str | None = None  # SHA-256 of the root checksum file
    sealed: datetime | None = None
    standing: str = ""  # digest of the standing lists as they were rendered


class Editions:
    """The room of editions, outputs and deliveries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, edition: str) -> EditionState:
        row = self._database.row(
            "SELECT fingerprint, built, sequence, root, sealed, standing FROM editions "
            "WHERE name = ?",
            edition,
        )
        if row is None:
            return EditionState()
        return EditionState(
            fingerprint=row[0],
            built=row[1],
            sequence=row[2],
            root=row[3],
            sealed=datetime.fromtimestamp(row[4], UTC) if row[2] else None,
            standing=row[5],
        )

    def store_outputs(
        self, edition: str, subject: str, outputs: Iterable[Output], listed: dict[str, str | None]
    ) -> int:
        """Store what a subject (an article, a list) renders now; the number of files that changed.

        Files that it rendered before and nobody renders now are removed. `listed` names for each
        path the folder whose checksum file holds it.
        """
        sequence = self.state(edition).sequence + 1
        changed = 0
        paths = set()
        for output in outputs:
            paths.add(output.path)
            changed += self._write(edition, output, listed[output.path], sequence)
            self._database.run(
                "INSERT OR IGNORE INTO prints (edition, subject, path) VALUES (?, ?, ?)",
                edition,
                subject,
                output.path,
            )
        for (path,) in list(
            self._database.rows(
                "SELECT path FROM prints WHERE edition = ? AND subject = ?", edition, subject
            )
        ):
            if path not in paths:
                changed += self._unprint(edition, subject, path, sequence)
        return changed

    def _write(self, edition: str, output: Output, listed: str | None, sequence: int) -> bool:
        """Store one file; false where these bytes stand there already."""
        if output.content is None:
            sha256 = str(output.asset)  # named by its content
        else:
            sha256 = hashlib.sha256(output.content).hexdigest()
        before = self._database.row(
            "SELECT sha256 FROM outputs WHERE edition = ? AND path = ?", edition, output.path
        )
        if before is not None and before[0] == sha256:
            return False
        if output.content is None:
            size, content = self._asset_size(sha256), None
        else:
            size, content = len(output.content), zlib.compress(output.content, 3)
        self._database.run(
            "INSERT INTO outputs (edition, path, listed, sha256, size, asset, content, changed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (edition, path) DO UPDATE SET sha256 = "
            "excluded.sha256, size = excluded.size, asset = excluded.asset, "
            "content = excluded.content, changed = excluded.changed",
            edition,
            output.path,
            listed,
            sha256,
            size,
            output.asset,
            content,
            sequence,
        )
        self._database.run(
            "DELETE FROM removals WHERE edition = ? AND path = ?", edition, output.path
        )
        return True

    def _asset_size(self, asset: str) -> int:
        row = self._database.row("SELECT size FROM assets WHERE id = ?", asset)
        if row is None:
            raise KeyError(asset)
        return int(row[0])

    def _unprint(self, edition: str, subject: str, path: str, sequence: int) -> bool:
        self._database.run(
            "DELETE FROM prints WHERE edition = ? AND subject = ? AND path = ?",
            edition,
            subject,
            path,
        )
        if self._database.row(
            "SELECT 1 FROM prints WHERE edition = ? AND path = ? LIMIT 1", edition, path
        ):
            return False
        self._database.run("DELETE FROM outputs WHERE edition = ? AND path = ?", edition, path)
        self._database.run(
            "INSERT OR REPLACE INTO removals (edition, path, sequence) VALUES (?, ?, ?)",
            edition,
            path,
            sequence,
        )
        return True

    def subjects(self, edition: str) -> list[str]:
        """Everything that rendered something, articles apart."""
        rows = self._database.rows(
            "SELECT DISTINCT subject FROM prints WHERE edition = ? "
            "AND (subject < 'article:' OR subject > 'article;')",  # ";" follows ":"
            edition,
        )
        return [subject for (subject,) in rows]

    def page_digests(self, edition: str, article_list: str) -> dict[int, str]:
        """From what each page of a list was rendered, by its number (0: at the list's address)."""
        rows = self._database.rows(
            "SELECT number, digest FROM list_pages WHERE edition = ? AND list = ?",
            edition,
            article_list,
        )
        return dict(rows)

    def note_page(self, edition: str, article_list: str, number: int, digest: str | None) -> None:
        """Note from what a page of a list was rendered; None: it is no more."""
        if digest is None:
            self._database.run(
                "DELETE FROM list_pages WHERE edition = ? AND list = ? AND number = ?",
                edition,
                article_list,
                number,
            )
            return
        self._database.run(
            "INSERT OR REPLACE INTO list_pages (edition, list, number, digest) VALUES (?, ?, ?, ?)",
            edition,
            article_list,
            number,
            digest,
        )

    def touched_folders(self, edition: str) -> set[str]:
        """Folders whose checksum files no longer tell what is in them since the last signature."""
        sequence = self.state(edition).sequence
        rows = self._database.rows(
            "SELECT DISTINCT listed FROM outputs WHERE edition = ? AND changed > ? "
            "AND listed IS NOT NULL",
            edition,
            sequence,
        )
        return {folder for (folder,) in rows} | {
            path.rpartition("/")[0] for path in self.removed_since(edition, sequence)
        }

    def listed_in(self, edition: str, folder: str) -> list[tuple[str, str]]:
        """Path and SHA-256 of every file that a folder's checksum file names."""
        return [
            (path, sha256)
            for path, sha256 in self._database.rows(
                "SELECT path, sha256 FROM outputs WHERE edition = ? AND listed = ?",
                edition,
                folder,
            )
        ]

    def begin(self, edition: str, fingerprint: str) -> None:
        """Note under which site and layout the edition is rendered from now on, all of it again."""
        self._database.run(
            "INSERT INTO editions (name, fingerprint, built, sequence, sealed) "
            "VALUES (?, ?, 0, 0, 0) ON CONFLICT (name) DO UPDATE SET fingerprint = "
            "excluded.fingerprint, built = 0",
            edition,
            fingerprint,
        )

    def forget_pages(self, edition: str) -> None:
        """Forget from what pages of lists were rendered, so that all of them are rendered again."""
        self._database.run("DELETE FROM list_pages WHERE edition = ?", edition)

    def built(self, edition: str, change: int, standing: str = "") -> None:
        """Note up to which change the edition is rendered, and with which standing lists."""
        self._database.run(
            "UPDATE editions SET built = ?, standing = ? WHERE name = ?",
            change,
            standing,
            edition,
        )

    def unsealed(self, edition: str) -> bool:
        """Whether anything differs from the last sealed state."""
        return bool(
            self._database.row(
                "SELECT 1 FROM editions AS e WHERE name = ?1 AND (sequence = 0 "
                "OR EXISTS (SELECT 1 FROM outputs WHERE edition = ?1 AND changed > e.sequence) "
                "OR EXISTS (SELECT 1 FROM removals AS r "
                "           WHERE edition = ?1 AND r.sequence > e.sequence))",
                edition,
            )
        )

    def mark_sealed(self, edition: str, root: str, sealed: datetime) -> None:
        """The rendered files are the edition's next state."""
        self._database.run(
            "UPDATE editions SET sequence = sequence + 1, root = ?, sealed = ? WHERE name = ?",
            root,
            int(sealed.timestamp()),
            edition,
        )

    def adopt(self, edition: str, files: dict[str, bytes]) -> None:
        """Take in files as they are, where nothing of the edition's own stands or stood."""
        for path, content in files.items():
            folder = path.rpartition("/")[0]
            self._database.run(
                "INSERT INTO outputs (edition, path, listed, sha256, size, content, changed) "
                "SELECT ?1, ?2, ?3, ?4, ?5, ?6, 0 WHERE NOT EXISTS "
                "(SELECT 1 FROM outputs WHERE edition = ?1 AND path = ?2) AND NOT EXISTS "
                "(SELECT 1 FROM removals WHERE edition = ?1 AND path = ?2)",
                edition,
                path,
                folder,
                hashlib.sha256(content).hexdigest(),
                len(content),
                zlib.compress(content, 3),
            )

    def continue_from(self, edition: str, sequence: int, root: str, sealed: datetime) -> None:
        """Go on after a sealed state that was found at a target; all files count as changed."""
        self._database.run(
            "INSERT INTO editions (name, fingerprint, built, sequence, root, sealed) "
            "VALUES (?1, '', 0, ?2, ?3, ?4) ON CONFLICT (name) DO UPDATE SET root = CASE WHEN "
            "sequence <= ?2 THEN ?3 ELSE root END, sequence = max(sequence, ?2)",
            edition,
            sequence,
            root,
            int(sealed.timestamp()),
        )
        following = self.state(edition).sequence + 1
        for statement in (
            "UPDATE outputs SET changed = ? WHERE edition = ?",
            "UPDATE removals SET sequence = ? WHERE edition = ?",
        ):
            self._database.run(statement, following, edition)

    def files(self, edition: str) -> Iterator[OutputInfo]:
        """Every file, in the order of the paths' bytes."""
        return self.changed_since(edition, -1)

    def changed_since(self, edition: str, sequence: int) -> Iterator[OutputInfo]:
        """Files whose bytes are newer than a sequence number, in the order of the paths' bytes."""
        rows = self._database.rows(
            "SELECT path, sha256, size FROM outputs WHERE edition = ? AND changed > ? "
            "ORDER BY path",
            edition,
            sequence,
        )
        return (OutputInfo(path=row[0], sha256=row[1], size=row[2]) for row in rows)

    def removed_since(self, edition: str, sequence: int) -> Iterator[str]:
        """Paths that were there at a sequence number and are not now."""
        rows = self._database.rows(
            "SELECT path FROM removals WHERE edition = ? AND sequence > ? ORDER BY path",
            edition,
            sequence,
        )
        return (path for (path,) in rows)

    def has(self, edition: str, path: str) -> bool:
        """Whether there is a file at a path."""
        row = self._database.row(
            "SELECT 1 FROM outputs WHERE edition = ? AND path = ?", edition, path
        )
        return row is not None

    def content(self, edition: str, path: str) -> bytes:
        """The bytes of a file. Raises KeyError where there is none."""
        row = self._database.row(
            "SELECT o.content, a.content FROM outputs AS o LEFT JOIN assets AS a ON a.id = o.asset "
            "WHERE edition = ? AND o.path = ?",
            edition,
            path,
        )
        if row is None:
            raise KeyError(path)
        return zlib.decompress(row[0]) if row[0] is not None else bytes(row[1])

    def delivered(self, target: str) -> dict[str, tuple[int, str | None]]:
        """By edition: sequence number and revision that a target held when it last ended well."""
        rows = self._database.rows(
            "SELECT edition, sequence, revision FROM deliveries WHERE target = ?", target
        )
        return {edition: (sequence, revision) for edition, sequence, revision in rows}

    def mark_delivered(
        self, target: str, edition: str, sequence: int, revision: str | None
    ) -> None:
        """Note what a target holds now."""
        self._database.run(
            "INSERT OR REPLACE INTO deliveries (target, edition, sequence, revision) "
            "VALUES (?, ?, ?, ?)",
            target,
            edition,
            sequence,
            revision,
        )
