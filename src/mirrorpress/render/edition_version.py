"""The version of a layout: a digest of everything in this package that pages are printed by.

Whoever changes a word, a template or a line of code need not remember to raise a number: what was
printed before is printed anew, and where the bytes come out the same nothing is published.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

_KINDS = (".py", ".toml", ".html", ".css")


@cache
def edition_version() -> str:
    """Twelve hex digits, the same on every machine that has the same package."""
    digest = hashlib.sha256()
    for name, file in sorted(_files(resources.files(__package__), "")):
        content = file.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:12]


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        elif name.endswith(_KINDS):
            yield name, entry
