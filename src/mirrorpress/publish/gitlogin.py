"""User and password of a git remote, and how git receives them: through a pipe.

git hands the address of a remote to its transports as an argument, which every user of the machine
can read. So the address is passed on without user and password; a credential helper for that site
alone reads them from a pipe that only the processes of this call inherit.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote

_ADDRESS = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?:(?P<user>[^/?#]*)@)?(?P<host>[^/?#@]*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SITE = re.compile(r"[A-Za-z0-9.:\[\]_-]+")
_WEB = ("http", "https")
_ROOM = 4_000  # bytes: below the least capacity of a pipe (PIPE_BUF), so that writing never waits
_READS = 8  # times that git may ask in one call: it asks once per process that connects
_HELPER = (
    '!f() { test "$1" = get || return 0; '
    "{ IFS= read -r u && IFS= read -r p; } </dev/fd/%d "
    '&& printf \'username=%%s\\npassword=%%s\\n\' "$u" "$p"; }; f'
)


@dataclass(frozen=True, slots=True)
class Login:
    """What a git remote is asked with."""

    address: str  # without user and password, except for the user of an ssh address
    site: str = ""  # scheme, host and port that `user` and `password` are for
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @contextmanager
    def piped(self) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Options for git, and the file descriptors that it has to inherit."""
        if not self.password:
            yield (), ()
            return
        line = f"{self.user}\n{self.password}\n".encode()
        reading, writing = os.pipe()
        try:
            os.write(writing, line * max(1, min(_READS, _ROOM // len(line))))
            os.close(writing)
            name = f"credential.{self.site}.helper"
            # The empty one first: helpers of the user are neither asked nor given the password.
            yield ("-c", f"{name}=", "-c", f"{name}={_HELPER % reading}"), (reading,)
        finally:
            os.close(reading)


def login(url: str) -> Login:
    """An address taken apart.

    Raises:
        ValueError: it holds a secret in a place that cannot be kept secret; the text says what to
            write, and does not hold the secret.
    """
    match = _ADDRESS.fullmatch(url)
    if match is None:
        return Login(url)
    scheme, host, rest = match["scheme"].lower(), match["host"], match["rest"]
    user, _, password = (unquote(part) for part in (match["user"] or "").partition(":"))
    if scheme not in _WEB:
        if password and scheme != "file":
            raise ValueError(f"an address of {scheme} takes no password; use a key")
        return Login(url)
    if "?" in rest or "#" in rest:
        raise ValueError("a git address takes no ?… or #…; write https://user:token@host/path")
    if re.search(r"[\x00-\x1f\x7f]", user + password):
        raise ValueError("the user or password contains a control character; write them again")
    if len(user.encode()) + len(password.encode()) + 2 > _ROOM:
        raise ValueError(f"user and password are longer than {_ROOM} bytes")
    if not _SITE.fullmatch(host):
        raise ValueError("the host of the address cannot be read; write https://host/path")
    return Login(f"{scheme}://{host}{rest}", f"{scheme}://{host}", user, password)
