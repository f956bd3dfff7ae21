"""What a copy of an edition consists of, where its signature proves all of it. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from mirrorpress.publish import seal
from mirrorpress.publish.minisign import PublicKey, Signature
from mirrorpress.publish.standing import PATHS

Read: TypeAlias = Callable[[Iterable[str]], dict[str, bytes]]  # paths → what there is at them


@dataclass(frozen=True, slots=True)
class Proven:
    """An edition as a target holds it."""

    descriptor: seal.Descriptor
    root: str  # SHA-256 of the root listing
    files: dict[str, str]  # path → SHA-256, without the seal's own files


def proven(read: Read, key: PublicKey, former: Iterable[PublicKey] = ()) -> Proven | None:
    """The edition that stands at a target; None where there is no mirror.json.

    Args:
        former: keys that this one followed; they are as good.

    Raises:
        ValueError: it is not whole, or not signed with such a key; the text says what differs.
    """
    top = read(PATHS)
    if seal.DESCRIPTOR not in top:
        return None
    listing = top.get(seal.LISTING, b"")
    signature = top.get(seal.SIGNATURE, b"")
    signer = Signature.parse(signature).id
    next((one for one in former if one.id == signer), key).verify(listing, signature)
    files = dict[str, str]()
    folders = {"": listing}
    for _ in range(seal.MAX_DEPTH + 1):
        listings = dict[str, str]()
        for folder, content in folders.items():
            for name, digest in seal.parse_listing(content).items():
                path = f"{folder}/{name}" if folder else name
                (listings if name.endswith(f"/{seal.LISTING}") else files)[path] = digest
        folders = {seal.folder_of(path): body for path, body in checked(read, listings).items()}
    if files.get(seal.DESCRIPTOR) != _sha256(top[seal.DESCRIPTOR]):
        raise ValueError("mirror.json is not what the listing says")
    own = {path: digest for path, digest in files.items() if not seal.is_seal(path)}
    return Proven(seal.parse_descriptor(top[seal.DESCRIPTOR]), _sha256(listing), own)


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
            raise ValueError(f"{path} is missing, or not what the listing says")
    return found


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
