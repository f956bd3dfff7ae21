"""`mirror.toml`: the settings as typed values, or every mistake in the file at once."""

from mirrorpress.config.kinds import read_own_file
from mirrorpress.config.reading import FILE, load, parse
from mirrorpress.config.settings import (
    ExtractOptions,
    FetchOptions,
    PictureOptions,
    Settings,
    StoreOptions,
)

__all__ = [
    "FILE",
    "ExtractOptions",
    "FetchOptions",
    "PictureOptions",
    "Settings",
    "StoreOptions",
    "load",
    "parse",
    "read_own_file",
]
