"""Whether a mirror may sign with the key that it has. Pure.

Readers trust a key. So a mirror that signed once never becomes an unsigned one, or one with
another key, because a file is missing: only because its operator says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from mirrorpress.errors import KeyFileError
from mirrorpress.publish.minisign import PublicKey, SigningKey
from mirrorpress.publish.succession import Statement, successors

_UNSIGNED = "or set `sign = false` in [seal] to publish unsigned copies"


def check(
    key: SigningKey | None, signed: str | None, looked: str, statements: Iterable[Statement] = ()
) -> SigningKey:
    """The key, where it may sign now.

    Args:
        key: the key that the mirror has; None where it has none.
        signed: the public key that signed last; None where none ever did.
        looked: where the key was looked for, a clause.
        statements: of former keys.

    Raises:
        KeyFileError: the key is missing, or is another one; the text says what to do.
    """
    if key is None and signed is None:
        raise KeyFileError(
            f"this mirror has no signing key ({looked}); make one with `mirrorpress keys new`, "
            f"{_UNSIGNED}"
        )
    if key is None:
        raise KeyFileError(
            f"the signing key {_name(signed)} of this mirror is missing ({looked}); restore it "
            f"from the backup, make a new one with `mirrorpress keys rotate --lost`, {_UNSIGNED}"
        )
    if signed is not None and not follows(key.public, signed, statements):
        raise KeyFileError(
            f"this mirror signed with key {_name(signed)} before, and now has key "
            f"{key.public.name} ({looked}); restore the former one, and use "
            "`mirrorpress keys rotate` for a new one (`--lost` if the former one is lost)"
        )
    return key


def follows(key: PublicKey, signed: str, statements: Iterable[Statement]) -> bool:
    """Whether a key is the one that signed last, or one that it named as its successor."""
    try:
        return key.line == signed or key in successors(PublicKey.parse(signed), statements)
    except ValueError:  # the store is damaged
        return False


def _name(line: str | None) -> str:
    try:
        return PublicKey.parse(line or "").name
    except ValueError:  # the store is damaged; the line still says something
        return repr(line)
