"""The version that is installed."""

from __future__ import annotations

from importlib import metadata

PRODUCT = "mirrorpress"


def version() -> str:
    """As in "1.0.2"; "0" in a checkout that was not installed."""
    try:
        return metadata.version(PRODUCT)
    except metadata.PackageNotFoundError:
        return "0"
