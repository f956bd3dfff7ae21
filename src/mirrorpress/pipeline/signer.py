"""The key that signs a mirror's editions: found, compared with the store, and replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mirrorpress.config import Settings
from mirrorpress.errors import KeyFileError
from mirrorpress.pipeline.keyplace import refuse_published
from mirrorpress.publish import identity, rotation
from mirrorpress.publish.keys import (
    KEY_VARIABLE,
    SigningKey,
    key_from_environment,
    load_key,
    new_key,
)
from mirrorpress.publish.rotation import Rotation
from mirrorpress.publish.succession import Statement, leading_to
from mirrorpress.store import Store


@dataclass(frozen=True, slots=True)
class Signer:
    """What signs."""

    key: SigningKey | None = None  # None: nothing does
    statements: tuple[Statement, ...] = ()  # of former keys, which lead to this one
    notes: tuple[str, ...] = ()  # what an operator should hear


def signing_key(settings: Settings) -> SigningKey | None:
    """The mirror's key, from the environment or its file; None where it has none.

    Raises:
        KeyFileError: there is one that cannot be used.
    """
    from_environment = key_from_environment()
    if from_environment is not None:
        return from_environment
    try:
        settings.key.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        where = f"the key at {settings.key} cannot be read"
        raise KeyFileError(f"{where}: {error.strerror}") from error
    refuse_published(settings)
    return load_key(settings.key)


def make_key(settings: Settings, *, passphrase: str | None = None) -> SigningKey:
    """A new key in the mirror's key file.

    Raises:
        KeyFileError: there is one already, it cannot be written, or its place is published.
    """
    refuse_published(settings)
    return new_key(settings.key, passphrase=passphrase)


def signer(settings: Settings, store: Store, key: SigningKey | None) -> Signer:
    """What signs this mirror's editions; a new key for a new mirror.

    Raises:
        KeyFileError: the key is missing, or not the one that signed before.
    """
    if not settings.sign:
        return Signer()
    signed = store.signatures.last()
    if key is None and signed is None and store.articles.count() == 0:
        note = f"made the signing key {settings.key}; keep it secret and back it up"
        return Signer(make_key(settings), notes=(note,))
    statements = rotation.load_statements(settings.key)
    checked = identity.check(key, signed, _looked(settings, key), statements)
    return Signer(checked, leading_to(checked.public, statements))


def rotate(settings: Settings, store: Store, now: datetime, *, passphrase: str | None) -> Rotation:
    """Replace the key by a new one, which the former one signs.

    Raises:
        KeyFileError: the former key is missing or not the one that signed, a file is in the way, or
            the place of the key file is published.
    """
    refuse_published(settings)
    key, statements = signing_key(settings), rotation.load_statements(settings.key)
    old = identity.check(key, store.signatures.last(), _looked(settings, key), statements)
    return rotation.rotate(settings.key, old, now, passphrase=passphrase)


def rotate_lost(
    settings: Settings, store: Store, now: datetime, *, passphrase: str | None
) -> Rotation:
    """Sign with another key from now on, which the lost one cannot sign.

    It is the key that the mirror has, where that never signed, else a new one.

    Raises:
        KeyFileError: the key that signed is not lost, or nothing was signed yet.
    """
    key, signed = signing_key(settings), store.signatures.last()
    if signed is None:
        raise KeyFileError(
            "this mirror never signed, so no key is lost; `mirrorpress keys new` makes one"
        )
    if key is not None and identity.follows(
        key.public, signed, rotation.load_statements(settings.key)
    ):
        raise KeyFileError(
            f"the key {key.public.name} is not lost ({_looked(settings, key)}); without --lost it "
            "signs the new one, so that readers can trust that"
        )
    made = None if key is not None else settings.key
    new = key or make_key(settings, passphrase=passphrase)
    store.signatures.note(new.public.line, now)
    return Rotation(key=new.public, made=made)


def _looked(settings: Settings, key: SigningKey | None) -> str:
    """Where the key was looked for."""
    if key is None:
        return f"there is no file {settings.key}, and {KEY_VARIABLE} is not set"
    if key_from_environment() is not None:
        return f"from {KEY_VARIABLE}"
    return f"from the file {settings.key}"
