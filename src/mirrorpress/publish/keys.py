"""Where signing keys live: a file of the operator's, or the environment of a CI job.

The secret key file is minisign's, so that `minisign -s` opens it too, and theirs open here. It
is made once, readable by its owner alone, and never written over.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from mirrorpress.errors import KeyFileError
from mirrorpress.publish.minisign import (
    BadSignature,
    PublicKey,
    SigningKey,
    StrangersSignature,
    WrongPassphrase,
)
from mirrorpress.publish.private import written_beside

KEY_VARIABLE = "MIRRORPRESS_KEY"  # content of a secret key file
FOR_OTHERS = 0o077  # rights of a key file that nobody but its owner may have
PASSPHRASE_VARIABLE = "MIRRORPRESS_PASSPHRASE"  # noqa: S105 - the name of a variable

__all__ = [
    "KEY_VARIABLE",
    "PASSPHRASE_VARIABLE",
    "BadSignature",
    "PublicKey",
    "SigningKey",
    "StrangersSignature",
    "key_from_environment",
    "load_key",
    "made_key",
    "new_key",
    "sync_folder",
]


def new_key(path: Path, *, passphrase: str | None = None) -> SigningKey:
    """A fresh key, kept in a file that did not exist before (mode 0600).

    Args:
        path: where; its folder is made where it is missing.
        passphrase: locks the file; None leaves it open to whoever can read it.

    Raises:
        KeyFileError: there is a file already, or it cannot be written.
    """
    key, content = made_key(passphrase)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _create(path, content)
    except FileExistsError as error:
        if not path.exists():  # it is the folder's place that is taken
            raise KeyFileError(f"the key cannot be written to {path}: not a folder") from error
        raise KeyFileError(
            f"there is a file at {path} already, and a key is never written over; "
            "move it away if a new key is wanted"
        ) from error
    except OSError as error:
        raise KeyFileError(f"the key cannot be written to {path}: {error.strerror}") from error
    return key


def made_key(passphrase: str | None) -> tuple[SigningKey, bytes]:
    """A fresh key, and the bytes of a file that holds it."""
    key = SigningKey(secrets.token_bytes(8), secrets.token_bytes(32))
    if passphrase is None:
        return key, key.stored()
    return key, key.stored_under(passphrase, salt=secrets.token_bytes(32))


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _create(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all. Raises FileExistsError, OSError."""
    temporary = written_beside(path, content)
    try:
        path.hardlink_to(temporary)  # unlike a rename, fails where there is a file
        sync_folder(path.parent)
    finally:
        temporary.unlink()


def load_key(path: Path, environment: Mapping[str, str] = os.environ) -> SigningKey:
    """The key in a file; the passphrase, where it needs one, is in MIRRORPRESS_PASSPHRASE.

    Raises:
        KeyFileError: it cannot be read, others can read it, or it is not a key; the text says
            what to do.
    """
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            content = file.read()
    except FileNotFoundError as error:
        raise KeyFileError(
            f"there is no key at {path}; make one with `mirrorpress keys new`"
        ) from error
    except OSError as error:
        raise KeyFileError(f"the key at {path} cannot be read: {error.strerror}") from error
    if mode & FOR_OTHERS:
        raise KeyFileError(
            f"the key at {path} can be read by others (mode {mode:04o}): who reads it can sign "
            f"in the mirror's name; close it with `chmod 600 {path}`"
        )
    return _parsed(content, f"the file {path}", environment)


def key_from_environment(environment: Mapping[str, str] = os.environ) -> SigningKey | None:
    """The key that MIRRORPRESS_KEY holds (a secret key file's content); None where it is unset.

    Raises:
        KeyFileError: it is set to something that is not a key.
    """
    content = environment.get(KEY_VARIABLE, "").strip()
    return _parsed(content, KEY_VARIABLE, environment) if content else None


def _parsed(content: str | bytes, where: str, environment: Mapping[str, str]) -> SigningKey:
    try:
        return SigningKey.parse(content, environment.get(PASSPHRASE_VARIABLE))
    except WrongPassphrase as error:
        raise KeyFileError(
            f"the key in {where} cannot be opened: {error}; put the passphrase into "
            f"{PASSPHRASE_VARIABLE}"
        ) from error
    except ValueError as error:
        raise KeyFileError(
            f"{where} holds no signing key: {error}; expected is a secret key file "
            "of minisign or `mirrorpress keys new`"
        ) from error
