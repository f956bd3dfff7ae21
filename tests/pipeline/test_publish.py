"""Delivery: every target gets what it lacks, and one that fails harms no other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mirrorpress.model import PublishResult, Target
from mirrorpress.pipeline import publish_editions
from mirrorpress.progress import Silent, Summary
from mirrorpress.protocols import TargetState
from mirrorpress.publish.folder import FolderTarget
from mirrorpress.publish.verify import FolderCopy, verify
from mirrorpress.store import Database
from mirrorpress.store.store import FILE
from pipeline.memory_mirror import GIT, KEY, SETTINGS, WEB, MemoryMirror, MemoryTarget, later
from store.samples import id_of


class Listening(Silent):
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.advanced = 0

    def note(self, text: str) -> None:
        self.notes.append(text)

    def advance(self, step: str, count: int = 1) -> None:
        self.advanced += count


def named(name: str, *editions: str) -> Target:
    return Target(name=name, kind="memory", url="", editions=editions)


def delivered(mirror: MemoryMirror) -> tuple[PublishResult, ...]:
    """What the targets did."""
    summary = Summary()
    publish_editions(mirror.components, summary)
    return tuple(summary.targets)


def files(mirror: MemoryMirror, edition: str = "web", prefix: str = "") -> dict[str, bytes]:
    return {prefix + path: content for path, content in mirror.files(edition).items()}


@pytest.fixture
def disk() -> MemoryTarget:
    return MemoryTarget("disk")


@pytest.fixture
def far() -> MemoryTarget:
    return MemoryTarget("far")


@pytest.fixture
def mirror(disk: MemoryTarget, far: MemoryTarget) -> Iterator[MemoryMirror]:
    """A printed mirror with two targets."""
    both = replace(SETTINGS, targets=(named("far", "web"), named("disk", "web")))
    with closing(MemoryMirror(both, targets=(disk, far))) as made:
        made.keep("tide")
        made.render()
        yield made


def test_every_target_gets_the_edition(
    mirror: MemoryMirror, disk: MemoryTarget, far: MemoryTarget
) -> None:
    results = delivered(mirror)
    assert [result.target for result in results] == ["far", "disk"]
    assert {result.added for result in results} == {len(mirror.files())}
    assert disk.files == far.files == files(mirror)
    assert disk.told == [{}]


def test_what_a_target_holds_is_told_to_it(mirror: MemoryMirror, disk: MemoryTarget) -> None:
    delivered(mirror)
    mirror.store.articles.withdraw(id_of("tide"), later(1))
    mirror.keep("fog")
    mirror.render()
    delivered(mirror)
    assert disk.told == [{}, {"web": TargetState(1, "revision 1")}]
    assert disk.files == files(mirror)
    delivered(mirror)
    assert disk.told[2] == {"web": TargetState(2, "revision 2")}


def test_a_target_that_fails_is_named_and_caught_up_later(
    mirror: MemoryMirror, disk: MemoryTarget, far: MemoryTarget
) -> None:
    far.failing = True
    listening = Listening()
    mirror.components = replace(mirror.components, reporter=listening)
    assert delivered(mirror)[0] == PublishResult(
        target="far", error="the disk is gone; bring it back"
    )
    assert listening.notes == ["far: the disk is gone; bring it back"]
    assert listening.advanced == 1  # "1 of 2": the other one is not done
    assert (far.files, disk.files) == ({}, files(mirror))
    mirror.keep("fog")
    mirror.render()
    delivered(mirror)
    far.failing = False
    assert [result.error for result in delivered(mirror)] == [None, None]
    assert far.files == disk.files == files(mirror)
    assert far.told == [{}, {}, {}]


def test_a_failure_in_between_is_caught_up_from_where_it_was(
    mirror: MemoryMirror, far: MemoryTarget
) -> None:
    delivered(mirror)
    mirror.keep("tide", title="Tide comes in")
    mirror.render()
    far.failing = True
    delivered(mirror)
    mirror.keep("fog")
    mirror.render()
    far.failing = False
    delivered(mirror)
    assert far.told[-1] == {"web": TargetState(1, "revision 1")}
    assert far.files == files(mirror)


def test_what_a_target_reports_goes_into_the_summary(
    mirror: MemoryMirror, far: MemoryTarget
) -> None:
    summary = Summary()
    publish_editions(mirror.components, summary)
    assert summary.clean
    far.failing = True
    publish_editions(mirror.components, summary)
    assert not summary.clean
    assert len(summary.targets) == 4


def test_several_editions_have_folders_of_their_own(disk: MemoryTarget) -> None:
    several = replace(SETTINGS, editions=(WEB, GIT), targets=(named("disk", "git", "web"),))
    with closing(MemoryMirror(several, targets=(disk,))) as mirror:
        mirror.keep("tide")
        mirror.render()
        (result,) = delivered(mirror)
        assert disk.files == files(mirror, "web", "web/") | files(mirror, "git", "git/")
        assert mirror.store.editions.delivered("disk") == {
            "web": (1, result.revision),
            "git": (1, result.revision),
        }


def test_an_edition_that_was_never_sealed_is_not_delivered(disk: MemoryTarget) -> None:
    with closing(MemoryMirror(targets=(disk,))) as mirror:
        assert delivered(mirror) == (PublishResult(target="disk"),)
        assert mirror.store.editions.delivered("disk") == {}
        assert disk.told == []


def test_an_idle_delivery_writes_nothing(tmp_path: Path) -> None:
    class Still(MemoryTarget):
        def publish(self, editions, delivered):  # type: ignore[no-untyped-def]
            return replace(super().publish(editions, delivered), revision="the same")

    several = replace(SETTINGS, editions=(WEB, GIT), targets=(named("disk", "web", "git"),))
    with (
        closing(MemoryMirror(several, folder=tmp_path, targets=(Still(),))) as mirror,
        closing(Database(tmp_path / FILE)) as watcher,
    ):
        mirror.keep("tide")
        mirror.render()
        delivered(mirror)
        version = watcher.row("PRAGMA data_version")
        delivered(mirror)
        assert watcher.row("PRAGMA data_version") == version
        mirror.change(targets=(named("disk", "web"),))  # it carries less from now on
        delivered(mirror)
        assert watcher.row("PRAGMA data_version") == version


def test_an_edition_that_a_target_carries_no_more_is_not_told_of(disk: MemoryTarget) -> None:
    several = replace(SETTINGS, editions=(WEB, GIT), targets=(named("disk", "web", "git"),))
    with closing(MemoryMirror(several, targets=(disk,))) as mirror:
        mirror.keep("tide")
        mirror.render()
        delivered(mirror)
        mirror.change(targets=(named("disk", "web"),))
        delivered(mirror)
        assert disk.told[-1].keys() == {"web"}


def test_a_real_folder_is_brought_from_state_to_state(tmp_path: Path) -> None:
    target = Target(name="disk", kind="folder", url="public", editions=("web",))
    with closing(MemoryMirror(replace(SETTINGS, targets=(target,)))) as mirror:
        mirror.components = replace(
            mirror.components, targets={"disk": FolderTarget(target, tmp_path)}
        )
        mirror.keep("tide", pictures=("https://img.example/pier.jpg",))
        mirror.had("https://img.example/pier.jpg", id_of("tide"))
        for step in ("first", "revised", "withdrawn", "another name"):
            match step:
                case "revised":
                    mirror.keep("tide", title="Tide comes in")
                    mirror.keep("fog", hours=30)
                case "withdrawn":
                    mirror.store.articles.withdraw(id_of("tide"), later(40))
                case "another name":
                    mirror.change(name="Bay mirror")
            mirror.render()
            (result,) = delivered(mirror)
            assert result.error is None
            report = verify(FolderCopy(tmp_path / "public"), KEY.public)
            assert report.ok, (step, report)
        assert delivered(mirror)[0] == replace(result, added=0, changed=0, removed=0)
