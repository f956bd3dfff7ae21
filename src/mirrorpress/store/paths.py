"""Where articles and pictures are in each edition. A path that was assigned once never changes.

An article can have further paths, at which its page is too: those that an imported mirror gave it
besides. Their subject is "<id>+<path>".
"""

from __future__ import annotations

from mirrorpress.store.database import Database


class Paths:
    """The room of paths."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, edition: str, subject: str) -> str | None:
        """The path of an article (by its id) or of a picture (by its asset's id)."""
        row = self._database.row(
            "SELECT path FROM paths WHERE edition = ? AND subject = ?", edition, subject
        )
        return None if row is None else str(row[0])

    def assign(self, edition: str, subject: str, path: str) -> None:
        """Give a subject its path for good.

        Args:
            edition: name of the edition.
            subject: id of an article or of an asset, which has no path there yet.
            path: where it is to be.

        Raises:
            ValueError: something else has that path.
        """
        added = self._database.run(
            "INSERT INTO paths (edition, subject, path) VALUES (?, ?, ?) "
            "ON CONFLICT (edition, path) DO NOTHING",
            edition,
            subject,
            path,
        )
        if not added:
            taken = self._database.row(
                "SELECT subject FROM paths WHERE edition = ? AND path = ?", edition, path
            )
            raise ValueError(f"the path {path} belongs to {taken and taken[0]} already")

    def assign_further(self, edition: str, article: str, path: str) -> None:
        """Give an article one more path for good. Raises ValueError like `assign`."""
        self.assign(edition, f"{article}+{path}", path)

    def further(self, edition: str, article: str) -> tuple[str, ...]:
        """The further paths of an article, sorted."""
        rows = self._database.rows(
            "SELECT path FROM paths WHERE edition = ? AND subject > ? AND subject < ? "
            "ORDER BY subject",
            edition,
            f"{article}+",
            f"{article},",  # "," follows "+"
        )
        return tuple(path for (path,) in rows)

    def subject(self, edition: str, path: str) -> str | None:
        """What has a path: the id of an article or of an asset; None: nothing."""
        row = self._database.row(
            "SELECT subject FROM paths WHERE edition = ? AND path = ?", edition, path
        )
        return None if row is None else str(row[0]).partition("+")[0]

    def subjects(self, path: str) -> list[str]:
        """What has a path in each of the editions in which something has it."""
        editions = list(self._database.rows("SELECT name FROM editions ORDER BY name"))
        found = (self.subject(edition, path) for (edition,) in editions)
        return [subject for subject in found if subject is not None]

    def missing(self, edition: str, change: int) -> tuple[str, ...]:
        """Articles that changed after a change and have no path, in order of publication."""
        # "+": SQLite is to find the few changed ones and sort them, not to pass all in order.
        rows = self._database.rows(
            "SELECT id FROM shown_articles WHERE change > ? AND NOT EXISTS "
            "(SELECT 1 FROM paths WHERE edition = ? AND subject = id) ORDER BY +published, id",
            change,
            edition,
        )
        return tuple(article_id for (article_id,) in rows)

    def next_number(self, edition: str, series: str) -> int:
        """Count one more path of a folder, or of another series; the first is 1."""
        self._database.run(
            "INSERT INTO folders (edition, folder, files) VALUES (?, ?, 1) "
            "ON CONFLICT (edition, folder) DO UPDATE SET files = files + 1",
            edition,
            series,
        )
        row = self._database.row(
            "SELECT files FROM folders WHERE edition = ? AND folder = ?", edition, series
        )
        return int(row[0]) if row else 1

    def continue_from(self, edition: str, series: str, count: int) -> None:
        """Let a series go on behind a number of paths, unless it counted as many already."""
        self._database.run(
            "INSERT INTO folders (edition, folder, files) VALUES (?, ?, ?) "
            "ON CONFLICT (edition, folder) DO UPDATE SET files = max(files, excluded.files)",
            edition,
            series,
            count,
        )

    def use_layout(self, edition: str, layout: str) -> None:
        """Note which layout assigns the paths of an edition; what another one led to is dropped."""
        row = self._database.row("SELECT layout FROM editions WHERE name = ?", edition)
        before = row[0] if row else ""
        if before not in ("", layout):
            for table in ("paths", "folders", "members"):
                self._database.run(f"DELETE FROM {table} WHERE edition = ?", edition)
        self._database.run("UPDATE editions SET layout = ? WHERE name = ?", layout, edition)
