"""What to do when git fails: its words, read, and a clause that a user can act on.

The patterns are of git's own messages (LC_ALL=C), of ssh, and of the large hosts.
"""

from __future__ import annotations

import re

_LENGTH = 300  # characters of git's own words that are passed on

_FAILED = (
    (
        r"could not read (Username|Password)|Authentication failed|Permission denied|"
        r"Invalid username or|access denied|HTTP 40[13]|returned error: 40[13]",
        "the remote denied access; check the key or token, and that it may write",
    ),
    (
        r"Host key verification failed",
        "the remote's host key is not known here; connect once by hand (ssh) and accept it",
    ),
    (
        r"not found|does not appear to be a git repository|does not exist|returned error: 404",
        "there is no such repository; check the address, or create it there first",
    ),
    (
        r"[Cc]ould not resolve|Connection (refused|timed out|reset)|Network is unreachable|"
        r"took longer than|Operation too slow|unable to access",
        "the remote could not be reached; the next publication tries again",
    ),
    (
        r"No space left|[Dd]isk quota",
        "a disk is full, here or at the remote; free some space and publish again",
    ),
    (
        r"dubious ownership",
        "the repository belongs to another user; see safe.directory in `git help config`",
    ),
    (
        r"transport '.*' not allowed",
        "addresses of this kind are not used; take https, ssh, git, or a path",
    ),
)
_REJECTED = (
    (
        r"protected branch|GH006",
        "the branch is protected there; let this key push to it, or choose another branch",
    ),
    (
        r"hook declined",
        "a rule of the remote refused the commit; read what it says and fix it there",
    ),
    (
        r"currently checked out",
        "it has a work tree with this branch checked out; give a bare repository",
    ),
)


def on_failure(said: str) -> str:
    """Advice for a command that failed."""
    return f"{_first(_FAILED, said, 'fix that and publish again')} (git says: {short(said)})"


def on_rejection(said: str) -> str:
    """Advice for a push that the remote did not take."""
    advice = _first(_REJECTED, said, "fix that at the remote")
    return f"the remote rejected the push; {advice} (it says: {short(said)})"


def short(said: str) -> str:
    """What git said, its end left out where it talks on."""
    return said if len(said) <= _LENGTH else f"{said[:_LENGTH]}…"


def _first(table: tuple[tuple[str, str], ...], said: str, otherwise: str) -> str:
    return next((advice for pattern, advice in table if re.search(pattern, said)), otherwise)
