"""Addresses: what may be followed, what is the same, and the names made from them.

    safe("https://a.example/x")            "https://a.example/x"
    safe("//a.example/x", base=…)          resolved against base
    safe("javascript:alert(1)")            None
    safe("http:\\\\a.example")             None (a browser would read it as //a.example)
    safe("https://[::1]@a.example]/")     None (brackets hold an IPv6 address and nothing else)
    normal("HTTP://A.example:80/x?utm_source=f#top")   "http://a.example/x"
    article_id("http://a.example/x") == article_id("https://www.a.example/x?utm_source=f")

Parsing follows RFC 3986; what is refused beyond it is what the WHATWG URL standard reads
differently (backslashes, control characters, white space inside the host).
"""

from __future__ import annotations

import base64
import hashlib
import re
from ipaddress import IPv6Address
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

MAX_LENGTH = 2083  # characters; the longest address that old browsers and servers agree on
WEB = frozenset({"http", "https"})

# Parameters that say how a reader came, not what is shown. Names as documented by the vendors.
_TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|"
    r"mkt_tok|ref_src|ref_url|spm|at_medium|at_campaign|at_custom\d|ns_mchannel|ns_source|"
    r"ns_campaign|cmpid|xtor|wt_mc|guccounter|guce_referrer\w*)$",
    re.IGNORECASE,
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\\\u2028\u2029]")
# WHATWG URL, 3.1, and quotes
_FORBIDDEN_IN_HOST = re.compile(r"[\x00-\x20\"#%/:<>?@\[\\\]^`{|}\x7f]")
# Brackets hold an IPv6 address; what versions of Python make of others differs.
_BRACKETS = re.compile(r"(?:[^\[\]@]*@)?\[[0-9A-Fa-f:.]+\](?::\d*)?")
# An address that `safe` would give back as it is; most are, and need no taking apart.
_AS_IT_IS = re.compile(
    r"https?://[a-z0-9\-]+(?:\.[a-z0-9\-]+)*/[A-Za-z0-9/._~%+,;:=@!$'()*\[\]\-]*"
    r"(?:\?[A-Za-z0-9/._~%+,;:=@!$'()*\[\]?&\-]+)?(?:#[A-Za-z0-9/._~%+,;:=@!$'()*\[\]?&\-]+)?"
)
# Hosts of feeds, unless what follows is a suffix under which others register ("rss.co.uk").
_FEED_HOSTS = re.compile(
    r"^(feeds?|rss|news|api)\.(?=[^.]+\.)(?!(co|com|org|net|gov|ac|edu|or|ne|go|gob)\.[^.]+$)"
)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def safe(url: str | None, *, base: str | None = None, schemes: frozenset[str] = WEB) -> str | None:
    """The address made absolute and ASCII, or None where it must not be followed or printed."""
    if url is None:
        return None
    url = url.strip(" \t\r\n\f")
    web = schemes >= WEB
    if web and _is_plain(url):
        return url
    if not url or len(url) > 4 * MAX_LENGTH:
        return None
    if re.search(r"[\x00-\x1f\x7f\\]", url):
        return None
    try:
        joined = urljoin(base, url) if base else url
        if web and base and _is_plain(joined):
            return joined
        parts = urlsplit(joined)
        if parts.scheme not in schemes:
            return None
        if parts.scheme == "mailto":
            return quote(joined, safe="/:?=&@%+,;~-._!$'()*")
        return _ascii(parts.scheme, parts.netloc, parts.path, parts.query, parts.fragment)
    except ValueError:  # bad port, bad IPv6 literal, label too long for IDNA
        return None


def _is_plain(url: str) -> bool:
    return len(url) <= MAX_LENGTH and _AS_IT_IS.fullmatch(url) is not None


def _ascii(scheme: str, netloc: str, path: str, query: str, fragment: str) -> str | None:
    """Percent-encode what is not ASCII; the host by IDNA. None without a usable host.

    Raises ValueError where the host or the port is malformed.
    """
    parts = urlsplit(f"{scheme}://{netloc}")
    host = parts.hostname
    if not host or _UNSAFE.search(netloc) or "%" in host:
        return None
    if ("[" in netloc or "]" in netloc) and not _BRACKETS.fullmatch(netloc):
        return None
    if ":" in host:
        host = f"[{IPv6Address(host)}]"
    else:
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
        if _FORBIDDEN_IN_HOST.search(host):
            return None
    if parts.port is not None and parts.port != _DEFAULT_PORTS.get(scheme):
        host = f"{host}:{parts.port}"
    keep = "/%:=&?~#+!$,;'@()*[]-._|"
    url = urlunsplit(
        (
            scheme,
            host,
            quote(path or "/", safe=keep),
            quote(query, safe=keep),
            quote(fragment, safe=keep),
        )
    )
    url = url.replace("|", "%7C")
    return url if len(url) <= MAX_LENGTH else None


def normal(url: str) -> str:
    """The address without what does not change what is shown: tracking, fragment, default port.

    Raises ValueError if `url` is not an absolute web address that `safe` accepts.
    """
    checked = safe(url)
    if checked is None:
        raise ValueError(f"not a web address: {url!r}")
    parts = urlsplit(checked)
    query = without_tracking(parts.query)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def without_tracking(query: str) -> str:
    """A query without the parameters that say how a reader came ("utm_source=feed")."""
    pairs = query.split("&")
    return "&".join(pair for pair in pairs if not _TRACKING.match(pair.partition("=")[0]))


def identity(url: str) -> str:
    """What two addresses of one article have in common: scheme, "www." and a last "/" put aside.

    Raises ValueError like `normal`.
    """
    parts = urlsplit(normal(url))
    host = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/") or "/"
    return host + path + (f"?{parts.query}" if parts.query else "")


def article_id(url: str) -> str:
    """The id of the article at an address: 12 characters [a-z2-7], 60 bits of SHA-256.

    Raises ValueError like `normal`.
    """
    digest = hashlib.sha256(identity(url).encode("ascii")).digest()
    return base64.b32encode(digest[:8]).decode("ascii").lower()[:12]


def quoted_id(source: str, url: str) -> str:
    """The id of what a source says is at an address of another site.

    It is never the id of the article that is really there. Raises ValueError like `normal`.
    """
    text = f"{source} quotes {identity(url)}"
    digest = hashlib.sha256(text.encode("ascii")).digest()
    return base64.b32encode(digest[:8]).decode("ascii").lower()[:12]


def host(url: str) -> str:
    """Host and port of an address, lower case; "" where there is none."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:  # brackets that hold no IPv6 address, characters that NFKC takes apart
        return ""


def same_site(first: str, second: str) -> bool:
    """Whether two addresses are of one host, "www.", "m." and "amp." put aside.

    An address without a host is of no site.
    """
    one = site(first)
    return one != "" and one == site(second)


def within_site(url: str, other: str) -> bool:
    """Whether an address is of the site that another one is of.

    The host is the same, or a part of it ("blog.a.example" of "a.example"), with "www." and the
    names that feeds are served under ("feeds.a.example" for "www.a.example") put aside. Two hosts
    that only share a parent ("a.pages.example" and "b.pages.example") are two sites.
    """
    inner, outer = (_FEED_HOSTS.sub("", site(address)) for address in (url, other))
    if not inner or not outer:
        return False
    return inner == outer or (inner.endswith(f".{outer}") and "." in outer)


def site(url: str) -> str:
    """The host of an address, "www.", "m." and "amp." put aside; "" where there is none."""
    return re.sub(r"^(www|m|amp|mobile)\.", "", host(url))
