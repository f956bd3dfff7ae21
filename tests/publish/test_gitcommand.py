import time
from pathlib import Path

import pytest

from mirrorpress.publish.gitadvice import on_failure, on_rejection
from mirrorpress.publish.gitcommand import Git, GitFailed, GitMissing, spoken


def test_what_git_said_is_one_line_fit_for_a_terminal() -> None:
    said = b"remote: \x1b[31mno\x1b[0m\r\n\nhint: try harder\nfatal: https://a:b@h/ \x07\n"
    assert spoken(said) == "remote: no; fatal: https://h/"
    assert len(spoken(b"x" * 10**6)) == 10_000


def test_only_what_git_needs_is_in_its_environment(tmp_path: Path) -> None:
    given = {
        "PATH": "/usr/bin:/bin",
        "HOME": "/h",
        "GIT_DIR": "/x",
        "TOKEN": "t",
        "LD_PRELOAD": "x",
    }
    git = Git(tmp_path, environment=given)
    shown = git.line("-c", "alias.surroundings=!env", "surroundings")
    names = {line.partition("=")[0] for line in shown.splitlines()}
    assert "TOKEN" not in names
    assert "LD_PRELOAD" not in names
    assert "GIT_DIR" not in names
    assert {"HOME", "GIT_TERMINAL_PROMPT", "GIT_CONFIG_NOSYSTEM"} <= names


def test_a_command_that_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    git = Git(tmp_path)
    begun = time.monotonic()
    with pytest.raises(GitFailed, match="took longer than 0 s"):
        git.run("-c", "alias.wait=!sleep 30; touch late", "wait", seconds=0.2)
    assert time.monotonic() - begun < 10
    assert not (tmp_path / "late").exists()


def test_no_git_is_told(tmp_path: Path) -> None:
    with pytest.raises(GitMissing, match="install it"):
        Git(tmp_path, environment={"PATH": str(tmp_path)}).run("version")


def test_an_input_that_git_does_not_read_to_the_end_is_no_trouble(tmp_path: Path) -> None:
    git = Git(tmp_path)
    git.run("init", "--quiet", "--bare")
    with pytest.raises(GitFailed, match="nonsense"):
        git.feed("fast-import", "--quiet", stream=(b"nonsense\n" * 1000 for _ in range(1000)))


def test_a_stream_that_breaks_ends_git(tmp_path: Path) -> None:
    def stream():
        yield b"reset refs/heads/x\n\n"
        raise ValueError("the store is gone")

    git = Git(tmp_path)
    git.run("init", "--quiet", "--bare")
    with pytest.raises(ValueError, match="the store is gone"):
        git.feed("fast-import", "--quiet", "--done", stream=stream())
    assert git.run("for-each-ref") == b""


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("git@h: Permission denied (publickey).", "check the key or token"),
        ("fatal: Authentication failed for 'https://h/'", "check the key or token"),
        ("fatal: could not read Username for 'https://h': terminal prompts", "check the key"),
        ("remote: Repository not found.", "there is no such repository"),
        ("fatal: unable to access 'https://h/': Could not resolve host: h", "could not be reached"),
        ("Host key verification failed.", "accept it"),
        ("error: unable to write file: No space left on device", "free some space"),
        ("something new", "fix that and publish again"),
    ],
)
def test_failures_come_with_advice(said: str, advice: str) -> None:
    assert advice in on_failure(said)
    assert said in on_failure(said)


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("! [remote rejected] main (protected branch hook declined)", "the branch is protected"),
        ("remote: error: GH006: Protected branch update failed", "the branch is protected"),
        ("! [remote rejected] main (pre-receive hook declined)", "a rule of the remote"),
    ],
)
def test_rejections_come_with_advice(said: str, advice: str) -> None:
    assert advice in on_rejection(said)
