"""Dates of publication: which of a page's dates is believed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from extract.heads import URL, read
from trees import SENTENCE

MAY = datetime(2031, 5, 4)


@pytest.mark.parametrize(
    ("markup", "linked", "url", "moment"),
    [
        ("", {"datePublished": "2031-05-04T18:20:00Z"}, URL,
         datetime(2031, 5, 4, 18, 20, tzinfo=UTC)),
        ("<meta property=article:published_time content='2031-05-04T18:20:00Z'>",
         {"datePublished": "2030-01-01T10:00:00Z"}, URL, datetime(2030, 1, 1, 10, tzinfo=UTC)),
        ("<meta property=article:published_time content=2031-05-04>", None, URL, MAY),
        ("<meta name=pubdate content=nonsense><time datetime=2031-05-04>today</time>", None, URL,
         MAY),
        ("<time>2031-05-04</time>", None, URL, MAY),
        ("<p itemprop=datePublished content=2031-05-04>today</p>", None, URL, MAY),
        ("<div class=date>4 May 2031</div>", None, URL, MAY),
        ("<p>4 May 2031</p>", None, URL, MAY),
        (f"<p>{SENTENCE * 2} 4 May 2031</p>", None, URL, None),
        ("", None, "https://a.example/2031/05/04/ferry", MAY),
        ("", None, "https://a.example/20310504/ferry", MAY),
        ("", None, "https://a.example/2031/13/04/ferry", None),
        ("", None, "https://a.example/12031/05/04/ferry", None),
        ("", None, None, None),
        ("<meta name=lastmodifieddate content=2031-05-04>", None, URL, MAY),
        ("<meta name=lastmodifieddate content=2031-05-05>", None, "https://a.example/2031/05/04/x",
         MAY),
    ],
)  # fmt: skip
def test_dates(
    markup: str, linked: dict[str, Any] | None, url: str | None, moment: datetime | None
) -> None:
    assert read(markup, linked, url).published == moment
