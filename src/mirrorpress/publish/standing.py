"""Whether an edition may replace what is at a target. Pure.

A target can hold more than the store knows: the edition of another mirror, or a later number of
this one, because `state/` was lost or restored from an older backup. Publishing over it would
delete pages and lower the number, so it is refused before anything is changed. What the store
delivered itself, the direct predecessor of the edition, a publication that was cut off, and damage
to what was delivered are brought up to date as always.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from mirrorpress.protocols import SealedEdition, TargetState
from mirrorpress.publish import checksums, manifest, succession
from mirrorpress.publish.minisign import PublicKey

PATHS = (manifest.DESCRIPTOR, checksums.FILE, checksums.SIGNATURE)  # what `Found` is read from
_REPLACE = "replace what is there with `mirrorpress publish --force`"

_ADOPT = f"continue from what is there with `mirrorpress run --adopt`, or {_REPLACE}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a target holds where an edition's manifest belongs. There may be anything in it."""

    descriptor: bytes | None = None  # mirror.json
    sums: bytes | None = None  # the root checksum file
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """The signed manifest of the edition that is to be published."""

    descriptor: bytes
    sums: bytes
    successor: bytes | None = None  # successor.json

    @classmethod
    def of(cls, item: SealedEdition) -> Own:
        """The signed manifest of an edition that a target is given."""
        sums = item.content(checksums.FILE)
        listed = manifest.SUCCESSOR in checksums.names_in(sums)
        successor = item.content(manifest.SUCCESSOR) if listed else None
        return cls(item.content(manifest.DESCRIPTOR), sums, successor)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the edition is not published there, and what to do."""

    reason: str
    ahead: bool = False  # the target holds a state of this edition that the store does not know


def refusal(
    found: Found, own: Own, delivered: TargetState | None, *, untouched: bool
) -> Refusal | None:
    """Why an edition may not be published over what was found; None where it may.

    Args:
        found: what is at the target.
        own: what is to be published there.
        delivered: what the store left there last; None where it knows of no delivery.
        untouched: whether what is there is known to be exactly that.

    Raises:
        ValueError: the edition's own descriptor is none.
    """
    there = _parsed(found.descriptor)
    if there is None or found.descriptor is None:
        return None
    shall = manifest.parse_descriptor(own.descriptor)
    known = delivered is not None and delivered.sequence <= shall.sequence
    root = None if found.sums is None else _sha256(found.sums)
    if (known and untouched) or root in (_sha256(own.sums), shall.previous or ""):
        return None
    if found.descriptor == own.descriptor and (known or root is None):
        return None  # this publication was cut off before its last step
    if known and shall.key is not None and not _is_proven(found, there):
        return None  # damaged or forged: repaired
    foreign = _foreign(there, shall, own.successor)
    if foreign is not None:
        return foreign
    return None if root is None else _ahead(there, shall, known=known)


def _foreign(
    there: manifest.Descriptor, shall: manifest.Descriptor, successor: bytes | None
) -> Refusal | None:
    other_place = f"give this target another place, or {_REPLACE}"
    if (there.mirror, there.edition) != (shall.mirror, shall.edition):
        what = f"the edition {_shown(there.edition)} of the mirror {_shown(there.mirror)}"
        return Refusal(f"it holds {what}; {other_place}")
    if there.key is None or shall.key is None or there.key == shall.key:
        return None
    former = succession.leading_to(PublicKey.parse(shall.key), succession.parsed(successor))
    if there.key not in (statement.old for statement in former):
        what = "it holds this edition signed with another key"
        remedy = f"restore the key and the state folder from the backup, {other_place}"
        return Refusal(f"{what}; {remedy}", ahead=True)
    return None


def _ahead(
    there: manifest.Descriptor, shall: manifest.Descriptor, *, known: bool
) -> Refusal | None:
    if there.sequence > shall.sequence:
        what = f"it holds number {there.sequence} of this edition, the store only {shall.sequence}"
    elif there.sequence == shall.sequence:
        what = f"it holds another number {there.sequence} of this edition than the store"
    elif not known:
        what = f"it holds number {there.sequence} of this edition, which the store does not know"
    else:
        return None
    return Refusal(f"{what}; restore the backup of the state folder, {_ADOPT}", ahead=True)


def _is_proven(found: Found, there: manifest.Descriptor) -> bool:
    """Whether the descriptor is one that the key it names has signed."""
    if None in (there.key, found.descriptor, found.sums, found.signature):
        return False
    sums = found.sums or b""
    try:
        PublicKey.parse(there.key or "").verify(sums, found.signature or b"")
        listed = checksums.parse(sums).get(manifest.DESCRIPTOR)
    except ValueError:
        return False
    return listed == _sha256(found.descriptor or b"")


def _parsed(content: bytes | None) -> manifest.Descriptor | None:
    try:
        return manifest.parse_descriptor(content or b"")
    except ValueError:
        return None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _shown(text: str) -> str:
    """A text of a stranger's, printable and short."""
    return repr(text[:60])
