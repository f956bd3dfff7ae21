"""What shall be done: old value, new value and `now` in, a decision out. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from mirrorpress import urls
from mirrorpress.errors import (
    AccessBlocked,
    ConnectionFailed,
    ExtractError,
    Gone,
    HttpStatus,
    ItemError,
    NotAnArticle,
    PictureError,
    ResponseRefused,
    SuspiciousRevision,
)
from mirrorpress.model import Article, FeedEntry, Image, Source
from mirrorpress.protocols import NamesArticles
from mirrorpress.store.evidence import Sign

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # before the web's first news site: a wrong date
LEEWAY = timedelta(days=1)  # a date further in the future is wrong
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})  # one machine under its three names
EMPTIED = "most of the text is gone"
SHORT = 200  # characters; a shorter text may change altogether
KEPT_SHARE = 1 / 3  # of its length that an edited text keeps
UNDECODED = 0.01  # share of wrong characters that stray bytes alone do not explain
SHARED_LETTERS = 1 / 4  # of the letters of a text that the next version has too; two reports in
# one language share more (Latin and the like: nearly all; Chinese: about a third)
# What UTF-8 looks like when it is read as Windows-1252.
_WRONG = re.compile("[\ufffd\x80-\x9f]|[\u00c2-\u00f4][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# Paths of front pages: /, /index.php, /en/, /zh-hans/home.
_FRONT = re.compile(
    r"(?:/[a-z]{2}(?:[-_][a-z]{2,4}){0,2})?(?:/(?:(?:index|default|home)(?:\.[a-z]{2,5})?)?)?/?",
    re.I,
)
SUMMARY = 280  # characters of an article's text that lists show


class Step(Enum):
    """What happens to an article that was fetched."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "unchanged"


def step(known_sha256: str | None, sha256: str) -> Step:
    """Whether what was fetched is a new article, a new revision, or what is kept already."""
    if known_sha256 is None:
        return Step.NEW
    return Step.SAME if known_sha256 == sha256 else Step.CHANGED


def fingerprint(article: Article) -> str:
    """Equal for two readings of a page that say the same: SHA-256, hex.

    Addresses of pictures count without host and query, which change with every delivery network
    and token; `modified` does not count, which pages set without having changed, nor does how sure
    extraction is. Values count, not how they are stored, and what is empty does not: a field that
    is added to a class later makes no article another.
    """
    said = replace(article, modified=None, lead=None, next_page=None, url=None, confidence=None)
    facts = _facts(said)
    return hashlib.sha256(repr(facts).encode("utf-8", "surrogatepass")).hexdigest()


def _facts(value: object) -> object:
    """A value as plain tuples: its class, and by name its fields that say something."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return tuple(_facts(item) for item in value)
    if isinstance(value, datetime):
        return value.isoformat()
    kind: type = type(value)
    if not is_dataclass(kind):
        return value
    said = [
        (name, _facts(_without_host(value, name)))
        for name, default in _defaults(kind)
        if getattr(value, name) not in (default, None, (), "")
    ]
    return (kind.__name__, *said)


@lru_cache(maxsize=128)  # there are some 40 classes of values
def _defaults(of: type) -> tuple[tuple[str, object], ...]:
    """The fields of a dataclass by name, each with its default."""
    return tuple(sorted((field.name, field.default) for field in fields(of)))


def _without_host(value: object, name: str) -> object:
    found = getattr(value, name)
    if isinstance(value, Image) and name == "url":
        return re.sub(r"^https?://[^/]*|[?#].*$", "", str(found))
    return found


def published(
    article: Article, entry: FeedEntry, source: Source, now: datetime, known: datetime | None
) -> datetime:
    """When an article was published, aware: the page's word, else the feed's, else what was
    `known` of an earlier revision, else now.

    A time without a zone is read in the source's; one that cannot be (before 1990, or more than a
    day ahead) is not believed.
    """
    zone = ZoneInfo(source.timezone) if source.timezone else UTC
    for time in (article.published, entry.published, entry.updated):
        if time is None:
            continue
        aware = time if time.tzinfo else time.replace(tzinfo=zone)
        if EARLIEST <= aware <= now + LEEWAY:
            return aware.replace(microsecond=0)
    return known or now.replace(microsecond=0)


def named(source: Source) -> tuple[str, ...]:
    """Addresses of articles that a source names in its settings, one by one."""
    return source.options.urls if isinstance(source.options, NamesArticles) else ()


def own(source: Source, url: str) -> bool:
    """Whether an address is of the sites that a source speaks for; none: whatever it lists."""
    site = source.site or source.url
    sites = (site,) if site else named(source)
    return not sites or any(urls.within_site(url, site) for site in sites)


def speaks_for(source: Source, url: str) -> bool:
    """Whether an address is of a site that a source names as its own; without one: of none."""
    return bool(source.site or source.url or named(source)) and own(source, url)


def suspicious(before: str, after: str) -> str | None:
    """Why a new version of a text cannot be what its outlet meant to publish; None: it can.

    A server that answers in another encoding, with an error page or with an empty template says
    "200 OK" like any other. What shares a language with the last version and keeps a third of its
    length is an edit, however large.
    """
    if len(before) < SHORT:
        return None
    if len(after) < len(before) * KEPT_SHARE:
        return f"{EMPTIED} ({len(before)} characters before, {len(after)} now)"
    if _undecoded(after) > max(UNDECODED, 2 * _undecoded(before)):
        return "the text does not decode"
    known, now = _letters(before), _letters(after)
    if len(known & now) < len(known) * SHARED_LETTERS:
        return "the text is in another script than before"
    return None


def _undecoded(text: str) -> float:
    """Share of characters that only a wrong decoding gives: U+FFFD, C1 controls, "Ã©" for "é"."""
    return len(_WRONG.findall(text)) / max(len(text), 1)


def _letters(text: str) -> frozenset[str]:
    return frozenset(letter for letter in text.lower() if letter.isalpha())


def day(time: datetime, timezone: str) -> str:
    """The day of an aware time in an IANA zone, YYYY-MM-DD."""
    return time.astimezone(ZoneInfo(timezone)).date().isoformat()


def further_page(first: str, link: str) -> bool:
    """Whether a link to a "next page" leads on in the same article.

    Sites mark the next article or chapter the same way. A further page of one article has its
    address but for the query or a page number at the end: a.html → a_2.html, a → a/2, a?page=2.
    """
    if not urls.same_site(first, link):
        return False
    one, other = urlsplit(first).path, urlsplit(link).path
    return one == other or _unnumbered(one) == _unnumbered(other)


def _unnumbered(path: str) -> str:
    """A path without ending and page number."""
    stem = re.sub(r"\.\w{2,5}$", "", path.rstrip("/"))
    return re.sub(r"(?:[-_/.,](?:page|p|seite|s|part)?[-_/]?\d{1,3})$", "", stem)


def local(source: Source, url: str, resolve: Container[str]) -> bool:
    """Whether a request for a source may go to a private address.

    `local = true` speaks for the source's own hosts, on any port, and for those that the operator
    gave an address in [fetch.resolve]; never for another private host that a page or a feed of the
    source names.
    """
    if not source.local:
        return False
    host = urlsplit(url).hostname or ""
    own = {urlsplit(address).hostname for address in (source.url, *named(source)) if address}
    if host in own or host in resolve:
        return True
    return host in LOOPBACK and not own.isdisjoint(LOOPBACK)


def withdrawn(error: ItemError, *, recheck: bool) -> bool:
    """Whether an article that we hold is to be marked as taken down by its outlet.

    Two signs are asked for: it left its index and its address answers 404 or 410; a 410 alone
    (RFC 9110, 15.5.11: likely permanent) is enough too.
    """
    return says_gone(error) or (isinstance(error, Gone) and recheck)


def says_gone(error: ItemError) -> bool:
    """Whether a server says that an article was removed on purpose: 410. A 404 may be a fault."""
    return isinstance(error, Gone) and error.status == 410


def front(requested: str, final: str, known: str | None = None) -> bool:
    """Whether a request for an article was redirected to a front page: it is no article.

    `known` is the address of the article where we hold it. Of such a one, a redirect to the top of
    its section is the same: `/news/2031/tide` to `/news/`.
    """
    if _is_front(requested):
        return False
    if _is_front(final):
        return True
    if known is None or not urls.same_site(requested, final):
        return False
    top = urlsplit(final).path.rstrip("/")
    return (
        top.count("/") == 1
        and not urlsplit(final).query
        and urlsplit(requested).path.rstrip("/").startswith(f"{top}/")
        and urls.identity(final) != urls.identity(known)
    )


def _is_front(url: str) -> bool:
    return not urlsplit(url).query and _FRONT.fullmatch(urlsplit(url).path) is not None


def sign(error: ItemError, requested: str, final: str | None, known: str) -> Sign | None:
    """What an error says of an article that we hold: that it is gone at its source; None: nothing.

    Args:
        error: why its page gave no new version.
        requested: the address that was asked for.
        final: the address of the page that came; None: none came.
        known: the address of the article.
    """
    if isinstance(error, Gone):
        return "missing"
    if final is None:
        return None
    if front(requested, final, known):
        return "front" if urls.same_site(requested, final) else None
    refused = isinstance(error, SuspiciousRevision) and str(error).startswith(EMPTIED)
    # A login or an error page at another address says nothing of this one.
    if urls.identity(final) not in (urls.identity(requested), urls.identity(known)):
        return None
    return "emptied" if refused or type(error) is NotAnArticle else None


def final(error: ItemError) -> bool:
    """Whether another try in a later round is without hope, as far as one can tell."""
    match error:
        case ConnectionFailed() | ResponseRefused() | AccessBlocked():
            return False
        case HttpStatus():
            return error.status == 410
        case PictureError() | ExtractError():
            return True
        case _:
            return False


def summary(text: str) -> str:
    """The beginning of a text for lists: whole sentences where that comes out well."""
    line = " ".join(text.split())
    if len(line) <= SUMMARY:
        return line
    head = line[:SUMMARY]
    end = max(head.rfind(mark) for mark in ("。", "！", "？", ". ", "! ", "? ", "؟ ", "۔ "))
    if end >= SUMMARY // 3:
        return head[: end + 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > SUMMARY // 2 else head[: SUMMARY - 1]) + "…"
