"""Files that their owner alone reads, whole on the disk before anything refers to them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def written_beside(path: Path, content: bytes) -> Path:
    """A new file in the folder of another, on the disk, mode 0600; its caller moves or removes it.

    Raises OSError, and leaves nothing behind then.
    """
    descriptor, name = tempfile.mkstemp(prefix=".mirrorpress-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def replace(path: Path, content: bytes) -> None:
    """Put a file in its place in one step. Raises OSError, and leaves what was there then."""
    temporary = written_beside(path, content)
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
