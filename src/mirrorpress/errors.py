"""What can go wrong, as a tree.

    MirrorpressError
    ├── RunError                 the run cannot start or go on (exit status 2)
    │   ├── ConfigError          mirror.toml is wrong; carries every mistake
    │   ├── StoreError           the store cannot be opened or written
    │   ├── BusyError            another run is active in this folder
    │   └── KeyFileError         a signing key cannot be read or written
    ├── ItemError                one item is lost, the run goes on (exit status 1)
    │   ├── InternalError        a bug in mirrorpress: the item is quarantined (status 4)
    │   ├── WorkerFailed         the worker process crashed, ran out of memory or time
    │   ├── Postponed            it is left for a later round, and is no failure
    │   ├── FetchError           bytes could not be fetched
    │   │   ├── AddressRefused   an address mirrorpress does not go to
    │   │   ├── RobotsDenied     robots.txt closes it
    │   │   │   └── RobotsUnreadable   robots.txt could not be read
    │   │   ├── HttpStatus       a response other than 200 and 304
    │   │   │   └── Gone         404 or 410: nothing is there any more
    │   │   ├── ResponseRefused  too large, too slow, broken or not what was asked for
    │   │   └── ConnectionFailed no response: DNS, TCP, TLS
    │   ├── ReadError            an index (feed, list) cannot be understood
    │   ├── SuspiciousRevision   an article comes back as garbage; the last good version stays
    │   ├── ExtractError         a page gives no article
    │   │   ├── NotAnArticle     no body of text was found
    │   │   │   └── NoLongerKept the page only says that its article is no longer kept
    │   │   ├── AccessBlocked    a bot challenge, login or paywall instead of the text
    │   │   └── EmptyShell       the text is made by a script in a browser
    │   ├── PictureError         a picture cannot be decoded, or is refused
    │   └── PublishError         a target could not be brought up to date
    │       └── TargetAhead      it holds more than the store knows (exit status 2)
    └── VerifyError              a copy cannot be checked at all (no signed manifest, no key)

Each error carries its subject, and its text is a sentence that says what to do where that is known.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

MAX_FRAMES = 8  # of a trace that is kept: enough to find the place, small enough for the store
MAX_FAULT = 300  # characters of an unexpected error's text


class MirrorpressError(Exception):
    """Anything that mirrorpress reports to its user."""


class RunError(MirrorpressError):
    """The run cannot start, or cannot go on."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a settings file."""

    key: str  # dotted, as in "source[1].url"
    problem: str  # what is wrong, a clause
    remedy: str  # what to write instead, a clause

    def __str__(self) -> str:
        return f"{self.key}: {self.problem}; {self.remedy}"


class ConfigError(RunError):
    """The settings are wrong. All mistakes are reported at once."""

    def __init__(self, file: str, mistakes: tuple[Mistake, ...]) -> None:
        self.file = file
        self.mistakes = mistakes
        lines = "".join(f"\n  {file}: {mistake}" for mistake in mistakes)
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__(f"{count} in {file}:{lines}")


class StoreError(RunError):
    """The store cannot be opened, read or written."""


class BusyError(RunError):
    """Another run holds this mirror."""


class KeyFileError(RunError):
    """A signing key cannot be read or written."""


class ItemError(MirrorpressError):
    """One item failed; the others go on."""

    def __init__(self, message: str, *, url: str = "") -> None:
        super().__init__(message)
        self.url = url  # address of the item, "" where it has none


class InternalError(ItemError):
    """An error that no code expected, contained in the item at which it happened."""

    def __init__(self, fault: str, trace: str = "", *, url: str = "") -> None:
        super().__init__(f"mirrorpress failed on it ({fault}); please report it", url=url)
        self.trace = trace  # the last frames, one a line; not for readers


def contained(error: Exception, *, url: str = "") -> ItemError:
    """An error of one item, whatever was raised: unexpected ones become an `InternalError`.

    Raises `error` itself where it ends the run (`RunError`).
    """
    if isinstance(error, ItemError):
        return error
    if isinstance(error, RunError):
        raise error
    frames = traceback.extract_tb(error.__traceback__)[-MAX_FRAMES:]
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    trace = "\n".join(places)
    fault = f"{type(error).__name__}: {' '.join(str(error).split())[:MAX_FAULT]}".rstrip(": ")
    return InternalError(fault, trace, url=url)


class WorkerFailed(ItemError):
    """The worker process of an item crashed, ran out of memory or out of time."""


class Postponed(ItemError):
    """The item is left for a later round: its source has used its share of this one, or its host
    is left alone for a while. Nothing is counted against the item.
    """


class FetchError(ItemError):
    """Bytes could not be fetched from an address."""


class AddressRefused(FetchError):
    """The address is one that mirrorpress does not go to (scheme, port, private network)."""


class RobotsDenied(FetchError):
    """robots.txt (RFC 9309) closes the address to us."""


class RobotsUnreadable(RobotsDenied):
    """robots.txt could not be read, which closes the whole host (RFC 9309, 2.3.1.4)."""


class HttpStatus(FetchError):
    """The server answered with a status other than 200 and 304."""

    def __init__(self, status: int, *, url: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"the server answered {status}", url=url)
        self.status = status
        self.retry_after = retry_after  # seconds the server asks us to wait, where it says so


class Gone(HttpStatus):
    """404 or 410: there is nothing at this address (any more)."""


class ResponseRefused(FetchError):
    """The response is too large, too slow, cut off, or of a kind that was not asked for."""


class ConnectionFailed(FetchError):
    """No answer came: name not found, connection refused, TLS failure."""


class ReadError(ItemError):
    """An index (feed, section page, list of addresses) cannot be understood."""


class SuspiciousRevision(ItemError):
    """An article that is kept comes back as garbage, or nearly empty; the last good one stays."""

    def __init__(self, why: str, *, url: str = "") -> None:
        super().__init__(
            f"{why}; the last good version stays published. "
            "`mirrorpress add` with this address accepts what is there now",
            url=url,
        )


class ExtractError(ItemError):
    """A page gives no article."""


class NotAnArticle(ExtractError):
    """No body of text was found on the page."""


class NoLongerKept(NotAnArticle):
    """The page of a mirror is the note that it left of an article."""


class AccessBlocked(ExtractError):
    """A bot challenge, a login or a paywall came instead of the text."""

    def __init__(self, blocker: str, evidence: str, *, url: str = "") -> None:
        super().__init__(f"access is blocked by {blocker} ({evidence})", url=url)
        self.blocker = blocker
        self.evidence = evidence


class EmptyShell(ExtractError):
    """The page is a shell whose text a script would fetch in a browser."""


class PictureError(ItemError):
    """A picture cannot be decoded, or is of a kind or size that is refused."""


class PublishError(ItemError):
    """A target could not be brought up to date."""

    def __init__(self, message: str, *, target: str) -> None:
        super().__init__(message)
        self.target = target


class TargetAhead(PublishError):
    """A target holds a state of the edition that the store does not know: nothing was changed."""


class VerifyError(MirrorpressError):
    """A copy cannot be checked at all: it has no signed manifest, or no key is known for it."""
