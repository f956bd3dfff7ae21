"""Errors of the libraries below as our own, in one place, always `from` their cause."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore2

from mirrorpress.errors import AddressRefused, ConnectionFailed, FetchError, ResponseRefused


@dataclass(slots=True)
class Progress:
    """How far an exchange came; decides what an error means."""

    url: str
    answered: bool = False  # the headers of the response are here


@contextmanager
def translated(progress: Progress) -> Iterator[None]:
    """Whatever goes wrong inside comes out as a `FetchError` that names its address.

    Before the response begins, a failure is a connection that failed; after that, a response that
    is refused.
    """
    try:
        yield
    except AddressRefused as error:  # of the dialler, which knows the host alone
        if error.url:
            raise
        raise AddressRefused(str(error), url=progress.url) from error
    except FetchError:
        raise
    except (TimeoutError, httpcore2.TimeoutException) as error:
        if progress.answered:
            raise ResponseRefused("the response took too long", url=progress.url) from error
        raise ConnectionFailed("no response came in time", url=progress.url) from error
    except (httpcore2.ProtocolError, httpcore2.NetworkError, OSError, ValueError) as error:
        raise _failure(error, progress) from error


def _failure(error: Exception, progress: Progress) -> FetchError:
    said = str(error).strip()[:200] or type(error).__name__
    if progress.answered:
        return ResponseRefused(f"the response is cut off or broken: {said}", url=progress.url)
    # A server that hangs up instead of answering breaks no rule, but httpcore2 has no other name.
    hung_up = "disconnected" in said or "ConnectionTerminated" in said
    if isinstance(error, httpcore2.ProtocolError) and not hung_up:
        return ResponseRefused(f"the response is not HTTP: {said}", url=progress.url)
    return ConnectionFailed(f"no response: {said}", url=progress.url)
