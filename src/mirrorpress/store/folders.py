"""Folders of the editions, filled no further than hosts show."""

from __future__ import annotations

from mirrorpress.store.database import Database

# GitHub's web view and Contents API end at 1,000 entries a folder, the API silently (GitHub docs,
# "Repository contents"); 890 leaves room for checksum files and for an operator's own files.
MOST_FILES = 890


class Folders:
    """The room that counts files by folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, folder: str) -> str:
        """A place for one more file: the folder itself, or `folder-2`, `-3`, … once it is full."""
        self._database.run(
            "INSERT INTO folders VALUES (?, 1) "
            "ON CONFLICT (folder) DO UPDATE SET files = files + 1",
            folder,
        )
        row = self._database.row("SELECT files FROM folders WHERE folder = ?", folder)
        shard = (row[0] - 1) // MOST_FILES + 1 if row else 1
        return folder if shard == 1 else f"{folder}-{shard}"
