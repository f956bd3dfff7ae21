"""Which number of each edition was seen last, so that an older copy is noticed. Pure.

An older copy is genuine: its signature is good. Whoever hands it out again hides what came since.
So the highest number that was seen under a good signature is remembered, for each public key and
edition, and nothing else: no address, no time, no name.

    remembered({}, "RWab… web", 7)                      {"RWab… web": 7}
    remembered({"RWab… web": 9}, "RWab… web", 7)        {"RWab… web": 9}
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from mirrorpress.publish.jsonfile import fields_of
from mirrorpress.publish.manifest import MAX_SEQUENCE
from mirrorpress.publish.verify import VerifyResult

FORMAT = "mirrorpress-seen-1"
MAX_ENTRIES = 1000  # editions; that looked at longest ago is forgotten first
MAX_BYTES = 2**20  # of the file; 1000 entries have at most 200 kB

_NAME = re.compile(r"RW[A-Za-z0-9+/=]{54} [a-z0-9-]{1,100}")


def name_of(report: VerifyResult) -> str | None:
    """The edition of a copy: its public key and name; None where its signature proves neither.

    The whole key is taken, not its id: a stranger can make a key with any id.
    """
    if report.public_key is None or report.descriptor is None:
        return None
    name = f"{report.public_key} {report.descriptor.edition}"
    return name if _NAME.fullmatch(name) else None


def names_of(report: VerifyResult) -> tuple[str, ...]:
    """The editions whose number a copy tells: under its own key, and that which was expected.

    So a reader who knows the former key only notices that an older copy, signed with it, is old.
    """
    own = name_of(report)
    if own is None or report.descriptor is None:
        return ()
    expected = f"{report.expected or report.public_key} {report.descriptor.edition}"
    return tuple(dict.fromkeys((own, expected)))


def older(report: VerifyResult, numbers: Mapping[str, int], since: int = 0) -> str | None:
    """Why a copy is older than it should be, in a clause; None where it is not.

    Args:
        numbers: those seen before, by `name_of`.
        since: the least number that will do; 0 takes any.
    """
    descriptor = report.descriptor
    if descriptor is None:
        return f"of unknown number, and --since asks for number {since}" if since else None
    if descriptor.sequence < since:
        return f"older than number {since}, which --since asks for"
    seen = max((numbers.get(name, 0) for name in names_of(report)), default=0)
    if descriptor.sequence < seen:
        return f"older than a copy seen before (number {seen} of edition {descriptor.edition})"
    return None


def remembered(numbers: Mapping[str, int], name: str, number: int) -> dict[str, int]:
    """The numbers after a copy was seen, that seen last at the end."""
    others = {other: seen for other, seen in numbers.items() if other != name}
    kept = list(others.items())[-(MAX_ENTRIES - 1) :]
    return {**dict(kept), name: max(number, numbers.get(name, 0))}


def written(numbers: Mapping[str, int]) -> bytes:
    """The bytes of the file that holds the numbers."""
    return json.dumps({"format": FORMAT, "seen": dict(numbers)}, indent=1).encode() + b"\n"


def parse(content: bytes) -> dict[str, int]:
    """What such a file says.

    Raises:
        ValueError: it is damaged.
    """
    seen = fields_of(content, format=FORMAT, most=MAX_BYTES).get("seen")
    if not isinstance(seen, dict) or len(seen) > MAX_ENTRIES:
        raise ValueError(f"it has no list of at most {MAX_ENTRIES} editions")
    for name, number in seen.items():
        whole = isinstance(number, int) and not isinstance(number, bool)
        if not _NAME.fullmatch(name) or not whole or not 0 <= number <= MAX_SEQUENCE:
            raise ValueError(f"{name[:80]!r} is not an edition with a number")
    return seen
