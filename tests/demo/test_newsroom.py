"""Requests and answers: hosts, validators, robots, and what changes between the rounds."""

from urllib.parse import urlsplit

import pytest

from mirrorpress.demo import Newsroom

from .conftest import Get


def test_outlets_are_described(first: Newsroom) -> None:
    kinds = {outlet.name: (outlet.kind, outlet.feed) for outlet in first.outlets}
    assert kinds == {
        "estran": ("feed", "json"),
        "harbour-ledger": ("feed", "rss"),
        "langang": ("feed", "atom"),
        "pristan": ("feed", "rss"),
        "qandil": ("listing", "none"),
        "sarel-wire": ("feed", "rss"),
        "yunting": ("feed", "rss"),
    }
    assert all(host.endswith(".example") for host in first.hosts)


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("http://www.harbourledger.example/favicon.ico", 404),
        ("http://www.harbourledger.example/nothing/", 404),
        ("http://www.harbourledger.example/", 200),
        ("http://www.harbourledger.example/print/the-library-ship-sails-again", 200),
        ("http://img.langang.example/media/no-such-picture.jpg", 404),
        ("http://www.langang.example/media/hills-langang-bay.jpg", 404),
        ("http://player.videohost.example/embed/sc26-final", 200),
        ("http://www.qandil.example/sponsored/1207?utm_source=list", 200),
        ("http://elsewhere.example/", 421),
    ],
)
def test_statuses(first: Newsroom, get: Get, url: str, status: int) -> None:
    assert get(first, url).status == status


def test_host_may_have_a_port_and_target_may_be_whole(first: Newsroom) -> None:
    bare = first.answer("sarelwire.example", "/", {})
    assert first.answer("SarelWire.example:8080", "/", {}) == bare
    assert first.answer("127.0.0.1", "http://sarelwire.example/", {}) == bare


def test_robots(first: Newsroom, get: Get) -> None:
    for host in first.hosts:
        answer = get(first, f"http://{host}/robots.txt")
        assert answer.status == 200
        assert (b"Disallow: /print/" in answer.body) == (host == "www.harbourledger.example")


def test_pages_and_indexes_have_validators_that_hold(first: Newsroom, get: Get) -> None:
    for url in [*first.truth(), *(outlet.index_url for outlet in first.outlets)]:
        full = get(first, url)
        etag, date = full.headers["ETag"], full.headers["Last-Modified"]
        assert get(first, url, {"If-None-Match": etag}).status == 304
        assert get(first, url, {"if-none-match": f'"x", W/{etag}'}).status == 304
        assert get(first, url, {"If-Modified-Since": date}).status == 304
        assert get(first, url, {"If-None-Match": '"x"', "If-Modified-Since": date}).status == 200
        older = "Sun, 01 Mar 2026 00:00:00 GMT"
        assert get(first, url, {"If-Modified-Since": older}).status == 200
        assert get(first, url, {"If-Modified-Since": "yesterday"}).status == 200
        kept = get(first, url, {"If-None-Match": etag})
        assert kept.body == b"" and kept.headers["ETag"] == etag


def test_rounds_differ_by_one_edit_one_withdrawal_and_two_new(
    first: Newsroom, second: Newsroom
) -> None:
    before, after = first.truth(), second.truth()
    assert len(after.keys() - before.keys()) == 2
    assert len(before.keys() - after.keys()) == 1
    edited = [url for url in before.keys() & after.keys() if before[url] != after[url]]
    assert len(edited) == 1
    old, new = before[edited[0]], after[edited[0]]
    assert "210,000" in old.title and "236,000" in new.title
    assert old.modified is None and new.modified is not None
    assert set(old.lines) < set(new.lines) and len(new.lines) == len(old.lines) + 1


def test_only_what_changed_has_other_bytes(first: Newsroom, second: Newsroom, get: Get) -> None:
    before, after = first.truth(), second.truth()
    for url in before.keys() & after.keys():
        tag = get(first, url).headers["ETag"]
        status = get(second, url, {"If-None-Match": tag}).status
        assert status == (304 if before[url] == after[url] else 200), url
    for outlet in first.outlets:
        old = get(first, outlet.index_url).headers
        moved = outlet.name in ("harbour-ledger", "sarel-wire", "yunting")
        for name, value in (("If-None-Match", old["ETag"]), ("If-Modified-Since", None)):
            known = {name: value or old["Last-Modified"]}
            assert get(second, outlet.index_url, known).status == (200 if moved else 304)


def test_the_withdrawn_article_is_gone_and_older_ones_stay(
    first: Newsroom, second: Newsroom, get: Get
) -> None:
    (url,) = first.truth().keys() - second.truth().keys()
    withdrawn = first.truth()[url]
    assert get(first, url).status == 200
    assert get(second, url).status == 410
    feed = next(o.index_url for o in first.outlets if o.name == withdrawn.outlet)
    assert url in get(first, feed).body.decode()
    assert url not in get(second, feed).body.decode()
    older = [
        t
        for t in second.truth().values()
        if t.outlet == withdrawn.outlet and t.published < withdrawn.published
    ]
    assert older and any(t.url in get(second, feed).body.decode() for t in older)
    assert urlsplit(url).netloc == "sarelwire.example"


def test_the_feed_tells_of_the_edit(second: Newsroom, get: Get) -> None:
    feed = get(second, "http://www.harbourledger.example/feed/").body.decode()
    item = next(part for part in feed.split("<item>") if "236,000" in part)
    assert "<atom:updated>2026-03-09T12:40:00+02:00</atom:updated>" in item
