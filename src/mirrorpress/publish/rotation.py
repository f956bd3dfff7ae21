"""A signing key replaced by a new one, and the file of statements beside it.

At every point a power cut leaves a key that signs: the new key is on the disk before a statement
names it, and the former one is kept under another name before the new one takes its place. A
statement of a key that never took its place is not published.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mirrorpress.errors import KeyFileError
from mirrorpress.publish import private, succession
from mirrorpress.publish.keys import PublicKey, SigningKey, load_key, made_key, sync_folder
from mirrorpress.publish.succession import Statement

MAX_BACKUPS = 100  # of one day


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """What was done."""

    key: PublicKey  # that signs from now on
    made: Path | None  # the file that holds it; None where it was there already
    backup: Path | None = None  # the former key


def statements_file(path: Path) -> Path:
    """The file with the statements of a key file's key and its predecessors."""
    place = path.resolve()
    return place.with_name(f"{place.name}.successors.json")


def load_statements(path: Path) -> tuple[Statement, ...]:
    """The statements beside a key file; none where there is no such file.

    Raises:
        KeyFileError: it cannot be read, or is damaged.
    """
    file = statements_file(path)
    try:
        with file.open("rb") as opened:
            return succession.parse(opened.read(succession.MAX_BYTES + 1))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise KeyFileError(
            f"{file}, which says whom this mirror's key followed, cannot be read ({error}); "
            "restore it from the backup"
        ) from error


def rotate(path: Path, old: SigningKey, now: datetime, *, passphrase: str | None) -> Rotation:
    """Put a new key instead of the one that signs, which states that the new one follows.

    Args:
        path: the key file; there is none where `old` is from the environment.
        passphrase: locks the new file.

    Raises:
        KeyFileError: a file holds another key than `old`, or something cannot be written.
    """
    place = path.resolve()
    held = place.exists()
    if held and load_key(place).public != old.public:
        raise KeyFileError(
            f"{path} holds another key than the one that signs now; move it away, so that it is "
            "not lost"
        )
    new, content = made_key(passphrase)
    said = succession.stated(old, new.public, now)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = private.written_beside(place, content)
        try:
            kept = succession.leading_to(new.public, (*load_statements(path), said))
            private.replace(statements_file(path), succession.written(kept))
            backup = _keep_backup(place, now) if held else None
            sync_folder(place.parent)
            fresh.replace(place)
            sync_folder(place.parent)
        finally:
            fresh.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise KeyFileError(f"the key at {path} cannot be replaced: {error}") from error
    return Rotation(key=new.public, made=path, backup=backup)


def _keep_backup(path: Path, now: datetime) -> Path:
    """Give a key file a second, dated name. Raises OSError."""
    day = f"{path.name}.{now:%Y-%m-%d}"
    names = [day, *(f"{day}-{number}" for number in range(2, MAX_BACKUPS))]
    free = (backup for backup in map(path.with_name, names) if not os.path.lexists(backup))
    backup = next(free, path.with_name(day))
    backup.hardlink_to(path)  # fails where there is a file
    return backup
