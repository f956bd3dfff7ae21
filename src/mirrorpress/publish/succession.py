"""Statements by which one signing key names the next, in successor.json. Pure.

A statement is signed by the older key, in minisign's format, over these bytes (docs/manifest.md):

    mirrorpress-successor-1
    old RW…
    new RW…
    time 2026-03-09T04:05:06Z

It begins unlike any checksum file, so that the signature of neither passes for that of the other.
Whoever trusts the old key and finds a chain of true statements can trust the key at its end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from mirrorpress.publish import manifest
from mirrorpress.publish.jsonfile import fields_of
from mirrorpress.publish.minisign import PublicKey, SigningKey

FORMAT = "mirrorpress-succession-1"
MAX_STATEMENTS = 64  # a new key each year for a lifetime; a reader checks a signature for each
MAX_BYTES = 2**17  # of successor.json; 64 statements have some 50 kB


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What successor.json says of two keys. There may be anything in it until it is checked."""

    old: str  # minisign public key, one line
    new: str
    time: str  # UTC, as in mirror.json
    signature: str  # signature file by the old key over `message`

    @property
    def message(self) -> bytes:
        """The bytes that are signed."""
        return (
            f"mirrorpress-successor-1\nold {self.old}\nnew {self.new}\ntime {self.time}\n".encode()
        )

    @property
    def is_true(self) -> bool:
        """Whether the old key signed this statement."""
        try:
            if PublicKey.parse(self.new).line != self.new:
                return False
            PublicKey.parse(self.old).verify(self.message, self.signature)
        except ValueError:
            return False
        return True


def stated(old: SigningKey, new: PublicKey, time: datetime) -> Statement:
    """The old key's statement that the new one follows it."""
    said = Statement(old=old.public.line, new=new.line, time=manifest.iso(time), signature="")
    signature = old.sign(said.message, f"successor:{new.line} time:{said.time}")
    return Statement(old=said.old, new=said.new, time=said.time, signature=signature.decode())


def written(statements: Sequence[Statement]) -> bytes:
    """The bytes of successor.json.

    Raises:
        ValueError: there are more than readers take.
    """
    if len(statements) > MAX_STATEMENTS:
        raise ValueError(f"there are more than {MAX_STATEMENTS} statements")
    fields = {
        "format": FORMAT,
        "statements": [
            {"old": one.old, "new": one.new, "time": one.time, "signature": one.signature}
            for one in statements
        ],
    }
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def parse(content: bytes) -> tuple[Statement, ...]:
    """What a successor.json says, true or not. There may be anything in `content`.

    Raises:
        ValueError: it is not of this format.
    """
    listed = fields_of(content, format=FORMAT, most=MAX_BYTES).get("statements")
    if not isinstance(listed, list) or len(listed) > MAX_STATEMENTS:
        raise ValueError(f"it has no list of at most {MAX_STATEMENTS} statements")
    return tuple(map(_statement, listed))


def _statement(fields: object) -> Statement:
    found = fields if isinstance(fields, dict) else {}
    old, new, time, signature = (found.get(key) for key in ("old", "new", "time", "signature"))
    if not (
        isinstance(old, str)
        and isinstance(new, str)
        and isinstance(time, str)
        and isinstance(signature, str)
    ):
        raise ValueError("a statement lacks old, new, time or signature")
    return Statement(old=old, new=new, time=time, signature=signature)


def parsed(content: bytes | None) -> tuple[Statement, ...]:
    """Like `parse`; nothing where there is none, or it is not of this format."""
    with suppress(ValueError):
        return parse(content or b"")
    return ()


def successors(key: PublicKey, statements: Iterable[Statement]) -> tuple[PublicKey, ...]:
    """The keys to which true statements lead from a key, without itself."""
    found, rest = [key.line], [one for one in statements if one.old != one.new]
    for line in found:  # grows meanwhile, by each statement once
        follow = [one for one in rest if one.old == line]
        rest = [one for one in rest if one.old != line]
        found += [one.new for one in follow if one.new not in found and one.is_true]
    return tuple(PublicKey.parse(line) for line in found[1:])


def leading_to(key: PublicKey, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The true statements of which chains to a key are made, in the order given."""
    given = [one for one in statements if one.old != one.new and one.is_true]
    ends = [key.line]
    for end in ends:
        before = (one.old for one in given if one.new == end)
        ends += [old for old in dict.fromkeys(before) if old not in ends]
    return tuple(one for one in given if one.new in ends and one.old != key.line)
