"""The seal: listings that make a tree of hashes in the shape of the folders. Pure.

Every folder of an edition holds a listing named SHA256SUMS, in the format of coreutils'
sha256sum: a line for each file in it, and for each direct subfolder a line with the hash of that
subfolder's own listing. The root listing is signed (`keys`), so the signature covers every file.
docs/seal.md is the specification.

    listed_in("a/b/page.md")       "a/b"
    listed_in("a/b/SHA256SUMS")    "a", there named "b/SHA256SUMS"
    listed_in("SHA256SUMS")        None: it is signed
    checked_path("a/../b")         PathRefused
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

LISTING = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.minisig"
DESCRIPTOR = "mirror.json"
PUBLIC_KEY = "mirror.pub"
SUCCESSOR = "successor.json"  # by `succession`
FORMAT = "mirrorpress-edition-1"

MAX_NAME = 255  # bytes; NAME_MAX of the file systems in use
MAX_DEPTH = 32  # folders; ours are six deep
MAX_LISTING = 64 * 2**20  # bytes: some 700,000 files in one folder

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")
MAX_SEQUENCE = 10**18 - 1  # what the signed comment has room for
MAX_EXTRAS = 20  # files and folders of others; each path of a copy is compared with them
_EDITION = re.compile(r"[a-z0-9-]{1,100}")
_COMMENT = re.compile(
    r"mirror:(?P<mirror>.*) edition:(?P<edition>[a-z0-9-]{1,100})"
    r" sequence:(?P<sequence>[0-9]{1,18}) time:(?P<time>\S{1,40})"
)


class PathRefused(ValueError):
    """A path is not one that an edition may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    """What mirror.json says: which edition this is, of which mirror, and what came before it."""

    mirror: str  # name of the mirror
    edition: str
    sequence: int
    time: datetime  # UTC, whole seconds: the newest that anything in the edition bears
    key: str | None = None  # minisign public key, one line
    addresses: tuple[str, ...] = ()  # where else this mirror lives
    previous: str | None = None  # SHA-256 of the root listing before this one
    extras: tuple[str, ...] = ()  # files and folders ("docs/") of others beside it


def folder_of(path: str) -> str:
    """The folder that a path is in; "" for the root."""
    return path.rpartition("/")[0]


def listed_in(path: str) -> str | None:
    """The folder whose listing names this path; None for the root listing and its signature."""
    if path in (LISTING, SIGNATURE):
        return None
    folder, _, name = path.rpartition("/")
    return folder_of(folder) if name == LISTING else folder


def listed_as(path: str) -> str:
    """The name that a path has in the listing of `listed_in(path)`."""
    folder = listed_in(path)
    return path.removeprefix(f"{folder}/") if folder else path


def listing_of(folder: str) -> str:
    """The path of a folder's listing."""
    return f"{folder}/{LISTING}" if folder else LISTING


def folders_above(path: str) -> tuple[str, ...]:
    """The folders whose listings change when this file does: its own first, the root last."""
    folders = [folder_of(path)]
    while folders[-1]:
        folders.append(folder_of(folders[-1]))
    return tuple(folders)


def is_seal(path: str) -> bool:
    """Whether a path is one of the seal's own files, not of the pages and pictures it covers."""
    own = (SIGNATURE, DESCRIPTOR, PUBLIC_KEY, SUCCESSOR)
    return path in own or path.rpartition("/")[2] == LISTING


def is_extra(path: str, extras: Iterable[str]) -> bool:
    """Whether a path is one of those named as others', or is in a folder that is."""
    return any(path == extra or (extra[-1:] == "/" and path.startswith(extra)) for extra in extras)


def checked_path(path: str) -> str:
    """The path itself, where it is one that an edition may hold.

    Raises:
        PathRefused: it is empty, absolute, leaves its folder, is too long or deep, touches `.git`,
            or holds a backslash or control character.
    """
    parts = path.split("/")
    if len(parts) > MAX_DEPTH + 1:
        raise PathRefused(f"{path[:80]!r}… is nested deeper than {MAX_DEPTH} folders")
    for part in parts:
        _check_name(part)
    return path


def _check_name(name: str) -> None:
    if not name or name in (".", "..") or _FORBIDDEN.search(name):
        raise PathRefused(f"{name[:80]!r} cannot be part of a path")
    if name.casefold() == ".git" or len(name.encode()) > MAX_NAME:
        raise PathRefused(f"{name[:80]!r} cannot be part of a path")


def listing(entries: Iterable[tuple[str, str]]) -> bytes:
    """The listing of one folder.

    Args:
        entries: name (as of `listed_as`) and SHA-256 in hex, in any order.

    Raises:
        ValueError: a name is not one that a listing may hold, or stands there twice.
    """
    by_name = dict[bytes, str]()
    for name, digest in entries:
        encoded = _checked_entry(name).encode()
        if encoded in by_name or not re.fullmatch("[0-9a-f]{64}", digest):
            raise ValueError(f"{name!r} is listed twice, or its hash is none")
        by_name[encoded] = digest
    return b"".join(b"%s  %s\n" % (by_name[name].encode(), name) for name in sorted(by_name))


def parse_listing(content: bytes) -> dict[str, str]:
    """What a listing says: name → SHA-256 in hex. There may be anything in `content`.

    Raises:
        ValueError: it is not a listing as `listing` writes them; the text says which line.
    """
    if len(content) > MAX_LISTING:
        raise ValueError(f"it is longer than {MAX_LISTING} bytes")
    if content and not content.endswith(b"\n"):
        raise ValueError("its last line is cut off")
    entries = dict[str, str]()
    last = b""
    for number, line in enumerate(content.split(b"\n")[:-1], start=1):
        name, digest = _parsed_line(line, number)
        if line[66:] <= last:
            raise ValueError(f"line {number} is out of order, or a second one of its name")
        last = line[66:]
        entries[name] = digest
    return entries


def names_in(content: bytes) -> frozenset[str]:
    """The names in a listing; none where it is not one."""
    try:
        return frozenset(parse_listing(content))
    except ValueError:
        return frozenset()


def _parsed_line(line: bytes, number: int) -> tuple[str, str]:
    try:
        match = _LINE.fullmatch(line.decode())
        if match is None:
            raise ValueError("it is not a hash, two spaces and a name")
        return _checked_entry(match[2]), match[1]
    except ValueError as error:  # UnicodeDecodeError is one
        raise ValueError(f"line {number}: {error}") from error


def _checked_entry(name: str) -> str:
    """A name as a listing may hold it: of a file, or of a direct subfolder's listing."""
    first, slash, rest = name.partition("/")
    _check_name(first)
    if slash and rest != LISTING:
        raise ValueError(f"{name[:80]!r} is not a name of this folder")
    if name in (LISTING, SIGNATURE):
        raise ValueError(f"{name} cannot be listed in its own folder")
    return name


def listings(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """The listings of a whole edition as (path, bytes), deepest first, the root's last.

    Args:
        files: path and SHA-256 in hex of every file but the listings and the signature.

    Raises:
        ValueError: like `checked_path` and `listing`.
    """
    folders: dict[str, list[tuple[str, str]]] = {"": []}
    for path, digest in files:
        for folder in folders_above(checked_path(path)):
            folders.setdefault(folder, [])
        folders[folder_of(path)].append((listed_as(path), digest))
    for folder in sorted(folders, key=deepest_first):
        content, path = listing(folders[folder]), listing_of(folder)
        above = listed_in(path)
        if above is not None:
            folders[above].append((listed_as(path), hashlib.sha256(content).hexdigest()))
        yield path, content


def deepest_first(folder: str) -> tuple[int, str]:
    """Sort key of folders: what is deeper first, the root last."""
    return -(folder.count("/") + 1 if folder else 0), folder


def descriptor(value: Descriptor) -> bytes:
    """The bytes of mirror.json."""
    fields = {
        "format": FORMAT,
        "mirror": value.mirror,
        "edition": value.edition,
        "sequence": value.sequence,
        "time": iso(value.time),
        "key": value.key,
        "addresses": list(value.addresses),
        "previous": value.previous,
        **({"extras": list(value.extras)} if value.extras else {}),
    }
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, indent=1)
    return text.encode("utf-8", "replace") + b"\n"


def parse_descriptor(content: bytes) -> Descriptor:
    """What mirror.json says. There may be anything in `content`.

    Raises:
        ValueError: it is not a descriptor of this format.
    """
    try:
        fields = json.loads(content)
        if not isinstance(fields, dict) or fields.get("format") != FORMAT:
            raise ValueError(f"it is not of the format {FORMAT}")
        return _described(fields)
    except (ValueError, RecursionError, OverflowError) as error:
        raise ValueError(f"mirror.json: {error}") from error


def is_descriptor(content: bytes) -> bool:
    """Whether some bytes are the mirror.json of an edition."""
    try:
        parse_descriptor(content)
    except ValueError:
        return False
    return True


def _described(fields: Mapping[str, object]) -> Descriptor:
    mirror, edition, time = (fields.get(name) for name in ("mirror", "edition", "time"))
    sequence, addresses = fields.get("sequence"), fields.get("addresses", [])
    key, previous = fields.get("key"), fields.get("previous")
    if not (isinstance(mirror, str) and isinstance(edition, str) and isinstance(time, str)):
        raise ValueError("mirror, edition or time is not there")
    if not _EDITION.fullmatch(edition):
        raise ValueError("edition is not a name of a-z, 0-9 and -")
    if not isinstance(sequence, int) or isinstance(sequence, bool):
        raise ValueError("sequence is not a whole number")
    if not 0 <= sequence <= MAX_SEQUENCE:
        raise ValueError("sequence is not a whole number of at most 18 digits")
    if not isinstance(addresses, list):
        raise ValueError("addresses is not a list")
    return Descriptor(
        mirror=mirror,
        edition=edition,
        sequence=sequence,
        time=_moment(time),
        key=key if isinstance(key, str) else None,
        addresses=tuple(address for address in addresses if isinstance(address, str)),
        previous=previous if isinstance(previous, str) else None,
        extras=_extras(fields.get("extras", [])),
    )


def _extras(listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list) or len(listed) > MAX_EXTRAS:
        raise ValueError(f"extras is not a list of at most {MAX_EXTRAS}")
    for extra in listed:
        if not isinstance(extra, str) or is_seal(checked_path(extra.removesuffix("/"))):
            raise ValueError("extras names what is no path, or is of the seal")
    return tuple(listed)


def _moment(text: str) -> datetime:
    """A time as `iso` writes it. Raises ValueError."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def iso(time: datetime) -> str:
    """UTC to the second, as in "2026-03-09T04:05:06Z"."""
    return time.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def trusted_comment(value: Descriptor) -> str:
    """The comment that is signed along with the root listing; one line."""
    name = " ".join(_FORBIDDEN.sub(" ", value.mirror).split())
    time = iso(value.time)
    return f"mirror:{name} edition:{value.edition} sequence:{value.sequence} time:{time}"


def parse_comment(comment: str) -> Descriptor | None:
    """What a trusted comment says, or None where it is not one of ours."""
    match = _COMMENT.fullmatch(comment)
    if match is None:
        return None
    try:
        return Descriptor(
            mirror=match["mirror"],
            edition=match["edition"],
            sequence=int(match["sequence"]),
            time=_moment(match["time"]),
        )
    except ValueError:
        return None
