"""The shape of `mirrorpress feed`."""

from __future__ import annotations

import json

from discover.pages import NOW
from mirrorpress.discover.describe import error_to_json, feed_to_json
from mirrorpress.model import FeedEntry, Index, Media


def test_the_shape_is_the_documented_one() -> None:
    entry = FeedEntry(
        url="https://a.example/1",
        id="1",
        title="渡轮",
        authors=("Ada",),
        published=NOW,
        content="Text",
        content_html="<p>Text",
        media=(Media(url="https://a.example/a.jpg", type="image/jpeg"),),
    )
    index = Index(format="rss 2.0", title="T", language="zh", entries=(entry,), problems=("p",))
    assert json.loads(json.dumps(feed_to_json("x.xml", index))) == {
        "source": "x.xml",
        "format": "rss 2.0",
        "title": "T",
        "language": "zh",
        "entries": [
            {
                "id": "1",
                "url": "https://a.example/1",
                "title": "渡轮",
                "authors": ["Ada"],
                "published": "2026-03-04T12:00:00+00:00",
                "updated": None,
                "summary": None,
                "content": "Text",
                "media": [{"url": "https://a.example/a.jpg", "type": "image/jpeg", "title": None}],
            }
        ],
        "problems": ["p"],
        "error": None,
    }


def test_an_error_has_the_same_shape() -> None:
    failed = error_to_json("x.xml", "no feed")
    assert failed.keys() == feed_to_json("x.xml", Index()).keys()
    assert (failed["error"], failed["entries"]) == ("no feed", [])
