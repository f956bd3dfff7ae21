"""Whether an edition may take the place of what stands at a target. Pure.

A target can hold more than the store knows: the edition of another mirror, or a later number of
this one, because `state/` was lost or restored from an older backup. Publishing over it would
delete pages and lower the number, so it is refused before anything is changed. What the store
delivered itself, the direct predecessor of the edition, a publication that was cut off, and damage
to what was delivered are brought up to date as always.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from mirrorpress.protocols import Consignment, Delivered
from mirrorpress.publish import seal, succession
from mirrorpress.publish.minisign import PublicKey

PATHS = (seal.DESCRIPTOR, seal.LISTING, seal.SIGNATURE)  # what `Found` is read from
_REPLACE = "replace what is there with `mirrorpress publish --force`"

_ADOPT = f"continue from what is there with `mirrorpress run --adopt`, or {_REPLACE}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a target holds in the place of an edition's seal. There may be anything in it."""

    descriptor: bytes | None = None  # mirror.json
    listing: bytes | None = None  # the root listing
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """The seal of the edition that is to be published."""

    descriptor: bytes
    listing: bytes
    successor: bytes | None = None  # successor.json

    @classmethod
    def of(cls, item: Consignment) -> Own:
        """The seal of an edition that a target is given."""
        listing = item.content(seal.LISTING)
        listed = seal.SUCCESSOR in seal.names_in(listing)
        successor = item.content(seal.SUCCESSOR) if listed else None
        return cls(item.content(seal.DESCRIPTOR), listing, successor)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the edition is not published there, and what to do."""

    reason: str
    ahead: bool = False  # the target holds a state of this edition that the store does not know


def refusal(
    found: Found, own: Own, delivered: Delivered | None, *, untouched: bool
) -> Refusal | None:
    """Why an edition may not be published over what was found; None where it may.

    Args:
        found: what stands at the target.
        own: what shall stand there.
        delivered: what the store left there last; None where it knows of no delivery.
        untouched: whether what stands there is known to be exactly that.

    Raises:
        ValueError: the edition's own descriptor is none.
    """
    there = _parsed(found.descriptor)
    if there is None or found.descriptor is None:
        return None
    shall = seal.parse_descriptor(own.descriptor)
    known = delivered is not None and delivered.sequence <= shall.sequence
    root = None if found.listing is None else _sha256(found.listing)
    if (known and untouched) or root in (_sha256(own.listing), shall.previous or ""):
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
    there: seal.Descriptor, shall: seal.Descriptor, successor: bytes | None
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


def _ahead(there: seal.Descriptor, shall: seal.Descriptor, *, known: bool) -> Refusal | None:
    if there.sequence > shall.sequence:
        what = f"it holds number {there.sequence} of this edition, the store only {shall.sequence}"
    elif there.sequence == shall.sequence:
        what = f"it holds another number {there.sequence} of this edition than the store"
    elif not known:
        what = f"it holds number {there.sequence} of this edition, which the store does not know"
    else:
        return None
    return Refusal(f"{what}; restore the backup of the state folder, {_ADOPT}", ahead=True)


def _is_proven(found: Found, there: seal.Descriptor) -> bool:
    """Whether the descriptor is one that the key it names has signed."""
    if None in (there.key, found.descriptor, found.listing, found.signature):
        return False
    listing = found.listing or b""
    try:
        PublicKey.parse(there.key or "").verify(listing, found.signature or b"")
        listed = seal.parse_listing(listing).get(seal.DESCRIPTOR)
    except ValueError:
        return False
    return listed == _sha256(found.descriptor or b"")


def _parsed(content: bytes | None) -> seal.Descriptor | None:
    try:
        return seal.parse_descriptor(content or b"")
    except ValueError:
        return None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _shown(text: str) -> str:
    """A text of a stranger's, printable and short."""
    return repr(text[:60])
