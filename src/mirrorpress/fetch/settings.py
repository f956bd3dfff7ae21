"""What an operator may choose about fetching."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mirrorpress.version import version

PRODUCT = "mirrorpress"  # the product token that robots.txt may name (RFC 9309, 2.2.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How the client behaves; times are in seconds."""

    contact: str | None = None  # address or e-mail in the user agent, for whoever is visited
    delay: float = 1.0  # between two requests to one host
    timeout: float = 30.0  # for one request, in total: names, connection, redirects, body
    concurrency: int = 32  # hosts at a time
    obey_robots: bool = True
    backoff: float = 5.0  # wait after 429 and 503, where the server names none
    patience: float = 60.0  # longest wait that a 429 or 503 is waited for within a run
    certificates: str | None = None  # file of further authorities to trust, in PEM (intranets)
    # Where a host is found instead of asking DNS, like `curl --resolve`: "a.example" to
    # "127.0.0.1:43121" or "192.0.2.1". The address is checked like any other.
    resolve: Mapping[str, str] = field(default_factory=dict)


def user_agent(settings: FetchSettings) -> str:
    """How we introduce ourselves: "mirrorpress/1.0 (+https://example.org/mirror)"."""
    contact = re.sub(r"[^\x21-\x7e]|[()\\]", "", settings.contact or "")
    return f"{PRODUCT}/{version()}" + (f" (+{contact})" if contact else "")
