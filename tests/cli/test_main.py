"""How commands end: exit status, and one clear sentence whatever is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mirrorpress.cli.output import Lines, conclude
from mirrorpress.model import PublishResult
from mirrorpress.progress import Failure, Summary

TOML = """
[mirror]
name = "Harbour mirror"
[[source]]
name = "picks"
kind = "urls"
urls = ["{url}"]
"""
NOWHERE = "http://127.0.0.1:9/none"  # refused: a private address, and nothing listens


def mirrorpress(
    *words: str, shell: str = "", env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line; `shell` is what a shell appends (redirections)."""
    command = [sys.executable, "-m", "mirrorpress", *words]
    if shell:
        command = ["/bin/sh", "-c", f'exec "$@" {shell}', "sh", *command]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **(env or {})},
        cwd=cwd,
    )


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    (tmp_path / "mirror.toml").write_text(TOML.format(url=NOWHERE), encoding="utf-8")
    return tmp_path


def test_the_folder_may_stand_before_or_after_the_command(mirror: Path) -> None:
    for words in (("-C", str(mirror), "status"), ("status", "-C", str(mirror))):
        done = mirrorpress(*words)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Harbour mirror: 0 articles\n")
    assert mirrorpress("status", cwd=mirror).returncode == 0


def test_the_folder_after_the_command_counts(mirror: Path) -> None:
    assert mirrorpress("-C", "/nonexistent", "status", "-C", str(mirror)).returncode == 0


@pytest.mark.parametrize(
    ("shell", "status"), [(">/dev/full", 2), (">&-", 0), ("| head -c 1", 0)], ids=str
)
def test_an_output_that_cannot_be_written_is_one_sentence(
    mirror: Path, shell: str, status: int
) -> None:
    done = mirrorpress("-C", str(mirror), "status", shell=shell)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if status:
        assert done.stderr.startswith("mirrorpress: the output could not be written: No space left")


@pytest.mark.parametrize("epoch", ["²", "soon", "-99999999999999999999", "9" * 30])
def test_an_odd_source_date_epoch_is_one_sentence(mirror: Path, epoch: str) -> None:
    done = mirrorpress("-C", str(mirror), "status", env={"SOURCE_DATE_EPOCH": epoch})
    assert done.returncode == 2
    assert "not a number of seconds since 1970" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 100_000, "nested too deeply"),
        ("a" * 10, "not TOML"),
        ("\x00", "not TOML"),
    ],
    ids=["deep", "wrong", "zero"],
)
def test_odd_settings_are_one_sentence(mirror: Path, text: str, said: str) -> None:
    (mirror / "mirror.toml").write_text(text)
    done = mirrorpress("-C", str(mirror), "status")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["x" * 5_000, "a\x01b"])
def test_an_odd_folder_is_one_sentence(name: str) -> None:
    done = mirrorpress("status", "-C", name)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "\x01" not in done.stderr


# The summary


def summary(*failed: Failure, error: str | None = None, faults: int = 0) -> Summary:
    return Summary(
        failed=[*failed],
        targets=[PublishResult(target="disk", error=error)],
        faults=faults,
    )


LOST = Failure("gazette", "https://gazette.example/fog", "no response")


@pytest.mark.parametrize(
    ("what", "wanted", "status"),
    [
        (summary(), None, 0),
        (summary(LOST), None, 1),
        (summary(LOST, faults=1), None, 4),
        (summary(LOST), {"https://gazette.example/tide"}, 0),
        (summary(LOST), {"https://gazette.example/fog"}, 1),
        (summary(error="the disk is full"), {"https://gazette.example/tide"}, 1),
    ],
)
def test_the_exit_status_says_what_became_of_what_was_asked_for(
    what: Summary, wanted: set[str] | None, status: int
) -> None:
    asked = None if wanted is None else frozenset(wanted)
    assert status == conclude(
        what, as_json=False, quiet=False, reported=False, signed=True, wanted=asked
    )


def test_a_failure_that_was_told_when_it_happened_is_not_told_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    conclude(summary(LOST), as_json=False, quiet=False, reported=False, signed=True)
    assert capsys.readouterr().err.count("/fog") == 1
    conclude(summary(LOST), as_json=False, quiet=False, reported=True, signed=True)
    assert "/fog" not in capsys.readouterr().err


def test_nothing_from_a_source_moves_the_cursor_or_turns_the_line_round(
    capsys: pytest.CaptureFixture[str],
) -> None:
    hostile = Failure("gazette", "https://a.example/\u202e\x1b[2J", "said \r\nall is well \u2067x")
    conclude(summary(hostile), as_json=False, quiet=False, reported=False, signed=True)
    reporter = Lines(verbose=True)
    reporter.note(hostile.url)
    told = capsys.readouterr()
    for bad in ("\u202e", "\x1b", "\r", "\u2067"):
        assert bad not in told.err + told.out


def test_no_failure_shows_a_password_or_a_token() -> None:
    failure = Failure(
        "gazette",
        "https://wen:secret@gazette.example/feed?token=hidden",
        "https://wen:secret@gazette.example/ did not answer",
    )
    assert "secret" not in failure.url + failure.error
    assert "hidden" not in failure.url


def test_two_of_three_is_said_where_one_failed(capsys: pytest.CaptureFixture[str]) -> None:
    reporter = Lines(verbose=False)
    reporter.start("publish", 3)
    reporter.advance("publish", 2)
    reporter.finish("publish")
    assert capsys.readouterr().err == "Targets published: 2 of 3\n"


# Where single articles are filed
