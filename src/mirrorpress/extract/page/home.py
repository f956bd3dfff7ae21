"""Links to the front page of a site, which stand around its name and its logo."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ARCHIVED = re.compile(r"^/web/\d{4,14}[a-z_]{0,4}/https?:/{1,2}[^/]{1,100}")
_HOME = frozenset(["", "/", "/index.html", "/index.php", "/index.htm", "/home"])


def leads_home(address: str) -> bool:
    """Whether a link's address, as a page gives it, is that of a front page.

    An archive keeps the address of the page behind one of its own.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    path = _ARCHIVED.sub("", parts.path)
    if parts.query or parts.fragment or (path == parts.path == "" and not parts.netloc):
        return False
    return path in _HOME
