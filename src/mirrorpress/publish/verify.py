"""Checks a copy of an edition against its signed manifest.

From the root checksum file down: each checksum file is read only after its own hash was found
right, so that everything followed is what the signature covers. What the copy holds beside that was
added. A checksum file that is changed or missing proves nothing; what is in its folder is reported
as unproven, and so is a folder that cannot be read. The copy may be hostile: whatever is in it, the
answer is a report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum

from mirrorpress.errors import VerifyError
from mirrorpress.publish import checksums, manifest, succession
from mirrorpress.publish.minisign import BadSignature, PublicKey, Signature, key_name
from mirrorpress.publish.printable import escaped
from mirrorpress.publish.readers import Copy, Exhausted, FolderCopy, GitCopy, RemoteCopy
from mirrorpress.publish.sampling import Sample, Ways

__all__ = [
    "Copy",
    "FolderCopy",
    "GitCopy",
    "RemoteCopy",
    "Sample",
    "Trust",
    "VerifyResult",
    "verify",
]

MAX_FILES = 5_000_000


class Trust(Enum):
    """What the signature of a copy is worth."""

    GOOD = "signed with the expected key"
    SUCCESSOR = "signed with a successor of the expected key"
    FIRST_USE = "trusted on first use: signed with the key that the copy itself brings"
    STRANGER = "signed with a stranger's key"
    BAD = "the signature does not fit the checksum file"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyResult:
    """What was found. Paths are as in the copy, with unprintable characters escaped."""

    trust: Trust
    key: str | None  # id of the key that the signature names, as minisign prints it
    descriptor: manifest.Descriptor | None  # mirror.json where it is whole, else the signed comment
    checked: int  # files and checksum files
    changed: tuple[str, ...]  # among them links and folders where files belong
    missing: tuple[str, ...]
    added: tuple[str, ...]
    unproven: tuple[
        str, ...
    ]  # folders with a checksum file changed or missing, or unreadable; "." is the root
    problems: tuple[str, ...]  # what else is wrong, a sentence each
    notes: tuple[str, ...]  # what was checked and what was not; nothing that is wrong
    listed: bool  # False: the copy cannot be listed, so nothing can be said of additions
    public_key: str | None = None  # that the signature was found good with, one line
    expected: str | None = None  # that was asked for
    sampled: tuple[int, int] | None = None  # files checked, of those in the checksum files read
    older: str | None = None  # why it is older than it should be (`seen`), a clause

    @property
    def intact(self) -> bool:
        """Whether the files are those of the checksum files, whoever made these."""
        return not (self.changed or self.missing or self.added or self.unproven or self.problems)

    @property
    def ok(self) -> bool:
        """Whether the copy is true, as far as the trust in its key goes, and no older one."""
        return self.intact and self.proven and self.older is None

    @property
    def proven(self) -> bool:
        """Whether the signature is good, with the expected key, its successor, or the copy's."""
        return self.trust in (Trust.GOOD, Trust.SUCCESSOR, Trust.FIRST_USE)


def verify(
    copy: Copy,
    key: PublicKey | None = None,
    *,
    sample: Sample | None = None,
    most: int = MAX_FILES,
) -> VerifyResult:
    """Check a copy, all of it or a sample. Where a limit is reached, that is a problem.

    Args:
        key: the mirror's public key, from elsewhere; a successor that it names will do, and None
            trusts the one in the copy; the report says so.
        sample: which files are enough; None is all, and a search for added ones.
        most: files that are followed, which a hostile copy may name without end.

    Raises:
        VerifyError: there is no signed manifest in the copy at all, or none within the limits.
    """
    sums = copy.read(checksums.FILE)
    if sums is None:
        raise VerifyError(
            f"there is no {checksums.FILE} at the root of this copy, so it cannot be checked; "
            "give the root of an edition, or another copy; "
            "--git checks a commit of a git repository"
        )
    signed = _judged(copy, sums, key)
    walk = _Walk(copy, most)
    described = manifest.parse_comment(signed.comment or "")
    try:
        if sample is None:
            walk.follow(sums)
        else:
            walk.sample(sums, sample)
        described = walk.descriptor(signed.comment) or described
        if sample is None:
            walk.look_around(() if described is None else described.extras)
    except Exhausted as error:
        walk.problems.append(f"{error}; the rest is left, after {walk.checked} files")
    return VerifyResult(
        trust=signed.trust,
        key=signed.key,
        descriptor=described,
        checked=walk.checked,
        changed=_shown(walk.changed),
        missing=_shown(walk.missing),
        added=_shown(walk.added),
        unproven=_shown(folder or "." for folder in walk.unproven),
        problems=tuple(escaped(problem) for problem in walk.problems),
        notes=tuple(escaped(note) for note in (*copy.notes(), *walk.notes())),
        listed=walk.listed,
        public_key=signed.public_key,
        expected=None if key is None else key.line,
        sampled=None if sample is None else (walk.sampled, walk.files),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signed:
    """What the signature is worth."""

    trust: Trust
    key: str | None = None  # id of the key that it names
    public_key: str | None = None  # that it was found good with
    comment: str | None = None  # that it covers


def _judged(copy: Copy, sums: bytes, key: PublicKey | None) -> _Signed:
    text = copy.read(checksums.SIGNATURE)
    if text is None:
        return _Signed(trust=Trust.UNSIGNED)
    try:
        signature = Signature.parse(text)
    except BadSignature:
        return _Signed(trust=Trust.BAD)
    signer = key_name(signature.id)
    candidates = tuple(_keys_in(copy)) if key is None else (key,)
    if key is not None and signature.id != key.id:
        candidates += succession.successors(key, succession.parsed(copy.read(manifest.SUCCESSOR)))
    for candidate in candidates:
        try:
            comment = candidate.verify(sums, text)
        except BadSignature:
            continue
        trust = Trust.GOOD if candidate == key else Trust.SUCCESSOR
        trust = Trust.FIRST_USE if key is None else trust
        return _Signed(trust=trust, key=signer, public_key=candidate.line, comment=comment)
    known = any(candidate.id == signature.id for candidate in candidates)
    return _Signed(trust=Trust.BAD if known else Trust.STRANGER, key=signer)


def _keys_in(copy: Copy) -> Iterator[PublicKey]:
    """The keys that the copy says are its mirror's."""
    with suppress(ValueError):
        yield PublicKey.parse(copy.read(manifest.PUBLIC_KEY) or b"")
    with suppress(ValueError):  # there again, should the other one be damaged
        described = manifest.parse_descriptor(copy.read(manifest.DESCRIPTOR) or b"")
        yield PublicKey.parse(described.key or "")


@dataclass(slots=True)
class _Walk:
    """The way through a copy, and what was found on it."""

    copy: Copy
    most: int
    cut: bool = False  # whether more is named than is followed
    named: int = 0  # entries of all checksum files that were read
    files: int = 0  # those among them that a sample is taken from
    checked: int = 0
    sampled: int = 0
    listed: bool = True
    changed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    unproven: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    others: int = 0  # files that the mirror left to others

    def notes(self) -> Iterator[str]:
        """What is not wrong, a clause each."""
        if self.others:
            yield f"files that mirror.json leaves to others were not checked: {self.others}"

    def follow(self, root: bytes) -> None:
        """Check all that the root checksum file covers."""
        pending = [("", root)]
        while pending:
            folder, sums = pending.pop()
            entries = self._bounded(folder, sums)
            pending += self._check(entries)
            if self.cut:
                return

    def sample(self, root: bytes, sample: Sample) -> None:
        """Check mirror.json, and as many files as wanted on ways at random from the root down."""
        self.listed = False
        entries = self._bounded("", root)
        if manifest.DESCRIPTOR in entries:
            self._check({manifest.DESCRIPTOR: entries.pop(manifest.DESCRIPTOR)})
        self.files += _files(entries)
        ways = Ways(entries, self._below, sample.choose)
        while self.sampled < sample.count and (chosen := ways.next()) is not None:
            self._check(dict([chosen]))
            self.sampled += 1

    def _below(self, path: str, digest: str) -> dict[str, str]:
        """What the checksum file at a path names, where it is the one that its hash says."""
        sums = self._checksum_file(path, digest)
        if sums is None:
            return {}
        entries = self._bounded(checksums.folder_of(path), sums)
        self.files += _files(entries)
        return entries

    def _bounded(self, folder: str, sums: bytes) -> dict[str, str]:
        """Path and hash of all that a checksum file names, as far as that is within the bound."""
        entries = self._entries(folder, sums)
        room = self.most - self.named
        if len(entries) > room:
            self.problems.append(f"it names more than {self.most} files; the rest is left")
            entries, self.cut = dict(list(entries.items())[:room]), True
        self.named += len(entries)
        self.known.update(entries)
        return entries

    def _check(self, entries: Mapping[str, str]) -> list[tuple[str, bytes]]:
        """Compare a folder's files; the subfolders to go on with, and their checksum files."""
        files = [path for path in entries if not path.endswith(f"/{checksums.FILE}")]
        for path, found in zip(files, self.copy.digests(files), strict=True):
            self._compare(path, entries[path], found)
        subfolders = (
            (path, self._checksum_file(path, entries[path])) for path in entries.keys() - files
        )
        return [
            (checksums.folder_of(path), below) for path, below in subfolders if below is not None
        ]

    def look_around(self, extras: Iterable[str]) -> None:
        """Find what is there beside, and is not named as others'."""
        unproven = frozenset(self.unproven)
        paths = self.copy.paths(self.unproven.append)
        if paths is None:
            self.listed = False
            return
        for number, path in enumerate(paths):
            if number > 2 * self.most:
                self.problems.append(f"it holds more than {number} files; the rest is left")
                return
            own = path in self.known or path in (checksums.FILE, checksums.SIGNATURE)
            if own or not unproven.isdisjoint(checksums.folders_above(path)):
                continue
            if manifest.is_extra(path, extras):
                self.others += 1
            else:
                self.added.append(path)

    def descriptor(self, comment: str | None) -> manifest.Descriptor | None:
        """What mirror.json says, where it is whole, compared with the signed comment."""
        if manifest.DESCRIPTOR not in self.known:
            return None
        if manifest.DESCRIPTOR in self.changed or manifest.DESCRIPTOR in self.missing:
            return None
        try:
            described = manifest.parse_descriptor(self.copy.read(manifest.DESCRIPTOR) or b"")
        except ValueError as error:
            self.problems.append(str(error))
            return None
        if comment is not None and comment != manifest.trusted_comment(described):
            self.problems.append(f"mirror.json and the signature's comment differ: {comment}")
        return described

    def _entries(self, folder: str, sums: bytes) -> dict[str, str]:
        """Path and hash of all that a checksum file names; none where it is not a checksum file."""
        try:
            return {
                checksums.checked_path(f"{folder}/{name}" if folder else name): digest
                for name, digest in checksums.parse(sums).items()
            }
        except ValueError as error:
            self.problems.append(f"{checksums.path_in(folder)} is not a checksum file: {error}")
            self.unproven.append(folder)
            return {}

    def _checksum_file(self, path: str, digest: str) -> bytes | None:
        """A folder's checksum file, where it is the one that its hash says."""
        content = self.copy.read(path)
        if content is None:
            (found,) = self.copy.digests([path])
        else:
            found = hashlib.sha256(content).hexdigest()
        if self._compare(path, digest, found):
            return content
        self.unproven.append(checksums.folder_of(path))
        return None

    def _compare(self, path: str, digest: str, found: str | None) -> bool:
        self.checked += 1
        if found is None:
            self.missing.append(path)
        elif found != digest:
            self.changed.append(path)
        return found == digest


def _files(entries: Iterable[str]) -> int:
    return sum(not path.endswith(f"/{checksums.FILE}") for path in entries)


def _shown(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({escaped(path) for path in paths}))
