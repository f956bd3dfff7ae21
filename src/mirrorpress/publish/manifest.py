"""The signed manifest of an edition: mirror.json and the comment signed with the checksums. Pure.

mirror.json says which edition of which mirror this is, and what came before it. The root checksum
file (`checksums`) names it and is signed, together with a comment that repeats the essential.
docs/manifest.md is the specification.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from mirrorpress.publish import checksums

DESCRIPTOR = "mirror.json"
PUBLIC_KEY = "mirror.pub"
SUCCESSOR = "successor.json"  # by `succession`
FORMAT = "mirrorpress-edition-1"

MAX_SEQUENCE = 10**18 - 1  # what the signed comment has room for
MAX_EXTRAS = 20  # files and folders of others; each path of a copy is compared with them

_EDITION = re.compile(r"[a-z0-9-]{1,100}")
_COMMENT = re.compile(
    r"mirror:(?P<mirror>.*) edition:(?P<edition>[a-z0-9-]{1,100})"
    r" sequence:(?P<sequence>[0-9]{1,18}) time:(?P<time>\S{1,40})"
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    """What mirror.json says: which edition this is, of which mirror, and what came before it."""

    mirror: str  # name of the mirror
    edition: str
    sequence: int
    time: datetime  # UTC, whole seconds: the newest time of anything in the edition
    key: str | None = None  # minisign public key, one line
    addresses: tuple[str, ...] = ()  # where else this mirror lives
    previous: str | None = None  # SHA-256 of the root checksum file before this one
    extras: tuple[str, ...] = ()  # files and folders ("docs/") of others beside it


def is_own(path: str) -> bool:
    """Whether a path is one of the manifest's own files, not of the files that it covers."""
    own = (checksums.SIGNATURE, DESCRIPTOR, PUBLIC_KEY, SUCCESSOR)
    return path in own or path.rpartition("/")[2] == checksums.FILE


def is_extra(path: str, extras: Iterable[str]) -> bool:
    """Whether a path is one of those named as others', or is in a folder that is."""
    return any(path == extra or (extra[-1:] == "/" and path.startswith(extra)) for extra in extras)


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
        if not isinstance(extra, str) or is_own(checksums.checked_path(extra.removesuffix("/"))):
            raise ValueError("extras names what is not a path, or a file of the manifest")
    return tuple(listed)


def _moment(text: str) -> datetime:
    """A time as `iso` writes it. Raises ValueError."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def iso(time: datetime) -> str:
    """UTC to the second, as in "2026-03-09T04:05:06Z"."""
    return time.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def trusted_comment(value: Descriptor) -> str:
    """The comment that is signed along with the root checksum file; one line."""
    name = " ".join(_CONTROLS.sub(" ", value.mirror).split())
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
