"""JSON as pages write it: with line feeds in strings, and with anything behind it."""

from __future__ import annotations

import json

from mirrorpress.page_data.literals import Value

_DECODER = json.JSONDecoder(strict=False)


def decoded(text: str) -> Value | None:
    """What a text says as JSON; None where it is none, or is nested too deep to be read."""
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def decoded_at(text: str, at: int) -> tuple[Value, int] | None:
    """The JSON that begins at a place of a text, and where it ends; None where none does."""
    try:
        return _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None
