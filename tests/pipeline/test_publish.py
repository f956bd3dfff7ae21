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
from pipeline.desk import GIT, KEY, SETTINGS, WEB, Desk, MemoryTarget, later
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


def delivered(desk: Desk) -> tuple[PublishResult, ...]:
    """What the targets did."""
    summary = Summary()
    publish_editions(desk.parts, summary)
    return tuple(summary.targets)


def files(desk: Desk, edition: str = "web", prefix: str = "") -> dict[str, bytes]:
    return {prefix + path: content for path, content in desk.files(edition).items()}


@pytest.fixture
def disk() -> MemoryTarget:
    return MemoryTarget("disk")


@pytest.fixture
def far() -> MemoryTarget:
    return MemoryTarget("far")


@pytest.fixture
def desk(disk: MemoryTarget, far: MemoryTarget) -> Iterator[Desk]:
    """A printed mirror with two targets."""
    both = replace(SETTINGS, targets=(named("far", "web"), named("disk", "web")))
    with closing(Desk(both, targets=(disk, far))) as made:
        made.keep("tide")
        made.print()
        yield made


def test_every_target_gets_the_edition(desk: Desk, disk: MemoryTarget, far: MemoryTarget) -> None:
    results = delivered(desk)
    assert [result.target for result in results] == ["far", "disk"]
    assert {result.added for result in results} == {len(desk.files())}
    assert disk.files == far.files == files(desk)
    assert disk.told == [{}]


def test_what_a_target_holds_is_told_to_it(desk: Desk, disk: MemoryTarget) -> None:
    delivered(desk)
    desk.store.articles.withdraw(id_of("tide"), later(1))
    desk.keep("fog")
    desk.print()
    delivered(desk)
    assert disk.told == [{}, {"web": TargetState(1, "revision 1")}]
    assert disk.files == files(desk)
    delivered(desk)
    assert disk.told[2] == {"web": TargetState(2, "revision 2")}


def test_a_target_that_fails_is_named_and_caught_up_later(
    desk: Desk, disk: MemoryTarget, far: MemoryTarget
) -> None:
    far.failing = True
    listening = Listening()
    desk.parts = replace(desk.parts, reporter=listening)
    assert delivered(desk)[0] == PublishResult(
        target="far", error="the disk is gone; bring it back"
    )
    assert listening.notes == ["far: the disk is gone; bring it back"]
    assert listening.advanced == 1  # "1 of 2": the other one is not done
    assert (far.files, disk.files) == ({}, files(desk))
    desk.keep("fog")
    desk.print()
    delivered(desk)
    far.failing = False
    assert [result.error for result in delivered(desk)] == [None, None]
    assert far.files == disk.files == files(desk)
    assert far.told == [{}, {}, {}]


def test_a_failure_in_between_is_caught_up_from_where_it_was(desk: Desk, far: MemoryTarget) -> None:
    delivered(desk)
    desk.keep("tide", title="Tide comes in")
    desk.print()
    far.failing = True
    delivered(desk)
    desk.keep("fog")
    desk.print()
    far.failing = False
    delivered(desk)
    assert far.told[-1] == {"web": TargetState(1, "revision 1")}
    assert far.files == files(desk)


def test_what_a_target_reports_goes_into_the_summary(desk: Desk, far: MemoryTarget) -> None:
    summary = Summary()
    publish_editions(desk.parts, summary)
    assert summary.clean
    far.failing = True
    publish_editions(desk.parts, summary)
    assert not summary.clean
    assert len(summary.targets) == 4


def test_several_editions_have_folders_of_their_own(disk: MemoryTarget) -> None:
    several = replace(SETTINGS, editions=(WEB, GIT), targets=(named("disk", "git", "web"),))
    with closing(Desk(several, targets=(disk,))) as desk:
        desk.keep("tide")
        desk.print()
        (result,) = delivered(desk)
        assert disk.files == files(desk, "web", "web/") | files(desk, "git", "git/")
        assert desk.store.editions.delivered("disk") == {
            "web": (1, result.revision),
            "git": (1, result.revision),
        }


def test_an_edition_that_was_never_sealed_is_not_delivered(disk: MemoryTarget) -> None:
    with closing(Desk(targets=(disk,))) as desk:
        assert delivered(desk) == (PublishResult(target="disk"),)
        assert desk.store.editions.delivered("disk") == {}
        assert disk.told == []


def test_an_idle_delivery_writes_nothing(tmp_path: Path) -> None:
    class Still(MemoryTarget):
        def publish(self, editions, delivered):  # type: ignore[no-untyped-def]
            return replace(super().publish(editions, delivered), revision="the same")

    several = replace(SETTINGS, editions=(WEB, GIT), targets=(named("disk", "web", "git"),))
    with (
        closing(Desk(several, folder=tmp_path, targets=(Still(),))) as desk,
        closing(Database(tmp_path / FILE)) as watcher,
    ):
        desk.keep("tide")
        desk.print()
        delivered(desk)
        version = watcher.row("PRAGMA data_version")
        delivered(desk)
        assert watcher.row("PRAGMA data_version") == version
        desk.change(targets=(named("disk", "web"),))  # it carries less from now on
        delivered(desk)
        assert watcher.row("PRAGMA data_version") == version


def test_an_edition_that_a_target_carries_no_more_is_not_told_of(disk: MemoryTarget) -> None:
    several = replace(SETTINGS, editions=(WEB, GIT), targets=(named("disk", "web", "git"),))
    with closing(Desk(several, targets=(disk,))) as desk:
        desk.keep("tide")
        desk.print()
        delivered(desk)
        desk.change(targets=(named("disk", "web"),))
        delivered(desk)
        assert disk.told[-1].keys() == {"web"}


def test_a_real_folder_is_brought_from_state_to_state(tmp_path: Path) -> None:
    target = Target(name="disk", kind="folder", url="public", editions=("web",))
    with closing(Desk(replace(SETTINGS, targets=(target,)))) as desk:
        desk.parts = replace(desk.parts, targets={"disk": FolderTarget(target, tmp_path)})
        desk.keep("tide", pictures=("https://img.example/pier.jpg",))
        desk.had("https://img.example/pier.jpg", id_of("tide"))
        for step in ("first", "revised", "withdrawn", "another name"):
            match step:
                case "revised":
                    desk.keep("tide", title="Tide comes in")
                    desk.keep("fog", hours=30)
                case "withdrawn":
                    desk.store.articles.withdraw(id_of("tide"), later(40))
                case "another name":
                    desk.change(name="Bay mirror")
            desk.print()
            (result,) = delivered(desk)
            assert result.error is None
            report = verify(FolderCopy(tmp_path / "public"), KEY.public)
            assert report.ok, (step, report)
        assert delivered(desk)[0] == replace(result, added=0, changed=0, removed=0)
