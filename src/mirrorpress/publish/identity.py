"""Whether a mirror may sign with the key that it has. Pure.

Readers trust a key. So a mirror that signed once never becomes an unsigned one, or one with
another key, because a file is missing: only because its operator says so.
"""

from __future__ import annotations

from mirrorpress.errors import KeyFileError
from mirrorpress.publish.minisign import PublicKey, SigningKey

_UNSIGNED = "or set `sign = false` in [seal] to publish unsigned copies"


def check(key: SigningKey | None, signed: str | None, looked: str) -> None:
    """Let a key pass that may sign now.

    Args:
        key: the key that the mirror has; None where it has none.
        signed: the public key that signed last; None where none ever did.
        looked: where the key was looked for, a clause.

    Raises:
        KeyFileError: the key is missing, or is another one; the text says what to do.
    """
    if signed is None:
        if key is None:
            raise KeyFileError(
                f"this mirror has articles, but no signing key ({looked}); "
                f"make one with `mirrorpress keys new`, {_UNSIGNED}"
            )
    elif key is None:
        raise KeyFileError(
            f"the signing key {_name(signed)} of this mirror is missing ({looked}); restore it "
            f"from the backup, make a new one with `mirrorpress keys rotate --lost`, {_UNSIGNED}"
        )
    elif key.public.line != signed:
        raise KeyFileError(
            f"this mirror signed with key {_name(signed)} before, and now has key "
            f"{key.public.name} ({looked}); restore the former one, and use "
            "`mirrorpress keys rotate` for a new one (`--lost` if the former one is lost)"
        )


def _name(line: str) -> str:
    try:
        return PublicKey.parse(line).name
    except ValueError:  # the store is damaged; the line still says something
        return line
