"""The double of the fetcher."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from mirrorpress.errors import ConnectionFailed, Gone
from mirrorpress.fetch.recorded import RecordedFetcher
from mirrorpress.model import NotModified, Page, Purpose, Request, Validators
from mirrorpress.protocols import Fetcher

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
URL = "https://a.example/x"


def page(**validators: str) -> Page:
    return Page(url=URL, requested=URL, body=b"x", validators=Validators(**validators), fetched=NOW)


def asked(fetcher: Fetcher, **validators: str) -> Page | NotModified:
    request = Request(url=URL, purpose=Purpose.PAGE, validators=Validators(**validators))
    return asyncio.run(fetcher.fetch(request))


def test_a_page_is_replayed_and_the_request_kept() -> None:
    fetcher = RecordedFetcher({URL: page()})
    assert asked(fetcher) == page()
    assert [request.url for request in fetcher.requests] == [URL]


@pytest.mark.parametrize(
    ("recorded", "sent", "same"),
    [
        ({"etag": '"1"'}, {"etag": '"1"'}, True),
        ({"etag": '"1"'}, {"etag": '"2"'}, False),
        ({"etag": '"1"'}, {}, False),
        ({}, {"etag": '"1"'}, False),
        ({"last_modified": "then"}, {"last_modified": "then"}, True),
        ({"last_modified": "then"}, {"last_modified": "now"}, False),
        ({"etag": '"1"', "last_modified": "a"}, {"etag": '"1"', "last_modified": "b"}, True),
        ({"etag": '"1"', "last_modified": "a"}, {"etag": '"2"', "last_modified": "a"}, False),
    ],
)
def test_validators_are_honoured(
    recorded: dict[str, str], sent: dict[str, str], same: bool
) -> None:
    response = asked(RecordedFetcher({URL: page(**recorded)}), **sent)
    assert isinstance(response, NotModified if same else Page)


def test_errors_are_replayed_and_the_unknown_is_gone() -> None:
    error = ConnectionFailed("nobody", url=URL)
    with pytest.raises(ConnectionFailed) as caught:
        asked(RecordedFetcher({URL: error}))
    assert caught.value is error
    with pytest.raises(Gone):
        asked(RecordedFetcher({}))


def test_not_modified_is_replayed() -> None:
    response = NotModified(url=URL, fetched=NOW)
    assert asked(RecordedFetcher({URL: response})) is response
