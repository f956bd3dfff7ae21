"""What the commands without a mirror read and write: files, standard input, JSON lines."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from mirrorpress.errors import ItemError, RunError

GZIP = b"\x1f\x8b"  # how a file of it begins (RFC 1952, 2.3.1)
MAX_BYTES = 64 << 20  # of one unpacked page or feed


class Unreadable(ItemError):
    """A page or feed cannot be read from its file."""


def lines_of(name: str) -> Iterator[bytes]:
    """The lines of a file, or of standard input for "-", without blank ones.

    Raises:
        RunError: the file cannot be read.
    """
    if name == "-":
        yield from _without_blank(sys.stdin.buffer)
        return
    try:
        with Path(name).open("rb") as file:
            yield from _without_blank(file)
    except OSError as error:
        raise RunError(f"{name} cannot be read ({error.strerror})") from error


def _without_blank(file: BinaryIO) -> Iterator[bytes]:
    return (line for line in file if line.strip())


def decoded(line: bytes) -> Any:
    """A line of JSON. Raises ValueError."""
    try:
        return msgspec.json.decode(line)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except ValueError:  # msgspec refuses half a surrogate pair, which Python's own writer spells
        return json.loads(line)


def content_of(name: str) -> bytes:
    """The bytes of a file, or of standard input. Raises Unreadable."""
    return _unzipped(sys.stdin.buffer.read(), name) if name == "-" else file_content(name)


def file_content(name: str) -> bytes:
    """The bytes of a file, unpacked. Raises Unreadable."""
    try:
        return _unzipped(Path(name).read_bytes(), name)
    except OSError as error:
        raise Unreadable(f"{name} cannot be read ({error.strerror})") from error
    except ValueError as error:  # a path with a NUL
        raise Unreadable(f"{name!r} cannot be read ({error})") from error


def _unzipped(content: bytes, name: str) -> bytes:
    """The content, out of gzip where it is in it; no bomb is unpacked. Raises Unreadable."""
    if not content.startswith(GZIP):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            unzipped = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(f"{name} cannot be read ({error})") from error
    if len(unzipped) > MAX_BYTES:
        raise Unreadable(f"{name} is larger than {MAX_BYTES} bytes when it is unpacked")
    return unzipped


def text_of(value: object) -> str | None:
    """A value that is a text and not blank."""
    return value if isinstance(value, str) and value.strip() else None


def moment_of(value: object) -> datetime | None:
    """A value that is a time in ISO 8601."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def print_json(value: object) -> None:
    """Print one line of JSON at once: whoever waits for it may be at the other end of a pipe."""
    sys.stdout.buffer.write(encoded(value) + b"\n")
    sys.stdout.buffer.flush()


def encoded(value: object) -> bytes:
    """A value as JSON."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a character, which a page's own JSON can spell
        return json.dumps(value).encode("ascii")
