"""A target that is a folder: of a web server, of a carried disk, of a synchronised drive.

Only what changed is written, each file in one step, in the order of `plan`: readers find every link
whole while it goes on. The root checksum file comes last; its hash is the folder's revision, and
tells the next publication that everything is there. Killed at any point, the next publication takes
up the same plan and ends with the same bytes. Files that are not the mirror's own (CNAME,
robots.txt) are left alone.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import assert_never

from mirrorpress.errors import PublishError, TargetAhead
from mirrorpress.model import OutputInfo, PublishResult, Target
from mirrorpress.protocols import Check, SealedEdition, TargetState
from mirrorpress.publish import checksums, manifest, standing
from mirrorpress.publish.adoption import Read
from mirrorpress.publish.plan import (
    Counts,
    NotAsSealed,
    Plan,
    Put,
    Remove,
    Replace,
    Settle,
    State,
    content_of,
    make_plan,
)
from mirrorpress.publish.safe_folder import TEMPORARY, Blocked, SafeFolder

_LARGEST = checksums.MAX_SIZE + 1  # bytes of a file that are read; ours are smaller
_WHY = {
    errno.ENOSPC: "the disk is full; free some space and publish again",
    errno.EDQUOT: "the disk quota is used up; free some space and publish again",
    errno.EACCES: "writing is not permitted; make the folder yours, or run as its owner",
    errno.EPERM: "writing is not permitted; make the folder yours, or run as its owner",
    errno.EROFS: "the disk is mounted read-only; mount it for writing, or choose another folder",
    errno.ENOTDIR: "a file stands where a folder is needed; move it away, or choose another path",
    errno.EISDIR: "a folder stands where a file is to be written; move it away",
    errno.EEXIST: "a file stands where a folder is needed; move it away, or choose another path",
}


class FolderTarget:
    """Keeps a folder as its editions are.

    Args:
        target: `url` is the folder's path, relative to `root` or absolute; it is made where it
            is missing.
        root: the folder of mirror.toml.
        work: a folder for scratch files, which this target does not need.
    """

    @staticmethod
    def overlap(one: Target, other: Target, root: Path) -> bool:
        """Whether two targets are one folder, or one lies in the other; links are followed."""
        first, second = (
            (root / Path(target.url).expanduser()).resolve() for target in (one, other)
        )
        return first.is_relative_to(second) or second.is_relative_to(first)

    def __init__(self, target: Target, root: Path, work: Path | None = None) -> None:
        self._name = target.name
        self._base = root / Path(target.url).expanduser()

    def publish(
        self, editions: tuple[SealedEdition, ...], delivered: dict[str, TargetState]
    ) -> PublishResult:
        """Bring the folder up to date; see `TargetKind.publish`.

        Where the root checksum files are those that were delivered last, only what changed since is
        looked at; otherwise every file is compared, and written again where it differs.
        """
        with self._errors_translated():
            self._base.mkdir(parents=True, exist_ok=True)
            with SafeFolder(self._base) as tree:
                self._lock(tree)
                intact = _is_intact(tree, editions, delivered)
                for item in editions:
                    self._check(tree, item, delivered.get(item.edition), intact)
                counts = Counts()
                for item in editions:
                    last = delivered.get(item.edition) if intact else None
                    if _is_damaged(tree, item):
                        last = None  # every file is compared
                    if last is not None and last.sequence > item.sequence:
                        last = None  # the store is older than what it delivered
                    counts += self._write(tree, item, last)
                revision = _revision(tree, editions)
        return PublishResult(
            target=self._name,
            added=counts.added,
            changed=counts.changed,
            removed=counts.removed,
            revision=revision,
        )

    @contextmanager
    def reading(self) -> Iterator[Read]:
        """What is in the folder; see `Adoptable.reading`."""
        with self._errors_translated():
            self._base.mkdir(parents=True, exist_ok=True)
            with SafeFolder(self._base) as tree:

                def read(paths: Iterable[str]) -> dict[str, bytes]:
                    found = ((path, tree.read(path, _LARGEST)) for path in paths)
                    return {path: content for path, content in found if content is not None}

                yield read

    def _check(
        self, tree: SafeFolder, item: SealedEdition, last: TargetState | None, intact: bool
    ) -> None:
        """Raises PublishError where the edition may not replace what is there."""
        if item.forced or not tree.holds(item.prefix + manifest.DESCRIPTOR):
            return
        found = (tree.read(item.prefix + path, checksums.MAX_SIZE + 1) for path in standing.PATHS)
        own = standing.Own.of(item)
        refusal = standing.refusal(standing.Found(*found), own, last, untouched=intact)
        if refusal is not None:
            raise self._error(refusal.reason, TargetAhead if refusal.ahead else PublishError)

    def _lock(self, tree: SafeFolder) -> None:
        """One publication at a time; the lock goes with the process that holds it."""
        try:
            fcntl.flock(tree.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise self._error("another publication to it is running; wait until it ends") from error
        except OSError:
            return  # file systems without locks (some network drives)

    def _write(self, tree: SafeFolder, item: SealedEdition, last: TargetState | None) -> Counts:
        plan = self._plan(tree, item, last)
        for step in plan.steps() if plan else ():
            match step:
                case Put(info):
                    content = content_of(item, info)
                    tree.write_unsynced(item.prefix + info.path, content)
                case Replace(info):
                    tree.write(item.prefix + info.path, content_of(item, info))
                case Remove(path):
                    tree.remove(item.prefix + path)
                case Settle():
                    tree.sync()
                case _:
                    assert_never(step)
        return plan.counts

    def _plan(self, tree: SafeFolder, item: SealedEdition, last: TargetState | None) -> Plan:
        prefix = item.prefix
        if last is None:
            wanted = tuple(item.files())
            ours = chain(item.removed_since(0), _listed(tree, prefix))
            unwanted = set(ours) - {info.path for info in wanted}
            _clean_all(tree)
        else:
            wanted = tuple(item.changed_since(last.sequence))
            unwanted = set(item.removed_since(last.sequence))
            _clean(tree, prefix, wanted, unwanted)
        return make_plan(
            wanted, unwanted, partial(_state, tree, prefix), lambda path: tree.holds(prefix + path)
        )

    @contextmanager
    def _errors_translated(self) -> Iterator[None]:
        try:
            yield
        except NotAsSealed as error:
            raise self._error(str(error)) from error
        except Blocked as error:
            raise self._error(
                f"{error.filename} is a file or a symbolic link where a folder is needed; "
                "move it away and publish again"
            ) from error
        except OSError as error:
            why = _WHY.get(error.errno or 0, f"{error.strerror or error}; fix that, publish again")
            raise self._error(why) from error
        except checksums.PathRefused as error:
            raise self._error(f"a path of the edition is refused: {error}") from error

    def _error(self, clause: str, kind: type[PublishError] = PublishError) -> PublishError:
        message = f"the folder {self._base} could not be brought up to date: {clause}"
        return kind(message, target=self._name)


def _state(tree: SafeFolder, prefix: str, info: OutputInfo) -> State:
    path = prefix + info.path
    size = tree.size(path)
    if size == info.size and tree.digest(path) == info.sha256:
        return State.SAME
    return State.ABSENT if size is None and not tree.holds(path) else State.OTHER


def _is_damaged(tree: SafeFolder, item: SealedEdition) -> bool:
    """Whether every file is to be compared: somebody asked for it, or one is not as it was."""
    if item.check is Check.BYTES:
        return True
    if item.check is Check.CHANGES:
        return False
    return any(tree.size(item.prefix + info.path) != info.size for info in item.files())


def _is_intact(
    tree: SafeFolder, editions: tuple[SealedEdition, ...], delivered: dict[str, TargetState]
) -> bool:
    """Whether the root checksum files are those of the last delivery."""
    known = tuple(item for item in editions if item.edition in delivered)
    revision = _revision(tree, known)
    return revision is not None and all(
        delivered[item.edition].revision == revision for item in known
    )


def _revision(tree: SafeFolder, editions: tuple[SealedEdition, ...]) -> str | None:
    """The hash of the root checksum file; with several editions, of a checksum file of theirs."""
    digests = [(item.prefix, tree.digest(item.prefix + checksums.FILE)) for item in editions]
    if len(digests) == 1:
        return digests[0][1]
    lines = [
        f"{digest}  {prefix}{checksums.FILE}\n" for prefix, digest in sorted(digests) if digest
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest() if lines else None


def _listed(tree: SafeFolder, prefix: str) -> Iterator[str]:
    """Every path that the manifest found in the folder names; none where it is not a mirror's."""
    if not manifest.is_descriptor(
        tree.read(prefix + manifest.DESCRIPTOR, checksums.MAX_SIZE) or b""
    ):
        return
    pending = [""]
    while pending:
        folder = pending.pop()
        path = checksums.path_in(folder)
        for name in sorted(checksums.names_in(tree.read(prefix + path, checksums.MAX_SIZE) or b"")):
            listed = f"{folder}/{name}" if folder else name
            yield listed
            if name.endswith(f"/{checksums.FILE}") and listed.count("/") <= checksums.MAX_DEPTH:
                pending.append(checksums.folder_of(listed))


def _clean_all(tree: SafeFolder) -> None:
    """Remove what killed runs left half-written, anywhere."""
    left = [path for path in tree.walk() if path.rpartition("/")[2].startswith(TEMPORARY)]
    for folder in {checksums.folder_of(path) for path in left}:
        tree.clean(folder)


def _clean(
    tree: SafeFolder, prefix: str, wanted: tuple[OutputInfo, ...], unwanted: set[str]
) -> None:
    """The same in the folders that this publication, and so a killed one before it, writes to."""
    paths = chain((info.path for info in wanted), unwanted)
    for folder in sorted({checksums.folder_of(prefix + path) for path in paths}):
        tree.clean(folder)
