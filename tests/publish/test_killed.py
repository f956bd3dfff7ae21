"""A publication that is killed, at any point, is completed by the next one."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

import pytest

from mirrorpress.model import PublishResult, Target
from mirrorpress.protocols import TargetState
from mirrorpress.publish.folder import FolderTarget
from mirrorpress.publish.git import GitTarget
from publish.edition import MemoryEdition, first_edition, next_edition
from publish.places import files_at, files_in, git

KILLS = 12  # of each kind, twice
FORK = multiprocessing.get_context("fork")
FOLDER = Target(name="shelf", kind="folder", url="public", editions=("git",))
GIT = Target(name="host", kind="git", url="remote.git", editions=("git",))


def to_folder(root: Path, edition: MemoryEdition, since: dict[str, TargetState]) -> PublishResult:
    return FolderTarget(FOLDER, root).publish((edition,), since)


def to_git(root: Path, edition: MemoryEdition, since: dict[str, TargetState]) -> PublishResult:
    return GitTarget(GIT, root, root / "state").publish((edition,), since)


def large_edition() -> MemoryEdition:
    """As large as it takes to be killed at many different points."""
    edition = first_edition()
    return edition.change({f"articles/{n % 7}/{n}.md": b"# Page %d\n" % n * 90 for n in range(40)})


def later_edition(edition: MemoryEdition) -> MemoryEdition:
    next_edition(edition)
    return edition.change(
        {f"articles/{n % 9}/{n}.md": b"# Page %d again\n" % n * 90 for n in range(20, 60)},
        remove=tuple(f"articles/{n % 7}/{n}.md" for n in range(40)),
    )


Publish = Callable[[Path, MemoryEdition, dict[str, TargetState]], PublishResult]


class Stage:
    """A target with the earlier edition on it, to be brought to the later one again and again."""

    def __init__(self, root: Path, publish: Publish, *, empty: bool) -> None:
        self.root, self.publish = root, publish
        self.edition = large_edition()
        self.before = {} if empty else dict(self.edition.contents)
        self.since: dict[str, TargetState] = {}
        (root / "model").mkdir(parents=True)
        if not empty:
            result = publish(root / "model", self.edition, {})
            self.since = {"git": TargetState(self.edition.sequence, result.revision)}
        later_edition(self.edition)

    def fresh(self, name: str) -> Path:
        return Path(shutil.copytree(self.root / "model", self.root / name, symlinks=True))

    def complete(self, place: Path) -> PublishResult:
        return self.publish(place, self.edition, self.since)

    def killed(self, place: Path, step: int) -> bool:
        """Publish in another process that is killed at a step; whether it was still at work."""
        process = FORK.Process(target=self._work, args=(place, step))
        process.start()
        process.join()
        return process.exitcode == -signal.SIGKILL

    def _work(self, place: Path, step: int) -> None:
        steps = Steps(last=step)
        sys.setprofile(steps)
        self.complete(place)
        os._exit(0)

    def steps(self) -> int:
        """The steps of an undisturbed publication, which takes place in a process of its own.

        It is not the first one: that has more steps, as it fills caches.
        """
        self.complete(self.fresh("first"))
        here, there = FORK.Pipe(duplex=False)
        process = FORK.Process(target=self._count, args=(self.fresh("counted"), there))
        process.start()
        there.close()
        counted: int = here.recv()
        process.join()
        return counted

    def _count(self, place: Path, told: Connection) -> None:
        steps = Steps(last=None)
        sys.setprofile(steps)
        self.complete(place)
        sys.setprofile(None)
        told.send(steps.done)
        os._exit(0)


class Steps:
    """Counts calls and returns, of Python and of C, and kills its process at the last one.

    Steps do not depend on the load of the machine, as times do: every kill comes at a point of the
    publication, and at the same one each time.
    """

    def __init__(self, *, last: int | None) -> None:
        self.done, self.last = 0, last

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        self.done += 1
        if self.done == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def kill_steps(stage: Stage) -> list[int]:
    """Steps spread over an undisturbed publication."""
    steps = stage.steps()
    chance = random.Random(20260309)
    return [1 + int(steps * 0.95 * chance.random()) for _ in range(KILLS)]


def branch_of(remote: Path) -> str:
    return git(remote, "for-each-ref", "--format=%(objectname)", "refs/heads")


@pytest.mark.parametrize("empty", [False, True])
def test_a_folder_is_completed(tmp_path: Path, empty: bool) -> None:
    stage = Stage(tmp_path, to_folder, empty=empty)
    killed = 0
    for number, step in enumerate(kill_steps(stage)):
        place = stage.fresh(f"run{number}")
        killed += stage.killed(place, step)
        found = files_in(place / "public") if (place / "public").exists() else {}
        for path, body in found.items():
            if not path.rpartition("/")[2].startswith(".mirrorpress-"):
                assert body in (stage.before.get(path), stage.edition.contents.get(path))
        result = stage.complete(place)
        assert files_in(place / "public") == stage.edition.contents
        assert result.revision == to_folder(place, stage.edition, {}).revision
        shutil.rmtree(place)
    assert killed == KILLS


@pytest.mark.parametrize("empty", [False, True])
def test_a_branch_is_completed_by_the_same_commit(tmp_path: Path, empty: bool) -> None:
    stage = Stage(tmp_path, to_git, empty=empty)
    wanted = stage.complete(stage.fresh("undisturbed")).revision
    allowed = {"", wanted, stage.since["git"].revision if stage.since else ""}
    killed = 0
    for number, step in enumerate(kill_steps(stage)):
        place = stage.fresh(f"run{number}")
        killed += stage.killed(place, step)
        remote = place / "remote.git"
        assert not remote.exists() or branch_of(remote) in allowed
        assert stage.complete(place).revision == wanted
        assert git(remote, "rev-parse", "main") == wanted
        if number % 6 == 0:
            assert git(remote, "fsck", "--strict", "--connectivity-only") == ""
        shutil.rmtree(place, ignore_errors=True)
    assert killed == KILLS
    assert files_at(tmp_path / "undisturbed/remote.git") == stage.edition.contents
