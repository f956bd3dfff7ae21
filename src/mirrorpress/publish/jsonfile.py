"""Small JSON files of ours, whoever wrote them: bounded, and of the format they should be. Pure."""

from __future__ import annotations

import json
from typing import Any


def fields_of(content: bytes, *, format: str, most: int) -> dict[str, Any]:
    """The fields of a file; there may be anything in them but "format".

    Args:
        format: what its field "format" must say.
        most: bytes that it may have.

    Raises:
        ValueError: it is longer, no JSON object, or of another format.
    """
    if len(content) > most:
        raise ValueError(f"it is longer than {most} bytes")
    try:
        fields = json.loads(content)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(fields, dict) or fields.get("format") != format:
        raise ValueError(f"it is not of the format {format}")
    return fields
