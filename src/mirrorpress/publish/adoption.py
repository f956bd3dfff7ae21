"""What a copy of an edition consists of, where its signature proves all of it. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from mirrorpress.publish import checksums, manifest
from mirrorpress.publish.minisign import PublicKey, Signature
from mirrorpress.publish.standing import PATHS

Read: TypeAlias = Callable[[Iterable[str]], dict[str, bytes]]  # paths → what there is at them


@dataclass(frozen=True, slots=True)
class Proven:
    """An edition as a target holds it."""

    descriptor: manifest.Descriptor
    root: str  # SHA-256 of the root checksum file
    files: dict[str, str]  # path → SHA-256, without the manifest's own files


def proven(read: Read, key: PublicKey, former: Iterable[PublicKey] = ()) -> Proven | None:
    """The edition at a target; None where there is no mirror.json.

    Args:
        former: keys that this one followed; they are as good.

    Raises:
        ValueError: it is not whole, or not signed with such a key; the text says what differs.
    """
    top = read(PATHS)
    if manifest.DESCRIPTOR not in top:
        return None
    sums = top.get(checksums.FILE, b"")
    signature = top.get(checksums.SIGNATURE, b"")
    signer = Signature.parse(signature).id
    next((one for one in former if one.id == signer), key).verify(sums, signature)
    files = dict[str, str]()
    folders = {"": sums}
    for _ in range(checksums.MAX_DEPTH + 1):
        below = dict[str, str]()
        for folder, content in folders.items():
            for name, digest in checksums.parse(content).items():
                path = f"{folder}/{name}" if folder else name
                (below if name.endswith(f"/{checksums.FILE}") else files)[path] = digest
        folders = {checksums.folder_of(path): body for path, body in checked(read, below).items()}
    if files.get(manifest.DESCRIPTOR) != _sha256(top[manifest.DESCRIPTOR]):
        raise ValueError("mirror.json is not what the checksum file says")
    own = {path: digest for path, digest in files.items() if not manifest.is_own(path)}
    return Proven(manifest.parse_descriptor(top[manifest.DESCRIPTOR]), _sha256(sums), own)


def checked(read: Read, wanted: dict[str, str]) -> dict[str, bytes]:
    """The contents of some files.

    Args:
        wanted: path → SHA-256 in hex.

    Raises:
        ValueError: one is missing, or is not what was wanted.
    """
    found = read(wanted) if wanted else {}
    for path, digest in wanted.items():
        if path not in found or _sha256(found[path]) != digest:
            raise ValueError(f"{path} is missing, or not what the checksum file says")
    return found


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
