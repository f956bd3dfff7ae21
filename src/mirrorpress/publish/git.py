"""A target that is a branch of a git repository: at a host, on a server, on a carried disk.

1. Ask the remote where its branch stands (the tip).
2. Where that is not what we hold, fetch the tip: its commit and folders, not its files.
3. Compare. Tip as delivered last: what changed since, by the editions' own account. Anything
   else there (others pushed, the branch was rewritten): every file, by its git blob id, which is
   computed here. Files that are not the mirror's own stay.
4. Write one commit on top of the tip with `git fast-import`: no work tree, no index. Its author,
   date and message depend on the editions alone, so the same editions give the same commit id.
5. Push it, never by force. A remote takes a commit whole or not at all, so that it is whole at
   every moment. When somebody pushed in between, once more from 1.

The local repository is a cache: when it is damaged, it is made again.
"""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from pathlib import Path

from mirrorpress.errors import PublishError, TargetAhead
from mirrorpress.model import OutputInfo, PublishResult, Target
from mirrorpress.options import as_options
from mirrorpress.protocols import SealedEdition, TargetState
from mirrorpress.publish import checksums, gitadvice, manifest, standing
from mirrorpress.publish.adoption import Read
from mirrorpress.publish.gitcommand import GitFailed, GitMissing
from mirrorpress.publish.gitoptions import GitOptions, overlap
from mirrorpress.publish.gitremote import Branch, Damaged, Held, Rejected
from mirrorpress.publish.plan import Counts, NotAsSealed, Plan, State, content_of, make_plan
from mirrorpress.redact import without_secrets

AUTHOR = b"mirrorpress <mirror@invalid>"  # says nothing of the machine or its user


class GitTarget:
    """Keeps a branch of a git repository as its editions are.

    Args:
        target: `url` is anything `git push` takes over https, ssh, git or a path. A path is
            relative to `root`; a path below `root` where there is nothing yet becomes a new bare
            repository, with HEAD at the target's branch.
        root: the folder of mirror.toml.
        work: a folder for the local repository, `<target's name>.git`.
    """

    options = GitOptions
    overlap = staticmethod(overlap)

    def __init__(self, target: Target, root: Path, work: Path) -> None:
        branch = as_options(target.options, GitOptions).branch
        self._name = target.name
        self._url = without_secrets(target.url)
        self._work = work
        self._branch = Branch(
            url=target.url, branch=branch, root=root, cache=work / f"{target.name}.git"
        )

    def publish(
        self, editions: tuple[SealedEdition, ...], delivered: dict[str, TargetState]
    ) -> PublishResult:
        """Bring the branch up to date; see `TargetKind.publish`."""
        with self._errors_translated(), self._locked():
            try:
                return self._published(editions, delivered)
            except Damaged:
                self._branch.forget()
                return self._published(editions, delivered)

    @contextmanager
    def reading(self) -> Iterator[Read]:
        """What the branch holds; see `Adoptable.reading`."""
        with self._errors_translated(), self._locked():
            tip = self._branch.fetch(self._branch.prepare())

            def read(paths: Iterable[str]) -> dict[str, bytes]:
                held = self._branch.held(tip, sorted(paths)) if tip is not None else {}
                contents = self._branch.contents(held.values()) if held else {}
                return {path: contents[entry] for path, entry in held.items() if entry in contents}

            yield read

    def _published(
        self, editions: tuple[SealedEdition, ...], delivered: dict[str, TargetState]
    ) -> PublishResult:
        tip = self._branch.prepare()
        for _ in range(2):
            tip, counts, commit = self._committed(tip, editions, delivered)
            if commit is None:
                return self._result(counts, tip)
            try:
                self._branch.push(commit)
            except Rejected as rejected:
                built_on, tip = tip, self._branch.tip()
                if tip == commit:  # our push, taken for failed, arrived after all
                    return self._result(counts, commit)
                if tip == built_on:
                    raise self._error(gitadvice.on_rejection(str(rejected))) from rejected
            else:
                self._branch.tidy()
                return self._result(counts, commit)
        raise self._error("others keep pushing to the branch; publish again when they are done")

    def _committed(
        self,
        tip: str | None,
        editions: tuple[SealedEdition, ...],
        delivered: dict[str, TargetState],
    ) -> tuple[str | None, Counts, str | None]:
        """The tip, what differs there from the editions, and the commit that repairs it."""
        if all(_is_current(item, tip, delivered) for item in editions):
            return tip, Counts(), None
        tip = self._branch.fetch(tip)
        if tip is not None:
            for item in editions:
                self._check(tip, item, delivered.get(item.edition))
        parts = tuple(
            _Part(item, self._plan(item, tip, delivered.get(item.edition))) for item in editions
        )
        counts = sum((part.plan.counts for part in parts), Counts())
        if not any(part.plan for part in parts):
            return tip, counts, None
        message = commit_message(editions, counts).encode()
        commit = self._branch.commit(tip, _author(editions), message, self._changes(parts))
        return tip, counts, commit

    def _check(self, tip: str, item: SealedEdition, last: TargetState | None) -> None:
        """Raises PublishError where the edition may not replace what is there."""
        if item.forced or (last is not None and _builds_on(item, tip, last)):
            return
        held = self._branch.held(tip, [item.prefix + path for path in standing.PATHS])
        own = standing.Own.of(item)
        entries = [held.get(item.prefix + path, "") for path in standing.PATHS]
        if not entries[0] or entries[1] == _entry(own.sums):
            return
        contents = self._branch.contents(entries)
        unknown = last is None or last.sequence > item.sequence
        if unknown and entries[0].startswith("100") and entries[0] not in contents:
            raise self._error("what is there cannot be read; publish again")
        found = (contents.get(entry) for entry in entries)
        refusal = standing.refusal(standing.Found(*found), own, last, untouched=False)
        if refusal is not None:
            raise self._error(refusal.reason, TargetAhead if refusal.ahead else PublishError)

    def _plan(self, item: SealedEdition, tip: str | None, last: TargetState | None) -> Plan:
        if tip is not None and last is not None and _builds_on(item, tip, last):
            wanted = tuple(item.changed_since(last.sequence))
            unwanted = set(item.removed_since(last.sequence))
            paths = {checksums.FILE, *(info.path for info in wanted), *unwanted}
            held = self._branch.held(tip, sorted(item.prefix + path for path in paths))
            if item.prefix + checksums.FILE in held:  # the edition has not changed its place
                return self._compared(item, wanted, unwanted, held)
        wanted = tuple(item.files())
        held = self._branch.held_below(tip, item.prefix) if tip is not None else {}
        paths = {info.path for info in wanted}
        unwanted = set(item.removed_since(0)) - paths
        there = {path.removeprefix(item.prefix) for path in held}
        unwanted |= self._sealed_before(item, there - paths - unwanted, held)
        return self._compared(item, wanted, unwanted, held)

    def _sealed_before(self, item: SealedEdition, strays: set[str], held: Held) -> set[str]:
        """Which of the files outside the edition the manifest found there names as its own."""
        described = held.get(item.prefix + manifest.DESCRIPTOR)
        if not strays or described is None:
            return set()
        folders = {folder for path in strays if (folder := checksums.listed_in(path)) is not None}
        places = {folder: held.get(item.prefix + checksums.path_in(folder)) for folder in folders}
        entries = {described, *(entry for entry in places.values() if entry is not None)}
        contents = self._branch.contents(entries)
        if not manifest.is_descriptor(contents.get(described, b"")):
            return set()
        names = {
            folder: checksums.names_in(contents.get(entry or "", b""))
            for folder, entry in places.items()
        }
        return {
            path
            for path in strays
            if (folder := checksums.listed_in(path)) is not None
            and checksums.listed_as(path) in names[folder]
        }

    def _compared(
        self, item: SealedEdition, wanted: tuple[OutputInfo, ...], unwanted: set[str], held: Held
    ) -> Plan:
        state = partial(self._state, item, held)
        return make_plan(wanted, unwanted, state, lambda path: item.prefix + path in held)

    def _state(self, item: SealedEdition, held: Held, info: OutputInfo) -> State:
        there = held.get(item.prefix + info.path)
        if there is None:
            return State.ABSENT
        same = there == _entry(content_of(item, info))
        return State.SAME if same else State.OTHER

    def _changes(self, parts: tuple[_Part, ...]) -> Iterator[bytes]:
        """The parts' plans as commands of fast-import (see `git help fast-import`)."""
        for part in parts:
            for gone in part.plan.removed:
                yield b"D %s\n" % _quoted(part.item.prefix + gone)
        for part in parts:
            for info in (*part.plan.added, *part.plan.changed):
                content, path = content_of(part.item, info), part.item.prefix + info.path
                yield b"M 100644 inline %s\ndata %d\n" % (_quoted(path), len(content))
                yield content
                yield b"\n"

    def _result(self, counts: Counts, revision: str | None) -> PublishResult:
        return PublishResult(
            target=self._name,
            added=counts.added,
            changed=counts.changed,
            removed=counts.removed,
            revision=revision,
        )

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One publication at a time; the lock goes with the process that holds it.

        A record lock, unlike flock's, does not pass to the processes that are started meanwhile.
        """
        self._work.mkdir(parents=True, exist_ok=True)
        with (self._work / f"{self._name}.lock").open("ab") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError) as error:
                message = "another publication to it is running; wait until it ends"
                raise self._error(message) from error
            yield

    @contextmanager
    def _errors_translated(self) -> Iterator[None]:
        try:
            yield
        except (GitMissing, NotAsSealed) as error:
            raise self._error(str(error)) from error
        except GitFailed as error:
            raise self._error(gitadvice.on_failure(str(error))) from error
        except Damaged as error:
            said = gitadvice.short(str(error))
            raise self._error(f"the local repository in {self._work} fails: {said}") from error
        except OSError as error:
            why = f"{error.strerror or error} ({self._work}); fix that and publish again"
            raise self._error(why) from error
        except checksums.PathRefused as error:
            raise self._error(f"a path of the edition is refused: {error}") from error

    def _error(self, clause: str, kind: type[PublishError] = PublishError) -> PublishError:
        message = f"the git repository {self._url} could not be brought up to date: {clause}"
        return kind(message, target=self._name)


@dataclass(frozen=True, slots=True)
class _Part:
    """An edition, and what it needs at the target."""

    item: SealedEdition
    plan: Plan


def blob_id(content: bytes) -> str:
    """The id that git gives a file with this content."""
    return hashlib.sha1(b"blob %d\0%s" % (len(content), content), usedforsecurity=False).hexdigest()


def _entry(content: bytes) -> str:
    """A plain file with this content, as `Held` has it."""
    return f"100644 {blob_id(content)}"


def commit_message(editions: tuple[SealedEdition, ...], counts: Counts) -> str:
    """One plain line: which editions of which day, and how many files were touched."""
    if len(editions) == 1:
        which = f"Edition {editions[0].sequence}"
    else:
        which = "Editions " + ", ".join(f"{item.edition} {item.sequence}" for item in editions)
    day = max(item.sealed for item in editions).astimezone(UTC).date().isoformat()
    numbers = ((counts.added, "added"), (counts.changed, "changed"), (counts.removed, "removed"))
    what = ", ".join(f"{number} {verb}" for number, verb in numbers if number)
    return f"{which} of {day}: {what or 'signature renewed'}\n"


def _author(editions: tuple[SealedEdition, ...]) -> bytes:
    """Who and when, which depend on nothing of this machine."""
    sealed = max(item.sealed for item in editions)
    return b"%s %d +0000" % (AUTHOR, int(sealed.timestamp()))


def _is_current(item: SealedEdition, tip: str | None, delivered: dict[str, TargetState]) -> bool:
    last = delivered.get(item.edition)
    return tip is not None and last == TargetState(sequence=item.sequence, revision=tip)


def _builds_on(item: SealedEdition, tip: str, last: TargetState) -> bool:
    """Whether the edition can tell what changed since the tip."""
    return last.revision == tip and last.sequence <= item.sequence


def _quoted(path: str) -> bytes:
    """A path as fast-import reads it in quotes."""
    return b'"%s"' % path.replace("\\", "\\\\").replace('"', '\\"').encode()
