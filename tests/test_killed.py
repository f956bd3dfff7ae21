"""Rounds that are killed outright, again and again: the end is as if nobody had.

Real processes, real SQLite, real git. Each trial kills a round several times at random points, lets
the next one finish, and compares everything a reader could see byte by byte, and every commit, with
a mirror that was left in peace.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrorpress.store import hold
from mirrors import Mirror, make_mirror, settings

OUTLETS = ("estran", "qandil")
TRIALS = 9
KILLS = 6  # in one trial: 54 in all
SEED = 20260309


@pytest.fixture(scope="module")
def server() -> Iterator[NewsroomServer]:
    with NewsroomServer(Newsroom(1)) as running:
        yield running


@pytest.fixture(scope="module")
def peace(server: NewsroomServer, tmp_path_factory: pytest.TempPathFactory) -> Mirror:
    """A mirror after one undisturbed round."""
    text = settings(server.newsroom, server, OUTLETS)
    mirror = make_mirror(tmp_path_factory.mktemp("peace") / "mirror", text)
    summary = mirror.round()
    assert summary["new"] == 12
    assert summary["failed"] == []
    return mirror


@pytest.fixture(scope="module")
def length(
    server: NewsroomServer, peace: Mirror, tmp_path_factory: pytest.TempPathFactory
) -> float:
    """Seconds that an undisturbed round takes on this machine."""
    text = (peace.folder / "mirror.toml").read_text()
    mirror = make_mirror(tmp_path_factory.mktemp("length") / "mirror", text)
    start = time.monotonic()
    mirror.round()
    return time.monotonic() - start


@pytest.mark.slow
@pytest.mark.parametrize("trial", range(TRIALS))
def test_killed_rounds_end_as_if_nobody_had(
    trial: int, peace: Mirror, length: float, tmp_path: Path
) -> None:
    chance = random.Random(SEED + trial)
    text = (peace.folder / "mirror.toml").read_text()
    mirror = make_mirror(tmp_path / "mirror", text, key=peace.folder / "mirror.key")
    for _ in range(KILLS):
        _kill(mirror.start(), chance.uniform(0.0, 1.1 * length / KILLS * 2))
    summary = mirror.round()
    assert summary["failed"] == []
    assert mirror.published() == peace.published()
    assert mirror.git("fsck", "--strict") == ""
    again = mirror.round()
    assert (again["new"], again["changed"], again["failed"]) == (0, 0, [])
    assert mirror.published() == peace.published()


def _kill(process: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_ctrl_c_ends_with_a_sentence_and_loses_nothing(
    server: NewsroomServer, peace: Mirror, length: float, tmp_path: Path
) -> None:
    text = (peace.folder / "mirror.toml").read_text()
    mirror = make_mirror(tmp_path / "mirror", text, key=peace.folder / "mirror.key")
    process = subprocess.Popen(mirror.command("run"), stderr=subprocess.PIPE, text=True)
    while not (mirror.folder / "state").exists() and process.poll() is None:
        time.sleep(0.01)  # Python starts: its own answer to Ctrl-C is a traceback
    time.sleep(length / 4)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    if process.returncode != 0:  # it was not quicker than we were
        assert process.returncode == 130
        assert "nothing is lost" in said
        assert "Traceback" not in said
    mirror.round()
    assert mirror.published() == peace.published()


def test_a_second_run_says_that_the_first_is_at_work(peace: Mirror, tmp_path: Path) -> None:
    text = (peace.folder / "mirror.toml").read_text()
    mirror = make_mirror(tmp_path / "mirror", text)
    with hold(mirror.folder / "state"):  # as a run does, for as long as it is at work
        second = mirror.run("run")
    assert second.returncode == 2
    assert f"process {os.getpid()}" in second.stderr
    assert "is working on" in second.stderr
    assert mirror.run("run").returncode == 0
