"""Keys of sources, channels, editions and targets: names that are used in paths and addresses."""

from __future__ import annotations

import re

# Names that Windows keeps for devices; a file of that name could not be checked out there.
DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{device}{digit}" for device in ("com", "lpt") for digit in range(10)
}
_KEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


def is_key(text: str) -> bool:
    """Whether a text can be a key: 1 to 40 of a to z, 0 to 9 and "-"."""
    return _KEY.fullmatch(text) is not None and text not in DEVICES
