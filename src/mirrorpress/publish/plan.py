"""What has to be done to a target, decided from what is there and what should be there. Pure.

The order of the steps keeps every link on the target whole at every moment: first what is new
(nothing points to it yet), then what changed (lists that point to the new pages are among it), then
what goes (nothing points to it any more), then the manifest, the root checksum file last of all.
Between them the disk is waited for, so that a power cut leaves nothing that points into the void.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain
from typing import TypeAlias

from mirrorpress.model import OutputInfo
from mirrorpress.protocols import SealedEdition
from mirrorpress.publish.checksums import FILE, checked_path, folders_above
from mirrorpress.publish.manifest import is_own


class State(Enum):
    """What a target holds at a file's path."""

    ABSENT = auto()
    SAME = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Put:
    """Write a file that nothing points to yet: it need not outlast a power cut before `Settle`."""

    info: OutputInfo


@dataclass(frozen=True, slots=True)
class Replace:
    """Write a file that readers see at once."""

    info: OutputInfo


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a file away."""

    path: str


@dataclass(frozen=True, slots=True)
class Settle:
    """Go on when all that was done so far would outlast a power cut."""


Step: TypeAlias = Put | Replace | Remove | Settle


@dataclass(frozen=True, slots=True)
class Plan:
    """The difference between what is there and what should be there."""

    added: tuple[OutputInfo, ...] = ()
    changed: tuple[OutputInfo, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    @property
    def counts(self) -> Counts:
        """Files added, changed and removed, without the manifest's own."""
        return Counts(
            _count(info.path for info in self.added),
            _count(info.path for info in self.changed),
            _count(self.removed),
        )

    def steps(self) -> Iterator[Step]:
        """What to do, in an order that keeps links whole and ends with the root checksum file."""
        in_the_way = self._in_the_way()
        yield from (Remove(path) for path in self.removed if path in in_the_way)
        yield from (Put(info) for info in self.added if not is_own(info.path))
        yield Settle()
        yield from (Replace(info) for info in self.changed if not is_own(info.path))
        yield from (Remove(path) for path in self.removed if path not in in_the_way)
        manifest = [info for info in chain(self.added, self.changed) if is_own(info.path)]
        manifest.sort(key=_deepest_first)
        yield from (Put(info) for info in manifest if info.path != FILE)
        yield Settle()
        yield from (Replace(info) for info in manifest if info.path == FILE)
        yield Settle()

    def _in_the_way(self) -> frozenset[str]:
        """Removed files where folders are to be, and removed files in folders that become files."""
        written = {info.path for info in chain(self.added, self.changed)}
        folders = {folder for path in written for folder in folders_above(path)}
        return frozenset(
            path
            for path in self.removed
            if path in folders or not written.isdisjoint(folders_above(path))
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files of an edition were touched."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.added + other.added, self.changed + other.changed, self.removed + other.removed
        )


def make_plan(
    wanted: Iterable[OutputInfo],
    unwanted: Iterable[str],
    state: Callable[[OutputInfo], State],
    holds: Callable[[str], bool],
) -> Plan:
    """The plan that turns what is there into what is wanted.

    Args:
        wanted: files that must be there with these bytes.
        unwanted: paths that must not be there; of files that are ours.
        state: what the target holds at the path of a file.
        holds: whether the target holds a file at a path.

    Raises:
        PathRefused: a path is not one that an edition may hold.
    """
    added, changed = list[OutputInfo](), list[OutputInfo]()
    for info in wanted:
        checked_path(info.path)
        match state(info):
            case State.ABSENT:
                added.append(info)
            case State.OTHER:
                changed.append(info)
            case State.SAME:
                pass
    removed = (path for path in sorted(set(unwanted)) if holds(checked_path(path)))
    return Plan(tuple(added), tuple(changed), tuple(removed))


def _count(paths: Iterable[str]) -> int:
    return sum(not is_own(path) for path in paths)


def _deepest_first(info: OutputInfo) -> tuple[int, str]:
    return -info.path.count("/"), info.path


class NotAsSealed(Exception):
    """The store does not hold what the manifest names."""


def content_of(item: SealedEdition, info: OutputInfo) -> bytes:
    """The bytes of a file, which are those that the manifest names.

    Raises:
        NotAsSealed: they are others; the text says what to do.
    """
    content = item.content(info.path)
    if hashlib.sha256(content).hexdigest() != info.sha256:
        raise NotAsSealed(
            f"the store's {info.path} is not what the manifest says; run `mirrorpress build`"
        )
    return content
