"""The double of `HttpFetcher`: answers from a table, opens nothing."""

from __future__ import annotations

from collections.abc import Mapping

from mirrorpress.errors import FetchError, Gone
from mirrorpress.model import NotModified, Page, Request

RecordedResponse = Page | NotModified | FetchError


class RecordedFetcher:
    """Replays answers by address; `requests` holds what was asked for, in order.

    A page whose entity tag or date the request already has is answered with `NotModified`, as a
    server would. An address without a response is `Gone` (404).
    """

    def __init__(self, answers: Mapping[str, RecordedResponse]) -> None:
        self._answers = dict(answers)
        self.requests: list[Request] = []

    async def fetch(self, request: Request) -> Page | NotModified:
        """The recorded answer.

        Raises:
            FetchError: it is one, or there is none.
        """
        self.requests.append(request)
        match self._answers.get(request.url):
            case None:
                raise Gone(404, url=request.url)
            case FetchError() as error:
                raise error
            case Page() as page if _holds(request, page):
                return NotModified(url=request.url, fetched=page.fetched)
            case response:
                return response

    async def aclose(self) -> None:
        """Nothing is open."""


def _holds(request: Request, page: Page) -> bool:
    """Whether what the asker has is what is recorded (RFC 9110, 13.2.2: the tag goes first)."""
    asked, recorded = request.validators, page.validators
    if asked.etag is not None:
        return asked.etag == recorded.etag
    return asked.last_modified is not None and asked.last_modified == recorded.last_modified
