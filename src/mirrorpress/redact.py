"""Texts without the secrets that an address in them may hold. Pure.

"https://wen:secret@host.example/a"       "https://host.example/a"
"https://host.example/feed?token=secret"  "https://host.example/feed?token=…"
"https://host.example/feed?page=2"        as it is
"""

from __future__ import annotations

import re

HIDDEN = "…"  # stands where a value was

_USER = re.compile(r"([a-z][a-z0-9+.-]{0,20}://)[^/\s'\"]*@", re.IGNORECASE)
_SECRET = re.compile(
    r"([?&;][\w.~%-]{0,40}?"
    r"(?:token|secret|passw(?:or)?d|pass|pwd|api_?-?key|key|auth|credential|signature|sig|session)"
    r"[\w.~%-]{0,40}=)[^&;#\s'\"<>]+",
    re.IGNORECASE,
)


def without_secrets(text: str) -> str:
    """A text without the user information and the secret parameters of any address in it."""
    return _SECRET.sub(rf"\1{HIDDEN}", _USER.sub(r"\1", text))
