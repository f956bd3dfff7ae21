"""Runs git, and trusts nothing around it.

Arguments are lists and never pass a shell, the environment is what git needs to reach a remote
and no more, hooks and prompts are off, transports are those of the list, and every call ends
within its time, with all the processes it started. What git says comes back as a sentence
without credentials.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from mirrorpress.publish.gitlogin import Login
from mirrorpress.redact import without_secrets

LOCAL, NETWORK = 600.0, 900.0  # seconds a call may take that stays here, or that goes out

_KEPT = frozenset(
    {
        *("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"),
        *("SSH_AUTH_SOCK", "SSH_AGENT_PID", "SSH_ASKPASS", "GIT_SSH", "GIT_SSH_COMMAND"),
        *("GIT_ASKPASS", "GIT_SSL_CAINFO", "SSL_CERT_FILE", "SSL_CERT_DIR"),
        *("http_proxy", "https_proxy", "no_proxy", "all_proxy"),
        *("HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "DBUS_SESSION_BUS_ADDRESS"),
    }
)
_FIXED = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # an object is what its id says
    "GIT_PAGER": "cat",
    "LC_ALL": "C",  # its sentences are read in `git._ADVICE`
}
_OPTIONS = (
    "--no-pager",
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "credential.interactive=never"),
    *("-c", "gc.auto=0"),  # no work in the background, behind our back
    *("-c", "maintenance.auto=false"),
    *("-c", "push.followTags=false"),
    *("-c", "push.gpgSign=false"),
    *("-c", "push.recurseSubmodules=no"),
    *("-c", "fetch.recurseSubmodules=false"),
    *("-c", "http.lowSpeedLimit=100"),
    *("-c", "http.lowSpeedTime=60"),
)
_SAID = 10_000  # bytes of what git said that are kept
_CONTROLS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class GitFailed(Exception):
    """git ended with an error; the text is what it said, without credentials."""


class GitMissing(GitFailed):
    """There is no git on this machine."""


@dataclass(frozen=True, slots=True)
class Git:
    """git, run in one repository.

    Args:
        repository: the bare repository, or a folder in a work tree.
        transports: what it may reach; "" is nothing at all.
        login: user and password for a remote, which git is given through a pipe.
    """

    repository: Path
    transports: str = "file:ssh:https:git"
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    login: Login | None = None

    def run(self, *arguments: str, given: bytes = b"", seconds: float = LOCAL) -> bytes:
        """What a command prints.

        Raises:
            GitFailed: it ended with an error, or not in time.
        """
        with self.started(*arguments) as process:
            try:
                output, said = process.communicate(given, timeout=seconds)
            except subprocess.TimeoutExpired as error:
                raise GitFailed(f"git {arguments[0]} took longer than {seconds:.0f} s") from error
        if process.returncode != 0:
            words = "; ".join(filter(None, (spoken(said), spoken(output))))
            raise GitFailed(words or f"git {arguments[0]} failed")
        return output

    def line(self, *arguments: str, seconds: float = LOCAL) -> str:
        """What a command prints, where that is one line. Raises GitFailed."""
        return self.run(*arguments, seconds=seconds).decode("utf-8", "replace").strip()

    def feed(self, *arguments: str, stream: Iterable[bytes], seconds: float = LOCAL) -> None:
        """Run a command on an input too large to be held at once. Raises GitFailed."""
        with (
            tempfile.TemporaryFile() as said,
            self.started(*arguments, errors=said) as process,
        ):
            _write_all(process, stream)
            try:
                status = process.wait(timeout=seconds)
            except subprocess.TimeoutExpired as error:
                raise GitFailed(f"git {arguments[0]} took longer than {seconds:.0f} s") from error
            if status != 0:
                said.seek(0)
                raise GitFailed(spoken(said.read()) or f"git {arguments[0]} failed")

    @contextmanager
    def started(
        self, *arguments: str, errors: IO[bytes] | int = subprocess.PIPE
    ) -> Iterator[subprocess.Popen[bytes]]:
        """A command that runs; it and all it started are gone when the block ends.

        Raises:
            GitMissing: there is no git.
        """
        try:
            with (self.login or Login("")).piped() as (options, descriptors):
                process = subprocess.Popen(
                    ["git", *_OPTIONS, *options, "-C", str(self.repository), *arguments],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    env=self._environment(),
                    pass_fds=descriptors,
                    start_new_session=True,  # also leaves ssh no terminal to ask on
                )
        except FileNotFoundError as error:
            raise GitMissing("git is not installed; install it and try again") from error
        try:
            yield process
        finally:
            _end(process)

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in self.environment.items() if name in _KEPT}
        own = {
            "GIT_ALLOW_PROTOCOL": self.transports,
            # This repository or none, never one that it happens to lie in.
            "GIT_CEILING_DIRECTORIES": str(self.repository.resolve().parent),
        }
        return kept | _FIXED | own


def spoken(output: bytes) -> str:
    """What git said, as one line. A remote has its say in it, which may be hostile or endless."""
    said = output[:_SAID].decode("utf-8", "replace")
    text = _CONTROLS.sub("", without_secrets(said))
    lines = (line.strip() for line in text.splitlines())
    return "; ".join(line for line in lines if line and not line.startswith("hint:"))


def _write_all(process: subprocess.Popen[bytes], stream: Iterable[bytes]) -> None:
    """Feed a process; where it ends early, its exit status tells why."""
    if process.stdin is None:
        raise TypeError("the process was started without an input")
    with suppress(BrokenPipeError), process.stdin as file:
        for chunk in stream:
            file.write(chunk)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()
